//! Letters that people cause: composed, and queued in the unit of work of what causes them.

use app::letters::invitation::Ways;
use app::letters::{Letter, compose};
use app::routes::Route;
use domain::congress::Congress;
use domain::email::Email;
use domain::id::{Entropy, LetterId, MemberId};
use domain::mail::{Purpose, Recipient};
use domain::time::Timestamp;
use storage::NewLetter;

/// What a letter with a personal link leads to: in, or to declining.
pub fn ways(public_url: &str, secret: &str) -> Ways {
    let whole = |route: Route<'_>| format!("{public_url}{}", route.path());
    Ways { enter: whole(Route::Enter(secret)), decline: whole(Route::Decline(secret)) }
}

/// Whom a letter goes to.
#[derive(Clone, Copy, Debug)]
pub struct To<'a> {
    /// Their name.
    pub name: &'a str,
    /// Their address.
    pub email: &'a Email,
    /// Who they are.
    pub member: MemberId,
}

/// What a letter is for, and the key under which it is sent once; without a key, it is sent each time.
#[derive(Clone, Debug)]
pub struct About {
    /// What for.
    pub purpose: Purpose,
    /// The key.
    pub key: Option<String>,
}

/// A letter to be queued.
pub fn letter(
    congress: &Congress,
    to: To<'_>,
    about: About,
    letter: &Letter,
    (now, entropy): (Timestamp, &mut dyn Entropy),
) -> NewLetter {
    let composed = compose(congress, letter);
    let id = LetterId::new(now, entropy);
    NewLetter {
        id,
        congress: congress.id,
        key: about.key.unwrap_or_else(|| format!("{} {id}", about.purpose.code())),
        to: Recipient { name: to.name.to_owned(), address: to.email.to_string() },
        member: Some(to.member),
        purpose: about.purpose,
        subject: composed.subject,
        text: composed.text,
        html: composed.html,
        stop_url: letter.footer.stop.first().map(|(_, url)| url.clone()),
        at: now,
    }
}
