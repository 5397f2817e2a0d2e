//! Invented letters, one in each state.

use app::letters::{Footer, Letter, compose};
use domain::mail::{Cause, LetterState, Purpose, Recipient, Setback};
use domain::reading::{LetterCounts, LetterLine, LetterPage, OutboxPage};
use domain::time::Timestamp;

use super::{DAY, NOW, congress, id};

fn line(number: u32, purpose: Purpose, state: LetterState) -> LetterLine {
    LetterLine {
        id: id(number).into(),
        to: Recipient { name: "Agnès Rondeau".into(), address: "mairie@echire.example".into() },
        purpose,
        subject: "Agnès Rondeau, dites ce que le numérique change à Échiré".into(),
        created_at: Timestamp::from_micros(NOW.micros() - DAY),
        state,
    }
}

fn why(cause: Cause, answer: &str) -> Setback {
    Setback { cause, answer: answer.into() }
}

pub fn outbox() -> OutboxPage {
    let later = Timestamp::from_micros(NOW.micros() + DAY / 4);
    let unknown =
        why(Cause::NoMailbox, "550 5.1.1 <mairie@echire.example>: Recipient address rejected: User unknown");
    let refused = line(3, Purpose::Invitation, LetterState::Refused { at: NOW, why: unknown });
    let ours = why(Cause::Settings, "535 5.7.8 authentication failed");
    let busy = why(Cause::Busy, "450 4.7.1 greylisted");
    OutboxPage {
        counts: LetterCounts { queued: 1, deferred: 2, sent: 1, refused: 1, bounced: 1 },
        to_mend: vec![refused.clone()],
        letters: vec![
            line(1, Purpose::SignIn, LetterState::Queued),
            line(2, Purpose::Acknowledgement, LetterState::Sent { at: NOW }),
            refused,
            line(4, Purpose::Reminder, LetterState::Deferred { until: later, attempts: 2, why: busy }),
            line(5, Purpose::Digest, LetterState::Deferred { until: later, attempts: 0, why: ours }),
            line(
                6,
                Purpose::News,
                LetterState::Bounced { at: NOW, why: why(Cause::Full, "552 5.2.2 mailbox full") },
            ),
        ],
        page: 1,
        pages: 3,
    }
}

pub fn letter() -> LetterPage {
    let words = Letter {
        subject: "Agnès Rondeau, dites ce que le numérique change à Échiré".into(),
        greeting: app::text::letter::greeting("Agnès Rondeau"),
        paragraphs: vec![
            "Vous avez quelque chose à dire du numérique dans votre commune\u{a0}: cinq minutes suffisent, sans mot de passe, et vous retrouverez vos mots dans la motion.".into(),
            "Ce lien est le vôtre et vaut trente jours. Si plusieurs personnes lisent cette boîte, chacune a le sien.".into(),
        ],
        action: Some(("Dire ce que j’en pense".into(), format!("https://congres.example/entrer/{}", "a1".repeat(32)))),
        footer: Footer {
            why: "Vous recevez ce message parce que votre association vous compte parmi ses membres.".into(),
            stop: vec![("Ne plus recevoir de message de ce congrès".into(), "https://congres.example/decliner/b2".into())],
        },
    };
    let composed = compose(&congress(), &words);
    LetterPage {
        line: line(1, Purpose::Invitation, LetterState::Queued),
        text: composed.text,
        html: composed.html,
    }
}
