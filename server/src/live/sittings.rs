//! The sittings that the database holds: who may follow them, what they are shown, and what becomes of their ballots.

use std::collections::BTreeMap;
use std::sync::Arc;

use app::failure::Failure;
use app::pages::sittings::{chair, follow, own, screen};
use app::text::live as text;
use axum::body::Body;
use axum::extract::rejection::FormRejection;
use axum::extract::{Form, FromRequest as _, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, Method};
use domain::id::{MemberId, SittingId};
use domain::live::{Audience, Facts};
use domain::member::Role;
use domain::sitting::Access;
use domain::time::Clock;
use domain::vote::PollState;
use storage::{Storage, StorageError};

use super::Live;
use super::batch::NotWritten;
use super::stage::{Asked, Ballot, Scenes, Soon, Stage, Trouble, Verdict};
use crate::forms::sitting::desk_view;
use crate::pages::Refusal;
use crate::pages::sittings::{screen_of, voice};
use crate::voting::{NotKept, Urn};

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

/// The sittings that the database holds: what their pages show, told as it changes.
#[derive(Clone)]
pub struct Sittings {
    /// Where they are.
    pub storage: Storage,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// How the outside calls this server, without a slash at the end.
    pub public_url: Arc<str>,
    /// Where ballots are handed in.
    pub urn: Urn,
}

/// Up to so many people are read one by one; of more, the whole roll is.
const ONE_BY_ONE: usize = 200;

impl Sittings {
    /// Has them followed.
    pub fn open(self) -> Live {
        let (storage, clock, urn) = (self.storage.clone(), self.clock.clone(), self.urn.clone());
        let live = Live::open(storage, clock, Arc::new(self));
        urn.tell(&live);
        live
    }

    async fn shown(&self, id: SittingId) -> Result<Scenes, StorageError> {
        let mut reading = self.storage.read().await?;
        let Some(sitting) = reading.sitting(id).await? else { return Ok(Scenes::default()) };
        let slug = reading.congress_of(sitting.congress).await?.slug;
        let desk = Box::pin(desk_view(&mut reading, sitting, (self.clock.now(), &self.urn))).await?;
        Ok(Scenes {
            phone: follow::fragment(&slug, &desk.scene, &desk.agenda, &desk.polls),
            screen: screen::fragment(&screen_of(&desk, (&self.public_url, &slug))),
            desk: chair::fragment(&slug, &desk),
        })
    }

    async fn facts(
        &self,
        id: SittingId,
        members: Vec<MemberId>,
    ) -> Result<Vec<(MemberId, Facts)>, StorageError> {
        let mut reading = self.storage.read().await?;
        let polls = reading.polls(id).await?;
        let Some(poll) = polls.into_iter().find(|poll| poll.stage.state() == PollState::Open) else {
            return Ok(vec![]);
        };
        let mut all = match members.len() {
            ..=ONE_BY_ONE => BTreeMap::new(),
            _ => reading.voices_by_voter(poll.id).await?,
        };
        let mut known = Vec::with_capacity(members.len());
        for &member in &members {
            let voices = match members.len() {
                ..=ONE_BY_ONE => reading.own_seats(poll.id, member).await?,
                _ => all.remove(&member).unwrap_or_default(),
            };
            let voices: Vec<_> = voices.into_iter().map(voice).collect();
            known.push((member, own::facts(&poll, &voices)));
        }
        Ok(known)
    }

    async fn taken(&self, ballot: Ballot) -> Verdict {
        let Ok(fields) = posted(ballot.form).await else { return Verdict::Refused(text::REFUSED.to_owned()) };
        match self.urn.confirm(ballot.member, &fields).await {
            Ok(()) => Verdict::Kept,
            Err(NotKept::Form) => Verdict::Refused(text::REFUSED.to_owned()),
            Err(NotKept::Refused(sentence)) => Verdict::Refused(sentence),
            Err(NotKept::NotWritten(NotWritten::Busy)) => Verdict::Later(text::BUSY.to_owned()),
            Err(NotKept::NotWritten(_)) => Verdict::Later(text::NOT_WRITTEN.to_owned()),
            Err(NotKept::Broken(refusal)) => {
                tracing::error!(?refusal, "what became of a ballot can't be said");
                Verdict::Later(text::NOT_WRITTEN.to_owned())
            }
        }
    }
}

/// A form's fields, by the code that reads those that are posted.
async fn posted(form: String) -> Result<Vec<(String, String)>, FormRejection> {
    let mut request = Request::new(Body::from(form));
    *request.method_mut() = Method::POST;
    let urlencoded = HeaderValue::from_static("application/x-www-form-urlencoded");
    request.headers_mut().insert(CONTENT_TYPE, urlencoded);
    Form::from_request(request, &()).await.map(|Form(fields)| fields)
}

impl Stage for Sittings {
    fn admit<'a>(&'a self, asked: Asked<'a>) -> Soon<'a, Result<(), Refusal>> {
        Box::pin(admitted(&self.storage, asked))
    }

    fn scenes(&self, sitting: SittingId) -> Soon<'_, Result<Scenes, Trouble>> {
        Box::pin(async move { Ok(self.shown(sitting).await?) })
    }

    fn mine(
        &self,
        sitting: SittingId,
        members: Vec<MemberId>,
    ) -> Soon<'_, Result<Vec<(MemberId, Facts)>, Trouble>> {
        Box::pin(async move { Ok(self.facts(sitting, members).await?) })
    }

    fn ballot<'a>(&'a self, _: &'a Live, ballot: Ballot) -> Soon<'a, Verdict> {
        Box::pin(self.taken(ballot))
    }
}
