//! Invented texts of somebody, one in each state, and the pages that they are written and followed on.

use app::Document;
use app::form::Faults;
use app::pages::contributions::read::{self, Reader};
use app::pages::writing::close::CloseOne;
use app::pages::writing::form::{self, WriteView, name};
use app::pages::writing::mine::{self, DraftLine, MineLine, MineView};
use app::pages::writing::question::{self, Question};
use app::pages::writing::received::{self, ReceivedView};
use app::pages::writing::{shut, versions};
use app::text::writing as text;
use domain::congress::Congress;
use domain::contribution::{Call, ContributionNumber, Draft, Kind, Life, State, Target, Written, dots};
use domain::member::Display;
use domain::moderation::{Correction, HidingReason};
use domain::reading::{OwnContribution, VersionLine};
use domain::settings::{Contact, Moderation, Readers};
use domain::time::Timestamp;
use std::collections::BTreeMap;
use uuid::Uuid;

use super::{DAY, NOW, card, contribution, late, signature};

const WORDS: &str = "Ici, la fibre s’arrête au pont.\nPassé le pont, on montre des photos de la mairie.";

fn later(days: i64) -> Timestamp {
    Timestamp::from_micros(NOW.micros() + days * DAY)
}

const fn open() -> Call {
    Call::Open { closes: Timestamp::from_micros(NOW.micros() + 5 * DAY) }
}

fn own(n: u32, life: Life) -> OwnContribution {
    let mut contribution = card(n).contribution;
    contribution.state = life.state();
    contribution.version = 2;
    if life.state() != State::Published {
        contribution.body = dots(WORDS).parse().unwrap();
    }
    OwnContribution {
        contribution,
        written: WORDS.parse().unwrap(),
        life,
        author: None,
        entered_by: None,
        changed_at: Some(NOW),
        display: Some(Display::NameAndMandate),
        complement_of: None,
    }
}

fn line(n: u32, life: Life, page: domain::reading::ContributionPage) -> MineLine {
    let near = page.verbatims.iter().filter_map(|line| line.neighbours.first());
    let contacts: BTreeMap<_, _> =
        near.map(|line| (line.quote.number, "mairie@echire.example".parse().unwrap())).collect();
    MineLine {
        own: own(n, life),
        page,
        path: vec!["réseaux".into(), "fibre et mobile".into()],
        contacts,
        correction: correction(n),
    }
}

/// A correction of the second text.
fn correction(n: u32) -> Option<Correction> {
    (n == 2).then(|| Correction {
        id: Uuid::nil().into(),
        contribution: Uuid::nil().into(),
        version: 2,
        body: "Ici, la fibre s’arrête au pont.\nPassé le pont, on nous montre des photos de mairies."
            .parse()
            .unwrap(),
        proposed_at: NOW,
        proposed_by: None,
    })
}

fn close() -> Vec<CloseOne> {
    (0..3).map(|n| CloseOne { contribution: card(n + 4).contribution, supported: n == 1 }).collect()
}

fn blank(target: Target, faults: Faults, body: &str) -> WriteView {
    WriteView {
        target,
        author: "01900000-0000-7000-8000-000000000001".parse().unwrap(),
        blank: false,
        typed: Draft {
            body: body.into(),
            kind: Some(Kind::Idea),
            areas: vec![2],
            display: Display::NameAndMandate,
        },
        key: "0123456789abcdef".repeat(2),
        begun: NOW,
        version: 1,
        faults,
        found: Vec::new(),
        warned: false,
        areas: ["Zones blanches", "École", "Services publics"].map(str::to_owned).to_vec(),
        shown: Display::ALL.iter().map(|level| (*level, signature(2))).collect(),
        call: open(),
        now: NOW,
        readers: Readers::Public,
        moderation: Moderation::Before,
        kept_at: None,
        on_behalf: None,
        completes: None,
        close: Vec::new(),
    }
}

/// Every page of writing, by a name.
pub fn pages(of: &Congress) -> Vec<(&'static str, Document)> {
    let number = ContributionNumber::new(421);
    let short = "Non".parse::<Written>().err().map(text::words).unwrap_or_default();
    let draft =
        WriteView { kept_at: Some(NOW), close: close(), ..blank(Target::New, Faults::default(), WORDS) };
    let completing = WriteView {
        completes: Some(card(3).contribution),
        ..blank(Target::Complement(number), Faults::default(), "")
    };
    let mine = MineView {
        reported: Vec::new(),
        signed: String::new(),
        answered: false,
        drafts: vec![DraftLine { target: Target::New, body: WORDS.into(), saved_at: NOW }],
        lines: vec![
            line(1, Life::Published, contribution()),
            line(2, Life::Published, late()),
            line(
                3,
                Life::Hidden {
                    reason: HidingReason::Accusation,
                    why: "Un tiers y est nommé.".into(),
                    at: NOW,
                },
                late(),
            ),
            line(4, Life::Withdrawn { at: NOW }, late()),
        ],
        call: open(),
        now: NOW,
    };
    let nothing = MineView { drafts: Vec::new(), lines: Vec::new(), ..mine.clone() };
    let received = ReceivedView {
        own: own(1, Life::Published),
        letter_to: Some("mairie@echire.example".into()),
        contact: Contact {
            name: Some("Nadia Le Bihan".parse().unwrap()),
            telephone: Some("02 99 00 00 00".parse().unwrap()),
            email: Some("nadia@congres.example".parse().unwrap()),
        },
        close: close(),
        open: true,
        now: NOW,
    };
    let lines = [2, 1].map(|version| VersionLine {
        version,
        body: WORDS.into(),
        kind: Some(Kind::Idea),
        made_at: NOW,
        corrected: version == 2,
    });
    let yours = Reader { own: Some(own(1, Life::Published)), call: Some((open(), NOW)), ..Reader::default() };
    let member = Reader { supports: Some(true), call: Some((open(), NOW)), ..Reader::default() };
    vec![
        ("write", form::document(of, blank(Target::New, Faults::default(), ""))),
        ("write-faults", form::document(of, blank(Target::New, Faults::of(name::WORDS, short), "Non"))),
        ("write-draft", form::document(of, draft)),
        ("write-complement", form::document(of, completing)),
        (
            "write-change",
            form::document(of, blank(Target::Change(number), Faults::of(name::WORDS, text::STALE), WORDS)),
        ),
        ("write-shut", shut::document(of, Call::Closed { closed: later(-1) }, Some(WORDS.into()))),
        ("mine", mine::document(of, mine)),
        ("mine-nothing", mine::document(of, nothing)),
        ("received", received::document(of, received)),
        ("withdraw", question::document(of, Question::Withdraw, number, WORDS.into())),
        ("erase", question::document(of, Question::Erase, number, WORDS.into())),
        ("versions", versions::document(of, own(1, Life::Published), lines.to_vec(), (Vec::new(), true))),
        ("contribution-yours", read::document(of, contribution(), yours)),
        ("contribution-supported", read::document(of, contribution(), member)),
    ]
}
