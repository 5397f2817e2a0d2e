//! What devices keep: the form without a network, and nothing once one has signed out.

use axum::http::{StatusCode, header};
use domain::member::Role;

use crate::harness::on_both;
use crate::writing::{CONGRESS, DRAFT, MINE, WORDS, WRITE, close, sent, write};

#[test]
fn the_form_that_a_device_keeps_holds_nothing_of_anybody() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let blank = format!("{WRITE}?vierge=oui");
        let stranger = app.stranger().await;
        let observer = app.sign_in_as(&congress, Some(Role::Observer)).await;
        for (cookie, status) in [
            ("", StatusCode::UNAUTHORIZED),
            (&*stranger, StatusCode::FORBIDDEN),
            (&*observer, StatusCode::FORBIDDEN),
        ] {
            assert_eq!(app.get_as(&blank, cookie).await.status, status);
        }
        for role in [None, Some(Role::Scribe), Some(Role::Staff), Some(Role::Chair)] {
            let cookie = app.sign_in_as(&congress, role).await;
            app.post(DRAFT, &[("texte", WORDS)], &cookie).await;
            let answer = app.get_as(&blank, &cookie).await;
            assert_eq!(answer.headers[header::CACHE_CONTROL], "private, no-cache");
            let page = answer.text();
            assert!(page.contains("name=\"cle\" value=\"\"") && page.contains("data-blank=\"\""), "{role:?}");
            assert!(!page.contains(WORDS) && !page.contains("Encore"), "no draft, and nothing that ages");
            let own = app.get_as(WRITE, &cookie).await.text();
            assert!(own.contains(WORDS) && !own.contains("data-blank"));
            assert!(
                own.contains("data-worker=\"/service-worker.js\"")
                    && own.contains(&format!("data-scope=\"{WRITE}\""))
            );
        }
        close(&app, 61).await;
        let cookie = app.sign_in_as(&congress, None).await;
        let shut = app.get_as(&blank, &cookie).await.text();
        assert!(shut.contains("s’est clos") && !shut.contains(WORDS));
    });
}

#[test]
fn an_acknowledgement_says_which_form_it_answers_and_scripts_are_for_members() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let cookie = app.sign_in_as(&congress, None).await;
        let key = "c".repeat(32);
        for _ in 0..2 {
            let answer = write(&app, &cookie, WORDS, &[("cle", &key)]).await;
            let to = answer.headers[header::LOCATION].to_str().unwrap().to_owned();
            assert!(to.ends_with(&format!("/recu#cle-{key}")), "{to}");
        }
        let stranger = app.stranger().await;
        let script = "/pkg/unsent.js";
        assert!(app.get_as(MINE, &cookie).await.text().contains(script));
        for cookie in ["", &*stranger] {
            let page = app.get_as(CONGRESS, cookie).await.text();
            assert!(!page.contains(script) && !page.contains("non-transmis"));
        }
    });
}

#[test]
fn a_page_made_for_somebody_else_is_told_before_it_is_sent() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let (first, second) =
            (app.member_with(&congress, None).await, app.member_with(&congress, Some(Role::Scribe)).await);
        let cookie = app.sign_in(&second).await;
        let theirs = first.id.to_string();
        let told = write(&app, &cookie, WORDS, &[("auteur", &theirs)]).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = told.text();
        assert!(page.contains("ouverte par une autre personne") && page.contains(WORDS), "{page}");
        assert!(page.contains(&format!("name=\"auteur\" value=\"{}\"", second.id)));
        let told = app.post(DRAFT, &[("texte", WORDS), ("auteur", &theirs)], &cookie).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!app.get_as(MINE, &cookie).await.text().contains(WORDS), "nobody’s draft goes to another");
        sent(&write(&app, &cookie, WORDS, &[("auteur", &second.id.to_string())]).await);
    });
}

#[test]
fn whoever_signs_out_leaves_nothing() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let cookie = app.sign_in_as(&congress, None).await;
        let out = app.post(&format!("{CONGRESS}/deconnexion"), &[], &cookie).await;
        assert_eq!(
            (out.status, &out.headers["clear-site-data"]),
            (StatusCode::SEE_OTHER, &"\"storage\"".parse().unwrap())
        );
        assert!(!app.get(CONGRESS).await.headers.contains_key("clear-site-data"));
        let worker = app.get("/service-worker.js").await;
        assert_eq!(worker.headers[header::CACHE_CONTROL], "no-cache", "another version is seen at once");
        assert!(worker.headers[header::CONTENT_TYPE].to_str().unwrap().starts_with("text/javascript"));
        let policy = worker.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(policy.contains("worker-src 'self'") && policy.contains("connect-src 'self'"));
    });
}
