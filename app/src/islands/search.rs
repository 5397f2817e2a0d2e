//! Search as you type: the form's field, and the first answers below it.

use domain::words::Slug;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

use crate::api::search::{Suggestion, suggest};
use crate::text::corpus;

/// Fewer letters would propose half the corpus.
const FEWEST: usize = 2;
/// How long the fingers rest before the server is asked.
const REST: Duration = Duration::from_millis(200);

/// What is known of the words typed last.
#[derive(Clone, Debug, PartialEq)]
enum Answer {
    /// Nothing was asked: no letters yet, or too few.
    Silent,
    /// The first contributions that answer.
    Found(Vec<Suggestion>),
    /// The server couldn't be asked; the form still works.
    Missed,
}

/// The field `q` of the search form around it. What is typed is the browser's alone: no answer ever writes into the field.
#[island]
pub fn Search(
    /// The congress that is searched.
    slug: Slug,
    /// The words of the page shown.
    words: String,
) -> impl IntoView {
    let answer = RwSignal::new(Answer::Silent);
    // The number of the last question: an answer to an earlier one is stale, and dropped.
    let asked = StoredValue::new(0_u32);
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let typed = move |event| {
        let words = event_target_value(&event).trim().to_owned();
        asked.update_value(|number| *number = number.wrapping_add(1));
        if let Some(handle) = waiting.try_update_value(Option::take).flatten() {
            handle.clear();
        }
        if words.chars().count() < FEWEST {
            answer.set(Answer::Silent);
            return;
        }
        let slug = slug.clone();
        let ask = move || ask(slug, words, asked, answer);
        waiting.set_value(set_timeout_with_handle(ask, REST).ok());
    };
    view! {
        <label class="search-field">
            <span>{corpus::SEARCH}</span>
            <input type="search" name="q" value=words autocomplete="off" spellcheck="false" maxlength="200" on:input=typed/>
        </label>
        <div class="suggestions">
            <p class="suggestions-count" role="status">{move || status(&answer.get())}</p>
            <ul aria-label=corpus::SUGGESTED>{move || list(&answer.get())}</ul>
        </div>
    }
}

fn ask(slug: Slug, words: String, asked: StoredValue<u32>, answer: RwSignal<Answer>) {
    let number = asked.get_value();
    spawn_local(async move {
        let heard = suggest(slug, words).await;
        if asked.try_get_value() == Some(number) {
            answer.set(heard.map_or(Answer::Missed, Answer::Found));
        }
    });
}

fn status(answer: &Answer) -> Option<String> {
    match answer {
        Answer::Silent => None,
        Answer::Found(found) => Some(corpus::suggestions(u32::try_from(found.len()).unwrap_or(u32::MAX))),
        Answer::Missed => Some(corpus::NO_SUGGESTION.to_owned()),
    }
}

fn list(answer: &Answer) -> Vec<AnyView> {
    let Answer::Found(found) = answer else { return Vec::new() };
    let line = |of: &Suggestion| {
        let Suggestion { href, number, words, who } = of.clone();
        view! {
            <li><a href=href><strong>{number}</strong>" "<span class="suggestion-words">{words}</span>" "<small>{who}</small></a></li>
        }
        .into_any()
    };
    found.iter().map(line).collect()
}
