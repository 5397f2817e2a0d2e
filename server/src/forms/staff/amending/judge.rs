//! One amendment: admissible or not, advised, in the block of uncontested ones or apart, put into the text by hand.

use app::failure::Failure;
use app::form::Faults;
use app::pages::amending::judge::{Typed, document};
use app::pages::amending::one::OneView;
use app::pages::amending::{act, name};
use app::routes::{AmendingRoute, Route};
use app::text::{amending as text, form, wording};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::amendment::{AmendmentNumber, Avis, Opinion};
use domain::line::Line;
use domain::wording::Words;

use super::judging;
use crate::forms::Posted;
use crate::forms::fields::{Fields, said, value};
use crate::forms::staff::{line, optional};
use crate::pages::amending::{DONE, NOT_DONE, told, view};
use crate::pages::{Page, Refusal, Visit};
use crate::voting::{Acts, ungroup};

type Again = (Typed, Faults);

/// The page.
pub async fn look(visit: Visit, Path((slug, number)): Path<(String, String)>) -> Response {
    let page = show(&visit, (&slug, &number), None).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, (slug, number): (&str, &str), again: Option<Again>) -> Page {
    let (mut reading, congress, _) = judging(visit, slug).await?;
    let number = number.parse().map_err(|_| Failure::NoPage)?;
    let view = view(&mut reading, (&congress, number), (None, visit.now())).await?;
    let (typed, faults) = match again {
        // « Irrecevable » is a form of its own: what is wrong with it leaves the avis as it stands.
        Some((typed, faults)) if faults.at(name::REASON).is_some() => {
            (Typed { reason: typed.reason, ..standing(&view) }, faults)
        }
        Some(again) => again,
        None => (standing(&view), Faults::default()),
    };
    Ok(document(&congress, OneView { done: told(visit.query()), ..view }, typed, faults))
}

/// The forms as they stand: what was advised, and the amendment's own words to start another wording from.
fn standing(view: &OneView) -> Typed {
    let opinion = view.line.opinion.as_ref();
    Typed {
        reason: String::new(),
        avis: opinion.map_or("", |of| of.avis.code()).to_owned(),
        words: opinion.map(|of| of.words.clone()).unwrap_or_default(),
        rewrite: opinion.and_then(|of| of.rewrite.as_ref()).map(Words::to_string).unwrap_or_default(),
    }
}

/// Does it.
pub async fn judge(
    Path((slug, number)): Path<(String, String)>,
    Posted { visit, fields }: Posted<Fields>,
) -> Response {
    match judged(&visit, (&slug, &number), &fields).await {
        Ok(Ok(response)) => response,
        Ok(Err(again)) => {
            let page = show(&visit, (&slug, &number), Some(again)).await;
            visit.answer_with(StatusCode::UNPROCESSABLE_ENTITY, page).await
        }
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn judged(
    visit: &Visit,
    (slug, number): (&str, &str),
    fields: &Fields,
) -> Result<Result<Response, Again>, Refusal> {
    let (mut reading, congress, staff) = judging(visit, slug).await?;
    let number: AmendmentNumber = number.parse().map_err(|_| Failure::NoPage)?;
    let line = reading.amendment(congress.id, number).await?.ok_or(Failure::NoPage)?;
    drop(reading);
    let typed = Typed {
        reason: said(fields, name::REASON),
        avis: said(fields, name::AVIS),
        words: said(fields, name::AVIS_WORDS),
        rewrite: value(fields, name::REWRITE).unwrap_or_default().to_owned(),
    };
    let asked = said(fields, name::ACT);
    let mut faults = Faults::default();
    let reason = (asked == act::REFUSE).then(|| refusal(&typed, &mut faults)).flatten();
    let opinion = (asked == act::ADVISE).then(|| opinion(&typed, &mut faults)).flatten();
    if !faults.is_empty() {
        return Ok(Err((typed, faults)));
    }
    let (id, from) = ((congress.id, line.id), said(fields, name::FROM).parse().unwrap_or(0));
    let acts = Acts { state: &visit.state, congress: &congress, by: staff.id, now: visit.now() };
    let mut touched = None;
    let mut work = visit.state.storage.write().await?;
    let done = match (asked.as_str(), reason, opinion) {
        (act::ADMIT, ..) => work.judge_amendment(id, from, None).await?,
        (act::REFUSE, Some(reason), _) => work.judge_amendment(id, from, Some(&reason)).await?,
        (act::ADVISE, _, Some(opinion)) => work.advise_amendment(id, from, (&opinion, staff.id)).await?,
        (act::APART, ..) => {
            if let Some(poll) = line.poll {
                touched = ungroup(&acts, &mut work, poll.id).await?;
            }
            work.set_amendment_apart(line.id, true).await?
        }
        (act::TOGETHER, ..) => work.set_amendment_apart(line.id, false).await?,
        (act::APPLIED, ..) => work.note_applied(line.id, visit.now()).await?,
        _ => return Err(Failure::BadForm.into()),
    };
    work.save().await?;
    acts.refresh(touched.as_slice());
    let to = Route::Amending(&congress.slug, AmendingRoute::Judge(number));
    Ok(Ok(visit.see_done(to, if done { DONE } else { NOT_DONE })))
}

fn refusal(typed: &Typed, faults: &mut Faults) -> Option<Line> {
    let reason = match typed.reason.is_empty() {
        true => Err(text::REFUSED_FOR_MISSING.to_owned()),
        false => line(&typed.reason),
    };
    faults.take(name::REASON, reason)
}

fn opinion(typed: &Typed, faults: &mut Faults) -> Option<Opinion> {
    let avis: Option<Avis> = faults.take(name::AVIS, typed.avis.parse().map_err(|_| form::CHOICE.to_owned()));
    let words = faults.take(name::AVIS_WORDS, optional(&typed.words));
    let rewrite = match typed.rewrite.trim() {
        "" => Some(None),
        words => faults.take(name::REWRITE, words.parse().map(Some).map_err(|error| wording::wrong(&error))),
    };
    let words = words?.map(|words| words.to_string()).unwrap_or_default();
    Some(Opinion { avis: avis?, words, rewrite: rewrite? })
}
