//! Coming in by a personal link, what a session opens, and going out.

use axum::http::{StatusCode, header};
use domain::member::Member;
use domain::member::Role;
use domain::settings::{Readers, Settings};
use domain::time::Timestamp;
use server::access::{Secret, new_link};
use server::present::CountedEntropy;
use storage::Work;

use crate::harness::{NOW, TestApp, on_both};

const CONGRESS: &str = "/congres/demonstration";

async fn linked(work: &mut Work, member: &Member, at: Timestamp, seed: u64) -> Secret {
    let secret = Secret::draw(&mut CountedEntropy::new(seed));
    new_link(work, member.id, &secret, at).await.unwrap();
    secret
}

async fn set_readers(app: &TestApp, congress: &domain::congress::Congress, readers: Readers) {
    let mut work = app.state.storage.write().await.unwrap();
    work.change_settings(congress.id, &Settings { readers, ..Settings::default() }).await.unwrap();
    work.save().await.unwrap();
}

#[test]
fn only_the_button_of_a_link_signs_in() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let member = app.member_with(&congress, None).await;
        let mut work = app.state.storage.write().await.unwrap();
        let secret = linked(&mut work, &member, NOW, 5).await;
        work.save().await.unwrap();
        let path = format!("/entrer/{}", secret.text());
        let opened = app.get(&path).await;
        assert_eq!(opened.status, StatusCode::OK);
        assert!(
            opened.headers.get(header::SET_COOKIE).is_none(),
            "a scanner that follows links signs nobody in"
        );
        assert_eq!(opened.headers[header::CACHE_CONTROL], "no-store");
        assert!(opened.text().contains(&format!("Entrer en tant que {}", member.name)));
        let entered = app.post(&path, &[], "").await;
        assert_eq!(entered.status, StatusCode::SEE_OTHER);
        let kept = entered.headers[header::SET_COOKIE].to_str().unwrap();
        assert!(
            kept.contains("HttpOnly") && !kept.contains(secret.text()),
            "the link's secret isn't the session's"
        );
        let cookie = kept.split(';').next().unwrap();
        assert!(app.get_as(CONGRESS, cookie).await.text().contains(member.name.as_str()));
        assert!(!app.page(CONGRESS).await.contains(member.name.as_str()), "nobody else is signed in");
    });
}

#[test]
fn a_link_that_does_not_open_says_so() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let member = app.member_with(&congress, None).await;
        let mut work = app.state.storage.write().await.unwrap();
        let long_ago = NOW.plus_seconds(-31 * 24 * 3600);
        let old = linked(&mut work, &member, long_ago, 5).await;
        let taken_back = linked(&mut work, &member, NOW, 6).await;
        work.revoke_links(member.id, NOW).await.unwrap();
        work.save().await.unwrap();
        for token in [old.text(), taken_back.text(), "abc", &"0".repeat(64)] {
            for answer in [
                app.get(&format!("/entrer/{token}")).await,
                app.post(&format!("/entrer/{token}"), &[], "").await,
            ] {
                assert_eq!(answer.status, StatusCode::GONE);
                assert!(
                    answer.text().contains("Ce lien n’ouvre plus")
                        && answer.headers.get(header::SET_COOKIE).is_none()
                );
            }
        }
    });
}

#[test]
fn going_out_ends_the_session_for_good() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let member = app.member_with(&congress, Some(Role::Staff)).await;
        let cookie = app.sign_in(&member).await;
        let left = app.post(&format!("{CONGRESS}/deconnexion"), &[], &cookie).await;
        assert_eq!(left.status, StatusCode::SEE_OTHER);
        assert!(left.headers[header::SET_COOKIE].to_str().unwrap().contains("Max-Age=0"));
        assert!(
            !app.get_as(CONGRESS, &cookie).await.text().contains(member.name.as_str()),
            "a copied cookie opens nothing"
        );
    });
}

#[test]
fn a_corpus_kept_to_members_is_kept_to_members() {
    on_both(|mut app| async move {
        let congress = app.demo().await;
        let member = app.sign_in_as(&congress, None).await;
        set_readers(&app, &congress, Readers::Members).await;
        for below in [
            "/contributions",
            "/contributions/C-0001",
            "/themes",
            "/themes/1",
            "/arbre",
            "/carte",
            "/carte/points.json",
            "/analyses",
            "/analyses/1",
            "/signaux-faibles",
            "/non-rapproches",
            "/motion",
            "/telechargements",
            "/telechargements/contributions.csv",
        ] {
            let path = format!("{CONGRESS}{below}");
            let stranger = app.get(&path).await;
            assert_eq!(stranger.status, StatusCode::UNAUTHORIZED, "{below}");
            assert!(stranger.text().contains("réservée aux membres"), "{below}");
            assert_eq!(app.get_as(&path, &member).await.status, StatusCode::OK, "{below}");
        }
        let home = app.page(CONGRESS).await;
        assert!(
            !home.contains("<blockquote>") && !home.contains("/themes/1"),
            "the first page quotes nobody"
        );
        assert!(app.get_as(CONGRESS, &member).await.text().contains("<blockquote>"));
    });
}
