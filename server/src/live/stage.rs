//! What the hub is told by those who know what a sitting is.

use std::pin::Pin;

use domain::congress::Congress;
use domain::id::{MemberId, SessionId, SittingId};
use domain::live::{Audience, Facts};

use super::Live;
use crate::guard::caller::Caller;
use crate::pages::Refusal;

/// A value that comes later.
pub type Soon<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
/// What broke on our side: the log tells it.
pub type Trouble = Box<dyn std::error::Error + Send + Sync>;

/// Somebody who wants to follow a sitting.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Of which congress the address speaks.
    pub congress: &'a Congress,
    /// Which sitting.
    pub sitting: SittingId,
    /// As what.
    pub audience: Audience,
    /// Who.
    pub caller: &'a Caller,
}

/// What everybody sees, as HTML: the elements `[data-scene]` of each audience's pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scenes {
    /// On phones.
    pub phone: String,
    /// On screens.
    pub screen: String,
    /// At the desk.
    pub desk: String,
}

/// A form that came by a socket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ballot {
    /// Of which sitting.
    pub sitting: SittingId,
    /// From whom.
    pub member: MemberId,
    /// From which device.
    pub session: SessionId,
    /// The poll, as the browser says it.
    pub poll: String,
    /// What makes it the same when it is sent again, as the browser says it.
    pub key: String,
    /// The fields, encoded as a form that is posted.
    pub form: String,
}

/// What became of a ballot. Sentences are for whoever sent it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is on disk.
    Kept,
    /// It can't be taken, now or later.
    Refused(String),
    /// It isn't on disk; the browser sends it again.
    Later(String),
}

/// Who knows what a sitting is. The hub asks, one question at a time for each sitting, so that what it tells last is what was
/// read last.
pub trait Stage: Send + Sync + 'static {
    /// Whether that sitting is there, and somebody may follow it so.
    fn admit<'a>(&'a self, asked: Asked<'a>) -> Soon<'a, Result<(), Refusal>>;

    /// What everybody sees at this moment.
    fn scenes(&self, sitting: SittingId) -> Soon<'_, Result<Scenes, Trouble>>;

    /// What concerns each of these people at this moment; whoever has no line there is told that nothing does.
    fn mine(
        &self,
        sitting: SittingId,
        members: Vec<MemberId>,
    ) -> Soon<'_, Result<Vec<(MemberId, Facts)>, Trouble>>;

    /// Does with a ballot what the plain form does.
    fn ballot<'a>(&'a self, live: &'a Live, ballot: Ballot) -> Soon<'a, Verdict>;
}
