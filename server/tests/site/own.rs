//! What a member sees and changes of themselves, and the « règle du jeu ».

use axum::http::{StatusCode, header};
use domain::member::{Display, MailChoice, Role};
use domain::settings::{Contact, Moderation, Readers, Settings};

use crate::harness::{NOW, on_both};

const CONGRESS: &str = "/congres/demonstration";
const SETTINGS: &str = "/congres/demonstration/moi/reglages";
const DEVICES: &str = "/congres/demonstration/moi/appareils";
const RULES: &str = "/congres/demonstration/regle-du-jeu";

#[test]
fn only_a_member_of_the_congress_has_settings_in_it() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let elsewhere = app.stranger().await;
        for (cookie, status) in [("", StatusCode::UNAUTHORIZED), (&*elsewhere, StatusCode::FORBIDDEN)] {
            assert_eq!(app.get_as(SETTINGS, cookie).await.status, status);
            let choices = [("signature", "rien"), ("lettres", "rien")];
            assert_eq!(app.post(SETTINGS, &choices, cookie).await.status, status);
            assert_eq!(app.post(DEVICES, &[("appareil", "autres")], cookie).await.status, status);
            assert_eq!(app.post(RULES, &[], cookie).await.status, status);
        }
        for role in [
            None,
            Some(Role::Scribe),
            Some(Role::Staff),
            Some(Role::Chair),
            Some(Role::Administrator),
            Some(Role::Observer),
        ] {
            let cookie = app.sign_in_as(&congress, role).await;
            assert_eq!(app.get_as(SETTINGS, &cookie).await.status, StatusCode::OK, "{role:?}");
        }
    });
}

#[test]
fn choices_are_kept_and_what_is_none_is_refused() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let member = app.member_with(&congress, None).await;
        let cookie = app.sign_in(&member).await;
        let choices =
            [("signature", "mandat"), ("contact", "oui"), ("lettres", "resume"), ("role", "administration")];
        let changed = app.post(SETTINGS, &choices, &cookie).await;
        assert_eq!(changed.status, StatusCode::SEE_OTHER);
        let page = app.get_as(changed.headers[header::LOCATION].to_str().unwrap(), &cookie).await.text();
        assert!(page.contains("C’est enregistré") && page.contains(&member.number.to_string()));
        let kept = app.state.storage.read().await.unwrap().member(member.id).await.unwrap().unwrap();
        assert_eq!((kept.display, kept.contact, kept.mail), (Display::MandateOnly, true, MailChoice::Digest));
        assert!(kept.roles.is_empty(), "nobody makes themselves an administrator");
        let refused = app.post(SETTINGS, &[("signature", "tout"), ("lettres", "rien")], &cookie).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("Choisissez l’une des réponses proposées"));
        let still = app.state.storage.read().await.unwrap().member(member.id).await.unwrap().unwrap();
        assert_eq!(still, kept);
    });
}

#[test]
fn each_ends_their_own_sessions_and_nobody_elses() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let member = app.member_with(&congress, None).await;
        let phone = app.sign_in(&member).await;
        let computer = app.sign_in(&member).await;
        let chair = app.member_with(&congress, Some(Role::Chair)).await;
        let other = app.sign_in(&chair).await;
        let session = {
            let mut reading = app.state.storage.read().await.unwrap();
            reading.sessions(chair.id, NOW).await.unwrap()[0].id.to_string()
        };
        for which in [session.as_str(), "n’importe quoi", ""] {
            assert_eq!(app.post(DEVICES, &[("appareil", which)], &phone).await.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(app.get_as(SETTINGS, &other).await.status, StatusCode::OK, "the chair is still signed in");
        assert_eq!(
            app.get_as(SETTINGS, &computer).await.text().matches("aria-label=\"Déconnecter ").count(),
            1
        );
        app.post(DEVICES, &[("appareil", "autres")], &phone).await;
        assert_eq!(app.get_as(SETTINGS, &phone).await.status, StatusCode::OK);
        assert_eq!(app.get_as(SETTINGS, &computer).await.status, StatusCode::UNAUTHORIZED);
    });
}

#[test]
fn the_first_time_one_passes_through_the_rules() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let member = app.member_with(&congress, None).await;
        let cookie = app.sign_in(&member).await;
        assert!(app.get_as(RULES, &cookie).await.text().contains("J’ai lu, je commence"));
        assert!(!app.page(RULES).await.contains("J’ai lu, je commence"));
        assert_eq!(app.post(RULES, &[], &cookie).await.status, StatusCode::SEE_OTHER);
        assert!(!app.get_as(RULES, &cookie).await.text().contains("J’ai lu, je commence"));
        assert!(app.page(CONGRESS).await.contains(RULES), "kept at hand in the foot");
    });
}

#[test]
fn the_rules_say_what_the_congress_decided() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let page = app.page(RULES).await;
        assert!(
            page.contains("Tout le monde peut lire") && page.contains("dès qu’elle est envoyée"),
            "{page}"
        );
        let decided = Settings {
            readers: Readers::Members,
            moderation: Moderation::Before,
            grace_minutes: 0,
            contact: Contact { name: Some("Nadia Le Bihan".parse().unwrap()), ..Contact::default() },
        };
        let mut work = app.state.storage.write().await.unwrap();
        work.change_settings(congress.id, &decided).await.unwrap();
        work.save().await.unwrap();
        let page = app.page(RULES).await;
        assert!(
            page.contains("Seuls les membres connectés lisent") && page.contains("avant qu’elle paraisse")
        );
        assert!(!page.contains("commencé avant") && !page.contains("01\u{a0}99"));
    });
}
