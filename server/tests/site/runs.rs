//! Runs through the router and the jobs: numbered, compared, made again; the last good one stays in view.

use axum::http::{StatusCode, header};
use domain::analysis::Recipe;
use domain::congress::Congress;
use domain::id::AnalysisId;
use domain::reading::RunState;
use server::jobs::analyse::{Progress, RunError, RunOrder, Verdict, again, analyse_until, parameters};
use server::present::CountedEntropy;

use crate::harness::{Frozen, NOW, TestApp, on_both};

const RUNS: &str = "/congres/demonstration/analyses";

async fn made_again(app: &TestApp, congress: &Congress, number: u32) -> Result<Verdict, RunError> {
    let mut entropy = CountedEntropy::new(99);
    Box::pin(again(&app.state.storage, congress, number, &Frozen, &mut entropy, &mut |_| ())).await
}

async fn shown(app: &TestApp, congress: &Congress) -> u32 {
    app.state.storage.read().await.unwrap().home(congress.id).await.unwrap().run.unwrap().number
}

const MORE: &str =
    "texte\nLa fibre s’arrête au pont, et la commune attend depuis trois ans que quelqu’un vienne.\n";

async fn one_more(app: &mut TestApp, congress: &Congress) {
    app.import(MORE.as_bytes(), |order| order.congress = congress.slug.clone()).await.unwrap();
}

#[test]
fn a_run_made_again_is_the_same_until_its_corpus_changes() {
    on_both(|mut app| async move {
        let congress = app.demo().await;
        app.analyse(&congress).await;
        for number in [1, 2] {
            let verdict = Box::pin(made_again(&app, &congress, number)).await.unwrap();
            assert_eq!((verdict.differences, verdict.other_engine), (vec![], None), "run {number}");
        }
        let second = app.state.storage.read().await.unwrap().run(congress.id, 2).await.unwrap().unwrap().1;
        assert_eq!(second.predecessor, Some(1));
        assert!(matches!(Box::pin(made_again(&app, &congress, 3)).await, Err(RunError::NoResult(3))));
        app.meddle("UPDATE placement SET x = 0.123 WHERE ordinal = 1 AND x IS NOT NULL").await;
        app.meddle("UPDATE analysis SET engine = 'analysis 0.0' WHERE number = 2").await;
        let verdict = Box::pin(made_again(&app, &congress, 2)).await.unwrap();
        assert!(verdict.differences.contains(&"la carte"), "{verdict:?}");
        assert_eq!(verdict.other_engine.as_deref(), Some("analysis 0.0"));
        one_more(&mut app, &congress).await;
        let error = Box::pin(made_again(&app, &congress, 1)).await.unwrap_err().to_string();
        assert!(error.contains("le corpus n’est plus celui que l’analyse n°\u{a0}1 a lu"), "{error}");
        // What was stored is still shown, and the page says that the texts have changed.
        assert_eq!(shown(&app, &congress).await, 2);
        assert!(app.page(RUNS).await.contains(app::text::run::CHANGED));
    });
}

#[test]
fn the_pages_of_runs_answer_and_say_what_is_not_there() {
    on_both(|mut app| async move {
        let congress = app.demo().await;
        assert!(!app.page(RUNS).await.contains(app::text::run::CHANGED));
        one_more(&mut app, &congress).await;
        app.analyse(&congress).await;
        for below in ["", "/1", "/2", "/1/comparer/2", "/2/comparer/1?page=9"] {
            assert_eq!(app.page(&format!("{RUNS}{below}")).await.matches("<h1").count(), 1, "{below}");
        }
        for below in ["/9", "/premiere", "/1/comparer/9", "/1/comparer/x"] {
            let answer = app.get(&format!("{RUNS}{below}")).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{below}");
            assert!(answer.text().contains("class=\"button"), "{below}: a way out");
        }
        let mut reading = app.state.storage.read().await.unwrap();
        let moved = reading.comparison(congress.id, (1, 2), 1).await.unwrap().unwrap();
        assert_eq!(moved.stayed + moved.moved, moved.shared);
        assert!(moved.arrived >= 1 && moved.agreement > 0.5, "{}", moved.agreement);
    });
}

#[test]
fn the_last_good_run_stays_in_view_while_one_is_made_and_when_it_fails() {
    on_both(|mut app| async move {
        let congress = app.demo().await;
        let id = AnalysisId::new(NOW, &mut CountedEntropy::new(5));
        let recipe = Recipe {
            corpus: String::new(),
            seed: 1,
            parameters: "{}".to_owned(),
            engine: String::new(),
            predecessor: None,
        };
        let mut work = app.state.storage.write().await.unwrap();
        work.start_analysis(congress.id, id, &recipe, NOW).await.unwrap();
        work.progress(id, 3, 8).await.unwrap();
        work.save().await.unwrap();
        let running = app.get(RUNS).await;
        assert!(running.headers.contains_key(header::REFRESH));
        assert!(running.text().contains("étape 3 sur 8"));
        assert_eq!(shown(&app, &congress).await, 1);
        let mut work = app.state.storage.write().await.unwrap();
        work.fail_analysis(id, "plus de mémoire", NOW).await.unwrap();
        work.save().await.unwrap();
        let failed = app.get(RUNS).await;
        assert!(!failed.headers.contains_key(header::REFRESH) && failed.text().contains("plus de mémoire"));
        assert_eq!(shown(&app, &congress).await, 1);
        app.page("/congres/demonstration/themes/1").await;
    });
}

#[test]
fn a_run_stopped_in_the_middle_leaves_the_one_before_and_says_so() {
    on_both(|mut app| async move {
        let congress = app.demo().await;
        let (tell, told) = tokio::sync::oneshot::channel();
        let mut tell = Some(tell);
        let mut steps = Vec::new();
        let mut on_step = |progress: Progress| {
            steps.push(progress.step);
            if progress.step == 2 {
                tell.take().unwrap().send(()).unwrap();
            }
        };
        let stop = async { told.await.unwrap() };
        let order = RunOrder { parameters: parameters(None).unwrap(), seed: 1, fresh: false };
        let mut entropy = CountedEntropy::new(77);
        let storage = &app.state.storage;
        let stopped =
            analyse_until(stop, storage, &congress, order, &Frozen, &mut entropy, &mut on_step).await;
        assert!(matches!(stopped, Err(RunError::Stopped)));
        assert_eq!(steps, [1, 2]);
        let runs = app.state.storage.read().await.unwrap().runs(congress.id).await.unwrap();
        assert!(matches!(&runs[0].state, RunState::Failed { why, .. } if why.contains("interrompue")));
        assert_eq!(shown(&app, &congress).await, 1);
    });
}

#[test]
fn a_contribution_that_no_run_has_read_is_placed_for_the_time_being() {
    on_both(|mut app| async move {
        let congress = app.demo().await;
        one_more(&mut app, &congress).await;
        let last = server::demo::texts().unwrap().len() + 1;
        let text = app.page(&format!("/congres/demonstration/contributions/C-{last:04}")).await;
        assert!(text.contains(app::text::contribution::GUESS), "a provisional place, and said so");
        assert!(text.matches("/congres/demonstration/contributions/C-").count() >= 3, "its three nearest");
        let read = app.page("/congres/demonstration/contributions/C-0001").await;
        assert!(!read.contains(app::text::contribution::GUESS));
    });
}
