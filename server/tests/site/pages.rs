//! Every page of the demonstration: its status, its frame, its guards.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};

use crate::harness::on_both;

const CONGRESS: &str = "/congres/demonstration";

#[test]
fn every_page_answers_in_its_frame() {
    on_both(|mut app| async move {
        app.demo().await;
        for below in [
            "",
            "/contributions",
            "/contributions?q=fibre",
            "/contributions?q=fibre&type=mode&page=2",
            "/contributions/C-0001",
            "/contributions/c12",
            "/themes",
            "/themes/1",
            "/themes/1?page=99",
            "/signaux-faibles",
            "/non-rapproches",
            "/motion",
            "/telechargements",
        ] {
            let text = app.page(&format!("{CONGRESS}{below}")).await;
            assert_eq!(text.matches("<h1").count(), 1, "{below}");
            assert!(text.starts_with("<!DOCTYPE html>") && text.contains("lang=\"fr\""), "{below}");
            assert!(text.contains("ces personnes et ces textes sont fictifs"), "{below}");
            assert!(!text.contains(" style=\"") && !text.contains("<style"), "{below}: an inline style");
            assert!(
                !text.replace("<script type=\"module\" src=", "").contains("<script>"),
                "{below}: an inline script"
            );
        }
        for path in ["/aide", "/accessibilite", "/mentions-legales"] {
            app.page(path).await;
        }
    });
}

#[test]
fn the_only_congress_is_the_first_page() {
    on_both(|mut app| async move {
        assert_eq!(
            app.get("/").await.status,
            StatusCode::OK,
            "without a congress, a page that says what to do"
        );
        app.demo().await;
        let answer = app.get("/").await;
        assert_eq!(answer.status, StatusCode::TEMPORARY_REDIRECT);
        assert_eq!(answer.headers[header::LOCATION], CONGRESS);
    });
}

#[test]
fn what_is_not_there_has_a_way_out() {
    on_both(|mut app| async move {
        app.demo().await;
        for path in [
            "/nulle-part",
            "/congres/absent",
            "/congres/Absent%20!",
            "/congres/demonstration/contributions/C-9999",
            "/congres/demonstration/contributions/%3Cscript%3E",
            "/congres/demonstration/themes/99",
            "/congres/demonstration/themes/premier",
            "/congres/demonstration/telechargements/tout.zip",
        ] {
            let answer = app.get(path).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
            let text = answer.text();
            assert!(text.contains("<h1") && text.contains("class=\"button"), "{path}: a title and a way out");
            assert!(!text.contains("<script>"), "{path}");
        }
    });
}

#[test]
fn every_answer_is_guarded() {
    on_both(|mut app| async move {
        app.demo().await;
        let answer = app.get(CONGRESS).await;
        let policy = answer.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe-inline"), "{policy}");
        assert_eq!(answer.headers[header::CACHE_CONTROL], "no-cache");
        assert_eq!(answer.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert!(answer.headers.get(header::SET_COOKIE).is_none());
        let asset = app.get("/pkg/style.css").await;
        assert!(asset.headers[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
        let missing = app.get("/pkg/absent.css").await;
        assert_eq!(
            (missing.status, missing.headers[header::CACHE_CONTROL].to_str().unwrap()),
            (StatusCode::NOT_FOUND, "no-cache")
        );
        let from_elsewhere = Request::post("/api/x")
            .header("origin", "https://ailleurs.example")
            .header("host", "ici.example");
        assert_eq!(app.send(from_elsewhere.body(Body::empty()).unwrap()).await.status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn a_handler_that_never_ends_is_answered_for() {
    on_both(|app| async move {
        let stuck = axum::Router::new().route("/", axum::routing::get(std::future::pending::<String>)).layer(
            axum::middleware::from_fn_with_state(
                (app.state.clone(), std::time::Duration::from_millis(1)),
                server::guard::patience::limit,
            ),
        );
        let request = Request::get("/").body(Body::empty()).unwrap();
        let answer = tower::ServiceExt::oneshot(stuck, request).await.unwrap();
        assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert!(answer.headers().contains_key(header::RETRY_AFTER));
    });
}

#[test]
fn the_legal_notice_says_who_publishes_or_that_nobody_does() {
    on_both(|app| async move {
        let text = app.page("/mentions-legales").await;
        assert!(text.contains("n’a pas nommé son éditeur") && !text.contains('['), "{text}");
        assert!(text.contains("INSEE") && text.contains("BANATIC"), "{text}");
        let statement = app.page("/accessibilite").await;
        assert!(statement.contains("non conforme") && !statement.contains("partiellement"), "{statement}");
    });
}

#[test]
fn kinds_that_nobody_said_are_counted_and_cannot_be_asked_for() {
    on_both(|mut app| async move {
        app.import("texte,type\nLa fibre.,idée\nLe guichet.,\n".as_bytes(), |_| ()).await.unwrap();
        let text = app.page("/congres/essai/contributions").await;
        assert!(text.contains("Sans type (1)") && text.contains("Tous les types (2)"), "{text}");
        let option = text.split("<option").find(|option| option.contains("Sans type")).unwrap();
        assert!(option.contains("disabled"), "{option}");
    });
}

#[test]
fn search_finds_words_as_people_type_them() {
    on_both(|mut app| async move {
        app.demo().await;
        for words in ["numeriques", "Num%C3%A9rique", "NUMERIQUE"] {
            let text = app.page(&format!("{CONGRESS}/contributions?q={words}")).await;
            assert!(text.to_lowercase().contains("<mark>numérique"), "{words}");
        }
        let none = app.page(&format!("{CONGRESS}/contributions?q=xylophone")).await;
        assert!(!none.contains("<mark>"));
        let odd = app
            .page(&format!("{CONGRESS}/contributions?q=%22%27%3B--%25%5F&page=0&type=autre&place=theme-x"))
            .await;
        assert!(odd.contains("<h1"));
    });
}

#[test]
fn suggestions_are_given_as_one_types() {
    on_both(|mut app| async move {
        app.demo().await;
        let answer = app.get("/api/contributions/proposees?slug=demonstration&words=fibre").await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        let found: serde_json::Value = serde_json::from_slice(&answer.bytes).unwrap();
        let found = found.as_array().unwrap();
        assert!(!found.is_empty() && found.len() <= app::api::search::MOST);
        assert!(found[0]["href"].as_str().unwrap().starts_with("/congres/demonstration/contributions/C-"));
        let elsewhere = app.get("/api/contributions/proposees?slug=absent&words=fibre").await;
        assert_eq!(elsewhere.text(), "[]");
    });
}
