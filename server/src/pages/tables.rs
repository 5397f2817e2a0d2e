//! What is being said at the tables, on the map: to be projected. And the form on paper.

use app::pages::workshops::live::{LiveView, document};
use app::routes::Route;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use domain::congress::Congress;
use domain::reading::{MapPage, MapPoint, NoteLine};
use std::collections::BTreeSet;
use storage::Reading;

use super::guess::on_map;
use super::map::mapped;
use super::{Attached, Page, Refusal, Visit};

/// Lines lit on the map.
const LIT: u32 = 60;
/// Lines that are read beside it.
const READ: usize = 12;
/// Seconds between two looks: a line is seen within a minute, whatever the network does once.
const EVERY: &str = "20";

/// The page, which asks for itself again.
pub async fn live(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = show(&visit, &slug).await;
    let again = page.is_ok();
    let mut response = visit.answer(page).await;
    if again {
        response.headers_mut().insert(header::REFRESH, HeaderValue::from_static(EVERY));
    }
    response
}

async fn show(visit: &Visit, slug: &str) -> Page {
    let (mut reading, congress) = visit.readable(slug).await?;
    let mut notes = reading.notes_shown(congress.id, LIT).await?;
    let map = drawn(visit, &mut reading, &congress, &notes).await?;
    let of: BTreeSet<_> = notes.iter().map(|note| note.own.contribution.number).collect();
    let points = map.iter().flat_map(|page| &page.points);
    let lit = points.map(|point| of.contains(&point.number)).collect();
    notes.truncate(READ);
    Ok(document(&congress, LiveView { map, lit, notes }))
}

/// The map of the run shown, and on it the lines that it doesn't cover where its model puts them.
async fn drawn(
    visit: &Visit,
    reading: &mut Reading,
    congress: &Congress,
    notes: &[NoteLine],
) -> Result<Option<MapPage>, Refusal> {
    let Some(map) = mapped(&visit.state, reading, congress).await? else { return Ok(None) };
    let mut page = map.page.clone();
    let Some((run, _)) = reading.run_shown(congress.id).await? else { return Ok(Some(page)) };
    let covered: BTreeSet<_> = page.points.iter().map(|point| point.number).collect();
    let new: Vec<_> =
        notes.iter().map(|note| &note.own.contribution).filter(|of| !covered.contains(&of.number)).collect();
    let texts = new.iter().map(|of| of.body.as_str().to_owned()).collect();
    let found = on_map(&visit.state, reading, run, texts).await?;
    for (of, points) in new.iter().zip(found) {
        page.points.extend(points.into_iter().map(|(ordinal, point, theme)| MapPoint {
            number: of.number,
            ordinal,
            point,
            theme,
            kind: of.kind.unwrap_or(domain::contribution::Kind::Situation),
            college: of.signature.college,
            departement: String::new(),
            areas: Vec::new(),
        }));
    }
    Ok(Some(page))
}

/// The form on paper, as a PDF.
pub async fn paper_form(visit: Visit, Path(slug): Path<String>) -> Response {
    match printed(&visit, &slug).await {
        Ok(response) => response,
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn printed(visit: &Visit, slug: &str) -> Result<Response, Refusal> {
    let (_, congress) = visit.congress(slug).await?;
    let rules = format!("{}{}", visit.state.public_url, Route::Rules(&congress.slug).path());
    let name = format!("{}-formulaire.pdf", congress.slug);
    let made = tokio::task::spawn_blocking(move || documents::pdf::paper(&congress, &rules));
    let pdf = made.await.map_err(Refusal::broken)?.map_err(Refusal::broken)?;
    Ok(Attached { kind: "application/pdf", name, is_shown: true, copies: None }.holding(pdf))
}
