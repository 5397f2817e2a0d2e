//! The open data as spreadsheets and programs read them.

use crate::common::{NOON, congress, signature, tag};
use documents::DocumentError;
use documents::open_data::{congress_json, contributions_csv, verbatims_csv};
use domain::analysis::{Place, UnplacedReason};
use domain::contribution::{Channel, Contribution, ContributionNumber, Kind};
use domain::reading::{Card, OpenData, RunTag, VerbatimLine};
use domain::time::Timestamp;
use std::ops::Range;
use uuid::Uuid;

fn card(n: u32, body: &str) -> Card {
    let contribution = Contribution {
        id: Uuid::from_u128(n.into()).into(),
        number: ContributionNumber::new(n),
        title: (n == 1).then(|| "@accueil".to_owned()),
        body: body.parse().expect("a body"),
        signature: signature(n),
        channel: Channel::Workshop,
        kind: None,
        areas: vec!["santé".to_owned(), "école".to_owned()],
        received_at: NOON,
    };
    Card {
        contribution,
        kind: Some(Kind::Idea),
        kind_suggested: true,
        place: Some(Place::Theme(tag(1, "=thème"))),
    }
}

fn line(n: u32, span: Range<usize>, place: Place<domain::reading::ThemeTag>) -> VerbatimLine {
    let id = Uuid::from_u128(n.into()).into();
    VerbatimLine {
        id,
        span,
        kind: Kind::Situation,
        kind_suggested: false,
        place,
        cited: Vec::new(),
        neighbours: Vec::new(),
    }
}

fn data() -> OpenData {
    let mut unread = card(3, "'déjà une apostrophe");
    (unread.kind, unread.kind_suggested, unread.place) = (None, false, None);
    OpenData {
        congress: congress(),
        run: Some(RunTag { number: 3, finished_at: Timestamp::from_micros(0), behind: 1 }),
        contributions: vec![card(1, "=SOMME(A1:A9) ; \"cité\"\nligne 2"), card(2, "Été. -2+3"), unread],
        verbatims: vec![
            (ContributionNumber::new(1), line(1, 0..13, Place::Theme(tag(1, "=thème")))),
            (ContributionNumber::new(2), line(2, 0..6, Place::Theme(tag(1, "=thème")))),
            (ContributionNumber::new(2), line(3, 7..11, Place::Unplaced(UnplacedReason::TooShort))),
        ],
    }
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn contributions_as_a_table() {
    insta::assert_debug_snapshot!(text(contributions_csv(&data()).expect("a table")).split("\r\n").collect::<Vec<_>>(), @r#"
[
    "\u{feff}numero;titre;texte;auteur;mandat;college;collectivite_code;collectivite;departement;population;canal;type;type_suggere;enjeux;recu_le;theme_principal;place;motif;fiction",
    "C-0001;'@accueil;\"'=SOMME(A1:A9) ; \"\"cité\"\"\nligne 2\";Agnès Rondelet;conseiller délégué au numérique;elus;49001;Saint-Aubin-des-Prés;49;1201;atelier;idee;oui;santé | école;2026-10-12T08:30:00Z;'=thème;theme;;oui",
    "C-0002;;Été. -2+3;Ousmane Diarra;adjointe au maire;elus;11002;Castelmaure;11;1202;atelier;idee;oui;santé | école;2026-10-12T08:30:00Z;'=thème;theme;;oui",
    "C-0003;;''déjà une apostrophe;;;inconnu;;;;;atelier;;non;santé | école;2026-10-12T08:30:00Z;;;;oui",
    "",
]
"#);
}

#[test]
fn verbatims_as_a_table() {
    insta::assert_debug_snapshot!(text(verbatims_csv(&data()).expect("a table")).split("\r\n").collect::<Vec<_>>(), @r#"
[
    "\u{feff}numero;rang;debut;fin;texte;type;type_suggere;place;theme;motif;fiction",
    "C-0001;1;0;13;'=SOMME(A1:A9);etat;non;theme;'=thème;;oui",
    "C-0002;1;0;4;Été.;etat;non;theme;'=thème;;oui",
    "C-0002;2;5;9;'-2+3;etat;non;non_rapproche;;court;oui",
    "",
]
"#);
}

#[test]
fn the_tree_holds_the_same_words_untouched() {
    let tree: serde_json::Value =
        serde_json::from_slice(&congress_json(&data()).expect("a tree")).expect("JSON");
    assert_eq!(tree["fiction"], true);
    assert_eq!(tree["analyse"]["achevee_le"], "1970-01-01T00:00:00Z");
    assert_eq!(tree["contributions"][0]["texte"], "=SOMME(A1:A9) ; \"cité\"\nligne 2");
    assert_eq!(tree["contributions"][2]["place"], serde_json::Value::Null);
    assert_eq!(tree["verbatims"][1]["texte"], "Été.");
    assert_eq!(tree["verbatims"][1]["fin"], 4);
    assert_eq!(tree["verbatims"][2]["rang"], 2);
}

#[test]
fn tables_read_back_row_by_row() {
    let bytes = contributions_csv(&data()).expect("a table");
    let plain = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a mark");
    let rows: Vec<csv::StringRecord> = csv::ReaderBuilder::new()
        .delimiter(b';')
        .from_reader(plain)
        .records()
        .collect::<Result<_, _>>()
        .expect("rows");
    assert_eq!(rows.len(), 3);
    assert_eq!(rows[0].get(2), Some("'=SOMME(A1:A9) ; \"cité\"\nligne 2"));
    assert_eq!(rows[2].get(2), Some("''déjà une apostrophe"));
}

#[test]
fn spans_that_cut_a_letter_are_refused() {
    let mut torn = data();
    torn.verbatims[1].1.span = 0..1;
    assert!(matches!(verbatims_csv(&torn), Err(DocumentError::Span { ordinal: 1, .. })));
    torn.verbatims[1].0 = ContributionNumber::new(9);
    assert!(matches!(congress_json(&torn), Err(DocumentError::UnknownContribution(_))));
}

#[test]
fn nothing_received_still_has_columns() {
    let none = OpenData { run: None, contributions: Vec::new(), verbatims: Vec::new(), ..data() };
    assert!(
        text(contributions_csv(&none).expect("a table")).starts_with("\u{feff}numero;titre;texte;auteur")
    );
    assert!(text(verbatims_csv(&none).expect("a table")).ends_with("motif;fiction\r\n"));
}
