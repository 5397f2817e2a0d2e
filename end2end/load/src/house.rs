//! A server of our own: started, killed where it stands, started again on the same port, and stopped.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tokio::net::TcpStream;
use tokio::process::Child;
use tokio::time::sleep;

use crate::Outcome;

/// How long a server may take to listen.
const PATIENCE: Duration = Duration::from_secs(60);
/// Between two looks.
const AGAIN: Duration = Duration::from_millis(20);

/// The program to serve with: that one, or the `pleniere` beside this one.
pub(crate) fn program(given: Option<&Path>) -> Outcome<PathBuf> {
    let beside = || Some(std::env::current_exe().ok()?.with_file_name("pleniere"));
    let program = given.map(Path::to_path_buf).or_else(beside).unwrap_or_default();
    match program.exists() {
        true => Ok(program),
        false => Err(format!(
            "{} isn't there: build the server first (make demo), or give --program.",
            program.display()
        )),
    }
}

/// How a server is started.
#[derive(Clone, Debug)]
pub(crate) struct House {
    program: PathBuf,
    database: String,
    site: PathBuf,
    port: u16,
}

/// A server that runs; it ends with this value.
#[derive(Debug)]
pub(crate) struct Server {
    house: House,
    child: Child,
}

impl House {
    /// A server of that database, on a port that is free now. `folder` is where it looks for the site's files.
    pub(crate) fn new(program: PathBuf, database: String, folder: &Path) -> Outcome<Self> {
        let failed = |what: &str, error: std::io::Error| format!("{what}: {error}");
        // Pages name files of the site and don't need them.
        std::fs::write(
            folder.join("manifest.json"),
            r#"{"style":"/pkg/a.css","wake":"/pkg/a.js","writing":"/pkg/b.js","unsent":"/pkg/c.js","noting":"/pkg/d.js","live":"/pkg/e.js","shortcuts":"/pkg/f.js","fonts":[]}"#,
        )
        .map_err(|error| failed("the folder can't be written in", error))?;
        let free = TcpListener::bind("127.0.0.1:0").map_err(|error| failed("no port is free", error))?;
        let port = free.local_addr().map_err(|error| failed("no port is free", error))?.port();
        Ok(Self { program, database, site: folder.to_owned(), port })
    }

    /// `HOST:PORT`
    pub(crate) fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command
            .args(arguments)
            .env("DATABASE_URL", &self.database)
            .env("PLENIERE_SERVER__ADDRESS", self.host())
            .env("PLENIERE_SERVER__SITE", &self.site)
            .env("PLENIERE_SERVER__KEYS", self.site.join("cles"))
            .env("PLENIERE_LOG__FILTER", "error")
            .stdin(Stdio::null())
            .stdout(Stdio::null());
        command
    }

    /// A command of the program, to its end.
    pub(crate) fn run(&self, arguments: &[&str]) -> Outcome {
        let status = self.command(arguments).status();
        match status.map_err(|error| format!("{} can't be run: {error}", self.program.display()))? {
            status if status.success() => Ok(()),
            status => Err(format!("pleniere {} failed: {status}", arguments.join(" "))),
        }
    }

    /// Starts it, and waits until it listens.
    pub(crate) async fn start(&self) -> Outcome<Server> {
        let mut command = tokio::process::Command::from(self.command(&["serve"]));
        let child = command.kill_on_drop(true).spawn();
        let child = child.map_err(|error| format!("{} can't be run: {error}", self.program.display()))?;
        let mut server = Server { house: self.clone(), child };
        let begun = Instant::now();
        while TcpStream::connect(self.host()).await.is_err() {
            if let Ok(Some(status)) = server.child.try_wait() {
                return Err(format!("the server stopped before it listened: {status}"));
            }
            if begun.elapsed() > PATIENCE {
                return Err(format!("the server doesn't listen after {} s.", PATIENCE.as_secs()));
            }
            sleep(AGAIN).await;
        }
        Ok(server)
    }
}

impl Server {
    /// Kills it as `kill -9` does, and starts it again; how long nobody answered.
    pub(crate) async fn kill_and_start(&mut self) -> Outcome<Duration> {
        let killed = Instant::now();
        self.child.kill().await.map_err(|error| format!("the server can't be killed: {error}"))?;
        *self = self.house.clone().start().await?;
        Ok(killed.elapsed())
    }

    /// The most memory that it ever held, in kilobytes; None where the system doesn't say.
    pub(crate) fn peak_kb(&self) -> Option<u64> {
        self.kb("VmHWM:")
    }

    /// The memory that it holds now, in kilobytes; None where the system doesn't say.
    pub(crate) fn now_kb(&self) -> Option<u64> {
        self.kb("VmRSS:")
    }

    fn kb(&self, what: &str) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()?)).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix(what))?;
        line.split_whitespace().next()?.parse().ok()
    }
}
