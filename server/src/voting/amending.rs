//! What votes do to amendments, in the unit of work that says their result.

use app::text::amending as text;
use domain::id::{AmendmentId, PollId};
use domain::line::Line;
use domain::vote::{Ground, Method, Outcome, Poll, PollState, decide};
use storage::Work;

use super::life::Acts;
use super::notes;
use crate::pages::Refusal;

impl Acts<'_> {
    /// Prepares a poll that decides amendments; nothing is kept when another one decides one of them by now.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn prepare_on(&self, poll: &Poll, amendments: &[AmendmentId]) -> Result<bool, Refusal> {
        let mut work = self.state.storage.write().await?;
        let number = work.add_poll(self.congress.id, poll, (Some(self.by), self.now)).await?;
        let Some(number) = number else { return Ok(false) };
        for amendment in amendments {
            if !work.link_poll(poll.id, *amendment).await? {
                return Ok(false);
            }
        }
        let poll = Poll { number, ..poll.clone() };
        self.note(&mut work, &poll, notes::prepared(&poll)).await?;
        work.save().await?;
        Ok(true)
    }
}

/// Settles the amendments that a proclaimed poll decided: those adopted are in the text when the result is said.
pub(super) async fn settle(
    acts: &Acts<'_>,
    work: &mut Work,
    (poll, outcome): (&Poll, &Outcome),
) -> Result<(), Refusal> {
    if poll.is_test || poll.question.method != Method::ForAgainst {
        return Ok(());
    }
    let decision = decide(poll.rule, (&outcome.tally, outcome.roll), poll.secrecy, outcome.casting);
    // Without its quorum nothing was decided: it may be voted again.
    if matches!(decision.ground, Ground::NoQuorumAtOpening | Ground::NoQuorumAtClosing) {
        return Ok(());
    }
    let on = (acts.congress.id, poll.id);
    work.settle_amendments(on, decision.adopted, (acts.now, acts.by)).await?;
    idle(acts, work).await
}

/// Cancels polls that are prepared and decide nothing any more.
///
/// # Errors
/// When the database fails.
pub async fn idle(acts: &Acts<'_>, work: &mut Work) -> Result<(), Refusal> {
    for id in work.idle_polls(acts.congress.id).await? {
        drop_prepared(acts, work, (id, text::IDLE)).await?;
    }
    Ok(())
}

/// Cancels the poll on several amendments that is prepared, since one of them is to be voted by itself: the others get another
/// one with the next click. One that is open goes on.
///
/// # Errors
/// When the database fails.
pub async fn ungroup(acts: &Acts<'_>, work: &mut Work, id: PollId) -> Result<(), Refusal> {
    let prepared = work.poll(id).await?.is_some_and(|poll| poll.stage.state() == PollState::Prepared);
    if prepared && work.amendments_of_poll(id).await?.len() > 1 {
        drop_prepared(acts, work, (id, text::UNGROUPED)).await?;
    }
    Ok(())
}

async fn drop_prepared(
    acts: &Acts<'_>,
    work: &mut Work,
    (id, reason): (PollId, &str),
) -> Result<(), Refusal> {
    let (Ok(reason), Some(poll)) = (reason.parse::<Line>(), work.poll(id).await?) else { return Ok(()) };
    if work.cancel_poll(id, &reason, acts.now).await? {
        acts.note(work, &poll, notes::cancelled(&poll)).await?;
    }
    Ok(())
}
