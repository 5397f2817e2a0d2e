//! People who come in while a poll is open: the chair adds their voices to the roll, one by one.

use domain::id::PollId;
use domain::sitting::{RollSeat, SeatKey, Sitting, SittingRules, late};
use domain::vote::{Means, Poll, PollAct, Stage};
use std::collections::BTreeSet;
use storage::{Reading, StorageError};

use super::life::{ActFault, Acts, Done};
use super::notes;

/// The voices that the chair may add to the roll of an open poll: of those who came in since it was opened, and those entrusted to
/// somebody who is there, before it or to one of them.
///
/// # Errors
/// When the database fails.
pub async fn latecomers(
    reading: &mut Reading,
    sitting: &Sitting,
    poll: &Poll,
) -> Result<Vec<RollSeat>, StorageError> {
    let Stage::Open { since, .. } = poll.stage else { return Ok(Vec::new()) };
    if poll.means != Means::Ballots {
        return Ok(Vec::new());
    }
    let of_college =
        Sitting { rules: SittingRules { college: poll.college, ..sitting.rules }, ..sitting.clone() };
    let entitled = reading.seats(&of_college).await?;
    let attendance = reading.attendance(sitting.id).await?;
    let proxies = reading.proxies(sitting.id).await?;
    let on_roll: BTreeSet<SeatKey> =
        reading.roll(poll.id).await?.into_iter().map(|seat| seat.on_roll.seat.key).collect();
    Ok(late(&entitled, (&attendance, &proxies), (&on_roll, since)))
}

impl Acts<'_> {
    /// Adds a voice to the roll of a poll that is open; says who casts it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn add_late(&self, id: PollId, key: &SeatKey) -> Done<RollSeat> {
        let mut work = self.state.storage.write().await?;
        let Some(poll) = self.poll_for(&mut work, id, PollAct::Close).await? else {
            return Ok(Err(ActFault::State));
        };
        let Some(sitting) = work.sitting(poll.sitting).await?.filter(|of| of.stage.is_open()) else {
            return Ok(Err(ActFault::SittingShut));
        };
        let late = latecomers(&mut work, &sitting, &poll).await?;
        let Some(seat) = late.into_iter().find(|seat| seat.seat.key == *key) else {
            return Ok(Err(ActFault::NotLate));
        };
        if !work.add_to_roll(id, &seat).await? {
            return Ok(Err(ActFault::State));
        }
        self.note(&mut work, &poll, notes::added(&poll, &seat)).await?;
        work.save().await?;
        self.state.urn.signed(id, seat.voter);
        Ok(Ok(seat))
    }
}
