//! A backup being written.

use std::io::{Seek, Write};

use sha2::{Digest, Sha256};
use storage::Table;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::error::KeepingError;
use super::manifest::{ABOUT, Kept, MANIFEST, Manifest, README, place};
use crate::jobs::import::hex;

/// A ZIP to which tables are added one after the other; the manifest, which says what they came to, is its last part.
pub(super) struct Writer<W: Write + Seek> {
    zip: ZipWriter<W>,
    kept: Vec<Kept>,
    digest: Sha256,
}

impl<W: Write + Seek> Writer<W> {
    pub fn new(file: W) -> Result<Self, KeepingError> {
        let mut zip = ZipWriter::new(file);
        zip.start_file(README, options())?;
        zip.write_all(ABOUT.as_bytes())?;
        Ok(Self { zip, kept: Vec::new(), digest: Sha256::new() })
    }

    /// The lines from here on are this table's.
    pub fn begin(&mut self, table: &Table) -> Result<(), KeepingError> {
        self.zip.start_file(place(&table.name), options())?;
        self.digest = Sha256::new();
        Ok(())
    }

    /// A line with its end.
    pub fn line(&mut self, line: &[u8]) -> Result<(), KeepingError> {
        self.digest.update(line);
        Ok(self.zip.write_all(line)?)
    }

    /// That was the table, and these its rows.
    pub fn end(&mut self, table: Table, rows: u64) {
        let sha256 = hex(&std::mem::take(&mut self.digest).finalize());
        self.kept.push(Kept { table, rows, sha256 });
    }

    /// Adds what `manifest` makes of the tables, and ends the file.
    pub fn finish(
        mut self,
        manifest: impl FnOnce(Vec<Kept>) -> Manifest,
    ) -> Result<(W, Manifest), KeepingError> {
        let manifest = manifest(std::mem::take(&mut self.kept));
        self.zip.start_file(MANIFEST, options())?;
        serde_json::to_writer_pretty(&mut self.zip, &manifest)?;
        Ok((self.zip.finish()?, manifest))
    }
}

fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o600)
        // A table may be longer than what a ZIP of before 2001 holds.
        .large_file(true)
}
