//! Reminders: whoever answered, declined or wants peace gets none; nothing leaves before it is confirmed, nothing leaves twice.

use axum::http::{StatusCode, header};
use domain::congress::Congress;
use domain::mail::Purpose;
use domain::member::{MailChoice, Member, Role};

use crate::harness::{NOW, TestApp, on_both};

const REMINDERS: &str = "/congres/demonstration/redaction/relances";
const DAY: i64 = 24 * 60 * 60;

/// Six people were invited long ago and have written nothing; the others wrote.
async fn six(app: &mut TestApp) -> (Congress, Vec<Member>, String) {
    let congress = app.corpus().await;
    let long_ago = NOW.plus_seconds(-60 * DAY).micros();
    app.meddle(&format!("UPDATE member SET invited_at = {long_ago}")).await;
    let members = app.state.storage.read().await.unwrap().members(congress.id).await.unwrap();
    let six: Vec<Member> = members.into_iter().filter(|member| member.roles.is_empty()).take(6).collect();
    let numbers =
        |six: &[Member]| six.iter().map(|m| m.number.get().to_string()).collect::<Vec<_>>().join(", ");
    let of = format!("(SELECT id FROM member WHERE number IN ({}))", numbers(&six));
    app.meddle(&format!("UPDATE contribution SET member_id = NULL WHERE member_id IN {of}")).await;
    let mut work = app.state.storage.write().await.unwrap();
    work.note_declined(six[1].id, Some(NOW)).await.unwrap();
    work.change_member(&Member { mail: MailChoice::Nothing, ..six[2].clone() }, "b").await.unwrap();
    work.change_member(&Member { email: None, ..six[3].clone() }, "c").await.unwrap();
    work.note_invited(six[4].id, NOW.plus_seconds(-2 * DAY)).await.unwrap();
    work.save().await.unwrap();
    let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
    (congress, six, staff)
}

fn fields<'a>(who: &'a str, group: &'a str) -> [(&'a str, &'a str); 3] {
    [("groupe", group), ("qui", who), ("repos", "7")]
}

#[test]
fn only_staff_reminds() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let elsewhere = app.stranger().await;
        let mut cases = vec![
            (String::new(), StatusCode::UNAUTHORIZED, StatusCode::UNAUTHORIZED),
            (elsewhere, StatusCode::FORBIDDEN, StatusCode::FORBIDDEN),
        ];
        for role in [None, Some(Role::Scribe), Some(Role::Chair), Some(Role::Observer)] {
            cases.push((app.sign_in_as(&congress, role).await, StatusCode::FORBIDDEN, StatusCode::FORBIDDEN));
        }
        for role in [Role::Staff, Role::Administrator] {
            cases.push((app.sign_in_as(&congress, Some(role)).await, StatusCode::OK, StatusCode::SEE_OTHER));
        }
        for (cookie, read, sent) in cases {
            assert_eq!(app.get_as(REMINDERS, &cookie).await.status, read);
            assert_eq!(app.post(REMINDERS, &fields("", "brouillon"), &cookie).await.status, sent);
        }
        assert!(app.letters(&congress).await.is_empty());
    });
}

#[test]
fn those_who_wait_are_reminded_once_after_a_preview_and_the_others_left_in_peace() {
    on_both(|mut app| async move {
        let (congress, six, staff) = six(&mut app).await;
        let page = app.get_as(REMINDERS, &staff).await.text().replace("<!>", "");
        // The team wrote nothing either: those who run the call aren't asked, nor is the observer, who doesn't write.
        let members = app.state.storage.read().await.unwrap().members(congress.id).await.unwrap();
        let team = members.iter().filter(|m| !m.roles.is_empty() && m.may_write());
        let team = team
            .filter(|m| !m.roles.contains(&Role::Administrator) && !m.roles.contains(&Role::Staff))
            .count();
        assert!(page.contains(&format!("Envoyer {}\u{a0}relances", team + 2)), "{page}");
        for said in [
            "1\u{a0}personne, ont décliné",
            "1\u{a0}personne, ont demandé à ne rien recevoir",
            "1\u{a0}personne, sans adresse",
            "1\u{a0}personne, ont reçu une invitation ou une relance il y a peu",
            "pour répondre",
        ] {
            assert!(page.contains(said), "{said}: {page}");
        }
        assert!(app.letters(&congress).await.is_empty(), "a preview sends nothing");
        let who = page.split_once("name=\"qui\" value=\"").unwrap().1.split('"').next().unwrap().to_owned();
        // Since the page was shown, one of them wrote.
        let number = six[5].number.get();
        app.meddle(&format!(
            "UPDATE contribution SET member_id = (SELECT id FROM member WHERE number = {number}) WHERE number = 1"
        ))
        .await;
        for sent in [team + 1, 0] {
            let answer = app.post(REMINDERS, &fields(&who, "jamais-entres"), &staff).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER);
            let to = answer.headers[header::LOCATION].to_str().unwrap().to_owned();
            assert!(to.contains(&format!("envoyees={sent}")), "{to}");
            let next = app.get_as(&to, &staff).await.text();
            assert!(next.contains("role=\"status\""), "{next}");
        }
        let letters = app.letters(&congress).await;
        assert_eq!(letters.len(), team + 1, "a second click sends nothing");
        let letter = letters.iter().find(|one| one.line.subject.starts_with(six[0].name.as_str())).unwrap();
        assert_eq!(letter.line.purpose, Purpose::Reminder);
        let flat = letter.text.split_whitespace().collect::<Vec<_>>().join(" ");
        for said in [
            "encore",
            "jusqu’au",
            "http://test/entrer/",
            "http://test/decliner/",
            "http://test/lettres/",
            six[0].name.as_str(),
        ] {
            assert!(flat.contains(said), "{said}: {flat}");
        }
        assert!(letters.iter().all(|one| one.line.subject.split(',').next() != Some(six[1].name.as_str())));
        let page =
            app.get_as(&format!("/congres/demonstration/redaction/membres/{}", six[0].id), &staff).await;
        assert!(page.text().contains("Relance envoyée (Invités, jamais entrés)"));
    });
}

#[test]
fn filters_narrow_a_group_and_a_draft_makes_another() {
    on_both(|mut app| async move {
        let (congress, six, staff) = six(&mut app).await;
        app.meddle(&format!(
            "INSERT INTO draft (member_id, target, body, areas, display, begun_at, saved_at)
             SELECT id, '', 'Je commence', '', 'nom', 1, 1 FROM member WHERE number = {}",
            six[0].number.get()
        ))
        .await;
        app.sign_in(&six[5]).await;
        let of = async |query: &str| {
            let page = app.get_as(&format!("{REMINDERS}?{query}"), &staff).await.text().replace("<!>", "");
            let who = page
                .split_once("name=\"qui\" value=\"")
                .map_or("", |(_, rest)| rest.split('"').next().unwrap());
            who.split_whitespace().map(|n| n.parse::<u32>().unwrap()).collect::<Vec<_>>()
        };
        assert_eq!(of("groupe=brouillon").await, [six[0].number.get()]);
        assert_eq!(
            of("groupe=jamais-ecrit").await,
            [six[5].number.get()],
            "staff came too, and runs the call"
        );
        let waiting = of("groupe=jamais-entres").await;
        assert!(!waiting.contains(&six[0].number.get()) && !waiting.contains(&six[5].number.get()));
        let code = six[0].territory.as_ref().and_then(|territory| territory.departement.clone()).unwrap();
        assert_eq!(of(&format!("groupe=brouillon&dep={code}")).await, [six[0].number.get()]);
        assert!(of("groupe=brouillon&dep=975").await.is_empty());
        assert!(of(&format!("groupe=brouillon&college={}", "partenaires")).await.is_empty());
        // A bounce spares too.
        let who = six[0].number.get().to_string();
        app.post(REMINDERS, &fields(&who, "brouillon"), &staff).await;
        let letter = &app.letters(&congress).await[0];
        assert!(
            letter.text.contains("Un texte commencé vous attend")
                && letter.text.contains("Reprendre mon texte")
        );
        assert!(of("groupe=brouillon").await.is_empty());
    });
}

#[test]
fn once_the_call_is_over_nobody_is_reminded() {
    on_both(|mut app| async move {
        let (congress, six, staff) = six(&mut app).await;
        app.meddle(&format!("UPDATE phase SET ends_at = {} WHERE kind = 'appel'", NOW.micros() - 1)).await;
        let page = app.get_as(REMINDERS, &staff).await.text();
        assert!(page.contains("s’est clos") && !page.contains("name=\"qui\""), "{page}");
        let who = six[0].number.get().to_string();
        app.post(REMINDERS, &fields(&who, "jamais-entres"), &staff).await;
        assert!(app.letters(&congress).await.is_empty());
    });
}
