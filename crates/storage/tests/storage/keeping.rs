//! Backups: what one engine held, the other holds, to the last bit; and what is refused.

use domain::id::CongressId;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, SqliteConnection};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use storage::{KeepingError, LEFT_OUT, Reading, Restoration, Storage, StorageError, Table};

use crate::fixture::{Counting, contributions, saved_congress, saved_corpus};
use crate::harness::{Db, Empty};

/// A database as lines.
type Kept = Vec<(Table, Vec<u8>)>;

async fn kept(reading: &mut Reading) -> Kept {
    let mut kept = Vec::new();
    for table in reading.tables().await.unwrap() {
        let mut lines = Vec::new();
        let sink = |line: &[u8]| {
            lines.extend_from_slice(line);
            Ok::<_, StorageError>(())
        };
        let rows = reading.pour(&table, sink).await.unwrap();
        assert_eq!(rows as usize, lines.iter().filter(|byte| **byte == b'\n').count());
        kept.push((table, lines));
    }
    kept
}

async fn kept_of(url: &str) -> Kept {
    let storage = Storage::open_existing(url).await.unwrap();
    storage.ready().await.unwrap();
    let kept = kept(&mut storage.read().await.unwrap()).await;
    storage.close().await;
    kept
}

/// Fills the database at `url`, in the reverse order of names so that rows come before those that they refer to.
async fn restored(url: &str, schema: i64, kept: &Kept) -> Result<(), StorageError> {
    let mut restoration = Restoration::begin(url, schema).await?;
    let tables: Vec<Table> = kept.iter().map(|(table, _)| table.clone()).collect();
    restoration.expect(&tables, &[]).await?;
    for (table, lines) in kept.iter().rev() {
        let mut lines = lines.split_inclusive(|byte| *byte == b'\n');
        let next = |line: &mut Vec<u8>| {
            let Some(found) = lines.next() else { return Ok(false) };
            line.clear();
            line.extend_from_slice(found.strip_suffix(b"\n").unwrap());
            Ok::<_, StorageError>(true)
        };
        restoration.load(table, next).await?;
    }
    assert_eq!(self::kept(&mut restoration).await, *kept);
    restoration.finish().await
}

async fn schema(storage: &Storage) -> i64 {
    storage.read().await.unwrap().schema().await.unwrap().unwrap()
}

/// Something in most tables.
async fn filled(db: &Db) -> CongressId {
    let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
    let corpus = saved_corpus(&db.storage, congress.id, 24, &mut entropy).await;
    let analysis = crate::runs::saved_analysis(&db.storage, congress.id, &corpus, &mut entropy).await;
    let person = crate::people::person(congress.id, "Zoé Été", &mut entropy);
    assert!(crate::people::saved(&db.storage, &person).await);
    let mut work = db.storage.write().await.unwrap();
    work.save_motion(&crate::motion::motion(&analysis, &corpus, &mut entropy)).await.unwrap();
    let letter = crate::mail::letter(&congress, 60, domain::mail::Purpose::Invitation, &mut entropy);
    assert!(work.queue_letter(&letter).await.unwrap());
    work.save().await.unwrap();
    db.meddle("UPDATE congress SET summary = '\\N', question = 'a\tb\\t\r\n🧭'").await;
    congress.id
}

/// Every constraint of PostgreSQL; none of SQLite, which keeps them in the schema.
async fn constraints(url: &str) -> Vec<(String, String)> {
    if url.starts_with("sqlite:") {
        return Vec::new();
    }
    let mut connection = PgConnection::connect(url).await.unwrap();
    sqlx::query_as(
        "SELECT CAST(conrelid AS regclass)::text || conname, pg_get_constraintdef(oid) FROM pg_constraint ORDER BY 1",
    )
    .fetch_all(&mut connection)
    .await
    .unwrap()
}

/// Whether the engine takes that statement.
async fn takes(url: &str, sql: &'static str) -> bool {
    if url.starts_with("sqlite:") {
        let mut connection = SqliteConnection::connect(url).await.unwrap();
        sqlx::raw_sql(sql).execute(&mut connection).await.is_ok()
    } else {
        let mut connection = PgConnection::connect(url).await.unwrap();
        sqlx::raw_sql(sql).execute(&mut connection).await.is_ok()
    }
}

on_both! {
    async fn what_one_engine_held_fills_either(db) {
        let congress = filled(&db).await;
        let all = kept(&mut db.storage.read().await.unwrap()).await;
        let schema = schema(&db.storage).await;
        for empty in Empty::both().await {
            restored(&empty.url, schema, &all).await.unwrap();
            assert_eq!(kept_of(&empty.url).await, all);
            if empty.url.starts_with("sqlite:") == db.url.starts_with("sqlite:") {
                assert_eq!(constraints(&empty.url).await, constraints(&db.url).await);
            }
            assert!(!takes(&empty.url, "DELETE FROM congress").await, "references are heeded again");
            // Numbers that the engine gives go on.
            let storage = Storage::open(&empty.url).await.unwrap();
            let mut work = storage.write().await.unwrap();
            let more = contributions(100, 103, &mut Counting(7 << 50));
            work.add_contributions(congress, None, more).await.unwrap();
            work.save().await.unwrap();
            storage.close().await;
            empty.clear().await;
        }
    }

    async fn a_table_of_a_later_migration_is_kept(db) {
        db.meddle("CREATE TABLE plus_tard (id TEXT NOT NULL PRIMARY KEY)").await;
        db.meddle("INSERT INTO plus_tard (id) VALUES ('é'), ('Z'), ('a')").await;
        let kept = kept(&mut db.storage.read().await.unwrap()).await;
        let (table, lines) = kept.iter().find(|(table, _)| table.name == "plus_tard").unwrap();
        assert_eq!((table.columns.len(), lines.as_slice()), (1, "Z\na\né\n".as_bytes()));
    }

    async fn only_named_tables_are_left_out(db) {
        let asked = if db.url.starts_with("sqlite:") {
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
        } else {
            "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
        };
        let mut all = names(&db.url, asked).await;
        for left_out in LEFT_OUT.map(|left_out| left_out.table).into_iter().chain(["_sqlx_migrations"]) {
            let at = all.iter().position(|name| name == left_out);
            all.remove(at.unwrap_or_else(|| panic!("{left_out} isn't a table")));
        }
        all.sort();
        let tables = db.storage.read().await.unwrap().tables().await.unwrap();
        assert_eq!(tables.into_iter().map(|table| table.name).collect::<Vec<_>>(), all);
    }

    async fn what_a_backup_cannot_hold_is_said(db) {
        db.meddle("CREATE TABLE sans_ordre (id TEXT NOT NULL)").await;
        let refused = db.storage.read().await.unwrap().tables().await.unwrap_err();
        assert!(matches!(refused, StorageError::Keeping(KeepingError::Unordered(table)) if table == "sans_ordre"));
        db.meddle("DROP TABLE sans_ordre; CREATE TABLE a_date (id DATE NOT NULL PRIMARY KEY)").await;
        let refused = db.storage.read().await.unwrap().tables().await.unwrap_err();
        assert!(matches!(refused, StorageError::Keeping(KeepingError::Unportable { table, .. }) if table == "a_date"));
    }

    async fn nothing_is_ever_replaced(db) {
        filled(&db).await;
        let before = kept(&mut db.storage.read().await.unwrap()).await;
        let refused = restored(&db.url, schema(&db.storage).await, &before).await.unwrap_err();
        assert!(matches!(refused, StorageError::Keeping(KeepingError::Occupied(_))), "{refused}");
        let refused = restored(&db.url, 9_999, &before).await.unwrap_err();
        assert!(matches!(refused, StorageError::Keeping(KeepingError::Newer(9_999))), "{refused}");
        assert_eq!(kept(&mut db.storage.read().await.unwrap()).await, before);
    }

    async fn what_is_refused_leaves_the_database_empty(db) {
        filled(&db).await;
        let all = kept(&mut db.storage.read().await.unwrap()).await;
        let schema = schema(&db.storage).await;
        let without = |name: &str| -> Kept {
            all.iter().map(|(table, lines)| {
                let lines = if table.name == name { Vec::new() } else { lines.clone() };
                (table.clone(), lines)
            }).collect()
        };
        for empty in Empty::both().await {
            let refused = restored(&empty.url, schema, &without("congress")).await.unwrap_err();
            assert!(matches!(refused, StorageError::Keeping(KeepingError::Dangling(_))), "{refused}");
            let refused = restored(&empty.url, schema, &all[1..].to_vec()).await.unwrap_err();
            assert!(matches!(refused, StorageError::Keeping(KeepingError::Unlike(_))), "{refused}");
            let storage = Storage::open_existing(&empty.url).await.unwrap();
            assert_eq!(storage.read().await.unwrap().schema().await.unwrap(), None);
            storage.close().await;
            restored(&empty.url, schema, &all).await.unwrap();
            empty.clear().await;
        }
    }

    async fn tables_of_somebody_else_are_left_alone(db) {
        assert!(db.storage.read().await.unwrap().schema().await.unwrap().is_some());
        for empty in Empty::both().await {
            drop(Storage::open(&empty.url).await.unwrap());
            assert!(takes(&empty.url, "CREATE TABLE autre (id TEXT NOT NULL PRIMARY KEY)").await);
            let refused = Restoration::begin(&empty.url, 1).await.err().unwrap();
            assert!(matches!(refused, StorageError::Keeping(KeepingError::Occupied(table)) if table == "autre"));
            empty.clear().await;
        }
    }

    async fn an_older_schema_is_filled_and_brought_up_to_date(db) {
        // The migrated database has no row: it goes back, then forward again.
        let mut old = Restoration::begin(&db.url, 3).await.unwrap();
        let tables = old.tables().await.unwrap();
        assert!(tables.iter().all(|table| table.name != "analysis"), "schema 3 has no runs yet");
        let congress = tables.iter().find(|table| table.name == "congress").unwrap();
        let values: BTreeMap<&str, &str> = [
            ("id", "0192aa00000070008000000000000001"), ("slug", "ancien"), ("title", "Ancien"), ("question", ""),
            ("summary", ""), ("organiser", ""), ("fictional", "0"), ("contributions", "0"), ("words", "0"),
            ("analyses", "0"),
        ].into();
        let line: Vec<&str> = congress.columns.iter().map(|column| values[column.name.as_str()]).collect();
        let mut lines = vec![line.join("\t")];
        let next = |buffer: &mut Vec<u8>| {
            let Some(line) = lines.pop() else { return Ok(false) };
            *buffer = line.into_bytes();
            Ok::<_, StorageError>(true)
        };
        assert_eq!(old.load(congress, next).await.unwrap(), 1);
        old.finish().await.unwrap();
        db.storage.ready().await.unwrap();
        let fresh = Storage::open(&db.url).await.unwrap();
        let found = fresh.read().await.unwrap().congress(&"ancien".parse().unwrap()).await.unwrap();
        assert_eq!(found.unwrap().title, "Ancien");
        fresh.close().await;
    }

    async fn what_is_kept_while_others_write_was_true_at_one_moment(db) {
        let (congress, _) = saved_congress(&db.storage, "essai").await;
        let ended = Arc::new(AtomicBool::new(false));
        let (first, mut waiting) = tokio::sync::mpsc::channel(2);
        // Another storage, as another process has.
        let writer = tokio::spawn({
            let (url, ended) = (db.url.clone(), Arc::clone(&ended));
            async move {
                let storage = Storage::open(&url).await.unwrap();
                let mut entropy = Counting(1 << 40);
                for i in (0..).step_by(3).take_while(|_| !ended.load(Ordering::SeqCst)) {
                    let mut work = storage.write().await.unwrap();
                    let three = contributions(i, i + 3, &mut entropy);
                    work.add_contributions(congress.id, None, three).await.unwrap();
                    work.save().await.unwrap();
                    let _ = first.send(()).await;
                }
                storage.close().await;
            }
        });
        let mut sizes = Vec::new();
        for _ in 0..8 {
            waiting.recv().await.unwrap();
            let all = kept(&mut db.storage.read().await.unwrap()).await;
            let rows = |name: &str| {
                let (_, lines) = all.iter().find(|(table, _)| table.name == name).unwrap();
                String::from_utf8(lines.clone()).unwrap().lines().map(str::to_owned).collect::<Vec<_>>()
            };
            let written = rows("contribution").len();
            let (table, _) = all.iter().find(|(table, _)| table.name == "congress").unwrap();
            let at = table.columns.iter().position(|column| column.name == "contributions").unwrap();
            assert_eq!(rows("congress")[0].split('\t').nth(at), Some(written.to_string().as_str()));
            assert!(written.is_multiple_of(3) && rows("posting").len() == 3 * written);
            sizes.push(written);
        }
        ended.store(true, Ordering::SeqCst);
        drop(waiting);
        writer.await.unwrap();
        assert!(sizes.is_sorted() && sizes[0] < sizes[7], "the writer wrote meanwhile: {sizes:?}");
    }
}

pub async fn names(url: &str, asked: &'static str) -> Vec<String> {
    let asked = AssertSqlSafe(asked);
    if url.starts_with("sqlite:") {
        let mut connection = SqliteConnection::connect(url).await.unwrap();
        sqlx::query_scalar(asked).fetch_all(&mut connection).await.unwrap()
    } else {
        let mut connection = PgConnection::connect(url).await.unwrap();
        sqlx::query_scalar(asked).fetch_all(&mut connection).await.unwrap()
    }
}
