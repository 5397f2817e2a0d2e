//! Everybody of a congress, as staff lists them.

use domain::id::CongressId;
use domain::reading::MemberLine;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::member::{MemberRow, member_columns};
use crate::work::{Reading, sql};

#[derive(FromRow)]
struct LineRow {
    #[sqlx(flatten)]
    member: MemberRow,
    sessions: i64,
    texts: i64,
}

impl Reading {
    /// Everybody by name, with whether they ever came and what they wrote; what they are found by is left empty.
    pub async fn member_lines(&mut self, congress: CongressId) -> Result<Vec<MemberLine>> {
        let rows: Vec<LineRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT ", member_columns!(), ",
                 (SELECT COUNT(*) FROM session s WHERE s.member_id = m.id) AS sessions,
                 (SELECT COUNT(*) FROM contribution c WHERE c.member_id = m.id) AS texts
             FROM member m WHERE m.congress_id = $1 AND m.erased_at IS NULL ORDER BY m.sort_name, m.id",
        ))
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(LineRow::parse).collect()
    }
}

impl LineRow {
    fn parse(self) -> Result<MemberLine> {
        let member = self.member.parse()?;
        let texts = At::new("member", &member.id).number("texts", self.texts)?;
        Ok(MemberLine { member, came: self.sessions > 0, texts, found_by: String::new() })
    }
}
