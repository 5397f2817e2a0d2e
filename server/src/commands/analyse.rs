//! `pleniere analyse --congress SLUG`.

use std::process::ExitCode;

use clap::Args;
use domain::words::Slug;
use serde::Serialize;
use storage::Storage;

use super::Outcome;
use crate::config::Config;
use crate::interrupt::Interrupt;
use crate::jobs::analyse::{
    Account, Progress, RunError, RunOrder, Verdict, abandon_dead_runs, again, analyse_until, parameters,
};
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
    #[arg(
        long,
        help = "Repart de rien : les noms, les couleurs et les places de l’analyse précédente ne sont pas gardés"
    )]
    fresh: bool,
    #[arg(
        long,
        value_name = "N",
        conflicts_with_all = ["k", "seed", "fresh"],
        help = "Refait l’analyse n° N d’après ce qui en est enregistré, et vérifie que le résultat est le même ; rien n’est écrit"
    )]
    again: Option<u32>,
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
    if let Some(number) = arguments.again {
        let checked = Box::pin(check(&storage, &arguments, number, &interrupt)).await;
        storage.close().await;
        return match checked? {
            Ok(verdict) => told(&verdict, arguments.json),
            Err(stopped @ RunError::Stopped) => Ok(super::stopped(&interrupt, &stopped)),
            Err(error) => Err(error.into()),
        };
    }
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
    let order = RunOrder { parameters: parameters(arguments.k)?, seed, fresh: arguments.fresh };
    let stop = interrupt.came();
    Ok(analyse_until(stop, storage, &congress, order, &SystemClock, &mut SystemEntropy, &mut say).await)
}

async fn check(
    storage: &Storage,
    arguments: &Arguments,
    number: u32,
    interrupt: &Interrupt,
) -> Outcome<Result<Verdict, RunError>> {
    let congress = super::export::congress(storage, &arguments.congress).await?;
    let (mut entropy, mut told) = (SystemEntropy, say);
    Ok(tokio::select! {
        biased;
        () = interrupt.came() => Err(RunError::Stopped),
        verdict = again(storage, &congress, number, &SystemClock, &mut entropy, &mut told) => verdict,
    })
}

/// Progress is for the eyes of whoever waits: apart from the account, which programs read.
fn say(progress: Progress) {
    eprintln!("Étape {} sur {} : {}…", progress.step, progress.steps, progress.what);
}

fn told(verdict: &Verdict, json: bool) -> Outcome<ExitCode> {
    let same = verdict.differences.is_empty();
    if json {
        println!("{}", serde_json::to_string_pretty(verdict)?);
    } else if same {
        println!(
            "Analyse n° {} refaite d’après le même corpus, la même graine et les mêmes paramètres : le résultat est identique ({}).",
            verdict.number,
            counted(verdict.verbatims, "verbatim"),
        );
    }
    if same {
        return Ok(ExitCode::SUCCESS);
    }
    let engine = verdict.other_engine.as_ref().map_or_else(String::new, |engine| {
        format!(" ; elle a été faite par un autre moteur ({engine}), ce qui peut suffire à l’expliquer")
    });
    Err(super::Complaint(format!(
        "l’analyse n° {} refaite n’est pas la même : {} diffère(nt){engine}.",
        verdict.number,
        verdict.differences.join(", "),
    )))
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
