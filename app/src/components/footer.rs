//! The foot of every page.

use domain::time::Timestamp;
use leptos::prelude::*;

use crate::routes::Route;
use crate::text::{date, frame};

/// Links about the site; on paper, the date and the address instead.
pub fn footer(path: &str, now: Timestamp) -> AnyView {
    let links = [
        (Route::Help, frame::READ_THIS_SITE),
        (Route::Accessibility, frame::ACCESSIBILITY),
        (Route::Legal, frame::LEGAL),
    ];
    let links = links.map(|(route, words)| view! { <li><a href=route.path()>{words}</a></li> });
    view! {
        <footer class="footer">
            <div class="wide">
                <nav aria-label=frame::FOOTER_NAVIGATION><ul>{links.into_iter().collect_view()}</ul></nav>
                <p>{frame::FREE_SOFTWARE}</p>
                <p class="paper-only">{frame::printed(&date::moment(now), path)}</p>
            </div>
        </footer>
    }
    .into_any()
}
