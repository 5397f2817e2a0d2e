//! What happened to a member's contributions between two moments.

use domain::contribution::ContributionNumber;
use domain::id::{AnalysisId, CongressId, MemberId};
use domain::moderation::ModerationAct;
use domain::reading::{News, ThemeTag};
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use std::ops::Range;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::work::{Reading, sql};

/// Close contributions told at most: the closest.
const CLOSE: i64 = 5;

#[derive(FromRow)]
struct RunRow {
    id: Uuid,
    ended_at: i64,
}

#[derive(FromRow)]
struct ThemeRow {
    number: i64,
    rank: i64,
    label: String,
    hue: i64,
}

impl Reading {
    /// What happened to what `member` wrote from the start of `window` until before its end: all but where the draft quotes
    /// it. Nothing is told of texts that aren't shown, but for what staff did about them.
    pub async fn news(
        &mut self,
        congress: CongressId,
        member: MemberId,
        window: Range<Timestamp>,
    ) -> Result<News> {
        let before = self.run_within(congress, Timestamp::from_micros(0)..window.start).await?;
        let last = self.run_within(congress, window.clone()).await?;
        let (mut themes, mut close) = (Vec::new(), Vec::new());
        if let Some(run) = &last {
            let known = match &before {
                Some(run) => self.themes_of(run.id.into(), member).await?,
                None => Vec::new(),
            };
            let is_known = |of: &(ContributionNumber, ThemeTag)| {
                known.iter().any(|(number, tag)| (number, &tag.label) == (&of.0, &of.1.label))
            };
            themes = self.themes_of(run.id.into(), member).await?;
            themes.retain(|of| !is_known(of));
            let read_until = before.as_ref().map_or(0, |run| run.ended_at);
            close = self.close_since(run.id.into(), member, read_until).await?;
        }
        Ok(News {
            supports: self.supports_within(member, &window).await?,
            complements: self.complements_within(member, &window).await?,
            close,
            themes,
            cited: Vec::new(),
            moderated: self.moderated_within(member, &window).await?,
            reported: self.reported_within(member, &window).await?,
        })
    }

    async fn run_within(&mut self, congress: CongressId, window: Range<Timestamp>) -> Result<Option<RunRow>> {
        let row = sql!(self, conn => sqlx::query_as(
            "SELECT id, ended_at FROM analysis
             WHERE congress_id = $1 AND state = 'finie' AND ended_at >= $2 AND ended_at < $3
             ORDER BY number DESC LIMIT 1",
        )
        .bind(Uuid::from(congress))
        .bind(window.start.micros())
        .bind(window.end.micros())
        .fetch_optional(conn)
        .await)?;
        Ok(row)
    }

    async fn themes_of(
        &mut self,
        run: AnalysisId,
        member: MemberId,
    ) -> Result<Vec<(ContributionNumber, ThemeTag)>> {
        let rows: Vec<ThemeRow> = sql!(self, conn => sqlx::query_as(
            "SELECT c.number, t.rank, t.label, t.hue
             FROM contribution c
             JOIN contribution_place p ON p.analysis_id = $1 AND p.contribution_id = c.id
             JOIN theme t ON t.analysis_id = p.analysis_id AND t.rank = p.theme_rank
             WHERE c.member_id = $2 AND c.state = 'publiee' ORDER BY c.number",
        )
        .bind(Uuid::from(run))
        .bind(Uuid::from(member))
        .fetch_all(conn)
        .await)?;
        let at = At::new("contribution_place", &run);
        let tag = |row: ThemeRow| {
            let tag = ThemeTag {
                rank: at.number("rank", row.rank)?,
                label: row.label,
                hue: at.number("hue", row.hue)?,
            };
            Ok((ContributionNumber::new(at.number("number", row.number)?), tag))
        };
        rows.into_iter().map(tag).collect()
    }

    /// Pairs of one's own contribution and what others wrote after `read_until` that a run finds close to it, the closest first.
    async fn close_since(
        &mut self,
        run: AnalysisId,
        member: MemberId,
        read_until: i64,
    ) -> Result<Vec<(ContributionNumber, ContributionNumber)>> {
        let rows: Vec<(i64, i64)> = sql!(self, conn => sqlx::query_as(
            "SELECT own.number, c.number
             FROM contribution own
             JOIN verbatim o ON o.contribution_id = own.id
             JOIN neighbour n ON n.analysis_id = $1 AND n.verbatim_id = o.id
             JOIN verbatim v ON v.id = n.neighbour_id
             JOIN contribution c ON c.id = v.contribution_id
             WHERE own.member_id = $2 AND own.state = 'publiee' AND c.state = 'publiee'
               AND (c.member_id IS NULL OR c.member_id <> $2) AND c.received_at > $3
             GROUP BY own.number, c.number
             ORDER BY MAX(n.closeness) DESC, own.number, c.number LIMIT $4",
        )
        .bind(Uuid::from(run))
        .bind(Uuid::from(member))
        .bind(read_until)
        .bind(CLOSE)
        .fetch_all(conn)
        .await)?;
        pairs(member, rows)
    }

    async fn supports_within(
        &mut self,
        member: MemberId,
        window: &Range<Timestamp>,
    ) -> Result<Vec<(ContributionNumber, u32)>> {
        let rows: Vec<(i64, i64)> = sql!(self, conn => sqlx::query_as(
            "SELECT c.number, COUNT(*) FROM support s JOIN contribution c ON c.id = s.contribution_id
             WHERE c.member_id = $1 AND c.state = 'publiee' AND s.given_at >= $2 AND s.given_at < $3
             GROUP BY c.number ORDER BY c.number",
        )
        .bind(Uuid::from(member))
        .bind(window.start.micros())
        .bind(window.end.micros())
        .fetch_all(conn)
        .await)?;
        Ok(pairs(member, rows)?.into_iter().map(|(number, count)| (number, count.get())).collect())
    }

    /// What staff had to read first counts from the moment it appeared.
    async fn complements_within(
        &mut self,
        member: MemberId,
        window: &Range<Timestamp>,
    ) -> Result<Vec<(ContributionNumber, ContributionNumber)>> {
        let rows: Vec<(i64, i64)> = sql!(self, conn => sqlx::query_as(
            "SELECT own, number FROM (
                 SELECT o.number AS own, c.number AS number, COALESCE(
                     (SELECT MAX(e.at) FROM moderation_event e
                      WHERE e.contribution_id = c.id AND e.act = 'publication'), c.received_at) AS shown_at
                 FROM contribution c JOIN contribution o ON o.id = c.complement_of
                 WHERE o.member_id = $1 AND o.state = 'publiee' AND c.state = 'publiee'
                   AND (c.member_id IS NULL OR c.member_id <> $1)) AS added
             WHERE shown_at >= $2 AND shown_at < $3 ORDER BY own, number",
        )
        .bind(Uuid::from(member))
        .bind(window.start.micros())
        .bind(window.end.micros())
        .fetch_all(conn)
        .await)?;
        pairs(member, rows)
    }

    async fn moderated_within(
        &mut self,
        member: MemberId,
        window: &Range<Timestamp>,
    ) -> Result<Vec<(ContributionNumber, ModerationAct)>> {
        let rows: Vec<(i64, String)> = sql!(self, conn => sqlx::query_as(
            "SELECT c.number, e.act FROM moderation_event e JOIN contribution c ON c.id = e.contribution_id
             WHERE c.member_id = $1 AND e.at >= $2 AND e.at < $3
               AND e.act IN ('publication', 'masquage', 'correction-proposee')
             ORDER BY e.at, e.id",
        )
        .bind(Uuid::from(member))
        .bind(window.start.micros())
        .bind(window.end.micros())
        .fetch_all(conn)
        .await)?;
        let at = At::new("moderation_event", &member);
        let line = |(number, act): (i64, String)| {
            Ok((ContributionNumber::new(at.number("number", number)?), at.parse("act", &act)?))
        };
        rows.into_iter().map(line).collect()
    }

    async fn reported_within(
        &mut self,
        member: MemberId,
        window: &Range<Timestamp>,
    ) -> Result<Vec<ContributionNumber>> {
        let waiting = self.notes_to_confirm(member).await?;
        let within = waiting.iter().filter(|note| window.contains(&note.noted_at));
        Ok(within.map(|note| note.own.contribution.number).collect())
    }
}

fn pairs(member: MemberId, rows: Vec<(i64, i64)>) -> Result<Vec<(ContributionNumber, ContributionNumber)>> {
    let at = At::new("contribution", &member);
    let number = |n: i64| at.number("number", n).map(ContributionNumber::new);
    rows.into_iter().map(|(one, other)| Ok((number(one)?, number(other)?))).collect()
}
