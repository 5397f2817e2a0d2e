//! A file into an empty database.

use std::path::Path;

use serde::Serialize;
use sha2::{Digest, Sha256};
use storage::{Restoration, Storage};

use super::backup::gone;
use super::error::KeepingError;
use super::manifest::Manifest;
use super::read::Backup;
use super::{Progress, Told, count_rows};
use crate::jobs::import::hex;

/// A database that was filled.
#[derive(Clone, Debug, Serialize)]
pub struct Restored {
    /// What the backup holds.
    #[serde(flatten)]
    pub manifest: Manifest,
    /// The engine that holds it now.
    pub into: &'static str,
    /// Letters that had not been sent at that moment: the next `serve` sends them.
    pub letters_waiting: u32,
}

/// Verifies a backup and fills the database at `url` with it, which must be empty. Until `stop` comes.
///
/// # Errors
/// See [`KeepingError`]; the database holds what it held before then.
pub async fn restore_until(
    stop: impl Future<Output = ()>,
    url: &str,
    path: &Path,
    told: &mut Told<'_>,
) -> Result<Restored, KeepingError> {
    tokio::select! {
        biased;
        () = stop => Err(KeepingError::Stopped),
        restored = restore(url, path, told) => restored,
    }
}

async fn restore(url: &str, path: &Path, told: &mut Told<'_>) -> Result<Restored, KeepingError> {
    told(&Progress::Step("vérification du fichier"));
    let path = path.to_owned();
    let verified = tokio::task::spawn_blocking(move || {
        let mut backup = Backup::open(&path)?;
        backup.verify(&mut |_| {})?;
        Ok::<_, KeepingError>(backup)
    });
    let mut backup = verified.await.map_err(gone)??;
    let manifest = backup.manifest().clone();
    let mut restoration = Restoration::begin(url, manifest.schema).await?;
    told(&Progress::Step("chargement des tables"));
    load(&mut restoration, &mut backup, told).await?;
    told(&Progress::Step("comparaison de la base avec la sauvegarde"));
    compare(&mut restoration, &manifest).await?;
    told(&Progress::Step("contrôle des renvois et mise à jour du schéma"));
    restoration.finish().await?;
    let storage = Storage::open_existing(url).await?;
    storage.take_stock().await?;
    let letters_waiting = letters_waiting(&storage, &manifest).await;
    let into = storage.engine_name();
    storage.close().await;
    Ok(Restored { manifest, into, letters_waiting: letters_waiting? })
}

async fn load(
    restoration: &mut Restoration,
    backup: &mut Backup,
    told: &mut Told<'_>,
) -> Result<(), KeepingError> {
    let manifest = backup.manifest().clone();
    let tables: Vec<_> = manifest.tables.iter().map(|kept| kept.table.clone()).collect();
    let left_out: Vec<_> = manifest.left_out.into_iter().map(|left_out| left_out.table).collect();
    restoration.expect(&tables, &left_out).await?;
    for kept in &manifest.tables {
        let mut lines = backup.lines(kept)?;
        let next = |line: &mut Vec<u8>| {
            let more = lines.next(line)?;
            count_rows(&kept.table.name, lines.rows(), told);
            Ok::<_, KeepingError>(more)
        };
        restoration.load(&kept.table, next).await?;
    }
    Ok(())
}

/// What the database gives back must be the backup, to the last bit.
async fn compare(restoration: &mut Restoration, manifest: &Manifest) -> Result<(), KeepingError> {
    for kept in &manifest.tables {
        let mut digest = Sha256::new();
        let rows = restoration.pour(&kept.table, |line| {
            digest.update(line);
            Ok::<_, KeepingError>(())
        });
        if rows.await? != kept.rows || hex(&digest.finalize()) != kept.sha256 {
            return Err(KeepingError::Differs(kept.table.name.clone()));
        }
    }
    Ok(())
}

async fn letters_waiting(storage: &Storage, manifest: &Manifest) -> Result<u32, KeepingError> {
    let mut reading = storage.read().await?;
    let mut waiting = 0;
    for kept in &manifest.congresses {
        let Ok(slug) = kept.slug.parse() else { continue };
        if let Some(congress) = reading.congress(&slug).await? {
            let counts = reading.letter_counts(congress.id).await?;
            waiting += counts.queued + counts.deferred;
        }
    }
    Ok(waiting)
}
