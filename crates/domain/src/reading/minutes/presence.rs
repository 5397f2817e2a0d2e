//! Whether enough voices were there, from one coming or going to the next.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

use super::MinutesSources;
use super::build::accepted_at;
use crate::id::MemberId;
use crate::sitting::{ProxyState, Seat, Sitting, SittingStage};
use crate::time::Timestamp;
use crate::vote::Roll;

/// At a moment the quorum was there, or wasn't any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuorumChange {
    /// When.
    pub at: Timestamp,
    /// Voices present or represented then.
    pub there: u64,
    /// Whether they reached it.
    pub is_reached: bool,
}

/// From when to when a sitting lasted; nothing while it hasn't begun.
pub(super) fn span(sitting: &Sitting) -> Option<(Timestamp, Option<Timestamp>)> {
    match sitting.stage {
        SittingStage::Planned => None,
        SittingStage::Open { since } => Some((since, None)),
        SittingStage::Closed { opened_at, closed_at } => Some((opened_at, Some(closed_at))),
    }
}

/// How many voices are each person's.
pub(super) fn weights(seats: &[Seat]) -> BTreeMap<MemberId, u64> {
    let mut weights = BTreeMap::new();
    for seat in seats {
        *weights.entry(seat.member).or_default() += u64::from(seat.weight);
    }
    weights
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Move {
    In(MemberId),
    Out(MemberId),
    Entrusted(MemberId, MemberId),
    TakenBack(MemberId, MemberId),
}

/// Who is there, and how many voices that makes.
struct Floor {
    weights: BTreeMap<MemberId, u64>,
    there: BTreeSet<MemberId>,
    holder: BTreeMap<MemberId, MemberId>,
    givers: BTreeMap<MemberId, BTreeSet<MemberId>>,
    voices: u64,
}

impl Floor {
    /// The voices of that person, if they are there or somebody who holds them is.
    fn of(&self, member: MemberId) -> u64 {
        let represented = || self.holder.get(&member).is_some_and(|holder| self.there.contains(holder));
        match self.there.contains(&member) || represented() {
            true => self.weights.get(&member).copied().unwrap_or_default(),
            false => 0,
        }
    }

    fn make(&mut self, change: Move) {
        let (Move::In(who) | Move::Out(who) | Move::Entrusted(who, _) | Move::TakenBack(who, _)) = change;
        let mut touched: Vec<MemberId> = self.givers.get(&who).into_iter().flatten().copied().collect();
        touched.push(who);
        let sum = |floor: &Self| touched.iter().map(|of| floor.of(*of)).sum::<u64>();
        let before = sum(self);
        match change {
            Move::In(who) => drop(self.there.insert(who)),
            Move::Out(who) => drop(self.there.remove(&who)),
            Move::Entrusted(giver, holder) => {
                self.holder.insert(giver, holder);
                self.givers.entry(holder).or_default().insert(giver);
            }
            Move::TakenBack(giver, holder) => {
                if self.holder.get(&giver) == Some(&holder) {
                    self.holder.remove(&giver);
                    self.givers.entry(holder).or_default().remove(&giver);
                }
            }
        }
        self.voices = self.voices + sum(self) - before;
    }
}

fn moves(sources: &MinutesSources) -> BTreeMap<Timestamp, Vec<Move>> {
    let mut moves: BTreeMap<Timestamp, Vec<Move>> = BTreeMap::new();
    // Who goes out and comes in at one moment, from the room to afar, never was away.
    for of in &sources.attendance {
        if let Some(out) = of.out_at {
            moves.entry(out).or_default().push(Move::Out(of.member));
        }
    }
    for of in &sources.attendance {
        moves.entry(of.in_at).or_default().push(Move::In(of.member));
    }
    for of in &sources.proxies {
        let Some(at) = accepted_at(sources, of) else { continue };
        moves.entry(at).or_default().push(Move::Entrusted(of.giver, of.holder));
        if let ProxyState::Ended { at, .. } = of.state {
            moves.entry(at).or_default().push(Move::TakenBack(of.giver, of.holder));
        }
    }
    moves
}

/// Whether the quorum was there when the sitting began, then each time that this changed before it was over.
pub(super) fn quorum(sources: &MinutesSources, entitled: u64) -> Vec<QuorumChange> {
    let (Some(quorum), Some((from, until))) = (sources.sitting.rules.quorum, span(&sources.sitting)) else {
        return Vec::new();
    };
    let mut floor = Floor {
        weights: weights(&sources.seats),
        there: BTreeSet::new(),
        holder: BTreeMap::new(),
        givers: BTreeMap::new(),
        voices: 0,
    };
    let mut changes: Vec<QuorumChange> = Vec::new();
    let tell = |at: Timestamp, voices: u64| {
        let roll = Roll { entitled, present: voices, represented: 0, still_there: voices };
        QuorumChange { at, there: voices, is_reached: quorum.opens(roll) }
    };
    for (at, moves) in moves(sources) {
        if at > from && changes.is_empty() {
            changes.push(tell(from, floor.voices));
        }
        if until.is_some_and(|until| at >= until) {
            break;
        }
        moves.into_iter().for_each(|change| floor.make(change));
        let now = tell(at, floor.voices);
        if at > from && changes.last().is_some_and(|last| last.is_reached != now.is_reached) {
            changes.push(now);
        }
    }
    if changes.is_empty() {
        changes.push(tell(from, floor.voices));
    }
    changes
}
