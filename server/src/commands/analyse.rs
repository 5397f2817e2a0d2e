//! `pleniere analyse --congress SLUG`.

use clap::Args;
use domain::words::Slug;
use serde::Serialize;
use storage::Storage;

use super::{Complaint, Outcome};
use crate::config::Config;
use crate::jobs::analyse::{Account, analyse};
use crate::present::{SystemClock, SystemEntropy};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(long, value_name = "ADRESSE", help = "Congrès, par son adresse")]
    congress: Slug,
    #[arg(long, value_name = "N", help = "Nombre de thèmes (sinon, l’analyse le choisit)")]
    k: Option<usize>,
    #[arg(
        long,
        value_name = "N",
        help = "Graine des nombres tirés au sort (par défaut, celle des réglages)"
    )]
    seed: Option<u64>,
    #[arg(long, help = "Compte rendu en JSON")]
    json: bool,
}

#[derive(Serialize)]
struct Told {
    analysis: u32,
    contributions: usize,
    verbatims: usize,
    themes: Vec<(String, usize)>,
    weak: usize,
    unplaced: usize,
    seconds: f64,
}

pub(super) async fn run(config: &Config, arguments: Arguments) -> Outcome {
    let storage = Storage::open(&config.database.url).await?;
    storage.migrate().await?;
    let account = found(&storage, config, &arguments).await;
    storage.close().await;
    tell(&account?, arguments.json)
}

async fn found(storage: &Storage, config: &Config, arguments: &Arguments) -> Outcome<Account> {
    let congress = super::export::congress(storage, &arguments.congress).await?;
    let seed = arguments.seed.unwrap_or(config.analysis.seed);
    let parameters =
        crate::jobs::analyse::parameters(arguments.k).map_err(|error| Complaint(error.to_string()))?;
    Ok(analyse(storage, &congress, parameters, seed, &SystemClock, &mut SystemEntropy).await?)
}

fn tell(account: &Account, json: bool) -> Outcome {
    if json {
        let told = Told {
            analysis: account.number,
            contributions: account.contributions,
            verbatims: account.verbatims,
            themes: account.themes.clone(),
            weak: account.weak,
            unplaced: account.unplaced,
            seconds: account.seconds,
        };
        println!("{}", serde_json::to_string_pretty(&told)?);
        return Ok(());
    }
    println!(
        "Analyse n° {} : {} contributions, {} verbatims, {:.1} s.",
        account.number, account.contributions, account.verbatims, account.seconds
    );
    if account.themes.is_empty() {
        println!(
            "Le corpus est trop petit pour y chercher des thèmes : chaque texte reste lisible, comme signal faible ou non rapproché."
        );
    }
    for (label, verbatims) in &account.themes {
        println!("{verbatims:6}  {label}");
    }
    println!("{:6}  signaux faibles\n{:6}  non rapprochés", account.weak, account.unplaced);
    Ok(())
}
