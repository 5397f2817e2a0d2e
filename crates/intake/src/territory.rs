//! Which collectivité a line speaks of.

use domain::territory::{Territory, TerritoryLevel};

/// What a line says of its collectivité.
#[derive(Clone, Copy, Default)]
pub(crate) struct Said<'a> {
    pub code: Option<&'a str>,
    pub name: Option<&'a str>,
    pub departement: Option<&'a str>,
}

/// The collectivité, by code before name, and whether the list knows it. A name that the list doesn't know, or that is
/// several communes' and no département tells which, is kept as it stands.
pub(crate) fn find(said: Said<'_>) -> Option<(Territory, bool)> {
    let departement = said.departement.and_then(departement_code);
    let by_code = said.code.and_then(code_of_any_level);
    let by_name = || said.name.and_then(|name| name_of_any_level(name, departement.as_deref()));
    if let Some(known) = by_code.or_else(by_name) {
        return Some((known, true));
    }
    if said.name.is_none() {
        return departement
            .and_then(|code| territories::by_code(TerritoryLevel::Departement, &code))
            .map(|known| (known, true));
    }
    let name = said.name?.to_owned();
    let unknown = Territory {
        code: String::new(),
        name,
        level: TerritoryLevel::Commune,
        departement,
        region: None,
        population: None,
    };
    Some((unknown, false))
}

fn code_of_any_level(code: &str) -> Option<Territory> {
    let code = code.trim().to_uppercase();
    // Spreadsheets eat the first zero of « 01004 ».
    let padded = format!("{code:0>5}");
    territories::by_code(TerritoryLevel::Commune, &padded)
        .or_else(|| territories::by_code(TerritoryLevel::Epci, &code))
}

/// « Quimperlé (29) » says its département itself.
fn name_of_any_level(name: &str, departement: Option<&str>) -> Option<Territory> {
    let bracketed = name.trim().strip_suffix(')').and_then(|head| head.split_once('('));
    let (name, own) = bracketed.map_or((name, None), |(head, code)| (head, departement_code(code)));
    let departement = own.as_deref().or(departement);
    const LEVELS: [TerritoryLevel; 4] =
        [TerritoryLevel::Commune, TerritoryLevel::Epci, TerritoryLevel::Departement, TerritoryLevel::Region];
    LEVELS.into_iter().find_map(|level| match &territories::by_name(level, name, departement)[..] {
        [only] => Some(only.clone()),
        _ => None,
    })
}

/// « 29 », « 1 » (its zero eaten), « 2A » or « Finistère » to the COG code.
fn departement_code(said: &str) -> Option<String> {
    let padded = format!("{:0>2}", said.trim().to_uppercase());
    let by_code = territories::by_code(TerritoryLevel::Departement, &padded);
    let found = by_code.or_else(|| territories::by_name(TerritoryLevel::Departement, said, None).pop());
    found.map(|departement| departement.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(said: Said<'_>) -> Option<(String, bool)> {
        find(said).map(|(territory, known)| (territory.code, known))
    }

    #[test]
    fn code_name_and_departement_find_a_commune() {
        let quimperle = Some(("29233".to_owned(), true));
        assert_eq!(code(Said { code: Some("29233"), ..Said::default() }), quimperle);
        assert_eq!(code(Said { name: Some("QUIMPERLE"), ..Said::default() }), quimperle);
        assert_eq!(code(Said { name: Some("Quimperlé (29)"), ..Said::default() }), quimperle);
        assert_eq!(code(Said { code: Some("1004"), ..Said::default() }), Some(("01004".to_owned(), true)));
        let by_departement =
            Said { name: Some("Saint-Étienne"), departement: Some("Loire"), ..Said::default() };
        assert_eq!(code(by_departement), Some(("42218".to_owned(), true)));
    }

    #[test]
    fn an_unknown_name_is_kept() {
        let found =
            find(Said { name: Some("Trifouillis-les-Oies"), departement: Some("63"), ..Said::default() });
        let (territory, known) = found.expect("kept");
        assert_eq!(
            (territory.name.as_str(), territory.departement.as_deref(), known),
            ("Trifouillis-les-Oies", Some("63"), false)
        );
        assert_eq!(code(Said::default()), None);
    }
}
