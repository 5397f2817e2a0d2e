//! What the program works out about a person beside what they said.

use domain::email::Email;
use domain::line::Line;
use domain::member::Member;
use domain::territory::Territory;
use sha2::{Digest, Sha256};
use territories::fold;
use unicode_normalization::UnicodeNormalization as _;

use crate::jobs::import::hex;

/// Recognises a person in a second file: their name with their territory, or with their address where they have none. A hash,
/// so that somebody who asked to be forgotten isn't added again, and nothing else is known of them.
pub fn person_key(name: &Line, territory: Option<&Territory>, email: Option<&Email>) -> String {
    let place = match (territory, email) {
        (Some(territory), _) => format!("{}:{}", territory.level.code(), territory.code),
        (None, Some(email)) => email.to_string(),
        (None, None) => String::new(),
    };
    hex(&Sha256::digest(format!("{}\u{1f}{place}", fold(name.as_str()))))
}

/// What words of a search are looked for in: name, number, mandate, territory, address, all folded.
pub fn found_by(member: &Member) -> String {
    let territory = member.territory.as_ref();
    let said = [
        Some(member.name.as_str()),
        member.mandate.as_ref().map(Line::as_str),
        territory.map(|territory| territory.name.as_str()),
        territory.and_then(|territory| territory.departement.as_deref()),
        member.email.as_ref().map(Email::as_str),
    ];
    let said: Vec<&str> = said.into_iter().flatten().collect();
    fold(&format!("{} {}", said.join(" "), member.number))
}

/// What lists sort a name by: without case, accents and punctuation, the family name first where one can tell (the last
/// word, with the particle before it).
pub fn sort_name(name: &Line) -> String {
    let folded: String = name
        .as_str()
        .nfd()
        .filter(|c| c.is_alphanumeric() || c.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect();
    let words: Vec<&str> = folded.split_whitespace().collect();
    let particle = |word: &&&str| {
        ["de", "du", "des", "le", "la", "les", "d", "da", "dos", "van", "von", "el"].contains(*word)
    };
    let last = words.len().saturating_sub(1);
    let particles = words[..last].iter().rev().take_while(particle).count();
    let (first, family) = words.split_at(last - particles);
    format!("{} {}", family.join(" "), first.join(" ")).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::sort_name;

    #[test]
    fn names_sort_by_family() {
        for (name, sorted) in [
            ("Nadège Abalain", "abalain nadege"),
            ("Yann Le Goasduff", "le goasduff yann"),
            ("Élodie de La Tour", "de la tour elodie"),
            ("Madonna", "madonna"),
        ] {
            assert_eq!(sort_name(&name.parse().unwrap()), sorted);
        }
    }
}
