//! One theme: its words, its voices, who speaks of it, and where the draft takes it up.

use domain::analysis::TypicalWord;
use domain::congress::Congress;
use domain::reading::{CorpusQuery, PlaceFilter, ThemePage, ThemeTag};
use domain::words::Slug;
use leptos::prelude::*;

use super::says::{divides, says};
use super::who::who;
use crate::components::bar::bar;
use crate::components::neighbours::{Neighbour, neighbours};
use crate::components::pagination::pagination;
use crate::components::quote::{Beneath, quote};
use crate::components::theme_tag::shape;
use crate::components::views::views;
use crate::map::query::MapQuery;
use crate::routes::Route;
use crate::text::theme as text;
use crate::{Document, Section};

/// The page, and the page asked of its verbatims.
pub fn document(congress: &Congress, page: ThemePage) -> Document {
    let slug = congress.slug.clone();
    let title = text::label(&page.line.tag.label);
    Document::new(title, move || view(&slug, &page)).within(Some(congress)).at(Section::Themes)
}

fn view(slug: &Slug, page: &ThemePage) -> AnyView {
    view! {
        <div class="middle">
            {views(slug, None)}
            {heading(slug, page)}
            {(page.verbatims.page == 1).then(|| opening(slug, page))}
            {all(slug, page)}
            {around(slug, page)}
        </div>
    }
    .into_any()
}

fn heading(slug: &Slug, page: &ThemePage) -> AnyView {
    let line = &page.line;
    let asked =
        CorpusQuery { place: Some(PlaceFilter::Theme(line.tag.rank)), page: 1, ..CorpusQuery::default() };
    let map = Route::Map(slug, &MapQuery { corpus: asked.clone(), area: None }).path();
    view! {
        <header class="theme-title">
            {path(slug, page)}
            <p class="over">{text::rank(line.tag.rank)}</p>
            <h1>{shape(line.tag.hue)}{text::label(&line.tag.label)}</h1>
            <p class="lead">{text::lead(line.verbatims, line.signatories, line.contributions)}</p>
            <p class="note">
                {text::NAMED}" "<a href=Route::Contributions(slug, &asked).path()>{text::SEARCH_IN}</a>
                " · "<a href=map>{text::ON_MAP}</a>
            </p>
        </header>
    }
    .into_any()
}

/// From the trunk of the tree to the branch that this theme is a leaf of.
fn path(slug: &Slug, page: &ThemePage) -> AnyView {
    // The root is the trunk, whatever its verbatims share.
    let branches =
        page.path.iter().skip(1).map(|label| view! { <li>{text::label(label)}</li> }).collect_view();
    let (tree, trunk) = (Route::Tree(slug).path(), crate::text::tree::TITLE);
    view! { <nav class="path" aria-label=text::PATH><ol><li><a href=tree>{trunk}</a></li>{branches}</ol></nav> }
        .into_any()
}

/// What introduces the theme: not repeated on the further pages of its verbatims.
fn opening(slug: &Slug, page: &ThemePage) -> AnyView {
    let voices = page.typical.iter().map(|voice| view! { <li>{quote(slug, voice, Beneath::Signature)}</li> });
    view! {
        <div class="theme-opening">
            {says(slug, page)}
            {words(page)}
        </div>
        {divides(slug, page)}
        <section class="ruled" aria-labelledby="typiques">
            <h2 id="typiques">{text::TYPICAL}</h2>
            <ul class="typical">{voices.collect_view()}</ul>
        </section>
        {who(page)}
        {objectives(slug, page)}
    }
    .into_any()
}

fn words(page: &ThemePage) -> AnyView {
    let most = page.line.words.iter().map(|word| word.chi2).fold(0.0, f64::max);
    let hue = page.line.tag.hue;
    let word = |word: &TypicalWord| {
        view! {
            <li>
                <span class="word">{word.form.clone()}</span>
                {bar(word.chi2, most, Some(hue))}
                <span class="word-figures">{text::word(word.chi2, word.verbatims)}</span>
            </li>
        }
    };
    let words = page.line.words.iter().map(word).collect_view();
    view! {
        <section class="theme-lexicon" aria-labelledby="mots">
            <h2 id="mots">{text::TYPICAL_WORDS}</h2>
            <ul class="lexicon">{words}</ul>
            <p class="note">{text::WORDS_HOW}</p>
        </section>
    }
    .into_any()
}

fn objectives(slug: &Slug, page: &ThemePage) -> AnyView {
    let inner = if page.objectives.is_empty() {
        view! { <p>{text::NOT_IN_MOTION}</p> }.into_any()
    } else {
        let items = page.objectives.iter().map(|(rank, heading)| {
            let href = Route::Objective(slug, *rank).path();
            view! { <li><a href=href>{text::objective(*rank)}</a>", "{heading.clone()}</li> }
        });
        view! { <ul class="plain">{items.collect_view()}</ul> }.into_any()
    };
    view! { <section class="ruled" aria-labelledby="motion"><h2 id="motion">{text::IN_MOTION}</h2>{inner}</section> }
        .into_any()
}

fn all(slug: &Slug, page: &ThemePage) -> AnyView {
    let quotes =
        page.verbatims.quotes.iter().map(|of| view! { <li>{quote(slug, of, Beneath::Signature)}</li> });
    let to = |number| Route::Theme(slug, page.line.tag.rank, number).path();
    view! {
        <section class="ruled" aria-labelledby="tous">
            <h2 id="tous">{text::ALL}</h2>
            <p class="note">{text::ALL_ORDER}</p>
            <ol class="quotes">{quotes.collect_view()}</ol>
            {pagination(page.verbatims.page, page.verbatims.pages, &to)}
        </section>
    }
    .into_any()
}

fn around(slug: &Slug, page: &ThemePage) -> AnyView {
    let to = |tag: &ThemeTag| Neighbour {
        href: Route::Theme(slug, tag.rank, 1).path(),
        way: None,
        name: text::label(&tag.label),
    };
    neighbours(text::NEIGHBOURS, page.previous.as_ref().map(to), page.next.as_ref().map(to))
}
