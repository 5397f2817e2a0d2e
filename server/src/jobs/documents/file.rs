//! The files that a congress gives away.

use std::borrow::Cow;
use std::str::FromStr;

use domain::wording::{FileFormat, VersionFile};

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
    /// A version of the motion that people write, or what changed to it.
    Version(VersionFile),
}

impl File {
    /// Those that are the congress’ own, in the order in which pages list them.
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
    pub fn name(self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Version(of) => return Cow::Owned(of.to_string()),
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
        })
    }

    /// Whether it shows the themes: a congress without themes has no such file.
    pub const fn is_picture(self) -> bool {
        matches!(self, Self::MapSvg | Self::MapPng | Self::TreeSvg | Self::TreePng)
    }

    /// Whether it takes seconds to make; the others take less than one.
    pub const fn takes_long(self) -> bool {
        match self {
            Self::Version(of) => matches!(of.format(), FileFormat::Pdf),
            of => matches!(of, Self::MotionPdf | Self::MapPng | Self::TreePng),
        }
    }

    /// Whether a browser shows it: a PDF and a picture are looked at, the rest is kept. A page isn’t, since ours may not hold a
    /// style of its own.
    pub const fn is_shown(self) -> bool {
        match self {
            Self::Version(of) => matches!(of.format(), FileFormat::Pdf),
            of => of.is_picture() || matches!(of, Self::MotionPdf),
        }
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
            Self::Version(of) => match of.format() {
                FileFormat::Pdf => "application/pdf",
                FileFormat::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                FileFormat::Odt => "application/vnd.oasis.opendocument.text",
                FileFormat::Html => "text/html; charset=utf-8",
            },
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
        let own = Self::ALL.into_iter().find(|file| file.name() == name);
        own.or_else(|| name.parse().ok().map(Self::Version)).ok_or(NoSuchFile)
    }
}
