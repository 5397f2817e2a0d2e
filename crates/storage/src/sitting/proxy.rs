//! Proxies: given, accepted, ended.

use domain::id::{MemberId, ProxyId, SittingId};
use domain::sitting::{Proxy, ProxyEnd, ProxyFault, ProxyState};
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use std::collections::BTreeMap;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::work::{Reading, Work, sql};

/// A proxy to give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Giving {
    /// Its id.
    pub id: ProxyId,
    /// For which sitting.
    pub sitting: SittingId,
    /// Whose voice it is.
    pub giver: MemberId,
    /// Who is to cast it.
    pub holder: MemberId,
    /// When.
    pub at: Timestamp,
}

#[derive(FromRow)]
struct ProxyRow {
    id: Uuid,
    sitting_id: Uuid,
    giver_id: Uuid,
    holder_id: Uuid,
    given_at: i64,
    accepted_at: Option<i64>,
    ended_at: Option<i64>,
    end_reason: Option<String>,
}

/// A proxy's row; what follows says which.
macro_rules! proxies {
    ($rest:literal) => {
        concat!(
            "SELECT x.id, x.sitting_id, x.giver_id, x.holder_id, x.given_at, x.accepted_at, x.ended_at, x.end_reason FROM proxy x ",
            $rest
        )
    };
}

impl Work {
    /// Gives a proxy; the one that the giver had given ends. It counts once its holder accepts it.
    pub async fn give_proxy(&mut self, giving: &Giving) -> Result<()> {
        self.end_proxy_of(giving.sitting, giving.giver, (giving.at, ProxyEnd::Replaced)).await?;
        sql!(self, conn => sqlx::query(
            "INSERT INTO proxy (id, sitting_id, giver_id, holder_id, given_at) VALUES ($1, $2, $3, $4, $5)",
        )
        .bind(Uuid::from(giving.id))
        .bind(Uuid::from(giving.sitting))
        .bind(Uuid::from(giving.giver))
        .bind(Uuid::from(giving.holder))
        .bind(giving.at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// Its holder accepts a proxy, and takes the first free of their `most` places: two that are accepted at once can't take
    /// the same one. Accepting twice is accepting.
    pub async fn accept_proxy(
        &mut self,
        id: ProxyId,
        most: u8,
        at: Timestamp,
    ) -> Result<Result<(), ProxyFault>> {
        let row: Option<ProxyRow> = sql!(self, conn => sqlx::query_as(proxies!("WHERE x.id = $1"))
            .bind(Uuid::from(id))
            .fetch_optional(conn)
            .await)?;
        let Some(proxy) = row.map(ProxyRow::parse).transpose()? else { return Ok(Err(ProxyFault::Ended)) };
        match proxy.state {
            ProxyState::Accepted { .. } => return Ok(Ok(())),
            ProxyState::Ended { .. } => return Ok(Err(ProxyFault::Ended)),
            ProxyState::Offered => {}
        }
        for place in 1..=i64::from(most) {
            let taken = sql!(self, conn => sqlx::query(
                "UPDATE proxy SET accepted_at = $2, place = $3 WHERE id = $1 AND ended_at IS NULL AND NOT EXISTS (
                     SELECT 1 FROM proxy o WHERE o.sitting_id = $4 AND o.holder_id = $5 AND o.place = $3 AND o.ended_at IS NULL)",
            )
            .bind(Uuid::from(id))
            .bind(at.micros())
            .bind(place)
            .bind(Uuid::from(proxy.sitting))
            .bind(Uuid::from(proxy.holder))
            .execute(conn)
            .await
            .map(|done| done.rows_affected()))?;
            if taken == 1 {
                self.keep_person(proxy.sitting, proxy.giver).await?;
                self.keep_person(proxy.sitting, proxy.holder).await?;
                return Ok(Ok(()));
            }
        }
        Ok(Err(ProxyFault::TooMany))
    }

    /// Ends a proxy; whether it hadn't ended.
    pub async fn end_proxy(&mut self, id: ProxyId, (at, why): (Timestamp, ProxyEnd)) -> Result<bool> {
        let ended = sql!(self, conn => sqlx::query(
            "UPDATE proxy SET ended_at = $2, end_reason = $3 WHERE id = $1 AND ended_at IS NULL",
        )
        .bind(Uuid::from(id))
        .bind(at.micros())
        .bind(why.code())
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        Ok(ended == 1)
    }

    /// Ends the proxy that somebody gave, if they did; which.
    pub async fn end_proxy_of(
        &mut self,
        sitting: SittingId,
        giver: MemberId,
        (at, why): (Timestamp, ProxyEnd),
    ) -> Result<Option<ProxyId>> {
        let ended: Option<Uuid> = sql!(self, conn => sqlx::query_scalar(
            "UPDATE proxy SET ended_at = $3, end_reason = $4 WHERE sitting_id = $1 AND giver_id = $2 AND ended_at IS NULL
             RETURNING id",
        )
        .bind(Uuid::from(sitting))
        .bind(Uuid::from(giver))
        .bind(at.micros())
        .bind(why.code())
        .fetch_optional(conn)
        .await)?;
        Ok(ended.map(Into::into))
    }
}

impl Reading {
    /// All proxies of a sitting, ended ones included, in the order in which they were given.
    pub async fn proxies(&mut self, sitting: SittingId) -> Result<Vec<Proxy>> {
        let rows: Vec<ProxyRow> = sql!(self, conn => sqlx::query_as(
            proxies!("WHERE x.sitting_id = $1 ORDER BY x.given_at, x.id"),
        )
        .bind(Uuid::from(sitting))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(ProxyRow::parse).collect()
    }

    /// All proxies that one person gave or was given, in the order in which they were given.
    pub async fn proxies_of(&mut self, member: MemberId) -> Result<Vec<Proxy>> {
        let rows: Vec<ProxyRow> = sql!(self, conn => sqlx::query_as(
            proxies!("WHERE x.giver_id = $1 OR x.holder_id = $1 ORDER BY x.given_at, x.id"),
        )
        .bind(Uuid::from(member))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(ProxyRow::parse).collect()
    }

    /// Those that were accepted and haven't ended, from giver to holder.
    pub async fn accepted_proxies(&mut self, sitting: SittingId) -> Result<BTreeMap<MemberId, MemberId>> {
        let all = self.proxies(sitting).await?;
        Ok(all.into_iter().filter(Proxy::is_accepted).map(|proxy| (proxy.giver, proxy.holder)).collect())
    }
}

impl ProxyRow {
    fn parse(self) -> Result<Proxy> {
        let at = At::new("proxy", &self.id);
        let why = at.parse_some("end_reason", self.end_reason.as_deref())?;
        let state = match (self.accepted_at, self.ended_at, why) {
            (_, Some(ended), Some(why)) => ProxyState::Ended { at: Timestamp::from_micros(ended), why },
            (Some(accepted), None, None) => ProxyState::Accepted { at: Timestamp::from_micros(accepted) },
            (None, None, None) => ProxyState::Offered,
            _ => return Err(at.corrupt("end_reason")),
        };
        Ok(Proxy {
            id: self.id.into(),
            sitting: self.sitting_id.into(),
            giver: self.giver_id.into(),
            holder: self.holder_id.into(),
            given_at: Timestamp::from_micros(self.given_at),
            state,
        })
    }
}
