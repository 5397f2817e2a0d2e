//! Workshops, and the sheets that open their tables.

use domain::id::{CongressId, MemberId, TableId};
use domain::reading::{TableLine, WorkshopLine};
use domain::time::Timestamp;
use domain::workshop::{Sheet, Table, Workshop};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::access::SecretHash;
use crate::cell::At;
use crate::error::Result;
use crate::work::{Reading, Work, sql};

/// Columns of [`TableRow`], of the tables called `t` and `w`.
macro_rules! table_columns {
    () => {
        "t.id AS table_id, t.number AS table_number, t.drawn_at, t.expires_at, t.closed_at,
         w.id AS workshop_id, w.congress_id, w.name, w.ends_at"
    };
}

#[derive(FromRow)]
struct TableRow {
    table_id: Uuid,
    table_number: i64,
    drawn_at: Option<i64>,
    expires_at: Option<i64>,
    closed_at: Option<i64>,
    workshop_id: Uuid,
    congress_id: Uuid,
    name: String,
    ends_at: i64,
}

#[derive(FromRow)]
struct CountedRow {
    #[sqlx(flatten)]
    table: TableRow,
    notes: i64,
}

impl Work {
    /// A new workshop with its tables, numbered in order. False when the congress has one of that name.
    pub async fn add_workshop(
        &mut self,
        workshop: &Workshop,
        tables: &[TableId],
        (by, at): (MemberId, Timestamp),
    ) -> Result<bool> {
        let added = sql!(self, conn => sqlx::query(
            "INSERT INTO workshop (id, congress_id, name, ends_at, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (congress_id, name) DO NOTHING",
        )
        .bind(Uuid::from(workshop.id))
        .bind(Uuid::from(workshop.congress))
        .bind(workshop.name.as_str())
        .bind(workshop.ends_at.micros())
        .bind(at.micros())
        .bind(Uuid::from(by))
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        if added == 0 {
            return Ok(false);
        }
        for (number, table) in (1_i64..).zip(tables) {
            sql!(self, conn => sqlx::query("INSERT INTO workshop_table (id, workshop_id, number) VALUES ($1, $2, $3)")
                .bind(Uuid::from(*table))
                .bind(Uuid::from(workshop.id))
                .bind(number)
                .execute(conn)
                .await
                .map(drop))?;
        }
        Ok(true)
    }

    /// Gives a table a new sheet: the one before opens no more.
    pub async fn draw_sheet(
        &mut self,
        table: TableId,
        hash: &SecretHash,
        (at, expires_at): (Timestamp, Timestamp),
    ) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "UPDATE workshop_table SET hash = $2, drawn_at = $3, expires_at = $4, closed_at = NULL WHERE id = $1",
        )
        .bind(Uuid::from(table))
        .bind(&hash[..])
        .bind(at.micros())
        .bind(expires_at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// Takes the sheet of a table back.
    pub async fn close_table(&mut self, table: TableId, at: Timestamp) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "UPDATE workshop_table SET closed_at = $2 WHERE id = $1 AND hash IS NOT NULL AND closed_at IS NULL",
        )
        .bind(Uuid::from(table))
        .bind(at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }
}

impl Reading {
    /// The workshops of a congress, the last made first, each with its tables.
    pub async fn workshops(&mut self, congress: CongressId) -> Result<Vec<WorkshopLine>> {
        let rows: Vec<CountedRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT ", table_columns!(), ", (SELECT COUNT(*) FROM note n WHERE n.table_id = t.id) AS notes
             FROM workshop w JOIN workshop_table t ON t.workshop_id = w.id
             WHERE w.congress_id = $1 ORDER BY w.made_at DESC, w.id DESC, t.number",
        ))
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        let mut workshops: Vec<WorkshopLine> = Vec::new();
        for row in rows {
            let line = row.parse()?;
            match workshops.last_mut().filter(|last| last.workshop.id == line.table.workshop.id) {
                Some(last) => last.tables.push(line),
                None => {
                    workshops
                        .push(WorkshopLine { workshop: line.table.workshop.clone(), tables: vec![line] });
                }
            }
        }
        Ok(workshops)
    }

    /// The table of that id.
    pub async fn table(&mut self, id: TableId) -> Result<Option<Table>> {
        let row: Option<TableRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT ", table_columns!(), " FROM workshop_table t JOIN workshop w ON w.id = t.workshop_id WHERE t.id = $1",
        ))
        .bind(Uuid::from(id))
        .fetch_optional(conn)
        .await)?;
        row.map(TableRow::parse).transpose()
    }

    /// The table whose last sheet holds that secret, whether it still opens or not.
    pub async fn table_of_sheet(&mut self, hash: &SecretHash) -> Result<Option<Table>> {
        let row: Option<TableRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT ", table_columns!(), " FROM workshop_table t JOIN workshop w ON w.id = t.workshop_id WHERE t.hash = $1",
        ))
        .bind(&hash[..])
        .fetch_optional(conn)
        .await)?;
        row.map(TableRow::parse).transpose()
    }
}

impl TableRow {
    fn parse(self) -> Result<Table> {
        let at = At::new("workshop_table", &self.table_id);
        let of = At::new("workshop", &self.workshop_id);
        let sheet = match (self.drawn_at, self.expires_at) {
            (Some(drawn), Some(expires)) => Some(Sheet {
                drawn_at: Timestamp::from_micros(drawn),
                expires_at: Timestamp::from_micros(expires),
                closed_at: self.closed_at.map(Timestamp::from_micros),
            }),
            _ => None,
        };
        Ok(Table {
            id: self.table_id.into(),
            workshop: Workshop {
                id: self.workshop_id.into(),
                congress: self.congress_id.into(),
                name: of.parse("name", &self.name)?,
                ends_at: Timestamp::from_micros(self.ends_at),
            },
            number: at.number("number", self.table_number)?,
            sheet,
        })
    }
}

impl CountedRow {
    fn parse(self) -> Result<TableLine> {
        let table = self.table.parse()?;
        let notes = At::new("workshop_table", &table.id).number("id", self.notes)?;
        Ok(TableLine { table, notes })
    }
}
