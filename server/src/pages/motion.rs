//! The draft of the motion.

use app::pages::motion;
use app::routes::Route;
use axum::extract::Path;
use axum::response::Response;

use super::{Page, Visit};
use crate::jobs::documents::File;

/// The draft with its sources.
pub async fn read(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = show(&visit, &slug).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, slug: &str) -> Page {
    let (mut reading, congress) = visit.readable(slug).await?;
    Ok(match reading.motion_page(congress.id).await? {
        Some(page) => {
            let pdf = Route::Download(&congress.slug, File::MotionPdf.name()).path();
            motion::read::document(&congress, page, Some(pdf))
        }
        None => motion::absent::document(&congress),
    })
}
