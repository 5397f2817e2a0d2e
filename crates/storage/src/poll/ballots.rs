//! What was voted, once a poll has closed.

use domain::id::PollId;
use domain::vote::{Ballot, Choice, Receipt};
use std::collections::BTreeMap;
use uuid::Uuid;

use super::cast::SealedBallot;
use super::roll::{OwnSeat, SeatRow, seats};
use super::row::json;
use crate::cell::At;
use crate::error::{Result, StorageError};
use crate::insert::insert_all;
use crate::work::{Reading, Work, sql};

impl Work {
    /// Keeps what a secret poll proclaims: its receipts with their choices, in the order of receipts; its box is emptied.
    pub async fn publish_ballots(&mut self, poll: PollId, ballots: &BTreeMap<Receipt, Choice>) -> Result<()> {
        let mut lines = Vec::with_capacity(ballots.len());
        for (receipt, choice) in ballots {
            let choice = serde_json::to_string(choice)
                .map_err(|_| StorageError::Inconsistent("a choice that can't be written as JSON"))?;
            lines.push((receipt.to_string(), choice));
        }
        insert_all!(self, "poll_ballot (poll_id, receipt, choice)", lines, (receipt, choice) => [
            Uuid::from(poll), receipt, choice,
        ]);
        sql!(self, conn => sqlx::query("DELETE FROM poll_box WHERE poll_id = $1")
            .bind(Uuid::from(poll))
            .execute(conn)
            .await
            .map(drop))?;
        Ok(())
    }

    /// What the box of a secret poll that has just been closed in this unit of work holds, by tag: no order but chance's.
    pub async fn boxed_ballots(&mut self, poll: PollId) -> Result<Vec<SealedBallot>> {
        let rows: Vec<(Vec<u8>, Vec<u8>)> = sql!(self, conn => sqlx::query_as(
            "SELECT b.tag, b.sealed FROM poll_box b JOIN poll p ON p.id = b.poll_id
             WHERE b.poll_id = $1 AND p.state = 'clos' ORDER BY b.tag",
        )
        .bind(Uuid::from(poll))
        .fetch_all(conn)
        .await)?;
        Ok(rows.into_iter().map(|(tag, sealed)| SealedBallot { tag, sealed }).collect())
    }
}

impl Reading {
    /// Who chose what in a public poll that is proclaimed, by name.
    pub async fn public_ballots(&mut self, poll: PollId) -> Result<Vec<OwnSeat>> {
        let rows: Vec<SeatRow> = sql!(self, conn => sqlx::query_as(
            seats!("s.choice FROM poll_seat s JOIN poll p ON p.id = s.poll_id
                    WHERE s.poll_id = $1 AND p.state = 'proclame' AND p.secrecy = 'public' ORDER BY s.name, s.seat"),
        )
        .bind(Uuid::from(poll))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(SeatRow::parse).collect()
    }

    /// What a public poll that has closed is counted from, by voice; nothing before.
    pub async fn ballots_to_count(&mut self, poll: PollId) -> Result<BTreeMap<String, Ballot>> {
        let rows: Vec<(String, i64, String)> = sql!(self, conn => sqlx::query_as(
            "SELECT s.choice, s.weight, s.seat FROM poll_seat s JOIN poll p ON p.id = s.poll_id
             WHERE s.poll_id = $1 AND p.state IN ('clos', 'proclame') AND s.choice IS NOT NULL
               AND (s.part = 'vote' OR (s.part = 'simule' AND p.is_test = $2)) ORDER BY s.seat",
        )
        .bind(Uuid::from(poll))
        .bind(true)
        .fetch_all(conn)
        .await)?;
        let parse = |(choice, weight, seat): (String, i64, String)| {
            let at = At::new("poll_seat", &seat);
            let ballot =
                Ballot { choice: json(at, "choice", &choice)?, weight: at.number("weight", weight)? };
            Ok((seat, ballot))
        };
        rows.into_iter().map(parse).collect()
    }

    /// The receipts of a secret poll that is proclaimed, with their choices.
    pub async fn published_ballots(&mut self, poll: PollId) -> Result<BTreeMap<Receipt, Choice>> {
        let rows: Vec<(String, String)> = sql!(self, conn => sqlx::query_as(
            "SELECT receipt, choice FROM poll_ballot WHERE poll_id = $1 ORDER BY receipt",
        )
        .bind(Uuid::from(poll))
        .fetch_all(conn)
        .await)?;
        let parse = |(receipt, choice): (String, String)| {
            let at = At::new("poll_ballot", &poll);
            Ok((at.parse("receipt", &receipt)?, json(at, "choice", &choice)?))
        };
        rows.into_iter().map(parse).collect()
    }

    /// The seal of a poll's box, once it has closed.
    pub async fn poll_seal(&mut self, poll: PollId) -> Result<Option<Vec<u8>>> {
        let seal: Option<Option<Vec<u8>>> = sql!(self, conn => sqlx::query_scalar("SELECT seal FROM poll WHERE id = $1")
            .bind(Uuid::from(poll))
            .fetch_optional(conn)
            .await)?;
        Ok(seal.flatten())
    }
}
