//! Inviting: who, how many and what is read are shown before anything leaves.

use app::letters::Letter;
use app::letters::invitation::{self, Ways};
use app::pages::members::invite::{Invitations, document, name};
use app::routes::{Route, member_field, values};
use axum::extract::Path;
use axum::response::Response;
use domain::congress::Congress;
use domain::id::MemberId;
use domain::mail::Purpose;
use domain::member::{Member, MemberAct};
use domain::settings::Contact;
use std::collections::BTreeSet;
use storage::Reading;

use super::personal::{self, SENT};
use super::typed::Fields;
use crate::forms::Posted;
use crate::jobs::import::hex;
use crate::letters::About;
use crate::pages::{Page, Refusal, Visit};

/// Whom invitations are for.
enum Whom {
    /// All that were never invited.
    Uninvited,
    /// Those named.
    Named(BTreeSet<MemberId>),
}

impl Whom {
    /// Those that `fields` name; all, when they name nobody.
    fn of(ids: &[String]) -> Self {
        let ids: BTreeSet<MemberId> = ids.iter().filter_map(|id| id.parse().ok()).collect();
        if ids.is_empty() { Self::Uninvited } else { Self::Named(ids) }
    }

    fn means(&self, member: &Member) -> bool {
        match self {
            Self::Uninvited => member.invited_at.is_none(),
            Self::Named(ids) => ids.contains(&member.id),
        }
    }
}

/// The page: nothing is sent by it.
pub async fn read(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = show(&visit, &slug).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, slug: &str) -> Page {
    let (mut reading, congress) = visit.congress(slug).await?;
    let staff = Member::clone(&*visit.caller.staff(&congress)?);
    let contact = reading.settings(congress.id).await?.contact;
    let whom = Whom::of(&values(visit.query(), member_field::MEMBER));
    let meant = meant(&mut reading, &congress, &staff, &whom).await?;
    let declined = meant.iter().filter(|member| member.declined_at.is_some()).count();
    let willing = meant.into_iter().filter(|member| member.declined_at.is_none());
    let (to, unreachable): (Vec<_>, Vec<_>) = willing.partition(|member| member.email.is_some());
    let preview =
        to.first().map(|first| personal::preview(visit, &congress, words(visit, &congress, &contact, first)));
    let mut key = [0; 8];
    visit.state.draw(|entropy| entropy.fill(&mut key));
    let sent = values(visit.query(), SENT).first().and_then(|count| count.parse().ok());
    let invitations = Invitations {
        to,
        unreachable,
        declined: u32::try_from(declined).unwrap_or(u32::MAX),
        preview,
        all: matches!(whom, Whom::Uninvited),
        key: hex(&key),
        sent,
    };
    Ok(document(&congress, invitations))
}

/// Those that are meant and that `staff` may let in.
async fn meant(
    reading: &mut Reading,
    congress: &Congress,
    staff: &Member,
    whom: &Whom,
) -> Result<Vec<Member>, Refusal> {
    let members = reading.members(congress.id).await?;
    Ok(members.into_iter().filter(|member| whom.means(member) && staff.may_act_for(member)).collect())
}

/// Sends, once for a confirmation: never to those who declined.
pub async fn send(Path(slug): Path<String>, Posted { visit, fields }: Posted<Fields>) -> Response {
    match Box::pin(sent(&visit, &slug, &fields)).await {
        Ok(response) => response,
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn sent(visit: &Visit, slug: &str, fields: &Fields) -> Result<Response, Refusal> {
    let (mut reading, congress) = visit.congress(slug).await?;
    let staff = Member::clone(&*visit.caller.staff(&congress)?);
    let contact = reading.settings(congress.id).await?.contact;
    drop(reading);
    let ids = all_of(fields, member_field::MEMBER).filter_map(|id| id.parse().ok()).collect();
    let all = all_of(fields, name::ALL).next().is_some();
    let whom = if all { Whom::Uninvited } else { Whom::Named(ids) };
    let key = all_of(fields, name::KEY).next().unwrap_or_default();
    let mut work = visit.state.storage.write().await?;
    let mut count = 0;
    for member in meant(&mut work, &congress, &staff, &whom).await? {
        let key = Some(format!("invitation {} {key}", member.id));
        let about = About { purpose: Purpose::Invitation, key };
        let invited = (about, words(visit, &congress, &contact, &member));
        let act = (MemberAct::Invited, None);
        if personal::send(visit, &mut work, &congress, (&staff, &member), invited, act).await? {
            work.note_invited(member.id, visit.now()).await?;
            count += 1;
        }
    }
    work.save().await?;
    Ok(visit.see_done(Route::Invitations(&congress.slug), &format!("{SENT}={count}")))
}

/// Every value of a field.
fn all_of<'a>(fields: &'a Fields, asked: &'a str) -> impl Iterator<Item = &'a str> {
    fields.iter().filter(move |(name, _)| name == asked).map(|(_, value)| value.as_str())
}

/// The words of an invitation, once it is known where its links lead.
fn words<'a>(
    visit: &Visit,
    congress: &'a Congress,
    contact: &'a Contact,
    member: &'a Member,
) -> impl FnOnce(Ways, String) -> Letter + use<'a> {
    let now = visit.now();
    move |ways, _| invitation::letter(congress, contact, (&member.name, member.number), ways, now)
}
