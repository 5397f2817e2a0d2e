//! All that is held of whoever asks: a page to read, and a file for programs.

mod sittings;

use app::pages::me::data as page;
use axum::extract::Path;
use axum::response::Response;
use domain::email::Email;
use domain::line::Line;
use domain::reading::Held;
use domain::time::Timestamp;
use serde_json::{Value, json};

use super::{Attached, Page, Refusal, Visit};

/// The page.
pub async fn read(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = show(&visit, &slug).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, slug: &str) -> Page {
    let (mut reading, congress) = visit.congress(slug).await?;
    let member = visit.caller.member(&congress)?;
    Ok(page::document(&congress, reading.held_of(&member, visit.now()).await?))
}

/// The same as JSON: « in a structured, commonly used and machine-readable format » (regulation (EU) 2016/679, article 20).
pub async fn file(visit: Visit, Path(slug): Path<String>) -> Response {
    match written(&visit, &slug).await {
        Ok(text) => {
            let name = "mes-donnees.json".to_owned();
            let kind = "application/json; charset=utf-8";
            Attached { kind, name, is_shown: false, copies: Some("no-store") }.holding(text)
        }
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn written(visit: &Visit, slug: &str) -> Result<String, Refusal> {
    let (mut reading, congress) = visit.congress(slug).await?;
    let member = visit.caller.member(&congress)?;
    let held = reading.held_of(&member, visit.now()).await?;
    let told = json!({ "congres": congress.title, "etabli": moment(visit.now()), "personne": person(&held), "contenu": content(&held) });
    serde_json::to_string_pretty(&told).map_err(|error| Refusal::Broken(Box::new(error)))
}

/// « 2026-10-03T07:00:00Z »
fn moment(at: Timestamp) -> String {
    app::text::date::machine(at)
}

fn person(held: &Held) -> Value {
    let member = &held.member;
    json!({
        "numero": member.number.to_string(),
        "nom": member.name.as_str(),
        "mandat": member.mandate.as_ref().map(Line::as_str),
        "college": member.college,
        "collectivite": member.territory,
        "adresse": member.email.as_ref().map(Email::as_str),
        "telephone": member.telephone.as_ref().map(Line::as_str),
        "roles": member.roles,
        "signature": member.display,
        "lettres_choisies": member.mail,
        "contact": member.contact,
        "creee": moment(member.created_at),
        "invitee": member.invited_at.map(moment),
        "declinee": member.declined_at.map(moment),
        "regle_lue": member.rules_read_at.map(moment),
        "representations": held.voices.iter().map(|voice| json!({
            "niveau": voice.level, "code": voice.code, "depuis": moment(voice.from), "jusque": voice.until.map(moment),
        })).collect::<Vec<_>>(),
    })
}

fn content(held: &Held) -> Value {
    let texts = held.texts.iter().map(|text| {
        let contribution = &text.own.contribution;
        json!({
            "numero": contribution.number.to_string(),
            "texte": text.own.written.as_str(),
            "etat": text.own.life.state(),
            "type": contribution.kind,
            "recue": moment(contribution.received_at),
            "complete": text.own.complement_of.map(|number| number.to_string()),
            "versions": text.versions.iter().map(|version| json!({
                "version": version.version, "texte": version.body, "ecrite": moment(version.made_at),
            })).collect::<Vec<_>>(),
        })
    });
    json!({
        "contributions": texts.collect::<Vec<_>>(),
        "propos_notes": held.notes.iter().map(|of| json!({
            "numero": of.own.contribution.number.to_string(), "texte": of.own.written.as_str(),
            "etat": of.own.life.state(), "note": moment(of.noted_at), "reponse": of.answer,
        })).collect::<Vec<_>>(),
        "brouillons": held.drafts.iter().map(|kept| json!({
            "cible": kept.target.to_string(), "texte": kept.draft.body, "garde": moment(kept.saved_at),
        })).collect::<Vec<_>>(),
        "soutiens": held.supports.iter().map(|of| json!({
            "contribution": of.number.to_string(), "depuis": moment(of.at),
        })).collect::<Vec<_>>(),
        "appareils": held.sessions.iter().map(|of| json!({
            "appareil": of.device, "connecte": moment(of.opened_at), "vu": moment(of.seen_at),
        })).collect::<Vec<_>>(),
        "liens": held.links.iter().map(|of| json!({
            "fait": moment(of.made_at), "jusque": moment(of.until), "utilise": of.used_at.map(moment),
            "repris": of.revoked_at.map(moment),
        })).collect::<Vec<_>>(),
        "seances": held.sittings.iter().map(sittings::written).collect::<Vec<_>>(),
        "amendements": held.amendments.iter().map(|of| json!({
            "numero": of.number.to_string(), "titre": of.title.as_str(), "auteur": of.is_author, "le": moment(of.at),
        })).collect::<Vec<_>>(),
        "fichiers_importes": held.files.iter().map(|of| json!({
            "nom": of.name, "type": of.kind, "le": moment(of.at), "en_attente": of.waits,
        })).collect::<Vec<_>>(),
        "lettres": held.letters.iter().map(|of| json!({
            "objet": of.subject, "adresse": of.to.address, "ecrite": moment(of.created_at),
        })).collect::<Vec<_>>(),
        "actes_de_l_equipe": held.events.iter().map(|of| json!({
            "acte": of.act, "le": moment(of.at), "par": of.by, "detail": of.detail,
        })).collect::<Vec<_>>(),
    })
}
