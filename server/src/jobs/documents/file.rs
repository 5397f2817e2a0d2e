//! The files that a congress gives away.

use std::str::FromStr;

/// A file of a congress.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum File {
    /// The draft with its annexes.
    MotionPdf,
    /// The map of the run shown, as lines.
    MapSvg,
    /// The same as a picture.
    MapPng,
    /// The tree of the run shown, as lines.
    TreeSvg,
    /// The same as a picture.
    TreePng,
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
    pub const ALL: [Self; 13] = [
        Self::MotionPdf,
        Self::MapSvg,
        Self::MapPng,
        Self::TreeSvg,
        Self::TreePng,
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
            Self::MapSvg => "carte.svg",
            Self::MapPng => "carte.png",
            Self::TreeSvg => "arbre.svg",
            Self::TreePng => "arbre.png",
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

    /// Whether it shows the themes: a congress without themes has no such file.
    pub const fn is_picture(self) -> bool {
        matches!(self, Self::MapSvg | Self::MapPng | Self::TreeSvg | Self::TreePng)
    }

    /// Whether it takes seconds to make; the others take less than one.
    pub const fn takes_long(self) -> bool {
        matches!(self, Self::MotionPdf | Self::MapPng | Self::TreePng)
    }

    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::MotionPdf => "application/pdf",
            Self::MapSvg | Self::TreeSvg => "image/svg+xml",
            Self::MapPng | Self::TreePng => "image/png",
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
