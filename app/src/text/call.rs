//! When one may write.

use domain::contribution::Call;
use domain::time::Timestamp;

use super::date;

/// First action of a congress whose call goes on.
pub const WRITE: &str = "Écrire une contribution";

/// « Encore 5 jours, jusqu’au 19 novembre à 18 h »
pub fn countdown(now: Timestamp, closes: Timestamp) -> String {
    super::quote::capital(&format!("{}, jusqu’au {}", date::left(now, closes), date::day_and_hour(closes)))
}

/// Why nothing can be begun, to those who would write. Nothing while the call goes on.
pub fn shut(call: Call) -> Option<String> {
    match call {
        Call::Open { .. } => None,
        Call::Undated => {
            Some("L’appel à idées n’est pas encore ouvert : ses dates ne sont pas fixées.".to_owned())
        }
        Call::Coming { opens } => Some(format!("L’appel à idées ouvre le {}.", date::moment(opens))),
        Call::Grace { closed, until } => Some(format!(
            "L’appel à idées s’est clos le {}. Un texte commencé avant peut encore être envoyé jusqu’à {}, depuis la page où il a été commencé.",
            date::moment(closed),
            date::hour(until)
        )),
        Call::Closed { closed } => Some(format!(
            "L’appel à idées s’est clos le {}. Il n’est plus possible d’écrire.",
            date::moment(closed)
        )),
    }
}

/// Heading of the page of those who come before or after.
pub fn shut_title(call: Call) -> &'static str {
    match call {
        Call::Undated | Call::Coming { .. } => "L’appel à idées n’est pas ouvert",
        Call::Open { .. } | Call::Grace { .. } | Call::Closed { .. } => "L’appel à idées est clos",
    }
}

/// Above a text that came too late.
pub const TOO_LATE: &str = "Votre texte n’a pas été transmis. Il reste ici, et dans « Mes contributions », pour que vous puissiez le copier.";
/// The label of a text kept for copying.
pub const TO_COPY: &str = "Votre texte, à copier";
/// A grace in which one may still send.
pub fn hurry(until: Timestamp) -> String {
    format!(
        "L’appel est clos, mais vous aviez commencé avant : vous pouvez envoyer ce texte jusqu’à {}.",
        date::hour(until)
    )
}
