//! The database into a file, while others read and write it.

use std::io::{BufWriter, Write};
use std::path::PathBuf;

use domain::time::Clock;
use serde::Serialize;
use storage::Storage;

use super::error::KeepingError;
use super::manifest::{FORMAT, LeftOut, Manifest, VERSION};
use super::read::Backup;
use super::write::Writer;
use super::{Progress, Told, count_rows};
use crate::file::{NewFile, Readers};

/// What is to be done.
#[derive(Clone, Debug)]
pub struct Order {
    /// Where the backup goes.
    pub out: PathBuf,
    /// Whether something may be there already.
    pub replace: bool,
}

/// A backup that was made.
#[derive(Clone, Debug, Serialize)]
pub struct Account {
    /// What it holds.
    #[serde(flatten)]
    pub manifest: Manifest,
    /// The file's size.
    pub bytes: u64,
}

/// Writes a backup, reads it again whole, and only then gives it its name. Until `stop` comes.
///
/// # Errors
/// See [`KeepingError`]; no file has the name then, unless one had it before.
pub async fn backup_until(
    stop: impl Future<Output = ()>,
    storage: &Storage,
    order: &Order,
    clock: &dyn Clock,
    told: &mut Told<'_>,
) -> Result<Account, KeepingError> {
    tokio::select! {
        biased;
        () = stop => Err(KeepingError::Stopped),
        made = backup(storage, order, clock, told) => made,
    }
}

async fn backup(
    storage: &Storage,
    order: &Order,
    clock: &dyn Clock,
    told: &mut Told<'_>,
) -> Result<Account, KeepingError> {
    if !order.replace && order.out.exists() {
        return Err(KeepingError::Exists(order.out.display().to_string()));
    }
    let mut file = NewFile::beside(&order.out, Readers::Owner)?;
    told(&Progress::Step("écriture des tables"));
    let manifest = Box::pin(write(storage, &mut file, clock, told)).await?;
    told(&Progress::Step("relecture de ce qui a été écrit"));
    let path = file.path().to_owned();
    tokio::task::spawn_blocking(move || Backup::open(&path)?.verify(&mut |_| {})).await.map_err(gone)??;
    let bytes = file.path().metadata()?.len();
    if order.replace { file.replace() } else { file.put() }.map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => KeepingError::Exists(order.out.display().to_string()),
        _ => error.into(),
    })?;
    Ok(Account { manifest, bytes })
}

async fn write(
    storage: &Storage,
    file: &mut NewFile,
    clock: &dyn Clock,
    told: &mut Told<'_>,
) -> Result<Manifest, KeepingError> {
    let mut reading = storage.read().await?;
    let schema = reading.schema().await?.ok_or(KeepingError::NoSchema)?;
    // The view of the database began with that question.
    let made_at = clock.now();
    let congresses = reading.kept_congresses().await?;
    let mut writer = Writer::new(BufWriter::new(file.as_file()))?;
    for table in reading.tables().await? {
        writer.begin(&table)?;
        let mut rows = 0;
        let poured = reading.pour(&table, |line| {
            rows += 1;
            count_rows(&table.name, rows, told);
            writer.line(line)
        });
        let rows = poured.await?;
        writer.end(table, rows);
    }
    let (mut buffered, manifest) = writer.finish(|tables| Manifest {
        format: FORMAT.to_owned(),
        version: VERSION,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        engine: storage.engine_name().to_owned(),
        made_at,
        schema,
        congresses,
        tables,
        left_out: LeftOut::all(),
    })?;
    buffered.flush()?;
    Ok(manifest)
}

/// A thread that was given up or panicked.
pub(super) fn gone(error: tokio::task::JoinError) -> KeepingError {
    KeepingError::Machine(std::io::Error::other(error))
}
