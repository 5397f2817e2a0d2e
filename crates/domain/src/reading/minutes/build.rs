//! The facts, told from what is held.

use std::collections::{BTreeMap, BTreeSet};

use super::incident::incidents;
use super::{
    Attendee, Minutes, MinutesPerson, MinutesPoll, MinutesProxy, MinutesSources, Stay, TakenItem, presence,
};
use crate::id::{AgendaItemId, MemberId};
use crate::sitting::{AgendaItem, Proxy, ProxyState, SittingStage};
use crate::time::Timestamp;
use crate::vote::{Poll, PollNumber, Stage};

impl Minutes {
    /// The facts, told from what is held.
    pub fn of(sources: MinutesSources) -> Self {
        // Rehearsals are numbered after all others, and another college has a roll of its own: neither says who is entitled here.
        let college = sources.sitting.rules.college;
        let mut own = sources.polls.iter().rev().filter(|poll| !poll.is_test && poll.college == college);
        let entitled = own.find_map(|poll| poll.stage.roll()).map_or_else(
            || sources.seats.iter().map(|seat| u64::from(seat.weight)).sum(),
            |roll| roll.entitled,
        );
        let quorum = presence::quorum(&sources, entitled);
        let incidents = incidents(&sources, &quorum);
        let proxies = proxies(&sources);
        let (taken, others) = taken(&sources);
        let is_over = matches!(sources.sitting.stage, SittingStage::Closed { .. });
        let never = |poll: &&Poll| is_over && !poll.is_test && poll.stage == Stage::Prepared;
        let unopened: Vec<PollNumber> = sources.polls.iter().filter(never).map(|poll| poll.number).collect();
        Self {
            entitled,
            attendees: attendees(&sources),
            absent: absent(&sources),
            proxies,
            quorum,
            left: sources.agenda.iter().filter(|item| item.begun_at.is_none()).cloned().collect(),
            unopened,
            taken,
            others,
            incidents,
            sitting: sources.sitting,
        }
    }

    /// When it began, if it did.
    pub fn opened_at(&self) -> Option<Timestamp> {
        presence::span(&self.sitting).map(|(from, _)| from)
    }
}

fn person(sources: &MinutesSources, of: MemberId) -> MinutesPerson {
    sources.people.get(&of).cloned().unwrap_or_default()
}

fn attendees(sources: &MinutesSources) -> Vec<Attendee> {
    let end = presence::span(&sources.sitting).and_then(|(_, until)| until);
    let mut by_member: BTreeMap<MemberId, Vec<Stay>> = BTreeMap::new();
    for of in &sources.attendance {
        let until = of.out_at.filter(|out| end.is_none_or(|end| *out < end));
        by_member.entry(of.member).or_default().push(Stay { presence: of.presence, from: of.in_at, until });
    }
    let voices = presence::weights(&sources.seats);
    let mut all: Vec<Attendee> = by_member
        .into_iter()
        .map(|(member, stays)| Attendee {
            person: person(sources, member),
            voices: voices.get(&member).copied().unwrap_or_default(),
            stays,
        })
        .collect();
    // Those who only attend come last; names in the order in which lists of members have them.
    let ranks = ranks(sources);
    all.sort_by_key(|of| (of.voices == 0, rank(&ranks, &of.person)));
    all
}

/// Where each name stands in lists of members.
fn ranks(sources: &MinutesSources) -> BTreeMap<&str, usize> {
    sources.seats.iter().enumerate().map(|(at, seat)| (&*seat.name, at)).collect()
}

fn rank(ranks: &BTreeMap<&str, usize>, of: &MinutesPerson) -> (usize, String) {
    (ranks.get(&*of.name).copied().unwrap_or(usize::MAX), of.name.clone())
}

fn absent(sources: &MinutesSources) -> u32 {
    let came: BTreeSet<MemberId> = sources.attendance.iter().map(|of| of.member).collect();
    let gave: BTreeSet<MemberId> =
        sources.proxies.iter().filter(|of| accepted_at(sources, of).is_some()).map(|of| of.giver).collect();
    let people: BTreeSet<MemberId> = sources.seats.iter().map(|seat| seat.member).collect();
    let absent = people.iter().filter(|of| !came.contains(of) && !gave.contains(of)).count();
    u32::try_from(absent).unwrap_or(u32::MAX)
}

/// When a proxy was accepted, by its state or else by the journal; none if it never was.
pub(super) fn accepted_at(sources: &MinutesSources, of: &Proxy) -> Option<Timestamp> {
    match of.state {
        ProxyState::Accepted { at } => Some(at),
        _ => sources.accepted.get(&of.id).copied(),
    }
}

fn proxies(sources: &MinutesSources) -> Vec<MinutesProxy> {
    let counted = sources.proxies.iter().filter_map(|of| {
        Some(MinutesProxy {
            accepted_at: accepted_at(sources, of)?,
            giver: person(sources, of.giver),
            holder: person(sources, of.holder).name,
            ended: match of.state {
                ProxyState::Ended { at, why } => Some((at, why)),
                _ => None,
            },
        })
    });
    let mut all: Vec<MinutesProxy> = counted.collect();
    let ranks = ranks(sources);
    all.sort_by_key(|of| (rank(&ranks, &of.giver), of.accepted_at));
    all
}

/// Items in the order in which they were begun, each with the polls that were opened under it; and polls under none.
fn taken(sources: &MinutesSources) -> (Vec<TakenItem>, Vec<MinutesPoll>) {
    let begun = |item: &AgendaItem| Some((item.begun_at?, item.clone()));
    let mut items: Vec<(Timestamp, AgendaItem)> = sources.agenda.iter().filter_map(begun).collect();
    items.sort_by_key(|(at, item)| (*at, item.rank));
    // Every beginning, the journal's too: which item was under way at a moment.
    let mut turns: Vec<(Timestamp, AgendaItemId)> = items.iter().map(|(at, item)| (*at, item.id)).collect();
    turns.extend(sources.begun.iter().filter(|turn| !turns.contains(turn)).copied().collect::<Vec<_>>());
    turns.sort_by_key(|(at, _)| *at);
    let mut taken: Vec<TakenItem> = items
        .into_iter()
        .map(|(first, item)| TakenItem {
            again: turns.iter().filter(|(at, id)| *id == item.id && *at > first).map(|(at, _)| *at).collect(),
            item,
            polls: Vec::new(),
        })
        .collect();
    let mut others = Vec::new();
    let mut polls: Vec<&Poll> = sources.polls.iter().collect();
    polls.sort_by_key(|poll| (seen_at(poll), poll.number));
    for poll in polls.into_iter().filter(|poll| !poll.is_test && poll.stage != Stage::Prepared) {
        let late = sources.late.get(&poll.number).cloned().unwrap_or_default();
        let at = seen_at(poll);
        let under = poll.item.or_else(|| turns.iter().rev().find(|(from, _)| *from <= at).map(|(_, id)| *id));
        let told = MinutesPoll { poll: poll.clone(), late };
        match taken.iter_mut().find(|of| Some(of.item.id) == under) {
            Some(of) => of.polls.push(told),
            None => others.push(told),
        }
    }
    (taken, others)
}

/// When people saw a poll first, as far as it is known.
fn seen_at(poll: &Poll) -> Timestamp {
    match poll.stage {
        Stage::Open { since, .. } => since,
        Stage::Closed { opened_at, .. } | Stage::Proclaimed { opened_at, .. } => opened_at,
        Stage::Cancelled { at, .. } => at,
        Stage::Prepared => Timestamp::from_micros(i64::MAX),
    }
}
