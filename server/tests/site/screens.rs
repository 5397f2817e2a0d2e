//! Screens: each shows its own, on light or dark, and tells the room how one comes in.

use axum::http::StatusCode;

use crate::harness::{TestApp, on_both};
use crate::live::room::Follower;
use crate::sittings::{Room, plain, seen};
use crate::voting::{done, prepared};
use crate::writing::CONGRESS;

async fn screen(app: &TestApp, room: &Room, query: &str) -> String {
    plain(&app.get(&format!("{}/ecran{query}", room.path)).await)
}

#[test]
fn several_screens_each_show_their_own_and_follow_by_the_same_socket() {
    on_both(|mut app| async move {
        let room = Room::open(&mut app, &[], 2).await;
        let agenda = format!("{}/ordre-du-jour", room.path);
        for title in ["Accueil", "Débat"] {
            seen(&app.post(&agenda, &[("geste", "ajouter"), ("titre", title)], &room.staff).await);
        }
        let items = app.state.storage.read().await.unwrap().agenda(room.sitting.id).await.unwrap();
        seen(&room.desk(&app, &[("geste", "point"), ("point", &*items[0].id.to_string())]).await);
        let follow = screen(&app, &room, "").await;
        assert!(
            follow.contains("data-scene=\"ecran-suivi\"")
                && follow.contains("Accueil")
                && !follow.contains("Débat<"),
            "{follow}"
        );
        let page = screen(&app, &room, "?vue=ordre-du-jour&theme=clair").await;
        assert!(
            page.contains("data-scene=\"ecran-ordre-du-jour\"") && page.contains("data-theme=\"clair\""),
            "{page}"
        );
        assert!(page.contains("aria-current=\"step\"") && page.contains("Débat"), "{page}");
        assert!(screen(&app, &room, "?vue=vote").await.contains("Aucun vote en cours"));
        assert!(
            screen(&app, &room, "?vue=parole&theme=sombre").await.contains("Personne ne demande la parole")
        );
        assert!(
            screen(&app, &room, "?vue=ailleurs").await.contains("ecran-suivi"),
            "as if nothing was asked"
        );
        let cookie = app.sign_in(&room.members[0]).await;
        seen(&app.post(&format!("{}/parole", room.path), &[("geste", "demander")], &cookie).await);
        let floor = screen(&app, &room, "?vue=parole").await;
        assert!(floor.contains("Ensuite") && floor.contains(room.members[0].name.as_str()), "{floor}");
        let to = app.listen().await;
        let mut live =
            Follower::join(to, &format!("{CONGRESS}/direct/{}/ecran", room.sitting.id), "", 0).await;
        let poll = prepared(&app, &room, &[]).await;
        done(&app, &room, "ouvrir", poll).await;
        let told = live.scene_with("0\u{a0}voix sur 2").await;
        for vue in ["suivi", "ordre-du-jour", "vote", "parole", "accueil"] {
            assert_eq!(told.matches(&format!("data-scene=\"ecran-{vue}\"")).count(), 1, "{told}");
        }
        assert_eq!(told.matches("data-say").count(), 1, "said once");
        let cancel = [("geste", "annuler"), ("scrutin", &*poll.to_string()), ("motif", "Panne du réseau")];
        seen(&room.desk(&app, &cancel).await);
        assert!(screen(&app, &room, "").await.contains("Panne du réseau"));
    });
}

#[test]
fn the_screen_tells_how_one_comes_in_while_a_code_is_shown() {
    on_both(|mut app| async move {
        let room = Room::planned(&mut app, &[]).await;
        assert!(screen(&app, &room, "").await.contains("La séance va commencer"));
        assert!(screen(&app, &room, "?vue=accueil").await.contains("Bienvenue"));
        let long = "x".repeat(2_000);
        let refused = room.desk(&app, &[("geste", "reseau"), ("reseau", &*long)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        seen(
            &room.desk(&app, &[("geste", "reseau"), ("reseau", "Congres-2026, mot de passe : fibre")]).await,
        );
        seen(&room.desk(&app, &[("geste", "montrer-code")]).await);
        for query in ["", "?vue=accueil"] {
            let page = screen(&app, &room, query).await;
            assert!(page.contains("Congres-2026, mot de passe : fibre"), "{page}");
            assert!(page.contains("<svg") && page.contains("aria-label=\"Code QR"), "{page}");
        }
        seen(&room.desk(&app, &[("geste", "ouvrir-seance")]).await);
        let open = screen(&app, &room, "").await;
        assert!(
            !open.contains("<svg") && open.contains("Pour émarger"),
            "small, once something else matters: {open}"
        );
        assert!(screen(&app, &room, "?vue=accueil").await.contains("<svg"), "a screen at the door goes on");
        seen(&room.desk(&app, &[("geste", "retirer-code")]).await);
        assert!(!screen(&app, &room, "?vue=accueil").await.contains("<svg"));
    });
}

#[test]
fn a_screen_that_is_loaded_while_a_result_is_said_shows_it_or_is_told() {
    on_both(|mut app| async move {
        let room = Room::open(&mut app, &[], 2).await;
        let to = app.listen().await;
        let path = format!("{CONGRESS}/direct/{}/ecran", room.sitting.id);
        let mut watching = Follower::join(to, &path, "", 0).await;
        let poll = prepared(&app, &room, &[]).await;
        done(&app, &room, "ouvrir", poll).await;
        done(&app, &room, "clore", poll).await;
        watching.scene_with("Vote clos").await;
        let screen = format!("{}/ecran", room.path);
        let (_, one, other) =
            tokio::join!(done(&app, &room, "proclamer", poll), app.get(&screen), app.get(&screen));
        for answer in [one, other] {
            let page = answer.text();
            assert_ne!(page.contains("Vote clos"), page.contains("Rejeté"), "whole, whichever it is: {page}");
            let n = page.split("data-n=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
            if page.contains("Vote clos") {
                Follower::join(to, &path, "", n).await.scene_with("Rejeté").await;
            }
        }
        let requests = format!("{}/parole", room.path);
        let cookie = app.sign_in(&room.members[0]).await;
        seen(&app.post(&requests, &[("geste", "demander")], &cookie).await);
        assert!(self::screen(&app, &room, "").await.contains("Rejeté"), "it stays until the chair goes on");
    });
}
