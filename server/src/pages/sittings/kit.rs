//! Sheets to print for the day when everything fails.

use app::failure::Failure;
use app::pages::sittings::door::name;
use app::routes;
use axum::extract::Path;
use axum::response::Response;
use documents::pdf::KitPaper;
use domain::sitting::PaperSheet;
use domain::vote::{Poll, PollNumber};

use super::{followed, typeset};
use crate::pages::{Attached, Refusal, Visit};

/// The sheet.
pub async fn print(visit: Visit, Path((slug, id, sheet)): Path<(String, String, String)>) -> Response {
    match printed(&visit, (&slug, &id), &sheet).await {
        Ok(response) => response,
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn printed(visit: &Visit, (slug, id): (&str, &str), sheet: &str) -> Result<Response, Refusal> {
    let (mut reading, congress, sitting) = followed(visit, slug, id).await?;
    visit.caller.staff(&congress)?;
    let sheet: PaperSheet = sheet.parse().map_err(|_| Failure::NoPage)?;
    let seats = reading.seats(&sitting).await?;
    let proxies = reading.accepted_proxies(sitting.id).await?;
    let poll = match routes::asked(visit.query(), name::POLL).and_then(|n| n.parse().ok()) {
        Some(n) => reading.poll_numbered(congress.id, PollNumber::new(n)).await?,
        None => None,
    };
    let poll: Option<Poll> = poll.filter(|poll| poll.sitting == sitting.id);
    let file = Attached {
        kind: "application/pdf",
        name: format!("{}-{}", congress.slug, sheet.code()),
        is_shown: true,
        copies: Some("private, no-store"),
    };
    drop(reading);
    let paper = KitPaper { sheet, congress, sitting, seats, proxies, poll };
    let pdf = typeset(move || documents::pdf::kit(&paper)).await?;
    Ok(file.holding(pdf))
}
