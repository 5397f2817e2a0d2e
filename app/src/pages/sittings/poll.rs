//! One vote: its rule, what came out, and who chose what, or the receipts.

use domain::congress::Congress;
use domain::sitting::Sitting;
use domain::territory::Territory;
use domain::vote::{Choice, Means, Part, Poll, Receipt, Stage};
use leptos::prelude::*;
use std::collections::BTreeMap;

use super::scene;
use crate::routes::Route;
use crate::text::{date, sitting as text, vote};
use crate::{Document, Section};

/// A voice of a public poll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Whose.
    pub name: String,
    /// What they are.
    pub mandate: Option<String>,
    /// What they speak from or for.
    pub territory: Option<Territory>,
    /// Who cast it for them.
    pub by: Option<String>,
    /// What became of it.
    pub part: Part,
    /// What was chosen.
    pub choice: Option<Choice>,
}

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct PollView {
    /// The sitting.
    pub sitting: Sitting,
    /// The poll.
    pub poll: Poll,
    /// Who chose what, once a public one is proclaimed.
    pub voices: Vec<Voice>,
    /// Receipts with their choices, once a secret one is.
    pub receipts: BTreeMap<Receipt, Choice>,
    /// SHA-256 of what it was given, once it has closed.
    pub seal: Option<String>,
}

/// The page.
pub fn document(congress: &Congress, view: PollView) -> Document {
    let slug = congress.slug.clone();
    let title = view.poll.question.title.as_str().to_owned();
    let page = move || {
        let poll = &view.poll;
        let rule = vote::rule(poll).into_iter().map(|said| view! { <li>{said}</li> }).collect_view();
        // What is counted by hand leaves neither ballots nor a list.
        let is_listed = poll.means != Means::Hands;
        let seal =
            view.seal.clone().filter(|_| is_listed).map(
                |seal| view! { <p class="note">{text::SEAL}" "<code class="seal-hash">{seal}</code></p> },
            );
        view! {
            <div class="middle sitting">
                <p><a href=Route::Sitting(&slug, view.sitting.id).path()>{view.sitting.name.as_str().to_owned()}</a></p>
                <h1>{vote::numbered(poll.number)}</h1>
                {scene::head(poll)}
                {stage(poll)}
                <h2>{text::RULE}</h2>
                <ul class="poll-rule">{rule}</ul>
                {seal}
                {is_listed.then(|| voices(poll, &view.voices))}
                {receipts(poll, &view.receipts)}
            </div>
        }
        .into_any()
    };
    Document::new(title, page).within(Some(congress)).at(Section::Sittings).unlisted()
}

fn stage(poll: &Poll) -> AnyView {
    match &poll.stage {
        Stage::Prepared => view! { <p>{text::VOTE_PREPARED}</p> }.into_any(),
        Stage::Open { .. } => view! { <p class="poll-state">{text::VOTE_OPEN}</p> }.into_any(),
        Stage::Closed { .. } => view! { <p class="poll-state">{text::VOTE_CLOSED}</p><p>{text::VOTE_CLOSED_HOW}</p> }.into_any(),
        Stage::Cancelled { reason, .. } => {
            view! { <p class="poll-state">{text::VOTE_CANCELLED}</p><p>{reason.as_str().to_owned()}</p> }.into_any()
        }
        Stage::Proclaimed { opened_at, closed_at, proclaimed_at, .. } => view! {
            {scene::result(poll)}
            <p class="note">{text::times(&date::moment(*opened_at), &date::hour(*closed_at), &date::hour(*proclaimed_at))}</p>
        }
        .into_any(),
    }
}

fn voices(poll: &Poll, voices: &[Voice]) -> AnyView {
    if voices.is_empty() {
        return ().into_any();
    }
    let rows = voices.iter().map(|voice| {
        let said = match &voice.choice {
            Some(choice) => vote::choice(choice, poll),
            None => vote::part_of(voice.part).to_owned(),
        };
        let place = voice.territory.as_ref().map(|of| match &of.departement {
            Some(departement) => format!("{} ({departement})", of.name),
            None => of.name.clone(),
        });
        let by = voice.by.as_ref().map(|by| view! { <br/><span class="note">{text::cast_by(by)}</span> });
        view! {
            <tr>
                <th scope="row">{voice.name.clone()}{by}</th>
                <td>{voice.mandate.clone()}</td><td>{place}</td><td>{said}</td>
            </tr>
        }
    });
    view! {
        <section class="ruled">
            <h2>{text::WHO}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label=text::WHO>
                <table class="voices-table">
                    <thead><tr>
                        <th scope="col">{text::NAME_COLUMN}</th><th scope="col">{text::MANDATE_COLUMN}</th>
                        <th scope="col">{text::PLACE_COLUMN}</th><th scope="col">{text::CHOICE_COLUMN}</th>
                    </tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn receipts(poll: &Poll, receipts: &BTreeMap<Receipt, Choice>) -> AnyView {
    if receipts.is_empty() {
        return ().into_any();
    }
    let rows = receipts.iter().map(|(receipt, choice)| {
        view! { <tr><th scope="row"><code class="receipt">{receipt.to_string()}</code></th><td>{vote::choice(choice, poll)}</td></tr> }
    });
    view! {
        <section class="ruled">
            <h2>{text::RECEIPTS}</h2><p>{text::RECEIPTS_HOW}</p>
            <div class="scroll" tabindex="0" role="region" aria-label=text::RECEIPTS>
                <table class="voices-table">
                    <thead><tr><th scope="col">{text::RECEIPT}</th><th scope="col">{text::CHOICE_COLUMN}</th></tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}
