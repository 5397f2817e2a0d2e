use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

const UP_TO_3_OF_5: Method = Method::UpTo { options: 5, most: 3 };

fn method() -> impl Strategy<Value = Method> {
    prop_oneof![Just(Method::ForAgainst), Just(Method::OneOf(5)), Just(UP_TO_3_OF_5)]
}

fn choice() -> impl Strategy<Value = Choice> {
    prop_oneof![
        3 => Just(Choice::For),
        3 => Just(Choice::Against),
        1 => Just(Choice::Abstain),
        1 => Just(Choice::Blank),
        4 => prop::collection::btree_set(0..6_u16, 0..5).prop_map(Choice::Options),
    ]
}

fn ballots() -> impl Strategy<Value = Vec<Ballot>> {
    prop::collection::vec((choice(), 0..4_u32).prop_map(|(choice, weight)| Ballot { choice, weight }), 0..60)
}

fn lawful(method: Method, secrecy: Secrecy, ballots: &[Ballot]) -> Vec<Ballot> {
    ballots.iter().filter(|ballot| ballot.check(method, secrecy).is_ok()).cloned().collect()
}

fn majority() -> impl Strategy<Value = Majority> {
    let part = (1..5_u32, 0..5_u32, 0..3_usize, any::<bool>()).prop_map(|(parts, more, base, at_least)| {
        let fraction = Fraction::new(parts, parts + more).expect("a part");
        Majority::Part(Threshold { fraction, base: Base::ALL[base], at_least })
    });
    prop_oneof![Just(Majority::Relative), part]
}

fn roll(tally: &Tally, absent: u64, gone: u64) -> Roll {
    let there = tally.voters() + 2;
    let still_there = there.saturating_sub(gone);
    Roll { entitled: there + absent, present: there - 1, represented: 1, still_there }
}

proptest! {
    #[test]
    fn a_count_does_not_depend_on_the_order(method in method(), ballots in ballots(), seed in any::<u64>()) {
        let ballots = lawful(method, Secrecy::Public, &ballots);
        let mut shuffled = ballots.clone();
        let mut state = seed | 1;
        for i in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            shuffled.swap(i, (state >> 33) as usize % (i + 1));
        }
        prop_assert_eq!(tally(method, &ballots), tally(method, &shuffled));
    }

    #[test]
    fn sums_add_up_and_boxes_can_be_counted_apart(method in method(), ballots in ballots(), at in 0..60_usize) {
        let ballots = lawful(method, Secrecy::Public, &ballots);
        let all = tally(method, &ballots);
        let voices: u64 = ballots.iter().map(|ballot| u64::from(ballot.weight)).sum();
        prop_assert_eq!(all.voters(), voices);
        prop_assert_eq!(all.cast() + all.abstentions + all.blanks, all.voters());
        prop_assert!(all.options.iter().all(|voices| *voices <= all.chosen));
        let sum: u64 = all.options.iter().sum();
        prop_assert!(sum >= all.chosen && sum <= all.chosen * u64::from(method.most().max(1)));
        let (phones, paper) = ballots.split_at(at.min(ballots.len()));
        prop_assert_eq!(tally(method, phones) + tally(method, paper), all);
    }

    #[test]
    fn adopted_is_the_inequality_in_whole_numbers(
        majority in majority(), ballots in ballots(), absent in 0..40_u64,
    ) {
        let counted = tally(Method::ForAgainst, &lawful(Method::ForAgainst, Secrecy::Public, &ballots));
        let roll = roll(&counted, absent, 0);
        let rule = Rule { majority, quorum: None, has_casting_vote: false };
        let decision = decide(rule, (&counted, roll), Secrecy::Public, Some(Casting::For));
        let expected = match majority {
            Majority::Relative => counted.in_favour > counted.against,
            Majority::Part(of) => {
                let (parts, whole) = of.fraction.terms();
                let (ours, theirs) =
                    (counted.in_favour * u64::from(whole), of.whole(&counted, roll) * u64::from(parts));
                counted.in_favour > 0 && (ours > theirs || of.at_least && ours == theirs)
            }
        };
        prop_assert_eq!(decision.adopted, expected);
        prop_assert_eq!(decision.ground == Ground::Reached, expected);
    }

    #[test]
    fn a_voice_more_in_favour_never_rejects(majority in majority(), ballots in ballots(), absent in 0..40_u64) {
        let lawful = lawful(Method::ForAgainst, Secrecy::Public, &ballots);
        let rule = Rule { majority, quorum: None, has_casting_vote: false };
        let adopts = |ballots: &[Ballot], roll| {
            decide(rule, (&tally(Method::ForAgainst, ballots), roll), Secrecy::Public, None).adopted
        };
        let roll = roll(&tally(Method::ForAgainst, &lawful), absent, 0);
        let mut more = lawful.clone();
        more.push(Ballot::of(Choice::For));
        prop_assert!(!adopts(&lawful, roll) || adopts(&more, roll));
    }

    #[test]
    fn without_a_quorum_nothing_is_adopted(
        ballots in ballots(), parts in 1..4_u32, absent in 0..80_u64, gone in 0..40_u64, casting in any::<bool>(),
    ) {
        let counted = tally(Method::ForAgainst, &lawful(Method::ForAgainst, Secrecy::Public, &ballots));
        let roll = roll(&counted, absent, gone);
        let quorum = Quorum(Fraction::new(parts, 4).expect("a part"));
        let rule = Rule { majority: Majority::Relative, quorum: Some(quorum), has_casting_vote: casting };
        let decision = decide(rule, (&counted, roll), Secrecy::Public, Some(Casting::For));
        let is_there = roll.there() >= quorum.needed(roll) && roll.still_there >= quorum.needed(roll);
        prop_assert!(is_there || !decision.adopted);
        prop_assert_eq!(
            matches!(decision.ground, Ground::NoQuorumAtOpening | Ground::NoQuorumAtClosing), !is_there || roll.still_there == 0
        );
    }

    #[test]
    fn places_go_to_the_most_voices_and_ties_at_the_edge_are_said(ballots in ballots(), places in 0..6_u16) {
        let counted = tally(UP_TO_3_OF_5, &lawful(UP_TO_3_OF_5, Secrecy::Secret, &ballots));
        let Elected { first, tied, left } = elected(&counted, places);
        let voices = |option: &u16| counted.options[usize::from(*option)];
        let with_some = counted.options.iter().filter(|voices| **voices > 0).count();
        prop_assert_eq!(first.len() + usize::from(left), with_some.min(usize::from(places)));
        prop_assert!(tied.is_empty() || tied.len() > usize::from(left) && left > 0);
        prop_assert!(tied.iter().all(|one| voices(one) == voices(&tied[0]) && !first.contains(one)));
        let worst = first.iter().map(voices).min().unwrap_or(u64::MAX);
        let others = (0..5_u16).filter(|option| !first.contains(option));
        prop_assert!(others.map(|option| voices(&option)).all(|other| other < worst));
    }

    #[test]
    fn no_poll_goes_back(acts in prop::collection::vec(0..4_usize, 0..12)) {
        let mut state = PollState::Prepared;
        let mut seen = BTreeSet::from([state]);
        for act in acts {
            if let Some(next) = state.after(PollAct::ALL[act]) {
                prop_assert!(seen.insert(next), "{next:?} twice");
                prop_assert!(!matches!(state, PollState::Proclaimed | PollState::Cancelled));
                prop_assert!(!next.shows_result() || state == PollState::Closed);
                state = next;
            }
        }
    }
}

#[test]
fn forty_six_of_seventy_are_not_two_thirds() {
    let roll = Roll { entitled: 120, present: 80, represented: 10, still_there: 90 };
    let two_thirds =
        Majority::Part(Threshold { fraction: Fraction::TWO_THIRDS, base: Base::Cast, at_least: false });
    let of = |in_favour| Tally { in_favour, against: 70 - in_favour, ..Tally::default() };
    assert!(!two_thirds.is_reached(&of(46), roll));
    assert!(two_thirds.is_reached(&of(47), roll));
    let exactly = Tally { in_favour: 40, against: 20, ..Tally::default() };
    assert!(!two_thirds.is_reached(&exactly, roll));
    let at_least =
        Majority::Part(Threshold { fraction: Fraction::TWO_THIRDS, base: Base::Cast, at_least: true });
    assert!(at_least.is_reached(&exactly, roll));
}

#[test]
fn a_tie_is_rejected_unless_the_chair_sways_it_in_public() {
    let roll = Roll { entitled: 20, present: 20, represented: 0, still_there: 20 };
    let tie = Tally { in_favour: 8, against: 8, abstentions: 1, ..Tally::default() };
    let rule = |majority| Rule { majority, quorum: None, has_casting_vote: true };
    let decided = |majority, secrecy, casting| decide(rule(majority), (&tie, roll), secrecy, casting).ground;
    let (public, secret) = (Secrecy::Public, Secrecy::Secret);
    for majority in [Majority::Relative, Majority::ABSOLUTE] {
        assert_eq!(decided(majority, public, None), Ground::Tie);
        assert_eq!(decided(majority, public, Some(Casting::For)), Ground::CastingFor);
        assert_eq!(decided(majority, public, Some(Casting::Against)), Ground::CastingAgainst);
        assert_eq!(decided(majority, secret, Some(Casting::For)), Ground::Tie);
    }
    let of_all =
        Majority::Part(Threshold { fraction: Fraction::HALF, base: Base::Entitled, at_least: false });
    assert_eq!(decided(of_all, public, Some(Casting::For)), Ground::NotReached, "9 of 20 aren't half");
}

#[test]
fn a_ballot_holds_what_the_poll_offers_and_nothing_else() {
    let options = |chosen: &[u16]| Choice::Options(chosen.iter().copied().collect());
    let check = |method: Method, choice: Choice, secrecy| Ballot::of(choice).check(method, secrecy);
    let (public, secret) = (Secrecy::Public, Secrecy::Secret);
    assert_eq!(check(Method::ForAgainst, Choice::Blank, public), Err(BallotFault::NotOffered));
    assert_eq!(check(Method::ForAgainst, Choice::Blank, secret), Ok(()));
    assert_eq!(check(Method::ForAgainst, options(&[0]), secret), Err(BallotFault::NotOffered));
    assert_eq!(check(Method::OneOf(3), Choice::For, public), Err(BallotFault::NotOffered));
    assert_eq!(check(Method::OneOf(3), options(&[2]), public), Ok(()));
    assert_eq!(check(Method::OneOf(3), options(&[3]), public), Err(BallotFault::NotOffered));
    assert_eq!(check(Method::OneOf(3), options(&[0, 1]), public), Err(BallotFault::TooMany(1)));
    assert_eq!(check(UP_TO_3_OF_5, options(&[]), public), Err(BallotFault::NoOption));
    let heavy = Ballot { choice: Choice::For, weight: 2 };
    assert_eq!(heavy.check(Method::ForAgainst, public), Ok(()));
    assert_eq!(heavy.check(Method::ForAgainst, secret), Err(BallotFault::Weight));
}

#[test]
fn hands_are_no_more_than_the_voices_there() {
    let roll = Roll { entitled: 50, present: 30, represented: 5, still_there: 35 };
    assert_eq!(show_of_hands(20, 10, 6, roll), Err(HandsFault::TooMany(36, 35)));
    assert!(show_of_hands(u64::MAX, 1, 0, roll).is_err());
    assert_eq!(show_of_hands(20, 10, 5, roll).map(|tally| tally.voters()), Ok(35));
    assert_eq!(unanimous(roll).map(|tally| tally.in_favour), Ok(35));
    assert_eq!(unanimous(Roll::default()), Err(HandsFault::Nobody));
}

#[test]
fn values_are_kept_as_codes() {
    let threshold = Threshold { fraction: Fraction::TWO_THIRDS, base: Base::Roll, at_least: true };
    let rule = Rule {
        majority: Majority::Part(threshold),
        quorum: Some(Quorum(Fraction::HALF)),
        has_casting_vote: false,
    };
    let json = serde_json::to_string(&rule).expect("writable");
    assert!(json.contains(r#""base":"presents""#) && json.contains("[2,3]"), "{json}");
    assert_eq!(serde_json::from_str::<Rule>(&json).expect("readable"), rule);
    assert!(serde_json::from_str::<Rule>(&json.replace("[2,3]", "[3,2]")).is_err());
}
