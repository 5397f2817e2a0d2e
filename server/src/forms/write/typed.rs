//! What was typed in the form, whatever the browser sent.

use app::pages::writing::form::name;
use app::routes::field;
use domain::contribution::{ContributionNumber, Draft, Target};
use domain::id::MemberId;
use domain::member::Display;
use domain::time::Timestamp;

use crate::access::Key;
use crate::forms::fields::value;

pub use crate::forms::fields::Fields;

/// The form as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// What stands in the fields.
    pub draft: Draft,
    /// What makes this text the same when it is sent twice; None when the browser sent none that can be one.
    pub key: Option<String>,
    /// When the page was first opened, as the browser says: it only helps within the grace after closing.
    pub begun: Option<Timestamp>,
    /// The version that is changed.
    pub version: u32,
    /// What it completes.
    pub complement: Option<ContributionNumber>,
    /// What it is to become, where a draft is kept or thrown away.
    pub target: Target,
    /// The member for whom staff writes.
    pub on_behalf: Option<String>,
    /// Whoever the page was made for, by id.
    pub author: Option<String>,
    /// The author was told what was found, and sends it as it is.
    pub warned: bool,
    /// What to do with a draft.
    pub gesture: String,
    /// A contribution to support, or to support no more, while the draft is kept.
    pub supporting: Option<(ContributionNumber, bool)>,
    /// A contribution to support, of which the draft becomes a complement.
    pub completing: Option<ContributionNumber>,
}

impl Typed {
    /// Reads the fields. What can't be one of ours is as if it weren't there.
    pub fn read(fields: &Fields, display: Display) -> Self {
        let value = |asked: &str| value(fields, asked);
        let parsed = |asked: &str| value(asked).unwrap_or_default();
        let areas =
            fields.iter().filter(|(asked, _)| asked == name::AREA).filter_map(|(_, rank)| rank.parse().ok());
        let complement = parsed(field::COMPLEMENT).parse().ok();
        let asked = parsed(name::TARGET).parse().unwrap_or(Target::New);
        let give = parsed(name::SUPPORT).parse().ok().map(|number| (number, true));
        let take_back = parsed(name::UNSUPPORT).parse().ok().map(|number| (number, false));
        Self {
            draft: Draft {
                // No column of text holds a NUL.
                body: parsed(name::WORDS).replace('\0', "\u{fffd}"),
                kind: parsed(name::KIND).parse().ok(),
                areas: areas.collect(),
                display: parsed(name::DISPLAY).parse().unwrap_or(display),
            },
            key: value(name::KEY).filter(|key| Key::reads(key)).map(str::to_owned),
            begun: parsed(name::BEGUN).parse().ok().map(Timestamp::from_micros),
            version: parsed(name::VERSION).parse().unwrap_or_default(),
            complement,
            target: complement.map_or(asked, Target::Complement),
            on_behalf: value(field::FOR).filter(|id| !id.is_empty()).map(str::to_owned),
            author: value(name::AUTHOR).map(str::to_owned),
            warned: parsed(name::WARNED) == app::text::form::YES,
            gesture: parsed(name::GESTURE).to_owned(),
            supporting: give.or(take_back),
            completing: parsed(name::COMPLETE).parse().ok(),
        }
    }

    /// The member for whom staff writes, if the text names one.
    pub fn member(&self) -> Option<Option<MemberId>> {
        self.on_behalf.as_ref().map(|id| id.parse().ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::contribution::Kind;
    use proptest::prelude::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn what_was_typed_is_read_and_nothing_else_is_believed() {
        let key = "0123456789abcdef".repeat(2);
        let typed = Typed::read(
            &fields(&[
                ("texte", "La fibre\0 s’arrête."),
                ("type", "idee"),
                ("enjeu", "2"),
                ("enjeu", "x"),
                ("affichage", "rien"),
                ("cle", &key),
                ("role", "administration"),
                ("complement", "c118"),
            ]),
            Display::NameAndMandate,
        );
        assert_eq!(typed.draft.body, "La fibre\u{fffd} s’arrête.");
        assert_eq!((typed.draft.kind, typed.draft.areas), (Some(Kind::Idea), vec![2]));
        assert_eq!(typed.draft.display, Display::Nothing);
        assert_eq!(typed.key.as_deref(), Some(key.as_str()));
        assert_eq!(typed.target, Target::Complement(ContributionNumber::new(118)));
    }

    proptest! {
        #[test]
        fn nothing_posted_breaks_the_reading(pairs in prop::collection::vec(("\\PC{0,12}", "\\PC{0,20}"), 0..8)) {
            let typed = Typed::read(&pairs, Display::MandateOnly);
            prop_assert!(typed.key.is_none_or(|key| key.len() == 32));
        }
    }
}
