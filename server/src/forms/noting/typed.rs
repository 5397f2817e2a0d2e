//! What was typed, whatever the browser sent.

use app::pages::workshops::noting::{Typed, name};
use domain::contribution::ContributionNumber;

use crate::access::Key;
use crate::forms::fields::value;

pub use crate::forms::fields::Fields;

/// The form as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// What stands in the fields.
    pub typed: Typed,
    /// What makes this line the same when it is sent twice; None when the browser sent none that can be one.
    pub key: Option<String>,
    /// Who speaks, chosen among several.
    pub chosen: Option<String>,
    /// What is done.
    pub gesture: Gesture,
}

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// A line is noted.
    Note,
    /// A line is corrected: which, and the version that was shown.
    Correct(ContributionNumber, u32),
    /// A line is removed.
    Remove(ContributionNumber),
}

impl Input {
    /// Reads the fields. What can't be one of ours is as if it weren't there.
    pub fn read(fields: &Fields) -> Self {
        let value = |asked: &str| value(fields, asked);
        // No column of text holds a NUL.
        let whole = |asked: &str| value(asked).unwrap_or_default().replace('\0', "\u{fffd}");
        let said = |asked: &str, most: usize| whole(asked).trim().chars().take(most).collect::<String>();
        let number = value(name::NUMBER).and_then(|number| number.parse().ok());
        let version: u32 = value(name::VERSION).and_then(|version| version.parse().ok()).unwrap_or_default();
        let gesture = match (number, value(name::GESTURE)) {
            (Some(number), Some(name::REMOVE)) => Gesture::Remove(number),
            // Enter in the field of a line that is corrected: no button is pressed.
            (Some(number), _) => Gesture::Correct(number, version),
            (None, _) => Gesture::Note,
        };
        let typed = Typed {
            words: whole(name::WORDS),
            kind: value(name::KIND).and_then(|kind| kind.parse().ok()),
            speaker: said(name::SPEAKER, 200),
            paper: said(name::PAPER, 40),
            correcting: match gesture {
                Gesture::Correct(number, version) => Some((number, version)),
                _ => None,
            },
        };
        let key = value(name::KEY).filter(|key| Key::reads(key)).map(str::to_owned);
        let chosen = value(name::CHOSEN).filter(|id| !id.is_empty()).map(str::to_owned);
        Self { typed, key, chosen, gesture }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_was_typed_is_read_and_nothing_else_is_believed() {
        let read = |pairs: &[(&str, &str)]| {
            Input::read(
                &pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
            )
        };
        let key = "0123456789abcdef".repeat(2);
        let input = read(&[("texte", "La\0 fibre"), ("type", "idee"), ("cle", &key), ("qui", " Soazig ")]);
        assert_eq!(
            (input.typed.words.as_str(), input.typed.speaker.as_str()),
            ("La\u{fffd} fibre", "Soazig")
        );
        assert_eq!((input.key, input.gesture), (Some(key), Gesture::Note));
        let of = ContributionNumber::new(12);
        assert_eq!(read(&[("numero", "C-0012"), ("version", "2")]).gesture, Gesture::Correct(of, 2));
        assert_eq!(read(&[("numero", "12"), ("geste", "retirer")]).gesture, Gesture::Remove(of));
        assert_eq!(read(&[("geste", "retirer"), ("cle", "x")]).key, None);
    }

    proptest! {
        #[test]
        fn nothing_posted_breaks_the_reading(pairs in prop::collection::vec(("\\PC{0,12}", "\\PC{0,20}"), 0..8)) {
            prop_assert!(Input::read(&pairs).key.is_none_or(|key| key.len() == 32));
        }
    }
}
