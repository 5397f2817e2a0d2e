//! Polls: their life, their roll, and their ballots.

use domain::congress::Congress;
use domain::id::{MemberId, PollId};
use domain::member::College;
use domain::sitting::{Presence, RollSeat, SeatKey, Sitting, Standing, enrol, present};
use domain::vote::{
    CastFault, Choice, Majority, Means, Method, Outcome, Part, Poll, PollNumber, PollState, Question,
    Receipt, Roll, Rule, Secrecy, Stage, Turn, tally,
};
use std::collections::BTreeMap;
use storage::{Rehearsed, SealedBallot, Storage};

use crate::fixture::{at, saved_congress};
use crate::sitting::{saved_sitting, voter};

pub struct Room {
    pub congress: Congress,
    pub sitting: Sitting,
    pub people: Vec<MemberId>,
    pub poll: Poll,
    seats: Vec<RollSeat>,
    roll: Roll,
}

/// Three people there, the first of whom holds the proxy of a fourth; a fifth is absent.
async fn room(storage: &Storage, secrecy: Secrecy) -> Room {
    let (congress, mut entropy) = saved_congress(storage, "essai").await;
    let sitting = saved_sitting(storage, &congress, &mut entropy).await;
    let mut people = Vec::new();
    for name in ["Anna Le Bec", "Bilal Haddad", "Chantal Rey", "Denis Roux", "Edmée Noël"] {
        people.push(voter(storage, &congress, name, &mut entropy).await);
    }
    let poll = Poll {
        id: PollId::new(at(1), &mut entropy),
        number: PollNumber::new(1),
        sitting: sitting.id,
        item: None,
        question: Question {
            title: "Adoption de la motion".parse().unwrap(),
            text: "Le congrès demande…".to_owned(),
            method: Method::ForAgainst,
            options: Vec::new(),
        },
        rule: Rule { majority: Majority::ABSOLUTE, quorum: sitting.rules.quorum, has_casting_vote: false },
        secrecy,
        means: Means::Ballots,
        college: College::Elected,
        is_test: false,
        stage: Stage::Prepared,
    };
    let mut work = storage.write().await.unwrap();
    let number = work.add_poll(congress.id, &poll, (None, at(2))).await.unwrap();
    assert_eq!(number, Some(PollNumber::new(1)));
    assert_eq!(work.add_poll(congress.id, &poll, (None, at(2))).await.unwrap(), None, "the same form twice");
    let inscrits = work.seats(&sitting).await.unwrap();
    work.save().await.unwrap();
    let there: BTreeMap<_, _> = people[..3].iter().map(|member| (*member, Presence::Room)).collect();
    let seats = enrol(&inscrits, &there, &BTreeMap::from([(people[3], people[0])]));
    let roll = present(5, &seats);
    Room { congress, sitting, people, poll, seats, roll }
}

pub async fn opened(storage: &Storage, secrecy: Secrecy) -> Room {
    let room = Box::pin(room(storage, secrecy)).await;
    let mut work = storage.write().await.unwrap();
    assert!(work.open_poll(room.poll.id, &room.seats, room.roll, at(3)).await.unwrap());
    work.save().await.unwrap();
    room
}

fn key(room: &Room, of: usize) -> SeatKey {
    SeatKey::Person(room.people[of])
}

pub async fn cast(
    storage: &Storage,
    room: &Room,
    (of, by): (usize, usize),
    choice: Choice,
) -> Result<(), CastFault> {
    let mut work = storage.write().await.unwrap();
    let taken =
        work.cast_public((room.poll.id, &key(room, of), room.people[by]), &choice, None).await.unwrap();
    work.save().await.unwrap();
    taken
}

pub async fn drop_in(
    storage: &Storage,
    room: &Room,
    of: usize,
    ballot: &SealedBallot,
) -> Result<(), CastFault> {
    let mut work = storage.write().await.unwrap();
    let taken = work.cast_secret((room.poll.id, &key(room, of), room.people[of]), ballot).await.unwrap();
    work.save().await.unwrap();
    taken
}

pub fn sealed(byte: u8) -> SealedBallot {
    SealedBallot { tag: vec![byte; 32], sealed: vec![byte; 64] }
}

pub fn outcome(room: &Room, ballots: &[domain::vote::Ballot]) -> Outcome {
    Outcome {
        roll: room.roll,
        tally: tally(room.poll.question.method, ballots),
        paper: None,
        paper_signed: 0,
        aside: 0,
        casting: None,
    }
}

on_both! {
    async fn an_older_choice_of_the_same_page_that_comes_late_takes_no_newer_one_s_place(db) {
        let storage = &db.storage;
        let room = Box::pin(opened(storage, Secrecy::Public)).await;
        let mut work = storage.write().await.unwrap();
        let at = (room.poll.id, &key(&room, 1), room.people[1]);
        for (choice, turn, stands) in [
            (Choice::For, Turn::new("a", 2), Choice::For),
            (Choice::Against, Turn::new("a", 1), Choice::For),
            (Choice::For, Turn::new("a", 2), Choice::For),
            (Choice::Abstain, Turn::new("a", 3), Choice::Abstain),
            (Choice::Against, Turn::new("b", 1), Choice::Against),
            (Choice::For, None, Choice::For),
            (Choice::Against, Turn::new("b", 1), Choice::Against),
        ] {
            work.cast_public(at, &choice, turn.as_ref()).await.unwrap().unwrap();
            let own = work.own_seats(room.poll.id, room.people[1]).await.unwrap();
            assert_eq!(own[0].choice.as_ref(), Some(&stands), "{choice:?} {turn:?}");
        }
        work.set_aside(at, (Part::Aside, Turn::new("b", 0).as_ref())).await.unwrap().unwrap();
        assert_eq!(work.own_seats(room.poll.id, room.people[1]).await.unwrap()[0].seat.part, Part::Voted, "late");
        assert_eq!(Turn::new("", 1), None);
        assert_eq!(Turn::new("a b", 1), None);
    }

    async fn no_simulated_voice_touches_a_vote_that_counts(db) {
        let storage = &db.storage;
        let room = Box::pin(opened(storage, Secrecy::Public)).await;
        let mut work = storage.write().await.unwrap();
        for given in [Rehearsed::Public(Choice::For), Rehearsed::Secret(sealed(9))] {
            assert!(!work.rehearse((room.poll.id, &key(&room, 1)), &given).await.unwrap());
        }
        assert!(work.roll(room.poll.id).await.unwrap().iter().all(|seat| seat.part == Part::Awaited));
        assert_eq!(work.turnout(room.poll.id).await.unwrap().0, 0);
    }

    async fn a_poll_goes_from_prepared_to_proclaimed_and_never_back(db) {
        let storage = &db.storage;
        let room = Box::pin(opened(storage, Secrecy::Public)).await;
        let mut work = storage.write().await.unwrap();
        assert!(!work.open_poll(room.poll.id, &room.seats, room.roll, at(4)).await.unwrap(), "open already");
        assert!(!work.proclaim_poll(room.poll.id, &outcome(&room, &[]), at(4)).await.unwrap(), "not closed");
        work.open_sitting(room.sitting.id, at(1)).await.unwrap();
        assert!(!work.close_sitting(room.sitting.id, at(4)).await.unwrap(), "a poll is open");
        assert!(work.close_poll(room.poll.id, 4, at(5)).await.unwrap());
        assert!(!work.close_poll(room.poll.id, 4, at(6)).await.unwrap(), "closed already");
        assert!(work.proclaim_poll(room.poll.id, &outcome(&room, &[]), at(7)).await.unwrap());
        let reason = "Trop tard".parse().unwrap();
        assert!(!work.cancel_poll(room.poll.id, &reason, at(8)).await.unwrap(), "proclaimed");
        let read = work.poll(room.poll.id).await.unwrap().unwrap();
        let Stage::Proclaimed { opened_at, closed_at, proclaimed_at, .. } = read.stage else { panic!("{read:?}") };
        assert_eq!((opened_at, closed_at, proclaimed_at), (at(3), at(5), at(7)));
        assert_eq!(work.poll_numbered(room.congress.id, PollNumber::new(1)).await.unwrap().as_ref(), Some(&read));
        assert_eq!(Poll { stage: Stage::Prepared, ..read }, room.poll);
    }

    async fn a_voice_is_given_by_whoever_casts_it_and_changed_until_closing(db) {
        let storage = &db.storage;
        let room = Box::pin(opened(storage, Secrecy::Public)).await;
        assert_eq!(cast(storage, &room, (0, 0), Choice::For).await, Ok(()));
        assert_eq!(cast(storage, &room, (3, 0), Choice::Against).await, Ok(()), "by proxy");
        assert_eq!(cast(storage, &room, (3, 3), Choice::For).await, Err(CastFault::NotTheirs), "entrusted");
        assert_eq!(cast(storage, &room, (1, 0), Choice::For).await, Err(CastFault::NotTheirs), "another's");
        assert_eq!(cast(storage, &room, (4, 4), Choice::For).await, Err(CastFault::NotTheirs), "not on the roll");
        assert_eq!(cast(storage, &room, (0, 0), Choice::Abstain).await, Ok(()), "changed");
        let mut reading = storage.read().await.unwrap();
        assert_eq!(reading.turnout(room.poll.id).await.unwrap(), (2, 4));
        assert!(reading.ballots_to_count(room.poll.id).await.unwrap().is_empty(), "it is open");
        assert!(reading.public_ballots(room.poll.id).await.unwrap().is_empty(), "it is open");
        let own = reading.own_seats(room.poll.id, room.people[0]).await.unwrap();
        assert_eq!(own.iter().map(|own| own.choice.clone()).collect::<Vec<_>>(), [Some(Choice::Abstain), Some(Choice::Against)]);
        assert_eq!(own[1].seat.on_roll.standing, Standing::Represented);
        assert_eq!(own[1].seat.voter_name, "Anna Le Bec");
        drop(reading);
        let mut work = storage.write().await.unwrap();
        assert!(work.close_poll(room.poll.id, 4, at(5)).await.unwrap());
        work.save().await.unwrap();
        assert_eq!(cast(storage, &room, (1, 1), Choice::For).await, Err(CastFault::Closed));
        let ballots = storage.read().await.unwrap().ballots_to_count(room.poll.id).await.unwrap();
        let ballots: Vec<_> = ballots.into_values().collect();
        let counted = tally(Method::ForAgainst, &ballots);
        assert_eq!((counted.in_favour, counted.against, counted.abstentions), (0, 1, 1));
        assert!(storage.read().await.unwrap().public_ballots(room.poll.id).await.unwrap().is_empty(), "not proclaimed");
        let mut work = storage.write().await.unwrap();
        assert!(work.proclaim_poll(room.poll.id, &outcome(&room, &ballots), at(6)).await.unwrap());
        assert_eq!(work.public_ballots(room.poll.id).await.unwrap().len(), 4);
    }

    async fn a_secret_ballot_is_dropped_once_and_leaves_no_choice_beside_a_name(db) {
        let storage = &db.storage;
        let room = Box::pin(opened(storage, Secrecy::Secret)).await;
        assert_eq!(cast(storage, &room, (1, 1), Choice::For).await, Err(CastFault::NotOffered), "no choice by a name");
        assert_eq!(drop_in(storage, &room, 1, &sealed(1)).await, Ok(()));
        assert_eq!(drop_in(storage, &room, 1, &sealed(1)).await, Ok(()), "sent again");
        assert_eq!(drop_in(storage, &room, 1, &sealed(2)).await, Err(CastFault::Already), "another one");
        assert_eq!(drop_in(storage, &room, 2, &sealed(1)).await, Err(CastFault::Already), "somebody else's receipt");
        let mut work = storage.write().await.unwrap();
        let aside = work.set_aside((room.poll.id, &key(&room, 1), room.people[1]), (Part::Aside, None)).await.unwrap();
        assert_eq!(aside, Err(CastFault::Already), "given");
        let paper = work.set_aside((room.poll.id, &key(&room, 2), room.people[2]), (Part::Paper, None)).await.unwrap();
        assert_eq!(paper, Ok(()));
        assert!(work.boxed_ballots(room.poll.id).await.unwrap().is_empty(), "it is open");
        work.save().await.unwrap();
        assert_eq!(drop_in(storage, &room, 2, &sealed(3)).await, Err(CastFault::OnPaper));
        let mut work = storage.write().await.unwrap();
        assert_eq!(work.turnout(room.poll.id).await.unwrap(), (2, 4));
        assert!(work.close_poll(room.poll.id, 4, at(5)).await.unwrap());
        work.seal_poll(room.poll.id, &[9; 32]).await.unwrap();
        assert!(work.boxed_ballots(room.poll.id).await.unwrap() == [sealed(1)]);
        let receipt = Receipt::from_bytes([5; 16]);
        work.publish_ballots(room.poll.id, &BTreeMap::from([(receipt, Choice::Blank)])).await.unwrap();
        assert!(work.boxed_ballots(room.poll.id).await.unwrap().is_empty(), "emptied");
        let published = work.published_ballots(room.poll.id).await.unwrap();
        assert_eq!(published.into_iter().collect::<Vec<_>>(), [(receipt, Choice::Blank)]);
        assert_eq!(work.poll_seal(room.poll.id).await.unwrap(), Some(vec![9; 32]));
        let own = work.own_seats(room.poll.id, room.people[1]).await.unwrap();
        assert_eq!(own[0].choice, None);
    }

    async fn a_dropped_poll_holds_no_choice_any_more(db) {
        let storage = &db.storage;
        let room = Box::pin(opened(storage, Secrecy::Public)).await;
        assert_eq!(cast(storage, &room, (0, 0), Choice::For).await, Ok(()));
        let mut work = storage.write().await.unwrap();
        assert!(work.cancel_poll(room.poll.id, &"Panne du réseau".parse().unwrap(), at(5)).await.unwrap());
        let read = work.poll(room.poll.id).await.unwrap().unwrap();
        assert!(matches!(read.stage, Stage::Cancelled { from: PollState::Open, .. }));
        assert_eq!(work.own_seats(room.poll.id, room.people[0]).await.unwrap()[0].choice, None);
        work.save().await.unwrap();
        assert_eq!(cast(storage, &room, (1, 1), Choice::For).await, Err(CastFault::Cancelled));
    }

    async fn the_chair_adds_whoever_came_late(db) {
        let storage = &db.storage;
        let room = Box::pin(opened(storage, Secrecy::Public)).await;
        let mut work = storage.write().await.unwrap();
        let seats = work.seats(&room.sitting).await.unwrap();
        let late = seats.into_iter().find(|seat| seat.member == room.people[4]).unwrap();
        let late = RollSeat { voter: late.member, seat: late, standing: Standing::Late };
        assert!(work.add_to_roll(room.poll.id, &late).await.unwrap());
        assert!(!work.add_to_roll(room.poll.id, &late).await.unwrap(), "on it already");
        let roll = work.poll(room.poll.id).await.unwrap().unwrap().stage.roll().unwrap();
        assert_eq!((roll.present, roll.represented, roll.entitled), (4, 1, 5));
        work.save().await.unwrap();
        assert_eq!(cast(storage, &room, (4, 4), Choice::For).await, Ok(()));
    }

    async fn a_voice_that_a_latecomer_holds_counts_as_represented(db) {
        let storage = &db.storage;
        let room = Box::pin(opened(storage, Secrecy::Secret)).await;
        let mut work = storage.write().await.unwrap();
        let before = work.poll(room.poll.id).await.unwrap().unwrap().stage.roll().unwrap();
        let seats = work.seats(&room.sitting).await.unwrap();
        let held = seats.into_iter().find(|seat| seat.member == room.people[4]).unwrap();
        let held = RollSeat { voter: room.people[0], seat: held, standing: Standing::Represented };
        assert!(work.add_to_roll(room.poll.id, &held).await.unwrap());
        let roll = work.poll(room.poll.id).await.unwrap().unwrap().stage.roll().unwrap();
        assert_eq!((roll.present, roll.represented), (before.present, before.represented + 1));
        assert_eq!(roll.still_there, before.still_there + 1);
        let own = work.own_seats(room.poll.id, room.people[0]).await.unwrap();
        let added = own.iter().find(|own| own.seat.on_roll == held).unwrap();
        assert_ne!(added.seat.voter_name, held.seat.name, "the name of whoever casts it");
        assert!(work.close_poll(room.poll.id, 5, at(9)).await.unwrap());
        assert!(!work.add_to_roll(room.poll.id, &held).await.unwrap(), "it isn’t open any more");
    }
}
