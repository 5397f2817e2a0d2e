//! Queuing a letter, within the unit of work that causes it.

use domain::id::{CongressId, LetterId, MemberId};
use domain::mail::{Purpose, Recipient};
use domain::time::Timestamp;
use uuid::Uuid;

use crate::error::Result;
use crate::work::{Work, sql};

/// A letter to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLetter {
    /// Its id: its Message-ID is made from it.
    pub id: LetterId,
    /// The congress in whose name it goes.
    pub congress: CongressId,
    /// What it is about, once for all: « accuse C-0421 v2 ». A congress sends one letter a key.
    pub key: String,
    /// Whom it goes to.
    pub to: Recipient,
    /// Who they are, if they are a member.
    pub member: Option<MemberId>,
    /// What it is for.
    pub purpose: Purpose,
    /// Its subject.
    pub subject: String,
    /// Its body as text.
    pub text: String,
    /// Its body as a whole HTML document.
    pub html: String,
    /// Where its recipient can ask for no more of them.
    pub stop_url: Option<String>,
    /// Now; it is sent from this moment on.
    pub at: Timestamp,
}

impl Work {
    /// Queues a letter: it is sent once this unit of work is saved. False when its key was queued before; nothing is sent then.
    pub async fn queue_letter(&mut self, letter: &NewLetter) -> Result<bool> {
        let queued: Option<Uuid> = sql!(self, conn => sqlx::query_scalar(
            "INSERT INTO letter (id, congress_id, key, member_id, recipient_name, recipient_address, purpose, urgent,
                                 subject, text_body, html_body, stop_url, created_at, state, due_at, attempts)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'en-attente', $13, 0)
             ON CONFLICT (congress_id, key) DO NOTHING RETURNING id",
        )
        .bind(Uuid::from(letter.id))
        .bind(Uuid::from(letter.congress))
        .bind(&letter.key)
        .bind(letter.member.map(Uuid::from))
        .bind(&letter.to.name)
        .bind(&letter.to.address)
        .bind(letter.purpose.code())
        .bind(letter.purpose.urgent())
        .bind(&letter.subject)
        .bind(&letter.text)
        .bind(&letter.html)
        .bind(&letter.stop_url)
        .bind(letter.at.micros())
        .fetch_optional(conn)
        .await)?;
        Ok(queued.is_some())
    }
}
