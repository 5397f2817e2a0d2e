//! What the chair does to polls: each act is one unit of work, with its line in the journal.

use domain::congress::Congress;
use domain::id::{MemberId, PollId, SittingId};
use domain::line::Line;
use domain::sitting::{Presence, Sitting, SittingRules, SittingStage, enrol, present, still_there};
use domain::time::Timestamp;
use domain::vote::{
    Ballot, Casting, Choice, HandsFault, Means, Outcome, Part, Poll, PollAct, PollState, Roll, Secrecy,
    Stage, Tally, tally,
};
use std::collections::{BTreeMap, BTreeSet};
use storage::{SeatOnRoll, Work};

use super::notes::{self, Note};
use crate::pages::Refusal;
use crate::state::AppState;

/// Why an act isn't done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ActFault {
    /// There is no such poll, or it isn't where the act takes it from: somebody else may have been faster.
    #[error("the poll isn't in a state for that")]
    State,
    /// The sitting isn't open.
    #[error("the sitting isn't open")]
    SittingShut,
    /// Another poll of the sitting is open.
    #[error("another poll is open")]
    AnotherOpen,
    /// Nobody who has a voice is there.
    #[error("nobody with a voice is there")]
    NobodyThere,
    /// So few voters that a result tells who chose what: so many, of so many at least.
    #[error("{0} voters are too few for a secret poll: {1} at least")]
    TooFewForSecret(u64, u16),
    /// Voices are equal, and the chair must say a side first.
    #[error("the chair must take a side")]
    CastingAwaited,
    /// The form that prepares a poll was used before, with other words.
    #[error("that form prepared another poll")]
    OtherWords,
    /// The key of the box isn't there: the poll can only be cancelled.
    #[error("the key of the box is lost")]
    KeyLost,
    /// That voice can't be added: it is on the roll, or nobody who is there casts it.
    #[error("that voice isn't one that came late")]
    NotLate,
    /// Hands that the room can't have.
    #[error(transparent)]
    Hands(#[from] HandsFault),
}

/// Whether an act was done.
pub type Done<T = ()> = Result<Result<T, ActFault>, Refusal>;

/// What is entered at the desk before a result is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Papers {
    /// Ballots on paper, as they were counted.
    pub paper: Option<Tally>,
    /// The side that the chair takes where voices are equal.
    pub casting: Option<Casting>,
}

/// Acts of somebody at the desk.
pub struct Acts<'a> {
    /// What every handler is given.
    pub state: &'a AppState,
    /// Whose.
    pub congress: &'a Congress,
    /// Who acts.
    pub by: MemberId,
    /// When.
    pub now: Timestamp,
}

/// Ends an act that isn't done with why.
macro_rules! refuse {
    ($fault:expr) => {
        return Ok(Err($fault))
    };
}

impl Acts<'_> {
    /// Keeps a poll that is to be put to the vote. The same again, under the same id, finds it: it is prepared once.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn prepare(&self, poll: &Poll) -> Done<Poll> {
        let mut work = self.state.storage.write().await?;
        let number = work.add_poll(self.congress.id, poll, (Some(self.by), self.now)).await?;
        let Some(number) = number else {
            let known = work.poll(poll.id).await?;
            return Ok(known.filter(|known| known.asks_as(poll)).ok_or(ActFault::OtherWords));
        };
        let poll = Poll { number, ..poll.clone() };
        self.note(&mut work, &poll, notes::prepared(&poll)).await?;
        work.save().await?;
        Ok(Ok(poll))
    }

    /// Opens a poll: who is there now, or represented, can vote.
    ///
    /// # Errors
    /// When the database fails, or the key of a secret poll can't be kept.
    pub async fn open(&self, id: PollId) -> Done {
        let mut work = self.state.storage.write().await?;
        let Some(poll) = self.poll_for(&mut work, id, PollAct::Open).await? else { refuse!(ActFault::State) };
        let is_right =
            |of: &Sitting| of.stage.is_open() || (poll.is_test && of.stage == SittingStage::Planned);
        let Some(sitting) = work.sitting(poll.sitting).await?.filter(is_right) else {
            refuse!(ActFault::SittingShut)
        };
        if work.polls(sitting.id).await?.iter().any(|of| of.stage.state() == PollState::Open) {
            refuse!(ActFault::AnotherOpen);
        }
        let (seats, roll) = self.roll(&mut work, &sitting, &poll).await?;
        if seats.is_empty() {
            refuse!(ActFault::NobodyThere);
        }
        if poll.secrecy == Secrecy::Secret {
            let least = sitting.rules.least_secret;
            if roll.there() < u64::from(least) {
                refuse!(ActFault::TooFewForSecret(roll.there(), least));
            }
            self.state.draw(|entropy| self.state.strongbox.make(id, entropy)).map_err(Refusal::broken)?;
        }
        if !work.open_poll(id, &seats, roll, self.now).await? {
            refuse!(ActFault::State);
        }
        self.note(&mut work, &poll, notes::opened(&poll, roll, &seats)).await?;
        work.save().await?;
        Ok(Ok(()))
    }

    async fn roll(
        &self,
        work: &mut Work,
        sitting: &Sitting,
        poll: &Poll,
    ) -> Result<(Vec<domain::sitting::RollSeat>, Roll), Refusal> {
        let of_college =
            Sitting { rules: SittingRules { college: poll.college, ..sitting.rules }, ..sitting.clone() };
        let entitled = work.seats(&of_college).await?;
        let there = work.those_there(sitting.id).await?;
        let proxies = work.accepted_proxies(sitting.id).await?;
        let mut seats = enrol(&entitled, &there, &proxies);
        if poll.is_test && seats.is_empty() {
            // An empty room is rehearsed as if all were there.
            let all = entitled.iter().map(|seat| (seat.member, Presence::Room)).collect();
            seats = enrol(&entitled, &all, &BTreeMap::new());
        }
        let roll = present(entitled.iter().map(|seat| u64::from(seat.weight)).sum(), &seats);
        Ok((seats, roll))
    }

    /// Closes a poll: what it was given is sealed, and nobody has counted it.
    ///
    /// # Errors
    /// When the database fails, or the key of a secret poll can't be read.
    pub async fn close(&self, id: PollId) -> Done {
        let mut work = self.state.storage.write().await?;
        match self.closed(&mut work, id).await? {
            Ok(_) => work.save().await?,
            Err(fault) => refuse!(fault),
        }
        Ok(Ok(()))
    }

    async fn closed(&self, work: &mut Work, id: PollId) -> Done<Poll> {
        let Some(poll) = self.poll_for(work, id, PollAct::Close).await? else { refuse!(ActFault::State) };
        let there: BTreeSet<MemberId> = work.those_there(poll.sitting).await?.into_keys().collect();
        let seats: Vec<_> = work.roll(id).await?.into_iter().map(|seat| seat.on_roll).collect();
        let still = match poll.stage.roll() {
            // An empty room was rehearsed as if all were there.
            Some(roll) if poll.is_test && there.is_empty() => roll.there(),
            _ => still_there(&seats, &there),
        };
        if !work.close_poll(id, still, self.now).await? {
            refuse!(ActFault::State);
        }
        let ballots = match self.ballots(work, &poll).await? {
            Ok(ballots) => ballots,
            Err(fault) => refuse!(fault),
        };
        let seal = notes::seal(&ballots.lines());
        work.seal_poll(id, &seal).await?;
        let turnout = work.turnout(id).await?;
        self.note(work, &poll, notes::closed(&poll, turnout, still, &seal)).await?;
        Ok(work.poll(id).await?.ok_or(ActFault::State))
    }

    /// Says the result of a closed poll.
    ///
    /// # Errors
    /// When the database fails, or the key of a secret poll can't be read or destroyed.
    pub async fn proclaim(&self, id: PollId, papers: &Papers) -> Done {
        let mut work = self.state.storage.write().await?;
        let Some(poll) = self.poll_for(&mut work, id, PollAct::Proclaim).await? else {
            refuse!(ActFault::State)
        };
        let Stage::Closed { roll, .. } = poll.stage else { refuse!(ActFault::State) };
        let ballots = match self.ballots(&mut work, &poll).await? {
            Ok(ballots) => ballots,
            Err(fault) => refuse!(fault),
        };
        let on_roll = work.roll(id).await?;
        let outcome = Outcome {
            roll,
            tally: with_paper(tally(poll.question.method, &ballots.all()), papers.paper.as_ref()),
            paper: papers.paper.clone(),
            paper_signed: weight_of(&on_roll, Part::Paper),
            aside: weight_of(&on_roll, Part::Aside),
            casting: papers.casting,
        };
        if poll.rule.awaits_casting(&outcome.tally, poll.secrecy) && papers.casting.is_none() {
            refuse!(ActFault::CastingAwaited);
        }
        let touched = match self.said(&mut work, &poll, &outcome, &ballots).await? {
            Ok(touched) => touched,
            Err(fault) => refuse!(fault),
        };
        work.save().await?;
        self.refresh(&touched);
        if poll.secrecy == Secrecy::Secret {
            self.state.strongbox.destroy(id).map_err(Refusal::broken)?;
        }
        Ok(Ok(()))
    }

    /// Says a result, with what it does to amendments; gives the sittings where another poll was cancelled by that.
    async fn said(
        &self,
        work: &mut Work,
        poll: &Poll,
        outcome: &Outcome,
        ballots: &Ballots,
    ) -> Done<Vec<SittingId>> {
        if !work.proclaim_poll(poll.id, outcome, self.now).await? {
            refuse!(ActFault::State);
        }
        if let Ballots::Secret(known) = ballots {
            work.publish_ballots(poll.id, known).await?;
        }
        let counted = outcome.paper.as_ref().map_or(0, Tally::voters);
        if counted > outcome.paper_signed {
            self.note(work, poll, notes::too_many_on_paper(poll, counted, outcome.paper_signed)).await?;
        }
        self.note(work, poll, notes::proclaimed(poll, outcome, &ballots.lines())).await?;
        super::amending::settle(self, work, (poll, outcome)).await.map(Ok)
    }

    /// Has phones and screens of these sittings told what was saved.
    pub fn refresh(&self, sittings: &[SittingId]) {
        for sitting in sittings {
            self.state.live.refresh(*sitting);
        }
    }

    /// Records a show of hands: the poll opens, closes and is proclaimed at once, with what the chair counted.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn hands(
        &self,
        id: PollId,
        count: impl FnOnce(Roll) -> Result<Tally, HandsFault>,
        casting: Option<Casting>,
    ) -> Done {
        let mut work = self.state.storage.write().await?;
        let Some(poll) = self.poll_for(&mut work, id, PollAct::Open).await? else { refuse!(ActFault::State) };
        let Some(sitting) = work.sitting(poll.sitting).await?.filter(|of| of.stage.is_open()) else {
            refuse!(ActFault::SittingShut)
        };
        if poll.means != Means::Hands {
            refuse!(ActFault::State);
        }
        let (seats, roll) = self.roll(&mut work, &sitting, &poll).await?;
        let counted = match count(roll) {
            Ok(counted) => counted,
            Err(fault) => refuse!(fault.into()),
        };
        if poll.rule.awaits_casting(&counted, poll.secrecy) && casting.is_none() {
            refuse!(ActFault::CastingAwaited);
        }
        if !work.open_poll(id, &seats, roll, self.now).await? {
            refuse!(ActFault::State);
        }
        self.note(&mut work, &poll, notes::opened(&poll, roll, &seats)).await?;
        if let Err(fault) = self.closed(&mut work, id).await? {
            refuse!(fault);
        }
        let outcome = Outcome { roll, tally: counted, paper: None, paper_signed: 0, aside: 0, casting };
        let touched = match self.said(&mut work, &poll, &outcome, &Ballots::Public(Vec::new())).await? {
            Ok(touched) => touched,
            Err(fault) => refuse!(fault),
        };
        work.save().await?;
        self.refresh(&touched);
        Ok(Ok(()))
    }

    /// Drops a poll that isn't proclaimed, with its reason.
    ///
    /// # Errors
    /// When the database fails, or the key of a secret poll can't be destroyed.
    pub async fn cancel(&self, id: PollId, reason: &Line) -> Done {
        let mut work = self.state.storage.write().await?;
        let Some(poll) = self.poll_for(&mut work, id, PollAct::Cancel).await? else {
            refuse!(ActFault::State)
        };
        if !work.cancel_poll(id, reason, self.now).await? {
            refuse!(ActFault::State);
        }
        self.note(&mut work, &poll, notes::cancelled(&poll)).await?;
        work.save().await?;
        self.state.strongbox.destroy(id).map_err(Refusal::broken)?;
        Ok(Ok(()))
    }

    /// The poll, if that act is lawful where it stands.
    pub(super) async fn poll_for(
        &self,
        work: &mut Work,
        id: PollId,
        act: PollAct,
    ) -> Result<Option<Poll>, Refusal> {
        // The congress first: whoever settles or takes back an amendment has it, and takes polls after.
        work.hold_congress_to_act(self.congress.id).await?;
        work.hold_poll_to_act(id).await?;
        let poll = work.poll(id).await?;
        let Some(poll) = poll.filter(|poll| poll.stage.state().after(act).is_some()) else { return Ok(None) };
        let sitting = work.sitting(poll.sitting).await?;
        Ok(sitting.filter(|of| of.congress == self.congress.id).map(|_| poll))
    }

    async fn ballots(&self, work: &mut Work, poll: &Poll) -> Done<Ballots> {
        if poll.secrecy == Secrecy::Public {
            let ballots = work.ballots_to_count(poll.id).await?.into_iter().collect();
            return Ok(Ok(Ballots::Public(ballots)));
        }
        let Some(key) = self.state.strongbox.key(poll.id).map_err(Refusal::broken)? else {
            refuse!(ActFault::KeyLost)
        };
        let boxed = work.boxed_ballots(poll.id).await?;
        let opened: Option<_> = boxed.iter().map(|ballot| key.open(ballot)).collect();
        Ok(opened.map(Ballots::Secret).ok_or(ActFault::KeyLost))
    }

    /// Writes what is done to a poll into the journal. A rehearsal leaves no trace there.
    pub(super) async fn note(&self, work: &mut Work, poll: &Poll, (kind, body): Note) -> Result<(), Refusal> {
        if poll.is_test {
            return Ok(());
        }
        work.note_in_journal(self.congress.id, (self.now, kind, body.to_string())).await?;
        Ok(())
    }
}

/// What a closed poll was given, by voice or by receipt.
enum Ballots {
    Public(Vec<(String, Ballot)>),
    Secret(BTreeMap<domain::vote::Receipt, Choice>),
}

impl Ballots {
    fn all(&self) -> Vec<Ballot> {
        match self {
            Self::Public(ballots) => ballots.iter().map(|(_, ballot)| ballot.clone()).collect(),
            Self::Secret(ballots) => ballots.values().cloned().map(Ballot::of).collect(),
        }
    }

    fn lines(&self) -> Vec<(String, Choice)> {
        match self {
            Self::Public(ballots) => {
                ballots.iter().map(|(seat, ballot)| (seat.clone(), ballot.choice.clone())).collect()
            }
            Self::Secret(ballots) => {
                ballots.iter().map(|(receipt, choice)| (receipt.to_string(), choice.clone())).collect()
            }
        }
    }
}

fn with_paper(counted: Tally, paper: Option<&Tally>) -> Tally {
    match paper {
        Some(paper) => counted + paper.clone(),
        None => counted,
    }
}

fn weight_of(on_roll: &[SeatOnRoll], part: Part) -> u64 {
    let those = on_roll.iter().filter(|seat| seat.part == part);
    those.map(|seat| u64::from(seat.on_roll.seat.weight)).sum()
}
