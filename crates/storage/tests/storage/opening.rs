//! Opening, probing, and what addresses give away.

use storage::{Storage, StorageError};

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
