//! Proposals as Decidim exports them: columns such as `title/fr`, `category/name/fr`, `participatory_space/id`, from its
//! `ProposalSerializer`, whose nested keys are joined by slashes.

use crate::Note;
use crate::columns::Field;
use crate::separator::Record;

/// Why a proposal was passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Passed {
    /// Its author took it back.
    Withdrawn,
    /// The organisers rejected it.
    Rejected,
}

/// The fields, and the keys that hold them, the best first.
const KEYS: [(Field, &[&str]); 7] = [
    (Field::Text, &["body"]),
    (Field::Title, &["title"]),
    (Field::Reference, &["reference", "id"]),
    (Field::Author, &["author/name", "authors_names"]),
    (Field::Territory, &["scope/name"]),
    (Field::Areas, &["category/name", "taxonomies/name"]),
    (Field::Date, &["published_at"]),
];

/// The columns of an export of proposals; none when the table is another's.
pub(crate) fn columns(names: &[String]) -> Vec<(Field, usize)> {
    if !is_export(names) {
        return Vec::new();
    }
    let found = KEYS
        .iter()
        .filter_map(|(field, keys)| keys.iter().find_map(|key| in_french(names, key)).map(|at| (*field, at)));
    found.collect()
}

fn is_export(names: &[String]) -> bool {
    let has = |key: &str| names.iter().any(|name| name.trim() == key);
    (has("participatory_space/id") || has("component/id")) && in_french(names, "body").is_some()
}

/// The column of a key: in French, without a language, in any language, translated by a machine; in that order.
fn in_french(names: &[String], key: &str) -> Option<usize> {
    let at = |wanted: &dyn Fn(&str) -> bool| {
        names.iter().position(|name| name.trim().strip_prefix(key).is_some_and(wanted))
    };
    let language = |rest: &str| {
        rest.strip_prefix('/').is_some_and(|code| {
            (2..=5).contains(&code.len()) && !code.contains('/') && code != "id" && code != "url"
        })
    };
    at(&|rest| rest == "/fr")
        .or_else(|| at(&|rest| rest.is_empty()))
        .or_else(|| at(&language))
        .or_else(|| at(&|rest| rest == "/machine_translations/fr"))
}

/// Takes proposals that nobody stands by out of an export, and counts them.
pub(crate) fn pass_over(names: &[String], records: &mut Vec<Record>) -> Vec<Note> {
    if !is_export(names) {
        return Vec::new();
    }
    let at = |key: &str| names.iter().position(|name| name.trim() == key);
    let (state, withdrawn) = (at("state"), at("withdrawn"));
    let (mut taken_back, mut rejected) = (0, 0);
    records.retain(|record| {
        let says = |at: Option<usize>, word: &str| {
            at.and_then(|at| record.cells.get(at)).is_some_and(|cell| cell.trim().eq_ignore_ascii_case(word))
        };
        let back = says(state, "withdrawn") || says(withdrawn, "true") || says(withdrawn, "VRAI");
        let refused = !back && says(state, "rejected");
        taken_back += usize::from(back);
        rejected += usize::from(refused);
        !back && !refused
    });
    [(Passed::Withdrawn, taken_back), (Passed::Rejected, rejected)]
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(why, count)| Note::PassedOver(why, count))
        .collect()
}
