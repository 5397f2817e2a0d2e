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
    /// Who says something close to whom.
    LinksCsv,
    /// Both, and the themes.
    CongressJson,
    /// What the columns of the tables mean.
    Schema,
    /// The verbatims for IRaMuTeQ.
    Iramuteq,
    /// The verbatims and their neighbours for Gephi.
    Gexf,
    /// All of it.
    Zip,
}

impl File {
    /// All of them, in the order in which pages list them.
    pub const ALL: [Self; 9] = [
        Self::MotionPdf,
        Self::ContributionsCsv,
        Self::VerbatimsCsv,
        Self::LinksCsv,
        Self::CongressJson,
        Self::Schema,
        Self::Iramuteq,
        Self::Gexf,
        Self::Zip,
    ];

    /// Its name in addresses and on the reader's disk.
    pub const fn name(self) -> &'static str {
        match self {
            Self::MotionPdf => "motion.pdf",
            Self::ContributionsCsv => "contributions.csv",
            Self::VerbatimsCsv => "verbatims.csv",
            Self::LinksCsv => "proches.csv",
            Self::CongressJson => "congres.json",
            Self::Schema => "datapackage.json",
            Self::Iramuteq => "iramuteq.txt",
            Self::Gexf => "verbatims.gexf",
            Self::Zip => "tout.zip",
        }
    }

    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::MotionPdf => "application/pdf",
            Self::ContributionsCsv | Self::VerbatimsCsv | Self::LinksCsv => "text/csv; charset=utf-8",
            Self::CongressJson | Self::Schema => "application/json",
            Self::Iramuteq => "text/plain; charset=utf-8",
            Self::Gexf => "application/gexf+xml",
            Self::Zip => "application/zip",
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
