//! The draft of the motion.

use app::pages::motion;
use app::routes::Route;
use axum::extract::{OriginalUri, Path, State};
use axum::response::Response;

use super::Page;
use crate::jobs::documents::File;
use crate::state::AppState;

/// The draft with its sources.
pub async fn read(
    State(state): State<AppState>,
    OriginalUri(uri): OriginalUri,
    Path(slug): Path<String>,
) -> Response {
    let page = show(&state, &slug).await;
    state.answer(&uri, page).await
}

async fn show(state: &AppState, slug: &str) -> Page {
    let (mut reading, congress) = state.congress(slug).await?;
    Ok(match reading.motion_page(congress.id).await? {
        Some(page) => {
            let pdf = Route::Download(&congress.slug, File::MotionPdf.name()).path();
            motion::read::document(&congress, page, Some(pdf))
        }
        None => motion::absent::document(&congress),
    })
}
