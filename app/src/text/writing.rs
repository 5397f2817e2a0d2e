//! The page where one writes.

use domain::contribution::{ContributionNumber, Kind, Target, Written, WrittenError};
use domain::settings::{Moderation, Readers};

/// The page's title.
pub fn title(target: Target) -> String {
    match target {
        Target::New => "Écrire une contribution".to_owned(),
        Target::Complement(number) => format!("Ajouter votre cas à {number}"),
        Target::Change(number) => format!("Modifier {number}"),
    }
}

/// Below the title.
pub fn lead(target: Target) -> &'static str {
    match target {
        Target::New => {
            "Une situation, une idée, une façon de faire : avec vos mots, comme vous le diriez en réunion."
        }
        Target::Complement(_) => {
            "Dites ce qui se passe chez vous. Votre texte aura son propre numéro, et les deux contributions renverront l’une à l’autre."
        }
        Target::Change(_) => {
            "La version précédente est conservée, et visible de vous seul et de la rédaction."
        }
    }
}

/// To those who change a text that an analysis has read.
pub const CHANGE_NOTE: &str = "Jusqu’à la prochaine analyse, les passages déjà cités restent ceux de la version d’avant. Pour qu’ils disparaissent tout de suite, retirez la contribution.";
/// The label of the words.
pub const WORDS: &str = "Votre texte";
/// How long it may be, and how long it is, as people count.
pub fn bounds(body: &str) -> String {
    let bounds =
        format!("Entre {} et {} caractères.", Written::MIN, super::number::number(many(Written::MAX)));
    match Written::count(body) {
        0 => bounds,
        count => format!("{bounds} {}", COUNTED.replace("{n}", &super::number::number(many(count)))),
    }
}

/// How many characters were written: `{n}`.
pub const COUNTED: &str = "Vous en avez écrit {n}.";
/// How many are too many: `{n}`. The script says it as one types.
pub const OVER: &str =
    "C’est trop long : {n} en trop. Coupez votre texte en deux contributions, ou gardez l’essentiel.";
/// A switch.
pub const LARGE: &str = "Grands caractères";
/// What is told as one types: so many say something close.
pub fn close(n: usize) -> String {
    match n {
        1 => "Une contribution s’en approche : la voir, sous le formulaire.".to_owned(),
        n => format!("{n} contributions s’en approchent : les voir, sous le formulaire."),
    }
}

/// The kind.
pub const KIND: &str = "Vous parlez surtout…";
/// What may be left open.
pub const OPTIONAL: &str = "Facultatif : la rédaction s’en charge si vous ne dites rien.";
/// No kind, and what comes of it.
pub const NO_KIND: (&str, &str) = ("Je ne précise pas", "l’analyse propose un type, la rédaction le relit");
/// The enjeux.
pub const AREAS: &str = "À quels enjeux cela touche-t-il ?";
/// The level of display.
pub const DISPLAY: &str = "Comment votre nom s’affiche";
/// Sends it.
pub const SEND: &str = "Envoyer";
/// Sends a change.
pub const SAVE_CHANGE: &str = "Enregistrer la nouvelle version";
/// Keeps it for later.
pub const KEEP: &str = "Garder pour plus tard";
/// The same, and shows what is close.
pub const KEEP_AND_COMPARE: &str = "Garder, et voir qui s’en approche";
/// Beneath the heading of what is close to a draft.
pub const CLOSE_HOW: &str = "Si l’une dit déjà tout ce que vous vouliez dire, votre soutien suffit. Sinon, envoyez votre texte : les deux comptent.";

/// Supports one, and makes of the draft a case added to it.
pub const SUPPORT_AND_ADD: &str = "Moi aussi, et j’ajoute mon cas";
/// The same for those who don’t see what it stands beside.
pub fn support_and_add_label(number: ContributionNumber) -> String {
    format!("{SUPPORT_AND_ADD} à {number}")
}

/// A kind, with an example of it.
pub fn kind(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Situation => ("de ce qui est", "état des lieux : « Ici, la fibre s’arrête au pont. »"),
        Kind::Idea => ("de ce qu’il faudrait", "idée : « Un guichet ouvert par canton. »"),
        Kind::Action => {
            ("de comment y arriver", "mode d’action : « Former les secrétaires, à quatre communes. »")
        }
    }
}

/// Who will read, and when; told before one writes.
pub fn readers(readers: Readers, moderation: Moderation) -> String {
    let who = match readers {
        Readers::Public => "Tout le monde pourra lire votre texte",
        Readers::Members => "Les membres du congrès, et eux seuls, pourront lire votre texte",
    };
    let when = match moderation {
        Moderation::After => "dès son envoi",
        Moderation::Before => "une fois que la rédaction l’aura relu",
    };
    format!("{who} {when}. L’adresse et le téléphone d’autrui n’y ont pas leur place.")
}

/// « Brouillon gardé le 14 novembre 2026 à 10 h 30. »
pub fn kept_at(moment: &str) -> String {
    format!("Brouillon gardé le {moment}. Vous le retrouverez ici depuis n’importe quel appareil.")
}

/// « Vous saisissez au nom de Soazig Tanguy. »
pub fn on_behalf(name: &str) -> String {
    format!("Vous saisissez au nom de {name}. La page de la contribution dira « saisie par la rédaction ».")
}

/// What stands above a complement.
pub fn completes(number: ContributionNumber) -> String {
    format!("Vous complétez {number} :")
}

/// Why a text can't be taken, and what to do.
pub fn words(error: WrittenError) -> String {
    match error {
        WrittenError::Empty => "Écrivez votre texte : il est vide pour l’instant.".to_owned(),
        WrittenError::TooShort(n) => format!(
            "Votre texte compte {} ; il en faut au moins 20 pour qu’on le comprenne. Ajoutez un exemple ou un lieu.",
            characters(n)
        ),
        WrittenError::TooLong(n) => format!(
            "Votre texte compte {} ; il en faut 4 000 au plus. Coupez-le en deux contributions, ou gardez l’essentiel.",
            characters(n)
        ),
        WrittenError::Control => {
            "Votre texte contient un caractère invisible qu’aucun clavier ne tape. Recopiez-le depuis un traitement de texte, ou retapez le passage.".to_owned()
        }
    }
}

fn characters(n: usize) -> String {
    super::number::counted(many(n), "caractère", "caractères")
}

fn many(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// What it was to complete isn't shown any more.
pub fn gone(number: ContributionNumber) -> String {
    format!(
        "{number} n’est plus affichée : votre texte partira comme une contribution à part entière si vous l’envoyez de nouveau."
    )
}

/// Another text left from the same form.
pub fn already_sent(number: ContributionNumber) -> String {
    format!(
        "Un autre texte est déjà parti de cette page : {number}. Si vous vouliez le corriger, ouvrez {number} et choisissez « Modifier ». Pour envoyer celui-ci en plus, appuyez encore une fois sur « Envoyer »."
    )
}

/// The page was opened by somebody else.
pub const NOT_YOURS: &str = "Cette page a été ouverte par une autre personne, sur ce même appareil. Si ce texte est bien le vôtre, envoyez-le de nouveau : il sera à votre nom.";

/// Somebody, or another tab, changed it meanwhile.
pub const STALE: &str = "Cette contribution a été modifiée depuis que vous avez ouvert cette page, peut-être dans un autre onglet. Votre texte est ci-dessous ; l’enregistrer remplacera la version la plus récente.";
