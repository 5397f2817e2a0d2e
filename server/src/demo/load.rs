//! The demonstration congress into a database.

use domain::congress::{Congress, Phase, PhaseKind};
use domain::id::{CongressId, ContributionId, Entropy};
use domain::time::Timestamp;
use domain::words::{Body, BodyError, Slug, SlugError};
use jiff::civil::Date;
use jiff::{ToSpan, tz::TimeZone};
use sha2::{Digest, Sha256};
use storage::{NewContribution, Storage, StorageError};

use super::texts::{Text, areas, people, texts};
use crate::jobs::import::hex;
use crate::words;

/// The address of the demonstration.
pub const SLUG: &str = "demonstration";
/// Days from the first day of the call to the day of the demonstration: the call ended five days ago, the analysis is on.
const DAYS_BEFORE: i32 = 96;
/// The steps: which, its first day, its last day, counted from the first of the call (day 1).
const STEPS: [(PhaseKind, i32, i32); 5] = [
    (PhaseKind::Call, 1, 91),
    (PhaseKind::Analysis, 92, 105),
    (PhaseKind::Drafting, 106, 116),
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
    let mut contributions = Vec::new();
    for (rank, text) in texts()?.iter().enumerate() {
        let received_at = moment(first, text)?;
        contributions.push(contribution(text, rank, received_at, text.signature(&people), entropy)?);
    }
    let mut work = storage.write().await?;
    work.create_congress(&congress, &areas()?).await?;
    work.add_contributions(congress.id, None, contributions).await?;
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
        summary: "Pendant trois mois, des maires de village et des adjointes de métropole ont dit ce qui marche, ce qui manque et ce qu’ils demandent. Voici tout ce qu’ils ont écrit, jusqu’à la remarque que personne d’autre n’a faite.".to_owned(),
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

fn contribution(
    text: &Text,
    rank: usize,
    received_at: Timestamp,
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
        channel: text.channel,
        kind: text.kind,
        areas: text.areas.clone(),
        received_at,
    })
}
