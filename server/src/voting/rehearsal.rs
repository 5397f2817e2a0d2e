//! The room, simulated: in a poll for practice, those who haven't voted do so at random over some seconds, so that the chair sees
//! desk and screen as they will be. The domain says in which polls that may be, and the database does it in no other.

use std::time::Duration;

use domain::id::PollId;
use domain::vote::{Part, Poll, Receipt, Secrecy, simulated};
use storage::{Rehearsed, SeatOnRoll};

use crate::pages::Refusal;
use crate::state::AppState;

/// In so many lots.
const LOTS: usize = 24;
/// Between two of them.
const PAUSE: Duration = Duration::from_millis(250);

/// A ballot couldn't be sealed.
#[derive(Debug, thiserror::Error)]
#[error("a simulated ballot couldn't be sealed")]
struct Unsealed;

/// Has the room simulated, without waiting for it.
pub fn begin(state: &AppState, poll: PollId) {
    let state = state.clone();
    tokio::spawn(async move {
        if let Err(error) = simulate(&state, poll, PAUSE).await {
            tracing::warn!(?error, "a rehearsal was not simulated to its end");
        }
    });
}

/// Gives every voice that is awaited; how many were given. Ends when the poll does.
///
/// # Errors
/// When the database fails, or the key of a secret poll can't be read.
pub async fn simulate(state: &AppState, id: PollId, pause: Duration) -> Result<usize, Refusal> {
    let mut reading = state.storage.read().await?;
    let Some(poll) = reading.poll(id).await?.filter(Poll::takes_simulated) else { return Ok(0) };
    let mut awaited: Vec<(u64, SeatOnRoll)> = reading
        .roll(id)
        .await?
        .into_iter()
        .filter(|seat| seat.part == Part::Awaited)
        .map(|seat| (thrown(state), seat))
        .collect();
    drop(reading);
    awaited.sort_by_key(|(order, _)| *order);
    let mut given = 0;
    for lot in awaited.chunks(awaited.len().div_ceil(LOTS).max(1)) {
        let mut work = state.storage.write().await?;
        work.hold_poll(id).await?;
        let mut voters = Vec::new();
        for (_, seat) in lot {
            let on_roll = &seat.on_roll;
            if work.rehearse((id, &on_roll.seat.key), &said(state, &poll)?).await? {
                voters.push(on_roll.voter);
            }
        }
        work.save().await?;
        if voters.is_empty() {
            break;
        }
        given += voters.len();
        state.urn.gave(id, voters);
        if !pause.is_zero() {
            tokio::time::sleep(pause).await;
        }
    }
    Ok(given)
}

fn thrown(state: &AppState) -> u64 {
    state.draw(|entropy| {
        let mut bytes = [0; 8];
        entropy.fill(&mut bytes);
        u64::from_le_bytes(bytes)
    })
}

fn said(state: &AppState, poll: &Poll) -> Result<Rehearsed, Refusal> {
    let choice = simulated(poll.question.method, poll.secrecy, thrown(state));
    if poll.secrecy == Secrecy::Public {
        return Ok(Rehearsed::Public(choice));
    }
    let key = state.strongbox.key(poll.id).map_err(Refusal::broken)?;
    let sealed = key.and_then(|key| key.seal(state.draw(Receipt::draw), &choice));
    sealed.map(Rehearsed::Secret).ok_or_else(|| Refusal::broken(Unsealed))
}
