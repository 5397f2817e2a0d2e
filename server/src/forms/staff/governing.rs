//! What a congress decides, and the dates of its call.

use app::form::Faults;
use app::pages::governing::{self as page, GoverningView, Typed, name};
use app::routes::Route;
use app::text::{form, governing as text};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::congress::{Congress, PhaseChange, PhaseKind};
use domain::email::Email;
use domain::id::{PhaseChangeId, SettingsChangeId};
use domain::line::Line;
use domain::member::Member;
use domain::settings::{Contact, Settings, SettingsChange, SettingsField};
use domain::time::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use storage::{Reading, Work};

use super::typed::{Fields, optional};
use crate::forms::Posted;
use crate::forms::fields::said;
use crate::pages::{Page, Refusal, Visit};

/// The query string under which the page says that a change was kept.
const SAVED: &str = "fait=oui";

/// The page.
pub async fn read(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = show(&visit, &slug, None).await;
    visit.answer(page).await
}

/// The page with what was typed and what is wrong with it, where something was.
async fn show(visit: &Visit, slug: &str, again: Option<(Typed, Faults)>) -> Page {
    let (mut reading, congress) = visit.congress(slug).await?;
    let staff = visit.caller.staff(&congress)?;
    let settings = reading.settings(congress.id).await?;
    let stands = stands(&settings);
    let (typed, faults) = match again {
        // What one form didn't hold stands as it is.
        Some((typed, faults)) if typed.moderation.is_empty() => {
            let Typed { date, time, reason, .. } = typed;
            (Typed { date, time, reason, ..stands }, faults)
        }
        Some((typed, faults)) => {
            let readers =
                if staff.may_set(SettingsField::Readers) { typed.readers.clone() } else { stands.readers };
            (Typed { readers, ..typed }, faults)
        }
        None => (stands, Faults::default()),
    };
    let view = GoverningView {
        typed,
        may_open: staff.may_set(SettingsField::Readers),
        changes: reading.settings_changes(congress.id).await?,
        moves: reading.phase_changes(congress.id).await?,
        now: visit.now(),
        faults,
        done: visit.query() == SAVED,
    };
    Ok(page::document(&congress, view))
}

fn stands(settings: &Settings) -> Typed {
    let contact = &settings.contact;
    let line = |line: &Option<Line>| line.as_ref().map(ToString::to_string).unwrap_or_default();
    Typed {
        readers: settings.readers.code().to_owned(),
        moderation: settings.moderation.code().to_owned(),
        grace: settings.grace_minutes.to_string(),
        name: line(&contact.name),
        telephone: line(&contact.telephone),
        email: contact.email.as_ref().map(ToString::to_string).unwrap_or_default(),
        ..Typed::default()
    }
}

fn typed(fields: &Fields) -> Typed {
    let said = |of: &str| said(fields, of);
    Typed {
        readers: said(name::READERS),
        moderation: said(name::MODERATION),
        grace: said(name::GRACE),
        name: said(name::NAME),
        telephone: said(name::TELEPHONE),
        email: said(name::EMAIL),
        date: said(name::DATE),
        time: said(name::TIME),
        reason: said(name::REASON),
    }
}

/// Keeps what was decided.
pub async fn decide(Path(slug): Path<String>, Posted { visit, fields }: Posted<Fields>) -> Response {
    let typed = typed(&fields);
    let done = decided(&visit, &slug, &typed).await;
    Box::pin(answered(&visit, &slug, typed, done)).await
}

/// Moves a date of the call.
pub async fn move_date(Path(slug): Path<String>, Posted { visit, fields }: Posted<Fields>) -> Response {
    let opens = fields.iter().any(|(of, value)| of == name::ACT && value == name::OPEN);
    let typed = Typed { moderation: String::new(), ..typed(&fields) };
    let done = moved(&visit, &slug, &typed, opens).await;
    Box::pin(answered(&visit, &slug, typed, done)).await
}

async fn answered(
    visit: &Visit,
    slug: &str,
    typed: Typed,
    done: Result<Result<Congress, Faults>, Refusal>,
) -> Response {
    match done {
        Ok(Ok(congress)) => visit.see_done(Route::Governing(&congress.slug), SAVED),
        Ok(Err(faults)) => {
            let page = show(visit, slug, Some((typed, faults))).await;
            visit.answer_with(StatusCode::UNPROCESSABLE_ENTITY, page).await
        }
        Err(refusal) => visit.refused(refusal).await,
    }
}

/// The congress and whoever runs it, before anything is read from what was posted.
async fn running(visit: &Visit, slug: &str) -> Result<(Reading, Congress, Member), Refusal> {
    let (reading, congress) = visit.congress(slug).await?;
    let staff = Member::clone(&*visit.caller.staff(&congress)?);
    Ok((reading, congress, staff))
}

async fn decided(visit: &Visit, slug: &str, typed: &Typed) -> Result<Result<Congress, Faults>, Refusal> {
    let (reading, congress, staff) = running(visit, slug).await?;
    drop(reading);
    let mut work = visit.state.storage.write().await?;
    work.hold(congress.id).await?;
    let before = work.settings(congress.id).await?;
    let after = match judged(typed, &staff, &before) {
        Ok(after) => after,
        Err(faults) => return Ok(Err(faults)),
    };
    work.change_settings(congress.id, &after).await?;
    for (field, was, is) in after.changes(&before) {
        note(visit, &mut work, (&congress, &staff), (field, was, is)).await?;
    }
    work.save().await?;
    Ok(Ok(congress))
}

async fn note(
    visit: &Visit,
    work: &mut Work,
    (congress, by): (&Congress, &Member),
    (field, before, after): (SettingsField, Option<String>, Option<String>),
) -> Result<(), Refusal> {
    let at = visit.now();
    let id = visit.state.draw(|entropy| SettingsChangeId::new(at, entropy));
    let change = SettingsChange { id, congress: congress.id, field, before, after, at, by: Some(by.id) };
    Ok(work.note_settings_change(&change).await?)
}

/// What was typed, if all of it is lawful; what isn't theirs to change stays, whatever was posted.
fn judged(typed: &Typed, staff: &Member, before: &Settings) -> Result<Settings, Faults> {
    let mut faults = Faults::default();
    let choice = || form::CHOICE.to_owned();
    let readers = match staff.may_set(SettingsField::Readers) {
        true => faults.take(name::READERS, typed.readers.parse().map_err(|_| choice())),
        false => Some(before.readers),
    };
    let moderation = faults.take(name::MODERATION, typed.moderation.parse().map_err(|_| choice()));
    let grace = typed.grace.parse::<u32>().ok().filter(|minutes| *minutes <= Settings::MOST_GRACE);
    let grace = faults.take(name::GRACE, grace.ok_or_else(|| text::GRACE_WRONG.to_owned()));
    let named = faults.take(name::NAME, optional(&typed.name));
    let telephone = faults.take(name::TELEPHONE, optional(&typed.telephone));
    let email = match typed.email.as_str() {
        "" => Ok(None),
        typed => typed.parse::<Email>().map(Some).map_err(|_| form::EMAIL.to_owned()),
    };
    let email = faults.take(name::EMAIL, email);
    match (readers, moderation, grace, named, telephone, email) {
        (Some(readers), Some(moderation), Some(grace_minutes), Some(name), Some(telephone), Some(email)) => {
            Ok(Settings { readers, moderation, grace_minutes, contact: Contact { name, telephone, email } })
        }
        _ => Err(faults),
    }
}

async fn moved(
    visit: &Visit,
    slug: &str,
    typed: &Typed,
    opens: bool,
) -> Result<Result<Congress, Faults>, Refusal> {
    let (_, congress, staff) = running(visit, slug).await?;
    let Some(at) = moment(&typed.date, &typed.time) else {
        return Ok(Err(Faults::of(name::DATE, text::DATE_WRONG)));
    };
    let mut work = visit.state.storage.write().await?;
    work.hold(congress.id).await?;
    let congress = work.congress_of(congress.id).await?;
    let Some(call) = congress.step(PhaseKind::Call) else {
        return Ok(Err(Faults::of(name::DATE, text::NO_DATES)));
    };
    let now = visit.now();
    if opens {
        let step = match congress.opening(PhaseKind::Call, at, now) {
            Ok(step) => step,
            Err(error) => return Ok(Err(Faults::of(name::DATE, text::moved(error)))),
        };
        let said = |at: Timestamp| Some(at.micros().to_string());
        let change = (SettingsField::Opening, said(call.starts_at), said(step.starts_at));
        note(visit, &mut work, (&congress, &staff), change).await?;
        work.move_phase(congress.id, &step).await?;
    } else {
        let mut faults = Faults::default();
        let step = faults.take(
            name::DATE,
            congress.prolonged(PhaseKind::Call, at, now).map_err(|error| text::moved(error).to_owned()),
        );
        let reason = faults.take(name::REASON, super::typed::line(&typed.reason));
        let (Some(step), Some(reason)) = (step, reason) else { return Ok(Err(faults)) };
        let change = PhaseChange {
            id: visit.state.draw(|entropy| PhaseChangeId::new(now, entropy)),
            congress: congress.id,
            kind: PhaseKind::Call,
            ended_at: call.ends_at,
            ends_at: step.ends_at,
            changed_at: now,
            changed_by: Some(staff.id),
            reason: reason.to_string(),
        };
        work.move_phase(congress.id, &step).await?;
        work.note_phase_change(&change).await?;
    }
    work.save().await?;
    Ok(Ok(congress))
}

/// A day and a time of Paris, as browsers write them. An hour that the clocks skip is the one after it.
pub(in crate::forms) fn moment(date: &str, time: &str) -> Option<Timestamp> {
    let local: DateTime = format!("{date}T{time}").parse().ok()?;
    let zone = TimeZone::get("Europe/Paris").ok()?;
    Some(Timestamp::from_micros(local.to_zoned(zone).ok()?.timestamp().as_microsecond()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_those_of_paris_summer_and_winter() {
        let said = |date, time| moment(date, time).map(app::text::date::machine);
        assert_eq!(said("2026-11-19", "18:00").as_deref(), Some("2026-11-19T18:00:00+01:00"));
        assert_eq!(said("2026-07-01", "18:00").as_deref(), Some("2026-07-01T18:00:00+02:00"));
        assert_eq!(said("2026-03-29", "02:30").as_deref(), Some("2026-03-29T03:30:00+02:00"));
        for (date, time) in
            [("", "18:00"), ("2026-02-30", "18:00"), ("2026-11-19", "25:00"), ("19/11/2026", "18 h")]
        {
            assert_eq!(moment(date, time), None, "{date} {time}");
        }
    }
}
