//! The chair's desk: one clear next action at any time, and the sentence to read aloud.

mod act;
mod around;
mod names;
mod next;
mod screens;
mod shortcuts;
mod timing;

use domain::congress::Congress;
use domain::id::FloorRequestId;
use domain::line::Line;
use domain::live::Audience;
use domain::sitting::{AgendaItem, SeatKey, SittingStage};
use domain::vote::{Poll, PollState, Roll};
use domain::words::Slug;
use leptos::prelude::*;

use self::around::{agenda, floor, latecomers, prepared, shut, there};
use self::next::next;
use self::screens::{code, screens};
use self::shortcuts::shortcuts;
use super::prepare;
use super::scene::{self, Scene};
use crate::components::live::live;
use crate::form::Faults;
use crate::routes::Route;
use crate::text::desk as text;
use crate::{Document, Section};

pub(super) use self::act::hidden;
pub use self::names::{gesture, name};
pub use super::prepare::Typed;

/// Somebody who asks to speak.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asking {
    /// The request.
    pub id: FloorRequestId,
    /// Their name.
    pub name: String,
    /// Whether it is their turn.
    pub is_next: bool,
    /// Whether they spoke before in this sitting.
    pub has_spoken: bool,
}

/// What must be known at once of the poll under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ails {
    /// The key of its box is lost: it can only be cancelled.
    KeyLost,
    /// Ballots can't be written.
    NotWritten,
}

/// A voice that isn't on the roll of the poll that is open: its person came in since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Latecomer {
    /// Which.
    pub key: SeatKey,
    /// Whose.
    pub name: String,
    /// Who casts it, when that is somebody else.
    pub holder: Option<String>,
}

/// The desk.
#[derive(Clone, Debug, PartialEq)]
pub struct ChairView {
    /// What is going on.
    pub scene: Scene,
    /// What ails the poll under way.
    pub ails: Option<Ails>,
    /// Who is there now, in voices.
    pub there: Roll,
    /// The agenda.
    pub agenda: Vec<AgendaItem>,
    /// All its polls, in order.
    pub polls: Vec<Poll>,
    /// Who asks to speak, whose turn it is first.
    pub asking: Vec<Asking>,
    /// Voices that came late to the poll that is open.
    pub late: Vec<Latecomer>,
    /// The code that is on the screen.
    pub code: Option<String>,
    /// The network that screens name.
    pub network: Option<Line>,
    /// A vote as it was typed.
    pub typed: Typed,
    /// What is wrong with what was typed.
    pub faults: Faults,
    /// Why something wasn't done.
    pub refused: Option<String>,
    /// What was done.
    pub done: Option<&'static str>,
}

impl ChairView {
    /// Those that are prepared.
    fn prepared(&self) -> impl Iterator<Item = &Poll> {
        self.polls.iter().filter(|poll| poll.stage.state() == PollState::Prepared)
    }
}

/// The page, made from the scene of number `n` or a later one.
pub fn document(congress: &Congress, n: u64, view: ChairView) -> Document {
    let slug = congress.slug.clone();
    let page = move || page(&slug, n, &view);
    Document::new(text::TITLE, page)
        .within(Some(congress))
        .at(Section::Sittings)
        .unlisted()
        .with_live()
        .with_shortcuts()
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
            {latecomers(slug, view)}
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
            {screens(slug, view)}
            {open.then(|| shut(slug, view))}
            {shortcuts()}
        </div>
    }
    .into_any()
}
