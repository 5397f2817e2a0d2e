//! Taking contributions in, and reading them.

use crate::fixture::{contribution, contributions, import, saved_congress, saved_corpus};
use crate::runs::saved_analysis;
use domain::contribution::ContributionNumber;
use storage::{Added, StorageError};

on_both! {
    async fn every_enum_and_option_comes_back(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let given = contributions(0, 60, &mut entropy);
        let mut work = db.storage.write().await.unwrap();
        work.add_contributions(congress.id, None, given.clone()).await.unwrap();
        work.save().await.unwrap();
        let stored = db.storage.read().await.unwrap().contributions(congress.id).await.unwrap();
        assert_eq!(stored.len(), given.len());
        for ((given, stored), number) in given.into_iter().zip(stored).zip(1..) {
            assert_eq!(stored.number, ContributionNumber::new(number));
            assert_eq!(
                (given.id, given.title, given.body, given.signature, given.channel),
                (stored.id, stored.title, stored.body, stored.signature, stored.channel)
            );
            assert_eq!((given.kind, given.areas, given.received_at), (stored.kind, stored.areas, stored.received_at));
        }
    }

    async fn the_same_file_twice_adds_nothing(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        // More than one chunk, with one line that comes twice in the file.
        let mut lines = contributions(0, 1_200, &mut entropy);
        lines.push(contribution(3, &mut entropy));
        for expected in [(1_200, 1), (0, 1_201)] {
            let file = import(&mut entropy);
            let mut work = db.storage.write().await.unwrap();
            work.start_import(congress.id, &file).await.unwrap();
            let added = work.add_contributions(congress.id, Some(file.id), lines.clone()).await.unwrap();
            assert_eq!(added, Added { added: expected.0, already_there: expected.1 });
            work.save().await.unwrap();
            let imports = db.storage.read().await.unwrap().imports(congress.id).await.unwrap();
            let found = imports.iter().find(|line| line.id == file.id).unwrap();
            assert_eq!((found.added, found.already_there, found.refused), (expected.0, expected.1, 2));
        }
        let all = db.storage.read().await.unwrap().contributions(congress.id).await.unwrap();
        assert_eq!(all.last().unwrap().number.get(), 1_200);
    }

    async fn another_congress_has_its_own_numbers_and_fingerprints(db) {
        let (first, mut entropy) = saved_congress(&db.storage, "essai").await;
        let (second, mut other) = saved_congress(&db.storage, "voisin").await;
        saved_corpus(&db.storage, first.id, 3, &mut entropy).await;
        assert_eq!(saved_corpus(&db.storage, second.id, 2, &mut other).await[0].number.get(), 1);
    }

    async fn an_unknown_enjeu_or_congress_is_refused(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let mut odd = contribution(0, &mut entropy);
        odd.areas = vec!["Ailleurs".to_owned()];
        let mut work = db.storage.write().await.unwrap();
        let refused = work.add_contributions(congress.id, None, vec![odd]).await;
        assert!(matches!(refused, Err(StorageError::UnknownArea(name)) if name == "Ailleurs"));
        drop(work);
        let nowhere = crate::fixture::congress("absent", &mut entropy).id;
        let mut work = db.storage.write().await.unwrap();
        assert!(matches!(work.add_contributions(nowhere, None, vec![]).await, Err(StorageError::Missing(_))));
    }

    async fn a_page_has_its_verbatims_and_neighbours(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let corpus = saved_corpus(&db.storage, congress.id, 24, &mut entropy).await;
        let number = |n| ContributionNumber::new(n);
        let mut read = db.storage.read().await.unwrap();
        let unread = read.contribution_page(congress.id, number(4)).await.unwrap().unwrap();
        assert_eq!((unread.card.kind, unread.card.place.clone(), unread.verbatims.len()), (None, None, 0));
        drop(read);
        let analysis = saved_analysis(&db.storage, congress.id, &corpus, &mut entropy).await;
        let mut read = db.storage.read().await.unwrap();
        assert_eq!(read.contribution_page(congress.id, number(25)).await.unwrap(), None);
        for contribution in &corpus {
            let page = read.contribution_page(congress.id, contribution.number).await.unwrap().unwrap();
            assert_eq!(page.card.contribution, *contribution);
            assert_eq!(page.card.kind_suggested, contribution.kind.is_none());
            assert!(page.card.kind.is_some() && page.card.place.is_some());
            let n = contribution.number.get();
            assert_eq!(page.previous, (n > 1).then(|| number(n - 1)));
            assert_eq!(page.next, (n < 24).then(|| number(n + 1)));
            let stored: Vec<_> = page.verbatims.iter().map(|line| (line.id, line.span.clone())).collect();
            let own = analysis.placements.iter().filter(|p| p.verbatim.contribution == contribution.id);
            assert_eq!(stored, own.map(|p| (p.verbatim.id, p.verbatim.span.clone())).collect::<Vec<_>>());
        }
    }
}
