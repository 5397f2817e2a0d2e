//! Member territories, and who speaks for each.

use app::failure::Failure;
use app::pages::members::{name, territories as page};
use app::routes::{Route, asked as asked_of, members_query};
use axum::extract::Path;
use axum::response::Response;
use domain::member::{Member, MemberAct};
use domain::reading::{MemberTerritory, MembersQuery, TerritoriesPage};
use domain::territory::Territory;
use serde::Deserialize;
use std::collections::BTreeMap;
use storage::Representative;
use territories::fold;

use super::member::territory;
use super::{note, one};
use crate::forms::Posted;
use crate::pages::{Page, Refusal, Visit};

/// The field of the address under which the page says that a change was kept.
const DONE: &str = "fait";

/// The page.
pub async fn read(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = show(&visit, &slug).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, slug: &str) -> Page {
    let (mut reading, congress) = visit.congress(slug).await?;
    visit.caller.staff(&congress)?;
    let members = reading.members(congress.id).await?;
    let representatives = reading.representatives(congress.id).await?;
    let territories = grouped(&members, &representatives);
    let MembersQuery { words, page, .. } = members_query(visit.query());
    let asked = fold(&words);
    let answers = |of: &MemberTerritory| {
        let found = found_by(of);
        asked.split_whitespace().all(|word| found.contains(word))
    };
    let page = TerritoriesPage::sift(territories, words, answers, page);
    Ok(page::document(&congress, page, asked_of(visit.query(), DONE).is_some()))
}

/// What words of a search are looked for in: name, code, département, the names of its people, all folded.
fn found_by(of: &MemberTerritory) -> String {
    let territory = &of.territory;
    let place =
        [&*territory.name, &*territory.code, territory.departement.as_deref().unwrap_or_default()].join(" ");
    let people: Vec<&str> = of.members.iter().map(|member| member.name.as_str()).collect();
    fold(&format!("{place} {}", people.join(" ")))
}

/// Territories by name, each with its people and whoever speaks for it, wherever they speak from now.
fn grouped(members: &[Member], representatives: &[Representative]) -> Vec<MemberTerritory> {
    let speaker = |of: &Territory| {
        let named = representatives.iter().find(|named| named.level == of.level && named.code == of.code)?;
        let member = members.iter().find(|member| member.id == named.member)?;
        Some((member.clone(), named.named_at))
    };
    let mut places: BTreeMap<(String, &str), MemberTerritory> = BTreeMap::new();
    for member in members {
        let Some(of) = &member.territory else { continue };
        let key = (fold(&of.name), of.code.as_str());
        let place = places.entry(key).or_insert_with(|| MemberTerritory {
            territory: of.clone(),
            members: Vec::new(),
            representative: speaker(of),
        });
        place.members.push(member.clone());
    }
    places.into_values().collect()
}

/// Who is to speak for which territory.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Naming {
    territoire: String,
    membre: String,
    q: String,
    page: String,
}

impl Naming {
    /// The query string of the page that it was posted from, which says then that it was kept.
    fn kept(&self) -> String {
        let search = page::search(&self.q, self.page.parse().unwrap_or(1));
        let before = search.strip_prefix('?').map_or(String::new(), |search| format!("{search}&"));
        format!("{before}{DONE}=oui")
    }
}

/// Names who speaks for a territory, in the place of whoever did.
pub async fn name(Path(slug): Path<String>, Posted { visit, fields }: Posted<Naming>) -> Response {
    match named(&visit, &slug, &fields).await {
        Ok(response) => response,
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn named(visit: &Visit, slug: &str, fields: &Naming) -> Result<Response, Refusal> {
    let (mut reading, congress) = visit.congress(slug).await?;
    let staff = Member::clone(&*visit.caller.staff(&congress)?);
    let place = territory(&fields.territoire).ok_or(Failure::BadForm)?;
    let next = match fields.membre.as_str() {
        name::NONE => None,
        id => Some(one(&mut reading, &congress, id).await?),
    };
    let speaks_from = |member: &Member| {
        member.territory.as_ref().is_some_and(|of| of.level == place.level && of.code == place.code)
    };
    if next.as_ref().is_some_and(|member| !speaks_from(member)) {
        return Err(Failure::BadForm.into());
    }
    drop(reading);
    let detail = Some(place.name.clone());
    let mut work = visit.state.storage.write().await?;
    if let Some(before) = work.relieve_representative(congress.id, &place, visit.now()).await? {
        if next.as_ref().is_some_and(|member| member.id == before) {
            // Nothing changes: what was undone is dropped.
            return Ok(visit.see_done(Route::MemberTerritories(&congress.slug), &fields.kept()));
        }
        if let Some(member) = work.member(before).await? {
            note(visit, &mut work, (&staff, &member), MemberAct::Relieved, detail.clone()).await?;
        }
    }
    if let Some(member) = next {
        work.name_representative(congress.id, &place, member.id, visit.now()).await?;
        note(visit, &mut work, (&staff, &member), MemberAct::Named, detail).await?;
    }
    work.save().await?;
    Ok(visit.see_done(Route::MemberTerritories(&congress.slug), &fields.kept()))
}
