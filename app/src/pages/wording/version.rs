//! A version as everybody reads it: numbered lines, an anchor for each block, what it rests on.

use domain::amendment::AmendmentKind;
use domain::congress::Congress;
use domain::reading::{DispositionsQuery, PublishedLine, PublishedMotion, Source};
use domain::wording::{BlockKind, FileFormat, Frozen, VersionFile, VersionNumber};
use domain::words::Slug;
use leptos::prelude::*;

use super::words::lined;
use crate::components::quote::{Beneath, quote};
use crate::routes::{AmendingRoute, Route, WordingRoute};
use crate::text::{amending as amend, date, disposition, download, wording as text};
use crate::{Document, Section};

/// What there is of amendments to a version.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amending {
    /// Whether there are some, or may be.
    pub is_listed: bool,
    /// Whether members may propose some to this version now.
    pub is_open: bool,
}

/// The page; `all` are the versions that there are, the last first.
pub fn document(
    congress: &Congress,
    motion: PublishedMotion,
    all: Vec<PublishedLine>,
    amending: Amending,
) -> Document {
    let slug = congress.slug.clone();
    let title = format!("{}, {}", motion.title, text::version(motion.line.number.get()));
    let page = move || page(&slug, &motion, &all, amending);
    Document::new(title, page).within(Some(congress)).at(Section::Motion)
}

fn page(slug: &Slug, motion: &PublishedMotion, all: &[PublishedLine], amending: Amending) -> AnyView {
    let mut first = 1;
    let mut blocks = Vec::with_capacity(motion.blocks.len());
    for of in &motion.blocks {
        let (lines, next) = lined(&of.words, first);
        blocks.push(block(slug, motion, (of, amending.is_open), lines));
        first = next;
    }
    let line = &motion.line;
    let became = Route::Wording(slug, WordingRoute::Became(DispositionsQuery::default())).path();
    let machine = (line.machine > 0)
        .then(|| view! { <li><span class="machine">{text::machine_left(line.machine)}</span>"."</li> });
    let listed = amending.is_listed.then(|| {
        let href = Route::Amending(slug, AmendingRoute::List).path();
        view! { <p class="actions"><a class="button" href=href>{amend::TITLE}</a></p> }
    });
    view! {
        <article class="sheet motion">
            <header class="sheet-head">
                <h1>{motion.title.to_string()}</h1>
                <p class="note">{text::published(line, &date::moment(line.at))}</p>
                <p class="digest">{text::HASH}" : "<code>{line.digest.clone()}</code></p>
                {listed}
                <ul class="trace">{machine}<li>{text::pending_left(line.pending)}". "<a href=became>{disposition::PUBLIC_TITLE}</a></li></ul>
            </header>
            {keep(slug, line.number)}
            {blocks}
            {list(slug, all)}
        </article>
    }
    .into_any()
}

/// The formats in which it can be kept.
fn keep(slug: &Slug, number: VersionNumber) -> AnyView {
    let files = FileFormat::ALL.iter().map(|format| VersionFile::whole(number, *format));
    kept(slug, download::KEEP, files.collect())
}

/// Files of a version, by format, on one line.
pub fn kept(slug: &Slug, before: &'static str, files: Vec<VersionFile>) -> AnyView {
    let links = files.into_iter().map(|file| {
        let href = Route::Download(slug, &file.to_string()).path();
        let (label, _, format) = download::version(file);
        view! { <li><a href=href><span class="said">{label}", "</span>{format}</a></li> }
    });
    view! { <p class="note">{before}</p><ul class="ways">{links.collect_view()}</ul> }.into_any()
}

fn block(slug: &Slug, motion: &PublishedMotion, (of, is_open): (&Frozen, bool), lines: AnyView) -> AnyView {
    let href = format!("#{}", of.key);
    let called = text::block(of.kind, of.number, motion.shape);
    let head = match of.kind {
        BlockKind::Heading => view! { <h2><a href=href>{called}</a></h2> }.into_any(),
        BlockKind::Proposition => view! { <h3><a href=href>{called}</a></h3> }.into_any(),
        BlockKind::Preamble | BlockKind::Paragraph => ().into_any(),
    };
    let machine = (!of.machine.is_empty())
        .then(|| view! { <p class="note"><span class="machine">{text::machine_left(of.machine.count())}</span></p> });
    let own: Vec<&Source> = motion.sources.iter().filter(|source| source.block == of.key).collect();
    let count = u32::try_from(own.len()).unwrap_or(u32::MAX);
    let quotes = own.iter().map(|of| view! { <li><p class="over">{text::stance(of.stance)}</p>{quote(slug, &of.quote, Beneath::Signature)}</li> });
    let sources = (!own.is_empty()).then(|| {
        view! { <details><summary>{text::sources(count)}</summary><ul>{quotes.collect_view()}</ul></details> }
    });
    let amend = is_open.then(|| {
        let href = Route::Amending(slug, AmendingRoute::At(of.key, AmendmentKind::Replace)).path();
        let label =
            format!("{} : {}, {}", amend::AMEND, text::block(of.kind, of.number, motion.shape), of.key);
        view! { <p class="note"><a href=href aria-label=label>{amend::AMEND}</a></p> }
    });
    view! { <section class="motion-block" id=of.key.to_string()>{head}{lines}{machine}{sources}{amend}</section> }
        .into_any()
}

/// The versions that there are, each with the way to what changed since the one before; nothing before the first.
pub fn list(slug: &Slug, all: &[PublishedLine]) -> AnyView {
    if all.is_empty() {
        return ().into_any();
    }
    let items = all.iter().enumerate().map(|(at, of)| {
        let href = Route::Wording(slug, WordingRoute::Version(of.number)).path();
        let compare = all.get(at + 1).map(|before| {
            let href = Route::Wording(slug, WordingRoute::Comparison(before.number, of.number)).path();
            let words = text::compared(before.number.get(), of.number.get());
            view! { " · "<a href=href>{words}</a> }
        });
        view! { <li><a href=href>{text::published(of, &date::moment(of.at))}</a>{compare}</li> }
    });
    view! {
        <section class="ruled" aria-labelledby="versions">
            <h2 id="versions">{text::VERSIONS}</h2>
            <ul class="trace">{items.collect_view()}</ul>
        </section>
    }
    .into_any()
}
