//! The objectives of the draft.

use domain::reading::{Divide, DraftObjective, DraftParagraph, Quote, ThemeLine};
use serde::Serialize;

use super::anchors::{objective_anchor, sentence_anchor};
use super::{Desk, QuoteSheet};
use crate::french::{capital, count};
use crate::spoken;

/// One objective as it is printed.
#[derive(Debug, Serialize)]
pub struct ObjectiveSheet {
    anchor: String,
    number: u32,
    heading: String,
    themes: Vec<FeedSheet>,
    sum: String,
    suggestions: Vec<QuoteSheet>,
    paragraphs: Vec<ParagraphSheet>,
    divides: Vec<DivideSheet>,
}

/// Two quotations that pull opposite ways.
#[derive(Debug, Serialize)]
struct DivideSheet {
    about: String,
    sides: [QuoteSheet; 2],
}

/// A theme that feeds an objective.
#[derive(Debug, Serialize)]
struct FeedSheet {
    anchor: Option<String>,
    label: String,
    counts: String,
    hue: u8,
}

#[derive(Debug, Serialize)]
struct ParagraphSheet {
    kind: &'static str,
    sentences: Vec<QuoteSheet>,
}

impl Desk<'_> {
    /// The objectives in their order.
    pub fn objectives(&self) -> Vec<ObjectiveSheet> {
        self.dossier
            .motion
            .objectives
            .iter()
            .enumerate()
            .map(|(place, objective)| self.objective(place, objective))
            .collect()
    }

    fn objective(&self, place: usize, objective: &DraftObjective) -> ObjectiveSheet {
        let mut said = 0;
        ObjectiveSheet {
            anchor: objective_anchor(place),
            number: objective.rank,
            heading: capital(&self.printer.line(&objective.heading)),
            themes: objective.themes.iter().map(|line| self.feed(line)).collect(),
            sum: sum(&objective.themes),
            suggestions: objective.suggestions.iter().map(|quote| self.sourced(quote)).collect(),
            divides: objective.divides.iter().map(|divide| self.divide(divide)).collect(),
            paragraphs: objective
                .paragraphs
                .iter()
                .map(|paragraph| self.paragraph(place, &mut said, paragraph))
                .collect(),
        }
    }

    fn feed(&self, line: &ThemeLine) -> FeedSheet {
        let verbatims = count(line.verbatims, "verbatim", "verbatims");
        let counts = match line.signatories {
            0 => verbatims,
            signatories => format!("{verbatims} de {}", count(signatories, "signataire", "signataires")),
        };
        FeedSheet {
            anchor: self.anchors.theme(line.tag.rank),
            label: capital(&self.printer.line(&line.tag.label)),
            counts,
            hue: line.tag.hue,
        }
    }

    fn divide(&self, divide: &Divide) -> DivideSheet {
        DivideSheet {
            about: self.printer.line(&divide.about),
            sides: [self.sourced(&divide.one), self.sourced(&divide.other)],
        }
    }

    /// A quotation with its signature.
    fn sourced(&self, quote: &Quote) -> QuoteSheet {
        QuoteSheet { by: Some(self.printer.line(&spoken::signature(&quote.signature))), ..self.quote(quote) }
    }

    fn paragraph(&self, place: usize, said: &mut usize, paragraph: &DraftParagraph) -> ParagraphSheet {
        let mut sentences = Vec::new();
        for sentence in &paragraph.sentences {
            let mut quote = self.quote(&sentence.quote);
            quote.anchor = Some(sentence_anchor(place, *said));
            quote.inner.extend(
                self.anchors.entry(sentence.quote.verbatim).map(|anchor| (anchor, quote.number.clone())),
            );
            sentences.push(quote);
            *said += 1;
        }
        ParagraphSheet { kind: spoken::kind_heading(paragraph.kind), sentences }
    }
}

/// What the themes hold together, when there are several.
fn sum(themes: &[ThemeLine]) -> String {
    let verbatims = themes.iter().map(|line| line.verbatims).sum();
    format!("{} sur ce sujet", count(verbatims, "verbatim", "verbatims"))
}
