//! The files of a congress.

use std::time::{Duration, Instant};

use axum::http::{StatusCode, header};
use server::jobs::documents::{Desk, File, Status};

use crate::harness::{Answer, TestApp, on_both};

pub const FILES: &str = "/congres/demonstration/telechargements";

/// Asks again, as the browser does, until the document is there.
pub async fn wait_for(app: &TestApp, path: &str) -> Answer {
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
fn a_pdf_is_made_again_when_what_it_says_has_changed() {
    on_both(|mut app| async move {
        let congress = app.demo().await;
        wait_for(&app, &format!("{FILES}/motion.pdf")).await;
        let kept = app.state.desk.motion_pdf(&congress).await.unwrap();
        assert!(matches!(kept, Status::Ready(_)));
        // Its links begin with the address that the server is called by.
        let moved =
            Desk::open(app.state.storage.clone(), app.state.clock.clone(), "https://ailleurs.example");
        assert!(matches!(moved.motion_pdf(&congress).await.unwrap(), Status::UnderWay));
        moved.finish().await;
        // Its preamble counts contributions.
        let more = "texte\nUne contribution de plus.\n";
        app.import(more.as_bytes(), |order| order.congress = congress.slug.clone()).await.unwrap();
        assert!(matches!(app.state.desk.motion_pdf(&congress).await.unwrap(), Status::UnderWay));
        app.state.desk.finish().await;
    });
}

#[test]
fn tables_are_kept_until_the_congress_changes() {
    on_both(|mut app| async move {
        let (congress, _) = app.import_and_analyse("texte\nLa fibre s’arrête au pont.\n").await;
        let table = || app.state.desk.file(&congress, File::ContributionsCsv);
        assert!(matches!(table().await.unwrap(), Status::UnderWay), "never on the request path");
        let path = "/congres/essai/telechargements/contributions.csv";
        assert_eq!(app.page(path).await.lines().count(), 2);
        assert!(matches!(table().await.unwrap(), Status::Ready(_)));
        app.import("texte\nGardons un guichet.\n".as_bytes(), |_| ()).await.unwrap();
        assert_eq!(app.page(path).await.lines().count(), 3);
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
fn every_file_is_given_and_the_archive_holds_those_of_the_page() {
    on_both(|mut app| async move {
        app.demo().await;
        let list = app.page(FILES).await;
        for file in File::ALL.into_iter().filter(|file| *file != File::MotionPdf) {
            assert!(list.contains(&format!("{FILES}/{}", file.name())), "{}", file.name());
            let answer = wait_for(&app, &format!("{FILES}/{}", file.name())).await;
            assert_eq!(answer.status, StatusCode::OK, "{}", file.name());
            assert_eq!(answer.headers[header::CONTENT_TYPE], file.media_type());
            assert!(!answer.bytes.is_empty());
        }
        let corpus = app.page(&format!("{FILES}/iramuteq.txt")).await;
        let verbatims = app.page(&format!("{FILES}/verbatims.csv")).await;
        let graph = app.page(&format!("{FILES}/verbatims.gexf")).await;
        assert_eq!(corpus.matches("**** *num_C").count(), graph.matches("<node ").count());
        assert!(verbatims.lines().count() > graph.matches("<node ").count());
        assert!(graph.contains("<edge ") && graph.contains("<viz:position "));
    });
}

#[test]
fn files_of_a_congress_without_draft_are_those_there_are() {
    on_both(|mut app| async move {
        app.import("texte\nLa fibre s’arrête au pont\n".as_bytes(), |_| ()).await.expect("imported");
        let list = app.page("/congres/essai/telechargements").await;
        assert!(
            list.contains("contributions.csv") && !list.contains("motion.pdf") && !list.contains("carte.svg")
        );
        assert_eq!(app.get("/congres/essai/telechargements/carte.png").await.status, StatusCode::NOT_FOUND);
        assert_eq!(app.get("/congres/essai/telechargements/motion.pdf").await.status, StatusCode::NOT_FOUND);
    });
}
