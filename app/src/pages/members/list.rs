//! Everybody of a congress: search, filters, how far each has come.

use domain::congress::Congress;
use domain::reading::{Facet, MemberLine, MembersPage, MembersQuery};
use domain::words::Slug;
use leptos::prelude::*;

use crate::components::counts::{Row, counts};
use crate::components::desk::{Desk, desk};
use crate::components::empty::empty;
use crate::components::field::{self, Choice, Line};
use crate::components::pagination::pagination;
use crate::form::Faults;
use crate::routes::{Route, field as corpus_field, member_field};
use crate::text::{members as text, names, quote};
use crate::{Document, Section};

/// The page; `typed` is the search as it was typed, `unknown` how many strangers asked for a link lately, `done` what was just
/// done.
pub fn document(
    congress: &Congress,
    page: MembersPage,
    typed: String,
    unknown: u32,
    done: Option<&'static str>,
) -> Document {
    let slug = congress.slug.clone();
    let view = move || {
        let asked = MembersQuery { words: typed.clone(), ..page.query.clone() };
        let strangers =
            (unknown > 0).then(|| view! { <p class="note">{text::unknown_requests(unknown)}</p> });
        view! {
            <div class="middle">
                {desk(&slug, Desk::Members)}
                <h1>{text::TITLE}</h1>
                {done.map(|words| view! { <p class="done" role="status">{words}</p> })}
                <p class="actions"><a class="button" href=Route::NewMember(&slug).path()>{text::ADD}</a></p>
                {if page.all == 0 { empty(text::EMPTY, text::EMPTY_HOW, None) } else { filled(&slug, &page, &asked) }}
                {strangers}
            </div>
        }
        .into_any()
    };
    Document::new(text::TITLE, view).within(Some(congress)).at(Section::Staff).unlisted()
}

fn filled(slug: &Slug, page: &MembersPage, asked: &MembersQuery) -> AnyView {
    let rows = page
        .colleges
        .iter()
        .map(|(college, count)| Row { label: names::college(*college).to_owned(), count: *count });
    let to = |number| Route::Members(slug, &MembersQuery { page: number, ..asked.clone() }).path();
    let people = if page.lines.is_empty() {
        empty(text::NOBODY, text::NOBODY_HOW, None)
    } else {
        people(slug, &page.lines)
    };
    view! {
        {form(slug, page, asked)}
        <h2 class="corpus-found">{text::found(page.found, page.all)}</h2>
        {people}
        {pagination(page.query.page, page.pages, &to)}
        <section class="ruled tables">{counts(text::BY_COLLEGE, rows.collect(), 0)}</section>
    }
    .into_any()
}

fn form(slug: &Slug, page: &MembersPage, asked: &MembersQuery) -> AnyView {
    let words = Line {
        name: corpus_field::WORDS,
        label: text::SEARCH,
        value: asked.words.clone(),
        kind: "search",
        ..Line::default()
    };
    let (facets, none) = (&page.facets, Faults::default());
    let college = choices(&facets.colleges, asked.college, |it| (it.code(), names::college(it).to_owned()));
    let role = choices(&facets.roles, asked.role, |it| (it.code(), quote::capital(names::role(it))));
    let standing =
        choices(&facets.standings, asked.standing, |it| (it.code(), text::standing(it).to_owned()));
    let voice = choices(&facets.voices, asked.voice, |it| (it.code(), text::voice(it).to_owned()));
    view! {
        <form class="search people-search" role="search" method="get" action=Route::Members(slug, &MembersQuery::default()).path()>
            {field::line(words, &none)}
            <div class="search-filters">
                {field::select(corpus_field::COLLEGE, text::COLLEGE, college, &none)}
                {field::select(member_field::ROLE, text::ROLE, role, &none)}
                {field::select(member_field::STANDING, text::STANDING, standing, &none)}
                {field::select(member_field::VOICE, text::VOICE, voice, &none)}
            </div>
            <p class="actions"><button class="button primary">{text::FIND}</button></p>
        </form>
    }
    .into_any()
}

/// What a filter offers: nothing asked, then what somebody has, and what is asked even if nobody has it.
fn choices<T: Copy + PartialEq>(
    facets: &[Facet<T>],
    asked: Option<T>,
    words: impl Fn(T) -> (&'static str, String),
) -> Vec<Choice> {
    let choice =
        |code: &str, label: String, chosen| Choice { code: code.to_owned(), label, hint: None, chosen };
    let any = choice("", text::ANY.to_owned(), asked.is_none());
    let missing = asked.filter(|value| !facets.iter().any(|facet| facet.value == *value));
    let counted =
        facets.iter().map(|facet| (facet.value, facet.count)).chain(missing.map(|value| (value, 0)));
    let offered = counted.map(|(value, count)| {
        let (code, label) = words(value);
        choice(code, text::option(&label, count), asked == Some(value))
    });
    std::iter::once(any).chain(offered).collect()
}

fn people(slug: &Slug, lines: &[MemberLine]) -> AnyView {
    let rows = lines.iter().map(|line| person(slug, line));
    view! {
        <form method="get" action=Route::Invitations(slug).path()>
            <ul class="people">{rows.collect_view()}</ul>
            <p class="actions"><button class="button">{text::INVITE_TICKED}</button></p>
        </form>
    }
    .into_any()
}

fn person(slug: &Slug, line: &MemberLine) -> AnyView {
    let member = &line.member;
    let (id, name) = (member.id, member.name.as_str().to_owned());
    let mandate = member.mandate.as_ref().map(|mandate| mandate.as_str().to_owned());
    let territory = member.territory.as_ref().map(|territory| match &territory.departement {
        Some(code) => format!("{}\u{a0}({code})", territory.name),
        None => territory.name.clone(),
    });
    let what: Vec<String> =
        [mandate, territory, Some(names::college(member.college).to_owned())].into_iter().flatten().collect();
    let email = member.email.as_ref().map_or_else(|| text::NO_EMAIL.to_owned(), ToString::to_string);
    let roles: Vec<&str> = member.roles.iter().map(|role| names::role(*role)).collect();
    let roles = (!roles.is_empty()).then(|| view! { <span class="people-roles">{roles.join(", ")}</span> });
    let standing = line.standing();
    view! {
        <li class="person">
            <label class="person-tick"><input type="checkbox" name=member_field::MEMBER value=id.to_string()/><span class="said">{text::TICK}" "{name.clone()}</span></label>
            <div>
                <p><a href=Route::Member(slug, id).path()><strong>{name.clone()}</strong></a>" "{roles}</p>
                <p class="note">{what.join(", ")}</p>
                <p class="note">{member.number.to_string()}" · "{email}</p>
            </div>
            <p class=format!("standing {}", standing.code())>{text::standing(standing)}</p>
        </li>
    }
    .into_any()
}
