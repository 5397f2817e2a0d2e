//! Sittings: their agenda, who is convened, who is there, proxies, requests to speak, and the journal.

use domain::congress::Congress;
use domain::id::{AgendaItemId, AttendanceId, FloorRequestId, MemberId, ProxyId, SittingId};
use domain::journal::{self, EntryKind};
use domain::member::{College, Role};
use domain::sitting::{
    Access, AgendaItem, Attendance, ConvocationAnswer, FloorRequest, ItemState, Length, Pitch, Presence,
    ProxyEnd, ProxyFault, ProxyState, SeatKey, SeatKind, Sitting, SittingRules, SittingStage, Timing,
};
use domain::territory::TerritoryLevel;
use domain::vote::{Fraction, Quorum};
use std::collections::BTreeSet;
use storage::{CheckIn, Giving, NewMember, Storage};

use crate::fixture::{Counting, at, saved_congress};
use crate::people::{person, saved};

pub fn sitting(congress: &Congress, entropy: &mut Counting) -> Sitting {
    Sitting {
        id: SittingId::new(at(1), entropy),
        congress: congress.id,
        name: "Débat et vote".parse().unwrap(),
        place: Some("Salle des fêtes".parse().unwrap()),
        access: Access::InCamera,
        starts_at: at(100),
        rules: SittingRules {
            quorum: Some(Quorum(Fraction::new(1, 3).unwrap())),
            most_proxies: 2,
            ..SittingRules::default()
        },
        stage: SittingStage::Planned,
    }
}

pub async fn saved_sitting(storage: &Storage, congress: &Congress, entropy: &mut Counting) -> Sitting {
    let new = sitting(congress, entropy);
    let mut work = storage.write().await.unwrap();
    work.add_sitting(&new, (None, at(1))).await.unwrap();
    work.save().await.unwrap();
    new
}

pub async fn voter(storage: &Storage, congress: &Congress, name: &str, entropy: &mut Counting) -> MemberId {
    let mut new = person(congress.id, name, entropy);
    new.member.roles = BTreeSet::new();
    assert!(saved(storage, &new).await);
    new.member.id
}

pub fn coming(
    sitting: SittingId,
    member: MemberId,
    presence: Presence,
    entropy: &mut Counting,
) -> Attendance {
    Attendance {
        id: AttendanceId::new(at(1), entropy),
        sitting,
        member,
        presence,
        in_at: at(110),
        out_at: None,
    }
}

fn item(sitting: SittingId, title: &str, entropy: &mut Counting) -> AgendaItem {
    AgendaItem {
        id: AgendaItemId::new(at(1), entropy),
        sitting,
        rank: 0,
        title: title.parse().unwrap(),
        speaker: Some("Soazig Tanguy".parse().unwrap()),
        minutes: Some(20),
        document: Some("https://exemple.example/rapport.pdf".parse().unwrap()),
        video: None,
        begun_at: None,
        ended_at: None,
    }
}

on_both! {
    async fn a_sitting_comes_back_as_planned_and_goes_one_way(db) {
        let storage = &db.storage;
        let (congress, mut entropy) = saved_congress(storage, "essai").await;
        let planned = saved_sitting(storage, &congress, &mut entropy).await;
        let read = storage.read().await.unwrap().sitting(planned.id).await.unwrap();
        assert_eq!(read.as_ref(), Some(&planned));
        let mut work = storage.write().await.unwrap();
        let changed = Sitting { access: Access::Public, place: None, ..planned.clone() };
        assert!(work.change_sitting(&changed).await.unwrap());
        assert!(!work.close_sitting(planned.id, at(2)).await.unwrap(), "not open");
        assert!(work.open_sitting(planned.id, at(3)).await.unwrap());
        assert!(!work.open_sitting(planned.id, at(4)).await.unwrap(), "open already");
        assert!(!work.change_sitting(&planned).await.unwrap(), "it has begun");
        let stage = SittingStage::Open { since: at(3) };
        let open = Sitting { stage, ..changed };
        assert_eq!(work.sitting_under_way(congress.id).await.unwrap().as_ref(), Some(&open));
        assert!(work.close_sitting(planned.id, at(9)).await.unwrap());
        assert_eq!(work.sitting_under_way(congress.id).await.unwrap(), None);
        let stage = SittingStage::Closed { opened_at: at(3), closed_at: at(9) };
        assert_eq!(work.sittings(congress.id).await.unwrap(), [Sitting { stage, ..open }]);
    }

    async fn the_agenda_is_dealt_with_item_by_item(db) {
        let storage = &db.storage;
        let (congress, mut entropy) = saved_congress(storage, "essai").await;
        let of = saved_sitting(storage, &congress, &mut entropy).await.id;
        let (one, two) = (item(of, "Accueil", &mut entropy), item(of, "Débat", &mut entropy));
        let mut work = storage.write().await.unwrap();
        let ranks = (work.add_agenda_item(&one).await.unwrap(), work.add_agenda_item(&two).await.unwrap());
        assert_eq!(ranks, (1, 2));
        let agenda = work.agenda(of).await.unwrap();
        assert_eq!(agenda[0], AgendaItem { rank: 1, ..one.clone() });
        work.exchange_agenda_items(&agenda[0], &agenda[1]).await.unwrap();
        work.begin_agenda_item(of, Some(two.id), at(5)).await.unwrap();
        work.begin_agenda_item(of, Some(one.id), at(6)).await.unwrap();
        assert!(!work.remove_agenda_item(one.id).await.unwrap(), "it was begun");
        let states: Vec<_> = work.agenda(of).await.unwrap().iter().map(|item| (item.id, item.state())).collect();
        assert_eq!(states, [(two.id, ItemState::Done), (one.id, ItemState::Current)]);
        work.begin_agenda_item(of, Some(two.id), at(7)).await.unwrap();
        let again = work.agenda(of).await.unwrap();
        assert_eq!((again[0].state(), again[0].begun_at), (ItemState::Current, Some(at(5))));
    }

    async fn an_address_that_would_not_be_taken_any_more_fails_no_page(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let of = saved_sitting(&db.storage, &congress, &mut entropy).await.id;
        let mut work = db.storage.write().await.unwrap();
        work.add_agenda_item(&item(of, "Accueil", &mut entropy)).await.unwrap();
        work.save().await.unwrap();
        db.meddle("UPDATE agenda_item SET document = 'https://mairie@ailleurs.example/a', video = 'https://salle'").await;
        let agenda = db.storage.read().await.unwrap().agenda(of).await.unwrap();
        assert_eq!((&agenda[0].document, &agenda[0].video), (&None, &None));
    }

    async fn people_are_convened_answer_come_in_move_and_go_out(db) {
        let storage = &db.storage;
        let (congress, mut entropy) = saved_congress(storage, "essai").await;
        let of = saved_sitting(storage, &congress, &mut entropy).await.id;
        let soazig = voter(storage, &congress, "Soazig Tanguy", &mut entropy).await;
        let mut work = storage.write().await.unwrap();
        work.answer_convocation((of, soazig), ConvocationAnswer::Absent, at(2)).await.unwrap();
        work.convene(of, soazig, at(3)).await.unwrap();
        work.answer_convocation((of, soazig), ConvocationAnswer::Remote, at(4)).await.unwrap();
        work.add_convocation_link(&[5; 32], (of, soazig), at(3)).await.unwrap();
        assert_eq!(work.convocation_of(&[5; 32]).await.unwrap(), Some((of, soazig)));
        assert_eq!(work.convocation_of(&[6; 32]).await.unwrap(), None);
        let convened = work.convened(of).await.unwrap();
        assert_eq!(convened[0].convened_at, Some(at(3)));
        assert_eq!(convened[0].answer, Some((ConvocationAnswer::Remote, at(4))));

        let room = coming(of, soazig, Presence::Room, &mut entropy);
        assert_eq!(work.check_in(&room).await.unwrap(), CheckIn::In);
        let twice = coming(of, soazig, Presence::Room, &mut entropy);
        assert_eq!(work.check_in(&twice).await.unwrap(), CheckIn::AlreadyThere);
        let remote = coming(of, soazig, Presence::Remote, &mut entropy);
        assert_eq!(work.check_in(&remote).await.unwrap(), CheckIn::Moved);
        assert_eq!(work.those_there(of).await.unwrap().get(&soazig), Some(&Presence::Remote));
        assert!(work.check_out(of, soazig, at(120)).await.unwrap());
        assert!(!work.check_out(of, soazig, at(121)).await.unwrap(), "she had left");
        let sheet = work.attendance(of).await.unwrap();
        assert_eq!(sheet.iter().map(|line| line.out_at).collect::<Vec<_>>(), [Some(at(110)), Some(at(120))]);
    }

    async fn a_proxy_counts_once_accepted_and_nobody_holds_too_many(db) {
        let storage = &db.storage;
        let (congress, mut entropy) = saved_congress(storage, "essai").await;
        let of = saved_sitting(storage, &congress, &mut entropy).await.id;
        let mut people = Vec::new();
        for name in ["Anna Le Bec", "Bilal Haddad", "Chantal Rey", "Soazig Tanguy"] {
            people.push(voter(storage, &congress, name, &mut entropy).await);
        }
        let holder = people[3];
        let mut work = storage.write().await.unwrap();
        let mut given = Vec::new();
        for giver in &people[..3] {
            let giving = Giving { id: ProxyId::new(at(1), &mut entropy), sitting: of, giver: *giver, holder, at: at(1) };
            work.give_proxy(&giving).await.unwrap();
            given.push(giving.id);
        }
        assert!(work.accepted_proxies(of).await.unwrap().is_empty(), "nobody accepted yet");
        assert_eq!(work.accept_proxy(given[0], 2, at(2)).await.unwrap(), Ok(()));
        assert_eq!(work.accept_proxy(given[0], 2, at(3)).await.unwrap(), Ok(()), "twice is once");
        assert_eq!(work.accept_proxy(given[1], 2, at(2)).await.unwrap(), Ok(()));
        assert_eq!(work.accept_proxy(given[2], 2, at(2)).await.unwrap(), Err(ProxyFault::TooMany));
        assert!(work.end_proxy(given[0], (at(4), ProxyEnd::Withdrawn)).await.unwrap());
        assert_eq!(work.accept_proxy(given[0], 2, at(5)).await.unwrap(), Err(ProxyFault::Ended));
        assert_eq!(work.accept_proxy(given[2], 2, at(5)).await.unwrap(), Ok(()), "a place was free again");
        let accepted = work.accepted_proxies(of).await.unwrap();
        assert_eq!(accepted.into_iter().collect::<Vec<_>>(), {
            let mut expected = vec![(people[1], holder), (people[2], holder)];
            expected.sort();
            expected
        });
        let again = Giving { id: ProxyId::new(at(6), &mut entropy), sitting: of, giver: people[1], holder: people[0], at: at(6) };
        work.give_proxy(&again).await.unwrap();
        let states: Vec<_> = work.proxies(of).await.unwrap().into_iter().map(|proxy| proxy.state).collect();
        assert!(states.contains(&ProxyState::Ended { at: at(6), why: ProxyEnd::Replaced }));
        let ended = work.end_proxy_of(of, people[1], (at(7), ProxyEnd::CameIn)).await.unwrap();
        assert_eq!(ended, Some(again.id));
    }

    async fn one_asks_to_speak_once_and_the_floor_is_one_person_s(db) {
        let storage = &db.storage;
        let (congress, mut entropy) = saved_congress(storage, "essai").await;
        let of = saved_sitting(storage, &congress, &mut entropy).await.id;
        let one = voter(storage, &congress, "Anna Le Bec", &mut entropy).await;
        let two = voter(storage, &congress, "Bilal Haddad", &mut entropy).await;
        let mut asked = |member, seconds| FloorRequest {
            id: FloorRequestId::new(at(1), &mut entropy),
            sitting: of,
            member,
            asked_at: at(seconds),
            called_at: None,
            ends_at: None,
            ended_at: None,
        };
        let (first, second) = (asked(one, 1), asked(two, 2));
        let mut work = storage.write().await.unwrap();
        assert!(work.ask_floor(&first).await.unwrap());
        assert!(!work.ask_floor(&asked(one, 3)).await.unwrap(), "asked already");
        assert!(work.ask_floor(&second).await.unwrap());
        work.give_floor(of, Some(first.id), at(4)).await.unwrap();
        assert!(!work.withdraw_floor(of, one, at(5)).await.unwrap(), "they are speaking");
        work.give_floor(of, Some(second.id), at(6)).await.unwrap();
        let read = work.floor_requests(of).await.unwrap();
        assert_eq!((read[0].called_at, read[0].ended_at), (Some(at(4)), Some(at(6))));
        assert_eq!((read[1].called_at, read[1].ended_at), (Some(at(6)), None));
        assert!(work.ask_floor(&asked(one, 7)).await.unwrap(), "they have spoken, and ask again");
        assert!(work.withdraw_floor(of, one, at(8)).await.unwrap());
    }

    async fn turns_and_pitches_end_at_a_moment(db) {
        let storage = &db.storage;
        let (congress, mut entropy) = saved_congress(storage, "essai").await;
        let of = saved_sitting(storage, &congress, &mut entropy).await.id;
        let who = voter(storage, &congress, "Anna Le Bec", &mut entropy).await;
        let mut work = storage.write().await.unwrap();
        assert_eq!(work.timing(of).await.unwrap(), Timing::default());
        let three = Length::of_minutes(3).unwrap();
        work.set_turn(of, Some(three)).await.unwrap();
        let pitch = Pitch { who: Some("Le vélo".parse().unwrap()), length: three, ends_at: at(99) };
        work.set_pitch(of, Some(&pitch)).await.unwrap();
        assert_eq!(work.timing(of).await.unwrap(), Timing { turn: Some(three), pitch: Some(pitch) });
        let id = FloorRequestId::new(at(1), &mut entropy);
        let request = FloorRequest { id, sitting: of, member: who, asked_at: at(1), called_at: None, ends_at: None, ended_at: None };
        work.ask_floor(&request).await.unwrap();
        work.give_floor(of, Some(id), at(4)).await.unwrap();
        work.set_turn(of, None).await.unwrap();
        assert_eq!(work.floor_requests(of).await.unwrap()[0].ends_at, Some(at(184)), "who speaks keeps their end");
        work.set_pitch(of, None).await.unwrap();
        assert_eq!(work.timing(of).await.unwrap(), Timing::default());
        let network = "Congres-2026".parse().unwrap();
        work.set_network(of, Some(&network)).await.unwrap();
        assert_eq!(work.network(of).await.unwrap(), Some(network));
        work.set_network(of, None).await.unwrap();
        assert_eq!(work.network(of).await.unwrap(), None);
    }

    async fn the_code_on_the_screen_has_its_time(db) {
        let storage = &db.storage;
        let (congress, mut entropy) = saved_congress(storage, "essai").await;
        let of = saved_sitting(storage, &congress, &mut entropy).await.id;
        let mut work = storage.write().await.unwrap();
        let code = "042917".parse().unwrap();
        work.set_check_in_code(of, Some((code, at(50)))).await.unwrap();
        assert_eq!(work.check_in_code(of, at(49)).await.unwrap(), Some(code));
        assert_eq!(work.check_in_code(of, at(50)).await.unwrap(), None, "its time is over");
        work.set_check_in_code(of, None).await.unwrap();
        assert_eq!(work.check_in_code(of, at(49)).await.unwrap(), None);
    }

    async fn voices_are_people_s_or_territories(db) {
        let storage = &db.storage;
        let (congress, mut entropy) = saved_congress(storage, "essai").await;
        let of = saved_sitting(storage, &congress, &mut entropy).await;
        let elected = voter(storage, &congress, "Anna Le Bec", &mut entropy).await;
        let mut others = Vec::new();
        for (name, change) in [
            ("Bilal Haddad", (|new: &mut NewMember| new.member.college = College::Agents) as fn(&mut NewMember)),
            ("Chantal Rey", |new| new.member.declined_at = Some(at(3))),
            ("Denis Roux", |new| new.member.roles = BTreeSet::from([Role::Observer])),
        ] {
            let mut new = person(congress.id, name, &mut entropy);
            new.member.roles = BTreeSet::new();
            change(&mut new);
            assert!(saved(storage, &new).await);
            others.push(new.member.id);
        }
        let mut work = storage.write().await.unwrap();
        let seats = work.seats(&of).await.unwrap();
        assert_eq!(seats.iter().map(|seat| seat.key.clone()).collect::<Vec<_>>(), [SeatKey::Person(elected)]);
        assert_eq!(seats[0].territory.as_ref().map(|of| of.name.as_str()), Some("Huelgoat"));
        let territories = Sitting { rules: SittingRules { seats: SeatKind::Territories, ..of.rules }, ..of };
        assert!(work.seats(&territories).await.unwrap().is_empty(), "nobody speaks for one");
        let huelgoat = seats[0].territory.clone().unwrap();
        work.name_representative(congress.id, &huelgoat, elected, at(4)).await.unwrap();
        let seats = work.seats(&territories).await.unwrap();
        assert_eq!(seats[0].key, SeatKey::Territory(TerritoryLevel::Commune, "29081".to_owned()));
        assert_eq!(seats[0].member, elected);
    }

    async fn the_journal_holds_together_and_each_congress_has_its_own(db) {
        let storage = &db.storage;
        let (congress, mut entropy) = saved_congress(storage, "essai").await;
        let (other, _) = saved_congress(storage, "autre").await;
        let mut work = storage.write().await.unwrap();
        for (seconds, kind) in [(5, EntryKind::SittingOpened), (3, EntryKind::CameIn), (9, EntryKind::SittingClosed)] {
            let body = format!("{{\"numero\":{seconds}}}");
            work.note_in_journal(congress.id, (at(seconds), kind, body)).await.unwrap();
        }
        work.save().await.unwrap();
        let mut reading = storage.read().await.unwrap();
        let entries = reading.journal(congress.id).await.unwrap();
        assert_eq!(journal::verify(&entries), Ok(()));
        assert_eq!(entries.iter().map(|entry| entry.at).collect::<Vec<_>>(), [at(5), at(5), at(9)]);
        assert!(reading.journal(other.id).await.unwrap().is_empty());
        drop(reading);
        db.meddle("UPDATE journal SET body = '{}' WHERE seq = 2").await;
        let entries = storage.read().await.unwrap().journal(congress.id).await.unwrap();
        assert_eq!(journal::verify(&entries), Err(journal::Break::Changed(2)));
        let _ = &mut entropy;
    }
}
