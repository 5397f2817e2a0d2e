//! `pleniere export --congress SLUG --format pdf --out FILE`.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use domain::congress::Congress;
use domain::words::Slug;
use storage::Storage;

use super::{Complaint, Outcome};
use crate::config::Config;
use crate::file::{NewFile, Readers};
use crate::interrupt::Interrupt;
use crate::jobs::documents::{File, render};
use crate::words::io;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(long, value_name = "ADRESSE", help = "Congrès, par son adresse")]
    congress: Slug,
    #[arg(long, value_enum, help = "Ce qui est écrit")]
    format: Format,
    #[arg(long, value_name = "FICHIER", help = "Où l’écrire ; un fichier qui existe est remplacé")]
    out: PathBuf,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// La motion et ses annexes
    Pdf,
    /// La carte, en traits
    CarteSvg,
    /// La carte, en image
    CartePng,
    /// L’arbre, en traits
    ArbreSvg,
    /// L’arbre, en image
    ArbrePng,
    /// Les contributions
    Csv,
    /// Les verbatims et leurs thèmes
    Verbatims,
    /// Les verbatims proches les uns des autres
    Proches,
    /// Tout le congrès
    Json,
    /// Le schéma des tables (Frictionless)
    Schema,
    /// Le corpus pour IRaMuTeQ
    Iramuteq,
    /// Le graphe des verbatims pour Gephi
    Gexf,
    /// Tout cela en une archive
    Zip,
}

impl From<Format> for File {
    fn from(format: Format) -> Self {
        match format {
            Format::Pdf => Self::MotionPdf,
            Format::CarteSvg => Self::MapSvg,
            Format::CartePng => Self::MapPng,
            Format::ArbreSvg => Self::TreeSvg,
            Format::ArbrePng => Self::TreePng,
            Format::Csv => Self::ContributionsCsv,
            Format::Verbatims => Self::VerbatimsCsv,
            Format::Proches => Self::LinksCsv,
            Format::Json => Self::CongressJson,
            Format::Schema => Self::Schema,
            Format::Iramuteq => Self::Iramuteq,
            Format::Gexf => Self::Gexf,
            Format::Zip => Self::Zip,
        }
    }
}

/// Nothing was written.
#[derive(Debug, thiserror::Error)]
#[error("l’export a été interrompu : aucun fichier n’a été écrit")]
struct Stopped;

pub(super) async fn run(config: &Config, arguments: Arguments) -> Outcome<ExitCode> {
    let interrupt = Interrupt::heed("Interruption : l’export s’arrête")?;
    let storage = Storage::open(&config.database.url).await?;
    storage.migrate().await?;
    let bytes = tokio::select! {
        biased;
        () = interrupt.came() => return Ok(super::stopped(&interrupt, &Stopped)),
        bytes = rendered(&storage, config, &arguments) => bytes,
    };
    storage.close().await;
    write(&arguments.out, &bytes?)?;
    Ok(ExitCode::SUCCESS)
}

async fn rendered(storage: &Storage, config: &Config, arguments: &Arguments) -> Outcome<Vec<u8>> {
    let congress = congress(storage, &arguments.congress).await?;
    Ok(render(storage, &congress, arguments.format.into(), &config.server.public_url).await?)
}

/// The congress of that address, or the addresses that there are.
pub(super) async fn congress(storage: &Storage, slug: &Slug) -> Outcome<Congress> {
    let mut reading = storage.read().await?;
    if let Some(congress) = reading.congress(slug).await? {
        return Ok(congress);
    }
    let known: Vec<String> =
        reading.congresses().await?.iter().map(|congress| congress.slug.to_string()).collect();
    let known = if known.is_empty() {
        "la base n’en a aucun".to_owned()
    } else {
        format!("il y a : {}", known.join(", "))
    };
    Err(Complaint(format!("aucun congrès n’a l’adresse « {slug} » ; {known}.")))
}

/// What was there stays whole until the new file is.
fn write(out: &std::path::Path, bytes: &[u8]) -> Outcome {
    let written = || {
        let mut file = NewFile::beside(out, Readers::Usual)?;
        file.as_file().write_all(bytes)?;
        file.replace()
    };
    written()
        .map_err(|error| Complaint(format!("{} ne peut pas être écrit ({}).", out.display(), io(&error))))?;
    println!("{} : {} octets.", out.display(), bytes.len());
    Ok(())
}
