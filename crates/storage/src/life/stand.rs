//! Where a contribution stands, looked at before it changes.

use domain::contribution::{Act, ContributionNumber, State};
use domain::id::{CongressId, ContributionId};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::error::{Result, StorageError};
use crate::work::{Work, sql};

/// A contribution that nobody else changes until the unit of work ends.
pub(super) struct Standing {
    pub(super) id: ContributionId,
    pub(super) congress: CongressId,
    pub(super) number: ContributionNumber,
    pub(super) state: State,
    pub(super) version: u32,
}

#[derive(FromRow)]
struct StandingRow {
    number: i64,
    state: String,
    version: i64,
}

impl Work {
    /// Where a contribution stands, held until the unit of work ends.
    pub(super) async fn standing(&mut self, id: ContributionId) -> Result<Standing> {
        let congress: Option<Uuid> = sql!(self, conn => sqlx::query_scalar("SELECT congress_id FROM contribution WHERE id = $1")
            .bind(Uuid::from(id))
            .fetch_optional(conn)
            .await)?;
        let congress = CongressId::from(congress.ok_or(StorageError::Missing("contribution"))?);
        self.hold_congress(congress).await?;
        let row: StandingRow = sql!(self, conn => sqlx::query_as(
            "SELECT number, state, version FROM contribution WHERE id = $1",
        )
        .bind(Uuid::from(id))
        .fetch_one(conn)
        .await)?;
        let at = At::new("contribution", &id);
        Ok(Standing {
            id,
            congress,
            number: ContributionNumber::new(at.number("number", row.number)?),
            state: at.parse("state", &row.state)?,
            version: at.number("version", row.version)?,
        })
    }

    /// The same when `act` may be done to it, with the state that it leads to.
    pub(super) async fn standing_for(
        &mut self,
        id: ContributionId,
        act: Act,
    ) -> Result<Option<(Standing, State)>> {
        let standing = self.standing(id).await?;
        Ok(standing.state.after(act).map(|next| (standing, next)))
    }

    /// What is shown of a text that was there has changed: files made before are of another edition, and go.
    pub(super) async fn revise(&mut self, congress: CongressId) -> Result<()> {
        for statement in [
            "UPDATE congress SET revision = revision + 1 WHERE id = $1",
            "DELETE FROM document WHERE congress_id = $1",
            "DELETE FROM open_data WHERE congress_id = $1",
        ] {
            sql!(self, conn => sqlx::query(statement).bind(Uuid::from(congress)).execute(conn).await.map(drop))?;
        }
        Ok(())
    }
}
