//! Letters that nobody's click causes: a week told once, what is decisive told at once, and whoever wants peace left alone.

use axum::http::StatusCode;
use domain::congress::Congress;
use domain::contribution::ContributionNumber;
use domain::mail::Purpose;
use domain::member::{MailChoice, Member, Role};
use domain::reading::LetterPage;
use server::access::Secret;
use server::jobs::mail::Step;

use super::smtp::Server;
use super::{Hand, carrier};
use crate::harness::{NOW, TestApp, on_both};
use crate::workshops::{number_of, opened, sheets};

/// From [`NOW`], a Saturday at half past ten, to Monday at eight: in minutes.
const TO_MONDAY: i64 = (24 + 21) * 60 + 30;
const WEEK: i64 = 7 * 24 * 60;

/// Everything that is to be told and sent, by a process that starts now.
async fn drain(app: &TestApp, clock: &Hand, server: &Server, seed: u64) {
    let mut carrier = carrier(app, clock, &server.settings(), seed);
    while carrier.step().await.unwrap() != Step::Nothing {}
}

async fn letters(app: &TestApp, congress: &Congress) -> Vec<LetterPage> {
    let mut reading = app.state.storage.read().await.unwrap();
    let mut letters = Vec::new();
    for page in 1.. {
        let lines = reading.outbox(congress.id, page).await.unwrap().letters;
        if lines.is_empty() || page > 20 {
            break;
        }
        for line in lines {
            let letter = reading.letter(congress.id, line.id).await.unwrap().expect("listed");
            if !letters.iter().any(|known: &LetterPage| known.line.id == letter.line.id) {
                letters.push(letter);
            }
        }
    }
    letters
}

async fn choose(app: &TestApp, member: &Member, choice: MailChoice) {
    let mut work = app.state.storage.write().await.unwrap();
    work.choose_mail(member.id, choice).await.unwrap();
    work.save().await.unwrap();
}

async fn own(app: &TestApp, member: &Member) -> ContributionNumber {
    let mut reading = app.state.storage.read().await.unwrap();
    reading.owned_by(member.id).await.unwrap()[0].contribution.number
}

/// Three members without a role who wrote.
async fn three(app: &TestApp, congress: &Congress) -> Vec<Member> {
    let mut reading = app.state.storage.read().await.unwrap();
    let mut three = Vec::new();
    for member in reading.members(congress.id).await.unwrap() {
        if member.roles.is_empty() && !reading.owned_by(member.id).await.unwrap().is_empty() {
            three.push(member);
        }
        if three.len() == 3 {
            break;
        }
    }
    three
}

async fn support(app: &TestApp, by: &Member, of: ContributionNumber) {
    let cookie = app.sign_in(by).await;
    let path = format!("/congres/demonstration/contributions/{of}/soutien");
    assert_eq!(app.post(&path, &[("geste", "donner")], &cookie).await.status, StatusCode::SEE_OTHER);
}

fn flat(letter: &LetterPage) -> String {
    letter.text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_week_is_told_on_monday_once_and_a_week_without_news_is_not() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let (server, clock) = (Server::start().await, Hand::new());
        let people = three(&app, &congress).await;
        choose(&app, &people[0], MailChoice::Digest).await;
        let number = own(&app, &people[0]).await;
        support(&app, &people[1], number).await;
        drain(&app, &clock, &server, 1).await;
        clock.forward(TO_MONDAY - 1);
        drain(&app, &clock, &server, 2).await;
        assert!(letters(&app, &congress).await.is_empty(), "not before Monday, eight o’clock in Paris");
        clock.forward(1);
        for seed in 3..6 {
            drain(&app, &clock, &server, seed).await;
        }
        let told = letters(&app, &congress).await;
        assert_eq!(told.len(), 1, "once, however often one starts anew");
        let letter = flat(&told[0]);
        assert_eq!(told[0].line.purpose, Purpose::Digest);
        assert!(told[0].line.subject.starts_with(people[0].name.as_str()));
        assert!(letter.contains(&format!("{number} : 1 nouveau soutien.")), "{letter}");
        assert!(!letter.contains("dans le thème") && !letter.contains("citons"), "{letter}");
        clock.forward(WEEK);
        drain(&app, &clock, &server, 6).await;
        assert_eq!(letters(&app, &congress).await.len(), 1, "nothing happened");
        // The server is down on a Monday, and comes back on the Wednesday after the next one.
        let tuesday = NOW.plus_seconds(60 * (TO_MONDAY + WEEK + 24 * 60)).micros();
        support(&app, &people[2], number).await;
        app.meddle(&format!("UPDATE support SET given_at = {tuesday}")).await;
        clock.forward(2 * WEEK + 2 * 24 * 60);
        for seed in 7..9 {
            drain(&app, &clock, &server, seed).await;
        }
        let told = letters(&app, &congress).await;
        assert_eq!(told.len(), 2);
        assert!(told.iter().any(|letter| flat(letter).contains("2 nouveaux soutiens")));
    });
}

#[test]
fn nobody_is_told_what_is_older_than_they_are_or_what_they_do_not_want() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let (server, clock) = (Server::start().await, Hand::new());
        let people = three(&app, &congress).await;
        for (of, by) in [(0, 1), (1, 2), (2, 0)] {
            let number = own(&app, &people[of]).await;
            support(&app, &people[by], number).await;
        }
        let sunday = NOW.plus_seconds(24 * 60 * 60).micros();
        let of = people[0].number.get();
        app.meddle(&format!("UPDATE member SET created_at = {sunday} WHERE number = {of}")).await;
        choose(&app, &people[1], MailChoice::Nothing).await;
        let mut work = app.state.storage.write().await.unwrap();
        work.note_declined(people[2].id, Some(NOW)).await.unwrap();
        work.save().await.unwrap();
        clock.forward(TO_MONDAY);
        drain(&app, &clock, &server, 1).await;
        assert!(letters(&app, &congress).await.is_empty());
        choose(&app, &people[1], MailChoice::Digest).await;
        drain(&app, &clock, &server, 2).await;
        assert_eq!(letters(&app, &congress).await.len(), 1, "asked for in time");
    });
}

#[test]
fn whoever_the_draft_quotes_is_told_at_once_or_in_their_digest() {
    on_both(|mut app| async move {
        let congress = app.demo().await;
        let (server, clock) = (Server::start().await, Hand::new());
        let quoted = app.state.storage.read().await.unwrap().quoted(congress.id).await.unwrap().unwrap();
        let mut people = Vec::new();
        for id in quoted.by.keys() {
            people.extend(app.state.storage.read().await.unwrap().member(*id).await.unwrap());
        }
        assert!(people.len() > 3);
        choose(&app, &people[0], MailChoice::Digest).await;
        choose(&app, &people[1], MailChoice::Nothing).await;
        for seed in 1..3 {
            drain(&app, &clock, &server, seed).await;
        }
        let told = letters(&app, &congress).await;
        assert_eq!(told.len(), people.len() - 2, "each once, at once");
        let of = |letters: &[LetterPage], member: &Member, purpose| {
            let is = |letter: &&LetterPage| {
                letter.line.purpose == purpose && letter.line.subject.starts_with(member.name.as_str())
            };
            letters.iter().filter(is).map(flat).collect::<Vec<_>>()
        };
        for member in &people[2..] {
            let own = of(&told, member, Purpose::News);
            assert_eq!(own.len(), 1, "{}", member.name);
            for citation in &quoted.by[&member.id] {
                let words = citation.quote.text.split_whitespace().collect::<Vec<_>>().join(" ");
                let number = citation.quote.number.to_string();
                assert!(own[0].contains(&words) && own[0].contains(&number), "{words}: {}", own[0]);
            }
            assert!(own[0].contains("https://congres.example/congres/demonstration/motion#o"));
        }
        clock.forward(TO_MONDAY);
        drain(&app, &clock, &server, 3).await;
        let told = letters(&app, &congress).await;
        let digest = of(&told, &people[0], Purpose::Digest);
        assert!(digest[0].contains("Voici comment nous vous citons") && digest[0].contains("dans le thème"));
        assert!(of(&told, &people[1], Purpose::Digest).is_empty());
        let other = of(&told, &people[2], Purpose::Digest);
        assert!(other.iter().all(|letter| !letter.contains("nous vous citons")), "told already");
        assert!(other[0].contains("dans le thème"));
    });
}

#[test]
fn one_click_in_a_mail_program_leaves_its_recipient_alone() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        app.meddle("UPDATE congress SET fictional = (1 = 0)").await;
        let (mut server, clock) = (Server::start().await, Hand::new());
        let people = three(&app, &congress).await;
        support(&app, &people[1], own(&app, &people[0]).await).await;
        clock.forward(TO_MONDAY);
        drain(&app, &clock, &server, 1).await;
        let heard = server.next().await;
        assert_eq!(Some(heard.to.as_str()), people[0].email.as_ref().map(domain::email::Email::as_str));
        assert_eq!(heard.header("List-Unsubscribe-Post"), Some("List-Unsubscribe=One-Click"));
        let way = heard.header("List-Unsubscribe").unwrap();
        let way = way.strip_prefix("<https://congres.example").and_then(|way| way.strip_suffix('>')).unwrap();
        let parsed = mail_parser::MessageParser::default().parse(heard.message.as_bytes()).unwrap();
        for body in [parsed.body_text(0).unwrap(), parsed.body_html(0).unwrap()] {
            assert!(body.contains(way) && body.contains("nouveau"), "{body}");
        }
        let mail = async || {
            let member = app.state.storage.read().await.unwrap().member(people[0].id).await.unwrap();
            member.unwrap().mail
        };
        let asked = app.get(way).await;
        assert_eq!(
            (asked.status, asked.text().matches("<form method=\"post\"").count()),
            (StatusCode::OK, 1)
        );
        assert_eq!(mail().await, MailChoice::All, "a scanner that follows links changes nothing");
        let done = app.post(way, &[("List-Unsubscribe", "One-Click")], "").await;
        assert!(done.status == StatusCode::OK && done.text().contains("Mes réglages"));
        assert_eq!(mail().await, MailChoice::Nothing);
        assert!(app.page(way).await.contains("Vous ne recevrez plus ces lettres"));
        app.post(way, &[("lettres", "resume")], "").await;
        assert_eq!(mail().await, MailChoice::Digest);
        // The carrier's clock, by which it was made, is ahead of the pages'.
        let secret = Secret::read(way.strip_prefix("/lettres/").unwrap()).unwrap();
        let link = app.state.storage.read().await.unwrap().link(&secret.hash()).await.unwrap().unwrap();
        assert!(!link.opens(NOW.plus_seconds(TO_MONDAY * 60)), "it opens nothing");
        for dead in ["/lettres/abc".to_owned(), format!("/lettres/{}", "0".repeat(64))] {
            assert_eq!(app.get(&dead).await.status, StatusCode::GONE);
            assert_eq!(app.post(&dead, &[], "").await.status, StatusCode::GONE);
        }
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        let outbox = app.get_as("/congres/demonstration/courrier", &staff).await.text();
        assert!(!outbox.contains(way), "nobody else reads the secret");
    });
}

#[test]
fn words_noted_as_somebodys_are_told_them_once_a_day() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let (server, clock) = (Server::start().await, Hand::new());
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        let printed = sheets(&app, &staff).await;
        let (table, cookie) = opened(&app, &printed[0]).await;
        let people = three(&app, &congress).await;
        choose(&app, &people[1], MailChoice::Nothing).await;
        let note = async |words: &str, member: &Member| {
            let id = member.id.to_string();
            number_of(&app.post(&table, &[("texte", words), ("membre", &id)], &cookie).await)
        };
        let first = note("Le guichet manque au marché.", &people[0]).await;
        let second = note("Le car ne passe plus le soir.", &people[0]).await;
        note("Rien de tel chez nous.", &people[1]).await;
        drain(&app, &clock, &server, 1).await;
        assert!(letters(&app, &congress).await.is_empty(), "the table is still at it");
        clock.forward(60);
        for seed in 2..4 {
            drain(&app, &clock, &server, seed).await;
        }
        let told = letters(&app, &congress).await;
        assert_eq!(told.len(), 1);
        let letter = flat(&told[0]);
        for said in
            [&*first, &*second, "Propos rapporté : Le guichet manque", "Le car ne passe plus", "2 lignes"]
        {
            assert!(letter.contains(said), "{said}: {letter}");
        }
        assert!(!letter.contains('«'), "{letter}");
        // Noted later the same day: tomorrow's letter.
        let later = NOW.plus_seconds(2 * 60 * 60).micros();
        let third = note("Et le dimanche non plus.", &people[0]).await;
        app.meddle(&format!(
            "UPDATE note SET noted_at = {later} WHERE contribution_id =
             (SELECT id FROM contribution WHERE number = {})",
            third.trim_start_matches("C-")
        ))
        .await;
        clock.forward(3 * 60);
        drain(&app, &clock, &server, 4).await;
        assert_eq!(letters(&app, &congress).await.len(), 1);
        clock.forward(24 * 60);
        drain(&app, &clock, &server, 5).await;
        let told = letters(&app, &congress).await;
        assert!(told.len() == 2 && told.iter().any(|letter| flat(letter).contains(&third)));
    });
}
