//! Keeping the text to be signed.

use app::form::Faults;
use app::pages::sittings::minutes::{Typed, name};
use app::text::minutes as text;
use domain::id::MemberId;
use domain::journal::EntryKind;
use domain::member::Member;
use domain::minutes::{MinutesFault, Office, Signatories, SignatoriesFault};
use domain::sitting::SittingStage;
use serde_json::json;
use territories::fold;

use super::{Again, At, DONE, Done};
use crate::forms::sitting::{note, said};
use crate::jobs::import::hex;
use crate::pages::Refusal;
use crate::pages::sittings::minutes::words;
use storage::Work;

/// Keeps the text that was looked at, to be signed by those who are named.
pub(super) async fn present(at: &At<'_>) -> Done {
    let typed = Typed {
        chair: said(at.fields, name::CHAIR),
        secretary: said(at.fields, name::SECRETARY),
        tellers: said(at.fields, name::TELLERS),
        ..Typed::default()
    };
    if !matches!(at.sitting.stage, SittingStage::Closed { .. }) {
        return Ok(Err(Again { typed, ..MinutesFault::SittingGoesOn.into() }));
    }
    let mut work = at.visit.state.storage.write().await?;
    work.hold_minutes(at.sitting).await?;
    let signatories = match named(&mut work, at, &typed).await? {
        Ok(signatories) => signatories,
        Err(faults) => return Ok(Err(Again { typed, faults, refused: None })),
    };
    if let Err(fault) = work.minutes_stage(at.sitting.id).await?.takes_corrections() {
        return Ok(Err(Again { typed, ..fault.into() }));
    }
    let now = words(&mut work, (at.congress, at.sitting)).await?;
    if at.seen().as_deref() != Some(&*hex(&now.hash())) {
        return Ok(Err(Again { typed, ..MinutesFault::Changed.into() }));
    }
    if !work.present_minutes((at.sitting, &now), &signatories, (at.by.id, at.visit.now())).await? {
        return Ok(Err(Again { typed, ..MinutesFault::Kept.into() }));
    }
    let people: Vec<_> = signatories.all().iter().map(|of| json!([of.office, of.member])).collect();
    let body = json!({ "seance": at.sitting.id, "empreinte": hex(&now.hash()), "signataires": people });
    note(&mut work, (at.visit, at.sitting), (EntryKind::MinutesPresented, body)).await?;
    work.save().await?;
    Ok(Ok(DONE[1].0))
}

/// Who signs, by number or by name.
async fn named(work: &mut Work, at: &At<'_>, typed: &Typed) -> Result<Result<Signatories, Faults>, Refusal> {
    let members = work.members(at.sitting.congress).await?;
    let (mut people, mut faults): (Vec<(Office, MemberId, String)>, Faults) = (Vec::new(), Faults::default());
    let mut asked = vec![
        (name::CHAIR, Office::Chair, &*typed.chair),
        (name::SECRETARY, Office::Secretary, &*typed.secretary),
    ];
    let tellers = typed.tellers.lines().map(str::trim).filter(|line| !line.is_empty());
    asked.extend(tellers.map(|line| (name::TELLERS, Office::Teller, line)));
    for (field, office, who) in asked {
        match found(&members, who) {
            Ok(member) => people.push((office, member.id, member.name.as_str().to_owned())),
            Err(sentence) => faults.add(field, sentence),
        }
    }
    if !faults.is_empty() {
        return Ok(Err(faults));
    }
    Ok(Signatories::new(people).map_err(|fault| {
        let field = match fault {
            SignatoriesFault::One(Office::Secretary) => name::SECRETARY,
            SignatoriesFault::One(_) => name::CHAIR,
            SignatoriesFault::TooManyTellers | SignatoriesFault::Twice => name::TELLERS,
        };
        Faults::of(field, text::signatories_fault(fault))
    }))
}

fn found<'m>(members: &'m [Member], who: &str) -> Result<&'m Member, &'static str> {
    if let Ok(number) = who.parse() {
        return members.iter().find(|of| of.number == number).ok_or(text::NOBODY);
    }
    let who = fold(who);
    let mut all = members.iter().filter(|of| !who.is_empty() && fold(of.name.as_str()) == who);
    match (all.next(), all.next()) {
        (Some(one), None) => Ok(one),
        (Some(_), Some(_)) => Err(text::SEVERAL),
        (None, _) => Err(text::NOBODY),
    }
}
