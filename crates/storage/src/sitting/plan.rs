//! Sittings themselves.

use domain::access::Code;
use domain::id::{CongressId, MemberId, SittingId};
use domain::line::Line;
use domain::sitting::{Sitting, SittingRules, SittingStage};
use domain::time::Timestamp;
use domain::vote::{Fraction, Quorum};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::work::{Reading, Work, sql};

/// A sitting's row; what follows says which.
macro_rules! sittings {
    ($rest:literal) => {
        concat!(
            "SELECT s.id, s.congress_id, s.name, s.place, s.access, s.starts_at, s.opened_at, s.closed_at, s.seats, s.college,
                 s.quorum_parts, s.quorum_of, s.most_proxies, s.least_secret, s.newcomers_first FROM sitting s ",
            $rest
        )
    };
}

#[derive(FromRow)]
struct SittingRow {
    id: Uuid,
    congress_id: Uuid,
    name: String,
    place: Option<String>,
    access: String,
    starts_at: i64,
    opened_at: Option<i64>,
    closed_at: Option<i64>,
    seats: String,
    college: String,
    quorum_parts: Option<i64>,
    quorum_of: Option<i64>,
    most_proxies: i64,
    least_secret: i64,
    newcomers_first: bool,
}

impl Work {
    /// A new sitting.
    pub async fn add_sitting(
        &mut self,
        new: &Sitting,
        (by, at): (Option<MemberId>, Timestamp),
    ) -> Result<()> {
        let quorum = new.rules.quorum.map(|quorum| quorum.0.terms());
        sql!(self, conn => sqlx::query(
            "INSERT INTO sitting (id, congress_id, name, place, access, starts_at, seats, college, quorum_parts, quorum_of,
                 most_proxies, least_secret, newcomers_first, made_at, made_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        )
        .bind(Uuid::from(new.id))
        .bind(Uuid::from(new.congress))
        .bind(new.name.as_str())
        .bind(new.place.as_ref().map(Line::as_str))
        .bind(new.access.code())
        .bind(new.starts_at.micros())
        .bind(new.rules.seats.code())
        .bind(new.rules.college.code())
        .bind(quorum.map(|(parts, _)| i64::from(parts)))
        .bind(quorum.map(|(_, of)| i64::from(of)))
        .bind(i64::from(new.rules.most_proxies))
        .bind(i64::from(new.rules.least_secret))
        .bind(new.rules.newcomers_first)
        .bind(at.micros())
        .bind(by.map(Uuid::from))
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// What was decided of a sitting before it began; false when it has begun.
    pub async fn change_sitting(&mut self, new: &Sitting) -> Result<bool> {
        let quorum = new.rules.quorum.map(|quorum| quorum.0.terms());
        let changed = sql!(self, conn => sqlx::query(
            "UPDATE sitting SET name = $2, place = $3, access = $4, starts_at = $5, seats = $6, college = $7, quorum_parts = $8,
                 quorum_of = $9, most_proxies = $10, least_secret = $11, newcomers_first = $12
             WHERE id = $1 AND opened_at IS NULL",
        )
        .bind(Uuid::from(new.id))
        .bind(new.name.as_str())
        .bind(new.place.as_ref().map(Line::as_str))
        .bind(new.access.code())
        .bind(new.starts_at.micros())
        .bind(new.rules.seats.code())
        .bind(new.rules.college.code())
        .bind(quorum.map(|(parts, _)| i64::from(parts)))
        .bind(quorum.map(|(_, of)| i64::from(of)))
        .bind(i64::from(new.rules.most_proxies))
        .bind(i64::from(new.rules.least_secret))
        .bind(new.rules.newcomers_first)
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        Ok(changed == 1)
    }

    /// « La séance est ouverte »; false when it had been.
    pub async fn open_sitting(&mut self, id: SittingId, at: Timestamp) -> Result<bool> {
        let opened = sql!(self, conn => sqlx::query("UPDATE sitting SET opened_at = $2 WHERE id = $1 AND opened_at IS NULL")
            .bind(Uuid::from(id))
            .bind(at.micros())
            .execute(conn)
            .await
            .map(|done| done.rows_affected()))?;
        Ok(opened == 1)
    }

    /// « La séance est levée »: whoever is there goes out, the item under way ends, no request to speak waits. False when it
    /// isn't open, or a poll is.
    pub async fn close_sitting(&mut self, id: SittingId, at: Timestamp) -> Result<bool> {
        let closed = sql!(self, conn => sqlx::query(
            "UPDATE sitting SET closed_at = $2, check_in_code = NULL, check_in_until = NULL,
                 pitch_seconds = NULL, pitch_who = NULL, pitch_ends_at = NULL
             WHERE id = $1 AND opened_at IS NOT NULL AND closed_at IS NULL
               AND NOT EXISTS (SELECT 1 FROM poll p WHERE p.sitting_id = $1 AND p.state IN ('ouvert', 'clos'))",
        )
        .bind(Uuid::from(id))
        .bind(at.micros())
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        if closed == 0 {
            return Ok(false);
        }
        for statement in [
            "UPDATE attendance SET out_at = $2 WHERE sitting_id = $1 AND out_at IS NULL",
            "UPDATE agenda_item SET ended_at = $2 WHERE sitting_id = $1 AND begun_at IS NOT NULL AND ended_at IS NULL",
            "UPDATE floor_request SET ended_at = $2 WHERE sitting_id = $1 AND ended_at IS NULL",
        ] {
            sql!(self, conn => sqlx::query(statement)
                .bind(Uuid::from(id))
                .bind(at.micros())
                .execute(conn)
                .await
                .map(drop))?;
        }
        Ok(true)
    }

    /// The code by which people in the room check themselves in, until that moment; none takes it back.
    pub async fn set_check_in_code(&mut self, id: SittingId, code: Option<(Code, Timestamp)>) -> Result<()> {
        sql!(self, conn => sqlx::query("UPDATE sitting SET check_in_code = $2, check_in_until = $3 WHERE id = $1 AND closed_at IS NULL")
            .bind(Uuid::from(id))
            .bind(code.map(|(code, _)| code.to_string()))
            .bind(code.map(|(_, until)| until.micros()))
            .execute(conn)
            .await
            .map(drop))?;
        Ok(())
    }
}

impl Reading {
    /// The sittings of a congress, the first to begin first.
    pub async fn sittings(&mut self, congress: CongressId) -> Result<Vec<Sitting>> {
        let rows: Vec<SittingRow> = sql!(self, conn => sqlx::query_as(
            sittings!("WHERE s.congress_id = $1 ORDER BY s.starts_at, s.id"),
        )
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(SittingRow::parse).collect()
    }

    /// That sitting.
    pub async fn sitting(&mut self, id: SittingId) -> Result<Option<Sitting>> {
        let row: Option<SittingRow> = sql!(self, conn => sqlx::query_as(sittings!("WHERE s.id = $1"))
            .bind(Uuid::from(id))
            .fetch_optional(conn)
            .await)?;
        row.map(SittingRow::parse).transpose()
    }

    /// The sitting that goes on, the last one opened if there are several; else none.
    pub async fn sitting_under_way(&mut self, congress: CongressId) -> Result<Option<Sitting>> {
        let row: Option<SittingRow> = sql!(self, conn => sqlx::query_as(
            sittings!("WHERE s.congress_id = $1 AND s.opened_at IS NOT NULL AND s.closed_at IS NULL
                       ORDER BY s.opened_at DESC, s.id DESC LIMIT 1"),
        )
        .bind(Uuid::from(congress))
        .fetch_optional(conn)
        .await)?;
        row.map(SittingRow::parse).transpose()
    }

    /// The code that checks people in now.
    pub async fn check_in_code(&mut self, id: SittingId, now: Timestamp) -> Result<Option<Code>> {
        let code: Option<String> = sql!(self, conn => sqlx::query_scalar(
            "SELECT check_in_code FROM sitting WHERE id = $1 AND check_in_until > $2 AND closed_at IS NULL",
        )
        .bind(Uuid::from(id))
        .bind(now.micros())
        .fetch_optional(conn)
        .await)?;
        At::new("sitting", &id).parse_some("check_in_code", code.as_deref())
    }
}

impl SittingRow {
    fn parse(self) -> Result<Sitting> {
        let at = At::new("sitting", &self.id);
        let moment = Timestamp::from_micros;
        let stage = match (self.opened_at, self.closed_at) {
            (None, None) => SittingStage::Planned,
            (Some(opened), None) => SittingStage::Open { since: moment(opened) },
            (Some(opened), Some(closed)) => {
                SittingStage::Closed { opened_at: moment(opened), closed_at: moment(closed) }
            }
            (None, Some(_)) => return Err(at.corrupt("closed_at")),
        };
        let quorum = match (self.quorum_parts, self.quorum_of) {
            (Some(parts), Some(of)) => {
                let fraction = Fraction::new(at.number("quorum_parts", parts)?, at.number("quorum_of", of)?);
                Some(Quorum(fraction.map_err(|_| at.corrupt("quorum_parts"))?))
            }
            _ => None,
        };
        Ok(Sitting {
            id: self.id.into(),
            congress: self.congress_id.into(),
            name: at.parse("name", &self.name)?,
            place: at.parse_some("place", self.place.as_deref())?,
            access: at.parse("access", &self.access)?,
            starts_at: moment(self.starts_at),
            rules: SittingRules {
                seats: at.parse("seats", &self.seats)?,
                college: at.parse("college", &self.college)?,
                quorum,
                most_proxies: at.number("most_proxies", self.most_proxies)?,
                least_secret: at.number("least_secret", self.least_secret)?,
                newcomers_first: self.newcomers_first,
            },
            stage,
        })
    }
}
