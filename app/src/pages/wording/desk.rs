//! The whole motion for staff: its blocks in order, what is left to do, its versions.

use domain::congress::Congress;
use domain::reading::{BlockLine, Figures, MotionDesk};
use domain::time::Timestamp;
use domain::wording::{Block, BlockKind, Gauge, fill, numbered};
use domain::words::Slug;
use leptos::prelude::*;

use super::start::{kinds, shapes};
use super::version::list;
use super::words::shown;
use super::{act, name};
use crate::components::desk::{Desk, desk};
use crate::components::field::{self, Choice, Line};
use crate::form::Faults;
use crate::routes::{AmendingRoute, Route, WordingRoute};
use crate::text::{amending as amend, date, wording as text};
use crate::{Document, Section};

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct DeskView {
    /// The motion.
    pub desk: MotionDesk,
    /// The present moment: who holds what.
    pub now: Timestamp,
    /// What was just done, or wasn't.
    pub done: Option<&'static str>,
    /// Words that were to be added and couldn't.
    pub typed: String,
    /// What is wrong.
    pub faults: Faults,
}

/// The page.
pub fn document(congress: &Congress, view: DeskView) -> Document {
    let slug = congress.slug.clone();
    let page = move || page(&slug, &view);
    Document::new(text::TITLE, page).within(Some(congress)).at(Section::Staff).unlisted()
}

fn page(slug: &Slug, view: &DeskView) -> AnyView {
    let motion = &view.desk;
    let done = view.done.map(|done| view! { <p class="done" role="status">{done}</p> });
    let blocks: Vec<Block> = motion.blocks.iter().map(|line| line.block.clone()).collect();
    let names: Vec<String> =
        numbered(&blocks).iter().map(|of| text::block(of.block.kind, of.number, motion.head.shape)).collect();
    let open = motion.head.stage.may_write();
    let settled = (!open).then(|| view! { <p class="note">{text::SETTLED}</p> });
    let items = motion.blocks.iter().zip(&names).map(|(of, name)| item(slug, view, of, name)).collect_view();
    let machine = motion.blocks.iter().map(|of| of.block.machine.count()).sum();
    let action = Route::Wording(slug, WordingRoute::Desk).path();
    let amending = (!motion.versions.is_empty()).then(|| {
        view! { <a class="button" href=Route::Amending(slug, AmendingRoute::Desk).path()>{amend::DESK}</a> }
    });
    view! {
        <div class="middle wording">
            {desk(slug, Desk::Wording)}
            <p class="over">{text::stage(motion.head.stage)}</p>
            <h1>{motion.head.title.to_string()}</h1>
            <p class="lead">{text::LEAD}</p>
            {done}
            {settled}
            {field::summary(&view.faults)}
            <ul class="trace">
                <li>{text::machine_left(machine)}"."</li>
                <li>{text::pending_left(motion.pending)}"."</li>
                <li>{gauge(&blocks, &motion.figures)}</li>
            </ul>
            <p class="actions"><a class="button" href=Route::Wording(slug, WordingRoute::Publish).path()>{text::TO_PUBLISH}</a>{amending}</p>
            <h2>{text::OUTLINE}</h2>
            <ol class="wording-blocks">{items}</ol>
            {open.then(|| add(&action, view, &names))}
            {removed(&action, motion)}
            {open.then(|| head(&action, motion))}
            {list(slug, &motion.versions)}
        </div>
    }
    .into_any()
}

/// How long it is, its figures filled in.
pub(super) fn gauge(blocks: &[Block], figures: &Figures) -> String {
    let words = |of: &Block| (of.kind, fill(of.words.as_str(), |field| text::field(field, figures)));
    let filled: Vec<(BlockKind, String)> = blocks.iter().map(words).collect();
    text::gauge(Gauge::of(filled.iter().map(|(kind, words)| (*kind, words.as_str()))))
}

fn item(slug: &Slug, view: &DeskView, of: &BlockLine, called: &str) -> AnyView {
    let (key, block) = (of.block.key, &of.block);
    let href = Route::Wording(slug, WordingRoute::Block(key)).path();
    let words = fill(block.words.as_str(), |field| text::field(field, &view.desk.figures));
    let machine = (!block.machine.is_empty())
        .then(|| view! { <p class="note"><span class="machine">{text::machine_left(block.machine.count())}</span></p> });
    let held = of.writer(view.now);
    let held = held.map(|by| view! { <p class="note">{text::held(&by.name, &date::hour(by.until))}</p> });
    let button = |act: &'static str, words: &'static str| {
        let label = format!("{words}, {called} ({key})");
        view! { <button class="button" name=name::ACT value=act aria-label=label>{words}</button> }
    };
    let acts = view.desk.head.stage.may_write().then(|| {
        view! {
            <form class="actions" method="post" action=Route::Wording(slug, WordingRoute::Desk).path()>
                <input type="hidden" name=name::BLOCK value=key.to_string()/>
                {button(act::TAKE, text::WRITE)}
                {button(act::UP, text::UP)}
                {button(act::DOWN, text::DOWN)}
                {button(act::REMOVE, text::REMOVE)}
            </form>
        }
    });
    view! {
        <li id=key.to_string()>
            <h3><a href=href>{called.to_owned()}</a></h3>
            {shown(&words)}
            {machine}
            {held}
            <p class="note">{text::sources(of.sources)}" · "{text::written(of.by.as_deref(), &date::moment(of.at))}</p>
            {acts}
        </li>
    }
    .into_any()
}

fn add(action: &str, view: &DeskView, names: &[String]) -> AnyView {
    let kinds = kinds(BlockKind::Paragraph, view.desk.head.shape);
    let last = view.desk.blocks.last().map(|of| of.block.key.to_string()).unwrap_or_default();
    let behind = view.desk.blocks.iter().zip(names).map(|(of, name)| {
        Choice::of(&of.block.key.to_string(), text::behind(name, of.block.words.as_str()), &last)
    });
    let places = std::iter::once(Choice::of("", text::FIRST, &last)).chain(behind).collect();
    view! {
        <section class="ruled" aria-labelledby="ajouter">
            <h2 id="ajouter">{text::ADD}</h2>
            <form class="form" method="post" action=action.to_owned() novalidate>
                {field::select(name::KIND, text::KIND, kinds, &view.faults)}
                {field::select(name::AFTER, text::AFTER, places, &view.faults)}
                {field::area(name::WORDS, text::WORDS, text::WORDS_HINT, &view.typed, &view.faults)}
                <p class="actions"><button class="button" name=name::ACT value=act::ADD>{text::ADD}</button></p>
            </form>
        </section>
    }
    .into_any()
}

fn removed(action: &str, motion: &MotionDesk) -> AnyView {
    if motion.removed.is_empty() {
        return ().into_any();
    }
    let items = motion.removed.iter().map(|of| {
        let key = of.block.key.to_string();
        let label = format!("{}, {key}", text::PUT_BACK);
        view! {
            <li>
                {shown(of.block.words.as_str())}
                <form class="actions" method="post" action=action.to_owned()>
                    <input type="hidden" name=name::BLOCK value=key/>
                    <button class="button" name=name::ACT value=act::PUT_BACK aria-label=label>{text::PUT_BACK}</button>
                </form>
            </li>
        }
    });
    view! {
        <section class="ruled" aria-labelledby="retires">
            <h2 id="retires">{text::REMOVED}</h2>
            <p class="note">{text::REMOVED_HOW}</p>
            <ul class="wording-blocks">{items.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn head(action: &str, motion: &MotionDesk) -> AnyView {
    let (none, title) = (Faults::default(), motion.head.title.to_string());
    let title = Line { name: name::TITLE, label: text::NAME, value: title, ..Line::default() };
    view! {
        <section class="ruled" aria-labelledby="titre">
            <h2 id="titre">{text::HEAD}</h2>
            <form class="form" method="post" action=action.to_owned() novalidate>
                {field::line(title, &none)}
                {field::radios(name::SHAPE, text::SHAPE, shapes(motion.head.shape.code()), &none)}
                <p class="actions"><button class="button" name=name::ACT value=act::RETITLE>{text::SAVE}</button></p>
            </form>
        </section>
    }
    .into_any()
}
