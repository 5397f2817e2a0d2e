//! What is held of one person's part in sittings.

use domain::id::{MemberId, SittingId};
use domain::member::Member;
use domain::reading::{HeldBadge, HeldPlace, HeldProxy, HeldSitting};
use domain::sitting::{Badge, Proxy, Sitting};
use uuid::Uuid;

use crate::error::Result;
use crate::poll::OwnSeat;
use crate::work::{Reading, sql};

impl Reading {
    /// Their part in each sitting of which something is held, the first to begin first.
    pub(crate) async fn held_sittings(&mut self, member: &Member) -> Result<Vec<HeldSitting>> {
        let all = self.sittings(member.congress).await?;
        let mut held: Vec<HeldSitting> = all.into_iter().map(blank).collect();
        for of in self.convocations_of(member.id).await? {
            put(&mut held, of.sitting, |held| held.convened = Some(of));
        }
        for of in self.attendance_of(member.id).await? {
            put(&mut held, of.sitting, |held| held.attendance.push(of));
        }
        for of in self.floor_requests_of(member.id).await? {
            put(&mut held, of.sitting, |held| held.floor.push(of.clone()));
        }
        for of in self.badges_of(member.id).await? {
            put(&mut held, of.sitting, |held| held.badges.push(badge(&of)));
        }
        for of in self.proxies_of(member.id).await? {
            let proxy = self.held_proxy(&of, member.id).await?;
            put(&mut held, of.sitting, |held| held.proxies.push(proxy.clone()));
        }
        for poll in self.polls_with(member.id).await? {
            let seats = self.seats_with(poll.id, member.id).await?;
            let places = seats.into_iter().map(|OwnSeat { seat, choice }| HeldPlace {
                poll: poll.clone(),
                name: seat.on_roll.seat.name,
                voter: seat.voter_name,
                standing: seat.on_roll.standing,
                part: seat.part,
                choice,
            });
            let places: Vec<HeldPlace> = places.collect();
            put(&mut held, poll.sitting, |held| held.places.extend(places.iter().cloned()));
        }
        for sitting in held.iter_mut() {
            let stage = self.minutes_stage(sitting.sitting.id).await?;
            let all = stage.presented().map(|of| of.signatories.as_slice()).unwrap_or_default();
            sitting.signing = all.iter().find(|of| of.member == member.id).cloned();
        }
        held.retain(|of| *of != blank(of.sitting.clone()));
        Ok(held)
    }

    async fn held_proxy(&mut self, of: &Proxy, member: MemberId) -> Result<HeldProxy> {
        let is_given = of.giver == member;
        let other = if is_given { of.holder } else { of.giver };
        let other: Option<String> = sql!(self, conn => sqlx::query_scalar("SELECT name FROM member WHERE id = $1")
            .bind(Uuid::from(other))
            .fetch_optional(conn)
            .await)?;
        Ok(HeldProxy { is_given, other: other.unwrap_or_default(), given_at: of.given_at, state: of.state })
    }
}

fn blank(sitting: Sitting) -> HeldSitting {
    HeldSitting {
        sitting,
        convened: None,
        attendance: Vec::new(),
        proxies: Vec::new(),
        floor: Vec::new(),
        badges: Vec::new(),
        places: Vec::new(),
        signing: None,
    }
}

fn put(held: &mut [HeldSitting], of: SittingId, what: impl FnOnce(&mut HeldSitting)) {
    if let Some(held) = held.iter_mut().find(|held| held.sitting.id == of) {
        what(held);
    }
}

fn badge(of: &Badge) -> HeldBadge {
    HeldBadge { drawn_at: of.drawn_at, activated_at: of.activated_at, revoked_at: of.revoked_at }
}
