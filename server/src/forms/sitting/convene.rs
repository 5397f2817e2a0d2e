//! Convening by letter, and what is answered.

use app::letters::{compose, convocation};
use app::pages::sittings::convene::{Answered, ConveneView, document, name};
use app::routes::{Route, values};
use app::text::convocation as text;
use axum::extract::Path;
use axum::response::Response;
use domain::congress::Congress;
use domain::id::MemberId;
use domain::mail::Purpose;
use domain::member::Member;
use domain::settings::Contact;
use domain::sitting::{AgendaItem, Answers, Convened, ConvocationAnswer, Proxy, Sitting, SittingStage, Whom};
use std::collections::{BTreeMap, BTreeSet};
use storage::{Reading, Work};

use super::{Fields, said};
use crate::access::Secret;
use crate::forms::Posted;
use crate::letters::{About, To, letter};
use crate::pages::sittings::followed;
use crate::pages::{Page, Refusal, Visit};

/// The query string that says how many were sent.
const SENT: &str = "envoyees";
/// Stands for the secret in the preview: it opens nothing.
const NO_SECRET: &str = "…";

/// Those who have a voice, once each, by name; and what is known of their convocation.
struct People {
    members: Vec<Member>,
    convened: BTreeMap<MemberId, Convened>,
}

impl People {
    async fn of(reading: &mut Reading, sitting: &Sitting) -> Result<Self, Refusal> {
        let ids: BTreeSet<MemberId> =
            reading.seats(sitting).await?.into_iter().map(|seat| seat.member).collect();
        let members = reading.members(sitting.congress).await?.into_iter();
        let convened = reading.convened(sitting.id).await?.into_iter();
        Ok(Self {
            members: members.filter(|member| ids.contains(&member.id)).collect(),
            convened: convened.map(|of| (of.member, of)).collect(),
        })
    }

    fn meant(&self, whom: Whom) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(move |member| whom.means(self.convened.get(&member.id)))
    }

    fn said(&self, member: &Member) -> Option<ConvocationAnswer> {
        self.convened.get(&member.id)?.answer.map(|(answer, _)| answer)
    }
}

/// The page: nothing is sent by it.
pub async fn read(visit: Visit, Path((slug, id)): Path<(String, String)>) -> Response {
    let page = show(&visit, (&slug, &id)).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, (slug, id): (&str, &str)) -> Page {
    let (mut reading, congress, sitting) = followed(visit, slug, id).await?;
    visit.caller.staff(&congress)?;
    let contact = reading.settings(congress.id).await?.contact;
    let agenda = reading.agenda(sitting.id).await?;
    let query = |of: &str| values(visit.query(), of).into_iter().next();
    let whom = query(name::WHOM).and_then(|code| code.parse().ok()).unwrap_or(Whom::New);
    let people = People::of(&mut reading, &sitting).await?;
    let proxies = reading.proxies(sitting.id).await?;
    let (to, unreachable): (Vec<&Member>, Vec<_>) =
        people.meant(whom).partition(|member| member.email.is_some());
    let preview = to.first().map(|first| {
        let words = words(visit, (&congress, &contact), (&sitting, &agenda), (first, NO_SECRET));
        compose(&congress, &words)
    });
    let view = ConveneView {
        whom,
        to: to.iter().map(|member| (member.number, member.name.to_string())).collect(),
        unreachable: unreachable.iter().map(|member| member.name.to_string()).collect(),
        preview,
        counts: Answers::of(people.members.iter().map(|member| people.said(member))),
        answered: answered(&people, &proxies),
        sent: query(SENT).and_then(|count| count.parse().ok()),
        sitting,
    };
    Ok(document(&congress, view))
}

fn words(
    visit: &Visit,
    (congress, contact): (&Congress, &Contact),
    of: (&Sitting, &[AgendaItem]),
    (member, secret): (&Member, &str),
) -> app::letters::Letter {
    let answer = format!("{}{}", visit.state.public_url, Route::Convocation(secret).path());
    convocation::letter(congress, contact, of, member, answer)
}

fn answered(people: &People, proxies: &[Proxy]) -> Vec<Answered> {
    let names: BTreeMap<MemberId, &str> =
        people.members.iter().map(|member| (member.id, member.name.as_str())).collect();
    let holder = |giver: MemberId| {
        let given = proxies.iter().rev().find(|of| of.giver == giver)?;
        let stands = !matches!(given.state, domain::sitting::ProxyState::Ended { .. });
        stands.then(|| (names.get(&given.holder).copied().unwrap_or_default(), given.is_accepted()))
    };
    let line = |member: &Member| {
        let has_letter = people.convened.get(&member.id).is_some_and(|of| of.convened_at.is_some());
        let said = match people.said(member) {
            Some(answer) => text::said(answer, holder(member.id)),
            None if has_letter => text::SILENT.to_owned(),
            None => text::NO_LETTER.to_owned(),
        };
        Answered { name: member.name.to_string(), said }
    };
    people.members.iter().map(line).collect()
}

/// Sends to those that the page named and who are still meant: whoever answered meanwhile gets nothing.
pub async fn send(Path((slug, id)): Path<(String, String)>, posted: Posted<Fields>) -> Response {
    let visit = &posted.visit;
    match Box::pin(sent(visit, (&slug, &id), &posted.fields)).await {
        Ok(response) => response,
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn sent(visit: &Visit, (slug, id): (&str, &str), fields: &Fields) -> Result<Response, Refusal> {
    let (mut reading, congress, sitting) = followed(visit, slug, id).await?;
    visit.caller.staff(&congress)?;
    let contact = reading.settings(congress.id).await?.contact;
    let agenda = reading.agenda(sitting.id).await?;
    drop(reading);
    let whom: Whom = said(fields, name::WHOM).parse().unwrap_or(Whom::New);
    let named: BTreeSet<u32> =
        said(fields, name::WHO).split_whitespace().filter_map(|n| n.parse().ok()).collect();
    let mut count = 0;
    if sitting.stage == SittingStage::Planned {
        let mut work = visit.state.storage.write().await?;
        let people = People::of(&mut work, &sitting).await?;
        for member in people.meant(whom).filter(|member| named.contains(&member.number.get())) {
            let secret = visit.state.draw(Secret::draw);
            let words = words(visit, (&congress, &contact), (&sitting, &agenda), (member, secret.text()));
            count += u32::from(
                convened(visit, &mut work, (&congress, &sitting), (member, &secret, &words)).await?,
            );
        }
        work.save().await?;
    }
    let kept = format!("{}={}&{SENT}={count}", name::WHOM, whom.code());
    Ok(visit.see_done(Route::Convene(&congress.slug, sitting.id), &kept))
}

/// Queues one letter with its link; false when the person has no address, or had theirs today.
async fn convened(
    visit: &Visit,
    work: &mut Work,
    (congress, sitting): (&Congress, &Sitting),
    (member, secret, words): (&Member, &Secret, &app::letters::Letter),
) -> Result<bool, Refusal> {
    let Some(email) = &member.email else { return Ok(false) };
    // One a day at most, from whichever page and however many clicks.
    let (purpose, day) = (Purpose::Convocation, visit.now().day());
    let key = Some(format!("{} {} {} {day}", purpose.code(), sitting.id, member.id));
    let (to, about) = (To { name: member.name.as_str(), email, member: member.id }, About { purpose, key });
    let new = visit.state.draw(|entropy| letter(congress, to, about, words, (visit.now(), entropy)));
    if !work.queue_letter(&new).await? {
        return Ok(false);
    }
    work.add_convocation_link(&secret.hash(), (sitting.id, member.id), visit.now()).await?;
    work.convene(sitting.id, member.id, visit.now()).await?;
    Ok(true)
}
