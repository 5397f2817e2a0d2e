//! What stands around it: who is there, who asks to speak, the agenda, other polls, the code, the end.

use domain::sitting::ItemState;
use domain::vote::{Means, PollState};
use domain::words::Slug;
use leptos::prelude::*;

use super::act::{act, aloud, hidden};
use super::next::{cancel, hands};
use super::{ChairView, gesture, name, timing};
use crate::components::countdown::countdown;
use crate::text::{aloud as words, desk as text, sitting, timing as timing_text, vote};

pub(super) fn there(view: &ChairView) -> AnyView {
    let quorum = view.scene.sitting.rules.quorum.map(|quorum| {
        let said = format!(
            "{} {}.",
            vote::quorum(quorum, Some(view.there)),
            sitting::quorum_reached(quorum.opens(view.there))
        );
        view! { <p class="note">{said}</p> }
    });
    view! { <p>{sitting::there(view.there.there(), view.there.entitled)}</p>{quorum} }.into_any()
}

/// Voices that the chair may add to the poll that is open.
pub(super) fn latecomers(slug: &Slug, view: &ChairView) -> AnyView {
    let open = view.scene.poll.as_ref().filter(|poll| poll.stage.state() == PollState::Open);
    let Some(poll) = open.filter(|_| !view.late.is_empty()) else { return ().into_any() };
    let lines = view.late.iter().map(|of| {
        let said = text::late_voice(&of.name, of.holder.as_deref());
        let more = view! {
            {hidden(name::POLL, poll.id.to_string())}{hidden(name::VOICE, of.key.to_string())}
        }
        .into_any();
        view! { <li><span>{said}</span>{act(slug, view, gesture::ADD, text::ADD_VOICE, more, false)}</li> }
    });
    view! {
        <section class="ruled" aria-labelledby="tard">
            <h2 id="tard">{text::LATE}</h2>
            <p class="note">{text::LATE_HOW}</p>
            <ol class="asking">{lines.collect_view()}</ol>
        </section>
    }
    .into_any()
}

pub(super) fn floor(slug: &Slug, view: &ChairView) -> AnyView {
    let speaker = view.scene.speaker.as_ref().map(|name| {
        view! { <p>{sitting::speaking(name)}</p>{view.scene.turn_ends.map(countdown)}<div class="floor-end">{act(slug, view, gesture::FLOOR, sitting::END_FLOOR, ().into_any(), false)}</div> }
    });
    let nobody = (view.asking.is_empty() && view.scene.speaker.is_none())
        .then(|| view! { <p class="note">{sitting::NO_FLOOR}</p> });
    let lines = view.asking.iter().map(|of| {
        let request = hidden(name::REQUEST, of.id.to_string());
        let newcomer = (!of.has_spoken).then(|| view! { " · "<span class="note">{timing_text::NEWCOMER}</span> });
        view! { <li><span>{of.name.clone()}{newcomer}</span>{act(slug, view, gesture::FLOOR, sitting::GIVE_FLOOR, request, of.is_next)}</li> }
    });
    view! {
        <section class="ruled desk-floor" aria-labelledby="parole"><h2 id="parole">{sitting::FLOOR}</h2>{timing::pitch(slug, view)}{speaker}{nobody}<ol class="asking">{lines.collect_view()}</ol>{timing::settings(slug, view)}</section>
    }
    .into_any()
}

pub(super) fn agenda(slug: &Slug, view: &ChairView) -> AnyView {
    let first = view.agenda.iter().position(|item| item.state() == ItemState::Coming);
    let lines = view.agenda.iter().enumerate().map(|(at, item)| {
        let act = match item.state() {
            ItemState::Current => act(slug, view, gesture::ITEM, text::END_ITEM, ().into_any(), false),
            _ => act(slug, view, gesture::ITEM, text::BEGIN_ITEM, hidden(name::ITEM, item.id.to_string()), Some(at) == first),
        };
        view! {
            <li><span><strong>{item.title.as_str().to_owned()}</strong>" · "{sitting::item(item.state())}</span>{act}</li>
        }
    });
    view! {
        <section class="ruled" aria-labelledby="ordre"><h2 id="ordre">{sitting::AGENDA}</h2><ol class="asking">{lines.collect_view()}</ol></section>
    }
    .into_any()
}

/// Other polls that are prepared.
pub(super) fn prepared(slug: &Slug, view: &ChairView) -> AnyView {
    let busy = view
        .scene
        .poll
        .as_ref()
        .is_some_and(|poll| matches!(poll.stage.state(), PollState::Open | PollState::Closed));
    let is_open = view.scene.sitting.stage.is_open();
    let others = view.prepared().skip(usize::from(is_open && !busy));
    let lines: Vec<_> = others
        .map(|poll| {
            let open = (!busy && poll.means == Means::Ballots && (is_open || poll.is_test))
                .then(|| act(slug, view, gesture::OPEN, text::OPEN, hidden(name::POLL, poll.id.to_string()), false));
            let hands = (!busy && poll.means == Means::Hands && is_open).then(|| hands(slug, view, poll));
            view! { <li><span>{vote::numbered(poll.number)}" · "{poll.question.title.as_str().to_owned()}</span>{open}{hands}{cancel(slug, view, poll)}</li> }
        })
        .collect();
    if lines.is_empty() {
        return ().into_any();
    }
    view! { <section class="ruled" aria-labelledby="prets"><h2 id="prets">{text::PREPARED}</h2><ol class="asking">{lines.into_iter().collect_view()}</ol></section> }.into_any()
}

pub(super) fn shut(slug: &Slug, view: &ChairView) -> AnyView {
    view! {
        <section class="ruled">
            {aloud(words::CLOSE_SITTING.to_owned())}
            {act(slug, view, gesture::CLOSE_SITTING, text::CLOSE_SITTING, ().into_any(), false)}
        </section>
    }
    .into_any()
}
