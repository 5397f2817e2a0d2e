//! Who follows what, and whether they still may.

use domain::id::SittingId;
use domain::live::Audience;
use domain::words::Slug;
use storage::SecretHash;

use super::hub::{Live, Place};
use super::stage::Asked;
use crate::guard::caller::{Caller, Viewer};

/// Who follows what.
pub(super) struct Seat {
    pub(super) live: Live,
    pub(super) congress: Slug,
    pub(super) sitting: SittingId,
    pub(super) audience: Audience,
    pub(super) viewer: Option<(Viewer, SecretHash)>,
    /// The scene that the browser shows.
    pub(super) last: u64,
    pub(super) place: Place,
}

impl Seat {
    /// Whether the session goes on, and who holds it may still follow. Where the database doesn't say, they come again.
    pub(super) async fn may_stay(&mut self) -> bool {
        let Some((viewer, hash)) = &mut self.viewer else { return true };
        let live = &self.live;
        let Ok(mut reading) = live.storage().read().await else { return false };
        let Ok(Some(found)) = reading.signed_in(hash, live.clock().now()).await else { return false };
        let Ok(Some(congress)) = reading.congress(&self.congress).await else { return false };
        drop(reading);
        *viewer = Viewer { member: found.member, session: found.session };
        let caller = Caller::SignedIn(Box::new(viewer.clone()));
        let (sitting, audience) = (self.sitting, self.audience);
        live.stage().admit(Asked { congress: &congress, sitting, audience, caller: &caller }).await.is_ok()
    }
}
