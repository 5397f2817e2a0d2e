//! Convening people to a sitting, and what they answer.

use domain::sitting::{Answers, ConvocationAnswer, Whom};

use super::number::{counted, number};

/// The title of staff's page, and the link to it.
pub const TITLE: &str = "Convocations";
/// Its first paragraph.
pub const LEAD: &str = "Chaque personne qui a une voix reçoit une lettre à son nom : la date, le lieu, l’ordre du jour, et un lien pour répondre. Rien ne part avant que vous l’ayez confirmé ici.";
/// A field.
pub const WHOM: &str = "À qui écrire";
/// A button.
pub const SHOW: &str = "Montrer";
/// Nobody is left.
pub const NONE: &str = "Personne n’est à convoquer";
/// What that means.
pub const NONE_HOW: &str =
    "Celles et ceux qui ont une adresse ont leur lettre, ou ont répondu. Les réponses sont ci-dessous.";
/// The sitting has begun.
pub const SHUT: &str = "La séance a commencé";
/// What that means.
pub const SHUT_HOW: &str = "On n’y convoque plus personne : les arrivées se notent à l’accueil.";
/// A heading.
pub const ANSWERS: &str = "Réponses";
/// No answer.
pub const SILENT: &str = "pas encore de réponse";
/// No letter.
pub const NO_LETTER: &str = "pas encore de lettre";
/// A proxy without a holder.
pub const NO_HOLDER: &str = "donne pouvoir, à personne pour l’instant";

/// To whom letters go.
pub fn whom(of: Whom) -> &'static str {
    match of {
        Whom::New => "Celles et ceux qui n’ont pas encore de lettre",
        Whom::Silent => "Celles et ceux qui ont une lettre et n’ont pas répondu",
    }
}

/// The button: it says how many.
pub fn send(letters: u32) -> String {
    format!("Envoyer {}", counted(letters, "convocation", "convocations"))
}

/// After sending.
pub fn sent(letters: u32) -> String {
    match letters {
        0 => "Aucune lettre n’est partie : ces personnes ont eu la leur aujourd’hui, ou ont répondu."
            .to_owned(),
        1 => "Une convocation est en route.".to_owned(),
        more => format!("{} convocations sont en route.", number(more)),
    }
}

/// The answers, counted.
pub fn counts(of: Answers) -> Vec<(&'static str, String)> {
    [
        ("Dans la salle", of.present),
        ("À distance", of.remote),
        ("Donnent pouvoir", of.proxy),
        ("Absents", of.absent),
        ("Sans réponse", of.silent),
        ("En tout", of.total()),
    ]
    .map(|(what, count)| (what, number(count)))
    .to_vec()
}

/// What somebody is said to have answered, with the holder of their proxy.
pub fn said(of: ConvocationAnswer, holder: Option<(&str, bool)>) -> String {
    match (of, holder) {
        (ConvocationAnswer::Proxy, Some((name, true))) => format!("donne pouvoir à {name}, qui a accepté"),
        (ConvocationAnswer::Proxy, Some((name, false))) => {
            format!("donne pouvoir à {name}, qui n’a pas encore accepté")
        }
        (ConvocationAnswer::Proxy, None) => NO_HOLDER.to_owned(),
        (ConvocationAnswer::Present, _) => "sera dans la salle".to_owned(),
        (ConvocationAnswer::Remote, _) => "suivra à distance".to_owned(),
        (ConvocationAnswer::Absent, _) => "ne viendra pas".to_owned(),
    }
}

/// Answering.
pub mod answer {
    use super::ConvocationAnswer;

    /// A heading, and the title of the page.
    pub const TITLE: &str = "Serez-vous là ?";
    /// What becomes of it.
    pub const LEAD: &str = "Vous pouvez changer de réponse jusqu’à l’ouverture de la séance.";
    /// Once it is noted.
    pub const NOTED: &str = "C’est noté. Merci de votre réponse.";
    /// While they gave their proxy.
    pub const ENDS_PROXY: &str = "Répondre autrement retire le pouvoir que vous avez donné.";
    /// The sitting has begun.
    pub const SHUT: &str = "La séance est ouverte, ou levée : on ne répond plus à la convocation. Si vous êtes sur place, présentez-vous à l’accueil.";
    /// A link.
    pub const FOLLOW: &str = "La page de la séance";

    /// A button.
    pub fn button(of: ConvocationAnswer) -> &'static str {
        match of {
            ConvocationAnswer::Present => "Je serai dans la salle",
            ConvocationAnswer::Remote => "Je suivrai à distance",
            ConvocationAnswer::Absent => "Je ne viendrai pas",
            ConvocationAnswer::Proxy => "Je donne pouvoir",
        }
    }

    /// What they answered.
    pub fn yours(of: Option<ConvocationAnswer>) -> String {
        match of {
            None => "Vous n’avez pas encore répondu.".to_owned(),
            Some(of) => format!("Votre réponse : « {} ».", button(of)),
        }
    }

    /// Whose answer it is.
    pub fn whose(name: &str) -> String {
        format!("Pour {name}")
    }
}

/// The letter.
pub mod letter {
    use domain::line::Line;
    use domain::sitting::{AgendaItem, Sitting};

    use crate::text::{date, quote, sitting as words};

    /// Before the agenda.
    pub const AGENDA: &str = "Ordre du jour :";
    /// There is none yet.
    pub const NO_AGENDA: &str = "L’ordre du jour sera publié sur la page de la séance.";
    /// The button.
    pub const BUTTON: &str = "Répondre à la convocation";

    /// The subject: it names the person, since the mailbox may be shared.
    pub fn subject(name: &str, sitting: &Sitting) -> String {
        format!("{name}, convocation du {} : {}", date::day(sitting.starts_at), sitting.name)
    }

    /// Who convenes, to what, when.
    pub fn convened(organiser: &str, sitting: &Sitting) -> String {
        let (who, when) = (quote::capital(organiser), date::moment(sitting.starts_at));
        format!("{who} vous convoque à la séance « {} », le {when}.", sitting.name)
    }

    /// Where.
    pub fn place(sitting: &Sitting) -> String {
        let place = sitting.place.as_ref().map_or("à distance", Line::as_str);
        format!("Lieu : {place}. Séance {}.", words::access_short(sitting.access))
    }

    /// « 1. Accueil, présenté par Soazig Tanguy (10 min) »
    pub fn item(of: &AgendaItem) -> String {
        let speaker = of.speaker.as_ref().map(|name| format!(", présenté par {name}")).unwrap_or_default();
        let minutes = of.minutes.map(|n| format!(" ({})", words::minutes(n))).unwrap_or_default();
        format!("{}. {}{speaker}{minutes}", of.rank, of.title)
    }

    /// What the link does.
    pub fn link(name: &str, proxies: bool) -> String {
        let what = match proxies {
            true => "dans la salle, à distance, ou en donnant pouvoir",
            false => "dans la salle ou à distance",
        };
        format!(
            "Dites-nous si vous serez là, {what}. Le lien ci-dessous est celui de {name} : il sert à répondre, jusqu’à l’ouverture de la séance, et n’ouvre rien d’autre."
        )
    }
}
