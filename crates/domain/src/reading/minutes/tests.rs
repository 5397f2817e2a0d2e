use proptest::prelude::*;
use std::collections::BTreeMap;
use uuid::Uuid;

use super::*;
use crate::id::{AttendanceId, PollId};
use crate::line::Line;
use crate::sitting::{Access, ProxyState, SeatKey, SittingRules, SittingStage};
use crate::vote::{
    Fraction, Majority, Means, Method, Outcome, PollState, Question, Quorum, Roll, Rule, Secrecy, Stage,
    Tally,
};

fn at(n: i64) -> Timestamp {
    Timestamp::from_micros(n)
}

fn id<T: From<Uuid>>(n: usize) -> T {
    T::from(Uuid::from_u128(n as u128 + 1))
}

fn line(text: &str) -> Line {
    text.parse().unwrap()
}

fn seat(n: usize) -> Seat {
    Seat {
        key: SeatKey::Person(id(n)),
        member: id(n),
        name: format!("Personne {n}"),
        mandate: None,
        territory: None,
        weight: 1,
    }
}

fn came(n: usize, from: i64, until: Option<i64>) -> Attendance {
    Attendance {
        id: AttendanceId::from(Uuid::from_u128(n as u128)),
        sitting: id(0),
        member: id(n),
        presence: Presence::Room,
        in_at: at(from),
        out_at: until.map(at),
    }
}

fn gave(giver: usize, holder: usize, state: ProxyState) -> Proxy {
    Proxy { id: id(giver), sitting: id(0), giver: id(giver), holder: id(holder), given_at: at(0), state }
}

/// Nine people who have a voice, a quorum of a third, from 10 to 100.
fn sources() -> MinutesSources {
    let person = |n| (id(n), MinutesPerson { name: format!("Personne {n}"), ..MinutesPerson::default() });
    MinutesSources {
        sitting: Sitting {
            id: id(0),
            congress: id(0),
            name: line("Débat"),
            place: None,
            access: Access::Public,
            starts_at: at(10),
            rules: SittingRules { quorum: Some(Quorum(Fraction::THIRD)), ..SittingRules::default() },
            stage: SittingStage::Closed { opened_at: at(10), closed_at: at(100) },
        },
        seats: (0..9).map(seat).collect(),
        attendance: Vec::new(),
        proxies: Vec::new(),
        accepted: BTreeMap::new(),
        agenda: Vec::new(),
        begun: Vec::new(),
        polls: Vec::new(),
        late: BTreeMap::new(),
        incidents: Vec::new(),
        people: (0..9).map(person).collect(),
    }
}

fn poll(n: u32, stage: Stage) -> Poll {
    Poll {
        id: PollId::from(Uuid::from_u128(u128::from(n))),
        number: PollNumber::new(n),
        sitting: id(0),
        item: None,
        question: Question {
            title: line("Adoption"),
            text: String::new(),
            method: Method::ForAgainst,
            options: Vec::new(),
        },
        rule: Rule {
            majority: Majority::ABSOLUTE,
            quorum: Some(Quorum(Fraction::THIRD)),
            has_casting_vote: false,
        },
        secrecy: Secrecy::Public,
        means: Means::Ballots,
        college: crate::member::College::Elected,
        is_test: false,
        stage,
    }
}

fn proclaimed(opened: i64, present: u64, paper: Option<(u64, u64)>) -> Stage {
    let tally = |n| Tally { in_favour: n, ..Tally::default() };
    let outcome = Outcome {
        roll: Roll { entitled: 9, present, represented: 0, still_there: present },
        tally: tally(present),
        paper: paper.map(|(counted, _)| tally(counted)),
        paper_signed: paper.map_or(0, |(_, signed)| signed),
        aside: 0,
        casting: None,
    };
    Stage::Proclaimed {
        opened_at: at(opened),
        closed_at: at(opened + 1),
        proclaimed_at: at(opened + 2),
        outcome,
    }
}

fn item(n: u32, begun: Option<i64>) -> AgendaItem {
    AgendaItem {
        id: id(n as usize),
        sitting: id(0),
        rank: n,
        title: line(&format!("Point {n}")),
        speaker: None,
        minutes: None,
        document: None,
        video: None,
        begun_at: begun.map(at),
        ended_at: begun.map(|from| at(from + 5)),
    }
}

fn changes(of: &Minutes) -> Vec<(i64, u64, bool)> {
    of.quorum.iter().map(|of| (of.at.micros(), of.there, of.is_reached)).collect()
}

#[test]
fn the_quorum_is_followed_from_one_coming_to_the_next() {
    let mut held = sources();
    held.attendance =
        vec![came(0, 5, None), came(1, 20, Some(60)), came(2, 30, Some(40)), came(2, 40, Some(100))];
    held.proxies = vec![gave(3, 1, ProxyState::Accepted { at: at(6) })];
    let of = Minutes::of(held);
    assert_eq!(
        changes(&of),
        [(10, 1, false), (20, 3, true), (60, 2, false)],
        "a proxy counts while its holder is there"
    );
    assert_eq!(of.incidents, [Incident::QuorumLost { at: at(60), there: 2 }]);
    assert_eq!((of.entitled, of.absent, of.attendees.len(), of.proxies.len()), (9, 5, 3, 1));
    let stays: Vec<_> = of.attendees[2].stays.iter().map(|stay| stay.until).collect();
    assert_eq!(stays, [Some(at(40)), None], "whoever stays to the end has no hour of leaving");
}

#[test]
fn a_proxy_that_was_never_accepted_is_none() {
    let ended = |why| ProxyState::Ended { at: at(50), why };
    let mut held = sources();
    held.proxies = vec![
        gave(3, 1, ProxyState::Offered),
        gave(4, 1, ended(ProxyEnd::Refused)),
        gave(5, 1, ended(ProxyEnd::CameIn)),
    ];
    held.accepted = [(id(5), at(12))].into();
    let of = Minutes::of(held);
    let told: Vec<_> = of.proxies.iter().map(|of| (of.giver.name.as_str(), of.ended)).collect();
    assert_eq!(told, [("Personne 5", Some((at(50), ProxyEnd::CameIn)))]);
}

#[test]
fn votes_stand_under_the_item_that_was_being_dealt_with() {
    let mut held = sources();
    held.agenda = vec![item(1, Some(10)), item(2, Some(30)), item(3, None)];
    held.begun = vec![(at(30), id(2)), (at(50), id(1))];
    let mut tied = poll(4, proclaimed(55, 5, None));
    tied.item = Some(id(2));
    let test = Poll { is_test: true, ..poll(1, proclaimed(11, 5, None)) };
    held.polls = vec![
        test,
        poll(2, proclaimed(12, 5, None)),
        poll(3, proclaimed(52, 5, None)),
        tied,
        poll(5, proclaimed(9, 5, None)),
        poll(6, Stage::Prepared),
    ];
    let of = Minutes::of(held);
    let under: Vec<Vec<u32>> =
        of.taken.iter().map(|of| of.polls.iter().map(|of| of.poll.number.get()).collect()).collect();
    assert_eq!(under, [vec![2, 3], vec![4]], "the first item was taken up again at 50");
    assert_eq!(of.taken[0].again, [at(50)]);
    assert_eq!((of.others.len(), of.left.len()), (1, 1));
    let numbers = |of: &[PollNumber]| of.iter().map(|of| of.get()).collect::<Vec<_>>();
    assert_eq!(numbers(&of.unopened), [6], "and nothing is told of the rehearsal");
}

#[test]
fn a_rehearsal_or_another_college_says_not_who_is_entitled() {
    let mut held = sources();
    let mut other = poll(2, proclaimed(30, 3, None));
    other.college = crate::member::College::ALL
        .iter()
        .copied()
        .find(|of| *of != held.sitting.rules.college)
        .unwrap_or(held.sitting.rules.college);
    let test = Poll { is_test: true, ..poll(1_000_001, proclaimed(40, 2, None)) };
    held.polls = vec![poll(1, proclaimed(20, 5, None)), other, test];
    for (poll, entitled) in held.polls.iter_mut().zip([8, 77, 99]) {
        if let Stage::Proclaimed { outcome, .. } = &mut poll.stage {
            outcome.roll.entitled = entitled;
        }
    }
    assert_eq!(Minutes::of(held).entitled, 8);
}

#[test]
fn what_went_wrong_is_told() {
    let mut held = sources();
    let dropped = Stage::Cancelled { at: at(70), reason: line("Le mauvais texte"), from: PollState::Open };
    held.polls = vec![
        poll(1, proclaimed(20, 5, Some((3, 2)))),
        poll(2, proclaimed(30, 2, None)),
        poll(3, dropped),
        poll(4, Stage::Cancelled { at: at(71), reason: line("Inutile"), from: PollState::Prepared }),
    ];
    let noted = |poll, paper| NotedIncident { at: at(80), poll, what: "la sono".into(), paper };
    held.incidents = vec![
        noted(Some(PollNumber::new(1)), Some((3, 2))),
        noted(Some(PollNumber::new(99)), None),
        noted(Some(PollNumber::new(2)), None),
    ];
    let of = Minutes::of(held);
    let number = PollNumber::new;
    assert_eq!(
        of.incidents,
        [
            Incident::TooMuchPaper { poll: number(1), counted: 3, signed: 2 },
            Incident::QuorumMissed { poll: number(2), at_closing: false },
            Incident::Cancelled { poll: number(3), at: at(70), reason: "Le mauvais texte".into() },
            Incident::Noted(noted(Some(number(2)), None)),
        ],
        "each once; that of another sitting isn't ours"
    );
}

proptest! {
    #[test]
    fn each_poll_is_in_them_once(
        stages in prop::collection::vec((0..4_u8, any::<bool>(), 0_i64..100), 0..12),
        begun in prop::collection::vec(prop::option::of(0_i64..100), 0..5),
    ) {
        let mut held = sources();
        held.agenda = (1..).zip(&begun).map(|(n, begun)| item(n, *begun)).collect();
        held.polls = (1..).zip(&stages).map(|(n, (kind, is_test, when))| {
            let stage = match kind {
                0 => Stage::Prepared,
                1 => Stage::Cancelled { at: at(*when), reason: line("Non"), from: PollState::Closed },
                _ => proclaimed(*when, 4, None),
            };
            Poll { is_test: *is_test, ..poll(n, stage) }
        }).collect();
        let of = Minutes::of(held);
        let mut told: Vec<u32> = of.taken.iter().flat_map(|of| &of.polls).chain(&of.others).map(|of| of.poll.number.get()).collect();
        told.extend(of.unopened.iter().map(|of| of.get()));
        told.sort_unstable();
        let counts: Vec<u32> = (1..).zip(&stages).filter(|(_, of)| !of.1).map(|(n, _)| n).collect();
        prop_assert_eq!(told, counts);
    }

    #[test]
    fn the_quorum_said_is_the_one_counted_anew(
        people in prop::collection::vec((0_i64..120, 1_i64..60), 0..9),
        proxies in prop::collection::btree_map(0_usize..9, (0_usize..9, 0_i64..100), 0..9),
        moment in 10_i64..100,
    ) {
        let mut held = sources();
        held.attendance = people.iter().enumerate().map(|(n, (from, long))| came(n, *from, Some(from + long))).collect();
        held.proxies = proxies.iter().filter(|(giver, (holder, _))| *giver != holder)
            .map(|(giver, (holder, from))| gave(*giver, *holder, ProxyState::Accepted { at: at(*from) })).collect();
        let of = Minutes::of(held.clone());
        let there = |member: MemberId| held.attendance.iter()
            .any(|of| of.member == member && of.in_at <= at(moment) && of.out_at.is_some_and(|out| out > at(moment)));
        let holder = |member| held.proxies.iter().find(|of| of.giver == member)
            .filter(|of| matches!(of.state, ProxyState::Accepted { at: from } if from <= at(moment))).map(|of| of.holder);
        let voices = (0..9).map(id).filter(|of| there(*of) || holder(*of).is_some_and(there)).count();
        let said = of.quorum.iter().rev().find(|change| change.at <= at(moment)).unwrap();
        prop_assert_eq!(said.is_reached, voices >= 3, "{} voices", voices);
    }
}
