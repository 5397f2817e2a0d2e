//! The sheet of a table: its address shows one button, and the button opens the table on this device.

use app::failure::Failure;
use app::pages::workshops::enter;
use app::routes::Route;
use axum::extract::Path;
use axum::http::header;
use axum::response::Response;
use domain::congress::Congress;
use domain::workshop::{Stands, Table};

use crate::access::PaperSecret;
use crate::guard::cookie;
use crate::guard::headers::hidden;
use crate::pages::{Page, Refusal, Visit};

/// The page of a sheet.
pub async fn ask(visit: Visit, Path(token): Path<String>) -> Response {
    let page = show(&visit, &token).await;
    hidden(visit.answer(page).await)
}

async fn show(visit: &Visit, token: &str) -> Page {
    let (_, table, congress) = standing(visit, token).await?;
    Ok(enter::document(&congress, &table))
}

/// Opens the table.
pub async fn open(visit: Visit, Path(token): Path<String>) -> Response {
    hidden(match opened(&visit, &token).await {
        Ok(response) => response,
        Err(refusal) => visit.refused(refusal).await,
    })
}

async fn opened(visit: &Visit, token: &str) -> Result<Response, Refusal> {
    let (secret, table, congress) = standing(visit, token).await?;
    let to = Route::Table(&congress.slug, table.id);
    let left = (table.workshop.ends_at.micros() - visit.now().micros()) / 1_000_000;
    let kept = cookie::kept_sheet(&secret, &to.path(), left, visit.state.is_secure());
    let mut response = visit.see(to);
    response.headers_mut().insert(header::SET_COOKIE, kept);
    Ok(response)
}

/// The table that a sheet opens now.
async fn standing(visit: &Visit, token: &str) -> Result<(PaperSecret, Table, Congress), Refusal> {
    let secret = PaperSecret::read(token).ok_or(Failure::DeadSheet)?;
    let mut reading = visit.state.storage.read().await?;
    let table = reading.table_of_sheet(&secret.hash()).await?;
    let table = table.filter(|table| table.stands(visit.now()) == Stands::Open).ok_or(Failure::DeadSheet)?;
    let congress = reading.congress_of(table.workshop.congress).await?;
    Ok((secret, table, congress))
}
