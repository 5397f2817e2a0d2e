//! What a text may hold that is better not published: somebody's address or number, a person who is named, an insult.
//!
//! Found by rules that are precise before they are complete: what is found is shown to the author and to staff, who decide.
//! It never stops a text.

mod email;
mod insult;
mod names;
mod person;
mod telephone;
mod tokens;

use serde::{Deserialize, Serialize};
use std::ops::Range;

use crate::coded;

coded! {
    /// What was found.
    pub enum FlagKind {
        /// An e-mail address.
        Email = "courriel",
        /// A telephone number.
        Telephone = "telephone",
        /// A person who is named, and isn't the author.
        Person = "personne",
        /// An insult.
        Insult = "insulte",
    }
}

/// Something found in a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flag {
    /// What it is.
    pub kind: FlagKind,
    /// Its bytes, which cut the text between characters.
    pub span: Range<usize>,
}

/// What a text holds, in its order, no two overlapping. `author`: whose own name is no third party's.
pub fn flags(text: &str, author: Option<&str>) -> Vec<Flag> {
    let words = tokens::words(text);
    let found = [
        (FlagKind::Email, email::find(text)),
        (FlagKind::Telephone, telephone::find(text)),
        (FlagKind::Person, person::find(text, &words, author)),
        (FlagKind::Insult, insult::find(&words)),
    ];
    let mut flags: Vec<Flag> = found
        .into_iter()
        .flat_map(|(kind, spans)| spans.into_iter().map(move |span| Flag { kind, span }))
        .collect();
    flags.sort_by_key(|flag| (flag.span.start, flag.kind));
    let mut end = 0;
    flags.retain(|flag| {
        let apart = flag.span.start >= end;
        if apart {
            end = flag.span.end;
        }
        apart
    });
    flags
}

#[cfg(test)]
mod tests;
