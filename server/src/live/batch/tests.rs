use std::io;
use std::sync::Mutex as Held;

use proptest::prelude::*;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use super::*;

/// A disk of which a test says how each write ends.
#[derive(Clone)]
struct Disk {
    /// What is on it, lot by lot.
    lots: Arc<Held<Vec<Vec<u32>>>>,
    /// How the next writes end; well, once none are left.
    fates: Arc<Held<Vec<Fate>>>,
    /// One for each write that may begin.
    turns: Arc<Semaphore>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Written,
    Full,
    Panics,
    Forgets,
}

impl Disk {
    fn new(mut fates: Vec<Fate>, turns: usize) -> Self {
        fates.reverse();
        let turns = Arc::new(Semaphore::new(turns));
        Self { lots: Arc::default(), fates: Arc::new(Held::new(fates)), turns }
    }

    fn written(&self) -> Vec<u32> {
        self.lots.lock().unwrap().concat()
    }
}

impl Write for Disk {
    type Item = u32;
    type Done = u32;
    type Error = io::Error;

    async fn write(&self, items: Vec<u32>) -> Result<Vec<u32>, io::Error> {
        self.turns.acquire().await.unwrap().forget();
        let fate = self.fates.lock().unwrap().pop().unwrap_or(Fate::Written);
        match fate {
            Fate::Written => self.lots.lock().unwrap().push(items.clone()),
            Fate::Full => return Err(io::ErrorKind::StorageFull.into()),
            Fate::Panics => panic!("a writer that breaks"),
            Fate::Forgets => return Ok(items.into_iter().skip(1).collect()),
        }
        Ok(items)
    }
}

fn run<F: Future>(test: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(test)
}

fn hand_in(
    batch: &Batch<Disk>,
    items: impl IntoIterator<Item = u32>,
) -> JoinSet<(u32, Result<u32, NotWritten>)> {
    let mut waiting = JoinSet::new();
    for item in items {
        let batch = batch.clone();
        waiting.spawn(async move { (item, batch.write(item).await) });
    }
    waiting
}

/// Lets everybody who was spawned come to where they wait.
async fn settle() {
    for _ in 0..10 {
        tokio::task::yield_now().await;
    }
}

proptest! {
    /// However writes end: each is answered once, acknowledged if and only if it is on disk, in the order in which it came, and
    /// once; and after the failures all is written again.
    #[test]
    fn what_is_acknowledged_is_on_disk_once_and_in_order(
        rushes in prop::collection::vec(1_u32..40, 1..8),
        fates in prop::collection::vec(
            prop_oneof![Just(Fate::Written), Just(Fate::Full), Just(Fate::Forgets)], 0..8),
    ) {
        run(async {
            let disk = Disk::new(fates, Semaphore::MAX_PERMITS);
            let batch = Batch::open(disk.clone());
            let mut acknowledged = Vec::new();
            let mut next = 0;
            for rush in rushes {
                let answers = hand_in(&batch, next..next + rush).join_all().await;
                prop_assert_eq!(answers.len(), rush as usize);
                for (item, answer) in answers {
                    match answer {
                        Ok(done) => { prop_assert_eq!(done, item); acknowledged.push(item); }
                        Err(why) => prop_assert_eq!(why, NotWritten::Failed),
                    }
                }
                next += rush;
            }
            acknowledged.sort_unstable();
            prop_assert_eq!(&disk.written(), &acknowledged);
            batch.finish().await;
            prop_assert_eq!(batch.write(0).await, Err(NotWritten::Stopping));
            Ok(())
        })?;
    }
}

#[test]
fn what_arrives_while_a_lot_is_written_is_the_next_lot() {
    run(async {
        let disk = Disk::new(vec![], 1);
        let batch = Batch::open(disk.clone());
        let first = hand_in(&batch, [0]);
        settle().await;
        let others = hand_in(&batch, 1..100);
        settle().await;
        disk.turns.add_permits(1);
        first.join_all().await;
        others.join_all().await;
        let lots = disk.lots.lock().unwrap().clone();
        assert_eq!(lots, [vec![0], (1..100).collect::<Vec<_>>()]);
    });
}

#[test]
fn a_writer_that_breaks_is_a_lot_that_failed() {
    run(async {
        let disk = Disk::new(vec![Fate::Panics], Semaphore::MAX_PERMITS);
        let batch = Batch::open(disk.clone());
        assert_eq!(batch.write(1).await, Err(NotWritten::Failed));
        assert_eq!(batch.write(2).await, Ok(2));
        assert_eq!(disk.written(), [2]);
    });
}

#[test]
fn when_too_much_waits_it_is_said_and_what_waits_is_written() {
    run(async {
        let disk = Disk::new(vec![], 0);
        let batch = Batch::with_room_for(3, disk.clone());
        let first = hand_in(&batch, [0]);
        settle().await;
        let waiting = hand_in(&batch, 1..4);
        settle().await;
        assert_eq!(batch.write(9).await, Err(NotWritten::Busy));
        disk.turns.add_permits(2);
        assert!(
            first.join_all().await.iter().chain(&waiting.join_all().await).all(|(_, answer)| answer.is_ok())
        );
        assert_eq!(disk.written(), [0, 1, 2, 3]);
    });
}

#[test]
fn what_was_handed_in_is_written_before_it_is_finished_also_for_whom_nobody_waits() {
    run(async {
        let disk = Disk::new(vec![], 0);
        let batch = Batch::open(disk.clone());
        let waiting = hand_in(&batch, 0..5);
        settle().await;
        drop(waiting);
        disk.turns.add_permits(5);
        batch.finish().await;
        batch.finish().await;
        assert_eq!(disk.written(), [0, 1, 2, 3, 4]);
    });
}
