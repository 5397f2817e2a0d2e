//! The texts that staff reads: its piles, and what it has read.

use domain::contribution::ContributionNumber;
use domain::id::{CongressId, ContributionId};
use domain::reading::{Pile, QueueLine, QueuePage, QueueQuery};
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use uuid::Uuid;

use super::own::{OwnRow, own_columns};
use crate::cell::{At, stored};
use crate::error::Result;
use crate::work::{Reading, Work, sql};

/// Texts of a page.
const PAGE: u32 = 20;

/// Whether a contribution called `c` is in the pile of code `$2`.
macro_rules! in_pile {
    () => {
        "(c.state <> 'effacee' AND CASE $2
              WHEN 'attente' THEN c.state = 'en-attente'
              WHEN 'a-lire' THEN c.state = 'publiee' AND COALESCE(c.read_version, 0) < c.version
              WHEN 'signalees' THEN c.state IN ('publiee', 'en-attente') AND COALESCE(c.read_version, 0) < c.version
                  AND c.flagged AND c.looked_version = c.version
              WHEN 'masquees' THEN c.state = 'masquee'
              ELSE c.state IN ('publiee', 'en-attente', 'masquee', 'retiree') END)"
    };
}

/// What was written in a contribution called `c`, shown or not.
macro_rules! written {
    () => {
        "COALESCE((SELECT v.body FROM contribution_version v
                   WHERE v.contribution_id = c.id AND v.version = c.version), c.body)"
    };
}

#[derive(FromRow)]
struct QueueRow {
    #[sqlx(flatten)]
    own: OwnRow,
    author_name: Option<String>,
    read_version: Option<i64>,
    proposed: i32,
}

/// A text in which nothing was looked for yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unlooked {
    /// Which.
    pub id: ContributionId,
    /// Its version.
    pub version: u32,
    /// What was written.
    pub words: String,
    /// Its author's name.
    pub author: Option<String>,
}

impl Reading {
    /// A page of the queue. Words are looked for as they are typed, capitals apart, in what was written and in the author's
    /// name; a number finds its text.
    pub async fn queue(&mut self, congress: CongressId, query: &QueueQuery) -> Result<QueuePage> {
        let words = sought(&query.words);
        let number = query.words.trim().parse::<ContributionNumber>().ok().map(|n| i64::from(n.get()));
        let found: i64 = sql!(self, conn => sqlx::query_scalar(concat!(
            "SELECT COUNT(*) FROM contribution c LEFT JOIN member m ON m.id = c.member_id
             WHERE c.congress_id = $1 AND ", in_pile!(),
            " AND (c.number = $4 OR LOWER(", written!(), ") LIKE $3 ESCAPE '!'
                   OR LOWER(COALESCE(m.name, c.signed_name, '')) LIKE $3 ESCAPE '!')",
        ))
        .bind(Uuid::from(congress))
        .bind(query.pile.code())
        .bind(&words)
        .bind(number)
        .fetch_one(conn)
        .await)?;
        let found: u32 = At::new("contribution", &congress).number("number", found)?;
        let pages = found.div_ceil(PAGE).max(1);
        let page = query.page.clamp(1, pages);
        // The oldest first where somebody waits for an answer.
        let sign = if matches!(query.pile, Pile::Hidden | Pile::All) { -1_i64 } else { 1 };
        let rows: Vec<QueueRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT ", own_columns!(), ", COALESCE(m.name, c.signed_name) AS author_name, c.read_version,
                    CASE WHEN EXISTS (SELECT 1 FROM correction k WHERE k.contribution_id = c.id AND k.state = 'proposee')
                         THEN 1 ELSE 0 END AS proposed
             FROM contribution c LEFT JOIN member m ON m.id = c.member_id
             WHERE c.congress_id = $1 AND ", in_pile!(),
            " AND (c.number = $4 OR LOWER(", written!(), ") LIKE $3 ESCAPE '!'
                   OR LOWER(COALESCE(m.name, c.signed_name, '')) LIKE $3 ESCAPE '!')
             ORDER BY c.number * $5 LIMIT $6 OFFSET $7",
        ))
        .bind(Uuid::from(congress))
        .bind(query.pile.code())
        .bind(&words)
        .bind(number)
        .bind(sign)
        .bind(i64::from(PAGE))
        .bind(i64::from(page - 1) * i64::from(PAGE))
        .fetch_all(conn)
        .await)?;
        Ok(QueuePage {
            query: QueueQuery { page, ..query.clone() },
            counts: self.piles(congress).await?,
            found,
            lines: rows.into_iter().map(QueueRow::parse).collect::<Result<_>>()?,
            pages,
            unlooked: self.unlooked_count(congress).await?,
        })
    }

    async fn piles(&mut self, congress: CongressId) -> Result<Vec<(Pile, u32)>> {
        let mut counts = Vec::new();
        for pile in Pile::ALL {
            let count: i64 = sql!(self, conn => sqlx::query_scalar(concat!(
                "SELECT COUNT(*) FROM contribution c WHERE c.congress_id = $1 AND ", in_pile!(),
            ))
            .bind(Uuid::from(congress))
            .bind(pile.code())
            .fetch_one(conn)
            .await)?;
            counts.push((*pile, At::new("contribution", &congress).number("number", count)?));
        }
        Ok(counts)
    }

    async fn unlooked_count(&mut self, congress: CongressId) -> Result<u32> {
        let count: i64 = sql!(self, conn => sqlx::query_scalar(
            "SELECT COUNT(*) FROM contribution c
             WHERE c.congress_id = $1 AND c.state IN ('publiee', 'en-attente') AND COALESCE(c.looked_version, 0) < c.version",
        )
        .bind(Uuid::from(congress))
        .fetch_one(conn)
        .await)?;
        At::new("contribution", &congress).number("looked_version", count)
    }

    /// Texts in which nothing was looked for yet, at most so many, the first first.
    pub async fn unlooked(&mut self, congress: CongressId, most: usize) -> Result<Vec<Unlooked>> {
        let rows: Vec<(Uuid, i64, String, Option<String>)> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT c.id, c.version, ", written!(), ", COALESCE(m.name, c.signed_name)
             FROM contribution c LEFT JOIN member m ON m.id = c.member_id
             WHERE c.congress_id = $1 AND c.state IN ('publiee', 'en-attente') AND COALESCE(c.looked_version, 0) < c.version
             ORDER BY c.number LIMIT $2",
        ))
        .bind(Uuid::from(congress))
        .bind(stored(most))
        .fetch_all(conn)
        .await)?;
        let parse = |(id, version, words, author): (Uuid, i64, String, Option<String>)| {
            let version = At::new("contribution", &id).number("version", version)?;
            Ok(Unlooked { id: id.into(), version, words, author })
        };
        rows.into_iter().map(parse).collect()
    }
}

impl Work {
    /// Writes down whether something was found in a version of a text.
    pub async fn note_looked(
        &mut self,
        contribution: ContributionId,
        version: u32,
        found: bool,
    ) -> Result<()> {
        sql!(self, conn => sqlx::query("UPDATE contribution SET flagged = $3, looked_version = $2 WHERE id = $1")
            .bind(Uuid::from(contribution))
            .bind(i64::from(version))
            .bind(found)
            .execute(conn)
            .await
            .map(drop))?;
        Ok(())
    }

    /// Staff read the present version of a text. False when it had.
    pub async fn note_read(&mut self, contribution: ContributionId) -> Result<bool> {
        let read: Option<Uuid> = sql!(self, conn => sqlx::query_scalar(
            "UPDATE contribution SET read_version = version
             WHERE id = $1 AND COALESCE(read_version, 0) < version RETURNING id",
        )
        .bind(Uuid::from(contribution))
        .fetch_optional(conn)
        .await)?;
        Ok(read.is_some())
    }

    /// Staff had read every text that a congress had received by then: notes that it typed itself, a file that it chose.
    pub async fn note_read_until(&mut self, congress: CongressId, until: Timestamp) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "UPDATE contribution SET read_version = version WHERE congress_id = $1 AND received_at < $2",
        )
        .bind(Uuid::from(congress))
        .bind(until.micros())
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }
}

/// Words as LIKE looks for them anywhere; « ! » keeps its own signs from meaning anything.
fn sought(words: &str) -> String {
    let mut pattern = "%".to_owned();
    for c in words.trim().to_lowercase().chars() {
        if matches!(c, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

impl QueueRow {
    fn parse(self) -> Result<QueueLine> {
        let own = self.own.parse()?;
        let version = i64::from(own.contribution.version);
        Ok(QueueLine {
            read: self.read_version.is_some_and(|read| read >= version),
            own,
            author: self.author_name,
            proposed: self.proposed == 1,
        })
    }
}
