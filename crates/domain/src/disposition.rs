//! Suites données: what becomes of each verbatim, so that everything is accounted for.

mod ledger;

use serde::{Deserialize, Serialize};

use crate::coded;
use crate::contribution::ContributionNumber;
use crate::line::Line;

pub use ledger::{Counts, Ledger, LedgerBy, LedgerCell, LedgerLine, LedgerPlace};

coded! {
    /// What became of a verbatim, in one word.
    pub enum DispositionKind {
        /// It stands beside a passage of the motion, with its words.
        Cited = "citee",
        /// The motion says it, without its words.
        TakenUp = "reprise",
        /// It goes with another contribution.
        Near = "rapprochee",
        /// The motion doesn't say it; the annex does.
        NotTaken = "non-reprise",
        /// Nobody has said yet.
        Pending = "a-traiter",
    }
}

coded! {
    /// Why a verbatim isn’t taken up.
    pub enum Reason {
        /// It is about something else.
        OutOfScope = "hors-sujet",
        /// It concerns one place, which must act itself.
        Local = "local",
        /// It is done, or is the law, already.
        Exists = "existe",
        /// People disagree about it: it is among what divides.
        Divides = "divise",
        /// It says too little to be taken up.
        TooShort = "trop-court",
        /// Another, in words.
        Other = "autre",
    }
}

/// What staff settles; that a verbatim is cited is settled by citing it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Settled {
    /// The motion says it, without its words.
    TakenUp,
    /// It goes with that contribution.
    Near(ContributionNumber),
    /// The motion doesn't say it.
    NotTaken(Reason, Option<Line>),
}

/// A settlement that says too little.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettledError {
    /// It must be said which contribution it goes with.
    #[error("which contribution it goes with is missing")]
    NearWhat,
    /// It must be said why it isn't taken up.
    #[error("why it is not taken up is missing")]
    NoReason,
    /// « Another » reason must be said in words.
    #[error("another reason is said in words")]
    NoWords,
    /// What is cited is cited by attaching it, and what is pending is nothing settled.
    #[error("nothing that staff settles")]
    NotSettled,
}

impl Settled {
    /// What was asked for.
    ///
    /// # Errors
    /// When something that it needs is missing.
    pub fn new(
        kind: DispositionKind,
        near: Option<ContributionNumber>,
        reason: Option<Reason>,
        words: Option<Line>,
    ) -> Result<Self, SettledError> {
        match kind {
            DispositionKind::TakenUp => Ok(Self::TakenUp),
            DispositionKind::Near => near.map(Self::Near).ok_or(SettledError::NearWhat),
            DispositionKind::NotTaken => match reason.ok_or(SettledError::NoReason)? {
                Reason::Other if words.is_none() => Err(SettledError::NoWords),
                reason => Ok(Self::NotTaken(reason, words)),
            },
            DispositionKind::Cited | DispositionKind::Pending => Err(SettledError::NotSettled),
        }
    }

    /// The word for it.
    pub const fn kind(&self) -> DispositionKind {
        match self {
            Self::TakenUp => DispositionKind::TakenUp,
            Self::Near(_) => DispositionKind::Near,
            Self::NotTaken(..) => DispositionKind::NotTaken,
        }
    }
}

/// What became of a verbatim. Citing it goes before whatever was settled, which is there again once it isn't cited any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Disposition {
    /// It stands beside a passage.
    Cited,
    /// Staff said so.
    Settled(Settled),
    /// Nobody has said yet.
    Pending,
}

impl Disposition {
    /// Of what is known of a verbatim.
    pub fn of(is_cited: bool, settled: Option<Settled>) -> Self {
        match (is_cited, settled) {
            (true, _) => Self::Cited,
            (false, Some(settled)) => Self::Settled(settled),
            (false, None) => Self::Pending,
        }
    }

    /// The word for it.
    pub const fn kind(&self) -> DispositionKind {
        match self {
            Self::Cited => DispositionKind::Cited,
            Self::Settled(settled) => settled.kind(),
            Self::Pending => DispositionKind::Pending,
        }
    }
}

/// What became of a whole contribution: never less than its verbatims say, never more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Overall {
    /// All of it is in the motion, at least once with its own words.
    Cited,
    /// All of it is in the motion, or with a contribution that it goes with.
    TakenUp,
    /// Some of it is, some of it isn't or isn't settled.
    Partly,
    /// None of it is.
    NotTaken,
    /// Nothing of it is, and something isn't settled.
    Pending,
}

impl Overall {
    /// Of the dispositions of a contribution’s verbatims; none where it has none.
    pub fn of(kinds: impl IntoIterator<Item = DispositionKind>) -> Option<Self> {
        let (mut cited, mut taken, mut not, mut pending) = (false, false, false, false);
        for kind in kinds {
            match kind {
                DispositionKind::Cited => cited = true,
                DispositionKind::TakenUp | DispositionKind::Near => taken = true,
                DispositionKind::NotTaken => not = true,
                DispositionKind::Pending => pending = true,
            }
        }
        match (cited || taken, not || pending) {
            (false, false) => None,
            (true, true) => Some(Self::Partly),
            (true, false) => Some(if cited { Self::Cited } else { Self::TakenUp }),
            (false, true) => Some(if pending { Self::Pending } else { Self::NotTaken }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_settlement_says_what_it_needs() {
        let near: ContributionNumber = ContributionNumber::new(118);
        let said: Line = "Déjà au contrat de plan.".parse().unwrap();
        let new = Settled::new;
        assert_eq!(new(DispositionKind::TakenUp, None, None, None), Ok(Settled::TakenUp));
        assert_eq!(new(DispositionKind::Near, Some(near), None, None), Ok(Settled::Near(near)));
        assert_eq!(new(DispositionKind::Near, None, None, None), Err(SettledError::NearWhat));
        assert_eq!(new(DispositionKind::NotTaken, None, None, None), Err(SettledError::NoReason));
        let other = Some(Reason::Other);
        assert_eq!(new(DispositionKind::NotTaken, None, other, None), Err(SettledError::NoWords));
        assert_eq!(
            new(DispositionKind::NotTaken, None, other, Some(said.clone())),
            Ok(Settled::NotTaken(Reason::Other, Some(said)))
        );
        for kind in [DispositionKind::Cited, DispositionKind::Pending] {
            assert_eq!(new(kind, Some(near), other, None), Err(SettledError::NotSettled));
        }
    }

    #[test]
    fn what_is_cited_is_cited_whatever_was_settled() {
        let settled = Settled::NotTaken(Reason::Local, None);
        assert_eq!(Disposition::of(true, Some(settled.clone())), Disposition::Cited);
        assert_eq!(Disposition::of(false, Some(settled.clone())), Disposition::Settled(settled));
        assert_eq!(Disposition::of(false, None), Disposition::Pending);
    }

    proptest! {
        #[test]
        fn a_contribution_is_what_its_verbatims_are(kinds in prop::collection::vec(0..5_usize, 0..8)) {
            let kinds: Vec<DispositionKind> = kinds.into_iter().map(|at| DispositionKind::ALL[at]).collect();
            let overall = Overall::of(kinds.iter().copied());
            prop_assert_eq!(overall.is_none(), kinds.is_empty());
            let backwards = Overall::of(kinds.iter().rev().copied());
            prop_assert_eq!(overall, backwards, "in any order");
            let all = |of: &[DispositionKind]| !kinds.is_empty() && kinds.iter().all(|kind| of.contains(kind));
            use DispositionKind::{Cited, Near, NotTaken, Pending, TakenUp};
            prop_assert_eq!(overall == Some(Overall::NotTaken), all(&[NotTaken]));
            prop_assert_eq!(
                matches!(overall, Some(Overall::Cited | Overall::TakenUp)),
                all(&[Cited, TakenUp, Near])
            );
            prop_assert_eq!(
                overall == Some(Overall::Pending),
                all(&[NotTaken, Pending]) && kinds.contains(&Pending)
            );
        }
    }
}
