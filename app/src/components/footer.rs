//! The foot of every page.

use domain::congress::Congress;
use domain::time::Timestamp;
use leptos::prelude::*;

use crate::routes::{Route, is_secret};
use crate::text::{date, frame, rules};

/// Links about the congress and the site; on paper, the date and the address instead.
pub fn footer(congress: Option<&Congress>, path: &str, now: Timestamp) -> AnyView {
    let rules = congress.map(|congress| (Route::Rules(&congress.slug), rules::TITLE));
    let site = [
        (Route::Help, frame::READ_THIS_SITE),
        (Route::Accessibility, frame::ACCESSIBILITY),
        (Route::Legal, frame::LEGAL),
    ];
    let links = rules
        .into_iter()
        .chain(site)
        .map(|(route, words)| view! { <li><a href=route.path()>{words}</a></li> });
    view! {
        <footer class="footer">
            <div class="wide">
                <nav aria-label=frame::FOOTER_NAVIGATION><ul>{links.collect_view()}</ul></nav>
                <p>{frame::FREE_SOFTWARE}</p>
                <p class="paper-only">{frame::printed(&date::moment(now), Some(path).filter(|path| !is_secret(path)))}</p>
            </div>
        </footer>
    }
    .into_any()
}
