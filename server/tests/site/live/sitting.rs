//! A real sitting, followed by phones, desk and screen: what is told when, and what becomes of ballots that come by sockets.

use std::net::SocketAddr;

use axum::http::StatusCode;
use domain::id::{MemberId, PollId};
use domain::live::{Fact, Facts, ToBrowser};
use domain::vote::Receipt;
use tokio_tungstenite::tungstenite::Message;

use super::room::{Coming, Follower};
use crate::harness::{TestApp, on_both};
use crate::sittings::{Room, plain, seen};
use crate::voting::{done, prepared, vote};
use crate::writing::CONGRESS;

fn direct(room: &Room, audience: &str) -> String {
    format!("{CONGRESS}/direct/{}/{audience}", room.sitting.id)
}

async fn phone(to: SocketAddr, room: &Room, cookie: &str) -> Follower {
    Follower::join(to, &direct(room, "telephone"), cookie, 0).await
}

/// The form of a ballot that was confirmed.
fn ballot(poll: PollId, member: MemberId, choice: &str) -> String {
    format!("scrutin={poll}&etape=confirmer&voix=m:{member}&choix={choice}")
}

fn secret(poll: PollId, member: MemberId, choice: &str, receipt: u8) -> String {
    format!("{}&recepisse={}", ballot(poll, member, choice), Receipt::from_bytes([receipt; 16]))
}

fn words(facts: &Facts, name: &str) -> String {
    match facts.get(name) {
        Some(Fact::Words(words)) => words.replace(['\u{a0}', '\u{202f}'], " "),
        other => panic!("{name}: {other:?}"),
    }
}

async fn mine_with(phone: &mut Follower, name: &str, value: &Fact) -> Facts {
    phone.mine_where(|facts| facts.get(name) == Some(value)).await
}

async fn refused(phone: &mut Follower, key: &str, form: &str) -> String {
    phone.vote(key, form).await;
    match phone.answer().await {
        ToBrowser::No { key: of, sentence } if of == key => sentence.replace(['\u{a0}', '\u{202f}'], " "),
        other => panic!("{form}: {other:?}"),
    }
}

async fn kept(phone: &mut Follower, key: &str, form: &str) {
    phone.vote(key, form).await;
    assert_eq!(phone.answer().await, ToBrowser::Ack { key: key.into() }, "{form}");
}

async fn turnout(app: &TestApp, poll: PollId) -> (u64, u64) {
    app.state.storage.read().await.unwrap().turnout(poll).await.unwrap()
}

#[test]
fn phones_desk_and_screen_follow_a_vote_from_its_opening_to_its_result() {
    on_both(|mut app| async move {
        let room = Room::open(&mut app, &[], 3).await;
        let to = app.listen().await;
        let (first, second) = (app.sign_in(&room.members[0]).await, app.sign_in(&room.members[1]).await);
        let absent = app.sign_in(&room.members[4]).await;
        let mut own = phone(to, &room, &first).await;
        let mut other = phone(to, &room, &first).await;
        let mut away = phone(to, &room, &absent).await;
        let mut screen = Follower::join(to, &direct(&room, "ecran"), "", 0).await;
        let mut desk = Follower::join(to, &direct(&room, "pupitre"), &room.chair, 0).await;
        let poll = prepared(&app, &room, &[]).await;
        desk.scene_with("Adoption de la motion").await;
        done(&app, &room, "ouvrir", poll).await;
        let open = own.scene_with("Vote ouvert").await;
        assert!(open.contains("data-scene=\"suivi\"") && open.contains("Voter pour"), "{open}");
        assert!(!open.contains("<!>"));
        assert!(
            open.contains("data-scene=\"autour\"") && open.contains("/scrutins/1\""),
            "the agenda and the list of votes follow, too: {open}"
        );
        let facts = mine_with(&mut own, "peut-voter", &Fact::Is(true)).await;
        assert_eq!(words(&facts, "sieges"), format!("m:{}", room.members[0].id));
        assert_eq!(words(&facts, "titulaires"), "Votre voix");
        assert_eq!(words(&facts, "voix"), "Vous votez pour une voix.");
        let facts = mine_with(&mut away, "peut-voter", &Fact::Is(false)).await;
        assert!(words(&facts, "voix").contains("pas de voix dans ce vote"));
        screen.scene_with("0\u{a0}voix sur 3").await;
        desk.scene_with("Clore le vote").await;
        kept(&mut own, "k1", &ballot(poll, room.members[0].id, "pour")).await;
        let mut heard = Vec::new();
        let count = screen.count_of(1, &mut heard).await;
        assert_eq!((count.poll, count.of), (poll.to_string(), 3));
        let knows = |facts: &Facts| {
            facts.contains_key("votes") && words(facts, "votes").contains("Vous avez choisi : Pour.")
        };
        other.mine_where(knows).await;
        vote(&app, &room, poll, (&second, "contre")).await;
        screen.count_of(2, &mut heard).await;
        desk.count_of(2, &mut heard).await;
        away.count_of(2, &mut heard).await;
        let told = serde_json::to_string(&heard).unwrap().replace(['\u{a0}', '\u{202f}'], " ");
        for said in ["1 pour", "1 contre", "Vous avez choisi", "Adopté", "Rejeté"] {
            assert!(!told.contains(said), "{said}: {told}");
        }
        done(&app, &room, "clore", poll).await;
        own.scene_with("Vote clos").await;
        screen.scene_with("Vote clos").await;
        desk.scene_with("Proclamer le résultat").await;
        done(&app, &room, "proclamer", poll).await;
        for follower in [&mut own, &mut screen, &mut desk] {
            follower.scene_with("1\u{a0}pour, 1\u{a0}contre").await;
        }
        let number = app.state.live.number(room.sitting.id, domain::live::Audience::Phone);
        let page = app.get_as(&room.path, &first).await.text();
        assert!(page.contains(&format!("data-n=\"{number}\"")) && page.contains("live.js"), "{page}");
        assert!(!app.get(&room.path).await.text().contains("live.js"), "strangers have no line of a phone's");
        let page = app.get(&format!("{}/ecran", room.path)).await.text();
        assert!(
            page.contains("http-equiv=\"refresh\"") && page.contains("live.js"),
            "with or without scripts"
        );
    });
}

#[test]
fn what_a_rule_refuses_is_refused_with_a_sentence_and_nothing_else_is() {
    on_both(|mut app| async move {
        let room = Room::open(&mut app, &[], 3).await;
        let to = app.listen().await;
        let me = room.members[0].id;
        let mut own = phone(to, &room, &app.sign_in(&room.members[0]).await).await;
        let mut other = phone(to, &room, &app.sign_in(&room.members[0]).await).await;
        let poll = prepared(&app, &room, &[("options", "Quimper\nBrest"), ("nombre", "1")]).await;
        let good = ballot(poll, me, "option-1");
        assert!(refused(&mut own, "k0", &good).await.contains("pas encore ouvert"));
        done(&app, &room, "ouvrir", poll).await;
        for (key, form, why) in [
            ("k1", ballot(poll, me, "option-2"), "pas de ceux que ce vote propose"),
            ("k2", ballot(poll, me, "pour"), "pas de ceux que ce vote propose"),
            ("k3", ballot(poll, room.members[1].id, "option-1"), "n’est pas la vôtre"),
            ("k4", ballot(poll, me, "option-x"), "Rechargez la page"),
            ("k5", good.replace("confirmer", "choisir"), "Rechargez la page"),
            ("k6", good.replace(&format!("&voix=m:{me}"), ""), "Rechargez la page"),
            ("k7", format!("{good}&voix=m:{me}"), "Rechargez la page"),
            ("k8", good.replace(&poll.to_string(), "x"), "Rechargez la page"),
            ("k9", String::new(), "Rechargez la page"),
            ("k10", "%ff=%fe".to_owned(), "Rechargez la page"),
        ] {
            let sentence = refused(&mut own, key, &form).await;
            assert!(sentence.contains(why), "{form}: {sentence}");
        }
        assert_eq!(turnout(&app, poll).await, (0, 3));
        kept(&mut own, "a", &good).await;
        kept(&mut own, "a", &good).await;
        kept(&mut other, "b", &ballot(poll, me, "option-0")).await;
        assert_eq!(turnout(&app, poll).await, (1, 3), "one voice, whatever the phone");
        done(&app, &room, "clore", poll).await;
        let late = refused(&mut own, "k11", &good).await;
        assert!(late.contains("clos depuis 11 h 30") || late.contains("clos depuis 10 h 30"), "{late}");
        let posted: Vec<(&str, &str)> = good.split('&').filter_map(|pair| pair.split_once('=')).collect();
        let (to_vote, cookie) = (format!("{}/vote", room.path), app.sign_in(&room.members[0]).await);
        let by_form = app.post(&to_vote, &posted, &cookie).await;
        assert_eq!(by_form.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(plain(&by_form).contains(&late), "the form says what the socket says");
        done(&app, &room, "proclamer", poll).await;
        let page = plain(&app.get(&format!("{CONGRESS}/scrutins/1")).await);
        assert!(page.contains("Quimper : 1, Brest : 0"), "the last choice counts: {page}");
    });
}

#[test]
fn a_secret_ballot_is_taken_once_however_often_and_wherever_from_it_is_sent() {
    on_both(|mut app| async move {
        let room = Room::open(&mut app, &[], 3).await;
        let to = app.listen().await;
        let poll = prepared(&app, &room, &[("mode", "secret")]).await;
        done(&app, &room, "ouvrir", poll).await;
        let me = room.members[0].id;
        let mut own = phone(to, &room, &app.sign_in(&room.members[0]).await).await;
        let mut other = phone(to, &room, &app.sign_in(&room.members[0]).await).await;
        assert!(refused(&mut own, "k0", &ballot(poll, me, "pour")).await.contains("pas de ceux"));
        for key in ["k1", "k2"] {
            kept(&mut own, key, &secret(poll, me, "pour", 7)).await;
            kept(&mut other, key, &secret(poll, me, "pour", 7)).await;
        }
        assert!(refused(&mut other, "k3", &secret(poll, me, "contre", 8)).await.contains("ne se change pas"));
        let facts = mine_with(&mut other, "peut-voter", &Fact::Is(false)).await;
        assert!(words(&facts, "votes").contains("Votre bulletin est dans l’urne"), "{facts:?}");
        for member in &room.members[1..3] {
            let mut phone = phone(to, &room, &app.sign_in(member).await).await;
            let receipt = member.number.to_string().bytes().last().unwrap();
            kept(&mut phone, "k", &secret(poll, member.id, "blanc", receipt)).await;
        }
        assert_eq!(turnout(&app, poll).await, (3, 3));
        done(&app, &room, "clore", poll).await;
        done(&app, &room, "proclamer", poll).await;
        let page = plain(&app.get(&format!("{CONGRESS}/scrutins/1")).await);
        assert!(page.contains("1 pour, 0 contre, 0 abstention, 2 blancs"), "{page}");
        assert!(page.contains(&Receipt::from_bytes([7; 16]).to_string()));
    });
}

#[test]
fn bad_manners_cost_nobody_their_vote() {
    on_both(|mut app| async move {
        let room = Room::open(&mut app, &[], 2).await;
        let to = app.listen().await;
        let poll = prepared(&app, &room, &[]).await;
        done(&app, &room, "ouvrir", poll).await;
        let me = room.members[0].id;
        let cookie = app.sign_in(&room.members[0]).await;
        let elsewhere = Coming { cookie: &cookie, origin: Some("https://ailleurs.example"), n: 0 };
        assert_eq!(Follower::try_join(to, &direct(&room, "telephone"), elsewhere).await.map(drop), Err(403));
        for (message, times) in [
            (Message::binary(vec![1, 2, 3]), 1),
            (Message::text("a".repeat(1_000_000)), 1),
            (Message::text(r#"{"is":"beat"}"#), 100),
        ] {
            let mut rude = phone(to, &room, &cookie).await;
            for _ in 0..times {
                // The line may be cut while we speak.
                let _ = rude.send(message.clone()).await;
            }
            rude.end().await;
        }
        let mut gone = phone(to, &room, &cookie).await;
        gone.mine().await;
        seen(&app.post(&format!("{CONGRESS}/deconnexion"), &[], &cookie).await);
        assert_eq!(gone.end().await.map(|end| u16::from(end.code)), Some(4401));
        let again = Coming { cookie: &cookie, ..Coming::default() };
        assert_eq!(Follower::try_join(to, &direct(&room, "telephone"), again).await.map(drop), Err(401));
        assert_eq!(turnout(&app, poll).await, (0, 2));
        let mut own = phone(to, &room, &app.sign_in(&room.members[0]).await).await;
        kept(&mut own, "k", &ballot(poll, me, "pour")).await;
        let mut screen = Follower::join(to, &direct(&room, "ecran"), "", 0).await;
        screen.vote("k", &ballot(poll, me, "contre")).await;
        assert!(matches!(screen.answer().await, ToBrowser::No { .. }), "a screen has no voice");
        assert_eq!(turnout(&app, poll).await, (1, 2));
    });
}

#[test]
fn an_older_choice_of_the_same_page_that_comes_late_is_passed_over() {
    on_both(|mut app| async move {
        let room = Room::open(&mut app, &[], 2).await;
        let to = app.listen().await;
        let poll = prepared(&app, &room, &[]).await;
        done(&app, &room, "ouvrir", poll).await;
        let me = room.members[0].id;
        let mut first = phone(to, &room, &app.sign_in(&room.members[0]).await).await;
        let mut again = phone(to, &room, &app.sign_in(&room.members[0]).await).await;
        let of = |choice, rank| format!("{}&page=a1&rang={rank}", ballot(poll, me, choice));
        kept(&mut again, "k2", &of("contre", 2)).await;
        kept(&mut first, "k1", &of("pour", 1)).await;
        done(&app, &room, "clore", poll).await;
        done(&app, &room, "proclamer", poll).await;
        let page = plain(&app.get(&format!("{CONGRESS}/scrutins/1")).await);
        assert!(page.contains("0 pour, 1 contre"), "{page}");
    });
}
