//! The minutes and the sheets of a sitting, read back with poppler.

use crate::common::{NOON, congress};
use crate::pdf::{poppler, squeeze, words};
use documents::pdf::{KitPaper, MinutesPaper, SignatureLine, kit, minutes};
use domain::minutes::{MinutesText, Part, Section, SectionKey};
use domain::sitting::{Access, PaperSheet, Seat, SeatKey, Sitting, SittingRules, SittingStage};
use uuid::Uuid;

fn part() -> Vec<Part> {
    vec![
        Part::Paragraph("#panic() *117* personnes ont émargé : $x$.".into()),
        Part::Quoted("« Le congrès se réunit. »".into()),
        Part::Result("Adopté : 93 pour, 12 contre.".into()),
        Part::List(vec!["Un pouvoir.".into(), "Un autre.".into()]),
        Part::Table {
            caption: "Feuille de présence".into(),
            head: vec!["Nom".into(), "Mandat".into(), "Présence".into()],
            rows: (0..80)
                .map(|n| vec![format!("Personne {n}"), "maire".into(), "dans la salle dès 9 h".into()])
                .collect(),
        },
        Part::Correction("Correction (Zoé, le 3 mai) : lire « treize ».".into()),
    ]
}

fn paper(signatures: Vec<SignatureLine>) -> MinutesPaper {
    let section = |key, is_within, title: &str, parts| Section { key, is_within, title: title.into(), parts };
    MinutesPaper {
        congress: congress(),
        kind: "Projet de procès-verbal",
        notice: "Il s’écrit de lui-même.".into(),
        text: MinutesText {
            title: "Débat et vote de la motion".into(),
            lead: vec!["Congrès".into(), "Séance publique du 3 mai.".into(), "Ouverte à 9 h.".into()],
            sections: vec![
                section(SectionKey::Item(1), false, "1. Débat", Vec::new()),
                section(SectionKey::Remarks, true, "Scrutin n° 1 : Calendrier", part()),
            ],
        },
        hash: Some(format!("Empreinte du document : {}", "ab".repeat(32))),
        address: "https://exemple.fr/seances/1/proces-verbal".into(),
        day: NOON,
        ident: "essai".into(),
        signatures_title: "Signatures",
        signatures,
    }
}

fn signature(name: &str, said: Option<&str>) -> SignatureLine {
    SignatureLine {
        office: "Présidence de séance".into(), name: name.into(), said: said.map(str::to_owned)
    }
}

#[test]
fn the_minutes_are_printed_whole_tagged_and_the_same_each_time() {
    let of =
        paper(vec![signature("Anna Le Bec", None), signature("Bruno Roy", Some("signé le 3 mai à 12 h"))]);
    let pdf = minutes(&of).expect("a PDF");
    let printed = words(&pdf);
    for said in [
        "Projet de procès-verbal",
        "Débat et vote de la motion",
        "#panic() *117* personnes ont émargé",
        "Adopté : 93 pour, 12 contre.",
        "Un autre.",
        "Personne 79",
        "lire « treize »",
        "Anna Le Bec",
        "signé le 3 mai à 12 h",
        &"ab".repeat(32),
        "p. 1/",
    ] {
        assert!(printed.contains(&squeeze(said)), "{said}: {printed}");
    }
    let info = poppler("pdfinfo", &[], &pdf, &[]);
    assert!(info.contains("Tagged:") && info.contains("yes"), "{info}");
    assert!(info.contains("Débat et vote de la motion"), "{info}");
    let tree = poppler("pdfinfo", &["-struct-text"], &pdf, &[]);
    for tag in ["Table", "TH", "H1", "H2", "LI"] {
        assert!(tree.contains(tag), "{tag}: {tree}");
    }
    assert_eq!(pdf, minutes(&of).expect("a PDF"));
}

fn sheet(sheet: PaperSheet, people: u128) -> KitPaper {
    let seat = |n: u128| Seat {
        key: SeatKey::Person(Uuid::from_u128(n).into()),
        member: Uuid::from_u128(n).into(),
        name: format!("Personne {n}"),
        mandate: Some("maire".into()),
        territory: None,
        weight: 1,
    };
    KitPaper {
        sheet,
        congress: congress(),
        sitting: Sitting {
            id: Uuid::from_u128(1).into(),
            congress: congress().id,
            name: "Débat et vote".parse().expect("a name"),
            place: Some("Salle des fêtes".parse().expect("a place")),
            access: Access::Public,
            starts_at: NOON,
            rules: SittingRules::default(),
            stage: SittingStage::Planned,
        },
        seats: (0..people).map(seat).collect(),
        proxies: [(Uuid::from_u128(1).into(), Uuid::from_u128(2).into())].into(),
        poll: None,
    }
}

#[test]
fn the_kit_is_three_sheets_that_need_no_network() {
    let presence = kit(&sheet(PaperSheet::Attendance, 120)).expect("a PDF");
    let printed = words(&presence);
    for said in [
        "Feuille de présence",
        "120 voix",
        "Personne 119",
        "donné à Personne 2",
        "porte celui de Personne 1",
        "Signature",
    ] {
        assert!(printed.contains(&squeeze(said)), "{said}: {printed}");
    }
    let mut homonyms = sheet(PaperSheet::Attendance, 4);
    homonyms.seats[3].name = "Personne 2".into();
    let printed = words(&kit(&homonyms).expect("a PDF"));
    let signs = printed.matches(&*squeeze("porte celui de")).count();
    assert_eq!(signs, 1, "of two homonyms one signs: {printed}");
    let ballots = kit(&sheet(PaperSheet::Ballots, 3)).expect("a PDF");
    let printed = words(&ballots);
    assert_eq!(printed.matches("Abstention").count(), 8, "eight ballots a side: {printed}");
    assert!(poppler("pdfinfo", &[], &ballots, &[]).contains("Pages:           1"));
    assert!(!printed.contains("Personne"), "a ballot names nobody");
    let count = kit(&sheet(PaperSheet::Count, 3)).expect("a PDF");
    let printed = words(&count);
    for said in ["Feuille de dépouillement", "Pour", "Contre", "Blanc", "Bulletins trouvés", "Scrutateur"] {
        assert!(printed.contains(&squeeze(said)), "{said}: {printed}");
    }
    for pdf in [presence, ballots, count] {
        assert!(poppler("pdfinfo", &[], &pdf, &[]).contains("Tagged:          yes"));
    }
}
