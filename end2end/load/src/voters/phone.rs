//! A phone that votes: it sends its ballot, and the very same again, until the server says what became of it.

use std::time::Duration;

use domain::id::Entropy as _;
use domain::live::{Audience, Fact, Facts, FromBrowser, ToBrowser};
use domain::vote::{Choice, Receipt};
use tokio::sync::watch;
use tokio::time::{Instant, sleep, timeout, timeout_at};

use super::crowd::Plan;
use super::hall::Hall;
use crate::Outcome;
use crate::client::Client;
use crate::draw::Draw;
use crate::form::{self, Fields};
use crate::http::Browser;
use crate::present::Chance;
use crate::socket::Socket;

/// How long an answer is waited for before the same is sent again, as a browser does.
const ANSWER: Duration = Duration::from_secs(8);
/// Between two attempts when nobody answers.
const AGAIN: Duration = Duration::from_millis(250);
/// For how long somebody tries before they give up.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long a slow phone takes before it reads on.
const SLOW: Duration = Duration::from_millis(300);

/// Somebody's phone, following the sitting.
pub(super) struct Phone {
    path: String,
    host: String,
    cookie: String,
    socket: Option<Socket>,
    facts: Facts,
    draw: Draw,
    slow: bool,
    drops: bool,
}

/// What became of what somebody sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Became {
    /// The server said that it is on disk, so long after it was first sent, at that moment.
    Acknowledged(Duration, Instant),
    /// The server refused it, with this sentence.
    Refused(String),
    /// Nobody answered for as long as somebody waits.
    GivenUp,
}

/// What somebody voted.
#[derive(Clone, Debug)]
pub(super) struct Voted {
    /// By voice in a public poll, by receipt in a secret one.
    pub(super) ballots: Vec<String>,
    pub(super) choice: Choice,
    pub(super) became: Became,
    /// Whether what they waited is the server's doing: neither were they slow nor did they hang up.
    pub(super) measured: bool,
}

impl Phone {
    /// Enters by the link of that rank, and follows.
    pub(super) async fn join(hall: &Hall, rank: usize, plan: &Plan) -> Outcome<Self> {
        let mut client = Client::new(Browser::new(hall.host.clone()));
        client.enter(&hall.voters[rank]).await?;
        let mut draw = Draw::new(rank as u64 + 2);
        let mut phone = Self {
            path: hall.direct(Audience::Phone),
            host: hall.host.to_string(),
            cookie: client.cookie().to_owned(),
            socket: None,
            facts: Facts::new(),
            slow: draw.unit() * 100.0 < f64::from(plan.slow),
            drops: draw.unit() * 100.0 < f64::from(plan.drop),
            draw,
        };
        phone.socket = Some(Socket::open(&phone.host, &phone.path, &phone.cookie).await?);
        phone.hear_until(|message| matches!(message, ToBrowser::Mine { .. })).await?;
        Ok(phone)
    }

    /// Waits until it may vote, then for a moment of its own, votes, and tells what became of that.
    pub(super) async fn vote(&mut self, poll: &str, begun: Instant, plan: &Plan) -> Outcome<Voted> {
        let choices: &[&Choice] = match plan.secret {
            true => &[&Choice::For, &Choice::For, &Choice::Against, &Choice::Abstain, &Choice::Blank],
            false => &[&Choice::For, &Choice::For, &Choice::Against, &Choice::Abstain],
        };
        let choice = self.draw.one_of(choices).clone();
        let moment = begun + self.draw.within(plan.within);
        let seats = self.seats(begun).await?;
        let receipts: Vec<String> =
            seats.iter().filter(|_| plan.secret).map(|_| Receipt::draw(&mut Chance).to_string()).collect();
        let form = form::encoded(&fields(poll, &choice, &seats, &receipts));
        let mut key = [0; 16];
        Chance.fill(&mut key);
        let _ = timeout_at(moment, self.follow()).await;
        let ballot = FromBrowser::Ballot { poll: poll.to_owned(), key: crate::seed::hex(&key), form };
        let measured = !self.slow && !self.drops;
        let became = self.send(&ballot).await?;
        let ballots = if plan.secret { receipts } else { seats };
        Ok(Voted { ballots, choice, became, measured })
    }

    /// Stays until everybody has voted: the others' counts go to those who voted too.
    pub(super) async fn stay(mut self, mut over: watch::Receiver<bool>) {
        tokio::select! {
            _ = over.wait_for(|over| *over) => {}
            () = self.follow() => {}
        }
    }

    /// Reads what it is told, and comes back when its line is cut. Without an end.
    async fn follow(&mut self) {
        loop {
            if self.hear_until(|_| true).await.is_err() {
                self.line().await;
            }
        }
    }

    /// The voices that the server says it has.
    async fn seats(&mut self, begun: Instant) -> Outcome<Vec<String>> {
        loop {
            if let Some(Fact::Words(seats)) = self.facts.get("sieges")
                && !seats.is_empty()
            {
                return Ok(seats.split(' ').map(str::to_owned).collect());
            }
            if begun.elapsed() > PATIENCE {
                return Err("a phone was never told that it may vote.".to_owned());
            }
            let _ =
                timeout(ANSWER, self.hear_until(|message| matches!(message, ToBrowser::Mine { .. }))).await;
            self.line().await;
        }
    }

    async fn send(&mut self, ballot: &FromBrowser) -> Outcome<Became> {
        let FromBrowser::Ballot { key, .. } = ballot else { return Err("that is no ballot.".to_owned()) };
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            self.line().await;
            let Some(socket) = &mut self.socket else { continue };
            if socket.say(ballot).await.is_err() {
                self.socket = None;
                continue;
            }
            if std::mem::take(&mut self.drops) {
                // The network is gone before the answer comes.
                self.socket = None;
                sleep(AGAIN).await;
                continue;
            }
            let about = |message: &ToBrowser| match message {
                ToBrowser::Ack { key: of }
                | ToBrowser::No { key: of, .. }
                | ToBrowser::Later { key: of, .. } => of == key,
                _ => false,
            };
            match timeout(ANSWER, self.hear_until(about)).await {
                Ok(Ok(ToBrowser::Ack { .. })) => {
                    return Ok(Became::Acknowledged(begun.elapsed(), Instant::now()));
                }
                Ok(Ok(ToBrowser::No { sentence, .. })) => return Ok(Became::Refused(sentence)),
                _ => sleep(AGAIN).await,
            }
        }
        Ok(Became::GivenUp)
    }

    /// Has a line, if one can be opened now.
    async fn line(&mut self) {
        if self.socket.is_none() {
            self.socket = Socket::open(&self.host, &self.path, &self.cookie).await.ok();
        }
        if self.socket.is_none() {
            sleep(AGAIN).await;
        }
    }

    /// What it was waiting for; what it is told of itself on the way is noted.
    async fn hear_until(&mut self, wanted: impl Fn(&ToBrowser) -> bool) -> Outcome<ToBrowser> {
        let cut = || "the server hung up.".to_owned();
        loop {
            let socket = self.socket.as_mut().ok_or_else(cut)?;
            if self.slow {
                sleep(SLOW).await;
            }
            let Ok(Some(message)) = socket.hear().await else {
                self.socket = None;
                return Err(cut());
            };
            if let ToBrowser::Mine { facts } = &message {
                self.facts.clone_from(facts);
            }
            if wanted(&message) {
                return Ok(message);
            }
        }
    }
}

/// The form as a phone fills it in.
fn fields(poll: &str, choice: &Choice, seats: &[String], receipts: &[String]) -> Fields {
    let choice = match choice {
        Choice::For => "pour",
        Choice::Against => "contre",
        Choice::Blank => "blanc",
        Choice::Abstain | Choice::Options(_) => "abstention",
    };
    let first = [("scrutin", poll), ("etape", "confirmer"), ("choix", choice)];
    let seats = seats.iter().map(|seat| ("voix", seat.as_str()));
    let receipts = receipts.iter().map(|receipt| ("recepisse", receipt.as_str()));
    first
        .into_iter()
        .chain(seats)
        .chain(receipts)
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}
