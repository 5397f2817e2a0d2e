//! Where an amendment is proposed, or written otherwise by its author.

use domain::amendment::{AmendmentKind, AmendmentNumber, Place};
use domain::congress::Congress;
use domain::reading::PublishedMotion;
use domain::wording::{BlockKey, BlockKind, Shape};
use domain::words::Slug;
use leptos::prelude::*;

use super::item::{called, stands};
use super::{FIRST, name};
use crate::components::field::{self, Choice, Line};
use crate::form::Faults;
use crate::pages::wording::words::difference;
use crate::routes::{AmendingRoute, Route, WordingRoute};
use crate::text::{amending as text, wording as said};
use crate::{Document, Section};

/// What was typed, or what the form begins with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Typed {
    /// The id that the amendment will have.
    pub key: String,
    /// What an inserted block is.
    pub block_kind: String,
    /// Its words.
    pub words: String,
    /// Its title.
    pub title: String,
    /// Why.
    pub motive: String,
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct FormView {
    /// The last version.
    pub motion: PublishedMotion,
    /// Where.
    pub place: Place,
    /// What is done there.
    pub kind: AmendmentKind,
    /// The words there; nothing where a block is inserted.
    pub base: String,
    /// The wording of the amendment that a new sub-amendment changes.
    pub within: Option<u32>,
    /// The amendment that is written otherwise, with the wording that was read; none: a new one.
    pub rectifies: Option<(AmendmentNumber, u32)>,
    /// What was typed.
    pub typed: Typed,
    /// What is wrong.
    pub faults: Faults,
    /// Why nothing was done, as a whole.
    pub refused: Option<&'static str>,
    /// Whether what was typed and the text differ in a way that must be looked at.
    pub compares: bool,
    /// One that asks for the same.
    pub twin: Option<AmendmentNumber>,
    /// Whether one may propose now.
    pub open: bool,
}

/// The page.
pub fn document(congress: &Congress, view: FormView) -> Document {
    let slug = congress.slug.clone();
    let title = title(&view);
    let page = move || page(&slug, &view);
    Document::new(title, page).within(Some(congress)).at(Section::Motion).unlisted()
}

fn title(view: &FormView) -> &'static str {
    match (view.rectifies, view.place) {
        (Some(_), _) => text::RECTIFY,
        (None, Place::Within(_)) => text::SUB,
        (None, _) => text::PROPOSE,
    }
}

fn page(slug: &Slug, view: &FormView) -> AnyView {
    let version = Route::Wording(slug, WordingRoute::Version(view.motion.line.number)).path();
    let refused = view.refused.map(|why| view! { <p class="faults" role="alert">{why}</p> });
    let called = match view.place {
        Place::Within(number) => number.to_string(),
        place => called(&view.motion, place),
    };
    let stands_as = if matches!(view.place, Place::Within(_)) { text::STANDS_WITHIN } else { text::STANDS };
    let base = (!view.base.is_empty()).then(|| {
        view! {
            <section aria-labelledby="passage">
                <h2 id="passage">{stands_as}</h2>
                <p class="note">{called.clone()}</p>
                {stands(&view.base)}
            </section>
        }
    });
    let compared = (view.compares && !view.typed.words.is_empty()).then(|| {
        view! { <h2>{text::YOURS}</h2>{difference(&view.base, &view.typed.words)} }
    });
    let lead = if view.rectifies.is_some() { text::RECTIFY_HOW } else { text::PROPOSE_LEAD };
    let shut = (!view.open && view.refused.is_none()).then(|| view! { <p class="note">{text::SHUT}</p> });
    view! {
        <div class="middle wording">
            <p class="over"><a href=version>{view.motion.title.to_string()}</a></p>
            <h1>{title(view)}</h1>
            <p class="lead">{lead}</p>
            {kinds(slug, view)}
            {refused}
            {shut}
            {field::summary(&view.faults)}
            {base}
            {compared}
            {(view.open || view.refused.is_some()).then(|| form(slug, view))}
        </div>
    }
    .into_any()
}

/// What one may do to a block, each at its own address, so that no script is needed.
fn kinds(slug: &Slug, view: &FormView) -> AnyView {
    let key: BlockKey = match (view.rectifies, view.place) {
        (None, Place::At(key) | Place::Behind(Some(key))) => key,
        _ => return ().into_any(),
    };
    let items = AmendmentKind::ALL.iter().map(|kind| {
        let current = (*kind == view.kind).then_some("page");
        let href = Route::Amending(slug, AmendingRoute::At(key, *kind)).path();
        view! { <li><a href=href aria-current=current>{text::kind(*kind)}</a></li> }
    });
    view! { <nav class="views" aria-label=text::WHAT><ul>{items.collect_view()}</ul></nav> }.into_any()
}

/// What a block that is inserted may be.
pub fn block_kinds(chosen: &str, shape: Shape) -> Vec<Choice> {
    let chosen = if chosen.is_empty() { BlockKind::Paragraph.code() } else { chosen };
    let choice = |kind: &BlockKind| Choice::of(kind.code(), said::block(*kind, None, shape), chosen);
    BlockKind::ALL.iter().map(choice).collect()
}

fn form(slug: &Slug, view: &FormView) -> AnyView {
    let (typed, faults) = (&view.typed, &view.faults);
    let action = match view.rectifies {
        Some((number, _)) => Route::Amending(slug, AmendingRoute::Rectify(number)).path(),
        None => Route::Amending(slug, AmendingRoute::Propose).path(),
    };
    let (block, within) = match view.place {
        Place::At(key) | Place::Behind(Some(key)) => (key.to_string(), String::new()),
        Place::Behind(None) => (FIRST.to_owned(), String::new()),
        Place::Within(number) => (String::new(), number.to_string()),
    };
    let hint = if view.kind == AmendmentKind::Insert { text::NEW_WORDS_HINT } else { text::WORDS_HINT };
    let words = match view.kind {
        AmendmentKind::Delete => view! { <p>{text::DELETING}</p> }.into_any(),
        _ => field::area(name::WORDS, text::WORDS, hint, &typed.words, faults),
    };
    let inserts = (view.kind == AmendmentKind::Insert && view.rectifies.is_none()).then(|| {
        field::select(
            name::BLOCK_KIND,
            text::BLOCK_KIND,
            block_kinds(&typed.block_kind, view.motion.shape),
            faults,
        )
    });
    let hidden = |name: &'static str, value: String| view! { <input type="hidden" name=name value=value/> };
    let place = view.rectifies.is_none().then(|| {
        let version = view.motion.line.number.to_string();
        view! {
            {hidden(name::KEY, typed.key.clone())}
            {hidden(name::VERSION, version)}
            {hidden(name::BLOCK, block)}
            {hidden(name::WITHIN, within)}
            {hidden(name::KIND, view.kind.code().to_owned())}
        }
    });
    let read = view.rectifies.map(|(_, wording)| wording).or(view.within);
    let from = read.map(|wording| hidden(name::FROM, wording.to_string()));
    let twin = view.twin.map(|number| {
        let href = Route::Amending(slug, AmendingRoute::One(number)).path();
        view! {
            <p class="warning" role="alert"><a href=href>{number.to_string()}</a>" "{text::TWIN}</p>
            {hidden(name::SEEN, number.to_string())}
        }
    });
    let send = match (view.rectifies, view.twin) {
        (Some(_), _) => text::SAVE,
        (None, Some(_)) => text::SEND_ANYWAY,
        (None, None) => text::SEND,
    };
    let title = Line {
        name: name::TITLE,
        label: text::NAME,
        hint: Some(text::NAME_HINT.to_owned()),
        value: typed.title.clone(),
        ..Line::default()
    };
    view! {
        <form class="form" method="post" action=action novalidate>
            {place}
            {from}
            {inserts}
            {words}
            {field::line(title, faults)}
            {field::area(name::MOTIVE, text::MOTIVE, text::MOTIVE_HINT, &typed.motive, faults)}
            {twin}
            <p class="actions"><button class="button primary">{send}</button></p>
        </form>
    }
    .into_any()
}
