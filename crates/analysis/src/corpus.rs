//! The verbatims of a corpus, read.

use rayon::prelude::*;
use std::ops::Range;

use crate::Item;
use crate::kinds::Suggestion;
use crate::read::{Forms, Language, Stemmer, Term, language, pairs, spelled, terms};
use crate::{kinds, segment};

/// A verbatim and its words that mean something.
#[derive(Clone, Debug)]
pub(crate) struct Read<'a> {
    pub item: usize,
    pub span: Range<usize>,
    pub text: &'a str,
    pub language: Language,
    pub terms: Vec<Term<'a>>,
    /// Where among its terms two stick together.
    pub pairs: Vec<usize>,
    /// Its sentences, in bytes of it, each with the kind that it suggests.
    pub sentences: Vec<(Range<usize>, Suggestion)>,
}

impl Read<'_> {
    /// The stems of its terms, in order, with repetitions, then those of the acronyms that it spells out, then its pairs,
    /// each as two stems.
    pub fn stems(&self) -> Vec<String> {
        let words = self.terms.iter().map(|term| term.stem.clone());
        let spelled = spelled(&self.terms).into_iter().map(str::to_owned);
        words.chain(spelled).chain(self.pairs.iter().map(|&at| self.pair(at))).collect()
    }

    /// The key of the pair that begins at a term.
    pub fn pair(&self, at: usize) -> String {
        format!("{} {}", self.terms[at].stem, self.terms[at + 1].stem)
    }
}

/// Verbatims that a thread takes at once, with a stemmer that it keeps.
const BATCH: usize = 64;

/// The verbatims of every item, in order.
pub(crate) fn segment<'a>(items: &[Item<'a>]) -> Vec<(usize, Range<usize>, &'a str)> {
    let spans = |(index, item): (usize, &Item<'a>)| {
        let body = item.body;
        segment::verbatims(body)
            .into_iter()
            .map(|span| (index, span.clone(), &body[span]))
            .collect::<Vec<_>>()
    };
    items.par_iter().enumerate().flat_map_iter(spans).collect()
}

/// Reads verbatims.
pub(crate) fn read<'a>(verbatims: &[(usize, Range<usize>, &'a str)]) -> Vec<Read<'a>> {
    let batches: Vec<Vec<Read<'a>>> = verbatims
        .par_chunks(BATCH)
        .map_init(Stemmer::new, |stemmer, batch| {
            let read = |(item, span, text): &(usize, Range<usize>, &'a str)| {
                let terms = terms(text, stemmer);
                let pairs = pairs::neighbours(text, &terms);
                Read {
                    item: *item,
                    span: span.clone(),
                    text,
                    language: language(text),
                    terms,
                    pairs,
                    sentences: kinds::of_sentences(text),
                }
            };
            batch.iter().map(read).collect()
        })
        .collect();
    stuck(batches.into_iter().flatten().collect())
}

/// Keeps the pairs that stick in the corpus.
fn stuck(mut read: Vec<Read<'_>>) -> Vec<Read<'_>> {
    let mut counts = pairs::Counts::default();
    for verbatim in read.iter().filter(|verbatim| verbatim.language == Language::French) {
        counts.add(&verbatim.terms, &verbatim.pairs);
    }
    let sticks =
        |verbatim: &Read<'_>, at: usize| counts.stick(&verbatim.terms[at].stem, &verbatim.terms[at + 1].stem);
    let kept: Vec<Vec<usize>> = read
        .iter()
        .map(|verbatim| verbatim.pairs.iter().copied().filter(|&at| sticks(verbatim, at)).collect())
        .collect();
    for (verbatim, pairs) in read.iter_mut().zip(kept) {
        verbatim.pairs = pairs;
    }
    read
}

/// The forms of all words.
pub(crate) fn forms(read: &[Read<'_>]) -> Forms {
    let mut forms = Forms::default();
    for verbatim in read.iter().filter(|verbatim| verbatim.language == Language::French) {
        forms.add(verbatim.text, &verbatim.terms);
        for &at in &verbatim.pairs {
            let (first, last) = (&verbatim.terms[at].token, &verbatim.terms[at + 1].token);
            forms.add_pair(verbatim.pair(at), &verbatim.text[first.span.start..last.span.end]);
        }
    }
    forms
}
