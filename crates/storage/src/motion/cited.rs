//! Where the draft takes up a verbatim, or a theme.

use domain::id::{AnalysisId, ContributionId, VerbatimId};
use domain::reading::CitedIn;
use sqlx_macros::FromRow;
use std::collections::BTreeMap;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::work::{Reading, sql};

#[derive(FromRow)]
struct CitedRow {
    verbatim_id: Uuid,
    rank: i64,
    heading: String,
    /// 0 for words that are offered and stand in no sentence.
    number: i64,
}

#[derive(FromRow)]
struct ObjectiveRow {
    id: Uuid,
    rank: i64,
    heading: String,
}

impl Reading {
    /// The sentences of the draft shown that quote a contribution, and the objectives that offer its words, by verbatim.
    pub(crate) async fn cited(
        &mut self,
        run: AnalysisId,
        contribution: ContributionId,
    ) -> Result<BTreeMap<VerbatimId, Vec<CitedIn>>> {
        let Some(motion) = self.motion_shown(run).await? else { return Ok(BTreeMap::new()) };
        let rows: Vec<CitedRow> = sql!(self, conn => sqlx::query_as(
            "SELECT s.verbatim_id, o.rank, o.heading, s.number
             FROM verbatim v
             JOIN sentence s ON s.verbatim_id = v.id
             JOIN paragraph g ON g.id = s.paragraph_id
             JOIN objective o ON o.id = g.objective_id
             WHERE v.contribution_id = $1 AND o.motion_id = $2
             UNION
             SELECT g.verbatim_id, o.rank, o.heading, 0
             FROM verbatim v
             JOIN suggestion g ON g.verbatim_id = v.id
             JOIN objective o ON o.id = g.objective_id
             WHERE v.contribution_id = $1 AND o.motion_id = $2",
        )
        .bind(Uuid::from(contribution))
        .bind(Uuid::from(motion.id))
        .fetch_all(conn)
        .await)?;
        let mut cited: BTreeMap<VerbatimId, Vec<CitedIn>> = BTreeMap::new();
        for row in rows {
            let at = At::new("sentence", &row.verbatim_id);
            let objective = at.number("paragraph_id", row.rank)?;
            let sentence = Some(at.number("number", row.number)?).filter(|number| *number > 0);
            let place = CitedIn { objective, heading: row.heading, sentence };
            cited.entry(row.verbatim_id.into()).or_default().push(place);
        }
        for places in cited.values_mut() {
            places.sort_by_key(|place| (place.objective, place.sentence.is_none(), place.sentence));
        }
        Ok(cited)
    }

    /// Number and heading of the objectives of the draft shown that a theme feeds.
    pub(crate) async fn objectives_of_theme(
        &mut self,
        run: AnalysisId,
        theme: u32,
    ) -> Result<Vec<(u32, String)>> {
        let Some(motion) = self.motion_shown(run).await? else { return Ok(Vec::new()) };
        let rows: Vec<ObjectiveRow> = sql!(self, conn => sqlx::query_as(
            "SELECT o.id, o.rank, o.heading
             FROM theme t
             JOIN objective_theme x ON x.theme_id = t.id
             JOIN objective o ON o.id = x.objective_id
             WHERE t.analysis_id = $1 AND t.rank = $2 AND o.motion_id = $3 ORDER BY o.rank",
        )
        .bind(Uuid::from(run))
        .bind(i64::from(theme))
        .bind(Uuid::from(motion.id))
        .fetch_all(conn)
        .await)?;
        rows.into_iter()
            .map(|row| Ok((At::new("objective", &row.id).number("rank", row.rank)?, row.heading)))
            .collect()
    }
}
