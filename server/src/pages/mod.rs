//! Pages: for each address, see who asks, read, show. What they look like is in `app`.

pub mod apart;
pub mod cartography;
pub mod congress;
pub mod contributions;
pub mod downloads;
pub mod guess;
pub mod incident;
pub mod map;
pub mod motion;
pub mod runs;
pub mod site;
pub mod suggest;
pub mod themes;

use app::Document;
use app::failure::Failure;
use axum::http::Uri;
use axum::response::Response;
use domain::congress::Congress;
use domain::words::Slug;
use storage::{Reading, StorageError};

use crate::state::AppState;

/// Why a page isn't shown: a failure that the reader can act on, or one that the log must tell.
#[derive(Debug)]
pub enum Refusal {
    /// The reader is told.
    Failure(Failure),
    /// The reader gets an incident's number, the log gets the cause.
    Broken(Box<dyn std::error::Error + Send + Sync>),
}

impl Refusal {
    /// What broke on our side.
    pub(crate) fn broken(error: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Broken(Box::new(error))
    }
}

impl From<Failure> for Refusal {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<StorageError> for Refusal {
    fn from(error: StorageError) -> Self {
        Self::Broken(error.into())
    }
}

/// A page, or why not.
type Page = Result<Document, Refusal>;

impl AppState {
    /// The answer to a request: the page, or the page of its failure.
    async fn answer(&self, uri: &Uri, page: Page) -> Response {
        match page {
            Ok(document) => self.page(uri.path(), document),
            Err(Refusal::Failure(failure)) => {
                self.failure(uri.path(), self.congress_of(uri).await.as_ref(), &failure)
            }
            Err(Refusal::Broken(error)) => incident::broken(self, uri.path(), error.as_ref()),
        }
    }

    /// A view of the database, and the congress of that address in it.
    async fn congress(&self, slug: &str) -> Result<(Reading, Congress), Refusal> {
        let slug: Slug = slug.parse().map_err(|_| Failure::NoCongress)?;
        let mut reading = self.storage.read().await?;
        let congress = reading.congress(&slug).await?.ok_or(Failure::NoCongress)?;
        Ok((reading, congress))
    }

    /// The congress that an address speaks of, so that the page of a failure keeps its navigation.
    async fn congress_of(&self, uri: &Uri) -> Option<Congress> {
        let slug = uri.path().strip_prefix("/congres/")?.split('/').next()?;
        self.congress(slug).await.ok().map(|(_, congress)| congress)
    }

    /// The congress of this server, when there is just one: pages about the site keep its navigation.
    pub(crate) async fn only_congress(&self) -> Option<Congress> {
        let mut reading = self.storage.read().await.ok()?;
        let mut congresses = reading.congresses().await.ok()?;
        if congresses.len() == 1 { congresses.pop() } else { None }
    }
}
