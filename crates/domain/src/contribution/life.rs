//! The life of a contribution: what may be done to it, and where that leads.

use serde::{Deserialize, Serialize};

use crate::coded;
use crate::moderation::HidingReason;
use crate::settings::Moderation;
use crate::time::Timestamp;

coded! {
    /// Where a contribution stands. In every state but the first, what is shown in place of its words is [`dots`].
    pub enum State {
        /// Everybody who may read the corpus reads it.
        Published = "publiee",
        /// Staff reads it before it appears.
        Waiting = "en-attente",
        /// Staff hid it.
        Hidden = "masquee",
        /// Its author took it back.
        Withdrawn = "retiree",
        /// Its words are gone for good; only its number stands, so that sums hold.
        Erased = "effacee",
    }
}

/// The same with what its author and staff know of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Life {
    /// Everybody who may read the corpus reads it.
    Published,
    /// Staff reads it before it appears.
    Waiting,
    /// Staff hid it.
    Hidden {
        /// Why, from the list.
        reason: HidingReason,
        /// The same in words, as told to its author; they may be none.
        why: String,
        /// When.
        at: Timestamp,
    },
    /// Its author took it back.
    Withdrawn {
        /// When.
        at: Timestamp,
    },
    /// Its words are gone for good.
    Erased {
        /// When.
        at: Timestamp,
    },
}

/// What can be done to a contribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Its author writes it anew; when does staff read?
    Rewrite(Moderation),
    /// Staff hides it.
    Hide,
    /// Staff lets it appear, or appear again.
    Publish,
    /// Its author takes it back.
    Withdraw,
    /// Its author, or staff when asked to, erases it.
    Erase,
}

impl State {
    /// The state that `act` leads to; None when it can't be done in this one.
    pub const fn after(self, act: Act) -> Option<Self> {
        match (self, act) {
            (Self::Published, Act::Rewrite(Moderation::After)) => Some(Self::Published),
            // What was hidden doesn't appear again by being rewritten: staff reads it first.
            (Self::Published | Self::Waiting | Self::Hidden, Act::Rewrite(_)) => Some(Self::Waiting),
            (Self::Published | Self::Waiting | Self::Hidden, Act::Hide) => Some(Self::Hidden),
            (Self::Waiting | Self::Hidden, Act::Publish) => Some(Self::Published),
            (Self::Published | Self::Waiting | Self::Hidden, Act::Withdraw) => Some(Self::Withdrawn),
            (Self::Published | Self::Waiting | Self::Hidden | Self::Withdrawn, Act::Erase) => {
                Some(Self::Erased)
            }
            _ => None,
        }
    }

    /// The state of a text that has just arrived.
    pub const fn first(moderation: Moderation) -> Self {
        match moderation {
            Moderation::After => Self::Published,
            Moderation::Before => Self::Waiting,
        }
    }

    /// Whether its words are shown.
    pub const fn is_shown(self) -> bool {
        matches!(self, Self::Published)
    }
}

impl Life {
    /// Where it stands.
    pub const fn state(&self) -> State {
        match self {
            Self::Published => State::Published,
            Self::Waiting => State::Waiting,
            Self::Hidden { .. } => State::Hidden,
            Self::Withdrawn { .. } => State::Withdrawn,
            Self::Erased { .. } => State::Erased,
        }
    }
}

/// What stands for words that aren't shown: as many bytes, so that spans cut from them stay where they are, and no place
/// that forgets to look at the state shows any.
pub fn dots(words: &str) -> String {
    ".".repeat(words.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn act() -> impl Strategy<Value = Act> {
        prop::sample::select(vec![
            Act::Rewrite(Moderation::After),
            Act::Rewrite(Moderation::Before),
            Act::Hide,
            Act::Publish,
            Act::Withdraw,
            Act::Erase,
        ])
    }

    proptest! {
        #[test]
        fn what_was_erased_stays_so_and_what_was_withdrawn_never_appears_again(
            start in prop::sample::select(State::ALL),
            acts in prop::collection::vec(act(), 0..12),
        ) {
            let (mut state, mut gone) = (start, false);
            for act in acts {
                let Some(next) = state.after(act) else { continue };
                prop_assert_ne!(state, State::Erased);
                gone |= state == State::Withdrawn;
                prop_assert!(!(gone && next.is_shown()));
                // Only staff lets a text appear that isn't shown.
                prop_assert!(state.is_shown() || !next.is_shown() || act == Act::Publish);
                state = next;
            }
        }

        #[test]
        fn dots_hold_every_span(words in "\\PC{0,40}", from in 0_usize..80, to in 0_usize..80) {
            let shown = dots(&words);
            prop_assert_eq!(shown.len(), words.len());
            prop_assert_eq!(shown.get(from..to).is_some(), from <= to && to <= words.len());
        }
    }
}
