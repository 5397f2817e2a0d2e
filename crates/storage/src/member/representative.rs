//! Who speaks for a member territory.

use domain::id::{CongressId, MemberId};
use domain::territory::{Territory, TerritoryLevel};
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::work::{Reading, Work, sql};

/// Somebody speaks for a territory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Representative {
    /// What kind of territory.
    pub level: TerritoryLevel,
    /// Its code.
    pub code: String,
    /// Who.
    pub member: MemberId,
    /// Since when.
    pub named_at: Timestamp,
}

#[derive(FromRow)]
struct RepresentativeRow {
    territory_level: String,
    territory_code: String,
    member_id: Uuid,
    named_at: i64,
}

impl Work {
    /// Nobody speaks for that territory any more; whoever did until now.
    pub async fn relieve_representative(
        &mut self,
        congress: CongressId,
        territory: &Territory,
        at: Timestamp,
    ) -> Result<Option<MemberId>> {
        let member: Option<Uuid> = sql!(self, conn => sqlx::query_scalar(
            "UPDATE representative SET ended_at = $4
             WHERE congress_id = $1 AND territory_level = $2 AND territory_code = $3 AND ended_at IS NULL
             RETURNING member_id",
        )
        .bind(Uuid::from(congress))
        .bind(territory.level.code())
        .bind(&territory.code)
        .bind(at.micros())
        .fetch_optional(conn)
        .await)?;
        Ok(member.map(Into::into))
    }

    /// A person speaks for a territory from now on; whoever did was relieved before.
    pub async fn name_representative(
        &mut self,
        congress: CongressId,
        territory: &Territory,
        member: MemberId,
        at: Timestamp,
    ) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "INSERT INTO representative (congress_id, territory_level, territory_code, member_id, named_at)
             VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (congress_id, territory_level, territory_code, member_id, named_at)
             DO UPDATE SET ended_at = NULL",
        )
        .bind(Uuid::from(congress))
        .bind(territory.level.code())
        .bind(&territory.code)
        .bind(Uuid::from(member))
        .bind(at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }
}

impl Reading {
    /// Who speaks for which territory now.
    pub async fn representatives(&mut self, congress: CongressId) -> Result<Vec<Representative>> {
        let rows: Vec<RepresentativeRow> = sql!(self, conn => sqlx::query_as(
            "SELECT territory_level, territory_code, member_id, named_at FROM representative
             WHERE congress_id = $1 AND ended_at IS NULL ORDER BY territory_level, territory_code, named_at",
        )
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(RepresentativeRow::parse).collect()
    }
}

impl RepresentativeRow {
    fn parse(self) -> Result<Representative> {
        Ok(Representative {
            level: At::new("representative", &self.territory_code)
                .parse("territory_level", &self.territory_level)?,
            code: self.territory_code,
            member: self.member_id.into(),
            named_at: Timestamp::from_micros(self.named_at),
        })
    }
}
