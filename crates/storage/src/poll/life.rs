//! The life of a poll: each step takes it from the state before, or does nothing.

use domain::id::PollId;
use domain::line::Line;
use domain::sitting::{RollSeat, Standing};
use domain::time::Timestamp;
use domain::vote::{Outcome, Roll};
use uuid::Uuid;

use super::roll::stored_seat;
use crate::cell::stored;
use crate::error::{Result, StorageError};
use crate::work::{Work, sql};

fn voices(count: u64) -> i64 {
    stored(usize::try_from(count).unwrap_or(usize::MAX))
}

impl Work {
    /// Keeps a poll as it is until this unit of work ends, wherever it stands: of two who do something to it at once, the second
    /// finds what the first has done.
    pub async fn hold_poll_to_act(&mut self, id: PollId) -> Result<()> {
        sql!(self, conn => sqlx::query("UPDATE poll SET state = state WHERE id = $1")
            .bind(Uuid::from(id))
            .execute(conn)
            .await
            .map(drop))?;
        Ok(())
    }

    /// Opens a prepared poll with its roll; false when it wasn't prepared any more, or another one of its sitting takes ballots.
    pub async fn open_poll(
        &mut self,
        id: PollId,
        seats: &[RollSeat],
        roll: Roll,
        at: Timestamp,
    ) -> Result<bool> {
        let opened = sql!(self, conn => sqlx::query(
            "UPDATE poll SET state = 'ouvert', opened_at = $2, entitled = $3, present = $4, represented = $5, still_there = $6
             WHERE id = $1 AND state = 'prepare'",
        )
        .bind(Uuid::from(id))
        .bind(at.micros())
        .bind(voices(roll.entitled))
        .bind(voices(roll.present))
        .bind(voices(roll.represented))
        .bind(voices(roll.still_there))
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        if opened == 0 {
            return Ok(false);
        }
        self.enrol(id, seats).await?;
        Ok(true)
    }

    async fn enrol(&mut self, id: PollId, seats: &[RollSeat]) -> Result<()> {
        let names: std::collections::BTreeMap<_, _> =
            seats.iter().map(|seat| (seat.seat.member, seat.seat.name.as_str())).collect();
        for seat in seats {
            let voter_name = names.get(&seat.voter).copied().unwrap_or_default();
            self.put_on_roll(id, seat, voter_name).await?;
        }
        Ok(())
    }

    async fn put_on_roll(&mut self, id: PollId, seat: &RollSeat, voter_name: &str) -> Result<()> {
        let stored = stored_seat(seat);
        sql!(self, conn => sqlx::query(
            "INSERT INTO poll_seat (poll_id, seat, member_id, voter_id, standing, name, voter_name, mandate, territory_code,
                 territory_name, territory_level, territory_departement, territory_region, territory_population, weight, part)
             SELECT $1, $2, $3, $4, $5, $6, CASE WHEN $7 = '' THEN m.name ELSE $7 END, $8, $9, $10, $11, $12, $13, $14, $15, 'attendu'
             FROM member m WHERE m.id = $4",
        )
        .bind(Uuid::from(id))
        .bind(&stored.key)
        .bind(Uuid::from(seat.seat.member))
        .bind(Uuid::from(seat.voter))
        .bind(seat.standing.code())
        .bind(&seat.seat.name)
        .bind(voter_name)
        .bind(&seat.seat.mandate)
        .bind(stored.territory.map(|of| of.code.as_str()))
        .bind(stored.territory.map(|of| of.name.as_str()))
        .bind(stored.territory.map(|of| of.level.code()))
        .bind(stored.territory.and_then(|of| of.departement.as_deref()))
        .bind(stored.territory.and_then(|of| of.region.as_deref()))
        .bind(stored.territory.and_then(|of| of.population).map(i64::from))
        .bind(i64::from(seat.seat.weight))
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// Adds a voice to the roll of a poll that is open, as the chair asks: of somebody who came late, or that such a person
    /// represents. False when it is on it, or the poll isn't open.
    pub async fn add_to_roll(&mut self, id: PollId, seat: &RollSeat) -> Result<bool> {
        let weight = i64::from(seat.seat.weight);
        let (present, represented) = match seat.standing {
            Standing::Represented => (0, weight),
            Standing::Present | Standing::Remote | Standing::Late => (weight, 0),
        };
        let open = sql!(self, conn => sqlx::query(
            "UPDATE poll SET present = present + $2, represented = represented + $4, still_there = still_there + $2 + $4
             WHERE id = $1 AND state = 'ouvert'
               AND NOT EXISTS (SELECT 1 FROM poll_seat s WHERE s.poll_id = $1 AND s.seat = $3)",
        )
        .bind(Uuid::from(id))
        .bind(present)
        .bind(seat.seat.key.to_string())
        .bind(represented)
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        if open == 1 {
            self.put_on_roll(id, seat, "").await?;
        }
        Ok(open == 1)
    }

    /// Closes an open poll, with how many voices of its roll are still there; false when it wasn't open.
    pub async fn close_poll(&mut self, id: PollId, still_there: u64, at: Timestamp) -> Result<bool> {
        let closed = sql!(self, conn => sqlx::query(
            "UPDATE poll SET state = 'clos', closed_at = $2, still_there = $3 WHERE id = $1 AND state = 'ouvert'",
        )
        .bind(Uuid::from(id))
        .bind(at.micros())
        .bind(voices(still_there))
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        // Which page said what when is of no use any more.
        sql!(self, conn => sqlx::query("UPDATE poll_seat SET said_by = NULL, said_rank = NULL WHERE poll_id = $1")
            .bind(Uuid::from(id))
            .execute(conn)
            .await
            .map(drop))?;
        Ok(closed == 1)
    }

    /// Keeps the seal of what a poll that has just closed was given: said before anything is counted.
    pub async fn seal_poll(&mut self, id: PollId, seal: &[u8; 32]) -> Result<()> {
        sql!(self, conn => sqlx::query("UPDATE poll SET seal = $2 WHERE id = $1 AND state = 'clos'")
            .bind(Uuid::from(id))
            .bind(&seal[..])
            .execute(conn)
            .await
            .map(drop))?;
        Ok(())
    }

    /// Says the result of a closed poll; false when it wasn't closed.
    pub async fn proclaim_poll(&mut self, id: PollId, outcome: &Outcome, at: Timestamp) -> Result<bool> {
        let outcome = serde_json::to_string(outcome)
            .map_err(|_| StorageError::Inconsistent("an outcome that can't be written as JSON"))?;
        let said = sql!(self, conn => sqlx::query(
            "UPDATE poll SET state = 'proclame', proclaimed_at = $2, outcome = $3 WHERE id = $1 AND state = 'clos'",
        )
        .bind(Uuid::from(id))
        .bind(at.micros())
        .bind(outcome)
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        Ok(said == 1)
    }

    /// Drops a poll that isn't proclaimed, with its reason: what was voted is erased. False when it was proclaimed or dropped.
    pub async fn cancel_poll(&mut self, id: PollId, reason: &Line, at: Timestamp) -> Result<bool> {
        let dropped = sql!(self, conn => sqlx::query(
            "UPDATE poll SET cancelled_from = state, state = 'annule', cancelled_at = $2, reason = $3
             WHERE id = $1 AND state IN ('prepare', 'ouvert', 'clos')",
        )
        .bind(Uuid::from(id))
        .bind(at.micros())
        .bind(reason.as_str())
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        if dropped == 1 {
            for statement in [
                "UPDATE poll_seat SET choice = NULL, said_by = NULL, said_rank = NULL WHERE poll_id = $1",
                "DELETE FROM poll_box WHERE poll_id = $1",
            ] {
                sql!(self, conn => sqlx::query(statement).bind(Uuid::from(id)).execute(conn).await.map(drop))?;
            }
        }
        Ok(dropped == 1)
    }
}
