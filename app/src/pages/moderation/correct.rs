//! A correction of spelling: proposed by staff, shown to the author word by word, taken or not.

use domain::congress::Congress;
use domain::moderation::Correction;
use domain::reading::OwnContribution;
use domain::words::Slug;
use leptos::prelude::*;

use crate::components::difference::{Said, difference};
use crate::components::field;
use crate::components::number::number;
use crate::form::Faults;
use crate::routes::Route;
use crate::text::{contribution, date, moderation::correction as text};
use crate::{Document, Section};

/// Said of a difference.
const SAID: Said = Said { taken: text::TAKEN, put: text::PUT, end: "" };

/// The names of the fields.
pub mod name {
    /// The words as they would be.
    pub const WORDS: &str = "texte";
    /// The version that is corrected.
    pub const VERSION: &str = "version";
    /// The correction that is answered, by id.
    pub const CORRECTION: &str = "correction";
    /// The answer.
    pub const ANSWER: &str = "reponse";
    /// Takes it.
    pub const ACCEPT: &str = "accepter";
    /// Doesn't want it.
    pub const REFUSE: &str = "refuser";
}

/// The page where staff proposes one: `typed` stands in the field, `open` is the one that waits for its answer.
pub fn document(
    congress: &Congress,
    own: OwnContribution,
    typed: String,
    open: Option<Correction>,
    faults: Faults,
) -> Document {
    let slug = congress.slug.clone();
    let page = move || page(&slug, &own, &typed, open.as_ref(), &faults);
    Document::new(text::TITLE, page).within(Some(congress)).at(Section::Staff).unlisted()
}

fn page(
    slug: &Slug,
    own: &OwnContribution,
    typed: &str,
    open: Option<&Correction>,
    faults: &Faults,
) -> AnyView {
    let of = own.contribution.number;
    let href = Route::Contribution(slug, of).path();
    let waits = open.map(|open| {
        view! {
            <section class="ruled" aria-labelledby="attente">
                <h2 id="attente">{text::waits(&date::moment(open.proposed_at))}</h2>
                {difference(own.written.as_str(), open.body.as_str(), SAID)}
            </section>
        }
    });
    view! {
        <div class="narrow writing">
            <p class="over">{contribution::TITLE}" "<a href=href>{number(of)}</a></p>
            <h1>{text::TITLE}</h1>
            <p class="lead">{text::LEAD}</p>
            {waits}
            {field::summary(faults)}
            <form class="form" method="post" action=Route::Correction(slug, of).path() novalidate>
                <input type="hidden" name=name::VERSION value=own.contribution.version.to_string()/>
                {field::area(name::WORDS, text::WORDS, text::HINT, typed, faults)}
                <p class="actions"><button class="button primary">{text::PROPOSE}</button></p>
            </form>
        </div>
    }
    .into_any()
}

/// What the author reads of a correction, with the two answers.
pub fn proposed(slug: &Slug, own: &OwnContribution, correction: &Correction) -> AnyView {
    let of = own.contribution.number;
    let (accept, refuse) = (format!("{}, {of}", text::ACCEPT), format!("{}, {of}", text::REFUSE));
    view! {
        <section class="warning" aria-label=text::proposed(of)>
            <h3>{text::proposed(of)}</h3>
            {difference(own.written.as_str(), correction.body.as_str(), SAID)}
            <p class="note">{text::HOW}</p>
            <form class="actions" method="post" action=Route::CorrectionAnswer(slug, of).path()>
                <input type="hidden" name=name::CORRECTION value=correction.id.to_string()/>
                <button class="button primary" name=name::ANSWER value=name::ACCEPT aria-label=accept>{text::ACCEPT}</button>
                <button class="button" name=name::ANSWER value=name::REFUSE aria-label=refuse>{text::REFUSE}</button>
            </form>
        </section>
    }
    .into_any()
}
