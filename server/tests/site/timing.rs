//! Those who speak are timed: turns and pitches end at a moment, the same on every page, whatever a device's clock says.

use axum::http::StatusCode;

use crate::harness::{TestApp, on_both};
use crate::live::room::Follower;
use crate::sittings::{Room, plain, seen};
use crate::writing::CONGRESS;

async fn ask(app: &TestApp, room: &Room, who: usize) {
    let cookie = app.sign_in(&room.members[who]).await;
    seen(&app.post(&format!("{}/parole", room.path), &[("geste", "demander")], &cookie).await);
}

async fn give(app: &TestApp, room: &Room, who: usize) {
    let requests = app.state.storage.read().await.unwrap().floor_requests(room.sitting.id).await.unwrap();
    let of = room.members[who].id;
    let request =
        requests.iter().find(|it| it.member == of && it.called_at.is_none()).unwrap().id.to_string();
    seen(&room.desk(app, &[("geste", "parole"), ("demande", &*request)]).await);
}

/// The moments that a page counts down to, in milliseconds.
fn ends(page: &str) -> Vec<i64> {
    page.split("data-ends=\"").skip(1).map(|rest| rest.split('"').next().unwrap().parse().unwrap()).collect()
}

#[test]
fn a_turn_ends_at_a_moment_that_every_page_holds() {
    on_both(|mut app| async move {
        let room = Room::open(&mut app, &[], 3).await;
        let to = app.listen().await;
        let mut screen =
            Follower::join(to, &format!("{CONGRESS}/direct/{}/ecran", room.sitting.id), "", 0).await;
        let now = app.state.clock.now().micros() / 1000;
        for typed in ["0", "61", "trois", "1,5"] {
            let refused = room.desk(&app, &[("geste", "duree"), ("minutes", typed)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
            assert!(
                plain(&refused).contains("Un nombre entier de minutes, de 1 à 60."),
                "{}",
                plain(&refused)
            );
        }
        ask(&app, &room, 0).await;
        give(&app, &room, 0).await;
        assert_eq!(ends(&screen.scene_with("a la parole").await), [0; 0], "as long as they like");
        seen(&room.desk(&app, &[("geste", "duree"), ("minutes", "3")]).await);
        ask(&app, &room, 1).await;
        let desk = plain(&app.get_as(&format!("{}/pupitre", room.path), &room.chair).await);
        assert_eq!(desk.matches("première prise de parole").count(), 1, "{desk}");
        give(&app, &room, 1).await;
        let shown = screen.scene_with("data-ends").await;
        assert!(ends(&shown).iter().all(|end| *end == now + 180_000), "whatever the screen shows");
        let member = app.sign_in(&room.members[2]).await;
        for (path, cookie) in [
            (room.path.clone(), &*member),
            (format!("{}/ecran", room.path), ""),
            (format!("{}/pupitre", room.path), &*room.chair),
        ] {
            let page = app.get_as(&path, cookie).await.text();
            assert_eq!(ends(&page), [now + 180_000], "{path}");
            assert!(
                page.contains(&format!("<meta name=\"now\" content=\"{now}\"")),
                "the server's hour: {path}"
            );
            assert!(page.contains("Jusqu’à 1"), "and the end in words: {path}");
        }
    });
}

#[test]
fn pitches_follow_one_another_each_with_its_minutes() {
    on_both(|mut app| async move {
        let room = Room::open(&mut app, &[], 1).await;
        let screen = format!("{}/ecran", room.path);
        let now = app.state.clock.now().micros() / 1000;
        let start = |who, minutes| [("geste", "pitch"), ("qui", who), ("minutes-pitch", minutes)];
        assert_eq!(room.desk(&app, &start("", "")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        seen(&room.desk(&app, &start("Le vélo-école", "2")).await);
        let page = app.get(&screen).await.text();
        assert!(page.contains("Le vélo-école") && page.contains("screen-pitch"), "{page}");
        assert_eq!(ends(&page), [now + 120_000]);
        let desk = plain(&app.get_as(&format!("{}/pupitre", room.path), &room.chair).await);
        assert!(
            desk.contains("Lancer le pitch suivant") && desk.contains("value=\"2\""),
            "as many minutes again: {desk}"
        );
        seen(&room.desk(&app, &start("", "5")).await);
        let page = app.get(&screen).await.text();
        assert!(page.contains("Pitch") && !page.contains("vélo-école"));
        assert_eq!(ends(&page), [now + 300_000]);
        seen(&room.desk(&app, &[("geste", "fin-pitchs")]).await);
        assert_eq!(ends(&app.get(&screen).await.text()), [0; 0]);
        seen(&room.desk(&app, &start("", "5")).await);
        seen(&room.desk(&app, &[("geste", "point")]).await);
        assert_eq!(ends(&app.get(&screen).await.text()), [0; 0], "the next item ends them");
    });
}
