//! All that is held of a person.

use domain::contribution::ContributionNumber;
use domain::id::MemberId;
use domain::member::Member;
use domain::reading::{Held, HeldDraft, HeldFile, HeldLink, HeldSupport, HeldText, HeldVoice};
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::work::{Reading, sql};

#[derive(FromRow)]
struct VoiceRow {
    territory_level: String,
    territory_code: String,
    named_at: i64,
    ended_at: Option<i64>,
}

#[derive(FromRow)]
struct SupportRow {
    number: i64,
    given_at: i64,
}

#[derive(FromRow)]
struct LinkRow {
    created_at: i64,
    expires_at: i64,
    used_at: Option<i64>,
    revoked_at: Option<i64>,
}

#[derive(FromRow)]
struct FileRow {
    kind: String,
    file_name: String,
    at: i64,
    waits: i64,
}

impl Reading {
    /// All that is held of a person, whether it is shown or not.
    pub async fn held_of(&mut self, member: &Member, now: Timestamp) -> Result<Held> {
        let id = member.id;
        let mut texts = Vec::new();
        for own in self.owned_by(id).await? {
            let versions = self.versions(own.contribution.id).await?;
            texts.push(HeldText { own, versions });
        }
        let drafts = self.drafts(id).await?.into_iter().map(|kept| HeldDraft {
            target: kept.target,
            draft: kept.draft,
            saved_at: kept.saved_at,
        });
        Ok(Held {
            member: member.clone(),
            voices: self.voices(id).await?,
            texts,
            notes: self.notes_of_speaker(id).await?,
            drafts: drafts.collect(),
            supports: self.supports_of(id).await?,
            sessions: self.sessions(id, now).await?,
            links: self.links_of(id).await?,
            sittings: self.held_sittings(member).await?,
            amendments: self.amendments_of(id).await?,
            files: self.files_of(id).await?,
            letters: self.letters_to(id).await?,
            events: self.member_events(id).await?,
        })
    }

    async fn voices(&mut self, member: MemberId) -> Result<Vec<HeldVoice>> {
        let rows: Vec<VoiceRow> = sql!(self, conn => sqlx::query_as(
            "SELECT territory_level, territory_code, named_at, ended_at FROM representative
             WHERE member_id = $1 ORDER BY named_at, territory_level, territory_code",
        )
        .bind(Uuid::from(member))
        .fetch_all(conn)
        .await)?;
        let voice = |row: VoiceRow| {
            Ok(HeldVoice {
                level: At::new("representative", &row.territory_code)
                    .parse("territory_level", &row.territory_level)?,
                code: row.territory_code,
                from: Timestamp::from_micros(row.named_at),
                until: row.ended_at.map(Timestamp::from_micros),
            })
        };
        rows.into_iter().map(voice).collect()
    }

    async fn supports_of(&mut self, member: MemberId) -> Result<Vec<HeldSupport>> {
        let rows: Vec<SupportRow> = sql!(self, conn => sqlx::query_as(
            "SELECT c.number, s.given_at FROM support s JOIN contribution c ON c.id = s.contribution_id
             WHERE s.member_id = $1 ORDER BY s.given_at, c.number",
        )
        .bind(Uuid::from(member))
        .fetch_all(conn)
        .await)?;
        let at = At::new("support", &member);
        let support = |row: SupportRow| {
            let number = ContributionNumber::new(at.number("number", row.number)?);
            Ok(HeldSupport { number, at: Timestamp::from_micros(row.given_at) })
        };
        rows.into_iter().map(support).collect()
    }

    async fn files_of(&mut self, member: MemberId) -> Result<Vec<HeldFile>> {
        let rows: Vec<FileRow> = sql!(self, conn => sqlx::query_as(
            "SELECT kind, file_name, imported_at AS at, CAST(0 AS BIGINT) AS waits FROM import WHERE imported_by = $1
             UNION ALL
             SELECT kind, file_name, uploaded_at AS at, CAST(1 AS BIGINT) AS waits FROM import_upload WHERE uploaded_by = $1
             ORDER BY at, file_name",
        )
        .bind(Uuid::from(member))
        .fetch_all(conn)
        .await)?;
        let file = |row: FileRow| {
            Ok(HeldFile {
                kind: At::new("import", &row.file_name).parse("kind", &row.kind)?,
                name: row.file_name,
                at: Timestamp::from_micros(row.at),
                waits: row.waits == 1,
            })
        };
        rows.into_iter().map(file).collect()
    }

    async fn links_of(&mut self, member: MemberId) -> Result<Vec<HeldLink>> {
        let rows: Vec<LinkRow> = sql!(self, conn => sqlx::query_as(
            "SELECT created_at, expires_at, used_at, revoked_at FROM access_link
             WHERE member_id = $1 AND expires_at > created_at ORDER BY created_at, hash",
        )
        .bind(Uuid::from(member))
        .fetch_all(conn)
        .await)?;
        let link = |row: LinkRow| HeldLink {
            made_at: Timestamp::from_micros(row.created_at),
            until: Timestamp::from_micros(row.expires_at),
            used_at: row.used_at.map(Timestamp::from_micros),
            revoked_at: row.revoked_at.map(Timestamp::from_micros),
        };
        Ok(rows.into_iter().map(link).collect())
    }
}
