//! Files that staff reads in: who may, what is shown before, what is added once, and what is refused with a sentence.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use domain::congress::Congress;
use domain::id::ImportId;
use domain::member::{Member, MemberAct, Role};
use domain::settings::{Moderation, Settings};

use crate::harness::{Answer, NOW, TestApp, on_both};

const IMPORTS: &str = "/congres/demonstration/redaction/imports";
const TEXTS: &str = "id;texte;auteur;commune\n1;La fibre s’arrête au pont de bois.;Nadia;Quimperlé\n2;;Paul;Albi\n3;=Un guichet ouvert le samedi.;Léa;Trifouillis\n";
const PEOPLE: &str = "Qui;Boîte aux lettres;Ville;Rôle\nNadia Le Bihan;mairie@quimperle.example;Quimperlé (29);administration\nYann Tanguy-Roux;mairie@quimperle.example;Quimperlé (29);\nCléo Roux;cleo(at)x.example;Albi;\nDora Gall;dora@x.example;Trifouillis-les-Oies;\nNadia Le Bihan;;Quimperlé (29);\n";
const PROTECTED: &[u8] = include_bytes!("../../../crates/intake/tests/tables/fixtures/protege.xlsx");
const WORKBOOK: &[u8] = include_bytes!("../../../crates/intake/tests/tables/fixtures/atelier.xlsx");

fn plain(answer: &Answer) -> String {
    answer.text().replace("<!>", "").replace(['\u{a0}', '\u{202f}'], " ")
}

/// Sends a file as a browser does.
async fn send(app: &TestApp, kind: &str, file: Option<(&str, &[u8])>, cookie: &str) -> Answer {
    let (name, bytes) = file.unwrap_or(("", b""));
    let head = format!(
        "--limite\r\nContent-Disposition: form-data; name=\"genre\"\r\n\r\n{kind}\r\n--limite\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
    );
    let body = [head.as_bytes(), bytes, b"\r\n--limite--\r\n"].concat();
    let request = Request::post(IMPORTS)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=limite")
        .header("sec-fetch-site", "same-origin")
        .header(header::COOKIE, cookie);
    app.send(request.body(Body::from(body)).unwrap()).await
}

/// The same; the address of the page that shows how it is read.
pub async fn sent(app: &TestApp, kind: &str, name: &str, bytes: &[u8], cookie: &str) -> String {
    location(&send(app, kind, Some((name, bytes)), cookie).await)
}

fn location(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.headers[header::LOCATION].to_str().unwrap().to_owned()
}

/// What the form of a preview posts, as it stands.
fn fields(page: &str) -> Vec<(String, String)> {
    let form = page.split("id=\"lecture\"").nth(1).unwrap().split("</form>").next().unwrap();
    let value = |of: &str| of.split("value=\"").nth(1).unwrap_or("\"").split('"').next().unwrap().to_owned();
    let hidden = form.split("<input").skip(1).map(|input| (named(input), value(input).replace("&amp;", "&")));
    let selects = form.split("<select").skip(1).map(|select| {
        let chosen = select
            .split("<option")
            .skip(1)
            .find(|option| option.split('>').next().unwrap().contains("selected"));
        (named(select), chosen.map(value).unwrap_or_default())
    });
    hidden.chain(selects).collect()
}

fn named(of: &str) -> String {
    of.split("name=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

async fn post(app: &TestApp, at: &str, fields: &[(String, String)], cookie: &str) -> Answer {
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    app.post(at, &fields, cookie).await
}

async fn contributions(app: &TestApp, congress: &Congress) -> usize {
    app.state.storage.read().await.unwrap().contributions(congress.id).await.unwrap().len()
}

async fn everybody(app: &TestApp, congress: &Congress) -> Vec<Member> {
    app.state.storage.read().await.unwrap().members(congress.id).await.unwrap()
}

#[test]
fn only_staff_reads_files_in() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        let one = sent(&app, "contributions", "a.csv", TEXTS.as_bytes(), &staff).await;
        let stranger = app.stranger().await;
        let mut others =
            vec![(String::new(), StatusCode::UNAUTHORIZED), (stranger.clone(), StatusCode::FORBIDDEN)];
        for role in [None, Some(Role::Scribe), Some(Role::Chair), Some(Role::Observer)] {
            others.push((app.sign_in_as(&congress, role).await, StatusCode::FORBIDDEN));
        }
        let seen = fields(&app.get_as(&one, &staff).await.text());
        for (cookie, status) in &others {
            for path in [IMPORTS.to_owned(), one.clone(), format!("{one}/rapport.csv")] {
                assert_eq!(app.get_as(&path, cookie).await.status, *status, "{path}");
            }
            assert_eq!(send(&app, "membres", Some(("a.csv", b"x")), cookie).await.status, *status);
            assert_eq!(post(&app, &one, &seen, cookie).await.status, *status);
            assert_eq!(app.post(&format!("{one}/abandonner"), &[], cookie).await.status, *status);
        }
        let elsewhere = one.replace("/demonstration/", "/ailleurs/");
        for path in [elsewhere.clone(), format!("{elsewhere}/rapport.csv")] {
            assert_eq!(app.get_as(&path, &stranger).await.status, StatusCode::NOT_FOUND, "another’s file");
        }
        assert_eq!(post(&app, &elsewhere, &seen, &stranger).await.status, StatusCode::NOT_FOUND);
        location(&app.post(&format!("{elsewhere}/abandonner"), &[], &stranger).await);
        assert_eq!(app.get_as(&one, &staff).await.status, StatusCode::OK, "it is still there");
        let administrator = app.sign_in_as(&congress, Some(Role::Administrator)).await;
        let list = plain(&app.get_as(IMPORTS, &administrator).await);
        assert!(list.contains("Reprendre, a.csv"), "somebody else of the staff goes on");
        let page = plain(&app.get_as(&one, &administrator).await);
        assert!(page.contains("Ce n’est pas vous qui l’avez envoyé"), "{page}");
    });
}

#[test]
fn contributions_are_looked_at_then_added_once() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let mut work = app.state.storage.write().await.unwrap();
        let before = Settings { moderation: Moderation::Before, ..Settings::default() };
        work.change_settings(congress.id, &before).await.unwrap();
        work.save().await.unwrap();
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        let there = contributions(&app, &congress).await;
        let one = sent(&app, "contributions", "../été.csv", TEXTS.as_bytes(), &staff).await;
        let page = app.get_as(&one, &staff).await;
        let (shown, seen) = (plain(&page), fields(&page.text()));
        for said in [
            "2 contributions s’ajouteront.",
            "1 ligne est refusée.",
            "La fibre s’arrête au pont de bois.",
            "Nadia, Quimperlé",
            "<strong>Ligne 3</strong>",
            "le texte est vide",
            "Cases séparées par « ; »",
            "été.csv",
            "Importer les 2 contributions",
        ] {
            assert!(shown.contains(said), "{said} in {shown}");
        }
        assert_eq!(contributions(&app, &congress).await, there, "nothing is stored yet");
        let twice = tokio::join!(post(&app, &one, &seen, &staff), post(&app, &one, &seen, &staff));
        assert_eq!(
            (location(&twice.0), location(&twice.1)),
            (one.clone(), one.clone()),
            "two clicks at once"
        );
        assert_eq!(location(&post(&app, &one, &seen, &staff).await), one, "the way back, later");
        assert_eq!(contributions(&app, &congress).await, there + 2);
        let report = plain(&app.get_as(&one, &staff).await);
        assert!(
            report.contains("2 contributions ajoutées") && report.contains("1 ligne refusée"),
            "{report}"
        );
        let number = format!("C-{:04}", there + 1);
        let read = app.page(&format!("/congres/demonstration/contributions/{number}")).await;
        assert!(read.contains("La fibre s’arrête au pont de bois."), "it isn’t held back");
        let table = app.get_as(&format!("{one}/rapport.csv"), &staff).await;
        assert_eq!(
            table.text().split("\r\n").collect::<Vec<_>>(),
            [
                "\u{feff}ligne;issue;motif",
                "3;refusée;le texte est vide.",
                ";à vérifier;1\u{a0}collectivité inconnue, gardée comme écrite, par exemple «\u{202f}Trifouillis\u{202f}».",
                "",
            ]
        );
        location(&app.post(&format!("{one}/abandonner"), &[], &staff).await);
        assert!(plain(&app.get_as(IMPORTS, &staff).await).contains("été.csv"), "what was read in stays");

        let whole = TEXTS.replace("2;;", "2;Une ligne corrigée.;");
        let again = sent(&app, "contributions", "b.csv", whole.as_bytes(), &staff).await;
        let page = app.get_as(&again, &staff).await;
        assert!(
            plain(&page).contains("1 contribution s’ajoutera.") && plain(&page).contains("2 sont déjà là.")
        );
        location(&post(&app, &again, &fields(&page.text()), &staff).await);
        assert_eq!(contributions(&app, &congress).await, there + 3);
        let same = sent(&app, "contributions", "c.csv", whole.as_bytes(), &staff).await;
        let page = app.get_as(&same, &staff).await;
        assert!(
            plain(&page).contains("Ce fichier a déjà été importé, le 14 novembre 2026"),
            "{}",
            plain(&page)
        );
        assert!(!plain(&page).contains("Importer "), "there is nothing to import");
        location(&post(&app, &same, &fields(&page.text()), &staff).await);
        assert_eq!(contributions(&app, &congress).await, there + 3);
    });
}

#[test]
fn columns_and_sheets_are_chosen_by_hand_and_looked_at_again() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        let people = everybody(&app, &congress).await.len();
        let one = sent(&app, "membres", "liste.csv", PEOPLE.as_bytes(), &staff).await;
        let page = app.get_as(&one, &staff).await;
        assert!(plain(&page).contains("Aucune colonne ne contient de noms"), "{}", plain(&page));
        let mut chosen = fields(&page.text());
        for (name, value) in &mut chosen {
            let at =
                ["nom", "courriel", "collectivite"].iter().position(|of| *name == format!("colonne-{of}"));
            if let Some(at) = at {
                *value = at.to_string();
            }
        }
        let look = location(&post(&app, &one, &chosen, &staff).await);
        assert!(look.contains("colonne-nom=0") && look.ends_with("change=oui"), "{look}");
        assert_eq!(everybody(&app, &congress).await.len(), people, "what wasn’t looked at isn’t read in");
        let page = app.get_as(&look, &staff).await;
        let shown = plain(&page);
        for said in [
            "Vous avez changé les colonnes",
            "3 personnes s’ajouteront.",
            "2 lignes sont refusées.",
            "l’adresse électronique n’en est pas une",
            "la même personne est déjà à la ligne 2",
            "« Trifouillis-les-Oies » n’est pas dans la liste",
            "Quimperlé (29)",
        ] {
            assert!(shown.contains(said), "{said} in {shown}");
        }
        location(&post(&app, &one, &fields(&page.text()), &staff).await);
        let report = plain(&app.get_as(&one, &staff).await);
        assert!(report.contains("3 personnes ajoutées") && report.contains("/redaction/invitations"));
        let now = everybody(&app, &congress).await;
        assert_eq!(now.len(), people + 3);
        let nadia = now.iter().find(|one| one.name.as_str() == "Nadia Le Bihan").unwrap();
        assert!(
            nadia.roles.is_empty() && nadia.invited_at.is_none(),
            "no role and no letter comes from a file"
        );
        let mut reading = app.state.storage.read().await.unwrap();
        let traces = reading.member_events(nadia.id).await.unwrap();
        assert_eq!((traces[0].act, traces[0].detail.as_deref()), (MemberAct::Imported, Some("liste.csv")));
        assert!(reading.outbox(congress.id, 1).await.unwrap().letters.is_empty());
        drop(reading);
        let more = "Nom;Courriel;Commune\nNadia Le Bihan;;Quimperlé (29)\n";
        let again = sent(&app, "membres", "autre.csv", more.as_bytes(), &staff).await;
        let shown = plain(&app.get_as(&again, &staff).await);
        assert!(shown.contains("Personne ne s’ajoutera.") && shown.contains("1 est déjà là."), "{shown}");

        let dora = now.iter().find(|one| one.name.as_str() == "Dora Gall").unwrap();
        let erase = format!("/congres/demonstration/redaction/membres/{}/effacer", dora.id);
        location(&app.post(&erase, &[("contributions", "effacees"), ("certain", "oui")], &staff).await);
        let back = "Nom;Courriel\nDora Gall;dora@x.example\n";
        let erased = sent(&app, "membres", "retour.csv", back.as_bytes(), &staff).await;
        let page = app.get_as(&erased, &staff).await;
        assert!(plain(&page).contains("elle n’est pas ajoutée de nouveau"), "{}", plain(&page));
        location(&post(&app, &erased, &fields(&page.text()), &staff).await);
        assert_eq!(everybody(&app, &congress).await.len(), people + 2, "nobody is brought back unasked");

        let book = sent(&app, "contributions", "atelier.xlsx", WORKBOOK, &staff).await;
        let shown = plain(&app.get_as(&book, &staff).await);
        assert!(shown.contains("3 contributions s’ajouteront.") && shown.contains("<option value=\"Notes\""));
        let notes = plain(&app.get_as(&format!("{book}?feuille=Notes"), &staff).await);
        assert!(
            notes.contains("au moins une ligne") && notes.contains("<option value=\"Atelier\""),
            "{notes}"
        );
        let twice = plain(&app.get_as(&format!("{book}?colonne-texte=1&colonne-titre=1"), &staff).await);
        assert!(twice.contains("est choisie deux fois"), "{twice}");
        let far = plain(&app.get_as(&format!("{book}?colonne-texte=99"), &staff).await);
        assert!(far.contains("ne sont pas celles du fichier"), "{far}");
    });
}

#[test]
fn what_cannot_be_read_gets_a_sentence_and_is_not_kept() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        let wide = format!("{}\n{}\n", "texte;".repeat(3_000), "oui;".repeat(3_000));
        let large = vec![b'a'; (20 << 20) + 1];
        for (bytes, said) in [
            (Some(&b""[..]), "Le fichier est vide"),
            (Some(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0"), "ni du texte ni un classeur"),
            (Some(PROTECTED), "protégé par un mot de passe"),
            (Some(b"PK\x03\x04rien"), "abîmé ou incomplet"),
            (Some(b"id;texte\n1;\"Oui\n2;Non\n"), "ouvert à la ligne 2"),
            (Some(wide.as_bytes()), "3001 colonnes"),
            (Some(&large), "dépasse 20 Mo"),
            (None, "Choisissez un fichier"),
        ] {
            let answer = send(&app, "contributions", bytes.map(|bytes| ("a.csv", bytes)), &staff).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
            assert!(plain(&answer).contains(said), "{said} in {}", plain(&answer));
        }
        let windows = b"id;texte\n1;L'\xe9t\xe9 dernier, rien.\n";
        let one = sent(&app, "contributions", "w.csv", windows, &staff).await;
        let shown = plain(&app.get_as(&one, &staff).await);
        assert!(shown.contains("en Windows-1252") && shown.contains("été dernier"), "{shown}");
        let form = app.post(IMPORTS, &[("genre", "membres")], &staff).await;
        assert_eq!(form.status, StatusCode::BAD_REQUEST, "no file can come in such a form");
        let waiting = app.state.storage.read().await.unwrap().uploads(congress.id, NOW).await.unwrap();
        assert_eq!(waiting.len(), 1);
    });
}

#[test]
fn a_file_that_waits_is_let_go_of() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        let one = sent(&app, "contributions", "a.csv", TEXTS.as_bytes(), &staff).await;
        let seen = fields(&app.get_as(&one, &staff).await.text());
        let list = location(&app.post(&format!("{one}/abandonner"), &[], &staff).await);
        assert!(plain(&app.get_as(&list, &staff).await).contains("Le fichier est abandonné"));
        location(&app.post(&format!("{one}/abandonner"), &[], &staff).await);
        for answer in [app.get_as(&one, &staff).await, post(&app, &one, &seen, &staff).await] {
            assert_eq!(answer.status, StatusCode::NOT_FOUND);
            assert!(plain(&answer).contains("Ce fichier n’est plus là"));
        }
        let other = sent(&app, "contributions", "b.csv", TEXTS.as_bytes(), &staff).await;
        let long_ago = NOW.plus_seconds(-24 * 60 * 60).micros();
        app.meddle(&format!("UPDATE import_upload SET uploaded_at = {long_ago}")).await;
        assert_eq!(app.get_as(&other, &staff).await.status, StatusCode::NOT_FOUND, "a day has gone");
        assert_eq!(
            server::jobs::import::sweep::sweep(&app.state.storage, &*app.state.clock).await.unwrap(),
            1
        );
        let unknown = app.state.draw(|entropy| ImportId::new(NOW, entropy));
        for id in [unknown.to_string(), "x".into()] {
            assert_eq!(app.get_as(&format!("{IMPORTS}/{id}"), &staff).await.status, StatusCode::NOT_FOUND);
        }
    });
}
