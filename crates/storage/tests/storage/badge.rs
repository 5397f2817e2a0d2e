//! Badges: printed, activated, used by one phone, taken back.

use domain::access::Session;
use domain::id::SessionId;
use domain::sitting::BADGE_HOURS;
use std::collections::BTreeSet;

use crate::fixture::{at, saved_congress};
use crate::sitting::{saved_sitting, voter};

on_both! {
    async fn a_badge_signs_in_once_the_desk_activated_it_and_a_new_one_ends_it(db) {
        let storage = &db.storage;
        let (congress, mut entropy) = saved_congress(storage, "essai").await;
        let of = saved_sitting(storage, &congress, &mut entropy).await.id;
        let who = voter(storage, &congress, "Anna Le Bec", &mut entropy).await;
        let mut work = storage.write().await.unwrap();
        work.hold_badges(of).await.unwrap();
        work.draw_badge(&[1; 32], (of, who), at(1)).await.unwrap();
        assert_eq!(work.badge(&[1; 32]).await.unwrap().unwrap().activated_at, None);
        assert!(work.activate_badge(of, who, at(2)).await.unwrap());
        assert!(!work.activate_badge(of, who, at(3)).await.unwrap(), "active already");
        work.draw_badge(&[2; 32], (of, who), at(4)).await.unwrap();
        let lost = work.badge(&[1; 32]).await.unwrap().unwrap();
        assert_eq!((lost.activated_at, lost.revoked_at), (Some(at(2)), Some(at(4))));
        assert_eq!(work.badges(of).await.unwrap().len(), 1);
        assert_eq!(work.badge(&[3; 32]).await.unwrap(), None);
        let evening = 2 + BADGE_HOURS * 60 * 60;
        assert!(work.activate_badge(of, who, at(4)).await.unwrap());
        assert!(!work.activate_badge(of, who, at(evening)).await.unwrap(), "its day isn’t over");
        assert!(work.activate_badge(of, who, at(evening + 2)).await.unwrap(), "another day");
        assert!(work.revoke_badge(of, who, at(evening + 3)).await.unwrap());
        assert!(!work.revoke_badge(of, who, at(evening + 4)).await.unwrap(), "taken back already");
        assert!(!work.activate_badge(of, who, at(evening + 5)).await.unwrap(), "there is none");
    }

    async fn a_badge_signs_one_phone_in(db) {
        let storage = &db.storage;
        let (congress, mut entropy) = saved_congress(storage, "essai").await;
        let of = saved_sitting(storage, &congress, &mut entropy).await.id;
        let who = voter(storage, &congress, "Anna Le Bec", &mut entropy).await;
        let mut phone = |n: u8| Session {
            id: SessionId::new(at(1), &mut entropy),
            device: format!("téléphone {n}"),
            opened_at: at(1),
            seen_at: at(1),
            expires_at: at(100),
        };
        let phones = [phone(1), phone(2), phone(3)];
        let mut work = storage.write().await.unwrap();
        for (phone, hash) in phones.iter().zip(1..) {
            work.open_session(who, phone, &[hash; 32]).await.unwrap();
        }
        work.draw_badge(&[1; 32], (of, who), at(1)).await.unwrap();
        work.note_badge_used(&[1; 32], (who, phones[1].id), at(2)).await.unwrap();
        work.note_badge_used(&[1; 32], (who, phones[2].id), at(3)).await.unwrap();
        assert_eq!(work.badge(&[1; 32]).await.unwrap().unwrap().session, Some(phones[2].id));
        let open = |all: Vec<Session>| all.into_iter().map(|of| of.device).collect::<BTreeSet<_>>();
        let of_two = BTreeSet::from(["téléphone 1".to_owned(), "téléphone 3".to_owned()]);
        assert_eq!(open(work.sessions(who, at(4)).await.unwrap()), of_two, "a link’s stays, the badge’s first ended");
        work.draw_badge(&[2; 32], (of, who), at(4)).await.unwrap();
        work.end_badge_sessions(of, who, at(5)).await.unwrap();
        assert_eq!(open(work.sessions(who, at(5)).await.unwrap()), BTreeSet::from(["téléphone 1".to_owned()]));
        work.revoke_badges(who, at(6)).await.unwrap();
        assert!(work.badges(of).await.unwrap().is_empty());
    }
}
