//! Badges are printed: their secrets stand on the paper, and nowhere else.

use app::failure::Failure;
use app::pages::sittings::badges::{BadgesView, MOST, document, name};
use app::routes::Route;
use app::text::badge as text;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use documents::pdf;
use domain::congress::Congress;
use domain::id::MemberId;
use domain::member::{Member, MemberAct};
use domain::sitting::{BadgeState, Seat, Sitting};
use std::collections::{BTreeMap, BTreeSet};
use storage::Reading;

use super::{Fields, said};
use crate::access::PaperSecret;
use crate::forms::Posted;
use crate::forms::fields::value;
use crate::forms::staff::note as leave_trace;
use crate::pages::sittings::followed;
use crate::pages::{Attached, Page, Refusal, Visit};

/// The page.
pub async fn read(visit: Visit, Path((slug, id)): Path<(String, String)>) -> Response {
    let page = show(&visit, (&slug, &id), None).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, (slug, id): (&str, &str), refused: Option<&'static str>) -> Page {
    let (mut reading, congress, sitting) = followed(visit, slug, id).await?;
    visit.caller.staff(&congress)?;
    let badges = reading.badges(sitting.id).await?;
    let now = visit.now();
    let has: BTreeSet<MemberId> = badges.iter().map(|badge| badge.member).collect();
    let people = people(&mut reading, &congress, &sitting).await?;
    let without = people.iter().filter(|(_, of)| of.may_have_code_on_badge() && !has.contains(&of.id));
    let active = badges.iter().filter(|badge| matches!(badge.state(now), BadgeState::Active { .. }));
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let view = BadgesView {
        people: count(people.len()),
        without: count(without.count()),
        printed: count(badges.len()),
        active: count(active.count()),
        sitting,
        refused,
    };
    Ok(document(&congress, view))
}

/// Those who have a voice, in the order of the door’s list: each with their seat.
async fn people(
    reading: &mut Reading,
    congress: &Congress,
    sitting: &Sitting,
) -> Result<Vec<(Seat, Member)>, Refusal> {
    let members = reading.members(congress.id).await?;
    let mut members: BTreeMap<MemberId, Member> = members.into_iter().map(|of| (of.id, of)).collect();
    let seats = reading.seats(sitting).await?.into_iter();
    // Who speaks for two territories wears one badge.
    Ok(seats.filter_map(|seat| members.remove(&seat.member).map(|of| (seat, of))).collect())
}

/// Prints badges for those who have none, for everybody, or for one person.
pub async fn print(Path((slug, id)): Path<(String, String)>, posted: Posted<Fields>) -> Response {
    let visit = &posted.visit;
    match printed(visit, (&slug, &id), &posted.fields).await {
        Ok(Ok(response)) => response,
        Ok(Err(refused)) => {
            let page = show(visit, (&slug, &id), Some(refused)).await;
            visit.answer_with(StatusCode::UNPROCESSABLE_ENTITY, page).await
        }
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn printed(
    visit: &Visit,
    (slug, id): (&str, &str),
    fields: &Fields,
) -> Result<Result<Response, &'static str>, Refusal> {
    let (mut reading, congress, sitting) = followed(visit, slug, id).await?;
    let staff = Member::clone(&*visit.caller.staff(&congress)?);
    if !sitting.stage.takes_people() {
        return Ok(Err(text::CLOSED));
    }
    let whom = said(fields, name::WHOM);
    let has: BTreeSet<MemberId> =
        reading.badges(sitting.id).await?.iter().map(|badge| badge.member).collect();
    let mut people = people(&mut reading, &congress, &sitting).await?;
    match whom.as_str() {
        name::NEW => people.retain(|(_, of)| of.may_have_code_on_badge() && !has.contains(&of.id)),
        name::ALL => {}
        one => {
            let one: MemberId = one.parse().map_err(|_| Failure::BadForm)?;
            people.retain(|(_, of)| of.id == one);
            if people.is_empty() {
                return Err(Failure::BadForm.into());
            }
        }
    }
    let most = people.len().min(usize::try_from(MOST).unwrap_or(usize::MAX));
    // All are replaced, though all don't go into one file: those left have none, and are the next to be printed.
    let left = people.split_off(most);
    if people.is_empty() {
        return Ok(Err(text::NOBODY));
    }
    drop(reading);
    let drawn: Vec<(Seat, Member, Option<PaperSecret>)> = people
        .into_iter()
        .map(|(seat, of)| {
            let secret = of.may_have_code_on_badge().then(|| visit.state.draw(PaperSecret::draw));
            (seat, of, secret)
        })
        .collect();
    // Before anything is written: badges that can't be laid out don't end those that people wear.
    let bytes = laid_out(visit, (&congress, &sitting), &drawn).await?;
    let now = visit.now();
    let mut work = visit.state.storage.write().await?;
    work.hold_badges(sitting.id).await?;
    if whom == name::ALL {
        for (_, of) in &left {
            work.revoke_badge(sitting.id, of.id, now).await?;
        }
    }
    for (_, of, secret) in &drawn {
        let Some(secret) = secret else { continue };
        work.draw_badge(&secret.hash(), (sitting.id, of.id), now).await?;
        if value(fields, name::END).is_some() {
            work.end_badge_sessions(sitting.id, of.id, now).await?;
        }
        leave_trace(visit, &mut work, (&staff, of), MemberAct::BadgeDrawn, None).await?;
    }
    work.save().await?;
    if value(fields, name::END).is_some() {
        drawn.iter().for_each(|(_, of, _)| visit.state.live.look_again(of.id));
    }
    let name = format!("{}-badges.pdf", congress.slug);
    let file = Attached { kind: "application/pdf", name, is_shown: false, copies: Some("no-store") };
    Ok(Ok(file.holding(bytes)))
}

async fn laid_out(
    visit: &Visit,
    (congress, sitting): (&Congress, &Sitting),
    drawn: &[(Seat, Member, Option<PaperSecret>)],
) -> Result<Vec<u8>, Refusal> {
    let badges: Vec<pdf::Badge> = drawn
        .iter()
        .map(|(seat, _, secret)| pdf::Badge {
            name: seat.name.clone(),
            mandate: seat.mandate.clone(),
            territory: seat.territory.as_ref().map(|of| of.name.clone()),
            address: secret
                .as_ref()
                .map(|secret| format!("{}{}", visit.state.public_url, Route::Badge(secret.text()).path())),
        })
        .collect();
    let (congress, sitting) = (congress.clone(), sitting.name.as_str().to_owned());
    let made = tokio::task::spawn_blocking(move || pdf::badges(&congress, &sitting, &badges));
    made.await.map_err(Refusal::broken)?.map_err(Refusal::broken)
}
