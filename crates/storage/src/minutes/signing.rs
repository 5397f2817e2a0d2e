//! A text that is kept to be signed, and its signatures.

use domain::id::{CongressId, MemberId, SittingId};
use domain::journal::{EntryKind, Hash};
use domain::minutes::{
    MinutesFault, MinutesStage, MinutesText, Presented, Signatories, Signatory, SignedHow, Signing,
};
use domain::sitting::Sitting;
use domain::time::Timestamp;
use serde_json::json;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::error::{Result, StorageError};
use crate::work::{Reading, Work, sql};

#[derive(FromRow)]
struct PresentedRow {
    hash: Vec<u8>,
    presented_at: i64,
    signed_at: Option<i64>,
}

#[derive(FromRow)]
struct SignatoryRow {
    member_id: Uuid,
    office: String,
    name: String,
    signed_at: Option<i64>,
    how: Option<String>,
}

/// A signature to keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SigningMinutes {
    /// Whose.
    pub member: MemberId,
    /// Of the text of that hash.
    pub hash: Hash,
    /// When.
    pub at: Timestamp,
    /// How.
    pub how: SignedHow,
    /// Who noted it, where it is on paper.
    pub noted_by: Option<MemberId>,
}

impl Work {
    /// Lets nobody correct, present or sign minutes of that congress until this unit of work ends: what is read until then is what
    /// will be kept.
    pub async fn hold_minutes(&mut self, sitting: &Sitting) -> Result<()> {
        self.hold_congress(sitting.congress).await.map(drop)
    }

    /// Keeps a text to be signed by those people; false when one is kept already.
    pub async fn present_minutes(
        &mut self,
        (sitting, text): (&Sitting, &MinutesText),
        signatories: &Signatories,
        (by, at): (MemberId, Timestamp),
    ) -> Result<bool> {
        self.hold_minutes(sitting).await?;
        let body = serde_json::to_string(text)
            .map_err(|_| StorageError::Inconsistent("minutes that can't be written as JSON"))?;
        let kept = sql!(self, conn => sqlx::query(
            "INSERT INTO minutes (sitting_id, body, hash, presented_at, presented_by) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (sitting_id) DO NOTHING",
        )
        .bind(Uuid::from(sitting.id))
        .bind(body)
        .bind(&text.hash()[..])
        .bind(at.micros())
        .bind(Uuid::from(by))
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        if kept == 0 {
            return Ok(false);
        }
        for of in signatories.all() {
            sql!(self, conn => sqlx::query(
                "INSERT INTO minutes_signatory (sitting_id, member_id, office, name) VALUES ($1, $2, $3, $4)",
            )
            .bind(Uuid::from(sitting.id))
            .bind(Uuid::from(of.member))
            .bind(of.office.code())
            .bind(&of.name)
            .execute(conn)
            .await
            .map(drop))?;
        }
        Ok(true)
    }

    /// Takes a text back to correct it, with its signatures; false when none waits for signatures.
    pub async fn take_back_minutes(&mut self, sitting: &Sitting) -> Result<bool> {
        self.hold_minutes(sitting).await?;
        if self.minutes_stage(sitting.id).await?.take_back().is_err() {
            return Ok(false);
        }
        for statement in [
            "DELETE FROM minutes_signatory WHERE sitting_id = $1",
            "DELETE FROM minutes WHERE sitting_id = $1",
        ] {
            sql!(self, conn => sqlx::query(statement).bind(Uuid::from(sitting.id)).execute(conn).await.map(drop))?;
        }
        Ok(true)
    }

    /// Takes back every text that waits for signatures and holds that name, of somebody who is erased: without it the text is
    /// another one, and must be presented again. What all signed stays as it was signed. The journal tells it.
    pub(crate) async fn take_back_minutes_with(
        &mut self,
        congress: CongressId,
        name: &str,
        at: Timestamp,
    ) -> Result<()> {
        // As it stands within the text, which is JSON.
        let name = serde_json::to_string(name)
            .map_err(|_| StorageError::Inconsistent("a name that can't be written as JSON"))?;
        for sitting in self.sittings(congress).await? {
            let holds: Option<Uuid> = sql!(self, conn => sqlx::query_scalar(
                "SELECT sitting_id FROM minutes WHERE sitting_id = $1 AND signed_at IS NULL AND REPLACE(body, $2, '') <> body",
            )
            .bind(Uuid::from(sitting.id))
            .bind(name.trim_matches('"'))
            .fetch_optional(conn)
            .await)?;
            if holds.is_some() && self.take_back_minutes(&sitting).await? {
                let body = json!({ "seance": sitting.id });
                self.note_in_journal(congress, (at, EntryKind::MinutesTakenBack, body.to_string())).await?;
            }
        }
        Ok(())
    }

    /// Keeps a signature; what the minutes are then.
    pub async fn sign_minutes(
        &mut self,
        sitting: &Sitting,
        new: &SigningMinutes,
    ) -> Result<Result<MinutesStage, MinutesFault>> {
        self.hold_minutes(sitting).await?;
        let before = self.minutes_stage(sitting.id).await?;
        let after = match before.sign(new.member, (new.at, new.hash), new.how) {
            Ok(after) => after,
            Err(fault) => return Ok(Err(fault)),
        };
        sql!(self, conn => sqlx::query(
            "UPDATE minutes_signatory SET signed_at = $3, how = $4, noted_by = $5 WHERE sitting_id = $1 AND member_id = $2",
        )
        .bind(Uuid::from(sitting.id))
        .bind(Uuid::from(new.member))
        .bind(new.at.micros())
        .bind(new.how.code())
        .bind(new.noted_by.map(Uuid::from))
        .execute(conn)
        .await
        .map(drop))?;
        if after.is_signed() {
            sql!(self, conn => sqlx::query("UPDATE minutes SET signed_at = $2 WHERE sitting_id = $1")
                .bind(Uuid::from(sitting.id))
                .bind(new.at.micros())
                .execute(conn)
                .await
                .map(drop))?;
        }
        Ok(Ok(after))
    }
}

impl Reading {
    /// Where the minutes of a sitting stand.
    pub async fn minutes_stage(&mut self, sitting: SittingId) -> Result<MinutesStage> {
        let row: Option<PresentedRow> = sql!(self, conn => sqlx::query_as(
            "SELECT hash, presented_at, signed_at FROM minutes WHERE sitting_id = $1",
        )
        .bind(Uuid::from(sitting))
        .fetch_optional(conn)
        .await)?;
        let Some(row) = row else { return Ok(MinutesStage::Draft) };
        let rows: Vec<SignatoryRow> = sql!(self, conn => sqlx::query_as(
            "SELECT member_id, office, name, signed_at, how FROM minutes_signatory WHERE sitting_id = $1 ORDER BY name, member_id",
        )
        .bind(Uuid::from(sitting))
        .fetch_all(conn)
        .await)?;
        let mut signatories =
            rows.into_iter().map(SignatoryRow::parse).collect::<Result<Vec<Signatory>>>()?;
        signatories.sort_by_key(|of| of.office);
        let hash = row.hash[..].try_into().map_err(|_| At::new("minutes", &sitting).corrupt("hash"))?;
        let of = Presented { at: Timestamp::from_micros(row.presented_at), hash, signatories };
        Ok(match row.signed_at {
            Some(at) => MinutesStage::Signed { of, at: Timestamp::from_micros(at) },
            None => MinutesStage::Presented(of),
        })
    }

    /// The text that is kept to be signed, or is signed.
    pub async fn minutes_text(&mut self, sitting: SittingId) -> Result<Option<MinutesText>> {
        let body: Option<String> = sql!(self, conn => sqlx::query_scalar("SELECT body FROM minutes WHERE sitting_id = $1")
            .bind(Uuid::from(sitting))
            .fetch_optional(conn)
            .await)?;
        let parse = |body: String| {
            serde_json::from_str(&body).map_err(|_| At::new("minutes", &sitting).corrupt("body"))
        };
        body.map(parse).transpose()
    }
}

impl SignatoryRow {
    fn parse(self) -> Result<Signatory> {
        let at = At::new("minutes_signatory", &self.member_id);
        let how: Option<SignedHow> = at.parse_some("how", self.how.as_deref())?;
        let signed = self.signed_at.zip(how).map(|(at, how)| Signing { at: Timestamp::from_micros(at), how });
        Ok(Signatory {
            office: at.parse("office", &self.office)?,
            member: self.member_id.into(),
            name: self.name,
            signed,
        })
    }
}
