//! Spans, and the ids that they keep.

use domain::analysis::{Analysis, Verbatim};
use domain::id::{CongressId, ContributionId, VerbatimId};
use sqlx_macros::FromRow;
use std::collections::BTreeMap;
use uuid::Uuid;

use crate::cell::{At, stored};
use crate::error::Result;
use crate::insert::insert_all;
use crate::work::{Reading, Work, sql};

/// Contribution, version, start and end.
type Span = (ContributionId, u32, usize, usize);

#[derive(FromRow)]
struct VerbatimRow {
    id: Uuid,
    contribution_id: Uuid,
    version: i64,
    start_byte: i64,
    end_byte: i64,
}

impl Reading {
    async fn known_spans(&mut self, congress: CongressId) -> Result<BTreeMap<Span, VerbatimId>> {
        let rows: Vec<VerbatimRow> = sql!(self, conn => sqlx::query_as(
            "SELECT v.id, v.contribution_id, v.version, v.start_byte, v.end_byte
             FROM verbatim v JOIN contribution c ON c.id = v.contribution_id WHERE c.congress_id = $1",
        )
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        rows.iter().map(span).collect()
    }
}

fn span(row: &VerbatimRow) -> Result<(Span, VerbatimId)> {
    let at = At::new("verbatim", &row.id);
    let start = at.number("start_byte", row.start_byte)?;
    let end = at.number("end_byte", row.end_byte)?;
    let version = at.number("version", row.version)?;
    Ok(((row.contribution_id.into(), version, start, end), row.id.into()))
}

impl Work {
    /// Stores the spans that are new, and gives the others the id that they had, everywhere in `analysis`.
    pub(crate) async fn keep_verbatims(
        &mut self,
        congress: CongressId,
        analysis: &mut Analysis,
    ) -> Result<()> {
        let mut known = self.known_spans(congress).await?;
        let mut renamed = BTreeMap::new();
        let mut new: Vec<Verbatim> = Vec::new();
        for placement in &mut analysis.placements {
            let verbatim = &mut placement.verbatim;
            let span = (verbatim.contribution, verbatim.version, verbatim.span.start, verbatim.span.end);
            let kept = *known.entry(span).or_insert_with(|| {
                new.push(verbatim.clone());
                verbatim.id
            });
            renamed.insert(std::mem::replace(&mut verbatim.id, kept), kept);
        }
        let rename = |id: &mut VerbatimId| *id = renamed.get(id).copied().unwrap_or(*id);
        for near in analysis.placements.iter_mut().flat_map(|placement| &mut placement.neighbours) {
            rename(&mut near.verbatim);
        }
        for theme in &mut analysis.themes {
            theme.typical.iter_mut().chain(&mut theme.says).for_each(rename);
            for division in &mut theme.divides {
                rename(&mut division.one);
                rename(&mut division.other);
            }
        }
        self.insert_verbatims(&new).await
    }

    async fn insert_verbatims(&mut self, verbatims: &[Verbatim]) -> Result<()> {
        insert_all!(self, "verbatim (id, contribution_id, version, start_byte, end_byte)", verbatims, verbatim => [
            Uuid::from(verbatim.id),
            Uuid::from(verbatim.contribution),
            i64::from(verbatim.version),
            stored(verbatim.span.start),
            stored(verbatim.span.end),
        ]);
        Ok(())
    }
}
