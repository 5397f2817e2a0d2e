//! Which column holds what: guessed from names and cells, corrected by people.

use std::collections::BTreeMap;
use std::str::FromStr;

use crate::separator::Record;
use crate::{Note, Unreadable, decidim};

/// What a column can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The contribution's words.
    Text,
    /// A title.
    Title,
    /// A reference of the file's own.
    Reference,
    /// The author's name, or family name.
    Author,
    /// The author's first name.
    FirstName,
    /// The author's mandate.
    Mandate,
    /// The author's college.
    College,
    /// COG code or SIREN of the collectivité.
    TerritoryCode,
    /// Name of the collectivité.
    Territory,
    /// Département of the collectivité, by code or name.
    Departement,
    /// État des lieux, idée or mode d'action.
    Kind,
    /// Enjeux, separated by « ; », « | » or « , ».
    Areas,
    /// When it was written.
    Date,
    /// How it arrived.
    Channel,
}

/// What columns of a kind of table can hold, and how they say so.
pub trait Announced: Copy + Ord + 'static {
    /// A field, its name in `--map`, and the folded names of columns that announce it: whole, or as the beginning of the
    /// name. The first field that a column announces takes it.
    const NAMES: &'static [(Self, &'static str, &'static [&'static str])];
}

/// The name of a field in `--map`.
pub(crate) fn name_of<F: Announced>(field: F) -> &'static str {
    F::NAMES.iter().find(|(known, ..)| *known == field).map_or("", |(_, name, _)| name)
}

impl Announced for Field {
    const NAMES: &'static [(Self, &'static str, &'static [&'static str])] = NAMES;
}

const NAMES: &[(Field, &str, &[&str])] = &[
    (
        Field::Text,
        "texte",
        &[
            "texte",
            "contribution",
            "verbatim",
            "contenu",
            "corps",
            "message",
            "reponse",
            "commentaire",
            "proposition",
            "avis",
            "description",
            "text",
            "body",
            "content",
            "comment",
            "votre contribution",
            "votre texte",
            "votre idee",
        ],
    ),
    (Field::Title, "titre", &["titre", "objet", "title", "intitule"]),
    (Field::Reference, "reference", &["id", "numero", "n", "no", "reference", "ref", "identifiant", "cle"]),
    (Field::FirstName, "prenom", &["prenom", "first name"]),
    (
        Field::Author,
        "auteur",
        &[
            "auteur",
            "autrice",
            "auteure",
            "nom",
            "elu",
            "elue",
            "author",
            "participant",
            "contributeur",
            "redacteur",
            "name",
        ],
    ),
    (Field::Mandate, "mandat", &["mandat", "fonction", "qualite", "role"]),
    (Field::College, "college", &["college"]),
    (
        Field::TerritoryCode,
        "code",
        &["code insee", "insee", "cog", "code commune", "siren", "code collectivite", "collectivite code"],
    ),
    (
        Field::Territory,
        "collectivite",
        &["collectivite", "commune", "ville", "territoire", "epci", "intercommunalite"],
    ),
    (Field::Departement, "departement", &["departement", "dep", "dept", "code departement"]),
    (Field::Kind, "type", &["type", "nature", "kind"]),
    (Field::Areas, "enjeux", &["enjeu", "enjeux", "domaine", "domaines"]),
    (
        Field::Date,
        "date",
        &["date", "recu le", "publie le", "cree le", "created at", "published at", "horodateur", "timestamp"],
    ),
    (Field::Channel, "canal", &["canal", "channel"]),
];

impl Field {
    /// The name that `--map` uses.
    pub fn name(self) -> &'static str {
        name_of(self)
    }

    /// Every name that `--map` understands.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Self::NAMES.iter().map(|(_, name, _)| *name)
    }
}

/// What people said of a table: field → column's name, and which sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping<F = Field> {
    fields: BTreeMap<F, String>,
    /// Which field stands in which column, by its rank from 0, and nothing besides; none: names are asked.
    exactly: Option<BTreeMap<F, usize>>,
    /// The sheet to read; none: the first that holds something.
    pub sheet: Option<String>,
}

impl<F> Default for Mapping<F> {
    fn default() -> Self {
        Self { fields: BTreeMap::new(), exactly: None, sheet: None }
    }
}

/// A mapping that doesn't fit.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MappingError {
    /// Not of the form `field=column`.
    #[error("« {0} » isn't of the form field=column")]
    Form(String),
    /// No such field.
    #[error("no field is called « {0} »")]
    Field(String),
    /// The file has no such column; those it has.
    #[error("no column is called « {0} » among {1:?}")]
    Column(String, Vec<String>),
}

impl<F: Announced> Mapping<F> {
    /// Nothing said but which sheet.
    pub fn of_sheet(sheet: Option<String>) -> Self {
        Self { sheet, ..Self::default() }
    }

    /// Every field as somebody chose it, by the column's rank from 0: those that aren't named are nowhere.
    pub fn exactly(columns: impl IntoIterator<Item = (F, usize)>, sheet: Option<String>) -> Self {
        Self { exactly: Some(columns.into_iter().collect()), ..Self::of_sheet(sheet) }
    }

    /// Adds `field=column`.
    ///
    /// # Errors
    /// When it isn't of that form, or the field unknown.
    pub fn add(&mut self, rule: &str) -> Result<(), MappingError> {
        let (field, column) = rule.split_once('=').ok_or_else(|| MappingError::Form(rule.to_owned()))?;
        let known = F::NAMES.iter().find(|(_, name, _)| *name == territories::fold(field));
        let (field, ..) = known.ok_or_else(|| MappingError::Field(field.to_owned()))?;
        self.fields.insert(*field, column.trim().to_owned());
        Ok(())
    }
}

impl<F: Announced> FromStr for Mapping<F> {
    type Err = MappingError;

    fn from_str(rules: &str) -> Result<Self, MappingError> {
        let mut mapping = Self::default();
        rules
            .split(',')
            .filter(|rule| !rule.trim().is_empty())
            .try_for_each(|rule| mapping.add(rule.trim()))?;
        Ok(mapping)
    }
}

/// The columns of a table, in order, and what each was taken for; `None`: left aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout<F = Field> {
    /// Column's name and field.
    pub columns: Vec<(String, Option<F>)>,
}

impl<F: Announced> Layout<F> {
    /// Whether a column was taken for that field.
    pub(crate) fn has(&self, field: F) -> bool {
        self.columns.iter().any(|(_, taken)| *taken == Some(field))
    }

    /// The cell of a field in a record, trimmed of nothing.
    pub(crate) fn cell<'a>(&self, record: &'a Record, field: F) -> Option<&'a str> {
        let at = self.columns.iter().position(|(_, taken)| *taken == Some(field))?;
        record.cells.get(at).map(String::as_str)
    }
}

/// Lays out the columns of contributions: by what is said of them, then the text by its cells.
pub(crate) fn lay_out(
    names: &[String],
    records: &[Record],
    mapping: &Mapping,
) -> Result<(Layout, Vec<Note>), Unreadable> {
    let mut layout = by_name(names, mapping, &decidim::columns(names))?;
    // What people chose is never guessed against them.
    let told = mapping.exactly.is_some() && !layout.has(Field::Text);
    let settled = if told { None } else { settle_text(&mut layout, records) };
    match settled {
        Some(notes) => Ok((layout, notes)),
        None => Err(Unreadable::NoText(layout.columns.into_iter().map(|(name, _)| name).collect())),
    }
}

/// Lays out columns: first what people said, then what is known of that very kind of file, then what names say.
pub(crate) fn by_name<F: Announced>(
    names: &[String],
    mapping: &Mapping<F>,
    known: &[(F, usize)],
) -> Result<Layout<F>, MappingError> {
    let trimmed: Vec<String> = names.iter().map(|name| name.trim().to_owned()).collect();
    let mut layout = Layout { columns: trimmed.iter().map(|name| (name.clone(), None)).collect() };
    if let Some(exactly) = &mapping.exactly {
        for (field, at) in exactly {
            let column = layout.columns.get_mut(*at);
            let (_, taken) = column.ok_or_else(|| MappingError::Column(at.to_string(), trimmed.clone()))?;
            *taken = Some(*field);
        }
        return Ok(layout);
    }
    for (field, column) in &mapping.fields {
        let at = position(&trimmed, column)
            .ok_or_else(|| MappingError::Column(column.clone(), trimmed.clone()))?;
        layout.columns[at].1 = Some(*field);
    }
    for (field, at) in known {
        if layout.columns[*at].1.is_none() && !layout.has(*field) {
            layout.columns[*at].1 = Some(*field);
        }
    }
    // What a known file doesn't say, its other columns' names would only seem to.
    for (field, _, announced) in F::NAMES.iter().filter(|_| known.is_empty()) {
        take_by_name(&mut layout, *field, announced);
    }
    Ok(layout)
}

fn position(names: &[String], wanted: &str) -> Option<usize> {
    let exact = names.iter().position(|name| name == wanted);
    exact.or_else(|| names.iter().position(|name| territories::fold(name) == territories::fold(wanted)))
}

/// A whole name before a beginning: « Type » before « Type de collectivité ».
fn take_by_name<F: Announced>(layout: &mut Layout<F>, field: F, announced: &[&str]) {
    if layout.has(field) {
        return;
    }
    let free = |test: &dyn Fn(&str) -> bool| {
        layout.columns.iter().position(|(name, taken)| taken.is_none() && test(&territories::fold(name)))
    };
    let whole = announced.iter().find_map(|known| free(&|name| name == *known));
    let beginning = || {
        announced
            .iter()
            .find_map(|known| free(&|name| known.len() > 3 && name.starts_with(&format!("{known} "))))
    };
    if let Some(at) = whole.or_else(beginning) {
        layout.columns[at].1 = Some(field);
    }
}

/// The text column, if its name didn't tell: the only one, or the free one with the longest cells, 20 signs at least on average.
fn settle_text(layout: &mut Layout, records: &[Record]) -> Option<Vec<Note>> {
    if layout.has(Field::Text) {
        return Some(Vec::new());
    }
    if let [(name, taken)] = &mut layout.columns[..] {
        *taken = Some(Field::Text);
        return Some(vec![Note::SingleColumn(name.clone())]);
    }
    let length = |at: usize| {
        records
            .iter()
            .filter_map(|record| record.cells.get(at))
            .map(|cell| cell.chars().count())
            .sum::<usize>()
    };
    let free = (0..layout.columns.len()).filter(|&at| layout.columns[at].1.is_none());
    let longest = free.max_by_key(|&at| length(at)).filter(|&at| length(at) >= 20 * records.len())?;
    layout.columns[longest].1 = Some(Field::Text);
    Some(vec![Note::TextGuessed(layout.columns[longest].0.clone())])
}
