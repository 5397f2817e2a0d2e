//! Congresses, phases, enjeux.

use crate::fixture::{Counting, areas, congress, saved_congress};
use storage::StorageError;

on_both! {
    async fn a_congress_comes_back_as_it_went(db) {
        let (first, mut entropy) = saved_congress(&db.storage, "essai").await;
        let mut bare = congress("autre", &mut entropy);
        bare.fictional = false;
        bare.phases.clear();
        let mut work = db.storage.write().await.unwrap();
        work.create_congress(&bare, &[]).await.unwrap();
        work.save().await.unwrap();
        let mut read = db.storage.read().await.unwrap();
        assert_eq!(read.congress(&first.slug).await.unwrap(), Some(first.clone()));
        assert_eq!(read.congress(&"absent".parse().unwrap()).await.unwrap(), None);
        assert_eq!(read.areas(first.id).await.unwrap(), areas());
        assert_eq!(read.congresses().await.unwrap(), [first, bare]);
    }

    async fn an_address_is_given_once(db) {
        let (first, _) = saved_congress(&db.storage, "essai").await;
        let mut work = db.storage.write().await.unwrap();
        let again = congress("essai", &mut Counting(77));
        let refused = work.create_congress(&again, &[]).await;
        assert!(matches!(refused, Err(StorageError::SlugTaken(slug)) if slug == first.slug));
    }

    async fn the_list_of_enjeux_grows_at_its_end(db) {
        let (congress, _) = saved_congress(&db.storage, "essai").await;
        let mut work = db.storage.write().await.unwrap();
        let more = ["Eau", "Air", "Air"].map(str::to_owned);
        work.add_areas(congress.id, &more).await.unwrap();
        assert_eq!(work.areas(congress.id).await.unwrap(), ["Zones", "Écoles", "Eau", "Air"]);
    }
}
