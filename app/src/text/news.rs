//! What letters tell of somebody's contributions, and how to be left alone.

use domain::moderation::ModerationAct;

use super::number::{counted, number};

/// A heading.
pub const CITED: &str = "Voici comment nous vous citons dans le brouillon de motion :";
/// A heading.
pub const SUPPORTS: &str = "Soutiens :";
/// A heading.
pub const COMPLEMENTS: &str = "Des cas ajoutés aux vôtres :";
/// A heading.
pub const CLOSE: &str = "Disent des choses voisines :";
/// A heading.
pub const THEMES: &str = "Dans la nouvelle analyse :";
/// A heading.
pub const MODERATED: &str = "Ce que la rédaction a fait :";
/// A heading.
pub const REPORTED: &str = "Notées en atelier comme vos paroles, elles attendent votre réponse :";
/// The button.
pub const SEE: &str = "Voir mes contributions";
/// The button.
pub const SEE_DRAFT: &str = "Lire le brouillon";
/// The button.
pub const ANSWER: &str = "Répondre";
/// How to get no more.
pub const QUIET: &str = "Ne plus recevoir ces lettres";
/// Why one gets it.
pub const WHY_DIGEST: &str = "Vous recevez ce résumé, le lundi à 8 h, parce que vos réglages le demandent. Sans nouvelles, il n’y a pas de lettre.";
/// Why one gets it.
pub const WHY_NEWS: &str =
    "Vous recevez cette lettre parce que vos réglages demandent ce qui compte dès que cela arrive.";
/// What a draft is.
pub const DRAFT: &str = "C’est un brouillon : le congrès l’amende et le vote. Vos mots y sont reproduits à la lettre, avec le numéro de votre contribution.";

/// The subject: it names the person, since the mailbox may be shared.
pub fn subject(name: &str, congress: &str) -> String {
    format!("{name}, des nouvelles de vos contributions : {congress}")
}

/// « Depuis le 9 novembre 2026 »
pub fn since(day: &str) -> String {
    format!("Voici ce que sont devenues vos contributions depuis le {day}.")
}

/// « C-0421 : 3 nouveaux soutiens. »
pub fn supported(of: &str, count: u32) -> String {
    format!("{of} : {}.", counted(count, "nouveau soutien", "nouveaux soutiens"))
}

/// « C-0431 ajoute un cas à C-0421. »
pub fn completed(own: &str, other: &str) -> String {
    format!("{other} ajoute un cas à {own}.")
}

/// « C-0440, près de C-0421. »
pub fn close(own: &str, other: &str) -> String {
    format!("{other}, près de {own}.")
}

/// « C-0421 est dans le thème Guichet humain. »
pub fn joined(own: &str, theme: &str) -> String {
    format!("{own} est dans le thème {theme}.")
}

/// What staff did about a text.
pub fn moderated(own: &str, act: ModerationAct) -> String {
    match act {
        ModerationAct::Hidden => format!("{own} a été masquée ; la lettre envoyée alors dit pourquoi."),
        ModerationAct::Proposed => format!("Une correction de {own} vous est proposée."),
        _ => format!("{own} est publiée."),
    }
}

/// The subject: it names the person, since the mailbox may be shared.
pub fn quoted_subject(name: &str, congress: &str) -> String {
    format!("{name}, le brouillon de motion vous cite : {congress}")
}

/// « Le brouillon de motion qui vient de paraître vous cite 2 fois. »
pub fn quoted(times: usize) -> String {
    let times = u32::try_from(times).unwrap_or(u32::MAX);
    let often = if times == 1 { "une fois".to_owned() } else { format!("{} fois", number(times)) };
    format!("Le brouillon de motion qui vient de paraître vous cite {often}. Voici comment :")
}

/// The subject: it names the person, since the mailbox may be shared.
pub fn noted_subject(name: &str, congress: &str) -> String {
    format!("{name}, des paroles notées comme les vôtres : {congress}")
}

/// What was noted.
pub fn noted(lines: usize) -> String {
    let what = match u32::try_from(lines).unwrap_or(u32::MAX) {
        1 => "une ligne a été notée".to_owned(),
        more => format!("{} lignes ont été notées", number(more)),
    };
    format!("En atelier, {what} comme vos paroles. Personne ne les lit sous votre nom avant votre réponse.")
}

/// Being left alone: the page that a letter's link opens.
pub mod quiet {
    /// The title.
    pub const TITLE: &str = "Ne plus recevoir nos lettres";
    /// What the button does.
    pub const LEAD: &str = "Plus de résumé, plus de relance, plus de nouvelles. Vous gardez ce que vous demandez vous-même (un lien pour entrer, un accusé de réception) et ce qui attend votre réponse (un texte masqué, une correction proposée).";
    /// The button.
    pub const BUTTON: &str = "Ne plus les recevoir";
    /// Done.
    pub const DONE: &str = "Vous ne recevrez plus ces lettres";
    /// Done, and how to turn it back on.
    pub const DONE_LEAD: &str = "C’est noté. Pour changer d’avis : les boutons ci-dessous, ce même lien plus tard, ou la page « Mes réglages ».";
    /// They get letters again.
    pub const BACK: &str = "Vous recevrez à nouveau nos lettres";
    /// They get letters again.
    pub const BACK_LEAD: &str =
        "C’est noté. Vous pouvez encore changer d’avis ici, ou sur la page « Mes réglages ».";
    /// A link.
    pub const SETTINGS: &str = "Ouvrir mes réglages";
}
