//! What the map's regions and marks are; the numbers are those of narrow screens.

use domain::reading::{MapPage, MapRegion};
use domain::words::Slug;
use leptos::prelude::*;

use crate::components::theme_tag::{hollow, shape};
use crate::routes::Route;
use crate::text::number::number;
use crate::text::{map as text, theme};

/// Themes by rank, weak signals, and what has no place there.
pub fn legend(slug: &Slug, page: &MapPage) -> AnyView {
    let themes = page.regions.iter().map(|region| line(slug, region)).collect_view();
    // Those on the map: a weak signal none of whose words is anybody else's has no place among the others.
    let isolated = page.points.iter().filter(|of| of.theme.is_none()).count();
    let isolated = u32::try_from(isolated).unwrap_or(u32::MAX);
    let weak = (isolated > 0).then(|| {
        view! {
            <li>
                <span class="legend-rank"></span>
                <a class="tag" href=Route::Weak(slug, 1).path()>{hollow()}<span>{theme::WEAK}</span></a>
                <span class="legend-count">{number(isolated)}</span>
            </li>
        }
    });
    let alone = text::alone(page.figures.weak.saturating_sub(isolated)).map(|words| {
        view! { <p class="note"><a href=Route::Weak(slug, 1).path()>{words}</a>"."</p> }
    });
    let beside = text::beside(page.figures.unplaced).map(|words| {
        view! { <p class="note"><a href=Route::Unplaced(slug, 1).path()>{words}</a>"."</p> }
    });
    let landmarks = page.landmarks.map(|n| view! { <p class="note">{text::landmarks(n)}</p> });
    view! {
        <section class="map-legend" aria-labelledby="legende">
            <h2 id="legende">{text::LEGEND}</h2>
            <ol class="legend">{themes}{weak}</ol>
            <p class="note">{text::HOW}</p>
            {alone}
            {beside}
            {landmarks}
        </section>
    }
    .into_any()
}

fn line(slug: &Slug, region: &MapRegion) -> AnyView {
    let href = Route::Theme(slug, region.tag.rank, 1).path();
    view! {
        <li>
            <span class="legend-rank" aria-hidden="true">{number(region.tag.rank)}</span>
            <a class="tag" href=href>{shape(region.tag.hue)}<span>{theme::label(&region.tag.label)}</span></a>
            <span class="legend-count">{number(region.verbatims)}</span>
        </li>
    }
    .into_any()
}
