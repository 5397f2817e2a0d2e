//! The list of members.

use app::pages::members::list;
use app::routes::members_query;
use app::text::data::leave as text;
use axum::extract::Path;
use axum::response::Response;
use domain::reading::{MembersPage, MembersQuery};
use territories::fold;

use crate::forms::erase::ERASED;
use crate::member::found_by;
use crate::pages::{Page, Visit};

/// For how long strangers that asked for a link are counted, in seconds.
const LATELY: i64 = 7 * 24 * 60 * 60;

/// Everybody, or the answer to a question.
pub async fn read(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = show(&visit, &slug).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, slug: &str) -> Page {
    let (mut reading, congress) = visit.congress(slug).await?;
    visit.caller.staff(&congress)?;
    let asked = members_query(visit.query());
    let mut lines = reading.member_lines(congress.id).await?;
    for line in &mut lines {
        line.found_by = found_by(&line.member);
    }
    let done = (visit.query() == ERASED).then_some(text::DONE);
    let query = MembersQuery { words: fold(&asked.words), ..asked.clone() };
    let since = visit.now().plus_seconds(-LATELY);
    let unknown = reading.unknown_link_requests(congress.id, since).await?;
    Ok(list::document(&congress, MembersPage::sift(&lines, query), asked.words, unknown, done))
}
