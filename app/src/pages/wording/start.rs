//! Where a motion begins: from the draft, from a text, or from nothing.

use domain::congress::Congress;
use domain::wording::{BlockKind, Origin, Shape};
use domain::words::Slug;
use leptos::prelude::*;

use super::{act, name};
use crate::components::desk::{Desk, desk};
use crate::components::field::{self, Choice, Line};
use crate::form::Faults;
use crate::routes::{Route, WordingRoute};
use crate::text::wording as text;
use crate::{Document, Section};

/// What was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// What it is called.
    pub title: String,
    /// The code of its shape.
    pub shape: String,
    /// The code of what it begins with.
    pub origin: String,
    /// A text to begin with.
    pub words: String,
}

/// The page.
pub fn document(congress: &Congress, typed: Typed, faults: Faults) -> Document {
    let slug = congress.slug.clone();
    let page = move || page(&slug, &typed, &faults);
    Document::new(text::BEGIN, page).within(Some(congress)).at(Section::Staff).unlisted()
}

fn page(slug: &Slug, typed: &Typed, faults: &Faults) -> AnyView {
    let title = Line { name: name::TITLE, label: text::NAME, value: typed.title.clone(), ..Line::default() };
    view! {
        <div class="middle">
            {desk(slug, Desk::Wording)}
            <h1>{text::BEGIN}</h1>
            <p class="lead">{text::LEAD}</p>
            {field::summary(faults)}
            <form class="form" method="post" action=Route::Wording(slug, WordingRoute::Desk).path() novalidate>
                {field::line(title, faults)}
                {field::radios(name::SHAPE, text::SHAPE, shapes(&typed.shape), faults)}
                {field::radios(name::ORIGIN, text::ORIGIN, origins(&typed.origin), faults)}
                {field::area(name::WORDS, text::TEXT, text::TEXT_HINT, &typed.words, faults)}
                <p class="actions"><button class="button primary" name=name::ACT value=act::START>{text::START}</button></p>
            </form>
        </div>
    }
    .into_any()
}

/// The shapes to choose from.
pub(super) fn shapes(chosen: &str) -> Vec<Choice> {
    Shape::ALL.iter().map(|of| Choice::of(of.code(), text::shape(*of), chosen)).collect()
}

/// The kinds of blocks to choose from.
pub(super) fn kinds(chosen: BlockKind, shape: Shape) -> Vec<Choice> {
    let choice = |of: &BlockKind| Choice::of(of.code(), text::block(*of, None, shape), chosen.code());
    BlockKind::ALL.iter().map(choice).collect()
}

fn origins(chosen: &str) -> Vec<Choice> {
    Origin::ALL.iter().map(|of| Choice::of(of.code(), text::origin(*of), chosen)).collect()
}
