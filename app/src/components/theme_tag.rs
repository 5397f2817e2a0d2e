//! A theme named, coloured and shaped: colour is never alone.

use domain::analysis::Place;
use domain::reading::ThemeTag;
use domain::words::Slug;
use leptos::prelude::*;

use crate::routes::Route;
use crate::text::names;
use crate::text::theme::label;

/// One shape a hue, in a square of 12: told apart without colour.
pub const SHAPES: [&str; 8] = [
    "M6 1a5 5 0 1 0 0 10A5 5 0 1 0 6 1Z",
    "M1.5 1.5h9v9h-9Z",
    "M6 1 11.5 10.8H.5Z",
    "M6 .4 11.6 6 6 11.6.4 6Z",
    "M4 1h4v3h3v4H8v3H4V8H1V4h3Z",
    "M.5 1.2h11L6 11Z",
    "M3.2 1h5.6L11.6 6 8.8 11H3.2L.4 6Z",
    "M1 11A10 10 0 0 1 11 1v10Z",
];

/// The shape of a theme's hue.
pub fn shape(hue: u8) -> AnyView {
    let path = SHAPES[usize::from(hue % 8)];
    view! {
        <svg class=format!("shape hue-{}", hue % 8) viewBox="0 0 12 12" aria-hidden="true"><path d=path></path></svg>
    }
    .into_any()
}

/// A theme as a link.
pub fn tag(slug: &Slug, theme: &ThemeTag) -> AnyView {
    let href = Route::Theme(slug, theme.rank, 1).path();
    view! { <a class="tag" href=href>{shape(theme.hue)}<span>{label(&theme.label)}</span></a> }.into_any()
}

/// Where something stands, as a link to what stands there too.
pub fn place(slug: &Slug, place: &Place<ThemeTag>) -> AnyView {
    let (href, shape) = match place {
        Place::Theme(theme) => return tag(slug, theme),
        Place::Weak(_) => (Route::Weak(slug, 1).path(), hollow()),
        Place::Unplaced(_) => (Route::Unplaced(slug, 1).path(), small()),
    };
    view! { <a class="tag" href=href>{shape}<span>{names::apart(place)}</span></a> }.into_any()
}

/// The empty circle of a weak signal.
pub fn hollow() -> AnyView {
    view! {
        <svg class="shape hollow" viewBox="0 0 12 12" aria-hidden="true"><circle cx="6" cy="6" r="4.4"></circle></svg>
    }
    .into_any()
}

/// The small dot of what couldn't be compared.
pub fn small() -> AnyView {
    view! {
        <svg class="shape small" viewBox="0 0 12 12" aria-hidden="true"><circle cx="6" cy="6" r="2"></circle></svg>
    }
    .into_any()
}
