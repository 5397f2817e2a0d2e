//! The door: asking for a link tells nothing about who is a member, and a code that staff dictates opens once.

use axum::http::{StatusCode, header};
use domain::access::{CODE_ATTEMPTS, CODE_MINUTES, Code};
use domain::congress::Congress;
use domain::member::{Member, Role};
use domain::time::Timestamp;
use server::access::code_hash;
use server::present::CountedEntropy;

use crate::harness::{Answer, NOW, TestApp, on_both};

const DOOR: &str = "/congres/demonstration/connexion";

async fn ask(app: &TestApp, email: &str) -> Answer {
    app.post(DOOR, &[("par", "lien"), ("courriel", email)], "").await
}

async fn enter(app: &TestApp, who: &str, code: &str) -> Answer {
    app.post(DOOR, &[("par", "code"), ("qui", who), ("code", code)], "").await
}

/// A code of that member, drawn at that moment.
async fn code(app: &TestApp, congress: &Congress, member: &Member, at: Timestamp) -> String {
    let staff = app.member_with(congress, Some(Role::Staff)).await;
    let code = Code::draw(&mut CountedEntropy::new(u64::from(member.number.get())));
    let until = at.plus_seconds(CODE_MINUTES * 60);
    let mut work = app.state.storage.write().await.unwrap();
    work.set_code(member.id, &code_hash(member.id, code), (at, until), staff.id).await.unwrap();
    work.save().await.unwrap();
    code.to_string()
}

#[test]
fn the_answer_is_the_same_for_a_stranger() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let member = app.member_with(&congress, None).await;
        let email = member.email.clone().unwrap();
        let known = ask(&app, email.as_str()).await;
        let unknown = ask(&app, "personne@ailleurs.example").await;
        assert_eq!(known.status, StatusCode::SEE_OTHER);
        assert_eq!(
            (known.status, &known.headers, &known.bytes),
            (unknown.status, &unknown.headers, &unknown.bytes)
        );
        let page = app.page(known.headers[header::LOCATION].to_str().unwrap()).await;
        assert!(page.contains("Regardez votre courrier") && !page.contains(email.as_str()));
        assert_eq!(app.letters(&congress).await.len(), 1, "nothing is sent to a stranger");
        let mut reading = app.state.storage.read().await.unwrap();
        assert_eq!(reading.unknown_link_requests(congress.id, NOW).await.unwrap(), 1);
        assert_eq!(reading.unknown_link_requests(congress.id, NOW.plus_seconds(1)).await.unwrap(), 0);
    });
}

#[test]
fn each_person_of_a_mailbox_gets_a_letter_in_their_name() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let people = app.share_a_mailbox(&congress, "mairie@partagee.example").await;
        ask(&app, " Mairie@Partagee.EXAMPLE ").await;
        let letters = app.letters(&congress).await;
        assert_eq!(letters.len(), 2);
        for person in people {
            let letter = letters
                .iter()
                .find(|letter| letter.line.subject.starts_with(person.name.as_str()))
                .expect("named");
            assert!(letter.text.contains(&person.number.to_string()));
            let start = letter.text.find("http://test/entrer/").unwrap() + "http://test".len();
            let link = letter.text[start..].split_whitespace().next().unwrap();
            let page = app.page(link).await;
            assert!(page.contains(&format!("Entrer en tant que {}", person.name)));
        }
    });
}

#[test]
fn letters_to_a_mailbox_and_knocks_of_an_address_are_limited() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let member = app.member_with(&congress, None).await;
        let email = member.email.clone().unwrap();
        for mailbox in [email.as_str(), "personne@ailleurs.example"] {
            for _ in 0..5 {
                assert_eq!(ask(&app, mailbox).await.status, StatusCode::SEE_OTHER);
            }
            let refused = ask(&app, mailbox).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
            let page = refused.text();
            assert!(
                page.contains("Cinq lettres") && page.contains("11\u{a0}h\u{a0}30") && page.contains(mailbox),
                "{page}"
            );
        }
        assert_eq!(app.letters(&congress).await.len(), 5);
        let client = app.client().await;
        while app.state.limits.knock(&client, NOW).is_ok() {}
        let refused = ask(&app, "autre@ailleurs.example").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("Trop de demandes viennent de ce réseau"));
        let refused = enter(&app, email.as_str(), "123456").await;
        assert!(refused.text().contains("Trop de demandes viennent de ce réseau"));
    });
}

#[test]
fn what_is_no_address_is_said_beside_the_field() {
    on_both(|mut app| async move {
        app.corpus().await;
        for bad in ["", "mairie", "<b>@x"] {
            let answer = ask(&app, bad).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            let page = answer.text();
            assert!(
                page.contains("Une adresse ressemble à") && page.contains("aria-invalid=\"true\""),
                "{bad}"
            );
            assert!(!page.contains("<b>@x"));
        }
    });
}

#[test]
fn a_code_opens_by_address_or_number_and_once() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let people = app.share_a_mailbox(&congress, "mairie@partagee.example").await;
        for (person, who) in
            [(&people[1], "mairie@partagee.example".to_owned()), (&people[0], people[0].number.to_string())]
        {
            let digits = code(&app, &congress, person, NOW).await;
            let spaced = format!("{} {}", &digits[..3], &digits[3..]);
            let entered = enter(&app, &who, &spaced).await;
            assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.text());
            let cookie = entered.headers[header::SET_COOKIE].to_str().unwrap().split(';').next().unwrap();
            let home = app.get_as("/congres/demonstration", cookie).await.text();
            assert!(home.contains(person.name.as_str()), "the code says which of the two it is");
            assert_eq!(
                enter(&app, &who, &spaced).await.status,
                StatusCode::UNPROCESSABLE_ENTITY,
                "it opens once"
            );
        }
    });
}

#[test]
fn whatever_is_wrong_with_a_code_the_sentence_is_the_same() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let people = app.share_a_mailbox(&congress, "mairie@partagee.example").await;
        let (known, other) = (people[0].number.to_string(), people[1].number.to_string());
        let right = code(&app, &congress, &people[0], NOW).await;
        let old = code(&app, &congress, &people[1], NOW.plus_seconds(-CODE_MINUTES * 60)).await;
        let wrong = if right == "000000" { "000001" } else { "000000" };
        let mut pages = Vec::new();
        for (who, digits) in [
            (known.as_str(), wrong),
            (known.as_str(), "12345"),
            (other.as_str(), right.as_str()),
            (other.as_str(), old.as_str()),
            ("M-9999", right.as_str()),
            ("personne@ailleurs.example", right.as_str()),
            ("", right.as_str()),
            ("nobody", ""),
        ] {
            let answer = enter(&app, who, digits).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{who} {digits}");
            assert!(answer.headers.get(header::SET_COOKIE).is_none());
            let typed = format!("value=\"{who}\"");
            pages.push(answer.text().replace(&typed, "value=\"\""));
            assert!(
                digits.is_empty() || !pages.last().unwrap().contains(digits),
                "digits aren’t shown again"
            );
        }
        assert!(pages[0].contains("Ce code n’ouvre pas") && pages.iter().all(|page| *page == pages[0]));
        for _ in 1..CODE_ATTEMPTS {
            enter(&app, &known, wrong).await;
        }
        assert_eq!(
            enter(&app, &known, &right).await.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "tried too often"
        );
    });
}
