//! Phones that follow a sitting in which nothing happens: what the server holds for each.

use std::path::PathBuf;

use clap::Args;
use domain::live::{Audience, ToBrowser};
use serde_json::json;
use tokio::task::JoinSet;

use crate::Outcome;
use crate::files::make_room_for;
use crate::house::{House, program};
use crate::seed::Seed;
use crate::sitting::Doors;
use crate::socket::Socket;

/// The congress that is made.
const SLUG: &str = "charge";
/// Phones that come at the same time.
const TOGETHER: usize = 100;
/// What a phone may cost the server, in kilobytes (voting.md).
const BAR_KB: f64 = 40.0;

/// What is asked for.
#[derive(Clone, Debug, Args)]
pub(crate) struct Arguments {
    /// How many phones
    #[arg(long, value_name = "N", default_value_t = 2_000, value_parser = clap::value_parser!(u32).range(2..))]
    count: u32,
    /// The program to serve with; by default the `pleniere` beside this one
    #[arg(long, value_name = "FILE")]
    program: Option<PathBuf>,
    /// Tells in JSON
    #[arg(long)]
    json: bool,
}

/// Whether a phone costs no more than it may.
pub(crate) async fn run(arguments: Arguments) -> Outcome<bool> {
    let Arguments { count, program: served, json } = arguments;
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    make_room_for(count)?;
    let folder = tempfile::tempdir().map_err(|error| format!("no folder to work in: {error}"))?;
    let database = format!("sqlite://{}", folder.path().join("charge.db").display());
    Seed { slug: SLUG, members: count, texts: 1 }.sow(&database).await?;
    let doors = Doors::open(&database, SLUG, count).await?;
    let house = House::new(program(served.as_deref())?, database, folder.path())?;
    let server = house.start().await?;
    let path = doors.path(Audience::Phone);
    // One before the others: what the server holds once, however many there are, isn't counted.
    let mut phones = vec![joined(&house.host(), &path, &doors.cookies[0]).await?];
    let before = server.now_kb().ok_or("this system doesn't tell how much memory a process holds.")?;
    // In turns: what concerns people is read for many at once, ten times a second.
    for some in doors.cookies[1..].chunks(TOGETHER) {
        let mut coming = JoinSet::new();
        for cookie in some {
            let (host, path, cookie) = (house.host(), path.clone(), cookie.clone());
            coming.spawn(async move { joined(&host, &path, &cookie).await });
        }
        while let Some(phone) = coming.join_next().await {
            phones.push(phone.map_err(|error| error.to_string())??);
        }
    }
    let after = server.now_kb().unwrap_or_default();
    let each = after.saturating_sub(before) as f64 / (phones.len() - 1).max(1) as f64;
    if json {
        println!("{}", json!({ "phones": phones.len(), "server_rss_kb": after, "kb_each": each }));
    } else {
        println!(
            "{} phones: the server holds {after} kB, {each:.1} kB for each ({BAR_KB} at most)",
            phones.len()
        );
    }
    Ok(each <= BAR_KB)
}

/// A phone that was told all that one is told at first.
async fn joined(host: &str, path: &str, cookie: &str) -> Outcome<Socket> {
    let mut socket = Socket::open(host, path, cookie).await?;
    while let Some(message) = socket.hear().await? {
        if matches!(message, ToBrowser::Mine { .. }) {
            return Ok(socket);
        }
    }
    Err("the server hung up on a phone.".to_owned())
}
