//! What a file that staff sent would come to, and its import: one unit of work, once.

use app::routes::ImportChoice;
use domain::congress::Congress;
use domain::id::{ContributionId, ImportId, MemberEventId, MemberId};
use domain::import::ImportKind;
use domain::time::Timestamp;
use intake::members::MemberRow;
use intake::{Row, Unreadable};
use sha2::{Digest, Sha256};
use storage::{Added, Import, NewImport, Reading, Storage, StorageError};

use super::lot::{self, Lot, Rows};
use super::{Written, hex, people, store};
use crate::state::AppState;

/// What a file would come to if it were read in now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Forecast {
    /// What it would add.
    pub add: u32,
    /// What is there already.
    pub there: u32,
    /// When the very same file was read in, if it adds nothing for that.
    pub known: Option<Timestamp>,
}

/// What a file would come to; lines of people who asked to be erased are refused in `lot`.
///
/// # Errors
/// When the database fails.
pub async fn forecast(
    reading: &mut Reading,
    congress: &Congress,
    lot: &mut Lot,
    bytes: &[u8],
) -> Result<Forecast, StorageError> {
    let (kind, there, erased) = match &lot.rows {
        Rows::Texts(rows) => {
            let prints: Vec<&str> = rows.iter().map(|row| row.fingerprint.as_str()).collect();
            let known = reading.known_fingerprints(congress.id, &prints).await?;
            (ImportKind::Contributions, count(known.len()), Vec::new())
        }
        Rows::People(rows) => {
            let sorted = people::sort(reading, congress, rows).await?;
            (ImportKind::People, sorted.there, sorted.erased)
        }
    };
    let add = count(lot.len()) - there - count(erased.len());
    let sha256 = hex(&Sha256::digest(bytes));
    let earlier = reading.earlier_import(congress.id, kind, &sha256).await?;
    let known = earlier.filter(|earlier| adds_nothing(earlier, there + count(erased.len())));
    lot.refuse_erased(&erased);
    Ok(Forecast { add, there, known: known.map(|earlier| earlier.file.at) })
}

/// Whether the same bytes again add nothing: all of them were taken, or those that were aren't recognised now, since the columns
/// are laid out otherwise; then each line would come a second time.
fn adds_nothing(earlier: &Import, recognised: u32) -> bool {
    earlier.file.refused == 0 || recognised < earlier.added + earlier.already_there
}

/// What an order to read a file in came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// It was read in, by this order or by one before.
    Imported,
    /// Nothing was added: it can't be read so, or adds nothing.
    Nothing,
    /// There is no such file.
    Gone,
}

/// Why it couldn't be done.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// The database failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The thread that reads was lost.
    #[error(transparent)]
    Thread(#[from] tokio::task::JoinError),
}

/// Reads a file as [`lot::read`] does, on a thread where it keeps nobody waiting; gives the bytes back.
///
/// # Errors
/// When the thread is lost.
pub async fn read_apart(
    kind: ImportKind,
    bytes: Vec<u8>,
    choice: ImportChoice,
) -> Result<(Result<Lot, Unreadable>, Vec<u8>), tokio::task::JoinError> {
    tokio::task::spawn_blocking(move || (lot::read(kind, &bytes, &choice), bytes)).await
}

/// Reads in a file that waits, `by` whom. The import's id is the file's: a second order finds it done.
///
/// # Errors
/// When the database fails; then nothing was written.
pub async fn import(
    state: AppState,
    congress: Congress,
    id: ImportId,
    choice: ImportChoice,
    by: MemberId,
) -> Result<Done, SiteError> {
    let _one_at_a_time = state.memory.file.lock().await;
    let now = state.clock.now();
    let Some((file, bytes)) = waiting(&state.storage, &congress, id, now).await? else {
        let done = state.storage.read().await?.import(congress.id, id).await?;
        return Ok(if done.is_some() { Done::Imported } else { Done::Gone });
    };
    let (lot, bytes) = read_apart(file.kind, bytes, choice).await?;
    let Ok(mut lot) = lot else { return Ok(Done::Nothing) };
    let forecast = forecast(&mut state.storage.read().await?, &congress, &mut lot, &bytes).await?;
    if forecast.known.is_some() || forecast.add == 0 {
        return Ok(Done::Nothing);
    }
    let import = NewImport {
        id,
        kind: file.kind,
        by: Some(by),
        file_name: file.file_name,
        sha256: hex(&Sha256::digest(&bytes)),
        at: now,
        refused: lot.refused,
    };
    drop(bytes);
    write(&state, &congress, lot, import).await
}

async fn waiting(
    storage: &Storage,
    congress: &Congress,
    id: ImportId,
    now: Timestamp,
) -> Result<Option<(domain::reading::UploadLine, Vec<u8>)>, StorageError> {
    storage.read().await?.upload(congress.id, id, now).await
}

async fn write(
    state: &AppState,
    congress: &Congress,
    lot: Lot,
    import: NewImport,
) -> Result<Done, SiteError> {
    let mut work = state.storage.write().await?;
    // Another process may have read it in since: whoever holds the congress looks again.
    work.import_of(congress.id, import.kind, &import.sha256).await?;
    if !work.forget_upload(congress.id, import.id).await? {
        let done = work.import(congress.id, import.id).await?;
        return Ok(if done.is_some() { Done::Imported } else { Done::Gone });
    }
    let written = match lot.rows {
        Rows::Texts(rows) => {
            let ids = drawn(state, &rows, import.at);
            store(&mut work, congress.id, (rows, ids), &import).await?
        }
        Rows::People(rows) => Written::Added(add_people(state, &mut work, congress, &rows, &import).await?),
    };
    if matches!(written, Written::Known(_)) {
        return Ok(Done::Nothing);
    }
    work.note_remarks(import.id, &lot.remarks).await?;
    work.save().await?;
    Ok(Done::Imported)
}

fn drawn(state: &AppState, rows: &[Row], at: Timestamp) -> Vec<ContributionId> {
    state.draw(|entropy| rows.iter().map(|_| ContributionId::new(at, entropy)).collect())
}

async fn add_people(
    state: &AppState,
    work: &mut storage::Work,
    congress: &Congress,
    rows: &[MemberRow],
    import: &NewImport,
) -> Result<Added, StorageError> {
    let sorted = people::sort(work, congress, rows).await?;
    let ids: Vec<_> = state.draw(|entropy| {
        let new = sorted.new.iter();
        new.map(|_| (MemberId::new(import.at, entropy), MemberEventId::new(import.at, entropy))).collect()
    });
    work.start_import(congress.id, import).await?;
    people::add(work, congress, &sorted, import, &ids).await
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
