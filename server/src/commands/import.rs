//! `pleniere import FILE --congress SLUG`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use domain::words::Slug;
use intake::Mapping;

use super::{Complaint, Outcome};
use crate::config::Config;
use crate::interrupt::Interrupt;
use crate::jobs::import::{ImportError, Order, Report, import_until};
use crate::present::{SystemClock, SystemEntropy};
use crate::words::io;
use storage::Storage;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(
        value_name = "FICHIER",
        help = "Fichier CSV (tous séparateurs, UTF-8 ou Windows-1252) ou classeur XLSX, ODS"
    )]
    file: PathBuf,
    #[arg(
        long,
        value_name = "ADRESSE",
        help = "Congrès, par son adresse (par exemple congres-2026) ; créé s’il n’existe pas"
    )]
    congress: Slug,
    #[arg(long, value_name = "CHAMP=COLONNE", help = "Corrige une colonne mal reconnue ; répétable")]
    map: Vec<String>,
    #[arg(
        long,
        value_name = "NOM",
        help = "Feuille d’un classeur (sinon, la première qui contient quelque chose)"
    )]
    sheet: Option<String>,
    #[arg(long, help = "Lit et rend compte, sans rien écrire")]
    dry_run: bool,
    #[arg(long, help = "Importe les autres lignes quand certaines sont refusées (sinon : tout ou rien)")]
    skip_refused: bool,
    #[arg(long, help = "Compte rendu en JSON")]
    json: bool,
    #[arg(long, value_name = "TITRE", help = "Titre du congrès s’il est à créer")]
    title: Option<String>,
    #[arg(long, value_name = "QUESTION", help = "Question posée, si le congrès est à créer")]
    question: Option<String>,
}

pub(super) async fn run(config: &Config, arguments: Arguments) -> Outcome<ExitCode> {
    let interrupt = Interrupt::heed("Interruption : l’import s’arrête et rien n’est gardé")?;
    let mut mapping = Mapping::of_sheet(arguments.sheet);
    for rule in &arguments.map {
        mapping.add(rule).map_err(|error| Complaint(crate::jobs::import::words::mapping(&error)))?;
    }
    let bytes = std::fs::read(&arguments.file).map_err(|error| {
        Complaint(format!("{} ne peut pas être lu ({}).", arguments.file.display(), io(&error)))
    })?;
    let order = Order {
        file_name: arguments
            .file
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default(),
        congress: arguments.congress,
        title: arguments.title,
        question: arguments.question,
        mapping,
        dry_run: arguments.dry_run,
        skip_refused: arguments.skip_refused,
        fictional: false,
    };
    let storage = Storage::open(&config.database.url).await?;
    storage.migrate().await?;
    let report =
        import_until(interrupt.came(), &storage, &bytes, order, &SystemClock, &mut SystemEntropy).await;
    storage.close().await;
    if let Err(stopped @ ImportError::Stopped) = report {
        return Ok(super::stopped(&interrupt, &stopped));
    }
    tell(&report?, arguments.json)?;
    Ok(ExitCode::SUCCESS)
}

fn tell(report: &Report, json: bool) -> Outcome {
    if json {
        println!("{}", serde_json::to_string_pretty(report)?);
    } else {
        print!("{}", crate::jobs::import::words::report(report));
    }
    if report.nothing_done() {
        return Err(Complaint(crate::jobs::import::words::nothing_done(report)));
    }
    Ok(())
}
