//! Everybody at once, each at moments of their own.

use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until};

use super::report::Report;
use crate::Outcome;
use crate::client::{Client, Sent};
use crate::draw::Draw;
use crate::house::Server;
use crate::http::Browser;
use crate::present::now;
use crate::texts::{letters, text};
use crate::turns::in_turns;

/// Who comes, and what they do.
#[derive(Clone, Debug)]
pub(super) struct Room {
    pub(super) host: Arc<str>,
    /// `/congres/SLUG`
    pub(super) congress: String,
    /// Writers' first.
    pub(super) links: Vec<String>,
    pub(super) writers: usize,
    pub(super) readers: usize,
    pub(super) each: usize,
    pub(super) pages: usize,
    pub(super) within: Duration,
}

/// One of them.
struct Person {
    client: Client,
    draw: Draw,
    /// Texts, by their marker, and what became of each.
    sent: Vec<(String, Sent)>,
}

impl Room {
    /// Lets everybody in, measures, then asks each writer's own page what arrived. `kill` is when the server is killed.
    pub(super) async fn fill(self, server: Option<&mut Server>, kill: Option<Duration>) -> Outcome<Report> {
        let room = Arc::new(self);
        let people = enter(&room).await?;
        // A marker is a word of its own of this run, since a congress may be loaded twice.
        let run = letters(now().micros().unsigned_abs() / 1_000_000);
        let begun = Instant::now();
        let acting = act(&room, people, begun, &run);
        let (people, outage, peak) = match (server, kill) {
            (Some(server), Some(kill)) => {
                let killing = async {
                    sleep_until(begun + kill).await;
                    server.kill_and_start().await
                };
                let (people, outage) = tokio::try_join!(acting, killing)?;
                (people, Some(outage), server.peak_kb())
            }
            (Some(server), None) => (acting.await?, None, server.peak_kb()),
            (None, _) => (acting.await?, None, None),
        };
        let lasted = begun.elapsed();
        let mut report = Report::of(lasted, outage, peak);
        looked_at(&room, people, &mut report).await?;
        Ok(report)
    }
}

async fn enter(room: &Arc<Room>) -> Outcome<Vec<(usize, Client)>> {
    let one = |rank: usize| {
        let room = room.clone();
        async move {
            let mut client = Client::new(Browser::new(room.host.clone()));
            client.enter(&room.links[rank]).await?;
            Ok((rank, client))
        }
    };
    in_turns((0..room.writers + room.readers).map(one)).await
}

async fn act(
    room: &Arc<Room>,
    people: Vec<(usize, Client)>,
    begun: Instant,
    run: &str,
) -> Outcome<Vec<Person>> {
    let (mut all, mut acted) = (JoinSet::new(), Vec::new());
    for (rank, client) in people {
        let person = Person { client, draw: Draw::new(rank as u64 + 2), sent: Vec::new() };
        let (room, run) = (room.clone(), run.to_owned());
        all.spawn(async move {
            if rank < room.writers {
                person.writes(&room, begun, &format!("{run}q{}", letters(rank as u64))).await
            } else {
                person.reads(&room, begun).await
            }
        });
    }
    while let Some(next) = all.join_next().await {
        acted.push(next.map_err(|error| error.to_string())??);
    }
    Ok(acted)
}

impl Person {
    /// Moments of theirs, in order.
    fn moments(&mut self, count: usize, room: &Room, begun: Instant) -> Vec<Instant> {
        let mut moments: Vec<_> = (0..count).map(|_| begun + self.draw.within(room.within)).collect();
        moments.sort_unstable();
        moments
    }

    async fn writes(mut self, room: &Room, begun: Instant, own: &str) -> Outcome<Self> {
        let path = format!("{}/ecrire", room.congress);
        for (rank, moment) in self.moments(room.each, room, begun).into_iter().enumerate() {
            let marker = format!("{own}z{}", letters(rank as u64));
            let words = text(&marker, &mut self.draw);
            sleep_until(moment).await;
            let sent = self.client.write(&path, &words).await?;
            self.sent.push((marker, sent));
        }
        Ok(self)
    }

    async fn reads(mut self, room: &Room, begun: Instant) -> Outcome<Self> {
        let pages = [
            "",
            "/contributions",
            "/contributions?q=fibre",
            "/contributions/C-0001",
            "/themes",
            "/themes/1",
            "/carte",
            "/arbre",
        ];
        for moment in self.moments(room.pages, room, begun) {
            let path = format!("{}{}", room.congress, self.draw.one_of(&pages));
            sleep_until(moment).await;
            let status = self.client.look(&path).await?;
            if status != 200 {
                return Err(format!("{path} answered {status}."));
            }
        }
        Ok(self)
    }

    /// How often the page of what they wrote holds each of their texts.
    async fn found(mut self, room: &Room) -> Outcome<(Self, Vec<usize>)> {
        let page = match self.sent.is_empty() {
            true => String::new(),
            false => self.client.page(&format!("{}/moi", room.congress)).await?,
        };
        // Its end is the text's: « Repère … . »
        let times = |marker: &String| page.matches(&format!("{marker}.")).count();
        let found = self.sent.iter().map(|(marker, _)| times(marker)).collect();
        Ok((self, found))
    }
}

async fn looked_at(room: &Arc<Room>, people: Vec<Person>, report: &mut Report) -> Outcome {
    let one = |person: Person| {
        let room = room.clone();
        async move { person.found(&room).await }
    };
    for (person, found) in in_turns(people.into_iter().map(one)).await? {
        for ((_, sent), found) in person.sent.iter().zip(found) {
            report.count(sent, found);
        }
        let Client { read, form, write, retried, .. } = person.client;
        report.times(read, form, write);
        report.retried += retried;
    }
    Ok(())
}
