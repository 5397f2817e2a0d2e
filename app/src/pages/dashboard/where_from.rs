//! Contributions by département, as tiles and as a table.

use domain::reading::Dashboard;
use leptos::prelude::*;

use crate::components::counts::{Row, counts};
use crate::components::france::{Tile, france};
use crate::text::number::count;
use crate::text::{dashboard as text, theme};

/// The section.
pub fn where_from(page: &Dashboard) -> AnyView {
    let known = page.facets.departements.iter().filter(|facet| !facet.value.is_empty());
    let tile = |facet: &domain::reading::Facet<String>| Tile {
        code: facet.value.clone(),
        name: facet.label.clone(),
        count: facet.count,
    };
    let tiles: Vec<Tile> = known.map(tile).collect();
    let heard = u32::try_from(tiles.len()).unwrap_or(u32::MAX);
    let said = text::departements_said(heard);
    let titled = |tile: &Tile| text::day(&tile.name, &count::contributions(tile.count));
    let mut rows: Vec<Row> = page
        .facets
        .departements
        .iter()
        .map(|facet| Row {
            label: if facet.value.is_empty() {
                theme::NO_DEPARTEMENT.to_owned()
            } else {
                facet.label.clone()
            },
            count: facet.count,
        })
        .collect();
    rows.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.label.cmp(&b.label)));
    view! {
        <section class="ruled" aria-labelledby="departements">
            <h2 id="departements">{text::WHERE}</h2>
            <p>{said.clone()}</p>
            {france(&tiles, said, titled)}
            <details>
                <summary>{text::WHERE_TABLE}</summary>
                {counts(theme::BY_DEPARTEMENT, rows, 0)}
            </details>
        </section>
    }
    .into_any()
}
