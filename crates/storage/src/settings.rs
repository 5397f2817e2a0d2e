//! What each congress decided.

use domain::email::Email;
use domain::id::CongressId;
use domain::line::Line;
use domain::reading::SettingsLine;
use domain::settings::{Contact, Settings, SettingsChange};
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::error::{Result, StorageError};
use crate::work::{Reading, Work, sql};

#[derive(FromRow)]
struct SettingsRow {
    readers: String,
    moderation: String,
    grace_minutes: i64,
    contact_name: Option<String>,
    contact_telephone: Option<String>,
    contact_email: Option<String>,
}

impl Reading {
    /// What a congress decided.
    pub async fn settings(&mut self, congress: CongressId) -> Result<Settings> {
        let row: Option<SettingsRow> = sql!(self, conn => sqlx::query_as(
            "SELECT readers, moderation, grace_minutes, contact_name, contact_telephone, contact_email
             FROM congress WHERE id = $1",
        )
        .bind(Uuid::from(congress))
        .fetch_optional(conn)
        .await)?;
        row.ok_or(StorageError::Missing("congress"))?.parse(At::new("congress", &congress))
    }
}

impl SettingsRow {
    fn parse(self, at: At<'_>) -> Result<Settings> {
        Ok(Settings {
            readers: at.parse("readers", &self.readers)?,
            moderation: at.parse("moderation", &self.moderation)?,
            grace_minutes: at.number("grace_minutes", self.grace_minutes)?,
            contact: Contact {
                name: at.parse_some("contact_name", self.contact_name.as_deref())?,
                telephone: at.parse_some("contact_telephone", self.contact_telephone.as_deref())?,
                email: at.parse_some("contact_email", self.contact_email.as_deref())?,
            },
        })
    }
}

impl Work {
    /// Changes what a congress decided.
    pub async fn change_settings(&mut self, congress: CongressId, settings: &Settings) -> Result<()> {
        let contact = &settings.contact;
        sql!(self, conn => sqlx::query(
            "UPDATE congress SET readers = $2, moderation = $3, grace_minutes = $4, contact_name = $5,
                 contact_telephone = $6, contact_email = $7 WHERE id = $1",
        )
        .bind(Uuid::from(congress))
        .bind(settings.readers.code())
        .bind(settings.moderation.code())
        .bind(i64::from(settings.grace_minutes))
        .bind(contact.name.as_ref().map(Line::as_str))
        .bind(contact.telephone.as_ref().map(Line::as_str))
        .bind(contact.email.as_ref().map(Email::as_str))
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// Writes down that a setting was changed, in the unit of work that changes it.
    pub async fn note_settings_change(&mut self, change: &SettingsChange) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "INSERT INTO settings_change (id, congress_id, field, was, became, changed_at, changed_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(Uuid::from(change.id))
        .bind(Uuid::from(change.congress))
        .bind(change.field.code())
        .bind(&change.before)
        .bind(&change.after)
        .bind(change.at.micros())
        .bind(change.by.map(Uuid::from))
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }
}

#[derive(FromRow)]
struct ChangeRow {
    id: Uuid,
    field: String,
    was: Option<String>,
    became: Option<String>,
    by_name: Option<String>,
    changed_at: i64,
}

impl Reading {
    /// What was changed in the settings of a congress, the last first.
    pub async fn settings_changes(&mut self, congress: CongressId) -> Result<Vec<SettingsLine>> {
        let rows: Vec<ChangeRow> = sql!(self, conn => sqlx::query_as(
            "SELECT s.id, s.field, s.was, s.became, m.name AS by_name, s.changed_at
             FROM settings_change s LEFT JOIN member m ON m.id = s.changed_by
             WHERE s.congress_id = $1 ORDER BY s.changed_at DESC, s.id DESC",
        )
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(ChangeRow::parse).collect()
    }
}

impl ChangeRow {
    fn parse(self) -> Result<SettingsLine> {
        Ok(SettingsLine {
            field: At::new("settings_change", &self.id).parse("field", &self.field)?,
            before: self.was,
            after: self.became,
            by: self.by_name,
            at: Timestamp::from_micros(self.changed_at),
        })
    }
}
