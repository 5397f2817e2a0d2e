//! Runs, and the pages that show the last finished one.

use crate::fixture::{at, recipe, saved_congress, saved_corpus};
use crate::runs::{analysis, saved_analysis};
use domain::analysis::Place;
use domain::id::AnalysisId;
use domain::reading::{Figures, Home, QuotePage, RunState, ThemeLine};
use storage::StorageError;

fn verbatims(lines: &[ThemeLine]) -> u32 {
    lines.iter().map(|line| line.verbatims).sum()
}

on_both! {
    async fn a_congress_without_a_run_says_so(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        saved_corpus(&db.storage, congress.id, 5, &mut entropy).await;
        let mut read = db.storage.read().await.unwrap();
        let home = read.home(congress.id).await.unwrap();
        assert_eq!((home.run, home.figures.contributions, home.figures.verbatims), (None, 5, 0));
        assert!(home.themes.is_empty() && home.dots.is_empty() && !home.has_motion);
        assert_eq!(read.themes_page(congress.id).await.unwrap().run, None);
        assert_eq!(read.theme_page(congress.id, 1, 1).await.unwrap(), None);
        assert_eq!(read.weak_page(congress.id, 1).await.unwrap(), None);
        assert!(read.all_verbatims(congress.id).await.unwrap().is_empty());
        assert!(read.all_cards(congress.id).await.unwrap().iter().all(|card| card.place.is_none()));
    }

    async fn a_run_goes_its_way_once(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let corpus = saved_corpus(&db.storage, congress.id, 6, &mut entropy).await;
        let mut work = db.storage.write().await.unwrap();
        let failed = AnalysisId::new(at(1), &mut entropy);
        assert_eq!(work.start_analysis(congress.id, failed, &recipe(), at(1)).await.unwrap(), 1);
        work.fail_analysis(failed, "plus de mémoire", at(2)).await.unwrap();
        assert!(matches!(work.fail_analysis(failed, "encore", at(3)).await, Err(StorageError::RunEnded)));
        let abandoned = AnalysisId::new(at(4), &mut entropy);
        assert_eq!(work.start_analysis(congress.id, abandoned, &recipe(), at(4)).await.unwrap(), 2);
        work.save().await.unwrap();
        assert_eq!(db.storage.read().await.unwrap().home(congress.id).await.unwrap().run, None);
        assert_eq!(db.storage.abandon_runs("interrompue", at(5)).await.unwrap(), 1);
        let mut work = db.storage.write().await.unwrap();
        let mut late = analysis(2, &corpus, &mut entropy);
        late.id = abandoned;
        assert!(matches!(work.finish_analysis(late).await, Err(StorageError::RunEnded)));
        work.save().await.unwrap();
        assert_eq!(saved_analysis(&db.storage, congress.id, &corpus, &mut entropy).await.number, 3);
        let runs = db.storage.read().await.unwrap().runs(congress.id).await.unwrap();
        let states: Vec<_> = runs.iter().map(|run| run.state.clone()).collect();
        let failed = |at, reason: &str| RunState::Failed { at, why: reason.to_owned() };
        assert!(matches!(states[0], RunState::Finished { at: ended, contributions: 6, .. } if ended == at(30)));
        assert_eq!(states[1..], [failed(at(5), "interrompue"), failed(at(2), "plus de mémoire")]);
        assert_eq!(runs[0].recipe, recipe());
    }

    async fn only_a_run_that_nobody_works_on_is_abandoned(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        // Another process, as far as the database can tell.
        let other = storage::Storage::open(&db.url).await.unwrap();
        let alive = AnalysisId::new(at(1), &mut entropy);
        let held = other.hold_run(alive).await.unwrap();
        let mut work = other.write().await.unwrap();
        work.start_analysis(congress.id, alive, &recipe(), at(1)).await.unwrap();
        work.save().await.unwrap();
        assert_eq!(db.storage.abandon_runs("le programme s’est arrêté", at(2)).await.unwrap(), 0);
        let second = other.hold_run(AnalysisId::new(at(2), &mut entropy)).await.unwrap();
        drop((held, second));
        other.close().await;
        // PostgreSQL sees a moment later that a session is gone.
        while db.storage.abandon_runs("le programme s’est arrêté", at(3)).await.unwrap() == 0 {
            tokio::task::yield_now().await;
        }
        let runs = db.storage.read().await.unwrap().runs(congress.id).await.unwrap();
        let state = RunState::Failed { at: at(3), why: "le programme s’est arrêté".to_owned() };
        assert_eq!(runs[0].state, state);
        assert_eq!(db.storage.abandon_runs("encore", at(4)).await.unwrap(), 0);
    }

    async fn a_run_under_way_or_dropped_halfway_is_not_shown(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let corpus = saved_corpus(&db.storage, congress.id, 6, &mut entropy).await;
        saved_analysis(&db.storage, congress.id, &corpus, &mut entropy).await;
        let mut next = analysis(2, &corpus, &mut entropy);
        let mut work = db.storage.write().await.unwrap();
        next.number = work.start_analysis(congress.id, next.id, &next.recipe, at(40)).await.unwrap();
        work.save().await.unwrap();
        let mut work = db.storage.write().await.unwrap();
        work.finish_analysis(next).await.unwrap();
        drop(work);
        let home = db.storage.read().await.unwrap().home(congress.id).await.unwrap();
        assert_eq!(home.run.unwrap().number, 1);
    }

    async fn a_span_keeps_its_id_from_one_run_to_the_next(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let corpus = saved_corpus(&db.storage, congress.id, 6, &mut entropy).await;
        let first = saved_analysis(&db.storage, congress.id, &corpus, &mut entropy).await;
        let second = saved_analysis(&db.storage, congress.id, &corpus, &mut entropy).await;
        let ids = |analysis: &domain::analysis::Analysis| -> Vec<_> {
            analysis.placements.iter().map(|placement| placement.verbatim.id).collect()
        };
        assert_eq!(ids(&first), ids(&second));
        assert_eq!(first.themes[0].typical, second.themes[0].typical);
        assert_eq!(db.storage.read().await.unwrap().home(congress.id).await.unwrap().run.unwrap().number, 2);
    }

    async fn the_sums_of_every_page_hold(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let corpus = saved_corpus(&db.storage, congress.id, 120, &mut entropy).await;
        let analysis = saved_analysis(&db.storage, congress.id, &corpus, &mut entropy).await;
        saved_corpus(&db.storage, congress.id, 125, &mut entropy).await;
        let mut read = db.storage.read().await.unwrap();
        let home = read.home(congress.id).await.unwrap();
        let Figures { verbatims: all, in_themes, weak, unplaced, .. } = home.figures;
        assert_eq!((all, in_themes, weak, unplaced), (240, 120, 60, 60));
        assert_eq!(verbatims(&home.themes), in_themes);
        assert_eq!((home.figures.contributions, home.figures.departements), (125, 2));
        assert_eq!(home.run.as_ref().unwrap().behind, 5);
        assert_eq!(home.dots.len(), 120);
        let places: Vec<_> = home.dots.iter().map(|dot| match dot.place {
            Place::Theme(hue) => hue,
            Place::Weak(_) => 8,
            Place::Unplaced(_) => 9,
        }).collect();
        assert!(places.is_sorted());
        let voices: Vec<_> = home.voices.iter().map(|quote| quote.place.clone().theme().unwrap().rank).collect();
        assert_eq!(voices, [1, 2, 3]);
        let themes = read.themes_page(congress.id).await.unwrap();
        assert_eq!((themes.figures, &themes.themes, themes.run), (home.figures, &home.themes, home.run));
        let first = &themes.themes[0];
        assert_eq!((first.words.len(), first.words[0].form.as_str()), (8, "mot1"));
        assert_eq!(first.voice.as_ref().unwrap().verbatim, analysis.themes[0].typical[0]);
        let quotes = read.all_verbatims(congress.id).await.unwrap();
        assert_eq!(quotes.len(), 240);
        for (stored, placement) in quotes.iter().zip(&analysis.placements) {
            assert_eq!(stored.quote.verbatim, placement.verbatim.id);
            assert_eq!(stored.cut.span, placement.verbatim.span);
            let quote = &stored.quote;
            assert_eq!((quote.ordinal > 1, quote.ordinal < 2), (quote.cut_before, quote.cut_after));
        }
    }

    async fn a_theme_page_counts_its_verbatims_every_way(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let corpus = saved_corpus(&db.storage, congress.id, 240, &mut entropy).await;
        saved_analysis(&db.storage, congress.id, &corpus, &mut entropy).await;
        let mut read = db.storage.read().await.unwrap();
        for rank in 1..=3 {
            let page = read.theme_page(congress.id, rank, 1).await.unwrap().unwrap();
            let total = page.line.verbatims;
            assert_eq!(page.kinds.iter().map(|f| f.count).sum::<u32>(), total);
            assert_eq!(page.colleges.iter().map(|f| f.count).sum::<u32>(), total);
            assert_eq!(page.departements.iter().map(|f| f.count).sum::<u32>(), total);
            assert!(page.departements.is_sorted_by_key(|f| std::cmp::Reverse(f.count)));
            assert_eq!((page.line.words.len(), page.typical.len(), page.verbatims.total), (10, 2, total));
            assert_eq!(page.previous.map(|tag| tag.rank), (rank > 1).then(|| rank - 1));
            assert_eq!(page.next.map(|tag| tag.rank), (rank < 3).then_some(rank + 1));
            assert!(page.line.signatories > 1 && page.line.signatories < page.line.contributions);
        }
        assert_eq!(read.theme_page(congress.id, 4, 1).await.unwrap(), None);
        let last = read.theme_page(congress.id, 1, 99).await.unwrap().unwrap().verbatims;
        assert_eq!((last.page, last.pages, last.quotes.len()), (4, 4, 30));
    }

    async fn what_stands_apart_is_paged_in_the_order_of_contributions(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let corpus = saved_corpus(&db.storage, congress.id, 120, &mut entropy).await;
        saved_analysis(&db.storage, congress.id, &corpus, &mut entropy).await;
        let mut read = db.storage.read().await.unwrap();
        let mut seen = Vec::new();
        for page in 1..=2 {
            let weak = read.weak_page(congress.id, page).await.unwrap().unwrap();
            assert_eq!((weak.verbatims.total, weak.verbatims.pages), (weak.figures.weak, 2));
            seen.extend(weak.verbatims.quotes.into_iter().map(|quote| (quote.number, quote.ordinal)));
        }
        assert_eq!((seen.len(), seen.is_sorted()), (60, true));
        let unplaced = read.unplaced_page(congress.id, 7).await.unwrap().unwrap();
        assert_eq!(unplaced.verbatims.page, 60_u32.div_ceil(QuotePage::SIZE));
        assert!(unplaced.verbatims.quotes.iter().all(|quote| matches!(quote.place, Place::Unplaced(_))));
    }

    async fn many_dots_become_an_even_sample(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let corpus = saved_corpus(&db.storage, congress.id, 1_700, &mut entropy).await;
        saved_analysis(&db.storage, congress.id, &corpus, &mut entropy).await;
        let home = db.storage.read().await.unwrap().home(congress.id).await.unwrap();
        assert_eq!(home.dots.len(), Home::MAX_DOTS);
        let weak = home.dots.iter().filter(|dot| matches!(dot.place, Place::Weak(_))).count();
        let share = weak as f64 / Home::MAX_DOTS as f64;
        let cards = db.storage.read().await.unwrap().all_cards(congress.id).await.unwrap();
        let all = cards.iter().filter(|card| matches!(card.place, Some(Place::Weak(_)))).count();
        assert!((share - all as f64 / 1_700.0).abs() < 0.002);
    }

    async fn an_analysis_that_names_a_foreign_theme_is_refused(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let corpus = saved_corpus(&db.storage, congress.id, 6, &mut entropy).await;
        let mut odd = analysis(1, &corpus, &mut entropy);
        odd.themes.remove(0);
        let mut work = db.storage.write().await.unwrap();
        work.start_analysis(congress.id, odd.id, &odd.recipe, at(1)).await.unwrap();
        assert!(matches!(work.finish_analysis(odd).await, Err(StorageError::Inconsistent(_))));
    }
}
