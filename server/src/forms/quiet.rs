//! Being left alone, by the secret at the foot of a letter: it opens nothing else.

use app::pages::access::quiet::{CHOICE, document};
use axum::extract::Path;
use axum::response::Response;
use domain::member::MailChoice;

use super::Posted;
use super::decline::whose;
use super::fields::{Fields, value};
use crate::guard::headers::hidden;
use crate::pages::{Page, Visit};

/// The page: it changes nothing.
pub async fn ask(visit: Visit, Path(token): Path<String>) -> Response {
    let page = async {
        let mut reading = visit.state.storage.read().await?;
        let (congress, member) = whose(&mut reading, &token).await?;
        Ok(document(&congress, &member.name, member.mail, false))
    };
    let page = page.await;
    hidden(visit.answer(page).await)
}

/// No more letters, or again those of a choice. A mail program's own « unsubscribe » posts here too (RFC 8058).
pub async fn choose(Path(token): Path<String>, Posted { visit, fields }: Posted<Fields>) -> Response {
    let asked = value(&fields, CHOICE).and_then(|code| code.parse().ok());
    let page = chosen(&visit, &token, asked.unwrap_or(MailChoice::Nothing)).await;
    hidden(visit.answer(page).await)
}

async fn chosen(visit: &Visit, token: &str, choice: MailChoice) -> Page {
    let mut work = visit.state.storage.write().await?;
    let (congress, member) = whose(&mut work, token).await?;
    work.choose_mail(member.id, choice).await?;
    work.save().await?;
    Ok(document(&congress, &member.name, choice, true))
}
