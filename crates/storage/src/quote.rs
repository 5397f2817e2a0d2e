//! Verbatims as quotes: the exact words, who and where.

use domain::contribution::ContributionNumber;
use domain::reading::{Quote, QuotePage};
use sqlx_macros::FromRow;
use std::ops::Range;
use uuid::Uuid;

use crate::cell::At;
use crate::contribution::signature::SignatureRow;
use crate::error::Result;
use crate::place::PlaceRow;

/// The text that the verbatim called `v` was cut from, as it is shown now.
macro_rules! words_of {
    () => {
        "CASE WHEN v.version = c.version THEN c.body ELSE
             (SELECT w.shown FROM contribution_version w
              WHERE w.contribution_id = c.id AND w.version = v.version) END"
    };
}
pub(crate) use words_of;

/// Columns of [`QuoteRow`]; the span is that of the table with the given alias.
macro_rules! quote_columns {
    ($span:literal) => {
        concat!(
            "v.id AS verbatim_id, c.number, p.ordinal, ",
            $span,
            ".start_byte, ",
            $span,
            ".end_byte, ",
            $crate::quote::words_of!(),
            " AS body, CASE WHEN v.version = c.version THEN 0 ELSE 1 END AS earlier, ",
            $crate::contribution::signature::signature_columns!(),
            ", p.kind, p.kind_suggested, p.place, p.theme_rank, p.reason,
             t.label AS theme_label, t.hue AS theme_hue"
        )
    };
}
pub(crate) use quote_columns;

/// The tables of a quote.
macro_rules! quote_tables {
    () => {
        " placement p
          JOIN verbatim v ON v.id = p.verbatim_id
          JOIN contribution c ON c.id = v.contribution_id
          LEFT JOIN theme t ON t.analysis_id = p.analysis_id AND t.rank = p.theme_rank "
    };
}
pub(crate) use quote_tables;

/// Where a verbatim was cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// Bytes of the version that it was cut from.
    pub span: Range<usize>,
    /// Characters of that version before it.
    pub before: u32,
    /// Whether that version isn't the one shown any more.
    pub earlier: bool,
}

#[derive(FromRow)]
pub(crate) struct QuoteRow {
    verbatim_id: Uuid,
    number: i64,
    ordinal: i64,
    start_byte: i64,
    end_byte: i64,
    body: String,
    earlier: i32,
    #[sqlx(flatten)]
    signature: SignatureRow,
    kind: String,
    kind_suggested: bool,
    #[sqlx(flatten)]
    place: PlaceRow,
}

impl QuoteRow {
    /// Which verbatim is quoted.
    pub(crate) fn verbatim(&self) -> Uuid {
        self.verbatim_id
    }

    pub(crate) fn parse(self) -> Result<Quote> {
        self.parse_spanned().map(|(_, quote)| quote)
    }

    /// The quote, with where it was cut.
    pub(crate) fn parse_spanned(self) -> Result<(Cut, Quote)> {
        let at = At::new("verbatim", &self.verbatim_id);
        let placed = At::new("placement", &self.verbatim_id);
        let signed = format!("C-{:04} ({})", self.number, self.verbatim_id);
        let signed = At::new("contribution", &signed);
        let span = at.span(&self.body, self.start_byte, self.end_byte)?;
        let reported = self.signature.reported;
        let (state, signature) = self.signature.parse(signed)?;
        let quote = Quote {
            verbatim: self.verbatim_id.into(),
            number: ContributionNumber::new(signed.number("number", self.number)?),
            ordinal: placed.number("ordinal", self.ordinal)?,
            state,
            cut_before: has_words(&self.body[..span.start]),
            cut_after: has_words(&self.body[span.end..]),
            text: self.body[span.clone()].to_owned(),
            reported,
            signature,
            kind: placed.parse("kind", &self.kind)?,
            kind_suggested: self.kind_suggested,
            place: self.place.parse_some(placed)?,
        };
        let before = self.body[..span.start].chars().count();
        let cut = Cut { before: u32::try_from(before).unwrap_or(u32::MAX), earlier: self.earlier == 1, span };
        Ok((cut, quote))
    }
}

/// Whether a text holds more than white space and punctuation.
pub(crate) fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// Which page is shown, and how many there are: never beyond the last, at least one.
pub(crate) fn page_of(asked: u32, total: u32, size: u32) -> (u32, u32) {
    let pages = total.div_ceil(size).max(1);
    (asked.clamp(1, pages), pages)
}

/// The first row of a page.
pub(crate) fn offset(page: u32, size: u32) -> i64 {
    i64::from(page.saturating_sub(1)) * i64::from(size)
}

/// One page of quotes out of `total`.
pub(crate) fn quote_page(asked: u32, total: u32, rows: Vec<QuoteRow>) -> Result<QuotePage> {
    let (page, pages) = page_of(asked, total, QuotePage::SIZE);
    let quotes = rows.into_iter().map(QuoteRow::parse).collect::<Result<_>>()?;
    Ok(QuotePage { total, page, pages, quotes })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_never_beyond_the_last() {
        assert_eq!(page_of(0, 0, 20), (1, 1));
        assert_eq!(page_of(3, 40, 20), (2, 2));
        assert_eq!(page_of(3, 41, 20), (3, 3));
        assert_eq!(page_of(u32::MAX, 41, 20), (3, 3));
        assert_eq!(offset(3, 20), 40);
    }

    #[test]
    fn white_space_and_stops_are_no_cut() {
        assert!(!has_words(" \n« … »."));
        assert!(has_words(" et ensuite"));
    }
}
