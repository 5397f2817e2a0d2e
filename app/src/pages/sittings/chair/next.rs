//! The one thing to do now, whatever the state of the sitting and of its poll.

use domain::sitting::{ItemState, SittingStage};
use domain::vote::{Casting, Means, Poll, PollState, Secrecy};
use domain::words::Slug;
use leptos::prelude::*;

use super::super::scene;
use super::act::{act, aloud, hidden};
use super::{Ails, ChairView, gesture, name};
use crate::components::field::{self, Line};
use crate::form::Faults;
use crate::text::{aloud as words, desk as text, sitting, vote};

/// The one thing to do now.
pub(super) fn next(slug: &Slug, view: &ChairView) -> AnyView {
    let stage = view.scene.sitting.stage;
    // Before a sitting begins only rehearsals go on.
    let goes_on = |poll: &&Poll| stage.is_open() || (stage == SittingStage::Planned && poll.is_test);
    let poll = view.scene.poll.as_ref().filter(goes_on);
    let content = match (stage, poll.map(|poll| (poll, poll.stage.state()))) {
        (_, Some((poll, PollState::Open | PollState::Closed))) if view.ails == Some(Ails::KeyLost) => {
            lost(slug, view, poll)
        }
        (_, Some((poll, PollState::Open))) => running(slug, view, poll),
        (_, Some((poll, PollState::Closed))) => to_proclaim(slug, view, poll),
        (_, Some((poll, PollState::Proclaimed))) => view! { {said(poll)}{after(slug, view)} }.into_any(),
        (_, Some((poll, PollState::Cancelled))) => {
            let state = view! { <p class="poll-state">{sitting::VOTE_CANCELLED}</p> };
            view! { {scene::head(poll)}{state}{aloud(words::cancelled(poll))}{after(slug, view)} }.into_any()
        }
        (SittingStage::Planned, _) => begin(slug, view),
        (SittingStage::Open { .. }, _) => match view.prepared().next() {
            Some(poll) => to_open(slug, view, poll),
            None => view! { <p>{text::NOTHING}</p> }.into_any(),
        },
        (SittingStage::Closed { .. }, _) => view! { <p>{sitting::SCREEN_OVER}</p> }.into_any(),
    };
    view! { <section class="desk-next" aria-labelledby="maintenant"><h2 id="maintenant">{text::NEXT}</h2>{content}</section> }.into_any()
}

fn begin(slug: &Slug, view: &ChairView) -> AnyView {
    view! {
        {aloud(words::OPEN_SITTING.to_owned())}
        {act(slug, view, gesture::OPEN_SITTING, text::OPEN_SITTING, ().into_any(), true)}
    }
    .into_any()
}

/// What comes after a vote: after a rehearsal, the sitting itself.
fn after(slug: &Slug, view: &ChairView) -> AnyView {
    if view.scene.sitting.stage == SittingStage::Planned { begin(slug, view) } else { then(slug, view) }
}

fn to_open(slug: &Slug, view: &ChairView, poll: &Poll) -> AnyView {
    let rule = vote::rule(poll).into_iter().map(|said| view! { <li>{said}</li> }).collect_view();
    let how = match poll.means {
        Means::Ballots => {
            act(slug, view, gesture::OPEN, text::OPEN, hidden(name::POLL, poll.id.to_string()), true)
        }
        Means::Hands => hands(slug, view, poll),
    };
    view! { {scene::head(poll)}<ul class="poll-rule">{rule}</ul>{aloud(words::open_vote(poll))}{how} }
        .into_any()
}

fn count(name: &'static str, label: &'static str, faults: &Faults) -> AnyView {
    field::line(Line { name, label, value: String::new(), digits: true, ..Line::default() }, faults)
}

pub(super) fn hands(slug: &Slug, view: &ChairView, poll: &Poll) -> AnyView {
    let counts = view! {
        {hidden(name::POLL, poll.id.to_string())}
        {count(name::FOR, text::FOR, &view.faults)}
        {count(name::AGAINST, text::AGAINST, &view.faults)}
        {count(name::ABSTAIN, text::ABSTAIN, &view.faults)}
        {poll.rule.has_casting_vote.then(casting)}
    }
    .into_any();
    view! {
        {act(slug, view, gesture::UNANIMOUS, text::UNANIMOUS, hidden(name::POLL, poll.id.to_string()), true)}
        {act(slug, view, gesture::HANDS, text::RECORD, counts, false)}
    }
    .into_any()
}

fn running(slug: &Slug, view: &ChairView, poll: &Poll) -> AnyView {
    let (given, of) = view.scene.turnout;
    view! {
        {scene::head(poll)}
        {poll.is_test.then(|| rehearsal(slug, view, poll))}
        {(view.ails == Some(Ails::NotWritten)).then(|| alert(text::NOT_WRITTEN))}
        <p class="poll-state">{sitting::VOTE_OPEN}</p>
        <p class="poll-count" data-count=poll.id.to_string() data-count-text=vote::TURNOUT>{vote::turnout(given, of)}</p>
        <p class="note" data-count=poll.id.to_string() data-count-text=text::AWAITED data-count-all=text::NONE_AWAITED>{text::awaited(given, of)}</p>
        {aloud(words::CLOSE_VOTE.to_owned())}
        {act(slug, view, gesture::CLOSE, text::CLOSE, hidden(name::POLL, poll.id.to_string()), true)}
        {cancel(slug, view, poll)}
    }
    .into_any()
}

/// The room is simulated.
fn rehearsal(slug: &Slug, view: &ChairView, poll: &Poll) -> AnyView {
    view! {
        {act(slug, view, gesture::SIMULATE, text::SIMULATE, hidden(name::POLL, poll.id.to_string()), false)}
        <p class="note">{text::SIMULATE_HOW}</p>
    }
    .into_any()
}

fn alert(said: &'static str) -> AnyView {
    view! { <p class="faults" role="alert">{said}</p> }.into_any()
}

/// A poll that can't be read any more: the only way out is to cancel it, and to vote again.
fn lost(slug: &Slug, view: &ChairView, poll: &Poll) -> AnyView {
    let reason = Line {
        name: name::REASON,
        label: text::REASON,
        value: text::KEY_LOST_REASON.to_owned(),
        ..Line::default()
    };
    let more =
        view! { {hidden(name::POLL, poll.id.to_string())}{field::line(reason, &view.faults)} }.into_any();
    view! {
        {scene::head(poll)}{alert(text::KEY_LOST_HOW)}
        {act(slug, view, gesture::CANCEL, text::CANCEL, more, true)}
    }
    .into_any()
}

fn casting() -> AnyView {
    let side = |of: Casting, label: &'static str| {
        let id = format!("cote-{}", of.code());
        view! { <div class="option"><input type="radio" id=id.clone() name=name::CASTING value=of.code()/><label for=id>{label}</label></div> }
    };
    view! {
        <fieldset class="field options"><legend>{text::CASTING_NOW}</legend>{side(Casting::For, text::FOR)}{side(Casting::Against, text::AGAINST)}</fieldset>
    }
    .into_any()
}

fn to_proclaim(slug: &Slug, view: &ChairView, poll: &Poll) -> AnyView {
    let blanks = (poll.secrecy == Secrecy::Secret).then(|| count(name::BLANK, text::BLANK, &view.faults));
    let paper = poll.question.options.is_empty().then(|| {
        view! {
            <details class="field" id="papier"><summary>{text::PAPER}</summary><p class="note">{text::PAPER_HOW}</p>
                {count(name::FOR, text::FOR, &view.faults)}{count(name::AGAINST, text::AGAINST, &view.faults)}
                {count(name::ABSTAIN, text::ABSTAIN, &view.faults)}{blanks}
            </details>
        }
    });
    let casting = (poll.rule.has_casting_vote && poll.secrecy == Secrecy::Public).then(casting);
    let more = view! { {hidden(name::POLL, poll.id.to_string())}{paper}{casting} }.into_any();
    view! {
        {scene::head(poll)}<p class="poll-state">{sitting::VOTE_CLOSED}</p>
        {aloud(words::closed(view.scene.turnout))}
        {act(slug, view, gesture::PROCLAIM, text::PROCLAIM, more, true)}
        {cancel(slug, view, poll)}
    }
    .into_any()
}

fn said(poll: &Poll) -> AnyView {
    view! {
        {scene::head(poll)}{aloud(words::result(poll))}{scene::result(poll)}
    }
    .into_any()
}

/// What comes after a result: the next vote that is prepared, else the next item.
fn then(slug: &Slug, view: &ChairView) -> AnyView {
    let coming = view.agenda.iter().find(|item| item.state() == ItemState::Coming);
    let what = match (view.prepared().next(), coming) {
        (Some(poll), _) => to_open(slug, view, poll),
        (None, Some(item)) => {
            let begin = hidden(name::ITEM, item.id.to_string());
            view! {
                {aloud(words::item(item.title.as_str()))}
                {act(slug, view, gesture::ITEM, text::BEGIN_ITEM, begin, true)}
            }
            .into_any()
        }
        (None, None) => view! { <p>{text::AGENDA_OVER}</p> }.into_any(),
    };
    view! { <h3>{text::THEN}</h3>{what} }.into_any()
}

pub(super) fn cancel(slug: &Slug, view: &ChairView, poll: &Poll) -> AnyView {
    let reason = Line {
        name: name::REASON,
        label: text::REASON,
        hint: Some(text::REASON_HINT.to_owned()),
        ..Line::default()
    };
    let open = view.faults.at(name::REASON).is_some();
    let more =
        view! { {hidden(name::POLL, poll.id.to_string())}{field::line(reason, &view.faults)} }.into_any();
    view! {
        <details class="field" id=format!("annuler-{}", poll.id) open=open><summary>{text::CANCEL}</summary>
            {act(slug, view, gesture::CANCEL, text::CANCEL, more, false)}
        </details>
    }
    .into_any()
}
