//! The outbox: of an invented congress for everybody, since its letters never leave; of a real one for staff.

use app::failure::Failure;
use app::pages::mail;
use app::routes::page_number;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{Html, IntoResponse, Response};
use domain::congress::Congress;
use domain::mail::without_secrets;
use domain::reading::LetterPage;
use storage::Reading;

use super::{Page, Refusal, Visit};
use crate::guard::headers;

/// The letters, and those to mend.
pub async fn list(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = show_all(&visit, &slug).await;
    visit.answer(page).await
}

async fn show_all(visit: &Visit, slug: &str) -> Page {
    let (mut reading, congress) = open(visit, slug).await?;
    let page = reading.outbox(congress.id, page_number(visit.query())).await?;
    let staff = visit.caller.staff(&congress).is_ok();
    Ok(mail::list::document(&congress, page, staff))
}

/// One letter. Its page may frame one of our own addresses: the letter's HTML.
pub async fn read(visit: Visit, Path((slug, id)): Path<(String, String)>) -> Response {
    let page = show(&visit, &slug, &id).await;
    let mut response = visit.answer(page).await;
    response
        .headers_mut()
        .insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(headers::FRAMING));
    response
}

async fn show(visit: &Visit, slug: &str, id: &str) -> Page {
    let (congress, letter) = find(visit, slug, id).await?;
    Ok(mail::read::document(&congress, letter))
}

/// The letter's own document, for the frame of its page: nothing in it runs, loads or leads anywhere.
pub async fn html(visit: Visit, Path((slug, id)): Path<(String, String)>) -> Response {
    match find(&visit, &slug, &id).await {
        Ok((_, letter)) => {
            let policy =
                [(header::CONTENT_SECURITY_POLICY, headers::FRAMED), (header::CACHE_CONTROL, "no-store")];
            (policy, Html(letter.html)).into_response()
        }
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn open(visit: &Visit, slug: &str) -> Result<(Reading, Congress), Refusal> {
    let (reading, congress) = visit.congress(slug).await?;
    if !congress.fictional {
        visit.caller.staff(&congress)?;
    }
    Ok((reading, congress))
}

async fn find(visit: &Visit, slug: &str, id: &str) -> Result<(Congress, LetterPage), Refusal> {
    let (mut reading, congress) = open(visit, slug).await?;
    let id = id.parse().map_err(|_| Failure::NoPage)?;
    let mut letter = reading.letter(congress.id, id).await?.ok_or(Failure::NoPage)?;
    if !congress.fictional {
        // Staff reads what was written to a member, and doesn't get to enter as them.
        (letter.text, letter.html) = (without_secrets(&letter.text), without_secrets(&letter.html));
    }
    Ok((congress, letter))
}
