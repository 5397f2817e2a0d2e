//! The outbox: who may read it, and what a letter's frame may do.

use axum::http::{StatusCode, header};
use domain::mail::{LetterState, Purpose, Recipient, Setback};
use domain::member::Role;
use storage::{Lease, NewLetter};

use super::{congress, letter, queue};
use crate::harness::{NOW, on_both};

#[test]
fn the_demonstration_shows_its_letters_to_everybody_and_sends_none() {
    on_both(|mut app| async move {
        let of = app.corpus().await;
        let below = |rest: &str| format!("/congres/{}/courrier{rest}", of.slug);
        let empty = app.page(&below("")).await;
        assert!(empty.contains("Aucune lettre"), "{empty}");
        let odd = NewLetter {
            to: Recipient { name: "<b>Agnès</b>".into(), address: "mairie@echire.example".into() },
            subject: "Une lettre <i>à lire</i>".into(),
            html: "<html><head><style>p{color:red}</style></head><body><script>alert(1)</script><p>Oui</p></body></html>".into(),
            ..letter(&of, 1)
        };
        let many: Vec<_> = (2..60).map(|number| letter(&of, number)).collect();
        queue(&app, std::slice::from_ref(&odd)).await;
        queue(&app, &many).await;
        let list = app.page(&below("?page=2")).await;
        assert!(list.contains("aucune de ces lettres ne part") && list.contains("Page 2 sur 2"), "{list}");
        assert!(list.contains("59\u{a0}lettres\u{a0}: 59\u{a0}en attente."), "{list}");
        let page = app.get(&below(&format!("/{}", odd.id))).await;
        let text = page.text();
        assert!(text.contains(&format!("/entrer/{}", "a1".repeat(32))), "its links work here");
        assert!(
            text.contains("sandbox=\"\"") && !text.contains("<script>alert") && !text.contains("<i>à lire"),
            "{text}"
        );
        let policy = page.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(policy.contains("frame-src 'self'") && !policy.contains("unsafe-inline"), "{policy}");
        let framed = app.get(&below(&format!("/{}/page", odd.id))).await;
        assert_eq!(framed.text(), odd.html);
        let policy = framed.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(
            policy.contains("sandbox")
                && !policy.contains("script-src")
                && policy.contains("frame-ancestors 'self'")
        );
        for absent in
            ["/nulle", "/019a8201-7c40-7000-8000-0000000000cc", "/019a8201-7c40-7000-8000-0000000000cc/page"]
        {
            assert_eq!(app.get(&below(absent)).await.status, StatusCode::NOT_FOUND, "{absent}");
        }
    });
}

#[test]
fn letters_of_real_people_are_for_staff_and_open_nobodys_space() {
    on_both(|mut app| async move {
        // The members of the demonstration, in a congress that says it is real.
        let of = app.corpus().await;
        app.meddle("UPDATE congress SET fictional = (1 = 0)").await;
        let one = letter(&of, 1);
        queue(&app, std::slice::from_ref(&one)).await;
        let other = congress(&mut app).await;
        let paths = ["", &format!("/{}", one.id), &format!("/{}/page", one.id)]
            .map(|rest| format!("/congres/{}/courrier{rest}", of.slug));
        let mut cookies = Vec::new();
        for (role, status) in [
            (None, StatusCode::FORBIDDEN),
            (Some(Role::Scribe), StatusCode::FORBIDDEN),
            (Some(Role::Chair), StatusCode::FORBIDDEN),
            (Some(Role::Observer), StatusCode::FORBIDDEN),
            (Some(Role::Staff), StatusCode::OK),
            (Some(Role::Administrator), StatusCode::OK),
        ] {
            cookies.push((role, status, app.sign_in_as(&of, role).await));
        }
        for path in &paths {
            assert_eq!(app.get(path).await.status, StatusCode::UNAUTHORIZED, "{path}");
            let elsewhere = path.replace(of.slug.as_str(), other.slug.as_str());
            for (role, status, cookie) in &cookies {
                let answer = app.get_as(path, cookie).await;
                assert_eq!(answer.status, *status, "{path} {role:?}");
                assert!(!answer.text().contains(&"a1".repeat(32)), "{path} {role:?}");
                assert_eq!(
                    app.get_as(&elsewhere, cookie).await.status,
                    StatusCode::FORBIDDEN,
                    "{elsewhere} {role:?}"
                );
            }
        }
    });
}

#[test]
fn a_letter_that_did_not_arrive_says_what_to_do() {
    on_both(|mut app| async move {
        let of = app.corpus().await;
        let one = NewLetter { purpose: Purpose::Reminder, ..letter(&of, 1) };
        queue(&app, std::slice::from_ref(&one)).await;
        let why = Setback {
            cause: domain::mail::Cause::NoMailbox,
            answer: "550 5.1.1 <mairie1@echire.example>: User unknown".into(),
        };
        let mut work = app.state.storage.write().await.unwrap();
        work.letter_bounced(one.id, &why, NOW).await.unwrap();
        let lease = Lease { by: uuid::Uuid::nil(), until: NOW };
        assert!(
            !work.mark_letter(one.id, lease, &LetterState::Sent { at: NOW }).await.unwrap(),
            "nobody holds it"
        );
        work.save().await.unwrap();
        let list = app.page(&format!("/congres/{}/courrier", of.slug)).await;
        for said in [
            "À corriger",
            "n’existe pas, ou plus",
            "corrigez la fiche du membre",
            "&lt;mairie1@echire.example&gt;: User unknown",
        ] {
            assert!(list.contains(said), "{said}: {list}");
        }
    });
}
