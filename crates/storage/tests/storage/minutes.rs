//! Minutes: their facts, corrections beside them, and signatures.

use domain::id::{AgendaItemId, MinutesCorrectionId, ProxyId};
use domain::journal::EntryKind;
use domain::minutes::{
    Correction, MinutesFault, MinutesStage, MinutesText, Office, Part, Section, SectionKey, Signatories,
    SignedHow,
};
use domain::reading::Incident;
use domain::sitting::{AgendaItem, Presence, ProxyEnd, RollSeat, Sitting, Standing};
use domain::vote::{PollNumber, PollState, Secrecy};
use storage::{Erasure, Giving, SigningMinutes, Storage};

use crate::fixture::{Counting, at};
use crate::poll::{Room, opened};
use crate::sitting::coming;

fn text(said: &str) -> MinutesText {
    let section = Section {
        key: SectionKey::Presence,
        is_within: false,
        title: "Présences".into(),
        parts: vec![Part::Paragraph(said.into()), Part::List(vec!["« l’une »".into()])],
    };
    MinutesText { title: "Séance".into(), lead: vec!["Le 3 mai".into()], sections: vec![section] }
}

fn correction(entropy: &mut Counting) -> Correction {
    Correction {
        id: MinutesCorrectionId::new(at(60), entropy),
        section: SectionKey::Poll(PollNumber::new(1)),
        text: "Lire « douze ».".parse().unwrap(),
        by: "Staff".into(),
        at: at(60),
    }
}

fn signing(room: &Room, who: usize, of: &MinutesText, n: i64) -> SigningMinutes {
    SigningMinutes {
        member: room.people[who],
        hash: of.hash(),
        at: at(n),
        how: SignedHow::Account,
        noted_by: None,
    }
}

async fn present(storage: &Storage, room: &Room, of: &MinutesText) -> bool {
    let people = [(Office::Secretary, 1, "Béatrice"), (Office::Chair, 0, "Anna")];
    let people = people.map(|(office, who, name)| (office, room.people[who], name.to_owned()));
    let mut work = storage.write().await.unwrap();
    let by = (room.people[2], at(70));
    let kept =
        work.present_minutes((&room.sitting, of), &Signatories::new(people).unwrap(), by).await.unwrap();
    work.save().await.unwrap();
    kept
}

/// The sitting goes on: an item was begun twice, somebody came, a proxy was accepted then ended, and the poll was dropped.
async fn gone_on(storage: &Storage, room: &Room, entropy: &mut Counting) -> Sitting {
    let sitting = room.sitting.id;
    let mut work = storage.write().await.unwrap();
    work.open_sitting(sitting, at(1)).await.unwrap();
    work.check_in(&coming(sitting, room.people[0], Presence::Room, entropy)).await.unwrap();
    let id = ProxyId::new(at(3), entropy);
    let giving = Giving { id, sitting, giver: room.people[3], holder: room.people[0], at: at(3) };
    work.give_proxy(&giving).await.unwrap();
    work.accept_proxy(id, 2, at(4)).await.unwrap().unwrap();
    let body = format!(r#"{{"seance":"{sitting}","pouvoir":"{id}"}}"#);
    work.note_in_journal(room.congress.id, (at(4), EntryKind::ProxyAccepted, body)).await.unwrap();
    work.end_proxy(id, (at(30), ProxyEnd::Withdrawn)).await.unwrap();
    let item = AgendaItem {
        id: AgendaItemId::new(at(1), entropy),
        sitting,
        rank: 0,
        title: "Débat".parse().unwrap(),
        speaker: None,
        minutes: None,
        document: None,
        video: None,
        begun_at: None,
        ended_at: None,
    };
    work.add_agenda_item(&item).await.unwrap();
    for n in [12, 40] {
        work.begin_agenda_item(sitting, Some(item.id), at(n)).await.unwrap();
        let body = format!(r#"{{"seance":"{sitting}","point":"{}"}}"#, item.id);
        work.note_in_journal(room.congress.id, (at(n), EntryKind::ItemBegun, body)).await.unwrap();
    }
    let noted = [
        r#"{"scrutin":1,"quoi":"plus de bulletins","bulletins":3,"emargements":2}"#,
        r#"{"quoi":"ailleurs"}"#,
    ];
    for body in noted {
        work.note_in_journal(room.congress.id, (at(41), EntryKind::Incident, body.to_owned())).await.unwrap();
    }
    assert!(work.cancel_poll(room.poll.id, &"Le mauvais texte".parse().unwrap(), at(42)).await.unwrap());
    let sitting = work.sitting(sitting).await.unwrap().unwrap();
    work.save().await.unwrap();
    sitting
}

on_both! {
    async fn the_facts_are_what_the_tables_and_the_journal_hold(db) {
        let storage = &db.storage;
        let room = Box::pin(opened(storage, Secrecy::Public)).await;
        let sitting = gone_on(storage, &room, &mut Counting(700)).await;
        let of = storage.read().await.unwrap().minutes(&sitting).await.unwrap();
        let item = &of.taken[0];
        assert_eq!((of.taken.len(), item.again.as_slice(), item.polls.len()), (1, &[at(40)][..], 1));
        let ended = of.proxies[0].ended.map(|(at, _)| at);
        assert_eq!((of.proxies.len(), of.proxies[0].accepted_at, ended), (1, at(4), Some(at(30))), "from the journal");
        assert!(!of.attendees.is_empty() && of.attendees.iter().all(|of| !of.person.name.is_empty()));
        assert_eq!(of.incidents.len(), 1, "what names another sitting, or nothing, isn't ours: {:?}", of.incidents);
        assert!(matches!(&of.incidents[0], Incident::Cancelled { reason, .. } if reason == "Le mauvais texte"));
        assert_eq!(item.polls[0].poll.stage.state(), PollState::Cancelled);
    }

    async fn people_are_told_as_they_were_when_they_came(db) {
        let room = Box::pin(opened(&db.storage, Secrecy::Public)).await;
        let sitting = gone_on(&db.storage, &room, &mut Counting(720)).await;
        let mandates = async || {
            let of = db.storage.read().await.unwrap().minutes(&sitting).await.unwrap();
            of.attendees.into_iter().map(|of| of.person.mandate).collect::<Vec<_>>()
        };
        let before = mandates().await;
        let mut work = db.storage.write().await.unwrap();
        let mut member = work.member(room.people[0]).await.unwrap().unwrap();
        member.mandate = Some("ancienne élue".parse().unwrap());
        work.change_member(&member, "le bec anna").await.unwrap();
        work.save().await.unwrap();
        assert_eq!(mandates().await, before);
    }

    async fn every_voice_that_was_added_late_is_told_represented_ones_too(db) {
        let room = Box::pin(opened(&db.storage, Secrecy::Public)).await;
        let (holder, giver) = (room.people[0], room.people[4]);
        let mut work = db.storage.write().await.unwrap();
        let seats = work.seats(&room.sitting).await.unwrap();
        let seat = seats.into_iter().find(|seat| seat.member == giver).unwrap();
        let added = RollSeat { voter: holder, seat, standing: Standing::Represented };
        assert!(work.add_to_roll(room.poll.id, &added).await.unwrap());
        let (poll, sitting) = (room.poll.id, room.sitting.id);
        let voice = format!(r#"["m:{giver}","{holder}","represente",1]"#);
        let body = format!(r#"{{"scrutin":1,"id":"{poll}","seance":"{sitting}","voix":{voice}}}"#);
        work.note_in_journal(room.congress.id, (at(5), EntryKind::SeatAdded, body)).await.unwrap();
        let of = work.minutes(&room.sitting).await.unwrap();
        assert_eq!(of.others[0].late, ["Edmée Noël"]);
    }

    async fn a_stand_in_stands_for_whoever_was_erased_but_in_what_is_signed(db) {
        let storage = &db.storage;
        let room = Box::pin(opened(storage, Secrecy::Public)).await;
        let sitting = gone_on(storage, &room, &mut Counting(700)).await;
        let mut work = storage.write().await.unwrap();
        assert!(work.correct_minutes(&sitting, &correction(&mut Counting(800)), room.people[0]).await.unwrap());
        work.save().await.unwrap();
        assert!(present(storage, &room, &text("Oui.")).await);
        let mut work = storage.write().await.unwrap();
        let erasure = Erasure {
            member: room.people[0],
            texts: domain::member::TextsFate::Erased,
            keys: Vec::new(),
            stand_in: "Personne partie".parse().unwrap(),
            at: at(200),
        };
        assert!(work.erase_member(&erasure).await.unwrap());
        work.save().await.unwrap();
        let mut reading = storage.read().await.unwrap();
        let of = reading.minutes(&sitting).await.unwrap();
        assert_eq!(of.attendees[0].person.name, "Personne partie");
        assert_eq!(reading.minutes_corrections(sitting.id).await.unwrap()[0].by, "Personne partie");
        let stage = reading.minutes_stage(sitting.id).await.unwrap();
        assert_eq!(stage.presented().unwrap().signatories[0].name, "Personne partie");
    }

    async fn a_text_that_names_whoever_is_erased_is_taken_back_unless_all_signed(db) {
        let storage = &db.storage;
        let room = Box::pin(opened(storage, Secrecy::Public)).await;
        let of = text("Anna Le Bec, maire.");
        assert!(present(storage, &room, &of).await);
        let erasure = |who: usize| Erasure {
            member: room.people[who],
            texts: domain::member::TextsFate::Erased,
            keys: Vec::new(),
            stand_in: "Personne partie".parse().unwrap(),
            at: at(200),
        };
        let mut work = storage.write().await.unwrap();
        assert!(work.erase_member(&erasure(4)).await.unwrap());
        assert!(work.minutes_stage(room.sitting.id).await.unwrap().presented().is_some(), "it names somebody else");
        assert!(work.erase_member(&erasure(0)).await.unwrap());
        assert_eq!(work.minutes_stage(room.sitting.id).await.unwrap(), MinutesStage::Draft);
        assert_eq!(work.minutes_text(room.sitting.id).await.unwrap(), None);
        drop(work);
        let mut work = storage.write().await.unwrap();
        for (who, n) in [(0, 80), (1, 81)] {
            work.sign_minutes(&room.sitting, &signing(&room, who, &of, n)).await.unwrap().unwrap();
        }
        assert!(work.erase_member(&erasure(0)).await.unwrap());
        assert_eq!(work.minutes_text(room.sitting.id).await.unwrap(), Some(of), "it stays as it was signed");
    }

    async fn corrections_are_taken_until_the_text_is_kept(db) {
        let storage = &db.storage;
        let room = Box::pin(opened(storage, Secrecy::Public)).await;
        let mut entropy = Counting(700);
        let (first, second) = (correction(&mut entropy), correction(&mut entropy));
        let mut work = storage.write().await.unwrap();
        assert!(work.correct_minutes(&room.sitting, &first, room.people[0]).await.unwrap());
        work.save().await.unwrap();
        assert!(present(storage, &room, &text("Oui.")).await);
        let mut work = storage.write().await.unwrap();
        assert!(!work.correct_minutes(&room.sitting, &second, room.people[0]).await.unwrap());
        drop(work);
        let mut reading = storage.read().await.unwrap();
        assert_eq!(reading.minutes_corrections(room.sitting.id).await.unwrap(), [first]);
    }

    async fn a_text_is_kept_once_signed_by_all_and_stays(db) {
        let storage = &db.storage;
        let room = Box::pin(opened(storage, Secrecy::Public)).await;
        let (sitting, of) = (&room.sitting, text("Oui."));
        assert_eq!(storage.read().await.unwrap().minutes_stage(sitting.id).await.unwrap(), MinutesStage::Draft);
        assert!(present(storage, &room, &of).await);
        assert!(!present(storage, &room, &text("Non.")).await, "one is kept");
        let mut work = storage.write().await.unwrap();
        let other = SigningMinutes { hash: [9; 32], ..signing(&room, 0, &of, 80) };
        assert_eq!(work.sign_minutes(sitting, &other).await.unwrap(), Err(MinutesFault::Changed));
        assert_eq!(work.sign_minutes(sitting, &signing(&room, 4, &of, 80)).await.unwrap(), Err(MinutesFault::NoSignatory));
        let once = work.sign_minutes(sitting, &signing(&room, 1, &of, 80)).await.unwrap().unwrap();
        assert!(!once.is_signed());
        assert_eq!(work.minutes_stage(sitting.id).await.unwrap(), once, "what is stored is what the rule says");
        assert!(work.take_back_minutes(sitting).await.unwrap());
        assert!(!work.take_back_minutes(sitting).await.unwrap());
        work.save().await.unwrap();
        assert!(present(storage, &room, &of).await, "again, without the signature that lapsed");
        let mut work = storage.write().await.unwrap();
        work.sign_minutes(sitting, &signing(&room, 0, &of, 90)).await.unwrap().unwrap();
        let paper = SigningMinutes { how: SignedHow::Paper, noted_by: Some(room.people[2]), ..signing(&room, 1, &of, 91) };
        let all = work.sign_minutes(sitting, &paper).await.unwrap().unwrap();
        assert!(all.is_signed() && !work.take_back_minutes(sitting).await.unwrap());
        work.save().await.unwrap();
        let mut reading = storage.read().await.unwrap();
        assert_eq!(reading.minutes_stage(sitting.id).await.unwrap(), all);
        let kept = reading.minutes_text(sitting.id).await.unwrap().unwrap();
        assert_eq!((kept.hash(), &kept), (of.hash(), &of));
    }
}
