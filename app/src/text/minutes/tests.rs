use domain::congress::Congress;
use domain::id::{MinutesCorrectionId, PollId};
use domain::line::Line;
use domain::member::College;
use domain::minutes::{Correction, Part, SectionKey};
use domain::reading::{Incident, Minutes, MinutesPoll};
use domain::sitting::{Access, Sitting, SittingRules, SittingStage};
use domain::time::Timestamp;
use domain::vote::{
    Fraction, Majority, Means, Method, Outcome, Poll, PollNumber, PollState, Question, Quorum, Roll, Rule,
    Secrecy, Stage, Tally,
};
use uuid::Uuid;

use super::*;

fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

fn at(minutes: i64) -> Timestamp {
    // 14 November 2026, 9 h in Paris.
    Timestamp::from_micros(1_794_643_200_000_000).plus_seconds(minutes * 60)
}

fn line(text: &str) -> Line {
    text.parse().unwrap()
}

fn sitting() -> Sitting {
    Sitting {
        id: Uuid::from_u128(1).into(),
        congress: Uuid::from_u128(1).into(),
        name: line("Débat et vote"),
        place: Some(line("Salle des fêtes")),
        access: Access::InCamera,
        starts_at: at(0),
        rules: SittingRules { quorum: Some(Quorum(Fraction::THIRD)), ..SittingRules::default() },
        stage: SittingStage::Closed { opened_at: at(0), closed_at: at(150) },
    }
}

fn poll(stage: Stage) -> MinutesPoll {
    let poll = Poll {
        id: PollId::from(Uuid::from_u128(3)),
        number: PollNumber::new(3),
        sitting: Uuid::from_u128(1).into(),
        item: None,
        question: Question {
            title: line("Calendrier"),
            text: "Le congrès\nse réunit.".into(),
            method: Method::ForAgainst,
            options: Vec::new(),
        },
        rule: Rule { majority: Majority::ABSOLUTE, quorum: None, has_casting_vote: false },
        secrecy: Secrecy::Public,
        means: Means::Ballots,
        college: College::Elected,
        is_test: false,
        stage,
    };
    MinutesPoll { poll, late: vec!["Zoé Roux".into()] }
}

fn said(of: &MinutesPoll) -> Vec<String> {
    let section = votes::section(of, true);
    let words = section.parts.into_iter().map(|part| match part {
        Part::Paragraph(said) | Part::Quoted(said) | Part::Result(said) | Part::Correction(said) => said,
        Part::List(_) | Part::Table { .. } => String::new(),
    });
    [section.title].into_iter().chain(words).map(|said| plain(&said)).collect()
}

#[test]
fn a_vote_is_told_with_its_rule_its_counts_and_how_they_decide() {
    let tally = |in_favour, against| Tally { in_favour, against, ..Tally::default() };
    let outcome = Outcome {
        roll: Roll { entitled: 90, present: 50, represented: 6, still_there: 56 },
        tally: tally(40, 12),
        paper: Some(tally(3, 0)),
        paper_signed: 2,
        aside: 0,
        casting: None,
    };
    let stage = Stage::Proclaimed { opened_at: at(10), closed_at: at(12), proclaimed_at: at(13), outcome };
    let said = said(&poll(stage));
    assert_eq!(said[0], "Scrutin n° 3 : Calendrier");
    assert_eq!(said[1], "« Le congrès se réunit. »");
    assert!(said[2].starts_with("Majorité requise"), "{said:?}");
    assert!(said[3].contains("50 présents · 6 représentés · 52 votants"), "{said:?}");
    assert_eq!(said[4], "Sur papier : 3 bulletins comptés, pour 2 voix émargées.");
    assert_eq!(
        said[5],
        "Adopté : 40 pour, 12 contre, 0 abstention. 40 pour sur 52 suffrages exprimés ; il en fallait plus de 26 : adopté."
    );
    assert_eq!(said[6], "Ajouté par la présidence à la liste des votants, après l’ouverture : Zoé Roux.");
}

#[test]
fn what_is_quoted_keeps_its_spaces_and_one_is_one() {
    let mut of = poll(Stage::Prepared);
    of.poll.question.text = "Le congrès\u{202f}?\r\nIl dit\u{a0}:  oui.".into();
    let section = votes::section(&of, true);
    let Some(Part::Quoted(quoted)) = section.parts.first() else { panic!("{section:?}") };
    assert!(quoted.contains("Le congrès\u{202f}? Il dit\u{a0}: oui."), "{quoted}");
    let one = Incident::TooMuchPaper { poll: PollNumber::new(3), counted: 1, signed: 0 };
    assert_eq!(
        plain(&votes::incident(&one)),
        "Scrutin n° 3 : 1 bulletin sur papier a été compté, pour 0 voix émargée. Le résultat les compte tous."
    );
}

#[test]
fn a_vote_that_goes_on_or_was_dropped_has_no_result() {
    let roll = Roll { entitled: 9, present: 5, represented: 0, still_there: 5 };
    let open = said(&poll(Stage::Open { since: at(1), roll }));
    assert!(open[3].starts_with("Vote ouvert depuis") && !open.concat().contains("pour,"), "{open:?}");
    let dropped = Stage::Cancelled { at: at(2), reason: line("Le mauvais texte"), from: PollState::Open };
    let dropped = said(&poll(dropped));
    assert!(dropped[3].contains("rien n’en est compté. Motif donné : « Le mauvais texte »"), "{dropped:?}");
}

fn correction(section: SectionKey) -> Correction {
    Correction {
        id: MinutesCorrectionId::from(Uuid::from_u128(9)),
        section,
        text: "Lire « treize ».".parse().unwrap(),
        by: "Anna Le Bec".into(),
        at: at(200),
    }
}

#[test]
fn corrections_stand_beside_what_they_are_about_and_the_facts_stay() {
    let facts = Minutes {
        sitting: sitting(),
        entitled: 9,
        attendees: Vec::new(),
        absent: 9,
        proxies: Vec::new(),
        quorum: Vec::new(),
        taken: Vec::new(),
        left: Vec::new(),
        others: vec![poll(Stage::Cancelled { at: at(2), reason: line("Non"), from: PollState::Closed })],
        unopened: vec![PollNumber::new(2)],
        incidents: vec![Incident::QuorumLost { at: at(90), there: 2 }],
    };
    let congress = Congress {
        id: Uuid::from_u128(1).into(),
        slug: "congres".parse().unwrap(),
        title: "4e congrès".into(),
        question: String::new(),
        summary: String::new(),
        organiser: String::new(),
        fictional: false,
        phases: Vec::new(),
    };
    let bare = written(&congress, &facts, &[]);
    let beside = [correction(SectionKey::Quorum), correction(SectionKey::Item(7))];
    let text = written(&congress, &facts, &beside);
    let quorum = text.sections.iter().find(|of| of.key == SectionKey::Quorum).unwrap();
    let Some(Part::Correction(said)) = quorum.parts.last() else { panic!("{quorum:?}") };
    assert!(plain(said).starts_with("Correction (Anna Le Bec, le 14 novembre 2026 à"), "{said}");
    assert_eq!(text.sections.last().unwrap().key, SectionKey::Remarks, "its section isn't there any more");
    let left: Vec<String> =
        bare.plain().lines().filter(|line| !text.plain().contains(*line)).map(str::to_owned).collect();
    assert!(left.is_empty(), "{left:?}");
    let words = plain(&text.plain());
    for said in [
        "Séance à huis clos du 14 novembre 2026, Salle des fêtes.",
        "Scrutin n° 2 : préparé, et jamais ouvert.",
        "Le quorum a été perdu à",
        "Aucun pouvoir n’a été porté.",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    assert!(!words.contains("essai") && !words.contains("Répétition"), "{words}");
    let offered: Vec<SectionKey> = correctable(&text).into_iter().map(|(key, _)| key).collect();
    assert_eq!(offered.iter().filter(|of| **of == SectionKey::Remarks).count(), 1);
}
