//! Where a motion stands on its way to the minister. There is no way back.

use crate::coded;

coded! {
    /// Where a motion stands.
    pub enum Stage {
        /// Staff writes it.
        Draft = "redaction",
        /// Members propose amendments to its last version.
        Amendable = "amendements",
        /// The congress discusses it.
        Debated = "debat",
        /// It was voted: its words are settled.
        Adopted = "adoptee",
        /// It was given to whom it is for.
        HandedOver = "remise",
    }
}

/// What decides whether a motion may go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Versions that were published.
    pub versions: u32,
    /// Whether its words differ from those of the last version.
    pub changed: bool,
    /// Sentences that a machine chose and nobody has accepted.
    pub machine: u32,
    /// Amendments that were adopted and must still be put into the text by hand, or whose poll is prepared or under way.
    pub amendments: u32,
}

/// Why a motion can't go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StageRefusal {
    /// Nothing comes after.
    #[error("the motion was handed over")]
    Over,
    /// Nobody can amend what nobody can read.
    #[error("no version was published")]
    NoVersion,
    /// What is adopted is a published version, to the letter.
    #[error("the words differ from those of the last version")]
    Changed,
    /// An assembly doesn't adopt sentences for which nobody answers; holds how many there are.
    #[error("{0} sentences are a machine's")]
    Machine(u32),
    /// What was decided isn't in the text, or is being decided; holds how many amendments.
    #[error("{0} amendments wait to be voted or put into the text")]
    Amendments(u32),
}

impl Stage {
    /// The stage after it, if there is one.
    pub const fn next(self) -> Option<Self> {
        match self {
            Self::Draft => Some(Self::Amendable),
            Self::Amendable => Some(Self::Debated),
            Self::Debated => Some(Self::Adopted),
            Self::Adopted => Some(Self::HandedOver),
            Self::HandedOver => None,
        }
    }

    /// The next stage, if a motion that stands so may enter it.
    ///
    /// # Errors
    /// Why it may not.
    pub const fn advanced(self, standing: Standing) -> Result<Self, StageRefusal> {
        let Some(next) = self.next() else { return Err(StageRefusal::Over) };
        match next {
            _ if standing.versions == 0 => Err(StageRefusal::NoVersion),
            Self::Adopted if standing.changed => Err(StageRefusal::Changed),
            Self::Adopted if standing.machine > 0 => Err(StageRefusal::Machine(standing.machine)),
            Self::Adopted if standing.amendments > 0 => Err(StageRefusal::Amendments(standing.amendments)),
            next => Ok(next),
        }
    }

    /// Whether amendments may be put to the vote.
    pub const fn may_vote_amendments(self) -> bool {
        matches!(self, Self::Amendable | Self::Debated)
    }

    /// Whether its words may still be changed.
    pub const fn may_write(self) -> bool {
        matches!(self, Self::Draft | Self::Amendable | Self::Debated)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const READY: Standing = Standing { versions: 1, changed: false, machine: 0, amendments: 0 };

    #[test]
    fn a_motion_is_adopted_as_it_was_published_and_by_people() {
        let debated = |standing| Stage::Debated.advanced(standing);
        assert_eq!(debated(READY), Ok(Stage::Adopted));
        assert_eq!(debated(Standing { changed: true, ..READY }), Err(StageRefusal::Changed));
        assert_eq!(debated(Standing { machine: 3, ..READY }), Err(StageRefusal::Machine(3)));
        assert_eq!(debated(Standing { amendments: 2, ..READY }), Err(StageRefusal::Amendments(2)));
        assert_eq!(Stage::Amendable.advanced(Standing { amendments: 2, ..READY }), Ok(Stage::Debated));
        assert_eq!(Stage::Draft.advanced(Standing { versions: 0, ..READY }), Err(StageRefusal::NoVersion));
        assert_eq!(Stage::HandedOver.advanced(READY), Err(StageRefusal::Over));
    }

    proptest! {
        #[test]
        fn no_stage_leads_back(versions in 0..3_u32, changed: bool, machine in 0..3_u32, amendments in 0..2_u32) {
            for (at, stage) in Stage::ALL.iter().enumerate() {
                if let Ok(next) = stage.advanced(Standing { versions, changed, machine, amendments }) {
                    prop_assert_eq!(Stage::ALL.iter().position(|of| *of == next), Some(at + 1));
                    prop_assert!(stage.may_write() || !next.may_write());
                }
            }
        }
    }
}
