//! What the map asks: the verbatim that one opens, and which ones hold the words typed.

use domain::contribution::ContributionNumber;
use domain::words::Slug;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
mod open;
#[cfg(feature = "ssr")]
use crate::map::Key;
#[cfg(feature = "ssr")]
use std::{future::Future, pin::Pin, sync::Arc};

/// A verbatim as it is read beside the map: words and addresses, ready to be shown.
#[cfg(feature = "ssr")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Its words in guillemets.
    pub words: String,
    /// Who signed.
    pub who: String,
    /// « C-0421, 2e verbatim »
    pub number: String,
    /// Its place in its contribution's page.
    pub href: String,
    /// « Idée, suggérée par le logiciel »
    pub kind: String,
    /// Where it stands: its theme's label, or « Signal faible ».
    pub place: String,
    /// Its theme's hue; none for a weak signal.
    pub hue: Option<u8>,
    /// The page of its theme, or of the weak signals.
    pub place_href: String,
    /// Why it is a weak signal, if it is one.
    pub reason: Option<String>,
    /// The verbatims that say the closest things, the closest first.
    pub close: Vec<Close>,
    /// Where the draft quotes it: addresses, and what stands there.
    pub cited: Vec<(String, String)>,
}

/// A verbatim close to the one that is open.
#[cfg(feature = "ssr")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Close {
    /// Opens it: a fragment of the map's own page, or its contribution's page when it has no place on the map.
    pub href: String,
    /// Its words in guillemets.
    pub words: String,
    /// Who signed, and its number.
    pub who: String,
    /// Nearly the same words.
    pub twin: bool,
}

/// What the server answers with; the composition root gives one in the context, as an `Arc<dyn Cartography>`.
#[cfg(feature = "ssr")]
pub trait Cartography: Send + Sync {
    /// A verbatim of the run shown, by its contribution's number and its rank within it; [`Opened::of`] makes it.
    fn open(&self, slug: Slug, number: ContributionNumber, ordinal: u32) -> Answering<Option<Opened>>;
    /// The verbatims of the run shown that hold words like these: contribution's number, then rank within it.
    fn lit(&self, slug: Slug, words: String) -> Answering<Vec<(ContributionNumber, u32)>>;
}

/// A [`Cartography`]'s answer to come.
#[cfg(feature = "ssr")]
pub type Answering<T> = Pin<Box<dyn Future<Output = Result<T, crate::failure::Failure>> + Send>>;

#[cfg(feature = "ssr")]
fn cartography() -> Result<Arc<dyn Cartography>, ServerFnError> {
    use_context::<Arc<dyn Cartography>>().ok_or_else(|| ServerFnError::new("no cartography"))
}

/// One verbatim of `slug` as HTML, which the island shows as it comes: it knows no quotation, theme or signature.
/// None when the run shown has none there. Anyone may ask: the corpus shown is public.
#[server(prefix = "/api", endpoint = "carte/verbatim", input = GetUrl)]
pub async fn verbatim(
    /// The congress whose map it is.
    slug: Slug,
    /// The contribution.
    number: ContributionNumber,
    /// The verbatim's rank within it, from 1.
    ordinal: u32,
) -> Result<Option<String>, ServerFnError> {
    let asked = cartography()?.open(slug, number, ordinal).await;
    let opened = asked.map_err(|failure| ServerFnError::new(failure.title()))?;
    Ok(opened.as_ref().map(Opened::html))
}

/// The keys of the verbatims of `slug` that hold `words`, in order. Anyone may ask: the corpus shown is public.
#[server(prefix = "/api", endpoint = "carte/eclairer", input = GetUrl)]
pub async fn lit(
    /// The congress whose map it is.
    slug: Slug,
    /// The words typed so far.
    words: String,
) -> Result<Vec<String>, ServerFnError> {
    let asked = cartography()?.lit(slug, words).await;
    let mut found = asked.map_err(|failure| ServerFnError::new(failure.title()))?;
    found.sort_unstable();
    Ok(found.into_iter().map(|(number, ordinal)| Key { number, ordinal }.to_string()).collect())
}
