//! Verbatims with what became of them.

use domain::disposition::{Disposition, DispositionKind, Ledger, LedgerPlace};
use domain::id::{CongressId, ContributionId, VerbatimId};
use domain::reading::{Became, Beside, DispositionLine, DispositionsPage, DispositionsQuery};
use domain::time::Timestamp;
use domain::wording::{BlockKey, VersionNumber};
use sqlx_macros::FromRow;
use std::collections::BTreeMap;
use uuid::Uuid;

use super::row::{SettledRow, settled_columns};
use super::{became, is_cited};
use crate::cell::At;
use crate::error::Result;
use crate::place::{THEME, UNPLACED, WEAK};
use crate::quote::{QuoteRow, offset, page_of, quote_columns, quote_tables};
use crate::work::{Reading, sql};

#[derive(FromRow)]
struct LineRow {
    #[sqlx(flatten)]
    quote: QuoteRow,
    is_cited: bool,
    #[sqlx(flatten)]
    settled: SettledRow,
    settled_at: Option<i64>,
    settled_name: Option<String>,
}

#[derive(FromRow)]
struct BecameRow {
    verbatim_id: Uuid,
    is_cited: bool,
    #[sqlx(flatten)]
    settled: SettledRow,
}

#[derive(FromRow)]
struct BesideRow {
    verbatim_id: Uuid,
    block: i64,
    kind: String,
    printed: Option<i64>,
    stance: String,
}

/// How a place is written in two columns.
pub(super) const fn place_cells(place: LedgerPlace) -> (&'static str, Option<i64>) {
    match place {
        LedgerPlace::Theme(rank) => (THEME, Some(rank as i64)),
        LedgerPlace::Weak => (WEAK, None),
        LedgerPlace::Unplaced => (UNPLACED, None),
    }
}

impl Reading {
    /// The ledger of the run that pages show, and the verbatims asked for. They are cited where that version of the motion cites
    /// them; without one, where the motion does as staff writes it. None before a first run.
    pub async fn dispositions_page(
        &mut self,
        congress: CongressId,
        version: Option<VersionNumber>,
        query: DispositionsQuery,
    ) -> Result<Option<DispositionsPage>> {
        let Some(shown) = self.shown(congress).await? else { return Ok(None) };
        let cells = self.ledger_cells(congress, shown.id, version).await?;
        let is_asked = |of: &&domain::disposition::LedgerCell| {
            query.place.is_none_or(|place| place == of.place)
                && query.kind.is_none_or(|kind| kind == of.disposition)
        };
        let total = cells.iter().filter(is_asked).map(|of| of.verbatims).sum();
        let (page, pages) = page_of(query.page, total, DispositionsPage::SIZE);
        let (place, rank) = query.place.map_or((None, None), |place| {
            let (place, rank) = place_cells(place);
            (Some(place), rank)
        });
        let rows: Vec<LineRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT ", quote_columns!("v"), ", ", is_cited!(), " AS is_cited, ", settled_columns!(),
            ", d.settled_at, m.name AS settled_name FROM ", quote_tables!(),
            "LEFT JOIN disposition d ON d.verbatim_id = p.verbatim_id
             LEFT JOIN member m ON m.id = d.settled_by
             WHERE p.analysis_id = $1 AND (CAST($4 AS TEXT) IS NULL OR p.place = $4)
               AND (CAST($5 AS BIGINT) IS NULL OR p.theme_rank = $5)
               AND (CAST($6 AS TEXT) IS NULL OR ", became!(), " = $6)
             ORDER BY c.number, p.ordinal LIMIT $7 OFFSET $8",
        ))
        .bind(Uuid::from(shown.id))
        .bind(Uuid::from(congress))
        .bind(version.map(|version| i64::from(version.get())))
        .bind(place)
        .bind(rank)
        .bind(query.kind.map(DispositionKind::code))
        .bind(i64::from(DispositionsPage::SIZE))
        .bind(offset(page, DispositionsPage::SIZE))
        .fetch_all(conn)
        .await)?;
        Ok(Some(DispositionsPage {
            query: DispositionsQuery { page, ..query },
            themes: self.theme_tags(shown.id).await?,
            ledger: Ledger::by(&cells, query.by),
            run: shown.tag,
            total,
            pages,
            lines: rows.into_iter().map(LineRow::parse).collect::<Result<_>>()?,
        }))
    }

    /// What became of the verbatims of a contribution, as that version of the motion has it.
    pub async fn became(
        &mut self,
        congress: CongressId,
        contribution: ContributionId,
        version: VersionNumber,
    ) -> Result<BTreeMap<VerbatimId, Became>> {
        let Some(shown) = self.shown(congress).await? else { return Ok(BTreeMap::new()) };
        let number = i64::from(version.get());
        let rows: Vec<BecameRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT p.verbatim_id, ", is_cited!(), " AS is_cited, ", settled_columns!(), "
             FROM placement p JOIN verbatim v ON v.id = p.verbatim_id
             LEFT JOIN disposition d ON d.verbatim_id = p.verbatim_id
             WHERE p.analysis_id = $1 AND v.contribution_id = $4",
        ))
        .bind(Uuid::from(shown.id))
        .bind(Uuid::from(congress))
        .bind(number)
        .bind(Uuid::from(contribution))
        .fetch_all(conn)
        .await)?;
        let mut beside = self.passages_beside(congress, contribution, number).await?;
        let became = |row: BecameRow| {
            let settled = row.settled.parse(&At::new("disposition", &row.verbatim_id))?;
            let verbatim = row.verbatim_id.into();
            let beside = beside.remove(&verbatim).unwrap_or_default();
            Ok((verbatim, Became { disposition: Disposition::of(row.is_cited, settled), beside }))
        };
        rows.into_iter().map(became).collect()
    }

    /// The passages of a version that the verbatims of a contribution stand beside.
    async fn passages_beside(
        &mut self,
        congress: CongressId,
        contribution: ContributionId,
        version: i64,
    ) -> Result<BTreeMap<VerbatimId, Vec<Beside>>> {
        let rows: Vec<BesideRow> = sql!(self, conn => sqlx::query_as(
            "SELECT DISTINCT s.verbatim_id, s.block, b.kind, b.printed, s.stance, b.rank
             FROM motion_version_citation s
             JOIN motion_version_block b ON b.congress_id = s.congress_id AND b.number = s.number AND b.block = s.block
             JOIN verbatim v ON v.id = s.verbatim_id
             WHERE s.congress_id = $1 AND s.number = $2 AND v.contribution_id = $3 ORDER BY b.rank, s.stance",
        )
        .bind(Uuid::from(congress))
        .bind(version)
        .bind(Uuid::from(contribution))
        .fetch_all(conn)
        .await)?;
        let mut found: BTreeMap<VerbatimId, Vec<Beside>> = BTreeMap::new();
        for row in rows {
            let at = At::new("motion_version_citation", &row.verbatim_id);
            let beside = Beside {
                block: BlockKey::new(at.number("block", row.block)?),
                kind: at.parse("kind", &row.kind)?,
                number: row.printed.map(|printed| at.number("printed", printed)).transpose()?,
                stance: at.parse("stance", &row.stance)?,
            };
            found.entry(row.verbatim_id.into()).or_default().push(beside);
        }
        Ok(found)
    }
}

impl LineRow {
    fn parse(self) -> Result<DispositionLine> {
        let verbatim = self.quote.verbatim();
        let settled = self.settled.parse(&At::new("disposition", &verbatim))?;
        let name = self.settled_name;
        Ok(DispositionLine {
            quote: self.quote.parse()?,
            disposition: Disposition::of(self.is_cited, settled),
            settled: self.settled_at.map(|at| (name, Timestamp::from_micros(at))),
        })
    }
}
