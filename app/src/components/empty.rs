//! A page or part without content: what is so, and what one can do.

use leptos::prelude::*;

/// A sentence, its explanation, and a way on.
pub fn empty(sentence: impl Into<String>, how: impl Into<String>, way: Option<(String, String)>) -> AnyView {
    let sentence = sentence.into();
    let how = Some(how.into()).filter(|how| !how.is_empty()).map(|how| view! { <p>{how}</p> });
    let way =
        way.map(|(href, words)| view! { <p class="actions"><a class="button" href=href>{words}</a></p> });
    view! {
        <div class="empty">
            <p class="empty-what">{sentence}</p>
            {how}
            {way}
        </div>
    }
    .into_any()
}
