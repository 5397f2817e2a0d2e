//! The journal that anybody who was there may take home: it checks by itself, and nothing in it can be changed unseen.

use axum::http::StatusCode;
use serde_json::Value;
use server::voting::{Wrong, verify};
use std::collections::BTreeMap;

use crate::harness::{TestApp, on_both};
use crate::sittings::Room;
use crate::voting::{cookies, done, prepared, vote};

const JOURNAL: &str = "/congres/demonstration/scrutins/journal.json";

/// How a poll differs from the usual one, and what four people choose.
type Held<'a> = (&'a [(&'a str, &'a str)], [&'a str; 4]);

/// A sitting with a public vote, a secret one, one on options and a show of hands.
async fn voted(app: &mut TestApp) -> Room {
    let room = Room::open(app, &[], 4).await;
    let voters = cookies(app, &room, 4).await;
    let polls: [Held<'_>; 3] = [
        (&[], ["pour", "contre", "pour", "hors"]),
        (&[("mode", "secret")], ["contre", "contre", "blanc", "pour"]),
        (
            &[("options", "Brest\nVannes"), ("nombre", "1")],
            ["option-1", "option-1", "option-0", "abstention"],
        ),
    ];
    for (change, choices) in polls {
        let poll = prepared(app, &room, change).await;
        done(app, &room, "ouvrir", poll).await;
        for (voter, choice) in voters.iter().zip(choices) {
            vote(app, &room, poll, (voter, choice)).await;
        }
        done(app, &room, "clore", poll).await;
        done(app, &room, "proclamer", poll).await;
    }
    let hands = prepared(app, &room, &[("moyen", "main-levee")]).await;
    done(app, &room, "unanimite", hands).await;
    room
}

/// Counts the ballots of a journal without any code of ours: by the text of each choice.
fn by_hand(file: &[u8]) -> Vec<BTreeMap<String, u64>> {
    let journal: Value = serde_json::from_slice(file).unwrap();
    let entries = journal["ecritures"].as_array().unwrap();
    let said = entries.iter().filter(|entry| entry["kind"] == "scrutin-proclame");
    said.map(|entry| {
        let body: Value = serde_json::from_str(entry["body"].as_str().unwrap()).unwrap();
        let mut counts = BTreeMap::new();
        for ballot in body["bulletins"].as_array().unwrap() {
            *counts.entry(ballot[1].to_string()).or_default() += 1;
        }
        counts
    })
    .collect()
}

#[test]
fn a_journal_checks_by_itself_and_each_poll_is_counted_again() {
    on_both(|mut app| async move {
        let room = Box::pin(voted(&mut app)).await;
        assert_eq!(app.get(JOURNAL).await.status, StatusCode::UNAUTHORIZED);
        assert_eq!(app.get_as(JOURNAL, &app.stranger().await).await.status, StatusCode::FORBIDDEN);
        let file = app.get_as(JOURNAL, &room.staff).await.bytes;
        let verified = verify(&file).unwrap();
        let found: Vec<_> =
            verified.scrutins.iter().map(|of| (of.pour, of.contre, of.abstentions, of.blancs)).collect();
        assert_eq!(found, [(2, 1, 0, 0), (1, 2, 0, 1), (0, 0, 1, 0), (4, 0, 0, 0)]);
        assert_eq!(verified.scrutins[2].options, [1, 2]);
        let adopted: Vec<_> = verified.scrutins.iter().map(|of| of.adopte).collect();
        assert_eq!(adopted, [Some(true), Some(false), None, Some(true)]);
        let counted = by_hand(&file);
        let count = |poll: usize, choice: &str| counted[poll].get(choice).copied().unwrap_or_default();
        for (poll, of) in verified.scrutins.iter().enumerate().take(3) {
            assert_eq!(of.pour, count(poll, "\"for\""));
            assert_eq!(of.contre, count(poll, "\"against\""));
            assert_eq!(of.blancs, count(poll, "\"blank\""));
            assert_eq!(of.abstentions, count(poll, "\"abstain\""));
        }
        assert_eq!(
            verified.scrutins[2].options,
            [count(2, "{\"options\":[0]}"), count(2, "{\"options\":[1]}")]
        );
    });
}

/// A journal in which the first of those words within the bodies is another, with the chain made good again from there on: what
/// somebody would do who knows how it is made.
fn forged(file: &[u8], from: &str, to: &str) -> Vec<u8> {
    use domain::journal::Entry;
    let mut journal: Value = serde_json::from_slice(file).unwrap();
    let mut last: Option<Entry> = None;
    let mut is_done = false;
    for entry in journal["ecritures"].as_array_mut().unwrap() {
        let mut body = entry["body"].as_str().unwrap().to_owned();
        if !is_done && body.contains(from) {
            body = body.replacen(from, to, 1);
            is_done = true;
        }
        let at = serde_json::from_value(entry["at"].clone()).unwrap();
        let kind = serde_json::from_value(entry["kind"].clone()).unwrap();
        let made = Entry::after(last.as_ref(), (at, kind, body));
        let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        entry["body"] = made.body.clone().into();
        entry["previous"] = hex(&made.previous).into();
        entry["hash"] = hex(&made.hash).into();
        last = Some(made);
    }
    assert!(is_done, "{from} is there");
    serde_json::to_vec(&journal).unwrap()
}

#[test]
fn what_was_changed_is_said() {
    on_both(|mut app| async move {
        let room = Box::pin(voted(&mut app)).await;
        let file = app.get_as(JOURNAL, &room.staff).await.bytes;
        let text = String::from_utf8(file.clone()).unwrap();
        let changed = text.replacen("\\\"for\\\"", "\\\"against\\\"", 1);
        assert!(matches!(verify(changed.as_bytes()), Err(Wrong::Broken(_))));
        let mut shorter: Value = serde_json::from_slice(&file).unwrap();
        shorter["ecritures"].as_array_mut().unwrap().remove(2);
        assert!(matches!(verify(&serde_json::to_vec(&shorter).unwrap()), Err(Wrong::Broken(_))));
        assert_eq!(verify(b"{}"), Err(Wrong::NotOurs));
        let ballot = forged(&file, ",\"for\"]", ",\"against\"]");
        assert_eq!(verify(&ballot), Err(Wrong::Seal(1)), "a ballot");
        let count = forged(&file, "\"in_favour\":2", "\"in_favour\":3");
        assert_eq!(verify(&count), Err(Wrong::Count(1)), "a count");
        let voice = format!("[\"m:{}\"", room.members[0].id);
        let stranger = forged(&file, &voice, "[\"m:00000000-0000-0000-0000-000000000000\"");
        assert_eq!(verify(&stranger), Err(Wrong::Stranger(1)), "a voice of the roll");
        assert!(
            verify(&forged(&file, "\"essai\":false", "\"essai\":false")).is_ok(),
            "forging makes the chain good"
        );
    });
}

#[test]
fn votes_are_open_data_under_the_names_of_the_scdl() {
    const TABLE: &str = "/congres/demonstration/scrutins/deliberations.csv";
    on_both(|mut app| async move {
        let room = Box::pin(voted(&mut app)).await;
        let under_way = prepared(&app, &room, &[]).await;
        done(&app, &room, "ouvrir", under_way).await;
        vote(&app, &room, under_way, (&cookies(&app, &room, 1).await[0], "contre")).await;
        prepared(&app, &room, &[("titre", "Essai"), ("essai", "oui")]).await;
        let table = app.get(TABLE).await;
        assert_eq!(table.headers["content-type"], "text/csv; charset=utf-8");
        let text = table.text();
        let rows: Vec<Vec<&str>> =
            text.trim_start_matches('\u{feff}').lines().map(|line| line.split(';').collect()).collect();
        let at = |name: &str| rows[0].iter().position(|column| *column == name).unwrap();
        let counts =
            ["VOTE_EFFECTIF", "VOTE_REEL", "VOTE_POUR", "VOTE_CONTRE", "VOTE_ABSTENTION", "VOTE_BLANC"];
        let of = |row: &Vec<&str>| counts.map(|name| row[at(name)].to_owned());
        assert_eq!(rows.len(), 5, "what is open or for practice isn't there: {text}");
        let entitled = &of(&rows[1])[0];
        assert_eq!(of(&rows[1])[1..], ["3", "2", "1", "0", "0"]);
        assert_eq!(of(&rows[2])[1..], ["4", "1", "2", "0", "1"]);
        assert_eq!(of(&rows[3])[1..], ["4", "", "", "1", "0"]);
        assert_eq!(rows[3][at("VOTE_OPTIONS")], "Brest = 1 | Vannes = 2");
        assert_eq!(&of(&rows[4])[0], entitled);
        let results: Vec<&str> = rows[1..].iter().map(|row| row[at("RESULTAT")]).collect();
        assert_eq!(results, ["adopté", "rejeté", "", "adopté"]);
        assert!(rows[2][at("DELIB_URL")].ends_with("/congres/demonstration/scrutins/2"));
        assert_eq!(rows[1][at("DELIB_ID")], "demonstration-scrutin-1");
        assert!(!text.contains("Soazig"), "no name of a voter");
    });
}

#[test]
fn votes_in_camera_are_members_data() {
    on_both(|mut app| async move {
        let room = Room::open(&mut app, &[("acces", "huis-clos")], 2).await;
        let hands = prepared(&app, &room, &[("moyen", "main-levee")]).await;
        done(&app, &room, "unanimite", hands).await;
        let rows = |text: String| text.lines().count();
        let table = "/congres/demonstration/scrutins/deliberations.csv";
        assert_eq!(rows(app.get(table).await.text()), 1);
        assert_eq!(rows(app.get_as(table, &app.stranger().await).await.text()), 1);
        assert_eq!(rows(app.get_as(table, &room.staff).await.text()), 2);
    });
}
