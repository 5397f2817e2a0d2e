//! Which polls decide which amendments.

use domain::amendment::AmendmentNumber;
use domain::id::{AmendmentId, CongressId, PollId};
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::work::{Reading, Work, sql};

impl Work {
    /// Holds the congress until the unit of work ends: whoever acts on several polls, or on one and the journal, takes it first,
    /// so that no two wait for each other.
    pub async fn hold_congress_to_act(&mut self, congress: CongressId) -> Result<()> {
        self.hold_congress(congress).await.map(drop)
    }

    /// Has a poll decide an amendment. False when another one does already, or it can't be voted.
    pub async fn link_poll(&mut self, poll: PollId, amendment: AmendmentId) -> Result<bool> {
        let linked = sql!(self, conn => sqlx::query(
            "INSERT INTO amendment_poll (poll_id, amendment_id) SELECT $1, a.id FROM amendment a
             WHERE a.id = $2 AND a.state = 'recevable' AND NOT EXISTS
                 (SELECT 1 FROM amendment_poll l JOIN poll p ON p.id = l.poll_id WHERE l.amendment_id = a.id AND p.state NOT IN ('annule', 'proclame'))",
        )
        .bind(Uuid::from(poll))
        .bind(Uuid::from(amendment))
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        Ok(linked == 1)
    }
}

impl Reading {
    /// The amendments that a poll decides, by number.
    pub async fn amendments_of_poll(&mut self, poll: PollId) -> Result<Vec<AmendmentNumber>> {
        let rows: Vec<i64> = sql!(self, conn => sqlx::query_scalar(
            "SELECT a.number FROM amendment_poll l JOIN amendment a ON a.id = l.amendment_id WHERE l.poll_id = $1 ORDER BY a.number",
        )
        .bind(Uuid::from(poll))
        .fetch_all(conn)
        .await)?;
        let number =
            |number| Ok(AmendmentNumber::new(At::new("amendment", &number).number("number", number)?));
        rows.into_iter().map(number).collect()
    }

    /// Polls that are prepared on an amendment that fell or was taken back: what they would ask isn't what can be decided.
    pub async fn idle_polls(&mut self, congress: CongressId) -> Result<Vec<PollId>> {
        let rows: Vec<Uuid> = sql!(self, conn => sqlx::query_scalar(
            "SELECT p.id FROM poll p WHERE p.congress_id = $1 AND p.state = 'prepare'
               AND EXISTS (SELECT 1 FROM amendment_poll l JOIN amendment a ON a.id = l.amendment_id
                           WHERE l.poll_id = p.id AND a.state NOT IN ('depose', 'recevable'))
             ORDER BY p.number",
        )
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        Ok(rows.into_iter().map(PollId::from).collect())
    }
}
