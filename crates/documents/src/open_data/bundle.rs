//! Everything in one ZIP.

use domain::reading::OpenData;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{congress_json, contributions_csv, datapackage_json, gexf, iramuteq, links_csv, verbatims_csv};
use crate::DocumentError;

/// What stands in the archive beside the files, for people.
pub const ABOUT: &str = "\
Données ouvertes d’un congrès, produites par Plénière.

datapackage.json   ce que contiennent les tables, colonne par colonne (Frictionless Data Package)
contributions.csv  toutes les contributions
verbatims.csv      tous les verbatims de l’analyse et leur place
proches.csv        les verbatims qui disent des choses proches
congres.json       la même chose en un arbre
iramuteq.txt       un texte par verbatim, avec ses variables étoilées, pour IRaMuTeQ
verbatims.gexf     les verbatims et leurs proches, pour Gephi

Les tables sont en UTF-8 avec indicateur d’ordre, séparées par des points-virgules. Une cellule qu’un tableur
pourrait exécuter commence par une apostrophe : ôtez-la pour retrouver le texte exact.
Dans iramuteq.txt, les caractères * $ § _ et les retours à la ligne deviennent des espaces, et les apostrophes courbes des droites.
";

/// The ZIP of all files: the same data give the same bytes. `others` are files made elsewhere, by name.
///
/// # Errors
/// When one of the files can't be made.
pub fn bundle(data: &OpenData, others: &[(&str, Vec<u8>)]) -> Result<Vec<u8>, DocumentError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // No moment: an archive made twice is the same archive.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let own = [
        ("LISEZMOI.txt", ABOUT.as_bytes().to_vec()),
        ("datapackage.json", datapackage_json(data)?),
        ("contributions.csv", contributions_csv(data)?),
        ("verbatims.csv", verbatims_csv(data)?),
        ("proches.csv", links_csv(data)?),
        ("congres.json", congress_json(data)?),
        ("iramuteq.txt", iramuteq(data)?),
        ("verbatims.gexf", gexf(data)?),
    ];
    for (name, bytes) in own.iter().chain(others) {
        archive.start_file(*name, options)?;
        archive.write_all(bytes).map_err(zip::result::ZipError::from)?;
    }
    Ok(archive.finish()?.into_inner())
}
