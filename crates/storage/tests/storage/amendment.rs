//! Amendments: nothing that is proposed is lost or doubled, and what is adopted changes the text where it was meant.

use domain::amendment::{Avis, Change, Fate, Opinion, Place, Proposal};
use domain::congress::Congress;
use domain::id::{AmendmentId, MemberId, PollId};
use domain::member::{College, TextsFate};
use domain::reading::AmendmentLine;
use domain::sitting::Sitting;
use domain::vote::{Majority, Means, Method, Poll, PollNumber, Question, Rule, Secrecy, Stage};
use domain::wording::{BlockKey, BlockKind, Origin, RevisionAct, Shape, Spans, VersionNumber, Words};
use storage::{Erasure, NewAmendment, NewBlock, NewMotionText, Rectifying, Settled, Storage, Work, Writing};

use crate::fixture::{Counting, at, saved_congress};
use crate::sitting::{saved_sitting, voter};

const BASE: &str = "La fibre s’arrête au pont de la commune, et le mobile n’y passe pas non plus.";

struct Hall {
    congress: Congress,
    sitting: Sitting,
    people: [MemberId; 2],
    entropy: Counting,
}

async fn done<T>(storage: &Storage, act: impl AsyncFnOnce(&mut Work) -> T) -> T {
    let mut work = storage.write().await.unwrap();
    let outcome = act(&mut work).await;
    work.save().await.unwrap();
    outcome
}

async fn hall(storage: &Storage) -> Hall {
    let (congress, mut entropy) = saved_congress(storage, "essai").await;
    let sitting = saved_sitting(storage, &congress, &mut entropy).await;
    let mut people = Vec::new();
    for name in ["Soazig Tanguy", "Idriss Belkacem"] {
        people.push(voter(storage, &congress, name, &mut entropy).await);
    }
    let block = |kind, words: &str| NewBlock {
        kind,
        words: words.parse().unwrap(),
        machine: Spans::default(),
        sources: Vec::new(),
    };
    let begins = NewMotionText {
        congress: congress.id,
        title: "Motion d’essai".parse().unwrap(),
        shape: Shape::Objectives,
        origin: Origin::Text,
        blocks: vec![block(BlockKind::Heading, "Pour une fibre"), block(BlockKind::Paragraph, BASE)],
        at: at(100),
        by: Some(people[0]),
    };
    assert!(done(storage, async |work| work.start_motion_text(&begins).await.unwrap()).await);
    Hall { congress, sitting, people: people.try_into().unwrap(), entropy }
}

impl Hall {
    fn amendment(&mut self, place: Place, change: Change) -> NewAmendment {
        let base = if matches!(place, Place::At(_)) { BASE.to_owned() } else { String::new() };
        NewAmendment {
            id: AmendmentId::new(at(200), &mut self.entropy),
            congress: self.congress.id,
            version: VersionNumber::new(1),
            proposal: Proposal { place, base, change },
            title: "Le pont".parse().unwrap(),
            motive: "Il est fermé.".parse().unwrap(),
            author: Some(self.people[0]),
            signature: "Soazig Tanguy, maire".to_owned(),
            is_oral: false,
            by: self.people[0],
            at: at(200),
        }
    }

    fn replace(&mut self, one: &str, other: &str) -> NewAmendment {
        self.amendment(Place::At(BlockKey::new(2)), Change::Replace(words(&BASE.replace(one, other))))
    }

    async fn proposed(&self, storage: &Storage, new: &NewAmendment) -> AmendmentLine {
        let number = done(storage, async |work| work.propose_amendment(new).await.unwrap()).await;
        self.line(storage, number.get()).await
    }

    async fn line(&self, storage: &Storage, number: u32) -> AmendmentLine {
        let number = domain::amendment::AmendmentNumber::new(number);
        storage.read().await.unwrap().amendment(self.congress.id, number).await.unwrap().unwrap()
    }

    async fn admitted(&self, storage: &Storage, new: &NewAmendment) -> AmendmentLine {
        let line = self.proposed(storage, new).await;
        let id = (self.congress.id, line.id);
        assert!(
            done(storage, async |work| work.judge_amendment(id, line.wording, None).await.unwrap()).await
        );
        line
    }

    /// A poll on these, decided so.
    async fn voted(&mut self, storage: &Storage, on: &[&AmendmentLine], adopted: bool) -> Settled {
        let poll = self.poll(storage, on).await;
        let by = (at(400), self.people[1]);
        done(storage, async |work| {
            work.settle_amendments((self.congress.id, poll), adopted, by).await.unwrap()
        })
        .await
    }

    async fn poll(&mut self, storage: &Storage, on: &[&AmendmentLine]) -> PollId {
        let id = PollId::new(at(300), &mut self.entropy);
        let poll = Poll {
            id,
            number: PollNumber::new(0),
            sitting: self.sitting.id,
            item: None,
            question: Question {
                title: "Amendement".parse().unwrap(),
                text: String::new(),
                method: Method::ForAgainst,
                options: Vec::new(),
            },
            rule: Rule { majority: Majority::ABSOLUTE, quorum: None, has_casting_vote: false },
            secrecy: Secrecy::Public,
            means: Means::Hands,
            college: College::Elected,
            is_test: false,
            stage: Stage::Prepared,
        };
        done(storage, async |work| {
            work.add_poll(self.congress.id, &poll, (None, at(300))).await.unwrap();
            for line in on {
                assert!(work.link_poll(id, line.id).await.unwrap());
                assert!(!work.link_poll(id, line.id).await.unwrap(), "one poll decides it");
            }
        })
        .await;
        id
    }

    async fn text(&self, storage: &Storage) -> Vec<String> {
        let desk = storage.read().await.unwrap().motion_desk(self.congress.id).await.unwrap().unwrap();
        desk.blocks.iter().map(|line| line.block.words.to_string()).collect()
    }
}

fn words(text: &str) -> Words {
    text.parse().unwrap()
}

on_both! {
    async fn an_amendment_is_one_however_often_it_is_sent_and_keeps_its_wordings(db) {
        let storage = &db.storage;
        let mut hall = Box::pin(hall(storage)).await;
        let new = hall.replace("pont", "quai");
        let line = hall.proposed(storage, &new).await;
        assert_eq!(hall.proposed(storage, &new).await, line, "a second click");
        assert_eq!((line.number.to_string().as_str(), &line.proposal, line.fate.clone(), line.wording), ("A-1", &new.proposal, Fate::Proposed, 1));
        let sign = async |by: usize| {
            let who = (hall.people[by], "Idriss Belkacem");
            done(storage, async |work| work.cosign(line.id, who, at(210)).await.unwrap()).await
        };
        assert!(!sign(0).await && sign(1).await && sign(1).await, "nobody signs their own");
        assert_eq!(hall.line(storage, 1).await.cosigners.len(), 1);
        let rectify = async |from| {
            let new = Rectifying {
                id: line.id,
                from,
                title: "Le viaduc".parse().unwrap(),
                words: Some(words(&BASE.replace("pont", "viaduc"))),
                motive: "Il vaut mieux.".parse().unwrap(),
                by: hall.people[0],
                at: at(220),
            };
            done(storage, async |work| work.rectify_amendment(hall.congress.id, &new).await.unwrap()).await
        };
        assert!(rectify(1).await && !rectify(1).await, "a stale tab writes over nothing");
        let after = hall.line(storage, 1).await;
        assert_eq!((after.wording, after.title.as_str(), after.cosigners.len()), (2, "Le viaduc", 0));
        let mut reading = storage.read().await.unwrap();
        let kept = reading.amendment_wordings(line.id).await.unwrap();
        assert_eq!(kept.iter().map(|of| (of.number, of.title.as_str())).collect::<Vec<_>>(), [(2, "Le viaduc"), (1, "Le pont")]);
        drop(reading);
        let back = async || done(storage, async |work| work.withdraw_amendment(hall.congress.id, line.id, at(230)).await.unwrap()).await;
        assert!(back().await && !back().await && !rectify(2).await && !sign(1).await);
        assert_eq!(hall.line(storage, 1).await.fate, Fate::Withdrawn);
    }

    async fn staff_judges_the_wording_that_it_read_and_proposes_other_words(db) {
        let storage = &db.storage;
        let mut hall = Box::pin(hall(storage)).await;
        let new = hall.replace("pont", "quai");
        let line = hall.proposed(storage, &new).await;
        let id = (hall.congress.id, line.id);
        let refused = "Hors sujet".parse().unwrap();
        assert!(!done(storage, async |work| work.judge_amendment(id, 2, None).await.unwrap()).await, "nobody has read that");
        assert!(done(storage, async |work| work.judge_amendment(id, 1, Some(&refused)).await.unwrap()).await);
        assert_eq!(hall.line(storage, 1).await.fate, Fate::Inadmissible(refused));
        assert!(done(storage, async |work| work.judge_amendment(id, 1, None).await.unwrap()).await);
        let rewrite = Some(words(&BASE.replace("pont", "viaduc")));
        let opinion = Opinion { avis: Avis::Favourable, words: "Sous réserve.".to_owned(), rewrite };
        assert!(done(storage, async |work| work.advise_amendment(id, 1, (&opinion, hall.people[1])).await.unwrap()).await);
        assert_eq!(hall.line(storage, 1).await.opinion.as_ref(), Some(&opinion));
        let agree = async || done(storage, async |work| work.answer_rewrite(id, true, (at(300), hall.people[0])).await.unwrap()).await;
        assert!(agree().await && !agree().await);
        let after = hall.line(storage, 1).await;
        assert_eq!((after.fate.clone(), after.wording, after.proposal.change.words()), (Fate::Admissible, 2, opinion.rewrite.as_ref()));
        assert_eq!(after.opinion, Some(Opinion { rewrite: None, ..opinion }));
        assert!(done(storage, async |work| work.set_amendment_apart(line.id, true).await.unwrap()).await);
        assert!(!done(storage, async |work| work.set_amendment_apart(line.id, true).await.unwrap()).await);
    }

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
        assert_eq!(storage.read().await.unwrap().idle_polls(hall.congress.id).await.unwrap(), [poll]);
        assert!(hall.voted(storage, &[&mobile], true).await.fallen.is_empty());
        assert_eq!(hall.text(storage).await[1], BASE.replace("pont", "quai").replace("mobile", "réseau mobile"));
        let twin = hall.line(storage, 2).await;
        assert!(twin.is_applied && twin.fate == Fate::Adopted);
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
        assert_eq!(hall.voted(storage, &[&firm], true).await.fallen, [late.number, soon.number]);
        assert_eq!(hall.line(storage, 1).await.proposal.change.words().map(Words::as_str), Some("Un calendrier opposable."));
        hall.voted(storage, &[&two], true).await;
        hall.voted(storage, &[&one], true).await;
        hall.voted(storage, &[&first], true).await;
        assert_eq!(hall.text(storage).await, ["D’abord.", "Pour une fibre", "Un calendrier opposable.", "Un budget.", BASE]);
    }

    async fn whoever_leaves_leaves_their_amendments_without_a_name(db) {
        let storage = &db.storage;
        let mut hall = Box::pin(hall(storage)).await;
        let new = hall.replace("pont", "quai");
        let line = hall.proposed(storage, &new).await;
        let who = (hall.people[1], "Idriss Belkacem, adjoint");
        assert!(done(storage, async |work| work.cosign(line.id, who, at(210)).await.unwrap()).await);
        let mut reading = storage.read().await.unwrap();
        let held = reading.amendments_of(hall.people[1]).await.unwrap();
        assert_eq!((held.len(), held[0].is_author, held[0].number), (1, false, line.number));
        assert!(reading.amendments_of(hall.people[0]).await.unwrap()[0].is_author);
        drop(reading);
        for member in hall.people {
            let stand_in = "Personne effacée".parse().unwrap();
            let erasure = Erasure { member, texts: TextsFate::Erased, keys: Vec::new(), stand_in, at: at(300) };
            assert!(done(storage, async |work| work.erase_member(&erasure).await.unwrap()).await);
        }
        let line = hall.line(storage, 1).await;
        assert_eq!((line.signature.as_str(), line.cosigners[0].signature.as_str()), ("Personne effacée", "Personne effacée"));
        assert_eq!(line.proposal, new.proposal, "what others discussed stays");
        assert_eq!(storage.read().await.unwrap().amended_until(hall.congress.id).await.unwrap(), None);
        done(storage, async |work| work.set_amended_until(hall.congress.id, Some(at(900))).await.unwrap()).await;
        assert_eq!(storage.read().await.unwrap().amended_until(hall.congress.id).await.unwrap(), Some(at(900)));
    }
}
