//! The corpus: search, filters, results.

use domain::congress::Congress;
use domain::moderation::HidingReason;
use domain::reading::{Card, CorpusPage, CorpusQuery};
use domain::words::Slug;
use leptos::prelude::*;
use std::ops::Range;

use crate::components::empty::empty;
use crate::components::marks::{excerpt, lit};
use crate::components::number::number;
use crate::components::pagination::pagination;
use crate::components::quote::signature;
use crate::components::search_form::{active_filters, search_form};
use crate::components::theme_tag;
use crate::routes::Route;
use crate::text::{
    corpus, life, moderation, names,
    quote::{CUT, REPORTED},
};
use crate::{Document, Section};

/// The page of results, and what to light up in them.
#[derive(Clone, Debug, PartialEq)]
pub struct CorpusView {
    /// What storage answered.
    pub page: CorpusPage,
    /// For each card, in the same order, the bytes of its body that answer the words; empty when none were asked.
    pub marks: Vec<Vec<Range<usize>>>,
    /// How many texts staff hid, by reason.
    pub hidden: Vec<(HidingReason, u32)>,
}

/// The list.
pub fn document(congress: &Congress, view: CorpusView) -> Document {
    let slug = congress.slug.clone();
    let page = move || page(&slug, &view);
    Document::new(corpus::TITLE, page).within(Some(congress)).at(Section::Contributions).with_island()
}

fn page(slug: &Slug, view: &CorpusView) -> AnyView {
    let page = &view.page;
    if page.corpus == 0 {
        let nothing = empty(corpus::NOTHING_YET, corpus::NOTHING_YET_HOW, None);
        return view! { <div class="narrow"><h1>{corpus::TITLE}</h1>{nothing}{search_form(slug, page)}</div> }.into_any();
    }
    let to = |asked| Route::Contributions(slug, &CorpusQuery { page: asked, ..page.query.clone() }).path();
    view! {
        <div class="middle corpus">
            <h1>{corpus::TITLE}</h1>
            {search_form(slug, page)}
            {active_filters(slug, page)}
            <section aria-labelledby="resultats">
                <div class="corpus-found">
                    <h2 id="resultats">{corpus::found(page.total, page.corpus, &page.query.words)}</h2>
                    <p class="note">{(page.total > 1).then(|| corpus::order(&page.query.words))}</p>
                </div>
                {results(slug, view)}
            </section>
            {pagination(page.page, page.pages, &to)}
            {moderation::hidden(&view.hidden).map(|words| view! { <p class="note">{words}</p> })}
        </div>
    }
    .into_any()
}

fn results(slug: &Slug, view: &CorpusView) -> AnyView {
    if view.page.cards.is_empty() {
        let query = &view.page.query;
        let filtered = query.kind.is_some()
            || query.place.is_some()
            || query.departement.is_some()
            || query.college.is_some();
        return view! { <p class="empty-what">{corpus::nothing(filtered)}</p> }.into_any();
    }
    let cards = view.page.cards.iter().enumerate();
    let cards = cards.map(|(at, of)| card(slug, of, view.marks.get(at).map_or(&[], Vec::as_slice)));
    view! { <ol class="cards">{cards.collect_view()}</ol> }.into_any()
}

fn card(slug: &Slug, card: &Card, marks: &[Range<usize>]) -> AnyView {
    let contribution = &card.contribution;
    let (body, href) = (contribution.body.as_str(), Route::Contribution(slug, contribution.number).path());
    let shown = excerpt(body, marks);
    let before = (shown.start > 0).then(|| format!("{CUT} "));
    let after = (shown.end < body.len()).then(|| {
        let label = format!("{}, {}", corpus::READ_ON, contribution.number);
        view! { {format!(" {CUT} ")}<a class="card-on" href=href.clone() aria-label=label>{corpus::READ_ON}</a> }
    });
    let title = contribution.title.clone().map(|title| view! { <span class="card-title">{title}</span> });
    let words = match contribution.state.is_shown() {
        true => view! { {before}{lit(body, &shown, marks)}{after} }.into_any(),
        false => life::tombstone(contribution.state).into_any(),
    };
    view! {
        <li class="card">
            <h3><a href=href.clone()>{number(contribution.number)}</a>{title}</h3>
            <div class="card-body">
                <p class="card-words">{words}</p>
                <div class="card-about">
                    <p class="card-who">{signature(&contribution.signature)}</p>
                    <p class="card-place">{card.place.as_ref().map(|place| theme_tag::place(slug, place))}{kind(card)}</p>
                </div>
            </div>
        </li>
    }
    .into_any()
}

fn kind(card: &Card) -> AnyView {
    let reported = card.contribution.reported.then(|| view! { <span class="kind">{REPORTED}</span> });
    let kind = card.kind.map(|kind| names::kind_with_source(kind, card.kind_suggested));
    let kind = kind.map(|words| view! { <span class="kind">{words}</span> });
    view! { {kind}{reported} }.into_any()
}
