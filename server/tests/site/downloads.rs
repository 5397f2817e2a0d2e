//! The files of a congress.

use std::time::{Duration, Instant};

use axum::http::{StatusCode, header};

use crate::harness::{Answer, TestApp, on_both};

const FILES: &str = "/congres/demonstration/telechargements";

/// Asks again, as the browser does, until the document is there.
async fn wait_for(app: &TestApp, path: &str) -> Answer {
    let patience = Instant::now() + Duration::from_secs(120);
    loop {
        let answer = app.get(path).await;
        if answer.status != StatusCode::ACCEPTED {
            return answer;
        }
        assert!(answer.headers.contains_key(header::REFRESH));
        assert!(Instant::now() < patience, "the document never came");
        tokio::task::yield_now().await;
    }
}

#[test]
fn the_pdf_is_made_by_a_job_and_kept() {
    on_both(|mut app| async move {
        app.demo().await;
        let first = wait_for(&app, &format!("{FILES}/motion.pdf")).await;
        assert_eq!(
            (first.status, first.headers[header::CONTENT_TYPE].to_str().unwrap()),
            (StatusCode::OK, "application/pdf")
        );
        assert!(first.bytes.starts_with(b"%PDF-"));
        let second = app.get(&format!("{FILES}/motion.pdf")).await;
        assert!(second.bytes == first.bytes, "the same draft, the same bytes");
        app.state.desk.finish().await;
    });
}

#[test]
fn tables_hold_everything_and_cannot_be_run() {
    on_both(|mut app| async move {
        let file = "texte,auteur\n=1+1 et la fibre,A\n@SOMME(A1) du numérique,B\nRien à dire,-C\n";
        app.import_and_analyse(file).await;
        let csv = app.page("/congres/essai/telechargements/contributions.csv").await;
        assert!(csv.starts_with('\u{feff}'));
        assert_eq!(csv.lines().count(), 4);
        assert!(csv.contains("'=1+1") && csv.contains("'@SOMME") && csv.contains("'-C"), "{csv}");
        let json: serde_json::Value =
            serde_json::from_str(&app.page("/congres/essai/telechargements/congres.json").await).unwrap();
        assert!(json.to_string().contains("=1+1 et la fibre"));
        app.page("/congres/essai/telechargements/verbatims.csv").await;
    });
}

#[test]
fn files_of_a_congress_without_draft_are_those_there_are() {
    on_both(|mut app| async move {
        app.import("texte\nLa fibre s’arrête au pont\n".as_bytes(), |_| ()).await.expect("imported");
        let list = app.page("/congres/essai/telechargements").await;
        assert!(list.contains("contributions.csv") && !list.contains("motion.pdf"));
        assert_eq!(app.get("/congres/essai/telechargements/motion.pdf").await.status, StatusCode::NOT_FOUND);
    });
}
