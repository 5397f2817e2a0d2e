//! Publishing a version, and taking the motion to its next stage.

use app::failure::Failure;
use app::pages::wording::publish::PublishView;
use app::pages::wording::{act, name, publish as page};
use app::routes::{Route, WordingRoute};
use app::text::wording as text;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::amendment::AmendmentState;
use domain::congress::Congress;
use domain::id::CongressId;
use domain::reading::{AmendmentLine, AmendmentPoll, MotionDesk};
use domain::vote::PollState;
use domain::wording::{Block, Frozen, Stage, Standing, digest, freeze};
use storage::{NewVersion, Reading};

use super::typed::said;
use super::{DONE, writing};
use crate::forms::Posted;
use crate::forms::staff::typed::Fields;
use crate::pages::{Page, Refusal, Visit};

/// The motion as it would be published now.
struct Ready {
    desk: MotionDesk,
    blocks: Vec<Frozen>,
    digest: String,
    standing: Standing,
    news: bool,
}

async fn ready(reading: &mut Reading, congress: CongressId) -> Result<Ready, Refusal> {
    let desk = reading.motion_desk(congress).await?.ok_or(Failure::NoPage)?;
    let blocks: Vec<Block> = desk.blocks.iter().map(|line| line.block.clone()).collect();
    let blocks = freeze(&blocks, |field| text::field(field, &desk.figures));
    let digest = digest(desk.head.title.as_str(), desk.head.shape, &blocks);
    let machine = blocks.iter().map(|of| of.machine.count()).sum();
    let last = desk.versions.first();
    let changed = last.is_none_or(|last| last.digest != digest);
    let versions = u32::try_from(desk.versions.len()).unwrap_or(u32::MAX);
    let amendments = reading.amendments(congress).await?;
    let amendments = u32::try_from(amendments.iter().filter(|line| waits(line)).count()).unwrap_or(u32::MAX);
    let standing = Standing { versions, changed, machine, amendments };
    let news = !blocks.is_empty() && (changed || last.is_some_and(|last| last.machine != machine));
    Ok(Ready { desk, blocks, digest, standing, news })
}

/// Whether an amendment is still to be voted by a poll that is there, or to be put into the text by hand.
fn waits(line: &AmendmentLine) -> bool {
    let state = line.fate.state();
    let voting = |of: AmendmentPoll| of.state != PollState::Proclaimed;
    (state == AmendmentState::Adopted && !line.is_applied)
        || (state.is_live() && line.poll.is_some_and(voting))
}

/// The page.
pub async fn look(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = show(&visit, &slug, None).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, slug: &str, refused: Option<String>) -> Page {
    let (mut reading, congress, _) = writing(visit, slug).await?;
    let Ready { desk, digest, standing, news, .. } = ready(&mut reading, congress.id).await?;
    Ok(page::document(&congress, PublishView { desk, digest, standing, news, refused }))
}

/// Does it.
pub async fn publish(Path(slug): Path<String>, Posted { visit, fields }: Posted<Fields>) -> Response {
    let done = match said(&fields, name::ACT) {
        act::ADVANCE => advanced(&visit, &slug, &fields).await,
        _ => published(&visit, &slug, &fields).await,
    };
    match done {
        Ok(Ok(response)) => response,
        Ok(Err(why)) => {
            let page = show(&visit, &slug, Some(why)).await;
            visit.answer_with(StatusCode::CONFLICT, page).await
        }
        Err(refusal) => visit.refused(refusal).await,
    }
}

type Outcome = Result<Result<Response, String>, Refusal>;

async fn published(visit: &Visit, slug: &str, fields: &Fields) -> Outcome {
    let (reading, congress, staff) = writing(visit, slug).await?;
    drop(reading);
    let mut work = visit.state.storage.write().await?;
    work.hold_motion(congress.id).await?;
    let Ready { desk, blocks, digest, news, .. } = ready(&mut work, congress.id).await?;
    if digest != said(fields, name::SEEN) {
        return Ok(Err(text::CHANGED.to_owned()));
    }
    if !news {
        // A second click finds it done.
        return Ok(match desk.versions.first() {
            Some(last) => Ok(visit.see(Route::Wording(&congress.slug, WordingRoute::Version(last.number)))),
            None => Err(text::EMPTY.to_owned()),
        });
    }
    let number = work
        .publish_motion(&NewVersion {
            congress: congress.id,
            title: desk.head.title,
            shape: desk.head.shape,
            blocks,
            pending: desk.pending,
            at: visit.now(),
            by: Some(staff.id),
        })
        .await?;
    work.save().await?;
    Ok(Ok(visit.see(Route::Wording(&congress.slug, WordingRoute::Version(number)))))
}

async fn advanced(visit: &Visit, slug: &str, fields: &Fields) -> Outcome {
    let (reading, congress, _) = writing(visit, slug).await?;
    drop(reading);
    let mut work = visit.state.storage.write().await?;
    work.hold_motion(congress.id).await?;
    let Ready { desk, standing, .. } = ready(&mut work, congress.id).await?;
    let stage = desk.head.stage;
    if said(fields, name::FROM).parse::<Stage>() != Ok(stage) {
        return Ok(Err(text::CHANGED.to_owned()));
    }
    let next = match stage.advanced(standing) {
        Ok(next) => next,
        Err(why) => return Ok(Err(text::refused(why))),
    };
    work.advance_motion(congress.id, stage, next).await?;
    work.save().await?;
    Ok(Ok(see(visit, &congress)))
}

fn see(visit: &Visit, congress: &Congress) -> Response {
    visit.see_done(Route::Wording(&congress.slug, WordingRoute::Desk), DONE)
}
