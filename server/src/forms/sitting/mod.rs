//! What is posted in a sitting: plans, the agenda, the door, ballots, the chair's acts.

mod agenda;
mod answer;
mod badges;
mod chair;
mod convene;
mod door;
pub mod minutes;
mod own;
mod plan;
mod proxy;
mod vote;

pub use agenda::{change as change_agenda, read as agenda};
pub use answer::{answer, answer_convocation, convocation};
pub use badges::{print as print_badges, read as badges};
pub(crate) use chair::desk_view;
pub use chair::{act, desk};
pub use convene::{read as convene, send as send_convocations};
pub use door::{note as note_at_door, read as door};
pub use own::{check_in, floor};
pub use plan::plan;
pub use proxy::entrust;
pub use vote::vote;

use axum::http::StatusCode;
use axum::response::Response;
use domain::journal::EntryKind;
use domain::sitting::Sitting;
use serde_json::Value;
use storage::Work;

use super::fields::{Fields, said};
use crate::pages::sittings::{Again, shown};
use crate::pages::{Refusal, Visit};

/// What is answered to a form of the sitting's own page: that it is done, or the page again with what wasn't.
async fn answered(
    visit: &Visit,
    at: (&str, &str),
    done: Result<Result<Response, Again>, Refusal>,
) -> Response {
    match done {
        Ok(Ok(response)) => response,
        Ok(Err(again)) => {
            let page = shown(visit, at, again).await;
            visit.answer_with(StatusCode::UNPROCESSABLE_ENTITY, page).await
        }
        Err(refusal) => visit.refused(refusal).await,
    }
}

/// Writes what is done into the journal.
async fn note(
    work: &mut Work,
    (visit, sitting): (&Visit, &Sitting),
    (kind, body): (EntryKind, Value),
) -> Result<(), Refusal> {
    work.note_in_journal(sitting.congress, (visit.now(), kind, body.to_string())).await?;
    Ok(())
}
