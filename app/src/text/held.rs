//! What is held of somebody's part in sittings, in sentences.

use domain::reading::{HeldBadge, HeldPlace, HeldProxy, HeldSitting};
use domain::sitting::{Attendance, ConvocationAnswer, FloorRequest, Presence, ProxyState};

use super::{date, minutes, vote};

/// What somebody answers when they are convened.
pub fn answer(of: ConvocationAnswer) -> &'static str {
    match of {
        ConvocationAnswer::Present => "présente ou présent dans la salle",
        ConvocationAnswer::Remote => "à distance",
        ConvocationAnswer::Absent => "absente ou absent",
        ConvocationAnswer::Proxy => "donne pouvoir",
    }
}

/// Everything of one sitting, a sentence each.
pub fn sitting(of: &HeldSitting) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(convened) = &of.convened {
        lines.extend(convened.convened_at.map(|at| format!("Convocation écrite le {}.", date::moment(at))));
        let said = |(said, at)| format!("Réponse du {} : {}.", date::moment(at), answer(said));
        lines.extend(convened.answer.map(said));
    }
    lines.extend(of.attendance.iter().map(coming));
    lines.extend(of.proxies.iter().map(proxy));
    lines.extend(of.floor.iter().map(floor));
    lines.extend(of.badges.iter().map(badge));
    lines.extend(of.places.iter().map(place));
    lines.extend(of.signing.as_ref().map(|of| {
        format!("{}, sur le procès-verbal : {}.", minutes::office(of.office), minutes::signature(of))
    }));
    lines
}

fn coming(of: &Attendance) -> String {
    let how = match of.presence {
        Presence::Room => "Dans la salle",
        Presence::Remote => "À distance",
    };
    match of.out_at {
        None => format!("{how}, depuis le {}.", date::moment(of.in_at)),
        Some(out) => format!("{how}, du {} au {}.", date::moment(of.in_at), date::moment(out)),
    }
}

fn proxy(of: &HeldProxy) -> String {
    let what = match of.is_given {
        true => format!("Pouvoir donné à {}", of.other),
        false => format!("Pouvoir reçu de {}", of.other),
    };
    let stands = match of.state {
        ProxyState::Offered => "pas encore accepté".to_owned(),
        ProxyState::Accepted { at } => format!("accepté le {}", date::moment(at)),
        ProxyState::Ended { at, .. } => format!("terminé le {}", date::moment(at)),
    };
    format!("{what} le {}, {stands}.", date::moment(of.given_at))
}

fn floor(of: &FloorRequest) -> String {
    let asked = date::moment(of.asked_at);
    match of.called_at {
        Some(at) => format!("Parole demandée le {asked}, donnée le {}.", date::moment(at)),
        None => format!("Parole demandée le {asked}, pas donnée."),
    }
}

fn badge(of: &HeldBadge) -> String {
    let active = match of.activated_at {
        Some(at) => format!("activé le {}", date::moment(at)),
        None => "jamais activé".to_owned(),
    };
    let end = of.revoked_at.map(|at| format!(", repris le {}", date::moment(at))).unwrap_or_default();
    format!("Badge imprimé le {}, {active}{end}.", date::moment(of.drawn_at))
}

fn place(of: &HeldPlace) -> String {
    let poll = format!("{} (« {} »)", vote::numbered(of.poll.number), of.poll.question.title);
    let whose = match of.name == of.voter {
        true => of.name.clone(),
        false => format!("{}, par {}", of.name, of.voter),
    };
    let choice = of.choice.as_ref();
    let choice = choice.map(|choice| format!(" : {}", vote::choice(choice, &of.poll))).unwrap_or_default();
    let (standing, part) = (vote::standing(of.standing), vote::part_of(of.part));
    format!("Liste des votants, {poll} : {whose}, {standing}, {part}{choice}.")
}
