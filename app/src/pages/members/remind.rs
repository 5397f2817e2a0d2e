//! Reminding: a group, filters, who and how many, and the letter as it will be read, before anything leaves.

use domain::congress::Congress;
use domain::contribution::Call;
use domain::member::College;
use domain::reminder::{Asked, Candidate, Chosen, Group, Spared};
use domain::words::Slug;
use leptos::prelude::*;

use crate::components::desk::{Desk, desk};
use crate::components::empty::empty;
use crate::components::field::{self, Choice};
use crate::components::letter;
use crate::form::Faults;
use crate::letters::Composed;
use crate::routes::{Route, field as corpus_field};
use crate::text::{call as dates, invitation, mail, members, names, reminder as text};
use crate::{Document, Section};

/// The names of the fields, besides those of the corpus.
pub mod name {
    /// The group.
    pub const GROUP: &str = "groupe";
    /// Days of rest.
    pub const REST: &str = "repos";
    /// The numbers of those that the page named.
    pub const WHO: &str = "qui";
}

/// Days of rest that are offered; the second one when nothing is asked.
pub const RESTS: [u32; 4] = [3, 7, 14, 30];

/// What is about to be sent.
#[derive(Clone, Debug)]
pub struct Reminders {
    /// What is asked.
    pub asked: Asked,
    /// Whom letters go to, and who is spared.
    pub chosen: Chosen,
    /// How many of each group would get one, with the same filters.
    pub groups: Vec<(Group, u32)>,
    /// Départements of members: code and name.
    pub departements: Vec<(String, String)>,
    /// The first letter.
    pub preview: Option<Composed>,
    /// Where the call stands.
    pub call: Call,
    /// How many were just sent.
    pub sent: Option<u32>,
}

/// The page.
pub fn document(congress: &Congress, reminders: Reminders) -> Document {
    let slug = congress.slug.clone();
    let view = move || {
        let sent = reminders.sent.map(|count| {
            let to = Route::Outbox(&slug, 1).path();
            view! { <p class="done" role="status">{text::sent(count)}" "<a href=to>{mail::TITLE}</a></p> }
        });
        let content = match dates::shut(reminders.call) {
            Some(why) => empty(&why, text::SHUT_HOW, None),
            None if reminders.chosen.to.is_empty() => empty(text::NONE, text::NONE_HOW, None),
            None => confirm(&slug, &reminders),
        };
        view! {
            <div class="narrow">
                {desk(&slug, Desk::Reminders)}
                <h1>{text::TITLE}</h1>
                <p class="lead">{text::LEAD}</p>
                {sent}
                {filters(&slug, &reminders)}
                {content}
                {spared(&reminders.chosen)}
            </div>
        }
        .into_any()
    };
    Document::new(text::TITLE, view).within(Some(congress)).at(Section::Staff).unlisted()
}

fn filters(slug: &Slug, reminders: &Reminders) -> AnyView {
    let (asked, none) = (&reminders.asked, Faults::default());
    let choice = |code: String, label: String, chosen| Choice { code, label, hint: None, chosen };
    let groups = reminders.groups.iter().map(|(group, count)| {
        choice(group.code().to_owned(), members::option(text::group(*group), *count), asked.group == *group)
    });
    let any = |chosen| choice(String::new(), members::ANY.to_owned(), chosen);
    let colleges = College::ALL
        .iter()
        .map(|of| choice(of.code().to_owned(), names::college(*of).to_owned(), asked.college == Some(*of)));
    let departements = reminders.departements.iter().map(|(code, label)| {
        choice(code.clone(), format!("{label} ({code})"), asked.departement.as_ref() == Some(code))
    });
    let rests = RESTS.iter().map(|days| choice(days.to_string(), text::rest(*days), asked.rest == *days));
    view! {
        <form class="search people-search" method="get" action=Route::Reminders(slug).path()>
            <div class="search-filters">
                {field::select(name::GROUP, text::GROUP, groups.collect(), &none)}
                {field::select(corpus_field::COLLEGE, members::COLLEGE, std::iter::once(any(asked.college.is_none())).chain(colleges).collect(), &none)}
                {field::select(corpus_field::DEPARTEMENT, text::DEPARTEMENT, std::iter::once(any(asked.departement.is_none())).chain(departements).collect(), &none)}
                {field::select(name::REST, text::REST, rests.collect(), &none)}
            </div>
            <p class="note">{text::OVERLAP}</p>
            <p class="actions"><button class="button">{text::SHOW}</button></p>
        </form>
    }
    .into_any()
}

fn confirm(slug: &Slug, reminders: &Reminders) -> AnyView {
    let (asked, to) = (&reminders.asked, &reminders.chosen.to);
    let letters = count(to.len());
    let hidden = [
        (name::GROUP, asked.group.code().to_owned()),
        (corpus_field::COLLEGE, asked.college.map(College::code).unwrap_or_default().to_owned()),
        (corpus_field::DEPARTEMENT, asked.departement.clone().unwrap_or_default()),
        (name::REST, asked.rest.to_string()),
        (
            name::WHO,
            to.iter().map(|who| who.line.member.number.get().to_string()).collect::<Vec<_>>().join(" "),
        ),
    ];
    let hidden =
        hidden.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value/> });
    let preview = reminders.preview.as_ref().map(letter::preview);
    view! {
        <form class="form" method="post" action=Route::Reminders(slug).path()>
            {hidden.collect_view()}
            <p>{text::leave(letters)}</p>
            <p class="actions"><button class="button primary">{text::send(letters)}</button></p>
        </form>
        <details class="who"><summary>{invitation::WHO}</summary><p class="note">{listed(to.iter())}</p></details>
        {preview}
    }
    .into_any()
}

/// Nobody is left out without a word.
fn spared(chosen: &Chosen) -> AnyView {
    if chosen.spared.is_empty() {
        return ().into_any();
    }
    let reasons = Spared::ALL.iter().filter_map(|why| {
        let who: Vec<&Candidate> =
            chosen.spared.iter().filter(|(for_what, _)| for_what == why).map(|(_, who)| who).collect();
        (!who.is_empty()).then(|| {
            view! {
                <details class="who">
                    <summary>{text::spared(*why, count(who.len()))}</summary>
                    <p class="note">{listed(who.into_iter())}</p>
                </details>
            }
        })
    });
    view! {
        <section class="ask" aria-labelledby="paix">
            <h2 id="paix">{text::SPARED}</h2>
            {reasons.collect_view()}
        </section>
    }
    .into_any()
}

fn listed<'a>(people: impl Iterator<Item = &'a Candidate>) -> String {
    people.map(|who| who.line.member.name.as_str()).collect::<Vec<_>>().join(", ")
}

fn count(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}
