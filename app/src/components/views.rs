//! The second navigation: the views of one analysis.

use domain::words::Slug;
use leptos::prelude::*;

use crate::map::query::MapQuery;
use crate::routes::Route;
use crate::text::frame;

/// A view of the analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The list of themes.
    Themes,
    /// The tree.
    Tree,
    /// The map.
    Map,
    /// Weak signals.
    Weak,
    /// What couldn't be compared.
    Unplaced,
    /// Runs.
    Runs,
}

/// Where one is among the views, and the others; on the page of one theme, none of them is where one is.
pub fn views(slug: &Slug, here: Option<View>) -> AnyView {
    let all = [
        (View::Themes, Route::Themes(slug).path(), frame::THEMES),
        (View::Tree, Route::Tree(slug).path(), frame::TREE),
        (View::Map, Route::Map(slug, &MapQuery::default()).path(), frame::MAP),
        (View::Weak, Route::Weak(slug, 1).path(), frame::WEAK),
        (View::Unplaced, Route::Unplaced(slug, 1).path(), frame::UNPLACED),
        (View::Runs, Route::Runs(slug).path(), frame::RUNS),
    ];
    let items = all.map(|(view, href, words)| {
        let current = (here == Some(view)).then_some("page");
        view! { <li><a href=href aria-current=current>{words}</a></li> }
    });
    view! { <nav class="views" aria-label=frame::VIEWS><ul>{items.into_iter().collect_view()}</ul></nav> }
        .into_any()
}
