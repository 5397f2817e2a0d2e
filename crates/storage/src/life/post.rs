//! A text that arrives from the form on line.

use domain::contribution::{ContributionNumber, State, dots};
use domain::id::{CongressId, ContributionId, MemberId};
use domain::member::Display;
use uuid::Uuid;

use super::versions::NewVersion;
use crate::cell::At;
use crate::contribution::NewContribution;
use crate::error::{Result, StorageError};
use crate::work::{Work, sql};

/// A text to post.
#[derive(Clone, Debug, PartialEq)]
pub struct NewText {
    /// The words with what search finds them by, signed as they may be shown. `member` wrote them, where it is one.
    pub contribution: NewContribution,
    /// Where it stands once it has arrived: shown, or waiting.
    pub state: State,
    /// How much of its author it shows.
    pub display: Display,
    /// Who typed it, when its author didn't.
    pub entered_by: Option<MemberId>,
    /// What it completes.
    pub complement_of: Option<ContributionId>,
}

/// What became of a text that was posted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posted {
    /// Its id; of the one that is there already when its fingerprint is known.
    pub id: ContributionId,
    /// Its number.
    pub number: ContributionNumber,
    /// It was there before: nothing was added.
    pub already_there: bool,
}

impl Work {
    /// Posts a text once: a second one with the same fingerprint answers what became of the first.
    pub async fn post_text(&mut self, congress: CongressId, new: NewText) -> Result<Posted> {
        let NewText { mut contribution, state, display, entered_by, complement_of } = new;
        let (fingerprint, body, at) =
            (contribution.fingerprint.clone(), contribution.body.clone(), contribution.received_at);
        let by = entered_by.or(contribution.member);
        let kind = contribution.kind;
        if !state.is_shown() {
            contribution.body =
                dots(body.as_str()).parse().map_err(|_| StorageError::Inconsistent("no dots"))?;
            contribution.stems.clear();
        }
        let already_there = self.add_contributions(congress, None, [contribution]).await?.added == 0;
        let (id, number) = self.posted(congress, &fingerprint).await?;
        if !already_there {
            self.complete(id, (state, display), entered_by, complement_of).await?;
            if !state.is_shown() {
                self.add_version(
                    id,
                    1,
                    &NewVersion { body: &body, kind, shown: false, corrected: false, at, by },
                )
                .await?;
            }
        }
        Ok(Posted { id, number, already_there })
    }

    async fn posted(
        &mut self,
        congress: CongressId,
        fingerprint: &str,
    ) -> Result<(ContributionId, ContributionNumber)> {
        let (id, number): (Uuid, i64) = sql!(self, conn => sqlx::query_as(
            "SELECT id, number FROM contribution WHERE congress_id = $1 AND fingerprint = $2",
        )
        .bind(Uuid::from(congress))
        .bind(fingerprint)
        .fetch_one(conn)
        .await)?;
        let number = At::new("contribution", &id).number("number", number)?;
        Ok((id.into(), ContributionNumber::new(number)))
    }

    async fn complete(
        &mut self,
        id: ContributionId,
        (state, display): (State, Display),
        entered_by: Option<MemberId>,
        complement_of: Option<ContributionId>,
    ) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "UPDATE contribution SET state = $2, display = $3, entered_by = $4, complement_of = $5 WHERE id = $1",
        )
        .bind(Uuid::from(id))
        .bind(state.code())
        .bind(display.code())
        .bind(entered_by.map(Uuid::from))
        .bind(complement_of.map(Uuid::from))
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }
}
