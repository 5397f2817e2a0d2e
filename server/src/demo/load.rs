//! The demonstration congress into a database.

use domain::congress::{Congress, Phase, PhaseChange, PhaseKind};
use domain::id::{CongressId, ContributionId, Entropy, MemberId, PhaseChangeId};
use domain::line::LineError;
use domain::settings::{Contact, Settings};
use domain::time::Timestamp;
use domain::words::{Body, BodyError, Slug, SlugError};
use jiff::civil::Date;
use jiff::{ToSpan, tz::TimeZone};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use storage::{NewContribution, NewMember, Storage, StorageError};

use super::members::{MembersError, members};
use super::texts::{Text, areas, people, texts};
use crate::jobs::import::hex;
use crate::words;

/// The address of the demonstration.
pub const SLUG: &str = "demonstration";
/// Days from the first day of the call to the day of the demonstration: the call was to end two days ago, after its
/// rush, and was prolonged by a week. A provisional analysis and draft are there already.
const DAYS_BEFORE: i32 = 92;
/// The last day of the call as it was announced, and as it was prolonged.
const ANNOUNCED_TO: i32 = 91;
const PROLONGED_TO: i32 = ANNOUNCED_TO + 7;
/// The first day of which staff hasn't read the texts.
const READ_TO: i32 = 91;
/// The steps: which, its first day, its last day, counted from the first of the call (day 1).
const STEPS: [(PhaseKind, i32, i32); 5] = [
    (PhaseKind::Call, 1, PROLONGED_TO),
    (PhaseKind::Analysis, PROLONGED_TO + 1, 108),
    (PhaseKind::Drafting, 109, 118),
    (PhaseKind::Congress, 124, 125),
    (PhaseKind::HandOver, 129, 129),
];

/// Why the demonstration can't be loaded.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// A file of texts isn't what it should be.
    #[error("les textes de la démonstration sont illisibles : {0}")]
    Texts(#[from] toml::de::Error),
    /// A text can't be a contribution's.
    #[error("un texte de la démonstration est illisible : {}", words::body(*.0))]
    Body(#[from] BodyError),
    /// A name can't be one.
    #[error("une personne de la démonstration est illisible : {0}")]
    Members(#[from] MembersError),
    /// A line isn't one.
    #[error("une ligne de la démonstration est illisible : {0}")]
    Line(#[from] LineError),
    /// Its address isn't one.
    #[error("l’adresse de la démonstration est illisible : {}", words::slug(*.0))]
    Slug(#[from] SlugError),
    /// A date that the calendar doesn't have.
    #[error("une date de la démonstration est illisible : {0}")]
    Date(#[from] jiff::Error),
    /// The database refused.
    #[error("{}", words::storage(.0))]
    Storage(#[from] StorageError),
}

/// Loads the congress and its contributions; the same at every run, dates apart.
///
/// # Errors
/// When the database fails: the texts are checked by tests.
pub async fn load(
    storage: &Storage,
    now: Timestamp,
    entropy: &mut dyn Entropy,
) -> Result<Congress, DemoError> {
    let congress = congress(now, entropy)?;
    let first = first_day(now)?;
    let people = people()?;
    let members = members(congress.id, &people, now, entropy)?;
    let mut contributions = Vec::new();
    for (rank, text) in texts()?.iter().enumerate() {
        let received_at = moment(first, text)?;
        contributions.push(contribution(
            text,
            rank,
            received_at,
            author(text, &members),
            text.signature(&people),
            entropy,
        )?);
    }
    let mut work = storage.write().await?;
    work.create_congress(&congress, &areas()?).await?;
    work.change_settings(congress.id, &settings()?).await?;
    for member in members.values() {
        work.add_member(member).await?;
    }
    work.add_contributions(congress.id, None, contributions).await?;
    // Staff had a day to read.
    work.note_read_until(congress.id, in_paris(first, READ_TO, 0, 0)?).await?;
    work.note_phase_change(&prolonged(&congress, first, entropy)?).await?;
    work.save().await?;
    Ok(congress)
}

/// The congress itself, its steps around `now`.
fn congress(now: Timestamp, entropy: &mut dyn Entropy) -> Result<Congress, DemoError> {
    Ok(Congress {
        id: CongressId::new(now, entropy),
        slug: SLUG.parse::<Slug>()?,
        title: "4e congrès des élues et élus au numérique".to_owned(),
        question: "Quel numérique pour nos communes, et qui en décide\u{202f}?".to_owned(),
        summary: "Depuis trois mois, des maires de village et des adjointes de métropole disent ce qui marche, ce qui manque et ce qu’ils demandent. Voici tout ce qu’ils ont écrit jusqu’ici, et ce qu’une première analyse, provisoire, en tire.".to_owned(),
        organiser: "Assemblée fictive des communes numériques".to_owned(),
        fictional: true,
        phases: phases(first_day(now)?)?,
    })
}

fn first_day(now: Timestamp) -> Result<Date, jiff::Error> {
    let now = jiff::Timestamp::from_microsecond(now.micros())?;
    now.to_zoned(TimeZone::get("Europe/Paris")?).date().checked_sub(DAYS_BEFORE.days())
}

fn phases(first: Date) -> Result<Vec<Phase>, jiff::Error> {
    let step = |(kind, from, to): (PhaseKind, i32, i32)| {
        let starts_at = in_paris(first, from, 9, 0)?;
        let hours = if kind == PhaseKind::HandOver { (16, 30) } else { (18, 0) };
        Ok(Phase { kind, starts_at, ends_at: in_paris(first, to, hours.0, hours.1)? })
    };
    STEPS.into_iter().map(step).collect()
}

/// The `day`th day of the call, at that time in Paris.
fn in_paris(first: Date, day: i32, hour: i8, minute: i8) -> Result<Timestamp, jiff::Error> {
    let local = first.checked_add((day - 1).days())?.at(hour, minute, 0, 0);
    let moment = local.to_zoned(TimeZone::get("Europe/Paris")?)?.timestamp();
    Ok(Timestamp::from_micros(moment.as_microsecond()))
}

fn moment(first: Date, text: &Text) -> Result<Timestamp, jiff::Error> {
    let time: jiff::civil::Time = format!("{}:00", text.time).parse()?;
    in_paris(first, text.day, time.hour(), time.minute())
}

/// The member who wrote a text; None for a workshop table.
fn author(text: &Text, members: &BTreeMap<String, NewMember>) -> Option<MemberId> {
    text.author.as_ref().and_then(|key| members.get(key)).map(|new| new.member.id)
}

/// Whom to call.
fn settings() -> Result<Settings, DemoError> {
    let contact = Contact {
        name: Some("Idriss Belkacem".parse()?),
        // Kept for fiction by the plan of numbering (Arcep, decision 2019-0954).
        telephone: Some("01\u{a0}99\u{a0}00\u{a0}12\u{a0}34".parse()?),
        email: "redaction@communes.example".parse().ok(),
    };
    Ok(Settings { contact, ..Settings::default() })
}

/// The call was prolonged the day before it was to end.
fn prolonged(
    congress: &Congress,
    first: Date,
    entropy: &mut dyn Entropy,
) -> Result<PhaseChange, jiff::Error> {
    let changed_at = in_paris(first, ANNOUNCED_TO - 1, 17, 30)?;
    Ok(PhaseChange {
        id: PhaseChangeId::new(changed_at, entropy),
        congress: congress.id,
        kind: PhaseKind::Call,
        ended_at: in_paris(first, ANNOUNCED_TO, 18, 0)?,
        ends_at: in_paris(first, PROLONGED_TO, 18, 0)?,
        changed_at,
        changed_by: None,
        reason: "Beaucoup de conseils municipaux se réunissent cette semaine.".to_owned(),
    })
}

fn contribution(
    text: &Text,
    rank: usize,
    received_at: Timestamp,
    member: Option<MemberId>,
    signature: domain::member::Signature,
    entropy: &mut dyn Entropy,
) -> Result<NewContribution, DemoError> {
    let body: Body = text.body().parse()?;
    Ok(NewContribution {
        id: ContributionId::new(received_at, entropy),
        title: None,
        stems: analysis::read::index_terms(body.as_str()),
        fingerprint: hex(&Sha256::digest(format!("demo-{rank}-{}", body.as_str()))),
        body,
        signature,
        member,
        channel: text.channel,
        kind: text.kind,
        areas: text.areas.clone(),
        received_at,
    })
}
