//! What is said of an import, in French.

use crate::words::{body, s};
use app::text::date;
use domain::time::Timestamp;
use intake::{Field, MappingError, Note, Passed, RefusalReason, Unreadable};

use super::Report;

/// Stands for the question of a congress that an import made.
pub const QUESTION_TO_GIVE: &str = "Qu’avez-vous à dire ?";
/// Stands for the summary of a congress that an import made.
pub const SUMMARY_OF_IMPORT: &str = "Ces contributions ont été importées d’un fichier. Voici tout ce qui a été écrit, jusqu’à la remarque que personne d’autre n’a faite.";

/// Why nothing of a file can be read.
pub fn unreadable(reason: &Unreadable) -> String {
    match reason {
        Unreadable::Empty => {
            "le fichier est vide : vérifiez que c’est le bon, et qu’il a été enregistré.".to_owned()
        }
        Unreadable::NoRows => {
            "le fichier n’a que des titres de colonnes : il faut au moins une ligne au-dessous.".to_owned()
        }
        Unreadable::Protected => {
            "ce classeur est protégé par un mot de passe : ouvrez-le, enregistrez-le sans mot de passe, puis recommencez.".to_owned()
        }
        Unreadable::Old => {
            "ce fichier est d’un ancien format (XLS, de 1997) : ouvrez-le dans un tableur, enregistrez-le au format XLSX ou ODS, puis recommencez.".to_owned()
        }
        Unreadable::Broken => {
            "ce classeur est abîmé ou incomplet : ouvrez-le dans un tableur et enregistrez-le de nouveau, ou prenez une autre copie.".to_owned()
        }
        Unreadable::TooManyColumns(count) => format!(
            "ce fichier a {count} colonnes, et il en faut mille au plus : gardez-y celles qui servent, ou vérifiez qu’il a bien une ligne par contribution."
        ),
        Unreadable::TooLarge => {
            "ce classeur est trop grand une fois déplié : gardez-y la seule feuille utile, sans lignes ni colonnes vides remplies jusqu’au bout, ou enregistrez-la au format CSV.".to_owned()
        }
        Unreadable::NoWorkbook => {
            "c’est une archive ou un document, non un classeur : il faut un fichier XLSX, ODS ou CSV.".to_owned()
        }
        Unreadable::NoSheet(sheet, sheets) => {
            format!("aucune feuille ne s’appelle « {sheet} » ; il y a : {}.", listed(sheets))
        }
        Unreadable::NoNames(columns) => format!(
            "aucune colonne ne contient de noms parmi {} : indiquez la bonne par --map nom=NOM.",
            listed(columns)
        ),
        Unreadable::Binary => {
            "ce fichier n’est ni du texte ni un classeur : il faut un tableau au format XLSX, ODS ou CSV.".to_owned()
        }
        Unreadable::NoText(columns) => format!(
            "aucune colonne ne contient de phrases parmi {} : indiquez la bonne par --map texte=NOM.",
            listed(columns)
        ),
        Unreadable::UnclosedQuote(line) => format!(
            "le guillemet droit (\") ouvert à la ligne {line} n’est pas refermé à la fin de sa case, et les lignes suivantes seraient avalées : refermez-le, ou doublez (\"\") ceux que le texte contient. Un tableur le fait de lui-même quand il enregistre au format CSV."
        ),
        Unreadable::Mapping(error) => mapping(error),
    }
}

/// Why a correction of the columns doesn't fit.
pub fn mapping(error: &MappingError) -> String {
    match error {
        MappingError::Form(rule) => {
            format!("« {rule} » n’est pas de la forme champ=colonne, par exemple --map texte=Réponse.")
        }
        MappingError::Field(field) => {
            format!(
                "aucun champ ne s’appelle « {field} » ; il y a : {}.",
                Field::names().collect::<Vec<_>>().join(", ")
            )
        }
        MappingError::Column(column, columns) => {
            format!("aucune colonne ne s’appelle « {column} » ; il y a : {}.", listed(columns))
        }
    }
}

/// Why a line was refused.
pub fn refusal(reason: RefusalReason) -> String {
    match reason {
        RefusalReason::Text(error) => body(error),
        RefusalReason::Control(field, sign) => format!(
            "la colonne {} contient un caractère invisible (U+{:04X}) : effacez la case et tapez-la à nouveau",
            field.name(),
            u32::from(sign)
        ),
        RefusalReason::TooManyCells(found, expected) => format!(
            "{found} cases pour {expected} colonnes : un texte qui contient le séparateur doit être entre guillemets droits"
        ),
    }
}

/// What deserves a look.
pub fn note(note: &Note) -> String {
    match note {
        Note::SingleColumn(name) => {
            format!(
                "Une seule colonne, « {name} » : elle est prise pour le texte, et sa première ligne pour un titre."
            )
        }
        Note::TextGuessed(name) => {
            format!("La colonne « {name} » est prise pour le texte : corrigez par --map texte=NOM si besoin.")
        }
        Note::NotUnderstood(field, count, example) => {
            format!(
                "{} de la colonne {} non comprise{} et laissée{} de côté, par exemple « {example} ».",
                cells(*count),
                field.name(),
                s(*count),
                s(*count)
            )
        }
        Note::UnknownTerritory(count, example) => {
            format!(
                "{count} collectivité{} inconnue{}, gardée{} comme écrite{}, par exemple « {example} ».",
                s(*count),
                s(*count),
                s(*count),
                s(*count)
            )
        }
        Note::TwiceEncoded(count) => {
            format!(
                "{count} ligne{} semble{} mal encodée{} (« Ã© » pour « é ») : vérifiez l’export.",
                s(*count),
                if *count > 1 { "nt" } else { "" },
                s(*count)
            )
        }
        Note::Sheet(read, others) => {
            format!(
                "La feuille « {read} » est lue ; laissées de côté : {}. Une autre se choisit par --sheet NOM.",
                listed(others)
            )
        }
        Note::RolesAside => app::text::import::told::ROLES.to_owned(),
        Note::RowsAbove(count) => {
            format!("{count} ligne{} passée{} au-dessus des titres de colonnes.", s(*count), s(*count))
        }
        Note::PassedOver(why, count) => {
            let what = match why {
                Passed::Withdrawn => "retirée",
                Passed::Rejected => "rejetée",
            };
            format!(
                "{count} proposition{} {what}{} dans l’export de Decidim, passée{}.",
                s(*count),
                s(*count),
                s(*count)
            )
        }
        Note::BlankLines(count) => {
            format!("{count} ligne{} entièrement vide{}, passée{}.", s(*count), s(*count), s(*count))
        }
    }
}

/// The whole account.
pub fn report(report: &Report) -> String {
    let mut lines = vec![format!(
        "{} : {} contribution{} lue{}.",
        report.file,
        report.contributions,
        s(report.contributions),
        s(report.contributions)
    )];
    let taken = report
        .columns
        .iter()
        .filter_map(|column| column.field.map(|field| format!("{field} ← « {} »", column.name)));
    lines.push(format!("Colonnes : {}.", taken.collect::<Vec<_>>().join(", ")));
    let aside: Vec<_> = report
        .columns
        .iter()
        .filter(|column| column.field.is_none())
        .map(|column| column.name.clone())
        .collect();
    if !aside.is_empty() {
        lines.push(format!("Laissées de côté : {}.", listed(&aside)));
    }
    lines.extend(report.notes.iter().cloned());
    lines.extend(
        report.refused.iter().map(|refused| format!("Ligne {} refusée : {}.", refused.line, refused.reason)),
    );
    if let Some(before) = report.before {
        lines.push(known(before, report.refused_before));
    } else if report.done {
        lines.push(format!(
            "{} ajoutée{}, {} déjà là.",
            report.added,
            s(report.added as usize),
            report.already_there
        ));
    } else if report.dry_run {
        lines.push("Essai : rien n’a été écrit.".to_owned());
    }
    lines.join("\n") + "\n"
}

/// The very same file was read before.
fn known(before: Timestamp, refused: u32) -> String {
    let first = format!("Ce fichier a déjà été importé, le {} : rien n’a été ajouté.", date::moment(before));
    let then = match refused {
        0 => " Pour le lire avec d’autres colonnes, importez-le sous une autre adresse (--congress).",
        1 => {
            " Une ligne avait été refusée : corrigez-la dans le fichier et importez-le de nouveau, elle seule s’ajoutera."
        }
        _ => {
            " Des lignes avaient été refusées : corrigez-les dans le fichier et importez-le de nouveau, elles seules s’ajouteront."
        }
    };
    format!("{first}{then}")
}

/// Why nothing was written.
pub fn nothing_done(report: &Report) -> String {
    if report.contributions == 0 {
        return "aucune ligne ne contient de contribution : rien n’a été importé.".to_owned();
    }
    let count = report.refused.len();
    format!(
        "{count} ligne{} refusée{} : rien n’a été importé. Corrigez le fichier, ou ajoutez --skip-refused pour importer les autres lignes.",
        s(count),
        s(count)
    )
}

fn cells(count: usize) -> String {
    format!("{count} case{}", s(count))
}

fn listed(names: &[String]) -> String {
    names.iter().map(|name| format!("« {name} »")).collect::<Vec<_>>().join(", ")
}
