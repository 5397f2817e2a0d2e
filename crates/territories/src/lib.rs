//! Communes, EPCI, départements and régions of France, embedded: look-up by code and by name.
//!
//! The list is read once, on first use (some 36,000 lines, a few milliseconds). `data/README.md` names its source and licence.

mod fold;
mod search;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use domain::territory::{Territory, TerritoryLevel};

pub use fold::fold;
pub use search::search;

static LIST: &str = include_str!("../data/territories.tsv");
static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| Gazetteer::read(LIST));

struct Gazetteer {
    entries: Vec<Entry>,
    by_code: BTreeMap<(&'static str, &'static str), usize>,
    by_name: BTreeMap<String, Vec<usize>>,
}

#[derive(Clone, Copy)]
struct Entry {
    level: TerritoryLevel,
    code: &'static str,
    name: &'static str,
    departement: &'static str,
    region: &'static str,
    population: Option<u32>,
}

impl Gazetteer {
    fn read(list: &'static str) -> Self {
        let entries: Vec<Entry> = list.lines().filter_map(Entry::read).collect();
        let by_code =
            entries.iter().enumerate().map(|(i, entry)| ((entry.level.code(), entry.code), i)).collect();
        let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (i, entry) in entries.iter().enumerate() {
            by_name.entry(fold(entry.name)).or_default().push(i);
        }
        Self { entries, by_code, by_name }
    }
}

impl Entry {
    fn read(line: &'static str) -> Option<Self> {
        let mut cells = line.split('\t');
        let level = match cells.next()? {
            "c" => TerritoryLevel::Commune,
            "e" => TerritoryLevel::Epci,
            "d" => TerritoryLevel::Departement,
            "r" => TerritoryLevel::Region,
            _ => return None,
        };
        let (code, name) = (cells.next()?, cells.next()?);
        let (departement, region) = (cells.next()?, cells.next()?);
        Some(Self { level, code, name, departement, region, population: cells.next()?.parse().ok() })
    }

    fn territory(self) -> Territory {
        let stated = |code: &str| (!code.is_empty()).then(|| code.to_owned());
        Territory {
            code: self.code.to_owned(),
            name: self.name.to_owned(),
            level: self.level,
            departement: stated(self.departement),
            region: stated(self.region),
            population: self.population,
        }
    }
}

/// The territory of that level and code (COG for communes, départements and régions; SIREN for EPCI).
pub fn by_code(level: TerritoryLevel, code: &str) -> Option<Territory> {
    let gazetteer = &*GAZETTEER;
    gazetteer.by_code.get(&(level.code(), code)).map(|&i| gazetteer.entries[i].territory())
}

/// Every territory of that name, whatever its case, accents, hyphens and articles' apostrophes; in a département when one is given.
///
/// « saint etienne », « Saint-Étienne » and « ST ETIENNE » find the same. Names are shared by many communes:
/// more than one answer means that the département is needed.
pub fn by_name(level: TerritoryLevel, name: &str, departement: Option<&str>) -> Vec<Territory> {
    let gazetteer = &*GAZETTEER;
    let found = gazetteer.by_name.get(&fold(name)).map_or(&[][..], Vec::as_slice);
    let wanted =
        |entry: &&Entry| entry.level == level && departement.is_none_or(|code| entry.departement == code);
    found.iter().map(|&i| &gazetteer.entries[i]).filter(wanted).map(|entry| entry.territory()).collect()
}

/// The name of the département of that COG code: « Finistère ».
pub fn departement_name(code: &str) -> Option<&'static str> {
    let gazetteer = &*GAZETTEER;
    let level = TerritoryLevel::Departement.code();
    gazetteer.by_code.get(&(level, code)).map(|&i| gazetteer.entries[i].name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_whole() {
        let count = |level| GAZETTEER.entries.iter().filter(|entry| entry.level == level).count();
        assert!(count(TerritoryLevel::Commune) > 34_000);
        assert!(count(TerritoryLevel::Epci) > 1_200);
        assert!(count(TerritoryLevel::Departement) >= 101);
        assert_eq!(GAZETTEER.entries.len(), LIST.lines().count(), "a line that can't be read");
    }

    #[test]
    fn a_commune_is_found_by_code() {
        let quimperle = by_code(TerritoryLevel::Commune, "29233").expect("Quimperlé");
        assert_eq!(quimperle.name, "Quimperlé");
        assert_eq!(quimperle.departement.as_deref(), Some("29"));
        assert!(quimperle.population > Some(10_000));
        assert_eq!(by_code(TerritoryLevel::Departement, "29233"), None);
    }

    #[test]
    fn names_are_found_as_people_write_them() {
        for name in ["Saint-Étienne", "saint etienne", "ST-ETIENNE", "St Étienne"] {
            let found = by_name(TerritoryLevel::Commune, name, Some("42"));
            assert_eq!(found.len(), 1, "{name}");
            assert_eq!(found[0].code, "42218");
        }
        assert!(by_name(TerritoryLevel::Commune, "Saint-Martin", None).len() > 3);
        assert!(by_name(TerritoryLevel::Commune, "Atlantide", None).is_empty());
        assert_eq!(departement_name("974"), Some("La Réunion"));
    }
}
