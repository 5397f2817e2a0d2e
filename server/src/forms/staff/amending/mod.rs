//! Amendments for staff: judged, advised, brought to the vote, typed as they are said.

mod desk;
mod judge;
mod oral;
mod polls;

pub use self::desk::{act, desk};
pub use self::judge::{judge, look};
pub use self::oral::{ask as ask_oral, type_oral};

use domain::congress::Congress;
use domain::member::Member;
use domain::sitting::{Sitting, SittingStage};
use storage::Reading;

use crate::pages::{Refusal, Visit};

/// Whoever judges, and the congress.
async fn judging(visit: &Visit, slug: &str) -> Result<(Reading, Congress, Member), Refusal> {
    let (reading, congress) = visit.congress(slug).await?;
    let staff = Member::clone(&*visit.caller.staff(&congress)?);
    Ok((reading, congress, staff))
}

/// Sittings where a poll can still be prepared.
async fn sittings(reading: &mut Reading, congress: &Congress) -> Result<Vec<Sitting>, Refusal> {
    let all = reading.sittings(congress.id).await?;
    Ok(all.into_iter().filter(|of| of.stage == SittingStage::Planned || of.stage.is_open()).collect())
}
