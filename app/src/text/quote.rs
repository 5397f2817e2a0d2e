//! How words are quoted and signed.

use domain::contribution::State;
use domain::member::{College, Signature};
use domain::reading::Quote;

/// Shown where words of the contribution were left out.
pub const CUT: &str = "[…]";

/// « words » with guillemets, and « […] » where words were left out.
pub fn quoted(words: &str, cut_before: bool, cut_after: bool) -> String {
    format!("«\u{202f}{}\u{202f}»", bare(words, cut_before, cut_after))
}

fn bare(words: &str, cut_before: bool, cut_after: bool) -> String {
    let before = if cut_before { "[…] " } else { "" };
    let after = if cut_after { " […]" } else { "" };
    format!("{before}{}{after}", words.trim())
}

/// What somebody else noted, before its words: they have no guillemets until whoever said them confirms.
pub const REPORTED: &str = "Propos rapporté";

/// Words in guillemets; those that are reported without any, and said to be so.
pub fn worded(words: &str, (cut_before, cut_after): (bool, bool), reported: bool) -> String {
    if reported {
        format!("{REPORTED}\u{a0}: {}", bare(words, cut_before, cut_after))
    } else {
        quoted(words, cut_before, cut_after)
    }
}

/// What follows « Pour », in guillemets or, reported, without.
pub fn followed(of: &Quote) -> String {
    if of.reported {
        format!("{} (propos rapporté)", bare(&of.text, of.cut_before, of.cut_after))
    } else {
        quoted(&of.text, of.cut_before, of.cut_after)
    }
}

/// The words of a quote in guillemets, unless they are reported; where they aren't shown, why.
pub fn said(of: &Quote) -> String {
    if of.state.is_shown() {
        worded(&of.text, (of.cut_before, of.cut_after), of.reported)
    } else {
        withheld(of.state).to_owned()
    }
}

/// What stands in the place of words that aren't shown.
pub fn withheld(state: State) -> &'static str {
    match state {
        State::Published => "",
        State::Waiting => "[Texte en attente de relecture]",
        State::Hidden => "[Texte masqué par la rédaction]",
        State::Withdrawn => "[Texte retiré par la personne qui l’a écrit]",
        State::Erased => "[Texte effacé]",
    }
}

/// Who signs, in print: the name, or what stands for it.
pub fn signer(signature: &Signature) -> String {
    match (&signature.name, &signature.mandate) {
        (Some(name), _) => name.clone(),
        (None, Some(mandate)) => capital(mandate),
        (None, None) => nameless(signature.college).to_owned(),
    }
}

fn nameless(college: College) -> &'static str {
    match college {
        College::Elected => "Une élue ou un élu",
        College::Agents => "Une agente ou un agent",
        College::Partners => "Un partenaire",
        College::Unstated => "Sans nom",
    }
}

/// What follows the name: « , conseillère déléguée au numérique, Échiré (79) ».
pub fn standing(signature: &Signature) -> String {
    let mandate = signature.mandate.as_deref().filter(|_| signature.name.is_some());
    let territory = signature.territory.as_ref().map(|territory| match &territory.departement {
        Some(code) if !territory.name.contains('(') => format!("{}\u{a0}({code})", territory.name),
        _ => territory.name.clone(),
    });
    let parts: Vec<&str> = [mandate, territory.as_deref()].into_iter().flatten().collect();
    if parts.is_empty() { String::new() } else { format!(", {}", parts.join(", ")) }
}

/// « Agnès Rondeau, conseillère déléguée au numérique, Échiré (79) »
pub fn signed(signature: &Signature) -> String {
    signer(signature) + &standing(signature)
}

/// « deuxième verbatim »: which part of a contribution is quoted, nothing for a first one.
pub fn which(ordinal: u32) -> Option<String> {
    (ordinal > 1).then(|| format!("{} verbatim", super::number::ordinal(ordinal)))
}

/// `text` with a capital.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::territory::{Territory, TerritoryLevel};

    fn échiré() -> Territory {
        Territory {
            code: "79109".into(),
            name: "Échiré".into(),
            level: TerritoryLevel::Commune,
            departement: Some("79".into()),
            region: None,
            population: None,
        }
    }

    #[test]
    fn people_sign_as_in_print() {
        let agnès = Signature {
            name: Some("Agnès Rondeau".into()),
            mandate: Some("conseillère déléguée au numérique".into()),
            college: College::Elected,
            territory: Some(échiré()),
        };
        assert_eq!(signed(&agnès), "Agnès Rondeau, conseillère déléguée au numérique, Échiré\u{a0}(79)");
        let unnamed = Signature { name: None, ..agnès.clone() };
        assert_eq!(signed(&unnamed), "Conseillère déléguée au numérique, Échiré\u{a0}(79)");
        let college = Signature { mandate: None, territory: None, ..unnamed };
        assert_eq!(signed(&college), "Une élue ou un élu");
        assert_eq!(signed(&Signature::ANONYMOUS), "Sans nom");
    }
}
