//! One block: its words, what of them is the machine's, what it rests on.

use domain::congress::Congress;
use domain::id::MemberId;
use domain::reading::{BlockLine, MotionHead, Source};
use domain::time::Timestamp;
use domain::wording::{BlockKind, Stance};
use domain::words::Slug;
use leptos::prelude::*;

use super::start::kinds;
use super::words::{difference, shown};
use super::{act, name};
use crate::components::desk::{Desk, desk};
use crate::components::field::{self, Choice, Line};
use crate::components::quote::{Beneath, quote};
use crate::form::Faults;
use crate::routes::{Route, WordingRoute};
use crate::text::{date, wording as text};
use crate::{Document, Section};

/// What came between a text that was typed and the one that stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Between {
    /// Somebody saved other words.
    Stale,
    /// Somebody else is writing.
    Held,
    /// It was taken out.
    Gone,
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct BlockView {
    /// The motion.
    pub head: MotionHead,
    /// The block as it stands.
    pub line: BlockLine,
    /// Who asks.
    pub me: MemberId,
    /// The present moment.
    pub now: Timestamp,
    /// What it rests on.
    pub sources: Vec<Source>,
    /// Words that were typed and aren't saved, with their kind.
    pub typed: Option<(BlockKind, String)>,
    /// Why.
    pub between: Option<Between>,
    /// A citation that couldn't be made: number and words.
    pub cited: (String, String),
    /// What is wrong.
    pub faults: Faults,
    /// What was just done, or wasn't.
    pub done: Option<&'static str>,
}

/// The page.
pub fn document(congress: &Congress, view: BlockView) -> Document {
    let slug = congress.slug.clone();
    let title = text::block(view.line.block.kind, None, view.head.shape);
    let page = move || page(&slug, &view);
    Document::new(title, page).within(Some(congress)).at(Section::Staff).unlisted()
}

fn page(slug: &Slug, view: &BlockView) -> AnyView {
    let (line, key) = (&view.line, view.line.block.key);
    let action = Route::Wording(slug, WordingRoute::Block(key)).path();
    let open = view.head.stage.may_write();
    let (mine, theirs) = match line.writer(view.now) {
        Some(of) if of.member == view.me => (Some(of), None),
        theirs => (None, theirs),
    };
    let lent = theirs.map(|of| view! { <p class="note">{text::held(&of.name, &date::hour(of.until))}</p> });
    let writes = open && (mine.is_some() || view.typed.is_some());
    let form = if writes {
        let until = mine.map(|of| view! { <p class="note">{text::yours(&date::hour(of.until))}</p> });
        view! { {until}{form(&action, view)} }.into_any()
    } else {
        let take = (open && theirs.is_none()).then(|| {
            view! {
                <form class="actions" method="post" action=action.clone()>
                    <button class="button primary" name=name::ACT value=act::TAKE>{text::WRITE}</button>
                </form>
            }
        });
        view! { {shown(line.block.words.as_str())}{take} }.into_any()
    };
    let done = view.done.map(|done| view! { <p class="done" role="status">{done}</p> });
    view! {
        <div class="middle wording">
            {desk(slug, Desk::Wording)}
            <p class="over"><a href=format!("{}#{key}", Route::Wording(slug, WordingRoute::Desk).path())>{view.head.title.to_string()}</a></p>
            <h1>{text::block(line.block.kind, None, view.head.shape)}</h1>
            <p class="note">{text::written(line.by.as_deref(), &date::moment(line.at))}" · "
                <a href=Route::Wording(slug, WordingRoute::History(key)).path()>{text::HISTORY}</a></p>
            {done}
            {lent}
            {field::summary(&view.faults)}
            {between(view)}
            {form}
            {machine(&action, view, open)}
            {sources(slug, &action, view, open)}
        </div>
    }
    .into_any()
}

fn between(view: &BlockView) -> AnyView {
    let (Some(between), Some((_, typed))) = (view.between, &view.typed) else { return ().into_any() };
    let why = match between {
        Between::Stale => text::STALE,
        Between::Held => text::HELD_WHILE,
        Between::Gone => text::GONE,
    };
    let stands = view.line.block.words.as_str();
    view! {
        <section class="warning" role="alert" aria-labelledby="entretemps">
            <p>{why}</p>
            <h2 id="entretemps">{text::THEIRS}</h2>
            {shown(stands)}
            <h2>{text::DIFFERENCE}</h2>
            {difference(stands, typed)}
        </section>
    }
    .into_any()
}

fn form(action: &str, view: &BlockView) -> AnyView {
    let block = &view.line.block;
    let (kind, words) = view.typed.clone().unwrap_or_else(|| (block.kind, block.words.to_string()));
    let kinds = kinds(kind, view.head.shape);
    view! {
        <form class="form" method="post" action=action.to_owned() novalidate>
            <input type="hidden" name=name::FROM value=view.line.version.to_string()/>
            {field::select(name::KIND, text::KIND, kinds, &view.faults)}
            {field::area(name::WORDS, text::WORDS, text::WORDS_HINT, &words, &view.faults)}
            <p class="actions">
                <button class="button primary" name=name::ACT value=act::SAVE>{text::SAVE}</button>
                <button class="button" name=name::ACT value=act::GIVE_BACK>{text::GIVE_BACK}</button>
            </p>
        </form>
    }
    .into_any()
}

fn machine(action: &str, view: &BlockView, open: bool) -> AnyView {
    let block = &view.line.block;
    if block.machine.is_empty() {
        return ().into_any();
    }
    let sentences = block.machine.as_slice().iter().filter_map(|span| block.words.as_str().get(span.clone()));
    let items = sentences.map(|words| {
        let accept = open.then(|| {
            view! {
                <form class="actions" method="post" action=action.to_owned()>
                    <input type="hidden" name=name::SENTENCE value=words.to_owned()/>
                    <button class="button" name=name::ACT value=act::ACCEPT>{text::ACCEPT}<span class="said">{format!(", {words}")}</span></button>
                </form>
            }
        });
        view! { <li>{shown(words)}{accept}</li> }
    });
    let all = open.then(|| {
        view! {
            <form class="actions" method="post" action=action.to_owned()>
                <button class="button" name=name::ACT value=act::ACCEPT_ALL>{text::ACCEPT_ALL}</button>
            </form>
        }
    });
    view! {
        <section class="ruled" aria-labelledby="automatiques">
            <h2 id="automatiques">{text::MACHINE}</h2>
            <p class="note">{text::MACHINE_HOW}</p>
            <ul class="wording-blocks">{items.collect_view()}</ul>
            {all}
        </section>
    }
    .into_any()
}

fn sources(slug: &Slug, action: &str, view: &BlockView, open: bool) -> AnyView {
    let items = view.sources.iter().map(|of| {
        let label = format!("{}, {}", text::DETACH, of.quote.number);
        let detach = of.id.filter(|_| open).map(|id| {
            view! {
                <form class="actions" method="post" action=action.to_owned()>
                    <input type="hidden" name=name::CITATION value=id.to_string()/>
                    <button class="button" name=name::ACT value=act::DETACH aria-label=label>{text::DETACH}</button>
                </form>
            }
        });
        view! { <li><h3>{text::stance(of.stance)}</h3>{quote(slug, &of.quote, Beneath::Signature)}{detach}</li> }
    });
    let none = view.sources.is_empty().then(|| view! { <p class="note">{text::NO_SOURCE}</p> });
    view! {
        <section class="ruled" aria-labelledby="sources">
            <h2 id="sources">{text::SOURCES}</h2>
            {none}
            <ul class="wording-blocks">{items.collect_view()}</ul>
            {open.then(|| cite(action, view))}
        </section>
    }
    .into_any()
}

fn cite(action: &str, view: &BlockView) -> AnyView {
    let (number, extract) = view.cited.clone();
    let number =
        Line { name: name::CONTRIBUTION, label: text::CONTRIBUTION, value: number, ..Line::default() };
    let hint = Some(text::EXTRACT_HINT.to_owned());
    let extract = Line { name: name::EXTRACT, label: text::EXTRACT, value: extract, hint, ..Line::default() };
    let stance = |of: &Stance| Choice::of(of.code(), text::stance(*of), Stance::Support.code());
    let stances = Stance::ALL.iter().map(stance);
    view! {
        <form class="form" method="post" action=action.to_owned() novalidate>
            <h3>{text::CITE}</h3>
            {field::line(number, &view.faults)}
            {field::line(extract, &view.faults)}
            {field::select(name::STANCE, text::STANCE, stances.collect(), &view.faults)}
            <p class="actions"><button class="button" name=name::ACT value=act::ATTACH>{text::ATTACH}</button></p>
        </form>
    }
    .into_any()
}
