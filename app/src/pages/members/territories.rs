//! Member territories, and who speaks for each.

use domain::congress::Congress;
use domain::reading::MemberTerritory;
use domain::words::Slug;
use leptos::prelude::*;

use super::fields::name;
use crate::components::desk::{Desk, desk};
use crate::components::empty::empty;
use crate::routes::Route;
use crate::text::members::{self, speaks as text};
use crate::text::{date, form};
use crate::{Document, Section};

/// The page.
pub fn document(congress: &Congress, territories: Vec<MemberTerritory>, saved: bool) -> Document {
    let slug = congress.slug.clone();
    let view = move || {
        let saved = saved.then(|| view! { <p class="done" role="status">{form::SAVED}</p> });
        let lines = territories.iter().map(|territory| line(&slug, territory)).collect_view();
        let content = if territories.is_empty() {
            empty(text::NONE, text::NONE_HOW, None)
        } else {
            view! { <ul class="people">{lines}</ul> }.into_any()
        };
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

fn line(slug: &Slug, one: &MemberTerritory) -> AnyView {
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
                <label for=id.clone() class="said">{text::who(&one.territory.name)}</label>
                <select id=id name=name::SPEAKS>{options.collect_view()}{nobody}</select>
                <button class="button">{text::NAME}</button>
            </form>
        </li>
    }
    .into_any()
}
