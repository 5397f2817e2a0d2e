//! Minutes: what their page says around them. The text itself is written in `write`.

mod people;
#[cfg(test)]
mod tests;
mod votes;
mod write;

use domain::minutes::{
    CorrectionTextError, MinutesFault, MinutesStage, Office, SignatoriesFault, Signatory, SignedHow,
};

use domain::vote::PollNumber;

use super::date;
use super::number::{counted, number};

pub use write::{correctable, written};

/// A link to them.
pub const TO: &str = "Procès-verbal";
/// Their name until all signatures are there.
pub const DRAFT: &str = "Projet de procès-verbal";
/// Their name then.
pub const SIGNED: &str = "Procès-verbal";

/// What they are called where they stand.
pub fn title(of: &MinutesStage) -> &'static str {
    if of.is_signed() { SIGNED } else { DRAFT }
}

/// What that means, below the title.
pub fn lead(of: &MinutesStage) -> String {
    match of {
        MinutesStage::Draft => "Il s’écrit de lui-même, d’après la feuille de présence, les votes et le journal. Il n’est pas signé : seuls les membres le lisent.".to_owned(),
        MinutesStage::Presented(of) => {
            let signed = of.signatories.iter().filter(|of| of.signed.is_some()).count();
            format!("Le texte est arrêté depuis le {} et attend ses signatures : {signed} sur {}.", date::moment(of.at), of.signatories.len())
        }
        MinutesStage::Signed { at, .. } => format!("Signé par toutes les personnes désignées le {}. Plus rien n’y change.", date::moment(*at)),
    }
}

/// Before there is anything to write.
pub const NOT_YET: &str = "Le procès-verbal s’écrira dès l’ouverture de la séance.";
/// A link to the file.
pub const PDF: &str = "Le lire en PDF, à imprimer";
/// A link to the words alone.
pub const PLAIN: &str = "Le texte seul";
/// Beside it.
pub const PLAIN_HOW: &str =
    "C’est de ce fichier, à la lettre, que l’empreinte est prise : « sha256sum » la retrouve.";
/// Before the hash.
pub const HASH: &str = "Empreinte du document";

/// A link, at the end of a vote.
pub fn to_poll(of: PollNumber) -> String {
    format!("La page du scrutin n°\u{a0}{of}")
}

/// What unfolds a long table: « Feuille de présence : 118 lignes »
pub fn unfold(caption: &str, lines: usize) -> String {
    format!("{caption} : {}", counted(u32::try_from(lines).unwrap_or(u32::MAX), "ligne", "lignes"))
}

/// A heading.
pub const SIGNATURES: &str = "Signatures";

/// As what somebody signs.
pub fn office(of: Office) -> &'static str {
    match of {
        Office::Chair => "Présidence de séance",
        Office::Secretary => "Secrétariat de séance",
        Office::Teller => "Scrutin",
    }
}

/// What became of a signature.
pub fn signature(of: &Signatory) -> String {
    match of.signed {
        None => "signature attendue".to_owned(),
        Some(signed) => {
            let at = date::moment(signed.at);
            match signed.how {
                SignedHow::Account => format!("signé le {at}, depuis son compte"),
                SignedHow::Paper => format!("signé à la main, noté le {at}"),
            }
        }
    }
}

/// A button.
pub const SIGN: &str = "Signer ce procès-verbal";
/// Above it.
pub const SIGN_HOW: &str =
    "Vous signez le texte ci-dessus, tel que son empreinte le désigne. Une signature ne se reprend pas.";
/// Once it is done.
pub const DONE_SIGNED: &str = "Votre signature est notée.";
/// A button, of staff.
pub const ON_PAPER: &str = "Noter la signature sur papier";

/// A heading, to staff.
pub const CORRECT: &str = "Ajouter une correction";
/// Beneath it.
pub const CORRECT_HOW: &str = "Elle se lit à côté de ce qu’elle corrige, sous votre nom et à cette heure. Les faits tels que le logiciel les a notés restent.";
/// A field.
pub const SECTION: &str = "À côté de quoi";
/// A field.
pub const CORRECTION: &str = "La correction, ou la remarque";
/// Its hint.
pub const CORRECTION_HINT: &str = "Une ou deux phrases, telles qu’elles seront signées.";
/// A button.
pub const CORRECT_GO: &str = "Ajouter";
/// Once it is done.
pub const DONE_CORRECTED: &str = "La correction est ajoutée.";

/// Above what was typed, where it can't be kept any more.
pub const LOST: &str = "Ce que vous aviez écrit n’est pas gardé. Le voici, pour le copier :";

/// A heading, to staff.
pub const PRESENT: &str = "Présenter à la signature";
/// Beneath it.
pub const PRESENT_HOW: &str =
    "Le texte est alors arrêté : il ne suit plus rien et ne se corrige plus, sauf à le reprendre.";
/// While the sitting goes on.
pub const PRESENT_LATER: &str = "Le procès-verbal se présente à la signature une fois la séance levée.";
/// A field.
pub const CHAIR: &str = "Qui présidait";
/// A field.
pub const SECRETARY: &str = "Qui tenait le secrétariat";
/// A field.
pub const TELLERS: &str = "Les scrutateurs, un par ligne";
/// A hint.
pub const NAME_HINT: &str = "Son nom, ou son numéro de membre.";
/// A hint.
pub const TELLERS_HINT: &str = "Quatre au plus, ou personne.";
/// A button.
pub const PRESENT_GO: &str = "Arrêter le texte et le présenter";
/// Once it is done.
pub const DONE_PRESENTED: &str = "Le texte est arrêté. Il attend ses signatures.";
/// A button.
pub const TAKE_BACK: &str = "Reprendre pour corriger";
/// Beneath it.
pub const TAKE_BACK_HOW: &str =
    "Les signatures déjà données étaient de ce texte : elles tombent. Le journal garde la trace.";
/// Once it is done.
pub const DONE_TAKEN_BACK: &str = "Le projet est repris. Il se corrige de nouveau.";
/// A name that nobody has.
pub const NOBODY: &str = "Personne n’est inscrit sous ce nom.";
/// A name that several have.
pub const SEVERAL: &str = "Plusieurs personnes ont ce nom : donnez un numéro de membre.";

/// Why a correction can't be taken.
pub fn correction_fault(of: CorrectionTextError) -> String {
    match of {
        CorrectionTextError::Empty => "Écrivez la correction.".to_owned(),
        CorrectionTextError::TooLong(chars) => format!(
            "Ce texte a {} : 2 000 au plus.",
            counted(u32::try_from(chars).unwrap_or(u32::MAX), "caractère", "caractères")
        ),
    }
}

/// Why people can't sign together.
pub fn signatories_fault(of: SignatoriesFault) -> &'static str {
    match of {
        SignatoriesFault::One(_) => "Il faut une personne pour la présidence, et une pour le secrétariat.",
        SignatoriesFault::TooManyTellers => "Quatre scrutateurs au plus.",
        SignatoriesFault::Twice => "Une même personne ne signe qu’une fois.",
    }
}

/// Why something wasn't done.
pub fn fault(of: MinutesFault) -> &'static str {
    match of {
        MinutesFault::SittingGoesOn => PRESENT_LATER,
        MinutesFault::Kept => {
            "Le texte est arrêté et attend ses signatures. Reprenez-le d’abord pour le corriger."
        }
        MinutesFault::NotPresented => "Ce texte n’attend pas de signature : il a pu être repris entre-temps.",
        MinutesFault::Changed => {
            "Le texte a changé depuis que cette page s’est affichée. Relisez-le, puis recommencez."
        }
        MinutesFault::NoSignatory => "Votre signature n’est pas demandée sur ce procès-verbal.",
        MinutesFault::Already => "Cette signature est déjà notée.",
        MinutesFault::Signed => "Ce procès-verbal est signé : plus rien n’y change.",
        MinutesFault::NoSection => "Choisissez ce que la correction concerne.",
    }
}

fn big(n: u64) -> String {
    u32::try_from(n).map_or_else(|_| n.to_string(), number)
}
