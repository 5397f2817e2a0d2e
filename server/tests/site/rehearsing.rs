//! Rehearsals: the room votes by itself, and nothing of it is ever in the record, nor can touch a vote that counts.

use std::time::Duration;

use axum::http::StatusCode;
use domain::vote::{Part, Poll, Stage};
use server::voting::simulate;

use crate::harness::{TestApp, on_both};
use crate::live::room::Follower;
use crate::sittings::{Room, plain, seen};
use crate::voting::{done, prepared, vote};
use crate::writing::CONGRESS;

async fn read(app: &TestApp, poll: domain::id::PollId) -> Poll {
    app.state.storage.read().await.unwrap().poll(poll).await.unwrap().unwrap()
}

async fn simulated(app: &TestApp, poll: domain::id::PollId) -> usize {
    simulate(&app.state, poll, Duration::ZERO).await.unwrap()
}

/// Rehearses in an empty room, before the sitting begins.
async fn rehearsed(app: &mut TestApp, mode: &str, quorum: &str) {
    let room = Room::planned(app, &[("quorum", quorum), ("secret", "3")]).await;
    let to = app.listen().await;
    let mut live = Follower::join(to, &format!("{CONGRESS}/direct/{}/ecran", room.sitting.id), "", 0).await;
    let before = app.state.storage.read().await.unwrap().journal(room.congress.id).await.unwrap();
    let poll = prepared(app, &room, &[("essai", "oui"), ("mode", mode)]).await;
    done(app, &room, "ouvrir", poll).await;
    let of = read(app, poll).await.stage.roll().unwrap().there();
    assert!(of > 3, "an empty room is rehearsed as if all were there");
    let desk = plain(&app.get_as(&format!("{}/pupitre", room.path), &room.chair).await);
    assert!(desk.contains("Simuler la salle") && desk.contains("Répétition"), "{desk}");
    let voter = app.sign_in(&room.members[0]).await;
    vote(app, &room, poll, (&voter, "contre")).await;
    assert_eq!(simulated(app, poll).await, usize::try_from(of).unwrap() - 1, "but whoever votes themself");
    assert_eq!(simulated(app, poll).await, 0, "once");
    let mut heard = Vec::new();
    live.count_of(of, &mut heard).await;
    let roll = app.state.storage.read().await.unwrap().roll(poll).await.unwrap();
    assert_eq!(roll.iter().filter(|seat| seat.part == Part::Voted).count(), 1);
    done(app, &room, "clore", poll).await;
    done(app, &room, "proclamer", poll).await;
    let Stage::Proclaimed { outcome, .. } = read(app, poll).await.stage else { panic!("proclaimed") };
    assert_eq!(outcome.tally.voters(), of);
    for path in [format!("{}/ecran", room.path), room.path.clone()] {
        let page = plain(&app.get_as(&path, &voter).await);
        assert!(page.contains("Répétition"), "{path}: {page}");
    }
    let number = read(app, poll).await.number;
    let page = plain(&app.get(&format!("{CONGRESS}/scrutins/{number}")).await);
    assert!(
        page.contains("Répétition n° 1")
            && !page.contains("Qui a choisi quoi")
            && !page.contains("par récépissé"),
        "{page}"
    );
    seen(&room.desk(app, &[("geste", "ouvrir-seance")]).await);
    let screen = plain(&app.get(&format!("{}/ecran", room.path)).await);
    assert!(!screen.contains("Répétition"), "the sitting begins without it: {screen}");
    let list = plain(&app.get_as(&room.path, &voter).await);
    assert!(!list.contains("Répétition"), "nor among its votes: {list}");
    let after = app.state.storage.read().await.unwrap().journal(room.congress.id).await.unwrap();
    assert_eq!(after.len(), before.len() + 1, "but that it was opened");
    let csv = app.get(&format!("{CONGRESS}/scrutins/deliberations.csv")).await;
    assert!(!csv.text().contains("Adoption de la motion"), "{}", csv.text());
    prepared(app, &room, &[]).await;
    let polls = app.state.storage.read().await.unwrap().polls(room.sitting.id).await.unwrap();
    let numbers: Vec<_> = polls.iter().map(|poll| (poll.number.get(), poll.number.rehearsal())).collect();
    assert_eq!(numbers, [(1, None), (1_000_001, Some(1))], "votes that count follow one another without it");
    let real = polls[0].id;
    seen(
        &room
            .desk(app, &[("geste", "annuler"), ("scrutin", &*real.to_string()), ("motif", "Fin de l’essai")])
            .await,
    );
    seen(&room.desk(app, &[("geste", "lever-seance")]).await);
}

#[test]
fn a_rehearsal_is_voted_counted_and_proclaimed_and_leaves_no_trace() {
    on_both(|mut app| async move { Box::pin(rehearsed(&mut app, "public", "tiers")).await });
}

#[test]
fn a_secret_rehearsal_leaves_none_either() {
    on_both(|mut app| async move { Box::pin(rehearsed(&mut app, "secret", "")).await });
}

#[test]
fn no_simulated_voice_touches_a_vote_that_counts() {
    on_both(|mut app| async move {
        let room = Room::open(&mut app, &[], 3).await;
        let poll = prepared(&app, &room, &[]).await;
        assert_eq!(read(&app, poll).await.number.get(), 1);
        done(&app, &room, "ouvrir", poll).await;
        let desk = plain(&app.get_as(&format!("{}/pupitre", room.path), &room.chair).await);
        assert!(!desk.contains("Simuler la salle"), "it isn't offered");
        let forged = room.desk(&app, &[("geste", "simuler"), ("scrutin", &*poll.to_string())]).await;
        assert_eq!(forged.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(plain(&forged).contains("Seule une répétition"), "{}", plain(&forged));
        assert_eq!(simulated(&app, poll).await, 0);
        assert_eq!(app.state.storage.read().await.unwrap().turnout(poll).await.unwrap(), (0, 3));
        done(&app, &room, "clore", poll).await;
        let test = prepared(&app, &room, &[("essai", "oui")]).await;
        assert_eq!(simulated(&app, test).await, 0, "nor one that isn't open");
    });
}
