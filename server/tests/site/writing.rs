//! Writing: what is taken, what is refused with nothing lost, and what is kept for later.

use axum::http::{StatusCode, header};
use domain::congress::Congress;
use domain::contribution::State;
use domain::mail::Purpose;
use domain::member::{Member, Role};
use domain::settings::{Contact, Moderation, Settings};

use crate::harness::{Answer, NOW, TestApp, on_both};

pub const CONGRESS: &str = "/congres/demonstration";
pub const WRITE: &str = "/congres/demonstration/ecrire";
pub const DRAFT: &str = "/congres/demonstration/ecrire/brouillon";
pub const MINE: &str = "/congres/demonstration/moi";
pub const WORDS: &str = "Ici, la fibre s’arrête au pont ; passé le pont, plus rien.";
const KEY: &str = "00112233445566778899aabbccddeeff";

/// Posts the form with those words, as a browser does, and `more` fields.
pub async fn write(app: &TestApp, cookie: &str, words: &str, more: &[(&str, &str)]) -> Answer {
    let begun = NOW.micros().to_string();
    let mut fields =
        vec![("texte", words), ("type", "etat"), ("affichage", "nom"), ("cle", KEY), ("commence", &begun)];
    fields.retain(|(name, _)| !more.iter().any(|(other, _)| other == name));
    fields.extend_from_slice(more);
    app.post(WRITE, &fields, cookie).await
}

/// The address of the contribution that an acknowledgement leads to.
pub fn sent(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let to = answer.headers[header::LOCATION].to_str().unwrap();
    let to = to.split('#').next().unwrap();
    to.strip_suffix("/recu").expect("an acknowledgement").to_owned()
}

/// Ends the call that many minutes ago.
pub async fn close(app: &TestApp, minutes: i64) {
    let at = NOW.plus_seconds(-60 * minutes).micros();
    let call = "WHERE kind = 'appel'";
    app.meddle(&format!("UPDATE phase SET starts_at = {}, ends_at = {at} {call}", at - 1)).await;
}

async fn count(app: &TestApp, congress: &Congress) -> u32 {
    app.state.storage.read().await.unwrap().home(congress.id).await.unwrap().figures.contributions
}

#[test]
fn only_members_who_do_more_than_observe_write() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let stranger = app.stranger().await;
        let observer = app.sign_in_as(&congress, Some(Role::Observer)).await;
        let before = count(&app, &congress).await;
        let refused = [
            ("", StatusCode::UNAUTHORIZED),
            (&*stranger, StatusCode::FORBIDDEN),
            (&*observer, StatusCode::FORBIDDEN),
        ];
        for (cookie, status) in refused {
            assert_eq!(app.get_as(WRITE, cookie).await.status, status);
            assert_eq!(write(&app, cookie, WORDS, &[("role", "administration")]).await.status, status);
            assert_eq!(app.post(DRAFT, &[("texte", WORDS)], cookie).await.status, status);
        }
        assert_eq!(app.get(MINE).await.status, StatusCode::UNAUTHORIZED);
        assert_eq!(app.get_as(MINE, &stranger).await.status, StatusCode::FORBIDDEN);
        assert_eq!(count(&app, &congress).await, before);
        for (rank, role) in
            [None, Some(Role::Scribe), Some(Role::Staff), Some(Role::Chair)].into_iter().enumerate()
        {
            let cookie = app.sign_in_as(&congress, role).await;
            assert_eq!(app.get_as(WRITE, &cookie).await.status, StatusCode::OK, "{role:?}");
            assert_eq!(app.get_as(MINE, &cookie).await.status, StatusCode::OK, "{role:?}");
            sent(&write(&app, &cookie, WORDS, &[]).await);
            assert_eq!(count(&app, &congress).await, before + u32::try_from(rank).unwrap() + 1, "{role:?}");
        }
    });
}

#[test]
fn a_text_gets_a_number_a_page_a_letter_and_a_place_among_ones_own() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let member = app.member_with(&congress, None).await;
        let cookie = app.sign_in(&member).await;
        let one = sent(&write(&app, &cookie, WORDS, &[("enjeu", "2")]).await);
        let number = one.rsplit('/').next().unwrap().to_owned();
        let page = app.get_as(&format!("{one}/recu"), &cookie).await.text();
        for words in
            [&*number, "Elle est enregistrée et publiée", "Vous pouvez modifier votre texte", "Une question"]
        {
            assert!(page.contains(words), "{words}: {page}");
        }
        let letter = app.letters(&congress).await.remove(0);
        assert_eq!(letter.line.purpose, Purpose::Acknowledgement);
        assert_eq!(letter.line.to.address, member.email.as_ref().unwrap().as_str());
        assert!(letter.line.subject.contains(&number) && letter.line.subject.contains(member.name.as_str()));
        assert!(letter.text.contains(&format!("http://test{one}/recu")), "{}", letter.text);
        assert!(letter.text.contains("Vous pouvez modifier votre texte"), "{}", letter.text);
        assert!(page.contains(member.email.as_ref().unwrap().as_str()));
        let mine = app.get_as(MINE, &cookie).await.text();
        assert!(mine.contains(&number) && mine.contains("plus rien."));
        assert!(app.page(&one).await.contains("plus rien."), "everybody reads it");
        assert!(app.page(&format!("{CONGRESS}/contributions?q=fibre+pont")).await.contains(&number));
    });
}

#[test]
fn the_same_form_sent_twice_is_one_text_and_another_text_is_not_taken_for_it() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let cookie = app.sign_in_as(&congress, None).await;
        let first = sent(&write(&app, &cookie, WORDS, &[]).await);
        let count_of_one = count(&app, &congress).await;
        assert_eq!(sent(&write(&app, &cookie, WORDS, &[]).await), first);
        assert_eq!(app.letters(&congress).await.len(), 1);
        let other = write(&app, &cookie, "Autre chose, depuis la page d’avant.", &[]).await;
        assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            other.text().contains("Un autre texte est déjà parti")
                && other.text().contains("depuis la page d’avant")
        );
        assert_eq!(count(&app, &congress).await, count_of_one);
        let chair = app.sign_in_as(&congress, Some(Role::Chair)).await;
        assert_ne!(sent(&write(&app, &chair, WORDS, &[]).await), first, "a key is nobody else’s");
    });
}

#[test]
fn what_cannot_be_taken_comes_back_with_what_is_wrong() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let cookie = app.sign_in_as(&congress, None).await;
        let before = count(&app, &congress).await;
        let long = "é".repeat(5_000);
        // As people paste a whole report: none of it is cut.
        let book = "La fibre s’arrête au pont. ".repeat(3_000).trim().to_owned();
        let tries = [
            ("", "il est vide"),
            ("Oui", "3\u{a0}caractères"),
            (&*long, "5\u{202f}000\u{a0}caractères"),
            (&*book, "80\u{202f}999\u{a0}caractères"),
            ("La fibre\u{1b}[2J s’arrête au pont.", "caractère invisible"),
        ];
        for (words, complaint) in tries {
            let answer = write(&app, &cookie, words, &[("enjeu", "2"), ("affichage", "rien")]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            let page = answer.text();
            assert!(page.contains(complaint), "{complaint}: {page}");
            assert!(page.contains(words), "nothing is lost");
            assert!(page.contains(&format!("value=\"{KEY}\"")) && page.contains("aria-invalid=\"true\""));
        }
        assert_eq!(app.post(WRITE, &[], &cookie).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let endless = app.post(WRITE, &[("texte", &"é".repeat(200_000))], &cookie).await;
        assert_eq!(endless.status, StatusCode::PAYLOAD_TOO_LARGE);
        assert!(endless.text().contains("ce que vous y avez écrit y est encore"), "{}", endless.text());
        assert_eq!(count(&app, &congress).await, before);
    });
}

#[test]
fn every_script_is_taken_and_markup_stays_words() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let cookie = app.sign_in_as(&congress, None).await;
        let texts = [
            "<script>alert(1)</script> & <b>gras</b> dans la fibre",
            "مرحبا بكم في بلديتنا الصغيرة جدا، لا إنترنت",
            "👩🏽‍💻👩🏽‍💻👩🏽‍💻👩🏽‍💻👩🏽‍💻 la visio en mairie 🇫🇷",
        ];
        for (rank, words) in texts.into_iter().enumerate() {
            let key = format!("{rank:032x}");
            let one = sent(&write(&app, &cookie, words, &[("cle", &key)]).await);
            for path in [one.clone(), format!("{one}/recu"), MINE.to_owned()] {
                let page = app.get_as(&path, &cookie).await.text();
                assert!(!page.contains("<script>alert") && !page.contains("<b>gras"), "{path}");
            }
            let page = app.page(&one).await.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
            assert!(page.replace("<!>", "").contains(words), "{words}: {page}");
        }
    });
}

#[test]
fn a_draft_is_kept_shows_who_is_close_and_is_sent_from_any_device() {
    on_both(|mut app| async move {
        let congress = app.demo().await;
        let member = app.member_with(&congress, None).await;
        let (phone, computer) = (app.sign_in(&member).await, app.sign_in(&member).await);
        let words = "Dans ma commune la fibre n’arrive pas et le téléphone ne passe plus depuis l’été.";
        let kept = app.post(DRAFT, &[("texte", words), ("type", "idee"), ("enjeu", "1")], &phone).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER);
        assert_eq!(kept.headers[header::LOCATION], WRITE);
        let page = app.get_as(WRITE, &computer).await.text();
        assert!(page.contains("Brouillon gardé") && page.contains(words));
        assert!(page.contains("Vous en avez écrit"), "counted without a script");
        assert_eq!(page.matches("name=\"soutenir\"").count(), 3, "the closest three");
        assert!(app.get_as(MINE, &phone).await.text().contains("pas encore envoyé"));
        // One of them says it all: the draft stays.
        let close = page.split("name=\"soutenir\"").nth(1).unwrap();
        let close = close.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let with = [("texte", "Dans ma commune la fibre n’arrive pas."), ("soutenir", &close)];
        assert_eq!(app.post(DRAFT, &with, &computer).await.status, StatusCode::SEE_OTHER);
        let page = app.get_as(WRITE, &phone).await.text();
        assert!(page.contains("Vous soutenez cette contribution") && page.contains("la fibre n’arrive pas."));
        sent(&write(&app, &phone, words, &[]).await);
        assert!(!app.get_as(MINE, &phone).await.text().contains("pas encore envoyé"), "sent drafts go");
        app.post(DRAFT, &[("texte", words)], &phone).await;
        app.post(DRAFT, &[("texte", words), ("geste", "jeter")], &phone).await;
        assert!(!app.get_as(MINE, &phone).await.text().contains("pas encore envoyé"), "thrown away");
    });
}

#[test]
fn a_tab_left_open_still_sends_within_the_grace_and_keeps_the_words_after_it() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let cookie = app.sign_in_as(&congress, None).await;
        close(&app, 10).await;
        let early = NOW.plus_seconds(-3_600).micros().to_string();
        assert!(app.get_as(WRITE, &cookie).await.text().contains("s’est clos"));
        let late = write(&app, &cookie, WORDS, &[]).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "begun after closing");
        let one = sent(&write(&app, &cookie, WORDS, &[("commence", &early), ("cle", &"a".repeat(32))]).await);
        assert!(app.page(&one).await.contains("plus rien."));
        close(&app, 61).await;
        let before = count(&app, &congress).await;
        let late =
            write(&app, &cookie, "Trop tard, mais ces mots ne sont pas perdus.", &[("commence", &early)])
                .await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(late.text().contains("n’a pas été transmis") && late.text().contains("ne sont pas perdus"));
        assert!(app.get_as(MINE, &cookie).await.text().contains("ne sont pas perdus"));
        assert!(app.get_as(WRITE, &cookie).await.text().contains("ne sont pas perdus"));
        let change = format!("{one}/modifier");
        assert!(app.get_as(&change, &cookie).await.text().contains("s’est clos"));
        let changed = app
            .post(&change, &[("texte", "Changé après la clôture, donc pas."), ("version", "1")], &cookie)
            .await;
        assert_eq!(changed.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(changed.text().contains("Changé après la clôture"));
        assert_eq!(count(&app, &congress).await, before);
        assert!(!app.page(CONGRESS).await.contains("Écrire une contribution"));
    });
}

#[test]
fn where_staff_reads_first_nobody_else_does() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let before =
            Settings { moderation: Moderation::Before, contact: Contact::default(), ..Settings::default() };
        let mut work = app.state.storage.write().await.unwrap();
        work.change_settings(congress.id, &before).await.unwrap();
        work.save().await.unwrap();
        let cookie = app.sign_in_as(&congress, None).await;
        assert!(app.get_as(WRITE, &cookie).await.text().contains("une fois que la rédaction l’aura relu"));
        let one = sent(&write(&app, &cookie, WORDS, &[]).await);
        assert!(app.get_as(&format!("{one}/recu"), &cookie).await.text().contains("la relit avant"));
        assert!(app.get_as(MINE, &cookie).await.text().contains("plus rien."), "its author reads it");
        for path in [one.clone(), format!("{CONGRESS}/contributions?q=pont"), CONGRESS.to_owned()] {
            assert!(!app.page(&path).await.contains("plus rien."), "{path}");
        }
        assert!(app.page(&one).await.contains("la rédaction le relit"));
    });
}

#[test]
fn staff_writes_for_a_member_and_the_page_says_so() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let member = app.member_with(&congress, None).await;
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        let id = member.id.to_string();
        let form = format!("{WRITE}?pour={id}");
        assert!(app.get_as(&form, &staff).await.text().contains(&format!("au nom de {}", member.name)));
        let one = sent(&write(&app, &staff, WORDS, &[("pour", &id)]).await);
        assert!(app.page(&one).await.contains("Saisie par la rédaction"));
        let file = app.get_as(&format!("{CONGRESS}/redaction/membres/{id}"), &staff).await.text();
        assert!(file.contains("saisie en son nom"), "the trace says so: {file}");
        let theirs = app.sign_in(&member).await;
        assert!(app.get_as(MINE, &theirs).await.text().contains("plus rien."));
        let chair = app.sign_in_as(&congress, Some(Role::Chair)).await;
        for cookie in [&theirs, &chair] {
            assert_eq!(app.get_as(&form, cookie).await.status, StatusCode::FORBIDDEN);
            assert_eq!(write(&app, cookie, WORDS, &[("pour", &id)]).await.status, StatusCode::FORBIDDEN);
        }
        for nobody in ["abc", "01900000-0000-7000-8000-000000000000"] {
            assert_eq!(write(&app, &staff, WORDS, &[("pour", nobody)]).await.status, StatusCode::NOT_FOUND);
        }
        let own = own_of(&app, &congress, &member).await;
        assert_eq!(own.len(), 1);
        assert!(own[0].0 == State::Published && own[0].1);
    });
}

/// The states of what a member wrote on line, and whether somebody else typed it.
async fn own_of(app: &TestApp, congress: &Congress, member: &Member) -> Vec<(State, bool)> {
    assert_eq!(member.congress, congress.id);
    let own = app.state.storage.read().await.unwrap().owned_by(member.id).await.unwrap();
    let online = own.iter().filter(|own| own.written.as_str() == WORDS);
    online.map(|own| (own.life.state(), own.entered_by.is_some())).collect()
}

#[test]
fn a_case_is_added_to_what_another_wrote() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let cookie = app.sign_in_as(&congress, None).await;
        let form = app.get_as(&format!("{WRITE}?complement=C-0002"), &cookie).await.text();
        assert!(
            form.contains("Ajouter votre cas à C-0002")
                && form.contains("name=\"complement\" value=\"C-0002\"")
        );
        let one = sent(&write(&app, &cookie, WORDS, &[("complement", "C-0002")]).await);
        assert!(app.page(&one).await.contains(&format!("{CONGRESS}/contributions/C-0002")));
        let number = one.rsplit('/').next().unwrap();
        assert!(app.page(&format!("{CONGRESS}/contributions/C-0002")).await.contains(number));
        let gone = write(
            &app,
            &cookie,
            "Complète ce qui n’est plus là.",
            &[("complement", "C-9999"), ("cle", &"b".repeat(32))],
        )
        .await;
        assert_eq!(gone.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(gone.text().contains("C-9999 n’est plus affichée"));
    });
}
