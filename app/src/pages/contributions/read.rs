//! One contribution, like print: its words to the letter, and what the analysis reads in them.

use domain::congress::Congress;
use domain::contribution::ContributionNumber;
use domain::reading::ContributionPage;
use domain::words::Slug;
use leptos::prelude::*;

use super::closest::{closest, guess};
use super::notes::{body, notes};
use crate::components::neighbours::{Neighbour, neighbours};
use crate::components::number::number;
use crate::components::quote::signature;
use crate::routes::Route;
use crate::text::{contribution as text, date, names};
use crate::{Document, Section};

/// The page.
pub fn document(congress: &Congress, page: ContributionPage) -> Document {
    let slug = congress.slug.clone();
    let title = text::title(&page.card.contribution.number.to_string());
    let view = move || view(&slug, &page);
    Document::new(title, view).within(Some(congress)).at(Section::Contributions)
}

fn view(slug: &Slug, page: &ContributionPage) -> AnyView {
    view! {
        <div class="sheet">
            <article class="contribution">
                {heading(page)}
                <div class="beside">
                    {body(page)}
                    {notes(slug, page)}
                </div>
                {closest(slug, page)}
                {page.guess.as_ref().map(|of| guess(slug, of))}
                {foot(slug, page)}
            </article>
            {around(slug, page)}
        </div>
    }
    .into_any()
}

fn heading(page: &ContributionPage) -> AnyView {
    let contribution = &page.card.contribution;
    let named = view! { {text::TITLE}" "{number(contribution.number)} };
    let heading = match &contribution.title {
        Some(title) => view! { <p class="over">{named}</p><h1>{title.clone()}</h1> }.into_any(),
        None => view! { <h1>{named}</h1> }.into_any(),
    };
    view! { <header class="sheet-head">{heading}<p class="byline">{signature(&contribution.signature)}</p></header> }
        .into_any()
}

fn foot(slug: &Slug, page: &ContributionPage) -> AnyView {
    let contribution = &page.card.contribution;
    let received = text::received(names::channel(contribution.channel), &date::day(contribution.received_at));
    let areas = (!contribution.areas.is_empty()).then(|| {
        view! { <p>{text::AREAS}"\u{a0}: "{contribution.areas.join(", ")}</p> }
    });
    let href = Route::Contribution(slug, contribution.number).path();
    view! {
        <footer class="sheet-foot">
            <p>{received}</p>
            <p>{names::college(contribution.signature.college)}</p>
            {areas}
            <p><a href=href rel="bookmark">{text::PERMALINK}</a></p>
        </footer>
    }
    .into_any()
}

fn around(slug: &Slug, page: &ContributionPage) -> AnyView {
    let to = |way: &'static str, to: ContributionNumber| Neighbour {
        href: Route::Contribution(slug, to).path(),
        way: Some(way),
        name: to.to_string(),
    };
    let before = page.previous.map(|number| to(text::PREVIOUS, number));
    let after = page.next.map(|number| to(text::NEXT, number));
    neighbours(text::NEIGHBOURS, before, after)
}
