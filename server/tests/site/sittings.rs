//! Sittings: planned by staff, run by the chair, followed by members; who is at the door.

use axum::http::StatusCode;
use domain::congress::Congress;
use domain::journal;
use domain::member::{Member, Role};
use domain::sitting::{Sitting, SittingStage};

use crate::harness::{Answer, TestApp, on_both};

pub const SITTINGS: &str = "/congres/demonstration/seances";

/// The words of a page, as somebody reads them.
pub fn plain(answer: &Answer) -> String {
    answer.text().replace("<!>", "").replace(['\u{a0}', '\u{202f}'], " ")
}

pub fn seen(answer: &Answer) {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", plain(answer));
}

/// A sitting of the demonstration, and those who run it.
pub struct Room {
    pub congress: Congress,
    pub staff: String,
    pub chair: String,
    pub sitting: Sitting,
    pub path: String,
    pub members: Vec<Member>,
}

impl Room {
    /// Planned by staff's own form, as staff left it.
    pub async fn planned(app: &mut TestApp, change: &[(&str, &str)]) -> Self {
        let congress = app.corpus().await;
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        let chair = app.sign_in_as(&congress, Some(Role::Chair)).await;
        let mut fields = vec![
            ("nom", "Débat et vote"),
            ("lieu", "Salle des fêtes"),
            ("jour", "2026-11-14"),
            ("heure", "11:00"),
            ("acces", "publique"),
            ("voix", "personnes"),
            ("quorum", ""),
            ("pouvoirs", "2"),
            ("secret", "3"),
        ];
        for (name, value) in change {
            fields.retain(|(of, _)| of != name);
            fields.push((name, value));
        }
        let answer = app.post(SITTINGS, &fields, &staff).await;
        seen(&answer);
        let mut reading = app.state.storage.read().await.unwrap();
        let sitting = reading.sittings(congress.id).await.unwrap().pop().unwrap();
        let seats = reading.seats(&sitting).await.unwrap();
        let mut members = Vec::new();
        for seat in seats.iter().take(6) {
            members.push(reading.member(seat.member).await.unwrap().unwrap());
        }
        let path = format!("{SITTINGS}/{}", sitting.id);
        Self { congress, staff, chair, sitting, path, members }
    }

    /// Open, with so many people checked in at the door.
    pub async fn open(app: &mut TestApp, change: &[(&str, &str)], there: usize) -> Self {
        let room = Self::planned(app, change).await;
        seen(&room.desk(app, &[("geste", "ouvrir-seance")]).await);
        for member in &room.members[..there] {
            room.door(app, member, "salle").await;
        }
        room
    }

    pub async fn desk(&self, app: &TestApp, fields: &[(&str, &str)]) -> Answer {
        app.post(&format!("{}/pupitre", self.path), fields, &self.chair).await
    }

    pub async fn door(&self, app: &TestApp, member: &Member, gesture: &str) {
        let fields = [("personne", &*member.id.to_string()), ("geste", gesture)];
        seen(&app.post(&format!("{}/accueil", self.path), &fields, &self.staff).await);
    }
}

#[test]
fn staff_plans_a_sitting_and_makes_its_agenda() {
    on_both(|mut app| async move {
        let room = Room::planned(&mut app, &[("quorum", "tiers")]).await;
        let agenda = format!("{}/ordre-du-jour", room.path);
        let page = plain(&app.get_as(&format!("{agenda}?fait=prevue"), &room.staff).await);
        assert!(page.contains("La séance est prévue"), "{page}");
        for (title, minutes) in [("Accueil", "10"), ("Débat", "")] {
            seen(
                &app.post(
                    &agenda,
                    &[("geste", "ajouter"), ("titre", title), ("minutes", minutes)],
                    &room.staff,
                )
                .await,
            );
        }
        let items = app.state.storage.read().await.unwrap().agenda(room.sitting.id).await.unwrap();
        assert_eq!(
            items.iter().map(|item| (item.rank, item.minutes)).collect::<Vec<_>>(),
            [(1, Some(10)), (2, None)]
        );
        seen(
            &app.post(&agenda, &[("geste", "monter"), ("point", &items[1].id.to_string())], &room.staff)
                .await,
        );
        let page = plain(&app.get(&room.path).await);
        assert!(page.find("Débat").unwrap() < page.find("Accueil").unwrap(), "moved up");
        assert!(page.contains("14 novembre 2026 à 11 h") && page.contains("Salle des fêtes"), "{page}");
        let whole = [
            ("geste", "ajouter"),
            ("titre", "Vote"),
            ("orateur", "Soazig Tanguy"),
            ("minutes", "20"),
            ("document", "https://textes.example/motion.pdf"),
            ("retransmission", "https://videos.example/w/k7f3"),
        ];
        seen(&app.post(&agenda, &whole, &room.staff).await);
        let page = app.get(&room.path).await;
        let link = r#"href="https://videos.example/w/k7f3" rel="noreferrer" target="_blank""#;
        assert!(page.text().contains(link) && !page.text().contains("<iframe"), "{}", page.text());
        let words = plain(&page);
        for said in [
            "Soazig Tanguy",
            "20 min",
            "lire le document sur textes.example",
            "videos.example saura que vous la regardez",
        ] {
            assert!(words.contains(said), "{said}: {words}");
        }
        let bad =
            [("geste", "ajouter"), ("titre", ""), ("minutes", "9999"), ("document", "javascript:alert(1)")];
        let answer = app.post(&agenda, &bad, &room.staff).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = plain(&answer);
        assert!(
            page.contains("Entre 1 et 600 minutes")
                && page.contains("commence par https:// et nomme un site"),
            "{page}"
        );
        assert!(page.contains("javascript:alert(1)") && page.contains("9999"), "what was typed stays");
    });
}

#[test]
fn a_sitting_that_cannot_be_planned_is_said_beside_its_fields() {
    on_both(|mut app| async move {
        let room = Room::planned(&mut app, &[]).await;
        let fields = [
            ("nom", "  "),
            ("jour", "demain"),
            ("heure", "11:00"),
            ("acces", "secrète"),
            ("voix", "personnes"),
            ("pouvoirs", "99"),
            ("secret", "1"),
        ];
        let answer = app.post(SITTINGS, &fields, &room.staff).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = plain(&answer);
        for said in ["Donnez un jour et une heure", "entre 0 et 10", "au moins 3", "demain"] {
            assert!(page.contains(said), "{said}: {page}");
        }
        assert_eq!(
            app.state.storage.read().await.unwrap().sittings(room.congress.id).await.unwrap().len(),
            1
        );
    });
}

#[test]
fn each_does_what_their_role_does() {
    on_both(|mut app| async move {
        let room = Room::planned(&mut app, &[("acces", "huis-clos")]).await;
        let member = app.sign_in(&room.members[0]).await;
        let stranger = app.stranger().await;
        let who = [("", 401), (&*stranger, 403), (&*member, 200), (&*room.staff, 200), (&*room.chair, 200)];
        for (cookie, status) in who {
            assert_eq!(app.get_as(&room.path, cookie).await.status, status, "in camera, {cookie}");
            assert_eq!(app.get_as(&format!("{}/ecran", room.path), cookie).await.status, status, "{cookie}");
        }
        let list = plain(&app.get(SITTINGS).await);
        assert!(!list.contains("Débat et vote"), "in camera: strangers don't see it");
        for (page, allowed) in [("pupitre", "chair"), ("accueil", "staff"), ("ordre-du-jour", "staff")] {
            let path = format!("{}/{page}", room.path);
            for (name, cookie) in [
                ("nobody", ""),
                ("stranger", &*stranger),
                ("member", &*member),
                ("staff", &*room.staff),
                ("chair", &*room.chair),
            ] {
                let expected = match name {
                    "nobody" => StatusCode::UNAUTHORIZED,
                    name if name == allowed => StatusCode::OK,
                    _ => StatusCode::FORBIDDEN,
                };
                assert_eq!(app.get_as(&path, cookie).await.status, expected, "{page} as {name}");
                if expected != StatusCode::OK {
                    let fields = [("geste", "ouvrir-seance"), ("personne", &*room.members[0].id.to_string())];
                    assert_eq!(
                        app.post(&path, &fields, cookie).await.status,
                        expected,
                        "{page} posted as {name}"
                    );
                }
            }
        }
        assert_eq!(app.post(SITTINGS, &[("nom", "À moi")], &member).await.status, StatusCode::FORBIDDEN);
        let sitting =
            app.state.storage.read().await.unwrap().sitting(room.sitting.id).await.unwrap().unwrap();
        assert_eq!(sitting.stage, SittingStage::Planned, "nothing was done");
    });
}

#[test]
fn people_come_in_by_the_code_on_the_screen_and_by_the_door() {
    on_both(|mut app| async move {
        let room = Room::planned(&mut app, &[]).await;
        let member = app.sign_in(&room.members[0]).await;
        let check_in = format!("{}/emargement", room.path);
        let wrong = app.post(&check_in, &[("code", "123456")], &member).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(plain(&wrong).contains("Ce code n’est pas celui de l’écran"), "{}", plain(&wrong));
        seen(&room.desk(&app, &[("geste", "montrer-code")]).await);
        let code = app
            .state
            .storage
            .read()
            .await
            .unwrap()
            .check_in_code(room.sitting.id, crate::harness::NOW)
            .await
            .unwrap();
        let code = code.unwrap().to_string();
        let screen = plain(&app.get(&format!("{}/ecran", room.path)).await);
        assert!(screen.contains(&format!("{} {}", &code[..3], &code[3..])), "{screen}");
        assert_eq!(app.post(&check_in, &[("code", &code)], "").await.status, StatusCode::UNAUTHORIZED);
        seen(&app.post(&check_in, &[("code", &format!(" {code} "))], &member).await);
        let page = plain(&app.get_as(&format!("{}?fait=emargement", room.path), &member).await);
        assert!(
            page.contains("vous êtes sur la feuille de présence") && page.contains("dans la salle"),
            "{page}"
        );
        room.door(&app, &room.members[1], "distance").await;
        room.door(&app, &room.members[0], "sortie").await;
        let mut reading = app.state.storage.read().await.unwrap();
        let there = reading.those_there(room.sitting.id).await.unwrap();
        assert_eq!(there.into_keys().collect::<Vec<_>>(), [room.members[1].id]);
        let entries = reading.journal(room.congress.id).await.unwrap();
        assert_eq!((entries.len(), journal::verify(&entries)), (3, Ok(())), "two came in, one went out");
        drop(reading);
        for _ in 0..9 {
            app.post(&check_in, &[("code", "000000")], &member).await;
        }
        let too_often = app.post(&check_in, &[("code", &code)], &member).await;
        assert!(plain(&too_often).contains("Trop d’essais"), "guessing is stopped");
    });
}

#[test]
fn whoever_is_there_asks_to_speak_and_the_chair_gives_the_floor() {
    on_both(|mut app| async move {
        let room = Room::open(&mut app, &[], 1).await;
        let (there, absent) = (app.sign_in(&room.members[0]).await, app.sign_in(&room.members[1]).await);
        let floor = format!("{}/parole", room.path);
        let refused = app.post(&floor, &[("geste", "demander")], &absent).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(plain(&refused).contains("Émargez d’abord"));
        seen(&app.post(&floor, &[("geste", "demander")], &there).await);
        seen(&app.post(&floor, &[("geste", "demander")], &there).await);
        let requests = app.state.storage.read().await.unwrap().floor_requests(room.sitting.id).await.unwrap();
        assert_eq!(requests.len(), 1, "a second click asks nothing more");
        let desk = plain(&app.get_as(&format!("{}/pupitre", room.path), &room.chair).await);
        assert!(desk.contains(room.members[0].name.as_str()) && desk.contains("Donner la parole"), "{desk}");
        seen(&room.desk(&app, &[("geste", "parole"), ("demande", &requests[0].id.to_string())]).await);
        let said = format!("{} a la parole", room.members[0].name);
        for page in [app.get(&room.path).await, app.get(&format!("{}/ecran", room.path)).await] {
            assert!(plain(&page).contains(&said), "{}", plain(&page));
        }
        seen(&room.desk(&app, &[("geste", "parole")]).await);
        assert!(!plain(&app.get(&room.path).await).contains(&said));
    });
}

#[test]
fn a_sitting_is_opened_and_closed_once_and_empties_the_room() {
    on_both(|mut app| async move {
        let room = Room::open(&mut app, &[], 2).await;
        let again = room.desk(&app, &[("geste", "ouvrir-seance")]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(plain(&again).contains("La séance n’en est plus là"));
        seen(&room.desk(&app, &[("geste", "lever-seance")]).await);
        assert!(
            app.state.storage.read().await.unwrap().those_there(room.sitting.id).await.unwrap().is_empty()
        );
        let screen = app.get(&format!("{}/ecran", room.path)).await;
        assert!(plain(&screen).contains("La séance est levée"));
        let again = r#"<noscript><meta http-equiv="refresh" content="3">"#;
        assert!(screen.text().contains(again), "a screen without scripts asks again by itself");
        let fields = [("personne", &*room.members[0].id.to_string()), ("geste", "salle")];
        let late = app.post(&format!("{}/accueil", room.path), &fields, &room.staff).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    });
}
