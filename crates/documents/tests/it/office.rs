//! The three formats as a word processor gets them (`apt-get install libreoffice-writer-nogui`).

use crate::common::NOON;
use crate::soffice::{ACCEPT, Office, REJECT};
use documents::office::{
    Block, Change, ChangeKind, Link, Paragraph, Role, Run, Side, Table, Text, docx, html, odt,
};
use std::io::{Cursor, Read as _};

fn change(kind: ChangeKind, n: u32) -> Option<Change> {
    Some(Change { kind, author: format!("Amendement {n}, déposé par Nadia <Le Bihan>"), at: NOON })
}

fn run(text: &str, change: Option<Change>) -> Run {
    Run { text: text.to_owned(), change, ..Run::default() }
}

fn whole(role: Role, text: &str, change: Option<Change>) -> Block {
    Block::Paragraph(Paragraph { change, ..Paragraph::plain(role, text) })
}

fn text() -> Text {
    use ChangeKind::{Deleted, Inserted};
    let mixed = Paragraph {
        role: Role::Proposition,
        anchor: Some("p1".to_owned()),
        runs: vec![
            run("Les communes ", None),
            run("peuvent", change(Deleted, 1)),
            run("doivent", change(Inserted, 1)),
            Run { text: " ouvrir".to_owned(), emphasis: true, ..Run::default() },
            run(" leurs données & =1+1 \u{1}\u{5e9}\u{5dc}.", None),
        ],
        change: None,
    };
    let linked =
        Run { text: "la première".to_owned(), link: Some(Link::Anchor("p1".to_owned())), ..Run::default() };
    Text {
        title: "Motion du congrès".to_owned(),
        authors: vec!["Association des communes en ligne".to_owned()],
        at: NOON,
        hash: "3f9a-11c2".to_owned(),
        notice: Some("Brouillon automatique".to_owned()),
        blocks: vec![
            whole(Role::Heading(1), "Objectif", None),
            Block::Paragraph(mixed),
            whole(Role::Proposition, "Une proposition ajoutée.", change(Inserted, 2)),
            whole(Role::Proposition, "Une proposition supprimée.", change(Deleted, 3)),
            whole(Role::Proposition, "Supprimée avec elle.", change(Deleted, 3)),
            whole(Role::Proposition, "Supprimée par un autre.", change(Deleted, 4)),
            whole(Role::Heading(2), "Titre ajouté", change(Inserted, 5)),
            whole(Role::Body, "Sous le titre ajouté.", change(Inserted, 5)),
            Block::Paragraph(Paragraph {
                runs: vec![run("Voir ", None), linked],
                ..Paragraph::plain(Role::Body, "")
            }),
            whole(Role::Quotation, "« La fibre d’abord. »", None),
            whole(Role::Source, "C-0421", None),
            whole(Role::Item, "Dernier, supprimé.", change(Deleted, 6)),
            Block::Table(Table {
                caption: "Votes".to_owned(),
                head: vec!["Scrutin".to_owned(), "Pour".to_owned()],
                rows: vec![vec!["1".to_owned(), "12".to_owned()]],
            }),
        ],
    }
}

#[test]
fn libreoffice_accepts_and_rejects_to_the_very_texts() {
    let text = text();
    let office = Office::open("office");
    for (file, bytes) in
        [("motion.docx", docx(&text)), ("motion.odt", odt(&text)), ("motion.html", html(&text))]
    {
        office.converts(file, &bytes.unwrap());
    }
    for file in ["motion.docx", "motion.odt"] {
        for (command, side) in [(ACCEPT, Side::Adopted), (REJECT, Side::Submitted)] {
            let mut expected = vec![text.title.clone(), text.notice.clone().unwrap()];
            expected.extend(text.read(side));
            expected.extend(["Votes".to_owned(), "Empreinte du document\u{a0}: 3f9a-11c2".to_owned()]);
            assert_eq!(office.settled(file, command), expected, "{file} {command}");
        }
    }
}

#[test]
fn the_same_text_gives_the_same_bytes_in_order() {
    let text = text();
    assert_eq!(docx(&text).unwrap(), docx(&text).unwrap());
    let bytes = odt(&text).unwrap();
    assert_eq!(bytes, odt(&text).unwrap());
    // ODF 1.3, part 2, 3.3: first, stored, readable at byte 38.
    assert_eq!(&bytes[30..38], b"mimetype");
    assert_eq!(&bytes[38..77], b"application/vnd.oasis.opendocument.text");
    let mut archive = zip::ZipArchive::new(Cursor::new(docx(&text).unwrap())).unwrap();
    let mut types = String::new();
    archive.by_name("[Content_Types].xml").unwrap().read_to_string(&mut types).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    for name in names.iter().filter(|name| !name.ends_with(".rels") && *name != "[Content_Types].xml") {
        assert!(types.contains(&format!("PartName=\"/{name}\"")), "{name}");
    }
}

#[test]
fn the_page_says_its_changes_and_runs_nothing() {
    let mut text = text();
    text.blocks.push(whole(Role::Body, "<script>alert(1)</script>", None));
    let page = String::from_utf8(html(&text).unwrap()).unwrap();
    assert!(!page.contains("<script"));
    assert!(page.contains("<span class=\"said\">ajouté\u{a0}: </span>doivent</ins>"), "{page}");
    assert!(page.contains("<span class=\"said\">supprimé\u{a0}: </span>peuvent</del>"), "{page}");
}
