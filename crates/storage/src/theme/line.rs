//! The themes of a run as lines, and the page that lists them.

use domain::analysis::TypicalWord;
use domain::id::{AnalysisId, CongressId};
use domain::reading::{Quote, ThemeLine, ThemeTag, ThemesPage};
use sqlx_macros::FromRow;
use std::collections::BTreeMap;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::quote::{QuoteRow, quote_columns, quote_tables};
use crate::work::{Reading, sql};

/// Words of a theme in a list.
const WORDS: i64 = 8;

#[derive(FromRow)]
struct ThemeRow {
    id: Uuid,
    rank: i64,
    label: String,
    hue: i64,
    verbatims: i64,
    contributions: i64,
    signatories: i64,
}

#[derive(FromRow)]
struct WordRow {
    theme_id: Uuid,
    form: String,
    chi2: f64,
    verbatims: i64,
}

impl Reading {
    /// The page that lists the themes.
    pub async fn themes_page(&mut self, congress: CongressId) -> Result<ThemesPage> {
        let shown = self.shown(congress).await?;
        let figures = self.figures(congress, shown.as_ref()).await?;
        let themes = match &shown {
            Some(shown) => self.theme_lines(shown.id).await?,
            None => Vec::new(),
        };
        Ok(ThemesPage { figures, run: shown.map(|shown| shown.tag), themes })
    }

    /// The themes of a run as tags, by rank.
    pub async fn theme_tags(&mut self, analysis: AnalysisId) -> Result<Vec<ThemeTag>> {
        self.theme_rows(analysis).await?.iter().map(ThemeRow::tag).collect()
    }

    /// The themes of a run by rank, each with its strongest words and its voice.
    pub(crate) async fn theme_lines(&mut self, analysis: AnalysisId) -> Result<Vec<ThemeLine>> {
        self.theme_lines_with(analysis, WORDS).await
    }

    /// The same, with at most `words` words each.
    pub(crate) async fn theme_lines_with(
        &mut self,
        analysis: AnalysisId,
        words: i64,
    ) -> Result<Vec<ThemeLine>> {
        let rows = self.theme_rows(analysis).await?;
        let mut words = self.words(analysis, words).await?;
        let mut voices = self.typical(analysis, 1).await?;
        rows.into_iter()
            .map(|row| {
                let words = words.remove(&row.id).unwrap_or_default();
                let tag = row.tag()?;
                let voice = voices.remove(&tag.rank).and_then(|quotes| quotes.into_iter().next());
                row.line(tag, words, voice)
            })
            .collect()
    }

    async fn theme_rows(&mut self, analysis: AnalysisId) -> Result<Vec<ThemeRow>> {
        let rows = sql!(self, conn => sqlx::query_as(
            "SELECT id, rank, label, hue, verbatims, contributions, signatories
             FROM theme WHERE analysis_id = $1 ORDER BY rank",
        )
        .bind(Uuid::from(analysis))
        .fetch_all(conn)
        .await)?;
        Ok(rows)
    }

    /// The `most` strongest words of each theme.
    pub(crate) async fn words(
        &mut self,
        analysis: AnalysisId,
        most: i64,
    ) -> Result<BTreeMap<Uuid, Vec<TypicalWord>>> {
        let rows: Vec<WordRow> = sql!(self, conn => sqlx::query_as(
            "SELECT w.theme_id, w.form, w.chi2, w.verbatims
             FROM theme t JOIN typical_word w ON w.theme_id = t.id
             WHERE t.analysis_id = $1 AND w.rank <= $2 ORDER BY w.theme_id, w.rank",
        )
        .bind(Uuid::from(analysis))
        .bind(most)
        .fetch_all(conn)
        .await)?;
        let mut words: BTreeMap<Uuid, Vec<TypicalWord>> = BTreeMap::new();
        for row in rows {
            let verbatims = At::new("typical_word", &row.theme_id).number("verbatims", row.verbatims)?;
            words.entry(row.theme_id).or_default().push(TypicalWord {
                form: row.form,
                chi2: row.chi2,
                verbatims,
            });
        }
        Ok(words)
    }

    /// The `most` most typical verbatims of each theme, by its rank.
    pub(crate) async fn typical(
        &mut self,
        analysis: AnalysisId,
        most: i64,
    ) -> Result<BTreeMap<u32, Vec<Quote>>> {
        let rows: Vec<QuoteRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT ", quote_columns!("v"), " FROM ", quote_tables!(),
            "JOIN typical_verbatim y ON y.theme_id = t.id AND y.verbatim_id = v.id
             WHERE p.analysis_id = $1 AND y.rank <= $2 ORDER BY t.rank, y.rank",
        ))
        .bind(Uuid::from(analysis))
        .bind(most)
        .fetch_all(conn)
        .await)?;
        let mut typical: BTreeMap<u32, Vec<Quote>> = BTreeMap::new();
        for row in rows {
            let quote = row.parse()?;
            if let domain::analysis::Place::Theme(tag) = &quote.place {
                typical.entry(tag.rank).or_default().push(quote);
            }
        }
        Ok(typical)
    }
}

impl ThemeRow {
    fn tag(&self) -> Result<ThemeTag> {
        let at = At::new("theme", &self.id);
        Ok(ThemeTag {
            rank: at.number("rank", self.rank)?,
            label: self.label.clone(),
            hue: at.number("hue", self.hue)?,
        })
    }

    fn line(self, tag: ThemeTag, words: Vec<TypicalWord>, voice: Option<Quote>) -> Result<ThemeLine> {
        let at = At::new("theme", &self.id);
        Ok(ThemeLine {
            tag,
            verbatims: at.number("verbatims", self.verbatims)?,
            contributions: at.number("contributions", self.contributions)?,
            signatories: at.number("signatories", self.signatories)?,
            words,
            voice,
        })
    }
}
