//! `pleniere evaluate FILE --text COL --gold COL`: the engine against categories that people gave; with `--stability`, against
//! itself when texts are added, with the time of each of its steps.

mod demo;
mod stability;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use analysis::{Item, Previous, Stage, ValidParameters};
use clap::Args;
use serde::Serialize;

use super::{Complaint, Outcome};
use crate::jobs::import::words;
use crate::words::io;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(
        value_name = "FICHIER",
        required_unless_present = "demo",
        help = "Fichier CSV à colonnes de texte et de catégorie"
    )]
    file: Option<PathBuf>,
    #[arg(
        long,
        conflicts_with_all = ["file", "text", "gold", "seeds", "stability"],
        help = "Mesure plutôt les contributions fictives de la démonstration, par rapport aux sujets pour lesquels elles furent écrites"
    )]
    demo: bool,
    #[arg(long, value_name = "COLONNE", default_value = "text", help = "Colonne du texte")]
    text: String,
    #[arg(long, value_name = "COLONNE", default_value = "gold", help = "Colonne de la catégorie")]
    gold: String,
    #[arg(
        long,
        value_name = "K",
        help = "Nombre de thèmes, chaque texte étant alors placé dans l’un d’eux (sinon, l’analyse choisit)"
    )]
    k: Option<usize>,
    #[arg(long, value_name = "N", default_value_t = 10, help = "Nombre de graines dont on prend la moyenne")]
    seeds: u64,
    #[arg(
        long,
        conflicts_with = "seeds",
        help = "Mesure plutôt ce qui bouge quand 5 % des textes s’ajoutent aux autres, et le temps de chaque étape ; sans catégories"
    )]
    stability: bool,
    #[arg(long, help = "Résultat en JSON")]
    json: bool,
}

/// Figures, means over the seeds; seconds are of one run.
#[derive(Debug, Serialize)]
struct Figures {
    n: usize,
    k: f64,
    nmi: f64,
    ari: f64,
    homogeneity: f64,
    completeness: f64,
    v: f64,
    purity: f64,
    largest: f64,
    weak: f64,
    unplaced: f64,
    seconds: BTreeMap<&'static str, f64>,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    if arguments.seeds == 0 {
        return Err(Complaint("il faut au moins une graine (--seeds 1).".to_owned()));
    }
    let Some(file) = &arguments.file else { return demo::run(arguments.k, arguments.json) };
    if arguments.stability {
        return stability::run(file, arguments);
    }
    let (texts, gold) = read(file, arguments)?;
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let parameters = crate::jobs::analyse::parameters(None).map_err(|error| Complaint(error.to_string()))?;
    let seeds: Vec<u64> = (0..arguments.seeds).collect();
    let scores = analysis::evaluate(&texts, &gold, arguments.k, &parameters, &seeds)?;
    let figures = Figures {
        n: scores.n,
        k: scores.k,
        nmi: scores.agreement.nmi,
        ari: scores.agreement.ari,
        homogeneity: scores.agreement.homogeneity,
        completeness: scores.agreement.completeness,
        v: scores.agreement.v,
        purity: scores.agreement.purity,
        largest: scores.largest,
        weak: scores.weak,
        unplaced: scores.unplaced,
        seconds: seconds(&texts, arguments.k)?,
    };
    tell(&figures, arguments.json)
}

/// The texts that have a category, and the category's number.
fn read(file: &Path, arguments: &Arguments) -> Outcome<(Vec<String>, Vec<usize>)> {
    let shown = file.display();
    let [texts, labels] = columns(file, [&arguments.text, &arguments.gold])?;
    let labelled = texts.into_iter().zip(labels).filter(|(_, label)| !label.is_empty());
    let (texts, labels): (Vec<String>, Vec<String>) = labelled.unzip();
    if texts.is_empty() {
        return Err(Complaint(format!("{shown} n’a aucune ligne dont la catégorie soit remplie.")));
    }
    let mut numbers: BTreeMap<&String, usize> = labels.iter().map(|label| (label, 0)).collect();
    for (number, slot) in numbers.values_mut().enumerate() {
        *slot = number;
    }
    let gold = labels.iter().map(|label| numbers[label]).collect();
    Ok((texts, gold))
}

/// The cells of the columns of these names.
fn columns<const N: usize>(file: &Path, wanted: [&str; N]) -> Outcome<[Vec<String>; N]> {
    let shown = file.display();
    let bytes = std::fs::read(file)
        .map_err(|error| Complaint(format!("{shown} ne peut pas être lu ({}).", io(&error))))?;
    let (names, lines) = intake::cells(&bytes)
        .map_err(|error| Complaint(format!("{shown} : {}", words::unreadable(&error))))?;
    let mut cells: [Vec<String>; N] = std::array::from_fn(|_| Vec::with_capacity(lines.len()));
    for (name, cells) in wanted.into_iter().zip(&mut cells) {
        let known = names.join(", ");
        let at = names
            .iter()
            .position(|column| column == name)
            .ok_or_else(|| Complaint(format!("{shown} n’a pas de colonne « {name} » ; il y a : {known}.")))?;
        cells.extend(lines.iter().map(|line| line.get(at).cloned().unwrap_or_default()));
    }
    Ok(cells)
}

/// How long each stage of a whole analysis of these texts takes.
fn seconds(texts: &[&str], k: Option<usize>) -> Outcome<BTreeMap<&'static str, f64>> {
    let items: Vec<Item<'_>> = texts.iter().map(|body| item(body)).collect();
    let (_, seconds) = timed(&items, None, &crate::jobs::analyse::parameters(k)?, 0)?;
    Ok(seconds)
}

fn item(body: &str) -> Item<'_> {
    Item { body, author: None, kind: None }
}

/// An analysis, and how long each of its stages took.
fn timed(
    items: &[Item<'_>],
    previous: Option<&Previous>,
    parameters: &ValidParameters,
    seed: u64,
) -> Outcome<(analysis::Outcome, BTreeMap<&'static str, f64>)> {
    let mut marks: Vec<(Stage, Instant)> = Vec::new();
    let mut mark = |stage| marks.push((stage, Instant::now()));
    let outcome = analysis::analyse(items, previous, parameters, seed, &mut mark)?;
    let end = Instant::now();
    let next = marks.iter().skip(1).map(|(_, start)| *start).chain([end]);
    let took =
        marks.iter().zip(next).map(|((stage, start), end)| (name(*stage), (end - *start).as_secs_f64()));
    Ok((outcome, took.collect()))
}

fn name(stage: Stage) -> &'static str {
    match stage {
        Stage::Segment => "segment",
        Stage::Read => "read",
        Stage::Vectors => "vectors",
        Stage::Themes => "themes",
        Stage::Describe => "describe",
        Stage::Map => "map",
        Stage::Draft => "draft",
    }
}

fn tell(figures: &Figures, json: bool) -> Outcome {
    if json {
        println!("{}", serde_json::to_string_pretty(figures)?);
        return Ok(());
    }
    println!("n {}  k {:.1}", figures.n, figures.k);
    println!(
        "nmi {:.3}  ari {:.3}  homogeneity {:.3}  completeness {:.3}  v {:.3}  purity {:.3}",
        figures.nmi, figures.ari, figures.homogeneity, figures.completeness, figures.v, figures.purity
    );
    println!("largest {:.3}  weak {:.3}  unplaced {:.3}", figures.largest, figures.weak, figures.unplaced);
    let stages =
        figures.seconds.iter().map(|(stage, seconds)| format!("{stage} {seconds:.3}")).collect::<Vec<_>>();
    println!("seconds: {}", stages.join("  "));
    Ok(())
}
