//! Files that staff reads in.

use domain::import::ImportKind;
use domain::time::Timestamp;

use super::date;
use super::number::{counted, decimal, number, plural};

pub mod told;

/// The title, and the name of the page among staff’s.
pub const TITLE: &str = "Imports";
/// Beneath it.
pub const LEAD: &str = "Un fichier de contributions ou une liste de personnes, tel qu’un tableur l’enregistre. Vous voyez d’abord comment il est lu ; rien n’est ajouté avant votre accord.";
/// A heading.
pub const SEND: &str = "Envoyer un fichier";
/// What it holds.
pub const KIND: &str = "Que contient-il ?";
/// The field.
pub const FILE: &str = "Le fichier";
/// Its hint.
pub const FILE_HINT: &str = "CSV, XLSX ou ODS, 20 Mo au plus. La première ligne nomme les colonnes. Un export de Decidim ou du Répertoire national des élus se lit tel quel.";
/// The button.
pub const LOOK: &str = "Envoyer et relire";
/// No file was chosen.
pub const NO_FILE: &str = "Choisissez un fichier sur cet appareil.";
/// A file over the limit.
pub const TOO_LARGE: &str = "Ce fichier dépasse 20 Mo. Partagez-le en plusieurs fichiers, ou n’y gardez que les colonnes utiles : les images et les feuilles vides pèsent aussi.";
/// A file that arrived in part only.
pub const CUT: &str =
    "Le fichier n’est pas arrivé en entier. Vérifiez le réseau, puis envoyez-le de nouveau.";
/// Files that wait.
pub const WAITING: &str = "En attente de votre accord";
/// Beneath it.
pub const WAITING_HOW: &str =
    "Gardés un jour, puis effacés. N’importe qui de la rédaction peut les reprendre.";
/// A link.
pub const GO_ON: &str = "Reprendre";
/// A button.
pub const DROP: &str = "Abandonner";
/// Files that were read in.
pub const PAST: &str = "Déjà importés";
/// None yet.
pub const NONE: &str = "Aucun fichier n’a encore été importé";
/// What happens then.
pub const NONE_HOW: &str = "Chaque import laisse ici sa trace et son compte rendu.";
/// Once a file was let go of.
pub const DROPPED: &str = "Le fichier est abandonné : rien n’en a été importé.";
/// Whoever read a file in, when nobody is named.
pub const NOBODY: &str = "—";

/// The head of a column of the list.
pub const FILE_HEAD: &str = "Fichier";
/// The same.
pub const WHEN_HEAD: &str = "Quand";
/// The same.
pub const WHO_HEAD: &str = "Par";
/// The same.
pub const ADDED_HEAD: &str = "Ajoutées";
/// The same.
pub const THERE_HEAD: &str = "Déjà là";
/// The same.
pub const REFUSED_HEAD: &str = "Refusées";

/// What a file holds.
pub fn kind(kind: ImportKind) -> &'static str {
    match kind {
        ImportKind::Contributions => "Des contributions",
        ImportKind::People => "Des personnes",
    }
}

/// What becomes of it.
pub fn kind_hint(kind: ImportKind) -> &'static str {
    match kind {
        ImportKind::Contributions => {
            "Une ligne, un texte. Elles paraissent aussitôt, même quand les textes du formulaire attendent d’être lus : vous importez ce que vous avez relu."
        }
        ImportKind::People => {
            "Une ligne, une personne, qui devient membre. Aucune lettre ne part : vous invitez ensuite. Les rôles ne viennent jamais d’un fichier."
        }
    }
}

/// « 1,2 Mo », « 34 ko »
pub fn size(bytes: u32) -> String {
    match bytes {
        0..1_000 => format!("{bytes}\u{a0}octets"),
        1_000..1_000_000 => format!("{}\u{a0}ko", number(bytes / 1_000)),
        _ => format!("{}\u{a0}Mo", decimal(f64::from(bytes) / 1e6)),
    }
}

/// « Envoyé par Yann Tanguy le … »
pub fn sent_by(by: &str, mine: bool, at: Timestamp) -> String {
    let by = if mine { "vous" } else { by };
    format!("Envoyé par {by} le {}", date::moment(at))
}

/// The title of the page that shows how a file is read.
pub const PREVIEW: &str = "Relire avant d’importer";
/// Beneath it.
pub const PREVIEW_LEAD: &str = "Voici comment ce fichier est lu. Rien n’est encore ajouté.";
/// Somebody else sent it.
pub const NOT_MINE: &str =
    "Ce n’est pas vous qui l’avez envoyé : convenez avec elle ou lui de qui l’importe.";
/// The columns changed and weren’t looked at.
pub const LOOK_AGAIN: &str =
    "Vous avez changé les colonnes : voici ce que cela donne. Relisez, puis importez.";
/// How a file is read.
pub const HOW: &str = "Comment il est lu";
/// The sheets of a workbook.
pub const SHEET: &str = "Feuille";
/// A button.
pub const READ_SHEET: &str = "Lire cette feuille";
/// A heading.
pub const COLUMNS: &str = "Les colonnes";
/// Beneath it.
pub const COLUMNS_HOW: &str = "Pour chaque information, la colonne du fichier où elle se trouve. Les autres colonnes sont laissées de côté.";
/// No column.
pub const NO_COLUMN: &str = "(aucune)";
/// A column without a name, by its rank.
pub fn unnamed(rank: usize) -> String {
    format!("colonne {rank}, sans titre")
}
/// A button.
pub const AGAIN: &str = "Revoir";
/// What a table that scrolls is called, to those who don’t see it.
pub const ROWS_TABLE: &str = "Tableau des premières lignes";
/// The same.
pub const FILES_TABLE: &str = "Tableau des fichiers importés";
/// A heading.
pub const WILL_BE: &str = "Ce qui sera ajouté";
/// The first column of the table.
pub const LINE: &str = "Ligne";
/// A heading.
pub const REFUSED: &str = "Lignes refusées";
/// Beneath it.
pub const REFUSED_HOW: &str = "Les autres s’importent sans elles. Pour les avoir aussi, corrigez-les dans le fichier et envoyez-le de nouveau, maintenant ou plus tard : ce qui est déjà là n’est pas ajouté deux fois.";
/// A heading.
pub const REMARKS: &str = "À vérifier";
/// Why nothing can be imported.
pub const NOTHING: &str = "Rien à importer : aucune ligne ne s’ajouterait.";
/// A column chosen for two things.
pub fn twice(column: &str) -> String {
    format!("La colonne « {column} » est choisie deux fois : une colonne ne dit qu’une chose.")
}

/// One of the fields that a column can hold, by its name in `--map`.
pub fn field(name: &str) -> &'static str {
    match name {
        "texte" => "Texte (nécessaire)",
        "titre" => "Titre",
        "reference" => "Numéro ou référence",
        "auteur" => "Nom de qui a écrit",
        "nom" => "Nom (nécessaire)",
        "prenom" => "Prénom, s’il est à part",
        "mandat" => "Mandat ou fonction",
        "college" => "Collège",
        "code" => "Code INSEE ou SIREN",
        "collectivite" => "Collectivité",
        "departement" => "Département",
        "type" => "Type (état des lieux, idée…)",
        "enjeux" => "Enjeux",
        "date" => "Date",
        "canal" => "Canal (en ligne, atelier…)",
        "courriel" => "Adresse électronique",
        "telephone" => "Téléphone",
        "sexe" => "Civilité, pour accorder le mandat",
        _ => "Autre",
    }
}

/// « 118 contributions s’ajouteront. »
pub fn will_add(kind: ImportKind, n: u32) -> String {
    if n == 0 {
        return match kind {
            ImportKind::Contributions => "Aucune contribution ne s’ajoutera.".to_owned(),
            ImportKind::People => "Personne ne s’ajoutera.".to_owned(),
        };
    }
    format!("{} {}.", things(kind, n), plural(n, "s’ajoutera", "s’ajouteront"))
}

/// « 118 contributions »
pub fn things(kind: ImportKind, n: u32) -> String {
    match kind {
        ImportKind::Contributions => counted(n, "contribution", "contributions"),
        ImportKind::People => counted(n, "personne", "personnes"),
    }
}

/// « 2 sont déjà là. »
pub fn are_there(n: u32) -> String {
    match n {
        0 => "Aucune n’est déjà là.".to_owned(),
        n => format!("{} {} déjà là.", number(n), plural(n, "est", "sont")),
    }
}

/// « 3 lignes sont refusées. »
pub fn are_refused(n: u32) -> String {
    match n {
        0 => "Aucune ligne n’est refusée.".to_owned(),
        n => format!("{} {}.", counted(n, "ligne", "lignes"), plural(n, "est refusée", "sont refusées")),
    }
}

/// « Les 20 premières, telles qu’elles seront ajoutées »
pub fn first_rows(shown: u32, of: u32) -> String {
    if shown == of {
        "Telles que lues, ligne par ligne".to_owned()
    } else {
        format!("Les {} premières lignes sur {}, telles que lues", number(shown), number(of))
    }
}

/// « et 312 autres »
pub fn and_more(n: u32) -> String {
    format!("Et {} : le compte rendu les donnera toutes.", counted(n, "autre", "autres"))
}

/// The button.
pub fn import(kind: ImportKind, n: u32) -> String {
    match (kind, n) {
        (ImportKind::Contributions, 1) => "Importer la contribution".to_owned(),
        (ImportKind::People, 1) => "Importer la personne".to_owned(),
        (_, n) => format!("Importer les {}", things(kind, n)),
    }
}

/// The very same file was read in before, whole.
pub fn known(at: Timestamp) -> String {
    format!("Ce fichier a déjà été importé, le {} : l’importer de nouveau n’ajoute rien.", date::moment(at))
}

/// Between the line of a remark and its words.
pub const COLON: &str = "\u{a0}: ";

/// Which file a button is for, to those who don’t see where it stands.
pub fn named(does: &str, file: &str) -> String {
    format!("{does}, {file}")
}

/// The heads of the columns of what will be added.
pub const fn heads(kind: ImportKind) -> [&'static str; 6] {
    match kind {
        ImportKind::Contributions => ["Titre", "Texte", "Signature", "Type", "Enjeux", "Date"],
        ImportKind::People => {
            ["Nom", "Mandat", "Collège", "Collectivité", "Adresse électronique", "Téléphone"]
        }
    }
}

/// The line of a remark.
pub fn line(n: u64) -> String {
    format!("Ligne {n}")
}

/// What was done with a file.
pub const REPORT: &str = "Compte rendu d’import";
/// A link.
pub const DOWNLOAD: &str = "Télécharger le compte rendu (CSV)";
/// A link.
pub const BACK: &str = "Tous les imports";
/// Contributions are there.
pub const TO_TEXTS: &str = "Lire les contributions";
/// What comes next, once contributions were added.
pub const TEXTS_NEXT: &str = "Elles paraissent dès maintenant, numérotées dans l’ordre du fichier. Elles entreront dans les thèmes à la prochaine analyse.";
/// People are there.
pub const TO_INVITE: &str = "Inviter";
/// What comes next, once people were added.
pub const PEOPLE_NEXT: &str = "Elles sont membres, et n’en savent encore rien : aucune lettre n’est partie. La page des invitations montre la lettre et à qui elle va, avant l’envoi.";

/// « Importé par Yann Tanguy le … »
pub fn imported_by(by: Option<&str>, at: Timestamp) -> String {
    let by = by.map(|by| format!(" par {by}")).unwrap_or_default();
    format!("Importé{by} le {}", date::moment(at))
}

/// « 118 contributions ajoutées »
pub fn added(kind: ImportKind, n: u32) -> String {
    format!("{} {}", things(kind, n), plural(n, "ajoutée", "ajoutées"))
}

/// « 2 déjà là, passées »
pub fn passed(n: u32) -> String {
    format!("{} déjà là, {}", number(n), plural(n, "passée", "passées"))
}

/// « 3 lignes refusées »
pub fn refused(n: u32) -> String {
    format!("{} {}", counted(n, "ligne", "lignes"), plural(n, "refusée", "refusées"))
}

/// How a file is written.
pub fn format(encoding: &str, separator: Option<char>) -> Vec<String> {
    if encoding == "workbook" {
        return vec!["Un classeur (XLSX ou ODS).".to_owned()];
    }
    let letters = match encoding {
        "utf-8" => "en UTF-8",
        "utf-16" => "en UTF-16",
        "windows-1252" => "en Windows-1252, l’encodage des anciens tableurs",
        _ => "pour partie en UTF-8, pour partie en Windows-1252",
    };
    let cells = match separator {
        None => "Une seule colonne.".to_owned(),
        Some('\t') => "Cases séparées par des tabulations.".to_owned(),
        Some(sign) => format!("Cases séparées par « {sign} »."),
    };
    vec![format!("Un fichier texte, {letters}."), cells]
}
