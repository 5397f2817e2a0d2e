//! What every handler is given.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use app::failure::Failure;
use app::pages::about::legal::Publisher;
use app::{Assets, Document, Frame};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use domain::congress::Congress;
use domain::id::Entropy;
use domain::time::Clock;
use serde::Deserialize;
use storage::Storage;

use crate::guard::limits::Limits;
use crate::jobs::documents::Desk;
use crate::live::Live;
use crate::memory::Memory;
use crate::voting::{Strongbox, Urn};

/// What every handler is given; cheap to clone.
#[derive(Clone)]
pub struct AppState {
    /// The database.
    pub storage: Storage,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// Where random bytes come from: ids, secrets.
    pub entropy: Arc<Mutex<dyn Entropy>>,
    /// How the outside calls this server, without a slash at the end: links in letters begin with it.
    pub public_url: Arc<str>,
    /// Where the built site put its files.
    pub assets: Arc<Assets>,
    /// Who answers for the site.
    pub publisher: Arc<Publisher>,
    /// Documents being made.
    pub desk: Desk,
    /// What is kept between two requests.
    pub memory: Memory,
    /// How often strangers may knock.
    pub limits: Limits,
    /// Keys of secret polls.
    pub strongbox: Strongbox,
    /// Where ballots are handed in.
    pub urn: Urn,
    /// Those who follow a sitting.
    pub live: Live,
}

/// The folder of the built site.
#[derive(Clone, Debug)]
pub struct Site {
    /// The folder.
    pub folder: PathBuf,
    /// What its manifest says.
    pub assets: Assets,
}

/// The built site is missing or unreadable.
#[derive(Debug, thiserror::Error)]
#[error(
    "le site construit manque dans {folder} ({cause}) : construisez-le (make demo), ou indiquez son dossier par server.site"
)]
pub struct SiteError {
    folder: String,
    cause: String,
}

#[derive(Deserialize)]
struct Manifest {
    style: String,
    wake: String,
    writing: String,
    unsent: String,
    noting: String,
    live: String,
    shortcuts: String,
    fonts: Vec<String>,
}

impl Site {
    /// Reads the manifest of `folder`; an empty one means `site` beside the binary or one folder above.
    ///
    /// # Errors
    /// When there is none, or it can't be read.
    pub fn find(folder: &Path) -> Result<Self, SiteError> {
        let folder = if folder.as_os_str().is_empty() { beside_binary() } else { folder.to_path_buf() };
        let told = |cause: String| SiteError { folder: folder.display().to_string(), cause };
        let manifest =
            std::fs::read(folder.join("manifest.json")).map_err(|error| told(crate::words::io(&error)))?;
        let manifest: Manifest = serde_json::from_slice(&manifest)
            .map_err(|_| told("son manifest.json est d’une autre version".to_owned()))?;
        let Manifest { style, wake, writing, unsent, noting, live, shortcuts, fonts } = manifest;
        let assets = Assets { style, wake, writing, unsent, noting, live, shortcuts, fonts };
        Ok(Self { folder, assets })
    }
}

fn beside_binary() -> PathBuf {
    let binary = std::env::current_exe().unwrap_or_default();
    let folder = binary.parent().unwrap_or(Path::new("."));
    let candidates = [folder.join("site"), folder.join("../site")];
    candidates.iter().find(|site| site.join("manifest.json").exists()).unwrap_or(&candidates[0]).clone()
}

impl AppState {
    /// What stands around a page at that path, for somebody who isn't signed in.
    pub fn frame(&self, path: &str) -> Frame {
        Frame {
            assets: Assets::clone(&self.assets),
            path: path.to_owned(),
            now: self.clock.now(),
            viewing: None,
        }
    }

    /// A page as an answer.
    pub fn page(&self, document: Document, frame: &Frame) -> Response {
        Html(app::render(document, frame)).into_response()
    }

    /// The page of a failure as an answer, with its status.
    pub fn failure(&self, frame: &Frame, congress: Option<&Congress>, failure: &Failure) -> Response {
        let mut response = self.page(app::pages::failure::document(congress, failure), frame);
        *response.status_mut() =
            StatusCode::from_u16(failure.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        if response.status() == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
        }
        response
    }

    /// Something drawn from the source of chance: an id, a secret.
    pub fn draw<T>(&self, draw: impl FnOnce(&mut dyn Entropy) -> T) -> T {
        let mut entropy = self.entropy.lock().unwrap_or_else(PoisonError::into_inner);
        draw(&mut *entropy)
    }

    /// Whether the outside reaches us by https: cookies then never travel otherwise.
    pub fn is_secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}
