//! The text as one HTML file: no script, and nothing is fetched.

use std::fmt::Write as _;

use super::model::{Block, Change, ChangeKind, Link, Paragraph, Role, Run, Table, Text};
use super::xml::{clean, escape, leads, moment};
use crate::DocumentError;
use crate::french::NBSP;

const STYLE: &str = include_str!("parts/style.css");

/// `text` as the bytes of an HTML page.
///
/// # Errors
/// When a moment has no date.
pub fn html(text: &Text) -> Result<Vec<u8>, DocumentError> {
    let title = escape(&text.title);
    let mut out = format!(
        "<!doctype html>\n<html lang=\"fr\"><head><meta charset=\"utf-8\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\
         <meta name=\"viewport\" content=\"width=device-width\"><meta name=\"author\" content=\"{}\">\
         <meta name=\"date\" content=\"{}\"><title>{title}</title><style>{STYLE}</style></head>\n<body><main><h1>{title}</h1>\n",
        escape(&text.authors.join(", ")),
        moment(text.at)?
    );
    if let Some(notice) = &text.notice {
        let _ = writeln!(out, "<p class=\"notice\">{}</p>", escape(notice));
    }
    let mut list = None;
    let mut proposition = 0;
    for block in &text.blocks {
        let wanted = match block {
            Block::Paragraph(paragraph) => list_of(paragraph.role),
            Block::Table(_) => None,
        };
        if wanted != list {
            close(&mut out, list);
            if wanted == Some("ol") {
                let _ = write!(out, "<ol start=\"{}\">", proposition + 1);
            } else if wanted.is_some() {
                out.push_str("<ul>");
            }
            list = wanted;
        }
        match block {
            Block::Paragraph(paragraph) => {
                proposition += u32::from(paragraph.role == Role::Proposition);
                write_paragraph(&mut out, paragraph)?;
            }
            Block::Table(table) => write_table(&mut out, table),
        }
    }
    close(&mut out, list);
    let _ = writeln!(out, "</main><footer>{}</footer></body></html>", escape(&text.content()));
    Ok(out.into_bytes())
}

fn list_of(role: Role) -> Option<&'static str> {
    match role {
        Role::Proposition => Some("ol"),
        Role::Item => Some("ul"),
        _ => None,
    }
}

fn close(out: &mut String, list: Option<&str>) {
    if let Some(list) = list {
        let _ = writeln!(out, "</{list}>");
    }
}

fn write_paragraph(out: &mut String, paragraph: &Paragraph) -> Result<(), DocumentError> {
    // The title is the page's first heading.
    let (tag, class) = match paragraph.role {
        Role::Heading(level) => (["h2", "h3", "h4", "h5"][usize::from(level.clamp(1, 4)) - 1], ""),
        Role::Body => ("p", ""),
        Role::Proposition | Role::Item => ("li", ""),
        Role::Quotation => ("blockquote", ""),
        Role::Source => ("p", " class=\"source\""),
    };
    let id =
        paragraph.anchor.as_ref().map_or_else(String::new, |anchor| format!(" id=\"{}\"", escape(anchor)));
    let _ = write!(out, "<{tag}{class}{id}>");
    for run in &paragraph.runs {
        let words = words(run);
        match paragraph.change_of(run) {
            None => out.push_str(&words),
            Some(change) => out.push_str(&changed(change, &words)?),
        }
    }
    let _ = writeln!(out, "</{tag}>");
    Ok(())
}

/// The words of a change between words that only a screen reader says: colours and lines tell it nothing.
fn changed(change: &Change, words: &str) -> Result<String, DocumentError> {
    let (tag, said) = match change.kind {
        ChangeKind::Inserted => ("ins", "ajouté"),
        ChangeKind::Deleted => ("del", "supprimé"),
    };
    Ok(format!(
        "<{tag} datetime=\"{}\" title=\"{}\"><span class=\"said\">{said}{NBSP}: </span>{words}</{tag}>",
        moment(change.at)?,
        escape(&change.author)
    ))
}

fn words(run: &Run) -> String {
    let mut words = escape(&clean(&run.text)).replace('\n', "<br>");
    for (is, tag) in [(run.emphasis, "em"), (run.strong, "strong")] {
        if is {
            words = format!("<{tag}>{words}</{tag}>");
        }
    }
    match &run.link {
        Some(Link::Anchor(anchor)) => format!("<a href=\"#{}\">{words}</a>", escape(anchor)),
        Some(Link::Address(address)) if leads(address) => {
            format!("<a href=\"{}\" rel=\"noreferrer\">{words}</a>", escape(address))
        }
        _ => words,
    }
}

fn write_table(out: &mut String, table: &Table) {
    let _ = write!(out, "<table><caption>{}</caption><thead><tr>", escape(&table.caption));
    for cell in &table.head {
        let _ = write!(out, "<th scope=\"col\">{}</th>", escape(cell));
    }
    out.push_str("</tr></thead><tbody>");
    for row in &table.rows {
        out.push_str("<tr>");
        for cell in row {
            let _ = write!(out, "<td>{}</td>", escape(cell));
        }
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table>\n");
}
