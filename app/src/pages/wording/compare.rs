//! What changed from a version to another.

use domain::congress::Congress;
use domain::reading::PublishedMotion;
use domain::wording::{Change, FileFormat, VersionFile, VersionNumber, compare};
use domain::words::Slug;
use leptos::prelude::*;

use super::version::kept;
use super::words::{difference, shown};
use crate::routes::{Route, WordingRoute};
use crate::text::{download, wording as text};
use crate::{Document, Section};

/// The page.
pub fn document(congress: &Congress, before: PublishedMotion, after: PublishedMotion) -> Document {
    let slug = congress.slug.clone();
    let title = text::compared(before.line.number.get(), after.line.number.get());
    let page = move || page(&slug, &before, &after);
    Document::new(title, page).within(Some(congress)).at(Section::Motion)
}

fn page(slug: &Slug, before: &PublishedMotion, after: &PublishedMotion) -> AnyView {
    let changes = compare(&before.blocks, &after.blocks);
    let items = changes.iter().map(|of| change(of, after)).collect_view();
    let version = |of: &PublishedMotion| {
        let href = Route::Wording(slug, WordingRoute::Version(of.line.number)).path();
        view! { <li><a href=href>{text::version(of.line.number.get())}</a></li> }
    };
    view! {
        <article class="sheet motion">
            <header class="sheet-head">
                <h1>{text::compared(before.line.number.get(), after.line.number.get())}</h1>
                <ul class="ways">{version(before)}{version(after)}</ul>
                {keep(slug, before.line.number, after.line.number)}
            </header>
            {items}
        </article>
    }
    .into_any()
}

/// What changed, as changes that a word processor accepts or rejects.
fn keep(slug: &Slug, before: VersionNumber, after: VersionNumber) -> AnyView {
    let files = FileFormat::ALL.iter().filter_map(|format| VersionFile::changes(before, after, *format));
    kept(slug, download::KEEP_CHANGES, files.collect())
}

fn change(of: &Change<'_>, motion: &PublishedMotion) -> AnyView {
    let Some(block) = of.after.or(of.before) else { return ().into_any() };
    let moved = of.moved.then(|| format!(", {}", text::MOVED));
    let called = text::block(block.kind, block.number, motion.shape);
    let words = match (of.before, of.after) {
        (Some(before), Some(after)) if before.words == after.words => shown(&after.words),
        (before, after) => {
            let words =
                |of: Option<&domain::wording::Frozen>| of.map(|of| of.words.clone()).unwrap_or_default();
            difference(&words(before), &words(after))
        }
    };
    view! {
        <section class="motion-block" id=block.key.to_string()>
            <h2>{called}", "{text::change(of.kind)}{moved}</h2>
            {words}
        </section>
    }
    .into_any()
}
