//! Invented people, and the pages about them.

use app::Document;
use app::form::Faults;
use app::letters::invitation::{Ways, letter};
use app::pages::access::decline::{self, Declining};
use app::pages::access::rules::{self, Rules};
use app::pages::access::{asked, enter, sign_in};
use app::pages::me::leave::{self, Leave};
use app::pages::me::settings::{self, Own};
use app::pages::members::invite::{self, Invitations};
use app::pages::members::read::{self, OneMember};
use app::pages::members::{Who, list, name, new, territories};
use app::text::members::one as words;
use domain::access::Session;
use domain::congress::Congress;
use domain::id::{MemberId, SessionId};
use domain::member::{
    College, Display, MailChoice, Member, MemberAct, MemberNumber, Role, Signature, TextsFate,
};
use domain::reading::{
    MemberEventLine, MemberLine, MemberTerritory, MembersPage, MembersQuery, TerritoriesPage,
};
use domain::settings::{Contact, Settings};

use domain::territory::{Territory, TerritoryLevel};

use super::{DAY, NOW, Timestamp, id, publisher};

fn échiré() -> Territory {
    Territory {
        code: "79109".into(),
        name: "Échiré".into(),
        level: TerritoryLevel::Commune,
        departement: Some("79".into()),
        region: Some("75".into()),
        population: Some(3_412),
    }
}

fn member(n: u32, name: &str, roles: &[Role]) -> Member {
    Member {
        id: MemberId::from(id(9_000 + n)),
        congress: super::congress().id,
        number: MemberNumber::new(n),
        name: name.parse().unwrap(),
        mandate: Some("conseillère déléguée au numérique".parse().unwrap()),
        college: College::Elected,
        territory: Some(échiré()),
        email: Some("mairie@echire.example".parse().unwrap()),
        telephone: Some("05 49 00 00 00".parse().unwrap()),
        roles: roles.iter().copied().collect(),
        display: Display::MandateOnly,
        contact: false,
        mail: MailChoice::Digest,
        created_at: NOW,
        invited_at: Some(NOW),
        declined_at: None,
        rules_read_at: None,
    }
}

fn agnès() -> Member {
    member(42, "Agnès Rondeau", &[Role::Scribe])
}

fn line(member: Member) -> MemberLine {
    MemberLine { member, came: true, texts: 3, found_by: String::new() }
}

fn contact() -> Contact {
    Contact {
        name: Some("Idriss Belkacem".parse().unwrap()),
        telephone: Some("01\u{a0}99\u{a0}00\u{a0}12\u{a0}34".parse().unwrap()),
        email: "redaction@communes.example".parse().ok(),
    }
}

fn session(n: u32, device: &str) -> Session {
    Session {
        id: SessionId::from(id(9_900 + n)),
        device: device.into(),
        opened_at: NOW,
        seen_at: NOW,
        expires_at: Timestamp::from_micros(NOW.micros() + 30 * DAY),
    }
}

/// Every page about people, with what is wrong where a form comes back.
pub fn pages(of: &Congress) -> Vec<(&'static str, Document)> {
    let faults = || Faults::of(sign_in::name::EMAIL, app::text::form::EMAIL);
    let typed = sign_in::Typed { email: "mairie@".into(), who: "M-0042".into(), faults: faults() };
    let rules = |signed_in| Rules {
        settings: Settings { contact: contact(), ..Settings::default() },
        publisher: publisher(),
        now: NOW,
        to_read: signed_in,
        signed_in,
    };
    let shown = |display| agnès().signature(display, |_| Some(échiré()));
    let signatures: Vec<Signature> = Display::ALL.iter().map(|display| shown(*display)).collect();
    let own = Own {
        member: agnès(),
        signatures,
        sessions: vec![session(1, "Firefox/127 Android"), session(2, "Chrome/126 Windows")],
        here: SessionId::from(id(9_901)),
        now: NOW,
        faults: Faults::of(settings::name::MAIL, app::text::form::CHOICE),
        done: Some(app::text::form::SAVED),
    };
    let lines = [agnès(), member(7, "Gaël Tessier", &[]), member(8, "Idriss Belkacem", &[Role::Staff])];
    let people = MembersPage::sift(&lines.clone().map(line), MembersQuery::default());
    let place = MemberTerritory {
        territory: échiré(),
        members: vec![agnès(), member(7, "Gaël Tessier", &[])],
        representative: Some((agnès(), NOW)),
    };
    let places = |all| TerritoriesPage::sift(all, String::new(), |_| true, 1);
    let erased = Faults::of(name::RETURNS, words::ERASED);
    let leaving = Leave { other: None, texts: 3, chosen: TextsFate::Anonymous, faults: Faults::default() };
    let staff = member(8, "Idriss Belkacem", &[Role::Staff]);
    vec![
        ("enter", enter::document(of, &agnès())),
        ("sign-in", sign_in::document(of, &contact(), typed)),
        ("asked", asked::document(of, &contact())),
        ("decline", decline::document(of, &agnès().name, Declining::Declined)),
        ("rules", rules::document(of, rules(true))),
        ("rules-stranger", rules::document(of, rules(false))),
        ("settings", settings::document(of, own)),
        ("members", list::document(of, people, String::new(), 3, None)),
        (
            "members-none",
            list::document(of, MembersPage::sift(&[], MembersQuery::default()), String::new(), 0, None),
        ),
        ("member", read::document(of, one(&staff))),
        ("member-new", new::document(of, &staff, Who::default(), Faults::default())),
        ("member-erased", new::document(of, &staff, Who::from(&agnès()), erased)),
        ("leave", leave::document(of, leaving)),
        ("territories", territories::document(of, places(vec![place]), false)),
        ("territories-none", territories::document(of, places(Vec::new()), false)),
        ("invitations", invite::document(of, invitations(of))),
    ]
}

fn one(staff: &Member) -> OneMember {
    let event = |act, detail: Option<&str>| MemberEventLine {
        act,
        by: Some("Idriss Belkacem".into()),
        at: NOW,
        detail: detail.map(str::to_owned),
    };
    OneMember {
        line: line(agnès()),
        asks: staff.clone(),
        who: Who::from(&agnès()),
        faults: Faults::default(),
        looked: Some(("échiré".into(), vec![échiré()])),
        code: Some(("042917".into(), NOW)),
        events: MemberAct::ALL.iter().map(|act| event(*act, Some("scribe"))).collect(),
        saved: true,
    }
}

fn invitations(of: &Congress) -> Invitations {
    let ways = Ways {
        enter: "https://c.example/entrer/…".into(),
        decline: "https://c.example/decliner/…".into(),
    };
    let first = letter(of, &contact(), (&agnès().name, agnès().number), ways, NOW);
    Invitations {
        to: vec![agnès(), member(7, "Gaël Tessier", &[])],
        unreachable: vec![member(9, "Nadège Abalain", &[])],
        declined: 2,
        preview: Some(app::letters::compose(of, &first)),
        all: true,
        key: "1f".into(),
        sent: Some(3),
    }
}
