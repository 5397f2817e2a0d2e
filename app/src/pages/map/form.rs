//! What one asks of the map. The form works as it stands; the island answers to the same fields as one changes them.

use domain::reading::Facet;
use domain::words::Slug;
use leptos::prelude::*;

use super::read::MapView;
use crate::components::search_form::{Choice, Filter, select};
use crate::islands::place;
use crate::map::query::MapQuery;
use crate::routes::{Route, area_code, departement_code, field, place_code};
use crate::text::{corpus, map as text, names, theme};

/// Words, five filters with their counts, and the way back to the whole map.
pub fn form(slug: &Slug, view: &MapView) -> AnyView {
    let filters = filters(view).into_iter().map(select).collect_view();
    let query = &view.answer.query;
    let all = Route::Map(slug, &MapQuery::default()).path();
    let clear =
        (!query.is_open()).then(|| view! { <p class="map-clear"><a href=all>{corpus::CLEAR}</a></p> });
    view! {
        <form class="search" role="search" method="get" action=Route::Map(slug, &MapQuery::default()).path() id=place::FORM>
            <div class="search-words">
                <label class="search-field">
                    <span>{text::SEARCH}</span>
                    <input type="search" name=field::WORDS value=query.corpus.words.clone() autocomplete="off" spellcheck="false" maxlength="200"/>
                </label>
                <button class="button primary" type="submit">{corpus::SUBMIT}</button>
            </div>
            <fieldset class="search-filters">
                <legend class="said">{corpus::FILTERS}</legend>
                {filters}
            </fieldset>
            {clear}
        </form>
    }
    .into_any()
}

fn filters(view: &MapView) -> Vec<Filter> {
    let (asked, area, facets) = (&view.answer.query.corpus, view.answer.query.area, &view.answer.facets);
    let whole = u32::try_from(view.page.points.len()).unwrap_or(u32::MAX);
    vec![
        filter(whole, field::KIND, corpus::KIND, &facets.kinds, |value, _| {
            (value.code().to_owned(), names::kind(*value).to_owned(), asked.kind == Some(*value))
        }),
        filter(whole, field::PLACE, corpus::PLACE, &facets.places, |value, label| {
            let label = if label.is_empty() { theme::WEAK.to_owned() } else { theme::label(label) };
            (place_code(*value), label, asked.place == Some(*value))
        }),
        filter(whole, field::AREA, text::AREA, &facets.areas, |value, label| {
            let label = if *value == 0 { text::NO_AREA } else { label };
            (area_code(*value), label.to_owned(), area == Some(*value))
        }),
        filter(whole, field::DEPARTEMENT, corpus::DEPARTEMENT, &facets.departements, |value, label| {
            let label = if value.is_empty() { theme::NO_DEPARTEMENT } else { label };
            (departement_code(value).to_owned(), label.to_owned(), asked.departement.as_ref() == Some(value))
        }),
        filter(whole, field::COLLEGE, corpus::COLLEGE, &facets.colleges, |value, _| {
            (value.code().to_owned(), names::college(*value).to_owned(), asked.college == Some(*value))
        }),
    ]
}

fn filter<T>(
    whole: u32,
    name: &'static str,
    label: &'static str,
    facets: &[Facet<T>],
    read: impl Fn(&T, &str) -> (String, String, bool),
) -> Filter {
    let options = facets.iter().map(|facet| {
        let (code, label, chosen) = read(&facet.value, &facet.label);
        Choice { code, label, count: facet.count, chosen }
    });
    Filter { name, label, options: options.collect(), whole }
}
