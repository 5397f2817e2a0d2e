//! What a handler of a page is given: who asks for what.

use app::failure::Failure;
use app::routes::Route;
use app::{Document, Frame, Viewing};
use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use domain::congress::Congress;
use domain::member::Role;
use domain::settings::Readers;
use domain::time::Timestamp;
use domain::words::Slug;
use storage::Reading;

use super::{Page, Refusal, incident};
use crate::guard::caller::{Caller, Viewer};
use crate::state::AppState;

/// One request for a page.
#[derive(Clone)]
pub struct Visit {
    /// What every handler is given.
    pub state: AppState,
    /// The address asked, as it came.
    pub uri: Uri,
    /// Who asks.
    pub caller: Caller,
}

impl FromRequestParts<AppState> for Visit {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Response> {
        let OriginalUri(uri) =
            OriginalUri::from_request_parts(parts, state).await.unwrap_or_else(|never| match never {});
        let caller = Caller::of(&parts.headers, state).await;
        let visit = |caller| Self { state: state.clone(), uri: uri.clone(), caller };
        match caller {
            Ok(caller) => Ok(visit(caller)),
            Err(refusal) => Err(visit(Caller::Anonymous).answer(Err(refusal)).await),
        }
    }
}

impl Visit {
    /// The query string, without « ? ».
    pub fn query(&self) -> &str {
        self.uri.query().unwrap_or_default()
    }

    /// The present moment.
    pub fn now(&self) -> Timestamp {
        self.state.clock.now()
    }

    /// A view of the database, and the congress of that address in it: what it asks and when is everybody's to know.
    ///
    /// # Errors
    /// When there is none, or the database fails.
    pub async fn congress(&self, slug: &str) -> Result<(Reading, Congress), Refusal> {
        let slug: Slug = slug.parse().map_err(|_| Failure::NoCongress)?;
        let mut reading = self.state.storage.read().await?;
        let congress = reading.congress(&slug).await?.ok_or(Failure::NoCongress)?;
        Ok((reading, congress))
    }

    /// The same for whoever may read the corpus and what is made from it.
    ///
    /// # Errors
    /// As [`Visit::congress`], and when the congress keeps its corpus to its members and a stranger asks.
    pub async fn readable(&self, slug: &str) -> Result<(Reading, Congress), Refusal> {
        let (mut reading, congress) = self.congress(slug).await?;
        if !self.may_read(&mut reading, &congress).await? {
            self.caller.member(&congress)?;
        }
        Ok((reading, congress))
    }

    /// The same for islands, whose page may be older than the congress: nothing where there is none.
    ///
    /// # Errors
    /// As [`Visit::readable`], but for a congress that isn't there.
    pub async fn readable_if_there(&self, slug: &Slug) -> Result<Option<(Reading, Congress)>, Refusal> {
        match self.readable(slug.as_str()).await {
            Ok(found) => Ok(Some(found)),
            Err(Refusal::Failure(Failure::NoCongress)) => Ok(None),
            Err(refusal) => Err(refusal),
        }
    }

    /// Whether whoever asks may read the corpus: everybody, or the members, as the congress decided.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn may_read(&self, reading: &mut Reading, congress: &Congress) -> Result<bool, Refusal> {
        let readers = reading.settings(congress.id).await?.readers;
        Ok(readers == Readers::Public || self.caller.member(congress).is_ok())
    }

    /// The answer: the page, or the page of its failure.
    pub async fn answer(&self, page: Page) -> Response {
        match page {
            Ok(document) => self.page(document),
            Err(refusal) => self.refused(refusal).await,
        }
    }

    /// The same with another status than 200: a form that comes back.
    pub async fn answer_with(&self, status: StatusCode, page: Page) -> Response {
        let shown = page.is_ok();
        let mut response = self.answer(page).await;
        if shown {
            *response.status_mut() = status;
        }
        response
    }

    /// A page as an answer.
    pub fn page(&self, document: Document) -> Response {
        let mut response = self.state.page(document, &self.frame());
        if self.caller != Caller::Anonymous {
            // The person's name stands at the head: no cache that others share may keep it.
            let private = HeaderValue::from_static("private, no-cache");
            response.headers_mut().entry(header::CACHE_CONTROL).or_insert(private);
        }
        response
    }

    /// The page of a refusal as an answer, with its status.
    pub async fn refused(&self, refusal: Refusal) -> Response {
        let failure = match refusal {
            Refusal::Failure(failure) => failure,
            Refusal::Broken(error) => incident::noted(error.as_ref()),
        };
        let congress = self.congress_asked().await;
        self.state.failure(&self.frame(), congress.as_ref(), &failure)
    }

    /// Answers that acting succeeded: the browser asks for another page, and reloading it does nothing twice.
    pub fn see(&self, route: Route<'_>) -> Response {
        axum::response::Redirect::to(&route.path()).into_response()
    }

    /// The same, at a place of the page.
    pub fn see_at(&self, route: Route<'_>, anchor: &str) -> Response {
        axum::response::Redirect::to(&format!("{}#{anchor}", route.path())).into_response()
    }

    /// The same, where the page says what was done: `query` is what it knows that by.
    pub fn see_done(&self, route: Route<'_>, query: &str) -> Response {
        let path = route.path();
        let mark = if path.contains('?') { '&' } else { '?' };
        axum::response::Redirect::to(&format!("{path}{mark}{query}")).into_response()
    }

    /// The congress that the address speaks of, so that the page of a failure keeps its navigation.
    async fn congress_asked(&self) -> Option<Congress> {
        let slug = self.uri.path().strip_prefix("/congres/")?.split('/').next()?;
        self.congress(slug).await.ok().map(|(_, congress)| congress)
    }

    fn frame(&self) -> Frame {
        Frame { viewing: self.caller.viewer().map(viewing), ..self.state.frame(self.uri.path()) }
    }
}

fn viewing(viewer: &Viewer) -> Viewing {
    let member = &viewer.member;
    Viewing {
        congress: member.congress,
        member: member.id,
        name: member.name.as_str().to_owned(),
        staff: member.may(Role::Staff),
    }
}
