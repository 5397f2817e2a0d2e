//! The roll of a poll, as those may see it who may.

use domain::id::{MemberId, PollId};
use domain::sitting::{RollSeat, Seat, Standing};
use domain::territory::Territory;
use domain::vote::{Choice, Part, Poll};
use sqlx_macros::FromRow;
use std::collections::BTreeMap;
use uuid::Uuid;

use super::row::{PollRow, json, polls};
use crate::cell::At;
use crate::contribution::TerritoryRow;
use crate::error::Result;
use crate::work::{Reading, sql};

/// A voice as it is stored.
pub(super) struct StoredSeat<'a> {
    pub(super) key: String,
    pub(super) territory: Option<&'a Territory>,
}

pub(super) fn stored_seat(seat: &RollSeat) -> StoredSeat<'_> {
    StoredSeat { key: seat.seat.key.to_string(), territory: seat.seat.territory.as_ref() }
}

/// A voice on a roll, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatOnRoll {
    /// The voice.
    pub on_roll: RollSeat,
    /// The name of whoever casts it.
    pub voter_name: String,
    /// What became of it.
    pub part: Part,
}

/// A voice that somebody casts, as they see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnSeat {
    /// The voice.
    pub seat: SeatOnRoll,
    /// What they chose, in a public poll.
    pub choice: Option<Choice>,
}

/// A roll's row; what follows says which.
macro_rules! seats {
    ($rest:literal) => {
        concat!(
            "SELECT s.seat, s.member_id, s.voter_id, s.standing, s.name, s.voter_name, s.mandate, s.territory_code, s.territory_name,
                 s.territory_level, s.territory_departement, s.territory_region, s.territory_population, s.weight, s.part, ",
            $rest
        )
    };
}
pub(super) use seats;

#[derive(FromRow)]
pub(super) struct SeatRow {
    seat: String,
    member_id: Uuid,
    voter_id: Uuid,
    standing: String,
    name: String,
    voter_name: String,
    mandate: Option<String>,
    #[sqlx(flatten)]
    territory: TerritoryRow,
    weight: i64,
    part: String,
    choice: Option<String>,
}

impl SeatRow {
    pub(super) fn parse(self) -> Result<OwnSeat> {
        let at = At::new("poll_seat", &self.seat);
        let standing: Standing = at.parse("standing", &self.standing)?;
        let choice = self.choice.as_deref().map(|text| json(at, "choice", text)).transpose()?;
        let seat = Seat {
            key: at.parse("seat", &self.seat)?,
            member: MemberId::from(self.member_id),
            name: self.name,
            mandate: self.mandate,
            territory: self.territory.parse(at)?,
            weight: at.number("weight", self.weight)?,
        };
        let on_roll = RollSeat { seat, voter: MemberId::from(self.voter_id), standing };
        let part = at.parse("part", &self.part)?;
        Ok(OwnSeat { seat: SeatOnRoll { on_roll, voter_name: self.voter_name, part }, choice })
    }
}

impl Reading {
    /// The roll of a poll by name, without any choice: who can vote, and who has.
    pub async fn roll(&mut self, poll: PollId) -> Result<Vec<SeatOnRoll>> {
        let rows: Vec<SeatRow> = sql!(self, conn => sqlx::query_as(
            seats!("NULL AS choice FROM poll_seat s WHERE s.poll_id = $1 ORDER BY s.name, s.seat"),
        )
        .bind(Uuid::from(poll))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(|row| row.parse().map(|own| own.seat)).collect()
    }

    /// The voices that somebody casts in a poll, with what they chose where it is public.
    pub async fn own_seats(&mut self, poll: PollId, voter: MemberId) -> Result<Vec<OwnSeat>> {
        let rows: Vec<SeatRow> = sql!(self, conn => sqlx::query_as(
            seats!("s.choice FROM poll_seat s WHERE s.poll_id = $1 AND s.voter_id = $2 ORDER BY s.standing = 'represente', s.seat"),
        )
        .bind(Uuid::from(poll))
        .bind(Uuid::from(voter))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(SeatRow::parse).collect()
    }

    /// The polls on whose roll somebody is, by their own voice or by one that they cast.
    pub async fn polls_with(&mut self, member: MemberId) -> Result<Vec<Poll>> {
        let rows: Vec<PollRow> = sql!(self, conn => sqlx::query_as(polls!(
            "WHERE EXISTS (SELECT 1 FROM poll_seat s WHERE s.poll_id = p.id AND (s.member_id = $1 OR s.voter_id = $1))
             ORDER BY p.number"
        ))
        .bind(Uuid::from(member))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(PollRow::parse).collect()
    }

    /// The voices of a poll that somebody has or casts. A choice stands beside a voice of a public poll that they cast, or that
    /// was cast for them once the result is said.
    pub async fn seats_with(&mut self, poll: PollId, member: MemberId) -> Result<Vec<OwnSeat>> {
        let rows: Vec<SeatRow> = sql!(self, conn => sqlx::query_as(
            seats!("CASE WHEN p.secrecy = 'public' AND s.part <> 'simule' AND (s.voter_id = $2 OR p.state = 'proclame') THEN s.choice END AS choice
                    FROM poll_seat s JOIN poll p ON p.id = s.poll_id
                    WHERE s.poll_id = $1 AND (s.member_id = $2 OR s.voter_id = $2) ORDER BY s.seat"),
        )
        .bind(Uuid::from(poll))
        .bind(Uuid::from(member))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(SeatRow::parse).collect()
    }

    /// The same for everybody who casts one, for when many ask at once: each is given their own and nothing else.
    pub async fn voices_by_voter(&mut self, poll: PollId) -> Result<BTreeMap<MemberId, Vec<OwnSeat>>> {
        let rows: Vec<SeatRow> = sql!(self, conn => sqlx::query_as(
            seats!("s.choice FROM poll_seat s WHERE s.poll_id = $1 ORDER BY s.standing = 'represente', s.seat"),
        )
        .bind(Uuid::from(poll))
        .fetch_all(conn)
        .await)?;
        let mut voices: BTreeMap<MemberId, Vec<OwnSeat>> = BTreeMap::new();
        for row in rows {
            let own = row.parse()?;
            voices.entry(own.seat.on_roll.voter).or_default().push(own);
        }
        Ok(voices)
    }

    /// How many voices of a poll are given, of how many: all that is known of a poll that is open.
    pub async fn turnout(&mut self, poll: PollId) -> Result<(u64, u64)> {
        let (given, all): (i64, i64) = sql!(self, conn => sqlx::query_as(
            "SELECT CAST(COALESCE(SUM(CASE WHEN part = 'attendu' THEN 0 ELSE weight END), 0) AS BIGINT),
                 CAST(COALESCE(SUM(weight), 0) AS BIGINT) FROM poll_seat WHERE poll_id = $1",
        )
        .bind(Uuid::from(poll))
        .fetch_one(conn)
        .await)?;
        let at = At::new("poll_seat", &poll);
        Ok((at.number("weight", given)?, at.number("weight", all)?))
    }
}
