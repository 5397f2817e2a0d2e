//! A new link for everybody at an address, by letter.

use app::letters::sign_in;
use app::routes::Route;
use domain::congress::Congress;
use domain::email::Email;
use domain::id::LinkRequestId;
use domain::line::Line;
use domain::mail::Purpose;
use domain::member::MemberNumber;

use crate::access::{Secret, new_link};
use crate::letters::{About, To, letter};
use crate::pages::{Refusal, Visit};

/// Who a letter is composed for where nobody has the address, so that the answer takes as long; it isn't queued.
const NOBODY: &str = "Personne";

/// Sends a link to each person of a mailbox. Whether there is anybody can't be told from outside: the same steps are taken, a
/// letter is composed, and a row is written to disk in both cases.
///
/// # Errors
/// When the database fails.
pub(super) async fn send(visit: &Visit, congress: &Congress, email: &Email) -> Result<(), Refusal> {
    let now = visit.now();
    let mut work = visit.state.storage.write().await?;
    let people = work.members_at(congress.id, email).await?;
    if people.is_empty() {
        let name: Line = NOBODY.parse().map_err(Refusal::broken)?;
        let secret = visit.state.draw(Secret::draw);
        let composed = sign_in::letter(congress, &name, MemberNumber::NONE, url(visit, &secret));
        std::hint::black_box(app::letters::compose(congress, &composed));
    }
    for member in &people {
        let secret = visit.state.draw(Secret::draw);
        new_link(&mut work, member.id, &secret, now).await?;
        let words = sign_in::letter(congress, &member.name, member.number, url(visit, &secret));
        let to = To { name: member.name.as_str(), email, member: member.id };
        let about = About { purpose: Purpose::SignIn, key: None };
        let new = visit.state.draw(|entropy| letter(congress, to, about, &words, (now, entropy)));
        work.queue_letter(&new).await?;
    }
    let request = visit.state.draw(|entropy| LinkRequestId::new(now, entropy));
    work.note_link_request(request, congress.id, now, people.len()).await?;
    work.save().await?;
    Ok(())
}

/// The whole address of a personal link.
fn url(visit: &Visit, secret: &Secret) -> String {
    format!("{}{}", visit.state.public_url, Route::Enter(secret.text()).path())
}
