//! What staff does about texts, what it says of it to their authors, and what is found in a text.

use domain::flags::FlagKind;
use domain::moderation::{HidingReason, ModerationAct};
use domain::reading::{ModerationLine, Pile};

use super::number::{counted, number, plural};

/// The page's title.
pub const TITLE: &str = "Modération";
/// Below it.
pub const LEAD: &str = "Lisez, publiez, masquez : jamais pour une opinion. Rien n’est supprimé, l’auteur est prévenu par lettre et peut réécrire, et ce qui est masqué est compté en public.";
/// The piles, said of their navigation.
pub const PILES: &str = "Textes à relire";
/// The label of the search.
pub const SEARCH: &str = "Mots du texte, nom ou numéro";
/// Its button.
pub const FIND: &str = "Chercher";
/// Ticks a text.
pub const TICK: &str = "Cocher";
/// The heading of what is done to those that are ticked.
pub const BULK: &str = "Les textes cochés";
/// Lets a text appear.
pub const PUBLISH: &str = "Publier";
/// Hides a text.
pub const HIDE: &str = "Masquer";
/// Unfolds what hiding asks.
pub const HIDE_HOW: &str = "Masquer…";
/// Nothing to say of a text.
pub const READ: &str = "Lu, rien à signaler";
/// The list of reasons.
pub const REASON: &str = "Pour quelle raison ?";
/// No reason yet.
pub const NO_REASON: &str = "Choisir une raison";
/// The words to the author.
pub const WORDS: &str = "Ce que vous en dites à la personne";
/// Their hint.
pub const WORDS_HINT: &str =
    "Elle lira ces mots dans la lettre et sur sa page : dites quel passage gêne, et comment le réécrire.";
/// A reason is missing.
pub const REASON_MISSING: &str =
    "Choisissez une raison dans la liste : elle est dite à la personne, et comptée en public.";
/// Words are missing.
pub const WORDS_MISSING: &str =
    "Dites en quelques mots pourquoi : cette raison n’en est pas une sans explication.";
/// Words that are too long.
pub const WORDS_LONG: &str = "Ces mots sont trop longs : 1 000 caractères au plus.";
/// No text was ticked.
pub const NOTHING_TICKED: &str = "Cochez au moins un texte.";
/// What was found, said before the list.
pub const FOUND: &str = "Repéré par le logiciel :";
/// Already read.
pub const WAS_READ: &str = "Lue par la rédaction";
/// Not read yet.
pub const UNREAD: &str = "Pas encore lue";
/// A correction waits for its answer.
pub const PROPOSED: &str = "Correction proposée, sans réponse pour l’instant";
/// Leads to the page where a correction is proposed.
pub const CORRECT: &str = "Proposer une correction";
/// The heading of what was done.
pub const HISTORY: &str = "Ce qu’a fait la rédaction";
/// Nobody is known to have written a text.
pub const NO_AUTHOR: &str = "Personne n’a de compte pour ce texte : aucune lettre ne peut être envoyée.";
/// Nothing in a pile.
pub fn nothing(pile: Pile, asked: bool) -> &'static str {
    match pile {
        _ if asked => "Aucun texte de cette pile ne répond à ces mots.",
        Pile::Waiting => "Aucun texte n’attend d’être publié.",
        Pile::Unread => "Tout ce qui est publié a été lu.",
        Pile::Flagged => "Le logiciel n’a rien repéré dans les textes qui restent à lire.",
        Pile::Hidden => "Aucun texte n’est masqué.",
        Pile::All => "Aucune contribution n’est encore arrivée.",
    }
}

/// A pile.
pub fn pile(pile: Pile) -> &'static str {
    match pile {
        Pile::Waiting => "En attente",
        Pile::Unread => "Publiées, pas encore lues",
        Pile::Flagged => "Signalées par le logiciel",
        Pile::Hidden => "Masquées",
        Pile::All => "Toutes",
    }
}

/// A reason, in the list.
pub fn reason(reason: HidingReason) -> &'static str {
    match reason {
        HidingReason::PersonalData => "Données personnelles (adresse, téléphone, vie privée)",
        HidingReason::Accusation => "Mise en cause d’une personne nommée",
        HidingReason::Insult => "Propos injurieux",
        HidingReason::Unlawful => "Propos que la loi interdit",
        HidingReason::Advertising => "Publicité",
        HidingReason::Other => "Autre raison, à dire ci-dessous",
    }
}

/// The same in a sentence.
pub fn because(reason: HidingReason) -> &'static str {
    match reason {
        HidingReason::PersonalData => "données personnelles",
        HidingReason::Accusation => "mise en cause d’une personne nommée",
        HidingReason::Insult => "propos injurieux",
        HidingReason::Unlawful => "propos que la loi interdit",
        HidingReason::Advertising => "publicité",
        HidingReason::Other => "autre raison",
    }
}

/// « 3 contributions masquées par la rédaction : 2 données personnelles, 1 propos injurieux »; nothing when there are none.
pub fn hidden(by_reason: &[(HidingReason, u32)]) -> Option<String> {
    let all: u32 = by_reason.iter().map(|(_, count)| count).sum();
    let said: Vec<String> =
        by_reason.iter().map(|(of, count)| format!("{}\u{a0}{}", number(*count), because(*of))).collect();
    (all > 0).then(|| {
        format!(
            "{} {} par la rédaction : {}.",
            counted(all, "contribution", "contributions"),
            plural(all, "masquée", "masquées"),
            said.join(", ")
        )
    })
}

/// « 2 adresses électroniques »
pub fn flags(kind: FlagKind, count: u32) -> String {
    match kind {
        FlagKind::Email => counted(count, "adresse électronique", "adresses électroniques"),
        FlagKind::Telephone => counted(count, "numéro de téléphone", "numéros de téléphone"),
        FlagKind::Person => counted(count, "personne nommée", "personnes nommées"),
        FlagKind::Insult => counted(count, "mot injurieux", "mots injurieux"),
    }
}

/// « Cocher C-0421 »
pub fn tick(number: &str) -> String {
    format!("{TICK} {number}")
}

/// « 12 textes »
pub fn found(count: u32) -> String {
    counted(count, "texte", "textes")
}

/// Some texts weren't looked at.
pub fn unlooked(count: u32) -> String {
    format!(
        "Le logiciel n’a pas encore examiné {} : rechargez cette page pour qu’il continue.",
        counted(count, "texte", "textes")
    )
}

/// « 3 textes publiés. 1 a changé depuis que vous l’avez lu : rien n’y a été fait. »
pub fn done(act: ModerationAct, done: u32, passed_over: u32) -> String {
    let what = match act {
        ModerationAct::Published => plural(done, "publié", "publiés"),
        ModerationAct::Hidden => plural(done, "masqué", "masqués"),
        _ => plural(done, "marqué comme lu", "marqués comme lus"),
    };
    let sentence = match done {
        0 => "Rien n’a changé.".to_owned(),
        _ => format!("{} {what}.", counted(done, "texte", "textes")),
    };
    match passed_over {
        0 => sentence,
        _ => format!(
            "{sentence} {} : {} depuis votre lecture, ou cela ne peut pas y être fait.",
            counted(passed_over, "texte laissé tel quel", "textes laissés tels quels"),
            plural(passed_over, "il a changé", "ils ont changé"),
        ),
    }
}

/// What was done, when staff reads it: « Masquée par Idriss Belkacem »; its author reads no name.
pub fn event(line: &ModerationLine, names: bool) -> String {
    let what = match line.act {
        ModerationAct::Published => "Publiée".to_owned(),
        ModerationAct::Hidden => match line.reason {
            Some(reason) => format!("Masquée ({})", because(reason)),
            None => "Masquée".to_owned(),
        },
        ModerationAct::Read => "Lue, rien à signaler".to_owned(),
        ModerationAct::Proposed => "Correction proposée".to_owned(),
        ModerationAct::Accepted => "Correction acceptée par la personne qui a écrit".to_owned(),
        ModerationAct::Refused => "Correction refusée par la personne qui a écrit".to_owned(),
    };
    let by = match line.act {
        ModerationAct::Accepted | ModerationAct::Refused => String::new(),
        _ if !names => String::new(),
        _ => format!(", par {}", line.by.as_deref().unwrap_or("une commande sur le serveur")),
    };
    let words = match line.words.as_deref() {
        Some(words) if !words.is_empty() => format!(" : « {words} »"),
        _ => String::new(),
    };
    format!("{what}, version {}{by}{words}", number(line.version))
}

/// To the author, before a text is sent.
pub mod warning {
    use domain::flags::FlagKind;

    /// The heading.
    pub const TITLE: &str = "Avant d’envoyer, relisez ceci";
    /// What comes of it.
    pub const HOW: &str = "Vous pouvez changer votre texte, ou l’envoyer tel quel : la rédaction le verra, et c’est vous qui décidez.";
    /// Nothing was sent.
    pub const NOT_SENT: &str = "Votre texte n’est pas encore envoyé.";
    /// The same beside a draft.
    pub const DRAFT: &str = "Repéré dans votre texte";
    /// Sends it.
    pub const SEND: &str = "Envoyer tel quel";
    /// The same of a change.
    pub const SAVE: &str = "Enregistrer tel quel";

    /// What was found, and why it matters.
    pub fn of(kind: FlagKind, words: &str) -> String {
        let why = match kind {
            FlagKind::Email => "une adresse électronique. Si ce n’est pas la vôtre, mieux vaut l’enlever",
            FlagKind::Telephone => "un numéro de téléphone. Si ce n’est pas le vôtre, mieux vaut l’enlever",
            FlagKind::Person => {
                "une personne nommée. Sa fonction suffit souvent : « la secrétaire de mairie », « un habitant »"
            }
            FlagKind::Insult => "un mot qui peut blesser. Le fait, raconté, porte souvent mieux",
        };
        format!("« {words} » : {why}.")
    }
}

/// Letters to authors.
pub mod letter {
    use domain::contribution::ContributionNumber;
    use domain::moderation::HidingReason;

    use super::because;

    /// The subject when a text was hidden.
    pub fn hidden(name: &str, of: ContributionNumber) -> String {
        format!("{name}, votre contribution {of} est masquée")
    }

    /// Why.
    pub fn why(of: ContributionNumber, reason: HidingReason) -> String {
        format!(
            "La rédaction a masqué votre contribution {of}, pour cette raison : {}. Votre opinion n’est pas en cause.",
            because(reason)
        )
    }

    /// The words of staff.
    pub fn words(words: &str) -> String {
        format!("Elle vous dit : « {words} »")
    }

    /// What to do.
    pub const REWRITE: &str = "Rien n’est supprimé : vous lisez toujours votre texte sur votre page. Vous pouvez le réécrire ; la rédaction le relira et le publiera.";
    /// What to do when nobody writes any more.
    pub const CLOSED: &str = "Rien n’est supprimé : vous lisez toujours votre texte sur votre page. L’appel est clos ; pour en parler, répondez à la rédaction.";
    /// A button.
    pub const REWRITE_BUTTON: &str = "Réécrire ma contribution";
    /// A button.
    pub const SEE: &str = "Voir ma contribution";
    /// Why one gets the letter.
    pub const WHY: &str = "Vous recevez ce message parce que vous avez écrit cette contribution.";

    /// The subject when a text appeared.
    pub fn published(name: &str, of: ContributionNumber) -> String {
        format!("{name}, votre contribution {of} est publiée")
    }

    /// It appeared.
    pub fn appeared(of: ContributionNumber) -> String {
        format!("La rédaction a relu votre contribution {of} : elle est publiée.")
    }
}

/// A correction of spelling.
pub mod correction {
    use domain::contribution::ContributionNumber;

    /// The page's title.
    pub const TITLE: &str = "Proposer une correction";
    /// Below it.
    pub const LEAD: &str = "L’orthographe, la ponctuation, un mot oublié : rien de ce que le texte dit. La personne verra la différence mot à mot, et rien ne change tant qu’elle n’a pas accepté.";
    /// A field.
    pub const WORDS: &str = "Le texte corrigé";
    /// Its hint.
    pub const HINT: &str = "L’original est gardé dans les versions du texte.";
    /// A button.
    pub const PROPOSE: &str = "Envoyer la proposition";
    /// Nothing differs.
    pub const SAME: &str = "C’est le texte tel qu’il est : corrigez-le d’abord.";
    /// The text changed meanwhile.
    pub const STALE: &str =
        "La personne a changé son texte pendant ce temps : le voici tel qu’il est. Corrigez cette version.";
    /// Nobody could accept it.
    pub const NOBODY: &str = "Personne n’a de compte pour ce texte : nul ne pourrait accepter la correction.";
    /// Under the difference.
    pub const HOW: &str = "Si vous acceptez, c’est une nouvelle version de votre texte ; l’original est gardé. Si vous refusez, rien ne change.";
    /// A button.
    pub const ACCEPT: &str = "Accepter la correction";
    /// A button.
    pub const REFUSE: &str = "Garder mon texte";
    /// Said before what is taken out.
    pub const TAKEN: &str = " (supprimé :) ";
    /// Said before what is put in.
    pub const PUT: &str = " (ajouté :) ";
    /// Another one waits.
    pub fn waits(moment: &str) -> String {
        format!("Proposition du {moment}, sans réponse : une nouvelle la remplacera")
    }
    /// « La rédaction propose une correction de C-0421 »
    pub fn proposed(of: ContributionNumber) -> String {
        format!("La rédaction propose une correction de {of}")
    }

    /// The letter's subject.
    pub fn subject(name: &str, of: ContributionNumber) -> String {
        format!("{name}, une correction vous est proposée pour {of}")
    }
    /// What it says.
    pub const LETTER: &str = "La rédaction vous propose une correction d’orthographe. Votre page montre la différence mot à mot : vous acceptez, ou vous gardez votre texte. Sans réponse de votre part, rien ne change.";
    /// A button.
    pub const SEE: &str = "Voir la correction";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hidden_is_counted_by_reason() {
        assert_eq!(hidden(&[]), None);
        let some = [(HidingReason::PersonalData, 2), (HidingReason::Insult, 1)];
        assert_eq!(
            hidden(&some).as_deref(),
            Some(
                "3\u{a0}contributions masquées par la rédaction\u{a0}: 2\u{a0}données personnelles, 1\u{a0}propos injurieux."
            )
        );
    }
}
