//! Answering a convocation, signed in or by the link of its letter.

use app::failure::Failure;
use app::pages::sittings::answer::{AnswerView, document, name};
use app::routes::Route;
use app::text::convocation::answer as text;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::congress::Congress;
use domain::id::MemberId;
use domain::journal::EntryKind;
use domain::member::Member;
use domain::sitting::{ConvocationAnswer, ProxyEnd, Sitting, SittingStage};
use serde_json::json;
use storage::Reading;

use super::proxy::entrust_as;
use super::{Fields, answered, note, said};
use crate::access::Secret;
use crate::forms::Posted;
use crate::guard::headers::hidden;
use crate::pages::sittings::{ANSWERED, Again, answering, followed, has_voice, may_give, proxies};
use crate::pages::{Page, Refusal, Visit};

/// Somebody who is signed in answers.
pub async fn answer(Path((slug, id)): Path<(String, String)>, posted: Posted<Fields>) -> Response {
    let (visit, at) = (&posted.visit, (&*slug, &*id));
    let done = noted(visit, at, &posted.fields).await;
    answered(visit, at, done.map(|done| done.map_err(Again::refused))).await
}

async fn noted(
    visit: &Visit,
    (slug, id): (&str, &str),
    fields: &Fields,
) -> Result<Result<Response, &'static str>, Refusal> {
    let (reading, congress, sitting) = followed(visit, slug, id).await?;
    drop(reading);
    let member = visit.caller.member(&congress)?.id;
    if let Err(refused) = answer_as(visit, &sitting, member, fields).await? {
        return Ok(Err(refused));
    }
    Ok(Ok(visit.see_done(Route::Sitting(&congress.slug, sitting.id), ANSWERED)))
}

/// Notes an answer of that member: the last one stands, and takes back a proxy that they gave.
async fn answer_as(
    visit: &Visit,
    sitting: &Sitting,
    member: MemberId,
    fields: &Fields,
) -> Result<Result<(), &'static str>, Refusal> {
    let answer: ConvocationAnswer = said(fields, name::ANSWER).parse().map_err(|_| Failure::BadForm)?;
    // A proxy is given to somebody, by the form that asks to whom.
    if answer == ConvocationAnswer::Proxy {
        return Err(Failure::BadForm.into());
    }
    if sitting.stage != SittingStage::Planned {
        return Ok(Err(text::SHUT));
    }
    let mut work = visit.state.storage.write().await?;
    work.answer_convocation((sitting.id, member), answer, visit.now()).await?;
    let ended = (visit.now(), ProxyEnd::Withdrawn);
    if let Some(proxy) = work.end_proxy_of(sitting.id, member, ended).await? {
        let body = json!({ "seance": sitting.id, "pouvoir": proxy, "pourquoi": ProxyEnd::Withdrawn });
        note(&mut work, (visit, sitting), (EntryKind::ProxyEnded, body)).await?;
    }
    work.save().await?;
    visit.state.live.refresh(sitting.id);
    Ok(Ok(()))
}

/// The page of a letter's link: it changes nothing, since mail scanners follow links.
pub async fn convocation(visit: Visit, Path(token): Path<String>) -> Response {
    let page = show(&visit, &token, Again::default()).await;
    hidden(visit.answer(page).await)
}

async fn show(visit: &Visit, token: &str, again: Again) -> Page {
    let Whose { mut reading, congress, sitting, member } = whose(visit, token).await?;
    let is_there = reading.those_there(sitting.id).await?.contains_key(&member.id);
    let may_give = may_give(&sitting, has_voice(&mut reading, &sitting, member.id).await?, is_there);
    let proxies = proxies(&mut reading, &sitting, (member.id, may_give), again.holder).await?;
    let answering = answering(&mut reading, &sitting, member.id, &proxies).await?;
    let agenda = reading.agenda(sitting.id).await?;
    let view = AnswerView {
        name: member.name.into(),
        agenda,
        answering,
        proxies,
        to: Route::Convocation(token).path(),
        done: (visit.query() == ANSWERED).then_some(text::NOTED),
        refused: again.refused,
        sitting,
    };
    Ok(document(&congress, view))
}

/// Somebody answers by the link of their letter.
pub async fn answer_convocation(Path(token): Path<String>, posted: Posted<Fields>) -> Response {
    let visit = &posted.visit;
    hidden(match by_letter(visit, &token, &posted.fields).await {
        Ok(Ok(response)) => response,
        Ok(Err(again)) => {
            let page = show(visit, &token, again).await;
            visit.answer_with(StatusCode::UNPROCESSABLE_ENTITY, page).await
        }
        Err(refusal) => visit.refused(refusal).await,
    })
}

async fn by_letter(visit: &Visit, token: &str, fields: &Fields) -> Result<Result<Response, Again>, Refusal> {
    let Whose { reading, sitting, member, .. } = whose(visit, token).await?;
    drop(reading);
    if sitting.stage != SittingStage::Planned {
        return Ok(Err(Again::refused(text::SHUT)));
    }
    let done = match said(fields, name::ANSWER).as_str() {
        "" => entrust_as(visit, &sitting, member.id, fields).await?.map_err(|not| not.again(fields)),
        _ => answer_as(visit, &sitting, member.id, fields).await?.map_err(Again::refused),
    };
    Ok(done.map(|()| visit.see_done(Route::Convocation(token), ANSWERED)))
}

/// Whose link it is.
struct Whose {
    reading: Reading,
    congress: Congress,
    sitting: Sitting,
    member: Member,
}

async fn whose(visit: &Visit, token: &str) -> Result<Whose, Refusal> {
    let secret = Secret::read(token).ok_or(Failure::DeadLink)?;
    let mut reading = visit.state.storage.read().await?;
    let (sitting, member) = reading.convocation_of(&secret.hash()).await?.ok_or(Failure::DeadLink)?;
    let sitting = reading.sitting(sitting).await?.ok_or(Failure::DeadLink)?;
    let member = reading.member(member).await?.ok_or(Failure::DeadLink)?;
    let congress = reading.congress_of(sitting.congress).await?;
    Ok(Whose { reading, congress, sitting, member })
}
