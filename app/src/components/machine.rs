//! What a machine wrote, or chose, says so until a person accepts it.

use leptos::prelude::*;

use crate::text::motion;

/// The words « brouillon automatique » with their dotted rule.
pub fn mark() -> AnyView {
    view! { <span class="machine">{motion::MACHINE}</span> }.into_any()
}
