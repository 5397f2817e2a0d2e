//! What letters tell by themselves: what happened to somebody's contributions, and what was told before.

use domain::congress::Congress;
use domain::contribution::State;
use domain::id::{MemberId, ModerationEventId};
use domain::mail::Purpose;
use domain::moderation::{ModerationAct, ModerationEvent};
use domain::reading::News;
use storage::{NewLetter, Posted, Storage};

use crate::fixture::{Counting, at, saved_congress, saved_corpus};
use crate::life::{author, posted, text};
use crate::mail::letter;
use crate::motion::motion;
use crate::runs::saved_as;
use crate::workshop::{note, taken, workshop};

async fn news(storage: &Storage, congress: &Congress, of: MemberId, (from, to): (i64, i64)) -> News {
    storage.read().await.unwrap().news(congress.id, of, at(from)..at(to)).await.unwrap()
}

async fn moderated(
    storage: &Storage,
    congress: &Congress,
    of: &Posted,
    (act, second): (ModerationAct, i64),
    entropy: &mut Counting,
) {
    let event = ModerationEvent {
        id: ModerationEventId::new(at(second), entropy),
        congress: congress.id,
        contribution: of.id,
        version: 1,
        act,
        reason: None,
        words: None,
        by: None,
        at: at(second),
    };
    let mut work = storage.write().await.unwrap();
    work.note_moderation(&event).await.unwrap();
    work.save().await.unwrap();
}

async fn queued(storage: &Storage, new: &NewLetter) {
    let mut work = storage.write().await.unwrap();
    assert!(work.queue_letter(new).await.unwrap());
    work.save().await.unwrap();
}

on_both! {
    async fn news_is_what_happened_within_the_window(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let soazig = author(&db.storage, &congress, "Soazig Tanguy", &mut entropy).await.id;
        let yann = author(&db.storage, &congress, "Yann Le Goff", &mut entropy).await.id;
        let own = posted(&db.storage, congress.id, text(1, soazig, State::Published, &mut entropy)).await;
        let waits = posted(&db.storage, congress.id, text(2, soazig, State::Waiting, &mut entropy)).await;
        assert!(news(&db.storage, &congress, soazig, (0, 1_000)).await.is_empty());
        let mut work = db.storage.write().await.unwrap();
        work.support(own.id, yann, at(100)).await.unwrap();
        work.support(waits.id, yann, at(100)).await.unwrap();
        work.save().await.unwrap();
        // What staff had to read first is new when it appears, not when it was sent.
        let mut more = text(3, yann, State::Published, &mut entropy);
        more.complement_of = Some(own.id);
        let more = posted(&db.storage, congress.id, more).await;
        let mut mine = text(4, soazig, State::Published, &mut entropy);
        mine.complement_of = Some(own.id);
        posted(&db.storage, congress.id, mine).await;
        moderated(&db.storage, &congress, &more, (ModerationAct::Published, 200), &mut entropy).await;
        moderated(&db.storage, &congress, &waits, (ModerationAct::Hidden, 100), &mut entropy).await;
        let told = news(&db.storage, &congress, soazig, (100, 200)).await;
        assert_eq!(told.supports, [(own.number, 1)], "of what is shown");
        assert_eq!(told.moderated, [(waits.number, ModerationAct::Hidden)], "of what isn’t, what staff did");
        assert!(told.complements.is_empty(), "it appears at the end of the window, which is the next one’s");
        let next = news(&db.storage, &congress, soazig, (200, 300)).await;
        assert_eq!(next.complements, [(own.number, more.number)], "their own isn’t news");
        assert!(next.supports.is_empty() && next.moderated.is_empty(), "told once");
        let theirs = news(&db.storage, &congress, yann, (0, 1_000)).await;
        assert_eq!(theirs.moderated, [(more.number, ModerationAct::Published)]);
        assert!(theirs.supports.is_empty() && theirs.complements.is_empty());
    }

    async fn a_run_tells_the_themes_and_neighbours_that_are_new(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let corpus = saved_corpus(&db.storage, congress.id, 24, &mut entropy).await;
        let soazig = author(&db.storage, &congress, "Soazig Tanguy", &mut entropy).await.id;
        db.meddle("UPDATE contribution SET member_id = (SELECT id FROM member) WHERE number = 1").await;
        let first = saved_as(&db.storage, congress.id, &corpus, &mut entropy, |_| ()).await;
        let told = news(&db.storage, &congress, soazig, (0, 1_000)).await;
        let own = corpus[0].number;
        assert_eq!(told.themes.iter().map(|(number, tag)| (*number, tag.rank)).collect::<Vec<_>>(), [(own, 1)]);
        assert!(!told.close.is_empty() && told.close.iter().all(|(of, other)| *of == own && *other != own));
        assert!(told.close.len() <= 5);
        let ended = first.finished_at;
        let before = db.storage.read().await.unwrap().news(congress.id, soazig, at(0)..ended).await.unwrap();
        assert!(before.is_empty(), "the run ends after the window");
        let mut reading = db.storage.read().await.unwrap();
        assert_eq!(reading.quoted(congress.id).await.unwrap(), None, "there is no draft");
        drop(reading);
        let draft = motion(&first, &corpus, &mut entropy);
        let mut work = db.storage.write().await.unwrap();
        work.save_motion(&draft).await.unwrap();
        work.save().await.unwrap();
        let quoted = db.storage.read().await.unwrap().quoted(congress.id).await.unwrap().unwrap();
        assert_eq!((quoted.motion, quoted.drafted_at), (draft.id, draft.drafted_at));
        assert_eq!(quoted.by.keys().collect::<Vec<_>>(), [&soazig], "whoever isn’t a member can’t be told");
        assert!(quoted.by[&soazig].iter().all(|citation| citation.quote.number == own));
    }

    async fn noted_words_wait_to_be_told_until_the_table_rests(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let tables = workshop(&db.storage, &congress, &mut entropy).await;
        let soazig = author(&db.storage, &congress, "Soazig Tanguy", &mut entropy).await.id;
        let new = note(1, Some(tables[0]), Some(soazig), &mut entropy);
        let noted = new.text.contribution.received_at;
        taken(&db.storage, &congress, new).await;
        let speakers = |until| {
            let storage = db.storage.clone();
            async move { storage.read().await.unwrap().speakers_to_tell(congress.id, "propos ", until).await.unwrap() }
        };
        assert!(speakers(noted.plus_seconds(-1)).await.is_empty(), "the table still notes");
        assert_eq!(speakers(noted).await, [soazig]);
        let reported = db.storage.read().await.unwrap().news(congress.id, soazig, noted..noted.plus_seconds(1)).await.unwrap();
        assert_eq!(reported.reported.len(), 1);
        let told = |key: &str, entropy: &mut Counting| NewLetter {
            key: key.to_owned(),
            member: Some(soazig),
            at: noted.plus_seconds(60),
            ..letter(&congress, 500, Purpose::News, entropy)
        };
        queued(&db.storage, &told("cite x", &mut entropy)).await;
        assert_eq!(speakers(noted).await, [soazig], "a letter about something else");
        queued(&db.storage, &told("propos x 2026-11-14", &mut entropy)).await;
        assert!(speakers(noted).await.is_empty());
    }

    async fn the_last_key_is_the_latest_of_that_purpose_and_member(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let soazig = author(&db.storage, &congress, "Soazig Tanguy", &mut entropy).await.id;
        for (second, purpose, day) in [(1, Purpose::Digest, "09"), (3, Purpose::Digest, "16"), (2, Purpose::Digest, "02"), (4, Purpose::News, "23")] {
            let key = format!("{} {soazig} 2026-11-{day}", purpose.code());
            queued(&db.storage, &NewLetter { key, member: Some(soazig), ..letter(&congress, second, purpose, &mut entropy) }).await;
        }
        let mut reading = db.storage.read().await.unwrap();
        let last = format!("{} {soazig} 2026-11-16", Purpose::Digest.code());
        assert_eq!(reading.last_key(soazig, Purpose::Digest).await.unwrap().as_ref(), Some(&last));
        assert_eq!(reading.last_key(soazig, Purpose::Invitation).await.unwrap(), None);
        assert!(reading.was_told(congress.id, &last).await.unwrap());
        assert!(!reading.was_told(congress.id, "resume").await.unwrap(), "not by how it begins");
    }
}
