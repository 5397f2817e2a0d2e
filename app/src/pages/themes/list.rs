//! The themes of the run shown, and the account: everything is somewhere, once.

use domain::congress::Congress;
use domain::reading::{ThemeLine, ThemesPage};
use domain::words::Slug;
use leptos::prelude::*;

use super::account::account;
use crate::components::empty::empty;
use crate::components::quote::{Beneath, quote};
use crate::components::theme_tag::shape;
use crate::components::views::{View, views};
use crate::routes::Route;
use crate::text::{congress as run_words, date, theme as text};
use crate::{Document, Section};

/// The page; without a run, one that says what to do.
pub fn document(congress: &Congress, page: ThemesPage) -> Document {
    let slug = congress.slug.clone();
    Document::new(text::TITLE, move || view(&slug, &page)).within(Some(congress)).at(Section::Themes)
}

fn view(slug: &Slug, page: &ThemesPage) -> AnyView {
    let Some(run) = &page.run else {
        let way = Some((Route::Corpus(slug).path(), run_words::READ_CONTRIBUTIONS.to_owned()));
        let nothing = empty(run_words::NO_RUN, run_words::NO_RUN_HOW, way);
        return view! { <div class="narrow">{views(slug, Some(View::Themes))}<h1>{text::TITLE}</h1>{nothing}</div> }.into_any();
    };
    let count = u32::try_from(page.themes.len()).unwrap_or(u32::MAX);
    let behind = run_words::behind(run).map(|behind| format!(". {behind}"));
    view! {
        <div class="middle">
            {views(slug, Some(View::Themes))}
            <h1>{text::TITLE}</h1>
            <p class="lead">{text::intro(count, &page.figures)}</p>
            <p class="note">{run_words::run(run, &date::day(run.finished_at))}{behind}</p>
            {account(slug, page)}
            {list(slug, page)}
        </div>
    }
    .into_any()
}

fn list(slug: &Slug, page: &ThemesPage) -> AnyView {
    if page.themes.is_empty() {
        let way = Some((Route::Weak(slug, 1).path(), text::WEAK.to_owned()));
        return empty(run_words::NO_THEME, run_words::NO_THEME_HOW, way);
    }
    let entries = page.themes.iter().map(|line| entry(slug, line, page.figures.verbatims)).collect_view();
    view! { <ol class="themes">{entries}</ol> }.into_any()
}

fn entry(slug: &Slug, line: &ThemeLine, whole: u32) -> AnyView {
    let href = Route::Theme(slug, line.tag.rank, 1).path();
    let words: Vec<&str> = line.words.iter().map(|word| word.form.as_str()).collect();
    let words = (!words.is_empty()).then(|| {
        view! { <p class="theme-words"><span>{text::WORDS}"\u{a0}: "</span>{words.join(", ")}</p> }
    });
    let voice = line.voice.as_ref().map(|voice| quote(slug, voice, Beneath::Signature));
    view! {
        <li class="theme">
            <div class="theme-head">
                <h2>{shape(line.tag.hue)}<a href=href>{text::label(&line.tag.label)}</a></h2>
                <p class="note">{text::size(line.verbatims, line.signatories, whole)}</p>
                {words}
            </div>
            {voice}
        </li>
    }
    .into_any()
}
