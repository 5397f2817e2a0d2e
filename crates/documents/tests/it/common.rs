//! Dossiers to make documents of: invented, and the same at each call.

use domain::analysis::{Place, UnplacedReason, WeakReason};
use domain::congress::Congress;
use domain::contribution::{ContributionNumber, Kind, State};
use domain::id::VerbatimId;
use domain::member::{College, Signature};
use domain::reading::{
    Divide, Dossier, DraftObjective, DraftParagraph, DraftSentence, Figures, MotionPage, Quote, RunTag,
    ThemeLine, ThemeTag, Withheld,
};
use domain::territory::{Territory, TerritoryLevel};
use domain::time::Timestamp;
use uuid::Uuid;

/// 12 October 2026, half past ten in Paris.
pub const NOON: Timestamp = Timestamp::from_micros(1_791_793_800_000_000);

/// A congress without anything.
pub fn congress() -> Congress {
    Congress {
        id: Uuid::from_u128(1).into(),
        slug: "congres-2026".parse().expect("an address"),
        title: "4e congrès des élues et élus au numérique".to_owned(),
        question: "Quel numérique pour nos communes, et qui en décide ?".to_owned(),
        summary: String::new(),
        organiser: "Association des communes en ligne".to_owned(),
        fictional: true,
        phases: Vec::new(),
    }
}

/// Somebody, a different one for each `n`.
pub fn signature(n: u32) -> Signature {
    const NAMES: [&str; 6] = [
        "Nadia Le Bihan",
        "Agnès Rondelet",
        "Ousmane Diarra",
        "Élodie Prévôt",
        "Jean-Noël Œuvrard",
        "Maïté Etcheverry",
    ];
    const TOWNS: [(&str, &str); 5] = [
        ("Vaubreuil", "27"),
        ("Saint-Aubin-des-Prés", "49"),
        ("Castelmaure", "11"),
        ("Plougonvenec", "29"),
        ("Roche-Noire", "2A"),
    ];
    if n % 17 == 3 {
        return Signature::ANONYMOUS;
    }
    let (name, departement) = TOWNS[n as usize % TOWNS.len()];
    Signature {
        name: Some(NAMES[n as usize % NAMES.len()].to_owned()),
        mandate: Some(
            if n.is_multiple_of(2) { "adjointe au maire" } else { "conseiller délégué au numérique" }
                .to_owned(),
        ),
        college: College::Elected,
        territory: Some(Territory {
            code: format!("{departement}{:03}", n % 900),
            name: name.to_owned(),
            level: TerritoryLevel::Commune,
            departement: Some(departement.to_owned()),
            region: None,
            population: Some(1_200 + n),
        }),
    }
}

/// Verbatim `n`, the first of contribution `number`.
pub fn quote(n: u32, number: u32, text: &str, place: Place<ThemeTag>) -> Quote {
    Quote {
        verbatim: VerbatimId::from(Uuid::from_u128(0x1000 + u128::from(n))),
        number: ContributionNumber::new(number),
        ordinal: 1,
        state: State::Published,
        text: text.to_owned(),
        reported: false,
        cut_before: false,
        cut_after: n % 5 == 1,
        signature: signature(number),
        kind: Kind::ALL[n as usize % 3],
        kind_suggested: !n.is_multiple_of(4),
        place,
    }
}

/// The tag of a theme.
pub fn tag(rank: u32, label: &str) -> ThemeTag {
    ThemeTag { rank, label: label.to_owned(), hue: u8::try_from((rank - 1) % 8).expect("a hue") }
}

/// A theme with its verbatims, one a contribution.
pub fn theme(tag: ThemeTag, quotes: Vec<Quote>) -> (ThemeLine, Vec<Quote>) {
    let held = u32::try_from(quotes.len()).expect("a count");
    (
        ThemeLine {
            tag,
            verbatims: held,
            contributions: held,
            signatories: held,
            words: Vec::new(),
            voice: None,
        },
        quotes,
    )
}

/// The dossier of these verbatims: figures that hold, and one objective a theme with three sentences a kind.
pub fn dossier(themes: Vec<(ThemeLine, Vec<Quote>)>, weak: Vec<Quote>, unplaced: Vec<Quote>) -> Dossier {
    let objectives: Vec<DraftObjective> =
        themes.iter().enumerate().map(|(i, theme)| objective(i, theme)).collect();
    let mut contributions: Vec<_> = themes
        .iter()
        .flat_map(|(_, quotes)| quotes)
        .chain(&weak)
        .chain(&unplaced)
        .map(|quote| (quote.number, quote.signature.clone()))
        .collect();
    contributions.sort_by_key(|(number, _)| *number);
    contributions.dedup_by_key(|(number, _)| *number);
    let count = |n: usize| u32::try_from(n).expect("a count");
    let in_themes = themes.iter().map(|(_, quotes)| quotes.len()).sum();
    let figures = Figures {
        withheld: Withheld::default(),
        contributions: count(contributions.len()),
        signatories: count(contributions.len()),
        departements: 5,
        verbatims: count(in_themes + weak.len() + unplaced.len()),
        in_themes: count(in_themes),
        weak: count(weak.len()),
        unplaced: count(unplaced.len()),
    };
    let quoted = objectives.iter().flat_map(|o| &o.paragraphs).map(|p| count(p.sentences.len())).sum();
    let run = RunTag { number: 3, finished_at: NOON, behind: 0 };
    Dossier {
        congress: congress(),
        motion: MotionPage { run, figures, quoted, drafted_at: NOON, objectives },
        themes,
        weak,
        unplaced,
        contributions,
    }
}

fn objective(place: usize, (line, quotes): &(ThemeLine, Vec<Quote>)) -> DraftObjective {
    let mut number = 0;
    let mut paragraphs = Vec::new();
    for kind in Kind::ALL {
        let of_kind = quotes.iter().filter(|quote| quote.kind == *kind).take(3);
        let sentences: Vec<DraftSentence> = of_kind
            .map(|quote| {
                number += 1;
                DraftSentence { number, quote: quote.clone() }
            })
            .collect();
        if !sentences.is_empty() {
            paragraphs.push(DraftParagraph { kind: *kind, sentences });
        }
    }
    let rank = u32::try_from(place + 1).expect("a rank");
    let divides = match quotes.as_slice() {
        [one, .., other] => {
            vec![Divide { about: "le guichet".to_owned(), one: one.clone(), other: other.clone() }]
        }
        _ => Vec::new(),
    };
    DraftObjective {
        rank,
        heading: line.tag.label.clone(),
        themes: vec![line.clone()],
        suggestions: quotes.iter().take(2).cloned().collect(),
        paragraphs,
        divides,
    }
}

/// A small dossier that has everything, with `texts` in its first theme.
pub fn small(texts: &[&str]) -> Dossier {
    let (first, second) = (tag(1, "médiation numérique et accueil"), tag(2, "réseaux, fibre et téléphonie"));
    let said =
        texts.iter().zip(1..).map(|(text, n)| quote(n, n, text, Place::Theme(first.clone()))).collect();
    let fibre = [
        "La fibre passe au bord de la route, devant la ferme, mais pas jusqu’à la ferme.",
        "Mesurons le débit au logement.",
        "Un relevé par la commune.",
    ];
    let heard =
        fibre.iter().zip(500..).map(|(text, n)| quote(n, n, text, Place::Theme(second.clone()))).collect();
    let weak = vec![
        quote(900, 900, "Le cadastre solaire dort dans un tiroir.", Place::Weak(WeakReason::FarFromAll)),
        quote(901, 901, "Numérisons les registres paroissiaux.", Place::Weak(WeakReason::RareWords)),
    ];
    let unplaced = vec![quote(902, 902, "D’accord.", Place::Unplaced(UnplacedReason::TooShort))];
    dossier(vec![theme(first, said), theme(second, heard)], weak, unplaced)
}

/// What an ordinary contributor writes.
pub const ORDINARY: [&str; 9] = [
    "Dans notre commune de 900 habitants, l’agent d’accueil passe la moitié de son temps à remplir des formulaires en ligne pour les autres.",
    "Je demande qu'un guichet humain reste ouvert tant que la démarche n’est pas simple !",
    "Former les secrétaires de mairie : deux jours par an, payés par l’État.",
    "Les conseillers numériques partent au bout de deux ans. Qui prend la suite ?",
    "Mutualiser un médiateur entre trois villages ; il tourne avec un véhicule.\nChez nous, cela marche depuis 2023.",
    "Ouvrir la salle des fêtes le samedi matin, avec deux ordinateurs et quelqu’un qui sait s’en servir.",
    "On ne compte plus les administrés qui viennent avec leur téléphone et leur courrier de la caisse d’allocations : ils ont peur de se tromper, et nous n’avons pas le droit de saisir à leur place.",
    "Simplifions d’abord les formulaires, on verra ensuite pour les former.",
    "Chaque démarche en ligne devrait afficher un numéro de téléphone où quelqu’un répond.",
];
