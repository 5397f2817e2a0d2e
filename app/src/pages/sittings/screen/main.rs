//! What stands in the middle of a screen.

use domain::sitting::SittingStage;
use domain::vote::{Poll, PollState};
use leptos::prelude::*;

use super::piece::{agenda, entrance, floor, pitched, poll, speaker, titled};
use super::{ScreenView, Vue};
use crate::text::{screen as words, sitting as text};

/// Whether it shows how people come in: where that is asked for, and before a sitting begins.
pub(super) fn is_door(view: &ScreenView, vue: Vue) -> bool {
    let is_planned = view.scene.sitting.stage == SittingStage::Planned;
    let is_rehearsed = view.scene.poll.is_some();
    vue == Vue::Door || (vue == Vue::Follow && is_planned && !is_rehearsed && view.entrance.is_some())
}

pub(super) fn shown(view: &ScreenView, vue: Vue) -> AnyView {
    if is_door(view, vue) {
        return entrance(view);
    }
    match (view.scene.sitting.stage, vue) {
        (_, Vue::Agenda) => agenda(&view.agenda),
        // Before a sitting begins there are rehearsals only.
        (SittingStage::Planned, Vue::Follow | Vue::Vote) => match &view.scene.poll {
            Some(of) => poll(view, of),
            None => titled(text::SCREEN_SOON),
        },
        (SittingStage::Planned, _) => titled(text::SCREEN_SOON),
        (SittingStage::Closed { .. }, _) => titled(text::SCREEN_OVER),
        (SittingStage::Open { .. }, Vue::Vote) => match &view.scene.poll {
            Some(of) => poll(view, of),
            None => titled(words::NO_VOTE),
        },
        (SittingStage::Open { .. }, Vue::Floor) => floor(view),
        (SittingStage::Open { .. }, _) => now(view),
    }
}

/// What the chair deals with: a vote before all else, then a pitch, then the last result until the chair goes on.
fn now(view: &ScreenView) -> AnyView {
    match (&view.scene.poll, &view.scene.timing.pitch) {
        (Some(of), _) if is_asked(of) => poll(view, of),
        (_, Some(pitch)) => pitched(pitch),
        (Some(of), None) => view! { {poll(view, of)}{speaker(view)} }.into_any(),
        (None, None) => item(view),
    }
}

/// Whether voices are given now, or their result is awaited.
fn is_asked(poll: &Poll) -> bool {
    matches!(poll.stage.state(), PollState::Open | PollState::Closed)
}

fn item(view: &ScreenView) -> AnyView {
    let title = view.scene.item.as_ref().map(|item| titled(item.title.as_str()));
    let nothing = (title.is_none() && view.scene.speaker.is_none()).then(|| titled(words::OPEN));
    view! { {title}{nothing}{speaker(view)} }.into_any()
}
