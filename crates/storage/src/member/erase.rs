//! A person gone for good: nothing that names them or leads to them stays in any table.

use domain::contribution::State;
use domain::id::{CongressId, ContributionId, MemberId};
use domain::line::Line;
use domain::member::TextsFate;
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::error::{Result, StorageError};
use crate::work::{Work, sql};

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erasure {
    /// Who.
    pub member: MemberId,
    /// What becomes of their texts.
    pub texts: TextsFate,
    /// What would recognise them, beside the key under which they were added: only prints of these are kept.
    pub keys: Vec<String>,
    /// What stands for their name where somebody's name must stand: « Personne effacée ».
    pub stand_in: Line,
    /// When.
    pub at: Timestamp,
}

/// What belongs to the person alone, or leads to them.
const FORGET: [&str; 19] = [
    "DELETE FROM support WHERE member_id = $1",
    "DELETE FROM draft WHERE member_id = $1",
    "DELETE FROM session WHERE member_id = $1",
    "DELETE FROM access_link WHERE member_id = $1",
    "DELETE FROM access_code WHERE member_id = $1 OR issued_by = $1",
    "DELETE FROM member_role WHERE member_id = $1",
    "DELETE FROM letter WHERE member_id = $1",
    "UPDATE contribution SET entered_by = NULL WHERE entered_by = $1",
    "UPDATE note SET speaker_id = NULL WHERE speaker_id = $1",
    "UPDATE note SET noted_by = NULL WHERE noted_by = $1",
    "UPDATE workshop SET made_by = NULL WHERE made_by = $1",
    "UPDATE contribution_version SET made_by = NULL WHERE made_by = $1",
    "DELETE FROM import_upload WHERE uploaded_by = $1",
    "UPDATE import SET imported_by = NULL WHERE imported_by = $1",
    "DELETE FROM badge WHERE member_id = $1",
    "DELETE FROM convocation_link WHERE member_id = $1",
    "DELETE FROM convened WHERE member_id = $1",
    "UPDATE sitting SET made_by = NULL WHERE made_by = $1",
    "UPDATE poll SET prepared_by = NULL WHERE prepared_by = $1",
];

#[derive(FromRow)]
struct PersonRow {
    congress_id: Uuid,
    name: String,
    person_key: String,
}

#[derive(FromRow)]
struct TextRow {
    id: Uuid,
    state: String,
}

impl Work {
    /// Erases a person: addresses, ways in, drafts, supports, letters, and their name wherever it stands, in letters to
    /// others too. They leave the sittings that aren't over; rolls, attendance sheets and proxies that ended keep their place, and
    /// the stand-in in it. Their texts are erased or lose their signature; their row stays under a stand-in, since what they did
    /// for others points at it, and prints of their keys, by which [`Reading::was_erased`](crate::Reading::was_erased) tells
    /// who would bring them back. False when it was done before.
    pub async fn erase_member(&mut self, erasure: &Erasure) -> Result<bool> {
        let id = erasure.member;
        let row: Option<PersonRow> = sql!(self, conn => sqlx::query_as(
            "SELECT congress_id, name, person_key FROM member WHERE id = $1 AND erased_at IS NULL",
        )
        .bind(Uuid::from(id))
        .fetch_optional(conn)
        .await)?;
        let Some(PersonRow { congress_id, name, person_key }) = row else { return Ok(false) };
        let congress = CongressId::from(congress_id);
        self.hold_congress(congress).await?;
        self.erase_texts(erasure).await?;
        for statement in FORGET {
            sql!(self, conn => sqlx::query(statement).bind(Uuid::from(id)).execute(conn).await.map(drop))?;
        }
        self.end_representations(id, erasure.at).await?;
        self.leave_sittings(congress, id, erasure.at).await?;
        self.rename_in_agendas(congress, &name, erasure.stand_in.as_str()).await?;
        self.rename_on_rolls(erasure).await?;
        self.rename_under_amendments(erasure).await?;
        self.rename_under_words_said(congress, &name, erasure.stand_in.as_str()).await?;
        self.take_back_minutes_with(congress, &name, erasure.at).await?;
        self.rename_in_letters(congress, &name, erasure.stand_in.as_str()).await?;
        let keys: Vec<&str> = erasure.keys.iter().map(String::as_str).chain([person_key.as_str()]).collect();
        self.keep_prints(congress, id, &keys).await?;
        self.leave_stand_in(erasure).await?;
        Ok(true)
    }

    async fn erase_texts(&mut self, erasure: &Erasure) -> Result<()> {
        let rows: Vec<TextRow> = sql!(self, conn => sqlx::query_as(
            "SELECT id, state FROM contribution WHERE member_id = $1 ORDER BY number",
        )
        .bind(Uuid::from(erasure.member))
        .fetch_all(conn)
        .await)?;
        for row in rows {
            let state: State = At::new("contribution", &row.id).parse("state", &row.state)?;
            let text = ContributionId::from(row.id);
            match (erasure.texts, state) {
                (TextsFate::Anonymous, State::Published | State::Waiting) => {
                    self.make_anonymous(text, erasure.at).await?;
                }
                _ => drop(self.erase(text, erasure.at).await?),
            }
        }
        Ok(())
    }

    async fn end_representations(&mut self, member: MemberId, at: Timestamp) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "UPDATE representative SET ended_at = $2 WHERE member_id = $1 AND ended_at IS NULL",
        )
        .bind(Uuid::from(member))
        .bind(at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// Rolls keep their voice and what became of it, since sums and seals rest on them, and lose their name.
    async fn rename_on_rolls(&mut self, erasure: &Erasure) -> Result<()> {
        self.rename(erasure, &[
            "UPDATE poll_seat SET name = $2, mandate = NULL, territory_code = NULL, territory_name = NULL, territory_level = NULL,
                 territory_departement = NULL, territory_region = NULL, territory_population = NULL WHERE member_id = $1",
            "UPDATE poll_seat SET voter_name = $2 WHERE voter_id = $1",
            "UPDATE sitting_person SET name = $2, mandate = NULL, territory_code = NULL, territory_name = NULL, territory_level = NULL,
                 territory_departement = NULL, territory_region = NULL, territory_population = NULL WHERE member_id = $1",
            "UPDATE minutes_correction SET by_name = $2 WHERE by_id = $1",
            // What was signed stays as it was signed.
            "UPDATE minutes_signatory SET name = $2 WHERE member_id = $1 AND EXISTS (
                 SELECT 1 FROM minutes o WHERE o.sitting_id = minutes_signatory.sitting_id AND o.signed_at IS NULL)",
        ])
        .await
    }

    /// Puts the stand-in (`$2`) in the place of the person’s (`$1`) name, wherever these statements know it.
    async fn rename(&mut self, erasure: &Erasure, statements: &'static [&'static str]) -> Result<()> {
        for statement in statements {
            sql!(self, conn => sqlx::query(*statement)
                .bind(Uuid::from(erasure.member))
                .bind(erasure.stand_in.as_str())
                .execute(conn)
                .await
                .map(drop))?;
        }
        Ok(())
    }

    /// Amendments were discussed by others: their words stay, and lose the name under them.
    async fn rename_under_amendments(&mut self, erasure: &Erasure) -> Result<()> {
        self.rename(
            erasure,
            &[
                "UPDATE amendment SET signature = $2 WHERE author_id = $1",
                "UPDATE cosignature SET signature = $2 WHERE member_id = $1",
            ],
        )
        .await
    }

    /// Who presents an item is written by hand: what is their name and nothing else.
    async fn rename_in_agendas(&mut self, congress: CongressId, name: &str, stand_in: &str) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "UPDATE agenda_item SET speaker = $3
             WHERE speaker = $2 AND sitting_id IN (SELECT id FROM sitting WHERE congress_id = $1)",
        )
        .bind(Uuid::from(congress))
        .bind(name)
        .bind(stand_in)
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// Whoever spoke in the room stands in the signature of an oral amendment alone: their name, and what may follow it after a comma.
    async fn rename_under_words_said(
        &mut self,
        congress: CongressId,
        name: &str,
        stand_in: &str,
    ) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "UPDATE amendment SET signature = $3 WHERE congress_id = $1 AND author_id IS NULL
               AND (signature = $2 OR SUBSTR(signature, 1, LENGTH(CAST($2 AS TEXT)) + 1) = CAST($2 AS TEXT) || ',')",
        )
        .bind(Uuid::from(congress))
        .bind(name)
        .bind(stand_in)
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    async fn leave_stand_in(&mut self, erasure: &Erasure) -> Result<()> {
        let left = sql!(self, conn => sqlx::query(
            "UPDATE member SET person_key = $2, name = $3, sort_name = $3, mandate = NULL, territory_code = NULL,
                 territory_name = NULL, territory_level = NULL, territory_departement = NULL, territory_region = NULL,
                 territory_population = NULL, email = NULL, telephone = NULL, contact = $4, mail = 'rien',
                 display = 'rien', invited_at = NULL, declined_at = NULL, rules_read_at = NULL, erased_at = $5
             WHERE id = $1",
        )
        .bind(Uuid::from(erasure.member))
        .bind(format!("effacee:{}", erasure.member))
        .bind(erasure.stand_in.as_str())
        .bind(false)
        .bind(erasure.at.micros())
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        if left == 1 { Ok(()) } else { Err(StorageError::Missing("member")) }
    }
}
