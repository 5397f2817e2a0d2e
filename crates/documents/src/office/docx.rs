//! The text as WordprocessingML (ISO/IEC 29500, transitional).

use std::fmt::Write as _;

use super::model::{Block, Change, ChangeKind, Link, Paragraph, Role, Run, Table, Text};
use super::pack::pack;
use super::xml::{clean, escape, leads, moment};
use crate::DocumentError;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const TYPES: &str = include_str!("parts/types.xml");
const RELS: &str = include_str!("parts/rels.xml");
const STYLES: &str = include_str!("parts/styles.xml");
const NUMBERING: &str = include_str!("parts/numbering.xml");
const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
                 xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// `text` as the bytes of a DOCX.
///
/// # Errors
/// When a moment has no date or the archive can't be written.
pub fn docx(text: &Text) -> Result<Vec<u8>, DocumentError> {
    let mut writer = Writer::default();
    writer.paragraph(&Paragraph::plain(Role::Body, &text.title), "Title")?;
    if let Some(notice) = &text.notice {
        writer.paragraph(&Paragraph::plain(Role::Body, notice), "Notice")?;
    }
    for block in &text.blocks {
        match block {
            Block::Paragraph(paragraph) => writer.paragraph(paragraph, &style(paragraph.role))?,
            Block::Table(table) => writer.table(table)?,
        }
    }
    // Last and unchanged: a paragraph that goes joins the one after it, so there is always one.
    writer.paragraph(&Paragraph::plain(Role::Body, text.content()), "Source")?;
    let body = &writer.out;
    let document = format!(
        "{HEAD}<w:document {W}><w:body>{body}<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rFooter\"/>\
         <w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1417\" w:right=\"1417\" w:bottom=\"1417\" w:left=\"1417\" \
         w:header=\"708\" w:footer=\"708\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
    );
    pack(
        text.at,
        None,
        &[
            ("[Content_Types].xml", TYPES.to_owned()),
            ("_rels/.rels", RELS.to_owned()),
            ("docProps/core.xml", core(text)?),
            ("word/document.xml", document),
            ("word/_rels/document.xml.rels", writer.relations()),
            ("word/styles.xml", STYLES.to_owned()),
            ("word/numbering.xml", NUMBERING.to_owned()),
            ("word/footer1.xml", footer(text)),
        ],
    )
}

fn footer(text: &Text) -> String {
    format!(
        "{HEAD}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{} — p. </w:t></w:r>\
         <w:fldSimple w:instr=\"PAGE\"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>",
        escape(&text.content())
    )
}

fn core(text: &Text) -> Result<String, DocumentError> {
    let at = moment(text.at)?;
    Ok(format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:creator>{}</dc:creator>\
         <dc:identifier>{}</dc:identifier><dc:language>fr-FR</dc:language>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{at}</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{at}</dcterms:modified></cp:coreProperties>",
        escape(&text.title),
        escape(&text.authors.join(", ")),
        escape(&text.hash),
    ))
}

fn style(role: Role) -> String {
    match role {
        Role::Heading(level) => format!("Heading{}", level.clamp(1, 4)),
        Role::Body => "Normal".to_owned(),
        Role::Proposition => "Proposition".to_owned(),
        Role::Item => "ListItem".to_owned(),
        Role::Quotation => "Quote".to_owned(),
        Role::Source => "Source".to_owned(),
    }
}

#[derive(Default)]
struct Writer {
    out: String,
    addresses: Vec<String>,
    /// The last id given to a change or a bookmark.
    id: u32,
}

impl Writer {
    fn next(&mut self) -> u32 {
        self.id += 1;
        self.id
    }

    /// The attributes of a change.
    fn change(&mut self, change: &Change) -> Result<String, DocumentError> {
        let (id, at) = (self.next(), moment(change.at)?);
        Ok(format!("w:id=\"{id}\" w:author=\"{}\" w:date=\"{at}\"", escape(&change.author)))
    }

    fn paragraph(&mut self, paragraph: &Paragraph, style: &str) -> Result<(), DocumentError> {
        let _ = write!(self.out, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>");
        if let Some(change) = &paragraph.change {
            let attributes = self.change(change)?;
            let _ = write!(self.out, "<w:rPr><{} {attributes}/></w:rPr>", tag(change));
        }
        self.out.push_str("</w:pPr>");
        if let Some(anchor) = &paragraph.anchor {
            let id = self.next();
            let name = escape(anchor);
            let _ = write!(
                self.out,
                "<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/><w:bookmarkEnd w:id=\"{id}\"/>"
            );
        }
        for run in &paragraph.runs {
            self.run(run, paragraph.change_of(run))?;
        }
        self.out.push_str("</w:p>");
        Ok(())
    }

    fn run(&mut self, run: &Run, change: Option<&Change>) -> Result<(), DocumentError> {
        let link = match &run.link {
            Some(Link::Anchor(anchor)) => Some(format!("w:anchor=\"{}\"", escape(anchor))),
            Some(Link::Address(address)) if leads(address) => {
                self.addresses.push(address.clone());
                Some(format!("r:id=\"rLink{}\"", self.addresses.len()))
            }
            _ => None,
        };
        if let Some(link) = &link {
            let _ = write!(self.out, "<w:hyperlink {link}>");
        }
        if let Some(change) = change {
            let attributes = self.change(change)?;
            let _ = write!(self.out, "<{} {attributes}>", tag(change));
        }
        self.words(run, change.is_some_and(|change| change.kind == ChangeKind::Deleted), link.is_some());
        if let Some(change) = change {
            let _ = write!(self.out, "</{}>", tag(change));
        }
        if link.is_some() {
            self.out.push_str("</w:hyperlink>");
        }
        Ok(())
    }

    fn words(&mut self, run: &Run, deleted: bool, linked: bool) {
        self.out.push_str("<w:r><w:rPr>");
        for (is, property) in
            [(linked, "<w:rStyle w:val=\"Hyperlink\"/>"), (run.strong, "<w:b/>"), (run.emphasis, "<w:i/>")]
        {
            self.out.push_str(if is { property } else { "" });
        }
        self.out.push_str("</w:rPr>");
        let t = if deleted { "w:delText" } else { "w:t" };
        for (i, line) in clean(&run.text).split('\n').enumerate() {
            self.out.push_str(if i > 0 { "<w:br/>" } else { "" });
            let _ = write!(self.out, "<{t} xml:space=\"preserve\">{}</{t}>", escape(line));
        }
        self.out.push_str("</w:r>");
    }

    fn table(&mut self, table: &Table) -> Result<(), DocumentError> {
        self.paragraph(&Paragraph::plain(Role::Body, &table.caption), "Caption")?;
        self.out.push_str("<w:tbl><w:tblPr><w:tblStyle w:val=\"Votes\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/></w:tblPr><w:tblGrid>");
        self.out.push_str(&"<w:gridCol/>".repeat(table.head.len()));
        self.out.push_str("</w:tblGrid>");
        self.row(&table.head, true)?;
        for row in &table.rows {
            self.row(row, false)?;
        }
        self.out.push_str("</w:tbl>");
        Ok(())
    }

    fn row(&mut self, cells: &[String], head: bool) -> Result<(), DocumentError> {
        self.out.push_str(if head { "<w:tr><w:trPr><w:tblHeader/></w:trPr>" } else { "<w:tr>" });
        for cell in cells {
            self.out.push_str("<w:tc><w:tcPr/>");
            self.paragraph(&Table::cell(cell, head), "Cell")?;
            self.out.push_str("</w:tc>");
        }
        self.out.push_str("</w:tr>");
        Ok(())
    }

    fn relations(&self) -> String {
        let mut out = format!(
            "{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        );
        for (id, kind, target) in [
            ("rStyles", "styles", "styles.xml"),
            ("rNumbering", "numbering", "numbering.xml"),
            ("rFooter", "footer", "footer1.xml"),
        ] {
            let _ = write!(out, "<Relationship Id=\"{id}\" Type=\"{RELATION}/{kind}\" Target=\"{target}\"/>");
        }
        for (i, address) in self.addresses.iter().enumerate() {
            let (n, target) = (i + 1, escape(address));
            let _ = write!(
                out,
                "<Relationship Id=\"rLink{n}\" Type=\"{RELATION}/hyperlink\" Target=\"{target}\" TargetMode=\"External\"/>"
            );
        }
        out.push_str("</Relationships>");
        out
    }
}

fn tag(change: &Change) -> &'static str {
    match change.kind {
        ChangeKind::Inserted => "w:ins",
        ChangeKind::Deleted => "w:del",
    }
}
