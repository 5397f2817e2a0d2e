//! The draft as a printed page: every sentence opens onto the contribution behind it.

use domain::congress::Congress;
use domain::reading::{DraftObjective, MotionPage, PublishedLine, ThemeLine};
use domain::words::Slug;
use leptos::prelude::*;

use super::beside;
use super::paragraph::paragraph;
use crate::components::empty::empty;
use crate::components::{machine, theme_tag};
use crate::pages::wording::version::list;
use crate::routes::{Route, objective_anchor};
use crate::text::{congress as words, date, motion as text};
use crate::{Document, Section};

/// The page. `pdf` is the address of the printed draft, when there is one; `published` are the versions of the text that people
/// made of it, the last first.
pub fn document(
    congress: &Congress,
    page: MotionPage,
    pdf: Option<String>,
    published: Vec<PublishedLine>,
) -> Document {
    let of = congress.clone();
    Document::new(text::TITLE, move || view(&of, &page, pdf, &published))
        .within(Some(congress))
        .at(Section::Motion)
}

fn view(congress: &Congress, page: &MotionPage, pdf: Option<String>, published: &[PublishedLine]) -> AnyView {
    let slug = &congress.slug;
    let objectives = page.objectives.iter().map(|of| objective(slug, of)).collect_view();
    let pdf = pdf.map(|href| view! { <p class="actions"><a class="button" href=href>{text::PDF}</a></p> });
    view! {
        <article class="sheet motion">
            <header class="sheet-head">
                <p class="over">{congress.title.clone()}</p>
                <h1>{text::TITLE}</h1>
                <p class="note">{text::drafted(&date::moment(page.drafted_at), page.run.number)}</p>
            </header>
            {list(slug, published)}
            <p class="motion-warning">{machine::mark()}" "{text::MACHINE_WHY}</p>
            {preamble(congress, page)}
            {contents(slug, page)}
            {objectives}
            <section class="motion-rest">
                <h2>{text::REST}</h2>
                <p>{text::rest(&page.figures, page.quoted)}</p>
                {pdf}
            </section>
        </article>
    }
    .into_any()
}

fn preamble(congress: &Congress, page: &MotionPage) -> AnyView {
    view! {
        <section class="motion-preamble">
            <h2>{text::PREAMBLE}</h2>
            <p>{text::preamble(&congress.organiser, &page.figures)}</p>
            <p>{text::method(&page.figures, page.quoted)}</p>
        </section>
    }
    .into_any()
}

fn contents(slug: &Slug, page: &MotionPage) -> AnyView {
    if page.objectives.is_empty() {
        let way = Some((Route::Corpus(slug).path(), words::READ_CONTRIBUTIONS.to_owned()));
        return empty(text::NO_OBJECTIVE, text::NO_OBJECTIVE_HOW, way);
    }
    let items = page.objectives.iter().map(|objective| {
        let href = format!("#{}", objective_anchor(objective.rank));
        view! { <li><a href=href>{objective.heading.clone()}</a></li> }
    });
    view! {
        <nav class="motion-contents" aria-labelledby="objectifs">
            <h2 id="objectifs">{text::OBJECTIVES}</h2>
            <ol>{items.collect_view()}</ol>
        </nav>
    }
    .into_any()
}

fn objective(slug: &Slug, objective: &DraftObjective) -> AnyView {
    let paragraphs = objective.paragraphs.iter().map(|of| paragraph(slug, objective.rank, of)).collect_view();
    view! {
        <section class="objective" id=objective_anchor(objective.rank)>
            <header>
                <p class="over">{text::objective(objective.rank)}</p>
                <h2>{objective.heading.clone()}</h2>
                {themes(slug, &objective.themes)}
            </header>
            {beside::suggestions(slug, objective)}
            {paragraphs}
            {beside::divides(slug, objective)}
        </section>
    }
    .into_any()
}

fn themes(slug: &Slug, themes: &[ThemeLine]) -> AnyView {
    let tags = themes.iter().map(|line| view! { <li>{theme_tag::tag(slug, &line.tag)}</li> }).collect_view();
    view! { <ul class="tags">{tags}</ul> }.into_any()
}
