//! Opening, probing, and what addresses give away.

use sqlx::{Connection as _, SqliteConnection};
use storage::{Storage, StorageError};

use crate::fixture::{contributions, saved_congress};

on_both! {
    async fn a_migrated_database_is_ready_and_migrating_again_changes_nothing(db) {
        db.storage.ready().await.unwrap();
        db.storage.migrate().await.unwrap();
        db.storage.ready().await.unwrap();
    }

    async fn a_missing_migration_is_counted(db) {
        db.meddle("DELETE FROM _sqlx_migrations WHERE version > 7").await;
        let behind = async || match db.storage.ready().await {
            Err(StorageError::Behind(missing)) => missing,
            other => panic!("not behind: {other:?}"),
        };
        let missing = behind().await;
        db.meddle("DROP TABLE _sqlx_migrations").await;
        assert!(missing > 0);
        assert_eq!(behind().await, missing + 7);
    }

    async fn stock_is_taken_beside_whoever_reads(db) {
        let reading = db.storage.read().await.unwrap();
        db.storage.take_stock().await.unwrap();
        db.storage.take_stock().await.unwrap();
        drop(reading);
        db.storage.ready().await.unwrap();
    }

    async fn debug_names_the_engine_and_nothing_else(db) {
        assert_eq!(format!("{:?}", db.storage), format!("Storage({:?})", db.storage.engine_name()));
    }
}

#[tokio::test]
async fn a_password_is_in_no_error() {
    for url in [
        "mysql://u:motdepasse@h/b",
        "u:motdepasse",
        "postgres://u:motdepasse@h:port/b",
        "postgres://u:motdepasse@localhost/b?host=/nulle-part",
    ] {
        let error = Storage::open(url).await.unwrap_err();
        let said =
            format!("{error} {error:?} {:?}", std::error::Error::source(&error).map(ToString::to_string));
        assert!(!said.contains("motdepasse"), "{said}");
    }
}

#[tokio::test]
async fn a_sqlite_file_is_safe_from_power_cuts_and_keeps_its_references() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}/a%20b.db", folder.path().display());
    let storage = Storage::open(&url).await.unwrap();
    storage.migrate().await.unwrap();
    assert!(folder.path().join("a b.db").exists());
    assert!(folder.path().join("a b.db-wal").exists());
    storage.close().await;
    let again = Storage::open(&url).await.unwrap();
    again.ready().await.unwrap();
    again.close().await;
}

#[tokio::test]
async fn sqlite_knows_its_rows_once_stock_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}/a.db", folder.path().display());
    let storage = Storage::open(&url).await.unwrap();
    storage.migrate().await.unwrap();
    let (congress, mut entropy) = saved_congress(&storage, "essai").await;
    let mut work = storage.write().await.unwrap();
    work.add_contributions(congress.id, None, contributions(0, 5, &mut entropy)).await.unwrap();
    work.save().await.unwrap();
    storage.take_stock().await.unwrap();
    storage.close().await;
    let mut connection = SqliteConnection::connect(&url).await.unwrap();
    let counted: i64 =
        sqlx::query_scalar("SELECT MAX(CAST(stat AS INTEGER)) FROM sqlite_stat1 WHERE tbl = 'contribution'")
            .fetch_one(&mut connection)
            .await
            .unwrap();
    assert_eq!(counted, 5);
}
