//! A person who is erased leaves the sittings that aren't over.

use domain::id::{CongressId, MemberId};
use domain::journal::EntryKind;
use domain::sitting::{ProxyEnd, ProxyState};
use domain::time::Timestamp;
use serde_json::json;
use uuid::Uuid;

use crate::error::Result;
use crate::work::{Work, sql};

impl Work {
    /// Takes somebody out of the sittings of a congress that aren't over: they go out, ask no more to speak, give and hold no
    /// proxy. The journal tells it by their id, as it tells everything; what it and rolls tell of the past stays.
    pub(crate) async fn leave_sittings(
        &mut self,
        congress: CongressId,
        member: MemberId,
        at: Timestamp,
    ) -> Result<()> {
        for sitting in self.sittings(congress).await?.into_iter().filter(|of| of.stage.takes_people()) {
            if self.check_out(sitting.id, member, at).await? {
                let body = json!({ "seance": sitting.id, "membre": member });
                self.note_in_journal(congress, (at, EntryKind::WentOut, body.to_string())).await?;
            }
            sql!(self, conn => sqlx::query(
                "UPDATE floor_request SET ended_at = $3 WHERE sitting_id = $1 AND member_id = $2 AND ended_at IS NULL",
            )
            .bind(Uuid::from(sitting.id))
            .bind(Uuid::from(member))
            .bind(at.micros())
            .execute(conn)
            .await
            .map(drop))?;
        }
        self.end_proxies_of_leaver(congress, member, at).await
    }

    async fn end_proxies_of_leaver(
        &mut self,
        congress: CongressId,
        member: MemberId,
        at: Timestamp,
    ) -> Result<()> {
        for proxy in self.proxies_of(member).await? {
            if matches!(proxy.state, ProxyState::Ended { .. }) {
                continue;
            }
            let over = self.sitting(proxy.sitting).await?.is_none_or(|of| !of.stage.takes_people());
            let why = if proxy.giver == member { ProxyEnd::Withdrawn } else { ProxyEnd::Refused };
            if over || !self.end_proxy(proxy.id, (at, why)).await? {
                continue;
            }
            let body = json!({ "seance": proxy.sitting, "pouvoir": proxy.id, "pourquoi": why });
            self.note_in_journal(congress, (at, EntryKind::ProxyEnded, body.to_string())).await?;
        }
        Ok(())
    }
}
