//! Letters, from the queue over a real SMTP conversation to their state, and back.

mod bounces;
mod outbox;
mod sending;
mod smtp;
mod telling;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use domain::congress::Congress;
use domain::id::{Entropy, LetterId};
use domain::mail::{LetterState, Purpose, Recipient};
use domain::time::{Clock, Timestamp};
use server::jobs::mail::{Carrier, Sending};
use server::present::CountedEntropy;
use storage::NewLetter;

use crate::harness::{NOW, TestApp};

/// A clock that a test sets.
#[derive(Clone)]
struct Hand(Arc<Mutex<Timestamp>>);

impl Hand {
    fn new() -> Self {
        Self(Arc::new(Mutex::new(NOW)))
    }

    fn forward(&self, minutes: i64) {
        let mut now = self.0.lock().unwrap();
        *now = Timestamp::from_micros(now.micros() + minutes * 60_000_000);
    }
}

impl Clock for Hand {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}

/// A congress of real people, without texts.
async fn congress(app: &mut TestApp) -> Congress {
    app.import("texte\nLa fibre.\n".as_bytes(), |_| ()).await.expect("imported");
    let mut reading = app.state.storage.read().await.unwrap();
    reading.congress(&"essai".parse().unwrap()).await.unwrap().expect("made")
}

fn letter(congress: &Congress, number: u64) -> NewLetter {
    let entropy: &mut dyn Entropy = &mut CountedEntropy::new(number);
    NewLetter {
        id: LetterId::new(NOW, entropy),
        congress: congress.id,
        key: format!("essai {number}"),
        to: Recipient { name: "Agnès Rondeau".into(), address: format!("mairie{number}@echire.example") },
        member: None,
        purpose: Purpose::Invitation,
        subject: format!("Agnès Rondeau, votre invitation n° {number}"),
        text: format!(
            "Bonjour,\n\n.\nVoici le lien\u{a0}: https://congres.example/entrer/{}\n",
            "a1".repeat(32)
        ),
        html: "<p>Bonjour « Agnès »</p>".into(),
        stop_url: Some("https://congres.example/decliner/x".into()),
        at: NOW,
    }
}

async fn queue(app: &TestApp, letters: &[NewLetter]) {
    let mut work = app.state.storage.write().await.unwrap();
    for letter in letters {
        assert!(work.queue_letter(letter).await.unwrap());
    }
    work.save().await.unwrap();
}

async fn state(app: &TestApp, letter: &NewLetter) -> LetterState {
    let mut reading = app.state.storage.read().await.unwrap();
    reading.letter(letter.congress, letter.id).await.unwrap().expect("queued").line.state
}

fn carrier(app: &TestApp, clock: &Hand, settings: &server::config::Mail, seed: u64) -> Carrier {
    let sending = Sending::from_settings(settings).expect("fit").expect("a host");
    let sending = sending.with_patience(Duration::from_millis(300));
    Carrier::new(
        app.state.storage.clone(),
        Arc::new(clock.clone()),
        Box::new(CountedEntropy::new(seed)),
        sending,
        "https://congres.example".into(),
    )
}
