//! What says something close to a text as it is being typed.

use axum::http::{StatusCode, header};
use domain::contribution::ContributionNumber;
use domain::member::Role;
use domain::settings::{Moderation, Settings};

use crate::harness::{TestApp, on_both};
use crate::writing::{CONGRESS, DRAFT, MINE, WORDS, WRITE, sent, write};

const NEAR: &str = "/congres/demonstration/ecrire/proches";
const TYPED: &str = "Dans ma commune la fibre n’arrive pas et le téléphone ne passe plus depuis l’été.";

async fn near(app: &TestApp, cookie: &str, words: &str) -> String {
    let answer = app.post(NEAR, &[("texte", words)], cookie).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
    answer.text()
}

/// The number on the first button of that name.
fn first(html: &str, name: &str) -> String {
    let button = html.split(&format!("name=\"{name}\"")).nth(1).expect("a button");
    button.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[test]
fn those_who_may_write_are_shown_the_closest_three() {
    on_both(|mut app| async move {
        let congress = app.demo().await;
        let stranger = app.stranger().await;
        let observer = app.sign_in_as(&congress, Some(Role::Observer)).await;
        let refused = [
            ("", StatusCode::UNAUTHORIZED),
            (&*stranger, StatusCode::FORBIDDEN),
            (&*observer, StatusCode::FORBIDDEN),
        ];
        for (cookie, status) in refused {
            assert_eq!(app.post(NEAR, &[("texte", TYPED)], cookie).await.status, status);
        }
        for role in [None, Some(Role::Scribe), Some(Role::Staff), Some(Role::Chair)] {
            let cookie = app.sign_in_as(&congress, role).await;
            let html = near(&app, &cookie, TYPED).await;
            assert_eq!(html.matches("name=\"soutenir\"").count(), 3, "{role:?}: {html}");
            assert_eq!(html.matches("name=\"completer\"").count(), 3, "{role:?}");
            assert!(html.starts_with("<section") && html.contains("data-said=\"3 contributions"));
            for few in ["", "Non", &"é".repeat(4_001)] {
                assert_eq!(near(&app, &cookie, few).await, "");
            }
            // One sentence finds few verbatims: words find the others.
            let short = near(&app, &cookie, "La fibre s’arrête au pont du moulin.").await;
            assert_eq!(short.matches("name=\"soutenir\"").count(), 3, "{role:?}: {short}");
            let nothing = app.get_as(MINE, &cookie).await.text();
            assert!(!nothing.contains("pas encore envoyé"), "typing keeps nothing on the server");
        }
    });
}

#[test]
fn a_text_that_is_not_published_appears_to_nobody_else() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let before = Settings { moderation: Moderation::Before, ..Settings::default() };
        let mut work = app.state.storage.write().await.unwrap();
        work.change_settings(congress.id, &before).await.unwrap();
        work.save().await.unwrap();
        let words = "Le quintuple xylophone municipal résonne près du pont chaque jeudi.";
        let author = app.sign_in_as(&congress, None).await;
        let one = sent(&write(&app, &author, words, &[]).await);
        let number: ContributionNumber = one.rsplit('/').next().unwrap().parse().unwrap();
        let reader = app.sign_in_as(&congress, Some(Role::Chair)).await;
        assert!(!near(&app, &reader, words).await.contains("xylophone"), "it waits");
        // Nor can it be completed, or supported, by whoever guesses its number.
        let number = number.to_string();
        app.post(DRAFT, &[("texte", WORDS), ("completer", &number)], &reader).await;
        assert!(app.get_as(WRITE, &reader).await.text().contains(WORDS), "the draft is a draft");
        let publish = format!("UPDATE contribution SET state = 'publiee' WHERE number = {}", &number[2..]);
        app.meddle(&publish).await;
        let mine = near(&app, &author, words).await;
        assert!(!mine.contains(&number), "one’s own is no other: {mine}");
    });
}

#[test]
fn what_the_analysis_has_not_read_is_found_by_its_words() {
    on_both(|mut app| async move {
        let congress = app.demo().await;
        let author = app.sign_in_as(&congress, None).await;
        let words = "Le quintuple xylophone municipal résonne près du pont chaque jeudi.";
        sent(&write(&app, &author, words, &[]).await);
        let reader = app.sign_in_as(&congress, Some(Role::Chair)).await;
        let html = near(&app, &reader, "Un xylophone, et quintuple : ce xylophone résonne !").await;
        assert!(html.contains("quintuple xylophone"), "{html}");
    });
}

#[test]
fn a_text_becomes_a_case_added_to_another() {
    on_both(|mut app| async move {
        let congress = app.demo().await;
        let cookie = app.sign_in_as(&congress, None).await;
        let number = first(&near(&app, &cookie, TYPED).await, "completer");
        let fields = [("texte", TYPED), ("completer", &number), ("enjeu", "1")];
        let answer = app.post(DRAFT, &fields, &cookie).await;
        let complete = format!("{WRITE}?complement={number}");
        assert_eq!(answer.headers[header::LOCATION], complete);
        let page = app.get_as(&complete, &cookie).await.text();
        assert!(page.contains(TYPED) && page.contains(&format!("Ajouter votre cas à {number}")));
        assert!(!app.get_as(WRITE, &cookie).await.text().contains(TYPED), "it isn’t there twice");
        let other = app.get_as(&format!("{CONGRESS}/contributions/{number}"), &cookie).await.text();
        assert!(other.contains("Retirer mon soutien"), "supported");
        // A case begun before stays as it is, and so does the draft.
        let again = [("texte", "Un autre texte, tout aussi long."), ("completer", &*number)];
        app.post(DRAFT, &again, &cookie).await;
        assert!(app.get_as(&complete, &cookie).await.text().contains(TYPED));
        assert!(app.get_as(WRITE, &cookie).await.text().contains("tout aussi long"));
    });
}
