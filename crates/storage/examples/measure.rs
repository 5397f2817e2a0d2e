//! Measures the room: `measure URL CONTRIBUTIONS` fills an empty database and asks it a few pages.
//!
//! Texts and stems are drawn by a fixed rule, words being as unequally frequent as in a language.

use domain::analysis::{
    Analysis, Branch, Choice, Confidence, Neighbour, Place, Placement, Point, Recipe, Theme, Verbatim,
    WeakReason,
};
use domain::congress::Congress;
use domain::contribution::{Channel, Contribution, Kind};
use domain::id::{AnalysisId, CongressId, ContributionId, Entropy, ThemeId, VerbatimId};
use domain::member::{College, Signature};
use domain::reading::{CorpusQuery, PlaceFilter};
use domain::time::Timestamp;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};
use storage::{NewContribution, Storage};

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// Words of a contribution, and of the whole language.
const WORDS: usize = 45;
const VOCABULARY: f64 = 30_000.0;

/// A generator that needs no crate: xorshift64.
struct Draw(u64);

impl Draw {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A word's rank: log-uniform, so close to Zipf's law.
    fn word(&mut self) -> u64 {
        let unit = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        VOCABULARY.powf(unit) as u64
    }
}

impl Entropy for Draw {
    fn fill(&mut self, bytes: &mut [u8]) {
        bytes.fill_with(|| self.next().to_le_bytes()[0]);
    }
}

fn contribution(i: usize, draw: &mut Draw) -> Outcome<NewContribution> {
    let words: Vec<String> = (0..WORDS).map(|_| format!("mot{}", draw.word())).collect();
    let mut stems = BTreeMap::new();
    for word in &words {
        *stems.entry(word.clone()).or_insert(0) += 1;
    }
    let at = Timestamp::from_micros(i64::try_from(i)? * 1_000);
    Ok(NewContribution {
        id: ContributionId::new(at, draw),
        title: None,
        body: words.join(" ").parse()?,
        signature: Signature {
            name: Some(format!("Personne {}", i / 3)),
            college: College::Elected,
            ..Signature::ANONYMOUS
        },
        member: None,
        channel: Channel::File,
        kind: None,
        areas: Vec::new(),
        received_at: at,
        fingerprint: format!("{i:064}"),
        stems: stems.into_iter().collect(),
    })
}

fn congress(draw: &mut Draw) -> Outcome<Congress> {
    Ok(Congress {
        id: CongressId::new(Timestamp::from_micros(0), draw),
        slug: "mesure".parse()?,
        title: String::new(),
        question: String::new(),
        summary: String::new(),
        organiser: String::new(),
        fictional: true,
        phases: Vec::new(),
    })
}

/// A run with twelve themes, two verbatims a contribution, and three neighbours a verbatim.
fn analysis(corpus: &[Contribution], draw: &mut Draw) -> Analysis {
    let at = Timestamp::from_micros(0);
    let ids: Vec<ThemeId> = (0..12).map(|_| ThemeId::new(at, draw)).collect();
    let verbatims: Vec<VerbatimId> = (0..2 * corpus.len()).map(|_| VerbatimId::new(at, draw)).collect();
    let halves = corpus.iter().flat_map(|contribution| {
        let (middle, end) = (contribution.body.as_str().len() / 2, contribution.body.as_str().len());
        [(contribution.id, 0..middle), (contribution.id, middle..end)]
    });
    let placements: Vec<Placement> = halves
        .zip(&verbatims)
        .map(|((contribution, span), id)| {
            placement(Verbatim { id: *id, contribution, version: 1, span }, &ids, &verbatims, draw)
        })
        .collect();
    Analysis {
        id: AnalysisId::new(at, draw),
        number: 0,
        recipe: Recipe {
            corpus: String::new(),
            seed: 0,
            parameters: String::new(),
            engine: String::new(),
            predecessor: None,
        },
        finished_at: at,
        themes: ids.iter().zip(1..).map(theme).collect(),
        choice: Some(Choice {
            themes: 12,
            confidence: Confidence::Fair,
            agreement: 0.5,
            compared: Vec::new(),
        }),
        tree: tree(),
        landmarks: None,
        model: vec![0; 40 * verbatims.len()],
        placements,
    }
}

fn placement(verbatim: Verbatim, themes: &[ThemeId], all: &[VerbatimId], draw: &mut Draw) -> Placement {
    let mut drawn = |below: usize| usize::try_from(draw.next() % below.max(1) as u64).unwrap_or_default();
    let theme = themes.get(drawn(13)).map_or(Place::Weak(WeakReason::FarFromAll), |id| Place::Theme(*id));
    let others = (0..3).map(|_| all[drawn(all.len())]).filter(|other| *other != verbatim.id);
    let neighbours = others.map(|verbatim| Neighbour { verbatim, closeness: 0.5, twin: false }).collect();
    Placement {
        place: theme,
        typicality: 1.0 / (drawn(1_000) + 1) as f64,
        kind: Kind::Idea,
        kind_suggested: true,
        point: Some(Point { x: drawn(10_000) as f32 / 10_000.0, y: drawn(10_000) as f32 / 10_000.0 }),
        neighbours,
        verbatim,
    }
}

fn theme((id, rank): (&ThemeId, u32)) -> Theme {
    Theme {
        id: *id,
        rank,
        label: format!("Thème {rank}"),
        hue: 0,
        words: Vec::new(),
        typical: Vec::new(),
        says: Vec::new(),
        divides: Vec::new(),
        continues: None,
        region: None,
    }
}

/// Every theme right below the root.
fn tree() -> Vec<Branch> {
    let leaf =
        |rank: u32| Branch { parent: Some(0), theme: Some(rank), label: format!("Thème {rank}"), hue: 0 };
    let root = Branch { parent: None, theme: None, label: "Tout".to_owned(), hue: 0 };
    std::iter::once(root).chain((1..=12).map(leaf)).collect()
}

/// The middle one of several times, in milliseconds: each of SQLite's readers has read the file before.
async fn median<F: Future<Output = Outcome<u32>>>(name: &str, ask: impl Fn() -> F) -> Outcome<()> {
    let mut times: Vec<Duration> = Vec::new();
    let mut total = 0;
    for _ in 0..15 {
        let start = Instant::now();
        total = ask().await?;
        times.push(start.elapsed());
    }
    times.sort_unstable();
    println!("{name:<28} {:>8.1} ms  ({total} found)", times[7].as_secs_f64() * 1_000.0);
    Ok(())
}

#[tokio::main]
async fn main() -> Outcome<()> {
    let mut arguments = std::env::args().skip(1);
    let usage = "usage: measure URL CONTRIBUTIONS";
    let (url, n) = (arguments.next().ok_or(usage)?, arguments.next().ok_or(usage)?.parse::<usize>()?);
    let storage = Storage::open(&url).await?;
    storage.migrate().await?;
    let mut draw = Draw(42);
    let congress = congress(&mut draw)?;
    let start = Instant::now();
    let mut work = storage.write().await?;
    work.create_congress(&congress, &[]).await?;
    let contributions = (0..n).map_while(|i| contribution(i, &mut draw).ok());
    work.add_contributions(congress.id, None, contributions).await?;
    work.save().await?;
    println!("{} contributions on {}: {:.2} s", n, storage.engine_name(), start.elapsed().as_secs_f64());
    let peak = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    println!("{}", peak.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("no figure for the memory"));
    let corpus = storage.read().await?.contributions(congress.id).await?;
    let mut run = analysis(&corpus, &mut draw);
    let start = Instant::now();
    let mut work = storage.write().await?;
    run.number = work.start_analysis(congress.id, run.id, &run.recipe, run.finished_at).await?;
    work.finish_analysis(run).await?;
    work.save().await?;
    println!("a run of {} verbatims stored: {:.2} s", 2 * n, start.elapsed().as_secs_f64());
    drop(corpus);
    ask(&storage, congress.id).await?;
    storage.close().await;
    Ok(())
}

/// Asks the pages, several times each.
async fn ask(storage: &Storage, congress: CongressId) -> Outcome<()> {
    let cases = [
        ("no words", ""),
        ("a frequent word", "mot1"),
        ("three words", "mot2 mot5 mot40"),
        ("a rare word", "mot20000"),
    ];
    for (name, words) in cases {
        for place in [None, Some(PlaceFilter::Theme(3))] {
            let query = CorpusQuery { place, page: 3, ..CorpusQuery::default() };
            let stems: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
            let name = format!("{name}{}", if place.is_some() { ", filtered" } else { "" });
            median(&name, async || {
                Ok(storage.read().await?.corpus_page(congress, &query, &stems).await?.total)
            })
            .await?;
        }
    }
    median("as you type", async || {
        let found = storage
            .read()
            .await?
            .quick_search(congress, &["mot2".to_owned(), "mot1234".to_owned()], 8)
            .await?;
        Ok(u32::try_from(found.len())?)
    })
    .await?;
    median("home", async || Ok(storage.read().await?.home(congress).await?.figures.contributions)).await?;
    median("themes", async || Ok(storage.read().await?.themes_page(congress).await?.figures.in_themes))
        .await?;
    median("a theme", async || {
        let page = storage.read().await?.theme_page(congress, 3, 9).await?;
        Ok(page.map_or(0, |page| page.verbatims.total))
    })
    .await?;
    median("the map, all of it", async || {
        let map = storage.read().await?.map_page(congress).await?;
        Ok(u32::try_from(map.map_or(0, |map| map.points.len()))?)
    })
    .await?;
    median("the tree", async || {
        let tree = storage.read().await?.tree_page(congress).await?;
        Ok(tree.map_or(0, |tree| tree.nodes[0].verbatims))
    })
    .await?;
    median("words that light up", async || {
        let words = ["mot2".to_owned(), "mot40".to_owned()];
        let held = storage.read().await?.verbatims_holding(congress, &words).await?.1;
        Ok(u32::try_from(held.len())?)
    })
    .await?;
    median("weak signals", async || {
        let page = storage.read().await?.weak_page(congress, 9).await?;
        Ok(page.map_or(0, |page| page.verbatims.total))
    })
    .await
}
