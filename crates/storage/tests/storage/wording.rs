//! The motion that people write: nothing that was typed is lost, nobody writes over what they haven't read, versions stay.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::congress::Congress;
use domain::id::{CitationId, MemberId};
use domain::reading::{BlockLine, MotionDesk};
use domain::wording::{BlockKey, BlockKind, Origin, RevisionAct, Shape, Spans, Stage, Stance, freeze};
use storage::{
    Citing, NewBlock, NewCitation, NewMotionText, NewVersion, Placed, Storage, Work, Writing, Wrote,
};

use crate::fixture::{Counting, at, saved_congress, saved_corpus};
use crate::life::author;
use crate::runs::saved_analysis;

const FIRST: &str = "« La fibre. » « Le pont. »";

pub fn block(kind: BlockKind, words: &str, machine: &str) -> NewBlock {
    let (words, machine) = (words.parse().unwrap(), machine.parse().unwrap());
    NewBlock { kind, words, machine, sources: Vec::new() }
}

fn beginning(congress: &Congress) -> NewMotionText {
    NewMotionText {
        congress: congress.id,
        title: "Motion d’essai".parse().unwrap(),
        shape: Shape::Objectives,
        origin: Origin::Draft,
        blocks: vec![
            block(BlockKind::Heading, "Pour une fibre", ""),
            block(BlockKind::Paragraph, FIRST, "0-15 16-30"),
        ],
        at: at(100),
        by: None,
    }
}

/// A congress with a motion of two blocks, and two people who write it.
pub async fn begun(storage: &Storage) -> (Congress, [MemberId; 2], Counting) {
    let (congress, mut entropy) = saved_congress(storage, "essai").await;
    let mut people = Vec::new();
    for name in ["Soazig Tanguy", "Idriss Belkacem"] {
        people.push(author(storage, &congress, name, &mut entropy).await.id);
    }
    let begins = beginning(&congress);
    assert!(done(storage, async |work| work.start_motion_text(&begins).await.unwrap()).await);
    (congress, people.try_into().unwrap(), entropy)
}

/// One unit of work, saved.
pub async fn done<T>(storage: &Storage, act: impl AsyncFnOnce(&mut Work) -> T) -> T {
    let mut work = storage.write().await.unwrap();
    let outcome = act(&mut work).await;
    work.save().await.unwrap();
    outcome
}

pub async fn desk(storage: &Storage, congress: &Congress) -> MotionDesk {
    storage.read().await.unwrap().motion_desk(congress.id).await.unwrap().unwrap()
}

fn writing(congress: &Congress, from: u32, words: &str, by: MemberId) -> Writing {
    Writing {
        congress: congress.id,
        block: BlockKey::new(2),
        from,
        kind: BlockKind::Paragraph,
        words: words.parse().unwrap(),
        restores: None,
        at: at(200),
        by,
    }
}

async fn wrote(storage: &Storage, new: &Writing) -> Wrote {
    done(storage, async |work| work.write_block(new).await.unwrap()).await
}

fn keys(lines: &[BlockLine]) -> Vec<u32> {
    lines.iter().map(|line| line.block.key.get()).collect()
}

on_both! {
    async fn a_motion_begins_once_and_each_wording_of_it_is_kept(db) {
        let (congress, [soazig, idriss], _) = begun(&db.storage).await;
        let again = beginning(&congress);
        assert!(!done(&db.storage, async |work| work.start_motion_text(&again).await.unwrap()).await);
        assert_eq!(wrote(&db.storage, &writing(&congress, 1, "Sans fibre, rien. « Le pont. »", soazig)).await, Wrote::Done(2));
        assert_eq!(wrote(&db.storage, &writing(&congress, 1, "Sans fibre, rien. « Le pont. »", soazig)).await, Wrote::Done(2), "a second click");
        let Wrote::Stale(stands) = wrote(&db.storage, &writing(&congress, 1, "Autre chose.", idriss)).await else { panic!("stale") };
        assert_eq!(stands.block.words.as_str(), "Sans fibre, rien. « Le pont. »", "both texts are there to be read");
        assert_eq!((stands.version, stands.by.as_deref()), (2, Some("Soazig Tanguy")));
        let machine = &stands.block.machine;
        assert_eq!((machine.count(), &stands.block.words.as_str()[machine.as_slice()[0].clone()]), (1, "« Le pont. »"));
        let accepted = async |sentence: Option<&'static str>| {
            done(&db.storage, async |work| work.accept_sentences(congress.id, BlockKey::new(2), sentence, (at(201), idriss)).await.unwrap()).await
        };
        assert!(!accepted(Some("« La fibre. »")).await && accepted(Some("« Le pont. »")).await && !accepted(None).await);
        assert_eq!(wrote(&db.storage, &writing(&congress, 2, "Rien.", soazig)).await, Wrote::Done(4), "accepting changed no word");
        let back = Writing { restores: Some(1), ..writing(&congress, 4, FIRST, idriss) };
        assert_eq!(wrote(&db.storage, &back).await, Wrote::Done(5));
        let mut reading = db.storage.read().await.unwrap();
        let kept = reading.block_revisions(congress.id, BlockKey::new(2)).await.unwrap();
        use RevisionAct::{Accepted, Drafted, Restored, Written};
        let acts: Vec<_> = kept.iter().map(|of| (of.version, of.act, of.machine.count())).collect();
        assert_eq!(acts, [(5, Restored, 2), (4, Written, 0), (3, Accepted, 0), (2, Written, 1), (1, Drafted, 2)]);
        assert_eq!((kept[4].by.as_deref(), kept[4].words.as_str()), (None, FIRST));
    }

    async fn a_block_is_lent_to_one_person_until_the_lease_ends(db) {
        let (congress, [soazig, idriss], _) = begun(&db.storage).await;
        let take = async |by, from, until| {
            done(&db.storage, async |work| work.take_block(congress.id, BlockKey::new(2), by, (at(from), at(until))).await.unwrap()).await
        };
        assert!(take(soazig, 190, 250).await);
        assert!(take(soazig, 191, 250).await, "again");
        assert!(!take(idriss, 199, 300).await);
        let line = desk(&db.storage, &congress).await.blocks.remove(1);
        assert_eq!(line.holder.map(|of| (of.name, of.until)), Some(("Soazig Tanguy".to_owned(), at(250))));
        let Wrote::Held(held) = wrote(&db.storage, &writing(&congress, 1, "À mon tour.", idriss)).await else { panic!("held") };
        assert_eq!(held.block.words.as_str(), FIRST);
        let out = async || done(&db.storage, async |work| work.remove_block(congress.id, BlockKey::new(2), true, (at(200), idriss)).await.unwrap()).await;
        assert!(!out().await, "nor is it taken out");
        assert!(take(idriss, 250, 300).await, "the lease is over");
        done(&db.storage, async |work| work.give_block_back(congress.id, BlockKey::new(2), soazig).await.unwrap()).await;
        assert!(desk(&db.storage, &congress).await.blocks[1].holder.is_some(), "it isn't hers to give back");
        done(&db.storage, async |work| work.give_block_back(congress.id, BlockKey::new(2), idriss).await.unwrap()).await;
        assert_eq!(wrote(&db.storage, &writing(&congress, 1, "À mon tour.", soazig)).await, Wrote::Done(2));
    }

    async fn blocks_are_added_moved_taken_out_and_put_in_again(db) {
        let (congress, [soazig, _], _) = begun(&db.storage).await;
        let add = async |after: Option<u32>, words: &'static str| {
            let placed = Placed { after: after.map(BlockKey::new), kind: BlockKind::Proposition, words: words.parse().unwrap(), at: at(200), by: soazig };
            done(&db.storage, async |work| work.add_block(congress.id, &placed).await.unwrap()).await.unwrap().get()
        };
        assert_eq!((add(None, "D’abord.").await, add(Some(1), "Ensuite.").await, add(Some(99), "Enfin.").await), (3, 4, 5));
        assert_eq!(keys(&desk(&db.storage, &congress).await.blocks), [3, 1, 4, 2, 5]);
        let shift = async |key, up| done(&db.storage, async |work| work.move_block(congress.id, BlockKey::new(key), up).await.unwrap()).await;
        assert!(shift(2, true).await && shift(3, false).await && !shift(1, true).await && !shift(5, false).await);
        assert_eq!(keys(&desk(&db.storage, &congress).await.blocks), [1, 3, 2, 4, 5]);
        let out = async |key, out| done(&db.storage, async |work| work.remove_block(congress.id, BlockKey::new(key), out, (at(210), soazig)).await.unwrap()).await;
        assert!(out(3, true).await && !out(3, true).await);
        assert_eq!(wrote(&db.storage, &Writing { block: BlockKey::new(3), ..writing(&congress, 1, "Non.", soazig) }).await, Wrote::Gone);
        assert!(shift(2, true).await, "over what was taken out");
        let desk_now = desk(&db.storage, &congress).await;
        assert_eq!((keys(&desk_now.blocks), keys(&desk_now.removed)), (vec![2, 1, 4, 5], vec![3]));
        assert!(out(3, false).await);
        assert_eq!(desk(&db.storage, &congress).await.blocks.len(), 5);
    }

    async fn a_version_is_never_changed_and_keeps_its_sources(db) {
        let (congress, [soazig, _], mut entropy) = begun(&db.storage).await;
        let corpus = saved_corpus(&db.storage, congress.id, 6, &mut entropy).await;
        let analysis = saved_analysis(&db.storage, congress.id, &corpus, &mut entropy).await;
        let mut reading = db.storage.read().await.unwrap();
        let quoted = reading.verbatims_to_cite(congress.id, corpus[0].number).await.unwrap();
        drop(reading);
        let [(cut, quote), _] = &quoted[..] else { panic!("two verbatims") };
        let new = NewCitation { id: CitationId::new(at(200), &mut entropy), verbatim: quote.verbatim, span: cut.span.start..cut.span.start + 5, stance: Stance::Disagreement };
        let cite = async |new: &NewCitation| done(&db.storage, async |work| work.cite(congress.id, BlockKey::new(2), new, (at(200), soazig)).await.unwrap()).await;
        assert_eq!(cite(&new).await, Citing::Done);
        let same = NewCitation { id: CitationId::new(at(201), &mut entropy), ..new.clone() };
        assert_eq!(cite(&same).await, Citing::Done, "a second click");
        let before = desk(&db.storage, &congress).await;
        let total = u32::try_from(analysis.placements.len()).unwrap();
        assert_eq!((before.pending, before.blocks[1].sources), (total - 1, 1));
        let published = done(&db.storage, async |work| {
            work.hold_motion(congress.id).await.unwrap();
            let desk = work.motion_desk(congress.id).await.unwrap().unwrap();
            let blocks: Vec<_> = desk.blocks.iter().map(|line| line.block.clone()).collect();
            let new = NewVersion {
                congress: congress.id, title: desk.head.title, shape: desk.head.shape, blocks: freeze(&blocks, |_| String::new()),
                pending: desk.pending, at: at(300), by: Some(soazig),
            };
            work.publish_motion(&new).await.unwrap()
        }).await;
        let version = async || db.storage.read().await.unwrap().published_motion(congress.id, Some(published)).await.unwrap().unwrap();
        let first = version().await;
        assert_eq!((first.line.machine, first.line.pending, first.line.by.as_deref()), (2, total - 1, Some("Soazig Tanguy")));
        assert_eq!(first.blocks[1].words, FIRST);
        assert_eq!(first.sources.iter().map(|of| (of.block.get(), of.stance, of.quote.text.len())).collect::<Vec<_>>(), [(2, Stance::Disagreement, 5)]);
        let id = db.storage.read().await.unwrap().motion_sources(congress.id).await.unwrap()[0].id.unwrap();
        assert!(done(&db.storage, async |work| work.uncite(congress.id, id, (at(301), soazig)).await.unwrap()).await);
        assert!(!done(&db.storage, async |work| work.uncite(congress.id, id, (at(302), soazig)).await.unwrap()).await);
        assert!(matches!(wrote(&db.storage, &writing(&congress, 1, "Tout autre chose.", soazig)).await, Wrote::Done(2)));
        assert!(done(&db.storage, async |work| work.retitle_motion(congress.id, &"Autre".parse().unwrap(), Shape::Own).await.unwrap()).await);
        assert_eq!(version().await, first);
        assert_eq!(desk(&db.storage, &congress).await.pending, total);
        assert_eq!(db.storage.read().await.unwrap().published_motion(congress.id, None).await.unwrap(), Some(first));
        assert_eq!(db.storage.read().await.unwrap().published_motion(congress.id, Some(domain::wording::VersionNumber::new(2))).await.unwrap(), None);
    }

    async fn the_words_of_an_adopted_motion_are_settled(db) {
        let (congress, [soazig, _], mut entropy) = begun(&db.storage).await;
        let advance = async |from, to| done(&db.storage, async |work| work.advance_motion(congress.id, from, to).await.unwrap()).await;
        assert!(advance(Stage::Draft, Stage::Adopted).await && !advance(Stage::Draft, Stage::Amendable).await);
        assert_eq!(wrote(&db.storage, &writing(&congress, 1, "Encore.", soazig)).await, Wrote::Settled);
        let (key, when) = (BlockKey::new(2), (at(200), soazig));
        let corpus = saved_corpus(&db.storage, congress.id, 2, &mut entropy).await;
        let analysis = saved_analysis(&db.storage, congress.id, &corpus, &mut entropy).await;
        let verbatim = &analysis.placements[0].verbatim;
        let new = NewCitation { id: CitationId::new(at(200), &mut entropy), verbatim: verbatim.id, span: verbatim.span.clone(), stance: Stance::Support };
        let refused = done(&db.storage, async |work| {
            let placed = Placed { after: None, kind: BlockKind::Paragraph, words: "Ah.".parse().unwrap(), at: at(200), by: soazig };
            [
                work.accept_sentences(congress.id, key, None, when).await.unwrap(),
                work.move_block(congress.id, key, true).await.unwrap(),
                work.remove_block(congress.id, key, true, when).await.unwrap(),
                work.retitle_motion(congress.id, &"Autre".parse().unwrap(), Shape::Own).await.unwrap(),
                work.add_block(congress.id, &placed).await.unwrap().is_some(),
                work.cite(congress.id, key, &new, when).await.unwrap() == Citing::Done,
            ]
        }).await;
        assert_eq!(refused, [false; 6]);
        assert_eq!(desk(&db.storage, &congress).await.blocks[1].block.machine, "0-15 16-30".parse::<Spans>().unwrap());
    }

    async fn two_people_and_a_script_save_one_block_and_no_word_is_lost(db) {
        const EACH: u32 = 70;
        let (congress, [soazig, idriss], _) = begun(&db.storage).await;
        let congress = Arc::new(congress);
        // Each reads, writes on what they read, and where they came too late reads again: as people do.
        let keep_on = |by: MemberId, mark: &'static str| {
            let (db, congress) = (Arc::clone(&db), Arc::clone(&congress));
            async move {
                let (mut stale, mut from) = (0_u32, 1);
                for i in 0..EACH {
                    loop {
                        match wrote(&db.storage, &writing(&congress, from, &format!("{mark} {i}."), by)).await {
                            Wrote::Done(version) => { from = version; break }
                            Wrote::Stale(stands) => { stale += 1; from = stands.version }
                            other => panic!("{other:?}"),
                        }
                    }
                }
                stale
            }
        };
        let writers = [(soazig, "Soazig"), (idriss, "Idriss"), (idriss, "Automate")].map(|(by, mark)| tokio::spawn(keep_on(by, mark)));
        let mut stale = 0;
        for writer in writers {
            stale += writer.await.unwrap();
        }
        let kept = db.storage.read().await.unwrap().block_revisions(congress.id, BlockKey::new(2)).await.unwrap();
        let words: BTreeSet<&str> = kept.iter().map(|of| of.words.as_str()).collect();
        for mark in ["Soazig", "Idriss", "Automate"] {
            assert!((0..EACH).all(|i| words.contains(format!("{mark} {i}.").as_str())), "{mark}");
        }
        assert_eq!(kept.len(), usize::try_from(3 * EACH + 1).unwrap(), "each wording once");
        assert_eq!(kept[0].words, desk(&db.storage, &congress).await.blocks[1].block.words);
        assert!(stale > 0, "they did meet");
    }
}
