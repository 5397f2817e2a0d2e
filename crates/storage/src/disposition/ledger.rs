//! How many verbatims became what.

use domain::disposition::{LedgerCell, LedgerPlace};
use domain::id::{AnalysisId, CongressId};
use domain::wording::VersionNumber;
use sqlx_macros::FromRow;
use uuid::Uuid;

use super::{became, is_cited};
use crate::cell::At;
use crate::error::Result;
use crate::place::{THEME, UNPLACED, WEAK};
use crate::work::{Reading, sql};

#[derive(FromRow)]
struct CellRow {
    place: String,
    theme_rank: Option<i64>,
    kind: String,
    college: String,
    departement: Option<String>,
    became: String,
    verbatims: i64,
}

impl Reading {
    /// The verbatims of a run by all that a ledger counts by. They are cited where that version of the motion cites them; without
    /// one, where the motion does as staff writes it.
    pub(super) async fn ledger_cells(
        &mut self,
        congress: CongressId,
        run: AnalysisId,
        version: Option<VersionNumber>,
    ) -> Result<Vec<LedgerCell>> {
        let rows: Vec<CellRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT s.place, s.theme_rank, s.kind, s.college, s.departement, s.became, COUNT(*) AS verbatims
             FROM (SELECT p.place, p.theme_rank, p.kind, c.college,
                          CASE WHEN c.state = 'publiee' THEN c.territory_departement END AS departement, ",
                          became!(), " AS became
                   FROM placement p
                   JOIN verbatim v ON v.id = p.verbatim_id
                   JOIN contribution c ON c.id = v.contribution_id
                   LEFT JOIN disposition d ON d.verbatim_id = p.verbatim_id
                   WHERE p.analysis_id = $1) s
             GROUP BY s.place, s.theme_rank, s.kind, s.college, s.departement, s.became",
        ))
        .bind(Uuid::from(run))
        .bind(Uuid::from(congress))
        .bind(version.map(|version| i64::from(version.get())))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(|row| row.parse(&At::new("placement", &run))).collect()
    }
}

impl Reading {
    /// How many verbatims of a run are left to settle, as the motion stands.
    pub(crate) async fn left_to_settle(&mut self, congress: CongressId, run: AnalysisId) -> Result<u32> {
        let count: i64 = sql!(self, conn => sqlx::query_scalar(concat!(
            "SELECT COUNT(*) FROM placement p LEFT JOIN disposition d ON d.verbatim_id = p.verbatim_id
             WHERE p.analysis_id = $1 AND d.kind IS NULL AND NOT ", is_cited!(),
        ))
        .bind(Uuid::from(run))
        .bind(Uuid::from(congress))
        .bind(None::<i64>)
        .fetch_one(conn)
        .await)?;
        At::new("placement", &run).number("verbatim_id", count)
    }
}

impl CellRow {
    fn parse(self, at: &At<'_>) -> Result<LedgerCell> {
        let place = match self.place.as_str() {
            THEME => LedgerPlace::Theme(at.number("theme_rank", at.some("theme_rank", self.theme_rank)?)?),
            WEAK => LedgerPlace::Weak,
            UNPLACED => LedgerPlace::Unplaced,
            _ => return Err(at.corrupt("place")),
        };
        Ok(LedgerCell {
            place,
            kind: at.parse("kind", &self.kind)?,
            college: at.parse("college", &self.college)?,
            departement: self.departement,
            disposition: at.parse("kind", &self.became)?,
            verbatims: at.number("verbatims", self.verbatims)?,
        })
    }
}
