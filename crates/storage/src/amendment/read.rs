//! Amendments as pages read them.

use domain::amendment::AmendmentNumber;
use domain::id::{AmendmentId, CongressId, MemberId, PollId, SittingId};
use domain::reading::{AmendmentLine, AmendmentPoll, AmendmentWording, Cosigner, HeldAmendment};
use domain::time::Timestamp;
use domain::vote::PollNumber;
use domain::wording::BlockKey;
use sqlx_macros::FromRow;
use std::collections::BTreeMap;
use uuid::Uuid;

use super::row::{AmendmentRow, amendments};
use crate::cell::At;
use crate::error::Result;
use crate::work::{Reading, sql};

#[derive(FromRow)]
struct WordingRow {
    number: i64,
    title: String,
    words: String,
    motive: String,
    made_at: i64,
}

#[derive(FromRow)]
struct PollRow {
    amendment_id: Uuid,
    id: Uuid,
    number: i64,
    sitting_id: Uuid,
    state: String,
}

impl Reading {
    /// Until when members may propose amendments; none where staff set no end.
    pub async fn amended_until(&mut self, congress: CongressId) -> Result<Option<Timestamp>> {
        let until: Option<Option<i64>> = sql!(self, conn => sqlx::query_scalar(
            "SELECT amended_until FROM motion_text WHERE congress_id = $1",
        )
        .bind(Uuid::from(congress))
        .fetch_optional(conn)
        .await)?;
        Ok(until.flatten().map(Timestamp::from_micros))
    }

    /// Every amendment of a congress, by number, with its signatories and its vote.
    pub async fn amendments(&mut self, congress: CongressId) -> Result<Vec<AmendmentLine>> {
        let rows: Vec<AmendmentRow> = sql!(self, conn => sqlx::query_as(
            amendments!("WHERE a.congress_id = $1 ORDER BY a.number"),
        )
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        let mut signed = self.cosigners(congress).await?;
        let polls = self.amendment_polls(congress).await?;
        let line = |row: AmendmentRow| {
            let mut line = row.parse()?;
            line.cosigners = signed.remove(&line.id).unwrap_or_default();
            line.poll = polls.get(&line.id).copied();
            Ok(line)
        };
        rows.into_iter().map(line).collect()
    }

    /// The amendment of that number.
    pub async fn amendment(
        &mut self,
        congress: CongressId,
        number: AmendmentNumber,
    ) -> Result<Option<AmendmentLine>> {
        let row: Option<AmendmentRow> = sql!(self, conn => sqlx::query_as(
            amendments!("WHERE a.congress_id = $1 AND a.number = $2"),
        )
        .bind(Uuid::from(congress))
        .bind(i64::from(number.get()))
        .fetch_optional(conn)
        .await)?;
        let Some(row) = row else { return Ok(None) };
        let mut line = row.parse()?;
        line.cosigners = self.cosigners(congress).await?.remove(&line.id).unwrap_or_default();
        line.poll = self.amendment_polls(congress).await?.get(&line.id).copied();
        Ok(Some(line))
    }

    async fn cosigners(&mut self, congress: CongressId) -> Result<BTreeMap<AmendmentId, Vec<Cosigner>>> {
        let rows: Vec<(Uuid, Uuid, String)> = sql!(self, conn => sqlx::query_as(
            "SELECT c.amendment_id, c.member_id, c.signature FROM cosignature c JOIN amendment a ON a.id = c.amendment_id
             WHERE a.congress_id = $1 ORDER BY c.signed_at, c.member_id",
        )
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        let mut signed: BTreeMap<AmendmentId, Vec<Cosigner>> = BTreeMap::new();
        for (amendment, member, signature) in rows {
            signed.entry(amendment.into()).or_default().push(Cosigner { member: member.into(), signature });
        }
        Ok(signed)
    }

    /// The last vote on each amendment; those that were cancelled count for nothing.
    async fn amendment_polls(
        &mut self,
        congress: CongressId,
    ) -> Result<BTreeMap<AmendmentId, AmendmentPoll>> {
        let rows: Vec<PollRow> = sql!(self, conn => sqlx::query_as(
            "SELECT l.amendment_id, p.id, p.number, p.sitting_id, p.state FROM amendment_poll l JOIN poll p ON p.id = l.poll_id
             WHERE p.congress_id = $1 AND p.state <> 'annule' ORDER BY p.number",
        )
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        let poll = |row: PollRow| {
            let at = At::new("poll", &row.id);
            let poll = AmendmentPoll {
                id: PollId::from(row.id),
                number: PollNumber::new(at.number("number", row.number)?),
                sitting: SittingId::from(row.sitting_id),
                state: at.parse("state", &row.state)?,
            };
            Ok((row.amendment_id.into(), poll))
        };
        rows.into_iter().map(poll).collect()
    }

    /// Blocks that were worded once after `since` and up to `until`, by one amendment that was adopted then, with its number.
    pub async fn amended_blocks(
        &mut self,
        congress: CongressId,
        (since, until): (Timestamp, Timestamp),
    ) -> Result<BTreeMap<BlockKey, AmendmentNumber>> {
        let rows: Vec<(i64, i64)> = sql!(self, conn => sqlx::query_as(
            "SELECT COALESCE(a.made_block, a.block) AS at_block, MIN(a.number) AS number FROM amendment a
             WHERE a.congress_id = $1 AND a.state = 'adopte' AND a.applied_at > $2 AND a.applied_at <= $3
               AND (a.made_block IS NOT NULL OR (a.block IS NOT NULL AND a.kind <> 'inserer'))
               AND (SELECT COUNT(*) FROM motion_revision r WHERE r.congress_id = $1
                      AND r.block = COALESCE(a.made_block, a.block) AND r.made_at > $2 AND r.made_at <= $3) = 1
             GROUP BY COALESCE(a.made_block, a.block) HAVING COUNT(*) = 1",
        )
        .bind(Uuid::from(congress))
        .bind(since.micros())
        .bind(until.micros())
        .fetch_all(conn)
        .await)?;
        let block = |(block, number): (i64, i64)| {
            let at = At::new("amendment", &number);
            let key = BlockKey::new(at.number("block", block)?);
            Ok((key, AmendmentNumber::new(at.number("number", number)?)))
        };
        rows.into_iter().map(block).collect()
    }

    /// Every wording of an amendment, the last first.
    pub async fn amendment_wordings(&mut self, amendment: AmendmentId) -> Result<Vec<AmendmentWording>> {
        let rows: Vec<WordingRow> = sql!(self, conn => sqlx::query_as(
            "SELECT number, title, words, motive, made_at FROM amendment_wording WHERE amendment_id = $1 ORDER BY number DESC",
        )
        .bind(Uuid::from(amendment))
        .fetch_all(conn)
        .await)?;
        let wording = |row: WordingRow| {
            let at = At::new("amendment_wording", &amendment);
            let words = Some(row.words.as_str()).filter(|words| !words.is_empty());
            Ok(AmendmentWording {
                number: at.number("number", row.number)?,
                title: at.parse("title", &row.title)?,
                words: at.parse_some("words", words)?,
                motive: at.parse("motive", &row.motive)?,
                at: Timestamp::from_micros(row.made_at),
            })
        };
        rows.into_iter().map(wording).collect()
    }

    /// The amendments that somebody wrote or signs, by number.
    pub async fn amendments_of(&mut self, member: MemberId) -> Result<Vec<HeldAmendment>> {
        let rows: Vec<(i64, String, i64, i64)> = sql!(self, conn => sqlx::query_as(
            "SELECT a.number, a.title, CAST(1 AS BIGINT) AS own, a.proposed_at AS at FROM amendment a WHERE a.author_id = $1
             UNION ALL
             SELECT a.number, a.title, CAST(0 AS BIGINT) AS own, c.signed_at AS at FROM cosignature c
             JOIN amendment a ON a.id = c.amendment_id WHERE c.member_id = $1 ORDER BY number",
        )
        .bind(Uuid::from(member))
        .fetch_all(conn)
        .await)?;
        let held = |(number, title, own, when): (i64, String, i64, i64)| {
            let at = At::new("amendment", &number);
            Ok(HeldAmendment {
                number: AmendmentNumber::new(at.number("number", number)?),
                title: at.parse("title", &title)?,
                is_author: own == 1,
                at: Timestamp::from_micros(when),
            })
        };
        rows.into_iter().map(held).collect()
    }
}
