//! A sitting and its life.

use serde::{Deserialize, Serialize};

use super::seat::SeatKind;
use crate::coded;
use crate::id::{CongressId, SittingId};
use crate::line::Line;
use crate::member::College;
use crate::time::Timestamp;
use crate::vote::Quorum;

coded! {
    /// Who may follow a sitting.
    pub enum Access {
        /// Everybody.
        Public = "publique",
        /// Members who are signed in: « à huis clos ».
        InCamera = "huis-clos",
    }
}

coded! {
    /// What is done to a sitting.
    pub enum SittingAct {
        /// « La séance est ouverte. »
        Open = "ouvrir",
        /// « La séance est levée. »
        Close = "lever",
    }
}

/// Where a sitting stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SittingStage {
    /// It hasn't begun.
    Planned,
    /// It is going on.
    Open {
        /// Since when.
        since: Timestamp,
    },
    /// It is over.
    Closed {
        /// When it began.
        opened_at: Timestamp,
        /// When it ended.
        closed_at: Timestamp,
    },
}

/// By what a sitting votes, unless a poll says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SittingRules {
    /// What a voice belongs to.
    pub seats: SeatKind,
    /// Whose college has a voice.
    pub college: College,
    /// How many must be there; none: any number.
    pub quorum: Option<Quorum>,
    /// How many proxies one person may hold; 0 where there are none.
    pub most_proxies: u8,
    /// The fewest voters of a secret poll: among fewer, a result tells who chose what.
    pub least_secret: u16,
    /// Whether those who haven't spoken yet come first.
    pub newcomers_first: bool,
}

impl SittingRules {
    /// The most proxies that a congress may allow one person.
    pub const MOST_PROXIES: u8 = 10;
    /// The fewest voters of a secret poll that a congress may set.
    pub const LEAST_SECRET: u16 = 3;
}

impl Default for SittingRules {
    /// Elected people have a voice each, two proxies at most, no quorum, secret polls from five voters.
    fn default() -> Self {
        Self {
            seats: SeatKind::People,
            college: College::Elected,
            quorum: None,
            most_proxies: 2,
            least_secret: 5,
            newcomers_first: true,
        }
    }
}

/// One meeting of a congress: attendance, quorum and minutes belong to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sitting {
    /// Its id.
    pub id: SittingId,
    /// Whose it is.
    pub congress: CongressId,
    /// « Débat et vote de la motion ».
    pub name: Line,
    /// Where people meet.
    pub place: Option<Line>,
    /// Who may follow.
    pub access: Access,
    /// When it is to begin.
    pub starts_at: Timestamp,
    /// By what it votes.
    pub rules: SittingRules,
    /// Where it stands.
    pub stage: SittingStage,
}

impl SittingStage {
    /// Where it stands after that act at `now`; None when the act isn't lawful there. There is no way back.
    pub fn after(self, act: SittingAct, now: Timestamp) -> Option<Self> {
        match (self, act) {
            (Self::Planned, SittingAct::Open) => Some(Self::Open { since: now }),
            (Self::Open { since }, SittingAct::Close) => {
                Some(Self::Closed { opened_at: since, closed_at: now.max(since) })
            }
            _ => None,
        }
    }

    /// Whether it is going on.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Open { .. })
    }

    /// Whether people may still be checked in, give proxies and be put on the list: until it is over.
    pub fn takes_people(self) -> bool {
        !matches!(self, Self::Closed { .. })
    }
}
