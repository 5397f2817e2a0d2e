//! Pages about the site itself.

use app::pages::about;
use axum::response::Response;

use super::Visit;

/// How to read this site.
pub async fn help(visit: Visit) -> Response {
    visit.page(about::help::document(visit.state.only_congress().await.as_ref()))
}

/// The accessibility statement.
pub async fn accessibility(visit: Visit) -> Response {
    visit.page(about::accessibility::document(visit.state.only_congress().await.as_ref()))
}

/// Who publishes.
pub async fn legal(visit: Visit) -> Response {
    let congress = visit.state.only_congress().await;
    visit.page(about::legal::document(congress.as_ref(), &visit.state.publisher))
}
