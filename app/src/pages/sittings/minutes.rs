//! Minutes: their text, what stands beside it, and their signatures.

mod forms;

use domain::congress::Congress;
use domain::minutes::{MinutesStage, MinutesText, Part, Section as MinutesSection, SectionKey};
use domain::sitting::{Sitting, SittingStage};
use domain::words::Slug;
use leptos::prelude::*;

use crate::components::field;
use crate::form::Faults;
use crate::routes::{MinutesRoute, Route};
use crate::text::minutes as text;
use crate::{Document, Section};

/// The longest table that is shown unfolded, in lines.
const SHORT: usize = 12;

/// The names of the fields, and what the buttons do.
pub mod name {
    /// What is done.
    pub const GESTURE: &str = "geste";
    /// A correction is written.
    pub const CORRECT: &str = "corriger";
    /// The text is kept to be signed.
    pub const PRESENT: &str = "presenter";
    /// It is taken back.
    pub const TAKE_BACK: &str = "reprendre";
    /// A signature on paper is noted.
    pub const PAPER: &str = "papier";
    /// The hash of the text that was looked at.
    pub const SEEN: &str = "empreinte";
    /// Beside which section.
    pub const SECTION: &str = "section";
    /// The words.
    pub const CORRECTION: &str = "correction";
    /// Who chaired.
    pub const CHAIR: &str = "presidence";
    /// Who kept the minutes.
    pub const SECRETARY: &str = "secretaire";
    /// Scrutineers, one a line.
    pub const TELLERS: &str = "scrutateurs";
    /// Whose signature.
    pub const MEMBER: &str = "personne";
}

/// What staff typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// Beside which section.
    pub section: String,
    /// A correction.
    pub correction: String,
    /// Who chaired.
    pub chair: String,
    /// Who kept the minutes.
    pub secretary: String,
    /// Scrutineers.
    pub tellers: String,
}

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct MinutesView {
    /// The sitting.
    pub sitting: Sitting,
    /// Where its minutes stand.
    pub stage: MinutesStage,
    /// Their text.
    pub text: MinutesText,
    /// SHA-256 of its words, in hexadecimal.
    pub hash: String,
    /// Whether whoever looks is asked for a signature.
    pub may_sign: bool,
    /// To staff, what stands in the forms.
    pub typed: Option<Typed>,
    /// What is wrong with it.
    pub faults: Faults,
    /// What was done.
    pub done: Option<&'static str>,
    /// What wasn't, and why.
    pub refused: Option<&'static str>,
}

/// The page.
pub fn document(congress: &Congress, view: MinutesView) -> Document {
    let slug = congress.slug.clone();
    let title = format!("{}, {}", text::title(&view.stage), view.sitting.name);
    let page = move || page(&slug, &view);
    Document::new(title, page).within(Some(congress)).at(Section::Sittings).unlisted()
}

fn page(slug: &Slug, view: &MinutesView) -> AnyView {
    let back = view! {
        <p class="over"><a href=Route::Sitting(slug, view.sitting.id).path()>{view.sitting.name.as_str().to_owned()}</a></p>
    };
    if view.sitting.stage == SittingStage::Planned {
        return view! {
            <div class="middle"> {back} <h1>{text::title(&view.stage)}</h1><p class="lead">{text::NOT_YET}</p></div>
        }
        .into_any();
    }
    let done = view.done.map(|done| view! { <p class="done" role="status">{done}</p> });
    let refused = view.refused.map(|why| view! { <p class="faults" role="alert">{why}</p> });
    let of = |route| Route::Minutes(slug, view.sitting.id, route).path();
    let lead = view.text.lead.iter().map(|said| view! { <p>{said.clone()}</p> }).collect_view();
    let sections = view.text.sections.iter().map(|of| section(slug, of)).collect_view();
    view! {
        <div class="middle">
            {back}
            <h1>{text::title(&view.stage)}</h1>
            <p class="lead">{text::lead(&view.stage)}</p>
            {done}{refused}{field::summary(&view.faults)}{forms::lost(view)}
            <p class="actions"><a class="button" href=of(MinutesRoute::Pdf)>{text::PDF}</a></p>
            <article class="minutes" aria-label=text::title(&view.stage)>
                <header><p class="minutes-title">{view.text.title.clone()}</p>{lead}</header>
                {sections}
            </article>
            {forms::signatures(slug, view)}
            <section class="ruled" aria-labelledby="empreinte">
                <h2 id="empreinte">{text::HASH}</h2>
                <p><code class="seal-hash">{view.hash.clone()}</code></p>
                <p class="note"><a href=of(MinutesRoute::Plain)>{text::PLAIN}</a>". "{text::PLAIN_HOW}</p>
            </section>
            {forms::staff(slug, view)}
        </div>
    }
    .into_any()
}

fn section(slug: &Slug, of: &MinutesSection) -> AnyView {
    let anchor = of.key.to_string();
    let poll = match of.key {
        SectionKey::Poll(number) => Some(view! {
            <p class="note"><a href=Route::Poll(slug, number).path()>{text::to_poll(number)}</a></p>
        }),
        _ => None,
    };
    let title = of.title.clone();
    let heading = match of.is_within {
        true => view! { <h3 id=anchor.clone()>{title}</h3> }.into_any(),
        false => view! { <h2 id=anchor.clone()>{title}</h2> }.into_any(),
    };
    let parts = of.parts.iter().map(part).collect_view();
    view! { <section aria-labelledby=anchor>{heading}{parts}{poll}</section> }.into_any()
}

fn part(of: &Part) -> AnyView {
    match of {
        Part::Paragraph(said) => view! { <p>{said.clone()}</p> }.into_any(),
        Part::Quoted(said) => view! { <blockquote><p>{said.clone()}</p></blockquote> }.into_any(),
        Part::Result(said) => view! { <p class="minutes-result">{said.clone()}</p> }.into_any(),
        Part::Correction(said) => {
            view! { <p class="minutes-correction" role="note">{said.clone()}</p> }.into_any()
        }
        Part::List(items) => {
            let items = items.iter().map(|item| view! { <li>{item.clone()}</li> }).collect_view();
            view! { <ul class="minutes-list">{items}</ul> }.into_any()
        }
        Part::Table { caption, head, rows } => table(caption, head, rows),
    }
}

fn table(caption: &str, head: &[String], rows: &[Vec<String>]) -> AnyView {
    let titles = head.iter().map(|title| view! { <th scope="col">{title.clone()}</th> }).collect_view();
    let row = |cells: &Vec<String>| {
        let rest = cells.iter().skip(1).map(|cell| view! { <td>{cell.clone()}</td> }).collect_view();
        view! { <tr><th scope="row">{cells.first().cloned()}</th>{rest}</tr> }
    };
    let lines = rows.iter().map(row).collect_view();
    let table = view! {
        <div class="scroll" tabindex="0" role="region" aria-label=caption.to_owned()>
            <table class="voices-table minutes-table">
                <caption>{caption.to_owned()}</caption>
                <thead><tr>{titles}</tr></thead><tbody>{lines}</tbody>
            </table>
        </div>
    };
    if rows.len() <= SHORT {
        return table.into_any();
    }
    let unfold = text::unfold(caption, rows.len());
    view! { <details class="minutes-long"><summary>{unfold}</summary>{table}</details> }.into_any()
}
