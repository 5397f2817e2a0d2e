//! What this machine can do at most, without Plénière: what a sitting's speed is compared with.

mod commit;
mod echo;

use serde::Serialize;

use crate::Outcome;
use crate::times::Summary;

pub(crate) use self::commit::{Arguments as CommitArguments, measure as commits};
pub(crate) use self::echo::{Arguments as EchoArguments, measure as echoes};

/// So many, how long each took (in milliseconds), and so many in a second.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Limit {
    pub(crate) times: Summary,
    pub(crate) per_second: f64,
}

/// Measures texts that go to a server and back.
pub(crate) async fn echo(arguments: EchoArguments) -> Outcome<bool> {
    let limit = echo::measure(arguments.sockets, arguments.messages).await?;
    tell("echo", "messages", limit, arguments.json)
}

/// Measures ballots that are written to disk.
pub(crate) async fn commit(arguments: CommitArguments) -> Outcome<bool> {
    let limit = commit::measure(arguments.dir.as_deref(), arguments.ballots, arguments.together).await?;
    tell("commit", "ballots", limit, arguments.json)
}

fn tell(what: &str, things: &str, limit: Limit, json: bool) -> Outcome<bool> {
    let Limit { times: Summary { count, p50, p95, p99, max }, per_second } = limit;
    if json {
        println!("{}", serde_json::to_string(&limit).map_err(|error| error.to_string())?);
    } else {
        println!(
            "{what}: {per_second:.0} {things} a second; of {count}, p50 {p50} ms, p95 {p95} ms, p99 {p99} ms, at most {max} ms"
        );
    }
    Ok(true)
}
