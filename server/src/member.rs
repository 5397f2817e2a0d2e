//! What the program works out about a person beside what they said.

use domain::email::Email;
use domain::id::CongressId;
use domain::line::Line;
use domain::member::Member;
use domain::territory::Territory;
use sha2::{Digest, Sha256};
use storage::{NewMember, Reading, StorageError};
use territories::fold;
use unicode_normalization::UnicodeNormalization as _;

use crate::jobs::import::hex;

/// Recognises a person in a second file: their name with their territory, or with their address where they have none. A hash:
/// who they are stands in their own columns.
pub fn person_key(name: &Line, territory: Option<&Territory>, email: Option<&Email>) -> String {
    let place = match (territory, email) {
        (Some(territory), _) => format!("{}:{}", territory.level.code(), territory.code),
        (None, Some(email)) => email.to_string(),
        (None, None) => String::new(),
    };
    hex(&Sha256::digest(format!("{}\u{1f}{place}", fold(name.as_str()))))
}

/// A person to add, with what recognises them and what lists sort them by.
pub fn new_member(member: Member) -> NewMember {
    NewMember {
        person_key: person_key(&member.name, member.territory.as_ref(), member.email.as_ref()),
        sort_name: sort_name(&member.name),
        member,
    }
}

/// Every key under which a person may have been added: with their territory, with their address; with their name alone where
/// they have neither.
pub fn keys(name: &Line, territory: Option<&Territory>, email: Option<&Email>) -> Vec<String> {
    let by_territory = territory.map(|territory| person_key(name, Some(territory), None));
    let by_email = email.map(|email| person_key(name, None, Some(email)));
    let keys: Vec<String> = by_territory.into_iter().chain(by_email).collect();
    if keys.is_empty() { vec![person_key(name, None, None)] } else { keys }
}

/// What will recognise a person who is erased. Their name alone too: it is all that is known of somebody who would be added
/// without territory and address.
pub fn keys_to_keep(member: &Member) -> Vec<String> {
    let mut keys = keys(&member.name, member.territory.as_ref(), member.email.as_ref());
    keys.push(person_key(&member.name, None, None));
    keys
}

/// The key by which somebody to be added is recognised as a person who asked to be erased from that congress; None for
/// everybody else.
///
/// # Errors
/// When the database fails.
pub async fn erased_as(reading: &mut Reading, member: &Member) -> Result<Option<String>, StorageError> {
    let keys = keys(&member.name, member.territory.as_ref(), member.email.as_ref());
    Ok(erased_among(reading, member.congress, &keys).await?.cloned())
}

/// The one of these keys that recognises a person who asked to be erased from that congress.
///
/// # Errors
/// When the database fails.
pub async fn erased_among<'a>(
    reading: &mut Reading,
    congress: CongressId,
    keys: &'a [String],
) -> Result<Option<&'a String>, StorageError> {
    for key in keys {
        if reading.was_erased(congress, key).await? {
            return Ok(Some(key));
        }
    }
    Ok(None)
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
