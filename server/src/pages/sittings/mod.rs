//! Sittings, their votes, and what is going on in them.

mod deliberations;
mod follow;
mod journal;
mod kit;
mod list;
pub(crate) mod minutes;
mod now;
mod poll;
mod screen;

use app::failure::Failure;
use documents::DocumentError;
use domain::access::Code;
use domain::congress::Congress;
use domain::live::Audience;
use domain::sitting::{Access, Sitting};
use storage::Reading;
use tokio::sync::Semaphore;

use super::{Refusal, Visit};

pub use deliberations::table as deliberations;
pub use follow::follow;
pub(crate) use follow::{
    ANSWERED, Again, CHECKED_IN, VOTED, answering, has_voice, may_give, proxies, shown, voice,
};
pub use journal::journal;
pub use kit::print as kit;
pub use list::{list, listed};
pub(crate) use now::{scene, there_now};
pub use poll::read as poll;
pub use screen::read as screen;
pub(crate) use screen::screen_of;

/// Whose turn it is to typeset.
static PRESS: Semaphore = Semaphore::const_new(1);

/// A sheet, typeset while no other is: signed minutes are asked for by strangers, and whoever asks often waits for themself rather than
/// take the processors from those who vote.
///
/// # Errors
/// When it can't be laid out.
pub(crate) async fn typeset(
    make: impl FnOnce() -> Result<Vec<u8>, DocumentError> + Send + 'static,
) -> Result<Vec<u8>, Refusal> {
    let turn = PRESS.acquire().await.map_err(Refusal::broken)?;
    let made = tokio::task::spawn_blocking(move || {
        let made = make();
        // Held here: somebody who goes away meanwhile doesn't let the next one in before this one is done.
        drop(turn);
        made
    });
    made.await.map_err(Refusal::broken)?.map_err(Refusal::broken)
}

/// A code as it is read aloud: in groups.
pub(crate) fn shown_code(code: &Code) -> String {
    app::text::members::one::code(&code.to_string())
}

/// The number of the scene that was told last, asked for before a page is read: it shows at least that, and is told the rest.
pub(crate) fn told_last(visit: &Visit, id: &str, audience: Audience) -> u64 {
    id.parse().map(|id| visit.state.live.number(id, audience)).unwrap_or_default()
}

/// The sitting of that address, if whoever asks may follow it.
///
/// # Errors
/// When there is none, or it is held in camera and a stranger asks.
pub(crate) async fn followed(
    visit: &Visit,
    slug: &str,
    id: &str,
) -> Result<(Reading, Congress, Sitting), Refusal> {
    let (mut reading, congress) = visit.congress(slug).await?;
    let id = id.parse().map_err(|_| Failure::NoPage)?;
    let sitting =
        reading.sitting(id).await?.filter(|of| of.congress == congress.id).ok_or(Failure::NoPage)?;
    if sitting.access == Access::InCamera {
        visit.caller.member(&congress)?;
    }
    Ok((reading, congress, sitting))
}
