//! `pleniere bounces`.

use std::io::Read;
use std::path::{Path, PathBuf};

use app::text::number::counted;
use clap::Args;
use storage::Storage;

use super::{Complaint, Outcome};
use crate::config::Config;
use crate::jobs::mail::bounces::{Report, note};
use crate::present::SystemClock;
use crate::words::io;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(
        value_name = "CHEMIN",
        help = "Messages revenus : fichiers, ou dossiers (Maildir ou autres) ; sans chemin, un message lu sur l’entrée standard"
    )]
    paths: Vec<PathBuf>,
    #[arg(long, help = "Compte rendu en JSON")]
    json: bool,
}

pub(super) async fn run(config: &Config, arguments: Arguments) -> Outcome {
    let messages = gather(&arguments.paths)?;
    let storage = Storage::open(&config.database.url).await?;
    storage.migrate().await?;
    let report = note(&storage, &SystemClock, &config.mail.bounces, &messages).await;
    storage.close().await;
    let report = report?;
    if arguments.json {
        println!("{}", serde_json::to_string_pretty(&report)?);
    } else {
        print!("{}", told(&report));
    }
    Ok(())
}

fn gather(paths: &[PathBuf]) -> Outcome<Vec<(String, Vec<u8>)>> {
    if paths.is_empty() {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes)?;
        return Ok(vec![("entrée standard".to_owned(), bytes)]);
    }
    let mut messages = Vec::new();
    for path in paths {
        for file in files(path).map_err(|error| unreadable(path, &error))? {
            let bytes = std::fs::read(&file).map_err(|error| unreadable(&file, &error))?;
            messages.push((file.display().to_string(), bytes));
        }
    }
    Ok(messages)
}

/// The file itself, or those of a folder: of a Maildir, its new and its read ones.
fn files(path: &Path) -> std::io::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_path_buf()]);
    }
    let maildir = ["new", "cur"].map(|name| path.join(name));
    let folders =
        if maildir.iter().all(|folder| folder.is_dir()) { &maildir[..] } else { &[path.to_path_buf()] };
    let mut files = Vec::new();
    for folder in folders {
        for entry in folder.read_dir()? {
            files.push(entry?.path());
        }
    }
    files.retain(|file| file.is_file());
    files.sort();
    Ok(files)
}

fn unreadable(path: &Path, error: &std::io::Error) -> Complaint {
    Complaint(format!("{} ne peut pas être lu ({}).", path.display(), io(error)))
}

fn told(report: &Report) -> String {
    let mut lines = Vec::new();
    for (count, one, many) in [
        (report.noted, "lettre revenue, notée à corriger", "lettres revenues, notées à corriger"),
        (report.known, "lettre déjà connue comme non remise", "lettres déjà connues comme non remises"),
        (
            report.underway,
            "lettre en route ou arrivée\u{a0}: rien à faire",
            "lettres en route ou arrivées\u{a0}: rien à faire",
        ),
        (
            report.unknown,
            "avis sur une lettre que cette base n’a pas",
            "avis sur des lettres que cette base n’a pas",
        ),
    ] {
        if count > 0 {
            lines.push(format!("{}.", counted(count, one, many)));
        }
    }
    lines.extend(report.unread.iter().map(|(file, why)| format!("{file}\u{a0}: {why}.")));
    if lines.is_empty() {
        lines.push("Aucun message à lire.".to_owned());
    }
    lines.join("\n") + "\n"
}
