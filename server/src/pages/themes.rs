//! What the analysis found.

use app::failure::Failure;
use app::pages::themes;
use app::routes::page_number;
use axum::extract::{OriginalUri, Path, State};
use axum::http::Uri;
use axum::response::Response;
use territories::departement_name;

use super::Page;
use crate::state::AppState;

/// Every theme.
pub async fn list(
    State(state): State<AppState>,
    OriginalUri(uri): OriginalUri,
    Path(slug): Path<String>,
) -> Response {
    let page = show_all(&state, &slug).await;
    state.answer(&uri, page).await
}

async fn show_all(state: &AppState, slug: &str) -> Page {
    let (mut reading, congress) = state.congress(slug).await?;
    let page = reading.themes_page(congress.id).await?;
    Ok(themes::list::document(&congress, page))
}

/// The themes as a tree.
pub async fn tree(
    State(state): State<AppState>,
    OriginalUri(uri): OriginalUri,
    Path(slug): Path<String>,
) -> Response {
    let page = show_tree(&state, &slug).await;
    state.answer(&uri, page).await
}

async fn show_tree(state: &AppState, slug: &str) -> Page {
    let (mut reading, congress) = state.congress(slug).await?;
    let page = reading.tree_page(congress.id).await?;
    Ok(themes::tree::document(&congress, page))
}

/// One theme.
pub async fn read(
    State(state): State<AppState>,
    OriginalUri(uri): OriginalUri,
    Path((slug, rank)): Path<(String, String)>,
) -> Response {
    let page = show(&state, &slug, rank, &uri).await;
    state.answer(&uri, page).await
}

async fn show(state: &AppState, slug: &str, asked: String, uri: &Uri) -> Page {
    let (mut reading, congress) = state.congress(slug).await?;
    let page = page_number(uri.query().unwrap_or_default());
    let theme = match asked.parse() {
        Ok(rank) => reading.theme_page(congress.id, rank, page).await?,
        Err(_) => None,
    };
    let mut theme = theme.ok_or_else(|| Failure::NoTheme(congress.slug.clone(), asked))?;
    for facet in &mut theme.departements {
        facet.label = departement_name(&facet.value).unwrap_or(&facet.value).to_owned();
    }
    Ok(themes::read::document(&congress, theme))
}
