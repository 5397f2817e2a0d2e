//! What can go wrong for a reader: always a title, a sentence and a way out.

use domain::contribution::ContributionNumber;
use domain::reading::MembersQuery;
use domain::words::Slug;

use crate::routes::{ImportRoute, Route};
use crate::text;

/// The whole list of members.
const EVERYBODY: MembersQuery =
    MembersQuery { words: String::new(), college: None, role: None, standing: None, voice: None, page: 1 };

/// Why a page can't be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No page has that address.
    NoPage,
    /// No congress has that address.
    NoCongress,
    /// The congress has no contribution of that number; what was asked, as typed.
    NoContribution(Slug, String),
    /// The run shown has no theme of that rank; what was asked, as typed.
    NoTheme(Slug, String),
    /// The congress has no run of that number, or none that can be compared; what was asked, as typed.
    NoRun(Slug, String),
    /// Only the author of that contribution, and staff, may see or do this.
    NotYours(Slug),
    /// What was asked can't be done to that contribution as it stands: it was taken back, or erased.
    NotNow(Slug, ContributionNumber),
    /// The congress has no such member.
    NoMember(Slug),
    /// The congress has no file of that name.
    NoFile(Slug),
    /// The congress has no such import: it was let go of, or waited too long.
    NoImport(Slug),
    /// Only members of the congress may see or do this, and nobody is signed in.
    SignIn(Slug),
    /// Whoever is signed in is a member of another congress than this one.
    OtherCongress(Slug),
    /// Whoever is signed in may not do this.
    NotAllowed(Slug),
    /// A personal link that is unknown, too old, or was taken back.
    DeadLink,
    /// The sheet of a table that is unknown, whose day is over, or that was taken back or replaced.
    DeadSheet,
    /// A badge that is unknown, whose day is over, or that was taken back or replaced.
    DeadBadge,
    /// Too much was asked from one address; from when it may be asked again, in words.
    TooOften(String),
    /// A form that can't be read: cut on the way, or not one of ours.
    BadForm,
    /// A form that holds more than anything that is asked for here.
    LongForm,
    /// Something broke on our side; the number that the log has too.
    Incident(String),
    /// The server is too busy, or is stopping.
    Unavailable,
}

impl Failure {
    /// The HTTP status.
    pub fn status(&self) -> u16 {
        match self {
            Self::NoPage
            | Self::NoCongress
            | Self::NoContribution(..)
            | Self::NoTheme(..)
            | Self::NoRun(..)
            | Self::NoFile(_)
            | Self::NoImport(_)
            | Self::NoMember(_) => 404,
            Self::SignIn(_) => 401,
            Self::OtherCongress(_) | Self::NotAllowed(_) | Self::NotYours(_) => 403,
            Self::NotNow(..) => 409,
            Self::DeadLink | Self::DeadSheet | Self::DeadBadge => 410,
            Self::BadForm => 400,
            Self::TooOften(_) => 429,
            Self::LongForm => 413,
            Self::Incident(_) => 500,
            Self::Unavailable => 503,
        }
    }

    /// A few words.
    pub fn title(&self) -> &'static str {
        text::failure::title(self)
    }

    /// What happened, and what isn't lost.
    pub fn sentence(&self) -> String {
        text::failure::sentence(self)
    }

    /// Where to go now: an address and its words.
    pub fn way_out(&self) -> (String, &'static str) {
        let route = match self {
            Self::NoContribution(slug, _) => Route::Corpus(slug),
            Self::NoTheme(slug, _) => Route::Themes(slug),
            Self::NoRun(slug, _) => Route::Runs(slug),
            Self::NoFile(slug) => Route::Downloads(slug),
            Self::NoImport(slug) => Route::Imports(slug, ImportRoute::List),
            Self::NoMember(slug) => Route::Members(slug, &EVERYBODY),
            Self::SignIn(slug) | Self::OtherCongress(slug) => Route::SignIn(slug),
            Self::NotNow(slug, number) => Route::Contribution(slug, *number),
            Self::NotAllowed(slug) | Self::NotYours(slug) => Route::Congress(slug),
            _ => Route::Root,
        };
        (route.path(), text::failure::way_out(self))
    }
}
