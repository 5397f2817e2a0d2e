//! What is held of a person: whatever points at them in the schema is told to them, or is named here with the reason why not.

use domain::id::{FloorRequestId, ProxyId};
use domain::import::ImportKind;
use domain::journal;
use domain::member::TextsFate;
use domain::minutes::{Office, Signatories};
use domain::reading::{Held, HeldSitting};
use domain::sitting::{ConvocationAnswer, FloorRequest, Presence, ProxyEnd, ProxyState};
use domain::vote::{Choice, Part, Secrecy};
use storage::{Erasure, Giving, NewImport, Storage};

use crate::fixture::{Counting, at};
use crate::keeping::names;
use crate::life::anywhere;
use crate::poll::{Room, cast, drop_in, opened, outcome, sealed};
use crate::sitting::coming;

/// Columns that `Held` tells of.
const HELD: [&str; 22] = [
    "access_link.member_id",
    "amendment.author_id",
    "attendance.member_id",
    "badge.member_id",
    "contribution.member_id",
    "convened.member_id",
    "cosignature.member_id",
    "draft.member_id",
    "floor_request.member_id",
    "import.imported_by",
    "import_upload.uploaded_by",
    "member_event.member_id",
    "member_role.member_id",
    "minutes_signatory.member_id",
    "note.speaker_id",
    "poll_seat.member_id",
    "poll_seat.voter_id",
    "proxy.giver_id",
    "proxy.holder_id",
    "representative.member_id",
    "session.member_id",
    "support.member_id",
];

/// Columns that it leaves out, and why.
const LEFT_OUT: [(&str, &str); 29] = [
    ("access_code.issued_by", "what staff does for others stands with them"),
    ("access_code.member_id", "lives a quarter of an hour, and only as a hash"),
    ("amendment.avis_by", "an act of the staff stands with the amendment"),
    ("amendment_wording.made_by", "whose words they are is told with the amendment"),
    ("contribution.entered_by", "what staff does for others stands with them"),
    ("contribution_version.made_by", "the same"),
    ("correction.proposed_by", "a proposal stands with the text that it is about"),
    ("convocation_link.member_id", "how a letter is answered: the letter and the answer are told"),
    ("disposition.settled_by", "an act of the staff stands with its text"),
    ("erased_key.member_id", "of somebody who was erased: nobody can ask for them"),
    ("member_event.by_id", "what staff does for others stands with them"),
    ("minutes.presented_by", "an act of the staff about a sitting stands with its minutes"),
    ("minutes_correction.by_id", "the same; under their name, in the minutes"),
    ("minutes_signatory.noted_by", "the same"),
    ("moderation_event.by_id", "an act of the staff stands with its text"),
    ("motion_block.held_by", "an act of the staff about the motion stands with it"),
    ("motion_block.written_by", "an act of the staff about the motion stands with it"),
    ("motion_citation.attached_by", "an act of the staff about the motion stands with it"),
    ("motion_citation.detached_by", "an act of the staff about the motion stands with it"),
    ("motion_revision.made_by", "an act of the staff about the motion stands with it"),
    ("motion_text.started_by", "an act of the staff about the motion stands with it"),
    ("motion_version.published_by", "an act of the staff about the motion stands with it"),
    ("note.noted_by", "what is noted at a table is whose words they are"),
    ("phase_change.changed_by", "an act of the staff about the congress"),
    ("poll.prepared_by", "the same"),
    ("settings_change.changed_by", "the same"),
    ("sitting.made_by", "the same"),
    ("sitting_person.member_id", "the name and mandate of an attendance that is told"),
    ("workshop.made_by", "the same"),
];

const SQLITE: &str = r#"SELECT t.name || '.' || f."from" FROM sqlite_schema t, pragma_foreign_key_list(t.name) f
    WHERE t.type = 'table' AND f."table" = 'member' ORDER BY 1"#;

const POSTGRES: &str = "SELECT CAST(t.relname || '.' || a.attname AS TEXT) FROM pg_constraint c
    JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class m ON m.oid = c.confrelid AND m.relname = 'member'
    JOIN pg_namespace n ON n.oid = m.relnamespace AND n.nspname = current_schema()
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = c.conkey[1] WHERE c.contype = 'f' ORDER BY 1";

/// Somebody has taken part in a sitting in every way; another one holds their proxy.
async fn took_part(storage: &Storage, room: &Room, entropy: &mut Counting) {
    let (sitting, anna, denis) = (room.sitting.id, room.people[0], room.people[3]);
    let mut work = storage.write().await.unwrap();
    assert!(work.open_sitting(sitting, at(1)).await.unwrap());
    work.convene(sitting, anna, at(2)).await.unwrap();
    work.answer_convocation((sitting, anna), ConvocationAnswer::Present, at(3)).await.unwrap();
    work.check_in(&coming(sitting, anna, Presence::Room, entropy)).await.unwrap();
    let id = ProxyId::new(at(4), entropy);
    work.give_proxy(&Giving { id, sitting, giver: denis, holder: anna, at: at(4) }).await.unwrap();
    assert_eq!(work.accept_proxy(id, 2, at(5)).await.unwrap(), Ok(()));
    let id = FloorRequestId::new(at(6), entropy);
    let request = FloorRequest {
        id,
        sitting,
        member: anna,
        asked_at: at(6),
        called_at: None,
        ends_at: None,
        ended_at: None,
    };
    assert!(work.ask_floor(&request).await.unwrap());
    let text =
        domain::minutes::MinutesText { title: "Séance".into(), lead: Vec::new(), sections: Vec::new() };
    let people =
        [(Office::Chair, anna), (Office::Secretary, denis)].map(|(of, who)| (of, who, "Elle".to_owned()));
    let signatories = Signatories::new(people).unwrap();
    assert!(work.present_minutes((&room.sitting, &text), &signatories, (denis, at(9))).await.unwrap());
    work.draw_badge(&[7; 32], (sitting, anna), at(7)).await.unwrap();
    let file = NewImport {
        id: domain::id::ImportId::new(at(8), entropy),
        kind: ImportKind::People,
        by: Some(anna),
        file_name: "liste.csv".into(),
        sha256: "ab".into(),
        at: at(8),
        refused: 0,
    };
    work.start_import(room.congress.id, &file).await.unwrap();
    work.save().await.unwrap();
}

async fn held(storage: &Storage, room: &Room, who: usize) -> Held {
    let mut reading = storage.read().await.unwrap();
    let member = reading.member(room.people[who]).await.unwrap().unwrap();
    reading.held_of(&member, at(400)).await.unwrap()
}

fn only(held: &Held) -> &HeldSitting {
    assert_eq!(held.sittings.len(), 1);
    &held.sittings[0]
}

on_both! {
    async fn whatever_points_at_a_person_is_told_to_them_or_named_with_its_reason(db) {
        let asked = if db.url.starts_with("sqlite:") { SQLITE } else { POSTGRES };
        let mut known: Vec<&str> = HELD.iter().copied().chain(LEFT_OUT.iter().map(|(column, _)| *column)).collect();
        known.sort_unstable();
        let there = names(&db.url, asked).await;
        let mut unknown = there.clone();
        unknown.retain(|column| !known.contains(&column.as_str()));
        assert!(unknown.is_empty(), "tell of them in `Held`, or name them here: {unknown:?}");
        known.retain(|column| !there.iter().any(|of| of == column));
        assert!(known.is_empty(), "no such columns: {known:?}");
    }

    async fn their_part_in_sittings_is_told_to_each(db) {
        let storage = &db.storage;
        let room = Box::pin(opened(storage, Secrecy::Public)).await;
        let mut entropy = Counting(900);
        Box::pin(took_part(storage, &room, &mut entropy)).await;
        assert_eq!(cast(storage, &room, (0, 0), Choice::For).await, Ok(()));
        assert_eq!(cast(storage, &room, (3, 0), Choice::Against).await, Ok(()));
        let anna = held(storage, &room, 0).await;
        let part = only(&anna);
        assert_eq!(part.convened.unwrap().answer, Some((ConvocationAnswer::Present, at(3))));
        assert_eq!((part.attendance.len(), part.floor.len(), part.badges.len()), (1, 1, 1));
        let signing = part.signing.as_ref().map(|of| (of.office, of.signed));
        assert_eq!(signing, Some((Office::Chair, None)));
        assert_eq!((part.proxies[0].is_given, part.proxies[0].other.as_str()), (false, "Denis Roux"));
        let mut choices: Vec<_> = part.places.iter().map(|of| (of.name.clone(), of.choice.clone())).collect();
        choices.sort_by(|a, b| a.0.cmp(&b.0));
        assert_eq!(choices, [("Anna Le Bec".into(), Some(Choice::For)), ("Denis Roux".into(), Some(Choice::Against))]);
        assert_eq!(anna.files[0].name, "liste.csv");

        let denis = held(storage, &room, 3).await;
        let place = &only(&denis).places[0];
        assert_eq!((place.part, &place.choice, place.voter.as_str()), (Part::Voted, &None, "Anna Le Bec"), "not before the result");
        assert!(only(&denis).proxies[0].is_given);
        assert!(held(storage, &room, 4).await.sittings.is_empty(), "nothing is held of who wasn't there");
        let mut work = storage.write().await.unwrap();
        assert!(work.close_poll(room.poll.id, 4, at(20)).await.unwrap());
        assert!(work.proclaim_poll(room.poll.id, &outcome(&room, &[]), at(21)).await.unwrap());
        work.save().await.unwrap();
        assert_eq!(only(&held(storage, &room, 3).await).places[0].choice, Some(Choice::Against));
    }

    async fn of_a_secret_ballot_only_that_it_was_given_is_told(db) {
        let room = Box::pin(opened(&db.storage, Secrecy::Secret)).await;
        assert_eq!(drop_in(&db.storage, &room, 0, &sealed(1)).await, Ok(()));
        let anna = held(&db.storage, &room, 0).await;
        let place = only(&anna).places.iter().find(|of| of.name == "Anna Le Bec").unwrap();
        assert_eq!((place.part, &place.choice), (Part::Voted, &None));
    }

    async fn who_is_erased_leaves_the_sitting_and_the_journal_holds(db) {
        let storage = &db.storage;
        let room = Box::pin(opened(storage, Secrecy::Public)).await;
        let mut entropy = Counting(900);
        Box::pin(took_part(storage, &room, &mut entropy)).await;
        assert_eq!(cast(storage, &room, (0, 0), Choice::For).await, Ok(()));
        let erasure = Erasure {
            member: room.people[0],
            texts: TextsFate::Erased,
            keys: Vec::new(),
            stand_in: "Personne effacée".parse().unwrap(),
            at: at(500),
        };
        let mut work = storage.write().await.unwrap();
        assert!(work.erase_member(&erasure).await.unwrap());
        work.save().await.unwrap();
        assert!(!anywhere(storage, "Anna Le Bec").await);
        let mut reading = storage.read().await.unwrap();
        assert!(reading.those_there(room.sitting.id).await.unwrap().is_empty());
        assert_eq!(reading.attendance(room.sitting.id).await.unwrap()[0].out_at, Some(at(500)), "the sheet keeps its line");
        assert!(reading.floor_requests(room.sitting.id).await.unwrap()[0].ended_at.is_some());
        let proxy = reading.proxies(room.sitting.id).await.unwrap()[0].state;
        assert_eq!(proxy, ProxyState::Ended { at: at(500), why: ProxyEnd::Refused });
        assert!(reading.badges(room.sitting.id).await.unwrap().is_empty());
        assert!(reading.convened(room.sitting.id).await.unwrap().is_empty());
        let roll = reading.roll(room.poll.id).await.unwrap();
        let hers = roll.iter().find(|seat| seat.on_roll.seat.member == room.people[0]).unwrap();
        assert_eq!((hers.on_roll.seat.name.as_str(), hers.part), ("Personne effacée", Part::Voted), "the sum holds");
        assert_eq!(hers.on_roll.seat.territory, None);
        let entries = reading.journal(room.congress.id).await.unwrap();
        assert_eq!(journal::verify(&entries), Ok(()));
        assert_eq!(entries.len(), 2, "went out, and a proxy ended");
    }
}
