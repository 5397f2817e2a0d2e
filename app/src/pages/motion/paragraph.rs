//! A paragraph of the draft: quoted sentences, and their sources in the margin.

use domain::reading::{DraftParagraph, DraftSentence};
use domain::words::Slug;
use leptos::prelude::*;

use crate::components::number::number as printed;
use crate::components::quote::signature;
use crate::routes::{Route, sentence_anchor};
use crate::text::number::number;
use crate::text::quote::said;
use crate::text::{motion as text, names};

/// The sentences on the left, their notes on the right; on paper and narrow screens, below.
pub fn paragraph(slug: &Slug, objective: u32, paragraph: &DraftParagraph) -> AnyView {
    let sentences = paragraph.sentences.iter().map(|of| sentence(objective, of)).collect_view();
    let notes = paragraph.sentences.iter().map(|of| note(slug, objective, of)).collect_view();
    view! {
        <div class="beside">
            <div class="paragraph">
                <h3>{names::kind(paragraph.kind)}</h3>
                <p class="draft">{sentences}</p>
            </div>
            <div class="margin">
                <ol class="notes" aria-label=text::SOURCES>{notes}</ol>
            </div>
        </div>
    }
    .into_any()
}

fn sentence(objective: u32, sentence: &DraftSentence) -> AnyView {
    let quote = &sentence.quote;
    let anchor = sentence_anchor(objective, sentence.number);
    let source = format!("#{}", note_anchor(objective, sentence.number));
    let label = text::source(sentence.number, &quote.number.to_string());
    view! {
        <span class="draft-sentence" id=anchor>{said(quote)}</span>
        <sup class="call"><a href=source aria-label=label>{number(sentence.number)}</a></sup>" "
    }
    .into_any()
}

fn note(slug: &Slug, objective: u32, sentence: &DraftSentence) -> AnyView {
    let quote = &sentence.quote;
    let back = format!("#{}", sentence_anchor(objective, sentence.number));
    let href = Route::Contribution(slug, quote.number).path();
    view! {
        <li id=note_anchor(objective, sentence.number)>
            <a class="note-number" href=back aria-label=text::to_sentence(sentence.number)>{number(sentence.number)}</a>
            <p>{signature(&quote.signature)}" · "<a href=href>{printed(quote.number)}</a></p>
        </li>
    }
    .into_any()
}

/// Where the source of a sentence stands in the page: « s2-5 ».
fn note_anchor(objective: u32, sentence: u32) -> String {
    format!("s{objective}-{sentence}")
}
