//! Sentences longer than a verbatim may be.

use super::{Sentence, trim, word_count};

/// `sentence` itself, or its parts cut after semicolons and colons, then commas, when it has more than `most` words.
/// A sentence without any of them stays whole: a quotation is never cut between two plain words.
pub(super) fn cut(text: &str, sentence: Sentence, most: usize) -> Vec<Sentence> {
    if sentence.words <= most {
        return vec![sentence];
    }
    let halves = parts(text, &sentence, &[';', ':'], most);
    halves
        .into_iter()
        .flat_map(|part| if part.words > most { parts(text, &part, &[',', '–'], most) } else { vec![part] })
        .collect()
}

/// Greedy: as many pieces as fit under half of `most`, which leaves room for none too short.
fn parts(text: &str, sentence: &Sentence, signs: &[char], most: usize) -> Vec<Sentence> {
    let span = sentence.span.clone();
    let mut found: Vec<Sentence> = Vec::new();
    let mut start = span.start;
    let mut piece_start = span.start;
    let mut words = 0;
    for (at, sign) in text[span.clone()].match_indices(signs) {
        let end = span.start + at + sign.len();
        // « 3,5 », « 10:30 » and addresses have no space after the sign.
        if !text[end..span.end].starts_with(char::is_whitespace) {
            continue;
        }
        words += word_count(&text[piece_start..end]);
        piece_start = end;
        if words >= most / 2 {
            found.extend(part(text, start..end, sentence.opens && found.is_empty()));
            (start, words) = (end, 0);
        }
    }
    found.extend(part(text, start..span.end, sentence.opens && found.is_empty()));
    found
}

fn part(text: &str, span: std::ops::Range<usize>, opens: bool) -> Option<Sentence> {
    let span = trim(text, span)?;
    let words = word_count(&text[span.clone()]);
    Some(Sentence { span, opens, words })
}
