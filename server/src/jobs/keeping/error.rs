//! Why nothing was kept, or nothing restored.

use std::io;

use storage::StorageError;

use super::words;

/// Whatever stopped a backup or a restoration. Nothing was written then.
#[derive(Debug, thiserror::Error)]
pub enum KeepingError {
    /// It was asked to stop.
    #[error("arrêt demandé : rien n’a été écrit")]
    Stopped,
    /// The database has no schema.
    #[error(
        "la base est vide : elle n’a pas encore de schéma. Vérifiez son adresse (database.url ou DATABASE_URL)."
    )]
    NoSchema,
    /// Something is where the backup should be written.
    #[error("{0} existe déjà : donnez un autre nom, ou ajoutez --replace pour le remplacer.")]
    Exists(String),
    /// Not a ZIP with a manifest of ours.
    #[error("{0}")]
    Foreign(&'static str),
    /// A ZIP that ends before its end.
    #[error(
        "la sauvegarde est incomplète : le fichier s’arrête avant sa fin. La copie ou l’écriture a sans doute été coupée ; prenez une autre copie."
    )]
    Cut,
    /// What is read isn't what was written.
    #[error(
        "la sauvegarde est abîmée : {0} ne correspond pas à son empreinte ou ne peut pas être lu. Prenez une autre copie ; rien n’a été écrit."
    )]
    Damaged(String),
    /// A version of the format that this program doesn't know.
    #[error(
        "la sauvegarde est au format n° {0}, que cette version de Plénière ne connaît pas : installez la plus récente."
    )]
    Format(u32),
    /// What was loaded isn't what the backup holds.
    #[error(
        "la table {0}, une fois chargée, n’est pas celle de la sauvegarde : rien n’a été gardé ; c’est une erreur du logiciel."
    )]
    Differs(String),
    /// The machine refused.
    #[error("la machine a refusé : {}.", crate::words::io(.0))]
    Machine(#[from] io::Error),
    /// The ZIP couldn't be written.
    #[error("le fichier n’a pas pu être écrit (détail technique : {0}).")]
    Zip(zip::result::ZipError),
    /// The manifest couldn't be written.
    #[error("le manifeste n’a pas pu être écrit (détail technique : {0}).")]
    Json(#[from] serde_json::Error),
    /// The database refused.
    #[error("{}", words::storage(.0))]
    Storage(#[from] StorageError),
}

impl From<zip::result::ZipError> for KeepingError {
    fn from(error: zip::result::ZipError) -> Self {
        match error {
            zip::result::ZipError::Io(error) => Self::Machine(error),
            error => Self::Zip(error),
        }
    }
}
