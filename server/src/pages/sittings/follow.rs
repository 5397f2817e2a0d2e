//! A sitting on somebody's phone.

use app::form::Faults;
use app::pages::sittings::answer::Answering;
use app::pages::sittings::follow::{FollowView, OwnFloor, OwnVoice, document};
use app::pages::sittings::own::Own;
use app::pages::sittings::proxies::{Proxies, ProxyLine};
use app::text::convocation::answer as convocation;
use app::text::sitting as text;
use axum::extract::Path;
use axum::response::Response;
use domain::id::MemberId;
use domain::live::Audience;
use domain::member::{Member, Role};
use domain::sitting::{ProxyState, Sitting, SittingStage};
use domain::vote::{Poll, PollState};
use storage::{OwnSeat, Reading};

use super::{followed, scene, told_last};
use crate::pages::{Page, Refusal, Visit};

/// The query strings under which the page says what was done.
pub const VOTED: &str = "fait=vote";
/// The same.
pub const CHECKED_IN: &str = "fait=emargement";
/// The same.
pub const ANSWERED: &str = "fait=reponse";

/// What is shown again after something wasn't done.
#[derive(Default)]
pub struct Again {
    /// A code as it was typed, and what is wrong with it.
    pub code: (String, Faults),
    /// The holder of a proxy as it was typed, and what is wrong with it.
    pub holder: (String, Faults),
    /// Why a ballot wasn't taken.
    pub refused: Option<String>,
}

impl Again {
    /// Something was refused, with the sentence that says why.
    pub fn refused(sentence: impl Into<String>) -> Self {
        Self { refused: Some(sentence.into()), ..Self::default() }
    }
}

/// The page.
pub async fn follow(visit: Visit, Path((slug, id)): Path<(String, String)>) -> Response {
    let page = shown(&visit, (&slug, &id), Again::default()).await;
    visit.answer(page).await
}

/// The page, with what wasn't done.
pub async fn shown(visit: &Visit, (slug, id): (&str, &str), again: Again) -> Page {
    let n = told_last(visit, id, Audience::Phone);
    let (mut reading, congress, sitting) = Box::pin(followed(visit, slug, id)).await?;
    let agenda = reading.agenda(sitting.id).await?;
    let polls = reading.polls(sitting.id).await?;
    let scene = Box::pin(scene(&mut reading, sitting.clone())).await?;
    let member = visit.caller.member(&congress).ok().map(|permit| Member::clone(&permit));
    let own = match &member {
        Some(member) => Some(
            Box::pin(own(&mut reading, &sitting, scene.poll.as_ref(), (member, again.code, again.holder)))
                .await?,
        ),
        None => None,
    };
    let has_minutes = Box::pin(has_minutes(&mut reading, &sitting, member.is_some())).await?;
    let view = FollowView {
        has_minutes,
        scene,
        agenda,
        polls,
        own,
        follows: member.map(|member| (member.id, n)),
        is_chair: visit.caller.with(Role::Chair, &congress).is_ok(),
        is_staff: visit.caller.staff(&congress).is_ok(),
        done: match visit.query() {
            VOTED => Some(text::TAKEN),
            CHECKED_IN => Some(text::CHECKED_IN),
            ANSWERED => Some(convocation::NOTED),
            _ => None,
        },
        refused: again.refused,
    };
    Ok(document(&congress, view))
}

/// Whether there are minutes that a member or a stranger may read.
async fn has_minutes(reading: &mut Reading, sitting: &Sitting, is_member: bool) -> Result<bool, Refusal> {
    let has_begun = sitting.stage != SittingStage::Planned;
    Ok(has_begun && (is_member || reading.minutes_stage(sitting.id).await?.is_signed()))
}

async fn own(
    reading: &mut Reading,
    sitting: &Sitting,
    poll: Option<&Poll>,
    (member, code, holder): (&Member, (String, Faults), (String, Faults)),
) -> Result<Own, Refusal> {
    let there = reading.those_there(sitting.id).await?;
    let requests = reading.floor_requests(sitting.id).await?;
    let mine = requests.iter().find(|of| of.member == member.id && of.ended_at.is_none());
    let floor = match mine {
        None => OwnFloor::Silent,
        Some(of) if of.called_at.is_none() => OwnFloor::Asked,
        Some(_) => OwnFloor::Speaking,
    };
    let voices = match poll.filter(|poll| poll.stage.state() == PollState::Open) {
        Some(poll) => reading.own_seats(poll.id, member.id).await?,
        None => Vec::new(),
    };
    let presence = there.get(&member.id).copied();
    let has_voice = has_voice(reading, sitting, member.id).await?;
    let may_give = may_give(sitting, has_voice, presence.is_some());
    let proxies = proxies(reading, sitting, (member.id, may_give), holder).await?;
    let answering = match sitting.stage {
        SittingStage::Planned if has_voice => Some(answering(reading, sitting, member.id, &proxies).await?),
        _ => None,
    };
    Ok(Own { presence, floor, voices: voices.into_iter().map(voice).collect(), answering, proxies, code })
}

pub(crate) async fn has_voice(
    reading: &mut Reading,
    sitting: &Sitting,
    member: MemberId,
) -> Result<bool, Refusal> {
    Ok(reading.seats(sitting).await?.iter().any(|seat| seat.member == member))
}

/// Whether somebody may give their voice to somebody else.
pub(crate) fn may_give(sitting: &Sitting, has_voice: bool, is_there: bool) -> bool {
    has_voice && !is_there && sitting.rules.most_proxies > 0
}

/// What somebody answered to their convocation.
pub(crate) async fn answering(
    reading: &mut Reading,
    sitting: &Sitting,
    member: MemberId,
    proxies: &Proxies,
) -> Result<Answering, Refusal> {
    let convened = reading.convocations_of(member).await?.into_iter().find(|of| of.sitting == sitting.id);
    let answer = convened.and_then(|of| of.answer).map(|(answer, _)| answer);
    Ok(Answering { answer, has_given: proxies.given.is_some() })
}

/// Proxies that somebody gave or holds, with whether they may give theirs.
pub(crate) async fn proxies(
    reading: &mut Reading,
    sitting: &Sitting,
    (member, may_give): (MemberId, bool),
    holder: (String, Faults),
) -> Result<Proxies, Refusal> {
    let (mut given, mut held) = (None, Vec::new());
    for proxy in reading.proxies(sitting.id).await? {
        let is_ended = matches!(proxy.state, ProxyState::Ended { .. });
        let other = if proxy.giver == member { proxy.holder } else { proxy.giver };
        if is_ended || (proxy.giver != member && proxy.holder != member) {
            continue;
        }
        let name = reading.member(other).await?.map(|of| of.name.into()).unwrap_or_default();
        let line = ProxyLine { id: proxy.id, name, is_accepted: proxy.is_accepted() };
        if proxy.giver == member { given = Some(line) } else { held.push(line) }
    }
    Ok(Proxies { may_give, given, held, holder })
}

/// A voice as whoever casts it sees it.
pub(crate) fn voice(of: OwnSeat) -> OwnVoice {
    let on_roll = of.seat.on_roll;
    OwnVoice {
        own: on_roll.seat.member == on_roll.voter,
        key: on_roll.seat.key,
        name: on_roll.seat.name,
        part: of.seat.part,
        choice: of.choice,
    }
}
