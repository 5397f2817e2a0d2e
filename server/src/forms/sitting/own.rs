//! Somebody puts themself on the attendance sheet, or asks to speak.

use app::form::Faults;
use app::pages::sittings::follow::name;
use app::routes::Route;
use app::text::sitting as text;
use axum::extract::Path;
use axum::response::Response;
use domain::access::Code;
use domain::id::{AttendanceId, FloorRequestId};
use domain::journal::EntryKind;
use domain::member::Member;
use domain::sitting::{Attendance, FloorRequest, Presence, ProxyEnd};
use serde_json::json;
use storage::CheckIn;

use super::{Fields, answered, note, said};
use crate::forms::Posted;
use crate::pages::sittings::{Again, CHECKED_IN, followed};
use crate::pages::{Refusal, Visit};

/// Checks whoever knows the code on the screen in.
pub async fn check_in(Path((slug, id)): Path<(String, String)>, posted: Posted<Fields>) -> Response {
    let (visit, at) = (&posted.visit, (&*slug, &*id));
    let done = checked_in(visit, at, &posted.fields).await;
    let again = |sentence| Again {
        code: (said(&posted.fields, name::CODE), Faults::of(name::CODE, sentence)),
        ..Again::default()
    };
    answered(visit, at, done.map(|done| done.map_err(again))).await
}

async fn checked_in(
    visit: &Visit,
    (slug, id): (&str, &str),
    fields: &Fields,
) -> Result<Result<Response, &'static str>, Refusal> {
    let (mut reading, congress, sitting) = followed(visit, slug, id).await?;
    let member = Member::clone(&*visit.caller.member(&congress)?);
    if !visit.state.limits.check_in(member.id, visit.now()) {
        return Ok(Err(text::CODE_LIMIT));
    }
    let code = reading.check_in_code(sitting.id, visit.now()).await?;
    let typed: Option<Code> = said(fields, name::CODE).parse().ok();
    if typed.is_none() || typed != code || !sitting.stage.takes_people() {
        return Ok(Err(text::CODE_WRONG));
    }
    drop(reading);
    let mut work = visit.state.storage.write().await?;
    come_in(visit, &mut work, &sitting, (member.id, Presence::Room)).await?;
    work.save().await?;
    visit.state.live.refresh(sitting.id);
    Ok(Ok(visit.see_done(Route::Sitting(&congress.slug, sitting.id), CHECKED_IN)))
}

/// Somebody comes in: a proxy that they gave ends, except in polls that are open.
pub(super) async fn come_in(
    visit: &Visit,
    work: &mut storage::Work,
    sitting: &domain::sitting::Sitting,
    (member, presence): (domain::id::MemberId, Presence),
) -> Result<(), Refusal> {
    let (id, now) = (visit.state.draw(|entropy| AttendanceId::new(visit.now(), entropy)), visit.now());
    let coming = Attendance { id, sitting: sitting.id, member, presence, in_at: now, out_at: None };
    if work.check_in(&coming).await? == CheckIn::AlreadyThere {
        return Ok(());
    }
    let body = json!({ "seance": sitting.id, "membre": member, "presence": presence });
    note(work, (visit, sitting), (EntryKind::CameIn, body)).await?;
    if let Some(proxy) = work.end_proxy_of(sitting.id, member, (now, ProxyEnd::CameIn)).await? {
        let body = json!({ "seance": sitting.id, "pouvoir": proxy, "pourquoi": ProxyEnd::CameIn });
        note(work, (visit, sitting), (EntryKind::ProxyEnded, body)).await?;
    }
    Ok(())
}

/// Somebody asks to speak, or takes that back.
pub async fn floor(Path((slug, id)): Path<(String, String)>, posted: Posted<Fields>) -> Response {
    let (visit, at) = (&posted.visit, (&*slug, &*id));
    let done = asked(visit, at, &posted.fields).await;
    answered(visit, at, done.map(|done| done.map_err(Again::refused))).await
}

async fn asked(
    visit: &Visit,
    (slug, id): (&str, &str),
    fields: &Fields,
) -> Result<Result<Response, &'static str>, Refusal> {
    let (mut reading, congress, sitting) = followed(visit, slug, id).await?;
    let member = visit.caller.member(&congress)?.id;
    let is_there = reading.those_there(sitting.id).await?.contains_key(&member);
    if !sitting.stage.is_open() || !is_there {
        return Ok(Err(text::FLOOR_NOT_THERE));
    }
    drop(reading);
    let (id, now) = (visit.state.draw(|entropy| FloorRequestId::new(visit.now(), entropy)), visit.now());
    let mut work = visit.state.storage.write().await?;
    if said(fields, name::GESTURE) == name::WITHDRAW {
        work.withdraw_floor(sitting.id, member, now).await?;
    } else {
        let (called_at, ends_at, ended_at) = (None, None, None);
        let request =
            FloorRequest { id, sitting: sitting.id, member, asked_at: now, called_at, ends_at, ended_at };
        work.ask_floor(&request).await?;
    }
    work.save().await?;
    visit.state.live.refresh(sitting.id);
    Ok(Ok(visit.see(Route::Sitting(&congress.slug, sitting.id))))
}
