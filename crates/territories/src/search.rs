//! Territories as one types them.

use domain::territory::Territory;

use crate::{Entry, GAZETTEER, fold};

/// At most `most` territories whose name begins with, or holds, the words typed; a last word that is the code of a
/// département narrows (« saint martin 29 »), and a code finds its own. Exact names first, then names that begin so, then
/// the most populous.
pub fn search(typed: &str, most: usize) -> Vec<Territory> {
    let gazetteer = &*GAZETTEER;
    let coded = typed.trim();
    let by_code = gazetteer.entries.iter().filter(|entry| entry.code == coded);
    let (words, departement) = split(typed);
    if words.is_empty() {
        return by_code.take(most).map(|entry| entry.territory()).collect();
    }
    let mut found: Vec<(u8, &Entry)> = by_code.map(|entry| (0, entry)).collect();
    for (name, places) in &gazetteer.by_name {
        let Some(rank) = rank(name, &words) else { continue };
        let wanted = places.iter().map(|&place| &gazetteer.entries[place]);
        let wanted =
            wanted.filter(|entry| departement.as_deref().is_none_or(|code| entry.departement == code));
        found.extend(wanted.map(|entry| (rank, entry)));
    }
    found.sort_by_key(|(rank, entry)| {
        (*rank, std::cmp::Reverse(entry.population.unwrap_or(0)), entry.name, entry.code)
    });
    found.into_iter().take(most).map(|(_, entry)| entry.territory()).collect()
}

/// How well a folded name answers; None when it doesn't. A word is looked for at the beginning of words only.
fn rank(name: &str, words: &str) -> Option<u8> {
    if name == words {
        return Some(0);
    }
    if name.starts_with(words) {
        return Some(1);
    }
    let within = |word: &str| name.split(' ').any(|part| part.starts_with(word));
    words.split(' ').all(within).then_some(2)
}

/// The words, and the département that the last of them is the code of.
fn split(typed: &str) -> (String, Option<String>) {
    let (before, last) = typed.trim().rsplit_once([' ', '(']).unwrap_or(("", typed.trim()));
    let code = last.trim_end_matches(')').to_uppercase();
    if before.trim().is_empty() || crate::departement_name(&code).is_none() {
        return (fold(typed), None);
    }
    (fold(before), Some(code))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn names(typed: &str) -> Vec<String> {
        search(typed, 5).into_iter().map(|found| found.name).collect()
    }

    #[test]
    fn what_one_types_is_found() {
        assert_eq!(names("quimperle")[0], "Quimperlé");
        assert_eq!(names("29233"), ["Quimperlé"]);
        assert!(names("quimp").contains(&"Quimper".to_owned()));
        let narrowed = search("saint-martin (29)", 50);
        assert!(
            !narrowed.is_empty() && narrowed.iter().all(|found| found.departement.as_deref() == Some("29"))
        );
        assert!(names("perle").is_empty() || !names("perle").contains(&"Quimperlé".to_owned()));
        assert!(names("  ").is_empty() && names("atlantide").is_empty());
    }

    proptest! {
        #[test]
        fn anything_may_be_typed(typed in "\\PC{0,30}", most in 0_usize..20) {
            prop_assert!(search(&typed, most).len() <= most);
        }
    }
}
