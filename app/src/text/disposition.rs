//! Suites données: what becomes of each verbatim.

use domain::disposition::{
    Disposition, DispositionKind, LedgerBy, LedgerLine, LedgerPlace, Overall, Reason, Settled, SettledError,
};
use domain::reading::{Beside, ThemeTag};

use super::names;
use super::number::{counted, number, plural};

/// The title of staff’s page.
pub const TITLE: &str = "Suites données";
/// What staff does there.
pub const LEAD: &str = "Ce que devient chaque verbatim. Ceux qu’un passage cite le sont d’eux-mêmes ; dites ce que deviennent les autres, en bloc d’abord, puis un par un.";
/// The title of everybody’s page.
pub const PUBLIC_TITLE: &str = "Ce que devient chaque verbatim";
/// What one reads there.
pub const PUBLIC_LEAD: &str = "Tout ce qui a été écrit a une suite, et figure en annexe de la motion, signaux faibles compris. Ce qui n’est pas repris dit pourquoi.";
/// A caption.
pub const LEDGER: &str = "Le compte des suites";
/// A column.
pub const TOTAL: &str = "Ensemble";
/// Before the ways to count.
pub const BY: &str = "Compter";
/// The way back to the whole list.
pub const ALL: &str = "Tous les verbatims";
/// A field.
pub const WHAT: &str = "Quelle suite ?";
/// Nothing chosen.
pub const NOTHING: &str = "Choisir…";
/// A field.
pub const NEAR: &str = "Rapprochée de quelle contribution ?";
/// Its hint.
pub const NEAR_HINT: &str = "Seulement pour « rapprochée de » : son numéro, comme C-0118.";
/// A field.
pub const REASON: &str = "Pourquoi n’est-elle pas reprise ?";
/// Its hint.
pub const WORDS_HINT: &str = "Une phrase, qui sera publiée. Obligatoire pour une autre raison.";
/// A field.
pub const WORDS: &str = "En une phrase";
/// A button.
pub const SETTLE: &str = "Donner cette suite aux verbatims cochés";
/// A heading.
pub const SETTLING: &str = "Donner une suite";
/// Nothing is left.
pub const NOTHING_HERE: &str = "Aucun verbatim ici.";
/// No box was ticked.
pub const NONE_TICKED: &str = "Cochez d’abord les verbatims, ou donnez une suite à tout ce qui reste.";
/// No such contribution.
pub const NO_NEAR: &str = "Aucune contribution de ce congrès n’a ce numéro.";
/// What is left changed while one looked.
pub const CHANGED: &str = "Ce qui reste ici a changé pendant que vous regardiez. Rien n’est fait : relisez la liste, puis recommencez.";
/// The words are no line.
pub const BAD_WORDS: &str = "Une phrase de 200 caractères au plus, sur une ligne.";
/// No run yet.
pub const NO_RUN: &str =
    "Aucune analyse n’est achevée : les suites se donnent aux verbatims qu’elle distingue.";
/// No version yet.
pub const NO_VERSION: &str =
    "La motion n’a pas encore de version publiée : les suites données aux contributions se liront ici.";

/// « Citée », in the feminine: a contribution.
pub fn kind(of: DispositionKind) -> &'static str {
    match of {
        DispositionKind::Cited => "Citée",
        DispositionKind::TakenUp => "Reprise sans être citée",
        DispositionKind::Near => "Rapprochée d’une autre",
        DispositionKind::NotTaken => "Non reprise",
        DispositionKind::Pending => "À traiter",
    }
}

/// The same within a sentence.
pub fn kind_within(of: DispositionKind) -> String {
    kind(of).to_lowercase()
}

/// Why a verbatim isn’t taken up.
pub fn reason(of: Reason) -> &'static str {
    match of {
        Reason::OutOfScope => "elle sort du champ de la motion",
        Reason::Local => "elle relève d’une collectivité, à qui il revient d’agir",
        Reason::Exists => "elle est déjà acquise, dans la loi ou dans les faits",
        Reason::Divides => "les avis divergent ; elle figure parmi les points de désaccord",
        Reason::TooShort => "elle en dit trop peu pour être reprise",
        Reason::Other => "pour une autre raison",
    }
}

/// « Rapprochée de C-0118 », « Non reprise : … ; figure en annexe ».
pub fn said(of: &Disposition) -> String {
    match of {
        Disposition::Settled(Settled::Near(number)) => format!("Rapprochée de {number}"),
        Disposition::Settled(Settled::NotTaken(why, words)) => {
            let why = match (why, words) {
                (Reason::Other, Some(words)) => words.to_string(),
                (why, Some(words)) => format!("{} ({words})", reason(*why)),
                (why, None) => reason(*why).to_owned(),
            };
            format!("Non reprise : {} ; figure en annexe", why.trim_end_matches('.'))
        }
        of => kind(of.kind()).to_owned(),
    }
}

/// What became of a whole contribution.
pub fn overall(of: Overall) -> &'static str {
    match of {
        Overall::Cited => "Suite donnée : citée dans la motion.",
        Overall::TakenUp => "Suite donnée : reprise dans la motion.",
        Overall::Partly => "Suite donnée : reprise en partie.",
        Overall::NotTaken => "Suite donnée : non reprise ; elle figure en annexe.",
        Overall::Pending => "Suite à donner : la rédaction ne l’a pas encore traitée.",
    }
}

/// « à l’appui de la proposition 3 »
pub fn beside(of: &Beside) -> String {
    use domain::wording::{BlockKind, Stance};
    let passage = match (of.kind, of.number) {
        (BlockKind::Preamble, _) => "du préambule".to_owned(),
        (BlockKind::Heading, Some(n)) => format!("de l’intitulé {}", number(n)),
        (BlockKind::Proposition, Some(n)) => format!("de la proposition {}", number(n)),
        _ => "d’un paragraphe".to_owned(),
    };
    let why = match of.stance {
        Stance::Support => "À l’appui",
        Stance::Nuance => "En nuance",
        Stance::Disagreement => "En désaccord, à côté",
    };
    format!("{why} {passage}")
}

/// What a ledger is counted by.
pub fn by(of: LedgerBy) -> &'static str {
    match of {
        LedgerBy::Place => "par thème",
        LedgerBy::Kind => "par type",
        LedgerBy::College => "par collège",
        LedgerBy::Departement => "par département",
    }
}

/// A line of the ledger. `themes` are those of the run, by rank; `named` names a département by its code.
pub fn line(of: &LedgerLine, themes: &[ThemeTag], named: impl Fn(&str) -> Option<String>) -> String {
    match of {
        LedgerLine::Place(place) => self::place(*place, themes),
        LedgerLine::Kind(kind) => names::kind(*kind).to_owned(),
        LedgerLine::College(college) => names::college(*college).to_owned(),
        LedgerLine::Departement(Some(code)) => {
            named(code).map_or_else(|| code.clone(), |name| format!("{name} ({code})"))
        }
        LedgerLine::Departement(None) => "Sans département".to_owned(),
    }
}

/// A place of the run.
pub fn place(of: LedgerPlace, themes: &[ThemeTag]) -> String {
    match of {
        LedgerPlace::Theme(rank) => themes
            .iter()
            .find(|theme| theme.rank == rank)
            .map_or_else(|| format!("Thème {rank}"), |theme| theme.label.clone()),
        LedgerPlace::Weak => "Signaux faibles".to_owned(),
        LedgerPlace::Unplaced => "Non rapprochés".to_owned(),
    }
}

/// « 12 verbatims à traiter »
pub fn found(total: u32) -> String {
    counted(total, "verbatim", "verbatims")
}

/// « Donner cette suite aux 12 verbatims qui restent ici »
pub fn settle_left(left: u32) -> String {
    match left {
        1 => "Donner cette suite au verbatim qui reste ici".to_owned(),
        left => format!("Donner cette suite aux {} verbatims qui restent ici", number(left)),
    }
}

/// What was done.
pub fn done(verbatims: u32) -> String {
    match verbatims {
        0 => "Rien n’a changé.".to_owned(),
        n => format!("C’est fait pour {} {}.", number(n), plural(n, "verbatim", "verbatims")),
    }
}

/// « Cocher C-0421 »
pub fn tick(number: &str) -> String {
    format!("Cocher {number}")
}

/// « par Soazig Tanguy, le 3 mars »
pub fn settled(by: Option<&str>, moment: &str) -> String {
    by.map_or_else(|| moment.to_owned(), |by| format!("par {by}, {moment}"))
}

/// What a settlement lacks.
pub fn wrong(of: SettledError) -> &'static str {
    match of {
        SettledError::NearWhat => "Donnez le numéro de la contribution dont elle est rapprochée.",
        SettledError::NoReason => "Dites pourquoi elle n’est pas reprise : c’est ce que lira qui l’a écrite.",
        SettledError::NoWords => "Dites cette autre raison en une phrase.",
        SettledError::NotSettled => {
            "Choisissez une suite. Pour citer un verbatim, rattachez-le à un passage de la motion."
        }
    }
}
