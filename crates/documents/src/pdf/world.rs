//! What the typesetter may see: our sources, one dossier, our fonts, a date. No file, no network.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::fonts::SHELF;

const DOSSIER: &str = "/dossier.json";
const MAIN: &str = "/main.typ";
const PAPER: &str = "/paper.typ";
const VERSION: &str = "/version.typ";
const BADGES: &str = "/badges.typ";
const MINUTES: &str = "/minutes.typ";
const KIT: &str = "/kit.typ";
const SOURCES: [(&str, &str); 9] = [
    (MAIN, include_str!("typst/main.typ")),
    ("/style.typ", include_str!("typst/style.typ")),
    ("/motion.typ", include_str!("typst/motion.typ")),
    ("/annexes.typ", include_str!("typst/annexes.typ")),
    (PAPER, include_str!("typst/paper.typ")),
    (VERSION, include_str!("typst/version.typ")),
    (BADGES, include_str!("typst/badges.typ")),
    (MINUTES, include_str!("typst/minutes.typ")),
    (KIT, include_str!("typst/kit.typ")),
];

/// What is laid out.
#[derive(Clone, Copy, Debug)]
pub enum Page {
    /// The motion with its annexes.
    Motion,
    /// The form on paper.
    Paper,
    /// A version of the motion that people write.
    Version,
    /// Badges.
    Badges,
    /// The minutes of a sitting.
    Minutes,
    /// A sheet that does without a network.
    Kit,
}

/// The whole world of one document.
pub struct Desk {
    library: LazyHash<Library>,
    main: FileId,
    sources: Vec<Source>,
    dossier: Bytes,
    today: Option<Datetime>,
}

impl Desk {
    /// A desk with `dossier` on it, JSON as the source of `page` reads it.
    pub fn new(page: Page, dossier: Vec<u8>, today: Option<Datetime>) -> Self {
        let sources: Vec<Source> = SOURCES
            .iter()
            .filter_map(|(path, text)| Some(Source::new(id(path)?, (*text).to_owned())))
            .collect();
        let main = match page {
            Page::Motion => MAIN,
            Page::Paper => PAPER,
            Page::Version => VERSION,
            Page::Badges => BADGES,
            Page::Minutes => MINUTES,
            Page::Kit => KIT,
        };
        let main = SOURCES.iter().position(|(path, _)| *path == main).unwrap_or_default();
        Self {
            library: LazyHash::new(Library::default()),
            main: sources[main].id(),
            sources,
            dossier: Bytes::new(dossier),
            today,
        }
    }
}

fn id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

fn denied<T>() -> FileResult<T> {
    Err(FileError::AccessDenied)
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHELF.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources.iter().find(|source| source.id() == id).cloned().map_or_else(denied, Ok)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.get();
        let ours = *path.root() == VirtualRoot::Project && path.vpath().get_with_slash() == DOSSIER;
        if ours { Ok(self.dossier.clone()) } else { denied() }
    }

    fn font(&self, index: usize) -> Option<Font> {
        SHELF.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        self.today
    }
}
