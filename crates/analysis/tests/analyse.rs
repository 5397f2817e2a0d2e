//! Whole analyses: every verbatim in one place, the same for any number of threads, and the odd corpora.
#![expect(clippy::unwrap_used, reason = "a test that can't go on panics")]

use analysis::{Item, Outcome, ParamGuard, Parameters, Stage, analyse};
use domain::analysis::{Place, UnplacedReason, WeakReason};
use proptest::prelude::*;
use std::collections::BTreeSet;

const PLACES: [&str; 6] = ["au bourg", "dans la vallée", "au hameau", "en mairie", "au canton", "chez nous"];
const SUBJECTS: [[&str; 4]; 4] = [
    [
        "La fibre optique n'arrive toujours pas {} et les poteaux tombent.",
        "Il faut déployer la fibre optique {} avant de couper le cuivre.",
        "Les opérateurs laissent les poteaux et le cuivre à l'abandon {}.",
        "Un débit correct de fibre optique est promis {} depuis trois ans par les opérateurs.",
    ],
    [
        "La médiation numérique aide les personnes âgées {} à remplir leurs démarches.",
        "Nous demandons des conseillers de médiation numérique {} pour les démarches.",
        "Les personnes âgées perdent leurs droits {} faute d'accompagnement aux démarches.",
        "Former des conseillers à l'accompagnement des personnes âgées {}.",
    ],
    [
        "Les logiciels libres coûtent moins cher {} que les licences des éditeurs.",
        "Mutualiser des logiciels libres {} entre collectivités voisines.",
        "Les éditeurs augmentent les licences des logiciels {} sans prévenir.",
        "Les licences des éditeurs devraient céder la place aux logiciels libres {}.",
    ],
    [
        "Une cyberattaque a bloqué les messageries {} pendant deux semaines.",
        "Imposer des sauvegardes et des mots de passe solides {} contre la cyberattaque.",
        "Les mots de passe et les sauvegardes sont négligés {} malgré la cyberattaque.",
        "La sécurité des messageries et des sauvegardes devrait être contrôlée {}.",
    ],
];

fn corpus() -> Vec<String> {
    let sentence = |i: usize| SUBJECTS[i % 4][i / 4 % 4].replace("{}", PLACES[i / 16 % 6]);
    (0..96).map(sentence).collect()
}

fn run(texts: &[impl AsRef<str>]) -> Outcome {
    let authors: Vec<String> = (0..texts.len()).map(|i| format!("auteur {}", i % 40)).collect();
    let items: Vec<Item<'_>> = texts
        .iter()
        .zip(&authors)
        .map(|(text, author)| Item { body: text.as_ref(), author: Some(author), kind: None })
        .collect();
    let params = Parameters::default().check().unwrap();
    let outcome = analyse(&items, None, &params, 7, &mut |_: Stage| {}).unwrap();
    check(&items, &outcome);
    outcome
}

/// What holds of every outcome.
fn check(items: &[Item<'_>], outcome: &Outcome) {
    let mut sizes = vec![0; outcome.themes.len()];
    for verbatim in &outcome.verbatims {
        assert!(!items[verbatim.item].body[verbatim.span.clone()].is_empty());
        assert!((0.0..=1.0).contains(&verbatim.typicality));
        if let Place::Theme(theme) = verbatim.place {
            sizes[theme] += 1;
        }
    }
    for (theme, size) in outcome.themes.iter().zip(sizes) {
        assert_eq!(theme.size, size);
        assert!(size > 0);
        let authors: BTreeSet<_> =
            theme.typical.iter().map(|&i| items[outcome.verbatims[i].item].author).collect();
        assert_eq!(authors.len(), theme.typical.len(), "one typical verbatim an author");
    }
    let mut fed: Vec<usize> =
        outcome.draft.objectives.iter().flat_map(|objective| objective.themes.clone()).collect();
    fed.sort_unstable();
    assert_eq!(fed, (0..outcome.themes.len()).collect::<Vec<_>>(), "each theme feeds one objective");
    let quotes =
        outcome.draft.objectives.iter().flat_map(|o| &o.sections).flat_map(|section| &section.quotes);
    for quote in quotes {
        let words = items[quote.item].body[quote.span.clone()].split_whitespace().count();
        assert!((6..=50).contains(&words));
    }
    labels_occur(items, outcome);
}

fn plain(text: &str) -> String {
    text.to_lowercase().replace('’', "'").replace(['\u{a0}', '\u{202f}', '\n'], " ")
}

fn labels_occur(items: &[Item<'_>], outcome: &Outcome) {
    for (i, theme) in outcome.themes.iter().enumerate() {
        let label = plain(&theme.label);
        let mut verbatims = outcome.verbatims.iter().filter(|verbatim| verbatim.place == Place::Theme(i));
        assert!(verbatims.any(|v| plain(&items[v.item].body[v.span.clone()]).contains(&label)), "{label}");
    }
    let labels: BTreeSet<&str> = outcome.themes.iter().map(|theme| theme.label.as_str()).collect();
    assert_eq!(labels.len(), outcome.themes.len());
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
