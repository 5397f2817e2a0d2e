//! What staff asks of the list of members, as a query string and back.

use domain::reading::MembersQuery;

use super::query::{field, page_number, pairs, written};
use super::words::encode as percent;

/// The names of the form's fields, besides those of the corpus.
pub mod member_field {
    /// A role.
    pub const ROLE: &str = "role";
    /// How far a person has come.
    pub const STANDING: &str = "ou";
    /// Whether the territory spoke.
    pub const VOICE: &str = "collectivite";
    /// A person, by id; may come many times.
    pub const MEMBER: &str = "membre";
}

/// The query string, « ? » included; empty when nothing is asked.
pub fn encode(query: &MembersQuery) -> String {
    written(&[
        (field::WORDS, Some(percent(&query.words)).filter(|words| !words.is_empty())),
        (field::COLLEGE, query.college.map(|it| it.code().to_owned())),
        (member_field::ROLE, query.role.map(|it| it.code().to_owned())),
        (member_field::STANDING, query.standing.map(|it| it.code().to_owned())),
        (member_field::VOICE, query.voice.map(|it| it.code().to_owned())),
        (field::PAGE, (query.page > 1).then(|| query.page.to_string())),
    ])
}

/// What a query string asks; what can't be read asks nothing. Words are as typed.
pub fn members_query(text: &str) -> MembersQuery {
    let mut query = MembersQuery { page: page_number(text), ..MembersQuery::default() };
    for (name, value) in pairs(text) {
        match name.as_str() {
            field::WORDS => query.words = value.trim().to_owned(),
            field::COLLEGE => query.college = value.parse().ok(),
            member_field::ROLE => query.role = value.parse().ok(),
            member_field::STANDING => query.standing = value.parse().ok(),
            member_field::VOICE => query.voice = value.parse().ok(),
            _ => {}
        }
    }
    query
}

/// Every value of a field of a query string.
pub fn values(text: &str, of: &str) -> Vec<String> {
    pairs(text).filter(|(name, _)| name == of).map(|(_, value)| value).collect()
}
