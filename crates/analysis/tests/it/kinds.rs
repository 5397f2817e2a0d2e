//! How well the kinds are suggested, on the sentences of the demo that people labelled.

use analysis::kinds::suggest_sentence;
use domain::contribution::Kind;

const KINDS: [(&str, Kind); 3] = [("etat", Kind::Situation), ("idee", Kind::Idea), ("mode", Kind::Action)];

fn labelled() -> Vec<(Kind, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../server/demo");
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        // The weights are fitted on files 1 and 3.
        if ["contributions-2.toml", "contributions-4.toml", "contributions-5.toml"].contains(&name.as_str()) {
            let text = std::fs::read_to_string(entry.path()).unwrap();
            let file: toml::Table = text.parse().unwrap();
            for contribution in file["contribution"].as_array().unwrap() {
                for pair in contribution["sentences"].as_array().unwrap() {
                    let label = pair[0].as_str().unwrap();
                    let kind = KINDS.iter().find(|(code, _)| *code == label).unwrap().1;
                    found.push((kind, pair[1].as_str().unwrap().to_owned()));
                }
            }
        }
    }
    found
}

#[test]
fn most_suggestions_are_those_of_people() {
    let sentences = labelled();
    let suggested: Vec<Kind> = sentences.iter().map(|(_, text)| suggest_sentence(text).kind).collect();
    let pairs = || sentences.iter().map(|(kind, _)| *kind).zip(suggested.iter().copied());
    let right = pairs().filter(|(gold, found)| gold == found).count();
    let accuracy = right as f64 / sentences.len().max(1) as f64;
    println!("{} sentences, accuracy {accuracy:.3}", sentences.len());
    for ((code, kind), floor) in KINDS.into_iter().zip([0.85, 0.44, 0.69]) {
        let both = pairs().filter(|pair| *pair == (kind, kind)).count() as f64;
        let either = pairs().filter(|(g, f)| *g == kind || *f == kind).count() as f64;
        let f1 = 2.0 * both / (either + both);
        println!("{code}: F1 {f1:.3} of {}", pairs().filter(|(g, _)| *g == kind).count());
        assert!(f1 >= floor, "{code} {f1}");
    }
    assert!(sentences.len() > 2_000 && accuracy >= 0.76, "{accuracy}");
}
