//! Texts to terms: language, words, stop words, stems, and the forms people write.
//!
//! **Invariant:** a stem is a key and is never shown. It is the same with or without accents, in capitals or not:
//! « numérique », « numeriques » and « NUMÉRIQUES » share one. [`Forms`] gives the words to show.

mod acronyms;
mod fold;
mod forms;
mod language;
pub(crate) mod pairs;
mod search;
mod stems;
mod stop_words;
mod tokens;

pub use forms::Forms;
pub use language::{Language, language};
pub use search::{highlights, index_terms, query_stems};

pub(crate) use acronyms::{spelled, stands_for};
pub(crate) use fold::{fold, plain};
pub(crate) use forms::{capitalise, uncapitalise};
pub(crate) use stems::Stemmer;
pub(crate) use tokens::{Token, tokens};

/// A word that means something, with its stem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term<'a> {
    pub token: Token<'a>,
    pub stem: String,
}

/// The words of a text that mean something: neither stop words, nor single signs.
pub(crate) fn terms<'a>(text: &'a str, stemmer: &mut Stemmer) -> Vec<Term<'a>> {
    let tokens = tokens(text);
    let called = called(text, &tokens);
    tokens
        .into_iter()
        .zip(called)
        .filter(|(token, called)| !called && token.is_meaningful())
        .map(|(token, _)| token)
        .map(|token| Term { stem: stemmer.stem(&token.folded), token })
        .collect()
}

/// Whether each word is the name of someone called to, as in « @Jeanne Martin »: it says who answers whom, not of what.
fn called(text: &str, tokens: &[Token<'_>]) -> Vec<bool> {
    let mut called = false;
    let mut last = 0;
    let each = tokens.iter().map(|token| {
        let gap = &text[last..token.start];
        let goes_on = called && gap == " " && token.word.starts_with(char::is_uppercase);
        // « nom@commune.fr » calls nobody.
        called = goes_on || gap == "@" && last == 0 || gap.len() > 1 && gap.ends_with('@');
        last = token.span.end;
        called
    });
    each.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_who_are_called_to_say_nothing() {
        let words = |text| -> Vec<String> {
            terms(text, &mut Stemmer::new()).iter().map(|term| term.token.word.to_owned()).collect()
        };
        assert_eq!(words("@Jeanne Martin la fibre optique"), ["fibre", "optique"]);
        assert_eq!(words("Merci (@Martin), la Fibre"), ["Fibre"]);
    }
}
