//! Asking to speak.

use domain::id::{FloorRequestId, MemberId, SittingId};
use domain::sitting::FloorRequest;
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::error::Result;
use crate::work::{Reading, Work, sql};

#[derive(FromRow)]
struct RequestRow {
    id: Uuid,
    sitting_id: Uuid,
    member_id: Uuid,
    asked_at: i64,
    called_at: Option<i64>,
    ends_at: Option<i64>,
    ended_at: Option<i64>,
}

impl Work {
    /// Somebody asks to speak; false when they had asked, or are speaking.
    pub async fn ask_floor(&mut self, request: &FloorRequest) -> Result<bool> {
        let added = sql!(self, conn => sqlx::query(
            "INSERT INTO floor_request (id, sitting_id, member_id, asked_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (sitting_id, member_id) WHERE ended_at IS NULL DO NOTHING",
        )
        .bind(Uuid::from(request.id))
        .bind(Uuid::from(request.sitting))
        .bind(Uuid::from(request.member))
        .bind(request.asked_at.micros())
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        Ok(added == 1)
    }

    /// Gives somebody the floor, for as long as turns take in that sitting: whoever has it has spoken. None only ends that.
    pub async fn give_floor(
        &mut self,
        sitting: SittingId,
        request: Option<FloorRequestId>,
        at: Timestamp,
    ) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "UPDATE floor_request SET ended_at = $2 WHERE sitting_id = $1 AND called_at IS NOT NULL AND ended_at IS NULL",
        )
        .bind(Uuid::from(sitting))
        .bind(at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        let Some(request) = request else { return Ok(()) };
        sql!(self, conn => sqlx::query(
            "UPDATE floor_request SET called_at = $3,
                 ends_at = $3 + (SELECT s.turn_seconds FROM sitting s WHERE s.id = $2) * 1000000
             WHERE id = $1 AND sitting_id = $2 AND called_at IS NULL AND ended_at IS NULL",
        )
        .bind(Uuid::from(request))
        .bind(Uuid::from(sitting))
        .bind(at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// Takes a request back that waits; whether there was one.
    pub async fn withdraw_floor(
        &mut self,
        sitting: SittingId,
        member: MemberId,
        at: Timestamp,
    ) -> Result<bool> {
        let ended = sql!(self, conn => sqlx::query(
            "UPDATE floor_request SET ended_at = $3
             WHERE sitting_id = $1 AND member_id = $2 AND called_at IS NULL AND ended_at IS NULL",
        )
        .bind(Uuid::from(sitting))
        .bind(Uuid::from(member))
        .bind(at.micros())
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        Ok(ended == 1)
    }
}

impl Reading {
    /// Everybody who asked to speak in a sitting, in the order of asking.
    pub async fn floor_requests(&mut self, sitting: SittingId) -> Result<Vec<FloorRequest>> {
        let rows: Vec<RequestRow> = sql!(self, conn => sqlx::query_as(
            "SELECT id, sitting_id, member_id, asked_at, called_at, ends_at, ended_at FROM floor_request
             WHERE sitting_id = $1 ORDER BY asked_at, id",
        )
        .bind(Uuid::from(sitting))
        .fetch_all(conn)
        .await)?;
        Ok(rows.into_iter().map(RequestRow::parse).collect())
    }

    /// One person's requests to speak, in all sittings.
    pub async fn floor_requests_of(&mut self, member: MemberId) -> Result<Vec<FloorRequest>> {
        let rows: Vec<RequestRow> = sql!(self, conn => sqlx::query_as(
            "SELECT id, sitting_id, member_id, asked_at, called_at, ends_at, ended_at FROM floor_request
             WHERE member_id = $1 ORDER BY asked_at, id",
        )
        .bind(Uuid::from(member))
        .fetch_all(conn)
        .await)?;
        Ok(rows.into_iter().map(RequestRow::parse).collect())
    }
}

impl RequestRow {
    fn parse(self) -> FloorRequest {
        FloorRequest {
            id: self.id.into(),
            sitting: self.sitting_id.into(),
            member: self.member_id.into(),
            asked_at: Timestamp::from_micros(self.asked_at),
            called_at: self.called_at.map(Timestamp::from_micros),
            ends_at: self.ends_at.map(Timestamp::from_micros),
            ended_at: self.ended_at.map(Timestamp::from_micros),
        }
    }
}
