//! The sittings that the database holds: who may follow them.

use app::failure::Failure;
use domain::id::{MemberId, SittingId};
use domain::live::{Audience, Facts};
use domain::member::Role;
use domain::sitting::Access;
use storage::Storage;

use super::Live;
use super::stage::{Asked, Ballot, Scenes, Soon, Stage, Trouble, Verdict};
use crate::pages::Refusal;

/// Whether somebody may follow a sitting so: phones are members', the desk is the chair's and staff's, screens are everybody's
/// where the sitting is public.
///
/// # Errors
/// When there is no such sitting in that congress, they may not, or the database fails.
pub async fn admitted(storage: &Storage, asked: Asked<'_>) -> Result<(), Refusal> {
    let Asked { congress, sitting, audience, caller } = asked;
    let found = storage.read().await?.sitting(sitting).await?;
    let found = found.filter(|found| found.congress == congress.id).ok_or(Failure::NoPage)?;
    match audience {
        Audience::Screen if found.access == Access::Public => Ok(()),
        Audience::Screen | Audience::Phone => caller.member(congress).map(drop),
        Audience::Desk => caller.with(Role::Chair, congress).or_else(|_| caller.staff(congress)).map(drop),
    }
}

/// They can be followed; nothing is shown yet.
#[derive(Clone, Debug)]
pub struct Sittings(pub Storage);

impl Stage for Sittings {
    fn admit<'a>(&'a self, asked: Asked<'a>) -> Soon<'a, Result<(), Refusal>> {
        Box::pin(admitted(&self.0, asked))
    }

    fn scenes(&self, _: SittingId) -> Soon<'_, Result<Scenes, Trouble>> {
        Box::pin(async { Ok(Scenes::default()) })
    }

    fn mine(&self, _: SittingId, _: Vec<MemberId>) -> Soon<'_, Result<Vec<(MemberId, Facts)>, Trouble>> {
        Box::pin(async { Ok(vec![]) })
    }

    fn ballot<'a>(&'a self, _: &'a Live, _: Ballot) -> Soon<'a, Verdict> {
        Box::pin(async { Verdict::Refused(app::text::live::NO_POLL.to_owned()) })
    }
}
