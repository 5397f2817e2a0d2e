//! The demonstration's thousand texts against the subjects that they were written for: floors that mustn't sink, a little
//! under what `pleniere evaluate --demo` prints (docs/bench.md). The engine wasn't tuned to reach them.

use analysis::{Item, ParamGuard, Parameters, analyse};
use domain::analysis::Place;
use std::collections::{BTreeMap, BTreeSet};

struct Text {
    arrival: (i64, String),
    author: Option<String>,
    subject: String,
    isolated: bool,
    body: String,
}

fn texts() -> Vec<Text> {
    let mut texts = Vec::new();
    for file in 1..=5 {
        let path = format!("{}/../../server/demo/contributions-{file}.toml", env!("CARGO_MANIFEST_DIR"));
        let table: toml::Table = std::fs::read_to_string(path).unwrap().parse().unwrap();
        texts.extend(table["contribution"].as_array().unwrap().iter().map(text));
    }
    texts.sort_by(|a: &Text, b| a.arrival.cmp(&b.arrival));
    texts
}

fn text(contribution: &toml::Value) -> Text {
    let field = |name: &str| contribution.get(name).and_then(toml::Value::as_str).map(str::to_owned);
    let mut body = String::new();
    for pair in contribution["sentences"].as_array().unwrap() {
        let words = pair[1].as_str().unwrap();
        if !body.is_empty() && !words.starts_with('\n') {
            body.push(' ');
        }
        body.push_str(words);
    }
    Text {
        arrival: (contribution["day"].as_integer().unwrap(), field("time").unwrap()),
        author: field("author").or_else(|| field("table")),
        subject: field("gold").unwrap(),
        isolated: contribution.get("isolated").is_some(),
        body,
    }
}

#[test]
fn themes_are_near_the_subjects_meant_and_isolated_ideas_are_heard() {
    let texts = texts();
    let items =
        texts.iter().map(|text| Item { body: &text.body, author: text.author.as_deref(), kind: None });
    let items: Vec<Item<'_>> = items.collect();
    let found = analyse(&items, None, &Parameters::default().check().unwrap(), 1, &mut |_| {}).unwrap();
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut gold, mut themes) = (Vec::new(), Vec::new());
    let mut weak = BTreeSet::new();
    for verbatim in &found.verbatims {
        let next = numbers.len();
        let subject = *numbers.entry(&texts[verbatim.item].subject).or_insert(next);
        match verbatim.place {
            Place::Theme(theme) => {
                gold.push(subject);
                themes.push(theme);
            }
            Place::Weak(_) => {
                weak.insert(verbatim.item);
            }
            Place::Unplaced(_) => {}
        }
    }
    let agreement = analysis::agreement(&gold, &themes);
    let alone: Vec<usize> = (0..texts.len()).filter(|&at| texts[at].isolated).collect();
    let heard = alone.iter().filter(|at| weak.contains(at)).count();
    println!("NMI {:.3} ARI {:.3}, {heard} of {} isolated", agreement.nmi, agreement.ari, alone.len());
    let others = (weak.len() - heard) as f64 / (texts.len() - alone.len()) as f64;
    println!("others {others:.3}");
    assert_eq!(texts.len(), 1_000);
    assert!(agreement.nmi >= 0.57 && agreement.ari >= 0.47, "{agreement:?}");
    assert!(heard >= 9, "{heard}");
}
