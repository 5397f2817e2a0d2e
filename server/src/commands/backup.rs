//! `pleniere backup --out FILE`.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use clap::Args;
use serde::Serialize;
use storage::Storage;

use super::Outcome;
use crate::config::Config;
use crate::interrupt::Interrupt;
use crate::jobs::keeping::{Account, KeepingError, Order, Progress, backup_until, words};
use crate::present::SystemClock;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(long, value_name = "FICHIER", help = "Où écrire la sauvegarde (par exemple 2026-10-12.zip)")]
    out: PathBuf,
    #[arg(long, help = "Remplace le fichier s’il existe déjà (sinon : refus)")]
    replace: bool,
    #[arg(long, help = "Compte rendu en JSON")]
    json: bool,
}

#[derive(Serialize)]
struct Told<'a> {
    file: String,
    seconds: f64,
    #[serde(flatten)]
    account: &'a Account,
}

pub(super) async fn run(config: &Config, arguments: Arguments) -> Outcome<ExitCode> {
    let interrupt = Interrupt::heed("Interruption : la sauvegarde s’arrête")?;
    let began = Instant::now();
    // As it is: a backup before an upgrade is of the schema of before.
    let storage = Storage::open_existing(&config.database.url).await?;
    let order = Order { out: arguments.out, replace: arguments.replace };
    let made = backup_until(interrupt.came(), &storage, &order, &SystemClock, &mut say).await;
    storage.close().await;
    if let Err(stopped @ KeepingError::Stopped) = made {
        return Ok(super::stopped(&interrupt, &stopped));
    }
    let (account, seconds) = (made?, began.elapsed().as_secs_f64());
    let file = order.out.display().to_string();
    if arguments.json {
        println!("{}", serde_json::to_string_pretty(&Told { file, seconds, account: &account })?);
    } else {
        print!("{}", words::made(&account, &file, seconds));
    }
    Ok(ExitCode::SUCCESS)
}

/// Progress is for the eyes of whoever waits: apart from the account, which programs read.
pub(super) fn say(progress: &Progress) {
    eprintln!("{}", words::progress(progress));
}
