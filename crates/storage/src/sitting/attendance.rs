//! Coming in and going out.

use domain::id::{AttendanceId, MemberId, SittingId};
use domain::sitting::{Attendance, Presence};
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::work::{Reading, Work, sql};

#[derive(FromRow)]
struct AttendanceRow {
    id: Uuid,
    sitting_id: Uuid,
    member_id: Uuid,
    presence: String,
    in_at: i64,
    out_at: Option<i64>,
}

/// What came of checking somebody in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckIn {
    /// They came in.
    In,
    /// They were there already.
    AlreadyThere,
    /// They were there otherwise, from afar or in the room: that is noted from now on.
    Moved,
}

impl Work {
    /// Checks somebody in; who was there otherwise goes out and comes in at the same moment.
    pub async fn check_in(&mut self, new: &Attendance) -> Result<CheckIn> {
        let left = sql!(self, conn => sqlx::query(
            "UPDATE attendance SET out_at = $3 WHERE sitting_id = $1 AND member_id = $2 AND out_at IS NULL AND presence <> $4",
        )
        .bind(Uuid::from(new.sitting))
        .bind(Uuid::from(new.member))
        .bind(new.in_at.micros())
        .bind(new.presence.code())
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        let added = sql!(self, conn => sqlx::query(
            "INSERT INTO attendance (id, sitting_id, member_id, presence, in_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (sitting_id, member_id) WHERE out_at IS NULL DO NOTHING",
        )
        .bind(Uuid::from(new.id))
        .bind(Uuid::from(new.sitting))
        .bind(Uuid::from(new.member))
        .bind(new.presence.code())
        .bind(new.in_at.micros())
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        self.keep_person(new.sitting, new.member).await?;
        Ok(match (left, added) {
            (_, 0) => CheckIn::AlreadyThere,
            (0, _) => CheckIn::In,
            _ => CheckIn::Moved,
        })
    }

    /// Checks somebody out; false when they weren't there.
    pub async fn check_out(&mut self, sitting: SittingId, member: MemberId, at: Timestamp) -> Result<bool> {
        let left = sql!(self, conn => sqlx::query(
            "UPDATE attendance SET out_at = $3 WHERE sitting_id = $1 AND member_id = $2 AND out_at IS NULL",
        )
        .bind(Uuid::from(sitting))
        .bind(Uuid::from(member))
        .bind(at.micros())
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        Ok(left > 0)
    }
}

impl Reading {
    /// Everybody's comings and goings, in order: the attendance sheet.
    pub async fn attendance(&mut self, sitting: SittingId) -> Result<Vec<Attendance>> {
        let rows: Vec<AttendanceRow> = sql!(self, conn => sqlx::query_as(
            "SELECT id, sitting_id, member_id, presence, in_at, out_at FROM attendance WHERE sitting_id = $1 ORDER BY in_at, id",
        )
        .bind(Uuid::from(sitting))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(AttendanceRow::parse).collect()
    }

    /// One person's comings and goings, in all sittings.
    pub async fn attendance_of(&mut self, member: MemberId) -> Result<Vec<Attendance>> {
        let rows: Vec<AttendanceRow> = sql!(self, conn => sqlx::query_as(
            "SELECT id, sitting_id, member_id, presence, in_at, out_at FROM attendance WHERE member_id = $1 ORDER BY in_at, id",
        )
        .bind(Uuid::from(member))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(AttendanceRow::parse).collect()
    }

    /// Who is there now, and how.
    pub async fn those_there(
        &mut self,
        sitting: SittingId,
    ) -> Result<std::collections::BTreeMap<MemberId, Presence>> {
        let rows: Vec<(Uuid, String)> = sql!(self, conn => sqlx::query_as(
            "SELECT member_id, presence FROM attendance WHERE sitting_id = $1 AND out_at IS NULL",
        )
        .bind(Uuid::from(sitting))
        .fetch_all(conn)
        .await)?;
        let parse = |(member, presence): (Uuid, String)| {
            let presence = At::new("attendance", &member).parse("presence", &presence)?;
            Ok((member.into(), presence))
        };
        rows.into_iter().map(parse).collect()
    }
}

impl AttendanceRow {
    fn parse(self) -> Result<Attendance> {
        Ok(Attendance {
            id: AttendanceId::from(self.id),
            sitting: self.sitting_id.into(),
            member: self.member_id.into(),
            presence: At::new("attendance", &self.id).parse("presence", &self.presence)?,
            in_at: Timestamp::from_micros(self.in_at),
            out_at: self.out_at.map(Timestamp::from_micros),
        })
    }
}
