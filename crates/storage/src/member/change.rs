//! What changes about people.

use domain::email::Email;
use domain::id::MemberId;
use domain::line::Line;
use domain::member::{MailChoice, Member};
use domain::time::Timestamp;
use uuid::Uuid;

use crate::error::{Result, StorageError};
use crate::work::{Work, sql};

impl Work {
    /// Writes down what a person is now: name, mandate, college, territory, addresses and choices. Roles and moments have
    /// their own methods; what they signed before stays as it was signed.
    pub async fn change_member(&mut self, member: &Member, sort_name: &str) -> Result<()> {
        let territory = member.territory.as_ref();
        let changed = sql!(self, conn => sqlx::query(
            "UPDATE member SET name = $2, sort_name = $3, mandate = $4, college = $5, territory_code = $6,
                 territory_name = $7, territory_level = $8, territory_departement = $9, territory_region = $10,
                 territory_population = $11, email = $12, telephone = $13, display = $14, contact = $15, mail = $16
             WHERE id = $1",
        )
        .bind(Uuid::from(member.id))
        .bind(member.name.as_str())
        .bind(sort_name)
        .bind(member.mandate.as_ref().map(Line::as_str))
        .bind(member.college.code())
        .bind(territory.map(|t| t.code.as_str()))
        .bind(territory.map(|t| t.name.as_str()))
        .bind(territory.map(|t| t.level.code()))
        .bind(territory.and_then(|t| t.departement.as_deref()))
        .bind(territory.and_then(|t| t.region.as_deref()))
        .bind(territory.and_then(|t| t.population).map(i64::from))
        .bind(member.email.as_ref().map(Email::as_str))
        .bind(member.telephone.as_ref().map(Line::as_str))
        .bind(member.display.code())
        .bind(member.contact)
        .bind(member.mail.code())
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        if changed == 1 { Ok(()) } else { Err(StorageError::Missing("member")) }
    }

    /// An invitation left for them.
    pub async fn note_invited(&mut self, member: MemberId, at: Timestamp) -> Result<()> {
        self.note(member, "UPDATE member SET invited_at = $2 WHERE id = $1", Some(at)).await
    }

    /// They asked not to take part; None when they come back on it.
    pub async fn note_declined(&mut self, member: MemberId, at: Option<Timestamp>) -> Result<()> {
        self.note(member, "UPDATE member SET declined_at = $2 WHERE id = $1", at).await
    }

    /// Which letters they want.
    pub async fn choose_mail(&mut self, member: MemberId, choice: MailChoice) -> Result<()> {
        sql!(self, conn => sqlx::query("UPDATE member SET mail = $2 WHERE id = $1")
            .bind(Uuid::from(member))
            .bind(choice.code())
            .execute(conn)
            .await
            .map(drop))?;
        Ok(())
    }

    /// They passed the « règle du jeu ».
    pub async fn note_rules_read(&mut self, member: MemberId, at: Timestamp) -> Result<()> {
        self.note(member, "UPDATE member SET rules_read_at = $2 WHERE id = $1", Some(at)).await
    }

    async fn note(&mut self, member: MemberId, statement: &'static str, at: Option<Timestamp>) -> Result<()> {
        sql!(self, conn => sqlx::query(statement)
            .bind(Uuid::from(member))
            .bind(at.map(Timestamp::micros))
            .execute(conn)
            .await
            .map(drop))?;
        Ok(())
    }
}
