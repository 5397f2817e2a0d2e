//! Invented models: enough of everything to look at each page.
#![expect(clippy::unwrap_used, reason = "what is invented here is well formed")]

mod about;
pub mod people;
mod words;

pub use about::{downloads, publisher};
use words::{LABELS, PEOPLE, VOICES, WORDS};

use domain::analysis::{Place, TypicalWord, UnplacedReason, WeakReason};
use domain::congress::{Congress, Phase, PhaseKind};
use domain::contribution::{Channel, Contribution, ContributionNumber, Kind, State};
use domain::id::{CongressId, ContributionId, VerbatimId};
use domain::member::{College, Signature};
use domain::reading::*;
use domain::territory::{Territory, TerritoryLevel};
use domain::time::Timestamp;
use uuid::Uuid;

#[path = "findings.rs"]
mod findings;
pub use findings::*;

#[path = "post.rs"]
mod post;
pub use post::{letter, outbox};

#[path = "moderation.rs"]
pub mod moderation;
#[path = "writing.rs"]
pub mod writing;

/// 15 October 2026, 10:00 in Paris.
pub const NOW: Timestamp = Timestamp::from_micros(1_792_051_200_000_000);
const DAY: i64 = 86_400_000_000;

fn id(n: u32) -> Uuid {
    Uuid::from_u128(u128::from(n))
}

pub fn congress() -> Congress {
    let phase = |kind, from: i64, to: i64| Phase {
        kind,
        starts_at: Timestamp::from_micros(NOW.micros() + from * DAY),
        ends_at: Timestamp::from_micros(NOW.micros() + to * DAY),
    };
    Congress {
        id: CongressId::from(id(1)),
        slug: "congres-2026".parse().unwrap(),
        title: "4e congrès des élues et élus au numérique".into(),
        question: "Quel numérique pour nos communes, et qui en décide\u{202f}?".into(),
        summary: "Pendant trois mois, des maires de village et des adjointes de métropole ont dit ce qui marche, ce qui manque et ce qu’ils demandent. Voici tout ce qu’ils ont écrit, jusqu’à la remarque que personne d’autre n’a faite.".into(),
        organiser: "l’Association des communes numériques".into(),
        fictional: true,
        phases: vec![
            phase(PhaseKind::Call, -90, -3),
            phase(PhaseKind::Analysis, -3, 5),
            phase(PhaseKind::Drafting, 6, 16),
            phase(PhaseKind::Congress, 22, 23),
            phase(PhaseKind::HandOver, 26, 26),
        ],
    }
}

pub fn tag(rank: u32) -> ThemeTag {
    let at = (rank - 1) as usize % LABELS.len();
    ThemeTag { rank, label: LABELS[at].into(), hue: (at % 8) as u8 }
}

pub fn signature(n: u32) -> Signature {
    let (name, mandate, place, departement) = PEOPLE[n as usize % PEOPLE.len()];
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let territory = some(place).map(|name| Territory {
        code: "00000".into(),
        name,
        level: TerritoryLevel::Commune,
        departement: some(departement),
        region: None,
        population: None,
    });
    Signature { name: some(name), mandate: some(mandate), college: College::Elected, territory }
}

pub fn quote(n: u32, place: Place<ThemeTag>) -> Quote {
    Quote {
        verbatim: VerbatimId::from(id(n)),
        number: ContributionNumber::new(n + 100),
        ordinal: 1 + n % 2,
        text: VOICES[n as usize % VOICES.len()].into(),
        cut_before: n % 3 == 1,
        cut_after: n % 4 == 1,
        reported: false,
        signature: signature(n),
        kind: Kind::ALL[n as usize % 3],
        kind_suggested: n.is_multiple_of(2),
        state: State::Published,
        place,
    }
}

pub fn run() -> RunTag {
    RunTag { number: 3, finished_at: Timestamp::from_micros(NOW.micros() - DAY), behind: 12 }
}

pub fn figures() -> Figures {
    Figures {
        contributions: 1012,
        signatories: 287,
        departements: 94,
        verbatims: 1846,
        in_themes: 1790,
        weak: 31,
        unplaced: 25,
        withheld: Withheld::default(),
    }
}

pub fn line(rank: u32) -> ThemeLine {
    let word = |(at, form): (usize, &&str)| TypicalWord {
        form: (*form).to_owned(),
        chi2: 412.7 / (at as f64 + 1.0),
        verbatims: 90 - at as u32 * 7,
    };
    ThemeLine {
        tag: tag(rank),
        verbatims: 330 - rank * 28,
        contributions: 190 - rank * 15,
        signatories: 120 - rank * 9,
        words: WORDS.iter().enumerate().map(word).take(8).collect(),
        voice: Some(quote(rank, Place::Theme(tag(rank)))),
    }
}

pub fn home() -> Home {
    let place = |n: u32| match n {
        0..=949 => Place::Theme((n / 119) as u8),
        950..=980 => Place::Weak(WeakReason::FarFromAll),
        _ => Place::Unplaced(UnplacedReason::TooShort),
    };
    Home {
        figures: figures(),
        run: Some(run()),
        themes: (1..10).map(line).collect(),
        dots: (0..1012).map(|n| Dot { number: ContributionNumber::new(n + 1), place: place(n) }).collect(),
        voices: (0..3).map(|n| quote(n, Place::Theme(tag(n + 1)))).collect(),
        has_motion: true,
        kept: false,
    }
}

pub fn card(n: u32) -> Card {
    let body = [VOICES[n as usize % 6], VOICES[(n + 2) as usize % 6], VOICES[(n + 3) as usize % 6]];
    let body =
        if n.is_multiple_of(3) { body.repeat(3).join(" ") } else { body[..1 + n as usize % 2].join("\n\n") };
    let place = match n % 7 {
        5 => Place::Weak(WeakReason::FarFromAll),
        6 => Place::Unplaced(UnplacedReason::NoSharedWord),
        _ => Place::Theme(tag(1 + n % 9)),
    };
    Card {
        contribution: Contribution {
            id: ContributionId::from(id(n)),
            number: ContributionNumber::new(n + 420),
            title: (n % 4 == 2).then(|| "La carte et le terrain".into()),
            body: body.parse().unwrap(),
            signature: signature(n),
            channel: Channel::Workshop,
            kind: n.is_multiple_of(2).then_some(Kind::Idea),
            areas: vec!["Aménagement".into(), "Services publics".into()],
            received_at: Timestamp::from_micros(NOW.micros() - 40 * DAY),
            state: State::Published,
            version: 1,
            reported: false,
        },
        kind: Some(Kind::ALL[n as usize % 3]),
        kind_suggested: n % 2 == 1,
        place: Some(place),
    }
}

fn facet<T>(value: T, label: &str, count: u32) -> Facet<T> {
    Facet { value, label: label.into(), count }
}

pub fn corpus(words: &str) -> CorpusPage {
    let places = (1..10).map(|rank| facet(PlaceFilter::Theme(rank), &tag(rank).label, 4));
    let apart =
        [facet(PlaceFilter::Weak, "Signaux faibles", 1), facet(PlaceFilter::Unplaced, "Non rapprochés", 1)];
    let query = CorpusQuery {
        words: words.into(),
        kind: Some(Kind::Idea),
        place: Some(PlaceFilter::Theme(1)),
        page: 2,
        ..CorpusQuery::default()
    };
    CorpusPage {
        query,
        corpus: 1012,
        total: 138,
        page: 2,
        pages: 7,
        cards: (0..8).map(card).collect(),
        facets: Facets {
            kinds: Kind::ALL.iter().map(|kind| facet(Some(*kind), "", 12)).collect(),
            places: places.chain(apart).collect(),
            departements: vec![facet("29".into(), "Finistère", 20), facet(String::new(), "", 18)],
            colleges: vec![facet(College::Elected, "", 30), facet(College::Unstated, "", 8)],
        },
    }
}

pub fn contribution() -> ContributionPage {
    let card = card(3);
    let body = card.contribution.body.as_str().to_owned();
    let (first, second) = (VOICES[3].len(), VOICES[3].len() + 1 + VOICES[5].len());
    let verbatim = |n: u32, span: std::ops::Range<usize>, place, cited| VerbatimLine {
        id: VerbatimId::from(id(n)),
        text: body[span.clone()].to_owned(),
        before: u32::try_from(body[..span.start].chars().count()).unwrap(),
        cut_before: span.start > 0,
        cut_after: span.end < body.len(),
        earlier: false,
        span,
        kind: Kind::Situation,
        kind_suggested: n == 1,
        neighbours: (0..3).map(|at| neighbour(n * 3 + at, at == 0 && n == 1)).collect(),
        place,
        cited,
    };
    let cited = CitedIn { objective: 2, heading: "Un accès égal aux réseaux".into(), sentence: Some(5) };
    let verbatims = vec![
        verbatim(1, 0..first, Place::Theme(tag(1)), vec![cited]),
        verbatim(2, first + 1..second, Place::Weak(WeakReason::RareWords), vec![]),
        verbatim(3, second + 1..body.len().min(second + 140), Place::Theme(tag(2)), vec![]),
    ];
    let number = ContributionNumber::new;
    ContributionPage {
        card,
        verbatims,
        guess: None,
        supports: 2,
        complement_of: None,
        entered: false,
        became: None,
        complements: Vec::new(),
        previous: Some(number(422)),
        next: Some(number(424)),
    }
}

fn neighbour(n: u32, twin: bool) -> NeighbourLine {
    let place = if n % 5 == 4 { Place::Weak(WeakReason::FarFromAll) } else { Place::Theme(tag(1 + n % 9)) };
    NeighbourLine { quote: quote(n, place), closeness: if twin { 0.97 } else { 0.41 }, twin }
}

/// A contribution that came after the run.
pub fn late() -> ContributionPage {
    let guess =
        Guess { place: Place::Theme(tag(1)), nearest: (3..6).map(|n| neighbour(n, n == 4)).collect() };
    ContributionPage { verbatims: vec![], guess: Some(guess), ..contribution() }
}

pub fn quotes(place: &Place<ThemeTag>) -> QuotePage {
    QuotePage { total: 302, page: 1, pages: 11, quotes: (0..6).map(|n| quote(n, place.clone())).collect() }
}

pub fn theme() -> ThemePage {
    ThemePage {
        run: run(),
        line: line(1),
        typical: (0..3).map(|n| quote(n + 3, Place::Theme(tag(1)))).collect(),
        says: vec![
            (Kind::Situation, vec![quote(0, Place::Theme(tag(1))), quote(3, Place::Theme(tag(1)))]),
            (Kind::Idea, vec![quote(4, Place::Theme(tag(1)))]),
        ],
        divides: vec![Divide {
            about: "carte de couverture".into(),
            one: quote(5, Place::Theme(tag(1))),
            other: quote(3, Place::Theme(tag(1))),
        }],
        path: vec!["le corpus".into(), "réseaux et territoires".into()],
        areas: vec![
            facet(1, "Aménagement", 210),
            facet(2, "Services publics", 96),
            facet(5, "Santé", 31),
            facet(0, "", 40),
        ],
        kinds: vec![facet(Kind::Situation, "", 160), facet(Kind::Idea, "", 100), facet(Kind::Action, "", 42)],
        colleges: vec![
            facet(College::Elected, "", 270),
            facet(College::Agents, "", 20),
            facet(College::Partners, "", 12),
        ],
        departements: (0..12)
            .map(|n| {
                facet(
                    format!("{n}"),
                    ["Finistère", "Lozère", "Allier", "Pyrénées-Atlantiques"][n % 4],
                    44 - n as u32 * 3 - n as u32 / 9 * 10 + n as u32 / 11 * 2,
                )
            })
            .collect(),
        verbatims: quotes(&Place::Theme(tag(1))),
        objectives: vec![(1, "Pour un accès égal aux réseaux".into())],
        previous: Some(tag(9)),
        next: Some(tag(2)),
    }
}

pub fn motion() -> MotionPage {
    let sentence = |number: u32| DraftSentence { number, quote: quote(number, Place::Theme(tag(1))) };
    let paragraph =
        |kind, from: u32| DraftParagraph { kind, sentences: (from..from + 3).map(sentence).collect() };
    let objective = |rank: u32| DraftObjective {
        rank,
        heading: format!("Pour {} et {}", LABELS[rank as usize * 2 - 2], LABELS[rank as usize * 2 - 1]),
        themes: vec![line(rank * 2 - 1), line(rank * 2)],
        suggestions: vec![quote(rank, Place::Theme(tag(1)))],
        divides: vec![Divide {
            about: "le guichet".into(),
            one: quote(1, Place::Theme(tag(1))),
            other: quote(2, Place::Theme(tag(1))),
        }],
        paragraphs: vec![paragraph(Kind::Situation, 1), paragraph(Kind::Idea, 4), paragraph(Kind::Action, 7)],
    };
    MotionPage {
        run: run(),
        figures: figures(),
        quoted: 36,
        drafted_at: NOW,
        objectives: (1..5).map(objective).collect(),
    }
}
