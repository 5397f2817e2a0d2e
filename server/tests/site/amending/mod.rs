//! Amendments: proposed from a text, judged, voted, put into it; nothing typed is lost, and nothing is put where it wasn't meant.

mod crowd;
mod proposing;
mod voting;

use axum::http::StatusCode;
use domain::amendment::AmendmentNumber;
use domain::reading::AmendmentLine;

use crate::harness::{Answer, TestApp};
use crate::sittings::{Room, seen};

pub const LIST: &str = "/congres/demonstration/motion/amendements";
pub const PROPOSE: &str = "/congres/demonstration/motion/amendements/proposer";
pub const DESK: &str = "/congres/demonstration/redaction/amendements";
pub const WORDING: &str = "/congres/demonstration/redaction/motion";
pub const PUBLISH: &str = "/congres/demonstration/redaction/motion/publier";
pub const TEXT: &str = "1/ Pour l'accès de tous\n\nLa fibre s'arrête au pont, et le mobile n'y passe pas non plus.\n\nProposition 1 : financer le pont.";
pub const BASE: &str = "La fibre s’arrête au pont, et le mobile n’y passe pas non plus.";

/// The hidden field of that name.
pub fn hidden(page: &str, name: &str) -> String {
    let at = page.find(&format!("name=\"{name}\" value=\"")).expect("the field");
    page[at..].split('"').nth(3).unwrap().to_owned()
}

pub fn told(answer: &Answer) -> String {
    answer.text().replace("<!>", "")
}

pub async fn page(app: &TestApp, path: &str, cookie: &str) -> String {
    let answer = app.get_as(path, cookie).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", told(&answer));
    told(&answer)
}

/// Publishes the motion as it stands, and takes it to the next stage if asked.
pub async fn published(app: &TestApp, staff: &str, from: Option<&str>) {
    let seen_as = hidden(&page(app, PUBLISH, staff).await, "vu");
    seen(&app.post(PUBLISH, &[("geste", "publier"), ("vu", &seen_as)], staff).await);
    if let Some(from) = from {
        seen(&app.post(PUBLISH, &[("geste", "avancer"), ("version", from)], staff).await);
    }
}

/// An open sitting, and a motion that is submitted to amendments; three members’ cookies.
pub async fn submitted(app: &mut TestApp) -> (Room, [String; 3]) {
    submitted_in(app, &[]).await
}

/// The same, in a sitting that is planned otherwise.
pub async fn submitted_in(app: &mut TestApp, change: &[(&str, &str)]) -> (Room, [String; 3]) {
    let room = Box::pin(Room::open(app, change, 5)).await;
    let start = [
        ("geste", "commencer"),
        ("titre", "Motion"),
        ("forme", "objectifs"),
        ("depart", "texte"),
        ("texte", TEXT),
    ];
    seen(&app.post(WORDING, &start, &room.staff).await);
    published(app, &room.staff, Some("redaction")).await;
    let mut cookies = Vec::new();
    for member in &room.members[..3] {
        cookies.push(app.sign_in(member).await);
    }
    (room, cookies.try_into().unwrap())
}

/// The fields of a form, with the key and version that it was given.
pub fn filled<'f>(key: &'f str, version: &'f str, block: &'f str, words: &'f str) -> [(&'f str, &'f str); 7] {
    [
        ("cle", key),
        ("version", version),
        ("passage", block),
        ("nature", "remplacer"),
        ("texte", words),
        ("titre", "Le pont"),
        ("motifs", "Il est fermé."),
    ]
}

pub async fn proposed(app: &TestApp, cookie: &str, block: &str, words: &str) -> Answer {
    let form = page(app, &format!("{PROPOSE}?passage={block}&nature=remplacer"), cookie).await;
    let (key, version) = (hidden(&form, "cle"), hidden(&form, "version"));
    app.post(PROPOSE, &filled(&key, &version, block, words), cookie).await
}

pub async fn line(app: &TestApp, room: &Room, number: u32) -> AmendmentLine {
    let mut reading = app.state.storage.read().await.unwrap();
    reading.amendment(room.congress.id, AmendmentNumber::new(number)).await.unwrap().unwrap()
}

pub async fn words(app: &TestApp, room: &Room) -> Vec<String> {
    let desk = app.state.storage.read().await.unwrap().motion_desk(room.congress.id).await.unwrap().unwrap();
    desk.blocks.iter().map(|line| line.block.words.to_string()).collect()
}

pub async fn judged(app: &TestApp, room: &Room, number: u32, fields: &[(&str, &str)]) -> Answer {
    app.post(&format!("{DESK}/A-{number}"), fields, &room.staff).await
}
