//! A corpus of four subjects, and what holds of every outcome.

use analysis::{Item, Outcome, ParamGuard, Parameters, Previous, Stage, analyse};
use domain::analysis::Place;
use std::collections::BTreeSet;

pub(crate) const PLACES: [&str; 6] =
    ["au bourg", "dans la vallée", "au hameau", "en mairie", "au canton", "chez nous"];
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

/// Four subjects, in turn.
pub(crate) fn corpus() -> Vec<String> {
    let sentence = |i: usize| SUBJECTS[i % 4][i / 4 % 4].replace("{}", PLACES[i / 16 % 6]);
    (0..96).map(sentence).collect()
}

/// Analyses texts of forty authors in turn, and checks what always holds.
pub(crate) fn run_after(texts: &[impl AsRef<str>], previous: Option<&Previous>) -> Outcome {
    run_by(texts, 40, previous)
}

/// Likewise, of so many authors.
pub(crate) fn run_by(texts: &[impl AsRef<str>], authors: usize, previous: Option<&Previous>) -> Outcome {
    let authors: Vec<String> = (0..texts.len()).map(|i| format!("auteur {}", i % authors)).collect();
    let items: Vec<Item<'_>> = texts
        .iter()
        .zip(&authors)
        .map(|(text, author)| Item { body: text.as_ref(), author: Some(author), kind: None })
        .collect();
    let params = Parameters::default().check().unwrap();
    let outcome = analyse(&items, previous, &params, 7, &mut |_: Stage| {}).unwrap();
    check(&items, &outcome, previous.is_none());
    outcome
}

/// What holds of every outcome.
fn check(items: &[Item<'_>], outcome: &Outcome, named: bool) {
    every_word_is_in_one_verbatim(items, outcome);
    neighbours_are_others(outcome);
    the_tree_holds_every_theme(outcome);
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
    if named {
        labels_occur(items, outcome);
    }
}

fn every_word_is_in_one_verbatim(items: &[Item<'_>], outcome: &Outcome) {
    for (item, of) in items.iter().enumerate() {
        let mut end = 0;
        for verbatim in outcome.verbatims.iter().filter(|verbatim| verbatim.item == item) {
            assert!(of.body[end..verbatim.span.start].trim().is_empty(), "lost or twice");
            end = verbatim.span.end;
        }
        assert!(of.body[end..].trim().is_empty(), "lost at the end");
    }
}

fn neighbours_are_others(outcome: &Outcome) {
    for verbatim in &outcome.verbatims {
        assert!(verbatim.neighbours.len() <= 3);
        for close in &verbatim.neighbours {
            assert_ne!(outcome.verbatims[close.verbatim].item, verbatim.item);
            assert!((0.0..=1.0).contains(&close.closeness));
        }
        if matches!(verbatim.place, Place::Theme(_)) {
            assert!(
                verbatim.point.is_some_and(|at| (0.0..=1.0).contains(&at.x) && (0.0..=1.0).contains(&at.y))
            );
        }
    }
}

fn the_tree_holds_every_theme(outcome: &Outcome) {
    let mut leaves: Vec<usize> =
        outcome.tree.iter().filter_map(|node| node.theme).map(|rank| rank as usize).collect();
    leaves.sort_unstable();
    assert_eq!(leaves, (1..=outcome.themes.len()).collect::<Vec<_>>());
    for (at, node) in outcome.tree.iter().enumerate() {
        assert!(node.parent.map_or(at == 0, |above| (above as usize) < at));
        assert!(!node.label.is_empty() && node.hue < 8);
        if let Some(rank) = node.theme {
            let theme = &outcome.themes[rank as usize - 1];
            assert_eq!((&node.label, node.hue), (&theme.label, theme.hue));
        }
    }
}

fn plain(text: &str) -> String {
    text.to_lowercase().replace('’', "'").replace(['\u{a0}', '\u{202f}', '\n'], " ")
}

fn labels_occur(items: &[Item<'_>], outcome: &Outcome) {
    for (i, theme) in outcome.themes.iter().enumerate() {
        let label = plain(&theme.label);
        // Of several nouns, each is written.
        for part in label.trim_start_matches("divers : ").split(" et ").flat_map(|part| part.split(", ")) {
            let mut verbatims = outcome.verbatims.iter().filter(|verbatim| verbatim.place == Place::Theme(i));
            assert!(verbatims.any(|v| plain(&items[v.item].body[v.span.clone()]).contains(part)), "{label}");
        }
    }
    let labels: BTreeSet<&str> = outcome.themes.iter().map(|theme| theme.label.as_str()).collect();
    assert_eq!(labels.len(), outcome.themes.len());
}
