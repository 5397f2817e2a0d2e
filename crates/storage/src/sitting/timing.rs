//! How long people speak, and the network that the screen names.

use domain::id::SittingId;
use domain::line::Line;
use domain::sitting::{Length, Pitch, Timing};
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::work::{Reading, Work, sql};

#[derive(Default, FromRow)]
struct TimingRow {
    turn_seconds: Option<i64>,
    pitch_seconds: Option<i64>,
    pitch_who: Option<String>,
    pitch_ends_at: Option<i64>,
}

impl Work {
    /// How long turns to speak take from now on; whoever has the floor keeps the end that they were given.
    pub async fn set_turn(&mut self, sitting: SittingId, turn: Option<Length>) -> Result<()> {
        sql!(self, conn => sqlx::query("UPDATE sitting SET turn_seconds = $2 WHERE id = $1")
            .bind(Uuid::from(sitting))
            .bind(turn.map(|turn| i64::from(turn.seconds())))
            .execute(conn)
            .await
            .map(drop))?;
        Ok(())
    }

    /// A pitch begins, in place of the one under way; none ends that.
    pub async fn set_pitch(&mut self, sitting: SittingId, pitch: Option<&Pitch>) -> Result<()> {
        sql!(self, conn => sqlx::query("UPDATE sitting SET pitch_seconds = $2, pitch_who = $3, pitch_ends_at = $4 WHERE id = $1")
            .bind(Uuid::from(sitting))
            .bind(pitch.map(|pitch| i64::from(pitch.length.seconds())))
            .bind(pitch.and_then(|pitch| pitch.who.as_ref()).map(Line::as_str))
            .bind(pitch.map(|pitch| pitch.ends_at.micros()))
            .execute(conn)
            .await
            .map(drop))?;
        Ok(())
    }

    /// The network that the screen names when people come in; none: it names none.
    pub async fn set_network(&mut self, sitting: SittingId, network: Option<&Line>) -> Result<()> {
        sql!(self, conn => sqlx::query("UPDATE sitting SET network = $2 WHERE id = $1")
            .bind(Uuid::from(sitting))
            .bind(network.map(Line::as_str))
            .execute(conn)
            .await
            .map(drop))?;
        Ok(())
    }
}

impl Reading {
    /// How a sitting times those who speak.
    pub async fn timing(&mut self, sitting: SittingId) -> Result<Timing> {
        let row: Option<TimingRow> = sql!(self, conn => sqlx::query_as(
            "SELECT turn_seconds, pitch_seconds, pitch_who, pitch_ends_at FROM sitting WHERE id = $1",
        )
        .bind(Uuid::from(sitting))
        .fetch_optional(conn)
        .await)?;
        let (row, at) = (row.unwrap_or_default(), At::new("sitting", &sitting));
        let length = |column, seconds: Option<i64>| match seconds {
            None => Ok(None),
            Some(seconds) => {
                Length::of_seconds(at.number(column, seconds)?).map(Some).ok_or_else(|| at.corrupt(column))
            }
        };
        let pitch = match (length("pitch_seconds", row.pitch_seconds)?, row.pitch_ends_at) {
            (Some(length), Some(ends_at)) => Some(Pitch {
                who: at.parse_some("pitch_who", row.pitch_who.as_deref())?,
                length,
                ends_at: Timestamp::from_micros(ends_at),
            }),
            _ => None,
        };
        Ok(Timing { turn: length("turn_seconds", row.turn_seconds)?, pitch })
    }

    /// The network that the screen names when people come in.
    pub async fn network(&mut self, sitting: SittingId) -> Result<Option<Line>> {
        let network: Option<Option<String>> = sql!(self, conn => sqlx::query_scalar(
            "SELECT network FROM sitting WHERE id = $1",
        )
        .bind(Uuid::from(sitting))
        .fetch_optional(conn)
        .await)?;
        At::new("sitting", &sitting).parse_some("network", network.flatten().as_deref())
    }
}
