//! The search form of the corpus: words, four filters with their counts, and the filters that are on.

use domain::reading::{CorpusPage, CorpusQuery, Facet, PlaceFilter};
use domain::words::Slug;
use leptos::prelude::*;

use crate::islands::Search;
use crate::routes::{Route, departement_code, field, place_code};
use crate::text::{corpus, names, theme};

/// One `<select>`: its name, its label and its options.
pub struct Filter {
    /// The field.
    pub name: &'static str,
    /// What people read.
    pub label: &'static str,
    /// What can be chosen, besides nothing.
    pub options: Vec<Choice>,
    /// How many answers there are when it asks nothing.
    pub whole: u32,
}

/// One option: its code, its words, its count, whether it is chosen. Without a code it can't be: it is there so that the sums hold.
pub struct Choice {
    /// The value.
    pub code: String,
    /// What people read.
    pub label: String,
    /// How many answers have it.
    pub count: u32,
    /// Whether it is asked.
    pub chosen: bool,
}

/// The form. It works as it stands; the island in it proposes contributions as one types.
pub fn search_form(slug: &Slug, page: &CorpusPage) -> AnyView {
    let filters = filters(page).into_iter().map(select).collect_view();
    view! {
        <form class="search" role="search" method="get" action=Route::Corpus(slug).path()>
            <div class="search-words">
                <Search slug=slug.clone() words=page.query.words.clone()/>
                <button class="button primary" type="submit">{corpus::SUBMIT}</button>
            </div>
            <fieldset class="search-filters">
                <legend class="said">{corpus::FILTERS}</legend>
                {filters}
            </fieldset>
        </form>
    }
    .into_any()
}

/// The `<select>`, its first option the one that asks nothing.
pub fn select(filter: Filter) -> AnyView {
    let chosen = filter.options.iter().any(|choice| choice.chosen);
    let options = filter.options.into_iter().map(|choice| {
        let words = corpus::option(&choice.label, choice.count);
        let cannot = choice.code.is_empty();
        view! { <option value=choice.code selected=choice.chosen disabled=cannot>{words}</option> }
    });
    view! {
        <label class="search-filter" class:chosen=chosen>
            <span>{filter.label}</span>
            <select name=filter.name>
                <option value="">{corpus::all(filter.name, filter.whole)}</option>
                {options.collect_view()}
            </select>
        </label>
    }
    .into_any()
}

fn filters(page: &CorpusPage) -> Vec<Filter> {
    let (query, facets) = (&page.query, &page.facets);
    vec![
        filter(field::KIND, corpus::KIND, &facets.kinds, |value| {
            let code = value.map_or("", |kind| kind.code());
            (code.to_owned(), names::kind_or_none(*value).to_owned(), value.is_some() && query.kind == *value)
        }),
        filter(field::PLACE, corpus::PLACE, &facets.places, |value| {
            (place_code(*value), own_name(*value).to_owned(), query.place == Some(*value))
        }),
        filter(field::DEPARTEMENT, corpus::DEPARTEMENT, &facets.departements, |value| {
            let label = if value.is_empty() { theme::NO_DEPARTEMENT } else { "" };
            (departement_code(value).to_owned(), label.to_owned(), query.departement.as_ref() == Some(value))
        }),
        filter(field::COLLEGE, corpus::COLLEGE, &facets.colleges, |value| {
            (value.code().to_owned(), names::college(*value).to_owned(), query.college == Some(*value))
        }),
    ]
}

fn filter<T>(
    name: &'static str,
    label: &'static str,
    facets: &[Facet<T>],
    read: impl Fn(&T) -> (String, String, bool),
) -> Filter {
    let options = facets.iter().map(|facet| {
        let (code, own, chosen) = read(&facet.value);
        let label = if own.is_empty() { theme::label(&facet.label) } else { own };
        Choice { code, label, count: facet.count, chosen }
    });
    let whole = facets.iter().map(|facet| facet.count).sum();
    Filter { name, label, options: options.collect(), whole }
}

/// The filters that are on, each a link to the same search without it; nothing when none is.
pub fn active_filters(slug: &Slug, page: &CorpusPage) -> AnyView {
    let chips = without(page).into_iter().map(|(label, query)| {
        let href = Route::Contributions(slug, &query).path();
        view! {
            <li>
                <a class="chip" href=href aria-label=corpus::remove(&label)>
                    {label.clone()}<span class="chip-cross" aria-hidden="true"></span>
                </a>
            </li>
        }
    });
    let chips = chips.collect_view();
    if chips.is_empty() {
        return ().into_any();
    }
    let all = CorpusQuery { words: page.query.words.clone(), page: 1, ..CorpusQuery::default() };
    view! {
        <ul class="chips" aria-label=corpus::ACTIVE>
            {chips}
            <li><a href=Route::Contributions(slug, &all).path()>{corpus::CLEAR}</a></li>
        </ul>
    }
    .into_any()
}

fn without(page: &CorpusPage) -> Vec<(String, CorpusQuery)> {
    let query = CorpusQuery { page: 1, ..page.query.clone() };
    let kind =
        query.kind.map(|kind| (names::kind(kind).to_owned(), CorpusQuery { kind: None, ..query.clone() }));
    let place =
        query.place.map(|place| (place_name(page, place), CorpusQuery { place: None, ..query.clone() }));
    let departement = query
        .departement
        .as_ref()
        .map(|code| (departement_name(page, code), CorpusQuery { departement: None, ..query.clone() }));
    let college = query
        .college
        .map(|college| (names::college(college).to_owned(), CorpusQuery { college: None, ..query.clone() }));
    [kind, place, departement, college].into_iter().flatten().collect()
}

/// What a place that isn't a theme is called; nothing for a theme, which has its own label.
fn own_name(place: PlaceFilter) -> &'static str {
    match place {
        PlaceFilter::Theme(_) => "",
        PlaceFilter::Weak => theme::WEAK,
        PlaceFilter::Unplaced => theme::UNPLACED,
        PlaceFilter::Unread => corpus::UNREAD,
        PlaceFilter::Withheld => corpus::WITHHELD,
    }
}

fn place_name(page: &CorpusPage, place: PlaceFilter) -> String {
    let PlaceFilter::Theme(rank) = place else { return own_name(place).to_owned() };
    let known = page.facets.places.iter().find(|facet| facet.value == place);
    known.map_or_else(|| theme::rank(rank), |facet| theme::label(&facet.label))
}

fn departement_name(page: &CorpusPage, code: &str) -> String {
    let known =
        page.facets.departements.iter().find(|facet| facet.value == code).map(|facet| facet.label.clone());
    match known {
        _ if code.is_empty() => theme::NO_DEPARTEMENT.to_owned(),
        Some(label) => label,
        None => code.to_owned(),
    }
}
