//! The verbatims of a corpus, read.

use rayon::prelude::*;
use std::ops::Range;

use crate::Item;
use crate::read::{Forms, Language, Stemmer, Term, language, terms};
use crate::segment;

/// A verbatim and its words that mean something.
#[derive(Clone, Debug)]
pub(crate) struct Read<'a> {
    pub item: usize,
    pub span: Range<usize>,
    pub text: &'a str,
    pub language: Language,
    pub terms: Vec<Term<'a>>,
}

impl Read<'_> {
    /// The stems of its terms, in order, with repetitions.
    pub fn stems(&self) -> Vec<String> {
        self.terms.iter().map(|term| term.stem.clone()).collect()
    }
}

/// Items that a thread takes at once, with a stemmer of its own.
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
        .map(|batch| {
            let mut stemmer = Stemmer::new();
            let read = |(item, span, text): &(usize, Range<usize>, &'a str)| Read {
                item: *item,
                span: span.clone(),
                text,
                language: language(text),
                terms: terms(text, &mut stemmer),
            };
            batch.iter().map(read).collect()
        })
        .collect();
    batches.into_iter().flatten().collect()
}

/// The forms of all words.
pub(crate) fn forms(read: &[Read<'_>]) -> Forms {
    let mut forms = Forms::default();
    for verbatim in read.iter().filter(|verbatim| verbatim.language == Language::French) {
        forms.add(verbatim.text, &verbatim.terms);
    }
    forms
}
