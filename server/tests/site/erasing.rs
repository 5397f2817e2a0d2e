//! All that is held of a person: told to them, and erased when they ask.

use axum::http::{StatusCode, header};
use domain::member::{Member, Role};

use crate::harness::{TestApp, on_both};
use crate::sittings::{Room, plain};

const DATA: &str = "/congres/demonstration/moi/donnees";
const FILE: &str = "/congres/demonstration/moi/donnees.json";
const LEAVE: &str = "/congres/demonstration/moi/effacer";
const SURE: &[(&str, &str)] = &[("contributions", "effacees"), ("certain", "oui")];

fn erase_of(member: &Member) -> String {
    format!("/congres/demonstration/redaction/membres/{}/effacer", member.id)
}

async fn is_there(app: &TestApp, member: &Member) -> bool {
    app.state.storage.read().await.unwrap().member(member.id).await.unwrap().is_some()
}

#[test]
fn one_reads_and_downloads_what_is_held_of_oneself_and_of_nobody_else() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let stranger = app.stranger().await;
        for path in [DATA, FILE, LEAVE] {
            assert_eq!(app.get(path).await.status, StatusCode::UNAUTHORIZED, "{path}");
            assert_eq!(app.get_as(path, &stranger).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        let member = app.member_with(&congress, None).await;
        let cookie = app.sign_in(&member).await;
        let page = app.get_as(DATA, &cookie).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text().contains(member.name.as_str()));
        let file = app.get_as(FILE, &cookie).await;
        assert_eq!(file.headers[header::CACHE_CONTROL], "no-store");
        let told: serde_json::Value = serde_json::from_slice(&file.bytes).unwrap();
        assert_eq!(told["personne"]["nom"], member.name.as_str());
        let texts = told["contenu"]["contributions"].as_array().unwrap();
        let own = app.state.storage.read().await.unwrap().owned_by(member.id).await.unwrap();
        assert!(!own.is_empty());
        assert_eq!(texts.len(), own.len());
        for (told, own) in texts.iter().zip(&own) {
            assert_eq!(told["texte"], own.written.as_str());
        }
        assert_eq!(told["contenu"]["appareils"].as_array().unwrap().len(), 1);
    });
}

#[test]
fn whoever_means_it_is_erased_and_signed_out() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let member = app.member_with(&congress, None).await;
        let cookie = app.sign_in(&member).await;
        let unsure = app.post(LEAVE, &[("contributions", "sans-nom")], &cookie).await;
        assert_eq!(unsure.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(unsure.text().contains("Cochez la case"), "{}", unsure.text());
        let unchosen = app.post(LEAVE, &[("certain", "oui")], &cookie).await;
        assert_eq!(unchosen.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(is_there(&app, &member).await);
        let number =
            app.state.storage.read().await.unwrap().owned_by(member.id).await.unwrap()[0].contribution.number;
        let gone = app.post(LEAVE, SURE, &cookie).await;
        assert_eq!(gone.status, StatusCode::SEE_OTHER);
        assert!(gone.headers[header::SET_COOKIE].to_str().unwrap().contains("Max-Age=0"));
        let page = app.page(gone.headers[header::LOCATION].to_str().unwrap()).await;
        assert!(page.contains("C’est effacé."));
        assert!(!is_there(&app, &member).await);
        assert_eq!(app.get_as(DATA, &cookie).await.status, StatusCode::UNAUTHORIZED, "the session is gone");
        let text = app.page(&format!("/congres/demonstration/contributions/{number}")).await;
        assert!(!text.contains(member.name.as_str()));
    });
}

#[test]
fn staff_erases_at_somebodys_demand_and_nobody_rises_by_it() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let member = app.member_with(&congress, None).await;
        let other = app.sign_in_as(&congress, Some(Role::Chair)).await;
        let own = app.sign_in(&member).await;
        for (cookie, status) in
            [("", StatusCode::UNAUTHORIZED), (&other, StatusCode::FORBIDDEN), (&own, StatusCode::FORBIDDEN)]
        {
            assert_eq!(app.get_as(&erase_of(&member), cookie).await.status, status);
            assert_eq!(app.post(&erase_of(&member), SURE, cookie).await.status, status);
        }
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        let administrator = app.member_with(&congress, Some(Role::Administrator)).await;
        assert_eq!(app.post(&erase_of(&administrator), SURE, &staff).await.status, StatusCode::FORBIDDEN);
        let asked = app.get_as(&erase_of(&member), &staff).await.text();
        assert!(asked.contains(member.name.as_str()));
        let done = app.post(&erase_of(&member), SURE, &staff).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
        let list = app.get_as(done.headers[header::LOCATION].to_str().unwrap(), &staff).await.text();
        assert!(list.contains("C’est effacé.") && !list.contains(&member.id.to_string()));
        assert!(!is_there(&app, &member).await);
        let again = app.post(&erase_of(&member), SURE, &staff).await;
        assert_eq!(again.status, StatusCode::NOT_FOUND, "a second click");
    });
}

#[test]
fn the_last_who_administers_stays() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let administrator = app.member_with(&congress, Some(Role::Administrator)).await;
        let cookie = app.sign_in(&administrator).await;
        let answer = app.post(LEAVE, SURE, &cookie).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text().contains("dernière personne qui administre"), "{}", answer.text());
        assert!(is_there(&app, &administrator).await);
    });
}

#[test]
fn whoever_was_erased_comes_back_only_when_they_ask() {
    on_both(|mut app| async move {
        const NEW: &str = "/congres/demonstration/redaction/membres/nouveau";
        let congress = app.corpus().await;
        let member = app.member_with(&congress, None).await;
        let cookie = app.sign_in(&member).await;
        let asked = app.get_as(LEAVE, &cookie).await.text();
        assert!(asked.contains("Une empreinte du nom reste aussi"), "{asked}");
        assert_eq!(app.post(LEAVE, SURE, &cookie).await.status, StatusCode::SEE_OTHER);
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        let shouted = member.name.as_str().to_uppercase();
        let email = member.email.as_ref().unwrap().to_string();
        let fields = |email| vec![("nom", shouted.as_str()), ("college", "elus"), ("courriel", email)];
        for with in [email.as_str(), ""] {
            let refused = app.post(NEW, &fields(with), &staff).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{with}");
            let page = refused.text();
            assert!(page.contains("a demandé à être effacée") && page.contains("name=\"revient\""), "{page}");
            assert!(page.contains(&format!("value=\"{shouted}\"")), "what was typed stays");
        }
        let stranger = app.post(NEW, &fields("ailleurs@communes.example"), &staff).await;
        assert_eq!(stranger.status, StatusCode::SEE_OTHER, "somebody else of that name");
        let asks = [fields(&email), vec![("revient", "oui")]].concat();
        let back = app.post(NEW, &asks, &staff).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.text());
        let page = app.get_as(back.headers[header::LOCATION].to_str().unwrap(), &staff).await.text();
        assert!(page.contains("après un effacement"), "{page}");
        assert_eq!(app.post(NEW, &asks, &staff).await.status, StatusCode::UNPROCESSABLE_ENTITY, "known now");
        let blank = app.get_as(NEW, &staff).await.text();
        assert!(!blank.contains("name=\"revient\""), "asked of nobody else");
    });
}

#[test]
fn ones_part_in_sittings_is_told_to_oneself() {
    on_both(|mut app| async move {
        let room = Room::open(&mut app, &[], 2).await;
        let there = app.sign_in(&room.members[0]).await;
        let page = plain(&app.get_as(DATA, &there).await);
        assert!(
            page.contains("Votre part dans les séances") && page.contains("Dans la salle, depuis le"),
            "{page}"
        );
        let file = app.get_as(FILE, &there).await;
        let told: serde_json::Value = serde_json::from_slice(&file.bytes).unwrap();
        assert_eq!(told["contenu"]["seances"][0]["presences"][0]["presence"], "salle");
        let away = app.sign_in(&room.members[3]).await;
        assert!(!plain(&app.get_as(DATA, &away).await).contains("Dans la salle"), "nobody else's");
    });
}
