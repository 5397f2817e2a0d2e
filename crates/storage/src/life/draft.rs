//! What members have begun and not sent.

use domain::contribution::{ContributionNumber, Draft, Kind, Target};
use domain::id::{CongressId, MemberId};
use domain::member::Display;
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::work::{Reading, Work, sql};

/// A draft with its moments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredDraft {
    /// What it is to become.
    pub target: Target,
    /// What was typed.
    pub draft: Draft,
    /// When it was begun: before the call closed or after.
    pub begun_at: Timestamp,
    /// When it was last kept.
    pub saved_at: Timestamp,
}

#[derive(FromRow)]
struct DraftRow {
    target: String,
    body: String,
    kind: Option<String>,
    areas: String,
    display: String,
    begun_at: i64,
    saved_at: i64,
}

impl DraftRow {
    fn parse(self, member: MemberId) -> Result<StoredDraft> {
        let at = At::new("draft", &member);
        let areas = self.areas.split_whitespace().map(|rank| at.parse("areas", rank));
        Ok(StoredDraft {
            target: at.parse("target", &self.target)?,
            draft: Draft {
                body: self.body,
                kind: at.parse_some::<Kind>("kind", self.kind.as_deref())?,
                areas: areas.collect::<Result<_>>()?,
                display: at.parse::<Display>("display", &self.display)?,
            },
            begun_at: Timestamp::from_micros(self.begun_at),
            saved_at: Timestamp::from_micros(self.saved_at),
        })
    }
}

impl Reading {
    /// Everything that a member has begun, the last kept first.
    pub async fn drafts(&mut self, member: MemberId) -> Result<Vec<StoredDraft>> {
        let rows: Vec<DraftRow> = sql!(self, conn => sqlx::query_as(
            "SELECT target, body, kind, areas, display, begun_at, saved_at FROM draft
             WHERE member_id = $1 ORDER BY saved_at DESC, target",
        )
        .bind(Uuid::from(member))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(|row| row.parse(member)).collect()
    }

    /// What a member has begun for that target.
    pub async fn draft(&mut self, member: MemberId, target: Target) -> Result<Option<StoredDraft>> {
        Ok(self.drafts(member).await?.into_iter().find(|draft| draft.target == target))
    }
}

impl Work {
    /// Keeps what a member has begun, in the place of what they had begun for that target; it was begun when that was.
    pub async fn keep_draft(
        &mut self,
        member: MemberId,
        target: Target,
        draft: &Draft,
        at: Timestamp,
    ) -> Result<()> {
        let areas: Vec<String> = draft.areas.iter().map(u32::to_string).collect();
        sql!(self, conn => sqlx::query(
            "INSERT INTO draft (member_id, target, body, kind, areas, display, begun_at, saved_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $7)
             ON CONFLICT (member_id, target) DO UPDATE
             SET body = excluded.body, kind = excluded.kind, areas = excluded.areas, display = excluded.display,
                 saved_at = excluded.saved_at",
        )
        .bind(Uuid::from(member))
        .bind(target.to_string())
        .bind(&draft.body)
        .bind(draft.kind.map(Kind::code))
        .bind(areas.join(" "))
        .bind(draft.display.code())
        .bind(at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// Forgets what a member had begun for that target: it was sent, or thrown away.
    pub async fn forget_draft(&mut self, member: MemberId, target: Target) -> Result<()> {
        sql!(self, conn => sqlx::query("DELETE FROM draft WHERE member_id = $1 AND target = $2")
            .bind(Uuid::from(member))
            .bind(target.to_string())
            .execute(conn)
            .await
            .map(drop))?;
        Ok(())
    }

    /// Forgets every change begun of a contribution: it holds its words.
    pub(super) async fn forget_drafts_of(
        &mut self,
        congress: CongressId,
        number: ContributionNumber,
    ) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "DELETE FROM draft WHERE target = $2
             AND member_id IN (SELECT m.id FROM member m WHERE m.congress_id = $1)",
        )
        .bind(Uuid::from(congress))
        .bind(Target::Change(number).to_string())
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }
}
