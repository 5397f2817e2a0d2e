//! What pages say of the amendments that they show.

use domain::amendment::{
    AmendmentKind, AmendmentNumber, AmendmentState, Avis, Change, Fate, Motive, MotiveError, Place, Proposal,
};
use domain::diff::{Piece, by_word};
use domain::reading::AmendmentLine;
use domain::wording::plain;

use crate::text::number::{counted as count, number};

/// What an amendment does.
pub fn kind(of: AmendmentKind) -> &'static str {
    match of {
        AmendmentKind::Replace => "Modifier",
        AmendmentKind::Insert => "Insérer après",
        AmendmentKind::Delete => "Supprimer",
    }
}

/// Where it stands.
pub fn state(of: AmendmentState) -> &'static str {
    match of {
        AmendmentState::Proposed => "déposé",
        AmendmentState::Admissible => "recevable",
        AmendmentState::Inadmissible => "irrecevable",
        AmendmentState::Adopted => "adopté",
        AmendmentState::Rejected => "rejeté",
        AmendmentState::Fallen => "sans objet",
        AmendmentState::Withdrawn => "retiré",
    }
}

/// What is advised.
pub fn avis(of: Avis) -> &'static str {
    match of {
        Avis::Favourable => "favorable",
        Avis::Unfavourable => "défavorable",
        Avis::Wisdom => "sagesse de l’assemblée",
    }
}

/// Where an amendment stands, with why.
pub fn fallen(fate: &Fate) -> Option<String> {
    match fate {
        Fate::Inadmissible(reason) => Some(format!("Irrecevable : {reason}")),
        Fate::Fallen(Some(because)) => {
            Some(format!("Sans objet depuis le vote sur {because} : il n’y a plus rien à changer là."))
        }
        Fate::Fallen(None) => Some("Sans objet : le texte a changé.".to_owned()),
        _ => None,
    }
}

/// Where it changes something; `called` is what the block is called.
pub fn place(proposal: &Proposal, called: &str) -> String {
    match (proposal.place, &proposal.change) {
        (Place::Behind(None), _) => "Insérer au début de la motion".to_owned(),
        (Place::Behind(Some(_)), _) => format!("Insérer après : {called}"),
        (Place::Within(number), _) => format!("Sous-amendement à {number}"),
        (Place::At(_), Change::Delete) => format!("Supprimer : {called}"),
        (Place::At(_), _) => format!("Modifier : {called}"),
    }
}

/// « Soazig Tanguy, maire, Plougonvelin, et 3 cosignataires »
pub fn cosigned(line: &AmendmentLine) -> String {
    match u32::try_from(line.cosigners.len()).unwrap_or(u32::MAX) {
        0 => line.signature.clone(),
        n => format!("{}, et {}", line.signature, count(n, "cosignataire", "cosignataires")),
    }
}

/// « et A-9 »
pub fn several(numbers: &[AmendmentNumber]) -> String {
    let told: Vec<String> = numbers.iter().map(AmendmentNumber::to_string).collect();
    match told.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} et {last}", before.join(", ")),
    }
}

/// « S’il est adopté, A-3 et A-7 deviennent sans objet. »
pub fn falls(numbers: &[AmendmentNumber]) -> String {
    let verb = if numbers.len() > 1 { "deviennent" } else { "devient" };
    format!("S’il est adopté, {} {verb} sans objet.", several(numbers))
}

/// « Identique à A-3 »
pub fn identical(numbers: &[AmendmentNumber]) -> String {
    format!("Identique à {} : ils sont discutés et votés ensemble.", several(numbers))
}

/// Until when one may propose.
pub fn until(moment: &str) -> String {
    format!("Les amendements sont reçus jusqu’au {moment}, heure de Paris.")
}

/// Why a reason can't stand.
pub fn wrong_motive(error: MotiveError) -> String {
    match error {
        MotiveError::Empty => {
            "Dites pourquoi vous proposez ce changement, en une phrase au moins.".to_owned()
        }
        MotiveError::TooLong(chars) => format!(
            "{} caractères : un exposé en a {} au plus. Gardez l’essentiel.",
            number(u32::try_from(chars).unwrap_or(u32::MAX)),
            number(u32::try_from(Motive::MAX_CHARS).unwrap_or(u32::MAX))
        ),
    }
}

/// Whose a tracked change is: « Amendement A-3 »
pub fn by_amendment(number: AmendmentNumber) -> String {
    format!("Amendement {number}")
}

/// « 12 amendements »
pub fn counted(n: u32) -> String {
    count(n, "amendement", "amendements")
}

/// « Vote groupé (12 amendements) »
pub fn grouped(n: u32) -> String {
    format!("Vote groupé ({})", counted(n))
}

/// « A-3 et A-7 : Financer l’entretien des ponts »
pub fn poll_title(lines: &[&AmendmentLine]) -> String {
    let numbers: Vec<AmendmentNumber> = lines.iter().map(|line| line.number).collect();
    let title = lines.first().map(|line| line.title.as_str()).unwrap_or_default();
    // A title and a number fit on a line of the database by construction, but for very many identical ones.
    format!("{} : {title}", several(&numbers)).chars().take(200).collect()
}

/// What is put to the vote, as plain text: what goes, what comes, what is advised.
pub fn poll_text(line: &AmendmentLine, called: &str) -> String {
    let proposal = &line.proposal;
    let mut text = place(proposal, called) + "\n\n" + &brief(proposal);
    if let Some(opinion) = &line.opinion {
        text += &format!("\n\nAvis de la rédaction : {}.", avis(opinion.avis));
    }
    text
}

/// What stands in the place of words that a question can't hold.
pub fn too_long(line: &AmendmentLine) -> String {
    format!(
        "Le texte de l’amendement {} est trop long pour figurer ici : il est à lire sur la page de l’amendement.",
        line.number
    )
}

/// The words around what changes, with « supprimé : » and « ajouté : », for those who hear it.
pub fn brief(proposal: &Proposal) -> String {
    let (before, after) = match &proposal.change {
        Change::Insert(_, words) => return format!("[ajouté : {}]", plain(words.as_str())),
        Change::Delete => return format!("[supprimé : {}]", plain(&proposal.base)),
        Change::Replace(words) => (plain(&proposal.base), plain(words.as_str())),
    };
    let pieces = by_word(&before, &after).into_iter().map(|piece| match piece {
        Piece::Same(words) => words.to_owned(),
        Piece::Taken(words) => format!("[supprimé : {words}]"),
        Piece::Put(words) => format!("[ajouté : {words}]"),
    });
    pieces.collect()
}
