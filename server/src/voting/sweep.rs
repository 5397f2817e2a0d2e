//! Keys that a process left behind, which died after a result was on disk and before it destroyed them.

use domain::vote::PollState;

use crate::pages::Refusal;
use crate::state::AppState;

/// Destroys the keys of polls that are proclaimed or cancelled; how many there were.
///
/// # Errors
/// When the folder or the database can't be read.
pub async fn sweep(state: &AppState) -> Result<usize, Refusal> {
    let mut swept = 0;
    for poll in state.strongbox.polls().map_err(Refusal::broken)? {
        let found = state.storage.read().await?.poll(poll).await?;
        let is_over = found
            .is_some_and(|poll| matches!(poll.stage.state(), PollState::Proclaimed | PollState::Cancelled));
        if is_over {
            state.strongbox.destroy(poll).map_err(Refusal::broken)?;
            swept += 1;
        }
    }
    Ok(swept)
}
