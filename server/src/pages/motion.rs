//! The draft of the motion.

use app::failure::Failure;
use app::pages::{motion, wording};
use app::routes::Route;
use axum::extract::Path;
use axum::response::Response;
use domain::wording::{Stage, VersionNumber};

use super::amending::is_open;
use super::{Page, Visit};
use crate::jobs::documents::File;

/// The draft with its sources.
pub async fn read(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = show(&visit, &slug).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, slug: &str) -> Page {
    let (mut reading, congress) = visit.readable(slug).await?;
    let published = reading.motion_versions(congress.id).await?;
    Ok(match reading.motion_page(congress.id).await? {
        Some(page) => {
            let pdf = Route::Download(&congress.slug, &File::MotionPdf.name()).path();
            motion::read::document(&congress, page, Some(pdf), published)
        }
        None => motion::absent::document(&congress, published),
    })
}

/// A version of the motion that people write: its address and its words are for good.
pub async fn version(visit: Visit, Path((slug, version)): Path<(String, String)>) -> Response {
    let page = show_version(&visit, &slug, &version).await;
    visit.answer(page).await
}

async fn show_version(visit: &Visit, slug: &str, version: &str) -> Page {
    let (mut reading, congress) = visit.readable(slug).await?;
    let number: VersionNumber = version.parse().map_err(|_| Failure::NoPage)?;
    let motion = reading.published_motion(congress.id, Some(number)).await?.ok_or(Failure::NoPage)?;
    let all = reading.motion_versions(congress.id).await?;
    let stage = reading.motion_head(congress.id).await?.map(|head| head.stage);
    let is_last = all.first().is_some_and(|last| last.number == number);
    let until = reading.amended_until(congress.id).await?;
    let amending = wording::version::Amending {
        is_listed: stage.is_some_and(|stage| stage != Stage::Draft),
        is_open: is_last && stage.is_some_and(|stage| is_open(stage, until, visit.now())),
    };
    Ok(wording::version::document(&congress, motion, all, amending))
}

/// What changed from one to another.
pub async fn compare(visit: Visit, Path((slug, version, other)): Path<(String, String, String)>) -> Response {
    let page = show_comparison(&visit, &slug, (&version, &other)).await;
    visit.answer(page).await
}

async fn show_comparison(visit: &Visit, slug: &str, (before, after): (&str, &str)) -> Page {
    let (mut reading, congress) = visit.readable(slug).await?;
    let mut both = Vec::with_capacity(2);
    for version in [before, after] {
        let number: VersionNumber = version.parse().map_err(|_| Failure::NoPage)?;
        both.push(reading.published_motion(congress.id, Some(number)).await?.ok_or(Failure::NoPage)?);
    }
    let [before, after] = <[_; 2]>::try_from(both).map_err(|_| Failure::NoPage)?;
    Ok(wording::compare::document(&congress, before, after))
}
