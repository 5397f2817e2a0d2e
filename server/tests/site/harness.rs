//! An application of its own for each test: a database that nobody else sees, a frozen clock, the real router.

use std::future::Future;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use app::Assets;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use axum::{Router, response::Response};
use domain::congress::Congress;
use domain::id::Entropy;
use domain::member::{Member, Role};
use domain::time::{Clock, Timestamp};
use server::access::{Secret, new_link};
use server::jobs::analyse::{Account, RunOrder, analyse, parameters};
use server::jobs::documents::Desk;
use server::jobs::import::{ImportError, Order, Report, import};
use server::live::Sittings;
use server::present::CountedEntropy;
use server::router::router;
use server::state::{AppState, Site};
use storage::Storage;
use tempfile::TempDir;
use tower::ServiceExt;

/// Saturday 14 November 2026, 10 h 30 in Paris.
pub const NOW: Timestamp = Timestamp::from_micros(1_794_648_600_000_000);

pub struct Frozen;

impl Clock for Frozen {
    fn now(&self) -> Timestamp {
        NOW
    }
}

/// Runs a test on both engines. PostgreSQL is where `PLENIERE_TEST_POSTGRES` says; `none` leaves it out.
pub fn on_both<F: Future<Output = ()>>(test: impl Fn(TestApp) -> F) {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        test(TestApp::sqlite().await).await;
        if let Some(server) = postgres() {
            let (app, name) = TestApp::postgres(&server).await;
            let storage = app.state.storage.clone();
            test(app).await;
            storage.close().await;
            drop_database(&server, &name).await;
        }
    });
}

fn postgres() -> Option<String> {
    match std::env::var("PLENIERE_TEST_POSTGRES").as_deref() {
        Ok("none") => None,
        Ok(url) => Some(url.to_owned()),
        Err(_) => panic!(
            "PLENIERE_TEST_POSTGRES is missing: `make test` starts a PostgreSQL and sets it, « none » leaves it out"
        ),
    }
}

pub struct TestApp {
    pub state: AppState,
    url: String,
    site: Site,
    router: Router,
    entropy: CountedEntropy,
    _folder: TempDir,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8(self.bytes.clone()).expect("text")
    }
}

impl TestApp {
    async fn sqlite() -> Self {
        let folder = TempDir::new().unwrap();
        let url = format!("sqlite://{}", folder.path().join("test.db").display());
        Self::on(&url, folder).await
    }

    async fn postgres(server: &str) -> (Self, String) {
        let mut bytes = [0; 8];
        server::present::SystemEntropy.fill(&mut bytes);
        let name = format!("site_{:016x}", u64::from_le_bytes(bytes));
        execute(server, format!("CREATE DATABASE {name}")).await;
        (Self::on(&within(server, &name), TempDir::new().unwrap()).await, name)
    }

    async fn on(url: &str, folder: TempDir) -> Self {
        let storage = Storage::open(url).await.expect("a database");
        storage.migrate().await.expect("a schema");
        let assets = Assets {
            style: "/pkg/style.css".into(),
            wake: "/pkg/wake.js".into(),
            writing: "/pkg/writing.js".into(),
            unsent: "/pkg/unsent.js".into(),
            noting: "/pkg/noting.js".into(),
            live: "/pkg/live.js".into(),
            shortcuts: "/pkg/shortcuts.js".into(),
            fonts: vec!["/pkg/sans.woff2".into()],
        };
        std::fs::create_dir(folder.path().join("pkg")).unwrap();
        std::fs::write(folder.path().join("pkg/style.css"), "body{}").unwrap();
        std::fs::write(folder.path().join("service-worker.js"), "// worker").unwrap();
        let site = Site { folder: PathBuf::from(folder.path()), assets: assets.clone() };
        let clock = Arc::new(Frozen);
        let desk = Desk::open(storage.clone(), clock.clone(), "http://test");
        let publisher = Arc::default();
        let strongbox = server::voting::Strongbox::in_folder(folder.path().join("cles"));
        let urn = server::voting::Urn::open(storage.clone(), strongbox.clone());
        let sittings = Sittings {
            storage: storage.clone(),
            clock: clock.clone(),
            public_url: "http://test".into(),
            urn: urn.clone(),
        };
        let live = sittings.open();
        let state = AppState {
            storage,
            clock,
            entropy: Arc::new(Mutex::new(CountedEntropy::new(9))),
            public_url: "http://test".into(),
            assets: Arc::new(assets),
            publisher,
            desk,
            memory: server::memory::Memory::default(),
            limits: server::guard::limits::Limits::default(),
            strongbox,
            urn,
            live,
        };
        Self {
            router: router(state.clone(), &site),
            state,
            site,
            url: url.to_owned(),
            entropy: CountedEntropy::new(7),
            _folder: folder,
        }
    }

    /// The same application with something else in its state.
    pub fn with(&mut self, change: impl FnOnce(&mut AppState)) {
        change(&mut self.state);
        self.router = router(self.state.clone(), &self.site);
    }

    /// What answers, to be served on a port.
    pub fn router(&self) -> Router {
        self.router.clone()
    }

    /// Runs SQL behind the application's back.
    pub async fn meddle(&self, statement: &str) {
        use sqlx::{AssertSqlSafe, Connection, Executor, SqliteConnection};
        if self.url.starts_with("sqlite:") {
            let mut connection = SqliteConnection::connect(&self.url).await.expect("the test's SQLite opens");
            let statement = sqlx::raw_sql(AssertSqlSafe(statement.to_owned()));
            connection.execute(statement).await.expect("the statement is done");
        } else {
            execute(&self.url, statement.to_owned()).await;
        }
    }

    /// Where the key of a secret poll lies.
    pub fn key_file(&self, poll: domain::id::PollId) -> PathBuf {
        self._folder.path().join("cles").join(format!("{poll}.cle"))
    }

    /// All that whoever takes the database has: SQLite's file and its log, byte by byte, or each row of PostgreSQL with the
    /// transaction that wrote it.
    pub async fn whole_database(&self) -> Vec<u8> {
        use sqlx::{AssertSqlSafe, Connection, Row};
        if self.url.starts_with("sqlite:") {
            let files =
                ["test.db", "test.db-wal"].map(|name| std::fs::read(self._folder.path().join(name)).unwrap());
            return files.concat();
        }
        let mut connection =
            sqlx::PgConnection::connect(&self.url).await.expect("the test's PostgreSQL answers");
        let names =
            sqlx::query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename");
        let names = names.fetch_all(&mut connection).await.expect("tables");
        let mut whole = String::new();
        for row in names {
            let table: String = row.get(0);
            let rows = format!("SELECT xmin::text || ' ' || t::text FROM {table} t");
            for row in sqlx::query(AssertSqlSafe(rows)).fetch_all(&mut connection).await.expect("rows") {
                whole.push_str(&row.get::<String, _>(0));
                whole.push('\n');
            }
        }
        connection.close().await.expect("closed");
        whole.into_bytes()
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response: Response = self.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.expect("a body").to_vec();
        Answer { status: parts.status, headers: parts.headers, bytes }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    /// The text of a page that must be there.
    pub async fn page(&self, path: &str) -> String {
        let answer = self.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
        answer.text()
    }

    /// The same as somebody who holds that cookie.
    pub async fn get_as(&self, path: &str, cookie: &str) -> Answer {
        self.send(Request::get(path).header(header::COOKIE, cookie).body(Body::empty()).unwrap()).await
    }

    /// Posts a form, as a browser does from one of our own pages; an empty cookie is nobody's.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)], cookie: &str) -> Answer {
        let form = urlencoded(fields);
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .header(header::COOKIE, cookie);
        self.send(request.body(Body::from(form)).unwrap()).await
    }

    /// Signs in as that member, through a personal link and its button; gives the cookie.
    pub async fn sign_in(&self, member: &Member) -> String {
        let secret = self.state.draw(Secret::draw);
        let mut work = self.state.storage.write().await.unwrap();
        new_link(&mut work, member.id, &secret, NOW).await.unwrap();
        work.save().await.unwrap();
        let answer = self.post(&format!("/entrer/{}", secret.text()), &[], "").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        let kept = answer.headers[header::SET_COOKIE].to_str().unwrap();
        kept.split(';').next().unwrap().to_owned()
    }

    /// A member of the demonstration with that role; without one, the first of those who wrote.
    pub async fn member_with(&self, congress: &Congress, role: Option<Role>) -> Member {
        let members = self.state.storage.read().await.unwrap().members(congress.id).await.unwrap();
        let stands = |member: &Member| member.roles.first().copied() == role;
        members.into_iter().find(stands).expect("somebody has that role")
    }

    /// Signs in as somebody of the demonstration with that role.
    pub async fn sign_in_as(&self, congress: &Congress, role: Option<Role>) -> String {
        self.sign_in(&self.member_with(congress, role).await).await
    }

    /// Loads the demonstration without analysing it: enough for what doesn't read themes, and faster.
    pub async fn corpus(&mut self) -> Congress {
        server::demo::load(&self.state.storage, NOW, &mut self.entropy).await.expect("the demonstration")
    }

    /// Loads the demonstration and analyses it.
    pub async fn demo(&mut self) -> Congress {
        let congress = self.corpus().await;
        self.analyse(&congress).await;
        congress
    }

    pub async fn analyse(&mut self, congress: &Congress) -> Account {
        let order = RunOrder { parameters: parameters(None).unwrap(), seed: 1, fresh: false };
        analyse(&self.state.storage, congress, order, &Frozen, &mut self.entropy).await.expect("an analysis")
    }

    pub async fn import(
        &mut self,
        file: &[u8],
        change: impl FnOnce(&mut Order),
    ) -> Result<Report, ImportError> {
        let mut order = Order {
            file_name: "essai.csv".into(),
            congress: "essai".parse().unwrap(),
            title: None,
            question: None,
            mapping: intake::Mapping::default(),
            dry_run: false,
            skip_refused: false,
            fictional: false,
        };
        change(&mut order);
        import(&self.state.storage, file, order, &Frozen, &mut self.entropy).await
    }

    /// Imports a file, analyses it, and gives the congress.
    pub async fn import_and_analyse(&mut self, file: &str) -> (Congress, Account) {
        self.import(file.as_bytes(), |_| ()).await.expect("imported");
        let congress = self
            .state
            .storage
            .read()
            .await
            .unwrap()
            .congress(&"essai".parse().unwrap())
            .await
            .unwrap()
            .expect("made");
        let account = self.analyse(&congress).await;
        (congress, account)
    }
}

/// Fields as a form posts them.
fn urlencoded(fields: &[(&str, &str)]) -> String {
    let encode = |text: &str| -> String {
        text.bytes()
            .map(|byte| match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
                other => format!("%{other:02X}"),
            })
            .collect()
    };
    let pairs: Vec<String> =
        fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
    pairs.join("&")
}

/// `postgres://…/postgres?host=…` with another database's name.
fn within(server: &str, name: &str) -> String {
    let (address, query) = server.split_once('?').unwrap_or((server, ""));
    let (base, _) = address.rsplit_once('/').expect("a database in the address");
    if query.is_empty() { format!("{base}/{name}") } else { format!("{base}/{name}?{query}") }
}

async fn execute(server: &str, statement: String) {
    use sqlx::{AssertSqlSafe, Connection, Executor};
    let mut connection = sqlx::PgConnection::connect(server).await.expect("the test's PostgreSQL answers");
    connection.execute(sqlx::raw_sql(AssertSqlSafe(statement))).await.expect("the statement is done");
    connection.close().await.expect("closed");
}

async fn drop_database(server: &str, name: &str) {
    execute(server, format!("DROP DATABASE {name} WITH (FORCE)")).await;
}
