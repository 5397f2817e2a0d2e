//! Somebody's part in a sitting, for programs.

use domain::reading::HeldSitting;
use domain::sitting::ProxyState;
use serde_json::{Value, json};

use super::moment;

pub(super) fn written(of: &HeldSitting) -> Value {
    let convened = of.convened.as_ref();
    json!({
        "seance": of.sitting.name.as_str(),
        "date": moment(of.sitting.starts_at),
        "convocation": convened.and_then(|of| of.convened_at).map(moment),
        "reponse": convened.and_then(|of| of.answer).map(|(said, at)| json!({ "dite": said, "le": moment(at) })),
        "presences": of.attendance.iter().map(|of| json!({
            "presence": of.presence, "arrivee": moment(of.in_at), "depart": of.out_at.map(moment),
        })).collect::<Vec<_>>(),
        "pouvoirs": of.proxies.iter().map(|of| json!({
            "sens": if of.is_given { "donne" } else { "recu" }, "personne": of.other, "le": moment(of.given_at),
            "accepte": matches!(of.state, ProxyState::Accepted { .. }),
            "fin": match of.state { ProxyState::Ended { at, .. } => Some(moment(at)), _ => None },
        })).collect::<Vec<_>>(),
        "demandes_de_parole": of.floor.iter().map(|of| json!({
            "demandee": moment(of.asked_at), "donnee": of.called_at.map(moment), "fin": of.ended_at.map(moment),
        })).collect::<Vec<_>>(),
        "badges": of.badges.iter().map(|of| json!({
            "imprime": moment(of.drawn_at), "active": of.activated_at.map(moment), "repris": of.revoked_at.map(moment),
        })).collect::<Vec<_>>(),
        "listes_des_votants": of.places.iter().map(|of| json!({
            "scrutin": of.poll.number, "titre": of.poll.question.title.as_str(), "mode": of.poll.secrecy, "voix": of.name,
            "votant": of.voter, "presence": of.standing, "suite": of.part, "choix": of.choice,
        })).collect::<Vec<_>>(),
    })
}
