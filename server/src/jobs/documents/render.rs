//! From the database to the bytes of a file; the computing never holds up those that answer requests.

use std::collections::BTreeMap;

use app::routes::Route;
use documents::pdf::MotionOptions;
use documents::picture::{self, Frame};
use documents::{DocumentError, open_data as tables};
use domain::analysis::Neighbour;
use domain::congress::Congress;
use domain::id::VerbatimId;
use domain::reading::{CitedIn, Link, MotionPage, OpenData, VerbatimLine};
use storage::{PlacedVerbatim, Reading, Storage, StorageError};

use super::{File, version};
use crate::words;

/// Why a file can't be made.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// There is no draft yet.
    #[error(
        "ce congrès n’a pas encore de projet de motion : lancez d’abord l’analyse (pleniere analyse --congress ADRESSE)"
    )]
    NoMotion,
    /// There is no such version.
    #[error("ce congrès n’a pas publié cette version de sa motion")]
    NoVersion,
    /// There are no themes yet, or the corpus is too small for them.
    #[error(
        "ce congrès n’a pas encore de thèmes à dessiner : lancez d’abord l’analyse (pleniere analyse --congress ADRESSE)"
    )]
    NoThemes,
    /// The document can't be composed.
    #[error("{}", words::document(.0))]
    Document(#[from] DocumentError),
    /// The database refused.
    #[error("{}", words::storage(.0))]
    Storage(#[from] StorageError),
    /// The task that composed it was ended.
    #[error(
        "la composition s’est arrêtée d’elle-même ; c’est une erreur du logiciel (détail technique : {0})"
    )]
    Interrupted(#[from] tokio::task::JoinError),
}

/// The bytes of a file. `public_url` is how the outside calls this server, for the links of documents.
///
/// # Errors
/// [`RenderError::NoMotion`] for the PDF of a congress without a draft, [`RenderError::NoThemes`] for a picture of one
/// without themes; else when something broke.
pub async fn render(
    storage: &Storage,
    congress: &Congress,
    file: File,
    public_url: &str,
) -> Result<Vec<u8>, RenderError> {
    render_from(storage.read().await?, congress, file, public_url).await
}

/// The same, from one view of the database.
///
/// # Errors
/// As [`render`].
pub async fn render_from(
    reading: Reading,
    congress: &Congress,
    file: File,
    public_url: &str,
) -> Result<Vec<u8>, RenderError> {
    match file {
        File::MotionPdf => motion(reading, congress, public_url).await,
        File::MapSvg => map(reading, congress, svg).await,
        File::MapPng => map(reading, congress, png).await,
        File::TreeSvg => tree(reading, congress, svg).await,
        File::TreePng => tree(reading, congress, png).await,
        File::ContributionsCsv => table(reading, congress, tables::contributions_csv).await,
        File::VerbatimsCsv => table(reading, congress, tables::verbatims_csv).await,
        File::LinksCsv => table(reading, congress, tables::links_csv).await,
        File::CongressJson => table(reading, congress, tables::congress_json).await,
        File::Schema => table(reading, congress, tables::datapackage_json).await,
        File::Iramuteq => table(reading, congress, tables::iramuteq).await,
        File::Gexf => table(reading, congress, tables::gexf).await,
        File::Version(of) => version::render(reading, congress, of, public_url).await,
        File::Zip => table(reading, congress, |data| tables::bundle(data, &[])).await,
    }
}

/// The PDF of the draft shown. It bears the moment of the draft, so that the same draft gives the same bytes.
async fn motion(mut reading: Reading, congress: &Congress, public_url: &str) -> Result<Vec<u8>, RenderError> {
    let dossier = reading.dossier(congress.id).await?.ok_or(RenderError::NoMotion)?;
    drop(reading);
    let base_url = format!("{public_url}{}/", Route::Corpus(&congress.slug).path());
    let compose = move || {
        let options = MotionOptions { base_url: Some(&base_url), printed_at: dossier.motion.drafted_at };
        documents::pdf::motion(&dossier, &options)
    };
    Ok(tokio::task::spawn_blocking(compose).await??)
}

/// A drawing as the bytes of a file.
type Finish = fn(String) -> Result<Vec<u8>, DocumentError>;

fn svg(drawn: String) -> Result<Vec<u8>, DocumentError> {
    Ok(drawn.into_bytes())
}

/// Wide enough for a slide, and for half a page of print.
const PICTURE_WIDTH: u32 = 2_400;

#[expect(clippy::needless_pass_by_value, reason = "a `Finish`, and the other one keeps the string")]
fn png(drawn: String) -> Result<Vec<u8>, DocumentError> {
    picture::png(&drawn, PICTURE_WIDTH)
}

async fn map(mut reading: Reading, congress: &Congress, finish: Finish) -> Result<Vec<u8>, RenderError> {
    let page = reading.map_page(congress.id).await?.filter(|page| !page.regions.is_empty());
    let page = page.ok_or(RenderError::NoThemes)?;
    drop(reading);
    drawn(congress, move |frame| picture::map(&page, frame), finish).await
}

async fn tree(mut reading: Reading, congress: &Congress, finish: Finish) -> Result<Vec<u8>, RenderError> {
    let page = reading.tree_page(congress.id).await?.ok_or(RenderError::NoThemes)?;
    drop(reading);
    drawn(congress, move |frame| picture::tree(&page, frame), finish).await
}

async fn drawn(
    congress: &Congress,
    draw: impl FnOnce(&Frame<'_>) -> Result<String, DocumentError> + Send + 'static,
    finish: Finish,
) -> Result<Vec<u8>, RenderError> {
    let (title, fictional) = (congress.title.clone(), congress.fictional);
    let work = move || finish(draw(&Frame { congress: &title, fictional })?);
    Ok(tokio::task::spawn_blocking(work).await??)
}

type Table = fn(&OpenData) -> Result<Vec<u8>, DocumentError>;

async fn table(mut reading: Reading, congress: &Congress, write: Table) -> Result<Vec<u8>, RenderError> {
    let data = open_data(&mut reading, congress).await?;
    drop(reading);
    Ok(tokio::task::spawn_blocking(move || write(&data)).await??)
}

/// Everything that the open data files hold.
///
/// # Errors
/// When the database fails.
pub async fn open_data(reading: &mut Reading, congress: &Congress) -> Result<OpenData, StorageError> {
    let cited = citations(reading.motion_page(congress.id).await?);
    let run = reading.run_shown(congress.id).await?.map(|(id, _)| id);
    let placed = reading.all_verbatims(congress.id).await?;
    let points = placed.iter().map(|placed| placed.point).collect();
    let links = match run {
        Some(run) => links(&placed, &reading.all_neighbours(run).await?),
        None => Vec::new(),
    };
    let verbatims = placed.into_iter().map(|placed| {
        let quote = placed.quote;
        let line = VerbatimLine {
            id: quote.verbatim,
            span: placed.cut.span,
            before: placed.cut.before,
            earlier: placed.cut.earlier,
            cut_before: quote.cut_before,
            cut_after: quote.cut_after,
            text: quote.text,
            kind: quote.kind,
            kind_suggested: quote.kind_suggested,
            place: quote.place,
            neighbours: Vec::new(),
            cited: cited.get(&quote.verbatim).cloned().unwrap_or_default(),
        };
        (quote.number, line)
    });
    Ok(OpenData {
        congress: congress.clone(),
        verbatims: verbatims.collect(),
        points,
        links,
        run: reading.themes_page(congress.id).await?.run,
        contributions: reading.all_cards(congress.id).await?,
    })
}

/// Neighbours by their places in the list of verbatims.
fn links(placed: &[PlacedVerbatim], neighbours: &BTreeMap<VerbatimId, Vec<Neighbour>>) -> Vec<Link> {
    let places: BTreeMap<VerbatimId, usize> =
        placed.iter().enumerate().map(|(i, placed)| (placed.quote.verbatim, i)).collect();
    let of = |(from, placed): (usize, &PlacedVerbatim)| {
        let near = neighbours.get(&placed.quote.verbatim).map(Vec::as_slice).unwrap_or_default();
        let link = |near: &Neighbour| {
            Some(Link { from, to: *places.get(&near.verbatim)?, closeness: near.closeness, twin: near.twin })
        };
        near.iter().filter_map(link).collect::<Vec<_>>()
    };
    placed.iter().enumerate().flat_map(of).collect()
}

/// Where the draft quotes each verbatim.
fn citations(motion: Option<MotionPage>) -> BTreeMap<VerbatimId, Vec<CitedIn>> {
    let mut cited: BTreeMap<VerbatimId, Vec<CitedIn>> = BTreeMap::new();
    for objective in motion.into_iter().flat_map(|motion| motion.objectives) {
        for sentence in objective.paragraphs.iter().flat_map(|paragraph| &paragraph.sentences) {
            let place = CitedIn {
                objective: objective.rank,
                heading: objective.heading.clone(),
                sentence: Some(sentence.number),
            };
            cited.entry(sentence.quote.verbatim).or_default().push(place);
        }
        for quote in &objective.suggestions {
            let (objective, heading) = (objective.rank, objective.heading.clone());
            cited.entry(quote.verbatim).or_default().push(CitedIn { objective, heading, sentence: None });
        }
    }
    cited
}
