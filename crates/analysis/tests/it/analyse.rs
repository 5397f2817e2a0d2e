//! Whole analyses: every verbatim in one place, the same for any number of threads, and the odd corpora.

use crate::common::{PLACES, corpus, run_after, run_by};
use analysis::Outcome;
use domain::analysis::{Place, UnplacedReason, WeakReason};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn run(texts: &[impl AsRef<str>]) -> Outcome {
    run_after(texts, None)
}

#[test]
fn four_subjects_make_their_themes() {
    let outcome = run(&corpus());
    assert!((3..=8).contains(&outcome.themes.len()), "{}", outcome.themes.len());
    let mut subjects: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); outcome.themes.len()];
    for verbatim in &outcome.verbatims {
        if let Place::Theme(theme) = verbatim.place {
            subjects[theme].insert(verbatim.item % 4);
        }
    }
    assert!(subjects.iter().filter(|subjects| subjects.len() == 1).count() >= 3, "{subjects:?}");
}

#[test]
fn threads_do_not_matter() {
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| run(&corpus()))
    };
    assert_eq!(format!("{:?}", on(1)), format!("{:?}", on(4)));
}

#[test]
fn corpora_too_small_for_themes_say_so() {
    let one = corpus().remove(0);
    for texts in
        [vec![], vec![one.clone()], vec![one.clone(); 3], vec![one; 200], vec!["de la du".to_owned(); 80]]
    {
        let outcome = run(&texts);
        assert!(outcome.themes.is_empty() && outcome.draft.objectives.is_empty());
        for verbatim in &outcome.verbatims {
            assert!(matches!(
                verbatim.place,
                Place::Weak(WeakReason::SmallCorpus) | Place::Unplaced(UnplacedReason::TooShort)
            ));
        }
    }
}

#[test]
fn other_languages_are_kept_apart() {
    let english = "We need more support for the digital inclusion of our older citizens in the village.";
    let mut texts = vec![english.to_owned(); 50];
    assert!(run(&texts).verbatims.iter().all(|v| v.place == Place::Unplaced(UnplacedReason::OtherLanguage)));
    texts.truncate(3);
    texts.extend(corpus());
    let outcome = run(&texts);
    assert!(!outcome.themes.is_empty());
    assert!(
        outcome.verbatims.iter().take(3).all(|v| v.place == Place::Unplaced(UnplacedReason::OtherLanguage))
    );
}

#[test]
fn odd_texts_find_a_place() {
    let mut texts = corpus();
    let many = texts[0].clone();
    texts.extend(std::iter::repeat_n(many, 64));
    texts.extend(
        ["", " \n ", "📶📶 🤷", "الإنترنت بطيء جدا في القرية كلها", "RIEN.", "xyzzy plugh frobozz quux"]
            .map(str::to_owned),
    );
    let outcome = run(&texts);
    assert!(!outcome.themes.is_empty());
    let reason = |item: usize| outcome.verbatims.iter().find(|v| v.item == item).map(|v| v.place);
    assert_eq!(reason(160), None);
    assert_eq!(reason(162), Some(Place::Unplaced(UnplacedReason::TooShort)));
    assert_eq!(reason(163), Some(Place::Unplaced(UnplacedReason::OtherLanguage)));
    assert_eq!(reason(164), Some(Place::Unplaced(UnplacedReason::TooShort)));
    assert_eq!(reason(165), Some(Place::Unplaced(UnplacedReason::NoSharedWord)));
}

#[test]
fn one_author_is_quoted_once() {
    let outcome = run_by(&corpus(), 1, None);
    assert!(outcome.themes.len() >= 3);
    assert!(outcome.themes.iter().all(|theme| theme.typical.len() == 1 && theme.divides.is_empty()));
}

#[test]
fn one_theme_is_no_error() {
    let texts: Vec<String> =
        (0..60).map(|i| format!("La fibre optique {} n'arrive pas.", PLACES[i % 6])).collect();
    let outcome = run(&texts);
    assert!(outcome.verbatims.iter().all(|v| !matches!(v.place, Place::Unplaced(_))));
}

#[test]
fn ten_texts_are_too_few() {
    let outcome = run(&corpus()[..10]);
    assert!(outcome.themes.is_empty() && outcome.choice.is_none() && outcome.tree.is_empty());
    assert!(outcome.verbatims.iter().all(|v| v.place == Place::Weak(WeakReason::SmallCorpus)));
}

#[test]
fn duplicates_are_linked_and_kept() {
    let mut texts = corpus();
    texts.extend(texts.clone().into_iter().take(64));
    let outcome = run(&texts);
    assert_eq!(outcome.verbatims.len(), texts.len());
    for copy in &outcome.verbatims[96..] {
        assert!(copy.neighbours[0].twin && copy.neighbours[0].closeness > 0.99, "{copy:?}");
    }
}

#[test]
fn sides_of_a_theme_are_shown() {
    let mut texts = corpus();
    for place in PLACES {
        texts.push(format!("Il faut supprimer les licences des éditeurs pour les logiciels {place}."));
        texts.push(format!("Il faut maintenir les licences des éditeurs pour les logiciels {place}."));
    }
    let outcome = run(&texts);
    let pairs: Vec<_> = outcome.themes.iter().flat_map(|theme| &theme.divides).collect();
    assert!(pairs.iter().any(|pair| pair.about == "licences des éditeurs"), "{pairs:?}");
    let drafted = outcome.draft.objectives.iter().flat_map(|objective| &objective.divides);
    assert_eq!(drafted.count(), pairs.len());
}

#[test]
fn one_text_of_twenty_thousand_words() {
    let text = corpus().join(" ").repeat(16);
    assert!(text.split_whitespace().count() > 15_000);
    assert!(!run(&[text]).themes.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_texts_hold_the_rules(texts in prop::collection::vec("([a-d]{2,4}[ .,]|\\PC{0,3} ){0,30}", 0..60)) {
        run(&texts);
    }
}
