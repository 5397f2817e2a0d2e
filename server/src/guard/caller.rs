//! Who asks, and what they may do: authorisation is a value asked for in the first line of a handler.

use app::failure::Failure;
use axum::http::HeaderMap;
use domain::congress::Congress;
use domain::id::SessionId;
use domain::member::{Member, Role};
use std::ops::Deref;

use super::cookie;
use crate::pages::Refusal;
use crate::state::AppState;

/// How long a session may go without its « last seen » being written, in seconds.
const SEEN_EVERY: i64 = 60 * 60;

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Caller {
    /// Nobody who is signed in.
    Anonymous,
    /// A member.
    SignedIn(Box<Viewer>),
}

/// A member who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    /// The person, with what they may do at this moment.
    pub member: Member,
    /// Their phone or computer.
    pub session: SessionId,
}

/// Proof that whoever asks is a member of the congress.
#[derive(Clone, Copy, Debug)]
pub struct MemberPermit<'a>(&'a Member);

/// Proof that whoever asks is a member of the congress with a role.
#[derive(Clone, Copy, Debug)]
pub struct RolePermit<'a>(&'a Member, Role);

impl Deref for MemberPermit<'_> {
    type Target = Member;

    fn deref(&self) -> &Member {
        self.0
    }
}

impl Deref for RolePermit<'_> {
    type Target = Member;

    fn deref(&self) -> &Member {
        self.0
    }
}

impl RolePermit<'_> {
    /// The role asked for.
    pub fn role(&self) -> Role {
        self.1
    }
}

impl Caller {
    /// The member who asks.
    ///
    /// # Errors
    /// When nobody is signed in, or a member of another congress is.
    pub fn member(&self, congress: &Congress) -> Result<MemberPermit<'_>, Refusal> {
        match self {
            Self::Anonymous => Err(Failure::SignIn(congress.slug.clone()).into()),
            Self::SignedIn(viewer) if viewer.member.congress != congress.id => {
                Err(Failure::OtherCongress(congress.slug.clone()).into())
            }
            Self::SignedIn(viewer) => Ok(MemberPermit(&viewer.member)),
        }
    }

    /// The member who asks, if they have that role.
    ///
    /// # Errors
    /// As [`Caller::member`], and when they don't have it.
    pub fn with(&self, role: Role, congress: &Congress) -> Result<RolePermit<'_>, Refusal> {
        let MemberPermit(member) = self.member(congress)?;
        if member.may(role) {
            Ok(RolePermit(member, role))
        } else {
            Err(Failure::NotAllowed(congress.slug.clone()).into())
        }
    }

    /// Rédaction, or an administrator.
    ///
    /// # Errors
    /// As [`Caller::with`].
    pub fn staff(&self, congress: &Congress) -> Result<RolePermit<'_>, Refusal> {
        self.with(Role::Staff, congress)
    }

    /// The one who is signed in, if anybody is.
    pub fn viewer(&self) -> Option<&Viewer> {
        match self {
            Self::Anonymous => None,
            Self::SignedIn(viewer) => Some(viewer),
        }
    }

    /// Whose session the cookie is of; a cookie that opens nothing is nobody's.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(headers: &HeaderMap, state: &AppState) -> Result<Self, Refusal> {
        let Some(secret) = cookie::presented(headers) else { return Ok(Self::Anonymous) };
        let now = state.clock.now();
        let mut reading = state.storage.read().await?;
        let Some(found) = reading.signed_in(&secret.hash(), now).await? else { return Ok(Self::Anonymous) };
        drop(reading);
        if now >= found.seen_at.plus_seconds(SEEN_EVERY) {
            let mut work = state.storage.write().await?;
            work.note_seen(found.session, now).await?;
            work.save().await?;
        }
        Ok(Self::SignedIn(Box::new(Viewer { member: found.member, session: found.session })))
    }
}
