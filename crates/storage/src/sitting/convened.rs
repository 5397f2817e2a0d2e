//! Who is convened to a sitting, and what they answer.

use domain::id::{MemberId, SittingId};
use domain::sitting::{Convened, ConvocationAnswer};
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::access::SecretHash;
use crate::cell::At;
use crate::error::Result;
use crate::work::{Reading, Work, sql};

#[derive(FromRow)]
struct ConvenedRow {
    sitting_id: Uuid,
    member_id: Uuid,
    convened_at: Option<i64>,
    answer: Option<String>,
    answered_at: Option<i64>,
}

impl Work {
    /// Notes that somebody was convened; what they answered before stands.
    pub async fn convene(&mut self, sitting: SittingId, member: MemberId, at: Timestamp) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "INSERT INTO convened (sitting_id, member_id, convened_at) VALUES ($1, $2, $3)
             ON CONFLICT (sitting_id, member_id) DO UPDATE SET convened_at = excluded.convened_at",
        )
        .bind(Uuid::from(sitting))
        .bind(Uuid::from(member))
        .bind(at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// A link by which somebody answers, as long as it makes sense; those of earlier letters stay good.
    pub async fn add_convocation_link(
        &mut self,
        hash: &SecretHash,
        (sitting, member): (SittingId, MemberId),
        at: Timestamp,
    ) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "INSERT INTO convocation_link (hash, sitting_id, member_id, made_at) VALUES ($1, $2, $3, $4)",
        )
        .bind(&hash[..])
        .bind(Uuid::from(sitting))
        .bind(Uuid::from(member))
        .bind(at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// Notes what somebody answers; the last answer stands.
    pub async fn answer_convocation(
        &mut self,
        (sitting, member): (SittingId, MemberId),
        answer: ConvocationAnswer,
        at: Timestamp,
    ) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "INSERT INTO convened (sitting_id, member_id, answer, answered_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (sitting_id, member_id) DO UPDATE SET answer = excluded.answer, answered_at = excluded.answered_at",
        )
        .bind(Uuid::from(sitting))
        .bind(Uuid::from(member))
        .bind(answer.code())
        .bind(at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }
}

impl Reading {
    /// Who was convened to a sitting or answered.
    pub async fn convened(&mut self, sitting: SittingId) -> Result<Vec<Convened>> {
        let rows: Vec<ConvenedRow> = sql!(self, conn => sqlx::query_as(
            "SELECT sitting_id, member_id, convened_at, answer, answered_at FROM convened WHERE sitting_id = $1 ORDER BY member_id",
        )
        .bind(Uuid::from(sitting))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(ConvenedRow::parse).collect()
    }

    /// For whom, and about which sitting, a link answers.
    pub async fn convocation_of(&mut self, hash: &SecretHash) -> Result<Option<(SittingId, MemberId)>> {
        let row: Option<(Uuid, Uuid)> = sql!(self, conn => sqlx::query_as(
            "SELECT sitting_id, member_id FROM convocation_link WHERE hash = $1",
        )
        .bind(&hash[..])
        .fetch_optional(conn)
        .await)?;
        Ok(row.map(|(sitting, member)| (sitting.into(), member.into())))
    }

    /// The sittings to which one person was convened or answered.
    pub async fn convocations_of(&mut self, member: MemberId) -> Result<Vec<Convened>> {
        let rows: Vec<ConvenedRow> = sql!(self, conn => sqlx::query_as(
            "SELECT sitting_id, member_id, convened_at, answer, answered_at FROM convened WHERE member_id = $1 ORDER BY sitting_id",
        )
        .bind(Uuid::from(member))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(ConvenedRow::parse).collect()
    }
}

impl ConvenedRow {
    fn parse(self) -> Result<Convened> {
        let at = At::new("convened", &self.member_id);
        let answer = at.parse_some("answer", self.answer.as_deref())?;
        Ok(Convened {
            sitting: self.sitting_id.into(),
            member: self.member_id.into(),
            convened_at: self.convened_at.map(Timestamp::from_micros),
            answer: answer.zip(self.answered_at.map(Timestamp::from_micros)),
        })
    }
}
