//! Which theme of a run continues which theme of an earlier one.

use domain::id::{AnalysisId, CongressId};
use sqlx_macros::FromRow;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::work::{Reading, sql};

/// Where a verbatim stands, without words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stand {
    /// In the theme of that rank.
    Theme(u32),
    Weak,
    Unplaced,
}

/// The rank of the earlier theme that each later one continues, by the rank of the later.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Descent(BTreeMap<u32, u32>);

#[derive(FromRow)]
struct ThemeRow {
    id: Uuid,
    analysis_id: Uuid,
    rank: i64,
    continues_id: Option<Uuid>,
}

impl Descent {
    /// For runs of which neither came from the other: each theme continues the one that it shares most verbatims with, where
    /// that one shares most with it too.
    pub(crate) fn by_overlap<T>(meetings: &BTreeMap<(Stand, Stand), (T, u32)>) -> Self {
        let themes = meetings.iter().filter_map(|(pair, (_, count))| match pair {
            (Stand::Theme(before), Stand::Theme(after)) => Some((*before, *after, *count)),
            _ => None,
        });
        let themes: Vec<(u32, u32, u32)> = themes.collect();
        // The most shared; the first ranks on a tie.
        let best = |own: fn(&(u32, u32, u32)) -> u32, rank: u32| {
            let met = themes.iter().filter(|pair| own(pair) == rank);
            met.max_by_key(|(before, after, count)| (*count, std::cmp::Reverse((*before, *after))))
        };
        let mutual = themes.iter().filter(|pair| {
            best(|pair| pair.0, pair.0) == Some(*pair) && best(|pair| pair.1, pair.1) == Some(*pair)
        });
        Self(mutual.map(|(before, after, _)| (*after, *before)).collect())
    }

    /// Whether a verbatim that stood at `was` and stands at `is` stayed.
    pub(crate) fn stays(&self, was: &Stand, is: &Stand) -> bool {
        match (was, is) {
            (Stand::Theme(before), Stand::Theme(after)) => self.0.get(after) == Some(before),
            (was, is) => was == is,
        }
    }

    /// Whether the later theme of that rank continues none.
    pub(crate) fn is_born(&self, rank: u32) -> bool {
        !self.0.contains_key(&rank)
    }

    /// Whether none continues the earlier theme of that rank.
    pub(crate) fn is_ended(&self, rank: u32) -> bool {
        !self.0.values().any(|before| *before == rank)
    }
}

impl Reading {
    /// What the themes of run `to` continue of run `from`, over the runs between them. None when `to` didn't come from it.
    pub(crate) async fn descent(
        &mut self,
        congress: CongressId,
        from: AnalysisId,
        to: AnalysisId,
    ) -> Result<Option<Descent>> {
        if !self.ancestors(congress, to).await?.contains(&from) {
            return Ok(None);
        }
        let rows: Vec<ThemeRow> = sql!(self, conn => sqlx::query_as(
            "SELECT t.id, t.analysis_id, t.rank, t.continues_id
             FROM analysis a JOIN theme t ON t.analysis_id = a.id WHERE a.congress_id = $1",
        )
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        let themes: BTreeMap<Uuid, &ThemeRow> = rows.iter().map(|row| (row.id, row)).collect();
        let mut descent = Descent::default();
        for theme in rows.iter().filter(|row| row.analysis_id == Uuid::from(to)) {
            let mut at = Some(theme);
            while let Some(row) = at.filter(|row| row.analysis_id != Uuid::from(from)) {
                at = row.continues_id.and_then(|id| themes.get(&id).copied());
            }
            if let Some(ancestor) = at {
                descent.0.insert(rank(theme)?, rank(ancestor)?);
            }
        }
        Ok(Some(descent))
    }

    /// The runs that a run came from, one through the other.
    async fn ancestors(&mut self, congress: CongressId, run: AnalysisId) -> Result<BTreeSet<AnalysisId>> {
        let rows: Vec<(Uuid, Uuid)> = sql!(self, conn => sqlx::query_as(
            "SELECT id, predecessor_id FROM analysis WHERE congress_id = $1 AND predecessor_id IS NOT NULL",
        )
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        let before: BTreeMap<Uuid, Uuid> = rows.into_iter().collect();
        let mut ancestors = BTreeSet::new();
        let mut at = Uuid::from(run);
        while let Some(&id) = before.get(&at) {
            if !ancestors.insert(AnalysisId::from(id)) {
                break;
            }
            at = id;
        }
        Ok(ancestors)
    }
}

fn rank(row: &ThemeRow) -> Result<u32> {
    At::new("theme", &row.id).number("rank", row.rank)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strangers_continue_those_they_share_most_with_both_ways() {
        use Stand::{Theme, Unplaced, Weak};
        let meet = |was, is, count| ((was, is), ((), count));
        let descent = Descent::by_overlap(&BTreeMap::from([
            meet(Theme(1), Theme(2), 9),
            meet(Theme(1), Theme(1), 4),
            meet(Theme(2), Theme(1), 3),
            meet(Weak, Theme(1), 50),
        ]));
        assert_eq!(descent, Descent(BTreeMap::from([(2, 1)])));
        assert!(descent.is_born(1) && !descent.is_born(2) && descent.is_ended(2) && !descent.is_ended(1));
        assert!(descent.stays(&Theme(1), &Theme(2)) && !descent.stays(&Theme(2), &Theme(1)));
        assert!(descent.stays(&Weak, &Weak) && !descent.stays(&Weak, &Unplaced));
    }
}
