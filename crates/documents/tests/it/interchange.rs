//! The open data as other programs read them: Frictionless, IRaMuTeQ, Gephi, and any that unpacks a ZIP.

use crate::open_data::{card, data, line, text};
use documents::open_data::{
    bundle, congress_json, contributions_csv, datapackage_json, gexf, iramuteq, iramuteq_text, links_csv,
    verbatims_csv,
};
use domain::analysis::{Place, WeakReason};
use domain::contribution::ContributionNumber;
use domain::reading::OpenData;
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::Read as _;

/// A congress of one contribution, whose only verbatim is `body` whole.
fn of(body: &str) -> OpenData {
    OpenData {
        contributions: vec![card(1, body)],
        verbatims: vec![(
            ContributionNumber::new(1),
            line(1, body, 0..body.len(), Place::Weak(WeakReason::FarFromAll)),
        )],
        points: vec![None],
        links: Vec::new(),
        ..data()
    }
}

/// A text of the corpus: its variables, then its words.
type Starred = (BTreeMap<String, String>, String);

/// What IRaMuTeQ does with a corpus: a line of four stars begins a text, `*variable_modality` at spaces, cut at the first `_`.
fn parse(corpus: &str) -> Vec<Starred> {
    let mut texts: Vec<Starred> = Vec::new();
    for line in corpus.lines() {
        if let Some(variables) = line.strip_prefix("****") {
            let variables = variables.split_whitespace().map(|variable| {
                let (name, modality) = variable.strip_prefix('*').unwrap().split_once('_').unwrap();
                assert!([name, modality].iter().all(|part| part.chars().all(|c| c.is_ascii_alphanumeric())));
                (name.to_owned(), modality.to_owned())
            });
            texts.push((variables.collect(), String::new()));
        } else if !line.is_empty() {
            let (_, words) = texts.last_mut().expect("words come after their variables");
            words.push_str(line);
        }
    }
    texts
}

#[test]
fn a_corpus_has_a_text_a_verbatim_with_its_variables() {
    let texts = parse(&text(iramuteq(&data()).expect("a corpus")));
    assert_eq!(texts.len(), 3);
    let (variables, words) = &texts[2];
    let told: Vec<_> = variables.iter().map(|(name, value)| format!("{name}={value}")).collect();
    assert_eq!(told, ["college=elus", "dept=11", "kind=etat", "num=C0002v2", "theme=nonrapproche"]);
    assert_eq!(words, "-2+3");
    assert_eq!(texts[0].0["theme"], "t01");
}

proptest! {
    #[test]
    fn what_iramuteq_keeps_for_itself_never_breaks_a_corpus(body in "(\\*\\*\\*\\* \\*|[-*_$§’ \n\r\t\u{a0}]|[a-zé]|\\PC){1,30}") {
        prop_assume!(!body.trim().is_empty());
        let texts = parse(&text(iramuteq(&of(&body)).expect("a corpus")));
        let clean = iramuteq_text(&body);
        prop_assert_eq!(texts.len(), usize::from(!clean.is_empty()));
        let reserved = clean.contains(['*', '$', '§', '_', '\n', '\r']);
        prop_assert!(!reserved);
        if let Some((_, words)) = texts.first() {
            prop_assert_eq!(words, &clean);
        }
    }

    #[test]
    fn a_graph_is_well_formed_whatever_people_write(body in "[<>&\"'a\u{1}\n]{1,20}") {
        prop_assume!(!body.trim().is_empty());
        let graph = text(gexf(&of(&body)).expect("a graph"));
        let value = graph.split("for=\"texte\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let risky = value.contains(['<', '>', '\u{1}', '\n']);
        prop_assert!(!risky);
    }
}

#[test]
fn letters_keep_their_accents_and_apostrophes_become_straight() {
    assert_eq!(iramuteq_text("L’été :\n* l'école_numérique\u{a0}! 5 $"), "L'été : l'école numérique ! 5");
}

#[test]
fn a_graph_has_a_node_a_verbatim_and_an_edge_a_neighbour() {
    let graph = text(gexf(&data()).expect("a graph"));
    assert_eq!((graph.matches("<node ").count(), graph.matches("<edge ").count()), (3, 2));
    assert_eq!(graph.matches("<viz:position ").count(), 2);
    assert!(graph.contains(r#"source="0" target="1" weight="0.75""#), "{graph}");
}

/// Whether a cell is what the schema says its column holds.
fn fits(cell: &str, field: &Value) -> bool {
    let listed = |key: &str| field[key].as_array().is_some_and(|all| all.iter().any(|one| one == cell));
    cell.is_empty()
        || match field["type"].as_str().unwrap() {
            "integer" => cell.parse::<i64>().is_ok(),
            "number" => cell.parse::<f64>().is_ok(),
            "boolean" => listed("trueValues") || listed("falseValues"),
            "datetime" => cell.ends_with('Z') && cell.len() == 20,
            "string" => true,
            _ => false,
        }
}

#[test]
fn every_table_is_what_its_schema_says() {
    let package: Value =
        serde_json::from_slice(&datapackage_json(&data()).expect("a package")).expect("JSON");
    let tables: BTreeMap<&str, Vec<u8>> = BTreeMap::from([
        ("contributions.csv", contributions_csv(&data()).expect("a table")),
        ("verbatims.csv", verbatims_csv(&data()).expect("a table")),
        ("proches.csv", links_csv(&data()).expect("a table")),
    ]);
    let resources = package["resources"].as_array().unwrap();
    assert_eq!(resources.len(), tables.len());
    for resource in resources {
        let bytes = tables[resource["path"].as_str().unwrap()].strip_prefix("\u{feff}".as_bytes()).unwrap();
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(bytes);
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), names);
        for row in reader.records() {
            let row = row.unwrap();
            for (cell, field) in row.iter().zip(fields) {
                assert!(fits(cell, field), "{cell:?} in {}", field["name"]);
            }
        }
    }
}

#[test]
fn one_archive_holds_every_file_and_is_the_same_each_time() {
    let picture = [("carte.svg", b"<svg/>".to_vec())];
    let bytes = bundle(&data(), &picture).expect("an archive");
    assert!(bytes == bundle(&data(), &picture).expect("an archive"), "the same data, the same bytes");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a ZIP");
    let mut file = |name: &str| {
        let mut bytes = Vec::new();
        archive.by_name(name).expect(name).read_to_end(&mut bytes).expect("whole");
        bytes
    };
    assert_eq!(file("congres.json"), congress_json(&data()).expect("a tree"));
    assert_eq!(file("iramuteq.txt"), iramuteq(&data()).expect("a corpus"));
    assert_eq!(file("carte.svg"), b"<svg/>");
    let about = text(file("LISEZMOI.txt"));
    for name in ["datapackage.json", "contributions.csv", "verbatims.csv", "proches.csv", "verbatims.gexf"] {
        assert!(about.contains(name) && !file(name).is_empty(), "{name}");
    }
}
