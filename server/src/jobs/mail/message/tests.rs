use domain::id::{CongressId, Entropy};
use domain::mail::{Purpose, Recipient};
use domain::time::Timestamp;
use mail_parser::{MessageParser, MimeHeaders};

use super::*;
use crate::present::CountedEntropy;

fn due(change: impl FnOnce(&mut DueLetter)) -> DueLetter {
    let entropy: &mut dyn Entropy = &mut CountedEntropy::new(1);
    let at = Timestamp::from_micros(1_794_648_600_000_000);
    let mut letter = DueLetter {
        id: LetterId::new(at, entropy),
        congress: CongressId::new(at, entropy),
        organiser: "Association d’élus".into(),
        to: Recipient { name: "Agnès Rondeau, Échiré".into(), address: "mairie@echire.example".into() },
        purpose: Purpose::Invitation,
        subject: "Agnès Rondeau, dites ce que le numérique change à Échiré : l’appel à idées est ouvert"
            .into(),
        text: "Bonjour Agnès,\n\n.\nÀ bientôt…\n".into(),
        html: "<p>Bonjour « Agnès »</p>".into(),
        stop_url: Some("https://congres.example/decliner/abc".into()),
        created_at: at,
        attempts: 0,
    };
    change(&mut letter);
    letter
}

fn sender() -> Sender {
    Sender {
        from: "congres@association.example".parse().unwrap(),
        reply_to: Some("Bureau <bureau@association.example>".parse().unwrap()),
        bounces: "retours+{id}@association.example".into(),
    }
}

fn text(ready: &Ready) -> String {
    String::from_utf8(ready.bytes.clone()).unwrap()
}

#[test]
fn a_letter_is_read_back_as_it_was_written() {
    let letter = due(|_| ());
    let ready = sender().write(&letter).unwrap();
    let parsed = MessageParser::default().parse(&ready.bytes).unwrap();
    assert_eq!(parsed.subject(), Some(letter.subject.as_str()));
    assert_eq!(parsed.message_id(), Some(format!("{}@association.example", letter.id).as_str()));
    assert_eq!(parsed.body_text(0).map(|text| text.replace("\r\n", "\n")), Some(letter.text.clone()));
    assert_eq!(parsed.body_html(0).as_deref(), Some(letter.html.as_str()));
    assert_eq!(parsed.content_type().and_then(|kind| kind.subtype()), Some("alternative"));
    let first = |address: Option<&mail_parser::Address<'_>>| {
        let found = address.and_then(|list| list.first()).unwrap();
        (found.name().unwrap_or_default().to_owned(), found.address().unwrap_or_default().to_owned())
    };
    assert_eq!(first(parsed.from()), ("Association d’élus".into(), "congres@association.example".into()));
    assert_eq!(first(parsed.to()), (letter.to.name.clone(), letter.to.address.clone()));
    assert_eq!(first(parsed.reply_to()).1, "bureau@association.example");
    let raw = text(&ready);
    assert!(raw.is_ascii(), "any server takes it");
    assert!(raw.contains("Auto-Submitted: auto-generated\r\n"));
    assert!(raw.contains("List-Unsubscribe: <https://congres.example/decliner/abc>\r\n"));
    assert!(raw.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
    assert!(raw.contains("Date: Sat, 14 Nov 2026 09:30:00 +0000\r\n"), "{raw}");
    assert!(raw.lines().all(|line| line.len() <= 998));
    let simple = Uuid::from(letter.id).simple().to_string();
    assert_eq!(ready.from.to_string(), format!("retours+{simple}@association.example"));
    assert_eq!(raw, text(&sender().write(&letter).unwrap()), "the same bytes again");
}

#[test]
fn no_word_becomes_a_header() {
    let ready = sender()
        .write(&due(|letter| {
            letter.subject = "Bonjour\r\nBcc: tous@ailleurs.example".into();
            letter.to.name = "Agnès\r\nBcc: tous@ailleurs.example".into();
            letter.organiser = "Nous\nBcc: tous@ailleurs.example".into();
            letter.stop_url = Some("https://c.example/\r\nBcc: tous@ailleurs.example".into());
        }))
        .unwrap();
    let raw = text(&ready);
    let (headers, _) = raw.split_once("\r\n\r\n").unwrap();
    assert!(!headers.lines().any(|line| line.to_lowercase().starts_with("bcc")), "{headers}");
    assert_eq!(ready.to.to_string(), "mairie@echire.example");
    assert!(headers.contains("List-Unsubscribe: <mailto:bureau@association.example?"), "{headers}");
}

#[test]
fn a_way_out_is_offered_where_one_exists() {
    let write = |purpose, reply_to: bool| {
        let letter = due(|letter| (letter.purpose, letter.stop_url) = (purpose, None));
        let sender = Sender { reply_to: sender().reply_to.filter(|_| reply_to), ..sender() };
        text(&sender.write(&letter).unwrap())
    };
    assert!(!write(Purpose::SignIn, true).contains("List-Unsubscribe"));
    assert!(write(Purpose::Reminder, true).contains("List-Unsubscribe: <mailto:"));
    assert!(!write(Purpose::Reminder, false).contains("List-Unsubscribe"));
}

#[test]
fn what_is_no_address_is_refused_before_it_leaves() {
    for address in ["mairie", "mairie@", "a b@c.example", "a@b.example\r\nRCPT TO:<x@y.example>", ""] {
        let refused = sender().write(&due(|letter| letter.to.address = address.into()));
        assert_eq!(refused.err().map(|why| why.cause), Some(Cause::NoMailbox), "{address:?}");
    }
}
