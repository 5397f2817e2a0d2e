//! What stands under an objective besides its quotations: words that « Pour … » may go on with, and what divides.

use domain::reading::{DraftObjective, Quote};
use domain::words::Slug;
use leptos::prelude::*;

use crate::components::divide::divide;
use crate::components::number::number as printed;
use crate::components::quote::signature;
use crate::routes::Route;
use crate::text::motion as text;
use crate::text::quote::followed;

/// Phrases found after « pour », « il faut » or « nous demandons »; nothing where none was.
pub fn suggestions(slug: &Slug, objective: &DraftObjective) -> AnyView {
    if objective.suggestions.is_empty() {
        return ().into_any();
    }
    let phrases = objective.suggestions.iter().map(|of| phrase(slug, of)).collect_view();
    view! {
        <div class="pour">
            <h3>{text::POUR}</h3>
            <p class="note">{text::POUR_HOW}</p>
            <ul>{phrases}</ul>
        </div>
    }
    .into_any()
}

fn phrase(slug: &Slug, quote: &Quote) -> AnyView {
    let href = Route::Contribution(slug, quote.number).path();
    view! {
        <li>
            <p class="pour-words">{text::POUR_START}" "{followed(quote)}</p>
            <p class="pour-source">{signature(&quote.signature)}" · "<a href=href>{printed(quote.number)}</a></p>
        </li>
    }
    .into_any()
}

/// Pairs of quotations that pull opposite ways; where none was found, says so: a draft without it would look like a chorus.
pub fn divides(slug: &Slug, objective: &DraftObjective) -> AnyView {
    let pairs = objective.divides.iter().map(|of| divide(slug, of)).collect_view();
    let how = if objective.divides.is_empty() { text::NO_DIVIDE } else { text::DIVIDES_HOW };
    view! {
        <div class="objective-divides">
            <h3>{text::DIVIDES}</h3>
            <p class="note">{how}</p>
            {pairs}
        </div>
    }
    .into_any()
}
