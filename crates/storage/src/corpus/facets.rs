//! What can be narrowed, from the counts.

use domain::contribution::Kind;
use domain::member::College;
use domain::reading::{CorpusQuery, Facet, Facets, PlaceFilter, ThemeLine};
use std::collections::BTreeMap;

use crate::corpus::groups::Group;

/// The filters of a query, one of which may be left out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Filter {
    Kind,
    Place,
    Departement,
    College,
}

/// How many contributions answer the whole query.
pub(crate) fn total(groups: &[Group], query: &CorpusQuery) -> u32 {
    groups.iter().filter(|group| admits(query, group, None)).map(|group| group.count).sum()
}

/// Each list sums to the answer without its own filter. What the reader chose is in its list even when it counts nothing.
///
/// Labels are what the database knows: a theme's label, else the code. Screens put their own words there.
pub(crate) fn facets(groups: &[Group], query: &CorpusQuery, labels: &BTreeMap<u32, String>) -> Facets {
    let kinds = counts(groups, query, Filter::Kind, |group| group.kind, query.kind.map(Some));
    let places = counts(groups, query, Filter::Place, |group| group.place, query.place);
    let departements = counts(
        groups,
        query,
        Filter::Departement,
        |group| group.departement.clone(),
        query.departement.clone(),
    );
    let colleges = counts(groups, query, Filter::College, |group| group.college, query.college);
    Facets {
        kinds: kinds_first(listed(kinds, |kind| kind.map_or("", Kind::code).to_owned())),
        places: listed(places, |place| place_label(*place, labels)),
        departements: listed(departements, Clone::clone),
        colleges: listed(colleges, |college: &College| college.code().to_owned()),
    }
}

/// Labels of a run's themes by their rank.
pub(crate) fn labels(themes: &[ThemeLine]) -> BTreeMap<u32, String> {
    themes.iter().map(|line| (line.tag.rank, line.tag.label.clone())).collect()
}

fn admits(query: &CorpusQuery, group: &Group, but: Option<Filter>) -> bool {
    let skip = |filter| but == Some(filter);
    (skip(Filter::Kind) || query.kind.is_none_or(|kind| group.kind == Some(kind)))
        && (skip(Filter::Place) || query.place.is_none_or(|place| group.place == place))
        && (skip(Filter::Departement) || query.departement.as_ref().is_none_or(|d| group.departement == *d))
        && (skip(Filter::College) || query.college.is_none_or(|college| group.college == college))
}

fn counts<T: Ord>(
    groups: &[Group],
    query: &CorpusQuery,
    but: Filter,
    value: impl Fn(&Group) -> T,
    chosen: Option<T>,
) -> BTreeMap<T, u32> {
    let mut counts: BTreeMap<T, u32> = chosen.map(|value| (value, 0)).into_iter().collect();
    for group in groups.iter().filter(|group| admits(query, group, Some(but))) {
        *counts.entry(value(group)).or_default() += group.count;
    }
    counts
}

fn listed<T>(counts: BTreeMap<T, u32>, label: impl Fn(&T) -> String) -> Vec<Facet<T>> {
    counts.into_iter().map(|(value, count)| Facet { label: label(&value), value, count }).collect()
}

/// « Not said » comes after the three kinds.
fn kinds_first(mut kinds: Vec<Facet<Option<Kind>>>) -> Vec<Facet<Option<Kind>>> {
    kinds.sort_by_key(|facet| (facet.value.is_none(), facet.value));
    kinds
}

fn place_label(place: PlaceFilter, labels: &BTreeMap<u32, String>) -> String {
    match place {
        PlaceFilter::Theme(rank) => labels.get(&rank).cloned().unwrap_or_default(),
        PlaceFilter::Weak | PlaceFilter::Unplaced | PlaceFilter::Unread | PlaceFilter::Withheld => {
            String::new()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn kind() -> impl Strategy<Value = Kind> {
        prop::sample::select(Kind::ALL)
    }

    fn place() -> impl Strategy<Value = PlaceFilter> {
        prop_oneof![
            (1_u32..4).prop_map(PlaceFilter::Theme),
            Just(PlaceFilter::Weak),
            Just(PlaceFilter::Unplaced),
            Just(PlaceFilter::Unread),
            Just(PlaceFilter::Withheld)
        ]
    }

    fn departement() -> impl Strategy<Value = String> {
        prop::sample::select(vec!["", "29", "2A"]).prop_map(str::to_owned)
    }

    fn college() -> impl Strategy<Value = College> {
        prop::sample::select(College::ALL)
    }

    prop_compose! {
        fn group()(kind in prop::option::of(kind()), place in place(), departement in departement(),
                   college in college(), count in 1_u32..9) -> Group {
            Group { kind, place, departement, college, count }
        }
    }

    prop_compose! {
        fn query()(kind in prop::option::of(kind()), place in prop::option::of(place()),
                   departement in prop::option::of(departement()),
                   college in prop::option::of(college())) -> CorpusQuery {
            CorpusQuery { words: String::new(), kind, place, departement, college, page: 1 }
        }
    }

    fn sum<T>(facets: &[Facet<T>]) -> u32 {
        facets.iter().map(|facet| facet.count).sum()
    }

    proptest! {
        #[test]
        fn each_list_sums_to_the_answer_without_its_own_filter(
            groups in prop::collection::vec(group(), 0..30),
            query in query(),
        ) {
            let found = facets(&groups, &query, &BTreeMap::new());
            let without = |change: fn(&mut CorpusQuery)| {
                let mut wider = query.clone();
                change(&mut wider);
                total(&groups, &wider)
            };
            prop_assert_eq!(sum(&found.kinds), without(|q| q.kind = None));
            prop_assert_eq!(sum(&found.places), without(|q| q.place = None));
            prop_assert_eq!(sum(&found.departements), without(|q| q.departement = None));
            prop_assert_eq!(sum(&found.colleges), without(|q| q.college = None));
        }
    }
}
