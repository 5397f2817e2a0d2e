//! Tables as a backup knows them.

use serde::{Deserialize, Serialize};

use super::line::{self, Cell};

/// A table and its columns, in the order in which its lines have them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Column>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// How its values are written.
    pub form: Form,
}

/// How a value is written, whichever engine it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// Ids and bytes, in hexadecimal.
    #[serde(rename = "octets")]
    Bytes,
    /// Whole numbers, and yes or no as 1 or 0.
    #[serde(rename = "entier")]
    Whole,
    /// Numbers with a fraction, so that reading them gives the very same bits.
    #[serde(rename = "mesure")]
    Measure,
    /// Text in UTF-8, escaped.
    #[serde(rename = "texte")]
    Text,
}

impl Table {
    /// The values of one of its lines, without the line feed; none when the line isn't of this table.
    pub fn cells(&self, line: &[u8]) -> Option<Vec<Cell>> {
        line::read(line, self.columns.iter().map(|column| column.form))
    }
}

/// A table whose rows no backup holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its name.
    pub table: &'static str,
    /// Why, for whoever opens the backup.
    pub why: &'static str,
}

/// What a backup leaves out. Links that were sent stay good: without them every letter in a mailbox would be dead, and they
/// are known by the SHA-256 of 256 random bits, which nobody can turn back.
pub const LEFT_OUT: [LeftOut; 4] = [
    LeftOut {
        table: "access_code",
        why: "codes à six chiffres : valables un quart d’heure, et leur empreinte se devine en un instant",
    },
    LeftOut {
        table: "import_upload",
        why: "fichiers envoyés et pas encore importés : gardés un jour au plus, on les envoie de nouveau",
    },
    LeftOut { table: "open_data", why: "fichiers de données ouvertes : refaits à la demande" },
    LeftOut { table: "session", why: "sessions ouvertes : chacune et chacun se connecte de nouveau" },
];

/// Whether a backup leaves that table out.
pub(super) fn is_left_out(table: &str) -> bool {
    LEFT_OUT.iter().any(|left_out| left_out.table == table)
}
