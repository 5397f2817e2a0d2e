//! The desk: what is clicked twice is done once, each state has its sentence to read aloud, and what ails a vote is said at once.

use axum::http::StatusCode;
use domain::id::PollId;
use domain::journal::EntryKind;
use domain::vote::PollState;

use crate::harness::{Answer, TestApp, on_both};
use crate::live::room::Follower;
use crate::sittings::{Room, plain, seen};
use crate::voting::{cookies, done, prepared, vote};
use crate::writing::CONGRESS;

async fn desk(app: &TestApp, room: &Room) -> Answer {
    app.get_as(&format!("{}/pupitre", room.path), &room.chair).await
}

/// The key that the form which prepares a vote holds.
fn key(page: &Answer) -> String {
    let text = page.text();
    let after = text.split("name=\"cle\" value=\"").nth(1).expect("a key");
    after.split('"').next().unwrap().to_owned()
}

async fn polls(app: &TestApp, room: &Room) -> Vec<domain::vote::Poll> {
    app.state.storage.read().await.unwrap().polls(room.sitting.id).await.unwrap()
}

/// What stands to be read aloud.
async fn aloud(app: &TestApp, room: &Room) -> String {
    let page = plain(&desk(app, room).await);
    let after = page.split("À lire à voix haute</span><br>").nth(1).expect("something to read aloud");
    after.split("</p>").next().unwrap().to_owned()
}

#[test]
fn a_second_click_prepares_no_second_vote() {
    on_both(|mut app| async move {
        let room = Room::open(&mut app, &[], 3).await;
        let key = key(&desk(&app, &room).await);
        let form = |title| {
            [
                ("geste", "preparer"),
                ("cle", &*key),
                ("titre", title),
                ("majorite", "absolue"),
                ("mode", "public"),
                ("moyen", "bulletins"),
            ]
        };
        let first = room.desk(&app, &form("Adoption de la motion")).await;
        let second = room.desk(&app, &form("Adoption de la motion")).await;
        seen(&first);
        seen(&second);
        assert_eq!(first.headers["location"], second.headers["location"], "the same answer");
        assert_eq!(polls(&app, &room).await.len(), 1);
        let other = room.desk(&app, &form("Élection du bureau")).await;
        assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            plain(&other).contains("déjà préparé un autre vote")
                && plain(&other).contains("Élection du bureau")
        );
        assert_ne!(self::key(&other), key, "what was typed can be sent under another key");
        assert_eq!(polls(&app, &room).await.len(), 1, "and nothing was prepared meanwhile");
        let poll = polls(&app, &room).await[0].id;
        done(&app, &room, "ouvrir", poll).await;
        seen(&room.desk(&app, &form("Adoption de la motion")).await);
        assert_eq!(polls(&app, &room).await.len(), 1, "also once it is open");
    });
}

#[test]
fn two_chairs_who_do_the_same_at_once_do_it_once() {
    on_both(|mut app| async move {
        let room = Room::open(&mut app, &[], 3).await;
        let key = key(&desk(&app, &room).await);
        let prepare = [
            ("geste", "preparer"),
            ("cle", &*key),
            ("titre", "Adoption"),
            ("majorite", "absolue"),
            ("mode", "secret"),
            ("moyen", "bulletins"),
        ];
        let (one, other) = tokio::join!(room.desk(&app, &prepare), room.desk(&app, &prepare));
        seen(&one);
        seen(&other);
        let poll = polls(&app, &room).await[0].id;
        let id = poll.to_string();
        for (gesture, state) in
            [("ouvrir", PollState::Open), ("clore", PollState::Closed), ("proclamer", PollState::Proclaimed)]
        {
            let act = [("geste", gesture), ("scrutin", &*id)];
            let (one, other) = tokio::join!(room.desk(&app, &act), room.desk(&app, &act));
            let mut answers = [one, other];
            answers.sort_by_key(|answer| answer.status);
            seen(&answers[0]);
            assert_eq!(answers[1].status, StatusCode::UNPROCESSABLE_ENTITY, "{gesture}");
            assert!(plain(&answers[1]).contains("Rien n’a été changé"), "{}", plain(&answers[1]));
            let known = polls(&app, &room).await;
            assert_eq!((known.len(), known[0].stage.state()), (1, state), "{gesture}");
        }
        let entries = app.state.storage.read().await.unwrap().journal(room.congress.id).await.unwrap();
        assert_eq!(domain::journal::verify(&entries), Ok(()));
        let of = |kind| entries.iter().filter(|entry| entry.kind == kind).count();
        assert_eq!(
            [
                EntryKind::PollPrepared,
                EntryKind::PollOpened,
                EntryKind::PollClosed,
                EntryKind::PollProclaimed
            ]
            .map(of),
            [1; 4]
        );
    });
}

#[test]
fn each_state_of_a_vote_has_its_sentence_to_read_aloud() {
    on_both(|mut app| async move {
        let room = Room::open(&mut app, &[], 3).await;
        let poll = prepared(&app, &room, &[]).await;
        assert_eq!(
            aloud(&app, &room).await,
            "« Je mets aux voix : Adoption de la motion. Le scrutin est ouvert. »"
        );
        done(&app, &room, "ouvrir", poll).await;
        assert!(aloud(&app, &room).await.contains("Plus personne ne demande à voter"));
        let voters = cookies(&app, &room, 2).await;
        vote(&app, &room, poll, (&voters[0], "pour")).await;
        let page = plain(&desk(&app, &room).await);
        assert!(page.contains("2 voix sur 3 n’ont pas encore été données"), "a count, and no name: {page}");
        vote(&app, &room, poll, (&voters[1], "pour")).await;
        done(&app, &room, "clore", poll).await;
        let closed = aloud(&app, &room).await;
        assert_eq!(
            closed,
            "« Le scrutin est clos : 2 voix sur 3 ont voté. Je vais en proclamer le résultat. »"
        );
        done(&app, &room, "proclamer", poll).await;
        let result = aloud(&app, &room).await;
        assert_eq!(
            result,
            "« Adoption de la motion : 2 pour, 0 contre, 0 abstention. Le texte est adopté. »"
        );
        let second = prepared(&app, &room, &[("options", "Quimper\nBrest"), ("titre", "Le lieu")]).await;
        done(&app, &room, "ouvrir", second).await;
        done(&app, &room, "clore", second).await;
        done(&app, &room, "proclamer", second).await;
        assert_eq!(aloud(&app, &room).await, "« Le lieu : Quimper : 0, Brest : 0. Rien n’est retenu. »");
        let third = prepared(&app, &room, &[("titre", "Le calendrier")]).await;
        done(&app, &room, "ouvrir", third).await;
        let cancel =
            [("geste", "annuler"), ("scrutin", &*third.to_string()), ("motif", "Question mal posée.")];
        seen(&room.desk(&app, &cancel).await);
        let cancelled = aloud(&app, &room).await;
        assert!(
            cancelled.contains("« Le calendrier » est annulé : Question mal posée. Rien de ce qui"),
            "{cancelled}"
        );
    });
}

async fn lost(app: &TestApp, poll: PollId) {
    std::fs::remove_file(app.key_file(poll)).unwrap();
}

#[test]
fn a_lost_key_is_said_before_anything_is_clicked_with_the_way_out() {
    on_both(|mut app| async move {
        let room = Room::open(&mut app, &[], 3).await;
        let to = app.listen().await;
        let poll = prepared(&app, &room, &[("mode", "secret")]).await;
        done(&app, &room, "ouvrir", poll).await;
        let direct = format!("{CONGRESS}/direct/{}/pupitre", room.sitting.id);
        let mut live = Follower::join(to, &direct, &room.chair, 0).await;
        live.scene_with("Clore le vote").await;
        assert!(!plain(&desk(&app, &room).await).contains("n’est plus sur ce serveur"));
        lost(&app, poll).await;
        let page = plain(&desk(&app, &room).await);
        assert!(
            page.contains("La clé de cette urne n’est plus sur ce serveur")
                && page.contains("chacun revotera"),
            "{page}"
        );
        assert!(!page.contains("Clore le vote"), "nothing that can't be done is offered");
        let voter = app.sign_in(&room.members[0]).await;
        let fields = [
            ("scrutin", &*poll.to_string()),
            ("etape", "confirmer"),
            ("voix", &format!("m:{}", room.members[0].id)),
            ("choix", "pour"),
            ("recepisse", &domain::vote::Receipt::from_bytes([7; 16]).to_string()),
        ];
        let refused = app.post(&format!("{}/vote", room.path), &fields, &voter).await;
        assert!(plain(&refused).contains("va l’annuler et le faire revoter"), "{}", plain(&refused));
        live.scene_with("n’est plus sur ce serveur").await;
        let cancel =
            [("geste", "annuler"), ("scrutin", &*poll.to_string()), ("motif", "La clé de l’urne est perdue")];
        seen(&room.desk(&app, &cancel).await);
        let again = prepared(&app, &room, &[("mode", "secret")]).await;
        done(&app, &room, "ouvrir", again).await;
        vote(&app, &room, again, (&voter, "pour")).await;
    });
}
