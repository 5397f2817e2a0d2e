//! What votes do with amendments.

use domain::amendment::{Change, Fate, Place, Proposal};
use domain::wording::{BlockKey, BlockKind, RevisionAct, Words};
use storage::{NewAmendment, Settled, Writing};

use super::{BASE, Hall, done, hall, words};
use crate::fixture::at;

on_both! {
    async fn what_is_adopted_changes_the_text_and_what_it_leaves_nothing_falls(db) {
        let storage = &db.storage;
        let mut hall = Box::pin(hall(storage)).await;
        let quai = hall.replace("pont", "quai");
        let twin = hall.replace("pont", "quai");
        let viaduc = hall.replace("pont", "viaduc");
        let mobile = hall.replace("mobile", "réseau mobile");
        let gone = hall.amendment(Place::At(BlockKey::new(2)), Change::Delete);
        let (quai, twin) = (hall.admitted(storage, &quai).await, hall.admitted(storage, &twin).await);
        let (viaduc, mobile) = (hall.admitted(storage, &viaduc).await, hall.admitted(storage, &mobile).await);
        let gone = hall.admitted(storage, &gone).await;
        let poll = hall.poll(storage, &[&viaduc]).await;
        assert_eq!(hall.voted(storage, &[&gone], false).await.fallen, []);
        assert_eq!(hall.line(storage, 5).await.fate, Fate::Rejected);
        let settled = hall.voted(storage, &[&quai, &twin], true).await;
        assert_eq!((settled.voted, settled.unapplied, settled.fallen), (vec![quai.number, twin.number], vec![], vec![viaduc.number]));
        assert_eq!(hall.line(storage, 3).await.fate, Fate::Fallen(Some(quai.number)));
        assert!(storage.read().await.unwrap().idle_polls(hall.congress.id).await.unwrap().contains(&poll));
        assert!(hall.voted(storage, &[&mobile], true).await.fallen.is_empty());
        assert_eq!(hall.text(storage).await[1], BASE.replace("pont", "quai").replace("mobile", "réseau mobile"));
        let twin = hall.line(storage, 2).await;
        assert!(twin.is_applied && twin.fate == Fate::Adopted);
        let (early, late) = ((at(150), at(900)), (at(0), at(150)));
        let mut reading = storage.read().await.unwrap();
        assert_eq!(reading.amended_blocks(hall.congress.id, early).await.unwrap().len(), 0, "three had a part in it");
        assert_eq!(reading.amended_blocks(hall.congress.id, late).await.unwrap().len(), 0);
        drop(reading);
        let again = twin.poll.unwrap().id;
        let by = (at(500), hall.people[1]);
        let nothing = done(storage, async |work| work.settle_amendments((hall.congress.id, again), true, by).await.unwrap()).await;
        assert_eq!(nothing, Settled::default(), "done again, nothing happens");
        let mut reading = storage.read().await.unwrap();
        let kept = reading.block_revisions(hall.congress.id, BlockKey::new(2)).await.unwrap();
        assert_eq!(kept.iter().map(|of| of.act).collect::<Vec<_>>(), [RevisionAct::Amended, RevisionAct::Amended, RevisionAct::Added]);
    }

    async fn what_moved_is_adopted_and_never_misplaced(db) {
        let storage = &db.storage;
        let mut hall = Box::pin(hall(storage)).await;
        let quai = hall.replace("pont", "quai");
        let quai = hall.admitted(storage, &quai).await;
        let writing = Writing {
            congress: hall.congress.id,
            block: BlockKey::new(2),
            from: 1,
            kind: BlockKind::Paragraph,
            words: words("La fibre s’arrête avant la rivière."),
            restores: None,
            at: at(250),
            by: hall.people[1],
        };
        done(storage, async |work| work.write_block(&writing).await.unwrap()).await;
        assert_eq!(hall.voted(storage, &[&quai], true).await.unapplied, [quai.number]);
        assert_eq!(hall.text(storage).await[1], "La fibre s’arrête avant la rivière.");
        let line = hall.line(storage, 1).await;
        assert!(line.fate == Fate::Adopted && !line.is_applied);
        assert!(done(storage, async |work| work.note_applied(line.id, at(500)).await.unwrap()).await);
        assert!(!done(storage, async |work| work.note_applied(line.id, at(500)).await.unwrap()).await);
    }

    async fn blocks_that_are_inserted_stand_by_number_and_sub_amendments_change_them_first(db) {
        let storage = &db.storage;
        let mut hall = Box::pin(hall(storage)).await;
        let insert = |text: &str| Change::Insert(BlockKind::Proposition, words(text));
        let behind = Place::Behind(Some(BlockKey::new(1)));
        let one = hall.amendment(behind, insert("Un calendrier."));
        let two = hall.amendment(behind, insert("Un budget."));
        let first = hall.amendment(Place::Behind(None), insert("D’abord."));
        let (one, two) = (hall.admitted(storage, &one).await, hall.admitted(storage, &two).await);
        let first = hall.admitted(storage, &first).await;
        let sub = |hall: &mut Hall, text: &str| NewAmendment {
            proposal: Proposal { place: Place::Within(one.number), base: "Un calendrier.".to_owned(), change: Change::Replace(words(text)) },
            ..hall.amendment(behind, insert("x"))
        };
        let (firm, late, soon) = (sub(&mut hall, "Un calendrier opposable."), sub(&mut hall, "Un agenda."), sub(&mut hall, "Un calendrier ferme."));
        let firm = hall.admitted(storage, &firm).await;
        let late = hall.admitted(storage, &late).await;
        let soon = hall.admitted(storage, &soon).await;
        let settled = hall.voted(storage, &[&firm], true).await;
        assert_eq!((settled.fallen, settled.rewritten), (vec![late.number, soon.number], vec![one.number]));
        assert_eq!(hall.line(storage, 1).await.proposal.change.words().map(Words::as_str), Some("Un calendrier opposable."));
        hall.voted(storage, &[&two], true).await;
        hall.voted(storage, &[&one], true).await;
        hall.voted(storage, &[&first], true).await;
        let made = storage.read().await.unwrap().amended_blocks(hall.congress.id, (at(150), at(900))).await.unwrap();
        assert_eq!(made.into_values().collect::<Vec<_>>(), [two.number, one.number, first.number]);
        assert_eq!(hall.text(storage).await, ["D’abord.", "Pour une fibre", "Un calendrier opposable.", "Un budget.", BASE]);
    }
}
