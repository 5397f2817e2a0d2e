//! What holds of any amendments.

use proptest::prelude::*;

use super::*;
use crate::id::AmendmentId;
use crate::line::Line;
use crate::reading::AmendmentLine;
use crate::time::Timestamp;
use crate::wording::{BlockKey, BlockKind, VersionNumber, Words};

const BASE: &str = "La fibre s’arrête au pont de la commune, et le mobile n’y passe pas non plus.";

fn words(text: &str) -> Words {
    text.parse().unwrap()
}

fn replace(base: &str, by: &str) -> Proposal {
    let place = Place::At(BlockKey::new(12));
    Proposal { place, base: base.to_owned(), change: Change::Replace(words(by)) }
}

fn delete(base: &str) -> Proposal {
    Proposal { change: Change::Delete, ..replace(base, "rien") }
}

fn insert(by: &str) -> Proposal {
    let (place, base) = (Place::Behind(Some(BlockKey::new(12))), String::new());
    Proposal { place, base, change: Change::Insert(BlockKind::Paragraph, words(by)) }
}

fn line(number: u32, proposal: Proposal) -> AmendmentLine {
    AmendmentLine {
        id: AmendmentId::from(uuid::Uuid::from_u128(number.into())),
        number: AmendmentNumber::new(number),
        version: VersionNumber::new(1),
        proposal,
        title: "Titre".parse::<Line>().unwrap(),
        motive: "Parce que.".parse().unwrap(),
        author: None,
        signature: "Soazig Tanguy".to_owned(),
        cosigners: Vec::new(),
        is_oral: false,
        fate: Fate::Admissible,
        is_applied: false,
        wording: 1,
        at: Timestamp::from_micros(1),
        written_at: Timestamp::from_micros(1),
        opinion: Some(Opinion { avis: Avis::Favourable, words: String::new(), rewrite: None }),
        is_apart: false,
        poll: None,
    }
}

#[test]
fn a_number_is_read_as_it_is_written() {
    assert_eq!("A-12".parse(), Ok(AmendmentNumber::new(12)));
    assert_eq!(AmendmentNumber::new(12).to_string(), "A-12");
    for bad in ["A-0", "A12", "12", "A-", "A--1", "a-1", "A-99999999999"] {
        assert_eq!(bad.parse::<AmendmentNumber>(), Err(AmendmentNumberError), "{bad}");
    }
}

#[test]
fn those_that_change_the_same_words_collide_and_others_do_not() {
    let at_pont = replace(BASE, &BASE.replace("pont", "viaduc"));
    let by_quai = replace(BASE, &BASE.replace("pont", "quai"));
    let mobile = replace(BASE, &BASE.replace("mobile", "réseau mobile"));
    assert!(at_pont.collides(&by_quai) && !at_pont.collides(&mobile));
    assert!(delete(BASE).collides(&mobile) && !delete(BASE).collides(&delete(BASE)));
    assert!(!insert("Un.").collides(&insert("Deux.")) && !insert("Un.").collides(&delete(BASE)));
    let beside = replace(BASE, &BASE.replace("au pont", "avant pont"));
    assert!(at_pont.collides(&beside), "the word next to it is what it stands on");
    let both = replace(BASE, &BASE.replace("pont", "viaduc").replace("mobile", "réseau mobile"));
    assert!(!both.collides(&mobile), "what both ask for alike is no quarrel");
    assert_eq!(
        mobile.on(both.change.words().unwrap().as_str()).unwrap().as_deref(),
        both.change.words().map(Words::as_str)
    );
}

#[test]
fn what_changed_meanwhile_is_carried_or_told() {
    let mobile = replace(BASE, &BASE.replace("mobile", "réseau mobile"));
    let since = BASE.replace("La fibre", "Aujourd’hui encore, la fibre");
    assert_eq!(mobile.on(&since), Ok(Some(since.replace("mobile", "réseau mobile"))));
    assert_eq!(mobile.on(&BASE.replace("mobile", "satellite")), Err(Moved));
    assert_eq!(
        mobile.on("Tout autre chose : un mobile tient bon."),
        Err(Moved),
        "the word alone isn't the place"
    );
    assert_eq!(delete(BASE).on(BASE), Ok(None));
    assert_eq!(delete(BASE).on(&since), Err(Moved));
    assert_eq!(
        delete("Sur 492 contributions.").on("Sur {contributions}."),
        Ok(None),
        "figures are the text's own"
    );
    assert_eq!(delete("Sur 492 contributions.").on("Sous {contributions}."), Err(Moved));
    let figures = replace(
        "De 492 contributions, trop peu de mairies rurales.",
        "De 492 contributions, trop peu de mairies de montagne.",
    );
    assert_eq!(
        figures.on("De {contributions}, trop peu de mairies rurales."),
        Ok(Some("De {contributions}, trop peu de mairies de montagne.".to_owned()))
    );
}

#[test]
fn the_furthest_is_voted_first_and_identical_ones_together() {
    let small = line(1, replace(BASE, &BASE.replace("pont", "quai")));
    let large = line(
        2,
        replace(BASE, &BASE.replace("La fibre s’arrête au pont", "Ni fibre ni cuivre n’atteignent le pont")),
    );
    let gone = line(3, delete(BASE));
    let twin = line(4, replace(BASE, &BASE.replace("pont", "quai")));
    let apart = line(5, replace(BASE, &BASE.replace("mobile", "réseau mobile")));
    let added = line(6, insert("Il faut un calendrier."));
    let first = line(7, Proposal { place: Place::Behind(None), ..insert("D’abord.") });
    let sub = line(
        8,
        Proposal {
            place: Place::Within(AmendmentNumber::new(6)),
            ..replace("Il faut un calendrier.", "Il faut un calendrier opposable.")
        },
    );
    let withdrawn = AmendmentLine { fate: Fate::Withdrawn, ..line(9, delete(BASE)) };
    let lines = [small, large, gone, twin, apart, added, first, sub, withdrawn];
    let votes = docket(&lines, &[BlockKey::new(12)]);
    let told: Vec<Vec<u32>> =
        votes.items.iter().map(|item| item.lines.iter().map(|line| line.number.get()).collect()).collect();
    assert_eq!(told, [vec![7], vec![3], vec![2], vec![1, 4], vec![5], vec![8], vec![6]]);
    assert_eq!(votes.items[1].falls.iter().map(|of| of.get()).collect::<Vec<_>>(), [2, 1, 4, 5]);
    assert_eq!(votes.items[3].falls.iter().map(|of| of.get()).collect::<Vec<_>>(), [3, 2]);
    let alone: Vec<u32> = votes.uncontested().map(|item| item.lines[0].number.get()).collect();
    assert_eq!(alone, [7], "A-6 has a sub-amendment, the others collide");
}

#[test]
fn nothing_that_is_settled_comes_back() {
    use AmendmentState::{Adopted, Fallen, Inadmissible, Rejected, Withdrawn};
    for settled in [Adopted, Rejected, Fallen, Withdrawn] {
        assert!(!settled.is_live() && !settled.may_rectify(), "{settled:?}");
    }
    assert!(!Inadmissible.is_live() && Inadmissible.may_rectify(), "one that was refused may be mended");
}

/// Texts of a few words, so that many of them are alike.
fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(vec!["un", "deux", "trois", "le", "pont", "été"]), 1..9)
        .prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn an_amendment_gives_its_words_on_its_own_base(base in text(), by in text()) {
        let proposal = replace(&base, &by);
        prop_assert_eq!(applied(&base, &proposal.edits()), by.clone());
        prop_assert_eq!(proposal.on(&base), Ok(Some(by)));
    }

    #[test]
    fn colliding_goes_both_ways(base in text(), other_base in text(), one in text(), other in text()) {
        let (a, b, c) = (replace(&base, &one), replace(&base, &other), replace(&other_base, &other));
        prop_assert_eq!(a.collides(&b), b.collides(&a));
        prop_assert_eq!(a.collides(&c), c.collides(&a));
        prop_assert!(!a.collides(&a));
        prop_assert!(delete(&base).collides(&a) && a.collides(&delete(&base)));
    }

    #[test]
    fn of_two_that_do_not_collide_either_comes_first(base in text(), one in text(), other in text()) {
        let (a, b) = (replace(&base, &one), replace(&base, &other));
        if !a.collides(&b) {
            let first = b.on(&one);
            prop_assert!(first.is_ok());
            prop_assert_eq!(first, a.on(&other));
        }
    }

    #[test]
    fn what_is_carried_stands_between_the_same_words(base in text(), by in text(), now in text()) {
        let own = edits(&base, &by);
        if let Ok(carried) = rebased(&base, &own, &now) {
            let kept: Vec<&Edit> = own.iter().filter(|edit| !edits(&base, &now).contains(edit)).collect();
            prop_assert_eq!(kept.len(), carried.len());
            for (was, is) in kept.iter().zip(&carried) {
                prop_assert_eq!(&base[was.span.clone()], &now[is.span.clone()]);
                let left = |text: &str, at: usize| text[..at].split_whitespace().next_back().map(str::to_owned);
                let right = |text: &str, at: usize| text[at..].split_whitespace().next().map(str::to_owned);
                prop_assert_eq!(left(&base, was.span.start), left(&now, is.span.start));
                prop_assert_eq!(right(&base, was.span.end), right(&now, is.span.end));
            }
        }
    }
}
