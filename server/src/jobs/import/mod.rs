//! A file of contributions into a congress: all of it or nothing, and the same file twice adds nothing.

pub mod lot;
pub mod people;
pub mod report;
pub mod site;
pub mod sweep;
mod told;
pub mod words;

use std::collections::BTreeSet;
use std::future::{Future, pending};

use domain::congress::Congress;
use domain::id::{CongressId, ContributionId, Entropy, ImportId};
use domain::import::ImportKind;
use domain::time::{Clock, Timestamp};
use domain::words::Slug;
use intake::{Mapping, Row, Unreadable};
use sha2::{Digest, Sha256};
use storage::{Added, Import, NewContribution, NewImport, Storage, StorageError, Work};

pub use report::Report;
pub use told::unreadable as told_unreadable;

/// What is to be imported, where, and how.
#[derive(Clone, Debug)]
pub struct Order {
    /// Name of the file, without folders.
    pub file_name: String,
    /// The congress; made when there is none of that address.
    pub congress: Slug,
    /// Its title, when it is to be made.
    pub title: Option<String>,
    /// Its question, when it is to be made.
    pub question: Option<String>,
    /// Corrections of the columns.
    pub mapping: Mapping,
    /// Read and report, write nothing.
    pub dry_run: bool,
    /// Take the other lines when some are refused.
    pub skip_refused: bool,
    /// Whether a congress that is made is one of the demonstration.
    pub fictional: bool,
}

/// Why a file was not imported at all.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// Nothing of it can be read.
    #[error("{}", words::unreadable(.0))]
    Unreadable(#[from] Unreadable),
    /// The database refused.
    #[error("{}", crate::words::storage(.0))]
    Storage(#[from] StorageError),
    /// Whoever asked wants it no more.
    #[error("l’import a été interrompu : rien n’a été importé")]
    Stopped,
}

/// Imports a file. With refused lines, nothing is written unless the order says to skip them.
///
/// # Errors
/// When nothing of the file can be read, or the database fails; then nothing was written.
pub async fn import(
    storage: &Storage,
    bytes: &[u8],
    order: Order,
    clock: &dyn Clock,
    entropy: &mut dyn Entropy,
) -> Result<Report, ImportError> {
    import_until(pending(), storage, bytes, order, clock, entropy).await
}

/// The same, undone when `stop` comes before everything is on disk.
///
/// # Errors
/// As [`import`], and [`ImportError::Stopped`].
pub async fn import_until(
    stop: impl Future<Output = ()>,
    storage: &Storage,
    bytes: &[u8],
    order: Order,
    clock: &dyn Clock,
    entropy: &mut dyn Entropy,
) -> Result<Report, ImportError> {
    let mut table = intake::read(bytes, &order.mapping)?;
    let rows = std::mem::take(&mut table.rows);
    let sha256 = hex(&Sha256::digest(bytes));
    let lines = rows.len();
    if let Some(earlier) = earlier(storage, &order.congress, &sha256).await?
        && (order.dry_run || earlier.file.refused == 0)
    {
        return Ok(Report::new(&order, &table, lines).known(&earlier));
    }
    let blocked = !table.refused.is_empty() && !order.skip_refused;
    if order.dry_run || blocked || rows.is_empty() {
        return Ok(Report::new(&order, &table, lines));
    }
    let import = NewImport {
        id: ImportId::new(clock.now(), entropy),
        kind: ImportKind::Contributions,
        by: None,
        file_name: order.file_name.clone(),
        sha256,
        at: clock.now(),
        refused: u32::try_from(table.refused.len()).unwrap_or(u32::MAX),
    };
    let (work, written) = tokio::select! {
        biased;
        // What was written until then is dropped with its unit of work.
        () = stop => return Err(ImportError::Stopped),
        written = Box::pin(write(storage, &order, rows, import, entropy)) => written?,
    };
    let report = Report::new(&order, &table, lines);
    Ok(match written {
        Written::Added(added) => {
            work.save().await?;
            report.added(added)
        }
        Written::Known(earlier) => report.known(&earlier),
    })
}

/// What a unit of work came to, before it is saved.
enum Written {
    /// So many contributions are added.
    Added(Added),
    /// This very file was read before, with other columns: saving would double its contributions.
    Known(Import),
}

/// The earlier reading of the same bytes into that congress.
async fn earlier(storage: &Storage, slug: &Slug, sha256: &str) -> Result<Option<Import>, StorageError> {
    let mut reading = storage.read().await?;
    match reading.congress(slug).await? {
        Some(congress) => reading.earlier_import(congress.id, ImportKind::Contributions, sha256).await,
        None => Ok(None),
    }
}

async fn write(
    storage: &Storage,
    order: &Order,
    rows: Vec<Row>,
    import: NewImport,
    entropy: &mut dyn Entropy,
) -> Result<(Work, Written), StorageError> {
    let at = import.at;
    let mut work = storage.write().await?;
    let congress = match work.congress(&order.congress).await? {
        Some(congress) => congress.id,
        None => {
            let congress = new_congress(order, at, entropy);
            work.create_congress(&congress, &[]).await?;
            congress.id
        }
    };
    // Ids are drawn here, in order: entropy isn't shared with the threads that read.
    let ids: Vec<ContributionId> = rows.iter().map(|_| ContributionId::new(at, entropy)).collect();
    let written = store(&mut work, congress, (rows, ids), &import).await?;
    Ok((work, written))
}

/// Adds contributions under their ids. What isn't [`Written::Added`] must not be saved.
async fn store(
    work: &mut Work,
    congress: CongressId,
    (rows, ids): (Vec<Row>, Vec<ContributionId>),
    import: &NewImport,
) -> Result<Written, StorageError> {
    let at = import.at;
    let earlier = work.import_of(congress, ImportKind::Contributions, &import.sha256).await?;
    if let Some(earlier) = earlier.clone().filter(|earlier| earlier.file.refused == 0) {
        return Ok(Written::Known(earlier));
    }
    add_unknown_areas(work, congress, &rows).await?;
    work.start_import(congress, import).await?;
    let contributions = rows.into_iter().zip(ids).map(move |(row, id)| contribution(row, id, at));
    let added = work.add_contributions(congress, Some(import.id), contributions).await?;
    // Of a file that was partly refused, lines may be added that can be read now; but only if those that were taken then are
    // recognised now. Else the columns are laid out otherwise, and each line would come a second time.
    let taken = |earlier: &Import| earlier.added + earlier.already_there;
    Ok(match earlier.filter(|earlier| added.already_there < taken(earlier)) {
        Some(earlier) => Written::Known(earlier),
        None => Written::Added(added),
    })
}

fn new_congress(order: &Order, at: Timestamp, entropy: &mut dyn Entropy) -> Congress {
    Congress {
        id: CongressId::new(at, entropy),
        slug: order.congress.clone(),
        title: order.title.clone().unwrap_or_else(|| format!("Congrès « {} »", order.congress)),
        question: order.question.clone().unwrap_or_else(|| words::QUESTION_TO_GIVE.to_owned()),
        summary: words::SUMMARY_OF_IMPORT.to_owned(),
        organiser: String::new(),
        fictional: order.fictional,
        phases: Vec::new(),
    }
}

async fn add_unknown_areas(work: &mut Work, congress: CongressId, rows: &[Row]) -> Result<(), StorageError> {
    let known: BTreeSet<String> = work.areas(congress).await?.into_iter().collect();
    let mut new: Vec<String> = Vec::new();
    for area in rows.iter().flat_map(|row| &row.areas) {
        if !known.contains(area) && !new.contains(area) {
            new.push(area.clone());
        }
    }
    work.add_areas(congress, &new).await
}

fn contribution(row: Row, id: ContributionId, imported_at: Timestamp) -> NewContribution {
    let words = match &row.title {
        Some(title) => format!("{title}\n{}", row.body.as_str()),
        None => row.body.as_str().to_owned(),
    };
    NewContribution {
        id,
        stems: analysis::read::index_terms(&words),
        title: row.title,
        body: row.body,
        signature: row.signature,
        member: None,
        channel: row.channel,
        kind: row.kind,
        areas: row.areas,
        received_at: row.written_at.unwrap_or(imported_at),
        fingerprint: row.fingerprint,
    }
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
