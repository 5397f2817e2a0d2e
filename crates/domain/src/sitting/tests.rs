use super::*;
use crate::id::{AttendanceId, FloorRequestId, MemberId};
use crate::time::Timestamp;
use crate::vote::Roll;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

fn member(n: u8) -> MemberId {
    Uuid::from_u128(u128::from(n) + 1).into()
}

fn seat(n: u8) -> Seat {
    Seat {
        key: SeatKey::Person(member(n)),
        member: member(n),
        name: format!("Personne {n}"),
        mandate: None,
        territory: None,
        weight: 1,
    }
}

/// Whoever is there came in at that moment.
fn came(there: &BTreeMap<MemberId, Presence>, at: i64) -> Vec<Attendance> {
    let of = |(member, presence): (&MemberId, &Presence)| Attendance {
        id: AttendanceId::from(Uuid::from(*member)),
        sitting: Uuid::nil().into(),
        member: *member,
        presence: *presence,
        in_at: Timestamp::from_micros(at),
        out_at: None,
    };
    there.iter().map(of).collect()
}

/// Proxies that were accepted at that moment.
fn accepted(proxies: &BTreeMap<MemberId, MemberId>, at: i64) -> Vec<Proxy> {
    let of = |(giver, holder): (&MemberId, &MemberId)| Proxy {
        id: Uuid::from(*giver).into(),
        sitting: Uuid::nil().into(),
        giver: *giver,
        holder: *holder,
        given_at: Timestamp::from_micros(0),
        state: ProxyState::Accepted { at: Timestamp::from_micros(at) },
    };
    proxies.iter().map(of).collect()
}

#[test]
fn a_proxy_accepted_while_people_vote_adds_a_voice_only_with_a_holder_who_came() {
    let seats: Vec<Seat> = (0..3).map(seat).collect();
    let proxies = BTreeMap::from([(member(1), member(0))]);
    let there = BTreeMap::from([(member(0), Presence::Room)]);
    let since = Timestamp::from_micros(10);
    let added = |came_at: i64, accepted_at: i64| {
        let (attendance, proxies) = (came(&there, came_at), accepted(&proxies, accepted_at));
        let added = late(&seats, (&attendance, &proxies), (&BTreeSet::new(), since));
        added.iter().filter(|of| of.standing == Standing::Represented).count()
    };
    assert_eq!(added(5, 12), 0, "nobody came: the roll stays");
    assert_eq!((added(5, 8), added(12, 8), added(12, 13)), (1, 1, 1));
}

#[test]
fn a_sitting_opens_then_closes_and_never_goes_back() {
    let at = Timestamp::from_micros;
    let open = SittingStage::Planned.after(SittingAct::Open, at(5)).unwrap();
    assert_eq!(open, SittingStage::Open { since: at(5) });
    assert_eq!(open.after(SittingAct::Open, at(6)), None);
    let closed = open.after(SittingAct::Close, at(3)).unwrap();
    assert_eq!(closed, SittingStage::Closed { opened_at: at(5), closed_at: at(5) });
    assert!(SittingAct::ALL.iter().all(|act| closed.after(*act, at(9)).is_none()));
    assert_eq!(SittingStage::Planned.after(SittingAct::Close, at(9)), None);
}

#[test]
fn a_voice_is_told_by_its_key() {
    for key in [
        SeatKey::Person(member(3)),
        SeatKey::Territory(crate::territory::TerritoryLevel::Commune, "29233".to_owned()),
    ] {
        assert_eq!(key.to_string().parse::<SeatKey>(), Ok(key));
    }
    for bad in ["", "m:", "m:abc", "t:commune:", "t:canton:12", "x:1"] {
        assert_eq!(bad.parse::<SeatKey>(), Err(SeatKeyError), "{bad}");
    }
}

proptest! {
    #[test]
    fn whoever_comes_late_joins_once_and_takes_no_voice_from_anybody(
        before in prop::collection::btree_map(0_u8..12, prop::sample::select(Presence::ALL), 0..12),
        after in prop::collection::btree_map(0_u8..12, prop::sample::select(Presence::ALL), 0..12),
        proxies in prop::collection::btree_map(0_u8..12, 0_u8..12, 0..12),
    ) {
        let seats: Vec<Seat> = (0..12).map(seat).collect();
        let of = |there: BTreeMap<u8, Presence>| -> BTreeMap<MemberId, Presence> {
            there.into_iter().map(|(n, how)| (member(n), how)).collect()
        };
        let proxies: BTreeMap<_, _> = proxies.into_iter().map(|(from, to)| (member(from), member(to))).collect();
        let (before, after) = (of(before), of(after));
        let mut roll = enrol(&seats, &before, &proxies);
        let keys: BTreeSet<_> = roll.iter().map(|of| of.seat.key.clone()).collect();
        let (first, joined) = (present(12, &roll), late(&seats, (&came(&after, 2), &accepted(&proxies, 0)), (&keys, Timestamp::from_micros(1))));
        for of in &joined {
            prop_assert!(!keys.contains(&of.seat.key) && after.contains_key(&of.voter));
            let held = of.voter != of.seat.member;
            prop_assert_eq!(of.standing, if held { Standing::Represented } else { Standing::Late });
        }
        let represented = joined.iter().filter(|of| of.standing == Standing::Represented).count();
        let represented = first.represented + u64::try_from(represented).unwrap();
        roll.extend(joined);
        let counts = present(12, &roll);
        let all: BTreeSet<_> = roll.iter().map(|of| of.seat.key.clone()).collect();
        prop_assert_eq!(all.len(), roll.len());
        prop_assert_eq!((counts.there(), counts.represented), (u64::try_from(roll.len()).unwrap(), represented));
        prop_assert!(counts.there() >= first.there() && counts.there() <= counts.entitled);
    }

    #[test]
    fn every_voice_is_on_the_roll_once_at_most_and_cast_by_somebody_who_is_there(
        there in prop::collection::btree_map(0_u8..12, prop::sample::select(Presence::ALL), 0..12),
        proxies in prop::collection::btree_map(0_u8..12, 0_u8..12, 0..12),
        gone in prop::collection::btree_set(0_u8..12, 0..12),
    ) {
        let seats: Vec<Seat> = (0..12).map(seat).collect();
        let there: BTreeMap<_, _> = there.into_iter().map(|(n, how)| (member(n), how)).collect();
        let proxies: BTreeMap<_, _> = proxies.into_iter().map(|(from, to)| (member(from), member(to))).collect();
        let roll = enrol(&seats, &there, &proxies);
        let keys: BTreeSet<_> = roll.iter().map(|of| of.seat.key.clone()).collect();
        prop_assert_eq!(keys.len(), roll.len());
        for of in &roll {
            prop_assert!(there.contains_key(&of.voter));
            let represented = of.standing == Standing::Represented;
            prop_assert_eq!(represented, of.voter != of.seat.member);
            prop_assert_eq!(represented, !there.contains_key(&of.seat.member));
        }
        for seat in &seats {
            let counts = there.contains_key(&seat.member)
                || proxies.get(&seat.member).is_some_and(|holder| there.contains_key(holder));
            prop_assert_eq!(roll.iter().any(|of| of.seat.key == seat.key), counts);
        }
        let counts = present(12, &roll);
        let (came, accepted) = (came(&there, 0), accepted(&proxies, 0));
        let late = late(&seats, (&came, &accepted), (&keys, Timestamp::from_micros(1)));
        prop_assert!(late.is_empty(), "nobody is late who is on it");
        prop_assert_eq!(counts.there(), u64::try_from(roll.len()).unwrap());
        let left: BTreeSet<_> = there.keys().copied().filter(|of| !gone.iter().any(|n| member(*n) == *of)).collect();
        let still = still_there(&roll, &left);
        prop_assert!(still <= counts.there());
        prop_assert_eq!(still_there(&roll, &there.keys().copied().collect()), counts.still_there);
        prop_assert_eq!(Roll { still_there: still, ..counts }.entitled, 12);
    }

    #[test]
    fn everybody_is_counted_once_and_a_letter_goes_to_no_one_who_answered(
        said in prop::collection::vec((any::<bool>(), prop::option::of(prop::sample::select(ConvocationAnswer::ALL))), 0..20),
    ) {
        let at = Timestamp::from_micros(1);
        let people: Vec<Convened> = (0_u8..).zip(&said).map(|(n, (has_letter, answer))| Convened {
            sitting: Uuid::nil().into(),
            member: member(n),
            convened_at: has_letter.then_some(at),
            answer: answer.map(|answer| (answer, at)),
        }).collect();
        let counts = Answers::of(people.iter().map(|of| of.answer.map(|(said, _)| said)));
        prop_assert_eq!(usize::try_from(counts.total()).unwrap(), people.len());
        prop_assert!(Whom::New.means(None) && !Whom::Silent.means(None));
        let silent = people.iter().filter(|of| Whom::Silent.means(Some(of))).count();
        prop_assert!(silent <= usize::try_from(counts.silent).unwrap());
        for of in &people {
            prop_assert!(!(Whom::New.means(Some(of)) && Whom::Silent.means(Some(of))));
            prop_assert!(!Whom::Silent.means(Some(of)) || of.answer.is_none());
        }
    }

    #[test]
    fn whoever_spoke_less_comes_first_then_whoever_asked_first(
        asked in prop::collection::vec((0_u8..4, any::<bool>(), any::<bool>()), 1..12), newcomers in any::<bool>(),
    ) {
        let at = Timestamp::from_micros;
        let requests: Vec<FloorRequest> = (1_i64..).zip(&asked).map(|(n, (who, called, ended))| FloorRequest {
            id: FloorRequestId::from(Uuid::from_u128(u128::from(n.unsigned_abs()))),
            sitting: Uuid::nil().into(),
            member: member(*who),
            asked_at: at(n),
            called_at: called.then(|| at(100 + n)),
            ends_at: None,
            ended_at: ended.then(|| at(200 + n)),
        }).collect();
        let waits = |of: &&FloorRequest| of.called_at.is_none() && of.ended_at.is_none();
        let spoken = |who: MemberId| requests.iter().filter(|of| of.member == who && of.called_at.is_some()).count();
        match next_speaker(&requests, FloorOrder { newcomers_first: newcomers }) {
            None => prop_assert!(!requests.iter().any(|of| waits(&of))),
            Some(next) => for other in requests.iter().filter(waits) {
                let first = |of: &FloorRequest| (if newcomers { spoken(of.member) } else { 0 }, of.asked_at);
                prop_assert!(first(next) <= first(other));
            },
        }
    }
}
