//! What a machine chose, sentence by sentence, until a person accepts or rewrites it.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::Range;
use std::str::FromStr;

/// Stretches of a text, in bytes: in order, none empty, none over another. Stored as « 0-43 44-120 ».
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Spans(Vec<Range<usize>>);

/// A text that is no [`Spans`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("spans are pairs of numbers in order, none over another")]
pub struct SpansError;

impl Spans {
    /// The spans, if they are in order.
    ///
    /// # Errors
    /// When one is empty, or begins before the end of the one before.
    pub fn new(spans: Vec<Range<usize>>) -> Result<Self, SpansError> {
        let ordered = spans.windows(2).all(|pair| pair[0].end <= pair[1].start);
        let full = spans.iter().all(|span| span.start < span.end);
        (ordered && full).then_some(Self(spans)).ok_or(SpansError)
    }

    /// All of them.
    pub fn as_slice(&self) -> &[Range<usize>] {
        &self.0
    }

    /// How many.
    pub fn count(&self) -> u32 {
        u32::try_from(self.0.len()).unwrap_or(u32::MAX)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether each cuts that text between characters.
    pub fn fit(&self, text: &str) -> bool {
        self.0.iter().all(|span| text.get(span.clone()).is_some())
    }

    /// Those that are left once a person accepted the one that says those words; None when none does.
    pub fn without(&self, text: &str, words: &str) -> Option<Self> {
        let at = self.0.iter().position(|span| text.get(span.clone()) == Some(words))?;
        let mut left = self.0.clone();
        left.remove(at);
        Some(Self(left))
    }

    /// What of `after` is still the machine's: each sentence of `before` that stands in it to the letter, wherever that is.
    /// Whoever changes a sentence answers for it; moving it changes nothing.
    pub fn carried(&self, before: &str, after: &str) -> Self {
        let mut found: Vec<Range<usize>> = Vec::new();
        // The longest first: a sentence that stands within another doesn't take its place.
        let mut sentences: Vec<&str> = self.0.iter().filter_map(|span| before.get(span.clone())).collect();
        sentences.sort_by_key(|words| std::cmp::Reverse(words.len()));
        for words in sentences {
            let free =
                |span: &Range<usize>| found.iter().all(|of| of.end <= span.start || span.end <= of.start);
            let place = after.match_indices(words).map(|(at, words)| at..at + words.len()).find(free);
            found.extend(place);
        }
        found.sort_by_key(|span| span.start);
        Self(found)
    }
}

impl fmt::Display for Spans {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, span) in self.0.iter().enumerate() {
            let gap = if at == 0 { "" } else { " " };
            write!(f, "{gap}{}-{}", span.start, span.end)?;
        }
        Ok(())
    }
}

impl FromStr for Spans {
    type Err = SpansError;

    fn from_str(text: &str) -> Result<Self, SpansError> {
        let span = |pair: &str| {
            let (start, end) = pair.split_once('-')?;
            Some(start.parse().ok()?..end.parse().ok()?)
        };
        let spans = text.split_whitespace().map(|pair| span(pair).ok_or(SpansError));
        Self::new(spans.collect::<Result<_, _>>()?)
    }
}

impl TryFrom<String> for Spans {
    type Error = SpansError;

    fn try_from(text: String) -> Result<Self, SpansError> {
        text.parse()
    }
}

impl From<Spans> for String {
    fn from(spans: Spans) -> Self {
        spans.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_sentence_is_the_machines_until_someone_changes_or_accepts_it() {
        let before = "« La fibre. » « Le pont. »";
        let spans: Spans = "0-15 16-30".parse().unwrap();
        assert!(spans.fit(before), "{}", before.len());
        assert_eq!(before[spans.0[1].clone()].trim(), "« Le pont. »");
        let moved = "Et « Le pont. » puis « La fibre ! »";
        let left = spans.carried(before, moved);
        assert_eq!(left.count(), 1);
        assert_eq!(&moved[left.0[0].clone()], "« Le pont. »");
        assert_eq!(spans.without(before, "« Le pont. »").map(|left| left.count()), Some(1));
        assert_eq!(spans.without(before, "« Le quai. »"), None);
        assert_eq!("3-1".parse::<Spans>(), Err(SpansError));
        assert_eq!("0-4 3-5".parse::<Spans>(), Err(SpansError));
    }

    proptest! {
        #[test]
        fn what_is_carried_is_there_to_the_letter(
            before in "[ab .é]{0,30}", after in "[ab .é]{0,40}", cuts in prop::collection::vec(0..40_usize, 0..6),
        ) {
            let mut cuts: Vec<usize> = cuts.into_iter().map(|at| before.floor_char_boundary(at.min(before.len()))).collect();
            cuts.sort_unstable();
            cuts.dedup();
            let spans = Spans::new(cuts.chunks_exact(2).map(|pair| pair[0]..pair[1]).collect()).unwrap();
            let carried = spans.carried(&before, &after);
            prop_assert!(carried.fit(&after));
            prop_assert!(Spans::new(carried.0.clone()).is_ok());
            let mut words: Vec<&str> = spans.0.iter().map(|span| &before[span.clone()]).collect();
            for span in &carried.0 {
                let at = words.iter().position(|words| *words == &after[span.clone()]);
                prop_assert!(at.is_some());
                words.remove(at.unwrap());
            }
            prop_assert_eq!(spans.carried(&before, &before).count(), spans.count());
            prop_assert_eq!(spans.to_string().parse::<Spans>(), Ok(spans));
        }
    }
}
