//! Taking ballots. Many are taken in one unit of work; none fails the others.

use domain::id::{MemberId, PollId};
use domain::sitting::SeatKey;
use domain::vote::{CastFault, Choice, Part, PollState, Secrecy, Turn};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::error::{Result, StorageError};
use crate::work::{Work, sql};

/// A secret ballot as the box takes it: what it is known by and what it holds are unreadable without the poll's key.
#[derive(Clone, PartialEq, Eq)]
pub struct SealedBallot {
    /// HMAC of its receipt.
    pub tag: Vec<u8>,
    /// The receipt and the choice, sealed; of one length for all.
    pub sealed: Vec<u8>,
}

#[derive(FromRow)]
struct VoiceRow {
    state: String,
    secrecy: String,
    voter_id: Option<Uuid>,
    part: Option<String>,
}

/// What stands before something is taken.
struct Voice {
    secrecy: Secrecy,
    part: Part,
}

impl Work {
    /// Keeps a poll as it is until this unit of work ends: it can't close between a ballot's being looked at and its being on
    /// disk. Whether it takes ballots.
    pub async fn hold_poll(&mut self, poll: PollId) -> Result<bool> {
        let held = sql!(self, conn => sqlx::query("UPDATE poll SET state = state WHERE id = $1 AND state = 'ouvert'")
            .bind(Uuid::from(poll))
            .execute(conn)
            .await
            .map(|done| done.rows_affected()))?;
        Ok(held == 1)
    }

    /// Takes a choice for a voice of a public poll; another one takes its place until the poll closes. One that its page made before
    /// the one that stands there came late, and is passed over.
    pub async fn cast_public(
        &mut self,
        (poll, seat, voter): (PollId, &SeatKey, MemberId),
        choice: &Choice,
        turn: Option<&Turn>,
    ) -> Result<Result<(), CastFault>> {
        if let Err(fault) = self.voice(poll, seat, voter, Secrecy::Public).await? {
            return Ok(Err(fault));
        }
        let choice = serde_json::to_string(choice)
            .map_err(|_| StorageError::Inconsistent("a choice that can't be written as JSON"))?;
        self.set_part((poll, seat), (Part::Voted, turn), Some(&choice)).await?;
        Ok(Ok(()))
    }

    /// Takes a sealed ballot for a voice of a secret poll, once: sent again it is taken already, and another one is refused.
    pub async fn cast_secret(
        &mut self,
        (poll, seat, voter): (PollId, &SeatKey, MemberId),
        ballot: &SealedBallot,
    ) -> Result<Result<(), CastFault>> {
        let part = match self.voice(poll, seat, voter, Secrecy::Secret).await? {
            Ok(voice) => voice.part,
            Err(fault) => return Ok(Err(fault)),
        };
        if matches!(part, Part::Voted | Part::Simulated) {
            let known = self.is_in_box(poll, &ballot.tag).await?;
            return Ok(if known { Ok(()) } else { Err(CastFault::Already) });
        }
        let added = sql!(self, conn => sqlx::query(
            "INSERT INTO poll_box (poll_id, tag, sealed) VALUES ($1, $2, $3) ON CONFLICT (poll_id, tag) DO NOTHING",
        )
        .bind(Uuid::from(poll))
        .bind(&ballot.tag)
        .bind(&ballot.sealed)
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        if added == 0 {
            // Somebody else's receipt, or the same for two voices: 128 random bits don't meet.
            return Ok(Err(CastFault::Already));
        }
        self.set_part((poll, seat), (Part::Voted, None), None).await?;
        Ok(Ok(()))
    }

    /// Notes that a voice takes no part, or is signed for a ballot on paper. A voice that was given in a secret poll stays given.
    pub async fn set_aside(
        &mut self,
        (poll, seat, voter): (PollId, &SeatKey, MemberId),
        (part, turn): (Part, Option<&Turn>),
    ) -> Result<Result<(), CastFault>> {
        let secrecy = self.secrecy(poll).await?;
        match self.voice(poll, seat, voter, secrecy).await? {
            Err(fault) => Ok(Err(fault)),
            Ok(voice) if voice.secrecy == Secrecy::Secret && voice.part == Part::Voted => {
                Ok(Err(CastFault::Already))
            }
            Ok(voice) => {
                let turn = turn.filter(|_| voice.secrecy == Secrecy::Public);
                self.set_part((poll, seat), (part, turn), None).await?;
                Ok(Ok(()))
            }
        }
    }

    /// The voice, if it is that person's to cast in that poll, now, and not signed for on paper.
    async fn voice(
        &mut self,
        poll: PollId,
        seat: &SeatKey,
        voter: MemberId,
        secrecy: Secrecy,
    ) -> Result<Result<Voice, CastFault>> {
        let row: Option<VoiceRow> = sql!(self, conn => sqlx::query_as(
            "SELECT p.state, p.secrecy, s.voter_id, s.part FROM poll p
             LEFT JOIN poll_seat s ON s.poll_id = p.id AND s.seat = $2 WHERE p.id = $1",
        )
        .bind(Uuid::from(poll))
        .bind(seat.to_string())
        .fetch_optional(conn)
        .await)?;
        let row = row.ok_or(StorageError::Missing("poll"))?;
        let at = At::new("poll", &poll);
        let fault = match at.parse("state", &row.state)? {
            PollState::Open => None,
            PollState::Prepared => Some(CastFault::NotOpen),
            PollState::Closed | PollState::Proclaimed => Some(CastFault::Closed),
            PollState::Cancelled => Some(CastFault::Cancelled),
        };
        if let Some(fault) = fault {
            return Ok(Err(fault));
        }
        let Some((_, part)) = row.voter_id.filter(|of| MemberId::from(*of) == voter).zip(row.part.as_deref())
        else {
            return Ok(Err(CastFault::NotTheirs));
        };
        let voice = Voice { secrecy: at.parse("secrecy", &row.secrecy)?, part: at.parse("part", part)? };
        Ok(match voice.part {
            Part::Paper => Err(CastFault::OnPaper),
            // Where a choice is never to be known, none may be written beside a name.
            _ if voice.secrecy != secrecy => Err(CastFault::NotOffered),
            _ => Ok(voice),
        })
    }

    async fn secrecy(&mut self, poll: PollId) -> Result<Secrecy> {
        let code: Option<String> = sql!(self, conn => sqlx::query_scalar("SELECT secrecy FROM poll WHERE id = $1")
            .bind(Uuid::from(poll))
            .fetch_optional(conn)
            .await)?;
        At::new("poll", &poll).parse("secrecy", &code.ok_or(StorageError::Missing("poll"))?)
    }

    async fn set_part(
        &mut self,
        (poll, seat): (PollId, &SeatKey),
        (part, turn): (Part, Option<&Turn>),
        choice: Option<&str>,
    ) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "UPDATE poll_seat SET part = $3, choice = $4, said_by = $5, said_rank = $6 WHERE poll_id = $1 AND seat = $2
               AND (said_by IS NULL OR $5 IS NULL OR said_by <> $5 OR said_rank <= $6)",
        )
            .bind(Uuid::from(poll))
            .bind(seat.to_string())
            .bind(part.code())
            .bind(choice)
            .bind(turn.map(Turn::page))
            .bind(turn.map(Turn::rank))
            .execute(conn)
            .await
            .map(drop))?;
        Ok(())
    }

    async fn is_in_box(&mut self, poll: PollId, tag: &[u8]) -> Result<bool> {
        let found: Option<i64> = sql!(self, conn => sqlx::query_scalar(
            "SELECT CAST(1 AS BIGINT) FROM poll_box WHERE poll_id = $1 AND tag = $2",
        )
        .bind(Uuid::from(poll))
        .bind(tag)
        .fetch_optional(conn)
        .await)?;
        Ok(found.is_some())
    }
}
