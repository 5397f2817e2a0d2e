//! Who speaks of a theme, and of what: by kind, by enjeu, by college, by département. Each table sums to the theme, but that of enjeux.

use domain::reading::{Facet, ThemePage};
use leptos::prelude::*;

use crate::components::counts::{Row, counts, counts_apart};
use crate::text::{names, theme as text};

/// Départements shown before « others ».
const FIRST: usize = 8;

/// The four tables.
pub fn who(page: &ThemePage) -> AnyView {
    let hue = page.line.tag.hue;
    let kinds = rows(&page.kinds, |facet| names::kind(facet.value).to_owned());
    let colleges = rows(&page.colleges, |facet| names::college(facet.value).to_owned());
    let areas = rows(&page.areas, |facet| match facet.value {
        0 => text::NO_AREA.to_owned(),
        _ => facet.label.clone(),
    });
    let several = page.areas.iter().map(|facet| facet.count).sum::<u32>() > page.line.verbatims;
    view! {
        <section class="ruled" aria-labelledby="qui">
            <h2 id="qui">{text::WHO}</h2>
            <div class="tables">
                {counts(text::BY_KIND, kinds, hue)}
                {counts_apart(text::BY_AREA, areas, hue)}
                {counts(text::BY_COLLEGE, colleges, hue)}
                {counts(text::BY_DEPARTEMENT, departements(page), hue)}
            </div>
            {several.then(|| view! { <p class="note tables-note">{text::AREA_NOTE}</p> })}
        </section>
    }
    .into_any()
}

fn rows<T>(facets: &[Facet<T>], label: impl Fn(&Facet<T>) -> String) -> Vec<Row> {
    facets.iter().map(|facet| Row { label: label(facet), count: facet.count }).collect()
}

fn departements(page: &ThemePage) -> Vec<Row> {
    let mut rows = rows(&page.departements, |facet| match facet.value.as_str() {
        "" => text::NO_DEPARTEMENT.to_owned(),
        _ => facet.label.clone(),
    });
    if rows.len() > FIRST + 1 {
        let rest = rows.split_off(FIRST);
        let count = rest.iter().map(|row| row.count).sum();
        rows.push(Row { label: text::others(u32::try_from(rest.len()).unwrap_or(u32::MAX)), count });
    }
    rows
}
