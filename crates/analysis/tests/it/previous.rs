//! A run that starts from the one before.

use crate::common::{corpus, run_after};
use analysis::{Outcome, Placer, Previous, PreviousTheme, PreviousVerbatim, adjusted_rand};
use domain::analysis::{Confidence, Place};

fn previous(outcome: &Outcome) -> Previous {
    let verbatim = |found: &analysis::PlacedVerbatim| PreviousVerbatim {
        item: found.item,
        span: found.span.clone(),
        theme: found.place.theme(),
        point: found.point,
    };
    let themes = outcome
        .themes
        .iter()
        .map(|theme| PreviousTheme { label: format!("{} !", theme.label), hue: theme.hue });
    Previous { verbatims: outcome.verbatims.iter().map(verbatim).collect(), themes: themes.collect() }
}

#[test]
fn old_verbatims_names_and_hues_stay() {
    let texts = corpus();
    let first = run_after(&texts[..91], None);
    let before = previous(&first);
    let second = run_after(&texts, Some(&before));
    assert_eq!(second.themes.len(), first.themes.len());
    let class = |place: Place<usize>| place.theme().map_or(usize::MAX, |theme| theme);
    let old: Vec<usize> = first.verbatims.iter().map(|v| class(v.place)).collect();
    let new: Vec<usize> = second.verbatims.iter().take(old.len()).map(|v| class(v.place)).collect();
    assert!(adjusted_rand(&old, &new) >= 0.85);
    for theme in &second.themes {
        let continued = &before.themes[theme.continues.unwrap()];
        assert_eq!((&theme.label, theme.hue), (&continued.label, continued.hue));
    }
}

#[test]
fn a_new_subject_finds_a_theme_of_its_own() {
    let mut texts = corpus();
    let before = previous(&run_after(&texts, None));
    for place in crate::common::PLACES.iter().cycle().take(36) {
        texts.push(format!(
            "Le cimetière {place} manque d'arrosage, les tombes et les allées fleuries se dessèchent."
        ));
    }
    let after = run_after(&texts, Some(&before));
    assert!(after.themes.iter().any(|theme| theme.continues.is_none()));
}

#[test]
fn a_run_before_that_fits_nothing_changes_nothing() {
    let texts = corpus();
    let strange = Previous {
        verbatims: vec![PreviousVerbatim { item: 999, span: 5..7, theme: Some(42), point: None }],
        themes: Vec::new(),
    };
    assert_eq!(run_after(&texts, Some(&strange)), run_after(&texts, None));
}

#[test]
fn the_count_says_how_sure_it_is() {
    let outcome = run_after(&corpus(), None);
    let choice = outcome.choice.unwrap();
    assert_eq!(choice.themes as usize, outcome.themes.len());
    assert!((-1.0..=1.0).contains(&choice.agreement));
    assert!(choice.compared.len() > 1 && choice.confidence != Confidence::Given);
}

#[test]
fn what_was_placed_by_the_run_is_placed_alike_by_its_model() {
    let texts = corpus();
    let outcome = run_after(&texts, None);
    let placer = Placer::read(&outcome.model).unwrap();
    let mut same = 0;
    for verbatim in &outcome.verbatims {
        let guesses = placer.place(&texts[verbatim.item]);
        assert_eq!(guesses.len(), 1);
        assert_eq!(guesses[0].span, verbatim.span);
        assert!(guesses[0].nearest.len() == 3 && guesses[0].point.is_some());
        assert!(guesses[0].nearest.iter().all(|(_, closeness)| (0.0..=1.0).contains(closeness)));
        same += usize::from(guesses[0].place == verbatim.place);
    }
    assert!(same * 100 >= outcome.verbatims.len() * 95, "{same}");
}

#[test]
fn what_comes_later_is_placed_or_says_why_not() {
    let outcome = run_after(&corpus(), None);
    let placer = Placer::read(&outcome.model).unwrap();
    let place = |text: &str| placer.place(text).first().map(|guess| guess.place);
    assert_eq!(place(""), None);
    assert!(matches!(place("RIEN."), Some(Place::Unplaced(_))));
    assert!(matches!(place("We need more support for our older citizens."), Some(Place::Unplaced(_))));
    assert!(matches!(place("xyzzy plugh frobozz quux"), Some(Place::Unplaced(_))));
    let fibre = outcome.verbatims[0].place;
    assert_eq!(
        place("Quand la fibre optique arrivera-t-elle, les poteaux et le cuivre tombent ?"),
        Some(fibre)
    );
}

#[test]
fn damaged_models_are_refused() {
    let model = run_after(&corpus(), None).model;
    assert!(Placer::read(&[]).is_err() && Placer::read(b"pleniere-model-1\n").is_err());
    for at in (0..model.len()).step_by(97) {
        let mut damaged = model.clone();
        damaged[at] ^= 0x20;
        assert!(Placer::read(&damaged).is_err(), "{at}");
        assert!(Placer::read(&model[..at]).is_err(), "{at}");
    }
    let small = run_after(&corpus()[..4], None);
    let placer = Placer::read(&small.model).unwrap();
    assert!(matches!(placer.place("La fibre optique arrive au bourg.")[0].place, Place::Weak(_)));
}
