//! The page of one contribution.

use domain::contribution::ContributionNumber;
use domain::id::{AnalysisId, CongressId, VerbatimId};
use domain::reading::{Card, CitedIn, ContributionPage, NeighbourLine, VerbatimLine};
use sqlx_macros::FromRow;
use std::collections::BTreeMap;
use uuid::Uuid;

use crate::cell::At;
use crate::contribution::row::{CardRow, card_columns, card_tables};
use crate::error::Result;
use crate::place::PlaceRow;
use crate::quote::{has_words, words_of};
use crate::work::{Reading, sql};

#[derive(FromRow)]
struct LineRow {
    id: Uuid,
    start_byte: i64,
    end_byte: i64,
    body: String,
    earlier: i32,
    kind: String,
    kind_suggested: bool,
    #[sqlx(flatten)]
    place: PlaceRow,
}

#[derive(FromRow)]
struct BesideRow {
    previous: Option<i64>,
    next: Option<i64>,
}

impl Reading {
    /// The contribution with that number. None without such a one. Whoever can place new texts adds the guess.
    pub async fn contribution_page(
        &mut self,
        congress: CongressId,
        number: ContributionNumber,
    ) -> Result<Option<ContributionPage>> {
        let run = self.shown(congress).await?.map(|shown| shown.id);
        let Some(card) = self.card(congress, run, number).await? else { return Ok(None) };
        let verbatims = match run {
            Some(run) => self.verbatim_lines(run, &card).await?,
            None => Vec::new(),
        };
        let id = card.contribution.id;
        let supports = self.support_count(id).await?;
        let (complement_of, entered) = self.origin(id).await?;
        let complements = self.complements(id).await?;
        let became = match self.last_version(congress).await? {
            Some(last) => Some((last, self.became(congress, id, last).await?)),
            None => None,
        };
        let beside = self.beside(congress, number).await?;
        let at = At::new("contribution", &card.contribution.id);
        let parse =
            |n: Option<i64>| n.map(|n| at.number("number", n).map(ContributionNumber::new)).transpose();
        let (previous, next) = (parse(beside.previous)?, parse(beside.next)?);
        Ok(Some(ContributionPage {
            card,
            verbatims,
            guess: None,
            supports,
            complement_of,
            entered,
            became,
            complements,
            previous,
            next,
        }))
    }

    async fn card(
        &mut self,
        congress: CongressId,
        run: Option<AnalysisId>,
        number: ContributionNumber,
    ) -> Result<Option<Card>> {
        let row: Option<CardRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT ", card_columns!(), " FROM contribution c ", card_tables!(),
            "WHERE c.congress_id = $2 AND c.number = $3",
        ))
        .bind(run.map(Uuid::from))
        .bind(Uuid::from(congress))
        .bind(i64::from(number.get()))
        .fetch_optional(conn)
        .await)?;
        row.map(CardRow::parse).transpose()
    }

    async fn verbatim_lines(&mut self, run: AnalysisId, card: &Card) -> Result<Vec<VerbatimLine>> {
        let rows: Vec<LineRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT v.id, v.start_byte, v.end_byte, ", words_of!(), " AS body,
                    CASE WHEN v.version = c.version THEN 0 ELSE 1 END AS earlier, p.kind, p.kind_suggested, p.place, p.theme_rank, p.reason,
                    t.label AS theme_label, t.hue AS theme_hue
             FROM verbatim v
             JOIN contribution c ON c.id = v.contribution_id
             JOIN placement p ON p.analysis_id = $1 AND p.verbatim_id = v.id
             LEFT JOIN theme t ON t.analysis_id = p.analysis_id AND t.rank = p.theme_rank
             WHERE v.contribution_id = $2 ORDER BY p.ordinal",
        ))
        .bind(Uuid::from(run))
        .bind(Uuid::from(card.contribution.id))
        .fetch_all(conn)
        .await)?;
        let mut cited = self.cited(run, card.contribution.id).await?;
        let mut neighbours = self.neighbours_in(run, card.contribution.id.into()).await?;
        rows.into_iter()
            .map(|row| {
                let near = neighbours.remove(&row.id.into()).unwrap_or_default();
                row.parse(near, &mut cited)
            })
            .collect()
    }

    async fn beside(&mut self, congress: CongressId, number: ContributionNumber) -> Result<BesideRow> {
        let row = sql!(self, conn => sqlx::query_as(
            "SELECT (SELECT MAX(number) FROM contribution WHERE congress_id = $1 AND number < $2) AS previous,
                    (SELECT MIN(number) FROM contribution WHERE congress_id = $1 AND number > $2) AS next",
        )
        .bind(Uuid::from(congress))
        .bind(i64::from(number.get()))
        .fetch_one(conn)
        .await)?;
        Ok(row)
    }
}

impl LineRow {
    fn parse(
        self,
        neighbours: Vec<NeighbourLine>,
        cited: &mut BTreeMap<VerbatimId, Vec<CitedIn>>,
    ) -> Result<VerbatimLine> {
        let placed = At::new("placement", &self.id);
        let id = VerbatimId::from(self.id);
        let span = At::new("verbatim", &self.id).span(&self.body, self.start_byte, self.end_byte)?;
        let before = self.body[..span.start].chars().count();
        Ok(VerbatimLine {
            id,
            text: self.body[span.clone()].to_owned(),
            before: u32::try_from(before).unwrap_or(u32::MAX),
            cut_before: has_words(&self.body[..span.start]),
            cut_after: has_words(&self.body[span.end..]),
            earlier: self.earlier == 1,
            span,
            kind: placed.parse("kind", &self.kind)?,
            kind_suggested: self.kind_suggested,
            place: self.place.parse_some(placed)?,
            neighbours,
            cited: cited.remove(&id).unwrap_or_default(),
        })
    }
}
