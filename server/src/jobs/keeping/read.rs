//! A backup being read: nothing in it is believed before it was compared with its hash.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use serde::Deserialize;
use sha2::{Digest, Sha256};
use storage::KeepingError as StorageRefusal;
use zip::ZipArchive;
use zip::result::ZipError;

use super::error::KeepingError;
use super::manifest::{FORMAT, Kept, MANIFEST, Manifest, README, VERSION, place};
use super::{Told, count_rows};
use crate::jobs::import::hex;

/// How a ZIP begins.
const ZIP: &[u8] = b"PK\x03\x04";
/// How a database of SQLite begins.
const SQLITE: &[u8] = b"SQLite format 3\0";

/// A backup whose manifest was read.
pub struct Backup {
    zip: ZipArchive<BufReader<File>>,
    manifest: Manifest,
}

/// The part of a manifest that every version has.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

impl Backup {
    /// Opens a file and reads its manifest.
    ///
    /// # Errors
    /// When it isn't a backup, ends too early, is damaged, or was written by a newer program.
    pub fn open(path: &Path) -> Result<Self, KeepingError> {
        let mut file = BufReader::new(File::open(path)?);
        let begins = file.fill_buf()?;
        if begins.is_empty() {
            return Err(KeepingError::Cut);
        }
        if begins.starts_with(SQLITE) {
            return Err(KeepingError::Foreign(
                "ce fichier est une base SQLite, non une sauvegarde : pour vous en servir telle quelle, donnez-la comme adresse de la base (database.url).",
            ));
        }
        if !begins.starts_with(ZIP) {
            return Err(FOREIGN);
        }
        let mut zip = ZipArchive::new(file).map_err(|error| match error {
            ZipError::Io(error) => broken(error, "le fichier"),
            _ => KeepingError::Cut,
        })?;
        let manifest = manifest(&mut zip)?;
        nothing_else(&zip, &manifest)?;
        Ok(Self { zip, manifest })
    }

    /// What it says of itself.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Compares each table with its hash and its count.
    ///
    /// # Errors
    /// [`KeepingError::Damaged`] with the first that isn't what was written.
    pub fn verify(&mut self, told: &mut Told<'_>) -> Result<(), KeepingError> {
        for kept in self.manifest.tables.clone() {
            let mut lines = self.lines(&kept)?;
            let mut line = Vec::new();
            while lines.next(&mut line)? {
                count_rows(&kept.table.name, lines.rows, told);
            }
        }
        Ok(())
    }

    /// The lines of a table. The last of them has been read when all were what was written.
    pub(super) fn lines(&mut self, kept: &Kept) -> Result<Lines<'_>, KeepingError> {
        let place = place(&kept.table.name);
        let file = self.zip.by_name(&place).map_err(|_| KeepingError::Damaged(place.clone()))?;
        Ok(Lines {
            source: BufReader::with_capacity(1 << 16, Box::new(file)),
            digest: Sha256::new(),
            rows: 0,
            kept: kept.clone(),
        })
    }
}

const FOREIGN: KeepingError = KeepingError::Foreign(
    "ce fichier n’est pas une sauvegarde de Plénière (ou il est abîmé dès son début) : donnez un fichier écrit par « pleniere backup ».",
);

fn manifest(zip: &mut ZipArchive<BufReader<File>>) -> Result<Manifest, KeepingError> {
    let mut file = match zip.by_name(MANIFEST) {
        Ok(file) => file,
        Err(ZipError::FileNotFound) => return Err(FOREIGN),
        Err(_) => return Err(KeepingError::Damaged(MANIFEST.to_owned())),
    };
    let mut text = Vec::new();
    file.read_to_end(&mut text).map_err(|error| broken(error, MANIFEST))?;
    let head: Head = serde_json::from_slice(&text).map_err(|_| FOREIGN)?;
    if head.format != FORMAT {
        return Err(FOREIGN);
    }
    if head.version != VERSION {
        return Err(KeepingError::Format(head.version));
    }
    let manifest: Manifest =
        serde_json::from_slice(&text).map_err(|_| KeepingError::Damaged(MANIFEST.to_owned()))?;
    if !storage::knows_schema(manifest.schema) {
        return Err(storage::StorageError::from(StorageRefusal::Newer(manifest.schema)).into());
    }
    Ok(manifest)
}

/// A file that nobody announced was put there by somebody else, and a name that stands twice hides something.
fn nothing_else(zip: &ZipArchive<BufReader<File>>, manifest: &Manifest) -> Result<(), KeepingError> {
    let mut announced: BTreeSet<String> =
        manifest.tables.iter().map(|kept| place(&kept.table.name)).collect();
    announced.extend([MANIFEST.to_owned(), README.to_owned()]);
    for name in zip.file_names() {
        let name = name.map_err(|_| KeepingError::Damaged("un nom".to_owned()))?;
        if !announced.remove(name.as_ref()) {
            return Err(KeepingError::Damaged(name.into_owned()));
        }
    }
    announced.pop_first().map_or(Ok(()), |missing| Err(KeepingError::Damaged(missing)))
}

/// The machine's own trouble, or bytes that aren't those that were written.
fn broken(error: io::Error, what: &str) -> KeepingError {
    if error.raw_os_error().is_some() { error.into() } else { KeepingError::Damaged(what.to_owned()) }
}

/// The lines of a table, hashed as they are read.
pub(super) struct Lines<'a> {
    source: BufReader<Box<dyn Read + Send + 'a>>,
    digest: Sha256,
    rows: u64,
    kept: Kept,
}

impl Lines<'_> {
    /// Puts the next line into `line`, without its end; false after the last one.
    pub fn next(&mut self, line: &mut Vec<u8>) -> Result<bool, KeepingError> {
        line.clear();
        let place = || place(&self.kept.table.name);
        let read = self.source.read_until(b'\n', line).map_err(|error| broken(error, &place()))?;
        if read == 0 {
            let sha256 = hex(&std::mem::take(&mut self.digest).finalize());
            let whole = sha256 == self.kept.sha256 && self.rows == self.kept.rows;
            return if whole { Ok(false) } else { Err(KeepingError::Damaged(place())) };
        }
        self.digest.update(&line);
        self.rows += 1;
        if line.pop() == Some(b'\n') { Ok(true) } else { Err(KeepingError::Damaged(place())) }
    }

    /// Lines read so far.
    pub fn rows(&self) -> u64 {
        self.rows
    }
}
