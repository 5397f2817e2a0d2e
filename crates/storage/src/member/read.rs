//! Finding people; those who were erased aren't found.

use domain::email::Email;
use domain::id::{CongressId, MemberId};
use domain::member::{Member, MemberNumber};
use std::collections::BTreeSet;
use uuid::Uuid;

use crate::error::Result;
use crate::member::{MemberRow, member_columns};
use crate::work::{Reading, sql};

impl Reading {
    /// The person with that id.
    pub async fn member(&mut self, id: MemberId) -> Result<Option<Member>> {
        let row: Option<MemberRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT ", member_columns!(), " FROM member m WHERE m.id = $1 AND m.erased_at IS NULL",
        ))
        .bind(Uuid::from(id))
        .fetch_optional(conn)
        .await)?;
        row.map(MemberRow::parse).transpose()
    }

    /// The person with that number.
    pub async fn member_numbered(
        &mut self,
        congress: CongressId,
        number: MemberNumber,
    ) -> Result<Option<Member>> {
        let row: Option<MemberRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT ", member_columns!(), " FROM member m WHERE m.congress_id = $1 AND m.number = $2 AND m.erased_at IS NULL",
        ))
        .bind(Uuid::from(congress))
        .bind(i64::from(number.get()))
        .fetch_optional(conn)
        .await)?;
        row.map(MemberRow::parse).transpose()
    }

    /// Everybody in a congress, by name.
    pub async fn members(&mut self, congress: CongressId) -> Result<Vec<Member>> {
        let rows: Vec<MemberRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT ", member_columns!(), " FROM member m WHERE m.congress_id = $1 AND m.erased_at IS NULL
             ORDER BY m.sort_name, m.id",
        ))
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(MemberRow::parse).collect()
    }

    /// The keys under which people were added to a congress; those of whoever was erased are gone.
    pub async fn person_keys(&mut self, congress: CongressId) -> Result<BTreeSet<String>> {
        let keys: Vec<String> = sql!(self, conn => sqlx::query_scalar("SELECT person_key FROM member WHERE congress_id = $1")
            .bind(Uuid::from(congress))
            .fetch_all(conn)
            .await)?;
        Ok(keys.into_iter().collect())
    }

    /// Those who share an address, by name.
    pub async fn members_at(&mut self, congress: CongressId, email: &Email) -> Result<Vec<Member>> {
        let rows: Vec<MemberRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT ", member_columns!(),
            " FROM member m WHERE m.congress_id = $1 AND m.email = $2 ORDER BY m.sort_name, m.id",
        ))
        .bind(Uuid::from(congress))
        .bind(email.as_str())
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(MemberRow::parse).collect()
    }
}
