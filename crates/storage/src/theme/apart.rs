//! What stands in no theme.

use domain::id::CongressId;
use domain::reading::{ApartPage, QuotePage};
use uuid::Uuid;

use crate::error::Result;
use crate::place::{UNPLACED, WEAK};
use crate::quote::{QuoteRow, offset, page_of, quote_columns, quote_page, quote_tables};
use crate::work::{Reading, sql};

impl Reading {
    /// The weak signals. None before a first run.
    pub async fn weak_page(&mut self, congress: CongressId, page: u32) -> Result<Option<ApartPage>> {
        self.apart_page(congress, WEAK, page).await
    }

    /// The verbatims that couldn't be compared. None before a first run.
    pub async fn unplaced_page(&mut self, congress: CongressId, page: u32) -> Result<Option<ApartPage>> {
        self.apart_page(congress, UNPLACED, page).await
    }

    async fn apart_page(
        &mut self,
        congress: CongressId,
        place: &'static str,
        page: u32,
    ) -> Result<Option<ApartPage>> {
        let Some(shown) = self.shown(congress).await? else { return Ok(None) };
        let figures = self.figures(congress, Some(&shown)).await?;
        let total = if place == WEAK { figures.weak } else { figures.unplaced };
        let (page, _) = page_of(page, total, QuotePage::SIZE);
        let rows: Vec<QuoteRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT ", quote_columns!("v"), " FROM ", quote_tables!(),
            "WHERE p.analysis_id = $1 AND p.place = $2 ORDER BY c.number, p.ordinal LIMIT $3 OFFSET $4",
        ))
        .bind(Uuid::from(shown.id))
        .bind(place)
        .bind(i64::from(QuotePage::SIZE))
        .bind(offset(page, QuotePage::SIZE))
        .fetch_all(conn)
        .await)?;
        Ok(Some(ApartPage { run: shown.tag, figures, verbatims: quote_page(page, total, rows)? }))
    }
}
