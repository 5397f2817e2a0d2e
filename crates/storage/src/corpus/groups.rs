//! The answer to the words alone, counted by everything that can be narrowed: total and facets come from these counts, so their sums agree.

use domain::contribution::{Kind, State};
use domain::id::{AnalysisId, CongressId};
use domain::member::College;
use domain::reading::PlaceFilter;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::place::{THEME, UNPLACED, WEAK};
use crate::search::{Search, bind_search, hits};
use crate::work::{Reading, sql};

/// Contributions that have the same value of every filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    pub(crate) kind: Option<Kind>,
    pub(crate) place: PlaceFilter,
    pub(crate) departement: String,
    pub(crate) college: College,
    pub(crate) count: u32,
}

#[derive(FromRow)]
struct GroupRow {
    kind: Option<String>,
    state: String,
    place: Option<String>,
    theme_rank: Option<i64>,
    departement: Option<String>,
    college: String,
    contributions: i64,
}

/// What is counted, and by what; the run is `$1`.
macro_rules! counted {
    ($from:literal, $where:literal) => {
        concat!(
            "SELECT COALESCE(c.kind, cp.kind) AS kind, c.state, cp.place, cp.theme_rank,
                    c.territory_departement AS departement, c.college, COUNT(*) AS contributions FROM ",
            $from,
            " LEFT JOIN contribution_place cp ON cp.analysis_id = $1 AND cp.contribution_id = c.id WHERE ",
            $where,
            " GROUP BY COALESCE(c.kind, cp.kind), c.state, cp.place, cp.theme_rank, c.territory_departement, c.college"
        )
    };
}

impl Reading {
    /// The counts of what answers `search`, or of the whole congress.
    pub(crate) async fn groups(
        &mut self,
        congress: CongressId,
        run: Option<AnalysisId>,
        search: Option<&Search>,
    ) -> Result<Vec<Group>> {
        let rows = match search {
            Some(search) => self.found_groups(congress, run, search).await?,
            None => self.all_groups(congress, run).await?,
        };
        rows.into_iter().map(|row| row.parse(congress)).collect()
    }

    async fn all_groups(&mut self, congress: CongressId, run: Option<AnalysisId>) -> Result<Vec<GroupRow>> {
        let rows = sql!(self, conn => sqlx::query_as(counted!("contribution c", "c.congress_id = $2"))
            .bind(run.map(Uuid::from))
            .bind(Uuid::from(congress))
            .fetch_all(conn)
            .await)?;
        Ok(rows)
    }

    async fn found_groups(
        &mut self,
        congress: CongressId,
        run: Option<AnalysisId>,
        search: &Search,
    ) -> Result<Vec<GroupRow>> {
        let rows = sql!(self, conn => {
            let query = sqlx::query_as(concat!(
                hits!(),
                counted!("hit CROSS JOIN contribution c", "c.congress_id = $20 AND c.number = hit.number"),
            ))
            .bind(run.map(Uuid::from));
            bind_search!(query, search).bind(Uuid::from(congress)).fetch_all(conn).await
        })?;
        Ok(rows)
    }
}

impl GroupRow {
    fn parse(self, congress: CongressId) -> Result<Group> {
        let row = format!("counts of {congress}");
        let at = At::new("contribution", &row);
        let state: State = at.parse("state", &self.state)?;
        let place = match (self.place.as_deref(), self.theme_rank) {
            (None, _) if state.is_shown() => PlaceFilter::Unread,
            (None, _) => PlaceFilter::Withheld,
            (Some(THEME), Some(rank)) => PlaceFilter::Theme(at.number("theme_rank", rank)?),
            (Some(WEAK), _) => PlaceFilter::Weak,
            (Some(UNPLACED), _) => PlaceFilter::Unplaced,
            _ => return Err(At::new("contribution_place", &row).corrupt("place")),
        };
        Ok(Group {
            kind: at.parse_some("kind", self.kind.as_deref())?,
            place,
            departement: self.departement.unwrap_or_default(),
            college: at.parse("college", &self.college)?,
            count: at.number("number", self.contributions)?,
        })
    }
}
