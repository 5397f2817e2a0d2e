//! The annexes: every verbatim in its place, every number with its signature.

use domain::analysis::{Place, UnplacedReason, WeakReason};
use domain::reading::{Quote, ThemeLine, ThemeTag};
use serde::Serialize;

use super::{Desk, QuoteSheet};
use crate::french::{NBSP, THIN, capital, count};
use crate::spoken;

/// The annex of all verbatims.
#[derive(Debug, Serialize)]
pub struct AnnexSheet {
    notes: Vec<String>,
    groups: Vec<GroupSheet>,
}

/// One heading of the annex, with what stands under it.
#[derive(Debug, Serialize)]
struct GroupSheet {
    /// 2: a part; 3: a reason within it.
    level: u8,
    anchor: Option<String>,
    hue: Option<u8>,
    title: String,
    count: String,
    quotes: Vec<QuoteSheet>,
}

/// The annex of all numbers.
#[derive(Debug, Serialize)]
pub struct IndexSheet {
    entries: Vec<IndexEntry>,
}

#[derive(Debug, Serialize)]
struct IndexEntry {
    number: String,
    by: String,
    url: Option<String>,
}

impl Desk<'_> {
    /// Every verbatim by theme, then the weak signals and the unplaced with their reasons.
    pub fn annex(&self) -> AnnexSheet {
        let mut groups: Vec<GroupSheet> =
            self.dossier.themes.iter().map(|(line, quotes)| self.theme(line, quotes)).collect();
        let weak: Vec<_> =
            WeakReason::ALL.iter().map(|reason| (Place::Weak(*reason), spoken::weak(*reason))).collect();
        groups.extend(self.apart("Signaux faibles", &self.dossier.weak, &weak));
        let unplaced: Vec<_> = UnplacedReason::ALL
            .iter()
            .map(|reason| (Place::Unplaced(*reason), spoken::unplaced(*reason)))
            .collect();
        groups.extend(self.apart("Verbatims non rapprochés", &self.dossier.unplaced, &unplaced));
        AnnexSheet { notes: self.notes(), groups }
    }

    fn notes(&self) -> Vec<String> {
        let mut notes = vec![
            "Chaque verbatim est imprimé une fois, à la lettre, sous son thème principal ; sous les signaux faibles quand il est \
             isolé ; sous les non rapprochés quand il ne se compare à aucun autre."
                .replace(" ;", "\u{202f};"),
            format!("La nature suivie d’un point d’interrogation («{THIN}idée{NBSP}?{THIN}») est suggérée par la machine."),
        ];
        if self.printer.marked() > 0 {
            notes.push(format!(
                "«{THIN}{}{THIN}» tient lieu d’un caractère que les polices de ce document n’ont pas{NBSP}; le texte exact est dans \
                 les données ouvertes.",
                self.printer.mark()
            ));
        }
        notes
    }

    fn theme(&self, line: &ThemeLine, quotes: &[Quote]) -> GroupSheet {
        let anchor = self.anchors.theme(line.tag.rank);
        let mut group = self.group(2, capital(&self.printer.line(&line.tag.label)), quotes.iter());
        group.anchor = anchor;
        group.hue = Some(line.tag.hue);
        group
    }

    /// A part and its reasons; a verbatim whose place is none of them can't be lost: it stands under the part itself.
    fn apart(&self, title: &str, quotes: &[Quote], reasons: &[(Place<ThemeTag>, &str)]) -> Vec<GroupSheet> {
        let other = quotes.iter().filter(|quote| !reasons.iter().any(|(place, _)| *place == quote.place));
        let mut part = self.group(2, title.to_owned(), other);
        part.count = held(quotes.len());
        let mut groups = vec![part];
        for (place, title) in reasons {
            let of_reason: Vec<&Quote> = quotes.iter().filter(|quote| quote.place == *place).collect();
            if !of_reason.is_empty() {
                groups.push(self.group(3, (*title).to_owned(), of_reason.into_iter()));
            }
        }
        groups
    }

    fn group<'q>(&self, level: u8, title: String, quotes: impl Iterator<Item = &'q Quote>) -> GroupSheet {
        let quotes: Vec<QuoteSheet> = quotes.map(|quote| self.entry(quote)).collect();
        GroupSheet { level, anchor: None, hue: None, title, count: held(quotes.len()), quotes }
    }

    fn entry(&self, quote: &Quote) -> QuoteSheet {
        let back = self.anchors.sentences(quote.verbatim).iter();
        QuoteSheet {
            anchor: self.anchors.entry(quote.verbatim),
            by: Some(self.by(quote)),
            inner: back
                .map(|(anchor, objective)| (anchor.clone(), format!("cité à l’objectif{NBSP}{objective}")))
                .collect(),
            ..self.quote(quote)
        }
    }

    /// Every number with its signature.
    pub fn index(&self) -> IndexSheet {
        let entries = self.dossier.contributions.iter().map(|(number, signature)| IndexEntry {
            number: number.to_string(),
            by: self.printer.line(&spoken::signature(signature)),
            url: self.base_url.map(|base| format!("{base}{number}")),
        });
        IndexSheet { entries: entries.collect() }
    }
}

fn held(quotes: usize) -> String {
    count(u32::try_from(quotes).unwrap_or(u32::MAX), "verbatim", "verbatims")
}
