//! Reports of other mail servers, as they write them.

use domain::mail::{Cause, LetterState};
use server::jobs::mail::bounces::{Returned, Unread, note, read};

use super::{congress, letter, queue, state};
use crate::harness::{Frozen, NOW, on_both};

const BACK: &str = "retours+{id}@association.example";

/// As Postfix writes it: the report, then the letter's head.
fn postfix(to: &str, message_id: &str, status: &str, diagnostic: &str, action: &str) -> String {
    format!(
        "From: MAILER-DAEMON@mx.echire.example (Mail Delivery System)\r\nTo: {to}\r\nSubject: Undelivered Mail Returned to Sender\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"B\"\r\n\r\n\
         --B\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\nI'm sorry.\r\n\r\n\
         --B\r\nContent-Description: Delivery report\r\nContent-Type: message/delivery-status\r\n\r\n\
         Reporting-MTA: dns; mx.echire.example\r\nArrival-Date: Sat, 14 Nov 2026 10:30:00 +0100\r\n\r\n\
         Final-Recipient: rfc822; mairie@echire.example\r\nAction: {action}\r\nStatus: {status}\r\n\
         Diagnostic-Code: smtp; {diagnostic}\r\n\r\n\
         --B\r\nContent-Description: Undelivered Message Headers\r\nContent-Type: text/rfc822-headers\r\n\r\n\
         From: congres@association.example\r\nMessage-ID: <{message_id}>\r\nSubject: Bonjour\r\n\r\n--B--\r\n"
    )
}

#[test]
fn a_report_is_understood_by_its_address_or_by_what_it_returns() {
    let id = "019a8201-7c40-7000-8000-0000000000aa";
    let ours = format!("{id}@association.example");
    let verp = format!("<retours+{}@association.example>", id.replace('-', ""));
    let unknown = "550 5.1.1 <mairie@echire.example>: User\r\n    unknown";
    for (to, message_id) in
        [(verp.as_str(), "autre@ailleurs.example"), ("congres@association.example", ours.as_str())]
    {
        let Ok(Returned::Failed(letter, why)) =
            read(postfix(to, message_id, "5.1.1", unknown, "failed").as_bytes(), BACK)
        else {
            panic!("{to}");
        };
        assert_eq!((letter.to_string().as_str(), why.cause), (id, Cause::NoMailbox));
        assert_eq!(why.answer, "550 5.1.1 <mairie@echire.example>: User unknown");
    }
    let vague = postfix(&verp, "x", "5.0.0", "552 quota exceeded", "Failed");
    assert!(matches!(read(vague.as_bytes(), BACK), Ok(Returned::Failed(_, why)) if why.cause == Cause::Full));
    let late = postfix(&verp, "x", "4.4.1", "451 later", "delayed");
    assert_eq!(read(late.as_bytes(), BACK), Ok(Returned::Underway));
    let stranger = postfix("congres@association.example", "x@y", "5.1.1", unknown, "failed");
    assert_eq!(read(stranger.as_bytes(), BACK), Err(Unread::NoLetter));
    assert_eq!(read(stranger.as_bytes(), ""), Err(Unread::NoLetter));
    let written = "From: agnes@echire.example\r\nSubject: Merci\r\n\r\nMerci !\r\n";
    assert_eq!(read(written.as_bytes(), BACK), Err(Unread::NoReport));
    assert_eq!(read(b"", BACK), Err(Unread::NoMessage));
    assert!(read(&[0xff, 0xfe, 0, 13, 10], BACK).is_err());
}

#[test]
fn the_letter_itself_may_come_back_whole() {
    let id = "019a8201-7c40-7000-8000-0000000000bb";
    let whole =
        postfix("x@y.example", &format!("{id}@association.example"), "5.2.2", "552 5.2.2 full", "failed")
            .replace("Content-Type: text/rfc822-headers", "Content-Type: message/rfc822");
    assert!(
        matches!(read(whole.as_bytes(), BACK), Ok(Returned::Failed(letter, _)) if letter.to_string() == id)
    );
}

#[test]
fn what_comes_back_is_noted_once_and_counted() {
    on_both(|mut app| async move {
        let of = congress(&mut app).await;
        let only = letter(&of, 1);
        queue(&app, std::slice::from_ref(&only)).await;
        let report = |id: &str| {
            postfix("x", &format!("{id}@association.example"), "5.1.1", "550 5.1.1 unknown", "failed")
        };
        let messages: Vec<(String, Vec<u8>)> = [
            report(&only.id.to_string()),
            report(&only.id.to_string()),
            report("019a8201-7c40-7000-8000-0000000000cc"),
            "Subject: Merci\r\n\r\nMerci\r\n".to_owned(),
        ]
        .into_iter()
        .enumerate()
        .map(|(at, message)| (format!("{at}.eml"), message.into_bytes()))
        .collect();
        let told = note(&app.state.storage, &Frozen, BACK, &messages).await.unwrap();
        assert_eq!((told.noted, told.known, told.unknown, told.underway), (1, 1, 1, 0));
        assert!(matches!(&told.unread[..], [(file, why)] if file == "3.eml" && why.contains("non-remise")));
        let state = state(&app, &only).await;
        assert!(
            matches!(state, LetterState::Bounced { at, why } if at == NOW && why.cause == Cause::NoMailbox)
        );
    });
}
