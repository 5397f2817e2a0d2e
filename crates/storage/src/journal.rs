//! The journal of a congress: only added to.

use domain::id::CongressId;
use domain::journal::{Entry, EntryKind};
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::{At, stored};
use crate::error::Result;
use crate::work::{Reading, Work, sql};

#[derive(FromRow)]
struct EntryRow {
    seq: i64,
    at: i64,
    kind: String,
    body: String,
    previous: Vec<u8>,
    hash: Vec<u8>,
}

impl Work {
    /// Writes what is done into the journal, in the unit of work that does it. `body` holds ids and counts, as JSON.
    pub async fn note_in_journal(
        &mut self,
        congress: CongressId,
        (at, kind, body): (Timestamp, EntryKind, String),
    ) -> Result<Entry> {
        self.hold_congress(congress).await?;
        let last: Option<EntryRow> = sql!(self, conn => sqlx::query_as(
            "SELECT seq, at, kind, body, previous, hash FROM journal WHERE congress_id = $1 ORDER BY seq DESC LIMIT 1",
        )
        .bind(Uuid::from(congress))
        .fetch_optional(conn)
        .await)?;
        let last = last.map(EntryRow::parse).transpose()?;
        let entry = Entry::after(last.as_ref(), (at, kind, body));
        sql!(self, conn => sqlx::query(
            "INSERT INTO journal (congress_id, seq, at, kind, body, previous, hash) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(Uuid::from(congress))
        .bind(stored(usize::try_from(entry.seq).unwrap_or(usize::MAX)))
        .bind(entry.at.micros())
        .bind(entry.kind.code())
        .bind(&entry.body)
        .bind(&entry.previous[..])
        .bind(&entry.hash[..])
        .execute(conn)
        .await
        .map(drop))?;
        Ok(entry)
    }
}

impl Reading {
    /// The journal, from its beginning.
    pub async fn journal(&mut self, congress: CongressId) -> Result<Vec<Entry>> {
        let rows: Vec<EntryRow> = sql!(self, conn => sqlx::query_as(
            "SELECT seq, at, kind, body, previous, hash FROM journal WHERE congress_id = $1 ORDER BY seq",
        )
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(EntryRow::parse).collect()
    }
}

impl EntryRow {
    fn parse(self) -> Result<Entry> {
        let at = At::new("journal", &self.seq);
        let hash = |column, bytes: &[u8]| bytes.try_into().map_err(|_| at.corrupt(column));
        Ok(Entry {
            seq: at.number("seq", self.seq)?,
            at: Timestamp::from_micros(self.at),
            kind: at.parse("kind", &self.kind)?,
            previous: hash("previous", &self.previous)?,
            hash: hash("hash", &self.hash)?,
            body: self.body,
        })
    }
}
