//! Ids as newtypes over UUIDv7: a congress' id can't be passed where a theme's is wanted.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

use crate::time::Timestamp;

/// Where random bytes come from. The server asks the operating system; tests count.
pub trait Entropy: Send {
    /// Fills `bytes` with random bytes.
    fn fill(&mut self, bytes: &mut [u8]);
}

/// A new UUIDv7: its first 48 bits are `at` in milliseconds, so ids sort by the moment they were made.
pub fn uuid_v7(at: Timestamp, entropy: &mut dyn Entropy) -> Uuid {
    let mut random = [0; 10];
    entropy.fill(&mut random);
    let millis = u64::try_from(at.micros() / 1000).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// A new id, made at `at`.
            pub fn new(at: Timestamp, entropy: &mut dyn Entropy) -> Self {
                Self(uuid_v7(at, entropy))
            }
        }
        impl From<Uuid> for $name {
            fn from(uuid: Uuid) -> Self {
                Self(uuid)
            }
        }
        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )*};
}

ids! {
    /// One yearly edition.
    CongressId;
    /// The end of a step that was moved.
    PhaseChangeId;
    /// A person.
    MemberId;
    /// Something that was done for a person.
    MemberEventId;
    /// A link that was asked for at the door.
    LinkRequestId;
    /// Something that was done about a text.
    ModerationEventId;
    /// A correction that stands beside a section of a sitting's minutes.
    MinutesCorrectionId;
    /// A correction that staff proposes.
    CorrectionId;
    /// A setting that was changed.
    SettingsChangeId;
    /// A phone or computer that is signed in.
    SessionId;
    /// One text by one member, a table, or from paper.
    ContributionId;
    /// An exact span of a contribution.
    VerbatimId;
    /// One numbered, reproducible run.
    AnalysisId;
    /// A node of the tree that an analysis builds.
    ThemeId;
    /// One file that was read in.
    ImportId;
    /// The text drafted from an analysis.
    MotionId;
    /// « Pour une … »: one objective of a motion.
    ObjectiveId;
    /// One paragraph of an objective.
    ParagraphId;
    /// One sentence of a paragraph.
    SentenceId;
    /// A workshop of a congress.
    WorkshopId;
    /// A table of a workshop.
    TableId;
    /// One letter that is sent, or waits to be.
    LetterId;
    /// One meeting of a congress.
    SittingId;
    /// Something that a sitting deals with.
    AgendaItemId;
    /// From a person's coming in to their going out.
    AttendanceId;
    /// A voice that is entrusted to somebody.
    ProxyId;
    /// Somebody's asking to speak.
    FloorRequestId;
    /// One vote.
    PollId;
    /// A verbatim beside a block of the motion.
    CitationId;
    /// What somebody asks to change in the motion.
    AmendmentId;
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Counting(u8);
    impl Entropy for Counting {
        fn fill(&mut self, bytes: &mut [u8]) {
            self.0 += 1;
            bytes.fill(self.0);
        }
    }

    #[test]
    fn ids_sort_by_the_moment_they_were_made() {
        let mut entropy = Counting(0);
        let early = ThemeId::new(Timestamp::from_micros(1_000_000), &mut entropy);
        let late = ThemeId::new(Timestamp::from_micros(2_000_000), &mut entropy);
        assert!(early < late);
        assert_eq!(early.to_string().parse::<ThemeId>().ok(), Some(early));
    }
}
