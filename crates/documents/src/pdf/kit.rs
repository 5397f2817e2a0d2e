//! What is printed for the day when everything fails: an attendance sheet, ballots to cut, a sheet to count them on.

use domain::congress::Congress;
use domain::id::MemberId;
use domain::sitting::{PaperSheet, Seat, Sitting};
use domain::vote::{Method, Poll, Secrecy};
use serde::Serialize;
use std::collections::BTreeMap;

use super::sheet::fiction;
use super::{typeset, world};
use crate::DocumentError;
use crate::french::{self, NBSP};
use crate::glyphs::Printer;

/// How many ballots stand on a side.
const BALLOTS: usize = 8;

/// What a sheet is made of.
#[derive(Clone, Debug)]
pub struct KitPaper {
    /// Which sheet.
    pub sheet: PaperSheet,
    /// Whose.
    pub congress: Congress,
    /// Of which sitting.
    pub sitting: Sitting,
    /// Who has a voice, by name; read by the attendance sheet only.
    pub seats: Vec<Seat>,
    /// Accepted proxies, from giver to holder: by who they are, since two people may have one name.
    pub proxies: BTreeMap<MemberId, MemberId>,
    /// The vote that ballots are for; any vote, for and against, where there is none.
    pub poll: Option<Poll>,
}

#[derive(Debug, Serialize)]
struct KitSheet {
    sheet: &'static str,
    document_title: String,
    title: String,
    congress: String,
    organiser: String,
    sitting: String,
    fiction: Option<String>,
    lead: String,
    head: Vec<String>,
    rows: Vec<Vec<String>>,
    question: Option<String>,
    choices: Vec<String>,
    how: String,
    ballots: usize,
    lines: Vec<String>,
    hands: Vec<&'static str>,
}

/// A sheet to print: the same bytes for the same people and vote.
///
/// # Errors
/// When the day has no date, or when the page can't be laid out.
pub fn kit(paper: &KitPaper) -> Result<Vec<u8>, DocumentError> {
    let printer = Printer::new();
    let title = match paper.sheet {
        PaperSheet::Attendance => "Feuille de présence",
        PaperSheet::Ballots => "Bulletin de vote",
        PaperSheet::Count => "Feuille de dépouillement",
    };
    let sitting = printer.line(paper.sitting.name.as_str());
    let day = french::long_date(paper.sitting.starts_at)?;
    let place =
        paper.sitting.place.as_ref().map(|of| format!(", {}", printer.line(of.as_str()))).unwrap_or_default();
    let sheet = KitSheet {
        sheet: paper.sheet.code(),
        document_title: format!("{title}, {sitting}, {}", printer.line(&paper.congress.title)),
        title: title.to_owned(),
        congress: printer.line(&paper.congress.title),
        organiser: printer.line(&paper.congress.organiser),
        sitting: format!("{sitting}, {day}{place}"),
        fiction: paper.congress.fictional.then(fiction),
        lead: lead(paper),
        head: ["N°", "Nom, mandat, collectivité", "Pouvoirs", "Signature"].map(str::to_owned).into(),
        rows: if paper.sheet == PaperSheet::Attendance { rows(paper, &printer) } else { Vec::new() },
        question: paper.poll.as_ref().map(|poll| {
            format!("Scrutin n°{NBSP}{}{NBSP}: {}", poll.number, printer.line(poll.question.title.as_str()))
        }),
        choices: choices(paper, &printer),
        how: how(paper.poll.as_ref()),
        ballots: BALLOTS,
        lines: [
            "Inscrits",
            "Voix émargées (liste signée)",
            "Bulletins trouvés dans l’urne",
            "Blancs",
            "Nuls",
            "Suffrages exprimés",
        ]
        .map(str::to_owned)
        .into(),
        hands: vec!["Présidence de séance", "Scrutateur", "Scrutateur"],
    };
    let desk = world::Desk::new(world::Page::Kit, serde_json::to_vec(&sheet)?, None);
    let bytes = typeset(&desk, format!("pleniere-papier-{}-{}", paper.sitting.id, paper.sheet.code()));
    comemo::evict(0);
    bytes
}

fn lead(paper: &KitPaper) -> String {
    match paper.sheet {
        PaperSheet::Attendance => format!(
            "{}. Chaque personne signe pour sa voix, et une fois de plus à côté de chaque pouvoir qu’elle porte.",
            french::count(u32::try_from(paper.seats.len()).unwrap_or(u32::MAX), "voix", "voix")
        ),
        PaperSheet::Ballots => String::new(),
        PaperSheet::Count => format!(
            "Un trait par bulletin, cinq par case. Les totaux se lisent à voix haute, puis se saisissent au pupitre. Si le nombre de bulletins dépasse celui des émargements, dites-le{NBSP}: le procès-verbal le dira aussi."
        ),
    }
}

fn how(poll: Option<&Poll>) -> String {
    match poll.map(|poll| poll.question.method.most()) {
        None | Some(0 | 1) => "Une seule croix.".to_owned(),
        Some(most) => format!("{most} croix au plus."),
    }
}

fn choices(paper: &KitPaper, printer: &Printer) -> Vec<String> {
    let named = paper.poll.iter().flat_map(|poll| &poll.question.options);
    let mut all: Vec<String> = named.map(|name| printer.line(name.as_str())).collect();
    if paper.poll.as_ref().is_none_or(|poll| poll.question.method == Method::ForAgainst) {
        all.extend(["Pour", "Contre"].map(str::to_owned));
    }
    all.push("Abstention".to_owned());
    // A public vote takes no blank; a sheet for any vote does.
    if paper.poll.as_ref().is_none_or(|poll| poll.secrecy == Secrecy::Secret) {
        all.push("Blanc".to_owned());
    }
    all
}

fn rows(paper: &KitPaper, printer: &Printer) -> Vec<Vec<String>> {
    let names: BTreeMap<MemberId, &str> = paper.seats.iter().map(|of| (of.member, &*of.name)).collect();
    let mut held: BTreeMap<MemberId, Vec<&str>> = BTreeMap::new();
    let mut given: BTreeMap<MemberId, &str> = BTreeMap::new();
    for (giver, holder) in &paper.proxies {
        let (Some(from), Some(to)) = (names.get(giver), names.get(holder)) else { continue };
        held.entry(*holder).or_default().push(from);
        given.insert(*giver, to);
    }
    let row = |(n, seat): (usize, &Seat)| {
        let place = seat.territory.as_ref().map(|of| match &of.departement {
            Some(departement) => format!("{} ({departement})", of.name),
            None => of.name.clone(),
        });
        let what = [seat.mandate.clone(), place].into_iter().flatten().collect::<Vec<_>>().join(", ");
        let mut proxies: Vec<String> = Vec::new();
        proxies.extend(given.get(&seat.member).map(|holder| format!("donné à {holder}")));
        proxies.extend(
            held.get(&seat.member).into_iter().flatten().map(|giver| format!("porte celui de {giver}")),
        );
        vec![n.to_string(), printer.line(&seat.name), printer.line(&what), printer.line(&proxies.join(", "))]
    };
    (1..).zip(&paper.seats).map(row).collect()
}
