//! Noting what came back.

use domain::mail::Setback;
use domain::time::Clock;
use serde::Serialize;
use storage::{BounceNoted, Storage, StorageError};

use super::read::{Returned, Unread, read};

/// What became of the messages that were read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Letters noted now as come back.
    pub noted: u32,
    /// Letters known before as not arrived.
    pub known: u32,
    /// Reports of letters that are late or arrived.
    pub underway: u32,
    /// Reports of letters that this database doesn't hold.
    pub unknown: u32,
    /// Messages that say nothing of a letter: file, and why.
    pub unread: Vec<(String, String)>,
}

/// Reads messages, each under its file's name, and notes what they say in one unit of work.
///
/// # Errors
/// When the database fails; nothing is noted then.
pub async fn note(
    storage: &Storage,
    clock: &dyn Clock,
    back: &str,
    messages: &[(String, Vec<u8>)],
) -> Result<Report, StorageError> {
    let mut report = Report::default();
    let mut work = storage.write().await?;
    for (file, bytes) in messages {
        match read(bytes, back) {
            Ok(Returned::Failed(letter, why)) => {
                let why = Setback { answer: why.answer.chars().take(LONGEST).collect(), ..why };
                let count = match work.letter_bounced(letter, &why, clock.now()).await? {
                    BounceNoted::Now => &mut report.noted,
                    BounceNoted::Before => &mut report.known,
                    BounceNoted::Unknown => &mut report.unknown,
                };
                *count += 1;
            }
            Ok(Returned::Underway) => report.underway += 1,
            Err(unread) => report.unread.push((file.clone(), words(unread).to_owned())),
        }
    }
    work.save().await?;
    Ok(report)
}

/// Characters kept of what the other server said: the rest is links and advertisement.
const LONGEST: usize = 500;

fn words(unread: Unread) -> &'static str {
    match unread {
        Unread::NoMessage => "ce n’est pas un message",
        Unread::NoReport => "ce n’est pas un avis de non-remise : quelqu’un l’a peut-être écrit, lisez-le",
        Unread::NoLetter => "cet avis ne dit pas de quelle lettre il s’agit",
    }
}
