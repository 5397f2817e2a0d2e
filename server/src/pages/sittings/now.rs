//! What is going on in a sitting at a moment.

use app::pages::sittings::scene::Scene;
use domain::sitting::{AgendaItem, FloorRequest, ItemState, Sitting, SittingStage, enrol, present};
use domain::time::Timestamp;
use domain::vote::{Poll, PollState, Roll, Stage};
use storage::{Reading, StorageError};

/// What everybody sees of it.
pub(crate) async fn scene(reading: &mut Reading, sitting: Sitting) -> Result<Scene, StorageError> {
    let agenda = reading.agenda(sitting.id).await?;
    let item = agenda.into_iter().find(|item| item.state() == ItemState::Current);
    let poll = shown(reading.polls(sitting.id).await?, (&sitting, item.as_ref()));
    let turnout = match &poll {
        Some(poll) if matches!(poll.stage.state(), PollState::Open | PollState::Closed) => {
            reading.turnout(poll.id).await?
        }
        _ => (0, 0),
    };
    let speaking = speaking(reading, &sitting).await?;
    let (speaks_since, turn_ends) = speaking.as_ref().map(|of| (of.1.called_at, of.1.ends_at)).unzip();
    let timing = reading.timing(sitting.id).await?;
    Ok(Scene {
        sitting,
        item,
        poll,
        turnout,
        speaker: speaking.map(|of| of.0),
        speaks_since: speaks_since.flatten(),
        turn_ends: turn_ends.flatten(),
        timing,
    })
}

/// The poll that matters: one that is open or waits for its result; else the last result said since the item under way was
/// begun, so that it stays in view until the chair goes on.
fn shown(polls: Vec<Poll>, (sitting, item): (&Sitting, Option<&AgendaItem>)) -> Option<Poll> {
    let busy = |poll: &Poll| matches!(poll.stage.state(), PollState::Open | PollState::Closed);
    if let Some(at) = polls.iter().position(busy) {
        return polls.into_iter().nth(at);
    }
    let since = item.and_then(|item| item.begun_at);
    let said = polls.into_iter().filter_map(|poll| said_at(&poll).map(|at| (at, poll)));
    let last = said.max_by_key(|(at, poll)| (*at, poll.number));
    // What was rehearsed before a sitting isn't its last result.
    let opened = match sitting.stage {
        SittingStage::Open { since } => Some(since),
        _ => None,
    };
    last.filter(|(at, _)| since.is_none_or(|since| *at >= since))
        .filter(|(at, poll)| !poll.is_test || opened.is_none_or(|since| *at > since))
        .map(|(_, poll)| poll)
}

/// When a result was said, or a poll that people saw was dropped.
fn said_at(poll: &Poll) -> Option<Timestamp> {
    match poll.stage {
        Stage::Proclaimed { proclaimed_at, .. } => Some(proclaimed_at),
        Stage::Cancelled { at, from: PollState::Open | PollState::Closed, .. } => Some(at),
        _ => None,
    }
}

/// Who has the floor, by name, and what was given to them.
async fn speaking(
    reading: &mut Reading,
    sitting: &Sitting,
) -> Result<Option<(String, FloorRequest)>, StorageError> {
    let requests = reading.floor_requests(sitting.id).await?;
    let called = requests.into_iter().find(|of| of.called_at.is_some() && of.ended_at.is_none());
    let Some(called) = called else { return Ok(None) };
    let member = reading.member(called.member).await?;
    Ok(member.map(|member| (member.name.into(), called)))
}

/// Who would be on the roll of a poll that opened now.
pub(crate) async fn there_now(reading: &mut Reading, sitting: &Sitting) -> Result<Roll, StorageError> {
    let seats = reading.seats(sitting).await?;
    let there = reading.those_there(sitting.id).await?;
    let proxies = reading.accepted_proxies(sitting.id).await?;
    let entitled = seats.iter().map(|seat| u64::from(seat.weight)).sum();
    Ok(present(entitled, &enrol(&seats, &there, &proxies)))
}
