//! What the tables hold, for programs: a data package as Frictionless describes it (specs.frictionlessdata.io, version 1).

use domain::reading::OpenData;
use serde_json::{Value, json};

use super::rows::{ContributionRow, LinkRow, VerbatimRow};
use crate::DocumentError;

/// Type and meaning of a column.
type Meaning = (&'static str, &'static str);

/// `datapackage.json`: the three tables with a Table Schema each, and the JSON tree.
///
/// # Errors
/// When it can't be written.
pub fn datapackage_json(data: &OpenData) -> Result<Vec<u8>, DocumentError> {
    let congress = &data.congress;
    let key = json!(["numero", "rang"]);
    let to_verbatims =
        |fields: Value| json!({"fields": fields, "reference": {"resource": "verbatims", "fields": key}});
    let to_contributions = json!([
        {"fields": "numero", "reference": {"resource": "contributions", "fields": "numero"}}
    ]);
    let package = json!({
        "profile": "tabular-data-package",
        "name": congress.slug.as_str(),
        "title": congress.title,
        "description": congress.question,
        "fiction": congress.fictional,
        "resources": [
            table("contributions", "Toutes les contributions", &ContributionRow::COLUMNS, &json!("numero"), &json!([])),
            table("verbatims", "Tous les verbatims de l’analyse et leur place", &VerbatimRow::COLUMNS, &key, &to_contributions),
            table("proches", "Les verbatims qui disent des choses proches", &LinkRow::COLUMNS,
                &json!(["numero", "rang", "proche_numero", "proche_rang"]),
                &json!([to_verbatims(json!(["numero", "rang"])), to_verbatims(json!(["proche_numero", "proche_rang"]))])),
        ],
    });
    let mut bytes = serde_json::to_vec_pretty(&package)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn table(name: &str, title: &str, columns: &[&str], key: &Value, foreign: &Value) -> Value {
    json!({
        "profile": "tabular-data-resource",
        "name": name,
        "title": title,
        "path": format!("{name}.csv"),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ";", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true},
        "schema": {
            "fields": columns.iter().map(|column| field(column)).collect::<Vec<_>>(),
            "primaryKey": key,
            "foreignKeys": foreign,
            "missingValues": [""],
        },
    })
}

fn field(column: &str) -> Value {
    let (kind, meaning) = meaning(column);
    let mut field = json!({"name": column, "type": kind, "description": meaning});
    match kind {
        "boolean" => {
            field["trueValues"] = json!(["oui"]);
            field["falseValues"] = json!(["non"]);
        }
        "number" if column != "proximite" => field["constraints"] = json!({"minimum": 0, "maximum": 1}),
        _ => {}
    }
    field
}

/// Every column of every table. A column that isn't here is a text that says what its name says; a test finds it.
fn meaning(column: &str) -> Meaning {
    match column {
        "numero" => ("string", "Numéro imprimé de la contribution"),
        "titre" => ("string", "Titre donné par l’auteur"),
        "texte" => (
            "string",
            "Le texte exact ; une apostrophe initiale s’enlève (elle empêche un tableur d’exécuter la cellule)",
        ),
        "auteur" => ("string", "Nom signé"),
        "mandat" => ("string", "Mandat ou fonction au moment de la signature"),
        "college" => ("string", "Collège : elus, agents, partenaires, inconnu"),
        "collectivite_code" => ("string", "Code INSEE ou SIREN de la collectivité"),
        "collectivite" => ("string", "Nom de la collectivité"),
        "departement" => ("string", "Code du département"),
        "population" => ("integer", "Population de la collectivité"),
        "canal" => ("string", "Par où la contribution est arrivée"),
        "type" => ("string", "etat (état des lieux), idee (idée) ou mode (mode d’action)"),
        "type_suggere" => ("boolean", "Le type est une suggestion de la machine"),
        "enjeux" => ("string", "Enjeux, séparés par « | »"),
        "recu_le" => ("datetime", "Moment de la réception, UTC"),
        "etat" => (
            "string",
            "publiee, en-attente (de relecture), masquee (par la rédaction), retiree (par son auteur) ou effacee ; le texte est vide sauf pour publiee",
        ),
        "version_anterieure" => (
            "boolean",
            "Le verbatim vient d’une version que son auteur a changée depuis ; « debut » et « fin » s’y rapportent",
        ),
        "propos_rapporte" => (
            "boolean",
            "Noté par une autre personne et pas confirmé par celle qui parlait : à ne pas citer entre guillemets",
        ),
        "theme_principal" => ("string", "Thème de la plupart des verbatims de la contribution"),
        "theme" => ("string", "Thème du verbatim"),
        "place" => ("string", "theme, signal_faible ou non_rapproche"),
        "motif" => ("string", "Pourquoi hors des thèmes"),
        "fiction" => ("boolean", "Personne et texte inventés"),
        "rang" => ("integer", "Rang du verbatim dans sa contribution, à partir de 1"),
        "debut" => ("integer", "Caractères (points de code) du texte avant le verbatim"),
        "fin" => ("integer", "Caractères du texte jusqu’à la fin du verbatim"),
        "x" => ("number", "Place sur la carte, depuis la gauche, de 0 à 1"),
        "y" => ("number", "Place sur la carte, depuis le haut, de 0 à 1"),
        "proche_numero" => ("string", "Contribution du verbatim proche"),
        "proche_rang" => ("integer", "Rang du verbatim proche dans sa contribution"),
        "proximite" => ("number", "Cosinus des deux verbatims, 1 pour les mêmes mots"),
        "presque_les_memes_mots" => ("boolean", "Presque les mêmes mots"),
        _ => ("string", ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_has_a_meaning() {
        let columns = ContributionRow::COLUMNS.iter().chain(&VerbatimRow::COLUMNS).chain(&LinkRow::COLUMNS);
        for column in columns {
            assert!(!meaning(column).1.is_empty(), "{column}");
        }
    }
}
