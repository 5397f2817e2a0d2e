//! A letter may name somebody who is erased later: their name goes, and nobody else's with it.

/// The text with `stand_in` wherever `name` stands as a whole: not within a longer word, and not within one of the names
/// to `keep`. A letter as text is broken into lines at spaces, so any white space may stand between two words of a name.
pub fn without_name(text: &str, name: &str, stand_in: &str, keep: &[&str]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut before: [Option<char>; 2] = [None, None];
    while let Some(next) = rest.chars().next() {
        let whole = |of: &str| if goes_on(before, next) { None } else { starts_with(rest, of) };
        let kept = keep.iter().filter_map(|of| whole(of)).max();
        let (taken, written) = match (kept, whole(name)) {
            (Some(length), _) => (length, &rest[..length]),
            (None, Some(length)) => (length, stand_in),
            (None, None) => (next.len_utf8(), &rest[..next.len_utf8()]),
        };
        out.push_str(written);
        let mut back = rest[..taken].chars().rev();
        let last = back.next();
        before = [back.next().or(before[1]), last];
        rest = &rest[taken..];
    }
    out
}

/// Whether `next` goes on with the word that ends in `before`: « Anne » after « Marie- » does, after « d’ » it doesn't.
fn goes_on(before: [Option<char>; 2], next: char) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    match before[1] {
        Some('-') => letter(before[0]) && next.is_alphanumeric(),
        last => letter(last) && (next.is_alphanumeric() || next == '-'),
    }
}

/// How many bytes of `text` are `name`, if it starts with it and doesn't go on with its last word.
fn starts_with(text: &str, name: &str) -> Option<usize> {
    let mut rest = text;
    for (rank, word) in name.split_whitespace().enumerate() {
        let begun = rest.trim_start();
        if (rank > 0) == (begun.len() == rest.len()) {
            return None;
        }
        rest = begun.strip_prefix(word)?;
    }
    let length = text.len() - rest.len();
    let mut after = rest.chars();
    let goes_on = match after.next() {
        Some('-') => after.next().is_some_and(char::is_alphanumeric),
        next => next.is_some_and(char::is_alphanumeric),
    };
    (length > 0 && !goes_on).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NAME: &str = "Anne Le Bec";

    fn without(text: &str, keep: &[&str]) -> String {
        without_name(text, NAME, "Personne effacée", keep)
    }

    #[test]
    fn a_name_goes_wherever_it_stands_and_however_lines_were_broken() {
        for (text, left) in [
            ("Anne Le Bec vous soutient.", "Personne effacée vous soutient."),
            (
                "Le texte d’Anne Le\nBec, et « Anne Le Bec ».",
                "Le texte d’Personne effacée, et « Personne effacée ».",
            ),
            ("<p>Anne Le Bec</p> - Anne Le Bec - fin", "<p>Personne effacée</p> - Personne effacée - fin"),
            ("Anne Le Bec", "Personne effacée"),
        ] {
            assert_eq!(without(text, &[]), left);
        }
        assert_eq!(without_name("Anne  Le Bec", "Anne  Le Bec", "X", &[]), "X", "as it was typed");
    }

    #[test]
    fn longer_names_stay_whole() {
        for text in
            ["Marianne Le Bec", "Marie-Anne Le Bec", "Anne Le Becq", "Anne Le Bec-Kerouanton", "anne le bec"]
        {
            assert_eq!(without(text, &[]), text);
        }
        let keep = ["Anne Le Bec Kerouanton", "Jeanne Anne Le Bec"];
        let text = "Bonjour Jeanne Anne Le Bec, Anne Le Bec et Anne Le Bec\nKerouanton vous soutiennent.";
        let left =
            "Bonjour Jeanne Anne Le Bec, Personne effacée et Anne Le Bec\nKerouanton vous soutiennent.";
        assert_eq!(without(text, &keep), left);
        assert_eq!(without("Bonjour Anne Le Bec", &[NAME]), "Bonjour Anne Le Bec", "a homonym’s own letter");
    }

    proptest! {
        #[test]
        fn nothing_but_the_name_changes(parts in prop::collection::vec("[a-zé<>&;., \n-]{0,8}", 1..6)) {
            let text = parts.join(" Anne Le Bec ");
            prop_assert_eq!(without(&text, &[]), parts.join(" Personne effacée "));
            prop_assert_eq!(without(&text, &[NAME]), text);
        }
    }
}
