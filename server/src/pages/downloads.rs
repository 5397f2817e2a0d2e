//! The files of a congress.

use std::time::Duration;

use app::failure::Failure;
use app::pages::downloads;
use app::pages::downloads::list::DownloadLine;
use app::routes::Route;
use app::text::download as words;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use domain::congress::Congress;
use domain::wording::VersionFile;

use super::{Attached, Page, Refusal, Visit};
use crate::jobs::documents::{File, Status, offered};

/// How long an answer waits for a table before it says that it is being made.
const PATIENCE: Duration = Duration::from_secs(3);

/// What can be taken away.
pub async fn list(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = show(&visit, &slug).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, slug: &str) -> Page {
    let (mut reading, congress) = visit.readable(slug).await?;
    let offered = offered(&mut reading, congress.id).await?;
    let lines = offered.into_iter().map(|file| line(&congress, file)).collect();
    Ok(downloads::list::document(&congress, lines))
}

fn version_line(congress: &Congress, of: VersionFile) -> DownloadLine {
    let (label, description, format) = words::version(of);
    DownloadLine {
        label,
        description: description.to_owned(),
        href: Route::Download(&congress.slug, &of.to_string()).path(),
        format: format.to_owned(),
    }
}

fn line(congress: &Congress, file: File) -> DownloadLine {
    let (label, description, format) = match file {
        File::MotionPdf => words::MOTION_PDF,
        File::MapSvg => words::MAP_SVG,
        File::MapPng => words::MAP_PNG,
        File::TreeSvg => words::TREE_SVG,
        File::TreePng => words::TREE_PNG,
        File::ContributionsCsv => words::CONTRIBUTIONS_CSV,
        File::VerbatimsCsv => words::VERBATIMS_CSV,
        File::LinksCsv => words::LINKS_CSV,
        File::CongressJson => words::CONGRESS_JSON,
        File::Schema => words::SCHEMA,
        File::Iramuteq => words::IRAMUTEQ,
        File::Gexf => words::GEXF,
        File::Zip => words::ZIP,
        File::Version(of) => return version_line(congress, of),
    };
    DownloadLine {
        label: label.to_owned(),
        description: description.to_owned(),
        href: Route::Download(&congress.slug, &file.name()).path(),
        format: format.to_owned(),
    }
}

/// One file; a page that calls itself again while it is being made.
pub async fn file(visit: Visit, Path((slug, name)): Path<(String, String)>) -> Response {
    match give(&visit, &slug, &name).await {
        Ok(response) => response,
        Err(refusal) => visit.answer(Err(refusal)).await,
    }
}

async fn give(visit: &Visit, slug: &str, name: &str) -> Result<Response, Refusal> {
    let (reading, congress) = visit.readable(slug).await?;
    drop(reading);
    let file: File = name.parse().map_err(|_| Failure::NoFile(congress.slug.clone()))?;
    // What takes seconds says so at once, on a page of its own.
    let patience = if file.takes_long() { Duration::ZERO } else { PATIENCE };
    match visit.state.desk.file_within(&congress, file, patience).await? {
        Status::Ready(bytes) => Ok(attached(&congress, file, bytes)),
        Status::UnderWay => Ok(pending(visit, &congress, file)),
        Status::Absent => Err(Failure::NoFile(congress.slug).into()),
        Status::Failed => Err(Refusal::Broken("the file could not be made: see the line above".into())),
    }
}

fn attached(congress: &Congress, file: File, bytes: Vec<u8>) -> Response {
    // A PDF and a picture are looked at in the browser, a table is kept; all under a name that tells the congress.
    Attached {
        kind: file.media_type(),
        name: format!("{}-{}", congress.slug, file.name()),
        is_shown: file.is_shown(),
        copies: None,
    }
    .holding(bytes)
}

fn pending(visit: &Visit, congress: &Congress, file: File) -> Response {
    let label = line(congress, file).label;
    let mut response = visit.page(downloads::pending::document(congress, &label));
    *response.status_mut() = StatusCode::ACCEPTED;
    response.headers_mut().insert(header::REFRESH, HeaderValue::from_static("2"));
    response
}
