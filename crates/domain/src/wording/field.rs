//! Figures that a text holds by name, so that they are true whenever it is read.

use crate::coded;
use crate::reading::Figures;

coded! {
    /// A figure of the congress.
    pub enum Field {
        /// Contributions received.
        Contributions = "contributions",
        /// People and tables that signed.
        Signatories = "signataires",
        /// Départements that they come from.
        Departements = "departements",
        /// Verbatims of the analysis.
        Verbatims = "verbatims",
        /// Weak signals among them.
        Weak = "signaux-faibles",
        /// Those that couldn't be compared.
        Unplaced = "non-rapproches",
    }
}

impl Field {
    /// How many there are.
    pub fn of(self, figures: &Figures) -> u32 {
        match self {
            Self::Contributions => figures.contributions,
            Self::Signatories => figures.signatories,
            Self::Departements => figures.departements,
            Self::Verbatims => figures.verbatims,
            Self::Weak => figures.weak,
            Self::Unplaced => figures.unplaced,
        }
    }
}

/// The text with what `said` says in the place of each field: « {contributions} » becomes « 492 contributions ». What isn't one
/// stays.
pub fn fill(text: &str, said: impl Fn(Field) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['{', '\\']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let field = rest.strip_prefix('{').and_then(|after| after.split_once('}'));
        let known = field.and_then(|(name, after)| name.parse::<Field>().ok().map(|field| (field, after)));
        rest = match known {
            Some((field, after)) => {
                out.push_str(&said(field));
                after
            }
            None => {
                // What a backslash stands before is no mark.
                let kept = rest.chars().take(if rest.starts_with('\\') { 2 } else { 1 });
                let kept: usize = kept.map(char::len_utf8).sum();
                out.push_str(&rest[..kept]);
                &rest[kept..]
            }
        };
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn fields_are_filled_in_and_nothing_else() {
        let said = |field: Field| format!("<{}>", field.code());
        assert_eq!(fill("De {contributions} à {verbatims}.", said), "De <contributions> à <verbatims>.");
        assert_eq!(fill("\\{contributions} {maires} {", said), "\\{contributions} {maires} {");
    }

    proptest! {
        #[test]
        fn a_text_without_fields_stays(text in "[^{]{0,40}") {
            prop_assert_eq!(fill(&text, |_| String::new()), text);
        }
    }
}
