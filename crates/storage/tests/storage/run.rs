//! A run stored whole, and what pages read of it.

use crate::fixture::{at, recipe, saved_congress, saved_corpus};
use crate::runs::{saved_analysis, saved_as};
use domain::analysis::Analysis;
use domain::contribution::ContributionNumber;
use domain::id::AnalysisId;
use domain::reading::{QuotePage, RunState};
use std::collections::BTreeSet;

/// The run in which the themes of `before` go on under ranks turned by one, and the first contribution's verbatims are gone.
fn turned(before: &Analysis, after: &mut Analysis) {
    after.recipe.predecessor = Some(before.id);
    for theme in &mut after.themes {
        theme.continues = before.themes.get((theme.rank % 3) as usize).map(|theme| theme.id);
    }
    // Of the last theme, nothing goes on.
    after.themes[2].continues = None;
}

on_both! {
    async fn a_run_comes_back_as_it_was_stored(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let corpus = saved_corpus(&db.storage, congress.id, 40, &mut entropy).await;
        let first = saved_analysis(&db.storage, congress.id, &corpus, &mut entropy).await;
        let second =
            saved_as(&db.storage, congress.id, &corpus, &mut entropy, |run| turned(&first, run)).await;
        let mut read = db.storage.read().await.unwrap();
        assert_eq!(read.analysis(congress.id, 1).await.unwrap(), Some(first));
        assert_eq!(read.run_shown(congress.id).await.unwrap(), Some((second.id, 2)));
        assert_eq!(read.model(second.id).await.unwrap(), Some(second.model.clone()));
        let order: Vec<_> = second.placements.iter().map(|placement| placement.verbatim.id).collect();
        assert_eq!(read.in_order(second.id).await.unwrap(), order);
        assert_eq!(read.analysis(congress.id, 2).await.unwrap(), Some(second));
        assert_eq!(read.analysis(congress.id, 3).await.unwrap(), None);
    }

    async fn progress_is_told_until_the_end(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        saved_corpus(&db.storage, congress.id, 3, &mut entropy).await;
        let id = AnalysisId::new(at(1), &mut entropy);
        let mut work = db.storage.write().await.unwrap();
        work.start_analysis(congress.id, id, &recipe(), at(1)).await.unwrap();
        work.progress(id, 2, 8).await.unwrap();
        assert_eq!(work.runs(congress.id).await.unwrap()[0].state, RunState::Running { step: 2, steps: 8 });
        assert_eq!(work.analysis(congress.id, 1).await.unwrap(), None);
        work.fail_analysis(id, "interrompue", at(102)).await.unwrap();
        work.progress(id, 3, 8).await.unwrap();
        let failed = RunState::Failed { at: at(102), why: "interrompue".to_owned() };
        assert_eq!(work.runs(congress.id).await.unwrap()[0].state, failed);
    }

    async fn the_map_holds_all_that_could_be_compared(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let corpus = saved_corpus(&db.storage, congress.id, 60, &mut entropy).await;
        assert_eq!(db.storage.read().await.unwrap().map_page(congress.id).await.unwrap(), None);
        let run = saved_analysis(&db.storage, congress.id, &corpus, &mut entropy).await;
        let map = db.storage.read().await.unwrap().map_page(congress.id).await.unwrap().unwrap();
        let figures = map.figures;
        assert_eq!(map.points.len(), (figures.verbatims - figures.unplaced) as usize);
        assert_eq!(map.landmarks, Some(12));
        let regions: Vec<_> = map.regions.iter().map(|region| (region.tag.rank, region.verbatims)).collect();
        let held = |rank| u32::try_from(map.points.iter().filter(|p| p.theme == Some(rank)).count()).unwrap();
        assert_eq!(regions, [(1, held(1)), (2, held(2))]);
        assert_eq!(Some(&map.regions[0].region), run.themes[0].region.as_ref());
        let placed = run.placements.iter().filter_map(|placement| placement.point);
        assert!(placed.eq(map.points.iter().map(|point| point.point)));
        for (point, contribution) in map.points.iter().map(|p| (p, &corpus[p.number.get() as usize - 1])) {
            assert_eq!(point.areas.len(), contribution.areas.len());
            assert_eq!(point.college, contribution.signature.college);
        }
    }

    async fn the_tree_counts_people_once_at_every_node(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let corpus = saved_corpus(&db.storage, congress.id, 90, &mut entropy).await;
        let run = saved_analysis(&db.storage, congress.id, &corpus, &mut entropy).await;
        let mut read = db.storage.read().await.unwrap();
        let tree = read.tree_page(congress.id).await.unwrap().unwrap();
        assert_eq!(Some(&tree.choice), run.choice.as_ref());
        let below = |node: usize| -> u32 {
            tree.nodes.iter().filter(|other| other.parent == u32::try_from(node).ok()).map(|n| n.verbatims).sum()
        };
        assert_eq!(tree.nodes[0].verbatims, tree.figures.in_themes);
        for (i, node) in tree.nodes.iter().enumerate() {
            match &node.theme {
                Some(line) => {
                    assert_eq!((node.verbatims, node.signatories), (line.verbatims, line.signatories));
                }
                None => assert_eq!(node.verbatims, below(i), "node {i}"),
            }
        }
        let people = |wanted: &[u32]| -> usize {
            let ids: Vec<_> = run.themes.iter().filter(|t| wanted.contains(&t.rank)).map(|t| t.id).collect();
            let of = run.placements.iter().filter(|p| p.place.theme().is_some_and(|id| ids.contains(&id)));
            let signed = of.map(|p| corpus.iter().find(|c| c.id == p.verbatim.contribution).unwrap());
            signed
                .filter(|c| c.signature.name.is_some() || c.signature.mandate.is_some())
                .map(|c| format!("{:?}", (&c.signature.name, &c.signature.mandate, c.signature.territory.as_ref().map(|t| &t.code))))
                .collect::<BTreeSet<_>>()
                .len()
        };
        assert_eq!(tree.nodes[0].signatories as usize, people(&[1, 2, 3]));
        assert_eq!(tree.nodes[2].signatories as usize, people(&[2, 3]));
    }

    async fn a_theme_page_says_it_whole(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let corpus = saved_corpus(&db.storage, congress.id, 60, &mut entropy).await;
        let run = saved_analysis(&db.storage, congress.id, &corpus, &mut entropy).await;
        let mut read = db.storage.read().await.unwrap();
        let page = read.theme_page(congress.id, 2, 1).await.unwrap().unwrap();
        assert_eq!(page.path, ["Tout", "Les autres"]);
        assert!(page.says.is_sorted_by_key(|(kind, _)| *kind) && page.says.iter().all(|(_, quotes)| !quotes.is_empty()));
        assert!(page.says.iter().all(|(kind, quotes)| quotes.iter().all(|quote| quote.kind == *kind)));
        let said: BTreeSet<_> = page.says.iter().flat_map(|(_, quotes)| quotes).map(|quote| quote.verbatim).collect();
        assert_eq!(said, run.themes[1].says.iter().copied().collect());
        let divide = &page.divides[0];
        let stored = &run.themes[1].divides[0];
        assert_eq!((divide.one.verbatim, divide.other.verbatim, &divide.about), (stored.one, stored.other, &stored.about));
        // Two areas a contribution at most: each of its verbatims counts in both.
        let page = read.theme_page(congress.id, 1, 1).await.unwrap().unwrap();
        let own = page.verbatims.total;
        let without = page.areas.last().filter(|facet| facet.value == 0).map_or(0, |facet| facet.count);
        let named: u32 = page.areas.iter().filter(|facet| facet.value > 0).map(|facet| facet.count).sum();
        assert!(without > 0 && named >= own - without);
        assert_eq!((page.areas[0].value, page.areas[0].label.as_str()), (1, "Zones"));
    }

    async fn neighbours_are_quoted_beside_each_verbatim(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let corpus = saved_corpus(&db.storage, congress.id, 20, &mut entropy).await;
        let run = saved_analysis(&db.storage, congress.id, &corpus, &mut entropy).await;
        let mut read = db.storage.read().await.unwrap();
        let number = ContributionNumber::new(1);
        let page = read.contribution_page(congress.id, number).await.unwrap().unwrap();
        let stored = &run.placements[0].neighbours;
        let read_back = &page.verbatims[0].neighbours;
        assert_eq!(read_back.len(), 3);
        for (line, near) in read_back.iter().zip(stored) {
            assert_eq!((line.quote.verbatim, line.closeness, line.twin), (near.verbatim, near.closeness, near.twin));
        }
        let asked = [(number, 2), (number, 3), (number, 1)];
        let quotes = read.verbatim_quotes(congress.id, &asked).await.unwrap();
        let ids: Vec<_> = quotes.iter().map(|quote| quote.verbatim).collect();
        assert_eq!(ids, [page.verbatims[1].id, page.verbatims[0].id]);
        let lines = read.nearest_lines(run.id, &[(stored[1].verbatim, 0.5), (stored[0].verbatim, 0.25)]).await.unwrap();
        let named: Vec<_> = lines.iter().map(|line| (line.quote.verbatim, line.closeness)).collect();
        assert_eq!(named, [(stored[1].verbatim, 0.5), (stored[0].verbatim, 0.25)]);
    }

    async fn words_find_the_verbatims_of_the_contributions_that_hold_them(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let corpus = saved_corpus(&db.storage, congress.id, 12, &mut entropy).await;
        saved_analysis(&db.storage, congress.id, &corpus[..10], &mut entropy).await;
        let mut read = db.storage.read().await.unwrap();
        let stems = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let mut ask = async |words: &[&str]| read.verbatims_holding(congress.id, &stems(words)).await.unwrap();
        let (looked_for, held) = ask(&["pair", "propre"]).await;
        assert_eq!(looked_for, ["pair", "propre0"]);
        assert_eq!(held.len(), 2);
        assert_eq!((held[1].number.get(), held[1].ordinal, held[1].text.as_str()), (1, 2, "Seconde phrase 0…"));
        // No contribution is both: one is enough. The two that came since aren't in the run.
        assert_eq!(ask(&["propre1", "propre2"]).await.1.len(), 4);
        assert_eq!(ask(&["tout"]).await.1.len(), 20);
        assert!(ask(&["xylophone"]).await.1.is_empty());
    }

    async fn what_moved_is_counted_once_and_shown_by_page(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let corpus = saved_corpus(&db.storage, congress.id, 100, &mut entropy).await;
        let first = saved_analysis(&db.storage, congress.id, &corpus[..90], &mut entropy).await;
        let second = saved_as(&db.storage, congress.id, &corpus[5..], &mut entropy, |run| turned(&first, run)).await;
        let mut read = db.storage.read().await.unwrap();
        let whole = read.comparison(congress.id, (2, 1), 1).await.unwrap().unwrap();
        assert_eq!((whole.before.number, whole.after.number, whole.after.predecessor), (1, 2, Some(1)));
        assert_eq!((whole.shared, whole.arrived, whole.gone), (170, 20, 10));
        assert_eq!(whole.stayed + whole.moved, whole.shared);
        assert_eq!(whole.flows.iter().map(|flow| flow.verbatims).sum::<u32>(), whole.moved);
        assert!(whole.flows.is_sorted_by_key(|flow| std::cmp::Reverse(flow.verbatims)));
        let ranks = |tags: &[domain::reading::ThemeTag]| tags.iter().map(|tag| tag.rank).collect::<Vec<_>>();
        assert_eq!((ranks(&whole.born), ranks(&whole.ended)), (vec![3], vec![1]));
        let mut seen = Vec::new();
        for page in 1..=whole.pages {
            let page = read.comparison(congress.id, (1, 2), page).await.unwrap().unwrap();
            assert!(page.verbatims.len() <= QuotePage::SIZE as usize);
            seen.extend(page.verbatims);
        }
        assert_eq!(seen.len(), whole.moved as usize);
        assert!(seen.is_sorted_by_key(|(quote, _)| (quote.number, quote.ordinal)));
        for (quote, was) in &seen {
            let before = first.placements.iter().find(|p| p.verbatim.id == quote.verbatim).unwrap();
            let stood = before.place.theme().map(|id| first.themes.iter().find(|theme| theme.id == id).unwrap().rank);
            assert_eq!(was.clone().theme().map(|tag| tag.rank), stood);
        }
        assert!(read.comparison(congress.id, (1, 3), 1).await.unwrap().is_none());
        let alike = read.comparison(congress.id, (2, 2), 1).await.unwrap().unwrap();
        assert_eq!((alike.shared, alike.agreement), (u32::try_from(second.placements.len()).unwrap(), 1.0));
    }

    async fn runs_that_share_no_past_are_compared_by_what_their_themes_hold(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let corpus = saved_corpus(&db.storage, congress.id, 60, &mut entropy).await;
        saved_analysis(&db.storage, congress.id, &corpus, &mut entropy).await;
        saved_analysis(&db.storage, congress.id, &corpus, &mut entropy).await;
        let same = db.storage.read().await.unwrap().comparison(congress.id, (1, 2), 1).await.unwrap().unwrap();
        assert_eq!((same.moved, same.agreement, same.born.len(), same.ended.len()), (0, 1.0, 0, 0));
    }
}
