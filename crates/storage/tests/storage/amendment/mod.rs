//! Amendments: nothing that is proposed is lost or doubled, and what is adopted changes the text where it was meant.

mod own;
mod voted;

use domain::amendment::{Change, Place, Proposal};
use domain::congress::Congress;
use domain::id::{AmendmentId, MemberId, PollId};
use domain::member::College;
use domain::reading::AmendmentLine;
use domain::sitting::Sitting;
use domain::vote::{Majority, Means, Method, Poll, PollNumber, Question, Rule, Secrecy, Stage};
use domain::wording::{BlockKey, BlockKind, Origin, Shape, Spans, VersionNumber, Words};
use storage::{NewAmendment, NewBlock, NewMotionText, Settled, Storage, Work};

use crate::fixture::{Counting, at, saved_congress};
use crate::sitting::{saved_sitting, voter};

pub const BASE: &str = "La fibre s’arrête au pont de la commune, et le mobile n’y passe pas non plus.";

pub struct Hall {
    pub congress: Congress,
    pub sitting: Sitting,
    pub people: [MemberId; 2],
    pub entropy: Counting,
}

pub async fn done<T>(storage: &Storage, act: impl AsyncFnOnce(&mut Work) -> T) -> T {
    let mut work = storage.write().await.unwrap();
    let outcome = act(&mut work).await;
    work.save().await.unwrap();
    outcome
}

pub async fn hall(storage: &Storage) -> Hall {
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
    pub fn amendment(&mut self, place: Place, change: Change) -> NewAmendment {
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

    pub fn replace(&mut self, one: &str, other: &str) -> NewAmendment {
        self.amendment(Place::At(BlockKey::new(2)), Change::Replace(words(&BASE.replace(one, other))))
    }

    pub async fn proposed(&self, storage: &Storage, new: &NewAmendment) -> AmendmentLine {
        let number = done(storage, async |work| work.propose_amendment(new).await.unwrap()).await;
        self.line(storage, number.get()).await
    }

    pub async fn line(&self, storage: &Storage, number: u32) -> AmendmentLine {
        let number = domain::amendment::AmendmentNumber::new(number);
        storage.read().await.unwrap().amendment(self.congress.id, number).await.unwrap().unwrap()
    }

    pub async fn admitted(&self, storage: &Storage, new: &NewAmendment) -> AmendmentLine {
        let line = self.proposed(storage, new).await;
        let id = (self.congress.id, line.id);
        assert!(
            done(storage, async |work| work.judge_amendment(id, line.wording, None).await.unwrap()).await
        );
        line
    }

    /// A poll on these, decided so.
    pub async fn voted(&mut self, storage: &Storage, on: &[&AmendmentLine], adopted: bool) -> Settled {
        let poll = self.poll(storage, on).await;
        let by = (at(400), self.people[1]);
        done(storage, async |work| {
            work.settle_amendments((self.congress.id, poll), adopted, by).await.unwrap()
        })
        .await
    }

    pub async fn poll(&mut self, storage: &Storage, on: &[&AmendmentLine]) -> PollId {
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

    pub async fn text(&self, storage: &Storage) -> Vec<String> {
        let desk = storage.read().await.unwrap().motion_desk(self.congress.id).await.unwrap().unwrap();
        desk.blocks.iter().map(|line| line.block.words.to_string()).collect()
    }
}

pub fn words(text: &str) -> Words {
    text.parse().unwrap()
}
