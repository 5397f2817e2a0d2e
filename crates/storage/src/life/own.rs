//! A contribution as its author and staff know it, with what was written even where it isn't shown.

use domain::contribution::{Contribution, ContributionNumber, Life, State};
use domain::id::{CongressId, ContributionId, MemberId};
use domain::moderation::HidingReason;
use domain::reading::OwnContribution;
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::contribution::{ContributionRow, contribution_columns};
use crate::error::{Result, StorageError};
use crate::work::{Reading, sql};

/// Columns of [`OwnRow`], of the table called `c`.
macro_rules! own_columns {
    () => {
        concat!(
            $crate::contribution::contribution_columns!(),
            ", c.member_id, c.entered_by, c.hidden_for, c.hidden_reason, c.changed_at, c.display,
             (SELECT v.body FROM contribution_version v
              WHERE v.contribution_id = c.id AND v.version = c.version) AS written,
             (SELECT o.number FROM contribution o WHERE o.id = c.complement_of) AS complement_of"
        )
    };
}
pub(crate) use own_columns;

#[derive(FromRow)]
pub(crate) struct OwnRow {
    #[sqlx(flatten)]
    contribution: ContributionRow,
    member_id: Option<Uuid>,
    entered_by: Option<Uuid>,
    hidden_for: Option<String>,
    hidden_reason: Option<String>,
    changed_at: Option<i64>,
    display: Option<String>,
    written: Option<String>,
    complement_of: Option<i64>,
}

impl Reading {
    /// The contribution of that number, with what was written.
    pub async fn own(
        &mut self,
        congress: CongressId,
        number: ContributionNumber,
    ) -> Result<Option<OwnContribution>> {
        let row: Option<OwnRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT ", own_columns!(), " FROM contribution c WHERE c.congress_id = $1 AND c.number = $2",
        ))
        .bind(Uuid::from(congress))
        .bind(i64::from(number.get()))
        .fetch_optional(conn)
        .await)?;
        row.map(OwnRow::parse).transpose()
    }

    /// What a member wrote, the last received first.
    pub async fn owned_by(&mut self, member: MemberId) -> Result<Vec<OwnContribution>> {
        let rows: Vec<OwnRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT ", own_columns!(),
            " FROM contribution c WHERE c.member_id = $1 ORDER BY c.received_at DESC, c.number DESC",
        ))
        .bind(Uuid::from(member))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(OwnRow::parse).collect()
    }

    /// The contributions that complete one, by number.
    pub(crate) async fn complements(&mut self, contribution: ContributionId) -> Result<Vec<Contribution>> {
        let rows: Vec<ContributionRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT ", contribution_columns!(), " FROM contribution c WHERE c.complement_of = $1 ORDER BY c.number",
        ))
        .bind(Uuid::from(contribution))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(ContributionRow::parse).collect()
    }

    /// The number of the contribution that one completes, and whether somebody else than its author typed it.
    pub(crate) async fn origin(
        &mut self,
        contribution: ContributionId,
    ) -> Result<(Option<ContributionNumber>, bool)> {
        let (number, entered): (Option<i64>, i32) = sql!(self, conn => sqlx::query_as(
            "SELECT o.number, CASE WHEN c.entered_by IS NULL THEN 0 ELSE 1 END
             FROM contribution c LEFT JOIN contribution o ON o.id = c.complement_of WHERE c.id = $1",
        )
        .bind(Uuid::from(contribution))
        .fetch_one(conn)
        .await)?;
        let at = At::new("contribution", &contribution);
        let number = number.map(|n| Ok::<_, StorageError>(ContributionNumber::new(at.number("number", n)?)));
        Ok((number.transpose()?, entered == 1))
    }
}

impl OwnRow {
    pub(crate) fn parse(self) -> Result<OwnContribution> {
        let contribution = self.contribution.parse()?;
        let at = At::new("contribution", &contribution.id);
        let changed_at = self.changed_at.map(Timestamp::from_micros);
        let since = at.some("changed_at", changed_at);
        let life = match contribution.state {
            State::Published => Life::Published,
            State::Waiting => Life::Waiting,
            State::Hidden => Life::Hidden {
                // Texts hidden before there was a list.
                reason: at
                    .parse_some("hidden_reason", self.hidden_reason.as_deref())?
                    .unwrap_or(HidingReason::Other),
                why: self.hidden_for.unwrap_or_default(),
                at: since?,
            },
            State::Withdrawn => Life::Withdrawn { at: since? },
            State::Erased => Life::Erased { at: since? },
        };
        let number = |n: i64| Ok::<_, StorageError>(ContributionNumber::new(at.number("complement_of", n)?));
        Ok(OwnContribution {
            author: self.member_id.map(MemberId::from),
            entered_by: self.entered_by.map(MemberId::from),
            life,
            changed_at,
            display: at.parse_some("display", self.display.as_deref())?,
            complement_of: self.complement_of.map(number).transpose()?,
            written: match self.written {
                Some(words) => words.try_into().map_err(|_| at.corrupt("body"))?,
                None => contribution.body.clone(),
            },
            contribution,
        })
    }
}
