//! What is asked of the ledger, as a query string and back.

use domain::disposition::LedgerPlace;
use domain::reading::{DispositionsQuery, PlaceFilter};

use super::query::{field, page_number, pairs, place_code, place_of, written};

/// The names of its fields, besides those of the corpus.
pub mod disposition_field {
    /// What the ledger is counted by.
    pub const BY: &str = "par";
    /// What became of the verbatims asked for.
    pub const KIND: &str = "suite";
}

/// The query string, « ? » included; empty when nothing is asked.
pub(super) fn encode(query: &DispositionsQuery) -> String {
    let start = DispositionsQuery::default();
    written(&[
        (disposition_field::BY, (query.by != start.by).then(|| query.by.code().to_owned())),
        (field::PLACE, query.place.map(ledger_place_code)),
        (disposition_field::KIND, query.kind.map(|kind| kind.code().to_owned())),
        (field::PAGE, (query.page > 1).then(|| query.page.to_string())),
    ])
}

/// What a query string asks; what can't be read asks nothing.
pub fn dispositions_query(text: &str) -> DispositionsQuery {
    read(pairs(text), page_number(text))
}

/// What the hidden fields of a form ask.
pub fn dispositions_fields(fields: &[(String, String)]) -> DispositionsQuery {
    let page = fields.iter().find(|(name, _)| name == field::PAGE);
    read(fields.to_vec(), page.and_then(|(_, page)| page.parse().ok()).unwrap_or(1))
}

fn read(pairs: impl IntoIterator<Item = (String, String)>, page: u32) -> DispositionsQuery {
    let mut query = DispositionsQuery { page: page.max(1), ..DispositionsQuery::default() };
    for (name, value) in pairs {
        match name.as_str() {
            disposition_field::BY => query.by = value.parse().unwrap_or(query.by),
            field::PLACE => query.place = place_of(&value).and_then(ledger_place),
            disposition_field::KIND => query.kind = value.parse().ok(),
            _ => {}
        }
    }
    query
}

/// The code of a place, as everywhere in addresses.
pub fn ledger_place_code(place: LedgerPlace) -> String {
    place_code(match place {
        LedgerPlace::Theme(rank) => PlaceFilter::Theme(rank),
        LedgerPlace::Weak => PlaceFilter::Weak,
        LedgerPlace::Unplaced => PlaceFilter::Unplaced,
    })
}

const fn ledger_place(place: PlaceFilter) -> Option<LedgerPlace> {
    match place {
        PlaceFilter::Theme(rank) => Some(LedgerPlace::Theme(rank)),
        PlaceFilter::Weak => Some(LedgerPlace::Weak),
        PlaceFilter::Unplaced => Some(LedgerPlace::Unplaced),
        PlaceFilter::Unread | PlaceFilter::Withheld => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::disposition::{DispositionKind, LedgerBy};

    #[test]
    fn a_query_is_read_as_it_is_written() {
        for place in [None, Some(LedgerPlace::Theme(3)), Some(LedgerPlace::Weak), Some(LedgerPlace::Unplaced)]
        {
            let query = DispositionsQuery {
                by: LedgerBy::College,
                place,
                kind: Some(DispositionKind::Pending),
                page: 2,
            };
            assert_eq!(dispositions_query(encode(&query).trim_start_matches('?')), query);
        }
        assert_eq!(encode(&DispositionsQuery::default()), "");
        assert_eq!(dispositions_query("par=x&place=y&suite=z&page=0"), DispositionsQuery::default());
    }
}
