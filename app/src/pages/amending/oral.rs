//! Where an amendment that was said in the room is typed, in thirty seconds.

use domain::amendment::AmendmentKind;
use domain::congress::Congress;
use domain::reading::PublishedMotion;
use domain::sitting::Sitting;
use domain::words::Slug;
use leptos::prelude::*;

use super::desk::{means, sittings};
use super::{FIRST, name};
use crate::components::desk::{Desk, desk};
use crate::components::field::{self, Choice, Line};
use crate::form::Faults;
use crate::routes::{AmendingRoute, Route};
use crate::text::{amending as text, wording as said};
use crate::{Document, Section};

/// What was typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Typed {
    /// The id that the amendment will have.
    pub key: String,
    /// The block.
    pub block: String,
    /// What is done to it.
    pub kind: String,
    /// Words.
    pub words: String,
    /// The title.
    pub title: String,
    /// Who said it.
    pub by: String,
    /// Where it is voted.
    pub sitting: String,
    /// How.
    pub means: String,
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct OralView {
    /// The last version.
    pub motion: PublishedMotion,
    /// Sittings where polls can be prepared.
    pub sittings: Vec<Sitting>,
    /// What was typed.
    pub typed: Typed,
    /// What is wrong.
    pub faults: Faults,
    /// Why nothing was done, as a whole.
    pub refused: Option<&'static str>,
}

/// The page.
pub fn document(congress: &Congress, view: OralView) -> Document {
    let slug = congress.slug.clone();
    let page = move || page(&slug, &view);
    Document::new(text::ORAL, page).within(Some(congress)).at(Section::Staff).unlisted()
}

fn page(slug: &Slug, view: &OralView) -> AnyView {
    let (typed, faults) = (&view.typed, &view.faults);
    let blocks = view.motion.blocks.iter().map(|of| {
        let begins: String = domain::wording::plain(&of.words).chars().take(60).collect();
        let called = said::block(of.kind, of.number, view.motion.shape);
        Choice::of(&of.key.to_string(), format!("{called} : {begins}…"), &typed.block)
    });
    let blocks = blocks.chain(std::iter::once(Choice::of(FIRST, text::FIRST, &typed.block))).collect();
    let refused = view.refused.map(|why| view! { <p class="faults" role="alert">{why}</p> });
    let kind = if typed.kind.is_empty() { AmendmentKind::Replace.code() } else { &typed.kind };
    let kinds = AmendmentKind::ALL.iter().map(|of| Choice::of(of.code(), text::kind(*of), kind)).collect();
    let title = Line { name: name::TITLE, label: text::NAME, value: typed.title.clone(), ..Line::default() };
    let hint = Some(text::BY_HINT.to_owned());
    let by = Line { name: name::BY, label: text::BY, value: typed.by.clone(), hint, ..Line::default() };
    let where_voted = if view.sittings.is_empty() {
        view! { <p class="note">{text::NO_SITTING}</p> }.into_any()
    } else {
        view! { {sittings(&view.sittings, &typed.sitting, faults)}{means(&typed.means, faults)} }.into_any()
    };
    view! {
        <div class="middle wording">
            {desk(slug, Desk::Wording)}
            <p class="over"><a href=Route::Amending(slug, AmendingRoute::Desk).path()>{text::DESK}</a></p>
            <h1>{text::ORAL}</h1>
            <p class="lead">{text::ORAL_LEAD}</p>
            {refused}
            {field::summary(faults)}
            <form class="form" method="post" action=Route::Amending(slug, AmendingRoute::Oral).path() novalidate>
                <input type="hidden" name=name::KEY value=typed.key.clone()/>
                {field::select(name::BLOCK, text::PLACE, blocks, faults)}
                {field::radios(name::KIND, text::WHAT, kinds, faults)}
                {field::area(name::WORDS, text::ORAL_WORDS, text::ORAL_WORDS_HINT, &typed.words, faults)}
                {field::line(title, faults)}
                {field::line(by, faults)}
                {where_voted}
                <p class="actions"><button class="button primary">{text::TYPE}</button></p>
            </form>
        </div>
    }
    .into_any()
}
