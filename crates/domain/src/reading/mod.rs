//! What pages and documents read: answers shaped for a reader, in plain data.
//!
//! **Invariant:** on every one of them the sums hold. Contributions are counted by their [main place](crate::analysis::main_place),
//! verbatims by their place, and each is counted once.

mod amendment;
mod contribution;
mod corpus;
mod dashboard;
mod disposition;
mod held;
mod held_sitting;
mod home;
mod import;
mod mail;
mod map;
mod members;
mod minutes;
mod moderation;
mod motion;
mod news;
mod own;
mod run;
mod theme;
mod tree;
mod wording;
mod workshop;

use serde::{Deserialize, Serialize};

use crate::analysis::Place;
use crate::contribution::{ContributionNumber, Kind, State};
use crate::id::VerbatimId;
use crate::member::Signature;
use crate::time::Timestamp;

pub use amendment::{AmendmentLine, AmendmentPoll, AmendmentWording, Cosigner, HeldAmendment};
pub use contribution::{CitedIn, ContributionPage, Guess, NeighbourLine, VerbatimLine};
pub use corpus::{Card, CorpusPage, CorpusQuery, Facets, PlaceFilter};
pub use dashboard::{Dashboard, People, Received};
pub use disposition::{Became, Beside, DispositionLine, DispositionsPage, DispositionsQuery};
pub use held::{Held, HeldDraft, HeldFile, HeldLink, HeldSupport, HeldText, HeldVoice};
pub use held_sitting::{HeldBadge, HeldPlace, HeldProxy, HeldSitting};
pub use home::{Dot, Home};
pub use import::{ImportLine, ImportRemark, UploadLine};
pub use mail::{LetterCounts, LetterLine, LetterPage, OutboxPage};
pub use map::{MapPage, MapPoint, MapRegion};
pub use members::{
    MemberEventLine, MemberFacets, MemberLine, MemberTerritory, MembersPage, MembersQuery, Standing,
    TerritoriesPage, Voice, member_territories, silent_territories,
};
pub use minutes::{
    Attendee, Incident, Minutes, MinutesPerson, MinutesPoll, MinutesProxy, MinutesSources, NotedIncident,
    QuorumChange, Stay, TakenItem,
};
pub use moderation::{ModerationLine, Pile, QueueLine, QueuePage, QueueQuery, SettingsLine};
pub use motion::{Dossier, DraftObjective, DraftParagraph, DraftSentence, Link, MotionPage, OpenData};
pub use news::{Citation, News, Quoted};
pub use own::{OwnContribution, VersionLine};
pub use run::{Comparison, Flow, RunLine, RunState, RunsPage};
pub use theme::{ApartPage, Divide, QuotePage, ThemeLine, ThemePage, ThemesPage};
pub use tree::{TreeNode, TreePage};
pub use wording::{
    BlockLine, Holder, MotionDesk, MotionHead, PublishedLine, PublishedMotion, RevisionLine, Source,
};
pub use workshop::{NoteLine, TableLine, WorkshopLine};

/// A theme as a tag: enough to name it, colour it and link to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThemeTag {
    /// Its rank in the run, from 1: its address.
    pub rank: u32,
    /// Its label.
    pub label: String,
    /// Which of the 8 hues it wears, from 0.
    pub hue: u8,
}

/// The figures of a congress.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Contributions received, whatever became of them.
    pub contributions: u32,
    /// Those among them whose words aren't shown.
    pub withheld: Withheld,
    /// Distinct people or tables that signed (name, mandate and territory taken together).
    pub signatories: u32,
    /// Distinct départements that they come from.
    pub departements: u32,
    /// Verbatims of the current analysis: `in_themes + weak + unplaced`.
    pub verbatims: u32,
    /// Verbatims in a theme.
    pub in_themes: u32,
    /// Weak signals.
    pub weak: u32,
    /// Unplaced verbatims.
    pub unplaced: u32,
}

/// Contributions whose words aren't shown, by state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withheld {
    /// Staff has yet to read them.
    pub waiting: u32,
    /// Staff hid them.
    pub hidden: u32,
    /// Their authors took them back.
    pub withdrawn: u32,
    /// Their words are gone for good.
    pub erased: u32,
}

/// The run that pages show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunTag {
    /// « Analyse n° 3 ».
    pub number: u32,
    /// When it was finished.
    pub finished_at: Timestamp,
    /// Contributions that are shown and that it doesn't cover: they arrived since.
    pub behind: u32,
}

/// Words quoted to the letter, with who and where.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    /// The verbatim quoted.
    pub verbatim: VerbatimId,
    /// The contribution it is from.
    pub number: ContributionNumber,
    /// Its rank within the contribution, from 1.
    pub ordinal: u32,
    /// Whether the words are shown; [dots](crate::contribution::dots) stand for them where they aren't.
    pub state: State,
    /// The exact words.
    pub text: String,
    /// Words of the contribution stand before them: screens show « […] ».
    pub cut_before: bool,
    /// Words of the contribution stand after them.
    pub cut_after: bool,
    /// Somebody else noted them, and whoever said them has not confirmed: they are shown without guillemets.
    pub reported: bool,
    /// Who signed.
    pub signature: Signature,
    /// What it is.
    pub kind: Kind,
    /// Whether the machine suggested `kind`.
    pub kind_suggested: bool,
    /// Where it stands.
    pub place: Place<ThemeTag>,
}

/// How many contributions of the answer have one value of a filter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facet<T> {
    /// The value.
    pub value: T,
    /// How a screen names it.
    pub label: String,
    /// Contributions that have it, all other filters applied but this one.
    pub count: u32,
}
