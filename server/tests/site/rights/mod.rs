//! Every address of the site, asked by everybody: who gets an answer, who is sent to sign in, who is refused.

mod scene;
mod sources;
mod table;

use axum::http::StatusCode;
use domain::settings::Readers;

use self::scene::{Scene, Who};
use self::sources::{Verb, routed};
use self::table::{ABSENT, Access, RIGHTS};
use crate::harness::{Answer, TestApp, on_both};

/// What somebody is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// What they asked for, or a sentence about what they posted.
    Answered,
    /// They may sign in.
    SignIn,
    /// They may not.
    Refused,
    /// Anything that no rule of ours foresees.
    Broken,
}

fn verdict(answer: &Answer, pattern: &str) -> Verdict {
    match answer.status {
        StatusCode::UNAUTHORIZED => Verdict::SignIn,
        StatusCode::FORBIDDEN => Verdict::Refused,
        StatusCode::NOT_FOUND if ABSENT.contains(&pattern) => Verdict::Answered,
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED | StatusCode::TOO_MANY_REQUESTS => {
            Verdict::Broken
        }
        status if status.is_server_error() => Verdict::Broken,
        _ => Verdict::Answered,
    }
}

fn expected(access: Access, who: Who, closed: bool) -> Verdict {
    let may = match access {
        Access::Everybody => return Verdict::Answered,
        Access::Readers | Access::Followers if !closed => return Verdict::Answered,
        Access::Letters if !closed => return Verdict::Answered,
        Access::Members | Access::Readers | Access::Followers => true,
        Access::Writers => who != Who::Observer,
        Access::Author => who == Who::Author,
        Access::AuthorOrStaff => matches!(who, Who::Author | Who::Staff | Who::Administrator),
        Access::Scribes => matches!(who, Who::Scribe | Who::Staff | Who::Administrator),
        Access::Chair => who == Who::Chair,
        Access::Staff | Access::Letters => matches!(who, Who::Staff | Who::Administrator),
    };
    match who {
        Who::Nobody => Verdict::SignIn,
        Who::Stranger => Verdict::Refused,
        _ if may => Verdict::Answered,
        _ => Verdict::Refused,
    }
}

/// Asks everybody's question of each address; what isn't as the table says.
async fn walk(app: &TestApp, scene: &Scene, closed: bool) -> Vec<String> {
    let mut wrong = Vec::new();
    for (pattern, rights) in RIGHTS {
        let path = scene.address(pattern);
        for (verb, access) in rights.each() {
            if closed && !access.depends_on_closing() {
                continue;
            }
            for (who, cookie) in &scene.callers {
                let answer = match verb {
                    Verb::Get => app.get_as(&path, cookie).await,
                    Verb::Post => app.post(&path, &[], cookie).await,
                };
                let (is, should) = (verdict(&answer, pattern), expected(access, *who, closed));
                if is != should {
                    wrong.push(format!(
                        "{verb:?} {path} as {who:?}: {} ({is:?}) instead of {should:?}",
                        answer.status
                    ));
                }
            }
        }
    }
    wrong
}

/// Reserves to members what is everybody's in the demonstration, or opens it again.
async fn close(app: &TestApp, scene: &Scene, closed: bool) {
    let mut settings = app.state.storage.read().await.unwrap().settings(scene.congress.id).await.unwrap();
    settings.readers = if closed { Readers::Members } else { Readers::Public };
    let mut work = app.state.storage.write().await.unwrap();
    work.change_settings(scene.congress.id, &settings).await.unwrap();
    work.save().await.unwrap();
    let (access, fictional) = if closed { ("huis-clos", "FALSE") } else { ("publique", "TRUE") };
    app.meddle(&format!(
        "UPDATE sitting SET access = '{access}'; UPDATE congress SET fictional = {fictional}"
    ))
    .await;
}

#[test]
fn each_address_answers_those_whom_it_is_for_and_nobody_else() {
    on_both(|mut app| async move {
        let scene = Box::pin(Scene::set(&mut app)).await;
        close(&app, &scene, true).await;
        let mut wrong = walk(&app, &scene, true).await;
        close(&app, &scene, false).await;
        wrong.extend(walk(&app, &scene, false).await);
        assert!(wrong.is_empty(), "{} answers are wrong:\n{}", wrong.len(), wrong.join("\n"));
    });
}

#[test]
fn each_route_says_in_the_table_who_may_ask() {
    let mut routed = routed();
    for (pattern, rights) in RIGHTS {
        for (verb, _) in rights.each() {
            assert!(
                routed.remove(&((*pattern).to_owned(), verb)),
                "{verb:?} {pattern} has a line in server/tests/site/rights/table.rs twice, or no route"
            );
        }
    }
    let missing: Vec<String> = routed.iter().map(|(pattern, verb)| format!("{verb:?} {pattern}")).collect();
    assert!(
        missing.is_empty(),
        "these routes have no line in server/tests/site/rights/table.rs that says who may ask:\n{}",
        missing.join("\n")
    );
}
