//! The settings of a run, in the words of people who didn't write the engine.

use leptos::serde_json::{self, Value};

use crate::text::number::{decimal, number};

/// One setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// What it is called.
    pub name: String,
    /// What it was set to, with its unit.
    pub value: String,
    /// What it does; empty for one that this version doesn't know.
    pub meaning: &'static str,
}

/// Its key in the engine, its name, its unit, what it does; in the order of the analysis' steps.
const KNOWN: [(&str, &str, &str, &str); 12] = [
    ("min_words", "Mots pour être rapproché", "mots", "Un verbatim qui en a moins est dit trop court."),
    (
        "min_texts",
        "Textes pour qu’un mot compte",
        "textes",
        "Un mot que moins de textes emploient n’aide pas à les rapprocher.",
    ),
    (
        "smallest_corpus",
        "Verbatims pour former des thèmes",
        "verbatims",
        "En dessous, chaque texte est montré sans thème.",
    ),
    ("vectors", "Géométrie des textes", "", "Comment les textes deviennent des positions que l’on compare."),
    ("axes", "Axes gardés", "axes", "Combien de grandes oppositions du corpus sont retenues."),
    (
        "time",
        "Pas de diffusion",
        "pas",
        "Plus il y en a, plus comptent les oppositions que beaucoup de textes partagent.",
    ),
    (
        "context",
        "Poids des phrases voisines",
        "fois les mots du verbatim",
        "Ce que le reste de la contribution dit du sujet d’un verbatim.",
    ),
    ("themes", "Nombre de thèmes", "", "Choisi d’après les textes, entre deux bornes, ou imposé."),
    ("runs", "Départs comparés", "départs", "Pour dire à quel point le nombre de thèmes est sûr."),
    ("largest_share", "Part du plus grand thème", "des verbatims au plus", "Au-delà, un thème est divisé."),
    (
        "weak_share",
        "Part des signaux faibles",
        "des verbatims au plus",
        "Les plus isolés sont mis à part, jusqu’à cette part.",
    ),
    (
        "objectives",
        "Objectifs du brouillon",
        "au plus",
        "Au-delà, plusieurs thèmes nourrissent le même objectif.",
    ),
];

/// The settings that a run keeps as JSON. One that this version doesn't know stands last, under the engine's own name.
pub fn parameters(json: &str) -> Vec<Parameter> {
    let Ok(Value::Object(mut all)) = serde_json::from_str(json) else { return Vec::new() };
    let mut said: Vec<Parameter> = Vec::new();
    for (key, name, unit, meaning) in KNOWN {
        if let Some(of) = all.remove(key) {
            let value = format!("{}\u{a0}{unit}", value(key, &of)).trim().to_owned();
            said.push(Parameter { name: name.to_owned(), value, meaning });
        }
    }
    let rest = all.into_iter().map(|(key, of)| Parameter { value: value(&key, &of), name: key, meaning: "" });
    said.extend(rest);
    said
}

fn value(key: &str, of: &Value) -> String {
    match of {
        Value::Number(share) if key.ends_with("_share") => {
            format!("{}\u{a0}%", decimal((share.as_f64().unwrap_or_default() * 100.0).round()))
        }
        Value::Number(n) => match n.as_u64().and_then(|n| u32::try_from(n).ok()) {
            Some(whole) => number(whole),
            None => decimal(n.as_f64().unwrap_or_default()),
        },
        Value::String(kind) => vectors(kind).to_owned(),
        Value::Null => "au choix de la machine".to_owned(),
        Value::Object(themes) => counted(themes).unwrap_or_else(|| of.to_string()),
        other => other.to_string(),
    }
}

/// The engine's name of a geometry.
fn vectors(kind: &str) -> &str {
    match kind {
        "correspondence" => "analyse des correspondances",
        "lsa" => "TF-IDF et analyse sémantique latente",
        other => other,
    }
}

/// `{"free": {"least": 3, "most": 24}}` or `{"exactly": 12}`.
fn counted(themes: &serde_json::Map<String, Value>) -> Option<String> {
    let whole = |of: &Value| of.as_u64().and_then(|n| u32::try_from(n).ok()).map(number);
    if let Some(exactly) = themes.get("exactly") {
        return Some(format!("{}, imposé", whole(exactly)?));
    }
    let free = themes.get("free")?;
    Some(format!("libre, de {} à {}", whole(free.get("least")?)?, whole(free.get("most")?)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_said_in_words() {
        let said = parameters(
            r#"{"largest_share":0.3,"themes":{"free":{"least":3,"most":24}},"axes":30,"new_one":1}"#,
        );
        let pairs: Vec<(&str, &str)> = said.iter().map(|p| (p.name.as_str(), p.value.as_str())).collect();
        assert_eq!(
            pairs,
            [
                ("Axes gardés", "30\u{a0}axes"),
                ("Nombre de thèmes", "libre, de 3 à 24"),
                ("Part du plus grand thème", "30\u{a0}%\u{a0}des verbatims au plus"),
                ("new_one", "1"),
            ]
        );
        assert!(parameters("cassé").is_empty());
    }
}
