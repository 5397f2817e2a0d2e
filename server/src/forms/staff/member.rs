//! One person: their page, what changes about them, their territory.

use app::form::Faults;
use app::pages::members::read::{OneMember, document};
use app::pages::members::{Who, name};
use app::routes::{Route, values};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::congress::Congress;
use domain::member::{Member, MemberAct, Role};
use domain::territory::{Territory, TerritoryLevel};
use domain::time::Timestamp;
use serde::Deserialize;
use storage::Work;

use super::typed::{Fields, Parsed, last_administrator, who};
use super::{mine_to_change, note, one};
use crate::forms::Posted;
use crate::member::sort_name;
use crate::pages::{Page, Refusal, Visit};

/// Territories offered for what was typed.
const OFFERED: usize = 12;
/// The query string under which the page says that a change was kept.
const SAVED: &str = "fait=oui";

/// What the page shows besides the person.
#[derive(Debug, Default)]
pub(super) struct Besides {
    /// What was typed, when it comes back.
    pub(super) typed: Option<(Who, Faults)>,
    /// A code just drawn, and until when it opens.
    pub(super) code: Option<(String, Timestamp)>,
}

/// The page.
pub async fn read(visit: Visit, Path((slug, id)): Path<(String, String)>) -> Response {
    let page = show(&visit, &slug, &id, Besides::default()).await;
    visit.answer(page).await
}

pub(super) async fn show(visit: &Visit, slug: &str, id: &str, besides: Besides) -> Page {
    let (mut reading, congress) = visit.congress(slug).await?;
    let asks = Member::clone(&*visit.caller.staff(&congress)?);
    let member = one(&mut reading, &congress, id).await?;
    let lines = reading.member_lines(congress.id).await?;
    let line = lines.into_iter().find(|line| line.member.id == member.id);
    let line = line.ok_or_else(|| app::failure::Failure::NoMember(congress.slug.clone()))?;
    let look = values(visit.query(), name::LOOK).into_iter().find(|words| !words.trim().is_empty());
    let looked = look.map(|words| {
        let found = territories::search(&words, OFFERED);
        (words, found)
    });
    let (who, faults) = besides.typed.unwrap_or_else(|| (Who::from(&member), Faults::default()));
    let events = reading.member_events(member.id).await?;
    let saved = visit.query() == SAVED;
    let one = OneMember { line, asks, who, faults, looked, code: besides.code, events, saved };
    Ok(document(&congress, one))
}

/// Changes what a person is now. What they signed stays as it was signed.
pub async fn change(
    Path((slug, id)): Path<(String, String)>,
    Posted { visit, fields }: Posted<Fields>,
) -> Response {
    let who = who(&fields);
    match changed(&visit, &slug, &id, &who).await {
        Ok(Ok(response)) => response,
        Ok(Err(faults)) => {
            let page = show(&visit, &slug, &id, Besides { typed: Some((who, faults)), code: None }).await;
            visit.answer_with(StatusCode::UNPROCESSABLE_ENTITY, page).await
        }
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn changed(
    visit: &Visit,
    slug: &str,
    id: &str,
    who: &Who,
) -> Result<Result<Response, Faults>, Refusal> {
    let (congress, staff, before) = mine_to_change(visit, slug, id).await?;
    let parsed = match Parsed::read(who, &staff, &before.roles) {
        Ok(parsed) => parsed,
        Err(faults) => return Ok(Err(faults)),
    };
    let Parsed { name, mandate, college, email, telephone, roles } = parsed;
    let after = Member { name, mandate, college, email, telephone, roles, ..before.clone() };
    let mut work = visit.state.storage.write().await?;
    if loses_last_administrator(&mut work, &congress, &before, &after).await? {
        return Ok(Err(last_administrator()));
    }
    keep(visit, &mut work, &staff, (&before, &after)).await?;
    work.save().await?;
    Ok(Ok(visit.see_done(Route::Member(&congress.slug, after.id), SAVED)))
}

async fn loses_last_administrator(
    work: &mut Work,
    congress: &Congress,
    before: &Member,
    after: &Member,
) -> Result<bool, Refusal> {
    if after.roles.contains(&Role::Administrator) { Ok(false) } else { is_last(work, congress, before).await }
}

/// Whether nobody else administers the congress.
pub(in crate::forms) async fn is_last(
    work: &mut Work,
    congress: &Congress,
    member: &Member,
) -> Result<bool, Refusal> {
    let is = |member: &Member| member.roles.contains(&Role::Administrator);
    if !is(member) {
        return Ok(false);
    }
    let everybody = work.members(congress.id).await?;
    Ok(!everybody.iter().any(|other| other.id != member.id && is(other)))
}

/// Writes what changed, each part with its trace.
async fn keep(
    visit: &Visit,
    work: &mut Work,
    staff: &Member,
    (before, after): (&Member, &Member),
) -> Result<(), Refusal> {
    let parts = changes(before, after);
    if !parts.is_empty() {
        work.change_member(after, &sort_name(&after.name)).await?;
        note(visit, work, (staff, after), MemberAct::Changed, Some(parts.join(", "))).await?;
    }
    for role in after.roles.difference(&before.roles) {
        work.grant_role(after.id, *role).await?;
        note(visit, work, (staff, after), MemberAct::RoleGiven, Some(role.code().to_owned())).await?;
    }
    for role in before.roles.difference(&after.roles) {
        work.revoke_role(after.id, *role).await?;
        note(visit, work, (staff, after), MemberAct::RoleTaken, Some(role.code().to_owned())).await?;
    }
    Ok(())
}

/// Which parts differ, in the words of the trace: never what they hold.
fn changes(before: &Member, after: &Member) -> Vec<&'static str> {
    let parts = [
        (before.name != after.name, "nom"),
        (before.mandate != after.mandate, "mandat"),
        (before.college != after.college, "collège"),
        (before.territory != after.territory, "collectivité"),
        (before.email != after.email, "adresse"),
        (before.telephone != after.telephone, "téléphone"),
    ];
    parts.into_iter().filter(|(differs, _)| *differs).map(|(_, part)| part).collect()
}

/// The territory chosen.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Chosen {
    territoire: String,
}

/// Changes what a person speaks from now.
pub async fn settle(
    Path((slug, id)): Path<(String, String)>,
    Posted { visit, fields }: Posted<Chosen>,
) -> Response {
    match settled(&visit, &slug, &id, &fields.territoire).await {
        Ok(response) => response,
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn settled(visit: &Visit, slug: &str, id: &str, chosen: &str) -> Result<Response, Refusal> {
    let (congress, staff, before) = mine_to_change(visit, slug, id).await?;
    let territory = match chosen {
        name::NONE => None,
        chosen => Some(territory(chosen).ok_or(app::failure::Failure::BadForm)?),
    };
    let after = Member { territory, ..before.clone() };
    let mut work = visit.state.storage.write().await?;
    keep(visit, &mut work, &staff, (&before, &after)).await?;
    work.save().await?;
    Ok(visit.see_done(Route::Member(&congress.slug, after.id), SAVED))
}

/// « commune:29233 », of the embedded lists.
pub(super) fn territory(chosen: &str) -> Option<Territory> {
    let (level, code) = chosen.split_once(':')?;
    territories::by_code(level.parse::<TerritoryLevel>().ok()?, code)
}
