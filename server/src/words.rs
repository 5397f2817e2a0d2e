//! Errors of the rooms, said to whoever types a command: what is wrong, and how to mend it. The rooms speak English, to logs.

use std::error::Error;
use std::io::ErrorKind;

use analysis::{AnalysisError, ParameterError};
use documents::DocumentError;
use domain::words::{Body, BodyError, SlugError};
use storage::StorageError;

/// Whatever stopped a command. Errors that have no words here are our own, or of a library: they come as they are, as a detail.
pub fn told(error: &(dyn Error + 'static)) -> String {
    if let Some(error) = error.downcast_ref::<StorageError>() {
        storage(error)
    } else if let Some(error) = error.downcast_ref::<SlugError>() {
        slug(*error).to_owned()
    } else if let Some(error) = error.downcast_ref::<ParameterError>() {
        parameter(error)
    } else if let Some(error) = error.downcast_ref::<AnalysisError>() {
        engine(error)
    } else if let Some(error) = error.downcast_ref::<std::io::Error>() {
        format!("la machine a refusé : {}.", io(error))
    } else {
        error.to_string()
    }
}

/// What the database refused.
pub fn storage(error: &StorageError) -> String {
    match error {
        StorageError::Address => {
            "l’adresse de la base doit commencer par sqlite:// (puis un chemin) ou par postgres:// : corrigez database.url ou DATABASE_URL.".to_owned()
        }
        StorageError::SlugTaken(slug) => {
            format!("un congrès a déjà l’adresse « {slug} » : choisissez-en une autre.")
        }
        StorageError::UnknownArea(area) => {
            format!("« {area} » n’est pas dans la liste des enjeux du congrès.")
        }
        StorageError::Missing(what) => {
            format!("la base n’a pas, ou n’a plus, ce qui était demandé ({}).", noun(what))
        }
        StorageError::RunEnded => "cette analyse n’est plus en cours : elle a été arrêtée entre-temps.".to_owned(),
        StorageError::Inconsistent(detail) => {
            format!("le résultat se contredit et n’a pas été enregistré ; c’est une erreur du logiciel ({detail}).")
        }
        StorageError::Corrupt { table, column, row } => format!(
            "la base contient une valeur illisible (table {table}, colonne {column}, ligne {row}) : restaurez une sauvegarde."
        ),
        StorageError::Keeping(refusal) => crate::jobs::keeping::words::refusal(refusal),
        StorageError::Behind(missing) => {
            format!("le schéma de la base n’est pas à jour (il manque {missing} migration{}) : lancez « pleniere migrate ».", s(*missing))
        }
        StorageError::Migration(error) => {
            format!("le schéma de la base n’a pas pu être mis à jour ({}).", detail(error))
        }
        silent if silent.is_silence() => {
            "la base de données ne répond pas : vérifiez son adresse (database.url ou DATABASE_URL) et qu’elle est démarrée.".to_owned()
        }
        StorageError::Engine(error) => {
            format!("la base de données a refusé ou ne peut pas être ouverte : vérifiez son adresse (database.url ou DATABASE_URL) ({}).", detail(error))
        }
    }
}

/// The glossary's word, in French.
fn noun(what: &str) -> &str {
    match what {
        "congress" => "congrès",
        "analysis" => "analyse",
        "import" => "import",
        "contribution" => "contribution",
        "motion" => "motion",
        other => other,
    }
}

/// The last cause, which is the engine's own, on one line.
fn detail(error: &(dyn Error + 'static)) -> String {
    let mut last = error;
    while let Some(cause) = last.source() {
        last = cause;
    }
    let own = match last.downcast_ref::<std::io::Error>() {
        Some(error) => io(error),
        None => last.to_string(),
    };
    format!("détail technique : {}", own.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Why an address can't be a congress'.
pub fn slug(error: SlugError) -> &'static str {
    match error {
        SlugError::Length => "une adresse compte de 2 à 60 caractères",
        SlugError::Characters => {
            "une adresse n’a que des lettres minuscules sans accent, des chiffres, et des traits d’union entre eux"
        }
    }
}

/// Why words can't be a contribution's.
pub fn body(error: BodyError) -> String {
    match error {
        BodyError::Empty => "le texte est vide".to_owned(),
        BodyError::TooLong(chars) => format!(
            "le texte compte {chars} caractères, plus que les {} admis : coupez-le en plusieurs lignes",
            Body::MAX_CHARS
        ),
        BodyError::Nul => "le texte contient un caractère nul : la ligne n’est pas du texte".to_owned(),
    }
}

/// A setting of the analysis that is out of bounds. Only the number of themes can be asked for; the others are constants.
pub fn parameter(error: &ParameterError) -> String {
    match error {
        ParameterError::Themes { .. } => "le nombre de thèmes (--k) doit être d’au moins 2.".to_owned(),
        other => format!("un réglage de l’analyse est hors de ses bornes (détail technique : {other})."),
    }
}

/// What stopped the engine.
pub fn engine(error: &AnalysisError) -> String {
    format!("le moteur d’analyse s’est arrêté ; c’est une erreur du logiciel (détail technique : {error}).")
}

/// What kept a document from being composed.
pub fn document(error: &DocumentError) -> String {
    format!(
        "le document n’a pas pu être composé ; c’est une erreur du logiciel (détail technique : {error})."
    )
}

/// What the operating system refused, without a full stop.
pub fn io(error: &std::io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "rien n’existe à cet endroit".to_owned(),
        ErrorKind::PermissionDenied => "l’accès est refusé".to_owned(),
        ErrorKind::AlreadyExists => "quelque chose existe déjà à cet endroit".to_owned(),
        ErrorKind::IsADirectory => "c’est un dossier".to_owned(),
        ErrorKind::NotADirectory => "un dossier du chemin n’en est pas un".to_owned(),
        ErrorKind::AddrInUse => "un autre programme l’occupe".to_owned(),
        ErrorKind::AddrNotAvailable => "ce n’est pas une adresse de cette machine".to_owned(),
        ErrorKind::ConnectionRefused => "personne ne répond à cette adresse".to_owned(),
        ErrorKind::StorageFull => "le disque est plein".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "le disque est en lecture seule".to_owned(),
        _ => match error.raw_os_error() {
            Some(code) => format!("erreur {code} du système"),
            None => "erreur du système".to_owned(),
        },
    }
}

/// The mark of the plural.
pub fn s(count: usize) -> &'static str {
    if count > 1 { "s" } else { "" }
}

/// « 1 contribution », « 12 contributions ».
pub fn counted(count: usize, noun: &str) -> String {
    let n = u32::try_from(count).unwrap_or(u32::MAX);
    format!("{} {noun}{}", app::text::number::number(n), s(count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cause_of_the_system_is_said_in_french() {
        let refused = sqlx::Error::Io(std::io::Error::from(ErrorKind::ConnectionRefused));
        assert!(storage(&refused.into()).contains("personne ne répond à cette adresse"));
        let silent = storage(&sqlx::Error::PoolTimedOut.into());
        assert!(silent.contains("qu’elle est démarrée") && !silent.contains("pool"), "{silent}");
        let boxed: Box<dyn Error> = Box::new(SlugError::Length);
        assert_eq!(told(boxed.as_ref()), slug(SlugError::Length));
    }
}
