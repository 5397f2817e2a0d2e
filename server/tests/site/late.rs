//! People who come in while a poll is open: the chair, and nobody else, adds their voices to the roll.

use axum::http::StatusCode;
use domain::journal::EntryKind;
use domain::member::Member;
use server::voting::verify;

use crate::harness::{TestApp, on_both};
use crate::sittings::{Room, plain, seen};
use crate::voting::{cookies, done, prepared, vote};

/// Whoever is absent gives their voice to somebody, who accepts.
async fn entrust(app: &TestApp, room: &Room, giver: &Member, holder: &Member) {
    let path = format!("{}/pouvoirs", room.path);
    let (absent, present) = (app.sign_in(giver).await, app.sign_in(holder).await);
    let number = holder.number.to_string();
    seen(&app.post(&path, &[("geste", "donner"), ("mandataire", &number)], &absent).await);
    let proxies = app.state.storage.read().await.unwrap().proxies(room.sitting.id).await.unwrap();
    let proxy = proxies.iter().find(|proxy| proxy.giver == giver.id).unwrap().id.to_string();
    seen(&app.post(&path, &[("geste", "accepter"), ("pouvoir", &proxy)], &present).await);
}

async fn votes(app: &mut TestApp, secrecy: &str) {
    let room = Room::open(app, &[("quorum", "tiers")], 3).await;
    let (late, giver) = (&room.members[3], &room.members[4]);
    entrust(app, &room, giver, late).await;
    let poll = prepared(app, &room, &[("mode", secrecy)]).await;
    done(app, &room, "ouvrir", poll).await;
    let desk = format!("{}/pupitre", room.path);
    assert!(!plain(&app.get_as(&desk, &room.chair).await).contains("Arrivées après l’ouverture"));

    room.door(app, late, "salle").await;
    let voters = cookies(app, &room, 4).await;
    let choose = [("scrutin", &*poll.to_string()), ("etape", "choisir"), ("choix", "pour")];
    let before = app.post(&format!("{}/vote", room.path), &choose, &voters[3]).await;
    assert!(plain(&before).contains("Cette voix n’est pas la vôtre"), "{}", plain(&before));
    let page = plain(&app.get_as(&desk, &room.chair).await);
    let held = format!("{}, voix confiée à {}", giver.name, late.name);
    assert!(page.contains("Arrivées après l’ouverture") && page.contains(&held), "{page}");

    let id = poll.to_string();
    let voice = |of: &Member| format!("m:{}", of.id);
    let (own, entrusted) = (voice(late), voice(giver));
    let add = |voice: &str| {
        vec![("geste", "ajouter-voix".to_owned()), ("scrutin", id.clone()), ("voix", voice.to_owned())]
    };
    for cookie in [&room.staff, &voters[3]] {
        let fields = add(&own);
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, &**value)).collect();
        assert_eq!(app.post(&desk, &fields, cookie).await.status, StatusCode::FORBIDDEN);
    }
    for voice in [&own, &entrusted] {
        let fields = add(voice);
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, &**value)).collect();
        seen(&room.desk(app, &fields).await);
        let again = room.desk(app, &fields).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "added once");
        assert!(plain(&again).contains("Cette voix ne peut pas être ajoutée"), "{}", plain(&again));
    }
    let absent = voice(&room.members[5]);
    let fields = [("geste", "ajouter-voix"), ("scrutin", &*id), ("voix", &*absent)];
    assert_eq!(room.desk(app, &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY, "they aren’t there");
    assert!(!plain(&app.get_as(&desk, &room.chair).await).contains("Arrivées après l’ouverture"));

    let mut reading = app.state.storage.read().await.unwrap();
    let roll = reading.poll(poll).await.unwrap().unwrap().stage.roll().unwrap();
    assert_eq!((roll.present, roll.represented, roll.still_there), (4, 1, 5));
    let journal = reading.journal(room.congress.id).await.unwrap();
    drop(reading);
    let added: Vec<_> =
        journal.iter().filter(|of| of.kind == EntryKind::SeatAdded).map(|of| &of.body).collect();
    assert!(
        added.len() == 2 && added[0].contains("\"tard\"") && added[1].contains("\"represente\""),
        "{added:?}"
    );

    vote(app, &room, poll, (&voters[0], "contre")).await;
    vote(app, &room, poll, (&voters[3], "pour")).await;
    done(app, &room, "clore", poll).await;
    let fields = add(&absent);
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, &**value)).collect();
    let shut = room.desk(app, &fields).await;
    assert!(plain(&shut).contains("Ce vote n’en est plus là"), "{}", plain(&shut));
    done(app, &room, "proclamer", poll).await;
    let page = plain(&app.get("/congres/demonstration/scrutins/1").await);
    assert!(page.contains("2 pour, 1 contre"), "{page}");
    let file = app.get_as("/congres/demonstration/scrutins/journal.json", &voters[0]).await;
    let verified = verify(&file.bytes).unwrap();
    assert_eq!(
        (verified.scrutins[0].pour, verified.scrutins[0].contre),
        (2, 1),
        "counted again from the file"
    );
}

#[test]
fn whoever_comes_late_to_a_public_vote_is_added_by_the_chair() {
    on_both(|mut app| async move { Box::pin(votes(&mut app, "public")).await });
}

#[test]
fn whoever_comes_late_to_a_secret_vote_is_added_by_the_chair() {
    on_both(|mut app| async move { Box::pin(votes(&mut app, "secret")).await });
}

#[test]
fn a_voice_that_somebody_holds_stays_with_them_though_its_person_comes() {
    on_both(|mut app| async move {
        let room = Room::open(&mut app, &[], 2).await;
        let giver = &room.members[3];
        entrust(&app, &room, giver, &room.members[0]).await;
        let poll = prepared(&app, &room, &[]).await;
        done(&app, &room, "ouvrir", poll).await;
        room.door(&app, giver, "salle").await;
        let page = plain(&app.get_as(&format!("{}/pupitre", room.path), &room.chair).await);
        assert!(!page.contains("Arrivées après l’ouverture"), "their voice is on the roll: {page}");
        let voter = app.sign_in(&room.members[0]).await;
        vote(&app, &room, poll, (&voter, "pour")).await;
        done(&app, &room, "clore", poll).await;
        done(&app, &room, "proclamer", poll).await;
        let page = plain(&app.get("/congres/demonstration/scrutins/1").await);
        assert!(page.contains("2 pour, 0 contre"), "{page}");
    });
}
