//! The chair's desk: one clear next action at any time, and the sentence to read aloud.

use domain::congress::Congress;
use domain::id::FloorRequestId;
use domain::live::Audience;
use domain::sitting::{AgendaItem, ItemState, SittingStage};
use domain::vote::{Casting, Means, Poll, PollState, Roll, Secrecy, Stage};
use domain::words::Slug;
use leptos::prelude::*;

use super::prepare;
use super::scene::{self, Scene};
use crate::components::field::{self, Line};
use crate::components::live::live;
use crate::form::Faults;
use crate::routes::Route;
use crate::text::{desk as text, sitting, vote};
use crate::{Document, Section};

pub use super::prepare::Typed;

/// The names of the fields.
pub mod name {
    /// What is done.
    pub const GESTURE: &str = "geste";
    /// To which poll.
    pub const POLL: &str = "scrutin";
    /// To which item.
    pub const ITEM: &str = "point";
    /// To which request to speak.
    pub const REQUEST: &str = "demande";
    /// Why.
    pub const REASON: &str = "motif";
    /// What is put to the vote.
    pub const TITLE: &str = "titre";
    /// Its text.
    pub const BODY: &str = "texte";
    /// Its options.
    pub const OPTIONS: &str = "options";
    /// How many may be chosen.
    pub const MOST: &str = "nombre";
    /// By which majority.
    pub const MAJORITY: &str = "majorite";
    /// Public or secret.
    pub const SECRECY: &str = "mode";
    /// On phones or by show of hands.
    pub const MEANS: &str = "moyen";
    /// Whether it is for practice.
    pub const TEST: &str = "essai";
    /// Whether the chair decides a tie; and at proclaiming, on which side they are.
    pub const CASTING: &str = "preponderante";
    /// Counted for.
    pub const FOR: &str = "pour";
    /// Counted against.
    pub const AGAINST: &str = "contre";
    /// Counted abstentions.
    pub const ABSTAIN: &str = "abstentions";
    /// Counted blanks.
    pub const BLANK: &str = "blancs";
}

/// What is done at the desk.
pub mod gesture {
    /// « La séance est ouverte. »
    pub const OPEN_SITTING: &str = "ouvrir-seance";
    /// « La séance est levée. »
    pub const CLOSE_SITTING: &str = "lever-seance";
    /// An item is begun, or the one under way ended.
    pub const ITEM: &str = "point";
    /// The floor is given, or taken back.
    pub const FLOOR: &str = "parole";
    /// A code is shown to check in by, or hidden.
    pub const SHOW_CODE: &str = "montrer-code";
    /// The same.
    pub const HIDE_CODE: &str = "retirer-code";
    /// A poll is prepared.
    pub const PREPARE: &str = "preparer";
    /// It is opened.
    pub const OPEN: &str = "ouvrir";
    /// It is closed.
    pub const CLOSE: &str = "clore";
    /// Its result is said.
    pub const PROCLAIM: &str = "proclamer";
    /// It is dropped.
    pub const CANCEL: &str = "annuler";
    /// Counted hands are noted.
    pub const HANDS: &str = "main-levee";
    /// Everybody is for it.
    pub const UNANIMOUS: &str = "unanimite";
}

/// Somebody who asks to speak.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asking {
    /// The request.
    pub id: FloorRequestId,
    /// Their name.
    pub name: String,
    /// Whether it is their turn.
    pub is_next: bool,
}

/// The desk.
#[derive(Clone, Debug, PartialEq)]
pub struct ChairView {
    /// What is going on.
    pub scene: Scene,
    /// Who is there now, in voices.
    pub there: Roll,
    /// The agenda.
    pub agenda: Vec<AgendaItem>,
    /// Polls that are prepared, in order.
    pub prepared: Vec<Poll>,
    /// Who asks to speak, whose turn it is first.
    pub asking: Vec<Asking>,
    /// The code that is on the screen.
    pub code: Option<String>,
    /// A vote as it was typed.
    pub typed: Typed,
    /// What is wrong with what was typed.
    pub faults: Faults,
    /// Why something wasn't done.
    pub refused: Option<String>,
    /// What was done.
    pub done: Option<&'static str>,
}

/// The page, made from the scene of number `n` or a later one.
pub fn document(congress: &Congress, n: u64, view: ChairView) -> Document {
    let slug = congress.slug.clone();
    let page = move || page(&slug, n, &view);
    Document::new(text::TITLE, page).within(Some(congress)).at(Section::Sittings).unlisted().with_live()
}

/// What changes by itself, as HTML for the socket: what is typed below isn't part of it.
pub fn fragment(slug: &Slug, view: &ChairView) -> String {
    now(slug, view).to_html().replace("<!>", "")
}

fn now(slug: &Slug, view: &ChairView) -> AnyView {
    let open = view.scene.sitting.stage.is_open();
    view! {
        <div data-scene="pupitre" data-say=scene::say(&view.scene)>
            {next(slug, view)}
            {there(view)}
            {open.then(|| floor(slug, view))}
            {open.then(|| agenda(slug, view))}
            {prepared(slug, view)}
        </div>
    }
    .into_any()
}

fn page(slug: &Slug, n: u64, view: &ChairView) -> AnyView {
    let of = &view.scene.sitting;
    let done = view.done.map(|done| view! { <p class="done" role="status">{done}</p> });
    let refused = view.refused.clone().map(|said| view! { <p class="faults" role="alert">{said}</p> });
    let open = of.stage.is_open();
    let prepare = (!matches!(of.stage, SittingStage::Closed { .. }))
        .then(|| prepare::form(slug, of.id, &view.typed, &view.faults));
    view! {
        <div class="middle sitting chair">
            <p><a href=Route::Sitting(slug, of.id).path()>{of.name.as_str().to_owned()}</a></p>
            <h1>{text::TITLE}</h1>
            {live(Route::Direct(slug, of.id, Audience::Desk), n, None)}
            {done}{refused}
            {now(slug, view)}
            {prepare}
            {code(slug, view)}
            {open.then(|| shut(slug, view))}
        </div>
    }
    .into_any()
}

/// A form with one button.
fn act(
    slug: &Slug,
    view: &ChairView,
    gesture: &'static str,
    label: &'static str,
    more: AnyView,
    primary: bool,
) -> AnyView {
    view! {
        <form class="desk-act" method="post" action=Route::Chair(slug, view.scene.sitting.id).path()>
            {more}
            <button class="button" class:primary=primary name=name::GESTURE value=gesture>{label}</button>
        </form>
    }
    .into_any()
}

fn hidden(name: &'static str, value: String) -> AnyView {
    view! { <input type="hidden" name=name value=value/> }.into_any()
}

fn aloud(said: String) -> AnyView {
    view! { <p class="aloud"><span class="kind">{text::ALOUD}</span><br/>{said}</p> }.into_any()
}

/// The one thing to do now.
fn next(slug: &Slug, view: &ChairView) -> AnyView {
    let poll = view.scene.poll.as_ref();
    let content = match (view.scene.sitting.stage, poll.map(|poll| (poll, poll.stage.state()))) {
        (SittingStage::Planned, _) => view! {
            {aloud(text::OPEN_ALOUD.to_owned())}
            {act(slug, view, gesture::OPEN_SITTING, text::OPEN_SITTING, ().into_any(), true)}
        }
        .into_any(),
        (SittingStage::Open { .. }, Some((poll, PollState::Open))) => running(slug, view, poll),
        (SittingStage::Open { .. }, Some((poll, PollState::Closed))) => to_proclaim(slug, view, poll),
        (SittingStage::Open { .. }, Some((poll, PollState::Proclaimed))) => said(poll),
        (SittingStage::Open { .. }, _) => match view.prepared.first() {
            Some(poll) => to_open(slug, view, poll),
            None => view! { <p>{text::NOTHING}</p> }.into_any(),
        },
        (SittingStage::Closed { .. }, _) => view! { <p>{sitting::SCREEN_OVER}</p> }.into_any(),
    };
    view! { <section class="desk-next" aria-labelledby="maintenant"><h2 id="maintenant">{text::NEXT}</h2>{content}</section> }.into_any()
}

fn to_open(slug: &Slug, view: &ChairView, poll: &Poll) -> AnyView {
    let rule = vote::rule(poll).into_iter().map(|said| view! { <li>{said}</li> }).collect_view();
    let how = match poll.means {
        Means::Ballots => {
            act(slug, view, gesture::OPEN, text::OPEN, hidden(name::POLL, poll.id.to_string()), true)
        }
        Means::Hands => hands(slug, view, poll),
    };
    view! { {scene::head(poll)}<ul class="poll-rule">{rule}</ul>{aloud(text::open_aloud(poll.question.title.as_str()))}{how} }.into_any()
}

fn count(name: &'static str, label: &'static str, faults: &Faults) -> AnyView {
    field::line(Line { name, label, value: String::new(), digits: true, ..Line::default() }, faults)
}

fn hands(slug: &Slug, view: &ChairView, poll: &Poll) -> AnyView {
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
        <p class="poll-state">{sitting::VOTE_OPEN}</p>
        <p class="poll-count" data-count=poll.id.to_string() data-count-text=vote::TURNOUT>{vote::turnout(given, of)}</p>
        <p class="note">{text::awaited(given, of)}</p>
        {aloud(text::CLOSE_VOTE_ALOUD.to_owned())}
        {act(slug, view, gesture::CLOSE, text::CLOSE, hidden(name::POLL, poll.id.to_string()), true)}
        {cancel(slug, view, poll)}
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
        {act(slug, view, gesture::PROCLAIM, text::PROCLAIM, more, true)}
        {cancel(slug, view, poll)}
    }
    .into_any()
}

fn said(poll: &Poll) -> AnyView {
    let Stage::Proclaimed { .. } = poll.stage else { return ().into_any() };
    let verdict = match (poll.decision(), poll.elected()) {
        (Some(decision), _) => vote::verdict(decision).to_lowercase(),
        (None, Some(of)) => vote::elected(&of, poll),
        (None, None) => String::new(),
    };
    view! {
        {scene::head(poll)}{aloud(text::result_aloud(poll.question.title.as_str(), &verdict))}{scene::result(poll)}
    }
    .into_any()
}

fn cancel(slug: &Slug, view: &ChairView, poll: &Poll) -> AnyView {
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

fn there(view: &ChairView) -> AnyView {
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

fn floor(slug: &Slug, view: &ChairView) -> AnyView {
    let speaker = view.scene.speaker.as_ref().map(|name| {
        view! { <p>{sitting::speaking(name)}</p>{act(slug, view, gesture::FLOOR, sitting::END_FLOOR, ().into_any(), false)} }
    });
    let nobody = (view.asking.is_empty() && view.scene.speaker.is_none())
        .then(|| view! { <p class="note">{sitting::NO_FLOOR}</p> });
    let lines = view.asking.iter().map(|of| {
        let request = hidden(name::REQUEST, of.id.to_string());
        view! { <li><span>{of.name.clone()}</span>{act(slug, view, gesture::FLOOR, sitting::GIVE_FLOOR, request, of.is_next)}</li> }
    });
    view! {
        <section class="ruled" aria-labelledby="parole"><h2 id="parole">{sitting::FLOOR}</h2>{speaker}{nobody}<ol class="asking">{lines.collect_view()}</ol></section>
    }
    .into_any()
}

fn agenda(slug: &Slug, view: &ChairView) -> AnyView {
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
fn prepared(slug: &Slug, view: &ChairView) -> AnyView {
    let busy = view
        .scene
        .poll
        .as_ref()
        .is_some_and(|poll| matches!(poll.stage.state(), PollState::Open | PollState::Closed));
    let proclaimed = view.scene.poll.as_ref().is_some_and(|poll| poll.stage.state() == PollState::Proclaimed);
    let others = view.prepared.iter().skip(usize::from(!busy && !proclaimed));
    let lines: Vec<_> = others
        .map(|poll| {
            let open = (!busy && poll.means == Means::Ballots)
                .then(|| act(slug, view, gesture::OPEN, text::OPEN, hidden(name::POLL, poll.id.to_string()), false));
            let hands = (!busy && poll.means == Means::Hands && view.scene.sitting.stage.is_open()).then(|| hands(slug, view, poll));
            view! { <li><span>{vote::numbered(poll.number)}" · "{poll.question.title.as_str().to_owned()}</span>{open}{hands}{cancel(slug, view, poll)}</li> }
        })
        .collect();
    if lines.is_empty() {
        return ().into_any();
    }
    view! { <section class="ruled" aria-labelledby="prets"><h2 id="prets">{text::PREPARED}</h2><ol class="asking">{lines.into_iter().collect_view()}</ol></section> }.into_any()
}

fn code(slug: &Slug, view: &ChairView) -> AnyView {
    let shown = match &view.code {
        Some(code) => view! {
            <p class="screen-code"><strong>{code.clone()}</strong></p>
            {act(slug, view, gesture::HIDE_CODE, text::HIDE_CODE, ().into_any(), false)}
        }
        .into_any(),
        None => act(slug, view, gesture::SHOW_CODE, text::SHOW_CODE, ().into_any(), false),
    };
    let takes = view.scene.sitting.stage.takes_people();
    takes.then(|| view! { <section class="ruled" aria-labelledby="code"><h2 id="code">{text::CHECK_IN_CODE}</h2>{shown}</section> }).into_any()
}

fn shut(slug: &Slug, view: &ChairView) -> AnyView {
    view! {
        <section class="ruled">
            {aloud(text::CLOSE_ALOUD.to_owned())}
            {act(slug, view, gesture::CLOSE_SITTING, text::CLOSE_SITTING, ().into_any(), false)}
        </section>
    }
    .into_any()
}
