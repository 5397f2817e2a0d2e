//! The motion that people write: who may, what is refused, what is told, and that nothing typed is lost.

use axum::http::StatusCode;
use domain::congress::Congress;
use domain::member::Role;
use domain::reading::MotionDesk;
use domain::wording::{BlockKey, Stage};

use crate::harness::{NOW, TestApp, on_both};
use crate::writing::CONGRESS;

pub const DESK: &str = "/congres/demonstration/redaction/motion";
pub const PUBLISH: &str = "/congres/demonstration/redaction/motion/publier";
const BLOCK: &str = "/congres/demonstration/redaction/motion/p3";
const TEXT: &str = "Préambule\n\nNous avons lu {contributions}.\n\n1/ Pour l'accès de tous\n\nLa fibre s'arrête au pont.\n\nProposition 1 : financer le pont.";

fn start<'t>(origin: &'t str, words: &'t str) -> [(&'t str, &'t str); 5] {
    [
        ("geste", "commencer"),
        ("titre", "Motion 2026"),
        ("forme", "objectifs"),
        ("depart", origin),
        ("texte", words),
    ]
}

pub async fn page(app: &TestApp, path: &str, cookie: &str) -> String {
    let answer = app.get_as(path, cookie).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
    answer.text().replace("<!>", "")
}

async fn desk(app: &TestApp, congress: &Congress) -> MotionDesk {
    app.state.storage.read().await.unwrap().motion_desk(congress.id).await.unwrap().unwrap()
}

/// The hidden field of that name.
pub fn hidden(page: &str, name: &str) -> String {
    let at = page.find(&format!("name=\"{name}\" value=\"")).expect("the field");
    page[at..].split('"').nth(3).unwrap().to_owned()
}

pub async fn begun(app: &mut TestApp) -> (Congress, String) {
    let congress = app.corpus().await;
    let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
    assert_eq!(app.post(DESK, &start("texte", TEXT), &staff).await.status, StatusCode::SEE_OTHER);
    (congress, staff)
}

/// Publishes the motion as it stands.
pub async fn publish(app: &TestApp, staff: &str) {
    let seen = hidden(&page(app, PUBLISH, staff).await, "vu");
    let answer = app.post(PUBLISH, &[("geste", "publier"), ("vu", &seen)], staff).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
}

#[test]
fn only_staff_writes_and_everybody_reads_what_is_published() {
    on_both(|mut app| async move {
        let (congress, staff) = begun(&mut app).await;
        let stranger = app.stranger().await;
        let member = app.sign_in_as(&congress, None).await;
        let chair = app.sign_in_as(&congress, Some(Role::Chair)).await;
        let save = [("geste", "enregistrer"), ("version", "1"), ("genre", "paragraphe"), ("texte", "À moi.")];
        for (cookie, status) in [
            ("", StatusCode::UNAUTHORIZED),
            (&*member, StatusCode::FORBIDDEN),
            (&*stranger, StatusCode::FORBIDDEN),
            (&*chair, StatusCode::FORBIDDEN),
        ] {
            for path in [DESK, PUBLISH, BLOCK, "/congres/demonstration/redaction/motion/p3/historique"] {
                assert_eq!(app.get_as(path, cookie).await.status, status, "{path}");
            }
            for path in [DESK, PUBLISH, BLOCK] {
                assert_eq!(app.post(path, &save, cookie).await.status, status, "{path}");
            }
        }
        assert_eq!(desk(&app, &congress).await.blocks[2].version, 1);
        let seen = hidden(&page(&app, PUBLISH, &staff).await, "vu");
        let answer = app.post(PUBLISH, &[("geste", "publier"), ("vu", &seen)], &staff).await;
        assert_eq!(answer.headers["location"], "/congres/demonstration/motion/v1");
        let version = page(&app, &format!("{CONGRESS}/motion/v1"), "").await;
        for said in [
            "id=\"p3\"",
            "La fibre s’arrête au pont.",
            "Proposition 1",
            "class=\"line-number\"",
            seen.as_str(),
        ] {
            assert!(version.contains(said), "{said}: {version}");
        }
        assert!(!version.contains("{contributions}"), "figures are filled in");
        assert!(
            page(&app, &format!("{CONGRESS}/motion"), "").await.contains("/motion/v1\""),
            "where one finds it"
        );
        for none in ["v2", "v0", "1", "v1/comparer/v2", "v1/comparer/x"] {
            assert_eq!(
                app.get(&format!("{CONGRESS}/motion/{none}")).await.status,
                StatusCode::NOT_FOUND,
                "{none}"
            );
        }
    });
}

#[test]
fn a_motion_begins_from_the_draft_a_text_or_nothing_and_once() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        for (fields, why) in [
            (start("brouillon", ""), "Aucun brouillon"),
            (start("texte", " "), "est vide"),
            (start("texte", "Un *mot seul"), "mot seul"),
            (start("jamais", ""), "Choisissez"),
        ] {
            let answer = app.post(DESK, &fields, &staff).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{why}");
            assert!(
                answer.text().contains(why) && answer.text().contains("Motion 2026"),
                "{}",
                answer.text()
            );
        }
        app.analyse(&congress).await;
        assert_eq!(app.post(DESK, &start("brouillon", ""), &staff).await.status, StatusCode::SEE_OTHER);
        let again = app.post(DESK, &start("rien", ""), &staff).await;
        assert_eq!(again.headers["location"], format!("{DESK}?fait=deja"));
        let drafted = desk(&app, &congress).await;
        assert!(drafted.blocks.len() > 10, "{}", drafted.blocks.len());
        assert!(
            drafted.blocks.iter().all(|of| !of.block.machine.is_empty()),
            "every sentence is the machine's"
        );
        assert!(
            drafted.blocks.iter().any(|of| of.sources > 0) && drafted.pending < drafted.figures.verbatims
        );
        let sources = app.state.storage.read().await.unwrap().motion_sources(congress.id).await.unwrap();
        for source in &sources {
            let block = drafted.blocks.iter().find(|of| of.block.key == source.block).unwrap();
            let words = domain::wording::plain(block.block.words.as_str());
            let first = domain::wording::clean(&source.quote.text.replace('\n', " "));
            assert!(words.contains(&first), "{words} — {first}");
        }
        let key = sources[0].block;
        let path = format!("{DESK}/{key}");
        let shown = page(&app, &path, &staff).await;
        assert!(shown.contains("Reprendre à mon compte") && shown.contains("À l’appui"));
        let sentence = {
            let block = &drafted.blocks.iter().find(|of| of.block.key == key).unwrap().block;
            block.words.as_str()[block.machine.as_slice()[0].clone()].to_owned()
        };
        let left = async || {
            desk(&app, &congress).await.blocks.iter().map(|of| of.block.machine.count()).sum::<u32>()
        };
        let before = left().await;
        let accept = [("geste", "reprendre"), ("phrase", sentence.as_str())];
        assert_eq!(app.post(&path, &accept, &staff).await.headers["location"], format!("{path}?fait=oui"));
        assert_eq!(app.post(&path, &accept, &staff).await.headers["location"], format!("{path}?fait=non"));
        assert_eq!(left().await, before - 1);
        let number = sources[0].quote.number.to_string();
        let words: String = sources[0].quote.text.chars().take(12).collect();
        let cite = |number: &'static str| {
            [
                ("geste", "rattacher"),
                ("contribution", number),
                ("extrait", "mots que nul n’a dits"),
                ("position", "desaccord"),
            ]
        };
        assert_eq!(app.post(&path, &cite("C-9999"), &staff).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(app.post(&path, &cite("C-0001"), &staff).await.text().contains("mots que nul n’a dits"));
        let cite = [
            ("geste", "rattacher"),
            ("contribution", number.as_str()),
            ("extrait", words.as_str()),
            ("position", "desaccord"),
        ];
        assert_eq!(app.post(&path, &cite, &staff).await.headers["location"], format!("{path}?fait=oui"));
        let shown = page(&app, &path, &staff).await;
        assert!(shown.contains("Désaccord"), "{shown}");
        let detach = hidden(&shown, "source");
        assert_eq!(
            app.post(&path, &[("geste", "detacher"), ("source", &detach)], &staff).await.headers["location"],
            format!("{path}?fait=oui")
        );
        assert!(page(&app, PUBLISH, &staff).await.contains("encore du brouillon automatique"));
    });
}

#[test]
fn a_stale_tab_gets_both_texts_and_bad_input_comes_back() {
    on_both(|mut app| async move {
        let (congress, staff) = begun(&mut app).await;
        let save = |version: &'static str, words: &'static str| {
            [("geste", "enregistrer"), ("version", version), ("genre", "paragraphe"), ("texte", words)]
        };
        assert_eq!(app.post(BLOCK, &[("geste", "ecrire")], &staff).await.headers["location"], BLOCK);
        assert!(page(&app, BLOCK, &staff).await.contains("La fibre s’arrête au pont.</textarea>"));
        assert_eq!(
            app.post(BLOCK, &save("1", "La fibre passe\u{7} le pont…"), &staff).await.status,
            StatusCode::SEE_OTHER
        );
        let stale = app.post(BLOCK, &save("1", "La fibre attend."), &staff).await;
        assert_eq!(stale.status, StatusCode::CONFLICT);
        let told = stale.text().replace("<!>", "");
        assert!(
            told.contains("La fibre passe le pont…") && told.contains("La fibre attend.</textarea>"),
            "{told}"
        );
        assert_eq!(hidden(&told, "version"), "2", "what is saved next was read");
        assert_eq!(
            app.post(BLOCK, &save("2", "La fibre attend."), &staff).await.status,
            StatusCode::SEE_OTHER
        );
        let administrator = app.member_with(&congress, Some(Role::Administrator)).await;
        let mut work = app.state.storage.write().await.unwrap();
        assert!(
            work.take_block(congress.id, BlockKey::new(3), administrator.id, (NOW, NOW.plus_seconds(60)))
                .await
                .unwrap()
        );
        work.save().await.unwrap();
        let held = app.post(BLOCK, &save("3", "Je passe devant."), &staff).await;
        assert_eq!(held.status, StatusCode::CONFLICT);
        assert!(held.text().contains("Je passe devant.</textarea>"));
        assert!(page(&app, DESK, &staff).await.contains(administrator.name.as_str()), "the lease is seen");
        let long: &'static str = Box::leak("é".repeat(80_000).into_boxed_str());
        for (words, why) in [
            (long, "un passage en a"),
            ("un *mot", "pendant"),
            ("{maires}", "maires"),
            (" \u{7} ", "est vide"),
            ("a {b", "accolade"),
        ] {
            let answer = app.post(BLOCK, &save("3", words), &staff).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{why}");
            let told = answer.text();
            assert!(
                told.contains(why) && told.contains(words.trim_matches(|c: char| c.is_control() || c == ' ')),
                "{why}"
            );
        }
        let megabyte: &'static str = Box::leak("a".repeat(1_100_000).into_boxed_str());
        assert_eq!(app.post(BLOCK, &save("3", megabyte), &staff).await.status, StatusCode::PAYLOAD_TOO_LARGE);
        assert_eq!(desk(&app, &congress).await.blocks[2].block.words.as_str(), "La fibre attend.");
        let past = page(&app, &format!("{BLOCK}/historique"), &staff).await;
        assert!(
            past.contains("(supprimé\u{a0}: ") && past.contains("<del>") && past.contains("Rétablir"),
            "{past}"
        );
        let mut work = app.state.storage.write().await.unwrap();
        work.give_block_back(congress.id, BlockKey::new(3), administrator.id).await.unwrap();
        work.save().await.unwrap();
        let back = [("geste", "retablir:1"), ("version", "3")];
        assert_eq!(app.post(BLOCK, &back, &staff).await.status, StatusCode::SEE_OTHER);
        assert_eq!(desk(&app, &congress).await.blocks[2].block.words.as_str(), "La fibre s’arrête au pont.");
    });
}

#[test]
fn blocks_are_arranged_and_versions_compared() {
    on_both(|mut app| async move {
        let (congress, staff) = begun(&mut app).await;
        let publish = async || {
            let seen = hidden(&page(&app, PUBLISH, &staff).await, "vu");
            app.post(PUBLISH, &[("geste", "publier"), ("vu", &seen)], &staff).await
        };
        let advance = async |from: &'static str| {
            app.post(PUBLISH, &[("geste", "avancer"), ("version", from)], &staff).await
        };
        assert_eq!(advance("redaction").await.status, StatusCode::CONFLICT, "nothing is published");
        assert_eq!(publish().await.status, StatusCode::SEE_OTHER);
        let unchanged = page(&app, PUBLISH, &staff).await;
        assert!(unchanged.contains("il n’y a rien à publier"), "{unchanged}");
        let act = async |fields: &[(&str, &str)]| app.post(DESK, fields, &staff).await;
        let add =
            [("geste", "ajouter"), ("genre", "proposition"), ("apres", "p4"), ("texte", "Payer *vite*.")];
        assert_eq!(act(&add).await.headers["location"], format!("{DESK}#p5"));
        assert_eq!(
            act(&[("geste", "monter"), ("passage", "p5")]).await.headers["location"],
            format!("{DESK}#p5")
        );
        assert_eq!(
            act(&[("geste", "retirer"), ("passage", "p1")]).await.headers["location"],
            format!("{DESK}?fait=oui")
        );
        assert_eq!(
            act(&[("geste", "monter"), ("passage", "p99")]).await.headers["location"],
            format!("{DESK}?fait=non")
        );
        let bad = act(&[("geste", "ajouter"), ("genre", "proposition"), ("texte", "un *mot")]).await;
        assert!(bad.status == StatusCode::UNPROCESSABLE_ENTITY && bad.text().contains("un *mot"));
        assert_eq!(
            app.post(PUBLISH, &[("geste", "publier"), ("vu", "autre")], &staff).await.status,
            StatusCode::CONFLICT
        );
        assert_eq!(publish().await.headers["location"], "/congres/demonstration/motion/v2");
        let compared = page(&app, &format!("{CONGRESS}/motion/v1/comparer/v2"), "").await;
        for said in [
            "Préambule, supprimé",
            "Proposition 1, ajouté",
            "Proposition 2, inchangé",
            "<ins>Payer vite.</ins>",
        ] {
            assert!(compared.contains(said), "{said}: {compared}");
        }
        for from in ["redaction", "amendements", "debat"] {
            assert_eq!(advance(from).await.status, StatusCode::SEE_OTHER, "{from}");
        }
        assert_eq!(advance("debat").await.status, StatusCode::CONFLICT, "there is no way back");
        assert_eq!(desk(&app, &congress).await.head.stage, Stage::Adopted);
        assert_eq!(
            act(&[("geste", "retirer"), ("passage", "p2")]).await.headers["location"],
            format!("{DESK}?fait=non")
        );
        assert!(page(&app, DESK, &staff).await.contains("ses mots ne changent plus"));
    });
}
