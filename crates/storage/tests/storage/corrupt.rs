//! What the domain refuses is named by table, column and row.

use crate::fixture::{saved_congress, saved_corpus};
use crate::harness::Db;
use crate::runs::saved_analysis;
use domain::id::CongressId;
use domain::reading::CorpusQuery;
use storage::StorageError;

fn named<T: std::fmt::Debug>(result: Result<T, StorageError>) -> (&'static str, &'static str) {
    match result {
        Err(StorageError::Corrupt { table, column, row }) => {
            assert!(!row.is_empty());
            (table, column)
        }
        other => panic!("not corrupt: {other:?}"),
    }
}

async fn spoil(db: &Db, sql: &str) -> storage::Reading {
    db.meddle(sql).await;
    db.storage.read().await.unwrap()
}

async fn prepared(db: &Db) -> CongressId {
    let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
    let corpus = saved_corpus(&db.storage, congress.id, 24, &mut entropy).await;
    saved_analysis(&db.storage, congress.id, &corpus, &mut entropy).await;
    congress.id
}

on_both! {
    async fn a_contribution(db) {
        let congress = prepared(&db).await;
        for (column, sql) in [
            ("college", "UPDATE contribution SET college = 'rois' WHERE number = 2"),
            ("channel", "UPDATE contribution SET channel = 'pigeon' WHERE number = 2"),
            ("kind", "UPDATE contribution SET kind = 'humeur' WHERE number = 2"),
            ("body", "UPDATE contribution SET body = ' ' WHERE number = 2"),
            ("number", "UPDATE contribution SET number = 5000000000 WHERE number = 2"),
        ] {
            assert_eq!(named(spoil(&db, sql).await.contributions(congress).await), ("contribution", column));
            let repair = "UPDATE contribution SET number = 2, college = 'elus', channel = 'ligne', kind = NULL, body = 'x'
                          WHERE number IN (2, 5000000000)";
            spoil(&db, repair).await.contributions(congress).await.unwrap();
        }
    }

    async fn a_row_is_named_by_its_key(db) {
        let congress = prepared(&db).await;
        let id = db.storage.read().await.unwrap().contributions(congress).await.unwrap()[1].id;
        let result = spoil(&db, "UPDATE contribution SET college = 'rois' WHERE number = 2").await;
        let mut read = result;
        let said = read.contributions(congress).await.unwrap_err().to_string();
        assert_eq!(said, format!("corrupt data in table contribution, column college, row {id}"));
    }

    async fn a_congress_or_a_phase(db) {
        prepared(&db).await;
        let mut read = spoil(&db, "UPDATE phase SET kind = 'sieste' WHERE rank = 1").await;
        assert_eq!(named(read.congresses().await), ("phase", "kind"));
        drop(read);
        let mut read = spoil(&db, "UPDATE congress SET slug = 'É'").await;
        assert_eq!(named(read.congresses().await), ("congress", "slug"));
    }

    async fn a_span_that_cuts_a_character_or_leaves_the_text(db) {
        let congress = prepared(&db).await;
        // « É » takes the bytes 0 and 1.
        let mut read = spoil(&db, "UPDATE verbatim SET start_byte = 1 WHERE start_byte = 0").await;
        assert_eq!(named(read.all_verbatims(congress).await), ("verbatim", "start_byte"));
        drop(read);
        let mut read = spoil(&db, "UPDATE verbatim SET start_byte = 0, end_byte = 9999 WHERE start_byte = 1").await;
        assert_eq!(named(read.all_verbatims(congress).await), ("verbatim", "end_byte"));
    }

    async fn a_place_or_a_run(db) {
        let congress = prepared(&db).await;
        let mut read = spoil(&db, "UPDATE placement SET reason = 'perdu' WHERE place = 'faible'").await;
        assert_eq!(named(read.weak_page(congress, 1).await), ("placement", "reason"));
        drop(read);
        let mut read = spoil(&db, "UPDATE contribution_place SET place = 'nulle-part' WHERE place = 'faible'").await;
        assert_eq!(named(read.all_cards(congress).await), ("contribution_place", "place"));
        let query = CorpusQuery::default();
        assert_eq!(named(read.corpus_page(congress, &query, &[]).await), ("contribution_place", "place"));
        drop(read);
        let mut read = spoil(&db, "UPDATE analysis SET state = 'perdue' WHERE number = 1").await;
        assert_eq!(named(read.runs(congress).await), ("analysis", "state"));
    }
}
