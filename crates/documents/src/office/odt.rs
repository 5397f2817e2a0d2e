//! The text as OpenDocument (ISO/IEC 26300, 1.3).

use std::fmt::Write as _;

use super::model::{Block, Change, ChangeKind, Link, Paragraph, Role, Run, Table, Text};
use super::pack::pack;
use super::xml::{clean, escape, leads, moment};
use crate::DocumentError;

const MIMETYPE: &str = "application/vnd.oasis.opendocument.text";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const MANIFEST: &str = include_str!("parts/manifest.xml");
const STYLES: &str = include_str!("parts/odt-styles.xml");
const AUTOMATIC: &str = include_str!("parts/odt-automatic.xml");
const NAMES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
    xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
    xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
    xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
    xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" office:version=\"1.3\"";

/// `text` as the bytes of an ODT.
///
/// # Errors
/// When a moment has no date or the archive can't be written.
pub fn odt(text: &Text) -> Result<Vec<u8>, DocumentError> {
    let mut writer = Writer::default();
    writer.paragraph(&Paragraph::plain(Role::Body, &text.title), "Title")?;
    if let Some(notice) = &text.notice {
        writer.paragraph(&Paragraph::plain(Role::Body, notice), "Notice")?;
    }
    for block in &text.blocks {
        match block {
            Block::Paragraph(paragraph) => writer.paragraph(paragraph, style(paragraph.role))?,
            Block::Table(table) => writer.table(table)?,
        }
    }
    // Last and unchanged: a change of a whole paragraph ends where the next one begins.
    let content = text.content();
    writer.paragraph(&Paragraph::plain(Role::Body, &content), "Source")?;
    let (changes, body) = (&writer.changes, &writer.out);
    let document = format!(
        "{HEAD}<office:document-content {NAMES}>{AUTOMATIC}<office:body><office:text>\
         <text:tracked-changes text:track-changes=\"false\">{changes}</text:tracked-changes>{body}</office:text></office:body></office:document-content>"
    );
    let styles = STYLES.replace("{NAMES}", NAMES).replace("{CONTENT}", &escape(&content));
    pack(
        text.at,
        Some(&("mimetype", MIMETYPE.to_owned())),
        &[
            ("META-INF/manifest.xml", MANIFEST.to_owned()),
            ("meta.xml", meta(text)?),
            ("styles.xml", styles),
            ("content.xml", document),
        ],
    )
}

fn meta(text: &Text) -> Result<String, DocumentError> {
    let at = moment(text.at)?;
    let authors = escape(&text.authors.join(", "));
    Ok(format!(
        "{HEAD}<office:document-meta {NAMES}><office:meta><dc:title>{}</dc:title>\
         <meta:initial-creator>{authors}</meta:initial-creator><dc:creator>{authors}</dc:creator>\
         <meta:creation-date>{at}</meta:creation-date><dc:date>{at}</dc:date><dc:language>fr-FR</dc:language>\
         <meta:user-defined meta:name=\"contenu\">{}</meta:user-defined></office:meta></office:document-meta>",
        escape(&text.title),
        escape(&text.hash),
    ))
}

fn style(role: Role) -> &'static str {
    match role {
        Role::Heading(0 | 1) => "Heading_20_1",
        Role::Heading(2) => "Heading_20_2",
        Role::Heading(3) => "Heading_20_3",
        Role::Heading(_) => "Heading_20_4",
        Role::Body => "Standard",
        Role::Proposition => "Proposition",
        Role::Item => "ListItem",
        Role::Quotation => "Quotations",
        Role::Source => "Source",
    }
}

#[derive(Default)]
struct Writer {
    out: String,
    /// The declared changes, with the words that went.
    changes: String,
    /// The last id given to a change.
    id: u32,
    /// What stands at the beginning of the next paragraph: ends and places of changes of those before it.
    due: String,
    /// The paragraphs that went with one change, not declared yet.
    gone: Option<(Change, String)>,
}

impl Writer {
    /// Declares a change, with the words that it took, if any.
    fn declare(&mut self, change: &Change, words: &str) -> Result<u32, DocumentError> {
        self.id += 1;
        let kind = match change.kind {
            ChangeKind::Inserted => "insertion",
            ChangeKind::Deleted => "deletion",
        };
        let _ = write!(
            self.changes,
            "<text:changed-region text:id=\"ct{0}\" xml:id=\"ct{0}\"><text:{kind}><office:change-info><dc:creator>{1}</dc:creator>\
             <dc:date>{2}</dc:date></office:change-info>{words}</text:{kind}></text:changed-region>",
            self.id,
            escape(&change.author),
            moment(change.at)?
        );
        Ok(self.id)
    }

    /// Declares the paragraphs that went, up to here: their end is the empty beginning of the one that stays.
    fn settle(&mut self, style: &str) -> Result<(), DocumentError> {
        if let Some((change, words)) = self.gone.take() {
            let id = self.declare(&change, &format!("{words}<text:p text:style-name=\"{style}\"/>"))?;
            let _ = write!(self.due, "<text:change text:change-id=\"ct{id}\"/>");
        }
        Ok(())
    }

    fn paragraph(&mut self, paragraph: &Paragraph, style: &str) -> Result<(), DocumentError> {
        match &paragraph.change {
            Some(change) if change.kind == ChangeKind::Deleted => self.deleted(paragraph, change, style),
            change => {
                self.settle(style)?;
                let due = std::mem::take(&mut self.due);
                let (mut start, mut words) = (due, String::new());
                if let Some(change) = change {
                    let id = self.declare(change, "")?;
                    let _ = write!(start, "<text:change-start text:change-id=\"ct{id}\"/>");
                    self.due = format!("<text:change-end text:change-id=\"ct{id}\"/>");
                }
                for run in &paragraph.runs {
                    match run.change.as_ref().filter(|_| change.is_none()) {
                        None => words.push_str(&spans(run)),
                        Some(change) => words.push_str(&self.changed(run, change)?),
                    }
                }
                self.out.push_str(&framed(
                    paragraph,
                    style,
                    &format!("{start}{}{words}", bookmark(paragraph)),
                ));
                Ok(())
            }
        }
    }

    fn deleted(&mut self, paragraph: &Paragraph, change: &Change, style: &str) -> Result<(), DocumentError> {
        if self.gone.as_ref().is_some_and(|(other, _)| other != change) {
            self.settle(style)?;
        }
        let words: String = paragraph.runs.iter().map(spans).collect();
        let framed = framed(paragraph, style, &words);
        self.gone.get_or_insert_with(|| (change.clone(), String::new())).1.push_str(&framed);
        Ok(())
    }

    fn changed(&mut self, run: &Run, change: &Change) -> Result<String, DocumentError> {
        let words = spans(run);
        Ok(match change.kind {
            ChangeKind::Deleted => {
                let id = self.declare(change, &format!("<text:p>{words}</text:p>"))?;
                format!("<text:change text:change-id=\"ct{id}\"/>")
            }
            ChangeKind::Inserted => {
                let id = self.declare(change, "")?;
                format!(
                    "<text:change-start text:change-id=\"ct{id}\"/>{words}<text:change-end text:change-id=\"ct{id}\"/>"
                )
            }
        })
    }

    fn table(&mut self, table: &Table) -> Result<(), DocumentError> {
        self.paragraph(&Paragraph::plain(Role::Body, &table.caption), "Caption")?;
        let columns = table.head.len();
        let _ = write!(
            self.out,
            "<table:table><table:table-column table:number-columns-repeated=\"{columns}\"/><table:table-header-rows>"
        );
        self.row(&table.head, true)?;
        self.out.push_str("</table:table-header-rows>");
        for row in &table.rows {
            self.row(row, false)?;
        }
        self.out.push_str("</table:table>");
        Ok(())
    }

    fn row(&mut self, cells: &[String], head: bool) -> Result<(), DocumentError> {
        self.out.push_str("<table:table-row>");
        for cell in cells {
            self.out.push_str("<table:table-cell table:style-name=\"TC\" office:value-type=\"string\">");
            self.paragraph(&Table::cell(cell, head), "Cell")?;
            self.out.push_str("</table:table-cell>");
        }
        self.out.push_str("</table:table-row>");
        Ok(())
    }
}

/// A paragraph around its words: the numbering comes from its style, so that a change is never cut by a list.
fn framed(paragraph: &Paragraph, style: &str, words: &str) -> String {
    match paragraph.role {
        Role::Heading(level) => {
            let level = level.clamp(1, 4);
            format!("<text:h text:style-name=\"{style}\" text:outline-level=\"{level}\">{words}</text:h>")
        }
        _ => format!("<text:p text:style-name=\"{style}\">{words}</text:p>"),
    }
}

fn bookmark(paragraph: &Paragraph) -> String {
    paragraph
        .anchor
        .as_ref()
        .map_or_else(String::new, |anchor| format!("<text:bookmark text:name=\"{}\"/>", escape(anchor)))
}

fn spans(run: &Run) -> String {
    let words = spaced(&run.text);
    let words = match (run.strong, run.emphasis) {
        (false, false) => words,
        (true, false) => format!("<text:span text:style-name=\"TB\">{words}</text:span>"),
        (false, true) => format!("<text:span text:style-name=\"TI\">{words}</text:span>"),
        (true, true) => format!("<text:span text:style-name=\"TBI\">{words}</text:span>"),
    };
    let target = match &run.link {
        Some(Link::Anchor(anchor)) => format!("#{anchor}"),
        Some(Link::Address(address)) if leads(address) => address.clone(),
        _ => return words,
    };
    format!("<text:a xlink:type=\"simple\" xlink:href=\"{}\">{words}</text:a>", escape(&target))
}

/// Every space but one between words is an element, since ODF joins them, and drops those at the ends.
fn spaced(text: &str) -> String {
    let mut out = String::new();
    let mut after_word = false;
    for c in clean(text).chars() {
        match c {
            '\n' => out.push_str("<text:line-break/>"),
            ' ' if !after_word => out.push_str("<text:s/>"),
            other => out.push_str(&escape(other.encode_utf8(&mut [0; 4]))),
        }
        after_word = !matches!(c, ' ' | '\n');
    }
    // A last space could meet the end of the paragraph.
    if out.ends_with(' ') {
        out.truncate(out.len() - 1);
        out.push_str("<text:s/>");
    }
    out
}
