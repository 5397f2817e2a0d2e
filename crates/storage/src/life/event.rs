//! What was done about texts, when and by whom.

use domain::id::{CongressId, ContributionId};
use domain::moderation::{HidingReason, ModerationEvent};
use domain::reading::ModerationLine;
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::work::{Reading, Work, sql};

#[derive(FromRow)]
struct EventRow {
    id: Uuid,
    version: i64,
    act: String,
    reason: Option<String>,
    words: Option<String>,
    by_name: Option<String>,
    at: i64,
}

impl Work {
    /// Nobody else changes a text of that congress until the unit of work ends: what is read of one from here on stands.
    pub async fn hold(&mut self, congress: CongressId) -> Result<()> {
        self.hold_congress(congress).await.map(drop)
    }

    /// Writes down what was done about a text, in the unit of work that does it.
    pub async fn note_moderation(&mut self, event: &ModerationEvent) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "INSERT INTO moderation_event (id, congress_id, contribution_id, version, act, reason, words, by_id, at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        )
        .bind(Uuid::from(event.id))
        .bind(Uuid::from(event.congress))
        .bind(Uuid::from(event.contribution))
        .bind(i64::from(event.version))
        .bind(event.act.code())
        .bind(event.reason.map(HidingReason::code))
        .bind(&event.words)
        .bind(event.by.map(Uuid::from))
        .bind(event.at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }
}

impl Reading {
    /// What was done about a text, the last first.
    pub async fn moderation_of(&mut self, contribution: ContributionId) -> Result<Vec<ModerationLine>> {
        let rows: Vec<EventRow> = sql!(self, conn => sqlx::query_as(
            "SELECT e.id, e.version, e.act, e.reason, e.words, m.name AS by_name, e.at
             FROM moderation_event e LEFT JOIN member m ON m.id = e.by_id
             WHERE e.contribution_id = $1 ORDER BY e.at DESC, e.id DESC",
        )
        .bind(Uuid::from(contribution))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(EventRow::parse).collect()
    }

    /// How many texts are hidden, by reason, in the order of the list.
    pub async fn hidden_by_reason(&mut self, congress: CongressId) -> Result<Vec<(HidingReason, u32)>> {
        let rows: Vec<(Option<String>, i64)> = sql!(self, conn => sqlx::query_as(
            "SELECT hidden_reason, COUNT(*) FROM contribution
             WHERE congress_id = $1 AND state = 'masquee' GROUP BY hidden_reason",
        )
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        let at = At::new("contribution", &congress);
        let mut counts: Vec<(HidingReason, u32)> =
            HidingReason::ALL.iter().map(|reason| (*reason, 0)).collect();
        for (code, count) in rows {
            // Texts hidden before there was a list.
            let reason = at.parse_some("hidden_reason", code.as_deref())?.unwrap_or(HidingReason::Other);
            let count: u32 = at.number("hidden_reason", count)?;
            for (_, sum) in counts.iter_mut().filter(|(of, _)| *of == reason) {
                *sum += count;
            }
        }
        counts.retain(|(_, count)| *count > 0);
        Ok(counts)
    }
}

impl EventRow {
    fn parse(self) -> Result<ModerationLine> {
        let at = At::new("moderation_event", &self.id);
        Ok(ModerationLine {
            act: at.parse("act", &self.act)?,
            version: at.number("version", self.version)?,
            reason: at.parse_some("reason", self.reason.as_deref())?,
            words: self.words,
            by: self.by_name,
            at: Timestamp::from_micros(self.at),
        })
    }
}
