//! A motion in debate for the demonstration: written by hand from what contributions say, with some thirty amendments of all sorts,
//! some of which were voted.

use domain::amendment::{AmendmentNumber, Change, Opinion, Place, Proposal};
use domain::congress::Congress;
use domain::id::{AmendmentId, MemberId, PollId};
use domain::member::Member;
use domain::reading::PublishedMotion;
use domain::sitting::Sitting;
use domain::time::Timestamp;
use domain::vote::{
    Majority, Means, Method, Poll, PollNumber, Question, Rule, Secrecy, Stage as PollStage, show_of_hands,
};
use domain::wording::{Block, BlockKey, BlockKind, Origin, Shape, Spans, Stage, Words, freeze};
use std::collections::BTreeMap;
use storage::{NewAmendment, NewBlock, NewMotionText, NewVersion};

use super::motion::{Written, WrittenAmendment, WrittenBlock, written};
use super::sitting::SittingError;
use crate::forms::staff::wording::drafted;
use crate::pages::amending::amended;
use crate::state::AppState;
use crate::voting::Acts;

/// How many blocks of the draft stand behind those that people wrote: sentences that nobody has accepted yet.
const DRAFTED: usize = 4;

fn wrong(what: impl std::fmt::Display) -> SittingError {
    SittingError::about(what)
}

/// Writes, submits, amends, and votes what the file says was voted, in that sitting.
///
/// # Errors
/// When the file isn't what it should be, or the database fails.
pub async fn debate(
    state: &AppState,
    congress: &Congress,
    (staff, sitting): (MemberId, &Sitting),
) -> Result<(), SittingError> {
    let written: Written = written().map_err(wrong)?;
    let hall = Hall { state, congress, staff, now: state.clock.now().plus_seconds(-3 * 24 * 60 * 60) };
    hall.submit(&written).await?;
    let people = hall.people().await?;
    for (number, of) in (1..).zip(&written.amendment) {
        Box::pin(hall.amend((number, of), &people)).await?;
    }
    let mut work = state.storage.write().await?;
    work.advance_motion(congress.id, Stage::Amendable, Stage::Debated).await?;
    work.set_amended_until(congress.id, Some(state.clock.now().plus_seconds(2 * 24 * 60 * 60))).await?;
    work.save().await?;
    for (number, of) in (1..).zip(&written.amendment) {
        use domain::amendment::AmendmentState::{Adopted, Rejected};
        match of.fate {
            Some(Adopted) => Box::pin(hall.vote(sitting, number, true)).await?,
            Some(Rejected) => Box::pin(hall.vote(sitting, number, false)).await?,
            _ => {}
        }
    }
    Ok(())
}

struct Hall<'a> {
    state: &'a AppState,
    congress: &'a Congress,
    staff: MemberId,
    now: Timestamp,
}

/// Members by the key that the file calls them by, each with how they sign.
type People = BTreeMap<String, (Member, String)>;

impl Hall<'_> {
    async fn submit(&self, written: &Written) -> Result<(), SittingError> {
        let mut reading = self.state.storage.read().await?;
        let page = reading.motion_page(self.congress.id).await?;
        let spans = reading.draft_spans(self.congress.id).await?;
        drop(reading);
        let own = |of: &WrittenBlock| NewBlock {
            kind: of.kind,
            words: of.words.clone(),
            machine: Spans::default(),
            sources: Vec::new(),
        };
        let mut blocks: Vec<NewBlock> = written.block.iter().map(own).collect();
        if let Some(page) = page {
            let draft = self.state.draw(|entropy| drafted(&page, &spans, (self.now, entropy)));
            let body = draft.into_iter().skip_while(|block| block.kind == BlockKind::Preamble);
            blocks.extend(body.take(DRAFTED));
        }
        let title = written.title.parse().map_err(wrong)?;
        let new = NewMotionText {
            congress: self.congress.id,
            title,
            shape: Shape::Objectives,
            origin: Origin::Draft,
            blocks,
            at: self.now,
            by: Some(self.staff),
        };
        let mut work = self.state.storage.write().await?;
        work.start_motion_text(&new).await?;
        let desk = work.motion_desk(self.congress.id).await?.ok_or_else(|| wrong("no motion"))?;
        let blocks: Vec<Block> = desk.blocks.iter().map(|line| line.block.clone()).collect();
        let blocks = freeze(&blocks, |field| app::text::wording::field(field, &desk.figures));
        let version = NewVersion {
            congress: self.congress.id,
            title: desk.head.title,
            shape: desk.head.shape,
            blocks,
            pending: desk.pending,
            at: self.now,
            by: Some(self.staff),
        };
        work.publish_motion(&version).await?;
        work.advance_motion(self.congress.id, Stage::Draft, Stage::Amendable).await?;
        work.save().await?;
        Ok(())
    }

    async fn people(&self) -> Result<People, SittingError> {
        let members = self.state.storage.read().await?.members(self.congress.id).await?;
        let people = members.into_iter().filter_map(|member| {
            let key = member.email.as_ref()?.as_str().split('@').next()?.to_owned();
            let signature = app::text::quote::signed(&crate::signature::shown(&member, member.display));
            Some((key, (member, signature)))
        });
        Ok(people.collect())
    }

    async fn motion(&self) -> Result<PublishedMotion, SittingError> {
        let mut reading = self.state.storage.read().await?;
        Ok(amended(&mut reading, self.congress, self.now).await?.motion)
    }

    async fn proposal(&self, of: &WrittenAmendment) -> Result<Proposal, SittingError> {
        let key = of.block.map(BlockKey::new);
        if let (Some(words), Some(kind)) = (&of.words, of.kind) {
            let change = Change::Insert(kind, words.clone());
            return Ok(Proposal { place: Place::Behind(key), base: String::new(), change });
        }
        let (place, base) = match (of.within.map(AmendmentNumber::new), key) {
            (Some(parent), _) => {
                let line = self.state.storage.read().await?.amendment(self.congress.id, parent).await?;
                let words = line.and_then(|line| line.proposal.change.words().map(Words::to_string));
                (Place::Within(parent), words)
            }
            (None, Some(key)) => {
                let motion = self.motion().await?;
                let block = motion.blocks.into_iter().find(|block| block.key == key);
                (Place::At(key), block.map(|block| block.words))
            }
            (None, None) => return Err(wrong(&of.title)),
        };
        let base = base.ok_or_else(|| wrong(&of.title))?;
        if of.delete {
            return Ok(Proposal { place, base, change: Change::Delete });
        }
        let (Some(old), Some(new)) = (&of.old, &of.new) else { return Err(wrong(&of.title)) };
        if base.matches(old.as_str()).count() != 1 {
            return Err(wrong(&of.title));
        }
        let words = base.replacen(old.as_str(), new, 1).parse().map_err(wrong)?;
        Ok(Proposal { place, base, change: Change::Replace(words) })
    }

    async fn amend(&self, (n, of): (i64, &WrittenAmendment), people: &People) -> Result<(), SittingError> {
        use domain::amendment::AmendmentState::{Inadmissible, Proposed, Withdrawn};
        let who = |key: &String| people.get(key).ok_or_else(|| wrong(key));
        let (author, signature) = who(&of.by)?;
        let at = self.now.plus_seconds(n * 47 * 60);
        let id = self.state.draw(|entropy| AmendmentId::new(at, entropy));
        let new = NewAmendment {
            id,
            congress: self.congress.id,
            version: self.motion().await?.line.number,
            proposal: self.proposal(of).await?,
            title: of.title.parse().map_err(wrong)?,
            motive: of.motive.parse().map_err(wrong)?,
            author: Some(author.id),
            signature: signature.clone(),
            is_oral: false,
            by: author.id,
            at,
        };
        let on = (self.congress.id, id);
        let mut work = self.state.storage.write().await?;
        work.propose_amendment(&new).await?;
        for (minutes, key) in (1..).zip(&of.with) {
            let (member, signature) = who(key)?;
            work.cosign(id, (member.id, signature), at.plus_seconds(minutes * 660)).await?;
        }
        match of.fate {
            Some(Proposed) => {}
            Some(Withdrawn) => {
                work.withdraw_amendment(self.congress.id, id, at.plus_seconds(7_200)).await?;
            }
            Some(Inadmissible) => {
                let reason = of.says.parse().map_err(wrong)?;
                work.judge_amendment(on, 1, Some(&reason)).await?;
            }
            _ => {
                work.judge_amendment(on, 1, None).await?;
            }
        }
        if let Some(avis) = of.avis {
            let opinion = Opinion { avis, words: of.says.clone(), rewrite: None };
            work.advise_amendment(on, 1, (&opinion, self.staff)).await?;
        }
        work.save().await?;
        Ok(())
    }

    /// A show of hands that adopts or rejects one.
    async fn vote(&self, sitting: &Sitting, number: u32, adopts: bool) -> Result<(), SittingError> {
        let now = self.state.clock.now().plus_seconds(-90 * 60 + i64::from(number) * 60);
        let acts = Acts { state: self.state, congress: self.congress, by: self.staff, now };
        let line = self
            .state
            .storage
            .read()
            .await?
            .amendment(self.congress.id, AmendmentNumber::new(number))
            .await?;
        let line = line.ok_or_else(|| wrong(number))?;
        let called = app::pages::amending::item::called(&self.motion().await?, line.proposal.place);
        let poll = Poll {
            id: self.state.draw(|entropy| PollId::new(now, entropy)),
            number: PollNumber::new(0),
            sitting: sitting.id,
            item: None,
            question: Question {
                title: app::text::amending::poll_title(&[&line]).parse().map_err(wrong)?,
                text: app::text::amending::poll_text(&line, &called),
                method: Method::ForAgainst,
                options: Vec::new(),
            },
            rule: Rule {
                majority: Majority::ABSOLUTE,
                quorum: sitting.rules.quorum,
                has_casting_vote: false,
            },
            secrecy: Secrecy::Public,
            means: Means::Hands,
            college: sitting.rules.college,
            is_test: false,
            stage: PollStage::Prepared,
        };
        acts.prepare_on(&poll, &[line.id]).await?;
        let (pour, contre) = if adopts { (88, 21) } else { (34, 71) };
        let done = acts.hands(poll.id, |roll| show_of_hands(pour, contre, 7, roll), None).await?;
        done.map_err(wrong)
    }
}
