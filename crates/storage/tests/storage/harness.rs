//! Runs a test on an empty SQLite file and on an empty PostgreSQL database, both thrown away at the end.

use sqlx::{AssertSqlSafe, Connection, PgConnection, SqliteConnection};
use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use storage::Storage;
use tokio::runtime::{Builder, Runtime};

/// Names the server on which databases may be made.
const POSTGRES: &str = "PLENIERE_TEST_POSTGRES";

/// A migrated, empty database.
pub struct Db {
    pub storage: Storage,
    pub url: String,
}

impl Db {
    async fn open(url: String) -> Arc<Self> {
        let storage = Storage::open(&url).await.unwrap();
        storage.migrate().await.unwrap();
        Arc::new(Self { storage, url })
    }

    /// Runs SQL behind the room's back.
    pub async fn meddle(&self, sql: &str) {
        let sql = sqlx::raw_sql(AssertSqlSafe(sql.to_owned()));
        if self.url.starts_with("sqlite:") {
            let mut connection = SqliteConnection::connect(&self.url).await.unwrap();
            sql.execute(&mut connection).await.unwrap();
        } else {
            let mut connection = PgConnection::connect(&self.url).await.unwrap();
            sql.execute(&mut connection).await.unwrap();
        }
    }
}

/// `on_both! { async fn what_is_true(db) { … } }` makes the tests `what_is_true::sqlite` and `what_is_true::postgres`.
macro_rules! on_both {
    ($(async fn $name:ident($db:ident) $body:block)+) => {$(
        async fn $name($db: std::sync::Arc<crate::harness::Db>) $body

        mod $name {
            #[test]
            fn sqlite() {
                crate::harness::on_sqlite(super::$name);
            }

            #[test]
            fn postgres() {
                crate::harness::on_postgres(super::$name);
            }
        }
    )+};
}

fn runtime() -> Runtime {
    Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
}

/// Runs `body`, closes the database, and gives the panic of `body` back only then.
fn run<F>(runtime: &Runtime, db: &Arc<Db>, body: F) -> std::thread::Result<()>
where
    F: Future<Output = ()> + Send + 'static,
{
    let end = runtime.block_on(runtime.spawn(body));
    runtime.block_on(db.storage.close());
    end.map_err(tokio::task::JoinError::into_panic)
}

pub fn on_sqlite<F: Future<Output = ()> + Send + 'static>(body: fn(Arc<Db>) -> F) {
    let folder = tempfile::tempdir().unwrap();
    let runtime = runtime();
    let db = runtime.block_on(Db::open(format!("sqlite://{}/essai.db", folder.path().display())));
    if let Err(panic) = run(&runtime, &db, body(Arc::clone(&db))) {
        std::panic::resume_unwind(panic);
    }
}

pub fn on_postgres<F: Future<Output = ()> + Send + 'static>(body: fn(Arc<Db>) -> F) {
    let Some(server) = server() else { return };
    let name = new_name();
    let runtime = runtime();
    let administer = |sql: String| runtime.block_on(administer(&server, sql));
    administer(format!("CREATE DATABASE {name}"));
    let db = runtime.block_on(Db::open(with_database(&server, &name)));
    let end = run(&runtime, &db, body(Arc::clone(&db)));
    administer(format!("DROP DATABASE {name} WITH (FORCE)"));
    if let Err(panic) = end {
        std::panic::resume_unwind(panic);
    }
}

/// Where databases may be made, if they may.
fn server() -> Option<String> {
    let server = std::env::var(POSTGRES).unwrap_or_else(|_| {
        panic!("{POSTGRES} isn't set: « make test » starts a PostgreSQL and sets it; {POSTGRES}=none skips this half")
    });
    (server != "none").then_some(server)
}

async fn administer(server: &str, sql: String) {
    let mut connection = PgConnection::connect(server).await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut connection).await.unwrap();
}

/// A database without a table, of one engine.
pub struct Empty {
    pub url: String,
    folder: Option<tempfile::TempDir>,
}

impl Empty {
    /// One of each engine; PostgreSQL's is left out where the tests are run without it.
    pub async fn both() -> Vec<Self> {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}/vide.db", folder.path().display());
        let mut both = vec![Self { url, folder: Some(folder) }];
        if let Some(server) = server() {
            let name = new_name();
            administer(&server, format!("CREATE DATABASE {name}")).await;
            both.push(Self { url: with_database(&server, &name), folder: None });
        }
        both
    }

    /// Throws it away. After a panic PostgreSQL's stays, in a cluster that is thrown away too.
    pub async fn clear(self) {
        if self.folder.is_none() {
            let server = server().unwrap();
            let name = self.url.split_once('?').unwrap().0.rsplit_once('/').unwrap().1;
            administer(&server, format!("DROP DATABASE {name} WITH (FORCE)")).await;
        }
    }
}

/// Unique among the processes of this machine.
fn new_name() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    format!("essai_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

/// The server's address with another database.
fn with_database(server: &str, name: &str) -> String {
    let (path, parameters) = server.split_once('?').unwrap_or((server, ""));
    let base = path.rsplit_once('/').map_or(path, |(base, _)| base);
    format!("{base}/{name}?{parameters}")
}
