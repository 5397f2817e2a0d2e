//! What everybody who follows a sitting sees of it at a moment: rendered once, for all.

use domain::live::{Fact, Facts};
use domain::sitting::{AgendaItem, ItemState, Sitting, Timing};
use domain::time::Timestamp;
use domain::vote::{Choice, Method, Poll, Secrecy, Stage};
use domain::words::Slug;
use leptos::prelude::*;

use super::own::fact;
use crate::components::countdown::countdown;
use crate::routes::Route;
use crate::text::{sitting as text, timing, vote};

/// The names of a ballot's fields.
pub mod name {
    /// Which poll.
    pub const POLL: &str = "scrutin";
    /// Choosing, or confirming.
    pub const STEP: &str = "etape";
    /// Its value when one chooses.
    pub const CHOOSE: &str = "choisir";
    /// Its value when one confirms.
    pub const CONFIRM: &str = "confirmer";
    /// For which voice; all of one's own without it.
    pub const SEAT: &str = "voix";
    /// What is chosen; several of them where several options are.
    pub const CHOICE: &str = "choix";
    /// Its value when one takes no part.
    pub const ASIDE: &str = "hors";
    /// What comes before the rank of an option.
    pub const OPTION: &str = "option-";
    /// The page on which it was chosen, by a name that it drew.
    pub const PAGE: &str = "page";
    /// As its how manieth choice.
    pub const RANK: &str = "rang";
    /// The receipts of a secret ballot, in the order of one's voices.
    pub const RECEIPT: &str = "recepisse";
}

/// What is going on.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The sitting.
    pub sitting: Sitting,
    /// What it deals with now.
    pub item: Option<AgendaItem>,
    /// The poll that is open or closed and not proclaimed, else the last one proclaimed for that item.
    pub poll: Option<Poll>,
    /// Voices given, and of how many, until its result is said.
    pub turnout: (u64, u64),
    /// Who speaks.
    pub speaker: Option<String>,
    /// Since when.
    pub speaks_since: Option<Timestamp>,
    /// When their turn is to end, where turns are timed.
    pub turn_ends: Option<Timestamp>,
    /// How the sitting times those who speak.
    pub timing: Timing,
}

/// The value of a simple choice.
pub fn code(of: &Choice) -> &'static str {
    match of {
        Choice::For => "pour",
        Choice::Against => "contre",
        Choice::Abstain => "abstention",
        Choice::Blank => "blanc",
        Choice::Options(_) => "",
    }
}

/// The same as HTML, for the socket: once for everybody. What concerns each is told to each apart.
pub fn fragment(slug: &Slug, of: &Scene) -> String {
    scene(slug, of, &Facts::new()).to_html().replace("<!>", "")
}

/// What is said to whoever doesn't see, when it changes.
pub fn say(of: &Scene) -> String {
    let poll = of.poll.as_ref().map(|poll| {
        let state = match poll.stage {
            Stage::Open { .. } => text::VOTE_OPEN,
            Stage::Closed { .. } => text::VOTE_CLOSED,
            Stage::Proclaimed { .. } => text::VOTE_PROCLAIMED,
            Stage::Cancelled { .. } => text::VOTE_CANCELLED,
            Stage::Prepared => "",
        };
        format!("{state}\u{a0}: {}", poll.question.title)
    });
    let item = of.item.as_ref().map(|item| item.title.as_str().to_owned());
    let speaker = of.speaker.as_ref().map(|name| text::speaking(name));
    let pitch = of.timing.pitch.as_ref().map(timing::pitch);
    [poll.or(item), pitch, speaker].into_iter().flatten().collect::<Vec<_>>().join(". ")
}

/// The part of the page of a phone that changes by itself, with what is known of whoever looks.
pub fn scene(slug: &Slug, scene: &Scene, mine: &Facts) -> AnyView {
    let item = scene.item.as_ref().filter(|item| item.state() == ItemState::Current).map(|item| {
        let speaker =
            item.speaker.as_ref().map(|speaker| view! { <p class="note">{speaker.as_str().to_owned()}</p> });
        view! { <div class="scene-item"><h2>{item.title.as_str().to_owned()}</h2>{speaker}</div> }
    });
    let speaker = scene.speaker.as_ref().map(
        |name| view! { <p class="scene-speaker">{text::speaking(name)}</p>{scene.turn_ends.map(countdown)} },
    );
    let pitch = scene.timing.pitch.as_ref().map(|pitch| {
        let who = timing::pitch(pitch);
        view! { <p class="scene-speaker">{who}</p>{countdown(pitch.ends_at)} }
    });
    let nothing = (scene.item.is_none() && scene.poll.is_none() && scene.sitting.stage.is_open())
        .then(|| view! { <p>{text::NOTHING_NOW}</p> });
    let poll = scene.poll.as_ref().map(|poll| poll_now(slug, scene, poll, mine));
    let title = format!("{} · {}", scene.sitting.name, text::stage(scene.sitting.stage));
    view! {
        <section class="scene" data-scene="suivi" data-say=say(scene) aria-label=title>
            {item}{pitch}{speaker}{nothing}{poll}
        </section>
    }
    .into_any()
}

fn poll_now(slug: &Slug, scene: &Scene, poll: &Poll, mine: &Facts) -> AnyView {
    let state = match poll.stage {
        Stage::Open { .. } => open(slug, scene, poll, mine),
        Stage::Closed { .. } => {
            view! { <p class="poll-state">{text::VOTE_CLOSED}</p><p>{text::VOTE_CLOSED_HOW}</p> }.into_any()
        }
        Stage::Proclaimed { .. } => result(poll),
        Stage::Cancelled { ref reason, .. } => {
            view! { <p class="poll-state">{text::VOTE_CANCELLED}</p><p>{reason.as_str().to_owned()}</p> }
                .into_any()
        }
        Stage::Prepared => ().into_any(),
    };
    view! { <article class="poll" data-poll=poll.id.to_string()>{head(poll)}{state}</article> }.into_any()
}

/// What is put to the vote.
pub fn head(poll: &Poll) -> AnyView {
    let text_of = (!poll.question.text.is_empty())
        .then(|| view! { <div class="poll-text">{paragraphs(&poll.question.text)}</div> });
    let test = poll.is_test.then(|| view! { <p class="poll-test">{text::VOTE_TEST}</p> });
    view! {
        <p class="kind">{vote::numbered(poll.number)}</p>
        <h2 class="poll-title">{poll.question.title.as_str().to_owned()}</h2>
        {test}
        {text_of}
    }
    .into_any()
}

fn paragraphs(of: &str) -> Vec<AnyView> {
    let lines = of.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| view! { <p>{line.to_owned()}</p> }.into_any()).collect()
}

fn open(slug: &Slug, scene: &Scene, poll: &Poll, mine: &Facts) -> AnyView {
    let (given, of) = scene.turnout;
    let rule = vote::rule(poll).into_iter().map(|sentence| view! { <li>{sentence}</li> }).collect_view();
    view! {
        <p class="poll-state">{text::VOTE_OPEN}</p>
        <p class="poll-count" data-count=poll.id.to_string() data-count-text=vote::TURNOUT>{vote::turnout(given, of)}</p>
        <ul class="poll-rule">{rule}</ul>
        <div data-mine-show=fact::MAY_VOTE hidden=!is(mine, fact::MAY_VOTE)>{ballot(slug, scene.sitting.id, poll, None)}</div>
        <p class="own-voices" data-mine-text=fact::VOICES>{words(mine, fact::VOICES)}</p>
        <p class="own-votes" data-mine-text=fact::BECAME>{words(mine, fact::BECAME)}</p>
        <p data-mine-show=fact::SEVERAL hidden=!is(mine, fact::SEVERAL)>
            <a href=format!("{}?voix#voix-par-voix", Route::Sitting(slug, scene.sitting.id).path())>{text::ONE_BY_ONE}</a>
        </p>
    }
    .into_any()
}

fn is(mine: &Facts, name: &str) -> bool {
    mine.get(name) == Some(&Fact::Is(true))
}

fn words(mine: &Facts, name: &str) -> String {
    match mine.get(name) {
        Some(Fact::Words(words)) => words.clone(),
        _ => String::new(),
    }
}

/// The form of a ballot: for all of one's voices, or for one.
pub fn ballot(slug: &Slug, sitting: domain::id::SittingId, poll: &Poll, seat: Option<&str>) -> AnyView {
    // A ballot that hasn't left gives way to another for the same voice, and to no other.
    let slot = format!("{} {}", poll.id, seat.unwrap_or_default());
    let seat = seat.map(|seat| view! { <input type="hidden" name=name::SEAT value=seat.to_owned()/> });
    let aside = view! { <button class="button quiet" name=name::CHOICE value=name::ASIDE formnovalidate>{text::ASIDE}</button> };
    view! {
        <form class="ballot" method="post" action=Route::Vote(slug, sitting).path() data-poll=poll.id.to_string()
            data-ballot="cle" data-ask=poll.question.method.most().to_string() data-slot=slot data-secret=poll.secrecy == Secrecy::Secret>
            <input type="hidden" name=name::POLL value=poll.id.to_string()/>
            <input type="hidden" name=name::STEP value=name::CHOOSE/>
            {seat}
            {choices(poll)}
            {aside}
        </form>
    }
    .into_any()
}

fn simple(poll: &Poll) -> Vec<Choice> {
    let sides =
        [Choice::For, Choice::Against].into_iter().filter(|_| poll.question.method == Method::ForAgainst);
    let blank = (poll.secrecy == Secrecy::Secret).then_some(Choice::Blank);
    sides.chain([Choice::Abstain]).chain(blank).collect()
}

fn choices(poll: &Poll) -> AnyView {
    let kind = if poll.question.method.most() == 1 { "radio" } else { "checkbox" };
    let options = poll.question.options.iter().enumerate().map(|(rank, option)| {
        let id = format!("option-{rank}-{}", poll.number);
        view! {
            <div class="option">
                <input type=kind id=id.clone() name=name::CHOICE value=format!("{}{rank}", name::OPTION)/>
                <label for=id>{option.as_str().to_owned()}</label>
            </div>
        }
    });
    let options = (!poll.question.options.is_empty()).then(|| {
        view! {
            <fieldset class="field options"><legend>{vote::most(poll.question.method)}</legend>{options.collect_view()}</fieldset>
            <button class="button primary">{vote::GO_ON}</button>
        }
    });
    let simple = simple(poll).into_iter().map(|of| {
        let primary = matches!(of, Choice::For | Choice::Against);
        view! { <button class="button vote" class:primary=primary name=name::CHOICE value=code(&of)>{vote::vote(&of, poll)}</button> }
    });
    view! { {options}<div class="ballot-choices">{simple.collect_view()}</div> }.into_any()
}

/// What came out.
pub fn result(poll: &Poll) -> AnyView {
    let Stage::Proclaimed { outcome, .. } = &poll.stage else { return ().into_any() };
    let verdict = poll.decision().map(|decision| {
        let computed = vote::computation(poll.rule, outcome, decision);
        view! { <p class="verdict" class:adopted=decision.adopted>{vote::verdict(decision)}</p><p>{computed}</p> }
    });
    let elected = poll.elected().map(|of| view! { <p class="verdict">{vote::elected(&of, poll)}</p> });
    view! {
        {verdict}{elected}
        <p class="poll-counts">{vote::counts(&outcome.tally, poll)}</p>
        <p class="note">{vote::roll(outcome)}</p>
    }
    .into_any()
}
