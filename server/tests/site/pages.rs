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
