//! What staff sees of a call under way.

use super::{Facets, MemberLine, Standing};
use crate::territory::Territory;
use crate::time::Timestamp;

/// When contributions came in, and what they are about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Received {
    /// How many in each hour in which any came, by its first moment. They sum to the contributions.
    pub hours: Vec<(Timestamp, u32)>,
    /// How many name each enjeu of the congress, in its order; one may name several, or none.
    pub areas: Vec<(String, u32)>,
}

/// The whole page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dashboard {
    /// Contributions received.
    pub contributions: u32,
    /// When, and about what.
    pub received: Received,
    /// By kind, département and college; each sums to the contributions.
    pub facets: Facets,
    /// How far members have come.
    pub people: People,
    /// Member territories that nobody has spoken from, by name.
    pub silent: Vec<Territory>,
    /// Member territories in all.
    pub territories: u32,
}

/// How far members have come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// All of them.
    pub all: u32,
    /// Those who wrote at least once.
    pub wrote: u32,
    /// By standing; they sum to `all`.
    pub standings: Vec<(Standing, u32)>,
}

impl People {
    /// Counts everybody.
    pub fn of(lines: &[MemberLine]) -> Self {
        let standings = Standing::ALL
            .iter()
            .map(|&standing| (standing, count(lines.iter().filter(|line| line.standing() == standing))));
        Self {
            all: count(lines.iter()),
            wrote: count(lines.iter().filter(|line| line.texts > 0)),
            standings: standings.collect(),
        }
    }
}

fn count<T>(of: impl Iterator<Item = T>) -> u32 {
    u32::try_from(of.count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_counted_at_every_standing() {
        let people = People::of(&[]);
        assert_eq!(people.standings.len(), Standing::ALL.len());
        assert!(
            people.all == 0 && people.wrote == 0 && people.standings.iter().all(|(_, count)| *count == 0)
        );
    }
}
