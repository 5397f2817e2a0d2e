//! Member territories, and who speaks for each.

use domain::congress::Congress;
use domain::reading::{MemberTerritory, MembersQuery, TerritoriesPage};
use domain::words::Slug;
use leptos::prelude::*;

use super::fields::name;
use crate::components::desk::{Desk, desk};
use crate::components::empty::empty;
use crate::components::field::{self, Line};
use crate::components::pagination::pagination;
use crate::form::Faults;
use crate::routes::{Route, field as corpus_field, members_search};
use crate::text::members::{self, speaks as text};
use crate::text::{date, form};
use crate::{Document, Section};

/// The page.
pub fn document(congress: &Congress, page: TerritoriesPage, saved: bool) -> Document {
    let slug = congress.slug.clone();
    let view = move || {
        let saved = saved.then(|| view! { <p class="done" role="status">{form::SAVED}</p> });
        let content =
            if page.all == 0 { empty(text::NONE, text::NONE_HOW, None) } else { filled(&slug, &page) };
        view! {
            <div class="middle">
                {desk(&slug, Desk::Territories)}
                <h1>{members::TERRITORIES}</h1>
                <p class="lead">{text::LEAD}</p>
                {saved}
                {content}
            </div>
        }
        .into_any()
    };
    Document::new(members::TERRITORIES, view).within(Some(congress)).at(Section::Staff).unlisted()
}

/// The query string of a page of what was looked for.
pub fn search(words: &str, page: u32) -> String {
    members_search(&MembersQuery { words: words.to_owned(), page, ..MembersQuery::default() })
}

fn filled(slug: &Slug, page: &TerritoriesPage) -> AnyView {
    let path = Route::MemberTerritories(slug).path();
    let words = Line {
        name: corpus_field::WORDS,
        label: text::SEARCH,
        value: page.words.clone(),
        kind: "search",
        ..Line::default()
    };
    let lines = page.territories.iter().map(|territory| line(slug, page, territory)).collect_view();
    let content = if page.territories.is_empty() {
        empty(text::NOT_FOUND, text::NOT_FOUND_HOW, None)
    } else {
        view! { <ul class="people">{lines}</ul> }.into_any()
    };
    let to = |number| format!("{path}{}", search(&page.words, number));
    view! {
        <form class="search people-search" role="search" method="get" action=path.clone()>
            {field::line(words, &Faults::default())}
            <p class="actions"><button class="button primary">{members::FIND}</button></p>
        </form>
        <h2 class="corpus-found">{text::found(page.found, page.all)}</h2>
        {content}
        {pagination(page.page, page.pages, &to)}
    }
    .into_any()
}

fn line(slug: &Slug, page: &TerritoriesPage, one: &MemberTerritory) -> AnyView {
    let value = format!("{}:{}", one.territory.level.code(), one.territory.code);
    let speaks = one.representative.as_ref();
    let now = speaks.map_or_else(
        || text::NOBODY.to_owned(),
        |(member, since)| text::since(member.name.as_str(), &date::day(*since)),
    );
    let id = format!("parle-{}-{}", one.territory.level.code(), one.territory.code);
    let options = one.members.iter().map(|member| {
        let chosen = speaks.is_some_and(|(speaker, _)| speaker.id == member.id);
        view! { <option value=member.id.to_string() selected=chosen>{member.name.as_str().to_owned()}</option> }
    });
    let nobody = speaks.is_some().then(|| view! { <option value=name::NONE>{text::RELIEVE}</option> });
    view! {
        <li class="person territory">
            <div>
                <p><strong>{members::territory(&one.territory)}</strong></p>
                <p class="note">{now}</p>
            </div>
            <form class="inline" method="post" action=Route::MemberTerritories(slug).path()>
                <input type="hidden" name=name::TERRITORY value=value/>
                <input type="hidden" name=corpus_field::WORDS value=page.words.clone()/>
                <input type="hidden" name=corpus_field::PAGE value=page.page.to_string()/>
                <label for=id.clone() class="said">{text::who(&one.territory.name)}</label>
                <select id=id name=name::SPEAKS>{options.collect_view()}{nobody}</select>
                <button class="button">{text::NAME}</button>
            </form>
        </li>
    }
    .into_any()
}
