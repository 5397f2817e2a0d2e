//! What answers to a question asked of the map: who is lit, who stands on the page of the list, and what can be narrowed.

use domain::contribution::{ContributionNumber, Kind};
use domain::member::College;
use domain::reading::{Facet, MapPage, MapPoint, PlaceFilter, QuotePage};
use std::collections::{BTreeMap, BTreeSet};

use super::query::MapQuery;

/// Verbatims that hold the words asked: contribution's number, then rank within it.
pub type Lit = BTreeSet<(ContributionNumber, u32)>;

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct MapAnswer {
    /// What was asked.
    pub query: MapQuery,
    /// For each point of the map, whether it answers.
    pub keeps: Vec<bool>,
    /// How many do.
    pub total: u32,
    /// In how many themes they stand.
    pub themes: u32,
    /// The page of the list, from 1; never beyond the last.
    pub page: u32,
    /// How many pages, at least 1.
    pub pages: u32,
    /// The points of that page, in the order of contributions.
    pub shown: Vec<MapPoint>,
    /// What can be narrowed.
    pub facets: MapFacets,
}

/// The values of each filter, with how many verbatims of the whole map have each: the island changes what is asked without asking the server,
/// so these figures don't depend on it. Labels of départements are for whoever knows the names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MapFacets {
    /// By kind.
    pub kinds: Vec<Facet<Kind>>,
    /// By theme, then weak signals.
    pub places: Vec<Facet<PlaceFilter>>,
    /// By département, by COG code.
    pub departements: Vec<Facet<String>>,
    /// By college.
    pub colleges: Vec<Facet<College>>,
    /// By enjeu, by rank from 1, 0 for those without one; a verbatim may have several, so they don't sum.
    pub areas: Vec<Facet<u32>>,
}

impl MapAnswer {
    /// Asks `page`. `lit` are the verbatims that hold the words asked; none when no words were. `areas` are the congress' enjeux, in its order.
    pub fn of(page: &MapPage, query: MapQuery, lit: Option<&Lit>, areas: &[String]) -> Self {
        let is_lit = |of: &MapPoint| lit.is_none_or(|lit| lit.contains(&(of.number, of.ordinal)));
        let keeps: Vec<bool> = page.points.iter().map(|of| is_lit(of) && query.keeps(of)).collect();
        let kept = || page.points.iter().zip(&keeps).filter(|(_, kept)| **kept).map(|(of, _)| of);
        let total = count(kept().count());
        let themes = count(kept().filter_map(|of| of.theme).collect::<BTreeSet<_>>().len());
        let pages = total.div_ceil(QuotePage::SIZE).max(1);
        let at = query.corpus.page.clamp(1, pages);
        let size = QuotePage::SIZE as usize;
        let shown = kept().skip((at as usize - 1) * size).take(size).cloned().collect();
        let facets = facets(page, areas);
        Self { query, total, themes, page: at, pages, shown, facets, keeps }
    }
}

fn facets(page: &MapPage, areas: &[String]) -> MapFacets {
    let label = |place: &PlaceFilter| match place {
        PlaceFilter::Theme(rank) => {
            let known = page.regions.iter().find(|region| region.tag.rank == *rank);
            known.map_or_else(|| crate::text::theme::rank(*rank), |region| region.tag.label.clone())
        }
        _ => String::new(),
    };
    let place = |of: &MapPoint| of.theme.map_or(PlaceFilter::Weak, PlaceFilter::Theme);
    let ranks = |of: &MapPoint| if of.areas.is_empty() { vec![0] } else { of.areas.clone() };
    let area = |rank: &u32| {
        let at = usize::try_from(*rank).ok().and_then(|rank| rank.checked_sub(1));
        at.and_then(|at| areas.get(at)).cloned().unwrap_or_default()
    };
    let points = || page.points.iter();
    MapFacets {
        kinds: tally(points().map(|of| of.kind), |_| false, |_| String::new()),
        places: tally(points().map(place), |_| false, label),
        departements: tally(points().map(|of| of.departement.clone()), String::is_empty, |_| String::new()),
        colleges: tally(points().map(|of| of.college), |_| false, |_| String::new()),
        areas: tally(points().flat_map(ranks), |rank| *rank == 0, area),
    }
}

/// How often each value comes, in their order; the value that stands for none comes last.
fn tally<T: Ord>(
    values: impl Iterator<Item = T>,
    is_none: impl Fn(&T) -> bool,
    label: impl Fn(&T) -> String,
) -> Vec<Facet<T>> {
    let mut counts: BTreeMap<(bool, T), u32> = BTreeMap::new();
    for value in values {
        *counts.entry((is_none(&value), value)).or_default() += 1;
    }
    counts.into_iter().map(|((_, value), count)| Facet { label: label(&value), value, count }).collect()
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
