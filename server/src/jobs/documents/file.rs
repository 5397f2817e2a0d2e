//! The files that a congress gives away.

use std::str::FromStr;

/// A file of a congress.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum File {
    /// The draft with its annexes.
    MotionPdf,
    /// Every contribution.
    ContributionsCsv,
    /// Every verbatim and where it stands.
    VerbatimsCsv,
    /// Both, and the themes.
    CongressJson,
}

impl File {
    /// All of them, in the order in which pages list them.
    pub const ALL: [Self; 4] =
        [Self::MotionPdf, Self::ContributionsCsv, Self::VerbatimsCsv, Self::CongressJson];

    /// Its name in addresses and on the reader's disk.
    pub const fn name(self) -> &'static str {
        match self {
            Self::MotionPdf => "motion.pdf",
            Self::ContributionsCsv => "contributions.csv",
            Self::VerbatimsCsv => "verbatims.csv",
            Self::CongressJson => "congres.json",
        }
    }

    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::MotionPdf => "application/pdf",
            Self::ContributionsCsv | Self::VerbatimsCsv => "text/csv; charset=utf-8",
            Self::CongressJson => "application/json",
        }
    }
}

/// No file has that name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no file of a congress has that name")]
pub struct NoSuchFile;

impl FromStr for File {
    type Err = NoSuchFile;

    fn from_str(name: &str) -> Result<Self, NoSuchFile> {
        Self::ALL.into_iter().find(|file| file.name() == name).ok_or(NoSuchFile)
    }
}
