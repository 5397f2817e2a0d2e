//! What a backup says of itself, and where its parts stand in the ZIP.

use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use storage::{KeptCongress, LEFT_OUT, Table};

/// The format's name.
pub const FORMAT: &str = "sauvegarde-pleniere";
/// The format's version. It changes when a program of before couldn't read the file any more.
pub const VERSION: u32 = 1;
/// Where the manifest stands.
pub const MANIFEST: &str = "manifeste.json";
/// Where people read what the file is.
pub const README: &str = "LISEZMOI.txt";

/// What [`README`] says.
pub const ABOUT: &str = "\
Sauvegarde d’une base Plénière : tout ce qu’elle contenait à un moment, y compris des données personnelles
(noms, adresses électroniques, textes non publiés). À garder en lieu sûr.

Pour la vérifier :   pleniere restore --check FICHIER
Pour la restaurer, dans une base vide, SQLite ou PostgreSQL :   pleniere restore FICHIER

manifeste.json   le format, le schéma (numéro de la dernière migration), les congrès, et pour chaque table
                 ses colonnes, le nombre de ses lignes et leur empreinte SHA-256
tables/*.tsv     une ligne par enregistrement, dans l’ordre de la clé primaire : UTF-8, valeurs séparées par des
                 tabulations, \\N pour l’absence de valeur, et \\\\ \\t \\n \\r dans les textes (c’est le format texte
                 de COPY de PostgreSQL). Formes : « octets » en hexadécimal, « entier » (oui et non : 1 et 0),
                 « mesure » (nombre à virgule, au bit près), « texte ».
";

/// The whole of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// [`FORMAT`].
    pub format: String,
    /// [`VERSION`].
    pub version: u32,
    /// The version of the program that wrote it.
    pub program: String,
    /// The engine that it was taken from.
    pub engine: String,
    /// The moment whose state it is, in microseconds UTC.
    pub made_at: Timestamp,
    /// The number of the schema's last migration.
    pub schema: i64,
    /// The congresses in it.
    pub congresses: Vec<KeptCongress>,
    /// The tables in it, by name.
    pub tables: Vec<Kept>,
    /// The tables that it leaves out.
    pub left_out: Vec<LeftOut>,
}

/// A table in a backup.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// Its name and columns.
    #[serde(flatten)]
    pub table: Table,
    /// How many rows it has.
    pub rows: u64,
    /// The SHA-256 of its lines, in hexadecimal.
    pub sha256: String,
}

/// A table that is left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Its name.
    pub table: String,
    /// Why, in French.
    pub why: String,
}

impl LeftOut {
    /// What this program leaves out.
    pub fn all() -> Vec<Self> {
        LEFT_OUT.iter().map(|own| Self { table: own.table.to_owned(), why: own.why.to_owned() }).collect()
    }
}

impl Manifest {
    /// Rows of all tables.
    pub fn rows(&self) -> u64 {
        self.tables.iter().map(|kept| kept.rows).sum()
    }
}

/// Where a table's lines stand.
pub fn place(table: &str) -> String {
    format!("tables/{table}.tsv")
}
