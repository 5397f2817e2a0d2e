//! The PDF as readers get it, read back with poppler (`apt-get install poppler-utils`).

use crate::common::{NOON, ORDINARY, dossier, quote, small, tag, theme};
use documents::DocumentError;
use documents::pdf::{MotionOptions, motion};
use domain::analysis::{Place, UnplacedReason, WeakReason};
use domain::reading::{Dossier, Quote};
use std::process::{Command, Stdio};

const BASE: &str = "https://exemple.fr/2026/contributions/";

fn print(dossier: &Dossier) -> Vec<u8> {
    motion(dossier, &MotionOptions { base_url: Some(BASE), printed_at: NOON }).expect("a PDF")
}

/// What a tool of poppler says of `pdf`.
pub fn poppler(tool: &str, before: &[&str], pdf: &[u8], after: &[&str]) -> String {
    let file = std::env::temp_dir().join(format!(
        "pleniere-{tool}-{}-{:?}.pdf",
        std::process::id(),
        std::thread::current().id()
    ));
    std::fs::write(&file, pdf).expect("room in the temporary folder");
    let output = Command::new(tool).args(before).arg(&file).args(after).stderr(Stdio::inherit()).output();
    let output =
        output.unwrap_or_else(|_| panic!("`{tool}` is missing: install poppler-utils, as `make test` does"));
    std::fs::remove_file(&file).expect("our own file");
    assert!(output.status.success(), "{tool} refuses the PDF");
    // Titles of headings come as UTF-16, to the letter of the format.
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The words of a PDF in reading order, without white space: line ends and hyphens of the layout don't count.
pub fn words(pdf: &[u8]) -> String {
    squeeze(&poppler("pdftotext", &["-raw"], pdf, &["-"]))
}

/// Without white space, hyphens and page ends.
pub fn squeeze(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}' | '\u{2010}' | '\u{c}'))
        .collect()
}

fn quotes(dossier: &Dossier) -> impl Iterator<Item = &Quote> {
    dossier.themes.iter().flat_map(|(_, quotes)| quotes).chain(&dossier.weak).chain(&dossier.unplaced)
}

#[test]
fn every_verbatim_is_printed_with_its_number_and_signature() {
    let dossier = small(&ORDINARY);
    let pdf = print(&dossier);
    assert!(pdf.starts_with(b"%PDF"));
    let printed = words(&pdf);
    for quote in quotes(&dossier) {
        assert!(printed.contains(&squeeze(&quote.text)), "{}", quote.text);
        assert!(printed.contains(&squeeze(&quote.number.to_string())), "{}", quote.number);
    }
    for said in [
        "p. 1/",
        "Projet de motion — brouillon automatique",
        "Démonstration : ce congrès, ces personnes et ces textes sont fictifs.",
        "15 verbatims : 12 dans 2 thèmes, 2 signaux faibles et 1 verbatim non rapproché",
        "Loin de tous les thèmes",
        "Trop courts pour être rapprochés",
        "cité à l’objectif 1",
        "Nadia Le Bihan, adjointe au maire",
    ] {
        assert!(printed.contains(&squeeze(said)), "{said}");
    }
}

#[test]
fn the_file_is_tagged_titled_and_linked() {
    let pdf = print(&small(&ORDINARY));
    let info = poppler("pdfinfo", &[], &pdf, &[]);
    assert!(info.contains("Tagged:          yes"), "{info}");
    assert!(
        info.contains("Title:           Projet de motion, 4e congrès des élues et élus au numérique"),
        "{info}"
    );
    assert!(info.contains("CreationDate:    Mon Oct 12"), "{info}");
    let metadata = poppler("pdfinfo", &["-meta"], &pdf, &[]);
    assert!(metadata.contains("pdfuaid:part"), "{metadata}");
    let links = poppler("pdfinfo", &["-url"], &pdf, &[]);
    assert!(links.contains(&format!("{BASE}C-0001")), "{links}");
    let tree = poppler("pdfinfo", &["-struct"], &pdf, &[]);
    assert!(tree.matches("Link").count() > 40 && tree.contains("H1") && tree.contains("H3"), "{tree}");
    let fonts = poppler("pdffonts", &[], &pdf, &[]);
    assert!(
        fonts.lines().skip(2).all(|font| font.contains("Pleniere") && font.contains(" yes yes yes")),
        "{fonts}"
    );
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(print(&small(&ORDINARY)), print(&small(&ORDINARY)));
}

#[test]
fn people_write_words_not_code() {
    let nasty = [
        "#panic(\"non\") et #import \"/etc/passwd\": *",
        "$x^2$ *gras* _italique_ `code` @ref <label> = titre",
        "</text> {\"a\": 1} \\u{41} // commentaire /* suite */",
        "#eval(\"1+1\") --- ~ -- ... https://exemple.org/ \\ ]",
        "Un tableau;à;points-virgules \"et\" 'quotes' & <b>",
    ];
    let printed = words(&print(&small(&nasty)));
    for text in nasty {
        assert!(printed.contains(&squeeze(text)), "{text}");
    }
}

#[test]
fn what_the_fonts_lack_is_marked_and_said() {
    let strange = [
        "Emoji 👍🏽 dans une phrase",
        "مرحبا بالعالم",
        "שלום ‏עולם",
        "日本語 हिन्दी ไทย",
        "\u{7}Contrôles\u{1b}[31m \u{202e}retournés\u{200d}\u{feff} \u{e000} \u{fffe}",
        "e\u{301}lue décomposée Å ﬁ ½",
        "\r\n\r\nlignes\r\r\n\u{2028}vides\t\t\u{3000}fin",
        "-",
    ];
    let printed = words(&print(&small(&strange)));
    for said in
        ["Emoji", "dansunephrase", "Contrôles[31mretournés", "éluedécomposée", "tientlieud’uncaractère"]
    {
        assert!(printed.contains(said), "{said}");
    }
    assert!(!words(&print(&small(&ORDINARY))).contains("tientlieud’uncaractère"));
}

#[test]
fn odd_dossiers_are_printed_too() {
    let mut empty = dossier(Vec::new(), Vec::new(), Vec::new());
    empty.congress.organiser = String::new();
    empty.congress.question = String::new();
    empty.congress.fictional = false;
    let printed = words(&print(&empty));
    assert!(printed.contains("Aucunecontribution"));
    assert!(!printed.contains("Démonstration"));
    let weak = vec![quote(1, 1, "Seul.", Place::Weak(WeakReason::SmallCorpus))];
    let unplaced = vec![quote(2, 2, "Yes we can.", Place::Unplaced(UnplacedReason::OtherLanguage))];
    let printed = words(&print(&dossier(Vec::new(), weak, unplaced)));
    assert!(
        printed.contains("Aucunobjectif")
            && printed.contains("Trop peu de contributions".replace(' ', "").as_str())
    );
}

#[test]
fn the_longest_text_is_printed_whole() {
    let long = "Une très longue phrase sans retour. ".repeat(100_000 / 36);
    let tag = tag(1, "thème");
    let one = dossier(
        vec![theme(tag.clone(), vec![quote(1, 1, &long, Place::Theme(tag))])],
        Vec::new(),
        Vec::new(),
    );
    let printed = words(&print(&one));
    assert!(printed.matches("Unetrèslonguephrasesansretour.").count() > 5_000);
    let unbroken = "x".repeat(20_000);
    print(&small(&[&unbroken]));
}

#[test]
fn sums_that_do_not_hold_are_refused() {
    let mut wrong = small(&ORDINARY);
    wrong.motion.figures.weak += 1;
    let refused = motion(&wrong, &MotionOptions { base_url: None, printed_at: NOON });
    assert!(matches!(refused, Err(DocumentError::Sums { said: 3, held: 2, .. })));
}

#[test]
fn links_that_would_lead_nowhere_are_not_made() {
    let mut torn = small(&ORDINARY);
    torn.motion.objectives[0].paragraphs[0].sentences[0].quote.verbatim = uuid::Uuid::from_u128(7).into();
    torn.motion.objectives[0].themes[0].tag.rank = 99;
    motion(&torn, &MotionOptions { base_url: None, printed_at: NOON }).expect("a PDF");
}

#[test]
fn badges_are_printed_ten_a_page_with_their_codes() {
    let congress = crate::common::congress();
    let badge = |n: usize| documents::pdf::Badge {
        name: format!("Maïwenn Kerdoncuff {n}"),
        mandate: Some("adjointe au maire, #text(red)[déléguée] au numérique".to_owned()),
        territory: Some("Quimperlé".to_owned()),
        address: (n > 0).then(|| format!("https://exemple.fr/badge/k7f3-9qmd-2xwp-a{n:03}")),
    };
    let all: Vec<_> = (0..11).map(badge).collect();
    let print = || documents::pdf::badges(&congress, "Débat et vote", &all).expect("a PDF");
    let pdf = print();
    assert_eq!(pdf, print(), "the same bytes");
    let info = poppler("pdfinfo", &[], &pdf, &[]);
    assert!(info.lines().any(|line| line.starts_with("Pages:") && line.ends_with(" 2")), "{info}");
    let printed = words(&pdf);
    for said in [
        "Kerdoncuff 10",
        "#text(red)[déléguée]",
        "exemple.fr/badge/k7f3-9qmd-2xwp-a010",
        "votre lien personnel",
    ] {
        assert!(printed.contains(&squeeze(said)), "{said}: {printed}");
    }
    assert!(!printed.contains("k7f3-9qmd-2xwp-a000"), "whoever may have no code has none");
}

#[test]
fn the_form_on_paper_is_one_side_with_the_rules_in_a_sentence() {
    let congress = crate::common::congress();
    let form = || documents::pdf::paper(&congress, "https://exemple.fr/regle").expect("a PDF");
    let pdf = form();
    assert_eq!(pdf, form(), "the same bytes");
    let info = poppler("pdfinfo", &[], &pdf, &[]);
    assert!(info.lines().any(|line| line.starts_with("Pages:") && line.ends_with(" 1")), "{info}");
    let printed = words(&pdf);
    for said in [
        "Quel numérique pour nos communes",
        "La règle du jeu, en une phrase",
        "mode d’action",
        "exemple.fr/regle",
    ] {
        assert!(printed.contains(&squeeze(said)), "{said}: {printed}");
    }
}
