//! `pleniere restore FILE`, `pleniere restore --check FILE`.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use clap::Args;
use serde::Serialize;

use super::Outcome;
use super::backup::say;
use crate::config::Config;
use crate::interrupt::Interrupt;
use crate::jobs::keeping::{Backup, KeepingError, Restored, restore_until, words};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "FICHIER", help = "Sauvegarde écrite par « pleniere backup »")]
    file: PathBuf,
    #[arg(long, help = "Vérifie la sauvegarde, sans rien écrire ni ouvrir de base")]
    check: bool,
    #[arg(long, help = "Compte rendu en JSON")]
    json: bool,
}

#[derive(Serialize)]
struct Told<'a> {
    seconds: f64,
    #[serde(flatten)]
    restored: &'a Restored,
}

pub(super) async fn run(config: &Config, arguments: Arguments) -> Outcome<ExitCode> {
    if arguments.check {
        check(&arguments)?;
        return Ok(ExitCode::SUCCESS);
    }
    let interrupt = Interrupt::heed("Interruption : la restauration s’arrête et rien n’est gardé")?;
    let began = Instant::now();
    let restored =
        Box::pin(restore_until(interrupt.came(), &config.database.url, &arguments.file, &mut say)).await;
    if let Err(stopped @ KeepingError::Stopped) = restored {
        return Ok(super::stopped(&interrupt, &stopped));
    }
    let (restored, seconds) = (restored?, began.elapsed().as_secs_f64());
    if arguments.json {
        println!("{}", serde_json::to_string_pretty(&Told { seconds, restored: &restored })?);
    } else {
        print!("{}", words::restored(&restored, seconds));
    }
    Ok(ExitCode::SUCCESS)
}

fn check(arguments: &Arguments) -> Outcome {
    let mut backup = Backup::open(&arguments.file)?;
    backup.verify(&mut say)?;
    if arguments.json {
        println!("{}", serde_json::to_string_pretty(backup.manifest())?);
    } else {
        print!("{}", words::sound(backup.manifest(), &arguments.file.display().to_string()));
    }
    Ok(())
}
