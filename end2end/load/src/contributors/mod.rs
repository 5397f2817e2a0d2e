//! Members post contributions while others read, within a time: what became of every text, and how long people waited.

mod report;
mod room;

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use self::report::Report;
use self::room::Room;
use crate::Outcome;
use crate::house::{House, Server, program};
use crate::seed::Seed;

/// The congress that `--demo` makes.
const SLUG: &str = "charge";

/// What is asked for.
#[derive(Clone, Debug, Args)]
pub(crate) struct Arguments {
    /// A server that runs, with `--links`; its congress gets the texts
    #[arg(
        long,
        value_name = "URL",
        requires = "links",
        conflicts_with = "demo",
        required_unless_present = "demo"
    )]
    url: Option<String>,
    /// A file with personal links, one a line, of members of one congress: writers first, then readers
    #[arg(long, value_name = "FILE", requires = "url", conflicts_with = "demo")]
    links: Option<PathBuf>,
    /// The congress' address, with `--url`
    #[arg(long, value_name = "SLUG", default_value = SLUG)]
    congress: String,
    /// A server of its own, on a free port, with a fictional congress; stopped at the end
    #[arg(long)]
    demo: bool,
    /// The database of `--demo`; by default a SQLite file that is thrown away
    #[arg(long, value_name = "URL", requires = "demo")]
    database: Option<String>,
    /// Contributions that `--demo` has before anybody comes
    #[arg(long, value_name = "N", default_value_t = 1_000)]
    corpus: usize,
    /// The program that `--demo` serves with; by default the `pleniere` beside this one
    #[arg(long, value_name = "FILE")]
    program: Option<PathBuf>,
    /// How many members post
    #[arg(long, value_name = "N", default_value_t = 300)]
    members: usize,
    /// How many contributions each
    #[arg(long, value_name = "N", default_value_t = 5)]
    each: usize,
    /// How many others read
    #[arg(long, value_name = "N", default_value_t = 300)]
    readers: usize,
    /// How many pages each of them reads
    #[arg(long, value_name = "N", default_value_t = 5)]
    pages: usize,
    /// Within how many seconds
    #[arg(long, value_name = "S", default_value_t = 60)]
    within: u64,
    /// Kills the server of `--demo` in the middle, as kill -9 does, and starts it again
    #[arg(long, requires = "demo")]
    kill_once: bool,
    /// Tells in JSON
    #[arg(long)]
    json: bool,
}

/// Whether every text arrived once.
pub(crate) async fn run(arguments: Arguments) -> Outcome<bool> {
    let report = match &arguments.url {
        Some(url) => elsewhere(&arguments, url).await?,
        None => at_home(&arguments).await?,
    };
    report.tell(arguments.json)?;
    Ok(report.is_well())
}

async fn elsewhere(arguments: &Arguments, url: &str) -> Outcome<Report> {
    let host = url.strip_prefix("http://").map(|rest| rest.trim_end_matches('/')).ok_or_else(|| {
        format!("{url} isn't http://HOST:PORT: encryption is left to whatever stands in front of the server.")
    })?;
    let path = arguments.links.clone().unwrap_or_default();
    let file = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let links =
        file.lines().filter_map(|line| line.split_whitespace().find(|word| word.contains("/entrer/")));
    let links = links.filter_map(|link| link.find("/entrer/").map(|at| link[at..].to_owned())).collect();
    room(arguments, host, links)?.fill(None, None).await
}

async fn at_home(arguments: &Arguments) -> Outcome<Report> {
    let program = program(arguments.program.as_deref())?;
    let folder = tempfile::tempdir().map_err(|error| format!("no folder to work in: {error}"))?;
    let database = match &arguments.database {
        Some(url) => url.clone(),
        None => format!("sqlite://{}", folder.path().join("charge.db").display()),
    };
    let seed = Seed { slug: SLUG, members: arguments.members + arguments.readers, texts: arguments.corpus };
    let links = seed.sow(&database).await?;
    let house = House::new(program, database, folder.path())?;
    house.run(&["analyse", "--congress", SLUG])?;
    let mut server: Server = house.start().await?;
    let kill = arguments.kill_once.then(|| Duration::from_secs(arguments.within) / 2);
    room(arguments, &house.host(), links)?.fill(Some(&mut server), kill).await
}

fn room(arguments: &Arguments, host: &str, links: Vec<String>) -> Outcome<Room> {
    let people = arguments.members + arguments.readers;
    if links.len() < people {
        return Err(format!("{} links for {people} people: give one for each.", links.len()));
    }
    Ok(Room {
        host: host.into(),
        congress: format!("/congres/{}", arguments.congress),
        links,
        writers: arguments.members,
        readers: arguments.readers,
        each: arguments.each,
        pages: arguments.pages,
        within: Duration::from_secs(arguments.within),
    })
}
