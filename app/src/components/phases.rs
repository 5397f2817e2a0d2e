//! The phases of a congress as a line.

use domain::congress::{Phase, PhaseState};
use domain::time::Timestamp;
use leptos::prelude::*;

use crate::text::{congress, date, names};

/// The line; nothing when no dates were given.
pub fn phases(phases: &[Phase], now: Timestamp) -> AnyView {
    if phases.is_empty() {
        return ().into_any();
    }
    let steps = phases.iter().map(|phase| step(phase, now)).collect_view();
    view! { <ol class="phases" aria-label=congress::PHASES>{steps}</ol> }.into_any()
}

fn step(phase: &Phase, now: Timestamp) -> AnyView {
    let state = phase.state(now);
    let class = match state {
        PhaseState::Past => "past",
        PhaseState::Current => "current",
        PhaseState::Coming => "coming",
    };
    let current = (state == PhaseState::Current).then_some("step");
    view! {
        <li class=class aria-current=current>
            <strong>{names::phase(phase.kind)}</strong>
            <span class="said">", "{congress::phase_state(state)}", "</span>
            <span class="when">{when(phase, state, now)}</span>
        </li>
    }
    .into_any()
}

fn when(phase: &Phase, state: PhaseState, now: Timestamp) -> String {
    let last = date::last_day_words(phase.starts_at, phase.ends_at);
    match state {
        PhaseState::Past => congress::closed(&last),
        PhaseState::Current => congress::until(&last, &date::relative(now, phase.ends_at)),
        PhaseState::Coming => date::span(phase.starts_at, phase.ends_at),
    }
}
