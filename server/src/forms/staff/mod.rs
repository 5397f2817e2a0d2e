//! What staff does for people. Every act leaves its trace, in the unit of work that does it.

pub mod amending;
pub mod code;
pub mod correction;
pub mod dispositions;
pub mod governing;
pub mod imports;
pub mod invitations;
pub mod member;
pub mod members;
pub mod moderation;
pub mod new;
mod personal;
pub mod reminders;
pub mod territories;
mod typed;
pub mod wording;
pub mod workshops;

pub(in crate::forms) use self::governing::moment;
pub(in crate::forms) use self::typed::{line, optional};

use app::failure::Failure;
use domain::congress::Congress;
use domain::id::{MemberEventId, MemberId};
use domain::member::{Member, MemberAct, MemberEvent};
use storage::{Reading, Work};

use crate::pages::{Refusal, Visit};

/// The person of that id, if the congress has one.
async fn one(reading: &mut Reading, congress: &Congress, id: &str) -> Result<Member, Refusal> {
    let member = match id.parse::<MemberId>() {
        Ok(id) => reading.member(id).await?.filter(|member| member.congress == congress.id),
        Err(_) => None,
    };
    member.ok_or_else(|| Failure::NoMember(congress.slug.clone()).into())
}

/// The same, if whoever asks may act for them.
pub(in crate::forms) async fn mine_to_change(
    visit: &Visit,
    slug: &str,
    id: &str,
) -> Result<(Congress, Member, Member), Refusal> {
    let (mut reading, congress) = visit.congress(slug).await?;
    let staff = Member::clone(&*visit.caller.staff(&congress)?);
    let member = one(&mut reading, &congress, id).await?;
    if staff.may_act_for(&member) {
        Ok((congress, staff, member))
    } else {
        Err(Failure::NotAllowed(congress.slug).into())
    }
}

/// Writes down what `by` does for `member`.
pub(in crate::forms) async fn note(
    visit: &Visit,
    work: &mut Work,
    (by, member): (&Member, &Member),
    act: MemberAct,
    detail: Option<String>,
) -> Result<(), Refusal> {
    let at = visit.now();
    let event = MemberEvent {
        id: visit.state.draw(|entropy| MemberEventId::new(at, entropy)),
        congress: member.congress,
        member: member.id,
        act,
        by: Some(by.id),
        at,
        detail,
    };
    Ok(work.note_member_event(&event).await?)
}
