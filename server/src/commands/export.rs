//! `pleniere export (--congress SLUG | --demo) --format pdf --out FILE`, `--format tout --out FOLDER`.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use domain::congress::Congress;
use domain::wording::{FileFormat, VersionFile};
use domain::words::Slug;
use storage::Storage;

use super::{Complaint, Outcome};
use crate::config::Config;
use crate::file::{NewFile, Readers};
use crate::interrupt::Interrupt;
use crate::jobs::documents::{File, RenderError, offered, render};
use crate::words::io;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(
        long,
        value_name = "ADRESSE",
        required_unless_present = "demo",
        conflicts_with = "demo",
        help = "Congrès, par son adresse"
    )]
    congress: Option<Slug>,
    #[arg(long, help = "Le congrès de démonstration, établi pour l’occasion")]
    demo: bool,
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
    /// Les données ouvertes en une archive
    Zip,
    /// La dernière version publiée de la motion, sur papier
    Version,
    /// La même pour Word
    Docx,
    /// La même pour LibreOffice
    Odt,
    /// La même en une page qui se lit seule
    Html,
    /// Tout ce que le congrès a de fichiers, dans un dossier
    #[value(alias = "all")]
    Tout,
}

/// What is written.
enum Wanted {
    One(File),
    LastVersion(FileFormat),
    All,
}

impl From<Format> for Wanted {
    fn from(format: Format) -> Self {
        Self::One(match format {
            Format::Version => return Self::LastVersion(FileFormat::Pdf),
            Format::Docx => return Self::LastVersion(FileFormat::Docx),
            Format::Odt => return Self::LastVersion(FileFormat::Odt),
            Format::Html => return Self::LastVersion(FileFormat::Html),
            Format::Tout => return Self::All,
            Format::Pdf => File::MotionPdf,
            Format::CarteSvg => File::MapSvg,
            Format::CartePng => File::MapPng,
            Format::ArbreSvg => File::TreeSvg,
            Format::ArbrePng => File::TreePng,
            Format::Csv => File::ContributionsCsv,
            Format::Verbatims => File::VerbatimsCsv,
            Format::Proches => File::LinksCsv,
            Format::Json => File::CongressJson,
            Format::Schema => File::Schema,
            Format::Iramuteq => File::Iramuteq,
            Format::Gexf => File::Gexf,
            Format::Zip => File::Zip,
        })
    }
}

/// Each file is written whole and announced then, or not at all.
#[derive(Debug, thiserror::Error)]
#[error("l’export a été interrompu : rien n’est écrit que les fichiers annoncés ci-dessus")]
struct Stopped;

pub(super) async fn run(config: &Config, arguments: Arguments) -> Outcome<ExitCode> {
    let interrupt = Interrupt::heed("Interruption : l’export s’arrête")?;
    tokio::select! {
        biased;
        () = interrupt.came() => Ok(super::stopped(&interrupt, &Stopped)),
        done = export(config, &arguments) => done.map(|()| ExitCode::SUCCESS),
    }
}

async fn export(config: &Config, arguments: &Arguments) -> Outcome {
    // Dropped at the end: a demonstration leaves nothing.
    let folder = tempfile::tempdir()?;
    let url = match arguments.demo {
        true => format!("sqlite://{}", folder.path().join("pleniere.db").display()),
        false => config.database.url.clone(),
    };
    let storage = Storage::open(&url).await?;
    storage.migrate().await?;
    let congress = match &arguments.congress {
        Some(slug) => congress(&storage, slug).await?,
        None => super::demo::fill(&storage, None, &[], config.analysis.seed).await?,
    };
    let out = &arguments.out;
    for (file, place) in files(&storage, &congress, arguments.format.into(), out).await? {
        let bytes = render(&storage, &congress, file, &config.server.public_url).await?;
        write(&place, &bytes)?;
    }
    storage.close().await;
    Ok(())
}

/// What is written, and where.
async fn files(
    storage: &Storage,
    congress: &Congress,
    wanted: Wanted,
    out: &Path,
) -> Outcome<Vec<(File, PathBuf)>> {
    let mut reading = storage.read().await?;
    match wanted {
        Wanted::One(file) => Ok(vec![(file, out.to_owned())]),
        Wanted::LastVersion(format) => {
            let published = reading.motion_versions(congress.id).await?;
            let last = published.first().ok_or(RenderError::NoVersion)?;
            Ok(vec![(File::Version(VersionFile::whole(last.number, format)), out.to_owned())])
        }
        Wanted::All => {
            std::fs::create_dir_all(out).map_err(|error| {
                Complaint(format!("le dossier {} ne peut pas être fait ({}).", out.display(), io(&error)))
            })?;
            let offered = offered(&mut reading, congress.id).await?;
            Ok(offered.into_iter().map(|file| (file, out.join(&*file.name()))).collect())
        }
    }
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
fn write(out: &Path, bytes: &[u8]) -> Outcome {
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
