//! A dossier as the layout reads it: every text printable, every sentence made, every link known to lead somewhere.

mod anchors;
mod annexes;
mod objectives;
mod preamble;
mod sums;

use domain::reading::{Dossier, Quote};
use jiff::civil::Date;
use serde::Serialize;

use self::anchors::Anchors;
use super::MotionOptions;
use crate::french::{self, NBSP};
use crate::glyphs::Printer;
use crate::{DocumentError, spoken};

/// The whole document.
#[derive(Debug, Serialize)]
pub struct Sheet {
    title: String,
    document_title: String,
    made: String,
    running: &'static str,
    question: Vec<String>,
    organiser: String,
    printed: String,
    date: (i16, i8, i8),
    fiction: Option<String>,
    preamble: Vec<String>,
    objectives: Vec<objectives::ObjectiveSheet>,
    objectives_title: String,
    no_objective: Option<String>,
    annex: annexes::AnnexSheet,
    index: annexes::IndexSheet,
}

/// Words with guillemets, their number and where it leads.
#[derive(Debug, Serialize)]
struct QuoteSheet {
    /// Where links to it arrive.
    anchor: Option<String>,
    /// The words line by line, with « […] » where they were cut.
    lines: Vec<String>,
    /// Why no words are printed, where they aren't.
    withheld: Option<&'static str>,
    /// Noted by somebody else and not confirmed: printed without guillemets.
    reported: bool,
    /// « C-0421 ».
    number: String,
    /// Who signed and what it is, after the number.
    by: Option<String>,
    /// The anchors inside the document that it leads to, and their words.
    inner: Vec<(String, String)>,
    /// The page of the contribution.
    url: Option<String>,
}

/// What the parts of the document are made with.
struct Desk<'a> {
    dossier: &'a Dossier,
    printer: &'a Printer,
    anchors: &'a Anchors,
    base_url: Option<&'a str>,
}

impl Sheet {
    /// Prepares `dossier`, once its sums are checked.
    pub fn new(dossier: &Dossier, options: &MotionOptions) -> Result<Self, DocumentError> {
        sums::check(dossier)?;
        let (printer, anchors) = (Printer::new(), Anchors::new(dossier));
        let desk = Desk { dossier, printer: &printer, anchors: &anchors, base_url: options.base_url };
        let title = printer.line(&dossier.congress.title);
        let objectives = desk.objectives();
        let date: Date = french::day(options.printed_at)?;
        Ok(Self {
            document_title: format!("Projet de motion, {title}"),
            made: format!("Brouillon automatique, analyse n°{NBSP}{}", dossier.motion.run.number),
            running: "Projet de motion",
            title,
            question: printer.lines(&dossier.congress.question),
            organiser: printer.line(&dossier.congress.organiser),
            printed: french::long_date(options.printed_at)?,
            date: (date.year(), date.month(), date.day()),
            fiction: dossier.congress.fictional.then(fiction),
            preamble: preamble::paragraphs(dossier)?,
            objectives_title: objectives_title(objectives.len()),
            no_objective: objectives.is_empty().then(|| {
                "Aucun objectif : le corpus ne forme pas encore de thème. Tous les verbatims sont à l’annexe 1.".replace(" :", "\u{a0}:")
            }),
            objectives,
            index: desk.index(),
            // Last: it says whether a character had to be marked anywhere.
            annex: desk.annex(),
        })
    }
}

impl Desk<'_> {
    /// `quote` without its signature.
    fn quote(&self, quote: &Quote) -> QuoteSheet {
        QuoteSheet {
            anchor: None,
            lines: self.words(quote),
            withheld: spoken::withheld(quote.state),
            reported: quote.reported,
            number: quote.number.to_string(),
            by: None,
            inner: Vec::new(),
            url: self.base_url.map(|base| format!("{base}{}", quote.number)),
        }
    }

    fn words(&self, quote: &Quote) -> Vec<String> {
        if !quote.state.is_shown() {
            return Vec::new();
        }
        self.printer.lines(&spoken::words(quote))
    }

    /// Who signed and what it is: « Nadia Le Bihan, adjointe au maire, Quimperlé (29) — idée (suggestion) ».
    fn by(&self, quote: &Quote) -> String {
        self.printer.line(&spoken::signed(quote))
    }
}

pub(crate) fn fiction() -> String {
    format!("Démonstration{NBSP}: ce congrès, ces personnes et ces textes sont fictifs.")
}

fn objectives_title(objectives: usize) -> String {
    match objectives {
        0 | 1 => "L’objectif".to_owned(),
        n => format!("Les {} objectifs", french::in_letters(n)),
    }
}
