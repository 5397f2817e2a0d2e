//! What the room sees.

use app::pages::sittings::chair::ChairView;
use app::pages::sittings::screen::{Entrance, ScreenView, Wanted, document};
use app::routes::Route;
use app::text::screen as text;
use axum::extract::Path;
use axum::response::Response;
use domain::line::Line;
use domain::live::Audience;
use domain::words::Slug;

use super::{followed, told_last};
use crate::forms::sitting::desk_view;
use crate::pages::{Page, Visit};

/// The page.
pub async fn read(visit: Visit, Path((slug, id)): Path<(String, String)>) -> Response {
    let page = show(&visit, &slug, &id).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, slug: &str, id: &str) -> Page {
    let n = told_last(visit, id, Audience::Screen);
    let (mut reading, congress, sitting) = followed(visit, slug, id).await?;
    let desk = Box::pin(desk_view(&mut reading, sitting, (visit.now(), &visit.state.urn))).await?;
    let screen = screen_of(&desk, (&visit.state.public_url, &congress.slug));
    Ok(document(&congress, (n, Wanted::read(visit.query())), screen))
}

/// What screens show of what the desk knows, of a server that the outside calls by that address.
pub(crate) fn screen_of(desk: &ChairView, (public_url, slug): (&str, &Slug)) -> ScreenView {
    let address = format!("{public_url}{}", Route::Sitting(slug, desk.scene.sitting.id).path());
    let entrance = desk.code.clone().map(|code| Entrance {
        code,
        // An address that no QR code holds is read and typed.
        qr: documents::picture::qr(&address, &text::qr(&address)).unwrap_or_default(),
        address: format!("{public_url}{}", Route::Sittings(slug).path()),
    });
    ScreenView {
        scene: desk.scene.clone(),
        there: desk.there,
        agenda: desk.agenda.clone(),
        waiting: desk.asking.iter().map(|asking| asking.name.clone()).collect(),
        entrance,
        network: desk.network.as_ref().map(Line::to_string),
    }
}
