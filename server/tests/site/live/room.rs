//! A sitting to follow: its stage, and those who follow it over a real port.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::http::header;
use domain::congress::Congress;
use domain::id::{MemberId, SittingId};
use domain::live::{Count, Fact, Facts, FromBrowser, ToBrowser};
use domain::sitting::{Access, Sitting, SittingRules, SittingStage};
use futures_util::{SinkExt as _, StreamExt as _};
use server::live::{Asked, Ballot, Live, Scenes, Soon, Stage, Trouble, Verdict, admitted};
use server::pages::Refusal;
use storage::Storage;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{WebSocketStream, client_async};

use crate::harness::{NOW, TestApp};

/// The public sitting.
pub fn sitting() -> SittingId {
    "019a8201-7c40-7000-8000-000000000007".parse().unwrap()
}

/// The one that is closed to the public.
pub fn in_camera() -> SittingId {
    "019a8201-7c40-7000-8000-000000000009".parse().unwrap()
}

/// A sitting: what is written on the board, and a box.
#[derive(Clone)]
pub struct Theatre {
    /// Where sittings are; given when it is shown.
    pub storage: Option<Storage>,
    pub board: Arc<Mutex<String>>,
    pub ballots: Arc<Mutex<Vec<Ballot>>>,
    /// Ballots that may be counted.
    pub turns: Arc<Semaphore>,
}

impl Default for Theatre {
    fn default() -> Self {
        let turns = Arc::new(Semaphore::new(Semaphore::MAX_PERMITS));
        Self { storage: None, board: Arc::default(), ballots: Arc::default(), turns }
    }
}

impl Stage for Theatre {
    fn admit<'a>(&'a self, asked: Asked<'a>) -> Soon<'a, Result<(), Refusal>> {
        Box::pin(admitted(self.storage.as_ref().unwrap(), asked))
    }

    fn scenes(&self, _: SittingId) -> Soon<'_, Result<Scenes, Trouble>> {
        let board = self.board.lock().unwrap().clone();
        let of = |whom: &str| format!("<p data-scene>{whom} : {board}</p>");
        let scenes = Scenes { phone: of("phone"), screen: of("screen"), desk: of("desk") };
        Box::pin(async move { Ok(scenes) })
    }

    fn mine(
        &self,
        _: SittingId,
        members: Vec<MemberId>,
    ) -> Soon<'_, Result<Vec<(MemberId, Facts)>, Trouble>> {
        let ballots = self.ballots.lock().unwrap();
        let voted = |of: &MemberId| ballots.iter().any(|ballot| ballot.member == *of);
        let facts =
            members.iter().map(|of| (*of, [("vote".to_owned(), Fact::Is(voted(of)))].into())).collect();
        Box::pin(async move { Ok(facts) })
    }

    fn ballot<'a>(&'a self, live: &'a Live, ballot: Ballot) -> Soon<'a, Verdict> {
        Box::pin(async move {
            self.turns.acquire().await.unwrap().forget();
            if ballot.form.contains("choix=nul") {
                return Verdict::Refused("Ce choix n’est pas proposé.".to_owned());
            }
            let member = ballot.member;
            self.ballots.lock().unwrap().push(ballot);
            live.refresh_of(sitting(), member);
            Verdict::Kept
        })
    }
}

impl TestApp {
    /// Has both sittings, of which that is shown, and listens on a port of its own.
    pub async fn show(&mut self, congress: &Congress, theatre: &Theatre) -> SocketAddr {
        let (storage, clock) = (self.state.storage.clone(), self.state.clock.clone());
        let mut work = storage.write().await.unwrap();
        for (id, access) in [(sitting(), Access::Public), (in_camera(), Access::InCamera)] {
            let new = Sitting {
                id,
                congress: congress.id,
                name: "Débat et vote".parse().unwrap(),
                place: None,
                access,
                starts_at: NOW,
                rules: SittingRules::default(),
                stage: SittingStage::Planned,
            };
            work.add_sitting(&new, (None, NOW)).await.unwrap();
        }
        work.save().await.unwrap();
        let theatre = Theatre { storage: Some(storage.clone()), ..theatre.clone() };
        self.with(|state| state.live = Live::open(storage, clock, Arc::new(theatre)));
        self.listen().await
    }

    /// Listens on a port of its own.
    pub async fn listen(&self) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let service = self.router().into_make_service_with_connect_info::<SocketAddr>();
        tokio::spawn(async move { axum::serve(listener, service).await });
        address
    }
}

/// Somebody who follows.
pub struct Follower {
    line: WebSocketStream<TcpStream>,
    /// What was told last of what concerns them, whatever was waited for meanwhile.
    facts: Facts,
}

/// How somebody comes.
#[derive(Clone, Copy, Default)]
pub struct Coming<'a> {
    pub cookie: &'a str,
    pub origin: Option<&'a str>,
    pub n: u64,
}

/// Longer than anything takes on a busy machine: a test that hangs ends.
const PATIENCE: Duration = Duration::from_secs(30);

impl Follower {
    /// Comes, or the status of the refusal.
    pub async fn try_join(to: SocketAddr, path: &str, coming: Coming<'_>) -> Result<Self, u16> {
        let mut request = format!("ws://{to}{path}?n={}", coming.n).into_client_request().unwrap();
        let own = format!("http://{to}");
        let origin = coming.origin.unwrap_or(&own);
        request.headers_mut().insert(header::ORIGIN, origin.parse().unwrap());
        request.headers_mut().insert(header::COOKIE, coming.cookie.parse().unwrap());
        let line = TcpStream::connect(to).await.unwrap();
        match client_async(request, line).await {
            Ok((line, _)) => Ok(Self { line, facts: Facts::new() }),
            Err(Error::Http(answer)) => Err(answer.status().as_u16()),
            Err(error) => panic!("{error}"),
        }
    }

    pub async fn join(to: SocketAddr, path: &str, cookie: &str, n: u64) -> Self {
        Self::try_join(to, path, Coming { cookie, n, origin: None }).await.expect("admitted")
    }

    /// What is said next.
    pub async fn hear(&mut self) -> ToBrowser {
        let said = match self.next().await {
            Ok(Message::Text(text)) => serde_json::from_str(&text).unwrap(),
            other => panic!("{other:?}"),
        };
        if let ToBrowser::Mine { facts } = &said {
            self.facts.clone_from(facts);
        }
        said
    }

    pub async fn scene(&mut self) -> (u64, String) {
        loop {
            if let ToBrowser::Scene { n, html } = self.hear().await {
                return (n, html);
            }
        }
    }

    pub async fn mine(&mut self) -> Facts {
        loop {
            if let ToBrowser::Mine { facts } = self.hear().await {
                return facts;
            }
        }
    }

    /// What concerns them, once that holds: it may have been told already, before or after anything else.
    pub async fn mine_where(&mut self, holds: impl Fn(&Facts) -> bool) -> Facts {
        while !holds(&self.facts) {
            self.hear().await;
        }
        self.facts.clone()
    }

    /// What becomes of the ballot that was sent.
    pub async fn answer(&mut self) -> ToBrowser {
        loop {
            let said = self.hear().await;
            if matches!(said, ToBrowser::Ack { .. } | ToBrowser::No { .. } | ToBrowser::Later { .. }) {
                return said;
            }
        }
    }

    /// How many have voted, once so many have; every message until then is kept.
    pub async fn count_of(&mut self, voted: u64, heard: &mut Vec<ToBrowser>) -> Count {
        loop {
            let said = self.hear().await;
            heard.push(said.clone());
            match said {
                ToBrowser::Count(count) if count.voted == voted => return count,
                _ => {}
            }
        }
    }

    /// The next scene that holds these words.
    pub async fn scene_with(&mut self, words: &str) -> String {
        loop {
            let (_, html) = self.scene().await;
            if html.contains(words) {
                return html;
            }
        }
    }

    pub async fn vote(&mut self, key: &str, form: &str) {
        let ballot = FromBrowser::Ballot { poll: "p".into(), key: key.into(), form: form.into() };
        self.send(Message::text(serde_json::to_string(&ballot).unwrap())).await.unwrap();
    }

    pub async fn send(&mut self, message: Message) -> Result<(), Error> {
        self.line.send(message).await
    }

    async fn next(&mut self) -> Result<Message, Option<Error>> {
        let next = tokio::time::timeout(PATIENCE, self.line.next()).await.expect("something comes");
        next.ok_or(None)?.map_err(Some)
    }

    /// The reason for which the server ends it; None where the line was cut before it was heard.
    pub async fn end(mut self) -> Option<CloseFrame> {
        loop {
            match self.next().await {
                Ok(Message::Close(frame)) => return frame,
                Ok(_) => {}
                Err(_) => return None,
            }
        }
    }
}
