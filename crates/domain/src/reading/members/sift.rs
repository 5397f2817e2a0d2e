//! Sifting the list of members.

use std::collections::BTreeSet;

use super::{
    MemberFacets, MemberLine, MemberTerritory, MembersPage, MembersQuery, Standing, TerritoriesPage, Voice,
};
use crate::member::{College, Role};
use crate::reading::Facet;
use crate::territory::TerritoryLevel;

type Place = (TerritoryLevel, String);

impl MembersPage {
    /// What answers to a query among everybody, sorted as `lines` are; beyond the last page, the last one.
    pub fn sift(lines: &[MemberLine], query: MembersQuery) -> Self {
        let spoken: BTreeSet<Place> = lines.iter().filter(|line| line.texts > 0).filter_map(place).collect();
        let sieve = Sieve { query: &query, spoken: &spoken };
        let facets = sieve.facets(lines);
        let colleges = College::ALL
            .iter()
            .map(|college| (*college, count(lines.iter().filter(|line| line.member.college == *college))));
        let colleges = colleges.filter(|(_, count)| *count > 0).collect();
        let all = count(lines.iter());
        let kept = lines.iter().filter(|line| sieve.keeps(line, None));
        let kept: Vec<MemberLine> = kept.cloned().collect();
        let found = count(kept.iter());
        let (lines, page, pages) = page_of(kept, query.page, Self::SIZE);
        let query = MembersQuery { page, ..query };
        Self { query, lines, found, all, pages, colleges, facets }
    }
}

impl TerritoriesPage {
    /// Territories a page: each has a form of its own.
    pub const SIZE: usize = 30;

    /// Those of which `answers` is true, sorted as they are; `words` is what was looked for. Beyond the last page, the last one.
    pub fn sift(
        territories: Vec<MemberTerritory>,
        words: String,
        answers: impl Fn(&MemberTerritory) -> bool,
        page: u32,
    ) -> Self {
        let all = count(territories.iter());
        let kept: Vec<MemberTerritory> = territories.into_iter().filter(answers).collect();
        let found = count(kept.iter());
        let (territories, page, pages) = page_of(kept, page, Self::SIZE);
        Self { words, territories, found, all, page, pages }
    }
}

/// A page of so many, its number, and how many there are.
fn page_of<T>(kept: Vec<T>, asked: u32, size: usize) -> (Vec<T>, u32, u32) {
    let pages = kept.len().div_ceil(size).max(1);
    let page = usize::try_from(asked).unwrap_or(pages).clamp(1, pages);
    let lines = kept.into_iter().skip((page - 1) * size).take(size).collect();
    (lines, whole(page), whole(pages))
}

/// A filter that is left out while its own values are counted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Filter {
    College,
    Role,
    Standing,
    Voice,
}

struct Sieve<'a> {
    query: &'a MembersQuery,
    spoken: &'a BTreeSet<Place>,
}

impl Sieve<'_> {
    fn keeps(&self, line: &MemberLine, but: Option<Filter>) -> bool {
        let query = self.query;
        let lets = |filter: Filter, passes: bool| but == Some(filter) || passes;
        query.words.split_whitespace().all(|word| line.found_by.contains(word))
            && lets(Filter::College, query.college.is_none_or(|asked| line.member.college == asked))
            && lets(Filter::Role, query.role.is_none_or(|asked| line.member.roles.contains(&asked)))
            && lets(Filter::Standing, query.standing.is_none_or(|asked| line.standing() == asked))
            && lets(Filter::Voice, query.voice.is_none_or(|asked| self.voice(line) == asked))
    }

    fn voice(&self, line: &MemberLine) -> Voice {
        match place(line) {
            None => Voice::Nowhere,
            Some(place) if self.spoken.contains(&place) => Voice::Spoken,
            Some(_) => Voice::Silent,
        }
    }

    fn facets(&self, lines: &[MemberLine]) -> MemberFacets {
        let among = |filter| lines.iter().filter(move |line| self.keeps(line, Some(filter)));
        MemberFacets {
            colleges: facets(College::ALL, |of| {
                count(among(Filter::College).filter(|line| line.member.college == of))
            }),
            roles: facets(Role::ALL, |of| {
                count(among(Filter::Role).filter(|line| line.member.roles.contains(&of)))
            }),
            standings: facets(Standing::ALL, |of| {
                count(among(Filter::Standing).filter(|line| line.standing() == of))
            }),
            voices: facets(Voice::ALL, |of| {
                count(among(Filter::Voice).filter(|line| self.voice(line) == of))
            }),
        }
    }
}

fn place(line: &MemberLine) -> Option<Place> {
    line.member.territory.as_ref().map(|territory| (territory.level, territory.code.clone()))
}

/// Values that somebody has; screens name them.
fn facets<T: Copy>(all: &[T], count: impl Fn(T) -> u32) -> Vec<Facet<T>> {
    let facets = all.iter().map(|value| Facet { value: *value, label: String::new(), count: count(*value) });
    facets.filter(|facet| facet.count > 0).collect()
}

fn count<T>(lines: impl Iterator<Item = T>) -> u32 {
    whole(lines.count())
}

fn whole(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::member::sample::member;
    use crate::time::Timestamp;
    use proptest::prelude::*;

    fn line(rank: usize, (college, role, point, texts): (usize, usize, usize, u32)) -> MemberLine {
        let mut somebody = member(if role < Role::ALL.len() { &Role::ALL[role..=role] } else { &[] });
        somebody.college = College::ALL[college];
        somebody.invited_at = (point > 0).then_some(Timestamp::from_micros(1));
        somebody.declined_at = (point == 3).then_some(Timestamp::from_micros(2));
        let found_by = format!("membre {rank} soazig");
        MemberLine { member: somebody, came: point == 2, texts, found_by }
    }

    fn query() -> impl Strategy<Value = MembersQuery> {
        let words = prop::sample::select(vec!["", "soazig", "membre 1", "personne"]);
        let college = prop::option::of(prop::sample::select(College::ALL));
        let role = prop::option::of(prop::sample::select(Role::ALL));
        let standing = prop::option::of(prop::sample::select(Standing::ALL));
        let voice = prop::option::of(prop::sample::select(Voice::ALL));
        (words, college, role, standing, voice, 0_u32..5).prop_map(
            |(words, college, role, standing, voice, page)| MembersQuery {
                words: words.into(),
                college,
                role,
                standing,
                voice,
                page,
            },
        )
    }

    proptest! {
        /// Colleges sum to everybody; each filter's values sum to what answers without it; pages share out what answers.
        #[test]
        fn sums_hold(
            people in prop::collection::vec((0..College::ALL.len(), 0..7_usize, 0..4_usize, 0..2_u32), 0..130),
            query in query(),
        ) {
            let lines: Vec<MemberLine> = people.into_iter().enumerate().map(|(rank, of)| line(rank, of)).collect();
            let page = MembersPage::sift(&lines, query.clone());
            prop_assert_eq!(page.colleges.iter().map(|(_, count)| count).sum::<u32>(), page.all);
            let without = |change: fn(MembersQuery) -> MembersQuery| MembersPage::sift(&lines, change(query.clone())).found;
            let sum = |counts: Vec<u32>| counts.into_iter().sum::<u32>();
            prop_assert_eq!(sum(page.facets.colleges.iter().map(|f| f.count).collect()), without(|q| MembersQuery { college: None, ..q }));
            prop_assert_eq!(sum(page.facets.standings.iter().map(|f| f.count).collect()), without(|q| MembersQuery { standing: None, ..q }));
            prop_assert_eq!(sum(page.facets.voices.iter().map(|f| f.count).collect()), without(|q| MembersQuery { voice: None, ..q }));
            let shown: usize = (1..=page.pages)
                .map(|n| MembersPage::sift(&lines, MembersQuery { page: n, ..query.clone() }).lines.len())
                .sum();
            prop_assert_eq!(shown, page.found as usize);
        }
    }
}
