//! Acronyms and what they stand for, one word for both: « IA » and « intelligence artificielle ».

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{Stemmer, Term, terms};

/// Lines of « what it stands for = acronym ».
const KNOWN: &str = include_str!("data/acronyms.txt");

/// What acronyms stand for and their own stem, by the first stem of the former.
static ACRONYMS: LazyLock<BTreeMap<String, Vec<Acronym>>> = LazyLock::new(|| {
    let mut stemmer = Stemmer::new();
    let mut known: BTreeMap<String, Vec<Acronym>> = BTreeMap::new();
    for (full, short) in KNOWN.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once(" = ")) {
        let full: Vec<String> = terms(full, &mut stemmer).into_iter().map(|term| term.stem).collect();
        let short = terms(short, &mut stemmer).into_iter().map(|term| term.stem).next();
        if let (Some(first), Some(short)) = (full.first().cloned(), short) {
            known.entry(first).or_default().push(Acronym { full, short });
        }
    }
    known
});

/// An acronym, by stems.
struct Acronym {
    /// What it stands for.
    full: Vec<String>,
    short: String,
}

/// The stems of the acronyms that a text spells out, in order.
pub(crate) fn spelled(terms: &[Term<'_>]) -> Vec<&'static str> {
    let begins = terms.iter().enumerate().filter_map(|(at, term)| Some((at, ACRONYMS.get(&term.stem)?)));
    let spells = |at: usize, full: &[String]| {
        let said = terms[at..].iter().map(|term| term.stem.as_str());
        terms.len() >= at + full.len() && full.iter().map(String::as_str).eq(said.take(full.len()))
    };
    let each = begins.flat_map(|(at, known)| known.iter().map(move |acronym| (at, acronym)));
    each.filter(|(at, acronym)| spells(*at, &acronym.full))
        .map(|(_, acronym)| acronym.short.as_str())
        .collect()
}

/// Whether the stem `short` is that of an acronym of the words whose stems are `full`.
pub(crate) fn stands_for(short: &str, full: &[String]) -> bool {
    let known = full.first().and_then(|first| ACRONYMS.get(first));
    known.into_iter().flatten().any(|acronym| acronym.short == short && acronym.full == full)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_spelled_out_is_its_acronym() {
        let spelled = |text| spelled(&terms(text, &mut Stemmer::new()));
        assert_eq!(spelled("Les intelligences artificielles, et la CAF"), ["ia"]);
        assert_eq!(spelled("le règlement général sur la protection des données (RGPD)"), ["rgpd"]);
        assert!(spelled("une intelligence, artificier").is_empty());
        let mut stemmer = Stemmer::new();
        let full = [stemmer.stem("intelligence"), stemmer.stem("artificielle")];
        assert!(stands_for("ia", &full) && !stands_for("ia", &full[..1]));
    }

    #[test]
    fn every_line_is_read() {
        let lines = KNOWN.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(ACRONYMS.values().map(Vec::len).sum::<usize>(), lines);
    }
}
