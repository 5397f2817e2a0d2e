//! What is posted in a sitting: plans, the agenda, the door, ballots, the chair's acts.

mod agenda;
mod answer;
mod chair;
mod convene;
mod door;
mod own;
mod plan;
mod proxy;
mod vote;

pub use agenda::{change as change_agenda, read as agenda};
pub use answer::{answer, answer_convocation, convocation};
pub(crate) use chair::desk_view;
pub use chair::{act, desk};
pub use convene::{read as convene, send as send_convocations};
pub use door::{note as note_at_door, read as door};
pub use own::{check_in, floor};
pub use plan::plan;
pub use proxy::entrust;
pub use vote::vote;

use domain::journal::EntryKind;
use domain::sitting::Sitting;
use serde_json::Value;
use storage::Work;

use super::fields::{Fields, said};
use crate::pages::{Refusal, Visit};

/// Writes what is done into the journal.
async fn note(
    work: &mut Work,
    (visit, sitting): (&Visit, &Sitting),
    (kind, body): (EntryKind, Value),
) -> Result<(), Refusal> {
    work.note_in_journal(sitting.congress, (visit.now(), kind, body.to_string())).await?;
    Ok(())
}
