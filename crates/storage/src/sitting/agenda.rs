//! The agenda of a sitting.

use domain::id::{AgendaItemId, SittingId};
use domain::line::Line;
use domain::sitting::AgendaItem;
use domain::time::Timestamp;
use domain::web::WebAddress;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::work::{Reading, Work, sql};

#[derive(FromRow)]
struct ItemRow {
    id: Uuid,
    sitting_id: Uuid,
    item_rank: i64,
    title: String,
    speaker: Option<String>,
    minutes: Option<i64>,
    document: Option<String>,
    video: Option<String>,
    begun_at: Option<i64>,
    ended_at: Option<i64>,
}

impl Work {
    /// Puts an item at the end of the agenda, whatever its rank says; gives its place.
    pub async fn add_agenda_item(&mut self, item: &AgendaItem) -> Result<u32> {
        let rank: i64 = sql!(self, conn => sqlx::query_scalar(
            "INSERT INTO agenda_item (id, sitting_id, item_rank, title, speaker, minutes, document, video)
             SELECT $1, $2, (SELECT COALESCE(MAX(i.item_rank), 0) + 1 FROM agenda_item i WHERE i.sitting_id = $2), $3, $4, $5, $6, $7
             RETURNING item_rank",
        )
        .bind(Uuid::from(item.id))
        .bind(Uuid::from(item.sitting))
        .bind(item.title.as_str())
        .bind(item.speaker.as_ref().map(Line::as_str))
        .bind(item.minutes.map(i64::from))
        .bind(item.document.as_ref().map(WebAddress::as_str))
        .bind(item.video.as_ref().map(WebAddress::as_str))
        .fetch_one(conn)
        .await)?;
        At::new("agenda_item", &item.id).number("item_rank", rank)
    }

    /// Exchanges the places of two items of one sitting.
    pub async fn exchange_agenda_items(&mut self, one: &AgendaItem, other: &AgendaItem) -> Result<()> {
        for (item, rank) in [(one, other.rank), (other, one.rank)] {
            sql!(self, conn => sqlx::query("UPDATE agenda_item SET item_rank = $2 WHERE id = $1")
                .bind(Uuid::from(item.id))
                .bind(i64::from(rank))
                .execute(conn)
                .await
                .map(drop))?;
        }
        Ok(())
    }

    /// Takes an item off the agenda, unless it was begun or a poll belongs to it; whether it was.
    pub async fn remove_agenda_item(&mut self, id: AgendaItemId) -> Result<bool> {
        let removed = sql!(self, conn => sqlx::query(
            "DELETE FROM agenda_item WHERE id = $1 AND begun_at IS NULL
               AND NOT EXISTS (SELECT 1 FROM poll p WHERE p.item_id = $1)",
        )
        .bind(Uuid::from(id))
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        Ok(removed == 1)
    }

    /// Begins an item: the one under way ends. One that was dealt with is taken up again. None ends the one under way.
    pub async fn begin_agenda_item(
        &mut self,
        sitting: SittingId,
        item: Option<AgendaItemId>,
        at: Timestamp,
    ) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "UPDATE agenda_item SET ended_at = $2 WHERE sitting_id = $1 AND begun_at IS NOT NULL AND ended_at IS NULL",
        )
        .bind(Uuid::from(sitting))
        .bind(at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        let Some(item) = item else { return Ok(()) };
        sql!(self, conn => sqlx::query(
            "UPDATE agenda_item SET begun_at = COALESCE(begun_at, $3), ended_at = NULL WHERE id = $1 AND sitting_id = $2",
        )
        .bind(Uuid::from(item))
        .bind(Uuid::from(sitting))
        .bind(at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }
}

impl Reading {
    /// What a sitting deals with, in order.
    pub async fn agenda(&mut self, sitting: SittingId) -> Result<Vec<AgendaItem>> {
        let rows: Vec<ItemRow> = sql!(self, conn => sqlx::query_as(
            "SELECT id, sitting_id, item_rank, title, speaker, minutes, document, video, begun_at, ended_at
             FROM agenda_item WHERE sitting_id = $1 ORDER BY item_rank, id",
        )
        .bind(Uuid::from(sitting))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(ItemRow::parse).collect()
    }
}

impl ItemRow {
    fn parse(self) -> Result<AgendaItem> {
        let at = At::new("agenda_item", &self.id);
        Ok(AgendaItem {
            id: self.id.into(),
            sitting: self.sitting_id.into(),
            rank: at.number("item_rank", self.item_rank)?,
            title: at.parse("title", &self.title)?,
            speaker: at.parse_some("speaker", self.speaker.as_deref())?,
            minutes: self.minutes.map(|minutes| at.number("minutes", minutes)).transpose()?,
            // What was written before addresses were looked at more closely may be none: no page fails for it.
            document: self.document.and_then(|address| address.parse().ok()),
            video: self.video.and_then(|address| address.parse().ok()),
            begun_at: self.begun_at.map(Timestamp::from_micros),
            ended_at: self.ended_at.map(Timestamp::from_micros),
        })
    }
}
