//! Noting what is said at a table, typing what was written on paper, and the answer of whoever was noted.

mod answer;
mod change;
mod desk;
mod take;
mod typed;
mod who;

use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use self::desk::{Desk, Filled};
use self::typed::{Fields, Gesture, Input};
use crate::forms::Posted;
use crate::pages::{Page, Refusal, Visit};

pub use answer::{ANSWERED, answer};

/// The page of a table.
pub async fn table(visit: Visit, headers: HeaderMap, Path((slug, id)): Path<(String, String)>) -> Response {
    let desk = Desk::table(&visit, &headers, &slug, &id).await;
    let page = show(desk).await;
    visit.answer(page).await
}

/// The page of paper forms.
pub async fn paper(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = show(Desk::paper(&visit, &slug).await).await;
    visit.answer(page).await
}

async fn show(desk: Result<Desk<'_>, Refusal>) -> Page {
    let desk = desk?;
    let filled = desk.asked().await?;
    desk.page(filled).await
}

/// A line of a table is noted, corrected or removed.
pub async fn post_table(
    Path((slug, id)): Path<(String, String)>,
    headers: HeaderMap,
    posted: Posted<Fields>,
) -> Response {
    let desk = Desk::table(&posted.visit, &headers, &slug, &id).await;
    done(&posted, desk).await
}

/// A paper form is typed, corrected or removed.
pub async fn post_paper(Path(slug): Path<String>, posted: Posted<Fields>) -> Response {
    let desk = Desk::paper(&posted.visit, &slug).await;
    done(&posted, desk).await
}

async fn done(posted: &Posted<Fields>, desk: Result<Desk<'_>, Refusal>) -> Response {
    let visit = &posted.visit;
    let acted = async {
        let desk = desk?;
        let input = Input::read(&posted.fields);
        let acted = match &input.gesture {
            Gesture::Note => take::take(&desk, &input).await?,
            Gesture::Correct(number, version) => change::correct(&desk, &input, (*number, *version)).await?,
            Gesture::Remove(number) => change::remove(&desk, *number).await?,
        };
        Ok::<_, Refusal>(match acted {
            Ok(response) => response,
            Err(filled) => {
                let page = desk.page(*filled).await;
                visit.answer_with(StatusCode::UNPROCESSABLE_ENTITY, page).await
            }
        })
    };
    match Box::pin(acted).await {
        Ok(response) => response,
        Err(refusal) => visit.refused(refusal).await,
    }
}

/// What was done, or the form with what is wrong.
type Acted = Result<Response, Box<Filled>>;
