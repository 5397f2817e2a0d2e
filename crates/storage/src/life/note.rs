//! A remark that somebody else noted: corrected by them for a while, made their own by whoever said it.

use domain::contribution::Kind;
use domain::id::{ContributionId, MemberId};
use domain::member::{Display, Signature};
use domain::settings::Moderation;
use domain::time::Timestamp;
use domain::words::Body;
use domain::workshop::Answer;
use uuid::Uuid;

use super::rewrite::Rewritten;
use super::words::{Put, Words};
use crate::error::Result;
use crate::work::{Work, sql};

/// A correction of a line, by those who noted it.
#[derive(Clone, Debug, PartialEq)]
pub struct Correcting {
    /// Which contribution.
    pub contribution: ContributionId,
    /// The version that they had before their eyes.
    pub from: u32,
    /// The words.
    pub body: Body,
    /// What search finds them by.
    pub stems: Vec<(String, u32)>,
    /// The kind given.
    pub kind: Option<Kind>,
    /// When staff reads.
    pub moderation: Moderation,
    /// When it was corrected.
    pub at: Timestamp,
    /// Who corrected it, where they are signed in.
    pub by: Option<MemberId>,
}

impl Work {
    /// Corrects a line. Whether it is time still is for whoever asks to see. The same correction a second time does nothing.
    pub async fn correct_note(&mut self, new: &Correcting) -> Result<Rewritten> {
        let words = Words {
            contribution: new.contribution,
            from: new.from,
            body: &new.body,
            stems: &new.stems,
            kind: new.kind,
            moderation: new.moderation,
            at: new.at,
            by: new.by,
        };
        match self.put_words(&words).await? {
            Put::Refused => Ok(Rewritten::Refused),
            Put::Stale => Ok(Rewritten::Stale),
            Put::There(standing) => {
                self.set_kind(standing.id, new.kind).await?;
                self.revise(standing.congress).await?;
                Ok(Rewritten::Done)
            }
        }
    }

    /// What `speaker` says of words that were noted as theirs, once: confirmed, they are theirs and quoted as such. False when
    /// they weren't noted as theirs, or they have answered already.
    pub async fn answer_note(
        &mut self,
        contribution: ContributionId,
        speaker: MemberId,
        answer: Answer,
        (display, signature): (Display, &Signature),
        at: Timestamp,
    ) -> Result<bool> {
        let standing = self.standing(contribution).await?;
        let answered = sql!(self, conn => sqlx::query(
            "UPDATE note SET answer = $3, answered_at = $4
             WHERE contribution_id = $1 AND speaker_id = $2 AND answer IS NULL",
        )
        .bind(Uuid::from(contribution))
        .bind(Uuid::from(speaker))
        .bind(answer.code())
        .bind(at.micros())
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        if answered == 0 {
            return Ok(false);
        }
        if answer == Answer::Confirmed {
            self.sign(contribution, display, signature).await?;
            sql!(self, conn => sqlx::query(
                "UPDATE contribution SET reported = $4, member_id = $2, signatory = $3 WHERE id = $1",
            )
            .bind(Uuid::from(contribution))
            .bind(Uuid::from(speaker))
            .bind(crate::contribution::signatory(signature, Some(speaker)))
            .bind(false)
            .execute(conn)
            .await
            .map(drop))?;
            self.revise(standing.congress).await?;
        }
        Ok(true)
    }
}
