//! What the blocks of a motion rest on: exact spans of verbatims, for and against.

use domain::id::{CitationId, CongressId, MemberId, VerbatimId};
use domain::reading::{Quote, Source};
use domain::time::Timestamp;
use domain::wording::{BlockKey, Stance};
use sqlx_macros::FromRow;
use std::ops::Range;
use uuid::Uuid;

use crate::cell::{At, stored};
use crate::error::Result;
use crate::quote::{Cut, QuoteRow, quote_columns, quote_tables};
use crate::work::{Reading, Work, sql};

/// A verbatim that is put beside a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCitation {
    /// Its id.
    pub id: CitationId,
    /// The verbatim.
    pub verbatim: VerbatimId,
    /// Bytes of the version that the verbatim was cut from, within it.
    pub span: Range<usize>,
    /// What it stands there for.
    pub stance: Stance,
}

/// What became of a verbatim that was to be put beside a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Citing {
    /// It stands there, or stood there just so.
    Done,
    /// The block was taken out, or the words of this motion are settled: nothing was done.
    Settled,
}

/// The last run that holds a verbatim: it may be one before the one that pages show.
macro_rules! last_placed {
    () => {
        " p.analysis_id = (SELECT q.analysis_id FROM placement q JOIN analysis a ON a.id = q.analysis_id
                           WHERE q.verbatim_id = v.id AND a.state = 'finie' ORDER BY a.number DESC LIMIT 1) "
    };
}
pub(super) use last_placed;

/// A verbatim beside a block, of the motion as it stands or of a version.
#[derive(FromRow)]
pub(super) struct CitedRow {
    pub cited_block: i64,
    stance: String,
    #[sqlx(flatten)]
    quote: QuoteRow,
}

#[derive(FromRow)]
struct SourceRow {
    citation_id: Uuid,
    #[sqlx(flatten)]
    cited: CitedRow,
}

impl Work {
    /// Puts a verbatim beside a block.
    pub async fn cite(
        &mut self,
        congress: CongressId,
        block: BlockKey,
        new: &NewCitation,
        (at, by): (Timestamp, MemberId),
    ) -> Result<Citing> {
        let open = self.hold_open_motion(congress).await?;
        if !open || !matches!(self.block_line(congress, block).await?, Some((_, false))) {
            return Ok(Citing::Settled);
        }
        let there: i64 = sql!(self, conn => sqlx::query_scalar(
            "SELECT COUNT(*) FROM motion_citation WHERE congress_id = $1 AND block = $2 AND verbatim_id = $3
               AND start_byte = $4 AND end_byte = $5 AND stance = $6 AND detached_at IS NULL",
        )
        .bind(Uuid::from(congress))
        .bind(i64::from(block.get()))
        .bind(Uuid::from(new.verbatim))
        .bind(stored(new.span.start))
        .bind(stored(new.span.end))
        .bind(new.stance.code())
        .fetch_one(conn)
        .await)?;
        if there == 0 {
            self.insert_citation(congress, block, new, (at, Some(by))).await?;
        }
        Ok(Citing::Done)
    }

    pub(super) async fn insert_citation(
        &mut self,
        congress: CongressId,
        block: BlockKey,
        new: &NewCitation,
        (at, by): (Timestamp, Option<MemberId>),
    ) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "INSERT INTO motion_citation (id, congress_id, block, verbatim_id, start_byte, end_byte, stance, attached_at, attached_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        )
        .bind(Uuid::from(new.id))
        .bind(Uuid::from(congress))
        .bind(i64::from(block.get()))
        .bind(Uuid::from(new.verbatim))
        .bind(stored(new.span.start))
        .bind(stored(new.span.end))
        .bind(new.stance.code())
        .bind(at.micros())
        .bind(by.map(Uuid::from))
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// Takes a verbatim away from its block; what was there stays known. False when it isn't there any more, or the words of
    /// this motion are settled.
    pub async fn uncite(
        &mut self,
        congress: CongressId,
        citation: CitationId,
        (at, by): (Timestamp, MemberId),
    ) -> Result<bool> {
        if !self.hold_open_motion(congress).await? {
            return Ok(false);
        }
        let taken = sql!(self, conn => sqlx::query(
            "UPDATE motion_citation SET detached_at = $3, detached_by = $4
             WHERE id = $1 AND congress_id = $2 AND detached_at IS NULL",
        )
        .bind(Uuid::from(citation))
        .bind(Uuid::from(congress))
        .bind(at.micros())
        .bind(Uuid::from(by))
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        Ok(taken > 0)
    }
}

impl Reading {
    /// What the blocks of a motion rest on, in the order in which it was put there.
    pub async fn motion_sources(&mut self, congress: CongressId) -> Result<Vec<Source>> {
        let rows: Vec<SourceRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT s.id AS citation_id, s.block AS cited_block, s.stance, ", quote_columns!("s"), " FROM ", quote_tables!(),
            "JOIN motion_citation s ON s.verbatim_id = v.id
             WHERE s.congress_id = $1 AND s.detached_at IS NULL AND ", last_placed!(), "ORDER BY s.block, s.attached_at, s.id",
        ))
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(SourceRow::parse).collect()
    }

    /// The verbatims of a contribution in the run that pages show, with where each was cut.
    pub async fn verbatims_to_cite(
        &mut self,
        congress: CongressId,
        number: domain::contribution::ContributionNumber,
    ) -> Result<Vec<(Cut, Quote)>> {
        let Some(shown) = self.shown(congress).await? else { return Ok(Vec::new()) };
        let rows: Vec<QuoteRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT ", quote_columns!("v"), " FROM ", quote_tables!(),
            "WHERE p.analysis_id = $1 AND c.congress_id = $2 AND c.number = $3 ORDER BY p.ordinal",
        ))
        .bind(Uuid::from(shown.id))
        .bind(Uuid::from(congress))
        .bind(i64::from(number.get()))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(QuoteRow::parse_spanned).collect()
    }
}

impl SourceRow {
    fn parse(self) -> Result<Source> {
        let at = At::new("motion_citation", &self.citation_id);
        self.cited.parse(&at, Some(self.citation_id.into()))
    }
}

impl CitedRow {
    pub(super) fn parse(self, at: &At<'_>, id: Option<CitationId>) -> Result<Source> {
        Ok(Source {
            id,
            block: BlockKey::new(at.number("block", self.cited_block)?),
            stance: at.parse("stance", &self.stance)?,
            quote: self.quote.parse()?,
        })
    }
}
