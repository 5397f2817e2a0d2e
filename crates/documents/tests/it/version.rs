//! Versions of the motion as files.

use crate::common::{NOON, congress, quote, tag};
use crate::pdf::{poppler, squeeze, words};
use crate::soffice::{ACCEPT, Office, REJECT};
use documents::office::{Block, Side, Text, docx, html, odt};
use documents::version::{Published, changes, text};
use domain::analysis::Place;
use domain::contribution::State;
use domain::reading::{PublishedLine, PublishedMotion, Source};
use domain::wording::{BlockKey, BlockKind, Frozen, Shape, Spans, Stance, VersionNumber, digest, plain};
use proptest::prelude::*;

const ADDRESS: &str = "https://exemple.fr/congres/2026";

fn block(key: u32, kind: BlockKind, number: Option<u32>, words: &str) -> Frozen {
    Frozen { key: BlockKey::new(key), kind, number, words: words.to_owned(), machine: Spans::default() }
}

fn source(key: u32, n: u32, stance: Stance, words: &str) -> Source {
    let quote = quote(n, 40 + n, words, Place::Theme(tag(1, "La fibre")));
    Source { id: None, block: BlockKey::new(key), stance, quote }
}

fn version(number: u32, blocks: Vec<Frozen>, sources: Vec<Source>) -> PublishedMotion {
    let title = "Motion pour un numérique de tous";
    PublishedMotion {
        line: PublishedLine {
            number: VersionNumber::new(number),
            digest: digest(title, Shape::Objectives, &blocks),
            at: NOON,
            by: None,
            machine: 0,
            pending: 3,
        },
        title: title.parse().unwrap(),
        shape: Shape::Objectives,
        blocks,
        sources,
    }
}

fn first() -> PublishedMotion {
    use BlockKind::{Heading, Paragraph, Preamble, Proposition};
    let mut machine = block(3, Paragraph, None, "La fibre s’arrête au pont. Les écoles attendent.");
    machine.machine = "0-27".parse().unwrap();
    let mut withdrawn = source(4, 4, Stance::Support, "…….");
    withdrawn.quote.state = State::Erased;
    version(
        1,
        vec![
            block(1, Preamble, None, "Réunis à Vaubreuil, les élus disent ceci."),
            block(2, Heading, Some(1), "Pour une *égale* desserte des communes"),
            machine,
            block(4, Proposition, Some(1), "L’État finance\n- le dernier kilomètre\n- la formation"),
            block(5, Proposition, Some(2), "Les opérateurs rendent compte."),
        ],
        vec![
            source(3, 2, Stance::Support, "La fibre s’arrête au pont"),
            source(3, 3, Stance::Disagreement, "Chez nous elle passe"),
            withdrawn,
        ],
    )
}

fn second() -> PublishedMotion {
    use BlockKind::{Heading, Preamble, Proposition};
    let before = first();
    version(
        2,
        vec![
            block(1, Preamble, None, "Réunis à Vaubreuil, les élues et élus disent ceci."),
            block(5, Proposition, Some(1), "Les opérateurs rendent compte."),
            block(2, Heading, Some(1), "Pour une *égale* desserte de *toutes* les communes"),
            before.blocks[2].clone(),
            block(6, Proposition, Some(2), "Un guichet par canton."),
            block(4, Proposition, Some(3), "L’État finance\n- la formation"),
        ],
        Vec::new(),
    )
}

fn published<R>(then: impl FnOnce(&Published<'_>) -> R) -> R {
    then(&Published { congress: &congress(), address: ADDRESS })
}

fn changed(before: &PublishedMotion, after: &PublishedMotion) -> Text {
    published(|of| changes(before, after, of, |_| None)).unwrap()
}

/// The words of a version, a line each paragraph and item, without what is empty.
fn lines(motion: &PublishedMotion) -> Vec<String> {
    let all =
        motion.blocks.iter().flat_map(|of| plain(&of.words).lines().map(str::to_owned).collect::<Vec<_>>());
    all.filter(|line| !line.is_empty()).collect()
}

fn read(text: &Text, side: Side) -> Vec<String> {
    text.read(side).into_iter().filter(|line| !line.is_empty()).collect()
}

#[test]
fn accepting_gives_the_later_version_and_rejecting_the_earlier() {
    let text = changed(&first(), &second());
    assert_eq!(read(&text, Side::Submitted), lines(&first()));
    assert_eq!(read(&text, Side::Adopted), lines(&second()));
    let whole =
        text.blocks.iter().filter(|of| matches!(of, Block::Paragraph(of) if of.change.is_none())).count();
    assert_eq!(whole, 5, "only what moved, came or went is a change as a whole, down to the item of a list");
}

#[test]
fn libreoffice_settles_the_changes_to_both_versions() {
    let office = Office::open("version");
    let text = changed(&first(), &second());
    let whole = published(|of| documents::version::text(&first(), of)).unwrap();
    office.converts("version.docx", &docx(&whole).unwrap());
    office.converts("version.odt", &odt(&whole).unwrap());
    for (file, bytes) in [("changes.docx", docx(&text)), ("changes.odt", odt(&text))] {
        office.converts(file, &bytes.unwrap());
        for (command, side) in [(ACCEPT, Side::Adopted), (REJECT, Side::Submitted)] {
            let read = office.settled(file, command);
            let body = read[2..read.len() - 1].to_vec();
            assert_eq!(body, text.read(side), "{file} {command}");
        }
    }
}

#[test]
fn each_file_says_what_a_passage_rests_on_and_bears_the_hash() {
    let motion = first();
    let text = published(|of| text(&motion, of)).unwrap();
    let said = text.read(Side::Adopted).join("\n");
    for words in [
        "À l’appui\u{a0}: C-0042. Désaccord\u{a0}: C-0043. Lire ces mots",
        "Brouillon automatique\u{a0}: 1\u{a0}phrase de ce passage.",
        "«\u{202f}La fibre s’arrête au pont\u{202f}»",
        "Source retirée\u{a0}: [Texte effacé]",
    ] {
        assert!(said.contains(words), "{words} in {said}");
    }
    assert!(!said.contains("……."), "words that were erased aren’t printed");
    let page = String::from_utf8(html(&text).unwrap()).unwrap();
    assert!(page.contains(&motion.line.digest) && page.contains("href=\"#sources-p3\""));
}

#[test]
fn the_paper_has_numbered_lines_codes_and_tags() {
    let motion = first();
    let pdf = published(|of| documents::pdf::version(&motion, of)).unwrap();
    assert_eq!(pdf, published(|of| documents::pdf::version(&motion, of)).unwrap());
    let info = poppler("pdfinfo", &[], &pdf, &[]);
    assert!(info.contains("Tagged:          yes"), "{info}");
    assert!(info.contains("Motion pour un numérique de tous, version"), "{info}");
    let printed = words(&pdf);
    for said in [
        "Réunis à Vaubreuil",
        "Objectif 1",
        "le dernier kilomètre",
        "Proposition 2",
        "À l’appui : C-0042",
        "Nuance",
        &motion.line.digest,
    ] {
        let there = printed.contains(&squeeze(said));
        assert_eq!(there, said != "Nuance", "{said} in {printed}");
    }
    // Each line is one line of the page, and bears its number, also within lists.
    let laid = poppler("pdftotext", &["-layout"], &pdf, &["-"]);
    for line in ["1 Réunis à Vaubreuil", "5 – le dernier kilomètre", "7 Les opérateurs"] {
        let found =
            laid.lines().any(|of| of.split_whitespace().collect::<Vec<_>>().join(" ").starts_with(line));
        assert!(found, "{line} in {laid}");
    }
    let tags = poppler("pdfinfo", &["-struct"], &pdf, &[]);
    assert!(tags.contains("Figure") && tags.contains("H1"), "{tags}");
    if let Some(folder) = std::env::var_os("PLENIERE_KEEP_OFFICE") {
        std::fs::write(std::path::Path::new(&folder).join("version.pdf"), pdf).unwrap();
    }
}

fn any_version(number: u32) -> impl Strategy<Value = PublishedMotion> {
    let kind = prop::sample::select(BlockKind::ALL.to_vec());
    let words = "([a-c]{1,3}[ .]){1,6}(\n- [a-c]{1,3}){0,2}(\n\n[a-c *]{1,4})?";
    let one = (kind, words).prop_map(|(kind, words)| (kind, words.trim().to_owned()));
    let keys = Just((1..7_u32).collect::<Vec<_>>()).prop_shuffle();
    (prop::collection::vec(one, 0..6), keys).prop_map(move |(of, keys)| {
        let block = |((kind, words), key): ((BlockKind, String), u32)| block(key, kind, None, &words);
        version(number, of.into_iter().zip(keys).map(block).collect(), Vec::new())
    })
}

proptest! {
    #[test]
    fn any_two_versions_are_both_within_their_changes(before in any_version(1), after in any_version(2)) {
        let text = changed(&before, &after);
        prop_assert_eq!(read(&text, Side::Submitted), lines(&before));
        prop_assert_eq!(read(&text, Side::Adopted), lines(&after));
    }
}
