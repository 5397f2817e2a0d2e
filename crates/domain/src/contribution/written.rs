//! What the online form takes.

use serde::{Deserialize, Serialize};
use std::str::FromStr;

use crate::words::{Body, as_on_paper, characters, has_control};

/// A text written on line: [`Written::MIN`] to [`Written::MAX`] characters, counted as people count (grapheme clusters:
/// « é » is one, and so is a family of emoji) once the white space around it is gone; its lines end as on paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Written(Body);

/// Why a text can't be a [`Written`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WrittenError {
    /// Nothing but white space.
    #[error("the text is empty")]
    Empty,
    /// Fewer than [`Written::MIN`] characters; holds how many there are.
    #[error("the text has {0} characters, fewer than {min}", min = Written::MIN)]
    TooShort(usize),
    /// More than [`Written::MAX`] characters; holds how many there are.
    #[error("the text has {0} characters, more than {max}", max = Written::MAX)]
    TooLong(usize),
    /// A NUL or another control character, which no keyboard types.
    #[error("the text holds a control character")]
    Control,
}

impl Written {
    /// The shortest, in characters.
    pub const MIN: usize = 20;
    /// The longest, in characters.
    pub const MAX: usize = 4_000;

    /// The words.
    pub fn body(&self) -> &Body {
        &self.0
    }

    /// How many characters people count in a text as it is being typed.
    pub fn count(text: &str) -> usize {
        characters(&as_on_paper(text))
    }
}

impl FromStr for Written {
    type Err = WrittenError;

    fn from_str(text: &str) -> Result<Self, WrittenError> {
        let text = as_on_paper(text);
        if has_control(&text) {
            return Err(WrittenError::Control);
        }
        match characters(&text) {
            0 => Err(WrittenError::Empty),
            few if few < Self::MIN => Err(WrittenError::TooShort(few)),
            many if many > Self::MAX => Err(WrittenError::TooLong(many)),
            // A character of many code points: more than a body holds is more than anybody reads.
            count => Body::try_from(text).map(Self).map_err(|_| WrittenError::TooLong(count)),
        }
    }
}

impl TryFrom<String> for Written {
    type Error = WrittenError;

    fn try_from(text: String) -> Result<Self, WrittenError> {
        text.parse()
    }
}

impl From<Written> for String {
    fn from(written: Written) -> Self {
        written.0.into()
    }
}

impl From<Written> for Body {
    fn from(written: Written) -> Self {
        written.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn characters_are_counted_as_people_count() {
        // One woman with a laptop, one flag, one « é » in two code points.
        assert_eq!(Written::count(" 👩🏽‍💻🇫🇷e\u{301} "), 3);
        assert_eq!(Written::count("a\r\r\nb"), 4, "two ends of line, whoever wrote the first");
        assert_eq!("👩🏽‍💻".repeat(20).parse::<Written>().map(|w| w.body().as_str().len()), Ok(15 * 20));
        assert_eq!("👩🏽‍💻".repeat(19).parse::<Written>(), Err(WrittenError::TooShort(19)));
        assert_eq!("a\r\nb".repeat(10).parse::<Written>().map(String::from), Ok("a\nb".repeat(10)));
    }

    #[test]
    fn what_no_keyboard_types_is_refused() {
        for bad in ["\0", "\u{1b}[2J", "\u{7f}"] {
            assert_eq!(
                format!("La fibre s’arrête au pont.{bad}.").parse::<Written>(),
                Err(WrittenError::Control)
            );
        }
        for blank in ["", " \n\u{a0}"] {
            assert_eq!(blank.parse::<Written>(), Err(WrittenError::Empty));
        }
        assert!("مرحبا بكم في بلديتنا الصغيرة جدا".parse::<Written>().is_ok(), "right to left");
        // A « character » of which each has 400 marks: 4,000 of them don't fit a body.
        let tower = format!("a{}", "\u{301}".repeat(400)).repeat(300);
        assert_eq!(tower.parse::<Written>(), Err(WrittenError::TooLong(300)));
    }

    proptest! {
        #[test]
        fn a_text_is_taken_exactly_within_the_bounds(n in 0_usize..60, beyond in 3_990_usize..4_010) {
            prop_assert_eq!("é".repeat(n).parse::<Written>().is_ok(), n >= Written::MIN);
            prop_assert_eq!("é".repeat(beyond).parse::<Written>().is_ok(), beyond <= Written::MAX);
        }

        #[test]
        fn what_is_taken_is_taken_again_as_it_is(text in "[\\PC\r\n\t]{20,80}") {
            if let Ok(written) = text.parse::<Written>() {
                let again = String::from(written.clone()).parse::<Written>();
                prop_assert_eq!(again.as_ref(), Ok(&written));
                prop_assert_eq!(Written::count(&text), Written::count(written.body().as_str()));
            }
        }
    }
}
