//! Amendments as everybody reads them.

use app::failure::Failure;
use app::pages::amending::list::{self, ListView, keys};
use app::pages::amending::one::{self, Meanwhile, OneView};
use app::routes::amending_field::{VIEW, VOTES};
use app::text::{amending as text, wording as said};
use axum::extract::Path;
use axum::response::Response;
use domain::amendment::{AmendmentNumber, AmendmentState, Fate, Place, docket};
use domain::congress::Congress;
use domain::id::{MemberId, SittingId};
use domain::reading::{AmendmentLine, PublishedMotion};
use domain::sitting::Access;
use domain::time::Timestamp;
use domain::wording::{Stage, Words, fill};
use storage::Reading;

use super::{Page, Refusal, Visit};

/// The query string under which a page says that something was done.
pub(crate) const DONE: &str = "fait=oui";
/// The one under which it says that nothing was.
pub(crate) const NOT_DONE: &str = "fait=non";
/// The one under which it says that an amendment was handed in.
pub(crate) const SENT: &str = "fait=depose";

/// The one under which it says that one that was said in the room was typed.
pub(crate) const ORAL_SENT: &str = "fait=saisi";
/// The one under which it says that amendments aren't voted at this stage.
pub(crate) const NOT_VOTED: &str = "fait=hors-debat";

/// What a query string says was done.
pub(crate) fn told(query: &str) -> Option<&'static str> {
    [
        (DONE, text::DONE),
        (NOT_DONE, text::NOT_DONE),
        (SENT, text::SENT),
        (ORAL_SENT, text::ORAL_SENT),
        (NOT_VOTED, text::NOT_VOTED),
    ]
    .into_iter()
    .find_map(|(mark, words)| (query == mark).then_some(words))
}

/// The motion that is amended: its last version, and whether members may propose.
pub(crate) struct Amended {
    /// The last version.
    pub motion: PublishedMotion,
    /// Its stage.
    pub stage: Stage,
    /// Until when members may propose.
    pub until: Option<Timestamp>,
    /// Whether they may at this moment.
    pub open: bool,
}

/// Whether members may propose: until the deadline; where none is set, until the debate.
pub(crate) fn is_open(stage: Stage, until: Option<Timestamp>, now: Timestamp) -> bool {
    match stage {
        Stage::Amendable => until.is_none_or(|until| now < until),
        Stage::Debated => until.is_some_and(|until| now < until),
        Stage::Draft | Stage::Adopted | Stage::HandedOver => false,
    }
}

/// The motion of a congress as it is amended.
///
/// # Errors
/// When no version was published: there is nothing to amend.
pub(crate) async fn amended(
    reading: &mut Reading,
    congress: &Congress,
    now: Timestamp,
) -> Result<Amended, Refusal> {
    let head = reading.motion_head(congress.id).await?.ok_or(Failure::NoPage)?;
    let motion = reading.published_motion(congress.id, None).await?.ok_or(Failure::NoPage)?;
    let until = reading.amended_until(congress.id).await?;
    let open = is_open(head.stage, until, now);
    Ok(Amended { motion, stage: head.stage, until, open })
}

/// All of them.
pub async fn list(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = show(&visit, &slug).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, slug: &str) -> Page {
    let (mut reading, congress) = visit.readable(slug).await?;
    let Amended { motion, stage, until, open } = amended(&mut reading, &congress, visit.now()).await?;
    let mut lines = reading.amendments(congress.id).await?;
    if visit.caller.member(&congress).is_err() {
        withhold(&mut reading, &congress, &mut lines).await?;
    }
    let votes = visit.query() == format!("{VIEW}={VOTES}");
    Ok(list::document(&congress, ListView { motion, stage, until, open, lines, votes }))
}

/// Takes away what votes in camera made of amendments, which is their members’ alone. Whether anything was.
async fn withhold(
    reading: &mut Reading,
    congress: &Congress,
    lines: &mut [AmendmentLine],
) -> Result<bool, Refusal> {
    let sittings = reading.sittings(congress.id).await?;
    let shut = |id: SittingId| sittings.iter().any(|of| of.id == id && of.access == Access::InCamera);
    let mut hidden = Vec::new();
    for line in lines.iter_mut().filter(|line| line.poll.is_some_and(|of| shut(of.sitting))) {
        hidden.push(line.number);
        line.poll = None;
        if matches!(line.fate.state(), AmendmentState::Adopted | AmendmentState::Rejected) {
            line.fate = Fate::Admissible;
            line.is_applied = false;
        }
    }
    // What fell by such a vote would tell its result.
    for line in lines.iter_mut() {
        if matches!(line.fate, Fate::Fallen(Some(cause)) if hidden.contains(&cause)) {
            line.fate = Fate::Admissible;
        }
    }
    Ok(!hidden.is_empty())
}

/// One of them.
pub async fn one(visit: Visit, Path((slug, number)): Path<(String, String)>) -> Response {
    let page = show_one(&visit, &slug, &number).await;
    visit.answer(page).await
}

async fn show_one(visit: &Visit, slug: &str, number: &str) -> Page {
    let (mut reading, congress) = visit.readable(slug).await?;
    let number = number.parse().map_err(|_| Failure::NoPage)?;
    let me = visit.caller.member(&congress).ok().filter(|member| member.may_write()).map(|member| member.id);
    let mut view = view(&mut reading, (&congress, number), (me, visit.now())).await?;
    if visit.caller.member(&congress).is_err() {
        let mut all = reading.amendments(congress.id).await?;
        if withhold(&mut reading, &congress, &mut all).await? {
            // What the text has become would tell what was adopted there.
            view.meanwhile = Meanwhile::Same;
        }
        for line in std::iter::once(&mut view.line).chain(&mut view.subs) {
            if let Some(known) = all.iter().find(|of| of.id == line.id) {
                line.clone_from(known);
            }
        }
    }
    Ok(one::document(&congress, OneView { done: told(visit.query()), ..view }))
}

/// What pages about one amendment show.
///
/// # Errors
/// When there is none such.
pub(crate) async fn view(
    reading: &mut Reading,
    (congress, number): (&Congress, AmendmentNumber),
    (me, now): (Option<MemberId>, Timestamp),
) -> Result<OneView, Refusal> {
    let Amended { motion, open, .. } = amended(reading, congress, now).await?;
    let lines = reading.amendments(congress.id).await?;
    let line = lines.iter().find(|line| line.number == number).ok_or(Failure::NoPage)?.clone();
    let votes = docket(&lines, &keys(&motion));
    let own = votes.items.iter().find(|item| item.lines.iter().any(|of| of.number == number));
    let (falls, twins) = own.map_or_else(Default::default, |item| {
        let twins = item.lines.iter().map(|of| of.number).filter(|of| *of != number).collect();
        (item.falls.clone(), twins)
    });
    let subs: Vec<AmendmentLine> =
        lines.iter().filter(|of| of.proposal.place == Place::Within(number)).cloned().collect();
    let wordings = reading.amendment_wordings(line.id).await?;
    let meanwhile = meanwhile(reading, congress, (&lines, &line)).await?;
    Ok(OneView { motion, line, wordings, meanwhile, falls, twins, subs, me, open, done: None })
}

/// How the text stands where an amendment was written.
async fn meanwhile(
    reading: &mut Reading,
    congress: &Congress,
    (lines, line): (&[AmendmentLine], &AmendmentLine),
) -> Result<Meanwhile, Refusal> {
    let now = match line.proposal.place {
        Place::Behind(_) => return Ok(Meanwhile::Same),
        Place::Within(parent) => {
            let parent = lines.iter().find(|of| of.number == parent);
            parent.and_then(|of| of.proposal.change.words()).map(Words::to_string).unwrap_or_default()
        }
        Place::At(key) => match reading.block_line(congress.id, key).await? {
            Some((now, false)) => now.block.words.to_string(),
            _ => return Ok(Meanwhile::Conflict(None)),
        },
    };
    if line.proposal.stands_on(&now) {
        return Ok(Meanwhile::Same);
    }
    let desk = reading.motion_desk(congress.id).await?.ok_or(Failure::NoPage)?;
    let filled = |words: &str| fill(words, |field| said::field(field, &desk.figures));
    Ok(match line.proposal.on(&now) {
        Ok(then) => Meanwhile::Carried(filled(&now), filled(&then.unwrap_or_default())),
        Err(_) => Meanwhile::Conflict(Some(filled(&now))),
    })
}
