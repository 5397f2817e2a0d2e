//! The list of members, who speaks for territories, the trace of what staff does, and links asked for at the door.

use domain::access::Session;
use domain::id::{LinkRequestId, MemberEventId, SessionId};
use domain::member::{MemberAct, MemberEvent, MemberNumber};
use domain::reading::Standing;

use crate::fixture::{at, saved_congress};
use crate::people::{person, saved};

on_both! {
    async fn the_list_says_who_came(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let (soazig, anna) =
            (person(congress.id, "Soazig Tanguy", &mut entropy), person(congress.id, "Anna Le Bec", &mut entropy));
        saved(&db.storage, &soazig).await;
        saved(&db.storage, &anna).await;
        let session = Session {
            id: SessionId::new(at(3), &mut entropy),
            device: "Firefox".into(),
            opened_at: at(3),
            seen_at: at(3),
            expires_at: at(9),
        };
        let mut work = db.storage.write().await.unwrap();
        work.open_session(soazig.member.id, &session, &[4; 32]).await.unwrap();
        work.end_sessions(soazig.member.id, at(5)).await.unwrap();
        work.save().await.unwrap();
        let mut reading = db.storage.read().await.unwrap();
        assert_eq!(reading.signed_in(&[4; 32], at(6)).await.unwrap(), None);
        let lines = reading.member_lines(congress.id).await.unwrap();
        let standings: Vec<_> =
            lines.iter().map(|line| (line.member.name.as_str(), line.standing(), line.texts)).collect();
        assert_eq!(standings, [("Anna Le Bec", Standing::Waiting, 0), ("Soazig Tanguy", Standing::Came, 0)]);
    }

    async fn numbers_go_on_and_are_not_shared_between_congresses(db) {
        for slug in ["essai", "autre"] {
            let (congress, mut entropy) = saved_congress(&db.storage, slug).await;
            for (rank, name) in ["A B", "C D", "E F"].into_iter().enumerate() {
                let new = person(congress.id, name, &mut entropy);
                saved(&db.storage, &new).await;
                let number = MemberNumber::new(u32::try_from(rank + 1).unwrap());
                let mut reading = db.storage.read().await.unwrap();
                assert_eq!(reading.member_numbered(congress.id, number).await.unwrap().unwrap().id, new.member.id);
            }
        }
    }

    async fn acts_are_told_with_whoever_did_them(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let (soazig, anna) =
            (person(congress.id, "Soazig Tanguy", &mut entropy), person(congress.id, "Anna Le Bec", &mut entropy));
        saved(&db.storage, &soazig).await;
        saved(&db.storage, &anna).await;
        let mut work = db.storage.write().await.unwrap();
        for (seconds, act, by) in [(3, MemberAct::Added, None), (4, MemberAct::Changed, Some(anna.member.id))] {
            let event = MemberEvent {
                id: MemberEventId::new(at(seconds), &mut entropy),
                congress: congress.id,
                member: soazig.member.id,
                act,
                by,
                at: at(seconds),
                detail: by.map(|_| "mandat".to_owned()),
            };
            work.note_member_event(&event).await.unwrap();
        }
        work.save().await.unwrap();
        let mut reading = db.storage.read().await.unwrap();
        let events = reading.member_events(soazig.member.id).await.unwrap();
        let told: Vec<_> =
            events.iter().map(|event| (event.act, event.by.as_deref(), event.at, event.detail.as_deref())).collect();
        assert_eq!(
            told,
            [
                (MemberAct::Changed, Some("Anna Le Bec"), at(4), Some("mandat")),
                (MemberAct::Added, None, at(3), None),
            ]
        );
        assert!(reading.member_events(anna.member.id).await.unwrap().is_empty());
    }

    async fn one_speaks_for_a_territory_at_a_time(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let (soazig, anna) =
            (person(congress.id, "Soazig Tanguy", &mut entropy), person(congress.id, "Anna Le Bec", &mut entropy));
        saved(&db.storage, &soazig).await;
        saved(&db.storage, &anna).await;
        let place = soazig.member.territory.clone().unwrap();
        let mut work = db.storage.write().await.unwrap();
        assert_eq!(work.relieve_representative(congress.id, &place, at(3)).await.unwrap(), None);
        work.name_representative(congress.id, &place, soazig.member.id, at(3)).await.unwrap();
        let relieved = work.relieve_representative(congress.id, &place, at(4)).await.unwrap();
        assert_eq!(relieved, Some(soazig.member.id));
        work.name_representative(congress.id, &place, anna.member.id, at(4)).await.unwrap();
        let now = work.representatives(congress.id).await.unwrap();
        assert_eq!(now.len(), 1);
        assert_eq!((now[0].code.as_str(), now[0].member, now[0].named_at), ("29081", anna.member.id, at(4)));
    }

    async fn links_asked_for_by_strangers_are_counted(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let mut work = db.storage.write().await.unwrap();
        for (seconds, letters) in [(1, 0), (5, 0), (6, 2)] {
            let id = LinkRequestId::new(at(seconds), &mut entropy);
            work.note_link_request(id, congress.id, at(seconds), letters).await.unwrap();
        }
        assert_eq!(work.unknown_link_requests(congress.id, at(1)).await.unwrap(), 2);
        assert_eq!(work.unknown_link_requests(congress.id, at(2)).await.unwrap(), 1);
    }
}
