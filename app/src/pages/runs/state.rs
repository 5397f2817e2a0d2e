//! How a run stands, in words.

use domain::reading::{RunLine, RunState};
use leptos::prelude::*;

use crate::text::{date, run as text};

/// Under way, finished or failed; the sentence of its result or of what went wrong.
pub fn state(run: &RunLine) -> AnyView {
    match &run.state {
        RunState::Running { step, steps } => running(*step, *steps),
        RunState::Finished { contributions, choice, in_themes, weak, unplaced, .. } => {
            let themes = choice.as_ref().map(|choice| choice.themes);
            view! { <p>{text::result(*contributions, themes, *in_themes, *weak, *unplaced)}</p> }.into_any()
        }
        RunState::Failed { why, .. } => view! {
            <p><strong>{text::FAILED}</strong>"\u{a0}: "{why.clone()}</p>
            <p class="note">{text::FAILED_KEEPS}</p>
        }
        .into_any(),
    }
}

/// The step with its bar: a `<progress>`, which says itself how far it is.
fn running(step: u32, steps: u32) -> AnyView {
    let words = text::step(step, steps);
    view! {
        <p><label class="run-progress">{words}" "<progress max=steps.max(1).to_string() value=step.to_string()></progress></label></p>
    }
    .into_any()
}

/// « Lancée le 20 octobre 2026 à 18 h 02. Finie le … »
pub fn times(run: &RunLine) -> AnyView {
    let ended = match run.state {
        RunState::Running { .. } => None,
        RunState::Finished { at, .. } | RunState::Failed { at, .. } => Some(at),
    };
    let began = format!("{} {}.", text::BEGAN, text::at(&date::moment(run.started_at)));
    let ended = ended.map(|at| format!(" {} {}.", text::ENDED, text::at(&date::moment(at))));
    view! { <p class="note">{began}{ended}</p> }.into_any()
}
