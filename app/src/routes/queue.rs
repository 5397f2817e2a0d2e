//! What staff asks of its queue, as a query string and back.

use domain::reading::QueueQuery;

use super::query::{field, page_number, pairs, written};
use super::words::encode as percent;

/// The names of the form's fields, besides those of the corpus.
pub mod queue_field {
    /// A pile.
    pub const PILE: &str = "pile";
}

/// The query string, « ? » included; empty when nothing is asked.
pub(super) fn encode(query: &QueueQuery) -> String {
    written(&[
        (queue_field::PILE, (query.pile != QueueQuery::default().pile).then(|| query.pile.code().to_owned())),
        (field::WORDS, Some(percent(&query.words)).filter(|words| !words.is_empty())),
        (field::PAGE, (query.page > 1).then(|| query.page.to_string())),
    ])
}

/// What a query string asks; what can't be read asks nothing. Words are as typed.
pub fn queue_query(text: &str) -> QueueQuery {
    let mut query = QueueQuery { page: page_number(text), ..QueueQuery::default() };
    for (name, value) in pairs(text) {
        match name.as_str() {
            queue_field::PILE => query.pile = value.parse().unwrap_or(query.pile),
            field::WORDS => query.words = value.trim().to_owned(),
            _ => {}
        }
    }
    query
}
