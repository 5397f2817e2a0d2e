//! The room: everybody comes, something is put to the vote, everybody votes at moments of their own, and the result is read.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{mpsc, watch};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until};

use super::chair::{Chair, Put};
use super::hall::Hall;
use super::phone::{Became, Phone, Voted};
use super::report::Report;
use super::screen::Screen;
use crate::Outcome;
use crate::house::Server;
use crate::turns::in_turns;

/// How they vote.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plan {
    pub(super) within: Duration,
    pub(super) secret: bool,
    /// In a hundred.
    pub(super) slow: u8,
    /// In a hundred.
    pub(super) drop: u8,
}

/// Who votes where, and how.
#[derive(Clone, Debug)]
pub(super) struct Crowd {
    pub(super) hall: Hall,
    pub(super) plan: Plan,
}

impl Crowd {
    /// One vote, from its opening to its result. `kill` is when the server is killed, counted from the opening.
    pub(super) async fn vote(self, server: Option<&mut Server>, kill: Option<Duration>) -> Outcome<Report> {
        let Self { hall, plan } = self;
        let hall = Arc::new(hall);
        let phones = in_turns((0..hall.voters.len()).map(|rank| {
            let hall = hall.clone();
            async move { Phone::join(&hall, rank, &plan).await }
        }))
        .await?;
        let connected = phones.len();
        let mut chair = Chair::enter(&hall).await?;
        let screen = Screen::follow(&hall, hall.voices).await?;
        let put = chair.open(plan.secret).await?;
        let begun = Instant::now();
        let voting = all(phones, &put, begun, plan);
        let (voted, peak) = match (server, kill) {
            (Some(server), Some(kill)) => {
                let killing = async {
                    sleep_until(begun + kill).await;
                    server.kill_and_start().await
                };
                let (voted, _) = tokio::try_join!(voting, killing)?;
                (voted, server.peak_kb())
            }
            (Some(server), None) => (voting.await?, server.peak_kb()),
            (None, _) => (voting.await?, None),
        };
        let acknowledged: Vec<_> = voted
            .iter()
            .filter_map(|voted| match voted.became {
                Became::Acknowledged(_, at) => Some((at, voted.ballots.len() as u64)),
                _ => None,
            })
            .collect();
        let last = acknowledged.iter().map(|(at, _)| *at).max().unwrap_or(begun);
        let lag = match kill {
            None => screen.lag(acknowledged).await,
            // Its line was cut with the server's.
            Some(_) => None,
        };
        let result = chair.result(&put).await?;
        let mut report = Report::of(connected, last.duration_since(begun), lag, peak);
        report.compare(&voted, &result);
        report.journal = result.journal;
        Ok(report)
    }
}

async fn all(phones: Vec<Phone>, put: &Put, begun: Instant, plan: Plan) -> Outcome<Vec<Voted>> {
    let (tell, mut told) = mpsc::unbounded_channel();
    let (mut room, mut voted, over) = (JoinSet::new(), Vec::new(), watch::Sender::new(false));
    for mut phone in phones {
        let (poll, tell, over) = (put.poll.clone(), tell.clone(), over.subscribe());
        room.spawn(async move {
            let one = phone.vote(&poll, begun, &plan).await;
            let _ = tell.send(one);
            drop(tell);
            phone.stay(over).await;
        });
    }
    drop(tell);
    while let Some(one) = told.recv().await {
        voted.push(one?);
    }
    over.send_replace(true);
    while room.join_next().await.is_some() {}
    Ok(voted)
}
