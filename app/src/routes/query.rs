//! What is asked of the corpus, as a query string and back.

use domain::reading::{CorpusQuery, PlaceFilter};

use super::words::{decode, encode as percent};
use crate::map::query::MapQuery;

/// The names of the query's fields: those of the search form.
pub mod field {
    /// The words.
    pub const WORDS: &str = "q";
    /// The kind's code.
    pub const KIND: &str = "type";
    /// The main place's code.
    pub const PLACE: &str = "place";
    /// The département's COG code; « sans » for those without one.
    pub const DEPARTEMENT: &str = "dep";
    /// The college's code.
    pub const COLLEGE: &str = "college";
    /// The enjeu's rank in the congress' list; « sans » for verbatims without one.
    pub const AREA: &str = "enjeu";
    /// All but the page: those of the map's form.
    pub const ASKED: [&str; 6] = [WORDS, KIND, PLACE, DEPARTEMENT, COLLEGE, AREA];
    /// The page, from 1.
    pub const PAGE: &str = "page";
    /// What a text being written completes.
    pub const COMPLEMENT: &str = "complement";
    /// Where one is: a theme's rank in the tree, a verbatim's key on the map.
    pub const HERE: &str = "ici";
    /// The member for whom staff writes, by id.
    pub const FOR: &str = "pour";
    /// The form as nobody has filled it in, which the device keeps: `public/service-worker.js` asks for it.
    pub const BLANK: &str = "vierge";
}

/// The code of « without a département » or an enjeu: an empty field means that nothing is asked.
const NONE: &str = "sans";
const THEME: &str = "theme-";
const WEAK: &str = "signal-faible";
const UNPLACED: &str = "non-rapproche";
const UNREAD: &str = "non-lu";
const WITHHELD: &str = "non-montre";

/// A place's code in addresses: « theme-3 », « signal-faible », « non-rapproche », « non-lu », « non-montre ».
pub fn place_code(place: PlaceFilter) -> String {
    match place {
        PlaceFilter::Theme(rank) => format!("{THEME}{rank}"),
        PlaceFilter::Weak => WEAK.to_owned(),
        PlaceFilter::Unplaced => UNPLACED.to_owned(),
        PlaceFilter::Unread => UNREAD.to_owned(),
        PlaceFilter::Withheld => WITHHELD.to_owned(),
    }
}

/// The place that a code means, if it means one.
pub fn place_of(code: &str) -> Option<PlaceFilter> {
    match code {
        WEAK => Some(PlaceFilter::Weak),
        UNPLACED => Some(PlaceFilter::Unplaced),
        UNREAD => Some(PlaceFilter::Unread),
        WITHHELD => Some(PlaceFilter::Withheld),
        _ => code.strip_prefix(THEME)?.parse().ok().map(PlaceFilter::Theme),
    }
}

/// The département's code in addresses.
pub fn departement_code(code: &str) -> &str {
    if code.is_empty() { NONE } else { code }
}

/// The enjeu's code in addresses.
pub fn area_code(rank: u32) -> String {
    if rank == 0 { NONE.to_owned() } else { rank.to_string() }
}

/// The query string, « ? » included; empty when nothing is asked. The first page isn't said.
pub fn encode(query: &CorpusQuery) -> String {
    written(&fields(query))
}

/// The same of a question to the map.
pub fn encode_map(query: &MapQuery) -> String {
    let mut fields = fields(&query.corpus);
    fields.push((field::AREA, query.area.map(area_code)));
    written(&fields)
}

pub(super) type Field = (&'static str, Option<String>);

fn fields(query: &CorpusQuery) -> Vec<Field> {
    vec![
        (field::WORDS, Some(percent(&query.words)).filter(|words| !words.is_empty())),
        (field::KIND, query.kind.map(|kind| kind.code().to_owned())),
        (field::PLACE, query.place.map(place_code)),
        (field::DEPARTEMENT, query.departement.as_deref().map(|code| percent(departement_code(code)))),
        (field::COLLEGE, query.college.map(|college| college.code().to_owned())),
        (field::PAGE, (query.page > 1).then(|| query.page.to_string())),
    ]
}

pub(super) fn written(fields: &[Field]) -> String {
    let said: Vec<String> =
        fields.iter().filter_map(|(name, value)| Some(format!("{name}={}", value.as_ref()?))).collect();
    if said.is_empty() { String::new() } else { format!("?{}", said.join("&")) }
}

/// What a query string asks (without « ? »). What isn't understood isn't asked: an old link still answers.
pub fn corpus_query(text: &str) -> CorpusQuery {
    let mut query = CorpusQuery { page: 1, ..CorpusQuery::default() };
    for (name, value) in pairs(text) {
        match name.as_str() {
            field::WORDS => query.words = value.trim().to_owned(),
            field::KIND => query.kind = value.parse().ok(),
            field::PLACE => query.place = place_of(&value),
            field::DEPARTEMENT => query.departement = departement_of(&value),
            field::COLLEGE => query.college = value.parse().ok(),
            field::PAGE => query.page = page_of(&value),
            _ => {}
        }
    }
    query
}

/// What a query string asks of the map.
pub fn map_query(text: &str) -> MapQuery {
    let area =
        pairs(text).find(|(name, _)| name == field::AREA).and_then(|(_, value)| match value.as_str() {
            NONE => Some(0),
            rank => rank.parse().ok().filter(|rank| *rank > 0),
        });
    MapQuery { corpus: corpus_query(text), area }
}

/// The page asked by a query string, from 1.
pub fn page_number(text: &str) -> u32 {
    pairs(text).find(|(name, _)| name == field::PAGE).map_or(1, |(_, value)| page_of(&value))
}

/// The value of that field in a query string.
pub fn asked(text: &str, field: &str) -> Option<String> {
    pairs(text).find(|(name, _)| name == field).map(|(_, value)| value)
}

pub(super) fn pairs(text: &str) -> impl Iterator<Item = (String, String)> {
    text.split('&').filter_map(|pair| pair.split_once('=')).map(|(name, value)| (decode(name), decode(value)))
}

fn page_of(value: &str) -> u32 {
    value.parse().unwrap_or(1).max(1)
}

fn departement_of(value: &str) -> Option<String> {
    match value {
        "" => None,
        NONE => Some(String::new()),
        code => Some(code.to_owned()),
    }
}

/// How a list's address changes from one of its pages to another.
pub type Paging<'a> = &'a dyn Fn(u32) -> String;
