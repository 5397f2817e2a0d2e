//! Who has a voice in a sitting.

use domain::member::Member;
use domain::sitting::{Seat, SeatKey, SeatKind, Sitting};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::contribution::TerritoryRow;
use crate::error::Result;
use crate::member::{MemberRow, member_columns};
use crate::work::{Reading, sql};

#[derive(FromRow)]
struct TerritorySeatRow {
    member_id: Uuid,
    name: String,
    mandate: Option<String>,
    seat_level: String,
    seat_code: String,
    #[sqlx(flatten)]
    territory: TerritoryRow,
}

impl Reading {
    /// The *inscrits* of a sitting, by name: people of its college who didn't decline and don't only observe, or member
    /// territories through whoever speaks for them now.
    pub async fn seats(&mut self, sitting: &Sitting) -> Result<Vec<Seat>> {
        match sitting.rules.seats {
            SeatKind::People => self.seats_of_people(sitting).await,
            SeatKind::Territories => self.seats_of_territories(sitting).await,
        }
    }

    async fn seats_of_people(&mut self, sitting: &Sitting) -> Result<Vec<Seat>> {
        let rows: Vec<MemberRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT ", member_columns!(), " FROM member m
             WHERE m.congress_id = $1 AND m.college = $2 AND m.erased_at IS NULL AND m.declined_at IS NULL
             ORDER BY m.sort_name, m.id",
        ))
        .bind(Uuid::from(sitting.congress))
        .bind(sitting.rules.college.code())
        .fetch_all(conn)
        .await)?;
        let members: Result<Vec<Member>> = rows.into_iter().map(MemberRow::parse).collect();
        Ok(members?.into_iter().filter(Member::may_write).map(seat).collect())
    }

    async fn seats_of_territories(&mut self, sitting: &Sitting) -> Result<Vec<Seat>> {
        let rows: Vec<TerritorySeatRow> = sql!(self, conn => sqlx::query_as(
            "SELECT m.id AS member_id, m.name, m.mandate, r.territory_level AS seat_level, r.territory_code AS seat_code,
                 m.territory_code, m.territory_name, m.territory_level, m.territory_departement, m.territory_region,
                 m.territory_population
             FROM representative r JOIN member m ON m.id = r.member_id
             WHERE r.congress_id = $1 AND r.ended_at IS NULL AND m.college = $2 AND m.erased_at IS NULL AND m.declined_at IS NULL
             ORDER BY m.sort_name, m.id, r.territory_level, r.territory_code",
        )
        .bind(Uuid::from(sitting.congress))
        .bind(sitting.rules.college.code())
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(TerritorySeatRow::parse).collect()
    }
}

fn seat(member: Member) -> Seat {
    Seat {
        key: SeatKey::Person(member.id),
        member: member.id,
        name: member.name.into(),
        mandate: member.mandate.map(Into::into),
        territory: member.territory,
        weight: 1,
    }
}

impl TerritorySeatRow {
    fn parse(self) -> Result<Seat> {
        let at = At::new("representative", &self.seat_code);
        Ok(Seat {
            key: SeatKey::Territory(at.parse("territory_level", &self.seat_level)?, self.seat_code.clone()),
            member: self.member_id.into(),
            name: self.name,
            mandate: self.mandate,
            territory: self.territory.parse(at)?,
            weight: 1,
        })
    }
}
