//! A badge, scanned: its address shows one button, and the button signs this phone in until the night.

use app::failure::Failure;
use app::pages::sittings::badges;
use app::routes::Route;
use app::text::date;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use domain::congress::Congress;
use domain::member::Member;
use domain::sitting::{Badge, BadgeState};
use domain::time::Timestamp;

use super::enter::device;
use crate::access::{PaperSecret, new_session};
use crate::guard::cookie;
use crate::guard::headers::hidden;
use crate::guard::limits::{Client, TooOften};
use crate::pages::{Refusal, Visit};

/// A badge that wasn't taken back.
struct Shown {
    secret: PaperSecret,
    badge: Badge,
    member: Member,
    congress: Congress,
    /// Until when it opens; none before the desk activates it.
    until: Option<Timestamp>,
}

/// The page of a badge: it names the person, and only its button signs in.
pub async fn ask(visit: Visit, Path(token): Path<String>, client: Client) -> Response {
    hidden(match shown(&visit, &token, &client).await {
        Ok(Shown { member, congress, until: Some(until), .. }) => {
            visit.page(badges::enter(&congress, member.name.as_str(), until))
        }
        Ok(Shown { member, congress, .. }) => visit.page(badges::waits(&congress, member.name.as_str())),
        Err(refusal) => visit.refused(refusal).await,
    })
}

/// Signs in.
pub async fn enter(visit: Visit, Path(token): Path<String>, client: Client, said: HeaderMap) -> Response {
    hidden(match Box::pin(entered(&visit, &token, &client, &said)).await {
        Ok(response) => response,
        Err(refusal) => visit.refused(refusal).await,
    })
}

async fn entered(visit: &Visit, token: &str, client: &Client, said: &HeaderMap) -> Result<Response, Refusal> {
    let Shown { secret, badge, member, congress, until } = shown(visit, token, client).await?;
    let Some(until) = until else {
        let page = Ok(badges::waits(&congress, member.name.as_str()));
        return Ok(visit.answer_with(StatusCode::CONFLICT, page).await);
    };
    let now = visit.now();
    let (mut session, kept) = visit.state.draw(|entropy| new_session(device(said), now, entropy));
    session.expires_at = until;
    let mut work = visit.state.storage.write().await?;
    // Of two phones at once, the second waits, and ends what the first opened.
    work.hold_badges(badge.sitting).await?;
    let still = work.badge(&secret.hash()).await?;
    if !still.is_some_and(|badge| matches!(badge.state(now), BadgeState::Active { .. })) {
        return Err(Failure::DeadBadge.into());
    }
    work.open_session(member.id, &session, &kept.hash()).await?;
    work.note_badge_used(&secret.hash(), (member.id, session.id), now).await?;
    work.save().await?;
    visit.state.live.look_again(member.id);
    let mut response = visit.see(Route::Sitting(&congress.slug, badge.sitting));
    response.headers_mut().insert(header::SET_COOKIE, cookie::kept(&kept, visit.state.is_secure()));
    Ok(response)
}

/// The badge of that secret, if it may open once the desk says so. Badges that don't are counted by address, as knocks at the door
/// are; those of a whole room behind one Wi-Fi aren't.
async fn shown(visit: &Visit, token: &str, client: &Client) -> Result<Shown, Refusal> {
    match standing(visit, token).await? {
        Some(shown) => Ok(shown),
        None => Err(match visit.state.limits.knock(client, visit.now()) {
            Ok(()) => Failure::DeadBadge.into(),
            Err(TooOften::Mailbox { again_at } | TooOften::Address { again_at }) => {
                Failure::TooOften(date::hour_after(again_at)).into()
            }
        }),
    }
}

async fn standing(visit: &Visit, token: &str) -> Result<Option<Shown>, Refusal> {
    let Some(secret) = PaperSecret::read(token) else { return Ok(None) };
    let mut reading = visit.state.storage.read().await?;
    let Some(badge) = reading.badge(&secret.hash()).await? else { return Ok(None) };
    let until = match badge.state(visit.now()) {
        BadgeState::Active { until } => Some(until),
        BadgeState::Printed | BadgeState::Over => None,
        BadgeState::Revoked => return Ok(None),
    };
    let member = reading.member(badge.member).await?.filter(Member::may_have_code_on_badge);
    let Some(member) = member else { return Ok(None) };
    let congress = reading.congress_of(member.congress).await?;
    Ok(Some(Shown { secret, badge, member, congress, until }))
}
