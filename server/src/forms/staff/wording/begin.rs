//! What a motion begins with: the draft of the analysis, a text, or nothing.

use app::text::quote::said as quoted;
use app::text::wording::PREAMBLE;
use domain::contribution::State;
use domain::id::{CitationId, Entropy, VerbatimId};
use domain::reading::{DraftSentence, MotionPage};
use domain::time::Timestamp;
use domain::wording::{BlockKind, Pasted, Spans, Stance, Words, clean, escape};
use std::collections::BTreeMap;
use std::ops::Range;
use storage::{NewBlock, NewCitation};

/// Where each sentence of a draft was cut, by the rank of its objective and its number in it.
pub(crate) type Cuts = BTreeMap<(u32, u32), (VerbatimId, Range<usize>)>;

/// A draft as blocks: its sentences are quotations that stay the machine's, with the spans that they were cut from.
pub(crate) fn drafted(
    page: &MotionPage,
    spans: &Cuts,
    (now, entropy): (Timestamp, &mut dyn Entropy),
) -> Vec<NewBlock> {
    let mut blocks: Vec<NewBlock> =
        machine(BlockKind::Preamble, &PREAMBLE.map(str::to_owned)).into_iter().collect();
    for objective in &page.objectives {
        blocks.extend(machine(BlockKind::Heading, &[escape(&objective.heading)]));
        for paragraph in &objective.paragraphs {
            let shown = |of: &&DraftSentence| of.quote.state == State::Published;
            let sentences: Vec<_> = paragraph.sentences.iter().filter(shown).collect();
            let words: Vec<String> = sentences.iter().map(|of| escape(&quoted(&of.quote))).collect();
            let Some(mut block) = machine(BlockKind::Paragraph, &words) else { continue };
            let cut = sentences.iter().filter_map(|of| spans.get(&(objective.rank, of.number)));
            for (verbatim, span) in cut {
                let id = CitationId::new(now, entropy);
                let (verbatim, span) = (*verbatim, span.clone());
                block.sources.push(NewCitation { id, verbatim, span, stance: Stance::Support });
            }
            blocks.push(block);
        }
    }
    blocks
}

/// A block of sentences that are all the machine's; none where they say nothing, or more than a block may.
fn machine(kind: BlockKind, sentences: &[String]) -> Option<NewBlock> {
    let (mut text, mut spans) = (String::new(), Vec::new());
    for sentence in sentences.iter().map(|sentence| clean(sentence)).filter(|sentence| !sentence.is_empty()) {
        if !text.is_empty() {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(&sentence);
        spans.push(start..text.len());
    }
    let words: Words = text.parse().ok()?;
    // Cleaned sentence by sentence, the whole is clean but where two meet.
    let machine = Spans::new(spans).ok().filter(|_| words.as_str() == text)?;
    Some(NewBlock { kind, words, machine, sources: Vec::new() })
}

/// A text that was typed or pasted, as blocks: a person's words.
pub(super) fn pasted(blocks: Vec<Pasted>) -> Vec<NewBlock> {
    let block = |of: Pasted| NewBlock {
        kind: of.kind,
        words: of.words,
        machine: Spans::default(),
        sources: Vec::new(),
    };
    blocks.into_iter().map(block).collect()
}
