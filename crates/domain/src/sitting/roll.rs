//! The roll (« liste des votants ») of a poll: frozen when it opens.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

use super::attendance::{Attendance, Presence};
use super::proxy::{Proxy, ProxyState};
use super::seat::{Seat, SeatKey};
use crate::coded;
use crate::id::MemberId;
use crate::time::Timestamp;
use crate::vote::Roll;

coded! {
    /// How a voice comes to be on the roll.
    pub enum Standing {
        /// Its person is in the room.
        Present = "present",
        /// Its person takes part from afar.
        Remote = "distance",
        /// Somebody who is there holds its proxy.
        Represented = "represente",
        /// The chair added it once the poll was open: its person came late.
        Late = "tard",
    }
}

/// A voice on a roll.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RollSeat {
    /// Which, and what its person was then.
    pub seat: Seat,
    /// Who casts it: its person, or whoever holds its proxy.
    pub voter: MemberId,
    /// How it comes to be there.
    pub standing: Standing,
}

/// Who is on the roll: voices whose person is there, and those entrusted to somebody who is, by an accepted proxy. A person who is
/// there casts their own voice, whatever they gave away before.
///
/// `there` is who is checked in and how, `proxies` the accepted ones from giver to holder.
pub fn enrol(
    seats: &[Seat],
    there: &BTreeMap<MemberId, Presence>,
    proxies: &BTreeMap<MemberId, MemberId>,
) -> Vec<RollSeat> {
    let enrolled = |seat: &Seat| {
        let (voter, standing) = match there.get(&seat.member) {
            Some(Presence::Room) => (seat.member, Standing::Present),
            Some(Presence::Remote) => (seat.member, Standing::Remote),
            None => {
                let holder = proxies.get(&seat.member).filter(|holder| there.contains_key(holder))?;
                (*holder, Standing::Represented)
            }
        };
        Some(RollSeat { seat: seat.clone(), voter, standing })
    };
    seats.iter().filter_map(enrolled).collect()
}

/// Voices that aren't `on_roll` of a poll that is open since a moment, and that the chair may add: those of people who came in since,
/// and those entrusted to somebody who is there, who stand on it as represented. A voice that somebody casts already stays with
/// them, though its person came: nobody has it twice.
///
/// A proxy that was accepted since adds a voice only where its holder came in since: else the roll would grow while people vote,
/// and nobody came.
///
/// `attendance` and `proxies` are all of the sitting's.
pub fn late(
    seats: &[Seat],
    (attendance, proxies): (&[Attendance], &[Proxy]),
    (on_roll, since): (&BTreeSet<SeatKey>, Timestamp),
) -> Vec<RollSeat> {
    let there: BTreeMap<MemberId, Presence> =
        attendance.iter().filter(|of| of.out_at.is_none()).map(|of| (of.member, of.presence)).collect();
    let at_opening: BTreeSet<MemberId> = attendance
        .iter()
        .filter(|of| of.in_at <= since && of.out_at.is_none_or(|out| out > since))
        .map(|of| of.member)
        .collect();
    let counts = |of: &&Proxy| match of.state {
        ProxyState::Accepted { at } => at <= since || !at_opening.contains(&of.holder),
        ProxyState::Offered | ProxyState::Ended { .. } => false,
    };
    let proxies: BTreeMap<MemberId, MemberId> =
        proxies.iter().filter(counts).map(|of| (of.giver, of.holder)).collect();
    let mut late = enrol(seats, &there, &proxies);
    late.retain(|seat| !on_roll.contains(&seat.seat.key));
    for seat in late.iter_mut().filter(|seat| seat.standing != Standing::Represented) {
        seat.standing = Standing::Late;
    }
    late
}

/// The voices of a roll out of `entitled`, at its opening.
pub fn present(entitled: u64, seats: &[RollSeat]) -> Roll {
    let of = |represented: bool| {
        let those = seats.iter().filter(|seat| (seat.standing == Standing::Represented) == represented);
        those.map(|seat| u64::from(seat.seat.weight)).sum()
    };
    let (present, represented): (u64, u64) = (of(false), of(true));
    Roll { entitled, present, represented, still_there: present + represented }
}

/// Of a roll's voices, those whose voter is still there at closing.
pub fn still_there(seats: &[RollSeat], there: &BTreeSet<MemberId>) -> u64 {
    let those = seats.iter().filter(|seat| there.contains(&seat.voter));
    those.map(|seat| u64::from(seat.seat.weight)).sum()
}
