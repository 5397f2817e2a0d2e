//! Five hundred amendments on sixty passages: how long the list, the order of the vote and the collisions take.

use std::time::{Duration, Instant};

use domain::amendment::{Change, Place, Proposal, docket};
use domain::id::AmendmentId;
use domain::wording::{BlockKey, Words};
use storage::NewAmendment;

use super::{DESK, LIST, PUBLISH, WORDING, hidden, page, published};
use crate::harness::{NOW, TestApp, on_both};
use crate::sittings::{Room, seen};

const PASSAGES: u32 = 60;
const AMENDMENTS: u32 = 500;
const WORDS: [&str; 12] = [
    "la", "commune", "demande", "un", "réseau", "pour", "chaque", "école", "et", "des", "moyens", "durables",
];

/// The `n`th passage: some hundred words, no two alike.
fn passage(n: u32) -> String {
    let word = |at: u32| {
        format!("{}{}", WORDS[((n * 7 + at * 5) % 12) as usize], if at % 9 == 8 { "," } else { "" })
    };
    (0..100).map(word).collect::<Vec<_>>().join(" ") + "."
}

/// The `n`th amendment changes three words in a row of its passage.
fn amended(n: u32) -> (BlockKey, String, Words) {
    let block = n % PASSAGES;
    let base = passage(block);
    let mut words: Vec<String> = base.split(' ').map(str::to_owned).collect();
    let at = ((n * 13) % 90) as usize;
    for word in &mut words[at..at + 3] {
        *word = format!("autre{n}");
    }
    (BlockKey::new(block + 1), base, words.join(" ").parse().unwrap())
}

async fn filled(app: &TestApp, room: &Room) {
    let mut work = app.state.storage.write().await.unwrap();
    for n in 0..AMENDMENTS {
        let (key, base, words) = amended(n);
        let id = app.state.draw(|entropy| AmendmentId::new(NOW, entropy));
        let new = NewAmendment {
            id,
            congress: room.congress.id,
            version: domain::wording::VersionNumber::new(1),
            proposal: Proposal { place: Place::At(key), base, change: Change::Replace(words) },
            title: format!("Trois mots, {n}").parse().unwrap(),
            motive: "Ils sont plus justes.".parse().unwrap(),
            author: Some(room.members[0].id),
            signature: "Soazig Tanguy, maire".to_owned(),
            is_oral: false,
            by: room.members[0].id,
            at: NOW,
        };
        work.propose_amendment(&new).await.unwrap();
        work.judge_amendment((room.congress.id, id), 1, None).await.unwrap();
    }
    work.save().await.unwrap();
}

async fn timed(app: &TestApp, path: &str, cookie: &str) -> Duration {
    let mut times = Vec::new();
    for _ in 0..20 {
        let begun = Instant::now();
        page(app, path, cookie).await;
        times.push(begun.elapsed());
    }
    times.sort_unstable();
    times[18]
}

#[test]
#[ignore = "measures: cargo test --workspace --test site -- --ignored --nocapture amending::crowd"]
fn five_hundred_amendments_on_sixty_passages() {
    on_both(|mut app| async move {
        let room = Box::pin(Room::open(&mut app, &[], 5)).await;
        let text: Vec<String> = (0..PASSAGES).map(passage).collect();
        let text = text.join("\n\n");
        let start = [
            ("geste", "commencer"),
            ("titre", "Motion"),
            ("forme", "objectifs"),
            ("depart", "texte"),
            ("texte", &*text),
        ];
        seen(&app.post(WORDING, &start, &room.staff).await);
        assert!(
            page(&app, PUBLISH, &room.staff)
                .await
                .contains(&hidden(&page(&app, PUBLISH, &room.staff).await, "vu"))
        );
        published(&app, &room.staff, Some("redaction")).await;
        filled(&app, &room).await;
        let lines = app.state.storage.read().await.unwrap().amendments(room.congress.id).await.unwrap();
        let keys: Vec<BlockKey> = (1..=PASSAGES).map(BlockKey::new).collect();
        let begun = Instant::now();
        let votes = docket(&lines, &keys);
        let collisions = begun.elapsed();
        let falls: usize = votes.items.iter().map(|item| item.falls.len()).sum();
        let (list, votes, desk, one) = (
            timed(&app, LIST, "").await,
            timed(&app, &format!("{LIST}?vue=votes"), "").await,
            timed(&app, DESK, &room.staff).await,
            timed(&app, &format!("{LIST}/A-250"), "").await,
        );
        println!(
            "collisions {collisions:?} ({falls}); p95: list {list:?}, votes {votes:?}, desk {desk:?}, one {one:?}"
        );
        assert!(collisions < Duration::from_secs(1));
    });
}
