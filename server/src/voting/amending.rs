//! What votes do to amendments, in the unit of work that says their result.

use app::text::amending as text;
use domain::id::{AmendmentId, PollId, SittingId};
use domain::line::Line;
use domain::vote::{Ground, Method, Outcome, Poll, PollState, decide};
use storage::Work;

use super::life::Acts;
use super::notes;
use crate::pages::Refusal;

impl Acts<'_> {
    /// Prepares a poll that decides amendments; nothing is kept when another one decides one of them by now, or the motion isn't
    /// one whose amendments are voted.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn prepare_on(&self, poll: &Poll, amendments: &[AmendmentId]) -> Result<bool, Refusal> {
        let mut work = self.state.storage.write().await?;
        let number = work.add_poll(self.congress.id, poll, (Some(self.by), self.now)).await?;
        let Some(number) = number else { return Ok(false) };
        // Held: nobody writes an amendment otherwise, or takes the motion on, while its poll is being prepared.
        let head = work.hold_motion(self.congress.id).await?;
        if head.is_none_or(|head| !head.stage.may_vote_amendments()) {
            return Ok(false);
        }
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

/// Settles the amendments that a proclaimed poll decided: those adopted are in the text when the result is said. Gives the sittings
/// where another poll was cancelled by that.
pub(super) async fn settle(
    acts: &Acts<'_>,
    work: &mut Work,
    (poll, outcome): (&Poll, &Outcome),
) -> Result<Vec<SittingId>, Refusal> {
    if poll.is_test || poll.question.method != Method::ForAgainst {
        return Ok(Vec::new());
    }
    let decision = decide(poll.rule, (&outcome.tally, outcome.roll), poll.secrecy, outcome.casting);
    // Without its quorum nothing was decided: it may be voted again.
    if matches!(decision.ground, Ground::NoQuorumAtOpening | Ground::NoQuorumAtClosing) {
        return Ok(Vec::new());
    }
    let on = (acts.congress.id, poll.id);
    let settled = work.settle_amendments(on, decision.adopted, (acts.now, acts.by)).await?;
    let mut touched = Vec::new();
    for number in settled.rewritten {
        // A poll asks what was read when it was prepared; the amendment has other words now.
        let parent = work.amendment(acts.congress.id, number).await?.and_then(|line| line.poll);
        if let Some(poll) = parent.filter(|of| of.state == PollState::Prepared) {
            touched.extend(drop_prepared(acts, work, (poll.id, text::REWRITTEN)).await?);
        }
    }
    touched.extend(idle(acts, work).await?);
    Ok(touched)
}

/// Cancels polls that are prepared on amendments of which one isn't to be voted any more. Gives the sittings that had one.
///
/// # Errors
/// When the database fails.
pub async fn idle(acts: &Acts<'_>, work: &mut Work) -> Result<Vec<SittingId>, Refusal> {
    let mut touched = Vec::new();
    for id in work.idle_polls(acts.congress.id).await? {
        touched.extend(drop_prepared(acts, work, (id, text::IDLE)).await?);
    }
    Ok(touched)
}

/// Cancels the poll on several amendments that is prepared, since one of them is to be voted by itself: the others get another
/// one with the next click. One that is open goes on. Gives the sitting that had it.
///
/// # Errors
/// When the database fails.
pub async fn ungroup(acts: &Acts<'_>, work: &mut Work, id: PollId) -> Result<Option<SittingId>, Refusal> {
    work.hold_congress_to_act(acts.congress.id).await?;
    let prepared = work.poll(id).await?.is_some_and(|poll| poll.stage.state() == PollState::Prepared);
    if prepared && work.amendments_of_poll(id).await?.len() > 1 {
        return drop_prepared(acts, work, (id, text::UNGROUPED)).await;
    }
    Ok(None)
}

async fn drop_prepared(
    acts: &Acts<'_>,
    work: &mut Work,
    (id, reason): (PollId, &str),
) -> Result<Option<SittingId>, Refusal> {
    let (Ok(reason), Some(poll)) = (reason.parse::<Line>(), work.poll(id).await?) else { return Ok(None) };
    if !work.cancel_poll(id, &reason, acts.now).await? {
        return Ok(None);
    }
    acts.note(work, &poll, notes::cancelled(&poll)).await?;
    Ok(Some(poll.sitting))
}
