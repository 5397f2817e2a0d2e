//! What the search field proposes as one types.

use std::sync::Arc;

use analysis::read::{highlights, query_stems};
use app::api::map::Cartography;
use app::api::search::{Looking, Lookup, MOST, Suggestion};
use app::failure::Failure;
use app::routes::Route;
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use domain::contribution::Contribution;
use domain::words::Slug;
use leptos::prelude::provide_context;

use super::{Refusal, Visit, cartography};

/// Answers the islands' server functions, to those who may read.
pub async fn answer(visit: Visit, request: Request) -> Response {
    let visit = Arc::new(visit);
    let cartography: Arc<dyn Cartography> = Arc::new(cartography::Database(Arc::clone(&visit)));
    let lookup: Arc<dyn Lookup> = Arc::new(Database(visit));
    let context = move || {
        provide_context(lookup.clone());
        provide_context(cartography.clone());
    };
    leptos_axum::handle_server_fns_with_context(context, request).await.into_response()
}

struct Database(Arc<Visit>);

impl Lookup for Database {
    fn suggest(&self, slug: Slug, words: String) -> Looking {
        let visit = Arc::clone(&self.0);
        Box::pin(async move { search(&visit, &slug, &words).await.map_err(told) })
    }
}

/// What an island is told of a refusal; the log gets the cause.
pub(super) fn told(refusal: Refusal) -> Failure {
    match refusal {
        Refusal::Failure(failure) => failure,
        Refusal::Broken(error) => {
            tracing::error!(
                error = error.as_ref() as &dyn std::error::Error,
                "an island could not be answered"
            );
            Failure::Unavailable
        }
    }
}

async fn search(visit: &Visit, slug: &Slug, words: &str) -> Result<Vec<Suggestion>, Refusal> {
    let stems = query_stems(words);
    let Some((mut reading, congress)) = visit.readable_if_there(slug).await? else { return Ok(Vec::new()) };
    let found = reading.quick_search(congress.id, &stems, u32::try_from(MOST).unwrap_or(u32::MAX)).await?;
    Ok(found.iter().map(|card| suggestion(slug, &card.contribution, &stems)).collect())
}

fn suggestion(slug: &Slug, contribution: &Contribution, stems: &[String]) -> Suggestion {
    let body = contribution.body.as_str();
    let first = highlights(body, stems).first().map_or(0, |hit| hit.start);
    Suggestion {
        href: Route::Contribution(slug, contribution.number).path(),
        number: contribution.number.to_string(),
        words: around(body, first),
        who: app::text::quote::signed(&contribution.signature),
    }
}

/// One line of `text` with what stands at byte `at`; « … » where it is cut.
fn around(text: &str, at: usize) -> String {
    const BEFORE: usize = 30;
    const LENGTH: usize = 110;
    let from = if at <= BEFORE { 0 } else { text.floor_char_boundary(at - BEFORE) };
    let from = if from == 0 { 0 } else { from + text[from..].find(' ').map_or(0, |gap| gap + 1) };
    let to = text.ceil_char_boundary((from + LENGTH).min(text.len()));
    let to = if to == text.len() { to } else { from + text[from..to].rfind(' ').unwrap_or(to - from) };
    let line = text[from..to].split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{}{line}{}", if from > 0 { "… " } else { "" }, if to < text.len() { " …" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::around;

    #[test]
    fn a_suggestion_is_one_line_around_the_word() {
        let text = format!("{}été à la mairie,\n{}", "œuvre ".repeat(30), "la fibre ".repeat(30));
        for at in (0..text.len()).filter(|&at| text.is_char_boundary(at)) {
            let line = around(&text, at);
            assert!(line.chars().count() < 130 && !line.contains('\n'), "{line}");
        }
        assert_eq!(around("Pareil.", 0), "Pareil.");
    }
}
