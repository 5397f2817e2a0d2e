//! Taking a text back, and erasing it: a question first, then the deed.

use app::failure::Failure;
use app::pages::writing::question::{self, Question};
use app::routes::Route;
use axum::extract::Path;
use axum::response::Response;
use domain::congress::Congress;
use domain::contribution::Act;
use domain::reading::OwnContribution;

use crate::pages::versions::{Who, owned};
use crate::pages::{Page, Refusal, Visit};

/// Whether to take it back?
pub async fn ask_withdraw(visit: Visit, Path((slug, number)): Path<(String, String)>) -> Response {
    let page = asked(&visit, &slug, number, Question::Withdraw).await;
    visit.answer(page).await
}

/// Whether to erase it?
pub async fn ask_erase(visit: Visit, Path((slug, number)): Path<(String, String)>) -> Response {
    let page = asked(&visit, &slug, number, Question::Erase).await;
    visit.answer(page).await
}

/// Takes it back.
pub async fn withdraw(visit: Visit, Path((slug, number)): Path<(String, String)>) -> Response {
    match done(&visit, &slug, number, Question::Withdraw).await {
        Ok(response) => response,
        Err(refusal) => visit.refused(refusal).await,
    }
}

/// Erases it.
pub async fn erase(visit: Visit, Path((slug, number)): Path<(String, String)>) -> Response {
    match done(&visit, &slug, number, Question::Erase).await {
        Ok(response) => response,
        Err(refusal) => visit.refused(refusal).await,
    }
}

const fn act(question: Question) -> Act {
    match question {
        Question::Withdraw => Act::Withdraw,
        Question::Erase => Act::Erase,
    }
}

/// The contribution, if whoever asks may do that to it. Staff takes back what it typed for somebody, and erases what it is
/// asked to.
async fn entitled(
    visit: &Visit,
    slug: &str,
    number: String,
    question: Question,
) -> Result<(Congress, OwnContribution), Refusal> {
    let (_, congress, own, who) = owned(visit, slug, number).await?;
    let entitled = who == Who::Author || question == Question::Erase || own.entered_by.is_some();
    if entitled { Ok((congress, own)) } else { Err(Failure::NotYours(congress.slug).into()) }
}

async fn asked(visit: &Visit, slug: &str, number: String, question: Question) -> Page {
    let (congress, own) = entitled(visit, slug, number, question).await?;
    let number = own.contribution.number;
    if own.life.state().after(act(question)).is_none() {
        return Err(Failure::NotNow(congress.slug, number).into());
    }
    Ok(question::document(&congress, question, number, own.written.into()))
}

async fn done(visit: &Visit, slug: &str, number: String, question: Question) -> Result<Response, Refusal> {
    let (congress, own) = entitled(visit, slug, number, question).await?;
    let (id, now) = (own.contribution.id, visit.now());
    let mut work = visit.state.storage.write().await?;
    // A second click finds it done.
    match question {
        Question::Withdraw => work.withdraw(id, now).await?,
        Question::Erase => work.erase(id, now).await?,
    };
    work.save().await?;
    Ok(visit.see(Route::Contribution(&congress.slug, own.contribution.number)))
}
