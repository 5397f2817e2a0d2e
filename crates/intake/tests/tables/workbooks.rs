//! Spreadsheets as programs save them. `fixtures/make.py` says how these were made.

use std::io::{Cursor, Write};

use intake::{Encoding, Field, Mapping, Note, RefusalReason, Unreadable, read};
use proptest::prelude::*;

const XLSX: &[u8] = include_bytes!("fixtures/atelier.xlsx");
const ODS: &[u8] = include_bytes!("fixtures/atelier.ods");
const XLS: &[u8] = include_bytes!("fixtures/atelier.xls");
const PROTECTED: &[u8] = include_bytes!("fixtures/protege.xlsx");

fn reason(bytes: &[u8]) -> Unreadable {
    read(bytes, &Mapping::default()).expect_err("unreadable")
}

#[test]
fn every_kind_of_workbook_gives_the_same_contributions() {
    let mut prints = Vec::new();
    for (kind, bytes, first) in [("xlsx", XLSX, 6), ("ods", ODS, 3)] {
        let table = read(bytes, &Mapping::default()).expect(kind);
        assert_eq!((table.encoding, table.separator), (Encoding::Workbook, None), "{kind}");
        assert!(table.refused.is_empty(), "{kind}: {:?}", table.refused);
        let bodies: Vec<_> = table.rows.iter().map(|row| row.body.as_str()).collect();
        assert_eq!(
            bodies,
            [
                "La fibre s’arrête au pont.\nOn attend depuis 2019 ; rien.",
                "Former les agents, d’abord.",
                "Des mots qu’une formule a joints.",
            ],
            "{kind}"
        );
        let lines: Vec<u64> = table.rows.iter().map(|row| row.line).collect();
        assert_eq!(lines, [first, first + 1, first + 2], "{kind}: lines are those of the sheet");
        let places: Vec<_> =
            table.rows.iter().map(|row| row.signature.territory.clone().expect(kind).code).collect();
        assert_eq!(places, ["29233", "29233", "01004"], "{kind}: a zero that the spreadsheet ate");
        let at: Vec<_> =
            table.rows.iter().map(|row| row.written_at.map(domain::time::Timestamp::micros)).collect();
        // 12 October 2026 at noon and at 18:05 in Paris.
        assert_eq!(at, [Some(1_791_799_200_000_000), Some(1_791_821_100_000_000), None], "{kind}");
        prints.push(table.rows.into_iter().map(|row| row.fingerprint).collect::<Vec<_>>());
    }
    assert!(prints.windows(2).all(|pair| pair[0] == pair[1]), "a sheet saved otherwise adds nothing");
}

#[test]
fn the_sheet_that_was_read_is_said_and_another_can_be_named() {
    let table = read(XLSX, &Mapping::default()).expect("readable");
    assert_eq!(table.notes, [Note::Sheet("Atelier".into(), vec!["Notes".into()]), Note::RowsAbove(1)]);
    let named = |sheet: &str| read(XLSX, &Mapping::of_sheet(Some(sheet.to_owned())));
    assert_eq!(named("atelier").expect("readable").rows.len(), 3);
    assert_eq!(named("Notes").err(), Some(Unreadable::NoRows));
    let sheets = ["Vide", "Atelier", "Notes"].map(str::to_owned).to_vec();
    assert_eq!(named("Absente").err(), Some(Unreadable::NoSheet("Absente".into(), sheets)));
    assert_eq!(read(ODS, &Mapping::default()).expect("readable").notes, []);
}

#[test]
fn a_merged_label_stands_for_each_of_its_rows() {
    let mapping: Mapping = "titre=Commune".parse().expect("a mapping");
    let table = read(XLSX, &mapping).expect("readable");
    let titles: Vec<_> = table.rows.iter().map(|row| row.title.as_deref()).collect();
    assert_eq!(titles, [Some("Quimperlé"), Some("Quimperlé"), Some("Ambérieu-en-Bugey")]);
    let booleans: Mapping = "canal=Relu".parse().expect("a mapping");
    let notes = read(XLSX, &booleans).expect("readable").notes;
    assert!(notes.contains(&Note::NotUnderstood(Field::Channel, 2, "VRAI".into())), "{notes:?}");
}

#[test]
fn what_is_no_workbook_or_does_not_open_says_so() {
    assert_eq!(reason(PROTECTED), Unreadable::Protected);
    assert_eq!(reason(&XLSX[..XLSX.len() / 2]), Unreadable::Broken);
    assert_eq!(reason(&ODS[..ODS.len() - 30]), Unreadable::Broken);
    // A changed byte of XLS made its reader ask for a terabyte: it isn’t read at all.
    assert_eq!(reason(XLS), Unreadable::Old);
    assert_eq!(reason(&archive(&[("word/document.xml", b"<a/>")])), Unreadable::NoWorkbook);
    assert_eq!(reason(&archive(&[("xl/workbook.xml", b"<a/>")])), Unreadable::Broken);
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a part");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("an archive").into_inner()
}

/// The fixture with another sheet in the place of « Atelier ».
fn with_sheet(sheet: &str) -> Vec<u8> {
    use std::io::Read;
    let mut old = zip::ZipArchive::new(Cursor::new(XLSX)).expect("an archive");
    let mut parts = Vec::new();
    for at in 0..old.len() {
        let mut part = old.by_index(at).expect("a part");
        let (name, mut bytes) = (part.name().expect("a name").into_owned(), Vec::new());
        part.read_to_end(&mut bytes).expect("its bytes");
        parts.push((name, bytes));
    }
    let parts: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, bytes)| {
            let changed = name.ends_with("sheet3.xml");
            (name.as_str(), if changed { sheet.as_bytes() } else { bytes.as_slice() })
        })
        .collect();
    archive(&parts)
}

#[test]
fn a_sheet_that_only_seems_small_is_refused() {
    let sheet = |cells: &str| {
        with_sheet(&format!(
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{cells}</sheetData></worksheet>"
        ))
    };
    let cell = |at: &str, text: &str| {
        format!(
            "<row r=\"{0}\"><c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c></row>",
            at.trim_start_matches(char::is_alphabetic)
        )
    };
    // Two cells in opposite corners.
    let corners = sheet(&(cell("A1", "texte") + &cell("XFD1048576", "loin")));
    assert_eq!(reason(&corners), Unreadable::TooLarge);
    // A gigabyte of nothing in a megabyte.
    let bomb = sheet(&format!("<!--{}-->", " ".repeat(600 << 20)));
    assert!(bomb.len() < 4 << 20);
    assert_eq!(reason(&bomb), Unreadable::TooLarge);
}

#[test]
fn a_line_that_is_refused_has_the_number_of_its_row() {
    let rows = "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>id</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><t>texte</t></is></c></row>\
        <row r=\"9\"><c r=\"A9\"><v>7</v></c></row><row r=\"11\"><c r=\"A11\"><v>8</v></c><c r=\"B11\" t=\"e\"><v>#N/A</v></c></row>";
    let sheet = with_sheet(&format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>"
    ));
    let table = read(&sheet, &Mapping::default()).expect("readable");
    let refused: Vec<_> = table.refused.iter().map(|refusal| refusal.line).collect();
    assert_eq!(refused, [9, 11]);
    assert!(matches!(table.refused[0].reason, RefusalReason::Text(_)));
}

proptest! {
    #[test]
    fn a_workbook_with_changed_bytes_is_read_or_refused_without_a_panic(
        kind in 0_usize..2,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
    ) {
        let mut bytes = [XLSX, ODS][kind].to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = read(&bytes, &Mapping::default());
    }
}
