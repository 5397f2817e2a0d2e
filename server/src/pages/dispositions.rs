//! What became of each verbatim, beside the last version of the motion.

use app::pages::dispositions::read;
use app::routes::dispositions_query;
use axum::extract::Path;
use axum::response::Response;

use super::{Page, Visit};

/// The name of a département by its code.
pub fn departement(code: &str) -> Option<String> {
    territories::departement_name(code).map(str::to_owned)
}

/// The page.
pub async fn became(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = show(&visit, &slug).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, slug: &str) -> Page {
    let (mut reading, congress) = visit.readable(slug).await?;
    let page = match reading.last_version(congress.id).await? {
        Some(last) => {
            let query = dispositions_query(visit.query());
            reading.dispositions_page(congress.id, Some(last), query).await?
        }
        None => None,
    };
    Ok(read::document(&congress, page, departement))
}
