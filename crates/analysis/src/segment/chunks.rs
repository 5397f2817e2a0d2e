//! Sentences into verbatims.

use std::ops::Range;

use super::{Sentence, oversize, split};

/// Below so many words a verbatim is joined to its neighbour, where the text allows.
const FEW: usize = 8;
/// With so many words a verbatim says enough, and the next sentence opens another.
const ENOUGH: usize = 20;
/// Above so many words a verbatim is cut, where the text allows.
const MANY: usize = 60;
/// Sentences of a verbatim.
const SENTENCES: usize = 3;

/// The verbatims of a contribution, as exact byte ranges: one to three sentences, 8 to 60 words where the text allows.
/// A text of at most 60 words on one line is a single verbatim.
pub fn verbatims(text: &str) -> Vec<Range<usize>> {
    let sentences: Vec<Sentence> =
        split(text).into_iter().flat_map(|s| oversize::cut(text, s, MANY)).collect();
    let mut chunks: Vec<Chunk> = Vec::new();
    let mut from = 0;
    while from < sentences.len() {
        let to = (from + 1..sentences.len()).find(|&i| sentences[i].opens).unwrap_or(sentences.len());
        pack(&sentences[from..to], &mut chunks);
        from = to;
    }
    join_short(chunks).into_iter().map(|chunk| chunk.span).collect()
}

/// Some sentences in a row.
#[derive(Clone, Debug)]
struct Chunk {
    span: Range<usize>,
    words: usize,
    sentences: usize,
}

impl Chunk {
    fn of(sentences: &[Sentence]) -> Option<Self> {
        let (first, last) = (sentences.first()?, sentences.last()?);
        let words = sentences.iter().map(|s| s.words).sum();
        Some(Self { span: first.span.start..last.span.end, words, sentences: sentences.len() })
    }

    fn join(&self, next: &Self) -> Option<Self> {
        let words = self.words + next.words;
        let sentences = self.sentences + next.sentences;
        // Short items of a list go by three; a heading goes with its whole paragraph.
        let fits = words <= MANY && (sentences <= SENTENCES || self.words.min(next.words) < FEW);
        fits.then_some(Self { span: self.span.start..next.span.end, words, sentences })
    }
}

/// The sentences of one paragraph.
fn pack(paragraph: &[Sentence], chunks: &mut Vec<Chunk>) {
    if paragraph.iter().map(|s| s.words).sum::<usize>() <= MANY {
        chunks.extend(Chunk::of(paragraph));
        return;
    }
    let mut from = 0;
    let mut words = 0;
    for (i, sentence) in paragraph.iter().enumerate() {
        let full =
            words >= ENOUGH || i - from == SENTENCES || (words >= FEW && words + sentence.words > MANY);
        if full {
            chunks.extend(Chunk::of(&paragraph[from..i]));
            (from, words) = (i, 0);
        }
        words += sentence.words;
    }
    chunks.extend(Chunk::of(&paragraph[from..]));
}

/// Joins chunks of few words to the next, else to the one before.
fn join_short(chunks: Vec<Chunk>) -> Vec<Chunk> {
    let mut joined: Vec<Chunk> = Vec::with_capacity(chunks.len());
    for chunk in chunks {
        let short = joined.last().is_some_and(|last| last.words < FEW) || chunk.words < FEW;
        match joined.last().filter(|_| short).and_then(|last| last.join(&chunk)) {
            Some(both) => {
                joined.pop();
                joined.push(both);
            }
            None => joined.push(chunk),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::word_count;

    fn pieces(text: &str) -> Vec<&str> {
        verbatims(text).into_iter().map(|span| &text[span]).collect()
    }

    #[test]
    fn one_idea_is_one_verbatim() {
        let text = "Il faut la fibre. Vite. Partout. Et pour tous, même au fond de la vallée.";
        assert_eq!(pieces(text), [text]);
        assert_eq!(pieces("RIEN."), ["RIEN."]);
        assert!(pieces(" \n\u{a0} ").is_empty());
    }

    #[test]
    fn long_texts_are_cut_between_sentences() {
        let sentence =
            "La commune attend depuis trois ans que le réseau mobile couvre enfin le bourg et ses hameaux.";
        let text = [sentence; 9].join(" ");
        let found = pieces(&text);
        assert!(found.len() >= 4);
        for piece in found {
            assert!((8..=60).contains(&word_count(piece)), "{piece}");
            assert!(piece.ends_with('.'));
        }
    }

    #[test]
    fn short_items_go_together() {
        let text =
            "Nos besoins :\n- la fibre\n- le mobile\n- des médiateurs\n- un annuaire\n- des formations";
        let found = pieces(text);
        assert!(found.len() < 4, "{found:?}");
    }

    #[test]
    fn twenty_thousand_words_without_a_stop() {
        let text = "commune, réseau fibre ".repeat(7_000);
        let found = pieces(&text);
        assert!(found.len() > 300);
        assert!(found.iter().all(|piece| word_count(piece) <= 60));
    }
}
