//! A small congress in which every enum and every option occurs.

use domain::analysis::Recipe;
use domain::congress::{Congress, Phase, PhaseKind};
use domain::contribution::{Channel, Contribution, Kind};
use domain::id::{CongressId, ContributionId, Entropy, ImportId};
use domain::import::ImportKind;
use domain::member::{College, Signature};
use domain::territory::{Territory, TerritoryLevel};
use domain::time::Timestamp;
use storage::{NewContribution, NewImport, Storage};

/// Counts instead of tossing a coin.
pub struct Counting(pub u64);

impl Entropy for Counting {
    fn fill(&mut self, bytes: &mut [u8]) {
        self.0 += 1;
        let len = bytes.len();
        bytes[len - 8..].copy_from_slice(&self.0.to_be_bytes());
    }
}

pub fn at(seconds: i64) -> Timestamp {
    Timestamp::from_micros(seconds * 1_000_000 + 7)
}

pub fn congress(slug: &str, entropy: &mut Counting) -> Congress {
    let phase = |i: usize, kind: &PhaseKind| Phase {
        kind: *kind,
        starts_at: at(i64::try_from(i).unwrap()),
        ends_at: at(i64::try_from(i).unwrap() + 1),
    };
    Congress {
        id: CongressId::new(at(0), entropy),
        slug: slug.parse().unwrap(),
        title: "Congrès d’essai".to_owned(),
        question: "Quel essai ?".to_owned(),
        summary: "On essaie.".to_owned(),
        organiser: "Association d’essai".to_owned(),
        fictional: true,
        phases: PhaseKind::ALL.iter().enumerate().map(|(i, kind)| phase(i, kind)).collect(),
    }
}

pub fn areas() -> Vec<String> {
    ["Zones", "Écoles", "Eau"].map(str::to_owned).to_vec()
}

/// A congress with its enjeux, saved.
pub async fn saved_congress(storage: &Storage, slug: &str) -> (Congress, Counting) {
    let mut entropy = Counting(u64::from(slug.as_bytes()[0]) << 32);
    let congress = congress(slug, &mut entropy);
    let mut work = storage.write().await.unwrap();
    work.create_congress(&congress, &areas()).await.unwrap();
    work.save().await.unwrap();
    (congress, entropy)
}

pub fn cycled<T: Clone>(all: &[T], i: usize) -> T {
    all[i % all.len()].clone()
}

fn territory(i: usize) -> Option<Territory> {
    let level = cycled(TerritoryLevel::ALL, i);
    let places = [("29233", Some("29")), ("2A004", Some("2A")), ("200068120", None)];
    let (code, departement) = cycled(&places, i);
    (!i.is_multiple_of(4)).then(|| Territory {
        code: code.to_owned(),
        name: format!("Lieu {code}"),
        level,
        departement: departement.map(str::to_owned),
        region: (i % 2 == 1).then(|| "53".to_owned()),
        population: (i % 3 == 1).then_some(12_000),
    })
}

fn signature(i: usize) -> Signature {
    Signature {
        name: (!i.is_multiple_of(3)).then(|| format!("Personne {}", i % 7)),
        mandate: (i % 5 > 1).then(|| "maire".to_owned()),
        college: cycled(College::ALL, i),
        territory: territory(i),
    }
}

/// The `i`th of many different contributions. Its stems: « tout », « pair » or « impair », and its own.
pub fn contribution(i: usize, entropy: &mut Counting) -> NewContribution {
    let own = format!("propre{i}");
    let parity = if i.is_multiple_of(2) { "pair" } else { "impair" };
    let repeated = u32::try_from(i % 3).unwrap() + 1;
    NewContribution {
        id: ContributionId::new(at(i64::try_from(i).unwrap()), entropy),
        title: (i % 2 == 1).then(|| format!("Titre {i}")),
        body: format!("Écrit n° {i}, « en été ». Seconde phrase {i}…").parse().unwrap(),
        signature: signature(i),
        member: None,
        channel: cycled(Channel::ALL, i),
        kind: (i % 4 != 3).then(|| cycled(Kind::ALL, i)),
        areas: areas().into_iter().take(i % 3).collect(),
        received_at: at(i64::try_from(i).unwrap()),
        fingerprint: format!("empreinte {i}"),
        stems: vec![("tout".to_owned(), 1), (parity.to_owned(), repeated), (own, 1)],
    }
}

/// The contributions from `from` up to just before `to`.
pub fn contributions(from: usize, to: usize, entropy: &mut Counting) -> Vec<NewContribution> {
    (from..to).map(|i| contribution(i, entropy)).collect()
}

/// Saves `n` contributions as one file, and gives them back as stored.
pub async fn saved_corpus(
    storage: &Storage,
    congress: CongressId,
    n: usize,
    entropy: &mut Counting,
) -> Vec<Contribution> {
    let mut work = storage.write().await.unwrap();
    let file = import(entropy);
    work.start_import(congress, &file).await.unwrap();
    work.add_contributions(congress, Some(file.id), contributions(0, n, entropy)).await.unwrap();
    work.save().await.unwrap();
    storage.read().await.unwrap().contributions(congress).await.unwrap()
}

pub fn import(entropy: &mut Counting) -> NewImport {
    NewImport {
        id: ImportId::new(at(0), entropy),
        kind: ImportKind::Contributions,
        by: None,
        file_name: "ateliers.csv".to_owned(),
        sha256: "0".repeat(64),
        at: at(9),
        refused: 2,
    }
}

pub fn recipe() -> Recipe {
    // A seed that only unsigned numbers hold.
    Recipe {
        corpus: "c".repeat(64),
        seed: u64::MAX - 1,
        parameters: "{}".to_owned(),
        engine: "0.1".to_owned(),
        predecessor: None,
    }
}
