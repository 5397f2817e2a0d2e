//! Pages: for each address, see who asks, read, show. What they look like is in `app`.

pub mod amending;
pub mod apart;
mod attached;
pub mod cartography;
pub mod closest;
pub mod congress;
pub mod contributions;
pub mod dashboard;
pub mod data;
pub mod dispositions;
pub mod downloads;
pub mod guess;
pub mod incident;
pub mod mail;
pub mod map;
pub mod mine;
pub mod motion;
pub mod received;
pub mod runs;
pub mod site;
pub mod sittings;
pub mod suggest;
pub mod tables;
pub mod themes;
pub mod versions;
mod visit;

pub(crate) use attached::Attached;
pub(crate) use dispositions::departement;
pub use visit::Visit;

use app::Document;
use app::failure::Failure;
use domain::congress::Congress;
use storage::StorageError;

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
pub type Page = Result<Document, Refusal>;

impl AppState {
    /// The congress of this server, when there is just one: pages about the site keep its navigation.
    pub(crate) async fn only_congress(&self) -> Option<Congress> {
        let mut reading = self.storage.read().await.ok()?;
        let mut congresses = reading.congresses().await.ok()?;
        if congresses.len() == 1 { congresses.pop() } else { None }
    }
}
