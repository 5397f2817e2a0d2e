//! The addresses of files that staff reads in, and how one is asked to be read.

use domain::id::ImportId;

use super::query::pairs;
use super::words::encode as percent;

/// What axum's router matches.
pub mod import_pattern {
    /// Files that were read in, those that wait, and where one is sent.
    pub const LIST: &str = "/congres/{slug}/redaction/imports";
    /// One file: looked at before it is read in, then what became of it.
    pub const ONE: &str = "/congres/{slug}/redaction/imports/{id}";
    /// Where a file that waits is let go of.
    pub const DROP: &str = "/congres/{slug}/redaction/imports/{id}/abandonner";
    /// What is told of its lines, as a table.
    pub const REPORT: &str = "/congres/{slug}/redaction/imports/{id}/rapport.csv";
}

/// One of these addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportRoute {
    /// Files that were read in, those that wait, and where one is sent.
    List,
    /// One file.
    One(ImportId),
    /// Where a file that waits is let go of.
    Drop(ImportId),
    /// What is told of its lines, as a table.
    Report(ImportId),
}

impl ImportRoute {
    pub(super) fn below(self) -> String {
        match self {
            Self::List => "/redaction/imports".to_owned(),
            Self::One(id) => format!("/redaction/imports/{id}"),
            Self::Drop(id) => format!("/redaction/imports/{id}/abandonner"),
            Self::Report(id) => format!("/redaction/imports/{id}/rapport.csv"),
        }
    }
}

/// The names of the fields that say how a file is read.
pub mod import_field {
    /// The sheet of a workbook.
    pub const SHEET: &str = "feuille";
    /// How the file was read when it was last looked at: what is imported is what was seen.
    pub const SEEN: &str = "vu";
    /// Before the name of one of our fields, to make the name of its select.
    pub const COLUMN: &str = "colonne-";
}

/// How somebody wants a file to be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportChoice {
    /// The sheet; empty for the first that holds something.
    pub sheet: String,
    /// Which column each of our fields stands in, from 0, by the field's name; None when nobody chose yet. Fields that
    /// aren't named stand nowhere.
    pub columns: Option<Vec<(String, usize)>>,
}

impl ImportChoice {
    /// What fields say, however they came; what can't be read says nothing.
    pub fn of(pairs: &[(String, String)]) -> Self {
        let mut choice = Self::default();
        for (name, value) in pairs {
            if name == import_field::SHEET {
                choice.sheet.clone_from(value);
            } else if let Some(field) = name.strip_prefix(import_field::COLUMN) {
                let columns = choice.columns.get_or_insert_default();
                columns.extend(value.parse().ok().map(|at| (field.to_owned(), at)));
            }
        }
        choice
    }

    /// What a query string says.
    pub fn asked(query: &str) -> Self {
        Self::of(&pairs(query).collect::<Vec<_>>())
    }

    /// The same as a query string, without « ? »: equal choices give the same.
    pub fn encode(&self) -> String {
        let sheet =
            (!self.sheet.is_empty()).then(|| format!("{}={}", import_field::SHEET, percent(&self.sheet)));
        let mut columns = self.columns.clone().unwrap_or_default();
        columns.sort();
        let columns =
            columns.iter().map(|(field, at)| format!("{}{}={at}", import_field::COLUMN, percent(field)));
        sheet.into_iter().chain(columns).collect::<Vec<_>>().join("&")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_read_as_it_is_written() {
        let said = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
            pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
        };
        assert_eq!(ImportChoice::of(&[]), ImportChoice::default());
        let pairs =
            said(&[("feuille", "L’été"), ("colonne-texte", "2"), ("colonne-auteur", ""), ("autre", "1")]);
        let choice = ImportChoice::of(&pairs);
        assert_eq!(choice.columns, Some(vec![("texte".to_owned(), 2)]));
        assert_eq!(choice.encode(), "feuille=L%E2%80%99%C3%A9t%C3%A9&colonne-texte=2");
        assert_eq!(ImportChoice::asked(&choice.encode()), choice);
    }
}
