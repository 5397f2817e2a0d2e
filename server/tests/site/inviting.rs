//! Invitations: nothing leaves before it is confirmed, nothing leaves twice, and whoever declines is left alone.

use axum::http::{StatusCode, header};
use domain::congress::Congress;
use domain::mail::Purpose;
use domain::member::{Member, Role};

use crate::harness::{NOW, TestApp, on_both};

const INVITATIONS: &str = "/congres/demonstration/redaction/invitations";

/// Nobody was invited yet, one has no address, one declined.
async fn fresh(app: &mut TestApp) -> (Congress, Vec<Member>, String) {
    let congress = app.corpus().await;
    app.meddle("UPDATE member SET invited_at = NULL").await;
    let members = app.state.storage.read().await.unwrap().members(congress.id).await.unwrap();
    let plain: Vec<Member> = members.into_iter().filter(|member| member.roles.is_empty()).collect();
    let mut work = app.state.storage.write().await.unwrap();
    let silent = Member { email: None, ..plain[0].clone() };
    work.change_member(&silent, "a").await.unwrap();
    work.note_declined(plain[1].id, Some(NOW)).await.unwrap();
    work.save().await.unwrap();
    let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
    (congress, plain, staff)
}

fn key(page: &str) -> String {
    page.split_once("name=\"cle\" value=\"").unwrap().1.split('"').next().unwrap().to_owned()
}

/// The address in a letter that begins so.
fn address(text: &str, route: &str) -> String {
    let start = text.find(&format!("http://test{route}")).expect(route);
    text[start + "http://test".len()..].split_whitespace().next().unwrap().to_owned()
}

#[test]
fn all_are_invited_once_after_a_preview() {
    on_both(|mut app| async move {
        let (congress, plain, staff) = fresh(&mut app).await;
        let all = app.state.storage.read().await.unwrap().members(congress.id).await.unwrap();
        // Everybody but the administrator, the one without an address and the one who declined.
        let wanted = all.len() - 3;
        let page = app.get_as(INVITATIONS, &staff).await.text();
        assert!(page.contains(&format!("Envoyer {wanted}\u{a0}lettres")), "{page}");
        assert!(
            page.contains(plain[0].name.as_str())
                && page.contains("Une personne a demandé à ne plus rien recevoir")
        );
        assert!(app.letters(&congress).await.is_empty(), "a preview sends nothing");
        let confirmed = [("tous", "oui"), ("cle", &*key(&page))];
        for sent in [wanted, 0] {
            let answer = app.post(INVITATIONS, &confirmed, &staff).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER);
            assert!(
                answer.headers[header::LOCATION].to_str().unwrap().ends_with(&format!("envoyees={sent}"))
            );
        }
        let mut reading = app.state.storage.read().await.unwrap();
        assert_eq!(reading.letter_counts(congress.id).await.unwrap().queued as usize, wanted);
        let after = reading.members(congress.id).await.unwrap();
        assert_eq!(after.iter().filter(|member| member.invited_at == Some(NOW)).count(), wanted);
    });
}

#[test]
fn an_invitation_names_its_person_and_its_link_enters() {
    on_both(|mut app| async move {
        let (congress, plain, staff) = fresh(&mut app).await;
        let member = &plain[2];
        let path = format!("{INVITATIONS}?membre={}", member.id);
        let page = app.get_as(&path, &staff).await.text();
        assert!(page.contains("Envoyer 1\u{a0}lettre"));
        let (id, once) = (member.id.to_string(), key(&page));
        for _ in 0..2 {
            app.post(INVITATIONS, &[("membre", &id), ("cle", &once)], &staff).await;
        }
        let letters = app.letters(&congress).await;
        assert_eq!(letters.len(), 1, "a second click sends nothing");
        let letter = &letters[0];
        assert_eq!(letter.line.purpose, Purpose::Invitation);
        assert!(letter.line.subject.starts_with(member.name.as_str()));
        assert!(letter.text.contains("Assemblée fictive des communes numériques"));
        let page = app.page(&address(&letter.text, "/entrer/")).await;
        assert!(page.contains(&format!("Entrer en tant que {}", member.name)));
        let next = app.get_as(&path, &staff).await.text();
        app.post(INVITATIONS, &[("membre", &id), ("cle", &key(&next))], &staff).await;
        assert_eq!(app.letters(&congress).await.len(), 2, "another confirmation sends again");
    });
}

#[test]
fn whoever_declines_is_left_alone_until_they_come_back() {
    on_both(|mut app| async move {
        let (congress, plain, staff) = fresh(&mut app).await;
        let member = &plain[2];
        let id = member.id.to_string();
        app.post(INVITATIONS, &[("membre", &id), ("cle", "un")], &staff).await;
        let way = address(&app.letters(&congress).await[0].text, "/decliner/");
        let asked = app.get(&way).await;
        assert_eq!(
            (asked.status, &asked.headers[header::CACHE_CONTROL].to_str().unwrap()),
            (StatusCode::OK, &"no-store")
        );
        let declined = async || {
            let member = app.state.storage.read().await.unwrap().member(member.id).await.unwrap().unwrap();
            member.declined_at.is_some()
        };
        assert!(!declined().await, "a scanner that follows links declines for nobody");
        let done = app.post(&way, &[], "").await.text();
        assert!(done.contains("Vous ne recevrez plus rien") && declined().await);
        app.post(INVITATIONS, &[("membre", &id), ("cle", "deux")], &staff).await;
        assert_eq!(app.letters(&congress).await.len(), 1);
        let page = app.get_as(&format!("/congres/demonstration/redaction/membres/{id}"), &staff).await.text();
        assert!(page.contains("à ne plus rien recevoir"));
        let back = app.post(&way, &[("revenir", "oui")], "").await.text();
        assert!(back.contains("Vous recevrez à nouveau nos lettres") && !declined().await);
        let one_click = app.post(&way, &[("List-Unsubscribe", "One-Click")], "").await;
        assert!(one_click.status == StatusCode::OK && declined().await, "a mail program’s own button");
        for dead in ["/decliner/abc".to_owned(), format!("/decliner/{}", "0".repeat(64))] {
            assert_eq!(app.get(&dead).await.status, StatusCode::GONE);
            assert_eq!(app.post(&dead, &[], "").await.status, StatusCode::GONE);
        }
    });
}
