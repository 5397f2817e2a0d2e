//! The commands of `pleniere`, one a file. What they say to people is in French; `--json` speaks to programs.

mod analyse;
mod backup;
mod bounces;
mod config;
mod demo;
mod evaluate;
mod export;
mod french;
mod help;
mod import;
mod invite;
mod migrate;
mod restore;
mod serve;
mod verify;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::config::Config;
use crate::interrupt::Interrupt;

/// The command line.
#[derive(Debug, Parser)]
#[command(
    name = "pleniere",
    version,
    about = "De l’appel à idées à la motion remise : congrès d’élus, en une chaîne et une base."
)]
pub struct Cli {
    #[arg(
        long,
        global = true,
        value_name = "FICHIER",
        help = "Fichier de réglages (par défaut pleniere.toml, s’il existe)"
    )]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    #[command(about = "Sert les congrès de la base")]
    Serve,
    #[command(about = "Sert un congrès de démonstration, refait à neuf dans un dossier à lui")]
    Demo(demo::Arguments),
    #[command(about = "Met le schéma de la base à jour")]
    Migrate,
    #[command(about = "Ajoute une personne à un congrès, avec un rôle, et donne son lien personnel")]
    Invite(invite::Arguments),
    #[command(about = "Importe des contributions depuis un tableau (CSV, XLSX, ODS)")]
    Import(import::Arguments),
    #[command(about = "Analyse les contributions d’un congrès et en tire un premier projet de motion")]
    Analyse(analyse::Arguments),
    #[command(about = "Mesure l’analyse sur un fichier dont les catégories sont connues")]
    Evaluate(evaluate::Arguments),
    #[command(about = "Écrit la motion ou les données d’un congrès dans un fichier")]
    Export(export::Arguments),
    #[command(
        about = "Écrit tout ce que contient la base dans un fichier, même pendant que « serve » tourne"
    )]
    Backup(backup::Arguments),
    #[command(about = "Vérifie une sauvegarde et la restaure dans une base vide")]
    Restore(restore::Arguments),
    #[command(about = "Lit des messages revenus et note quelles lettres n’ont pas été remises")]
    Bounces(bounces::Arguments),
    #[command(about = "Vérifie un journal des votes exporté, et recompte chaque scrutin")]
    Verify(verify::Arguments),
    #[command(about = "Affiche les réglages en vigueur, secrets masqués")]
    Config,
    #[command(about = "Affiche l’aide, ou celle d’une commande")]
    Help(help::Arguments),
}

/// A sentence for whoever typed the command: what is wrong, and how to mend it. Errors bear their cause in their own words.
#[derive(Debug)]
pub struct Complaint(pub String);

impl<E: std::error::Error + 'static> From<E> for Complaint {
    fn from(error: E) -> Self {
        Self(crate::words::told(&error))
    }
}

/// What a command comes to.
pub type Outcome<T = ()> = Result<T, Complaint>;

/// Reads the command line, does what it says, and says how it went.
pub fn run() -> ExitCode {
    let cli = match french::parse(std::env::args_os()) {
        Ok(cli) => cli,
        Err(answer) => return answer.give(),
    };
    match start(cli) {
        Ok(code) => code,
        Err(Complaint(sentence)) => {
            eprintln!("pleniere : {sentence}");
            ExitCode::FAILURE
        }
    }
}

/// Says that a command was told to stop and what became of its work; its exit code.
fn stopped(interrupt: &Interrupt, what: &dyn std::error::Error) -> ExitCode {
    eprintln!("pleniere : {what}.");
    interrupt.code()
}

fn start(cli: Cli) -> Outcome<ExitCode> {
    let config = Config::load(cli.config.as_deref())?;
    crate::telemetry::start(&config.log);
    // At least four workers: on a small machine one that computes must not hold up those that answer.
    let threads = std::thread::available_parallelism().map_or(4, usize::from).max(4);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(threads).enable_all().build()?;
    let outcome = runtime.block_on(obey(cli.command, config));
    // A computation that was given up ends with the process, and isn't waited for.
    runtime.shutdown_background();
    outcome
}

async fn obey(command: Command, config: Config) -> Outcome<ExitCode> {
    match command {
        Command::Serve => Box::pin(serve::run(config)).await?,
        Command::Demo(arguments) => Box::pin(demo::run(config, arguments)).await?,
        Command::Migrate => migrate::run(&config).await?,
        Command::Invite(arguments) => invite::run(&config, arguments).await?,
        Command::Import(arguments) => return Box::pin(import::run(&config, arguments)).await,
        Command::Analyse(arguments) => return analyse::run(&config, arguments).await,
        Command::Evaluate(arguments) => evaluate::run(&arguments)?,
        Command::Export(arguments) => return Box::pin(export::run(&config, arguments)).await,
        Command::Backup(arguments) => return Box::pin(backup::run(&config, arguments)).await,
        Command::Restore(arguments) => return Box::pin(restore::run(&config, arguments)).await,
        Command::Bounces(arguments) => bounces::run(&config, arguments).await?,
        Command::Verify(arguments) => verify::run(&arguments)?,
        Command::Config => config::run(&config)?,
        Command::Help(arguments) => help::run(&arguments)?,
    }
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        super::Cli::command().debug_assert();
        super::french::command().debug_assert();
    }
}
