//! What backups and restorations say to whoever typed the command.

use app::text::{date, number};
use storage::{KeepingError as Refusal, StorageError};

use super::manifest::Manifest;
use super::{Account, Progress, Restored};

/// What the database refused.
pub fn storage(error: &StorageError) -> String {
    match error {
        StorageError::Keeping(refusal) => self::refusal(refusal),
        StorageError::Inconsistent(_) => {
            "une ligne de la sauvegarde n’a pas la forme de sa table : rien n’a été gardé. Prenez une autre copie.".to_owned()
        }
        other => crate::words::storage(other),
    }
}

/// Why a database can't be kept or filled.
pub fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Occupied(table) => format!(
            "la base n’est pas vide (table {table}) : rien n’a été écrit. Une restauration ne remplace jamais rien ; donnez dans DATABASE_URL (ou database.url) l’adresse d’une base neuve, par exemple sqlite://restauree.db."
        ),
        Refusal::Newer(schema) => format!(
            "la sauvegarde vient d’une version plus récente de Plénière (schéma n° {schema}) : installez cette version, puis recommencez."
        ),
        Refusal::Unlike(table) => format!(
            "la table {table} de la sauvegarde n’est pas celle que Plénière connaît à ce schéma : rien n’a été gardé."
        ),
        Refusal::Dangling(table) => format!(
            "une ligne de la table {table} renvoie à une autre qui n’est pas dans la sauvegarde : rien n’a été gardé."
        ),
        Refusal::Unportable { table, column, declared } => format!(
            "la colonne {column} de la table {table} ({declared}) ne peut pas être sauvegardée ; c’est une erreur du logiciel."
        ),
        Refusal::Unordered(table) => format!(
            "la table {table} n’a pas de clé primaire et ne peut pas être sauvegardée ; c’est une erreur du logiciel."
        ),
    }
}

/// « … posting : 1 000 000 lignes »
pub fn progress(progress: &Progress) -> String {
    match progress {
        Progress::Step(what) => format!("{what}…"),
        Progress::Rows { table, rows } => format!("… {table} : {} lignes", count(*rows)),
    }
}

/// A backup that was made.
pub fn made(account: &Account, out: &str, seconds: f64) -> String {
    format!(
        "{out} : {}, relue et vérifiée, en {} s.\n{}{}",
        size(account.bytes),
        number::decimal(seconds),
        contents(&account.manifest),
        "Ce fichier contient des données personnelles : gardez-le en lieu sûr, sur une autre machine.\n",
    )
}

/// A backup that was verified.
pub fn sound(manifest: &Manifest, file: &str) -> String {
    format!(
        "{file} : la sauvegarde est entière, chaque table correspond à son empreinte.\n{}",
        contents(manifest)
    )
}

/// A database that was filled.
pub fn restored(restored: &Restored, seconds: f64) -> String {
    let waiting = match restored.letters_waiting {
        0 => String::new(),
        waiting => format!(
            "{} attendai{}t d’être envoyée{} à ce moment-là : « pleniere serve » les enverra, même si elles sont parties depuis.\n",
            number::counted(waiting, "lettre", "lettres"),
            number::plural(waiting, "", "en"),
            number::plural(waiting, "", "s"),
        ),
    };
    format!(
        "Base restaurée ({}), identique à la sauvegarde, en {} s.\n{}{waiting}Les sessions et les codes d’accès n’en font pas partie : chacune et chacun se connecte de nouveau.\n",
        restored.into,
        number::decimal(seconds),
        contents(&restored.manifest),
    )
}

/// Its moment, its size, its congresses.
fn contents(manifest: &Manifest) -> String {
    let mut text = format!(
        "État du {} ({}, schéma n° {}) : {} lignes de {} tables.\n",
        date::moment(manifest.made_at),
        manifest.engine,
        manifest.schema,
        count(manifest.rows()),
        manifest.tables.len(),
    );
    for congress in &manifest.congresses {
        let contributions = number::count::contributions(u32::try_from(congress.contributions).unwrap_or(0));
        text.push_str(&format!("  {} — {}, {contributions}\n", congress.slug, congress.title));
    }
    text
}

fn count(rows: u64) -> String {
    number::number(u32::try_from(rows).unwrap_or(u32::MAX))
}

/// « 12,5 Mo »
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} octets"),
        1_000..1_000_000 => format!("{} ko", number::decimal(bytes as f64 / 1e3)),
        1_000_000..1_000_000_000 => format!("{} Mo", number::decimal(bytes as f64 / 1e6)),
        _ => format!("{} Go", number::decimal(bytes as f64 / 1e9)),
    }
}
