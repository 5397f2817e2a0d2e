//! Sentences about lines and files that the site says otherwise than the command does.

/// No column of texts was found.
pub const NO_TEXT: &str =
    "Aucune colonne ne contient de phrases : choisissez ci-dessous celle du texte, puis « Revoir ».";
/// No column of names was found.
pub const NO_NAMES: &str =
    "Aucune colonne ne contient de noms : choisissez ci-dessous celle du nom, puis « Revoir ».";
/// A column or a sheet that isn’t there any more.
pub const OTHER_COLUMNS: &str =
    "Ces colonnes ne sont pas celles du fichier : choisissez-les de nouveau ci-dessous.";
/// What was guessed.
pub fn text_guessed(column: &str) -> String {
    format!("La colonne « {column} » est prise pour le texte : choisissez-en une autre ci-dessus au besoin.")
}
/// Which sheet is read.
pub fn sheet(read: &str) -> String {
    format!("La feuille « {read} » est lue.")
}
/// Somebody without a name.
pub const NO_NAME: &str = "le nom manque.";
/// What isn’t an address; not repeated, since the report is kept.
pub const EMAIL: &str = "l’adresse électronique n’en est pas une : elle doit ressembler à mairie@commune.fr.";
/// The same person twice.
pub fn twice(line: u64) -> String {
    format!("la même personne est déjà à la ligne {line} : une seule suffit.")
}
/// A cell that can’t be a line.
pub fn bad_cell(column: &str, why: &str) -> String {
    format!("la colonne « {column} » : {why}")
}
/// A line with too many cells.
pub fn too_many_cells(found: usize, expected: usize) -> String {
    format!(
        "{found} cases pour {expected} colonnes : une case qui contient le séparateur doit être entre guillemets droits."
    )
}
/// A collectivité that the list doesn’t know.
pub fn territory(written: &str) -> String {
    format!(
        "« {written} » n’est pas dans la liste des collectivités, ou plusieurs portent ce nom. La personne est prise sans elle : donnez un code INSEE ou un département, ou choisissez-la ensuite sur sa fiche."
    )
}
/// A college that there isn’t.
pub fn college(written: &str) -> String {
    format!("« {written} » n’est pas un collège : élus, agents ou partenaires. La personne est prise sans.")
}
/// Somebody who asked to be erased.
pub const ERASED: &str = "cette personne a demandé que tout ce que l’on gardait d’elle soit effacé : elle n’est pas ajoutée de nouveau.";
/// A column of roles.
pub const ROLES: &str = "La colonne des rôles est laissée de côté : un rôle se donne sur la fiche de la personne, jamais par un fichier.";
