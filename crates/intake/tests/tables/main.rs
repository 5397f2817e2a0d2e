//! Files as people send them, good and bad.

#![expect(clippy::expect_used, reason = "a test that can't go on should say so at once")]

mod decidim;
mod members;
mod workbooks;

use domain::contribution::{Channel, Kind};
use domain::member::College;
use domain::words::BodyError;
use intake::{Encoding, Field, Mapping, MappingError, Note, RefusalReason, Table, Unreadable, read};
use proptest::prelude::*;

fn table(text: &str) -> Table {
    read(text.as_bytes(), &Mapping::default()).expect("readable")
}

#[test]
fn a_full_line_keeps_all_that_it_says() {
    let text = "N°;Prénom;Nom;Fonction;Collège;Code INSEE;Type;Enjeux;Date;Canal;Contribution\n\
        7;Nadia;Le Bihan;adjointe;Élus;29233;Mode d'action;Santé | Culture et mémoire;14/07/2025 10:30;Atelier;\" On l’a dit :\n« non » ; voilà \"\n";
    let table = table(text);
    let row = &table.rows[0];
    assert_eq!(table.separator, Some(';'));
    assert_eq!(row.body.as_str(), " On l’a dit :\n« non » ; voilà ", "to the letter");
    assert_eq!(row.signature.name.as_deref(), Some("Nadia Le Bihan"));
    assert_eq!(row.signature.college, College::Elected);
    assert_eq!(row.signature.territory.as_ref().map(|t| t.name.as_str()), Some("Quimperlé"));
    assert_eq!((row.kind, row.channel), (Some(Kind::Action), Channel::Workshop));
    assert_eq!(row.areas, ["Santé", "Culture et mémoire"]);
    assert!(row.written_at.is_some() && table.notes.is_empty() && table.refused.is_empty());
}

#[test]
fn refused_lines_have_their_number_and_reason() {
    let text = format!("id,texte\n1,Bien\n2,\n\n3,{}\n4,oui,non\n", "x".repeat(1_000_000));
    let table = table(&text);
    let refused: Vec<_> = table.refused.iter().map(|refusal| (refusal.line, refusal.reason)).collect();
    assert_eq!(
        refused,
        [
            (3, RefusalReason::Text(BodyError::Empty)),
            (5, RefusalReason::Text(BodyError::TooLong(1_000_000))),
            (6, RefusalReason::TooManyCells(3, 2)),
        ]
    );
    assert_eq!(table.rows.len(), 1);
}

#[test]
fn unseen_characters_are_refused_line_by_line() {
    // Below one sign in a hundred: beyond, the file isn't text at all.
    let filler = ",,,Une phrase tout à fait ordinaire.\n".repeat(20);
    let text = format!(
        "titre,auteur,note,texte\nUn\u{0},A,x,Un.\nDeux,B\u{1f},x,Deux.\nTrois,\"C\tD\nE\",x,Trois.\nQuatre,D,\u{1},Quatre.\n{filler}"
    );
    let table = table(&text);
    let refused: Vec<_> = table.refused.iter().map(|refusal| (refusal.line, refusal.reason)).collect();
    assert_eq!(
        refused,
        [
            (2, RefusalReason::Control(Field::Title, '\0')),
            (3, RefusalReason::Control(Field::Author, '\u{1f}')),
        ]
    );
    assert_eq!(
        table.rows[0].body.as_str(),
        "Trois.",
        "tabs and line breaks are text, and columns left aside don't matter"
    );
    let alone =
        read(format!("texte\nUn\u{1f}Deux\n{filler}").as_bytes(), &Mapping::default()).expect("readable");
    assert_eq!(alone.refused[0].reason, RefusalReason::Control(Field::Text, '\u{1f}'));
}

#[test]
fn an_unclosed_quote_refuses_the_file() {
    let reason = |text: &str| read(text.as_bytes(), &Mapping::default()).err();
    let file = "id;texte\n1;Un.\n2;\"Deux.\n3;Trois.\n4;\"Quatre.\"\n";
    assert_eq!(reason(file), Some(Unreadable::UnclosedQuote(3)));
    assert_eq!(intake::cells(file.as_bytes()).err(), Some(Unreadable::UnclosedQuote(3)));
    assert_eq!(reason("id;texte\n1;\"Un.\n2;Deux.\n"), Some(Unreadable::UnclosedQuote(2)));
}

#[test]
fn the_same_file_has_the_same_fingerprints_and_each_line_its_own() {
    let text = "texte,auteur\nPareil.,A\nPareil.,A\nPareil.,B\n";
    let prints = |table: Table| table.rows.into_iter().map(|row| row.fingerprint).collect::<Vec<_>>();
    let (first, second) = (prints(table(text)), prints(table(text)));
    assert_eq!(first, second);
    assert!(first[0] != first[1] && first[1] != first[2] && first[0] != first[2]);
}

#[test]
fn a_file_that_cannot_be_read_says_why() {
    let reason = |bytes: &[u8]| read(bytes, &Mapping::default()).err();
    assert_eq!(reason(b""), Some(Unreadable::Empty));
    assert_eq!(reason(b"texte,auteur\n"), Some(Unreadable::NoRows));
    assert_eq!(reason(b"texte,auteur\n , \n"), Some(Unreadable::NoRows));
    assert_eq!(reason(b"\x89PNG\r\n\x1a\n\0\0\0\0\0"), Some(Unreadable::Binary));
    assert_eq!(reason(b"PK\x03\x04"), Some(Unreadable::Broken));
    assert_eq!(reason(b"a,b\n1,2\n3,4\n"), Some(Unreadable::NoText(vec!["a".into(), "b".into()])));
}

#[test]
fn columns_are_guessed_and_corrected() {
    let text =
        "ref;Question posée;ce que vous en pensez;truc\n1;oui;La fibre s'arrête au pont depuis six ans.;x\n";
    let guessed = table(text);
    assert_eq!(guessed.notes, [Note::TextGuessed("ce que vous en pensez".into())]);
    let mapping: Mapping = "titre=question posee".parse().expect("a mapping");
    let mapped = read(text.as_bytes(), &mapping).expect("readable");
    assert_eq!(mapped.rows[0].title.as_deref(), Some("oui"));
    assert!(mapped.layout.columns.iter().any(|(_, field)| *field == Some(Field::Reference)));
    let wrong: Mapping = "texte=absente".parse().expect("a mapping");
    assert!(matches!(read(text.as_bytes(), &wrong), Err(Unreadable::Mapping(MappingError::Column(..)))));
    assert_eq!("machin=x".parse::<Mapping>(), Err(MappingError::Field("machin".into())));
    assert_eq!("machin".parse::<Mapping>(), Err(MappingError::Form("machin".into())));
}

#[test]
fn what_was_not_understood_is_told() {
    let table = table(
        "texte,commune,type,date\nUn,Trifouillis,bof,hier\nDeux,Quimperlé,idée,2025-01-02\ncafÃ©,,,\n,,,\n",
    );
    assert_eq!(table.encoding, Encoding::Utf8);
    assert_eq!(
        table.notes,
        [
            Note::NotUnderstood(Field::Kind, 1, "bof".into()),
            Note::NotUnderstood(Field::Date, 1, "hier".into()),
            Note::UnknownTerritory(1, "Trifouillis".into()),
            Note::TwiceEncoded(1),
            Note::BlankLines(1),
        ]
    );
    assert_eq!(table.rows[0].signature.territory.as_ref().map(|t| t.name.as_str()), Some("Trifouillis"));
}

#[test]
fn one_column_is_the_text() {
    let table = table("Vos idées\nPlus de fibre, vite\nRien\n");
    assert_eq!(table.notes, [Note::SingleColumn("Vos idées".into())]);
    assert_eq!(table.rows.len(), 2);
}

#[test]
fn columns_that_somebody_chose_are_not_guessed_against_them() {
    let text = "Id;Texte;Autre\n1;La fibre s’arrête au pont.;Un guichet ouvert.\n";
    let chosen =
        |columns: &[(Field, usize)]| read(text.as_bytes(), &Mapping::exactly(columns.iter().copied(), None));
    let table = chosen(&[(Field::Text, 2)]).expect("readable");
    assert_eq!(table.rows[0].body.as_str(), "Un guichet ouvert.");
    assert_eq!(table.layout.columns[1], ("Texte".to_owned(), None));
    assert!(matches!(chosen(&[]), Err(Unreadable::NoText(_))), "none was chosen");
    assert!(matches!(chosen(&[(Field::Text, 3)]), Err(Unreadable::Mapping(_))));
}

#[test]
fn more_columns_than_one_lays_out_are_refused() {
    let text = format!("{}\n{}\n", "texte;".repeat(3_000), "La fibre;".repeat(3_000));
    assert_eq!(read(text.as_bytes(), &Mapping::default()).err(), Some(Unreadable::TooManyColumns(3_001)));
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, &Mapping::default());
    }

    #[test]
    fn every_line_is_a_row_a_refusal_or_blank(texts in prop::collection::vec("[a-zé ,;\"\n]{0,30}", 1..20)) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["id", "texte"]).unwrap();
        for (i, text) in texts.iter().enumerate() {
            writer.write_record([&i.to_string(), text]).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        let table = read(&bytes, &Mapping::default()).unwrap();
        prop_assert_eq!(table.rows.len() + table.refused.len(), texts.len());
        let kept: Vec<_> = texts.iter().filter(|text| !text.trim().is_empty()).map(String::as_str).collect();
        prop_assert_eq!(table.rows.iter().map(|row| row.body.as_str()).collect::<Vec<_>>(), kept);
    }
}
