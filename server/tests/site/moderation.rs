//! The queue: who opens it, what is done to texts, what their authors and the public read of it; and what a text's author is
//! told before it is sent.

use axum::http::{StatusCode, header};
use domain::congress::Congress;
use domain::contribution::State;
use domain::member::{Member, Role};
use domain::settings::{Moderation, Settings};

use crate::harness::{Answer, TestApp, on_both};
use crate::writing::{CONGRESS, MINE, WORDS, sent, write};

const QUEUE: &str = "/congres/demonstration/redaction/moderation";
const NAMING: &str = "Mme Le Goff a tout dit à la mairie : appelez le 06 12 34 56 78.";

/// Whoever wrote a text, their cookie, and the text's address, number and value in the queue.
async fn written(app: &TestApp, congress: &Congress) -> (Member, String, String, String) {
    let member = app.member_with(congress, None).await;
    let cookie = app.sign_in(&member).await;
    let one = sent(&write(app, &cookie, WORDS, &[]).await);
    let value = format!("{}.1", one.rsplit('/').next().unwrap());
    (member, cookie, one, value)
}

async fn moderate_before(app: &TestApp, congress: &Congress) {
    let mut work = app.state.storage.write().await.unwrap();
    let settings = Settings { moderation: Moderation::Before, ..Settings::default() };
    work.change_settings(congress.id, &settings).await.unwrap();
    work.save().await.unwrap();
}

async fn act(app: &TestApp, cookie: &str, texts: &[&str], fields: &[(&str, &str)]) -> Answer {
    let mut all: Vec<(&str, &str)> = texts.iter().map(|text| ("contribution", *text)).collect();
    all.extend(fields);
    app.post(QUEUE, &all, cookie).await
}

fn plain(answer: &Answer) -> String {
    answer.text().replace("<!>", "")
}

#[test]
fn the_queue_and_what_it_does_are_staffs() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let (_, author, one, value) = written(&app, &congress).await;
        let stranger = app.stranger().await;
        let chair = app.sign_in_as(&congress, Some(Role::Chair)).await;
        let refused = [
            ("", StatusCode::UNAUTHORIZED),
            (&*author, StatusCode::FORBIDDEN),
            (&*stranger, StatusCode::FORBIDDEN),
            (&*chair, StatusCode::FORBIDDEN),
        ];
        for (cookie, status) in refused {
            assert_eq!(app.get_as(QUEUE, cookie).await.status, status);
            let hide = [("geste", "masquage"), ("raison", "injure")];
            assert_eq!(act(&app, cookie, &[&value], &hide).await.status, status);
        }
        assert!(app.page(&one).await.contains("plus rien."), "nothing was done");
        for role in [Role::Staff, Role::Administrator] {
            let cookie = app.sign_in_as(&congress, Some(role)).await;
            assert_eq!(app.get_as(QUEUE, &cookie).await.status, StatusCode::OK);
        }
    });
}

#[test]
fn what_is_hidden_is_told_to_its_author_and_counted_in_public() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let (member, author, one, value) = written(&app, &congress).await;
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        for missing in [
            vec![("geste", "masquage")],
            vec![("geste", "masquage"), ("raison", "opinion")],
            vec![("geste", "masquage"), ("raison", "autre"), ("mots", "  ")],
            vec![("geste", "correction-acceptee")],
        ] {
            let answer = act(&app, &staff, &[&value], &missing).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{missing:?}");
        }
        let none = act(&app, &staff, &[], &[("geste", "lecture")]).await;
        assert!(plain(&none).contains("Cochez au moins un texte"));
        let hide = [
            ("geste", "masquage"),
            ("raison", "injure"),
            ("mots", "Un mot vise une personne."),
            ("pile", "a-lire"),
        ];
        let stale = act(&app, &staff, &[&value.replace(".1", ".2")], &hide).await;
        assert!(stale.headers[header::LOCATION].to_str().unwrap().ends_with("combien=0&passees=1"));
        for _ in 0..2 {
            let done = act(&app, &staff, &[&value], &hide).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
        }
        let public = app.page(&one).await;
        assert!(!public.contains("plus rien.") && public.contains("a masqué ce texte"));
        assert!(!public.contains("vise une personne"), "why is its author's to read");
        let corpus = app.page(&format!("{CONGRESS}/contributions")).await.replace("<!>", "");
        assert!(
            corpus.contains("1\u{a0}contribution masquée par la rédaction\u{a0}: 1\u{a0}propos injurieux."),
            "{corpus}"
        );
        let mine = plain(&app.get_as(MINE, &author).await);
        assert!(
            mine.contains("propos injurieux")
                && mine.contains("vise une personne")
                && mine.contains("plus rien.")
        );
        let letters = app.letters(&congress).await;
        let told: Vec<_> = letters.iter().filter(|letter| letter.line.subject.contains("masquée")).collect();
        assert_eq!(told.len(), 1, "a second click writes no second letter");
        assert_eq!(told[0].line.to.name, member.name.as_str());
        assert!(told[0].text.contains("vise une personne") && told[0].text.contains("/modifier"));
        let history = plain(&app.get_as(&format!("{one}/versions"), &staff).await);
        assert!(history.contains("Masquée (propos injurieux), version 1, par Idriss Belkacem"), "{history}");
        let history = plain(&app.get_as(&format!("{one}/versions"), &author).await);
        assert!(history.contains("Masquée (propos injurieux)") && !history.contains("Idriss"));
        let anew = [("texte", "La fibre passe enfin le pont, merci."), ("version", "1")];
        assert_eq!(app.post(&format!("{one}/modifier"), &anew, &author).await.status, StatusCode::SEE_OTHER);
        let waiting = plain(&app.get_as(QUEUE, &staff).await);
        assert!(waiting.contains("La fibre passe enfin le pont"), "what was rewritten waits");
    });
}

#[test]
fn several_texts_that_wait_are_published_at_once() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        moderate_before(&app, &congress).await;
        let member = app.member_with(&congress, None).await;
        let author = app.sign_in(&member).await;
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        let one = sent(&write(&app, &author, WORDS, &[]).await);
        let two = sent(
            &write(
                &app,
                &author,
                "Une seconde idée, tout autre, pour le collège.",
                &[("cle", "00000000000000000000000000000002")],
            )
            .await,
        );
        let page = plain(&app.get_as(QUEUE, &staff).await);
        assert!(
            page.contains("plus rien.")
                && page.contains("pour le collège")
                && page.contains(member.name.as_str())
        );
        let found = plain(&app.get_as(&format!("{QUEUE}?q=coll%C3%A8ge"), &staff).await);
        assert!(found.contains("pour le collège") && !found.contains("plus rien."));
        let values: Vec<String> =
            [&one, &two].iter().map(|path| format!("{}.1", path.rsplit('/').next().unwrap())).collect();
        let values: Vec<&str> = values.iter().map(String::as_str).collect();
        let done = act(&app, &staff, &values, &[("geste", "publication"), ("pile", "attente")]).await;
        let to = done.headers[header::LOCATION].to_str().unwrap().to_owned();
        assert!(plain(&app.get_as(&to, &staff).await).contains("2\u{a0}textes publiés."));
        for path in [&one, &two] {
            assert!(!app.page(path).await.contains("le relit avant"), "{path} is shown");
        }
        assert!(app.page(&format!("{CONGRESS}/contributions?q=pont")).await.contains("pont"));
        let letters = app.letters(&congress).await;
        assert_eq!(letters.iter().filter(|letter| letter.line.subject.contains("est publiée")).count(), 2);
        let again = act(&app, &staff, &values, &[("geste", "publication")]).await;
        assert!(again.headers[header::LOCATION].to_str().unwrap().ends_with("combien=0&passees=2"));
    });
}

#[test]
fn its_author_is_told_what_was_found_and_sends_it_as_it_is() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let member = app.member_with(&congress, None).await;
        let author = app.sign_in(&member).await;
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        let warned = write(&app, &author, NAMING, &[]).await;
        assert_eq!(warned.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = plain(&warned);
        for words in ["pas encore envoyé", "Mme Le Goff", "06 12 34 56 78", "Envoyer tel quel"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        let draft = plain(&app.get_as(&format!("{CONGRESS}/ecrire"), &author).await);
        assert!(
            draft.contains("Mme Le Goff") && draft.contains("Repéré dans votre texte"),
            "it is kept, and nothing is lost"
        );
        let one = sent(&write(&app, &author, NAMING, &[("averti", "oui")]).await);
        let queue = plain(
            &app.get_as(&format!("{QUEUE}?pile=signalees&q={}", one.rsplit('/').next().unwrap()), &staff)
                .await,
        );
        assert!(
            queue.contains("<mark>Mme Le Goff</mark>") && queue.contains("<mark>06 12 34 56 78</mark>"),
            "{queue}"
        );
        let value = format!("{}.1", one.rsplit('/').next().unwrap());
        let read = act(&app, &staff, &[&value], &[("geste", "lecture")]).await;
        assert_eq!(read.status, StatusCode::SEE_OTHER);
        let queue = plain(&app.get_as(&format!("{QUEUE}?pile=signalees&q={value}"), &staff).await);
        assert!(!queue.contains("<mark>Mme Le Goff</mark>"), "it was read");
        let change = [("texte", "M. Dupont a tout dit, lui aussi, à la mairie."), ("version", "1")];
        let warned = app.post(&format!("{one}/modifier"), &change, &author).await;
        assert!(plain(&warned).contains("Enregistrer tel quel"));
        let all = [change[0], change[1], ("averti", "oui")];
        assert_eq!(app.post(&format!("{one}/modifier"), &all, &author).await.status, StatusCode::SEE_OTHER);
        assert!(app.page(&one).await.contains("M. Dupont"));
        let mut reading = app.state.storage.read().await.unwrap();
        let own = reading.own(congress.id, one.rsplit('/').next().unwrap().parse().unwrap());
        assert_eq!(own.await.unwrap().unwrap().life.state(), State::Published);
    });
}

#[test]
fn a_correction_is_staffs_to_propose_and_its_authors_to_take() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let (member, author, one, _) = written(&app, &congress).await;
        let others = app.state.storage.read().await.unwrap().members(congress.id).await.unwrap();
        let other = others.into_iter().find(|other| other.roles.is_empty() && other.id != member.id).unwrap();
        let other = app.sign_in(&other).await;
        let chair = app.sign_in_as(&congress, Some(Role::Chair)).await;
        let stranger = app.stranger().await;
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        let path = format!("{one}/correction");
        let corrected = format!("{WORDS} Voilà.");
        let propose = [("texte", corrected.as_str()), ("version", "1")];
        let (sign_in, no) = (StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN);
        for (cookie, status) in [("", sign_in), (&author, no), (&other, no), (&stranger, no), (&chair, no)] {
            assert_eq!(app.get_as(&path, cookie).await.status, status);
            assert_eq!(app.post(&path, &propose, cookie).await.status, status);
        }
        assert!(plain(&app.get_as(&path, &staff).await).contains(WORDS));
        for (texte, version) in [(WORDS, "1"), ("Non", "1"), (corrected.as_str(), "2")] {
            let wrong = app.post(&path, &[("texte", texte), ("version", version)], &staff).await;
            assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{texte}");
        }
        for _ in 0..2 {
            assert_eq!(app.post(&path, &propose, &staff).await.status, StatusCode::SEE_OTHER);
        }
        let letters = app.letters(&congress).await;
        assert_eq!(letters.iter().filter(|letter| letter.line.subject.contains("correction")).count(), 1);
        assert!(!app.page(&one).await.contains("Voilà"), "nothing changes until then");
        let mine = plain(&app.get_as(MINE, &author).await);
        assert!(
            mine.contains("<ins>") && mine.contains("Voilà") && mine.contains("Garder mon texte"),
            "{mine}"
        );
        let mut reading = app.state.storage.read().await.unwrap();
        let own = reading.owned_by(member.id).await.unwrap();
        let of = own.iter().find(|own| own.written.as_str() == WORDS).unwrap().contribution.id;
        let id = reading.correction(of).await.unwrap().unwrap().id.to_string();
        drop(reading);
        let answer = format!("{one}/correction/reponse");
        let accept = [("correction", id.as_str()), ("reponse", "accepter")];
        for (cookie, status) in [("", sign_in), (&other, no), (&stranger, no), (&chair, no), (&staff, no)] {
            assert_eq!(app.post(&answer, &accept, cookie).await.status, status);
        }
        let odd = app.post(&answer, &[("correction", &id), ("reponse", "peut-être")], &author).await;
        assert_eq!(odd.status, StatusCode::BAD_REQUEST);
        for _ in 0..2 {
            assert_eq!(app.post(&answer, &accept, &author).await.status, StatusCode::SEE_OTHER);
        }
        assert!(app.page(&one).await.contains("Voilà"));
        let versions = plain(&app.get_as(&format!("{one}/versions"), &author).await);
        assert!(
            versions.contains("Correction proposée par la rédaction, acceptée")
                && versions.contains("Version 1"),
            "{versions}"
        );
        // One that is refused, and one of a text that changed, change nothing.
        let next = [("texte", WORDS), ("version", "2")];
        assert_eq!(app.post(&path, &next, &staff).await.status, StatusCode::SEE_OTHER);
        let anew = [("texte", "La fibre passe enfin le pont, merci."), ("version", "2")];
        assert_eq!(app.post(&format!("{one}/modifier"), &anew, &author).await.status, StatusCode::SEE_OTHER);
        assert!(!plain(&app.get_as(MINE, &author).await).contains("Garder mon texte"), "it lapsed");
        assert_eq!(
            app.get_as(&format!("{CONGRESS}/contributions/C-9999/correction"), &staff).await.status,
            StatusCode::NOT_FOUND
        );
    });
}
