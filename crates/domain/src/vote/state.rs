//! The life of a poll.

use crate::coded;

coded! {
    /// Where a poll stands.
    pub enum PollState {
        /// Written, and not open yet.
        Prepared = "prepare",
        /// Ballots are taken.
        Open = "ouvert",
        /// No ballot is taken any more, and nobody has seen a result.
        Closed = "clos",
        /// The result is everybody's.
        Proclaimed = "proclame",
        /// It counts for nothing, with its reason.
        Cancelled = "annule",
    }
}

coded! {
    /// What is done to a poll.
    pub enum PollAct {
        /// Ballots may come.
        Open = "ouvrir",
        /// The last one has come.
        Close = "clore",
        /// The result is said.
        Proclaim = "proclamer",
        /// It is dropped.
        Cancel = "annuler",
    }
}

impl PollState {
    /// Where the poll stands after that act; None when the act isn't lawful there. There is no way back.
    pub fn after(self, act: PollAct) -> Option<Self> {
        match (self, act) {
            (Self::Prepared, PollAct::Open) => Some(Self::Open),
            (Self::Open, PollAct::Close) => Some(Self::Closed),
            (Self::Closed, PollAct::Proclaim) => Some(Self::Proclaimed),
            (Self::Prepared | Self::Open | Self::Closed, PollAct::Cancel) => Some(Self::Cancelled),
            _ => None,
        }
    }

    /// Whether ballots are taken.
    pub fn takes_ballots(self) -> bool {
        self == Self::Open
    }

    /// Whether counts may be seen, by anybody.
    pub fn shows_result(self) -> bool {
        self == Self::Proclaimed
    }
}
