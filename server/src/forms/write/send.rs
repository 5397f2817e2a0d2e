//! A new text is sent.

use analysis::read::index_terms;
use app::form::Faults;
use app::pages::writing::form::name;
use app::routes::Route;
use app::text::writing as text;
use axum::extract::Path;
use axum::response::Response;
use domain::contribution::{Channel, Contribution, State, Target, Written};
use domain::id::{ContributionId, MemberId};
use domain::member::MemberAct;
use sha2::{Digest, Sha256};
use storage::{NewContribution, NewText};

use super::desk::{Desk, Filled};
use super::typed::{Fields, Typed};
use super::{acknowledge, again, completed, too_late};
use crate::access::Key;
use crate::forms::Posted;
use crate::forms::staff::note;
use crate::jobs::import::hex;
use crate::pages::Refusal;

/// Sends a text: its acknowledgement, or the same page with what is wrong.
pub async fn send(Path(slug): Path<String>, posted: Posted<Fields>) -> Response {
    match Box::pin(sent(&posted, &slug)).await {
        Ok(response) => response,
        Err(refusal) => posted.visit.refused(refusal).await,
    }
}

async fn sent(posted: &Posted<Fields>, slug: &str) -> Result<Response, Refusal> {
    let visit = &posted.visit;
    let on_behalf = Typed::read(&posted.fields, domain::member::Display::Nothing).member();
    let (mut reading, desk) = Desk::open(visit, slug, on_behalf).await?;
    let typed = Typed::read(&posted.fields, desk.author.display);
    let completes = match typed.complement {
        Some(number) => completed(&mut reading, &desk, number).await?,
        None => None,
    };
    drop(reading);
    if !desk.is_of(&typed) {
        let faults = Faults::of(name::WORDS, text::NOT_YOURS);
        return Ok(again(&desk, filled(&typed, None, completes, faults)));
    }
    if !desk.call.takes(typed.begun.unwrap_or_else(|| visit.now())) {
        keep(&desk, &typed).await?;
        return Ok(too_late(&desk, desk.call, typed.draft.body));
    }
    let (written, faults) = judged(&typed, completes.as_ref());
    let Some(written) = written.filter(|_| faults.is_empty()) else {
        return Ok(again(&desk, filled(&typed, typed.key.clone(), completes, faults)));
    };
    if !typed.warned && !desk.found(&typed.draft.body).is_empty() {
        // Whoever leaves the page now finds the text among their drafts.
        keep(&desk, &typed).await?;
        let kept_at = desk.entered_by.is_none().then(|| visit.now());
        let filled = filled(&typed, typed.key.clone(), completes, faults);
        return Ok(again(&desk, Filled { warned: true, kept_at, ..filled }));
    }
    let key = typed.key.clone().unwrap_or_else(|| visit.state.draw(Key::draw).text());
    let new = new_text(&desk, &typed, &written, &key, completes.as_ref().map(|of| of.id));
    let mut work = visit.state.storage.write().await?;
    let done = work.post_text(desk.congress.id, new).await?;
    if done.already_there {
        let first = work.own(desk.congress.id, done.number).await?;
        if first.is_some_and(|own| own.contribution.version == 1 && own.written != *written.body()) {
            let faults = Faults::of(name::WORDS, text::already_sent(done.number));
            return Ok(again(&desk, filled(&typed, None, completes, faults)));
        }
    } else {
        match &desk.entered_by {
            None => work.forget_draft(desk.author.id, typed.target).await?,
            Some(staff) => {
                let number = Some(done.number.to_string());
                note(visit, &mut work, (staff, &desk.author), MemberAct::Written, number).await?;
            }
        }
        let of = (done.number, desk.entered_by.is_some());
        acknowledge(visit, &mut work, (&desk.congress, &desk.settings), &desk.author, of).await?;
    }
    work.save().await?;
    // The key says to the device which of the texts that it keeps was acknowledged.
    Ok(visit.see_at(Route::Received(&desk.congress.slug, done.number), &format!("{}-{key}", name::KEY)))
}

/// The text, if it can be taken, and what is wrong.
fn judged(typed: &Typed, completes: Option<&Contribution>) -> (Option<Written>, Faults) {
    let mut faults = Faults::default();
    let written = faults.take(name::WORDS, typed.draft.body.parse::<Written>().map_err(text::words));
    if let (Some(number), None) = (typed.complement, completes) {
        faults.add(name::WORDS, text::gone(number));
    }
    (written, faults)
}

/// The form with what was typed; what it completes is forgotten when it isn't shown any more.
pub(super) fn filled(
    typed: &Typed,
    key: Option<String>,
    completes: Option<Contribution>,
    faults: Faults,
) -> Filled {
    Filled {
        target: completes.as_ref().map_or(Target::New, |of| Target::Complement(of.number)),
        typed: typed.draft.clone(),
        key,
        begun: typed.begun,
        version: 0,
        kept_at: None,
        completes,
        faults,
        close: Vec::new(),
        warned: false,
    }
}

/// Keeps words that aren't sent; those of staff stay on its page.
async fn keep(desk: &Desk<'_>, typed: &Typed) -> Result<(), Refusal> {
    if desk.entered_by.is_none() {
        let mut work = desk.visit.state.storage.write().await?;
        work.keep_draft(desk.author.id, typed.target, &typed.draft, desk.visit.now()).await?;
        work.save().await?;
    }
    Ok(())
}

fn new_text(
    desk: &Desk<'_>,
    typed: &Typed,
    written: &Written,
    key: &str,
    complement_of: Option<ContributionId>,
) -> NewText {
    let now = desk.visit.now();
    let body = written.body().clone();
    NewText {
        contribution: NewContribution {
            id: desk.visit.state.draw(|entropy| ContributionId::new(now, entropy)),
            title: None,
            stems: index_terms(body.as_str()),
            body,
            signature: desk.signature(typed.draft.display),
            member: Some(desk.author.id),
            channel: Channel::Online,
            kind: typed.draft.kind,
            areas: desk.area_names(&typed.draft.areas),
            received_at: now,
            fingerprint: fingerprint(desk.author.id, key),
        },
        state: State::first(desk.settings.moderation),
        display: typed.draft.display,
        entered_by: desk.entered_by.as_ref().map(|staff| staff.id),
        complement_of,
    }
}

/// What recognises a text that is sent twice: the form's key, which is nobody else's to use.
fn fingerprint(author: MemberId, key: &str) -> String {
    format!("web-{}", hex(&Sha256::digest(format!("{author} {key}"))))
}
