//! Workshops: who makes them, what their sheets open, what is noted there, and what whoever is named says of it.

use axum::http::{StatusCode, header};
use domain::congress::Congress;
use domain::member::Role;
use domain::reading::NoteLine;

use crate::harness::{Answer, TestApp, on_both};

const WORKSHOPS: &str = "/congres/demonstration/redaction/ateliers";
const PAPER: &str = "/congres/demonstration/redaction/papier";
const SAID: &str = "Chez nous, le médecin consulte par écran une fois la semaine.";

/// Everybody but staff and scribes, with what they are answered.
async fn others(app: &TestApp, congress: &Congress) -> Vec<(String, StatusCode)> {
    let mut others =
        vec![(String::new(), StatusCode::UNAUTHORIZED), (app.stranger().await, StatusCode::FORBIDDEN)];
    for role in [None, Some(Role::Chair), Some(Role::Observer)] {
        others.push((app.sign_in_as(congress, role).await, StatusCode::FORBIDDEN));
    }
    others
}

/// A workshop of two tables, made by staff; the addresses of its sheets.
pub async fn sheets(app: &TestApp, staff: &str) -> Vec<String> {
    let made =
        app.post(WORKSHOPS, &[("nom", "Numérique"), ("jour", "2026-11-14"), ("tables", "2")], staff).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
    draw(app, staff).await
}

async fn draw(app: &TestApp, staff: &str) -> Vec<String> {
    let page = app.get_as(WORKSHOPS, staff).await.text();
    let at = page.find("/feuilles\"").unwrap();
    let action = &page[page[..at].rfind('"').unwrap() + 1..at + "/feuilles".len()];
    let drawn = app.post(action, &[], staff).await;
    assert_eq!(
        (drawn.status, &drawn.headers[header::CACHE_CONTROL]),
        (StatusCode::OK, &"no-store".parse().unwrap())
    );
    let page = drawn.text();
    assert_eq!(page.matches("<svg xmlns").count(), 2);
    assert!(page.contains("Table 2, atelier Numérique") && page.contains("ce nom ne paraît que si"));
    page.split("http://test")
        .skip(1)
        .map(|rest| rest.split('<').next().unwrap().to_owned())
        .filter(|path| path.starts_with("/table/"))
        .collect()
}

/// Opens a table by its sheet: its page, and the cookie that opens it.
pub async fn opened(app: &TestApp, sheet: &str) -> (String, String) {
    let page = app.get(sheet).await;
    assert_eq!(
        (page.status, &page.headers[header::REFERRER_POLICY]),
        (StatusCode::OK, &"no-referrer".parse().unwrap())
    );
    assert!(!page.text().contains(sheet), "the page doesn’t print its own address");
    let answer = app.post(sheet, &[], "").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let table = answer.headers[header::LOCATION].to_str().unwrap().to_owned();
    let kept = answer.headers[header::SET_COOKIE].to_str().unwrap();
    assert!(kept.contains(&format!("Path={table};")) && kept.contains("HttpOnly"), "{kept}");
    (table, kept.split(';').next().unwrap().to_owned())
}

async fn note(app: &TestApp, congress: &Congress, number: &str) -> NoteLine {
    let mut reading = app.state.storage.read().await.unwrap();
    reading.note(congress.id, number.parse().unwrap()).await.unwrap().unwrap()
}

/// « C-1013 », of the address that the browser is sent to.
pub fn number_of(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.headers[header::LOCATION].to_str().unwrap().split_once('=').unwrap().1.to_owned()
}

fn key(n: u8) -> String {
    format!("{n:032x}")
}

#[test]
fn only_staff_makes_workshops_and_prints_their_sheets() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        sheets(&app, &staff).await;
        let page = app.get_as(WORKSHOPS, &staff).await.text();
        let action = |end: &str| {
            let at = page.find(&format!("/{end}\"")).unwrap();
            page[page[..at].rfind('"').unwrap() + 1..=at + end.len()].to_owned()
        };
        let (draw, close) = (action("feuilles"), action("fermer"));
        let scribe = app.sign_in_as(&congress, Some(Role::Scribe)).await;
        let mut refused = others(&app, &congress).await;
        for (cookie, status) in &refused {
            assert_eq!(app.get_as(WORKSHOPS, cookie).await.status, *status);
            assert_eq!(app.get_as(PAPER, cookie).await.status, *status);
        }
        refused.push((scribe.clone(), StatusCode::FORBIDDEN));
        for (cookie, status) in &refused {
            assert_eq!(app.post(WORKSHOPS, &[("nom", "x")], cookie).await.status, *status);
            assert_eq!(app.post(&draw, &[], cookie).await.status, *status);
            assert_eq!(app.post(&close, &[], cookie).await.status, *status);
            assert_eq!(app.post(PAPER, &[("texte", SAID)], cookie).await.status, *status);
        }
        let seen = app.get_as(WORKSHOPS, &scribe).await;
        assert_eq!(seen.status, StatusCode::OK);
        assert!(!seen.text().contains("/feuilles\""), "a scribe opens tables and draws no sheet");
        for fields in [
            [("nom", ""), ("jour", "2026-11-20"), ("tables", "2")],
            [("nom", "Eau"), ("jour", "2026-11-13"), ("tables", "2")],
            [("nom", "Eau"), ("jour", "demain"), ("tables", "2")],
            [("nom", "Eau"), ("jour", "2026-11-20"), ("tables", "101")],
            [("nom", "Numérique"), ("jour", "2026-11-20"), ("tables", "1")],
        ] {
            let refused = app.post(WORKSHOPS, &fields, &staff).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        }
    });
}

#[test]
fn a_sheet_opens_its_table_and_nothing_else_until_it_is_replaced_or_taken_back() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        let printed = sheets(&app, &staff).await;
        let (table, cookie) = opened(&app, &printed[0]).await;
        let (other, _) = opened(&app, &printed[1]).await;
        let page = app.get_as(&table, &cookie).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text().contains("autofocus") && page.text().contains("Table 1, atelier Numérique"));
        assert_eq!(app.get_as(&other, &cookie).await.status, StatusCode::GONE, "another table");
        assert_eq!(app.get(&table).await.status, StatusCode::UNAUTHORIZED);
        for (of, status) in others(&app, &congress).await {
            assert_eq!(app.get_as(&table, &of).await.status, status);
            assert_eq!(app.post(&table, &[("texte", SAID)], &of).await.status, status);
        }
        for role in [Role::Scribe, Role::Staff, Role::Administrator] {
            let signed_in = app.sign_in_as(&congress, Some(role)).await;
            assert_eq!(app.get_as(&table, &signed_in).await.status, StatusCode::OK, "{role:?}");
        }
        app.import("texte\nUn autre congrès.\n".as_bytes(), |_| ()).await.unwrap();
        let elsewhere = table.replace("demonstration", "essai");
        assert_eq!(app.get_as(&elsewhere, &cookie).await.status, StatusCode::NOT_FOUND, "another congress");
        assert_eq!(app.get_as(&elsewhere, &staff).await.status, StatusCode::NOT_FOUND);
        let replaced = draw(&app, &staff).await;
        assert_eq!(app.get(&printed[0]).await.status, StatusCode::GONE, "replaced");
        assert_eq!(app.post(&table, &[("texte", SAID)], &cookie).await.status, StatusCode::GONE);
        let (_, cookie) = opened(&app, &replaced[0]).await;
        let id = table.rsplit('/').next().unwrap();
        let close = format!("/congres/demonstration/redaction/tables/{id}/fermer");
        assert_eq!(app.post(&close, &[], &staff).await.status, StatusCode::SEE_OTHER);
        assert_eq!(app.get(&replaced[0]).await.status, StatusCode::GONE, "taken back");
        assert_eq!(app.get_as(&table, &cookie).await.status, StatusCode::GONE);
        let (other, cookie) = opened(&app, &replaced[1]).await;
        app.meddle("UPDATE workshop_table SET expires_at = 5 WHERE number = 2").await;
        assert_eq!(app.get(&replaced[1]).await.status, StatusCode::GONE, "its day is over");
        assert_eq!(app.post(&replaced[1], &[], "").await.status, StatusCode::GONE);
        assert_eq!(app.get_as(&other, &cookie).await.status, StatusCode::GONE);
        for nothing in ["/table/x", "/table/0000-0000-0000-0000"] {
            assert_eq!(app.get(nothing).await.status, StatusCode::GONE);
        }
    });
}

#[test]
fn a_line_is_noted_once_corrected_and_removed_for_ten_minutes() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        let printed = sheets(&app, &staff).await;
        let (table, cookie) = opened(&app, &printed[0]).await;
        let key = key(1);
        let line = [("texte", SAID), ("type", "etat"), ("cle", &*key)];
        let first = number_of(&app.post(&table, &line, &cookie).await);
        assert_eq!(number_of(&app.post(&table, &line, &cookie).await), first, "a second click");
        let dropped = app.post(&table, &[("texte", "Autre chose."), ("cle", &*key)], &cookie).await;
        assert_eq!(dropped.status, StatusCode::UNPROCESSABLE_ENTITY, "never dropped without a word");
        let noted = note(&app, &congress, &first).await;
        assert!(
            noted.own.contribution.reported && noted.own.author.is_none() && noted.own.entered_by.is_none()
        );
        let page = app.page(&format!("/congres/demonstration/contributions/{first}")).await;
        assert!(page.contains("Table 1, atelier Numérique") && page.contains("Propos rapporté"), "{page}");
        let listed = app.get_as(&format!("{table}?note={first}"), &cookie).await.text().replace("<!>", "");
        assert!(listed.contains(&format!("{first} est notée")) && listed.contains(SAID));
        let change = app.get_as(&format!("{table}?corriger={first}"), &cookie).await.text();
        assert!(change.contains("name=\"version\" value=\"1\""));
        let anew = [("texte", "Le médecin consulte par écran."), ("numero", &*first), ("version", "1")];
        assert_eq!(number_of(&app.post(&table, &anew, &cookie).await), first);
        assert_eq!(
            note(&app, &congress, &first).await.own.written.as_str(),
            "Le médecin consulte par écran."
        );
        for short in ["", " ", "x"] {
            let refused = app.post(&table, &[("texte", short), ("qui", "")], &cookie).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        let second = number_of(&app.post(&table, &[("texte", "À retirer.")], &cookie).await);
        let remove = [("numero", &*second), ("geste", "retirer")];
        for _ in 0..2 {
            assert_eq!(number_of(&app.post(&table, &remove, &cookie).await), second);
        }
        assert!(
            app.page(&format!("/congres/demonstration/contributions/{second}"))
                .await
                .contains("a été retiré")
        );
        let (other, theirs) = opened(&app, &printed[1]).await;
        let meddling = app.post(&other, &[("numero", &*first), ("geste", "retirer")], &theirs).await;
        assert_eq!(meddling.status, StatusCode::NOT_FOUND, "another table’s line");
        app.meddle("UPDATE note SET noted_at = noted_at - 600000000").await;
        let late = app
            .post(&table, &[("texte", "Trop tard."), ("numero", &*first), ("version", "2")], &cookie)
            .await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(late.text().contains("dix minutes sont passées"));
        let late = app.post(&table, &[("numero", &*first), ("geste", "retirer")], &cookie).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    });
}

#[test]
fn whoever_is_named_signs_or_does_not_and_nobody_else_can() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        let printed = sheets(&app, &staff).await;
        let (table, cookie) = opened(&app, &printed[0]).await;
        let speaker = app.member_with(&congress, None).await;
        let name = speaker.name.as_str().to_owned();
        let line = [("texte", SAID), ("qui", &*name)];
        let number = number_of(&app.post(&table, &line, &cookie).await);
        let page = format!("/congres/demonstration/contributions/{number}");
        assert!(!app.page(&page).await.contains(&name), "not before they confirm");
        let answer = format!("{page}/propos");
        for (of, status) in others(&app, &congress).await {
            // A member without a role is the speaker themselves.
            if !app.get_as("/congres/demonstration/moi", &of).await.text().contains("On vous a cité") {
                assert_eq!(app.post(&answer, &[("reponse", "oui")], &of).await.status, status);
            }
        }
        assert_eq!(app.post(&answer, &[("reponse", "oui")], &staff).await.status, StatusCode::FORBIDDEN);
        let unknown = app.post(&table, &[("texte", SAID), ("qui", "Zzyzx")], &cookie).await;
        assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(unknown.text().contains(SAID), "what was typed stays");
        for few in ["m", "ma", "m’ a", "-- m"] {
            let few = app.post(&table, &[("texte", SAID), ("qui", few)], &cookie).await;
            assert_eq!(few.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(few.text().contains("au moins trois lettres") && few.text().contains(SAID));
        }
        let nobody =
            app.post(&table, &[("texte", SAID), ("qui", "ma"), ("membre", "personne")], &cookie).await;
        assert!(note(&app, &congress, &number_of(&nobody)).await.speaker.is_none());
        let second = app
            .post(&table, &[("texte", "Non, pas ça."), ("membre", &speaker.id.to_string())], &cookie)
            .await;
        let second = number_of(&second);
        let theirs = app.sign_in(&speaker).await;
        let mine = app.get_as("/congres/demonstration/moi", &theirs).await.text();
        assert!(mine.contains("On vous a cité") && mine.contains(&number));
        assert_eq!(
            app.post(&answer, &[("reponse", "peut-être")], &theirs).await.status,
            StatusCode::BAD_REQUEST
        );
        assert_eq!(app.post(&answer, &[("reponse", "oui")], &theirs).await.status, StatusCode::SEE_OTHER);
        let denied = format!("/congres/demonstration/contributions/{second}/propos");
        assert_eq!(app.post(&denied, &[("reponse", "non")], &theirs).await.status, StatusCode::SEE_OTHER);
        let signed = app.page(&page).await;
        assert!(signed.contains(&name) && !signed.contains("Propos rapporté"));
        assert!(!note(&app, &congress, &number).await.own.contribution.reported);
        assert!(note(&app, &congress, &second).await.own.contribution.reported);
        assert!(!app.get_as("/congres/demonstration/moi", &theirs).await.text().contains("On vous a cité"));
        let held = app.get_as("/congres/demonstration/moi/donnees", &theirs).await.text();
        let noted = held.split_once("Ce qui a été noté comme vos propos").unwrap().1;
        assert!(noted.contains(SAID) && noted.contains("que c’était de vous"), "{held}");
        assert!(noted.contains("Non, pas ça.") && noted.contains("que ce n’était pas de vous"), "{held}");
        let file = app.get_as("/congres/demonstration/moi/donnees.json", &theirs).await;
        let told: serde_json::Value = serde_json::from_slice(&file.bytes).unwrap();
        let notes = told["contenu"]["propos_notes"].as_array().unwrap();
        let answers: Vec<_> = notes.iter().map(|note| (&note["numero"], &note["reponse"])).collect();
        assert_eq!(serde_json::json!(answers), serde_json::json!([[number, "oui"], [second, "non"]]));
    });
}

#[test]
fn paper_is_in_its_authors_own_words_and_bears_its_number() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        let author = app.member_with(&congress, None).await;
        let typed = [("texte", SAID), ("qui", author.name.as_str()), ("papier", "12")];
        let number = number_of(&app.post(PAPER, &typed, &staff).await);
        let kept = note(&app, &congress, &number).await;
        assert_eq!((kept.own.author, kept.paper.as_deref()), (Some(author.id), Some("12")));
        assert!(!kept.own.contribution.reported && kept.own.entered_by.is_some());
        let page = app.page(&format!("/congres/demonstration/contributions/{number}")).await;
        assert!(
            page.contains("sur papier")
                && page.contains(author.name.as_str())
                && !page.contains("Propos rapporté")
        );
        let letters = app.letters(&congress).await;
        assert_eq!(letters.len(), 1, "its author is told");
        assert!(letters[0].line.to.name == author.name.as_str() && letters[0].line.subject.contains(&number));
        assert!(
            letters[0].text.replace('\n', " ").contains("Saisie par la rédaction"),
            "{}",
            letters[0].text
        );
        let unnamed = number_of(&app.post(PAPER, &[("texte", SAID)], &staff).await);
        assert_eq!(app.letters(&congress).await.len(), 1, "nobody to tell");
        assert!(note(&app, &congress, &unnamed).await.own.author.is_none());
        assert!(app.get_as(PAPER, &staff).await.text().contains("formulaire n°\u{a0}12"));
    });
}

#[test]
fn what_is_noted_stands_on_the_projected_map_at_once() {
    on_both(|mut app| async move {
        let congress = app.demo().await;
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        let live = "/congres/demonstration/ateliers";
        assert!(app.page(live).await.contains("Rien n’a encore été noté"));
        let printed = sheets(&app, &staff).await;
        let (table, cookie) = opened(&app, &printed[0]).await;
        let line = "La fibre s’arrête au pont et le guichet de la mairie ferme.";
        let number = number_of(&app.post(&table, &[("texte", line)], &cookie).await);
        let answer = app.get(live).await;
        assert_eq!(answer.headers[header::REFRESH], "20");
        let page = answer.text().replace("<!>", "");
        assert!(page.contains(line) && page.contains(&number) && page.contains("Table 1, atelier Numérique"));
        assert!(!page.contains(&format!("«\u{202f}{line}")), "reported words have no guillemets");
        assert!(page.contains(" lit\"") && page.contains(" dim\""), "the line is lit among the others");
        let remove = [("numero", &*number), ("geste", "retirer")];
        number_of(&app.post(&table, &remove, &cookie).await);
        assert!(!app.page(live).await.contains(line), "what was removed is gone from it");
    });
}
