//! People, their roles, what they decided, and their ways in.

use domain::access::{CODE_ATTEMPTS, Session};
use domain::congress::{PhaseChange, PhaseKind};
use domain::id::{CongressId, MemberId, PhaseChangeId, SessionId};
use domain::member::{College, Display, MailChoice, Member, MemberNumber, Role};
use domain::settings::{Contact, Moderation, Readers, Settings};
use domain::territory::{Territory, TerritoryLevel};
use std::collections::BTreeSet;
use storage::{CodeOutcome, NewMember, Storage};

use crate::fixture::{Counting, at, saved_congress};

pub fn person(congress: CongressId, name: &str, entropy: &mut Counting) -> NewMember {
    let member = Member {
        id: MemberId::new(at(1), entropy),
        congress,
        number: MemberNumber::new(1),
        name: name.parse().unwrap(),
        mandate: Some("maire".parse().unwrap()),
        college: College::Elected,
        territory: Some(Territory {
            code: "29081".into(),
            name: "Huelgoat".into(),
            level: TerritoryLevel::Commune,
            departement: Some("29".into()),
            region: Some("53".into()),
            population: Some(1_500),
        }),
        email: Some("mairie@huelgoat.example".parse().unwrap()),
        telephone: None,
        roles: BTreeSet::from([Role::Staff, Role::Chair]),
        display: Display::MandateOnly,
        contact: true,
        mail: MailChoice::Digest,
        created_at: at(1),
        invited_at: Some(at(2)),
        declined_at: None,
        rules_read_at: None,
    };
    NewMember { person_key: name.to_lowercase(), sort_name: name.to_lowercase(), member }
}

pub async fn saved(storage: &Storage, new: &NewMember) -> bool {
    let mut work = storage.write().await.unwrap();
    let added = work.add_member(new).await.unwrap();
    work.save().await.unwrap();
    added
}

on_both! {
    async fn a_person_comes_back_as_they_were_added_and_once(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let soazig = person(congress.id, "Soazig Tanguy", &mut entropy);
        let anna = person(congress.id, "Anna Le Bec", &mut entropy);
        assert!(saved(&db.storage, &soazig).await && saved(&db.storage, &anna).await);
        let again = person(congress.id, "Soazig Tanguy", &mut entropy);
        assert!(!saved(&db.storage, &again).await, "the same person a second time");
        let mut reading = db.storage.read().await.unwrap();
        let numbered = |new: &NewMember, n| Member { number: MemberNumber::new(n), ..new.member.clone() };
        let (soazig_then, anna_then) = (numbered(&soazig, 1), numbered(&anna, 2));
        assert_eq!(reading.member(soazig.member.id).await.unwrap(), Some(soazig_then.clone()));
        let second = reading.member_numbered(congress.id, MemberNumber::new(2)).await.unwrap();
        assert_eq!(second, Some(anna_then.clone()));
        assert_eq!(reading.member_numbered(congress.id, MemberNumber::new(3)).await.unwrap(), None);
        assert_eq!(reading.member(again.member.id).await.unwrap(), None);
        assert_eq!(reading.members(congress.id).await.unwrap(), [anna_then, soazig_then]);
        let mailbox = "mairie@huelgoat.example".parse().unwrap();
        assert_eq!(reading.members_at(congress.id, &mailbox).await.unwrap().len(), 2, "a mailbox is shared");
    }

    async fn what_changes_about_a_person_changes(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let soazig = person(congress.id, "Soazig Tanguy", &mut entropy);
        saved(&db.storage, &soazig).await;
        let mut wanted = Member {
            name: "Soazig Le Tanguy".parse().unwrap(),
            mandate: None,
            territory: None,
            email: None,
            telephone: Some("02 98 00 00 00".parse().unwrap()),
            display: Display::Nothing,
            contact: false,
            mail: MailChoice::Nothing,
            ..soazig.member.clone()
        };
        let mut work = db.storage.write().await.unwrap();
        work.change_member(&wanted, "le tanguy soazig").await.unwrap();
        work.revoke_role(wanted.id, Role::Chair).await.unwrap();
        work.grant_role(wanted.id, Role::Scribe).await.unwrap();
        work.grant_role(wanted.id, Role::Scribe).await.unwrap();
        work.note_invited(wanted.id, at(5)).await.unwrap();
        work.note_declined(wanted.id, Some(at(6))).await.unwrap();
        work.note_rules_read(wanted.id, at(7)).await.unwrap();
        work.save().await.unwrap();
        wanted.roles = BTreeSet::from([Role::Scribe, Role::Staff]);
        (wanted.invited_at, wanted.declined_at, wanted.rules_read_at) = (Some(at(5)), Some(at(6)), Some(at(7)));
        let mut reading = db.storage.read().await.unwrap();
        assert_eq!(reading.member(wanted.id).await.unwrap(), Some(wanted));
    }

    async fn a_link_opens_until_it_expires_or_is_taken_back(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let soazig = person(congress.id, "Soazig Tanguy", &mut entropy);
        saved(&db.storage, &soazig).await;
        let mut work = db.storage.write().await.unwrap();
        work.add_link(soazig.member.id, &[1; 32], at(10), at(20)).await.unwrap();
        work.note_link_used(&[1; 32], at(11)).await.unwrap();
        work.save().await.unwrap();
        let mut reading = db.storage.read().await.unwrap();
        assert_eq!(reading.link(&[2; 32]).await.unwrap(), None);
        let link = reading.link(&[1; 32]).await.unwrap().unwrap();
        assert_eq!(link.member, soazig.member);
        assert!(link.opens(at(19)) && !link.opens(at(20)));
        drop(reading);
        let mut work = db.storage.write().await.unwrap();
        work.revoke_links(soazig.member.id, at(12)).await.unwrap();
        assert!(!work.link(&[1; 32]).await.unwrap().unwrap().opens(at(13)));
    }

    async fn a_code_opens_once_and_not_after_five_mistakes(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let soazig = person(congress.id, "Soazig Tanguy", &mut entropy);
        saved(&db.storage, &soazig).await;
        let id = soazig.member.id;
        let mut work = db.storage.write().await.unwrap();
        let refused = Ok::<_, ()>(CodeOutcome::Refused);
        assert_eq!(work.try_code(id, &[1; 32], at(1)).await.map_err(drop), refused, "there is none");
        work.set_code(id, &[1; 32], (at(1), at(10)), id).await.unwrap();
        assert_eq!(work.try_code(id, &[1; 32], at(10)).await.map_err(drop), refused, "too late");
        assert_eq!(work.try_code(id, &[1; 32], at(2)).await.unwrap(), CodeOutcome::Opened);
        assert_eq!(work.try_code(id, &[1; 32], at(3)).await.map_err(drop), refused, "a second time");
        work.set_code(id, &[1; 32], (at(1), at(10)), id).await.unwrap();
        for _ in 0..CODE_ATTEMPTS {
            assert_eq!(work.try_code(id, &[9; 32], at(2)).await.map_err(drop), refused, "mistyped");
        }
        assert_eq!(work.try_code(id, &[1; 32], at(2)).await.map_err(drop), refused, "after five mistakes");
    }

    async fn a_session_goes_on_until_it_ends(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let soazig = person(congress.id, "Soazig Tanguy", &mut entropy);
        saved(&db.storage, &soazig).await;
        let id = soazig.member.id;
        let session = |id| Session {
            id,
            device: "Firefox, Android".into(),
            opened_at: at(1),
            seen_at: at(1),
            expires_at: at(100),
        };
        let (phone, desk) = (SessionId::new(at(1), &mut entropy), SessionId::new(at(1), &mut entropy));
        let mut work = db.storage.write().await.unwrap();
        work.open_session(id, &session(phone), &[1; 32]).await.unwrap();
        work.open_session(id, &session(desk), &[2; 32]).await.unwrap();
        work.note_seen(desk, at(50)).await.unwrap();
        work.save().await.unwrap();
        let mut reading = db.storage.read().await.unwrap();
        let found = reading.signed_in(&[2; 32], at(99)).await.unwrap().unwrap();
        assert_eq!((found.member, found.session, found.seen_at), (soazig.member.clone(), desk, at(50)));
        assert_eq!(reading.signed_in(&[2; 32], at(100)).await.unwrap(), None, "expired");
        assert_eq!(reading.signed_in(&[3; 32], at(2)).await.unwrap(), None, "unknown");
        let listed: Vec<SessionId> = reading.sessions(id, at(60)).await.unwrap().iter().map(|s| s.id).collect();
        assert_eq!(listed, [desk, phone]);
        drop(reading);
        let mut work = db.storage.write().await.unwrap();
        let other = person(congress.id, "Anna Le Bec", &mut entropy);
        work.add_member(&other).await.unwrap();
        assert!(!work.end_session(other.member.id, desk, at(61)).await.unwrap(), "somebody else's");
        assert!(work.end_session(id, desk, at(61)).await.unwrap());
        assert!(!work.end_session(id, desk, at(62)).await.unwrap(), "twice");
        assert_eq!(work.signed_in(&[2; 32], at(63)).await.unwrap(), None);
    }

    async fn a_congress_decides_and_prolongs(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let mut reading = db.storage.read().await.unwrap();
        assert_eq!(reading.settings(congress.id).await.unwrap(), Settings::default());
        drop(reading);
        let wanted = Settings {
            readers: Readers::Members,
            moderation: Moderation::Before,
            grace_minutes: 15,
            contact: Contact {
                name: Some("Anna Le Bec".parse().unwrap()),
                telephone: Some("02 98 00 00 00".parse().unwrap()),
                email: Some("a@b.example".parse().unwrap()),
            },
        };
        let change = PhaseChange {
            id: PhaseChangeId::new(at(3), &mut entropy),
            congress: congress.id,
            kind: PhaseKind::Call,
            ended_at: at(5),
            ends_at: at(9),
            changed_at: at(3),
            changed_by: None,
            reason: "Beaucoup de conseils se réunissent.".into(),
        };
        let mut work = db.storage.write().await.unwrap();
        work.change_settings(congress.id, &wanted).await.unwrap();
        work.note_phase_change(&change).await.unwrap();
        work.save().await.unwrap();
        let mut reading = db.storage.read().await.unwrap();
        assert_eq!(reading.settings(congress.id).await.unwrap(), wanted);
        assert_eq!(reading.phase_changes(congress.id).await.unwrap(), [change]);
    }
}
