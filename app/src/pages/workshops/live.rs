//! What is being said at the tables, on the map: to be projected. It refreshes itself.

use domain::congress::Congress;
use domain::reading::{MapPage, NoteLine};
use domain::words::Slug;
use leptos::prelude::*;

use crate::components::empty::empty;
use crate::components::map_picture::map_picture;
use crate::components::number::number;
use crate::components::quote::signature;
use crate::routes::Route;
use crate::text::workshop as text;
use crate::{Document, Section};

/// The map and the last lines.
#[derive(Clone, Debug, PartialEq)]
pub struct LiveView {
    /// The map, with the points of the lines; none before a first run.
    pub map: Option<MapPage>,
    /// Which of its points are those of the lines.
    pub lit: Vec<bool>,
    /// The last lines, the last first.
    pub notes: Vec<NoteLine>,
}

/// The page.
pub fn document(congress: &Congress, view: LiveView) -> Document {
    let slug = congress.slug.clone();
    let page = move || page(&slug, &view);
    Document::new(text::LIVE, page).within(Some(congress)).at(Section::Map).unlisted()
}

fn page(slug: &Slug, view: &LiveView) -> AnyView {
    let nothing = view.notes.is_empty().then(|| empty(text::LIVE_NONE, text::LIVE_NONE_HOW, None));
    let lines = view.notes.iter().map(|note| line(slug, note)).collect_view();
    let map = view
        .map
        .as_ref()
        .map(|page| view! { <div class="map-drawn">{map_picture(page, &view.lit, None)}</div> });
    let how = (view.map.is_some() && !view.notes.is_empty())
        .then(|| view! { <p class="note">{text::LIVE_UNPLACED}</p> });
    view! {
        <div class="middle">
            <h1>{text::LIVE}</h1>
            <p class="lead">{text::LIVE_LEAD}</p>
            {nothing}
            <div class="tables-live">
                {map}
                <div><ol class="noted">{lines}</ol>{how}</div>
            </div>
        </div>
    }
    .into_any()
}

fn line(slug: &Slug, note: &NoteLine) -> AnyView {
    let of = &note.own.contribution;
    // What is reported has no guillemets; what was confirmed has.
    let words = crate::text::quote::worded(of.body.as_str(), (false, false), of.reported);
    view! {
        <li>
            <p class="noted-words">{words}</p>
            <p class="kind">{signature(&of.signature)}" · "<a href=Route::Contribution(slug, of.number).path()>{number(of.number)}</a></p>
        </li>
    }
    .into_any()
}
