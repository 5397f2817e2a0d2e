//! Convocations: sent once by staff, answered by the button of a letter's page.

use axum::http::StatusCode;
use domain::mail::Purpose;
use domain::sitting::{ConvocationAnswer, ProxyState};

use crate::harness::{NOW, TestApp, on_both};
use crate::sittings::{Room, plain, seen};

async fn answer_of(app: &TestApp, room: &Room, who: usize) -> Option<ConvocationAnswer> {
    let convened = app.state.storage.read().await.unwrap().convened(room.sitting.id).await.unwrap();
    convened.iter().find(|of| of.member == room.members[who].id)?.answer.map(|(answer, _)| answer)
}

#[test]
fn staff_convenes_once_and_sees_what_is_answered() {
    on_both(|mut app| async move {
        let room = Room::planned(&mut app, &[]).await;
        let page = format!("{}/convocations", room.path);
        let member = app.sign_in(&room.members[0]).await;
        for (cookie, status) in [
            ("", StatusCode::UNAUTHORIZED),
            (&*member, StatusCode::FORBIDDEN),
            (&*room.chair, StatusCode::FORBIDDEN),
        ] {
            assert_eq!(app.get_as(&page, cookie).await.status, status);
            assert_eq!(app.post(&page, &[("a", "sans-lettre"), ("qui", "1")], cookie).await.status, status);
        }
        let shown = app.get_as(&page, &room.staff).await;
        assert!(
            plain(&shown).contains("Salle des fêtes") && plain(&shown).contains("n’ouvre rien d’autre"),
            "{}",
            plain(&shown)
        );
        let text = shown.text();
        let who = text.split("name=\"qui\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let send = [("a", "sans-lettre"), ("qui", &*who)];
        let sent = async |app: &TestApp| {
            seen(&app.post(&page, &send, &room.staff).await);
            let convened = app.state.storage.read().await.unwrap().convened(room.sitting.id).await.unwrap();
            convened.iter().filter(|of| of.convened_at.is_some()).count()
        };
        let count = sent(&app).await;
        assert_eq!(count, who.split_whitespace().count());
        assert_eq!(sent(&app).await, count, "a second click");
        let answer = format!("{}/reponse", room.path);
        seen(&app.post(&answer, &[("reponse", "present")], &member).await);
        assert_eq!(answer_of(&app, &room, 0).await, Some(ConvocationAnswer::Present));
        assert!(plain(&app.get_as(&page, &room.staff).await).contains("sera dans la salle"));
        seen(&room.desk(&app, &[("geste", "ouvrir-seance")]).await);
        let late = app.post(&answer, &[("reponse", "absent")], &member).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(plain(&late).contains("on ne répond plus"));
    });
}

#[test]
fn the_link_of_a_letter_answers_for_one_person_and_opens_nothing_else() {
    on_both(|mut app| async move {
        let room = Room::planned(&mut app, &[]).await;
        let secret = server::access::Secret::read(&"ab".repeat(32)).unwrap();
        let (giver, of) = (room.members[1].id, room.sitting.id);
        let mut work = app.state.storage.write().await.unwrap();
        work.add_convocation_link(&secret.hash(), (of, giver), NOW).await.unwrap();
        work.save().await.unwrap();
        let path = format!("/convocation/{}", secret.text());
        assert!(plain(&app.get(&path).await).contains("Serez-vous là"));
        assert_eq!(answer_of(&app, &room, 1).await, None, "following a link answers nothing");
        seen(&app.post(&path, &[("reponse", "distance")], "").await);
        assert_eq!(answer_of(&app, &room, 1).await, Some(ConvocationAnswer::Remote));
        let nobody = app.post(&path, &[("geste", "donner"), ("mandataire", "Personne Inconnue")], "").await;
        assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(plain(&nobody).contains("Personne Inconnue"), "what was typed comes back");
        let number = room.members[0].number.to_string();
        seen(&app.post(&path, &[("geste", "donner"), ("mandataire", &number)], "").await);
        assert_eq!(answer_of(&app, &room, 1).await, Some(ConvocationAnswer::Proxy));
        assert!(plain(&app.get(&path).await).contains("ne l’a pas encore accepté"));
        seen(&app.post(&path, &[("reponse", "absent")], "").await);
        assert_eq!(answer_of(&app, &room, 1).await, Some(ConvocationAnswer::Absent));
        let dead = app.get(&format!("/convocation/{}", "cd".repeat(32))).await;
        assert!(plain(&dead).contains("Ce lien n’ouvre plus"));
        assert!(
            plain(&app.get(&format!("/entrer/{}", secret.text())).await).contains("Ce lien n’ouvre plus")
        );
    });
}

#[test]
fn a_stale_tab_that_gives_a_voice_again_is_told_what_is_wrong() {
    on_both(|mut app| async move {
        let room = Room::planned(&mut app, &[]).await;
        let giver = app.sign_in(&room.members[1]).await;
        let (path, number) = (format!("{}/pouvoirs", room.path), room.members[0].number.to_string());
        seen(&app.post(&path, &[("geste", "donner"), ("mandataire", &number)], &giver).await);
        let stale =
            app.post(&path, &[("geste", "donner"), ("mandataire", "Personne Inconnue")], &giver).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = plain(&stale);
        assert!(page.contains("Personne Inconnue") && page.contains("ne porte ce nom"), "{page}");
    });
}

#[test]
fn whoever_is_given_a_proxy_has_one_letter_whose_link_accepts_it() {
    on_both(|mut app| async move {
        let room = Room::planned(&mut app, &[]).await;
        let (giver, holder) = (&room.members[1], &room.members[0]);
        let absent = app.sign_in(giver).await;
        let (path, number) = (format!("{}/pouvoirs", room.path), holder.number.to_string());
        for _ in 0..2 {
            seen(&app.post(&path, &[("geste", "donner"), ("mandataire", &number)], &absent).await);
        }
        let mut reading = app.state.storage.read().await.unwrap();
        let letters = reading.outbox(room.congress.id, 1).await.unwrap().letters;
        let letters: Vec<_> = letters.into_iter().filter(|of| of.purpose == Purpose::Proxy).collect();
        assert_eq!(letters.len(), 1, "a second click sends nothing more");
        let letter = reading.letter(room.congress.id, letters[0].id).await.unwrap().unwrap();
        drop(reading);
        let said = format!("{giver} vous donne pouvoir", giver = giver.name);
        assert!(letter.line.subject.contains(&said), "{}", letter.line.subject);
        let link = letter.text.split("/convocation/").nth(1).unwrap();
        let link = format!("/convocation/{}", &link[..64]);
        let page = plain(&app.get(&link).await);
        assert!(page.contains(&said) && page.contains("Accepter"), "{page}");
        let proxies = app.state.storage.read().await.unwrap().proxies(room.sitting.id).await.unwrap();
        let proxy = proxies.iter().find(|of| of.state == ProxyState::Offered).unwrap().id.to_string();
        seen(&app.post(&link, &[("geste", "accepter"), ("pouvoir", &proxy)], "").await);
        let accepted =
            app.state.storage.read().await.unwrap().accepted_proxies(room.sitting.id).await.unwrap();
        assert_eq!(accepted.get(&giver.id), Some(&holder.id));
    });
}
