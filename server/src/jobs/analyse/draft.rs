//! The engine's draft as a motion: spans of contributions become sentences with their source.

use analysis::Outcome;
use analysis::draft::{DraftObjective, DraftSection, Quote};
use domain::analysis::{Analysis, Placement};
use domain::contribution::Contribution;
use domain::id::{Entropy, MotionId, ObjectiveId, ParagraphId, SentenceId};
use domain::motion::{Motion, Objective, Paragraph, Sentence, SentenceState, Suggestion};
use domain::time::Timestamp;

/// What sentences are made with.
struct Desk<'a> {
    analysis: &'a Analysis,
    contributions: &'a [Contribution],
    outcome: &'a Outcome,
    now: Timestamp,
    entropy: &'a mut dyn Entropy,
}

/// The motion drafted from a stored run. Ids of verbatims are those that are stored.
pub(super) fn motion(
    analysis: &Analysis,
    contributions: &[Contribution],
    outcome: &Outcome,
    now: Timestamp,
    entropy: &mut dyn Entropy,
) -> Motion {
    let id = MotionId::new(now, entropy);
    let mut desk = Desk { analysis, contributions, outcome, now, entropy };
    let objectives =
        outcome.draft.objectives.iter().zip(1..).map(|(objective, rank)| desk.objective(objective, rank));
    Motion { id, analysis: analysis.id, drafted_at: now, objectives: objectives.collect() }
}

impl Desk<'_> {
    fn objective(&mut self, drafted: &DraftObjective, rank: u32) -> Objective {
        Objective {
            id: ObjectiveId::new(self.now, self.entropy),
            rank,
            heading: drafted.heading.clone(),
            themes: drafted.themes.iter().map(|&theme| self.analysis.themes[theme].id).collect(),
            suggestions: drafted.suggestions.iter().filter_map(|quote| self.suggestion(quote)).collect(),
            paragraphs: drafted.sections.iter().filter_map(|section| self.paragraph(section)).collect(),
        }
    }

    fn suggestion(&self, quote: &Quote) -> Option<Suggestion> {
        let verbatim = self.verbatim(quote)?.verbatim.id;
        Some(Suggestion { verbatim, span: quote.span.clone() })
    }

    fn paragraph(&mut self, section: &DraftSection) -> Option<Paragraph> {
        let sentences: Vec<Sentence> =
            section.quotes.iter().filter_map(|quote| self.sentence(quote)).collect();
        let id = ParagraphId::new(self.now, self.entropy);
        (!sentences.is_empty()).then_some(Paragraph { id, kind: section.kind, sentences })
    }

    fn sentence(&mut self, quote: &Quote) -> Option<Sentence> {
        let contribution = &self.contributions[quote.item];
        let verbatim = self.verbatim(quote)?.verbatim.id;
        Some(Sentence {
            id: SentenceId::new(self.now, self.entropy),
            state: SentenceState::Machine,
            verbatim,
            contribution: contribution.id,
            number: contribution.number,
            span: quote.span.clone(),
        })
    }

    /// The verbatim that holds the quoted span.
    fn verbatim(&self, quote: &Quote) -> Option<&Placement> {
        let holds = |at: &usize| {
            let found = &self.outcome.verbatims[*at];
            found.item == quote.item
                && found.span.start <= quote.span.start
                && quote.span.end <= found.span.end
        };
        // Verbatims are in the order of items.
        let first = self.outcome.verbatims.partition_point(|found| found.item < quote.item);
        let at = (first..self.outcome.verbatims.len())
            .take_while(|&at| self.outcome.verbatims[at].item == quote.item)
            .find(holds)?;
        self.analysis.placements.get(at)
    }
}
