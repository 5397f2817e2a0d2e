//! Where a verbatim stands, and a contribution with it.

use serde::{Deserialize, Serialize};

use crate::coded;

coded! {
    /// Why a verbatim stands apart from every theme.
    pub enum WeakReason {
        /// Far from every theme.
        FarFromAll = "loin",
        /// Its words are rare, but hold together.
        RareWords = "rare",
        /// The corpus is too small for themes.
        SmallCorpus = "petit-corpus",
    }
}

coded! {
    /// Why a verbatim can't be compared with others.
    pub enum UnplacedReason {
        /// Too few words that mean something.
        TooShort = "court",
        /// Not in French.
        OtherLanguage = "langue",
        /// None of its words is used by anyone else.
        NoSharedWord = "inconnu",
    }
}

/// Where a verbatim stands: in exactly one of three places, so that sums hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place<T> {
    /// In a theme, its main one.
    Theme(T),
    /// Signal faible: isolated, and said so with its reason.
    Weak(WeakReason),
    /// Trop court, ou dans une autre langue, pour être rapproché.
    Unplaced(UnplacedReason),
}

impl<T> Place<T> {
    /// The same place, its theme renamed by `f`.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Place<U> {
        match self {
            Self::Theme(theme) => Place::Theme(f(theme)),
            Self::Weak(reason) => Place::Weak(reason),
            Self::Unplaced(reason) => Place::Unplaced(reason),
        }
    }

    /// The theme, when there is one.
    pub fn theme(self) -> Option<T> {
        match self {
            Self::Theme(theme) => Some(theme),
            _ => None,
        }
    }
}

/// The place of a whole contribution: the one most of its verbatims share, a theme before any other, the earliest on a tie.
/// Without verbatims, too short.
pub fn main_place<T: Copy + PartialEq>(places: &[Place<T>]) -> Place<T> {
    let count = |place: &Place<T>| places.iter().filter(|other| *other == place).count();
    let best = |wanted: fn(&Place<T>) -> bool| {
        // `rev` and `max_by_key`, which keeps the last: the earliest wins a tie.
        places.iter().rev().filter(|place| wanted(place)).max_by_key(|place| count(place)).copied()
    };
    best(|place| matches!(place, Place::Theme(_)))
        .or_else(|| best(|place| matches!(place, Place::Weak(_))))
        .or_else(|| best(|place| matches!(place, Place::Unplaced(_))))
        .unwrap_or(Place::Unplaced(UnplacedReason::TooShort))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contribution_stands_where_most_of_its_verbatims_do() {
        use Place::{Theme, Unplaced, Weak};
        let weak: Place<u8> = Weak(WeakReason::FarFromAll);
        let short: Place<u8> = Unplaced(UnplacedReason::TooShort);
        assert_eq!(main_place(&[Theme(1), Theme(2), Theme(2)]), Theme(2));
        assert_eq!(main_place(&[Theme(1), Theme(2)]), Theme(1));
        assert_eq!(main_place(&[weak, weak, Theme(3)]), Theme(3));
        assert_eq!(main_place(&[short, weak]), weak);
        assert_eq!(main_place::<u8>(&[]), Unplaced(UnplacedReason::TooShort));
    }
}
