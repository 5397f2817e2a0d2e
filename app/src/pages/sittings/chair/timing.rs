//! How long people speak: the time of a turn, and pitches.

use domain::words::Slug;
use leptos::prelude::*;

use super::act::act;
use super::{ChairView, gesture, name};
use crate::components::countdown::countdown;
use crate::components::field::{self, Line};
use crate::text::timing as text;

/// What a pitch takes where nobody has set it yet, in minutes.
const USUAL: u32 = 3;

/// The pitch under way, with what comes after it.
pub(super) fn pitch(slug: &Slug, view: &ChairView) -> AnyView {
    let Some(pitch) = &view.scene.timing.pitch else { return ().into_any() };
    view! {
        <div class="pitch">
            <p>{text::pitch(pitch)}</p>
            {countdown(pitch.ends_at)}
            {act(slug, view, gesture::END_PITCH, text::END, ().into_any(), false)}
        </div>
    }
    .into_any()
}

/// What the chair sets.
pub(super) fn settings(slug: &Slug, view: &ChairView) -> AnyView {
    let timing = &view.scene.timing;
    let number = |name, label, hint: Option<&str>, value: String| {
        let hint = hint.map(str::to_owned);
        field::line(Line { name, label, hint, value, digits: true, ..Line::default() }, &view.faults)
    };
    let turn = timing.turn.map(|turn| turn.minutes().to_string()).unwrap_or_default();
    let turn = number(name::TURN, text::TURN, Some(text::TURN_HINT), turn);
    let length = timing.pitch.as_ref().map_or(USUAL, |pitch| pitch.length.minutes());
    let who =
        Line { name: name::WHO, label: text::WHO, hint: Some(text::WHO_HINT.to_owned()), ..Line::default() };
    let pitch = view! {
        {field::line(who, &view.faults)}
        {number(name::PITCH_MINUTES, text::MINUTES, None, length.to_string())}
    };
    let start = if timing.pitch.is_some() { text::NEXT } else { text::START };
    let wrong =
        [name::TURN, name::PITCH_MINUTES, name::WHO].iter().any(|name| view.faults.at(name).is_some());
    view! {
        <details class="field" id="temps" open=wrong>
            <summary>{text::TITLE}</summary>
            {act(slug, view, gesture::TURN, text::SET_TURN, turn, false)}
            {act(slug, view, gesture::PITCH, start, pitch.into_any(), false)}
        </details>
    }
    .into_any()
}
