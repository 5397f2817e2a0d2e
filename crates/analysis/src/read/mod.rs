//! Texts to terms: language, words, stop words, stems, and the forms people write.
//!
//! **Invariant:** a stem is a key and is never shown. It is the same with or without accents, in capitals or not:
//! « numérique », « numeriques » and « NUMÉRIQUES » share one. [`Forms`] gives the words to show.

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
    tokens(text)
        .into_iter()
        .filter(Token::is_meaningful)
        .map(|token| Term { stem: stemmer.stem(&token.folded), token })
        .collect()
}
