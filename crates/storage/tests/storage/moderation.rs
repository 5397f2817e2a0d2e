//! What staff does about texts: its piles, what it read and why it hid, the corrections it proposes; settings and dates.

use domain::congress::{Congress, Phase, PhaseChange, PhaseKind};
use domain::contribution::{Life, State};
use domain::id::{CorrectionId, Entropy, MemberId, ModerationEventId, PhaseChangeId, SettingsChangeId};
use domain::moderation::{Correction, HidingReason, ModerationAct, ModerationEvent};
use domain::reading::{OwnContribution, Pile, QueuePage, QueueQuery};
use domain::settings::{Moderation, Settings, SettingsChange, SettingsField};
use storage::{Hiding, NewText, Rewritten, Storage};

use crate::fixture::{Counting, at, saved_congress, saved_corpus};
use crate::life::{ANEW, WORDS, anywhere, author, found, own, posted, rewrite, rewriting, text};

async fn queue(storage: &Storage, congress: &Congress, pile: Pile, words: &str) -> QueuePage {
    let query = QueueQuery { pile, words: words.to_owned(), page: 1 };
    storage.read().await.unwrap().queue(congress.id, &query).await.unwrap()
}

fn counts(page: &QueuePage) -> Vec<u32> {
    page.counts.iter().map(|(_, count)| *count).collect()
}

/// A text of its own, so that several can be posted.
fn other(i: usize, body: &str, by: MemberId, state: State, entropy: &mut Counting) -> NewText {
    let mut new = text(i, by, state, entropy);
    new.contribution.body = body.parse().unwrap();
    new
}

fn correction(of: &OwnContribution, words: &str, entropy: &mut Counting) -> Correction {
    Correction {
        id: CorrectionId::new(at(100), entropy),
        contribution: of.contribution.id,
        version: of.contribution.version,
        body: words.parse().unwrap(),
        proposed_at: at(100),
        proposed_by: None,
    }
}

async fn proposed(storage: &Storage, of: &Correction) {
    let mut work = storage.write().await.unwrap();
    work.propose(of).await.unwrap();
    work.save().await.unwrap();
}

on_both! {
    async fn every_text_is_in_the_piles_where_staff_looks_for_it(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let soazig = author(&db.storage, &congress, "Soazig Tanguy", &mut entropy).await.id;
        let shown = posted(&db.storage, congress.id, text(1, soazig, State::Published, &mut entropy)).await;
        let waits = other(2, "M. Dupont, 06 12 34 56 78.", soazig, State::Waiting, &mut entropy);
        let waiting = posted(&db.storage, congress.id, waits).await;
        let bad = posted(&db.storage, congress.id, other(3, "100 % d’abrutis_ici", soazig, State::Published, &mut entropy)).await;
        let page = queue(&db.storage, &congress, Pile::All, "").await;
        assert_eq!((counts(&page), page.found, page.unlooked), (vec![1, 2, 0, 0, 3], 3, 3));
        let mut work = db.storage.write().await.unwrap();
        let unlooked = work.unlooked(congress.id, 10).await.unwrap();
        assert_eq!(unlooked[1].words, "M. Dupont, 06 12 34 56 78.");
        assert_eq!(unlooked[1].author.as_deref(), Some("Soazig Tanguy"));
        for (text, found) in unlooked.iter().zip([false, true, true]) {
            work.note_looked(text.id, text.version, found).await.unwrap();
        }
        assert!(work.note_read(shown.id).await.unwrap() && !work.note_read(shown.id).await.unwrap());
        work.hide(bad.id, Hiding { reason: HidingReason::Insult, words: "" }, at(70)).await.unwrap();
        work.save().await.unwrap();
        let page = queue(&db.storage, &congress, Pile::Flagged, "").await;
        assert_eq!((counts(&page), page.unlooked), (vec![1, 0, 1, 1, 3], 0));
        assert_eq!(page.lines[0].own.written.as_str(), "M. Dupont, 06 12 34 56 78.");
        assert_eq!(page.lines[0].author.as_deref(), Some("Soazig Tanguy"));
        let hidden = queue(&db.storage, &congress, Pile::Hidden, "").await;
        assert!(matches!(hidden.lines[0].own.life, Life::Hidden { reason: HidingReason::Insult, .. }));
        let sought = [("100 %", 1), ("100 _", 0), ("abrutis_", 1), ("DUPONT", 1), ("tanguy", 3), ("C-0002", 1), ("c2", 1), ("xyz", 0)];
        for (words, count) in sought {
            assert_eq!(queue(&db.storage, &congress, Pile::All, words).await.found, count, "{words}");
        }
        let change = rewriting(&own(&db.storage, congress.id, shown.number).await, soazig, Moderation::After);
        assert_eq!(rewrite(&db.storage, &change).await, Rewritten::Done);
        let page = queue(&db.storage, &congress, Pile::Unread, "").await;
        assert_eq!((page.found, page.unlooked, page.lines[0].read), (1, 1, false), "a new version is to be read again");
        let _ = waiting;
    }

    async fn pages_of_the_queue_hold_every_text_once(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        saved_corpus(&db.storage, congress.id, 45, &mut entropy).await;
        let mut numbers = Vec::new();
        for page in 1..=4 {
            let query = QueueQuery { pile: Pile::Unread, words: String::new(), page };
            let found = db.storage.read().await.unwrap().queue(congress.id, &query).await.unwrap();
            assert_eq!((found.pages, found.found, found.query.page), (3, 45, page.min(3)));
            if page < 4 {
                numbers.extend(found.lines.iter().map(|line| line.own.contribution.number.get()));
            }
        }
        assert_eq!(numbers, (1..=45).collect::<Vec<_>>());
        let mut work = db.storage.write().await.unwrap();
        work.note_read_until(congress.id, at(40)).await.unwrap();
        work.save().await.unwrap();
        assert_eq!(queue(&db.storage, &congress, Pile::Unread, "").await.found, 5);
    }

    async fn what_was_done_is_told_and_what_is_hidden_is_counted_by_reason(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let soazig = author(&db.storage, &congress, "Soazig Tanguy", &mut entropy).await.id;
        let mut work = db.storage.write().await.unwrap();
        for (i, reason) in [(1, HidingReason::Insult), (2, HidingReason::PersonalData), (3, HidingReason::PersonalData)] {
            let text = work.post_text(congress.id, text(i, soazig, State::Published, &mut entropy)).await.unwrap();
            work.hide(text.id, Hiding { reason, words: "" }, at(70)).await.unwrap();
        }
        work.save().await.unwrap();
        let counted = db.storage.read().await.unwrap().hidden_by_reason(congress.id).await.unwrap();
        assert_eq!(counted, [(HidingReason::PersonalData, 2), (HidingReason::Insult, 1)]);
        let posted = posted(&db.storage, congress.id, text(4, soazig, State::Published, &mut entropy)).await;
        let mut work = db.storage.write().await.unwrap();
        for (second, act) in [(80, ModerationAct::Read), (81, ModerationAct::Hidden)] {
            let event = ModerationEvent {
                id: ModerationEventId::new(at(second), &mut entropy),
                congress: congress.id,
                contribution: posted.id,
                version: 1,
                act,
                reason: (act == ModerationAct::Hidden).then_some(HidingReason::Other),
                words: Some("Propos de Plougastel".to_owned()),
                by: Some(soazig),
                at: at(second),
            };
            work.note_moderation(&event).await.unwrap();
        }
        work.save().await.unwrap();
        let told = db.storage.read().await.unwrap().moderation_of(posted.id).await.unwrap();
        let acts: Vec<_> = told.iter().map(|line| (line.act, line.reason, line.by.as_deref())).collect();
        let by = Some("Soazig Tanguy");
        assert_eq!(acts, [(ModerationAct::Hidden, Some(HidingReason::Other), by), (ModerationAct::Read, None, by)]);
        let mut work = db.storage.write().await.unwrap();
        assert!(work.erase(posted.id, at(99)).await.unwrap());
        work.save().await.unwrap();
        assert!(!anywhere(&db.storage, "Plougastel").await, "the words of staff go with the text");
    }

    async fn a_correction_changes_nothing_until_its_author_accepts_it(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let soazig = author(&db.storage, &congress, "Soazig Tanguy", &mut entropy).await.id;
        let text = posted(&db.storage, congress.id, text(1, soazig, State::Published, &mut entropy)).await;
        let mut work = db.storage.write().await.unwrap();
        assert!(work.note_read(text.id).await.unwrap());
        work.save().await.unwrap();
        let before = own(&db.storage, congress.id, text.number).await;
        let first = correction(&before, "La fibre s’arrête au pont ; la mairie aussi.", &mut entropy);
        let second = correction(&before, ANEW, &mut entropy);
        proposed(&db.storage, &first).await;
        proposed(&db.storage, &second).await;
        assert_eq!(own(&db.storage, congress.id, text.number).await, before);
        let open = db.storage.read().await.unwrap().correction(text.id).await.unwrap();
        assert_eq!(open.as_ref(), Some(&second), "one at a time");
        assert!(queue(&db.storage, &congress, Pile::All, "").await.lines[0].proposed);
        let mut work = db.storage.write().await.unwrap();
        assert!(work.accept(&second, &[("mair".to_owned(), 1)], (soazig, at(110))).await.unwrap());
        assert!(!work.accept(&second, &[], (soazig, at(111))).await.unwrap(), "once");
        work.save().await.unwrap();
        let after = own(&db.storage, congress.id, text.number).await;
        assert_eq!((after.contribution.version, after.written.as_str(), &after.life), (2, ANEW, &Life::Published));
        assert_eq!(after.contribution.signature, before.contribution.signature);
        assert_eq!((found(&db.storage, congress.id, "fibr").await, found(&db.storage, congress.id, "mair").await), (0, 1));
        let versions = db.storage.read().await.unwrap().versions(text.id).await.unwrap();
        let versions: Vec<_> = versions.iter().map(|line| (line.body.as_str(), line.corrected)).collect();
        assert_eq!(versions, [(ANEW, true), (WORDS, false)]);
        assert_eq!(db.storage.read().await.unwrap().correction(text.id).await.unwrap(), None);
        assert_eq!(queue(&db.storage, &congress, Pile::Unread, "").await.found, 0, "staff wrote it");
    }

    async fn a_correction_lapses_when_the_text_changes_and_is_gone_when_refused(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let soazig = author(&db.storage, &congress, "Soazig Tanguy", &mut entropy).await.id;
        let text = posted(&db.storage, congress.id, text(1, soazig, State::Published, &mut entropy)).await;
        let open = async || db.storage.read().await.unwrap().correction(text.id).await.unwrap();
        let before = own(&db.storage, congress.id, text.number).await;
        let lapsing = correction(&before, "Un bourg, une fibre.", &mut entropy);
        proposed(&db.storage, &lapsing).await;
        assert_eq!(rewrite(&db.storage, &rewriting(&before, soazig, Moderation::After)).await, Rewritten::Done);
        assert_eq!(open().await, None);
        let mut work = db.storage.write().await.unwrap();
        assert!(!work.accept(&lapsing, &[], (soazig, at(110))).await.unwrap(), "it was of another version");
        work.save().await.unwrap();
        let refused = correction(&own(&db.storage, congress.id, text.number).await, "Deux bourgs.", &mut entropy);
        proposed(&db.storage, &refused).await;
        let mut work = db.storage.write().await.unwrap();
        work.refuse(refused.id, at(111)).await.unwrap();
        work.save().await.unwrap();
        assert_eq!(open().await, None);
        assert_eq!(own(&db.storage, congress.id, text.number).await.written.as_str(), ANEW);
        let kept = correction(&own(&db.storage, congress.id, text.number).await, "Trois villages.", &mut entropy);
        proposed(&db.storage, &kept).await;
        let mut work = db.storage.write().await.unwrap();
        assert!(work.erase(text.id, at(120)).await.unwrap());
        work.save().await.unwrap();
        assert_eq!(open().await, None);
        for words in ["Trois villages", "Un bourg"] {
            assert!(!anywhere(&db.storage, words).await, "{words} is left somewhere");
        }
    }

    async fn settings_and_dates_change_and_the_change_is_kept(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let soazig = author(&db.storage, &congress, "Soazig Tanguy", &mut entropy).await.id;
        let mut work = db.storage.write().await.unwrap();
        work.change_settings(congress.id, &Settings { grace_minutes: 5, ..Settings::default() }).await.unwrap();
        work.note_settings_change(&SettingsChange {
            id: SettingsChangeId::new(at(70), &mut entropy),
            congress: congress.id,
            field: SettingsField::Grace,
            before: Some("60".to_owned()),
            after: Some("5".to_owned()),
            at: at(70),
            by: Some(soazig),
        })
        .await
        .unwrap();
        let step = Phase { kind: PhaseKind::Call, starts_at: at(0), ends_at: at(500) };
        work.move_phase(congress.id, &step).await.unwrap();
        let change = PhaseChange {
            id: PhaseChangeId::new(at(71), &mut entropy as &mut dyn Entropy),
            congress: congress.id,
            kind: PhaseKind::Call,
            ended_at: at(1),
            ends_at: at(500),
            changed_at: at(71),
            changed_by: Some(soazig),
            reason: "La neige.".to_owned(),
        };
        work.note_phase_change(&change).await.unwrap();
        work.save().await.unwrap();
        let mut reading = db.storage.read().await.unwrap();
        let line = reading.settings_changes(congress.id).await.unwrap().remove(0);
        assert_eq!((line.field, line.before.as_deref(), line.after.as_deref()), (SettingsField::Grace, Some("60"), Some("5")));
        assert_eq!((line.by.as_deref(), line.at), (Some("Soazig Tanguy"), at(70)));
        assert_eq!(reading.congress_of(congress.id).await.unwrap().step(PhaseKind::Call), Some(&step));
        assert_eq!(reading.phase_changes(congress.id).await.unwrap(), [change]);
    }
}
