//! Taking the next letter to send. Two processes may ask at once: a lease gives it to one of them, until it is marked or
//! the lease ends. The lease of a process that died ends by itself, and the letter is sent by the next that asks.
//!
//! **Sent at least once**: a process that dies after the mail server took a letter and before it was marked leaves it to be
//! sent again. Nothing else can be promised over SMTP; the Message-ID stays the same, by which mailboxes know a copy.

use domain::id::{CongressId, LetterId};
use domain::mail::{Purpose, Recipient};
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::work::{Reading, Tx, Work, sql};

/// Who sends a letter, and until when nobody else may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lease {
    /// Random, new for each claim.
    pub by: Uuid,
    /// Longer than any attempt takes.
    pub until: Timestamp,
}

/// A letter that is ours to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueLetter {
    /// Its id.
    pub id: LetterId,
    /// The congress in whose name it goes.
    pub congress: CongressId,
    /// Who organises it: who writes.
    pub organiser: String,
    /// Whom it goes to.
    pub to: Recipient,
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
    /// When it was queued: its date.
    pub created_at: Timestamp,
    /// How often it was tried and counted.
    pub attempts: u32,
}

#[derive(FromRow)]
struct DueRow {
    id: Uuid,
    congress_id: Uuid,
    organiser: String,
    recipient_name: String,
    recipient_address: String,
    purpose: String,
    subject: String,
    text_body: String,
    html_body: String,
    stop_url: Option<String>,
    created_at: i64,
    attempts: i64,
}

/// The letter whose turn it is: those that somebody waits for first. Invented people have no mailbox, and what stands for
/// their address might be somebody's: letters of a fictional congress never leave.
macro_rules! next {
    () => {
        "SELECT letter.id FROM letter JOIN congress ON congress.id = letter.congress_id
         WHERE letter.due_at <= $1 AND (letter.leased_until IS NULL OR letter.leased_until <= $1) AND NOT congress.fictional
         ORDER BY letter.urgent DESC, letter.due_at, letter.id LIMIT 1"
    };
}
const NEXT: &str = next!();
const CLAIM_ON_SQLITE: &str =
    concat!("UPDATE letter SET leased_by = $2, leased_until = $3 WHERE id = (", next!(), ") RETURNING id");
/// One of the few places where the engines differ: a row that another process is just taking is passed over, not waited for.
const CLAIM_ON_POSTGRES: &str = concat!(
    "UPDATE letter SET leased_by = $2, leased_until = $3 WHERE id = (",
    next!(),
    " FOR UPDATE OF letter SKIP LOCKED) RETURNING id"
);

impl Reading {
    /// Whether a letter waits to be sent. It takes no lock, unlike [`Work::claim_letter`].
    pub async fn letter_due(&mut self, now: Timestamp) -> Result<bool> {
        let next: Option<Uuid> =
            sql!(self, conn => sqlx::query_scalar(NEXT).bind(now.micros()).fetch_optional(conn).await)?;
        Ok(next.is_some())
    }
}

impl Work {
    /// Takes the next letter to send. It is ours once this unit of work is saved.
    pub async fn claim_letter(&mut self, lease: Lease, now: Timestamp) -> Result<Option<DueLetter>> {
        let claim = match self.tx {
            Tx::Sqlite(_) => CLAIM_ON_SQLITE,
            Tx::Postgres(_) => CLAIM_ON_POSTGRES,
        };
        let claimed: Option<Uuid> = sql!(self, conn => sqlx::query_scalar(claim)
            .bind(now.micros())
            .bind(lease.by)
            .bind(lease.until.micros())
            .fetch_optional(conn)
            .await)?;
        let Some(id) = claimed else { return Ok(None) };
        let row: DueRow = sql!(self, conn => sqlx::query_as(
            "SELECT letter.id, congress_id, organiser, recipient_name, recipient_address, purpose, subject, text_body,
                    html_body, stop_url, created_at, attempts
             FROM letter JOIN congress ON congress.id = letter.congress_id WHERE letter.id = $1",
        )
        .bind(id)
        .fetch_one(conn)
        .await)?;
        due(row).map(Some)
    }
}

fn due(row: DueRow) -> Result<DueLetter> {
    let at = At::new("letter", &row.id);
    Ok(DueLetter {
        purpose: at.parse("purpose", &row.purpose)?,
        attempts: at.number("attempts", row.attempts)?,
        id: row.id.into(),
        congress: row.congress_id.into(),
        organiser: row.organiser,
        to: Recipient { name: row.recipient_name, address: row.recipient_address },
        subject: row.subject,
        text: row.text_body,
        html: row.html_body,
        stop_url: row.stop_url,
        created_at: Timestamp::from_micros(row.created_at),
    })
}
