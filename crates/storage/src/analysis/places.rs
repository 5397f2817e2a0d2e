//! Where a run puts each contribution: by the places and kinds of its verbatims.

use domain::analysis::{Place, Placement, main_place};
use domain::contribution::Kind;
use domain::id::{ContributionId, ThemeId};
use std::collections::BTreeMap;

use crate::congress::rank;

/// A contribution as a run sees it.
pub(crate) struct ContributionPlace {
    pub(crate) contribution: ContributionId,
    pub(crate) place: Place<ThemeId>,
    pub(crate) kind: Kind,
    pub(crate) kind_suggested: bool,
}

/// The placements of each contribution, in the order of their spans.
pub(crate) fn by_contribution(placements: &[Placement]) -> Vec<Vec<&Placement>> {
    let mut groups: BTreeMap<ContributionId, Vec<&Placement>> = BTreeMap::new();
    for placement in placements {
        groups.entry(placement.verbatim.contribution).or_default().push(placement);
    }
    for group in groups.values_mut() {
        group.sort_by_key(|placement| (placement.verbatim.span.start, placement.verbatim.span.end));
    }
    groups.into_values().collect()
}

/// Each placement with its rank within its contribution.
pub(crate) fn with_ordinals<'a>(groups: &[Vec<&'a Placement>]) -> Vec<(i64, &'a Placement)> {
    groups
        .iter()
        .flat_map(|group| group.iter().enumerate().map(|(i, placement)| (rank(i), *placement)))
        .collect()
}

/// Place and kind of a contribution. None for an empty group, which [`by_contribution`] never makes.
pub(crate) fn contribution_place(group: &[&Placement]) -> Option<ContributionPlace> {
    let places: Vec<Place<ThemeId>> = group.iter().map(|placement| placement.place).collect();
    let authors = group.iter().find(|placement| !placement.kind_suggested);
    Some(ContributionPlace {
        contribution: group.first()?.verbatim.contribution,
        place: main_place(&places),
        kind: authors.map_or_else(|| most_frequent(group), |placement| Some(placement.kind))?,
        kind_suggested: authors.is_none(),
    })
}

/// The kind most verbatims have, the earliest on a tie.
fn most_frequent(group: &[&Placement]) -> Option<Kind> {
    let count = |kind: Kind| group.iter().filter(|placement| placement.kind == kind).count();
    // `rev` and `max_by_key`, which keeps the last: the earliest wins a tie.
    group.iter().rev().map(|placement| placement.kind).max_by_key(|kind| count(*kind))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::analysis::{Verbatim, WeakReason};
    use domain::id::VerbatimId;
    use uuid::Uuid;

    fn placement(start: usize, kind: Kind, kind_suggested: bool) -> Placement {
        let verbatim = Verbatim {
            id: VerbatimId::from(Uuid::from_u128(start as u128)),
            contribution: ContributionId::from(Uuid::nil()),
            version: 1,
            span: start..start + 1,
        };
        let place = Place::Weak(WeakReason::FarFromAll);
        Placement { verbatim, place, typicality: 0.0, kind, kind_suggested, point: None, neighbours: vec![] }
    }

    #[test]
    fn the_author_decides_then_the_most_then_the_earliest() {
        use Kind::{Action, Idea, Situation};
        let kind = |list: &[Placement]| {
            let groups = by_contribution(list);
            contribution_place(&groups[0]).map(|place| (place.kind, place.kind_suggested))
        };
        let machine = |start, kind| placement(start, kind, true);
        assert_eq!(kind(&[machine(5, Idea), machine(0, Action)]), Some((Action, true)));
        assert_eq!(kind(&[machine(0, Idea), machine(1, Action), machine(2, Action)]), Some((Action, true)));
        assert_eq!(kind(&[machine(0, Idea), placement(1, Situation, false)]), Some((Situation, false)));
    }
}
