//! Pieces of screens: how people come in, the agenda, who speaks, a vote.

use domain::sitting::{AgendaItem, ItemState, Pitch};
use domain::vote::{Poll, Stage};
use leptos::prelude::*;

use super::{Entrance, ScreenView};
use crate::components::countdown::countdown;
use crate::text::{screen as words, sitting as text, timing, vote};

/// Beyond so many letters words are set smaller, twice: what is long must still fit, and be read.
const LONG: usize = 70;
const LONGER: usize = 200;
/// The same for the words of a question, which stand under its title.
const WORDS_LONG: usize = 280;
const WORDS_LONGER: usize = 700;
/// So many letters can be read from the last row at once; the rest is on phones, whole.
const WORDS_MOST: usize = 2_000;
/// Names of those who come next.
const NEXT: usize = 5;
/// Items of an agenda that are read from afar.
const ITEMS: usize = 7;

fn size(words: &str) -> &'static str {
    match words.chars().count() {
        n if n > LONGER => "longer",
        n if n > LONG => "long",
        _ => "",
    }
}

/// The words that are put to the vote, where there are more than a title.
fn asked(words: &str) -> AnyView {
    if words.is_empty() {
        return ().into_any();
    }
    let size = match words.chars().count() {
        n if n > WORDS_LONGER => "longer",
        n if n > WORDS_LONG => "long",
        _ => "",
    };
    let shown = match words.char_indices().nth(WORDS_MOST) {
        Some((end, _)) => {
            let begins = words.get(..end).unwrap_or_default();
            let whole = begins.rsplit_once(char::is_whitespace).map_or(begins, |(whole, _)| whole);
            format!("{whole} […]")
        }
        None => words.to_owned(),
    };
    view! { <p class=format!("screen-words {size}") dir="auto">{shown}</p> }.into_any()
}

pub(super) fn titled(words: &str) -> AnyView {
    view! { <p class=format!("screen-title {}", size(words))>{words.to_owned()}</p> }.into_any()
}

pub(super) fn small_entrance(of: &Entrance) -> AnyView {
    view! { <p class="screen-code">{text::SCREEN_CODE}" "<strong>{of.code.clone()}</strong><br/>{of.address.clone()}</p> }.into_any()
}

pub(super) fn entrance(view: &ScreenView) -> AnyView {
    let Some(Entrance { code, address, qr }) = &view.entrance else {
        return view! { {titled(words::WELCOME)}{network(view)} }.into_any();
    };
    view! {
        <div class="screen-door">
            <div class="screen-qr" inner_html=qr.clone()></div>
            <div>
                <p class="screen-state">{words::SCAN}</p>
                <p class="screen-address">{address.clone()}</p>
                <p class="screen-state">{words::TYPE}</p>
                <p class="screen-code screen-digits"><strong>{code.clone()}</strong></p>
                {network(view)}
            </div>
        </div>
    }
    .into_any()
}

fn network(view: &ScreenView) -> AnyView {
    let named = view.network.clone();
    named
        .map(|named| view! { <p class="screen-state">{words::NETWORK}<br/><strong>{named}</strong></p> })
        .into_any()
}

/// The agenda around what is under way: as much of it as is read from afar.
pub(super) fn agenda(items: &[AgendaItem]) -> AnyView {
    if items.is_empty() {
        return titled(text::NO_AGENDA);
    }
    let at = items.iter().position(|item| item.state() != ItemState::Done).unwrap_or(items.len());
    let from = at.saturating_sub(1).min(items.len().saturating_sub(ITEMS));
    let lines = items.iter().enumerate().skip(from).take(ITEMS).map(|(rank, item)| {
        let state = item.state();
        let current = (state == ItemState::Current).then_some("step");
        view! {
            <li value=(rank + 1).to_string() class=state.code() aria-current=current>
                {item.title.as_str().to_owned()}" "<small>{text::item(state)}</small>
            </li>
        }
    });
    view! { <ol class="screen-agenda">{lines.collect_view()}</ol> }.into_any()
}

pub(super) fn speaker(view: &ScreenView) -> AnyView {
    let Some(name) = &view.scene.speaker else { return ().into_any() };
    view! { <p class="screen-speaker">{text::speaking(name)}</p>{view.scene.turn_ends.map(countdown)} }
        .into_any()
}

pub(super) fn floor(view: &ScreenView) -> AnyView {
    if let Some(pitch) = &view.scene.timing.pitch {
        return pitched(pitch);
    }
    let nobody = (view.scene.speaker.is_none() && view.waiting.is_empty()).then(|| titled(text::NO_FLOOR));
    let next = (!view.waiting.is_empty()).then(|| {
        let names = view.waiting.iter().take(NEXT).map(|name| view! { <li>{name.clone()}</li> });
        view! { <p class="screen-state">{words::NEXT}</p><ol class="screen-agenda">{names.collect_view()}</ol> }
    });
    view! { {nobody}{speaker(view)}{next} }.into_any()
}

pub(super) fn pitched(pitch: &Pitch) -> AnyView {
    let who = pitch.who.as_ref().map_or(timing::PITCH, |who| who.as_str());
    view! { {titled(who)}<div class="screen-pitch">{countdown(pitch.ends_at)}</div> }.into_any()
}

pub(super) fn poll(view: &ScreenView, poll: &Poll) -> AnyView {
    let test = poll.is_test.then(|| view! { <p class="screen-test">{text::VOTE_TEST}</p> });
    let state = match &poll.stage {
        Stage::Open { .. } => {
            let (given, of) = view.scene.turnout;
            view! {
                <p class="screen-state">{text::VOTE_OPEN}</p>
                <p class="screen-count" data-count=poll.id.to_string() data-count-text=vote::TURNOUT>{vote::turnout(given, of)}</p>
            }
            .into_any()
        }
        Stage::Closed { .. } => view! { <p class="screen-state">{text::VOTE_CLOSED}</p> }.into_any(),
        Stage::Proclaimed { .. } => proclaimed(poll),
        Stage::Cancelled { reason, .. } => {
            view! { <p class="screen-state">{text::VOTE_CANCELLED}</p><p class="screen-how">{reason.as_str().to_owned()}</p> }.into_any()
        }
        Stage::Prepared => ().into_any(),
    };
    // While it is voted the room reads what it votes on; then the result is what is read.
    let is_asked = matches!(poll.stage, Stage::Open { .. } | Stage::Closed { .. });
    let asked = is_asked.then(|| asked(&poll.question.text));
    view! { {titled(poll.question.title.as_str())}{test}{asked}{state} }.into_any()
}

fn proclaimed(poll: &Poll) -> AnyView {
    let Stage::Proclaimed { outcome, .. } = &poll.stage else { return ().into_any() };
    let verdict = poll.decision().map(|decision| {
        let computed = vote::computation(poll.rule, outcome, decision);
        view! { <p class="screen-verdict" class:adopted=decision.adopted>{vote::verdict(decision)}</p><p class="screen-how">{computed}</p> }
    });
    let elected = poll.elected().map(|of| {
        let said = vote::elected(&of, poll);
        let class = format!("screen-elected {}", size(&said));
        view! { <p class=class>{said}</p> }
    });
    let counts = vote::counts(&outcome.tally, poll);
    let class = format!("screen-counts {}", size(&counts));
    view! { {verdict}{elected}<p class=class>{counts}</p> }.into_any()
}
