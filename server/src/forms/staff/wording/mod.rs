//! The motion that people write: begun, arranged, written, published.

mod begin;
mod block;
mod desk;
mod publish;
mod typed;

pub(crate) use self::begin::drafted;
pub use self::block::{block, history, write};
pub use self::desk::{arrange, desk};
pub use self::publish::{look, publish};

use domain::congress::Congress;
use domain::member::Member;
use storage::Reading;

use crate::pages::{Refusal, Visit};

/// The query string by which a page says that something was done.
const DONE: &str = "fait=oui";
/// The one by which it says that nothing was.
const NOT_DONE: &str = "fait=non";
/// The one by which it says that there is a motion already.
const STARTED: &str = "fait=deja";
/// Seconds for which a block is lent.
const LEASE: i64 = 15 * 60;

/// Whoever writes, and the congress.
async fn writing(visit: &Visit, slug: &str) -> Result<(Reading, Congress, Member), Refusal> {
    let (reading, congress) = visit.congress(slug).await?;
    let staff = Member::clone(&*visit.caller.staff(&congress)?);
    Ok((reading, congress, staff))
}

/// What a query string says was done.
fn said(query: &str) -> Option<&'static str> {
    use app::text::wording as text;
    [(DONE, text::DONE), (NOT_DONE, text::NOT_DONE), (STARTED, text::STARTED)]
        .into_iter()
        .find_map(|(mark, words)| (query == mark).then_some(words))
}

/// The same for what was done or not.
const fn mark(done: bool) -> &'static str {
    if done { DONE } else { NOT_DONE }
}
