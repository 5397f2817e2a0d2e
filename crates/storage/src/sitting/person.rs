//! People of a sitting as they were at their first act in it.

use domain::id::{MemberId, SittingId};
use uuid::Uuid;

use crate::error::Result;
use crate::work::{Work, sql};

impl Work {
    /// Keeps somebody as they are now, unless they acted in that sitting before.
    pub(super) async fn keep_person(&mut self, sitting: SittingId, member: MemberId) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "INSERT INTO sitting_person (sitting_id, member_id, name, mandate, territory_code, territory_name, territory_level,
                 territory_departement, territory_region, territory_population)
             SELECT s.id, m.id, m.name, m.mandate, m.territory_code, m.territory_name, m.territory_level,
                 m.territory_departement, m.territory_region, m.territory_population
             FROM member m JOIN sitting s ON s.id = $1 WHERE m.id = $2
             ON CONFLICT (sitting_id, member_id) DO NOTHING",
        )
        .bind(Uuid::from(sitting))
        .bind(Uuid::from(member))
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }
}
