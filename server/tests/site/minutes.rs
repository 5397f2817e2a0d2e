//! Minutes: they write themselves, staff corrects and presents them, those who are named sign.

use axum::http::StatusCode;
use domain::journal;
use domain::member::Member;

use crate::harness::{Answer, TestApp, on_both};
use crate::sittings::{Room, plain, seen};
use crate::voting;

struct Desk<'a> {
    app: &'a TestApp,
    room: &'a Room,
    path: String,
}

impl<'a> Desk<'a> {
    fn of(app: &'a TestApp, room: &'a Room) -> Self {
        Self { app, room, path: format!("{}/proces-verbal", room.path) }
    }

    async fn page(&self, cookie: &str) -> String {
        plain(&self.app.get_as(&self.path, cookie).await)
    }

    /// The hash that the page shows.
    async fn hash(&self) -> String {
        let page = self.page(&self.room.staff).await;
        page.split("seal-hash\">")
            .nth(1)
            .and_then(|rest| rest.split('<').next())
            .unwrap_or_default()
            .to_owned()
    }

    async fn staff(&self, fields: &[(&str, &str)]) -> Answer {
        self.app.post(&self.path, fields, &self.room.staff).await
    }

    /// The first two members sign as chair and secretary.
    async fn present(&self, seen: &str, tellers: &str) -> Answer {
        let [chair, secretary] = [0, 1].map(|of: usize| self.room.members[of].number.to_string());
        let people = [("presidence", &*chair), ("secretaire", &*secretary), ("scrutateurs", tellers)];
        let fields: Vec<_> =
            [("geste", "presenter"), ("empreinte", seen)].into_iter().chain(people).collect();
        self.staff(&fields).await
    }

    async fn sign(&self, member: &Member, seen: &str) -> Answer {
        let cookie = self.app.sign_in(member).await;
        self.app.post(&format!("{}/signature", self.path), &[("empreinte", seen)], &cookie).await
    }

    async fn refused(&self, answer: Answer, why: &str) {
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{why}");
        assert!(plain(&answer).contains(why), "{why}: {}", plain(&answer));
    }
}

/// A sitting with a vote by hands, one that was dropped, one for practice and one that is open.
async fn held(app: &mut TestApp) -> Room {
    let room = Room::open(app, &[("quorum", "tiers")], 4).await;
    let hands =
        voting::prepared(app, &room, &[("moyen", "main-levee"), ("titre", "Les remerciements")]).await;
    voting::done(app, &room, "unanimite", hands).await;
    let dropped = voting::prepared(app, &room, &[("titre", "Le mauvais texte")]).await;
    voting::done(app, &room, "ouvrir", dropped).await;
    let fields = [
        ("geste", "annuler"),
        ("scrutin", &*dropped.to_string()),
        ("motif", "Ce n’était pas la bonne version"),
    ];
    seen(&room.desk(app, &fields).await);
    let open = voting::prepared(app, &room, &[("titre", "Adoption de la motion")]).await;
    voting::done(app, &room, "ouvrir", open).await;
    let cookies = voting::cookies(app, &room, 1).await;
    voting::vote(app, &room, open, (&cookies[0], "contre")).await;
    // Last: rehearsals are numbered apart, above all others.
    voting::prepared(app, &room, &[("titre", "Un essai"), ("essai", "oui")]).await;
    room
}

#[test]
fn minutes_write_themselves_and_tell_no_result_before_the_chair_does() {
    on_both(|mut app| async move {
        let room = Box::pin(held(&mut app)).await;
        let desk = Desk::of(&app, &room);
        let member = app.sign_in(&room.members[5]).await;
        let page = desk.page(&member).await;
        for said in [
            "Projet de procès-verbal",
            "Séance publique du",
            "4 personnes ayant voix ont émargé : 4 dans la salle, 0 à distance",
            room.members[0].name.as_str(),
            "Quorum : un tiers des inscrits",
            "Scrutin n° 1 : Les remerciements",
            "Vote à main levée",
            "Rejeté : 4 pour, 0 contre",
            "Annulé à",
            "Motif donné : « Ce n’était pas la bonne version »",
            "Vote ouvert depuis",
            "rien n’en est compté",
            "Scrutin n° 1 : le quorum n’était pas atteint à l’ouverture",
        ] {
            assert!(page.contains(said), "{said}: {page}");
        }
        assert!(!page.contains("1 contre"), "no partial result");
        assert!(!page.contains("d’essai") && !page.contains("Un essai"), "nothing of a rehearsal: {page}");
        assert!(
            !page.contains("Ajouter une correction") && !page.contains("Noter la signature"),
            "staff's alone"
        );
        assert!(
            plain(&app.get_as(&room.path, &member).await).contains("/proces-verbal\""),
            "linked to members"
        );
        assert!(!plain(&app.get(&room.path).await).contains("/proces-verbal\""), "a draft isn't everybody's");
        let printed = app.get_as(&format!("{}.pdf", desk.path), &member).await;
        assert_eq!((printed.status, &printed.bytes[..4]), (StatusCode::OK, &b"%PDF"[..]));
    });
}

#[test]
fn corrections_stand_beside_then_all_sign_and_nothing_changes_any_more() {
    on_both(|mut app| async move {
        let room = Room::open(&mut app, &[], 3).await;
        let desk = Desk::of(&app, &room);
        let correct = [("geste", "corriger"), ("section", "presences"), ("correction", "Lire « quatre ».")];
        seen(&desk.staff(&correct).await);
        let page = desk.page(&room.staff).await;
        assert!(page.contains("Correction (") && page.contains("Lire « quatre »."), "{page}");
        assert!(page.contains("3 personnes ayant voix ont émargé"), "the facts stay: {page}");
        let nowhere = [("geste", "corriger"), ("section", "scrutin-9"), ("correction", "Ici.")];
        desk.refused(desk.staff(&nowhere).await, "Choisissez ce que la correction concerne").await;
        desk.refused(
            desk.staff(&[("geste", "corriger"), ("section", "quorum")]).await,
            "Écrivez la correction",
        )
        .await;
        let early = desk.present(&desk.hash().await, "Zoé Roux").await;
        assert!(plain(&early).contains("Zoé Roux"), "what was typed is shown again");
        desk.refused(early, "une fois la séance levée").await;
        seen(&room.desk(&app, &[("geste", "lever-seance")]).await);
        let before = desk.hash().await;
        seen(
            &desk
                .staff(&[("geste", "corriger"), ("section", "remarques"), ("correction", "Merci à tous.")])
                .await,
        );
        desk.refused(desk.present(&before, "").await, "Le texte a changé").await;
        let hash = desk.hash().await;
        desk.refused(desk.present(&hash, "Personne Inconnue").await, "Personne n’est inscrit sous ce nom")
            .await;
        let twice = room.members[0].number.to_string();
        desk.refused(desk.present(&hash, &twice).await, "ne signe qu’une fois").await;
        let teller = room.members[2].number.to_string();
        seen(&desk.present(&hash, &teller).await);
        assert_eq!(desk.hash().await, hash, "what is kept is what was looked at");
        let late = desk.staff(&correct).await;
        assert!(plain(&late).contains("Le voici, pour le copier"), "{}", plain(&late));
        assert!(plain(&late).matches("Lire « quatre ».").count() > 1, "{}", plain(&late));
        desk.refused(late, "Reprenez-le d’abord").await;
        desk.refused(desk.sign(&room.members[4], &hash).await, "Votre signature n’est pas demandée").await;
        desk.refused(desk.sign(&room.members[0], &before).await, "Le texte a changé").await;
        seen(&desk.sign(&room.members[0], &hash).await);
        desk.refused(desk.sign(&room.members[0], &hash).await, "déjà notée").await;
        seen(&desk.staff(&[("geste", "reprendre")]).await);
        desk.refused(desk.sign(&room.members[1], &hash).await, "n’attend pas de signature").await;
        seen(&desk.present(&hash, &teller).await);
        for member in &room.members[..2] {
            seen(&desk.sign(member, &hash).await);
        }
        assert_eq!(app.get(&desk.path).await.status, StatusCode::UNAUTHORIZED, "two of three have signed");
        let paper =
            [("geste", "papier"), ("personne", &*room.members[2].id.to_string()), ("empreinte", &*hash)];
        seen(&desk.staff(&paper).await);
        let page = desk.page("").await;
        assert!(page.contains("<h1>Procès-verbal</h1>") && page.contains(&hash), "everybody's: {page}");
        assert!(page.contains("depuis son compte") && page.contains("signé à la main"), "{page}");
        desk.refused(desk.staff(&correct).await, "plus rien n’y change").await;
        desk.refused(desk.staff(&[("geste", "reprendre")]).await, "plus rien n’y change").await;
        app.meddle("UPDATE sitting SET name = 'Autre chose'").await;
        let words = app.get(&format!("{}.txt", desk.path)).await.text();
        assert!(words.starts_with("Débat et vote\n"), "the text is the one that was signed: {words}");
        let entries = app.state.storage.read().await.unwrap().journal(room.congress.id).await.unwrap();
        assert_eq!(journal::verify(&entries), Ok(()));
        let kinds: Vec<&str> =
            entries.iter().map(|of| of.kind.code()).filter(|of| of.starts_with("pv-")).collect();
        let signed = ["pv-presente", "pv-signe", "pv-signe", "pv-signe"];
        let first = ["pv-corrige", "pv-corrige", "pv-presente", "pv-signe", "pv-repris"];
        assert_eq!(kinds, [&first[..], &signed[..]].concat());
    });
}

#[test]
fn minutes_in_camera_are_for_members_even_signed() {
    on_both(|mut app| async move {
        let room = Room::open(&mut app, &[("acces", "huis-clos")], 2).await;
        seen(&room.desk(&app, &[("geste", "lever-seance")]).await);
        let desk = Desk::of(&app, &room);
        let hash = desk.hash().await;
        seen(&desk.present(&hash, "").await);
        for member in &room.members[..2] {
            seen(&desk.sign(member, &hash).await);
        }
        let (member, stranger) = (app.sign_in(&room.members[3]).await, app.stranger().await);
        for end in ["", ".pdf", ".txt"] {
            let path = format!("{}{end}", desk.path);
            assert_eq!(app.get(&path).await.status, StatusCode::UNAUTHORIZED, "{end}");
            assert_eq!(app.get_as(&path, &stranger).await.status, StatusCode::FORBIDDEN, "{end}");
            assert_eq!(app.get_as(&path, &member).await.status, StatusCode::OK, "{end}");
        }
    });
}
