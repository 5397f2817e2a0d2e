//! The form that prepares a vote.

use domain::id::{PollId, SittingId};
use domain::vote::{Means, Secrecy};
use domain::words::Slug;
use leptos::prelude::*;

use super::chair::{gesture, hidden, name};
use crate::components::field::{self, Choice, Line};
use crate::form::Faults;
use crate::routes::Route;
use crate::text::{desk as text, form};

/// A vote as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// The form's key: the id of the poll that it prepares, so that a second click finds it prepared.
    pub key: Option<PollId>,
    /// What is put to the vote.
    pub title: String,
    /// The text, if there is one.
    pub body: String,
    /// The options, one a line.
    pub options: String,
    /// How many may be chosen.
    pub most: String,
    /// The majority, by its place among those offered.
    pub majority: String,
    /// Public or secret.
    pub secrecy: String,
    /// On phones, or by show of hands.
    pub means: String,
    /// Whether it is for practice.
    pub is_test: bool,
    /// Whether the chair decides a tie.
    pub casting: bool,
}

impl Default for Typed {
    fn default() -> Self {
        Self {
            key: None,
            title: String::new(),
            body: String::new(),
            options: String::new(),
            most: "1".into(),
            majority: "absolue".into(),
            secrecy: Secrecy::Public.code().into(),
            means: Means::Ballots.code().into(),
            is_test: false,
            casting: false,
        }
    }
}

impl Typed {
    /// The same in a form of that key.
    #[must_use]
    pub fn under(self, key: Option<PollId>) -> Self {
        Self { key, ..self }
    }
}

pub(super) fn form(slug: &Slug, sitting: SittingId, typed: &Typed, faults: &Faults) -> AnyView {
    let title = Line {
        name: name::TITLE,
        label: text::POLL_TITLE,
        hint: Some(text::POLL_TITLE_HINT.to_owned()),
        value: typed.title.clone(),
        ..Line::default()
    };
    let most = Line {
        name: name::MOST,
        label: text::MOST,
        value: typed.most.clone(),
        digits: true,
        ..Line::default()
    };
    let tick = |name, label: &str, on| field::tick(name, form::YES.to_owned(), label.to_owned(), None, on);
    view! {
        <section class="ruled" aria-labelledby="preparer">
            <h2 id="preparer">{text::PREPARE}</h2>
            {field::summary(faults)}
            <form class="form" method="post" action=Route::Chair(slug, sitting).path() novalidate>
                {typed.key.map(|key| hidden(name::KEY, key.to_string()))}
                {field::line(title, faults)}
                {field::radios(name::MEANS, text::MEANS, means(&typed.means), faults)}
                {field::radios(name::SECRECY, text::SECRECY, secrecies(&typed.secrecy), faults)}
                {field::select(name::MAJORITY, text::MAJORITY, majorities(&typed.majority), faults)}
                {tick(name::CASTING, text::CASTING, typed.casting)}
                {tick(name::TEST, text::TEST, typed.is_test)}
                <details class="field" open=!typed.options.is_empty() || !typed.body.is_empty() || faults.at(name::OPTIONS).is_some()>
                    <summary>{text::MORE}</summary>
                    {field::area(name::BODY, text::POLL_TEXT, text::POLL_TEXT_HINT, &typed.body, faults)}
                    {field::area(name::OPTIONS, text::OPTIONS, text::OPTIONS_HINT, &typed.options, faults)}
                    {field::line(most, faults)}
                </details>
                <p class="actions"><button class="button primary" name=name::GESTURE value=gesture::PREPARE>{text::KEEP}</button></p>
            </form>
        </section>
    }
    .into_any()
}

fn means(chosen: &str) -> Vec<Choice> {
    Means::ALL.iter().map(|of| Choice::of(of.code(), text::means(*of), chosen)).collect()
}

fn secrecies(chosen: &str) -> Vec<Choice> {
    Secrecy::ALL.iter().map(|of| Choice::of(of.code(), text::secrecy(*of), chosen)).collect()
}

fn majorities(chosen: &str) -> Vec<Choice> {
    text::majorities().into_iter().map(|(code, label, _)| Choice::of(code, label, chosen)).collect()
}
