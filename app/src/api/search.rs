//! What the search field proposes as one types.

use domain::words::Slug;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

#[cfg(feature = "ssr")]
use std::{future::Future, pin::Pin, sync::Arc};

/// One contribution proposed below the field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// Its address.
    pub href: String,
    /// « C-0421 »
    pub number: String,
    /// Its first words, or those around the words typed.
    pub words: String,
    /// Who signed.
    pub who: String,
}

/// The most that is proposed: more belongs to the page of results.
pub const MOST: usize = 6;

/// What the server answers with; the composition root gives one in the context, as an `Arc<dyn Lookup>`.
#[cfg(feature = "ssr")]
pub trait Lookup: Send + Sync {
    /// The first [`MOST`] public contributions of the congress that hold words like these, the best first.
    fn suggest(&self, slug: Slug, words: String) -> Looking;
}

/// A [`Lookup`]'s answer to come.
#[cfg(feature = "ssr")]
pub type Looking = Pin<Box<dyn Future<Output = Result<Vec<Suggestion>, crate::failure::Failure>> + Send>>;

/// Contributions of `slug` that answer to `words`. Anyone may ask: the corpus shown is public.
#[server(prefix = "/api", endpoint = "contributions/proposees", input = GetUrl)]
pub async fn suggest(
    /// The congress that is searched.
    slug: Slug,
    /// The words typed so far.
    words: String,
) -> Result<Vec<Suggestion>, ServerFnError> {
    let Some(lookup) = use_context::<Arc<dyn Lookup>>() else {
        return Err(ServerFnError::new("no lookup"));
    };
    let mut found =
        lookup.suggest(slug, words).await.map_err(|failure| ServerFnError::new(failure.title()))?;
    found.truncate(MOST);
    Ok(found)
}
