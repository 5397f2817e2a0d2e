//! One key for the forms of a word.

use rust_stemmers::{Algorithm, Stemmer as Snowball};
use std::collections::HashMap;

use super::fold::fold;

/// The French Snowball stemmer with a memory.
///
/// The stem is taken from the word without accents, so that « ecole » and « école » meet by construction. Snowball's
/// endings need three accents back to work: « -ité », « -ée » and « -ière », which the letters alone betray. Words
/// that only an accent tells apart (« marché », « marche ») share a key, as most of them do in Snowball.
pub(crate) struct Stemmer {
    snowball: Snowball,
    memory: HashMap<String, String>,
}

impl Stemmer {
    /// A stemmer that remembers nothing yet.
    pub fn new() -> Self {
        Self { snowball: Snowball::create(Algorithm::French), memory: HashMap::new() }
    }

    /// The stem of a folded word.
    pub fn stem(&mut self, folded: &str) -> String {
        if let Some(known) = self.memory.get(folded) {
            return known.clone();
        }
        let stem = fold(&self.snowball.stem(&accented(folded)));
        self.memory.insert(folded.to_owned(), stem.clone());
        stem
    }
}

/// The accents that Snowball's endings need.
fn accented(folded: &str) -> String {
    for (bare, written) in
        [("ite", "ité"), ("ites", "ités"), ("ee", "ée"), ("ees", "ées"), ("iere", "ière"), ("ieres", "ières")]
    {
        if let Some(root) = folded.strip_suffix(bare) {
            return format!("{root}{written}");
        }
    }
    folded.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        let mut stemmer = Stemmer::new();
        for forms in [
            &["numérique", "numeriques", "NUMÉRIQUES"][..],
            &["école", "ecole", "Écoles"],
            &["élèves", "ELEVES", "élève"],
            &["sécurité", "securite", "sécurités"],
            &["première", "premier", "premiere"],
            &["données", "DONNEES", "donnée"],
            &["médiation", "mediations"],
            &["formation", "formations"],
        ] {
            let stems: Vec<String> = forms.iter().map(|form| stemmer.stem(&fold(form))).collect();
            assert!(stems.iter().all(|stem| *stem == stems[0]), "{forms:?} {stems:?}");
        }
        assert_ne!(stemmer.stem("fibre"), stemmer.stem("formation"));
    }
}
