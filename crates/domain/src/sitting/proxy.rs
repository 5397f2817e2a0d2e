//! Proxies (« pouvoirs »): from whom gives their voice (mandant) to whom holds it (mandataire).

use serde::{Deserialize, Serialize};

use crate::coded;
use crate::id::{MemberId, ProxyId, SittingId};
use crate::time::Timestamp;

coded! {
    /// Why a proxy ended.
    pub enum ProxyEnd {
        /// Whoever gave it took it back.
        Withdrawn = "retire",
        /// Whoever was to hold it doesn't want to.
        Refused = "refuse",
        /// Whoever gave it came.
        CameIn = "arrivee",
        /// Another one took its place.
        Replaced = "remplace",
    }
}

/// Where a proxy stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProxyState {
    /// Its holder hasn't answered: it doesn't count.
    Offered,
    /// It counts, while its holder is there and its giver isn't.
    Accepted {
        /// When its holder did.
        at: Timestamp,
    },
    /// It doesn't any more.
    Ended {
        /// When.
        at: Timestamp,
        /// Why.
        why: ProxyEnd,
    },
}

/// A voice that is entrusted to somebody for a sitting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proxy {
    /// Its id.
    pub id: ProxyId,
    /// For which sitting.
    pub sitting: SittingId,
    /// Whose voice it is: the mandant.
    pub giver: MemberId,
    /// Who casts it: the mandataire.
    pub holder: MemberId,
    /// When it was given.
    pub given_at: Timestamp,
    /// Where it stands.
    pub state: ProxyState,
}

/// Why a proxy can't be given or accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProxyFault {
    /// One doesn't entrust oneself with one's voice.
    #[error("giver and holder are the same person")]
    Oneself,
    /// Whoever gives it has no voice.
    #[error("the giver has no voice")]
    NoVoice,
    /// Whoever is to hold it isn't of the college that votes.
    #[error("the holder has no voice")]
    HolderHasNoVoice,
    /// Whoever gives it is there.
    #[error("the giver is there")]
    GiverIsThere,
    /// Whoever holds it holds as many as the sitting allows.
    #[error("the holder holds as many proxies as may be")]
    TooMany,
    /// It ended, or another one took its place.
    #[error("the proxy has ended")]
    Ended,
    /// The sitting is over.
    #[error("the sitting is over")]
    Closed,
    /// The sitting takes no proxies.
    #[error("the sitting takes no proxies")]
    None,
}

impl Proxy {
    /// Whether its holder accepted it and nothing ended it.
    pub fn is_accepted(&self) -> bool {
        matches!(self.state, ProxyState::Accepted { .. })
    }
}
