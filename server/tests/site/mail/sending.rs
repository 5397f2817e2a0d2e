//! What each answer of a mail server does to a letter.

use domain::mail::{Cause, LetterState};
use server::config::Security;
use server::jobs::mail::{Post, Step};

use super::smtp::{End, Script, Server};
use super::{Hand, carrier, congress, letter, queue, state};
use crate::harness::on_both;

#[test]
fn a_letter_is_sent_once_and_whole() {
    on_both(|mut app| async move {
        let (mut server, clock) = (Server::start().await, Hand::new());
        let of = congress(&mut app).await;
        let only = letter(&of, 1);
        queue(&app, std::slice::from_ref(&only)).await;
        let mut carrier = carrier(&app, &clock, &server.settings(), 1);
        assert_eq!(carrier.step().await.unwrap(), Step::Tried);
        assert_eq!(carrier.step().await.unwrap(), Step::Nothing);
        let heard = server.next().await;
        assert_eq!(heard.to, "mairie1@echire.example");
        assert_eq!(
            heard.from,
            format!("retours+{}@association.example", only.id.to_string().replace('-', ""))
        );
        assert_eq!(heard.header("Message-ID"), Some(format!("<{}@association.example>", only.id).as_str()));
        assert_eq!(heard.header("List-Unsubscribe"), Some("<https://congres.example/decliner/x>"));
        assert_eq!(heard.commands[0], "EHLO association.example");
        let parsed = mail_parser::MessageParser::default().parse(heard.message.as_bytes()).unwrap();
        assert_eq!(parsed.subject(), Some(only.subject.as_str()));
        let body = parsed.body_text(0).unwrap().replace("\r\n", "\n");
        assert_eq!(body, only.text, "a line that is a dot arrives too");
        assert!(matches!(state(&app, &only).await, LetterState::Sent { .. }));
        assert_eq!(server.waiting(), 0);
    });
}

#[test]
fn an_answer_says_whether_to_come_back() {
    on_both(|mut app| async move {
        let of = congress(&mut app).await;
        let script = Script::default;
        let busy = Some("450 4.2.0 come back in a moment");
        let unknown = Some("550 5.1.1 <mairie@echire.example>: User unknown");
        for (number, (script, cause, again, stalled)) in [
            (Script { recipient: busy, ..script() }, Cause::Busy, true, false),
            (Script { recipient: unknown, ..script() }, Cause::NoMailbox, false, false),
            (
                Script { recipient: Some("554 5.7.1 Relay access denied"), ..script() },
                Cause::Settings,
                true,
                true,
            ),
            (Script { recipient: Some("552 5.2.2 Mailbox full"), ..script() }, Cause::Full, false, false),
            (Script { sender: Some("550 5.7.1 not your address"), ..script() }, Cause::Settings, true, true),
            (
                Script { greeting: Some("421 too many connections"), ..script() },
                Cause::Unreachable,
                true,
                true,
            ),
            (Script { end: End::Answer("554 5.7.1 spam"), ..script() }, Cause::Policy, false, false),
            (Script { end: End::Answer("451 4.3.0 disk"), ..script() }, Cause::Busy, true, false),
            (Script { end: End::CutInTheMiddle, ..script() }, Cause::Unreachable, true, true),
            (Script { end: End::Silence, ..script() }, Cause::Unreachable, true, true),
        ]
        .into_iter()
        .enumerate()
        {
            let (server, clock) = (Server::start().await, Hand::new());
            server.will([script.clone()]);
            let one = letter(&of, u64::try_from(number).unwrap());
            queue(&app, std::slice::from_ref(&one)).await;
            let step = carrier(&app, &clock, &server.settings(), 50 + u64::try_from(number).unwrap())
                .step()
                .await
                .unwrap();
            assert_eq!(step, if stalled { Step::Stalled } else { Step::Tried }, "{script:?}");
            match state(&app, &one).await {
                LetterState::Deferred { why, .. } if again => assert_eq!(why.cause, cause, "{script:?}"),
                LetterState::Refused { why, .. } if !again => {
                    assert_eq!(why.cause, cause, "{script:?}");
                    assert!(why.answer.starts_with("55"), "{}", why.answer);
                }
                other => panic!("{script:?}: {other:?}"),
            }
        }
    });
}

#[test]
fn a_letter_put_off_is_the_same_one_later() {
    on_both(|mut app| async move {
        let (mut server, clock) = (Server::start().await, Hand::new());
        let of = congress(&mut app).await;
        let only = letter(&of, 1);
        queue(&app, std::slice::from_ref(&only)).await;
        let greylisted = Script { recipient: Some("450 4.7.1 greylisted"), ..Script::default() };
        let cut = Script { end: End::CutAfterwards, ..Script::default() };
        server.will([greylisted, cut]);
        let mut carrier = carrier(&app, &clock, &server.settings(), 1);
        assert_eq!(carrier.step().await.unwrap(), Step::Tried);
        assert_eq!(carrier.step().await.unwrap(), Step::Nothing, "not before its time");
        clock.forward(2);
        assert_eq!(carrier.step().await.unwrap(), Step::Stalled);
        let first = server.next().await;
        clock.forward(9);
        assert_eq!(carrier.step().await.unwrap(), Step::Nothing, "the second wait is longer");
        clock.forward(1);
        assert_eq!(carrier.step().await.unwrap(), Step::Tried);
        let second = server.next().await;
        assert_eq!(first.message, second.message, "the same bytes, the same Message-ID");
        assert!(matches!(state(&app, &only).await, LetterState::Sent { .. }));
    });
}

#[test]
fn two_senders_never_send_the_same_letter() {
    on_both(|mut app| async move {
        let (mut server, clock) = (Server::start().await, Hand::new());
        let of = congress(&mut app).await;
        let letters: Vec<_> = (0..12).map(|number| letter(&of, number)).collect();
        queue(&app, &letters).await;
        let until_nothing = |seed| {
            let mut carrier = carrier(&app, &clock, &server.settings(), seed);
            tokio::spawn(async move { while carrier.step().await.unwrap() != Step::Nothing {} })
        };
        let senders = [1, 2, 3].map(until_nothing);
        for sender in senders {
            sender.await.unwrap();
        }
        // On PostgreSQL a sender that finds the last letters held goes home; whoever comes next finds none left.
        until_nothing(4).await.unwrap();
        let mut heard = Vec::new();
        while server.waiting() > 0 {
            heard.push(server.next().await.to);
        }
        heard.sort();
        heard.dedup();
        assert_eq!(heard.len(), 12);
        for letter in &letters {
            assert!(matches!(state(&app, letter).await, LetterState::Sent { .. }));
        }
    });
}

#[test]
fn a_sender_that_dies_before_it_marks_leaves_the_letter_to_be_sent_again() {
    on_both(|mut app| async move {
        let (mut server, clock) = (Server::start().await, Hand::new());
        let of = congress(&mut app).await;
        let only = letter(&of, 1);
        queue(&app, std::slice::from_ref(&only)).await;
        server.will([Script { end: End::Silence, ..Script::default() }]);
        let mut dying = carrier(&app, &clock, &server.settings(), 1);
        let step = tokio::spawn(async move { dying.step().await });
        // It is killed while it waits for the answer to its message.
        while !matches!(app.state.storage.read().await.unwrap().letter_due(super::NOW).await, Ok(false)) {
            tokio::task::yield_now().await;
        }
        step.abort();
        let _ = step.await;
        assert_eq!(state(&app, &only).await, LetterState::Queued);
        let mut next = carrier(&app, &clock, &server.settings(), 2);
        assert_eq!(next.step().await.unwrap(), Step::Nothing, "the lease still holds");
        clock.forward(10);
        assert_eq!(next.step().await.unwrap(), Step::Tried);
        assert_eq!(server.next().await.to, only.to.address);
        assert!(matches!(state(&app, &only).await, LetterState::Sent { .. }));
    });
}

#[test]
fn neither_password_nor_letter_crosses_in_clear() {
    on_both(|mut app| async move {
        let (mut server, clock) = (Server::start().await, Hand::new());
        let of = congress(&mut app).await;
        let only = letter(&of, 1);
        queue(&app, std::slice::from_ref(&only)).await;
        let mut settings = server.settings();
        (settings.user, settings.password) = ("congres".into(), "secret".into());
        settings.security = Security::StartTls;
        assert_eq!(carrier(&app, &clock, &settings, 1).step().await.unwrap(), Step::Stalled);
        let said = server.conversation().await;
        assert!(said.iter().all(|line| line.starts_with("EHLO") || line == "QUIT"), "{said:?}");
        let LetterState::Deferred { why, attempts: 0, .. } = state(&app, &only).await else {
            panic!("not counted")
        };
        assert_eq!(why.cause, Cause::Settings);

        settings.security = Security::None;
        clock.forward(10);
        server.will([Script { login: Some("535 5.7.8 wrong password"), ..Script::default() }]);
        assert_eq!(carrier(&app, &clock, &settings, 2).step().await.unwrap(), Step::Stalled);
        clock.forward(10);
        assert_eq!(carrier(&app, &clock, &settings, 3).step().await.unwrap(), Step::Tried);
        let heard = server.next().await;
        assert!(heard.commands.iter().any(|line| line.starts_with("AUTH PLAIN ")), "{:?}", heard.commands);
        assert!(!format!("{:?}", state(&app, &only).await).contains("secret"));
    });
}

#[test]
fn the_post_carries_while_the_server_serves_and_finishes_when_told() {
    on_both(|mut app| async move {
        let (mut server, clock) = (Server::start().await, Hand::new());
        let of = congress(&mut app).await;
        let letters: Vec<_> = (0..5).map(|number| letter(&of, number)).collect();
        queue(&app, &letters).await;
        let post = Post::open(carrier(&app, &clock, &server.settings(), 1));
        for _ in &letters {
            server.next().await;
        }
        post.finish().await;
        for letter in &letters {
            assert!(matches!(state(&app, letter).await, LetterState::Sent { .. }));
        }
    });
}
