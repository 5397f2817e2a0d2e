use std::sync::Mutex;
use std::time::Duration;

use domain::id::{MemberId, SittingId};
use domain::live::{Audience, Count, Facts};
use domain::time::{Clock, Timestamp};
use storage::Storage;
use tokio::sync::{mpsc, oneshot};

use super::*;
use crate::live::Live;
use crate::live::stage::{Asked, Scenes, Stage, Trouble};
use crate::live::wait::Hands;
use crate::pages::Refusal;

struct Still;

impl Clock for Still {
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(1_000)
    }
}

/// What is shown is what the test writes there.
#[derive(Clone, Default)]
struct Board(Arc<Mutex<String>>);

impl Stage for Board {
    fn admit<'a>(&'a self, _: Asked<'a>) -> Soon<'a, Result<(), Refusal>> {
        Box::pin(async { Ok(()) })
    }

    fn scenes(&self, _: SittingId) -> Soon<'_, Result<Scenes, Trouble>> {
        let screen = self.0.lock().unwrap().clone();
        let readable = screen != "illisible";
        Box::pin(async move {
            if readable { Ok(Scenes { screen, ..Scenes::default() }) } else { Err("unreadable".into()) }
        })
    }

    fn mine(&self, _: SittingId, _: Vec<MemberId>) -> Soon<'_, Result<Vec<(MemberId, Facts)>, Trouble>> {
        Box::pin(async { Ok(vec![]) })
    }

    fn ballot<'a>(&'a self, _: &'a Live, _: Ballot) -> Soon<'a, Verdict> {
        Box::pin(async { Verdict::Kept })
    }
}

/// A socket without a network.
struct Wire {
    heard: mpsc::UnboundedReceiver<Heard>,
    said: mpsc::Sender<Utf8Bytes>,
    ended: Option<oneshot::Sender<End>>,
}

impl Line for Wire {
    async fn hear(&mut self) -> Heard {
        self.heard.recv().await.unwrap_or(Heard::Gone)
    }

    async fn say(&mut self, text: Utf8Bytes) -> bool {
        self.said.send(text).await.is_ok()
    }

    async fn hang_up(&mut self, end: End) {
        let _ = self.ended.take().map(|ended| ended.send(end));
    }
}

/// The other end of it.
struct Browser {
    say: mpsc::UnboundedSender<Heard>,
    told: mpsc::Receiver<Utf8Bytes>,
    ended: oneshot::Receiver<End>,
}

impl Browser {
    async fn hear(&mut self) -> ToBrowser {
        serde_json::from_str(&self.told.recv().await.expect("a message")).unwrap()
    }

    async fn beat(&mut self) -> bool {
        matches!(self.hear().await, ToBrowser::Beat { .. })
    }

    async fn scene(&mut self) -> (u64, String) {
        match self.hear().await {
            ToBrowser::Scene { n, html } => (n, html),
            other => panic!("{other:?}"),
        }
    }
}

struct Room {
    live: Live,
    board: Board,
    hands: Hands,
    _folder: tempfile::TempDir,
}

const SCENE: Duration = Duration::from_millis(100);

fn sitting() -> SittingId {
    uuid::Uuid::from_u128(7).into()
}

impl Room {
    async fn open() -> Self {
        let (board, hands) = (Board::default(), Hands::default());
        // Nothing is asked of it here.
        let folder = tempfile::tempdir().unwrap();
        let storage =
            Storage::open(&format!("sqlite://{}", folder.path().join("vide.db").display())).await.unwrap();
        let live =
            Live::open_with(storage, Arc::new(Still), Arc::new(board.clone()), Arc::new(hands.clone()));
        Self { live, board, hands, _folder: folder }
    }

    fn write(&self, words: &str) {
        words.clone_into(&mut self.board.0.lock().unwrap());
        self.live.refresh(sitting());
    }

    /// A screen that holds so many messages before it reads one.
    fn screen(&self, last: u64, holds: usize) -> Browser {
        let ((say, heard), (said, told), (ends, ended)) =
            (mpsc::unbounded_channel(), mpsc::channel(holds), oneshot::channel());
        let seat = Seat {
            live: self.live.clone(),
            congress: "essai".parse().unwrap(),
            sitting: sitting(),
            audience: Audience::Screen,
            viewer: None,
            last,
            place: self.live.place(true).expect("a place"),
        };
        tokio::spawn(follow(Wire { heard, said, ended: Some(ends) }, seat));
        Browser { say, told, ended }
    }
}

/// Lets everybody come to where they wait.
async fn settle() {
    for _ in 0..50 {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn whoever_answers_is_kept_and_whoever_is_silent_for_two_beats_is_not() {
    let room = Room::open().await;
    let mut browser = room.screen(0, 9);
    browser.scene().await;
    for _ in 0..5 {
        room.hands.turn(BEAT).await;
        assert!(browser.beat().await);
        browser.say.send(Heard::Text(r#"{"is":"beat"}"#.into())).unwrap();
        settle().await;
    }
    for _ in 0..2 {
        room.hands.turn(BEAT).await;
        assert!(browser.beat().await);
    }
    room.hands.turn(BEAT).await;
    assert_eq!(browser.ended.await, Ok(End::Silent));
}

#[tokio::test]
async fn counts_leave_once_a_wait_and_the_last_always() {
    let room = Room::open().await;
    let mut browser = room.screen(0, 99);
    browser.scene().await;
    let vote = |voted| room.live.count(sitting(), Count { poll: "p".into(), voted, of: 50 });
    let mut heard = Vec::new();
    for voted in 1..=50 {
        vote(voted);
        settle().await;
        if voted % 20 == 0 {
            room.hands.turn(SCENE).await;
            settle().await;
        }
    }
    room.hands.turn(SCENE).await;
    settle().await;
    vote(3);
    room.hands.turn(SCENE).await;
    settle().await;
    while let Ok(text) = browser.told.try_recv() {
        match serde_json::from_str(&text).unwrap() {
            ToBrowser::Count(count) => heard.push(count.voted),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(heard, [1, 20, 40, 50], "the first at once, one a wait, the last, and nothing that goes back");
}

#[tokio::test]
async fn a_slow_browser_gets_the_last_scene_and_none_of_those_between() {
    let room = Room::open().await;
    room.write("0");
    let mut slow = room.screen(0, 1);
    let mut quick = room.screen(0, 999);
    assert_eq!(slow.scene().await.1, "0");
    let mut quickly = vec![quick.scene().await];
    for scene in 1..=100 {
        room.hands.turn(SCENE).await;
        room.write(&scene.to_string());
        settle().await;
        quickly.push(quick.scene().await);
    }
    assert!(quickly.is_sorted_by(|one, next| one.0 < next.0), "numbers grow");
    let mut slowly = vec![];
    while slowly.last() != Some(&"100".to_owned()) {
        slowly.push(slow.scene().await.1);
    }
    assert!(slowly.len() <= 3, "{slowly:?}");
}

#[tokio::test]
async fn whoever_shows_the_scene_of_now_is_told_nothing_and_whoever_missed_one_gets_it() {
    let room = Room::open().await;
    room.write("un");
    let (n, _) = room.screen(0, 9).scene().await;
    assert_eq!(n, 1_000, "numbers begin with the hour");
    let mut same = room.screen(n, 9);
    let mut before = room.screen(n - 1, 9);
    assert_eq!(before.scene().await, (n, "un".to_owned()));
    settle().await;
    assert!(same.told.try_recv().is_err());
    // The same again is no scene.
    room.hands.turn(SCENE).await;
    room.write("un");
    settle().await;
    room.hands.turn(SCENE).await;
    room.write("deux");
    assert_eq!(same.scene().await, (n + 1, "deux".to_owned()));
}

#[tokio::test]
async fn what_could_not_be_read_is_read_again() {
    let room = Room::open().await;
    room.write("illisible");
    let mut browser = room.screen(0, 9);
    settle().await;
    assert!(browser.told.try_recv().is_err());
    room.write("lisible");
    room.hands.turn(Duration::from_secs(1)).await;
    assert_eq!(browser.scene().await.1, "lisible");
}

#[tokio::test]
async fn a_server_that_stops_says_so_and_takes_nobody_more() {
    let room = Room::open().await;
    let mut browser = room.screen(0, 9);
    browser.scene().await;
    room.live.finish().await;
    assert_eq!(browser.ended.await, Ok(End::Stopping));
    assert!(room.live.place(false).is_none());
}
