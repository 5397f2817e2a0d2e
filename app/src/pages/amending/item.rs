//! What several pages show of an amendment.

use domain::amendment::{AmendmentState, Change, Place, Proposal};
use domain::reading::{AmendmentLine, PublishedMotion};
use domain::words::Slug;
use leptos::prelude::*;

use crate::pages::wording::words::{difference, shown};
use crate::routes::{AmendingRoute, Route, WordingRoute};
use crate::text::{amending as text, vote, wording as said};

/// What the block of a place is called, in that version.
pub fn called(motion: &PublishedMotion, place: Place) -> String {
    let key = match place {
        Place::At(key) | Place::Behind(Some(key)) => key,
        Place::Behind(None) | Place::Within(_) => return String::new(),
    };
    match motion.blocks.iter().find(|of| of.key == key) {
        Some(of) => format!("{} ({key})", said::block(of.kind, of.number, motion.shape)),
        None => key.to_string(),
    }
}

/// « Modifier : Paragraphe (p12) », with the way to the block.
pub fn place(slug: &Slug, motion: &PublishedMotion, proposal: &Proposal) -> AnyView {
    let words = text::place(proposal, &called(motion, proposal.place));
    let href = match proposal.place {
        Place::At(key) | Place::Behind(Some(key)) => {
            format!("{}#{key}", Route::Wording(slug, WordingRoute::Version(motion.line.number)).path())
        }
        Place::Behind(None) => Route::Wording(slug, WordingRoute::Version(motion.line.number)).path(),
        Place::Within(number) => Route::Amending(slug, AmendingRoute::One(number)).path(),
    };
    view! { <a href=href>{words}</a> }.into_any()
}

/// What it changes: « supprimé : … ajouté : … » for those who don't see it.
pub fn change(proposal: &Proposal) -> AnyView {
    match &proposal.change {
        Change::Replace(words) => difference(&proposal.base, words.as_str()),
        Change::Insert(_, words) => difference("", words.as_str()),
        Change::Delete => difference(&proposal.base, ""),
    }
}

/// Where it stands, its avis, its vote.
pub fn tags(slug: &Slug, line: &AmendmentLine) -> AnyView {
    let oral = line.is_oral.then(|| view! { ", "{text::ORAL_TAG} });
    let avis = line.opinion.as_ref().map(|of| {
        view! { " · "{text::AVIS}" : "{text::avis(of.avis)} }
    });
    let poll = line.poll.map(|of| {
        let href = Route::Poll(slug, of.number).path();
        view! { " · "<a href=href>{vote::numbered(of.number)}</a> }
    });
    let state = line.fate.state();
    let unapplied = (state == AmendmentState::Adopted && !line.is_applied)
        .then(|| view! { <p class="note">{text::UNAPPLIED}</p> });
    let why = text::fallen(&line.fate).map(|why| view! { <p class="note">{why}</p> });
    view! {
        <p class="note"><strong>{text::state(state)}</strong>{oral}{avis}{poll}</p>
        {unapplied}
        {why}
    }
    .into_any()
}

/// A line of a list: its number and title, whose it is, what it changes.
pub fn item(slug: &Slug, motion: &PublishedMotion, line: &AmendmentLine, to: AmendingRoute) -> AnyView {
    let href = Route::Amending(slug, to).path();
    view! {
        <h3><a href=href>{line.number.to_string()}" · "{line.title.to_string()}</a></h3>
        <p class="note">{place(slug, motion, &line.proposal)}" · "{text::cosigned(line)}</p>
        {tags(slug, line)}
        {change(&line.proposal)}
    }
    .into_any()
}

/// The words of a place.
pub fn stands(words: &str) -> AnyView {
    shown(words)
}
