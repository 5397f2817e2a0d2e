//! The sittings of a congress.

use app::form::Faults;
use app::pages::sittings::list::{self, SittingsView, Typed};
use axum::extract::Path;
use axum::response::Response;
use domain::sitting::Access;

use crate::pages::{Page, Visit};

/// The page.
pub async fn list(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = listed(&visit, &slug, Typed::default(), Faults::default()).await;
    visit.answer(page).await
}

/// The page with a sitting as it was typed. Strangers see public sittings.
pub async fn listed(visit: &Visit, slug: &str, typed: Typed, faults: Faults) -> Page {
    let (mut reading, congress) = visit.congress(slug).await?;
    let is_member = visit.caller.member(&congress).is_ok();
    let sittings = reading.sittings(congress.id).await?.into_iter();
    let view = SittingsView {
        sittings: sittings.filter(|of| is_member || of.access == Access::Public).collect(),
        is_member,
        form: visit.caller.staff(&congress).ok().map(|_| (typed, faults)),
    };
    Ok(list::document(&congress, view))
}
