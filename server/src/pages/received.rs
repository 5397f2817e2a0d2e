//! The acknowledgement of a contribution.

use app::pages::writing::received as page;
use app::pages::writing::received::ReceivedView;
use axum::extract::Path;
use axum::response::Response;
use domain::contribution::Call;

use super::closest::close_ones;
use super::versions::owned;
use super::{Page, Visit};

/// The number, what comes next, whom to call, and who says something close.
pub async fn read(visit: Visit, Path((slug, number)): Path<(String, String)>) -> Response {
    let page = show(&visit, &slug, number).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, slug: &str, number: String) -> Page {
    let (mut reading, congress, own, _) = owned(visit, slug, number).await?;
    let member = visit.caller.member(&congress)?;
    // Whoever wrote it is passed over, and so is the text itself: it is theirs.
    let author = own.author.unwrap_or(member.id);
    let close = close_ones(visit, &mut reading, (congress.id, author), own.written.as_str()).await?;
    let letter_to =
        reading.member(author).await?.and_then(|author| author.email).map(|email| email.to_string());
    let settings = reading.settings(congress.id).await?;
    let view = ReceivedView {
        letter_to,
        open: Call::at(&congress.phases, 0, visit.now()).is_open(),
        contact: settings.contact,
        own,
        close,
        now: visit.now(),
    };
    Ok(page::document(&congress, view))
}
