//! Badges: printed by staff, activated at the door, scanned, lost.

use axum::http::{StatusCode, header};
use domain::journal::EntryKind;
use domain::member::{Member, Role};
use domain::sitting::BADGE_HOURS;
use domain::time::{Clock, Timestamp};
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::sync::Arc;

use crate::harness::{Answer, NOW, TestApp, on_both};
use crate::sittings::{Room, plain, seen};

/// Another moment.
struct At(Timestamp);

impl Clock for At {
    fn now(&self) -> Timestamp {
        self.0
    }
}

/// The words of a PDF, read by poppler.
fn printed(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
    assert!(answer.headers[header::CONTENT_DISPOSITION].to_str().unwrap().starts_with("attachment"));
    let mut tool = Command::new("pdftotext")
        .args(["-raw", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pdftotext is missing: install poppler-utils, as `make test` does");
    let mut paper = tool.stdin.take().unwrap();
    let bytes = answer.bytes.clone();
    let writing = std::thread::spawn(move || paper.write_all(&bytes).unwrap());
    let output = tool.wait_with_output().unwrap();
    writing.join().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

fn addresses(printed: &str) -> Vec<String> {
    printed.split("/badge/").skip(1).map(|rest| format!("/badge/{}", &rest[..19])).collect()
}

async fn print(app: &TestApp, room: &Room, whom: &str, more: &[(&str, &str)]) -> Answer {
    let fields: Vec<_> = [("pour", whom)].iter().chain(more).copied().collect();
    app.post(&format!("{}/badges", room.path), &fields, &room.staff).await
}

/// The address of the badge of one person, just printed.
async fn badge(app: &TestApp, room: &Room, member: &Member, more: &[(&str, &str)]) -> String {
    let paper = printed(&print(app, room, &member.id.to_string(), more).await);
    assert!(paper.contains(member.name.as_str()), "{paper}");
    addresses(&paper).remove(0)
}

fn cookie(answer: &Answer) -> String {
    seen(answer);
    let kept = answer.headers[header::SET_COOKIE].to_str().unwrap();
    kept.split(';').next().unwrap().to_owned()
}

async fn is_in(app: &TestApp, room: &Room, member: &Member, cookie: &str) -> bool {
    app.get_as(&room.path, cookie).await.text().contains(member.name.as_str())
}

#[test]
fn a_badge_signs_in_by_its_button_once_the_desk_activated_it() {
    on_both(|mut app| async move {
        let room = Room::planned(&mut app, &[]).await;
        let who = &room.members[0];
        let address = badge(&app, &room, who, &[]).await;
        let waits = app.get(&address).await;
        assert_eq!(
            (waits.status, &waits.headers[header::REFERRER_POLICY]),
            (StatusCode::OK, &"no-referrer".parse().unwrap())
        );
        assert!(plain(&waits).contains("Ce badge sera activé à l’accueil"));
        let refused = app.post(&address, &[], "").await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        assert!(refused.headers.get(header::SET_COOKIE).is_none(), "{}", plain(&refused));

        room.door(&app, who, "salle").await;
        let page = app.get(&address).await;
        assert!(page.headers.get(header::SET_COOKIE).is_none(), "whoever previews it isn’t signed in");
        assert_eq!(page.headers[header::CACHE_CONTROL], "no-store");
        assert!(plain(&page).contains(&format!("Entrer en tant que {}", who.name)), "{}", plain(&page));
        assert!(!page.text().contains(&address), "the page doesn’t print its own address");
        let entered = app.post(&address, &[], "").await;
        assert_eq!(entered.headers[header::LOCATION], room.path);
        let phone = cookie(&entered);
        assert!(is_in(&app, &room, who, &phone).await);

        // Another phone: the first is out.
        let other = cookie(&app.post(&address, &[], "").await);
        assert!(is_in(&app, &room, who, &other).await && !is_in(&app, &room, who, &phone).await);

        let journal = app.state.storage.read().await.unwrap().journal(room.congress.id).await.unwrap();
        let noted: Vec<_> = journal.iter().filter(|of| of.kind == EntryKind::Badge).collect();
        assert_eq!(noted.len(), 1, "activated once");
        assert!(noted[0].body.contains(&who.id.to_string()));

        // The night.
        let night = NOW.plus_seconds(BADGE_HOURS * 60 * 60);
        app.with(|state| state.clock = Arc::new(At(night)));
        assert!(!is_in(&app, &room, who, &other).await, "the session is over with the badge");
        assert!(plain(&app.get(&address).await).contains("Ce badge sera activé à l’accueil"));
    });
}

#[test]
fn one_click_activates_and_one_takes_back() {
    on_both(|mut app| async move {
        let room = Room::planned(&mut app, &[]).await;
        let (one, two) = (&room.members[0], &room.members[1]);
        let (first, second) = (badge(&app, &room, one, &[]).await, badge(&app, &room, two, &[]).await);
        room.door(&app, one, "activer").await;
        let phone = cookie(&app.post(&first, &[], "").await);
        assert_eq!(app.post(&second, &[], "").await.status, StatusCode::CONFLICT, "another’s waits");
        let desk = plain(&app.get_as(&format!("{}/accueil", room.path), &room.staff).await);
        assert!(
            desk.contains("badge actif jusqu’à") && desk.contains("badge imprimé, pas encore activé"),
            "{desk}"
        );
        assert!(desk.contains("pas de badge"), "{desk}");
        room.door(&app, one, "reprendre").await;
        assert!(!is_in(&app, &room, one, &phone).await);
        for answer in [app.get(&first).await, app.post(&first, &[], "").await] {
            assert_eq!(answer.status, StatusCode::GONE);
            assert!(plain(&answer).contains("Ce badge ne connecte plus"), "{}", plain(&answer));
        }
        let trace = format!("/congres/demonstration/redaction/membres/{}", one.id);
        let trace = plain(&app.get_as(&trace, &room.staff).await);
        assert!(trace.contains("Badge imprimé") && trace.contains("Badge repris"), "{trace}");
    });
}

#[test]
fn a_lost_phone_gets_another_badge() {
    on_both(|mut app| async move {
        let room = Room::planned(&mut app, &[]).await;
        let who = &room.members[0];
        let lost = badge(&app, &room, who, &[]).await;
        room.door(&app, who, "salle").await;
        let phone = cookie(&app.post(&lost, &[], "").await);
        let reprinted = badge(&app, &room, who, &[]).await;
        assert_eq!(app.get(&lost).await.status, StatusCode::GONE, "the one before opens no more");
        assert!(is_in(&app, &room, who, &phone).await, "nobody asked to sign the phone out");
        let third = badge(&app, &room, who, &[("deconnecter", &who.id.to_string())]).await;
        assert!(!is_in(&app, &room, who, &phone).await);
        assert_eq!(app.get(&reprinted).await.status, StatusCode::GONE);
        assert_eq!(
            app.post(&third, &[], "").await.status,
            StatusCode::CONFLICT,
            "the desk activates it again"
        );
        room.door(&app, who, "activer").await;
        let again = cookie(&app.post(&third, &[], "").await);
        assert!(is_in(&app, &room, who, &again).await);
        let devices = format!("/congres/demonstration/redaction/membres/{}/deconnexion", who.id);
        seen(&app.post(&devices, &[], &room.staff).await);
        assert_eq!(app.get(&third).await.status, StatusCode::GONE, "signing somebody out ends their badges");
    });
}

/// « 1 012 », as pages have it.
fn counted(n: usize) -> String {
    app::text::number::number(u32::try_from(n).unwrap()).replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn all_are_printed_once_and_the_page_says_what_printing_again_does() {
    on_both(|mut app| async move {
        let room = Room::planned(&mut app, &[]).await;
        let page = format!("{}/badges", room.path);
        let before = plain(&app.get_as(&page, &room.staff).await);
        assert!(
            before.contains("Aucun badge n’est encore imprimé") && !before.contains("Réimprimer"),
            "{before}"
        );
        let mut all = Vec::new();
        let again = loop {
            let answer = print(&app, &room, "sans-badge", &[]).await;
            if answer.status == StatusCode::UNPROCESSABLE_ENTITY {
                break answer;
            }
            let some = addresses(&printed(&answer));
            assert!((1..=500).contains(&some.len()), "so many a file");
            all.extend(some);
        };
        assert!(all.len() > 6);
        let said = plain(&again);
        assert!(said.contains("a déjà un badge"), "{said}");
        let those = counted(all.len());
        assert!(said.contains(&format!("Les {those} badges déjà imprimés cesseront aussitôt")), "{said}");
        let replaced = addresses(&printed(&print(&app, &room, "tous", &[]).await));
        assert!(replaced.len() == all.len().min(500) || all.len() > 490, "whoever may have no code has none");
        let after = plain(&app.get_as(&page, &room.staff).await);
        assert!(after.contains(&format!("{} badges sont imprimés", counted(replaced.len()))), "{after}");
        assert_eq!(
            app.get(all.last().unwrap()).await.status,
            StatusCode::GONE,
            "also of those for the next file"
        );
        assert_eq!(app.get(&all[0]).await.status, StatusCode::GONE);
        assert_eq!(app.get(&replaced[0]).await.status, StatusCode::OK);
        for bad in ["", "personne", "019a0000-0000-7000-8000-000000000000"] {
            assert_eq!(print(&app, &room, bad, &[]).await.status, StatusCode::BAD_REQUEST, "{bad}");
        }
    });
}

#[test]
fn whoever_runs_something_wears_a_badge_that_opens_nothing() {
    on_both(|mut app| async move {
        let room = Room::planned(&mut app, &[]).await;
        let who = &room.members[0];
        let address = badge(&app, &room, who, &[]).await;
        room.door(&app, who, "salle").await;
        let mut work = app.state.storage.write().await.unwrap();
        work.grant_role(who.id, Role::Chair).await.unwrap();
        work.save().await.unwrap();
        assert_eq!(app.post(&address, &[], "").await.status, StatusCode::GONE, "they chair now");
        let paper = printed(&print(&app, &room, &who.id.to_string(), &[]).await);
        assert!(paper.contains(who.name.as_str()) && addresses(&paper).is_empty(), "{paper}");
        let desk = plain(&app.get_as(&format!("{}/accueil", room.path), &room.staff).await);
        assert!(desk.contains("badge sans code"), "{desk}");
    });
}

#[test]
fn badges_that_are_guessed_are_refused_and_counted() {
    on_both(|app| async move {
        for bad in ["perdu", "k7f3-9qmd-2xwp-a4th", "K7F3 9QMD 2XWP A4TH"] {
            let answer = app.get(&format!("/badge/{}", bad.replace(' ', "%20"))).await;
            assert_eq!(answer.status, StatusCode::GONE, "{bad}");
        }
        let mut last = StatusCode::GONE;
        for _ in 0..5_000 {
            last = app.post("/badge/k7f3-9qmd-2xwp-a4th", &[], "").await.status;
            if last != StatusCode::GONE {
                break;
            }
        }
        assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    });
}
