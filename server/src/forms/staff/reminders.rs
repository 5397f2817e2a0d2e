//! Reminding those who haven't answered: who, how many and what is read are shown before anything leaves.

use app::letters::invitation::Ways;
use app::letters::{Letter, reminder};
use app::pages::members::remind::{RESTS, Reminders, document, name};
use app::routes::{Route, field, values};
use app::text::reminder as text;
use axum::extract::Path;
use axum::response::Response;
use domain::congress::Congress;
use domain::contribution::Call;
use domain::mail::Purpose;
use domain::member::{Member, MemberAct};
use domain::reminder::{Asked, Candidate, Group, choose};
use domain::settings::Contact;
use domain::time::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use storage::Reading;
use territories::departement_name;

use super::personal::{self, SENT};
use super::typed::Fields;
use crate::forms::Posted;
use crate::forms::fields::value;
use crate::letters::About;
use crate::pages::{Page, Refusal, Visit};

/// The page: nothing is sent by it.
pub async fn read(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = show(&visit, &slug).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, slug: &str) -> Page {
    let (mut reading, congress) = visit.congress(slug).await?;
    let staff = Member::clone(&*visit.caller.staff(&congress)?);
    let settings = reading.settings(congress.id).await?;
    let call = Call::at(&congress.phases, settings.grace_minutes, visit.now());
    let people = mine(&mut reading, &congress, &staff).await?;
    let query = |of: &str| values(visit.query(), of).into_iter().next();
    let asked = asked(query);
    let chosen = choose(&people, &asked, visit.now());
    let groups = Group::ALL.iter().map(|group| {
        let of = choose(&people, &Asked { group: *group, ..asked.clone() }, visit.now());
        (*group, u32::try_from(of.to.len()).unwrap_or(u32::MAX))
    });
    let preview = match (call, chosen.to.first()) {
        (Call::Open { closes }, Some(first)) => {
            let words = words(visit, &congress, &settings.contact, (first, asked.group, closes));
            Some(personal::preview(visit, &congress, words))
        }
        _ => None,
    };
    let reminders = Reminders {
        groups: groups.collect(),
        departements: departements(&people),
        preview,
        call,
        sent: query(SENT).and_then(|count| count.parse().ok()),
        asked,
        chosen,
    };
    Ok(document(&congress, reminders))
}

/// Everybody that `staff` may let in: a reminder holds a personal link.
async fn mine(reading: &mut Reading, congress: &Congress, staff: &Member) -> Result<Vec<Candidate>, Refusal> {
    let people = reading.reminder_candidates(congress.id).await?;
    Ok(people.into_iter().filter(|who| staff.may_act_for(&who.line.member)).collect())
}

/// What the fields ask; what can't be read asks nothing.
fn asked(said: impl Fn(&str) -> Option<String>) -> Asked {
    let rest = said(name::REST).and_then(|days| days.parse().ok()).filter(|days| RESTS.contains(days));
    Asked {
        group: said(name::GROUP).and_then(|code| code.parse().ok()).unwrap_or(Group::NeverCame),
        college: said(field::COLLEGE).and_then(|code| code.parse().ok()),
        departement: said(field::DEPARTEMENT).filter(|code| !code.is_empty()),
        rest: rest.unwrap_or(RESTS[1]),
    }
}

fn departements(people: &[Candidate]) -> Vec<(String, String)> {
    let territories = people.iter().filter_map(|who| who.line.member.territory.as_ref());
    let codes: BTreeSet<&str> =
        territories.filter_map(|territory| territory.departement.as_deref()).collect();
    codes
        .into_iter()
        .map(|code| (code.to_owned(), departement_name(code).unwrap_or(code).to_owned()))
        .collect()
}

/// Sends to those that the page named and that may still be reminded: who answered in the meantime gets nothing.
pub async fn send(Path(slug): Path<String>, Posted { visit, fields }: Posted<Fields>) -> Response {
    match Box::pin(sent(&visit, &slug, &fields)).await {
        Ok(response) => response,
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn sent(visit: &Visit, slug: &str, fields: &Fields) -> Result<Response, Refusal> {
    let (mut reading, congress) = visit.congress(slug).await?;
    let staff = Member::clone(&*visit.caller.staff(&congress)?);
    let settings = reading.settings(congress.id).await?;
    drop(reading);
    let said = |of: &str| value(fields, of).map(str::to_owned);
    let asked = asked(said);
    let named: BTreeSet<u32> =
        said(name::WHO).unwrap_or_default().split_whitespace().filter_map(|n| n.parse().ok()).collect();
    let mut count = 0;
    if let Call::Open { closes } = Call::at(&congress.phases, settings.grace_minutes, visit.now()) {
        let mut work = visit.state.storage.write().await?;
        let people = mine(&mut work, &congress, &staff).await?;
        for who in choose(&people, &asked, visit.now()).to {
            let member = &who.line.member;
            if !named.contains(&member.number.get()) {
                continue;
            }
            // One a day at most, from whichever page and however many clicks.
            let key = format!("relance {} {}", member.id, visit.now().day());
            let about = About { purpose: Purpose::Reminder, key: Some(key) };
            let words = words(visit, &congress, &settings.contact, (&who, asked.group, closes));
            let act = (MemberAct::Reminded, Some(text::group(asked.group).to_owned()));
            if personal::send(visit, &mut work, &congress, (&staff, member), (about, words), act).await? {
                count += 1;
            }
        }
        work.save().await?;
    }
    let kept = BTreeMap::from([(name::GROUP, asked.group.code().to_owned()), (SENT, count.to_string())]);
    let query: Vec<String> = kept.iter().map(|(name, value)| format!("{name}={value}")).collect();
    Ok(visit.see_done(Route::Reminders(&congress.slug), &query.join("&")))
}

/// The words of a reminder, once it is known where its links lead.
fn words<'a>(
    visit: &Visit,
    congress: &'a Congress,
    contact: &'a Contact,
    (who, group, closes): (&'a Candidate, Group, Timestamp),
) -> impl FnOnce(Ways, String) -> Letter + use<'a> {
    let now = visit.now();
    move |ways, quiet| reminder::letter(congress, contact, (who, group), (ways, quiet), (now, closes))
}
