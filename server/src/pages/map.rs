//! The map: its page, and what its island fetches.

use std::io::Write as _;
use std::sync::Arc;

use app::map::Key;
use app::map::answer::{Lit, MapAnswer};
use app::map::data::MapData;
use app::pages::map::read::{Here, MapView, document};
use app::routes::{asked, field, map_query};
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::congress::Congress;
use domain::reading::MapPage;
use storage::Reading;
use territories::departement_name;

use super::cartography::lit;
use super::{Page, Refusal, Visit};
use crate::jobs::import::hex;
use crate::state::AppState;

/// A map, and the same as the island fetches it.
#[derive(Debug)]
pub struct Mapped {
    /// The map.
    pub(super) page: MapPage,
    json: Vec<u8>,
    brotli: Vec<u8>,
    tag: String,
}

/// How hard the points are compressed, once for each run: beyond, minutes for a few bytes.
const QUALITY: u32 = 6;
const WINDOW: u32 = 22;

/// The map, and the list of what answers a question asked of it.
pub async fn read(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = show(&visit, &slug).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, slug: &str) -> Page {
    let (mut reading, congress) = visit.readable(slug).await?;
    let Some(map) = mapped(&visit.state, &mut reading, &congress).await? else {
        return Ok(document(&congress, None));
    };
    let query = map_query(visit.query());
    let found: Option<Lit> = match query.corpus.words.as_str() {
        "" => None,
        words => Some(lit(&mut reading, congress.id, words).await?),
    };
    let areas = reading.areas(congress.id).await?;
    let mut answer = MapAnswer::of(&map.page, query, found.as_ref(), &areas);
    for facet in &mut answer.facets.departements {
        facet.label = departement_name(&facet.value).unwrap_or(&facet.value).to_owned();
    }
    let shown: Vec<_> = answer.shown.iter().map(|point| (point.number, point.ordinal)).collect();
    let quotes = reading.verbatim_quotes(congress.id, &shown).await?;
    let here = match asked(visit.query(), field::HERE).and_then(|key| Key::read(&key)) {
        Some(key) => Some(here(&mut reading, &congress, &map.page, key).await?),
        None => None,
    };
    // What came since is counted beside the map and changes nothing on it.
    let Some((run, figures)) = reading.run_figures(congress.id).await? else {
        return Ok(document(&congress, None));
    };
    let page = MapPage { run, figures, ..map.page.clone() };
    Ok(document(&congress, Some(MapView { page, answer, quotes, here })))
}

/// The verbatim that a link leads to, if it has a point.
async fn here(reading: &mut Reading, congress: &Congress, page: &MapPage, key: Key) -> Result<Here, Refusal> {
    let rank = page.points.iter().position(|of| (of.number, of.ordinal) == (key.number, key.ordinal));
    let mut words = reading.verbatim_quotes(congress.id, &[(key.number, key.ordinal)]).await?;
    Ok(Here { key, point: rank.zip(words.pop()) })
}

/// Regions and points for the island: the same bytes as long as the map is the same.
pub async fn data(visit: Visit, Path(slug): Path<String>, headers: HeaderMap) -> Response {
    match give(&visit, &slug, &headers).await {
        Ok(response) => response,
        Err(refusal) => visit.answer(Err(refusal)).await,
    }
}

async fn give(visit: &Visit, slug: &str, asked: &HeaderMap) -> Result<Response, Refusal> {
    let (mut reading, congress) = visit.readable(slug).await?;
    let Some(map) = mapped(&visit.state, &mut reading, &congress).await? else {
        return Ok(axum::Json(MapData::default()).into_response());
    };
    let said = |name| asked.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let tag = (header::ETAG, map.tag.clone());
    if said(header::IF_NONE_MATCH).split(',').any(|known| known.trim().trim_start_matches("W/") == map.tag) {
        return Ok((StatusCode::NOT_MODIFIED, [tag]).into_response());
    }
    let json = (header::CONTENT_TYPE, "application/json".to_owned());
    let varies = (header::VARY, "accept-encoding".to_owned());
    let takes = |coding: &str| {
        let coding = coding.split(';').collect::<Vec<_>>();
        coding[0].trim() == "br" && !coding.iter().any(|part| matches!(part.trim(), "q=0" | "q=0.0"))
    };
    Ok(if said(header::ACCEPT_ENCODING).split(',').any(takes) {
        let coding = (header::CONTENT_ENCODING, "br".to_owned());
        ([tag, json, varies, coding], map.brotli.clone()).into_response()
    } else {
        ([tag, json, varies], map.json.clone()).into_response()
    })
}

/// The map of the run shown; none without a run, or when the run has no map.
pub(super) async fn mapped(
    state: &AppState,
    reading: &mut Reading,
    congress: &Congress,
) -> Result<Option<Arc<Mapped>>, Refusal> {
    let key = (congress.id, reading.edition(congress.id).await?.of_run());
    if let Some(known) = state.memory.maps.get(&key) {
        return Ok(Some(known));
    }
    let Some(page) = reading.map_page(congress.id).await?.filter(|page| !page.points.is_empty()) else {
        return Ok(None);
    };
    let made = tokio::task::spawn_blocking(move || Mapped::of(page)).await.map_err(Refusal::broken)?;
    Ok(Some(state.memory.maps.put(key, made.map_err(Refusal::broken)?)))
}

impl Mapped {
    fn of(page: MapPage) -> std::io::Result<Self> {
        let json = serde_json::to_vec(&MapData::of(&page))?;
        let mut brotli = brotli::CompressorWriter::new(Vec::new(), 1 << 16, QUALITY, WINDOW);
        brotli.write_all(&json)?;
        let tag = format!("\"{}\"", hex(&<sha2::Sha256 as sha2::Digest>::digest(&json)[..16]));
        Ok(Self { brotli: brotli.into_inner(), json, page, tag })
    }
}
