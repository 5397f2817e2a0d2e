//! Units of work.

use crate::fixture::{contributions, saved_congress, saved_corpus};

on_both! {
    async fn work_that_is_not_saved_did_not_happen(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let mut work = db.storage.write().await.unwrap();
        work.add_contributions(congress.id, None, contributions(0, 3, &mut entropy)).await.unwrap();
        assert_eq!(work.contributions(congress.id).await.unwrap().len(), 3);
        drop(work);
        assert_eq!(saved_corpus(&db.storage, congress.id, 2, &mut entropy).await.len(), 2);
    }

    async fn a_reading_stays_at_its_moment(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let mut before = db.storage.read().await.unwrap();
        assert!(before.contributions(congress.id).await.unwrap().is_empty());
        let after = saved_corpus(&db.storage, congress.id, 2, &mut entropy).await;
        assert_eq!(after.len(), 2);
        assert!(before.contributions(congress.id).await.unwrap().is_empty());
    }

    async fn writers_queue_and_numbers_stay_consecutive(db) {
        let (congress, _) = saved_congress(&db.storage, "essai").await;
        let mut tasks = Vec::new();
        for writer in 0..6 {
            let storage = db.storage.clone();
            tasks.push(tokio::spawn(async move {
                let mut entropy = crate::fixture::Counting((writer as u64 + 1) << 40);
                let mut work = storage.write().await.unwrap();
                let five = contributions(writer * 5, writer * 5 + 5, &mut entropy);
                work.add_contributions(congress.id, None, five).await.unwrap();
                work.save().await.unwrap();
            }));
        }
        for task in tasks {
            task.await.unwrap();
        }
        let all = db.storage.read().await.unwrap().contributions(congress.id).await.unwrap();
        let numbers: Vec<u32> = all.iter().map(|contribution| contribution.number.get()).collect();
        assert_eq!(numbers, (1..=30).collect::<Vec<_>>());
    }
}
