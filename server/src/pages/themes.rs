//! What the analysis found.

use app::failure::Failure;
use app::pages::themes;
use app::routes::{asked, field, page_number};
use axum::extract::Path;
use axum::response::Response;
use territories::departement_name;

use super::{Page, Visit};

/// Every theme.
pub async fn list(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = show_all(&visit, &slug).await;
    visit.answer(page).await
}

async fn show_all(visit: &Visit, slug: &str) -> Page {
    let (mut reading, congress) = visit.readable(slug).await?;
    let page = reading.themes_page(congress.id).await?;
    Ok(themes::list::document(&congress, page))
}

/// The themes as a tree.
pub async fn tree(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = show_tree(&visit, &slug).await;
    visit.answer(page).await
}

async fn show_tree(visit: &Visit, slug: &str) -> Page {
    let (mut reading, congress) = visit.readable(slug).await?;
    let page = reading.tree_page(congress.id).await?;
    let here = asked(visit.query(), field::HERE).and_then(|rank| rank.parse().ok());
    Ok(themes::tree::document(&congress, page, here))
}

/// One theme.
pub async fn read(visit: Visit, Path((slug, rank)): Path<(String, String)>) -> Response {
    let page = show(&visit, &slug, rank).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, slug: &str, asked: String) -> Page {
    let (mut reading, congress) = visit.readable(slug).await?;
    let page = page_number(visit.query());
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
