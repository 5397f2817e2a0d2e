//! Asking again, with the choice in words and the number of voices; in a secret poll, the receipts to keep.

use domain::congress::Congress;
use domain::sitting::{SeatKey, Sitting};
use domain::vote::{Choice, Poll, Receipt, Said};
use leptos::prelude::*;

use super::scene::{self, name};
use crate::routes::Route;
use crate::text::{sitting as text, vote};
use crate::{Document, Section};

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct ConfirmView {
    /// The sitting.
    pub sitting: Sitting,
    /// The poll.
    pub poll: Poll,
    /// What was chosen.
    pub said: Said,
    /// The voices that it is for.
    pub voices: Vec<Asked>,
}

/// A voice that is asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Which.
    pub seat: SeatKey,
    /// « Votre voix »
    pub whose: String,
    /// Its receipt, in a secret poll.
    pub receipt: Option<Receipt>,
}

/// The page.
pub fn document(congress: &Congress, view: ConfirmView) -> Document {
    let slug = congress.slug.clone();
    let page = move || {
        let to = Route::Vote(&slug, view.sitting.id).path();
        let back = Route::Sitting(&slug, view.sitting.id).path();
        let count = u32::try_from(view.voices.len()).unwrap_or(u32::MAX);
        let what = match &view.said {
            Said::Choice(choice) => vote::vote(choice, &view.poll),
            Said::Aside => text::ASIDE.to_owned(),
        };
        let seats = view.voices.iter().map(|voice| {
            let receipt = voice
                .receipt
                .map(|of| view! { <input type="hidden" name=name::RECEIPT value=of.to_string()/> });
            view! { <input type="hidden" name=name::SEAT value=voice.seat.to_string()/>{receipt} }
        });
        view! {
            <div class="middle sitting">
                <h1>{text::CONFIRM_TITLE}</h1>
                {scene::head(&view.poll)}
                <p class="about-to">{text::about_to(&what, count)}</p>
                {whose(&view.voices)}
                {receipts(&view.voices)}
                <form class="ballot" method="post" action=to>
                    <input type="hidden" name=name::POLL value=view.poll.id.to_string()/>
                    <input type="hidden" name=name::STEP value=name::CONFIRM/>
                    {seats.collect_view()}
                    {chosen(&view.said)}
                    <p class="actions"><button class="button primary vote">{text::CONFIRM}</button></p>
                </form>
                <p><a href=back>{text::CHANGE_MIND}</a></p>
            </div>
        }
        .into_any()
    };
    Document::new(text::CONFIRM_TITLE, page).within(Some(congress)).at(Section::Sittings).unlisted()
}

fn chosen(of: &Said) -> AnyView {
    let values = match of {
        Said::Aside => vec![name::ASIDE.to_owned()],
        Said::Choice(Choice::Options(ranks)) => {
            ranks.iter().map(|rank| format!("{}{rank}", name::OPTION)).collect()
        }
        Said::Choice(choice) => vec![scene::code(choice).to_owned()],
    };
    values
        .into_iter()
        .map(|value| view! { <input type="hidden" name=name::CHOICE value=value/> })
        .collect_view()
        .into_any()
}

/// Whose voices they are, where no receipt stands beside each.
fn whose(voices: &[Asked]) -> AnyView {
    if voices.len() < 2 || voices.iter().any(|voice| voice.receipt.is_some()) {
        return ().into_any();
    }
    let lines = voices.iter().map(|voice| view! { <li>{voice.whose.clone()}</li> }).collect_view();
    view! { <ul class="about-whom">{lines}</ul> }.into_any()
}

fn receipts(voices: &[Asked]) -> AnyView {
    if voices.iter().all(|voice| voice.receipt.is_none()) {
        return ().into_any();
    }
    let lines = voices.iter().filter_map(|voice| {
        let receipt = voice.receipt?;
        Some(view! { <li>{voice.whose.clone()}"\u{a0}: "<code class="receipt">{receipt.to_string()}</code></li> })
    });
    view! {
        <section class="receipts"><h2>{text::RECEIPT}</h2><ul>{lines.collect_view()}</ul><p class="note">{text::RECEIPT_HOW}</p></section>
    }
    .into_any()
}
