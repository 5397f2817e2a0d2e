//! What stands in the middle of a screen.

use domain::sitting::SittingStage;
use domain::time::Timestamp;
use domain::vote::{Poll, PollState, Stage};
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

/// What the chair deals with: a vote before all else, then a pitch, then the last result until the chair goes on, or gives the floor.
fn now(view: &ScreenView) -> AnyView {
    match (&view.scene.poll, &view.scene.timing.pitch) {
        (Some(of), _) if is_asked(of) => poll(view, of),
        (_, Some(pitch)) => pitched(pitch),
        (Some(of), None) if !is_older(of, view.scene.speaks_since) => poll(view, of),
        (_, None) => item(view),
    }
}

/// Whether voices are given now, or their result is awaited.
fn is_asked(poll: &Poll) -> bool {
    matches!(poll.stage.state(), PollState::Open | PollState::Closed)
}

/// Whether a result was said before somebody began to speak.
fn is_older(of: &Poll, speaks_since: Option<Timestamp>) -> bool {
    let said_at = match of.stage {
        Stage::Proclaimed { proclaimed_at, .. } => Some(proclaimed_at),
        Stage::Cancelled { at, .. } => Some(at),
        _ => None,
    };
    said_at.zip(speaks_since).is_some_and(|(said, since)| said < since)
}

fn item(view: &ScreenView) -> AnyView {
    let title = view.scene.item.as_ref().map(|item| titled(item.title.as_str()));
    let nothing = (title.is_none() && view.scene.speaker.is_none()).then(|| titled(words::OPEN));
    view! { {title}{nothing}{speaker(view)} }.into_any()
}
