//! What the program works out about a person beside what they said.

use domain::line::Line;
use unicode_normalization::UnicodeNormalization as _;

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
