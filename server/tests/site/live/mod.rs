//! Following a sitting, over a real port: who may, what they are told, and how bad manners end.

pub mod room;
mod sitting;

use std::sync::Arc;

use axum::http::{StatusCode, header};
use domain::live::{Audience, Fact, ToBrowser};
use domain::member::Role;
use tokio::sync::Semaphore;
use tokio_tungstenite::tungstenite::Message;

use self::room::{Coming, Follower, Theatre, in_camera, sitting};
use crate::harness::{TestApp, on_both};
use crate::writing::CONGRESS;

fn direct(audience: &str) -> String {
    format!("{CONGRESS}/direct/{}/{audience}", sitting())
}

fn closed(audience: &str) -> String {
    format!("{CONGRESS}/direct/{}/{audience}", in_camera())
}

fn code(frame: &tokio_tungstenite::tungstenite::protocol::CloseFrame) -> u16 {
    frame.code.into()
}

#[test]
fn phones_are_members_desks_are_staffs_and_a_public_screen_is_everybodys() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let to = app.show(&congress, &Theatre::default()).await;
        let (stranger, member) = (app.stranger().await, app.sign_in_as(&congress, None).await);
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        let chair = app.sign_in_as(&congress, Some(Role::Chair)).await;
        let foreign = direct("telephone").replace("demonstration", "ailleurs");
        let elsewhere = "https://ailleurs.example";
        for (path, who, origin, status) in [
            (direct("telephone"), "", None, Err(401)),
            (direct("telephone"), &*stranger, None, Err(403)),
            (direct("telephone"), &*member, None, Ok(())),
            (direct("telephone"), &*member, Some(elsewhere), Err(403)),
            (direct("telephone"), &*member, Some("null"), Err(403)),
            (direct("ecran"), "", None, Ok(())),
            (direct("ecran"), &*stranger, None, Ok(())),
            (direct("ecran"), "", Some(elsewhere), Err(403)),
            (direct("pupitre"), "", None, Err(401)),
            (direct("pupitre"), &*member, None, Err(403)),
            (direct("pupitre"), &*staff, None, Ok(())),
            (direct("pupitre"), &*chair, None, Ok(())),
            (closed("ecran"), "", None, Err(401)),
            (closed("ecran"), &*stranger, None, Err(403)),
            (closed("ecran"), &*member, None, Ok(())),
            (closed("telephone"), &*member, None, Ok(())),
            (foreign, &*stranger, None, Err(404)),
            (direct("tableau"), &*staff, None, Err(404)),
            (direct("ecran").replace("000007", "000008"), &*staff, None, Err(404)),
            (direct("ecran").replace("019a", "oups"), &*staff, None, Err(404)),
        ] {
            let came = Follower::try_join(to, &path, Coming { cookie: who, origin, n: 0 }).await;
            assert_eq!(came.map(drop), status, "{path} {origin:?}");
            if origin.is_none() {
                let plain = app.get_as(&path, who).await.status.as_u16();
                assert_eq!(plain, status.err().unwrap_or(200), "{path} without a socket");
            }
        }
    });
}

#[test]
fn whoever_comes_gets_what_they_missed_and_whoever_cannot_come_asks_for_it() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let theatre = Theatre::default();
        let to = app.show(&congress, &theatre).await;
        let cookie = app.sign_in_as(&congress, None).await;
        let write = |words: &str| {
            words.clone_into(&mut theatre.board.lock().unwrap());
            app.state.live.refresh(sitting());
        };
        let phone = direct("telephone");
        let mut first = Follower::join(to, &phone, &cookie, 0).await;
        let (before, html) = first.scene().await;
        assert_eq!(html, "<p data-scene>phone : </p>");
        assert_eq!(app.state.live.number(sitting(), Audience::Phone), before);
        write("ouvert");
        let (now, html) = first.scene().await;
        assert!(now > before && html.contains("ouvert"));
        assert_eq!(Follower::join(to, &phone, &cookie, before).await.scene().await, (now, html.clone()));
        let mut same = Follower::join(to, &phone, &cookie, now).await;
        assert!(matches!(same.hear().await, ToBrowser::Mine { .. }), "and no scene before");
        for (n, messages) in [(before, 2), (now, 1)] {
            let answer = app.get_as(&format!("{phone}?n={n}"), &cookie).await;
            assert_eq!(answer.headers[header::CACHE_CONTROL], "private, no-store");
            let told: Vec<ToBrowser> = serde_json::from_slice(&answer.bytes).unwrap();
            assert_eq!(told.len(), messages);
            assert_eq!(told.first() == Some(&ToBrowser::Scene { n: now, html: html.clone() }), n == before);
        }
        let told: Vec<ToBrowser> = serde_json::from_slice(&app.get(&direct("ecran")).await.bytes).unwrap();
        assert!(matches!(&told[..], [ToBrowser::Scene { html, .. }] if html.contains("screen")), "{told:?}");
    });
}

#[test]
fn a_ballot_is_answered_under_its_key_and_what_concerns_its_sender_is_told() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let theatre = Theatre::default();
        let to = app.show(&congress, &theatre).await;
        let member = app.member_with(&congress, None).await;
        let cookie = app.sign_in(&member).await;
        let mut phone = Follower::join(to, &direct("telephone"), &cookie, 0).await;
        let mut other = Follower::join(to, &direct("telephone"), &cookie, 0).await;
        let voted = |is| [("vote".to_owned(), Fact::Is(is))].into();
        assert_eq!(phone.mine().await, voted(false));
        assert_eq!(other.mine().await, voted(false));
        phone.vote("k1", "choix=nul").await;
        assert!(matches!(phone.answer().await, ToBrowser::No { key, .. } if key == "k1"));
        phone.vote("k2", "choix=pour&cle=k2").await;
        assert_eq!(phone.answer().await, ToBrowser::Ack { key: "k2".into() });
        assert_eq!(other.mine().await, voted(true), "on the other device too");
        let ballot = theatre.ballots.lock().unwrap()[0].clone();
        assert_eq!((ballot.member, &*ballot.form), (member.id, "choix=pour&cle=k2"));
        let mut screen = Follower::join(to, &direct("ecran"), "", 0).await;
        screen.vote("k3", "choix=pour").await;
        assert!(
            matches!(screen.answer().await, ToBrowser::No { sentence, .. } if sentence.contains("Connectez-vous"))
        );
    });
}

#[test]
fn ballots_that_arrived_are_answered_before_the_server_stops() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let theatre = Theatre { turns: Arc::new(Semaphore::new(0)), ..Theatre::default() };
        let to = app.show(&congress, &theatre).await;
        let cookie = app.sign_in_as(&congress, None).await;
        let mut phone = Follower::join(to, &direct("telephone"), &cookie, 0).await;
        for key in 0..17 {
            phone.vote(&format!("k{key}"), "choix=pour").await;
        }
        assert!(matches!(phone.answer().await, ToBrowser::Later { key, .. } if key == "k16"), "sixteen wait");
        let live = app.state.live.clone();
        let finishing = tokio::spawn(async move { live.finish().await });
        theatre.turns.add_permits(16);
        for _ in 0..16 {
            assert!(matches!(phone.answer().await, ToBrowser::Ack { .. }));
        }
        assert_eq!(phone.end().await.as_ref().map(code), Some(1012));
        finishing.await.unwrap();
        let late =
            Follower::try_join(to, &direct("telephone"), Coming { cookie: &cookie, ..Coming::default() })
                .await;
        assert_eq!(late.map(drop), Err(503));
    });
}

#[test]
fn bad_manners_end_with_a_reason() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let to = app.show(&congress, &Theatre::default()).await;
        let text = |length: usize| Message::text("a".repeat(length));
        for (message, times, ends) in [
            (Message::binary(vec![1, 2, 3]), 1, 1003),
            (text(3), 1, 1008),
            (Message::text(r#"{"is":"autre"}"#), 1, 1008),
            (Message::text(r#"{"is":"beat"}"#), 100, 1008),
            (Message::Ping(vec![0; 9].into()), 100, 1008),
            (text(17_000), 1, 1009),
            (text(1_000_000), 1, 1009),
        ] {
            let mut screen = Follower::join(to, &direct("ecran"), "", 0).await;
            let what = format!("{times} of {} bytes", message.len());
            for _ in 0..times {
                // The line may be cut while we speak.
                let _ = screen.send(message.clone()).await;
            }
            let end = screen.end().await;
            assert!(
                end.as_ref().is_none_or(|end| code(end) == ends && !end.reason.is_empty()),
                "{what}: {end:?}"
            );
            assert!(end.is_some() || message.len() > 16_000 || times > 1, "{what}: cut without a word");
        }
        let mut well = Follower::join(to, &direct("ecran"), "", 0).await;
        assert!(well.scene().await.1.contains("screen"), "others are served");
    });
}

#[test]
fn sockets_close_with_the_session_whoever_ends_it_and_others_stay() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let to = app.show(&congress, &Theatre::default()).await;
        let member = app.member_with(&congress, None).await;
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        let ended_by = async |app: &TestApp, path: String, fields: &[(&str, &str)], by: Option<&str>| {
            let (lost, kept) = (app.sign_in(&member).await, app.sign_in(&member).await);
            let mut gone = Follower::join(to, &direct("telephone"), &lost, 0).await;
            gone.mine().await;
            let mut stays = Follower::join(to, &direct("telephone"), &kept, 0).await;
            stays.mine().await;
            let answer = app.post(&path, fields, by.unwrap_or(&lost)).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}");
            assert_eq!(gone.end().await.as_ref().map(code), Some(4401), "{path}");
            (stays, kept)
        };
        let (mut stays, kept) = ended_by(&app, format!("{CONGRESS}/deconnexion"), &[], None).await;
        stays.vote("k", "choix=pour").await;
        assert_eq!(stays.answer().await, ToBrowser::Ack { key: "k".into() });
        app.post(
            &format!("{CONGRESS}/moi/appareils"),
            &[("appareil", "autres")],
            &app.sign_in(&member).await,
        )
        .await;
        assert_eq!(stays.end().await.as_ref().map(code), Some(4401));
        let again = Coming { cookie: &kept, ..Coming::default() };
        assert_eq!(Follower::try_join(to, &direct("telephone"), again).await.map(drop), Err(401));
        let desk = format!("{CONGRESS}/redaction/membres/{}/deconnexion", member.id);
        let (stays, _) = ended_by(&app, desk, &[], Some(&staff)).await;
        assert_eq!(stays.end().await.as_ref().map(code), Some(4401), "all of them");
    });
}
