//! A bar beside a figure that says the same: decoration, drawn as SVG since pages have no inline style.

use leptos::prelude::*;

/// `part` of `whole` as a bar, in the theme's `hue` if there is one.
pub fn bar(part: f64, whole: f64, hue: Option<u8>) -> AnyView {
    let width = if whole > 0.0 { (part / whole * 100.0).clamp(0.0, 100.0) } else { 0.0 };
    let class = hue.map_or("bar".to_owned(), |hue| format!("bar hue-{}", hue % 8));
    view! {
        <svg class=class viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect class="bar-part" width=format!("{width:.1}") height="4"></rect>
        </svg>
    }
    .into_any()
}
