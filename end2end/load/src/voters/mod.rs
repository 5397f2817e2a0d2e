//! A room votes on its phones: what became of every ballot, how long people waited, and whether the result is theirs.

mod chair;
mod crowd;
mod hall;
mod phone;
mod report;
mod screen;

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use self::crowd::{Crowd, Plan};
use self::hall::Hall;
use self::report::Report;
use crate::Outcome;
use crate::files::make_room_for;
use crate::house::{House, program};
use crate::limit::{commits, echoes};

/// Sockets, texts of each and ballots by which this machine's limit is measured in the same run.
const LIMIT: (usize, usize, usize) = (200, 100, 20_000);
/// Ballots in one commit of that limit.
const TOGETHER: usize = 50;

/// What is asked for.
#[derive(Clone, Debug, Args)]
pub(crate) struct Arguments {
    /// A server that runs, with `--links` and `--sitting`
    #[arg(
        long,
        value_name = "URL",
        requires_all = ["links", "sitting"],
        conflicts_with = "demo",
        required_unless_present = "demo"
    )]
    url: Option<String>,
    /// A file with personal links, one a line: the chair's, then those of members who are on the attendance sheet
    #[arg(long, value_name = "FILE", requires = "url", conflicts_with = "demo")]
    links: Option<PathBuf>,
    /// The page of an open sitting, with `--url`: /congres/…/seances/…
    #[arg(long, value_name = "PATH", requires = "url", conflicts_with = "demo")]
    sitting: Option<String>,
    /// A server of its own, on a free port, with a fictional congress that sits; stopped at the end
    #[arg(long)]
    demo: bool,
    /// The database of `--demo`; by default a SQLite file that is thrown away
    #[arg(long, value_name = "URL", requires = "demo")]
    database: Option<String>,
    /// The program that `--demo` serves with; by default the `pleniere` beside this one
    #[arg(long, value_name = "FILE")]
    program: Option<PathBuf>,
    /// How many vote
    #[arg(long, value_name = "N", default_value_t = 500)]
    count: usize,
    /// Within how many seconds; 0 for all at once
    #[arg(long, value_name = "S", default_value_t = 10)]
    within: u64,
    /// In a secret poll
    #[arg(long)]
    secret: bool,
    /// One in four votes for somebody else as well
    #[arg(long, requires = "demo")]
    proxies: bool,
    /// So many phones in a hundred read slowly
    #[arg(long, value_name = "P", default_value_t = 0, value_parser = clap::value_parser!(u8).range(..=100))]
    slow: u8,
    /// So many in a hundred lose the network once, before they are answered
    #[arg(long, value_name = "P", default_value_t = 0, value_parser = clap::value_parser!(u8).range(..=100))]
    drop: u8,
    /// Kills the server of `--demo` in the middle, as kill -9 does, and starts it again
    #[arg(long, requires = "demo")]
    kill_once: bool,
    /// Tells in JSON
    #[arg(long)]
    json: bool,
}

/// Whether every ballot was acknowledged and counted once.
pub(crate) async fn run(arguments: Arguments) -> Outcome<bool> {
    make_room_for(arguments.count)?;
    let (sockets, messages, ballots) = LIMIT;
    let (echo, commit) = (echoes(sockets, messages).await?, commits(None, ballots, TOGETHER).await?);
    // A ballot goes through both: the time that one takes is the sum.
    let limit = 1.0 / (1.0 / echo.per_second + 1.0 / commit.per_second);
    let plan = Plan {
        within: Duration::from_secs(arguments.within),
        secret: arguments.secret,
        slow: arguments.slow,
        drop: arguments.drop,
    };
    let report = match &arguments.url {
        Some(url) => {
            let crowd = Crowd { hall: elsewhere(&arguments, url)?, plan };
            crowd.vote(None, None).await?
        }
        None => at_home(&arguments, plan).await?,
    };
    report.tell(limit, arguments.json)?;
    Ok(report.is_well())
}

fn elsewhere(arguments: &Arguments, url: &str) -> Outcome<Hall> {
    let host = url.strip_prefix("http://").map(|rest| rest.trim_end_matches('/')).ok_or_else(|| {
        format!("{url} isn't http://HOST:PORT: encryption is left to whatever stands in front of the server.")
    })?;
    let path = arguments.links.clone().unwrap_or_default();
    let file = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let links: Vec<String> =
        file.lines().filter_map(|line| line.find("/entrer/").map(|at| &line[at..])).map(first_word).collect();
    Hall::at(host, arguments.sitting.as_deref().unwrap_or_default(), links, arguments.count)
}

fn first_word(text: &str) -> String {
    text.split_whitespace().next().unwrap_or_default().to_owned()
}

async fn at_home(arguments: &Arguments, plan: Plan) -> Outcome<Report> {
    let program = program(arguments.program.as_deref())?;
    let folder = tempfile::tempdir().map_err(|error| format!("no folder to work in: {error}"))?;
    let database = match &arguments.database {
        Some(url) => url.clone(),
        None => format!("sqlite://{}", folder.path().join("charge.db").display()),
    };
    let givers = if arguments.proxies { arguments.count / 4 } else { 0 };
    let house = House::new(program, database.clone(), folder.path())?;
    let hall = Hall::hold(&database, &house.host(), (arguments.count, givers)).await?;
    let mut server = house.start().await?;
    let kill = arguments.kill_once.then(|| plan.within / 2);
    let crowd = Crowd { hall, plan };
    let report = crowd.vote(Some(&mut server), kill).await?;
    // The journal must hold by itself, as whoever downloads it checks it.
    let file = folder.path().join("journal.json");
    std::fs::write(&file, &report.journal).map_err(|error| format!("{}: {error}", file.display()))?;
    house.run(&["verify", &file.display().to_string()])?;
    Ok(report)
}
