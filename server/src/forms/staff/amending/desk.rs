//! All amendments: the deadline, and one click that makes the polls.

use app::failure::Failure;
use app::form::Faults;
use app::pages::amending::desk::{DeskView, document};
use app::pages::amending::list::keys;
use app::pages::amending::{act as asks, name};
use app::routes::{AmendingRoute, Route};
use app::text::{amending as text, date};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::amendment::{AmendmentState, docket};
use domain::reading::AmendmentLine;
use domain::time::Timestamp;

use super::polls::{Voting, means, sitting};
use super::{judging, sittings};
use crate::forms::Posted;
use crate::forms::fields::{Fields, said};
use crate::forms::staff::moment;
use crate::pages::amending::{Amended, DONE, NOT_DONE, NOT_VOTED, amended, told};
use crate::pages::{Page, Refusal, Visit};
use crate::voting::Acts;

/// The day and hour that were typed, and what is wrong with them.
type Again = ((String, String), Faults);

/// The page.
pub async fn desk(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = show(&visit, &slug, None).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, slug: &str, again: Option<Again>) -> Page {
    let (mut reading, congress, _) = judging(visit, slug).await?;
    let Amended { motion, stage, until, .. } = amended(&mut reading, &congress, visit.now()).await?;
    let lines = reading.amendments(congress.id).await?;
    let sittings = sittings(&mut reading, &congress).await?;
    let (deadline, faults) =
        again.unwrap_or_else(|| (until.map(typed).unwrap_or_default(), Faults::default()));
    let done = told(visit.query());
    Ok(document(&congress, DeskView { motion, stage, lines, sittings, deadline, faults, done }))
}

/// A moment as browsers write it: « 2026-11-19 » and « 18:00 », of Paris.
fn typed(at: Timestamp) -> (String, String) {
    let written = date::machine(at);
    let part = |from: usize, to: usize| written.get(from..to).unwrap_or_default().to_owned();
    (part(0, 10), part(11, 16))
}

/// Does it.
pub async fn act(Path(slug): Path<String>, Posted { visit, fields }: Posted<Fields>) -> Response {
    let done = match said(&fields, name::ACT).as_str() {
        asks::PREPARE => Box::pin(prepared(&visit, &slug, &fields)).await.map(Ok),
        asks::DEADLINE => set(&visit, &slug, &fields).await,
        // Who may not ask is told so, whatever they ask.
        _ => judging(&visit, &slug).await.and_then(|_| Err(Failure::BadForm.into())),
    };
    match done {
        Ok(Ok(response)) => response,
        Ok(Err(again)) => {
            let page = show(&visit, &slug, Some(again)).await;
            visit.answer_with(StatusCode::UNPROCESSABLE_ENTITY, page).await
        }
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn set(visit: &Visit, slug: &str, fields: &Fields) -> Result<Result<Response, Again>, Refusal> {
    let (reading, congress, _) = judging(visit, slug).await?;
    drop(reading);
    let (day, hour) = (said(fields, name::DAY), said(fields, name::HOUR));
    let until = moment(&day, &hour);
    if until.is_none() && !(day.is_empty() && hour.is_empty()) {
        return Ok(Err(((day, hour), Faults::of(name::DAY, text::MOMENT_WRONG))));
    }
    let mut work = visit.state.storage.write().await?;
    work.set_amended_until(congress.id, until).await?;
    work.save().await?;
    Ok(Ok(visit.see_done(Route::Amending(&congress.slug, AmendingRoute::Desk), DONE)))
}

async fn prepared(visit: &Visit, slug: &str, fields: &Fields) -> Result<Response, Refusal> {
    let (mut reading, congress, staff) = judging(visit, slug).await?;
    let all = sittings(&mut reading, &congress).await?;
    let to = Route::Amending(&congress.slug, AmendingRoute::Desk);
    let Some(sitting) = sitting(fields, &all) else { return Ok(visit.see_done(to, NOT_DONE)) };
    let Amended { motion, stage, .. } = amended(&mut reading, &congress, visit.now()).await?;
    if !stage.may_vote_amendments() {
        return Ok(visit.see_done(to, NOT_VOTED));
    }
    let lines = reading.amendments(congress.id).await?;
    drop(reading);
    let admissible: Vec<AmendmentLine> =
        lines.into_iter().filter(|line| line.fate.state() == AmendmentState::Admissible).collect();
    let acts = Acts { state: &visit.state, congress: &congress, by: staff.id, now: visit.now() };
    let voting = Voting { visit, acts: &acts, motion: &motion, sitting: &sitting, means: means(fields) };
    let count = voting.prepare(&docket(&admissible, &keys(&motion))).await?;
    visit.state.live.refresh(sitting.id);
    Ok(visit.see_done(to, if count > 0 { DONE } else { NOT_DONE }))
}
