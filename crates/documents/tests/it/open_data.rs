//! The open data as spreadsheets and programs read them.

use crate::common::{NOON, congress, signature, tag};
use documents::DocumentError;
use documents::open_data::{congress_json, contributions_csv, import_report_csv, links_csv, verbatims_csv};
use domain::analysis::{Place, Point, UnplacedReason};
use domain::contribution::{Channel, Contribution, ContributionNumber, Kind, State, dots};
use domain::reading::{Card, ImportRemark, Link, OpenData, RunTag, VerbatimLine};
use domain::time::Timestamp;
use std::ops::Range;
use uuid::Uuid;

pub fn card(n: u32, body: &str) -> Card {
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
        state: State::Published,
        version: 1,
        reported: n == 2,
    };
    Card {
        contribution,
        kind: Some(Kind::Idea),
        kind_suggested: true,
        place: Some(Place::Theme(tag(1, "=thème"))),
    }
}

/// Cut from `body`.
pub fn line(n: u32, body: &str, span: Range<usize>, place: Place<domain::reading::ThemeTag>) -> VerbatimLine {
    let id = Uuid::from_u128(n.into()).into();
    VerbatimLine {
        id,
        text: body[span.clone()].to_owned(),
        before: u32::try_from(body[..span.start].chars().count()).expect("a count"),
        span,
        cut_before: false,
        cut_after: false,
        earlier: false,
        kind: Kind::Situation,
        kind_suggested: false,
        place,
        neighbours: Vec::new(),
        cited: Vec::new(),
    }
}

const SUM: &str = "=SOMME(A1:A9) ; \"cité\"\nligne 2";
const SUMMER: &str = "Été. -2+3";

pub fn data() -> OpenData {
    let mut unread = card(3, "'déjà une apostrophe");
    (unread.kind, unread.kind_suggested, unread.place) = (None, false, None);
    OpenData {
        congress: congress(),
        run: Some(RunTag { number: 3, finished_at: Timestamp::from_micros(0), behind: 1 }),
        contributions: vec![card(1, SUM), card(2, SUMMER), unread],
        verbatims: vec![
            (ContributionNumber::new(1), line(1, SUM, 0..13, Place::Theme(tag(1, "=thème")))),
            (ContributionNumber::new(2), line(2, SUMMER, 0..6, Place::Theme(tag(1, "=thème")))),
            (ContributionNumber::new(2), line(3, SUMMER, 7..11, Place::Unplaced(UnplacedReason::TooShort))),
        ],
        points: vec![Some(Point { x: 0.5, y: 0.25 }), Some(Point { x: 1.0, y: 0.0 }), None],
        links: vec![
            Link { from: 0, to: 1, closeness: 0.75, twin: true },
            Link { from: 1, to: 0, closeness: 0.75, twin: true },
        ],
    }
}

pub fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn a_report_of_an_import_as_a_table() {
    let remark = |line, refused, words: &str| ImportRemark { line, refused, words: words.to_owned() };
    let told = [remark(Some(3), true, "le texte est vide."), remark(None, false, "=1+1 ; \"cité\"")];
    assert_eq!(
        text(import_report_csv(&told).expect("a table")),
        "\u{feff}ligne;issue;motif\r\n3;refusée;le texte est vide.\r\n;à vérifier;\"'=1+1 ; \"\"cité\"\"\"\r\n"
    );
}

#[test]
fn contributions_as_a_table() {
    insta::assert_debug_snapshot!(text(contributions_csv(&data()).expect("a table")).split("\r\n").collect::<Vec<_>>(), @r#"
[
    "\u{feff}numero;titre;texte;auteur;mandat;college;collectivite_code;collectivite;departement;population;canal;type;type_suggere;enjeux;recu_le;theme_principal;place;motif;fiction;etat;propos_rapporte",
    "C-0001;'@accueil;\"'=SOMME(A1:A9) ; \"\"cité\"\"\nligne 2\";Agnès Rondelet;conseiller délégué au numérique;elus;49001;Saint-Aubin-des-Prés;49;1201;atelier;idee;oui;santé | école;2026-10-12T08:30:00Z;'=thème;theme;;oui;publiee;non",
    "C-0002;;Été. -2+3;Ousmane Diarra;adjointe au maire;elus;11002;Castelmaure;11;1202;atelier;idee;oui;santé | école;2026-10-12T08:30:00Z;'=thème;theme;;oui;publiee;oui",
    "C-0003;;''déjà une apostrophe;;;inconnu;;;;;atelier;;non;santé | école;2026-10-12T08:30:00Z;;;;oui;publiee;non",
    "",
]
"#);
}

#[test]
fn verbatims_as_a_table() {
    insta::assert_debug_snapshot!(text(verbatims_csv(&data()).expect("a table")).split("\r\n").collect::<Vec<_>>(), @r#"
[
    "\u{feff}numero;rang;debut;fin;texte;type;type_suggere;place;theme;motif;fiction;x;y;version_anterieure;propos_rapporte",
    "C-0001;1;0;13;'=SOMME(A1:A9);etat;non;theme;'=thème;;oui;0.5;0.25;non;non",
    "C-0002;1;0;4;Été.;etat;non;theme;'=thème;;oui;1;0;non;oui",
    "C-0002;2;5;9;'-2+3;etat;non;non_rapproche;;court;oui;;;non;oui",
    "",
]
"#);
}

#[test]
fn neighbours_as_a_table() {
    let table = text(links_csv(&data()).expect("a table"));
    let lines: Vec<&str> = table.split("\r\n").collect();
    assert_eq!(lines[1], "C-0001;1;C-0002;1;0.75;oui");
    assert_eq!(lines.len(), 4);
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
fn a_verbatim_of_no_contribution_is_refused() {
    let mut torn = data();
    torn.verbatims[1].0 = ContributionNumber::new(9);
    assert!(matches!(congress_json(&torn), Err(DocumentError::UnknownContribution(_))));
}

#[test]
fn words_that_are_not_shown_are_an_empty_cell_with_the_state() {
    let mut withheld = data();
    let erased = &mut withheld.contributions[1].contribution;
    erased.state = State::Erased;
    erased.body = dots(SUMMER).parse().expect("dots");
    let table = text(contributions_csv(&withheld).expect("a table"));
    assert!(table.contains("\r\nC-0002;;;") && table.contains(";effacee;oui\r\n"), "{table}");
    let table = text(verbatims_csv(&withheld).expect("a table"));
    assert!(table.contains("\r\nC-0002;1;0;4;;etat"), "{table}");
}

#[test]
fn nothing_received_still_has_columns() {
    let none =
        OpenData { run: None, contributions: Vec::new(), verbatims: Vec::new(), links: Vec::new(), ..data() };
    assert!(
        text(contributions_csv(&none).expect("a table")).starts_with("\u{feff}numero;titre;texte;auteur")
    );
    assert!(
        text(verbatims_csv(&none).expect("a table"))
            .ends_with("motif;fiction;x;y;version_anterieure;propos_rapporte\r\n")
    );
}
