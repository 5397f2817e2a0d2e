//! Kinds, places, colleges and signatures in words, and their codes in the open data.

use domain::analysis::{Place, UnplacedReason, WeakReason};
use domain::contribution::{Kind, State};
use domain::member::Signature;
use domain::reading::Quote;
use domain::territory::{Territory, TerritoryLevel};

/// The heading of a paragraph of that kind.
pub fn kind_heading(kind: Kind) -> &'static str {
    match kind {
        Kind::Situation => "État des lieux",
        Kind::Idea => "Idées",
        Kind::Action => "Modes d’action",
    }
}

/// What one verbatim of that kind is.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Situation => "état des lieux",
        Kind::Idea => "idée",
        Kind::Action => "mode d’action",
    }
}

/// What is printed in the place of words that aren't shown.
pub fn withheld(state: State) -> Option<&'static str> {
    match state {
        State::Published => None,
        State::Waiting => Some("[Texte en attente de relecture]"),
        State::Hidden => Some("[Texte masqué par la rédaction]"),
        State::Withdrawn => Some("[Texte retiré par son auteur]"),
        State::Erased => Some("[Texte effacé]"),
    }
}

/// Why weak signals stand apart.
pub fn weak(reason: WeakReason) -> &'static str {
    match reason {
        WeakReason::FarFromAll => "Loin de tous les thèmes",
        WeakReason::RareWords => "Des mots rares, mais qui se tiennent",
        WeakReason::SmallCorpus => "Trop peu de contributions pour former des thèmes",
    }
}

/// Why verbatims can't be compared.
pub fn unplaced(reason: UnplacedReason) -> &'static str {
    match reason {
        UnplacedReason::TooShort => "Trop courts pour être rapprochés",
        UnplacedReason::OtherLanguage => "Dans une autre langue que le français",
        UnplacedReason::NoSharedWord => "Aucun mot que d’autres emploient aussi",
    }
}

/// The code of a place in the open data.
pub fn place_code<T>(place: &Place<T>) -> &'static str {
    match place {
        Place::Theme(_) => "theme",
        Place::Weak(_) => "signal_faible",
        Place::Unplaced(_) => "non_rapproche",
    }
}

/// The code of the reason for a place outside themes.
pub fn reason_code<T>(place: &Place<T>) -> Option<&'static str> {
    match place {
        Place::Theme(_) => None,
        Place::Weak(reason) => Some(reason.code()),
        Place::Unplaced(reason) => Some(reason.code()),
    }
}

/// « Agnès Rondeau, conseillère déléguée au numérique, Échiré (79) ».
pub fn signature(signature: &Signature) -> String {
    let parts: Vec<String> =
        [signature.name.clone(), signature.mandate.clone(), signature.territory.as_ref().map(territory)]
            .into_iter()
            .flatten()
            .filter(|part| !part.trim().is_empty())
            .collect();
    if parts.is_empty() { "sans signature".to_owned() } else { parts.join(", ") }
}

/// Who signed and what it is: « Nadia Le Bihan, adjointe au maire, Quimperlé (29) — idée ? »; the mark says that a machine suggested it.
pub fn signed(quote: &Quote) -> String {
    let suggested = if quote.kind_suggested { "\u{a0}?" } else { "" };
    format!("{} — {}{suggested}", signature(&quote.signature), kind(quote.kind))
}

/// The words of a quote without the white space around them, « […] » where they were cut.
pub fn words(quote: &Quote) -> String {
    let before = if quote.cut_before { "[…]\u{a0}" } else { "" };
    let after = if quote.cut_after { "\u{a0}[…]" } else { "" };
    format!("{before}{}{after}", quote.text.trim())
}

fn territory(territory: &Territory) -> String {
    match (&territory.departement, territory.level) {
        (Some(code), _) => format!("{} ({code})", territory.name),
        (None, TerritoryLevel::Departement) => format!("{} ({})", territory.name, territory.code),
        _ => territory.name.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::member::College;

    #[test]
    fn people_are_named_as_they_signed() {
        let commune = Territory {
            code: "79109".into(),
            name: "Échiré".into(),
            level: TerritoryLevel::Commune,
            departement: Some("79".into()),
            region: None,
            population: None,
        };
        let mut signed = Signature {
            name: Some("Agnès Rondeau".into()),
            mandate: Some("conseillère".into()),
            college: College::Elected,
            territory: Some(commune),
        };
        assert_eq!(signature(&signed), "Agnès Rondeau, conseillère, Échiré (79)");
        signed.name = None;
        signed.mandate = Some(" ".into());
        assert_eq!(signature(&signed), "Échiré (79)");
        assert_eq!(signature(&Signature::ANONYMOUS), "sans signature");
    }
}
