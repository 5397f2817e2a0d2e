//! Kills a process in the middle of its work: what it was told is saved must be there.

use crate::fixture::{Counting, contribution, saved_congress};
use crate::harness::Db;
use domain::id::CongressId;
use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};
use storage::Storage;

/// Tells the child which database it writes to.
const CHILD: &str = "PLENIERE_TEST_CHILD";
/// How often a process is killed.
const KILLS: usize = 4;

/// The process that is killed: saves one contribution after the other, and says so after each.
#[test]
#[ignore = "not a test: the test beside it starts this one in a process of its own and kills it"]
fn child() {
    let Ok(order) = std::env::var(CHILD) else { return };
    let (round, url) = order.split_once(' ').unwrap();
    let round: usize = round.parse().unwrap();
    tokio::runtime::Runtime::new().unwrap().block_on(write_for_ever(round, url));
}

async fn write_for_ever(round: usize, url: &str) {
    let storage = Storage::open(url).await.unwrap();
    let congress = storage.read().await.unwrap().congress(&"essai".parse().unwrap()).await.unwrap().unwrap();
    let mut entropy = Counting((round as u64 + 1) << 40);
    for i in round * 1_000_000.. {
        let mut work = storage.write().await.unwrap();
        work.add_contributions(congress.id, None, vec![contribution(i, &mut entropy)]).await.unwrap();
        work.save().await.unwrap();
        println!("saved {i}");
        std::io::stdout().flush().unwrap();
    }
}

/// Starts a child, kills it after some answers, and gives back all that it acknowledged.
fn killed(round: usize, url: &str) -> Vec<usize> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "durability::child", "--ignored", "--nocapture"])
        .env(CHILD, format!("{round} {url}"))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut acknowledged = Vec::new();
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        // The line of the test harness may begin the first one.
        let line = line.unwrap();
        let Some((_, number)) = line.split_once("saved ") else { continue };
        acknowledged.push(number.parse().unwrap());
        if acknowledged.len() == 20 + 7 * round {
            // SIGKILL; what is still in the pipe was acknowledged too, and is read on.
            child.kill().unwrap();
        }
    }
    assert!(!child.wait().unwrap().success());
    acknowledged
}

async fn stored(db: &Db, congress: CongressId) -> BTreeSet<usize> {
    let fresh = Storage::open(&db.url).await.unwrap();
    fresh.ready().await.unwrap();
    let all = fresh.read().await.unwrap().contributions(congress).await.unwrap();
    let numbers: Vec<usize> = all.iter().map(|c| c.number.get() as usize).collect();
    assert_eq!(numbers, (1..=all.len()).collect::<Vec<_>>());
    fresh.close().await;
    all.iter().map(|c| c.received_at.micros() as usize / 1_000_000).collect()
}

on_both! {
    async fn what_was_acknowledged_survives_a_kill(db) {
        let (congress, _) = saved_congress(&db.storage, "essai").await;
        let mut acknowledged = Vec::new();
        for round in 0..KILLS {
            let url = db.url.clone();
            acknowledged.extend(tokio::task::spawn_blocking(move || killed(round, &url)).await.unwrap());
            let stored = stored(&db, congress.id).await;
            assert!(acknowledged.iter().all(|i| stored.contains(i)), "lost something in round {round}");
        }
        assert!(acknowledged.len() >= 20 * KILLS);
    }
}
