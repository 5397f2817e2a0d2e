//! Files of a version, and of what changed from one to another.

use std::fmt;
use std::str::FromStr;

use super::version::VersionNumber;
use crate::coded;

coded! {
    /// What a version is written as.
    pub enum FileFormat {
        /// Tagged, with numbered lines.
        Pdf = "pdf",
        /// For Word.
        Docx = "docx",
        /// For LibreOffice.
        Odt = "odt",
        /// A page that needs nothing else.
        Html = "html",
    }
}

/// A file of a version: « motion-v2.pdf »; of what changed since another: « motion-v1-v2.docx ».
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct VersionFile {
    since: Option<VersionNumber>,
    version: VersionNumber,
    format: FileFormat,
}

impl VersionFile {
    /// A whole version.
    pub const fn whole(version: VersionNumber, format: FileFormat) -> Self {
        Self { since: None, version, format }
    }

    /// What changed, as changes that one accepts or rejects; none as PDF, where nothing can be accepted.
    pub fn changes(since: VersionNumber, version: VersionNumber, format: FileFormat) -> Option<Self> {
        let is_one = format != FileFormat::Pdf && since != version;
        is_one.then_some(Self { since: Some(since), version, format })
    }

    /// The version whose changes since are tracked.
    pub const fn since(self) -> Option<VersionNumber> {
        self.since
    }

    /// The version.
    pub const fn version(self) -> VersionNumber {
        self.version
    }

    /// What it is written as.
    pub const fn format(self) -> FileFormat {
        self.format
    }
}

impl fmt::Display for VersionFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("motion-")?;
        if let Some(since) = self.since {
            write!(f, "{since}-")?;
        }
        write!(f, "{}.{}", self.version, self.format.code())
    }
}

/// No file of a version has that name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a version’s file is called motion-v2.pdf, and its changes motion-v1-v2.docx")]
pub struct VersionFileError;

impl FromStr for VersionFile {
    type Err = VersionFileError;

    fn from_str(name: &str) -> Result<Self, VersionFileError> {
        let read = || {
            let (stem, format) = name.strip_prefix("motion-")?.split_once('.')?;
            let format: FileFormat = format.parse().ok()?;
            match stem.split_once('-') {
                Some((since, version)) => Self::changes(since.parse().ok()?, version.parse().ok()?, format),
                None => Some(Self::whole(stem.parse().ok()?, format)),
            }
        };
        // One name each: « v01 » is no other way to write « v1 ».
        read().filter(|file| file.to_string() == name).ok_or(VersionFileError)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_as_it_is_written() {
        let version = VersionNumber::new;
        let mut files: Vec<VersionFile> =
            FileFormat::ALL.iter().map(|format| VersionFile::whole(version(2), *format)).collect();
        files.extend(VersionFile::changes(version(1), version(12), FileFormat::Odt));
        for file in files {
            assert_eq!(file.to_string().parse(), Ok(file));
        }
        for bad in
            ["motion-v1", "motion-v01.pdf", "motion-v1-v2.pdf", "motion-v1-v1.odt", "motion-.odt", "v1.pdf"]
        {
            assert_eq!(bad.parse::<VersionFile>(), Err(VersionFileError), "{bad}");
        }
    }
}
