//! Texts that staff reads, and what a congress decides.

use app::Document;
use app::form::Faults;
use app::pages::governing::{self, GoverningView, Typed};
use app::pages::moderation::queue::{self, QueueView, Refused, name};
use app::text::moderation as text;
use domain::congress::{Congress, PhaseChange, PhaseKind};
use domain::contribution::{Life, dots};
use domain::flags::flags;
use domain::moderation::{HidingReason, ModerationAct};
use domain::reading::{OwnContribution, Pile, QueueLine, QueuePage, QueueQuery, SettingsLine};
use domain::settings::SettingsField;
use uuid::Uuid;

use super::{NOW, card};

const WORDS: [&str; 3] = [
    "Ici, la fibre s’arrête au pont. Appelez Mme Le Goff au 06 12 34 56 78, elle vous dira.",
    "Passé le pont, on montre des photos de la mairie.",
    "Le maire Jean Martin ne répond pas, ces menteurs non plus.",
];

fn line(n: usize, life: Life) -> QueueLine {
    let mut contribution = card(u32::try_from(n).unwrap_or(0) + 1).contribution;
    contribution.state = life.state();
    if life != Life::Published {
        contribution.body = dots(WORDS[n]).parse().unwrap();
    }
    let own = OwnContribution {
        contribution,
        written: WORDS[n].parse().unwrap(),
        life,
        author: (n > 0).then(|| Uuid::nil().into()),
        entered_by: None,
        changed_at: Some(NOW),
        display: None,
        complement_of: None,
    };
    QueueLine { own, author: Some("Soazig Tanguy".into()), read: n == 1, proposed: n == 1 }
}

fn page(pile: Pile, lines: Vec<QueueLine>) -> QueuePage {
    let query = QueueQuery { pile, words: String::new(), page: 1 };
    let counts = (1..).zip(Pile::ALL).map(|(n, pile)| (*pile, n)).collect();
    QueuePage { query, counts, found: 3, lines, pages: 2, unlooked: 12 }
}

/// The pages, by a name.
pub fn pages(of: &Congress) -> Vec<(&'static str, Document)> {
    let hidden =
        Life::Hidden { reason: HidingReason::Insult, why: "Un mot vise des personnes.".into(), at: NOW };
    let lines = vec![line(0, Life::Waiting), line(1, Life::Published), line(2, hidden)];
    let found = lines.iter().map(|line| flags(line.own.written.as_str(), None)).collect();
    let texts = lines.iter().map(|line| (line.own.contribution.number, 1)).collect();
    let view = QueueView {
        page: page(Pile::All, lines),
        flags: found,
        done: Some((ModerationAct::Hidden, 2, 1)),
        refused: Refused::default(),
    };
    let refused = Refused {
        texts,
        reason: String::new(),
        words: "Deux mots".into(),
        faults: Faults::of(name::REASON, text::REASON_MISSING),
    };
    let again = QueueView { refused, done: None, ..view.clone() };
    let nothing = QueueView {
        page: QueuePage { found: 0, unlooked: 0, pages: 1, ..page(Pile::Waiting, vec![]) },
        flags: vec![],
        done: None,
        refused: Refused::default(),
    };
    let moved = PhaseChange {
        id: Uuid::nil().into(),
        congress: of.id,
        kind: PhaseKind::Call,
        ended_at: NOW,
        ends_at: NOW.plus_seconds(86_400 * 7),
        changed_at: NOW,
        changed_by: None,
        reason: "La neige a fermé les routes.".into(),
    };
    let changed = SettingsLine {
        field: SettingsField::Moderation,
        before: Some("apres".into()),
        after: Some("avant".into()),
        by: Some("Idriss Belkacem".into()),
        at: NOW,
    };
    let governed = GoverningView {
        typed: Typed {
            readers: "public".into(),
            moderation: "avant".into(),
            grace: "60".into(),
            ..Typed::default()
        },
        may_open: false,
        changes: vec![changed],
        moves: vec![moved],
        now: NOW,
        faults: Faults::default(),
        done: true,
    };
    let open = GoverningView { may_open: true, done: false, changes: vec![], ..governed.clone() };
    vec![
        ("queue", queue::document(of, view)),
        ("queue-refused", queue::document(of, again)),
        ("queue-nothing", queue::document(of, nothing)),
        ("governing", governing::document(of, governed)),
        ("governing-open", governing::document(of, open)),
    ]
}
