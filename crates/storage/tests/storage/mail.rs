//! Letters: queued once, claimed by one, marked, listed.

use domain::congress::Congress;
use domain::id::{LetterId, MemberId};
use domain::mail::{Cause, LetterState, Outcome, Purpose, Recipient, Setback};
use domain::reading::LetterCounts;
use domain::time::Timestamp;
use storage::{BounceNoted, DueLetter, Lease, NewLetter, Storage, StorageError};
use uuid::Uuid;

use crate::fixture::{Counting, at, congress};

/// A congress whose letters leave.
async fn real_congress(storage: &Storage) -> (Congress, Counting) {
    let mut entropy = Counting(1 << 32);
    let mut congress = congress("essai", &mut entropy);
    congress.fictional = false;
    let mut work = storage.write().await.unwrap();
    work.create_congress(&congress, &[]).await.unwrap();
    work.save().await.unwrap();
    (congress, entropy)
}

pub fn letter(congress: &Congress, second: i64, purpose: Purpose, entropy: &mut Counting) -> NewLetter {
    NewLetter {
        id: LetterId::new(at(second), entropy),
        congress: congress.id,
        key: format!("{} {second}", purpose.code()),
        to: Recipient { name: "Agnès Rondeau".into(), address: "mairie@echire.example".into() },
        member: Some(MemberId::new(at(0), entropy)),
        purpose,
        subject: "Agnès Rondeau, votre invitation".into(),
        text: "Bonjour…".into(),
        html: "<p>Bonjour…</p>".into(),
        stop_url: Some("https://essai.example/decliner/x".into()),
        at: at(second),
    }
}

async fn queue(storage: &Storage, letters: &[&NewLetter]) {
    let mut work = storage.write().await.unwrap();
    for letter in letters {
        assert!(work.queue_letter(letter).await.unwrap());
    }
    work.save().await.unwrap();
}

fn lease(number: u128, until: Timestamp) -> Lease {
    Lease { by: Uuid::from_u128(number), until }
}

async fn claim(storage: &Storage, lease: Lease, now: Timestamp) -> Option<DueLetter> {
    let mut work = storage.write().await.unwrap();
    let claimed = work.claim_letter(lease, now).await.unwrap();
    work.save().await.unwrap();
    claimed
}

async fn mark(storage: &Storage, id: LetterId, lease: Lease, state: &LetterState) -> bool {
    let mut work = storage.write().await.unwrap();
    let marked = work.mark_letter(id, lease, state).await.unwrap();
    work.save().await.unwrap();
    marked
}

fn why(cause: Cause) -> Setback {
    Setback { cause, answer: "550 5.1.1 User unknown".into() }
}

on_both! {
    async fn a_letter_is_queued_once_with_what_causes_it(db) {
        let (congress, mut entropy) = real_congress(&db.storage).await;
        let first = letter(&congress, 1, Purpose::Invitation, &mut entropy);
        let mut dropped = db.storage.write().await.unwrap();
        assert!(dropped.queue_letter(&first).await.unwrap());
        drop(dropped);
        assert!(!db.storage.read().await.unwrap().letter_due(at(9)).await.unwrap(), "nothing was saved");
        queue(&db.storage, &[&first]).await;
        let again = NewLetter { id: LetterId::new(at(2), &mut entropy), ..first.clone() };
        let mut work = db.storage.write().await.unwrap();
        assert!(!work.queue_letter(&again).await.unwrap(), "the same key");
        work.save().await.unwrap();
        let mut read = db.storage.read().await.unwrap();
        let page = read.letter(congress.id, first.id).await.unwrap().unwrap();
        assert_eq!((page.text, page.html), (first.text.clone(), first.html.clone()));
        assert_eq!((page.line.to, page.line.state), (first.to.clone(), LetterState::Queued));
        assert_eq!(read.letter(congress.id, again.id).await.unwrap(), None);
        assert_eq!(read.letter_counts(congress.id).await.unwrap().all(), 1);
    }

    async fn one_letter_is_held_by_one_until_its_lease_ends(db) {
        let (congress, mut entropy) = real_congress(&db.storage).await;
        let only = letter(&congress, 10, Purpose::News, &mut entropy);
        queue(&db.storage, &[&only]).await;
        assert_eq!(claim(&db.storage, lease(1, at(60)), at(9)).await, None, "not before its time");
        let (one, other) = (lease(1, at(60)), lease(2, at(200)));
        let claimed = claim(&db.storage, one, at(10)).await.unwrap();
        assert_eq!((claimed.id, claimed.organiser.as_str()), (only.id, "Association d’essai"));
        assert_eq!((claimed.to, claimed.stop_url), (only.to.clone(), only.stop_url.clone()));
        assert_eq!(claim(&db.storage, other, at(59)).await, None, "held");
        assert!(!db.storage.read().await.unwrap().letter_due(at(59)).await.unwrap());
        assert_eq!(claim(&db.storage, other, at(60)).await.map(|letter| letter.id), Some(only.id), "the lease ended");
        assert!(!mark(&db.storage, only.id, one, &LetterState::Sent { at: at(61) }).await, "lost in the meantime");
        assert!(mark(&db.storage, only.id, other, &LetterState::Sent { at: at(62) }).await);
        assert_eq!(claim(&db.storage, other, at(9999)).await, None, "sent");
    }

    async fn senders_that_ask_at_once_get_different_letters(db) {
        let (congress, mut entropy) = real_congress(&db.storage).await;
        let letters: Vec<_> = (0..12).map(|i| letter(&congress, i, Purpose::Reminder, &mut entropy)).collect();
        queue(&db.storage, &letters.iter().collect::<Vec<_>>()).await;
        let ask = |number: u128| {
            let storage = db.storage.clone();
            tokio::spawn(async move { claim(&storage, lease(number, at(9000)), at(100)).await })
        };
        let mut got = Vec::new();
        for asked in (0..12).map(ask).collect::<Vec<_>>() {
            got.extend(asked.await.unwrap());
        }
        // Whoever found only letters that were just being taken asks again.
        while let Some(letter) = claim(&db.storage, lease(99, at(9000)), at(100)).await {
            got.push(letter);
        }
        let mut ids: Vec<_> = got.iter().map(|letter| letter.id).collect();
        ids.sort();
        ids.dedup();
        assert_eq!((ids.len(), got.len()), (12, 12));
    }

    async fn whoever_waits_at_a_screen_goes_first(db) {
        let (congress, mut entropy) = real_congress(&db.storage).await;
        let reminder = letter(&congress, 1, Purpose::Reminder, &mut entropy);
        let link = letter(&congress, 2, Purpose::SignIn, &mut entropy);
        queue(&db.storage, &[&reminder, &link]).await;
        let first = claim(&db.storage, lease(1, at(99)), at(5)).await.unwrap();
        let second = claim(&db.storage, lease(2, at(99)), at(5)).await.unwrap();
        assert_eq!((first.id, second.id), (link.id, reminder.id));
    }

    async fn letters_of_an_invented_congress_never_leave(db) {
        let (congress, mut entropy) = crate::fixture::saved_congress(&db.storage, "essai").await;
        queue(&db.storage, &[&letter(&congress, 1, Purpose::Invitation, &mut entropy)]).await;
        assert!(!db.storage.read().await.unwrap().letter_due(at(99)).await.unwrap());
        assert_eq!(claim(&db.storage, lease(1, at(99)), at(50)).await, None);
        let page = db.storage.read().await.unwrap().outbox(congress.id, 1).await.unwrap();
        assert_eq!((page.letters.len(), page.counts.queued), (1, 1));
    }

    async fn every_state_comes_back_as_it_went(db) {
        let (congress, mut entropy) = real_congress(&db.storage).await;
        let only = letter(&congress, 1, Purpose::Digest, &mut entropy);
        queue(&db.storage, &[&only]).await;
        let mut now = at(10);
        let deferred = |attempts| LetterState::after(attempts, Outcome::Later(why(Cause::Busy)), at(10));
        let refused = LetterState::Refused { at: at(70), why: why(Cause::NoMailbox) };
        for state in [deferred(0), deferred(1), refused] {
            let held = lease(1, Timestamp::from_micros(now.micros() + 1));
            let claimed = claim(&db.storage, held, now).await.unwrap();
            assert!(mark(&db.storage, claimed.id, held, &state).await);
            let line = db.storage.read().await.unwrap().letter(congress.id, only.id).await.unwrap().unwrap().line;
            assert_eq!(line.state, state);
            if let LetterState::Deferred { until, attempts, .. } = state {
                now = until;
                assert_eq!(claim(&db.storage, held, Timestamp::from_micros(until.micros() - 1)).await, None);
                assert_eq!(attempts, claimed.attempts + 1);
            }
        }
    }

    async fn what_comes_back_is_noted_once(db) {
        let (congress, mut entropy) = real_congress(&db.storage).await;
        let only = letter(&congress, 1, Purpose::News, &mut entropy);
        queue(&db.storage, &[&only]).await;
        let held = lease(1, at(99));
        claim(&db.storage, held, at(2)).await.unwrap();
        mark(&db.storage, only.id, held, &LetterState::Sent { at: at(3) }).await;
        let mut work = db.storage.write().await.unwrap();
        assert_eq!(work.letter_bounced(only.id, &why(Cause::Full), at(5)).await.unwrap(), BounceNoted::Now);
        assert_eq!(work.letter_bounced(only.id, &why(Cause::Full), at(6)).await.unwrap(), BounceNoted::Before);
        let other = LetterId::new(at(4), &mut entropy);
        assert_eq!(work.letter_bounced(other, &why(Cause::Full), at(6)).await.unwrap(), BounceNoted::Unknown);
        work.save().await.unwrap();
        let page = db.storage.read().await.unwrap().outbox(congress.id, 9).await.unwrap();
        assert_eq!(page.counts, LetterCounts { bounced: 1, ..LetterCounts::default() });
        assert_eq!((page.page, page.pages), (1, 1));
        assert_eq!(page.letters[0].state, LetterState::Bounced { at: at(5), why: why(Cause::Full) });
    }

    async fn a_letter_that_left_keeps_no_secret(db) {
        let (congress, mut entropy) = real_congress(&db.storage).await;
        let secret = "0123456789abcdef".repeat(4);
        let url = format!("https://essai.example/entrer/{secret}");
        let mut only = letter(&congress, 1, Purpose::SignIn, &mut entropy);
        (only.text, only.html, only.stop_url) = (format!("Lien\u{a0}: {url}"), format!("<a href=\"{url}\">"), Some(url));
        queue(&db.storage, &[&only]).await;
        let deferred = LetterState::after(0, Outcome::Later(why(Cause::Busy)), at(3));
        for (now, state, kept) in [(3, deferred, true), (500, LetterState::Sent { at: at(501) }, false)] {
            let held = lease(1, at(now + 1));
            let claimed = claim(&db.storage, held, at(now)).await.unwrap();
            assert_eq!(claimed.text, only.text, "whole as long as it is to be sent");
            assert!(mark(&db.storage, only.id, held, &state).await);
            let page = db.storage.read().await.unwrap().letter(congress.id, only.id).await.unwrap().unwrap();
            assert_eq!((page.text.contains(&secret), page.html.contains(&secret)), (kept, kept));
            assert!(page.text.starts_with("Lien"));
        }
    }

    async fn a_later_letter_that_arrives_mends_an_earlier_one(db) {
        let (congress, mut entropy) = real_congress(&db.storage).await;
        let first = letter(&congress, 1, Purpose::Invitation, &mut entropy);
        let again = NewLetter { member: first.member, ..letter(&congress, 2, Purpose::Reminder, &mut entropy) };
        let mut corrected = NewLetter { member: first.member, ..letter(&congress, 3, Purpose::News, &mut entropy) };
        corrected.to.address = "agnes@echire.example".into();
        queue(&db.storage, &[&first, &again, &corrected]).await;
        let refused = LetterState::Refused { at: at(20), why: why(Cause::NoMailbox) };
        for (letter, state, to_mend) in [
            (&first, refused.clone(), vec![first.id]),
            (&again, refused, vec![again.id]),
            (&corrected, LetterState::Sent { at: at(30) }, vec![]),
        ] {
            let held = lease(1, at(99));
            assert_eq!(claim(&db.storage, held, at(10)).await.map(|claimed| claimed.id), Some(letter.id));
            mark(&db.storage, letter.id, held, &state).await;
            let listed = db.storage.read().await.unwrap().letters_to_mend(congress.id).await.unwrap();
            assert_eq!(listed.iter().map(|line| line.id).collect::<Vec<_>>(), to_mend);
        }
    }

    async fn a_letter_that_its_table_garbled_is_named(db) {
        let (congress, mut entropy) = real_congress(&db.storage).await;
        let only = letter(&congress, 1, Purpose::News, &mut entropy);
        queue(&db.storage, &[&only]).await;
        db.meddle("UPDATE letter SET purpose = 'autre'").await;
        let read = db.storage.read().await.unwrap().letter(congress.id, only.id).await;
        assert!(matches!(read, Err(StorageError::Corrupt { table: "letter", column: "purpose", .. })));
    }
}
