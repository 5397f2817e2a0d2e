//! Which phrase, or which two, name a theme.

use std::collections::BTreeSet;

use super::phrases::Phrase;
use super::{Labels, NOUN, score};
use crate::read::stands_for;

/// From this share of a word's verbatims on, a phrase that holds it takes its place.
const EXTENDED: f64 = 0.12;
/// And from this share of a phrase's.
const PART: f64 = 0.35;
/// How noun-like a second noun must be, how strong against the first, and how much of its use in the theme.
const SECOND_NOUN: f64 = 0.5;
const SECOND: f64 = 0.2;
const SECOND_OWN: f64 = 0.4;
/// Under this share of a theme's verbatims a phrase tells too little of it by itself; another stands beside it that scores so
/// much of the first's on the verbatims that don't hold the first.
const ENOUGH: f64 = 0.25;
const BESIDE: f64 = 0.38;
/// Under this score of its best phrase, a theme is what the others left: nobody could name it, and it says so.
const MIXED: f64 = 0.2;
/// Of how many subjects it gives then.
const SUBJECTS: usize = 3;
/// The share of the rarer of two nouns' verbatims from which a phrase that ties them takes their place.
const JOINED: f64 = 0.15;

/// What names a theme.
pub(super) enum Name<'p> {
    /// A phrase, or two.
    Of(Vec<&'p Phrase>),
    /// Some of what is in it, since nothing names it.
    Mixed(Vec<&'p Phrase>),
}

impl<'p> Name<'p> {
    /// Its phrases.
    pub fn phrases(&self) -> &[&'p Phrase] {
        let (Self::Of(phrases) | Self::Mixed(phrases)) = self;
        phrases
    }
}

impl Labels<'_> {
    /// The best phrase; two where the first is a lone word, or says too little of the theme by itself; some of what a theme
    /// speaks of that none names.
    pub(super) fn chosen<'p>(&'p self, ranked: &[(f64, &'p Phrase)], theme: usize) -> Name<'p> {
        let Some(&(score, first)) = ranked.first() else { return Name::Of(Vec::new()) };
        if score < MIXED {
            let subjects = self.subjects(ranked, theme);
            if subjects.len() > 1 {
                return Name::Mixed(subjects);
            }
        }
        Name::Of(self.named(first, score, ranked, theme))
    }

    fn named<'p>(
        &'p self,
        first: &'p Phrase,
        score: f64,
        ranked: &[(f64, &'p Phrase)],
        theme: usize,
    ) -> Vec<&'p Phrase> {
        let best = self.extended(first, ranked, theme, EXTENDED);
        let is_lone = best.stems.len() == 1;
        if is_lone && let Some(both) = self.joined_first(best, score, ranked, theme) {
            return vec![both];
        }
        let Some(second) = self.second(first, score, ranked, theme, is_lone) else { return vec![best] };
        if stands_for(&second.stems[0], &best.stems) {
            return vec![best];
        }
        let wider = if second.stems.len() == 1 { self.extended(second, ranked, theme, PART) } else { second };
        let second = if wider.shares(best) { second } else { wider };
        vec![if second.shares(best) { first } else { best }, second]
    }

    /// What stands beside the first phrase of a theme: a noun of its own that tells most of those who don't write the first.
    /// Beside a lone word it need say less than beside a phrase.
    fn second<'p>(
        &'p self,
        first: &Phrase,
        score: f64,
        ranked: &[(f64, &'p Phrase)],
        theme: usize,
        is_lone: bool,
    ) -> Option<&'p Phrase> {
        let told: BTreeSet<usize> = self.rows(first, theme).iter().copied().collect();
        let is_enough = told.len() as f64 >= ENOUGH * f64::from(self.tally.sizes[theme]);
        if is_enough && !is_lone {
            return None;
        }
        let least = if is_lone { SECOND } else { BESIDE };
        let others = self.others(first, least * score, ranked, theme);
        let adds = others.map(|&(score, phrase)| {
            let rows = self.rows(phrase, theme);
            let new = rows.iter().filter(|row| !told.contains(row)).count();
            (score * new as f64 / rows.len().max(1) as f64, phrase)
        });
        let best = adds.fold(None, |best: Option<(f64, &Phrase)>, (adds, phrase)| match best {
            Some((most, _)) if most >= adds => best,
            _ => Some((adds, phrase)),
        });
        best.filter(|(adds, _)| *adds >= least * score).map(|(_, phrase)| phrase)
    }

    /// Some of what a mixed theme speaks of: nouns that have no word in common.
    fn subjects<'p>(&'p self, ranked: &[(f64, &'p Phrase)], theme: usize) -> Vec<&'p Phrase> {
        let mut subjects: Vec<&Phrase> = Vec::new();
        for &(_, phrase) in ranked {
            if subjects.len() < SUBJECTS
                && self.is_second(phrase, theme)
                && !subjects.iter().any(|other| phrase.shares(other))
            {
                subjects.push(phrase);
            }
        }
        if subjects.is_empty() {
            ranked.iter().take(1).map(|(_, phrase)| *phrase).collect()
        } else {
            subjects
        }
    }

    /// What ties a lone word to the strongest that may stand beside it.
    fn joined_first<'p>(
        &'p self,
        first: &Phrase,
        score: f64,
        ranked: &[(f64, &'p Phrase)],
        theme: usize,
    ) -> Option<&'p Phrase> {
        let (_, other) = self.others(first, SECOND * score, ranked, theme).next()?;
        self.joining(first, other, theme)
    }

    /// What may stand beside a phrase and scores enough.
    fn others<'s, 'p>(
        &'s self,
        first: &'s Phrase,
        least: f64,
        ranked: &'s [(f64, &'p Phrase)],
        theme: usize,
    ) -> impl Iterator<Item = &'s (f64, &'p Phrase)> {
        let strong = ranked.iter().take_while(move |(other, _)| *other >= least);
        strong.filter(move |(_, phrase)| {
            !phrase.shares(first)
                && !stands_for(&first.stems[0], &phrase.stems)
                && self.is_second(phrase, theme)
        })
    }

    fn rows(&self, phrase: &Phrase, theme: usize) -> &[usize] {
        self.tally.phrases.get(phrase).map_or(&[], |uses| uses.rows(theme))
    }

    /// The phrase that ties two nouns, where a good part of the rarer one's verbatims write it: « langue des signes » rather
    /// than « langue et signes ».
    fn joining(&self, one: &Phrase, other: &Phrase, theme: usize) -> Option<&Phrase> {
        let inside = |phrase: &Phrase| self.tally.phrases.get(phrase).map_or(0, |uses| uses.inside(&[theme]));
        let least = (JOINED * f64::from(inside(one).min(inside(other)))).max(2.0);
        let ties = self.tally.phrases.iter().filter(|(phrase, uses)| {
            one.stems.iter().chain(&other.stems).all(|stem| phrase.stems.contains(stem))
                && f64::from(uses.inside(&[theme])) >= least
                && phrase.is_linked()
        });
        ties.map(|(phrase, uses)| (uses.inside(&[theme]), phrase)).max().map(|(_, phrase)| phrase)
    }

    /// Whether a phrase may stand beside the best: a noun whose home is the theme.
    fn is_second(&self, phrase: &Phrase, theme: usize) -> bool {
        self.tally.phrases.get(phrase).is_some_and(|uses| {
            score::noun(uses) > SECOND_NOUN
                && f64::from(uses.inside(&[theme])) >= SECOND_OWN * f64::from(uses.all())
                && !phrase.stems.iter().any(|stem| self.tally.is_generic(stem))
        })
    }

    /// A lone word gives way to a phrase that often holds it, « fibre » to « fibre optique », or that it is the acronym of;
    /// any phrase to one that it is nearly always part of.
    fn extended<'p>(
        &'p self,
        best: &'p Phrase,
        ranked: &[(f64, &'p Phrase)],
        theme: usize,
        share: f64,
    ) -> &'p Phrase {
        let inside = |phrase: &Phrase| self.tally.phrases.get(phrase).map_or(0, |uses| uses.inside(&[theme]));
        let share = if best.stems.len() == 1 { share } else { PART };
        let longer = |phrase: &&Phrase| {
            phrase.stems.len() > best.stems.len()
                && (best.stems.iter().all(|stem| phrase.stems.contains(stem))
                    || stands_for(&best.stems[0], &phrase.stems))
                && f64::from(inside(phrase)) >= (share * f64::from(inside(best))).max(2.0)
                && self.tally.phrases.get(phrase).is_some_and(|uses| score::noun(uses) > NOUN)
        };
        ranked.iter().map(|(_, phrase)| *phrase).find(longer).unwrap_or(best)
    }
}

#[cfg(test)]
mod tests {
    use crate::corpus::{Read, forms, read};
    use crate::labels::{Labels, Placed, Tally};
    use std::collections::BTreeSet;

    /// The labels of a theme and of another of bicycles, each verbatim by a person of its own, all as central.
    fn labels(theme: &[&str]) -> Vec<String> {
        let bikes = BIKES.repeat(16);
        let themes = [theme, &bikes];
        let texts: Vec<(usize, &str)> = themes
            .iter()
            .enumerate()
            .flat_map(|(theme, texts)| texts.iter().map(move |text| (theme, *text)))
            .collect();
        let verbatims: Vec<_> =
            texts.iter().enumerate().map(|(i, (_, text))| (i, 0..text.len(), *text)).collect();
        let reads: Vec<Read<'_>> = read(&verbatims);
        let stems: Vec<String> =
            reads.iter().flat_map(|read| read.terms.iter().map(|term| term.stem.clone())).collect();
        let wanted: BTreeSet<&str> = stems.iter().map(String::as_str).collect();
        let mut tally = Tally::new(2);
        for (author, (read, (theme, _))) in reads.iter().zip(&texts).enumerate() {
            tally.add(read, Placed { theme: *theme, author, central: 1.0 }, &wanted);
        }
        let forms = forms(&reads);
        Labels { tally, forms: &forms }.of_themes(vec![None, None])
    }

    const BIKES: [&str; 4] = [
        "Il faut des pistes cyclables.",
        "Les pistes cyclables sont trop rares.",
        "Je demande une piste cyclable.",
        "Nos pistes cyclables s’arrêtent au rond-point.",
    ];

    #[test]
    fn a_phrase_that_tells_too_little_of_its_theme_has_another_beside_it() {
        let phones = [
            "Les ondes sont dangereuses.",
            "Nous vivons sous les ondes.",
            "Assez des téléphones portables.",
            "Un téléphone portable, à quoi bon.",
            "Mon voisin dort mal.",
            "Elle habite sous le toit.",
            "Personne ne répond jamais.",
            "Tout cela fatigue beaucoup.",
            "On attend encore longtemps.",
        ];
        assert_eq!(labels(&phones.repeat(3)), ["Téléphone portable et ondes", "Pistes cyclables"]);
    }

    #[test]
    fn what_ties_two_nouns_takes_their_place() {
        let signs = [
            "La langue des signes manque au conseil.",
            "Que la langue des signes soit enseignée.",
            "Une langue est un droit.",
            "Les signes ne sont pas compris.",
        ];
        assert_eq!(labels(&signs)[0], "Langue des signes");
    }

    #[test]
    fn a_theme_that_no_phrase_names_says_so() {
        let left = [
            "La police manque de bras.",
            "Une police de proximité.",
            "Les enfants attendent.",
            "Nos enfants d’abord.",
            "Mon voisin dort mal.",
            "Elle habite sous le toit.",
            "Personne ne répond jamais.",
            "Tout cela fatigue beaucoup.",
            "On attend encore longtemps.",
            "Rien de neuf ici.",
            "Je passe mon tour.",
            "Encore une fois merci.",
            "Comme toujours, silence.",
            "Voilà, bonsoir.",
        ];
        assert_eq!(labels(&left)[0], "Divers\u{a0}: enfants et police");
    }

    #[test]
    fn an_acronym_does_not_stand_beside_what_it_stands_for() {
        let votes = [
            "Le référendum d’initiative citoyenne, vite.",
            "Vive le référendum d’initiative citoyenne.",
            "Un référendum d’initiative citoyenne chaque année.",
            "Le RIC, et rien d’autre.",
            "Le RIC en toutes matières.",
            "Mon voisin dort mal.",
            "Elle habite sous le toit.",
            "Personne ne répond jamais.",
        ];
        let label = &labels(&votes)[0];
        assert!(!label.contains("RIC") || !label.contains("initiative"), "{label}");
    }
}
