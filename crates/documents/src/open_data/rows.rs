//! The rows of the tables.

use domain::analysis::Point;
use domain::contribution::{Contribution, ContributionNumber, State};
use domain::reading::{Card, Link, OpenData, VerbatimLine};
use serde::Serialize;
use std::collections::BTreeMap;

use super::cells::{maybe, measure, moment, text, yes};
use crate::{DocumentError, spoken};

/// One contribution.
#[derive(Debug, Serialize)]
pub struct ContributionRow {
    numero: String,
    titre: Option<String>,
    texte: String,
    auteur: Option<String>,
    mandat: Option<String>,
    college: &'static str,
    collectivite_code: Option<String>,
    collectivite: Option<String>,
    departement: Option<String>,
    population: Option<u32>,
    canal: &'static str,
    #[serde(rename = "type")]
    kind: Option<&'static str>,
    type_suggere: bool,
    enjeux: Vec<String>,
    recu_le: String,
    theme_principal: Option<String>,
    place: Option<&'static str>,
    motif: Option<&'static str>,
    fiction: bool,
    etat: &'static str,
    propos_rapporte: bool,
}

impl ContributionRow {
    /// The names of the columns, which never change.
    pub const COLUMNS: [&str; 21] = [
        "numero",
        "titre",
        "texte",
        "auteur",
        "mandat",
        "college",
        "collectivite_code",
        "collectivite",
        "departement",
        "population",
        "canal",
        "type",
        "type_suggere",
        "enjeux",
        "recu_le",
        "theme_principal",
        "place",
        "motif",
        "fiction",
        "etat",
        "propos_rapporte",
    ];

    fn new(card: &Card, fiction: bool) -> Result<Self, DocumentError> {
        let it = &card.contribution;
        let territory = it.signature.territory.as_ref();
        Ok(Self {
            numero: it.number.to_string(),
            titre: it.title.clone(),
            texte: shown(it.state, it.body.as_str()),
            auteur: it.signature.name.clone(),
            mandat: it.signature.mandate.clone(),
            college: it.signature.college.code(),
            collectivite_code: territory.map(|territory| territory.code.clone()),
            collectivite: territory.map(|territory| territory.name.clone()),
            departement: territory.and_then(|territory| territory.departement.clone()),
            population: territory.and_then(|territory| territory.population),
            canal: it.channel.code(),
            kind: card.kind.map(domain::contribution::Kind::code),
            type_suggere: card.kind_suggested,
            enjeux: it.areas.clone(),
            recu_le: moment(it.received_at)?,
            theme_principal: card.place.clone().and_then(domain::analysis::Place::theme).map(|tag| tag.label),
            place: card.place.as_ref().map(spoken::place_code),
            motif: card.place.as_ref().and_then(spoken::reason_code),
            fiction,
            etat: it.state.code(),
            propos_rapporte: it.reported,
        })
    }

    /// The row as cells; several enjeux are joined by « | ».
    pub fn cells(&self) -> [String; 21] {
        [
            self.numero.clone(),
            maybe(self.titre.as_deref()),
            text(&self.texte),
            maybe(self.auteur.as_deref()),
            maybe(self.mandat.as_deref()),
            self.college.to_owned(),
            maybe(self.collectivite_code.as_deref()),
            maybe(self.collectivite.as_deref()),
            maybe(self.departement.as_deref()),
            self.population.map(|n| n.to_string()).unwrap_or_default(),
            self.canal.to_owned(),
            maybe(self.kind),
            yes(self.type_suggere),
            text(&self.enjeux.join(" | ")),
            self.recu_le.clone(),
            maybe(self.theme_principal.as_deref()),
            maybe(self.place),
            maybe(self.motif),
            yes(self.fiction),
            self.etat.to_owned(),
            yes(self.propos_rapporte),
        ]
    }
}

/// Words, where they are shown: an empty cell and the state say that they aren't.
fn shown(state: State, words: &str) -> String {
    if state.is_shown() { words.to_owned() } else { String::new() }
}

/// One verbatim.
#[derive(Debug, Serialize)]
pub struct VerbatimRow {
    numero: String,
    rang: u32,
    debut: usize,
    fin: usize,
    texte: String,
    #[serde(rename = "type")]
    kind: &'static str,
    type_suggere: bool,
    place: &'static str,
    theme: Option<String>,
    motif: Option<&'static str>,
    fiction: bool,
    x: Option<f32>,
    y: Option<f32>,
    version_anterieure: bool,
    propos_rapporte: bool,
}

impl VerbatimRow {
    /// The names of the columns, which never change.
    pub const COLUMNS: [&str; 15] = [
        "numero",
        "rang",
        "debut",
        "fin",
        "texte",
        "type",
        "type_suggere",
        "place",
        "theme",
        "motif",
        "fiction",
        "x",
        "y",
        "version_anterieure",
        "propos_rapporte",
    ];

    fn new(
        ordinal: u32,
        contribution: &Contribution,
        (line, point): (&VerbatimLine, Option<Point>),
        fiction: bool,
    ) -> Self {
        let start = line.before as usize;
        Self {
            numero: contribution.number.to_string(),
            rang: ordinal,
            debut: start,
            fin: start + line.text.chars().count(),
            texte: shown(contribution.state, &line.text),
            kind: line.kind.code(),
            type_suggere: line.kind_suggested,
            place: spoken::place_code(&line.place),
            theme: line.place.clone().theme().map(|tag| tag.label),
            motif: spoken::reason_code(&line.place),
            fiction,
            x: point.map(|point| point.x),
            y: point.map(|point| point.y),
            version_anterieure: line.earlier,
            propos_rapporte: contribution.reported,
        }
    }

    /// The row as cells.
    pub fn cells(&self) -> [String; 15] {
        [
            self.numero.clone(),
            self.rang.to_string(),
            self.debut.to_string(),
            self.fin.to_string(),
            text(&self.texte),
            self.kind.to_owned(),
            yes(self.type_suggere),
            self.place.to_owned(),
            maybe(self.theme.as_deref()),
            maybe(self.motif),
            yes(self.fiction),
            measure(self.x),
            measure(self.y),
            yes(self.version_anterieure),
            yes(self.propos_rapporte),
        ]
    }
}

impl VerbatimRow {
    /// « C-0421-2 ».
    pub fn name(&self) -> String {
        format!("{}-{}", self.numero, self.rang)
    }

    /// The exact words.
    pub fn words(&self) -> &str {
        &self.texte
    }

    /// The code of its place.
    pub fn place(&self) -> &'static str {
        self.place
    }
}

/// One neighbour of a verbatim.
#[derive(Debug, Serialize)]
pub struct LinkRow {
    numero: String,
    rang: u32,
    proche_numero: String,
    proche_rang: u32,
    proximite: f64,
    presque_les_memes_mots: bool,
}

impl LinkRow {
    /// The names of the columns, which never change.
    pub const COLUMNS: [&str; 6] =
        ["numero", "rang", "proche_numero", "proche_rang", "proximite", "presque_les_memes_mots"];

    /// The row as cells.
    pub fn cells(&self) -> [String; 6] {
        [
            self.numero.clone(),
            self.rang.to_string(),
            self.proche_numero.clone(),
            self.proche_rang.to_string(),
            self.proximite.to_string(),
            yes(self.presque_les_memes_mots),
        ]
    }
}

/// The rows of the neighbours, between the given rows of verbatims.
pub fn links(data: &OpenData, verbatims: &[VerbatimRow]) -> Vec<LinkRow> {
    let row = |link: &Link| {
        let (one, other) = (verbatims.get(link.from)?, verbatims.get(link.to)?);
        Some(LinkRow {
            numero: one.numero.clone(),
            rang: one.rang,
            proche_numero: other.numero.clone(),
            proche_rang: other.rang,
            proximite: link.closeness,
            presque_les_memes_mots: link.twin,
        })
    };
    data.links.iter().filter_map(row).collect()
}

/// The rows of the contributions.
pub fn contributions(data: &OpenData) -> Result<Vec<ContributionRow>, DocumentError> {
    data.contributions.iter().map(|card| ContributionRow::new(card, data.congress.fictional)).collect()
}

/// The rows of the verbatims, ranked within their contribution in the order given.
pub fn verbatims(data: &OpenData) -> Result<Vec<VerbatimRow>, DocumentError> {
    let contributions: BTreeMap<_, _> =
        data.contributions.iter().map(|card| (card.contribution.number, &card.contribution)).collect();
    let mut ranks: BTreeMap<ContributionNumber, u32> = BTreeMap::new();
    let mut rows = Vec::with_capacity(data.verbatims.len());
    let points = data.points.iter().copied().chain(std::iter::repeat(None));
    for ((number, line), point) in data.verbatims.iter().zip(points) {
        let of = contributions.get(number).ok_or(DocumentError::UnknownContribution(*number))?;
        let rank = ranks.entry(*number).or_default();
        *rank += 1;
        rows.push(VerbatimRow::new(*rank, of, (line, point), data.congress.fictional));
    }
    Ok(rows)
}
