//! What letters tell by themselves: whom the draft quotes, whose words wait for an answer, and what was told before.

use domain::id::{CongressId, MemberId};
use domain::mail::Purpose;
use domain::reading::{Citation, CitedIn, Quoted};
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use std::collections::BTreeMap;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::quote::{QuoteRow, quote_columns, quote_tables};
use crate::work::{Reading, sql};

#[derive(FromRow)]
struct CitedRow {
    author_id: Uuid,
    objective: i64,
    heading: String,
    sentence: i64,
    #[sqlx(flatten)]
    quote: QuoteRow,
}

impl Reading {
    /// The draft that pages show, and the members whom its sentences quote; none before a first draft.
    pub async fn quoted(&mut self, congress: CongressId) -> Result<Option<Quoted>> {
        let Some(shown) = self.shown(congress).await? else { return Ok(None) };
        let Some(motion) = self.motion_shown(shown.id).await? else { return Ok(None) };
        let rows: Vec<CitedRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT c.member_id AS author_id, o.rank AS objective, o.heading, s.number AS sentence, ",
            quote_columns!("s"), " FROM ", quote_tables!(),
            "JOIN sentence s ON s.verbatim_id = v.id
             JOIN paragraph g ON g.id = s.paragraph_id
             JOIN objective o ON o.id = g.objective_id
             WHERE p.analysis_id = $1 AND o.motion_id = $2 AND c.member_id IS NOT NULL AND c.state = 'publiee'
             ORDER BY o.rank, s.number",
        ))
        .bind(Uuid::from(shown.id))
        .bind(Uuid::from(motion.id))
        .fetch_all(conn)
        .await)?;
        let mut by: BTreeMap<MemberId, Vec<Citation>> = BTreeMap::new();
        for row in rows {
            let at = At::new("sentence", &row.author_id);
            let place = CitedIn {
                objective: at.number("rank", row.objective)?,
                heading: row.heading,
                sentence: Some(at.number("number", row.sentence)?),
            };
            by.entry(row.author_id.into()).or_default().push(Citation { place, quote: row.quote.parse()? });
        }
        Ok(Some(Quoted { motion: motion.id, drafted_at: motion.drafted_at, by }))
    }

    /// Members as whose words something was noted that no letter under a key that begins with `prefix` told them of, and
    /// nothing after `until`.
    pub async fn speakers_to_tell(
        &mut self,
        congress: CongressId,
        prefix: &str,
        until: Timestamp,
    ) -> Result<Vec<MemberId>> {
        let rows: Vec<Uuid> = sql!(self, conn => sqlx::query_scalar(
            "SELECT n.speaker_id FROM note n JOIN contribution c ON c.id = n.contribution_id
             WHERE c.congress_id = $1 AND n.speaker_id IS NOT NULL AND n.answer IS NULL AND c.reported = $2
               AND c.state IN ('publiee', 'en-attente')
               AND NOT EXISTS (SELECT 1 FROM letter l WHERE l.member_id = n.speaker_id
                               AND l.key LIKE $3 AND l.created_at >= n.noted_at)
             GROUP BY n.speaker_id HAVING MAX(n.noted_at) <= $4 ORDER BY n.speaker_id",
        )
        .bind(Uuid::from(congress))
        .bind(true)
        .bind(format!("{prefix}%"))
        .bind(until.micros())
        .fetch_all(conn)
        .await)?;
        Ok(rows.into_iter().map(MemberId::from).collect())
    }

    /// The key of the last letter of that purpose to a member, in the order of keys.
    pub async fn last_key(&mut self, member: MemberId, purpose: Purpose) -> Result<Option<String>> {
        let key = sql!(self, conn => sqlx::query_scalar(
            "SELECT key FROM letter WHERE member_id = $1 AND purpose = $2 ORDER BY key DESC LIMIT 1",
        )
        .bind(Uuid::from(member))
        .bind(purpose.code())
        .fetch_optional(conn)
        .await)?;
        Ok(key)
    }

    /// Whether a letter was queued under that key.
    pub async fn was_told(&mut self, congress: CongressId, key: &str) -> Result<bool> {
        let found: Option<i64> = sql!(self, conn => sqlx::query_scalar(
            "SELECT created_at FROM letter WHERE congress_id = $1 AND key = $2",
        )
        .bind(Uuid::from(congress))
        .bind(key)
        .fetch_optional(conn)
        .await)?;
        Ok(found.is_some())
    }
}
