use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::id::MemberId;
use crate::time::Timestamp;

fn member(n: u128) -> MemberId {
    MemberId::from(Uuid::from_u128(n))
}

fn people(tellers: u128) -> Vec<(Office, MemberId, String)> {
    let named = |office, n: u128| (office, member(n), format!("Personne {n}"));
    let tellers = (0..tellers).map(|n| named(Office::Teller, 10 + n));
    tellers.chain([named(Office::Secretary, 2), named(Office::Chair, 1)]).collect()
}

fn at(n: i64) -> Timestamp {
    Timestamp::from_micros(n)
}

#[test]
fn one_chair_one_secretary_and_nobody_twice() {
    let all = Signatories::new(people(2)).unwrap();
    let offices: Vec<_> = all.all().iter().map(|of| of.office).collect();
    assert_eq!(offices, [Office::Chair, Office::Secretary, Office::Teller, Office::Teller]);
    assert_eq!(Signatories::new(people(5)), Err(SignatoriesFault::TooManyTellers));
    let mut same = people(1);
    same[0].1 = member(1);
    assert_eq!(Signatories::new(same), Err(SignatoriesFault::Twice));
    let none = people(0).into_iter().filter(|of| of.0 != Office::Secretary);
    assert_eq!(Signatories::new(none), Err(SignatoriesFault::One(Office::Secretary)));
    let mut two = people(0);
    two.push((Office::Chair, member(9), String::new()));
    assert_eq!(Signatories::new(two), Err(SignatoriesFault::One(Office::Chair)));
}

#[derive(Clone, Copy, Debug)]
enum Act {
    Present(u8),
    TakeBack,
    Sign(u128, u8),
}

fn acts() -> impl Strategy<Value = Act> {
    prop_oneof![
        (0..2_u8).prop_map(Act::Present),
        Just(Act::TakeBack),
        (1..4_u128, 0..2_u8).prop_map(|(who, what)| Act::Sign(who, what)),
    ]
}

proptest! {
    #[test]
    fn what_is_signed_is_signed_by_all_and_stays(acts in prop::collection::vec(acts(), 0..24)) {
        let mut stage = MinutesStage::Draft;
        for (now, act) in (0_i64..).zip(acts) {
            let before = stage.clone();
            let done = match act {
                Act::Present(what) => stage.present((at(now), [what; 32]), Signatories::new(people(0)).unwrap()),
                Act::TakeBack => stage.take_back(),
                Act::Sign(who, what) => stage.sign(member(who), (at(now), [what; 32]), SignedHow::Account),
            };
            if before.is_signed() {
                prop_assert_eq!(&done, &Err(MinutesFault::Signed));
                prop_assert_eq!(before.takes_corrections(), Err(MinutesFault::Signed));
            }
            if let Ok(after) = done {
                if let (Act::Sign(_, what), Some(of)) = (act, after.presented()) {
                    prop_assert_eq!(of.hash, [what; 32], "each signature is of the text that is kept");
                    prop_assert_eq!(of.signatories.iter().all(|of| of.signed.is_some()), after.is_signed());
                }
                // Whatever takes a text back takes its signatures with it.
                if let Some(of) = after.presented().filter(|_| matches!(act, Act::Present(_))) {
                    prop_assert!(of.signatories.iter().all(|of| of.signed.is_none()));
                }
                prop_assert_eq!(after.takes_corrections().is_ok(), after == MinutesStage::Draft);
                stage = after;
            }
        }
    }

    #[test]
    fn a_correction_is_one_line(text in any::<String>()) {
        if let Ok(line) = text.parse::<CorrectionText>() {
            prop_assert!(!line.as_str().contains(char::is_control) && !line.as_str().contains("  "));
            prop_assert_eq!(line.as_str().parse::<CorrectionText>(), Ok(line.clone()));
        }
    }
}

#[test]
fn a_correction_holds_nothing_that_is_not_seen() {
    let text = "Lire\u{a0}: «\u{202f}treize\u{202f}»,\u{2028}non\u{202e} \u{200b}douze.\r\nMerci.";
    let line: CorrectionText = text.parse().unwrap();
    assert_eq!(line.as_str(), "Lire\u{a0}: «\u{202f}treize\u{202f}», non douze. Merci.");
    assert_eq!("\u{200b}\u{202e}".parse::<CorrectionText>(), Err(CorrectionTextError::Empty));
}

#[test]
fn nobody_signs_what_is_not_theirs_or_twice_or_another_text() {
    let draft = MinutesStage::Draft;
    assert_eq!(draft.sign(member(1), (at(1), [1; 32]), SignedHow::Account), Err(MinutesFault::NotPresented));
    let waits = draft.present((at(1), [1; 32]), Signatories::new(people(0)).unwrap()).unwrap();
    let sign = |of: &MinutesStage, who, what| of.sign(member(who), (at(2), [what; 32]), SignedHow::Paper);
    assert_eq!(sign(&waits, 9, 1), Err(MinutesFault::NoSignatory));
    assert_eq!(sign(&waits, 1, 2), Err(MinutesFault::Changed));
    let once = sign(&waits, 1, 1).unwrap();
    assert_eq!(sign(&once, 1, 1), Err(MinutesFault::Already));
    let all = sign(&once, 2, 1).unwrap();
    assert!(all.is_signed() && all.take_back() == Err(MinutesFault::Signed));
}

#[test]
fn the_hash_is_of_the_words_and_of_nothing_else() {
    let section = |key, said: &str| Section {
        key,
        is_within: false,
        title: "Présences".into(),
        parts: vec![Part::Paragraph(said.into()), Part::List(vec!["une".into(), "deux".into()])],
    };
    let text = |key, said| MinutesText {
        title: "Séance".into(),
        lead: vec!["Le 3 mai".into()],
        sections: vec![section(key, said)],
    };
    assert_eq!(
        text(SectionKey::Presence, "Oui.").plain(),
        "Séance\nLe 3 mai\n\nPrésences\n\nOui.\n\n- une\n- deux\n"
    );
    assert_eq!(text(SectionKey::Presence, "Oui.").hash(), text(SectionKey::Quorum, "Oui.").hash());
    assert_ne!(text(SectionKey::Presence, "Oui.").hash(), text(SectionKey::Presence, "Non.").hash());
    let of = text(SectionKey::Presence, "");
    assert!(of.has(SectionKey::Presence) && !of.has(SectionKey::Quorum));
    let poll = SectionKey::Poll(crate::vote::PollNumber::new(12));
    for key in [SectionKey::Presence, SectionKey::Item(3), poll, SectionKey::Remarks] {
        assert_eq!(key.to_string().parse(), Ok(key));
    }
    for wrong in ["", "scrutin", "scrutin-", "scrutin--1", "point-01", "Quorum"] {
        assert_eq!(wrong.parse::<SectionKey>(), Err(SectionKeyError), "{wrong}");
    }
}
