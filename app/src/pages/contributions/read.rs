//! One contribution, like print: its words to the letter, and what the analysis reads in them.

use domain::congress::Congress;
use domain::contribution::{Call, ContributionNumber};
use domain::reading::{ContributionPage, OwnContribution, Pile, QueueQuery};
use domain::time::Timestamp;
use domain::words::Slug;
use leptos::prelude::*;

use super::closest::{closest, guess};
use super::notes::{body, notes};
use crate::components::neighbours::{Neighbour, neighbours};
use crate::components::number::number;
use crate::components::quote::signature;
use crate::components::support::{Supported, support};
use crate::pages::writing::acts::{acts, listed};
use crate::pages::writing::still::still;
use crate::routes::Route;
use crate::text::{contribution as text, date, life, moderation, names};
use crate::{Document, Section};

/// Whoever reads the page of a contribution.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reader {
    /// What they know of it, when they wrote it.
    pub own: Option<OwnContribution>,
    /// Whether they support it; None when they may not: nobody is signed in, or it is theirs.
    pub supports: Option<bool>,
    /// Whether they may see its versions, as staff.
    pub staff: bool,
    /// Where the call stands; None where it doesn't matter.
    pub call: Option<(Call, Timestamp)>,
}

/// The page.
pub fn document(congress: &Congress, page: ContributionPage, reader: Reader) -> Document {
    let slug = congress.slug.clone();
    let title = text::title(&page.card.contribution.number.to_string());
    let view = move || view(&slug, &page, &reader);
    Document::new(title, view).within(Some(congress)).at(Section::Contributions)
}

fn view(slug: &Slug, page: &ContributionPage, reader: &Reader) -> AnyView {
    view! {
        <div class="sheet">
            <article class="contribution">
                {heading(slug, page)}
                {yours(slug, page.card.contribution.number, reader)}
                <div class="beside">
                    {body(page)}
                    {notes(slug, page)}
                </div>
                {social(slug, page, reader)}
                {closest(slug, page)}
                {page.guess.as_ref().map(|of| guess(slug, of))}
                {foot(slug, page)}
            </article>
            {around(slug, page)}
        </div>
    }
    .into_any()
}

fn heading(slug: &Slug, page: &ContributionPage) -> AnyView {
    let contribution = &page.card.contribution;
    let named = view! { {text::TITLE}" "{number(contribution.number)} };
    let heading = match &contribution.title {
        Some(title) => view! { <p class="over">{named}</p><h1>{title.clone()}</h1> }.into_any(),
        None => view! { <h1>{named}</h1> }.into_any(),
    };
    let completes = page.complement_of.map(|of| {
        let href = Route::Contribution(slug, of).path();
        view! { <p class="kind">{life::COMPLETES}" "<a href=href>{number(of)}</a></p> }
    });
    let changed = (contribution.version > 1 && contribution.state.is_shown())
        .then(|| view! { <p class="kind">{life::changed(contribution.version)}</p> });
    let reported = contribution.reported.then(|| view! { <p class="kind">{text::REPORTED}</p> });
    view! {
        <header class="sheet-head">
            {heading}
            <p class="byline">{signature(&contribution.signature)}</p>
            {reported}
            {completes}
            {changed}
        </header>
    }
    .into_any()
}

/// To its author: where it stands, and what they can do. To staff: its versions.
fn yours(slug: &Slug, of: ContributionNumber, reader: &Reader) -> AnyView {
    let Some(own) = &reader.own else { return staff(slug, of, reader) };
    let (call, now) = reader.call.unwrap_or((Call::Undated, Timestamp::from_micros(0)));
    let words = (!own.contribution.state.is_shown()).then(|| still(own.written.as_str()));
    view! {
        <section class="yours" aria-labelledby="vous">
            <h2 id="vous">{life::YOURS}</h2>
            <p class="told">{life::told(&own.life)}</p>
            {words}
            {acts(slug, own, call, now)}
        </section>
    }
    .into_any()
}

/// To staff: its versions, and erasing it for who asks.
fn staff(slug: &Slug, of: ContributionNumber, reader: &Reader) -> AnyView {
    if !reader.staff {
        return ().into_any();
    }
    let asked = QueueQuery { pile: Pile::All, words: of.to_string(), page: 1 };
    view! {
        <ul class="ways">
            <li><a href=Route::Versions(slug, of).path()>{life::VERSIONS}</a></li>
            <li><a href=Route::Moderation(slug, &asked).path()>{moderation::TITLE}</a></li>
            <li><a href=Route::Erase(slug, of).path()>{life::ERASE}</a></li>
        </ul>
    }
    .into_any()
}

/// Supports, and the cases that others added.
fn social(slug: &Slug, page: &ContributionPage, reader: &Reader) -> AnyView {
    let contribution = &page.card.contribution;
    if !contribution.state.is_shown() && page.complements.is_empty() {
        return ().into_any();
    }
    let open = reader.call.is_some_and(|(call, _)| call.is_open());
    let buttons = reader
        .supports
        .filter(|_| contribution.state.is_shown())
        .map(|given| support(slug, Supported { of: contribution.number, given, back_to: None, open }));
    let cases = (!page.complements.is_empty()).then(|| {
        view! { <h3>{life::COMPLEMENTS}</h3>{listed(slug, &page.complements)} }
    });
    view! {
        <section class="ruled" aria-labelledby="soutiens">
            <h2 id="soutiens">{life::supports(page.supports)}</h2>
            {buttons}
            {cases}
        </section>
    }
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
            {page.entered.then(|| view! { <p>{life::ENTERED}</p> })}
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
