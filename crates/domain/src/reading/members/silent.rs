//! Territories by whether anybody spoke from them.

use std::collections::BTreeMap;

use super::MemberLine;
use crate::territory::{Territory, TerritoryLevel};

/// Every territory that somebody speaks from, once, by name.
pub fn member_territories(lines: &[MemberLine]) -> Vec<Territory> {
    sorted(by_place(lines).into_values().map(|(territory, _)| territory))
}

/// Those whose people have written nothing yet, by name. A territory is left alone when all of its people declined.
pub fn silent_territories(lines: &[MemberLine]) -> Vec<Territory> {
    let silent = by_place(lines).into_values().filter(|(_, lines)| {
        lines.iter().all(|line| line.texts == 0) && lines.iter().any(|line| line.member.declined_at.is_none())
    });
    sorted(silent.map(|(territory, _)| territory))
}

type Group<'a> = (&'a Territory, Vec<&'a MemberLine>);

fn by_place(lines: &[MemberLine]) -> BTreeMap<(TerritoryLevel, &str), Group<'_>> {
    let mut places: BTreeMap<(TerritoryLevel, &str), Group<'_>> = BTreeMap::new();
    for line in lines {
        if let Some(territory) = &line.member.territory {
            let key = (territory.level, territory.code.as_str());
            places.entry(key).or_insert((territory, Vec::new())).1.push(line);
        }
    }
    places
}

fn sorted<'a>(territories: impl Iterator<Item = &'a Territory>) -> Vec<Territory> {
    let mut sorted: Vec<Territory> = territories.cloned().collect();
    sorted.sort_by(|a, b| (&a.name, &a.code).cmp(&(&b.name, &b.code)));
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::member::sample::member;
    use crate::time::Timestamp;

    fn line(code: &str, texts: u32, declined: bool) -> MemberLine {
        let mut somebody = member(&[]);
        somebody.territory = Some(Territory {
            code: code.into(),
            name: format!("Ville {code}"),
            level: TerritoryLevel::Commune,
            departement: Some("29".into()),
            region: Some("53".into()),
            population: None,
        });
        somebody.declined_at = declined.then_some(Timestamp::from_micros(1));
        MemberLine { member: somebody, came: false, texts, found_by: String::new() }
    }

    #[test]
    fn one_voice_is_enough_and_those_who_declined_are_left_alone() {
        let lines = [
            line("1", 0, false),
            line("1", 2, false),
            line("2", 0, false),
            line("2", 0, true),
            line("3", 0, true),
        ];
        let names = |territories: Vec<Territory>| -> Vec<String> {
            territories.into_iter().map(|territory| territory.name).collect()
        };
        assert_eq!(names(member_territories(&lines)), ["Ville 1", "Ville 2", "Ville 3"]);
        assert_eq!(names(silent_territories(&lines)), ["Ville 2"]);
    }
}
