//! What the room sees.

use app::pages::sittings::screen::{ScreenView, document};
use app::routes::Route;
use axum::extract::Path;
use axum::response::Response;
use domain::live::Audience;
use domain::sitting::Sitting;
use domain::time::Timestamp;
use domain::words::Slug;
use storage::{Reading, StorageError};

use super::{followed, scene, shown_code, there_now, told_last};
use crate::pages::{Page, Visit};

/// The page.
pub async fn read(visit: Visit, Path((slug, id)): Path<(String, String)>) -> Response {
    let page = show(&visit, &slug, &id).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, slug: &str, id: &str) -> Page {
    let n = told_last(visit, id, Audience::Screen);
    let (mut reading, congress, sitting) = followed(visit, slug, id).await?;
    let at = (&congress.slug, &*visit.state.public_url, visit.now());
    Ok(document(&congress, n, screen_view(&mut reading, &sitting, at).await?))
}

/// What it shows at that hour, of a server that the outside calls by that address.
async fn screen_view(
    reading: &mut Reading,
    sitting: &Sitting,
    (slug, public_url, now): (&Slug, &str, Timestamp),
) -> Result<ScreenView, StorageError> {
    let there = there_now(reading, sitting).await?;
    let code = reading.check_in_code(sitting.id, now).await?;
    let scene = scene(reading, sitting.clone()).await?;
    let code = code.map(|code| (shown_code(&code), check_in_address(public_url, slug)));
    Ok(ScreenView { scene, there, code })
}

/// Where the code on the screen is typed.
pub(crate) fn check_in_address(public_url: &str, slug: &Slug) -> String {
    format!("{public_url}{}", Route::Sittings(slug).path())
}
