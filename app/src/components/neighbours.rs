//! The page before and the page after.

use leptos::prelude::*;

/// A link to a neighbour: its address, what it is, its name.
pub struct Neighbour {
    /// Its address.
    pub href: String,
    /// « Précédente », where the name alone wouldn't say.
    pub way: Option<&'static str>,
    /// « C-0420 »
    pub name: String,
}

/// The two neighbours, where there are any.
pub fn neighbours(label: &'static str, before: Option<Neighbour>, after: Option<Neighbour>) -> AnyView {
    let link = |class: &'static str, rel: &'static str, to: Neighbour| {
        view! { <a class=class rel=rel href=to.href>{to.way.map(|way| view! { <span>{way}</span>" " })}<strong>{to.name}</strong></a> }
    };
    let before = before.map(|to| link("before", "prev", to));
    let after = after.map(|to| link("after", "next", to));
    view! { <nav class="neighbours" aria-label=label>{before}{after}</nav> }.into_any()
}
