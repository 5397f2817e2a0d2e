//! A printed number, whole on its line: « C-0421 » must not break at its hyphen, and a hyphen that never breaks is another
//! character to whoever copies or searches.

use domain::contribution::ContributionNumber;
use leptos::prelude::*;

/// The number.
pub fn number(of: ContributionNumber) -> AnyView {
    view! { <span class="number">{of.to_string()}</span> }.into_any()
}
