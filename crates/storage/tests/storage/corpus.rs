//! The corpus: filters, facets, search, pages.

use crate::fixture::{Counting, contribution, saved_congress, saved_corpus};
use crate::runs::saved_analysis;
use domain::contribution::Kind;
use domain::id::CongressId;
use domain::member::College;
use domain::reading::{CorpusPage, CorpusQuery, Facet, PlaceFilter};
use storage::{NewContribution, Storage};

fn sum<T>(facets: &[Facet<T>]) -> u32 {
    facets.iter().map(|facet| facet.count).sum()
}

fn all() -> CorpusQuery {
    CorpusQuery { page: 1, ..CorpusQuery::default() }
}

fn stems(words: &str) -> Vec<String> {
    words.split_whitespace().map(str::to_owned).collect()
}

fn numbers(page: &CorpusPage) -> Vec<u32> {
    page.cards.iter().map(|card| card.contribution.number.get()).collect()
}

async fn ask(storage: &Storage, congress: CongressId, query: &CorpusQuery, words: &str) -> CorpusPage {
    storage.read().await.unwrap().corpus_page(congress, query, &stems(words)).await.unwrap()
}

/// Contributions that hold these stems, in order.
async fn saved_stems(storage: &Storage, congress: CongressId, texts: &[&str], entropy: &mut Counting) {
    let one = |(i, text): (usize, &&str)| {
        let mut counts = std::collections::BTreeMap::new();
        for stem in text.split_whitespace() {
            *counts.entry(stem.to_owned()).or_insert(0) += 1;
        }
        NewContribution { stems: counts.into_iter().collect(), ..contribution(i, entropy) }
    };
    let contributions: Vec<NewContribution> = texts.iter().enumerate().map(one).collect();
    let mut work = storage.write().await.unwrap();
    work.add_contributions(congress, None, contributions).await.unwrap();
    work.save().await.unwrap();
}

on_both! {
    async fn pages_follow_each_other_and_end_at_the_last(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let empty = ask(&db.storage, congress.id, &all(), "").await;
        assert_eq!((empty.corpus, empty.total, empty.page, empty.pages), (0, 0, 1, 1));
        saved_corpus(&db.storage, congress.id, 45, &mut entropy).await;
        let mut seen = Vec::new();
        for page in 1..=3 {
            seen.extend(numbers(&ask(&db.storage, congress.id, &CorpusQuery { page, ..all() }, "").await));
        }
        assert_eq!(seen, (1..=45).collect::<Vec<_>>());
        for page in [3, 4, u32::MAX] {
            let last = ask(&db.storage, congress.id, &CorpusQuery { page, ..all() }, "").await;
            assert_eq!((last.page, last.pages, last.cards.len()), (3, 3, 5));
        }
    }

    async fn every_filter_agrees_with_its_facet(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let corpus = saved_corpus(&db.storage, congress.id, 60, &mut entropy).await;
        saved_analysis(&db.storage, congress.id, &corpus[..50], &mut entropy).await;
        for words in ["", "pair"] {
            let whole = ask(&db.storage, congress.id, &all(), words).await;
            assert_eq!(whole.total, if words.is_empty() { 60 } else { 30 });
            for facet in &whole.facets.kinds {
                let Some(kind) = facet.value else { continue };
                let page = ask(&db.storage, congress.id, &CorpusQuery { kind: Some(kind), ..all() }, words).await;
                assert_eq!(page.total, facet.count);
                assert!(page.cards.iter().all(|card| card.kind == Some(kind)));
                assert_eq!(sum(&page.facets.kinds), whole.total);
                assert_eq!(sum(&page.facets.places), page.total);
            }
            for facet in &whole.facets.places {
                let place = Some(facet.value);
                let page = ask(&db.storage, congress.id, &CorpusQuery { place, ..all() }, words).await;
                assert_eq!((page.total, sum(&page.facets.places)), (facet.count, whole.total));
                assert_eq!(page.cards.len(), page.total.min(CorpusPage::SIZE) as usize);
            }
            for facet in &whole.facets.departements {
                let departement = Some(facet.value.clone());
                let page = ask(&db.storage, congress.id, &CorpusQuery { departement, ..all() }, words).await;
                assert_eq!((page.total, sum(&page.facets.departements)), (facet.count, whole.total));
                assert_eq!(page.cards.len(), page.total.min(CorpusPage::SIZE) as usize);
            }
            for facet in &whole.facets.colleges {
                let college = Some(facet.value);
                let page = ask(&db.storage, congress.id, &CorpusQuery { college, ..all() }, words).await;
                assert_eq!((page.total, sum(&page.facets.colleges)), (facet.count, whole.total));
                assert!(page.cards.iter().all(|card| card.contribution.signature.college == facet.value));
            }
        }
    }

    async fn facets_come_in_a_stable_order_with_what_was_chosen(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let corpus = saved_corpus(&db.storage, congress.id, 60, &mut entropy).await;
        saved_analysis(&db.storage, congress.id, &corpus[..50], &mut entropy).await;
        let query = CorpusQuery { departement: Some("99".to_owned()), ..all() };
        let page = ask(&db.storage, congress.id, &query, "").await;
        let departements: Vec<_> = page.facets.departements.iter().map(|f| (f.value.as_str(), f.count > 0)).collect();
        assert_eq!(departements, [("", true), ("29", true), ("2A", true), ("99", false)]);
        let whole = ask(&db.storage, congress.id, &all(), "").await.facets;
        let kinds: Vec<_> = whole.kinds.iter().map(|facet| facet.value).collect();
        assert_eq!(kinds, [Some(Kind::Situation), Some(Kind::Idea), Some(Kind::Action), None]);
        let places: Vec<_> = whole.places.iter().map(|facet| (facet.value, facet.label.as_str())).collect();
        assert_eq!(places[0], (PlaceFilter::Theme(1), "Thème 1"));
        let apart: Vec<_> = places[3..].iter().map(|(place, _)| *place).collect();
        assert_eq!(apart, [PlaceFilter::Weak, PlaceFilter::Unplaced, PlaceFilter::Unread]);
        assert_eq!(whole.colleges.iter().map(|f| f.value).collect::<Vec<_>>(), College::ALL);
    }

    async fn the_best_answers_come_first_and_ties_by_number(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let texts = [
            "pont route eau",
            "pont pont pont",
            "pont et beaucoup d autres choses bien plus longues",
            "pont route eau",
            "rare eau",
            "rien",
        ];
        saved_stems(&db.storage, congress.id, &texts, &mut entropy).await;
        let pont = ask(&db.storage, congress.id, &all(), "pont").await;
        assert_eq!((pont.total, numbers(&pont)), (4, vec![2, 1, 4, 3]));
        assert_eq!(numbers(&ask(&db.storage, congress.id, &all(), "eau").await), [5, 1, 4]);
    }

    async fn every_word_is_needed_unless_none_holds_them_all(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let texts = ["pont route", "pont eau", "route", "ciel"];
        saved_stems(&db.storage, congress.id, &texts, &mut entropy).await;
        let found = async |words: &str| numbers(&ask(&db.storage, congress.id, &all(), words).await);
        assert_eq!(found("pont route").await, [1]);
        assert_eq!(found("pont pont").await, [1, 2]);
        assert_eq!(found("eau route").await, [2, 3, 1]);
        assert_eq!(found("pont inconnu").await, [1, 2]);
        assert_eq!(found("inconnu").await, [0_u32; 0]);
        assert_eq!(found("a b c d e f g pont ciel").await, [1, 2]);
    }

    async fn a_search_as_you_type_completes_the_last_word(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let texts = ["numer pont", "numer eau", "numero", "ciel"];
        saved_stems(&db.storage, congress.id, &texts, &mut entropy).await;
        let mut read = db.storage.read().await.unwrap();
        for (words, expected) in [
            ("num", vec![1, 2]),
            ("numero", vec![3]),
            ("numer", vec![1, 2]),
            ("eau nu", vec![2]),
            ("ciel numero", vec![3, 4]),
            ("zzz", vec![]),
            ("", vec![]),
        ] {
            let cards = read.quick_search(congress.id, &stems(words), 10).await.unwrap();
            let mut numbers: Vec<u32> = cards.iter().map(|card| card.contribution.number.get()).collect();
            numbers.sort_unstable();
            assert_eq!(numbers, expected, "{words}");
        }
        assert_eq!(read.quick_search(congress.id, &stems("num"), 1).await.unwrap().len(), 1);
    }
}
