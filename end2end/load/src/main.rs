//! `load`: a server under the load of a room, and what became of everything that it was sent.
//!
//! `load echo` and `load commit` measure what this machine does at most: texts to a server and back, ballots to disk. `load idle`
//! weighs phones that follow a sitting. `load contributors` has members post while others read, `load voters` has a room vote. The server is one that runs (`--url`, `--links`), or one of its own
//! (`--demo`), that it may kill and start again (`--kill-once`). Times are told and judged by nobody; what was lost, doubled or
//! refused is a failure.

mod client;
mod contributors;
mod draw;
mod files;
mod form;
mod house;
mod http;
mod idle;
mod limit;
mod present;
mod seed;
mod sitting;
mod socket;
mod texts;
mod times;
mod turns;
mod voters;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// A sentence that says what failed and what to do.
pub(crate) type Outcome<T = ()> = Result<T, String>;

/// The command line.
#[derive(Debug, Parser)]
#[command(name = "load", version, about = "Loads a Plénière server as a room does, and counts")]
struct Cli {
    #[command(subcommand)]
    mode: Mode,
}

#[derive(Debug, Subcommand)]
enum Mode {
    /// Members post contributions while others read
    Contributors(contributors::Arguments),
    /// Texts go to a bare WebSocket server and back
    Echo(limit::EchoArguments),
    /// Ballots are written to disk, many in one commit
    Commit(limit::CommitArguments),
    /// Phones follow a sitting in which nothing happens
    Idle(idle::Arguments),
    /// A room votes on its phones
    Voters(voters::Arguments),
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let outcome = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| format!("no runtime: {error}"))
        .and_then(|runtime| runtime.block_on(until_told_to_stop(cli.mode)));
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(sentence) => {
            eprintln!("load: {sentence}");
            ExitCode::FAILURE
        }
    }
}

/// Whether all is well. Told to stop, the mode is dropped where it stands, and with it the server that it started.
async fn until_told_to_stop(mode: Mode) -> Outcome<bool> {
    use tokio::signal::unix::{SignalKind, signal};
    let heed = |kind| signal(kind).map_err(|error| format!("signals can't be heeded: {error}"));
    let (mut interrupt, mut terminate) = (heed(SignalKind::interrupt())?, heed(SignalKind::terminate())?);
    tokio::select! {
        done = obey(mode) => done,
        _ = interrupt.recv() => Err("stopped by Ctrl-C.".to_owned()),
        _ = terminate.recv() => Err("told to stop.".to_owned()),
    }
}

async fn obey(mode: Mode) -> Outcome<bool> {
    match mode {
        Mode::Contributors(arguments) => contributors::run(arguments).await,
        Mode::Echo(arguments) => limit::echo(arguments).await,
        Mode::Commit(arguments) => limit::commit(arguments).await,
        Mode::Idle(arguments) => idle::run(arguments).await,
        Mode::Voters(arguments) => Box::pin(voters::run(arguments)).await,
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_sound() {
        super::Cli::command().debug_assert();
    }
}
