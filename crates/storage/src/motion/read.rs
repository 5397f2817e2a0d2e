//! The page of the draft.

use domain::id::{AnalysisId, CongressId, MotionId};
use domain::reading::{DraftObjective, DraftParagraph, DraftSentence, MotionPage, ThemeLine};
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::figures::Shown;
use crate::motion::save::MACHINE;
use crate::quote::{QuoteRow, quote_columns, quote_tables};
use crate::work::{Reading, sql};

/// The last draft made from the run shown.
pub(crate) struct MotionShown {
    pub(crate) id: MotionId,
    pub(crate) drafted_at: Timestamp,
}

#[derive(FromRow)]
struct ObjectiveRow {
    id: Uuid,
    rank: i64,
    heading: String,
}

#[derive(FromRow)]
struct ObjectiveThemeRow {
    objective_id: Uuid,
    rank: i64,
}

#[derive(FromRow)]
struct SentenceRow {
    sentence_id: Uuid,
    objective_id: Uuid,
    paragraph_kind: String,
    sentence_number: i64,
    state: String,
    #[sqlx(flatten)]
    quote: QuoteRow,
}

impl Reading {
    /// The id of the draft that pages show: what a rendered file belongs to.
    pub async fn motion_id(&mut self, congress: CongressId) -> Result<Option<MotionId>> {
        let Some(shown) = self.shown(congress).await? else { return Ok(None) };
        Ok(self.motion_shown(shown.id).await?.map(|motion| motion.id))
    }

    /// The draft with its sources. None before a first one.
    pub async fn motion_page(&mut self, congress: CongressId) -> Result<Option<MotionPage>> {
        let Some(shown) = self.shown(congress).await? else { return Ok(None) };
        let lines = self.theme_lines(shown.id).await?;
        self.motion_with(congress, &shown, &lines).await
    }

    pub(crate) async fn motion_shown(&mut self, run: AnalysisId) -> Result<Option<MotionShown>> {
        let row: Option<(Uuid, i64)> = sql!(self, conn => sqlx::query_as(
            "SELECT id, drafted_at FROM motion WHERE analysis_id = $1 ORDER BY drafted_at DESC, id DESC LIMIT 1",
        )
        .bind(Uuid::from(run))
        .fetch_optional(conn)
        .await)?;
        Ok(row.map(|(id, drafted_at)| MotionShown {
            id: id.into(),
            drafted_at: Timestamp::from_micros(drafted_at),
        }))
    }

    /// The draft, with the lines of the run's themes at hand.
    pub(crate) async fn motion_with(
        &mut self,
        congress: CongressId,
        shown: &Shown,
        lines: &[ThemeLine],
    ) -> Result<Option<MotionPage>> {
        let Some(motion) = self.motion_shown(shown.id).await? else { return Ok(None) };
        let mut sentences = self.sentences(shown.id, motion.id).await?;
        let themes = self.objective_themes(motion.id).await?;
        let mut suggestions = self.suggestions(shown.id, motion.id).await?;
        let offered = suggestions.values().flatten().map(|quote| Uuid::from(quote.verbatim));
        let quoted: BTreeSet<_> = sentences.iter().map(|row| row.quote.verbatim()).chain(offered).collect();
        let divided = self.divides(shown.id).await?;
        let mut objectives = Vec::new();
        for row in self.objectives(motion.id).await? {
            let own = sentences.extract_if(.., |sentence| sentence.objective_id == row.id).collect();
            let ranks = themes.get(&row.id).map(Vec::as_slice).unwrap_or_default();
            let fed =
                ranks.iter().filter_map(|rank| lines.iter().find(|line| i64::from(line.tag.rank) == *rank));
            let fed: Vec<ThemeLine> = fed.cloned().collect();
            objectives.push(DraftObjective {
                rank: At::new("objective", &row.id).number("rank", row.rank)?,
                heading: row.heading,
                suggestions: suggestions.remove(&row.id).unwrap_or_default(),
                paragraphs: paragraphs(own)?,
                divides: fed
                    .iter()
                    .filter_map(|line| divided.get(&line.tag.rank))
                    .flatten()
                    .cloned()
                    .collect(),
                themes: fed,
            });
        }
        Ok(Some(MotionPage {
            run: shown.tag.clone(),
            figures: self.figures(congress, Some(shown)).await?,
            quoted: u32::try_from(quoted.len()).unwrap_or(u32::MAX),
            drafted_at: motion.drafted_at,
            objectives,
        }))
    }

    async fn objectives(&mut self, motion: MotionId) -> Result<Vec<ObjectiveRow>> {
        let rows = sql!(self, conn => sqlx::query_as(
            "SELECT id, rank, heading FROM objective WHERE motion_id = $1 ORDER BY rank",
        )
        .bind(Uuid::from(motion))
        .fetch_all(conn)
        .await)?;
        Ok(rows)
    }

    /// Ranks of the themes that feed each objective, in its order.
    async fn objective_themes(&mut self, motion: MotionId) -> Result<BTreeMap<Uuid, Vec<i64>>> {
        let rows: Vec<ObjectiveThemeRow> = sql!(self, conn => sqlx::query_as(
            "SELECT x.objective_id, t.rank
             FROM objective o
             JOIN objective_theme x ON x.objective_id = o.id
             JOIN theme t ON t.id = x.theme_id
             WHERE o.motion_id = $1 ORDER BY o.rank, x.rank",
        )
        .bind(Uuid::from(motion))
        .fetch_all(conn)
        .await)?;
        let mut themes: BTreeMap<Uuid, Vec<i64>> = BTreeMap::new();
        for row in rows {
            themes.entry(row.objective_id).or_default().push(row.rank);
        }
        Ok(themes)
    }

    /// Every sentence in the order of the draft.
    async fn sentences(&mut self, run: AnalysisId, motion: MotionId) -> Result<Vec<SentenceRow>> {
        let rows = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT s.id AS sentence_id, g.objective_id, g.kind AS paragraph_kind, s.number AS sentence_number,
                    s.state, ", quote_columns!("s"), " FROM ", quote_tables!(),
            "JOIN sentence s ON s.verbatim_id = v.id
             JOIN paragraph g ON g.id = s.paragraph_id
             JOIN objective o ON o.id = g.objective_id
             WHERE p.analysis_id = $1 AND o.motion_id = $2 ORDER BY o.rank, s.number",
        ))
        .bind(Uuid::from(run))
        .bind(Uuid::from(motion))
        .fetch_all(conn)
        .await)?;
        Ok(rows)
    }
}

/// Consecutive sentences of one kind make a paragraph: an objective has at most one of each.
fn paragraphs(rows: Vec<SentenceRow>) -> Result<Vec<DraftParagraph>> {
    let mut paragraphs: Vec<DraftParagraph> = Vec::new();
    for row in rows {
        let at = At::new("sentence", &row.sentence_id);
        if row.state != MACHINE {
            return Err(at.corrupt("state"));
        }
        let kind = At::new("paragraph", &row.objective_id).parse("kind", &row.paragraph_kind)?;
        let number = at.number("number", row.sentence_number)?;
        let sentence = DraftSentence { number, quote: row.quote.parse()? };
        match paragraphs.last_mut().filter(|paragraph| paragraph.kind == kind) {
            Some(paragraph) => paragraph.sentences.push(sentence),
            None => paragraphs.push(DraftParagraph { kind, sentences: vec![sentence] }),
        }
    }
    Ok(paragraphs)
}
