//! `pleniere analyse --congress SLUG`.

use std::process::ExitCode;

use clap::Args;
use domain::words::Slug;
use serde::Serialize;
use storage::Storage;

use super::Outcome;
use crate::config::Config;
use crate::interrupt::Interrupt;
use crate::jobs::analyse::{Account, RunError, abandon_dead_runs, analyse_until, parameters};
use crate::present::{SystemClock, SystemEntropy};
use crate::words::counted;
use app::text::number::decimal;

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

pub(super) async fn run(config: &Config, arguments: Arguments) -> Outcome<ExitCode> {
    let interrupt = Interrupt::heed("Interruption : l’analyse s’arrête")?;
    let storage = Storage::open(&config.database.url).await?;
    storage.migrate().await?;
    let found = find(&storage, config, &arguments, &interrupt).await;
    storage.close().await;
    match found? {
        Ok(account) => tell(&account, arguments.json).map(|()| ExitCode::SUCCESS),
        Err(stopped @ RunError::Stopped) => Ok(super::stopped(&interrupt, &stopped)),
        Err(error) => Err(error.into()),
    }
}

async fn find(
    storage: &Storage,
    config: &Config,
    arguments: &Arguments,
    interrupt: &Interrupt,
) -> Outcome<Result<Account, RunError>> {
    abandon_dead_runs(storage, &SystemClock).await?;
    let congress = super::export::congress(storage, &arguments.congress).await?;
    let seed = arguments.seed.unwrap_or(config.analysis.seed);
    let parameters = parameters(arguments.k)?;
    let stop = interrupt.came();
    Ok(analyse_until(stop, storage, &congress, parameters, seed, &SystemClock, &mut SystemEntropy).await)
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
        "Analyse n° {} : {}, {}, {} s.",
        account.number,
        counted(account.contributions, "contribution"),
        counted(account.verbatims, "verbatim"),
        decimal(account.seconds),
    );
    if account.themes.is_empty() {
        println!(
            "Le corpus est trop petit pour y chercher des thèmes : chaque texte reste lisible, comme signal faible ou non rapproché."
        );
    }
    for (label, verbatims) in &account.themes {
        println!("{verbatims:6}  {label}");
    }
    println!("{:6}  signaux faibles\n{:6}  non rapprochés", account.weak, account.unplaced);
    Ok(())
}
