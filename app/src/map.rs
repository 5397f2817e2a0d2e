//! The map's logic, the same on both sides and without a browser: what is asked of it, what is sent, where one looks, where names stand.

#[cfg(feature = "ssr")]
pub mod answer;
pub mod camera;
pub mod data;
pub mod names;
pub mod plane;
pub mod query;
pub mod stage;

use domain::contribution::ContributionNumber;

/// A verbatim's own address on the map: « C-0421-2 », number then rank within the contribution. Also the fragment of a link to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// The contribution.
    pub number: ContributionNumber,
    /// Its rank within the contribution, from 1.
    pub ordinal: u32,
}

impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.number, self.ordinal)
    }
}

impl Key {
    /// The key that a fragment means, with or without its « # ».
    pub fn read(text: &str) -> Option<Self> {
        let (number, ordinal) = text.trim_start_matches('#').rsplit_once('-')?;
        let ordinal = ordinal.parse().ok().filter(|ordinal| *ordinal > 0)?;
        Some(Self { number: number.parse().ok()?, ordinal })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_reads_what_it_writes() {
        let key = Key { number: ContributionNumber::new(421), ordinal: 2 };
        assert_eq!(key.to_string(), "C-0421-2");
        assert_eq!(Key::read("#C-0421-2"), Some(key));
        for other in ["", "#", "C-0421", "C-0421-0", "C-0421-x", "#liste", "-1"] {
            assert_eq!(Key::read(other), None, "{other}");
        }
    }
}
