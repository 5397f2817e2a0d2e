//! The three formats as a word processor gets them (`apt-get install libreoffice-writer-nogui`).

use crate::common::NOON;
use documents::office::{
    Block, Change, ChangeKind, Link, Paragraph, Role, Run, Side, Table, Text, docx, html, odt,
};
use std::io::{Cursor, Read as _};
use std::path::Path;
use std::process::Command;

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

const MACRO: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Settle(source As String, target As String, verb As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim nothingMore()
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  helper.executeDispatch(doc.CurrentController.Frame, ".uno:" &amp; verb, "", 0, nothingMore())
  said = ""
  parts = doc.Text.createEnumeration()
  Do While parts.hasMoreElements()
    part = parts.nextElement()
    If part.supportsService("com.sun.star.text.Paragraph") Then said = said &amp; part.getString() &amp; "¶"
  Loop
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  stream = createUnoService("com.sun.star.io.TextOutputStream")
  stream.setOutputStream(files.openFileWrite(ConvertToURL(target)))
  stream.setEncoding("UTF-8")
  stream.writeString(said)
  stream.closeOutput()
  doc.close(True)
  StarDesktop.terminate()
End Sub
</script:module>"#;
const LIBRARY: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/></library:library>"#;

fn soffice(home: &Path, arguments: &[&str]) {
    let status = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", home.join("profile").display()))
        .args(["--headless", "--norestore"])
        .args(arguments)
        .current_dir(home)
        .output()
        .expect("`soffice` is missing: install libreoffice-writer-nogui, as `make test` does");
    assert!(status.status.success(), "{}", String::from_utf8_lossy(&status.stderr));
}

/// The paragraphs that LibreOffice reads after `command`.
fn settled(home: &Path, file: &str, command: &str) -> Vec<String> {
    let (source, target) = (home.join(file), home.join(format!("{file}.{command}.txt")));
    soffice(
        home,
        &[&format!(
            "macro:///Standard.Module1.Settle(\"{}\",\"{}\",\"{command}\")",
            source.display(),
            target.display()
        )],
    );
    let read = std::fs::read_to_string(&target).expect("the macro wrote what it read");
    read.split_terminator('¶').map(str::to_owned).collect()
}

#[test]
fn libreoffice_accepts_and_rejects_to_the_very_texts() {
    let home = std::env::temp_dir().join(format!("pleniere-office-{}", std::process::id()));
    std::fs::create_dir_all(&home).unwrap();
    let text = text();
    for (file, bytes) in
        [("motion.docx", docx(&text)), ("motion.odt", odt(&text)), ("motion.html", html(&text))]
    {
        std::fs::write(home.join(file), bytes.unwrap()).unwrap();
        soffice(&home, &["--convert-to", "pdf", file]);
        let pdf = std::fs::read(home.join(file).with_extension("pdf")).unwrap();
        assert!(pdf.starts_with(b"%PDF"), "{file}");
        std::fs::rename(home.join("motion.pdf"), home.join(format!("{file}.pdf"))).unwrap();
    }
    // Only now: the first start fills a new profile with its own empty module.
    let basic = home.join("profile/user/basic/Standard");
    std::fs::write(basic.join("Module1.xba"), MACRO).unwrap();
    std::fs::write(basic.join("script.xlb"), LIBRARY).unwrap();
    let dialogs = LIBRARY.replace("<library:element library:name=\"Module1\"/>", "");
    std::fs::write(basic.join("dialog.xlb"), dialogs).unwrap();
    for file in ["motion.docx", "motion.odt"] {
        for (command, side) in
            [("AcceptAllTrackedChanges", Side::Adopted), ("RejectAllTrackedChanges", Side::Submitted)]
        {
            let mut expected = vec![text.title.clone(), text.notice.clone().unwrap()];
            expected.extend(text.read(side));
            expected.extend(["Votes".to_owned(), "contenu\u{a0}: 3f9a-11c2".to_owned()]);
            assert_eq!(settled(&home, file, command), expected, "{file} {command}");
        }
    }
    if std::env::var_os("PLENIERE_KEEP_OFFICE").is_none() {
        std::fs::remove_dir_all(&home).unwrap();
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
