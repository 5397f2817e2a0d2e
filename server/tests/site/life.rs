//! What its author, staff and others may do about a text that was sent, and what is left of it.

use axum::http::{StatusCode, header};
use domain::congress::Congress;
use domain::member::{Member, Role};

use crate::harness::{TestApp, on_both};
use crate::writing::{CONGRESS, MINE, WORDS, sent, write};

const ANEW: &str = "La fibre passe enfin le pont, mais la mairie attend encore.";

/// Whoever wrote a text, their cookie, and the address of the text.
async fn written(app: &TestApp, congress: &Congress) -> (Member, String, String) {
    let member = app.member_with(congress, None).await;
    let cookie = app.sign_in(&member).await;
    let one = sent(&write(app, &cookie, WORDS, &[]).await);
    (member, cookie, one)
}

/// The first address of a page's links that holds `part`.
fn linked(page: &str, part: &str) -> String {
    let mut links = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    links
        .find(|link| link.contains(part))
        .unwrap_or_else(|| panic!("no {part} in {page}"))
        .replace("&amp;", "&")
}

/// Another member without a role.
async fn another(app: &TestApp, congress: &Congress, than: &Member) -> String {
    let members = app.state.storage.read().await.unwrap().members(congress.id).await.unwrap();
    let other = members.into_iter().find(|member| member.roles.is_empty() && member.id != than.id);
    app.sign_in(&other.expect("somebody else")).await
}

#[test]
fn each_page_of_a_text_opens_to_those_whom_it_is_for() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let (member, author, one) = written(&app, &congress).await;
        let stranger = app.stranger().await;
        let other = another(&app, &congress, &member).await;
        let chair = app.sign_in_as(&congress, Some(Role::Chair)).await;
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        let (ok, no, sign_in) = (StatusCode::OK, StatusCode::FORBIDDEN, StatusCode::UNAUTHORIZED);
        let pages = [("recu", ok), ("versions", ok), ("effacer", ok), ("modifier", no), ("retirer", no)];
        for (below, to_staff) in pages {
            let path = format!("{one}/{below}");
            let who = [
                ("", sign_in),
                (&*stranger, no),
                (&*other, no),
                (&*chair, no),
                (&*staff, to_staff),
                (&*author, ok),
            ];
            for (cookie, status) in who {
                assert_eq!(app.get_as(&path, cookie).await.status, status, "{path}");
            }
        }
        let refused = [("", sign_in), (&*stranger, no), (&*other, no), (&*chair, no)];
        for below in ["modifier", "retirer", "effacer"] {
            let path = format!("{one}/{below}");
            let fields = [("texte", ANEW), ("version", "1"), ("role", "redaction"), ("pour", "")];
            for (cookie, status) in refused {
                assert_eq!(app.post(&path, &fields, cookie).await.status, status, "{path}");
            }
        }
        for below in ["modifier", "retirer"] {
            let path = format!("{one}/{below}");
            assert_eq!(
                app.post(&path, &[("texte", ANEW), ("version", "1")], &staff).await.status,
                no,
                "{path}"
            );
        }
        assert!(app.page(&one).await.contains("plus rien."), "nothing was done");
        for (below, cookie) in [("recu", &author), ("modifier", &author), ("versions", &staff)] {
            for nothing in ["C-9999", "abc"] {
                let path = format!("{CONGRESS}/contributions/{nothing}/{below}");
                assert_eq!(app.get_as(&path, cookie).await.status, StatusCode::NOT_FOUND, "{path}");
            }
        }
        // What was imported has no author here: only staff may see its acknowledgement.
        let imported = format!("{CONGRESS}/contributions/C-0001/modifier");
        assert_eq!(app.get_as(&imported, &chair).await.status, no);
    });
}

#[test]
fn a_text_is_changed_as_often_as_one_likes_and_never_from_a_stale_page() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let (_, author, one) = written(&app, &congress).await;
        let change = format!("{one}/modifier");
        let form = app.get_as(&change, &author).await.text();
        assert!(form.contains(WORDS) && form.contains("name=\"version\" value=\"1\""));
        let with = |words: &'static str| {
            [("texte", words), ("version", "1"), ("affichage", "mandat"), ("type", "idee")]
        };
        for _ in 0..2 {
            let changed = app.post(&change, &with(ANEW), &author).await;
            assert_eq!(changed.status, StatusCode::SEE_OTHER, "a second click finds it done");
            assert_eq!(changed.headers[header::LOCATION].to_str().unwrap(), one);
        }
        let key = "0123456789abcdef".repeat(2);
        let kept = [&with(ANEW)[..], &[("cle", &*key)]].concat();
        let again = app.post(&change, &kept, &author).await;
        assert_eq!(
            (again.status, again.headers[header::LOCATION].to_str().unwrap()),
            (StatusCode::SEE_OTHER, &*format!("{one}#cle-{key}")),
            "a device that kept the change hears that it may forget it, as often as it asks"
        );
        let page = app.page(&one).await;
        assert!(page.contains("attend encore") && !page.contains("plus rien.") && page.contains("version"));
        let stale = app.post(&change, &with("Depuis un onglet resté ouvert, autre chose."), &author).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
        let stale = stale.text();
        assert!(stale.contains("a été modifiée depuis") && stale.contains("onglet resté ouvert"));
        assert!(stale.contains("name=\"version\" value=\"2\""), "saving it again is a choice");
        let short = app.post(&change, &[("texte", "Non"), ("version", "2")], &author).await;
        assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
        let versions = app.get_as(&format!("{one}/versions"), &author).await.text();
        assert!(versions.contains("plus rien.") && versions.contains("attend encore"));
    });
}

#[test]
fn what_is_taken_back_is_read_by_its_author_only_and_keeps_its_number() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let (_, author, one) = written(&app, &congress).await;
        let number = one.rsplit('/').next().unwrap().to_owned();
        let before =
            app.state.storage.read().await.unwrap().home(congress.id).await.unwrap().figures.contributions;
        assert!(
            app.get_as(&format!("{one}/retirer"), &author)
                .await
                .text()
                .contains(&format!("Retirer {number}"))
        );
        for _ in 0..2 {
            assert_eq!(app.post(&format!("{one}/retirer"), &[], &author).await.status, StatusCode::SEE_OTHER);
        }
        for path in [one.clone(), format!("{CONGRESS}/contributions?q=pont+fibre"), CONGRESS.to_owned()] {
            assert!(!app.page(&path).await.contains("plus rien."), "{path}");
        }
        assert!(app.page(&one).await.contains("retiré par la personne qui l’a écrit"));
        assert!(app.get_as(MINE, &author).await.text().contains("plus rien."));
        let home = app.state.storage.read().await.unwrap().home(congress.id).await.unwrap();
        assert_eq!((home.figures.contributions, home.figures.withheld.withdrawn), (before, 1));
        assert!(app.page(CONGRESS).await.contains("dont 1\u{a0}retirée"));
        for below in ["modifier", "retirer"] {
            assert_eq!(
                app.get_as(&format!("{one}/{below}"), &author).await.status,
                StatusCode::CONFLICT,
                "{below}"
            );
        }
        let changed =
            app.post(&format!("{one}/modifier"), &[("texte", ANEW), ("version", "1")], &author).await;
        assert_eq!(changed.status, StatusCode::CONFLICT);
    });
}

#[test]
fn what_is_erased_leaves_a_number_and_nothing_else() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let (member, author, one) = written(&app, &congress).await;
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        assert!(app.get_as(&format!("{one}/effacer"), &author).await.text().contains("pour toujours"));
        assert_eq!(app.post(&format!("{one}/effacer"), &[], &author).await.status, StatusCode::SEE_OTHER);
        let page = app.get_as(&one, &staff).await.text();
        assert!(
            page.contains("ont été effacés")
                && !page.contains("plus rien.")
                && !page.contains(member.name.as_str())
        );
        let versions = app.get_as(&format!("{one}/versions"), &staff).await.text();
        assert!(!versions.contains("plus rien.") && !versions.contains(member.name.as_str()));
        assert!(!app.get_as(MINE, &author).await.text().contains("plus rien."));
        assert_eq!(app.get_as(&format!("{one}/effacer"), &staff).await.status, StatusCode::CONFLICT);
    });
}

#[test]
fn others_support_a_text_once_and_take_it_back() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let (member, author, one) = written(&app, &congress).await;
        let other = another(&app, &congress, &member).await;
        let stranger = app.stranger().await;
        let observer = app.sign_in_as(&congress, Some(Role::Observer)).await;
        let path = format!("{one}/soutien");
        let give = [("geste", "donner")];
        let refused = [
            ("", StatusCode::UNAUTHORIZED),
            (&*stranger, StatusCode::FORBIDDEN),
            (&*observer, StatusCode::FORBIDDEN),
        ];
        for (cookie, status) in refused {
            assert_eq!(app.post(&path, &give, cookie).await.status, status);
        }
        assert!(!app.page(&one).await.contains("Moi aussi"), "nobody is offered what they can’t do");
        assert!(app.get_as(&one, &other).await.text().contains("Moi aussi"));
        assert!(!app.get_as(&one, &author).await.text().contains("Moi aussi"), "it is theirs");
        for cookie in [&other, &other, &author] {
            assert_eq!(app.post(&path, &give, cookie).await.status, StatusCode::SEE_OTHER);
        }
        assert!(app.page(&one).await.contains("1\u{a0}soutien"));
        let page = app.get_as(&one, &other).await.text();
        assert!(page.contains("Retirer mon soutien") && page.contains("Vous soutenez"));
        assert_eq!(app.post(&path, &[("geste", "reprendre")], &other).await.status, StatusCode::SEE_OTHER);
        assert!(!app.page(&one).await.contains("1\u{a0}soutien"));
        assert_eq!(app.post(&path, &[("geste", "voter")], &other).await.status, StatusCode::BAD_REQUEST);
        let nothing = format!("{CONGRESS}/contributions/C-9999/soutien");
        assert_eq!(app.post(&nothing, &give, &other).await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn ones_own_page_says_where_a_text_is_and_who_is_close() {
    on_both(|mut app| async move {
        let congress = app.demo().await;
        let member = app.member_with(&congress, None).await;
        let cookie = app.sign_in(&member).await;
        let words = "Dans ma commune la fibre n’arrive pas et le téléphone ne passe plus depuis l’été.";
        let one = sent(&write(&app, &cookie, words, &[]).await);
        let received = app.get_as(&format!("{one}/recu"), &cookie).await.text();
        assert_eq!(received.matches("class=\"support\"").count(), 3, "the closest three");
        assert!(app.get_as(MINE, &cookie).await.text().contains("La prochaine analyse la lira"));
        app.analyse(&congress).await;
        let mine = app.get_as(MINE, &cookie).await.text();
        assert!(mine.contains("Vous êtes ici") && mine.contains("Voir dans l’arbre"), "{mine}");
        let tree = linked(&mine, "/arbre?ici=");
        let (rank, mark) = (tree.rsplit('=').next().unwrap().replace("#ici", ""), "Vous êtes ici");
        let page = app.page(tree.split('#').next().unwrap()).await.replace("<!>", "");
        let (picture, list) = page.split_once("tree-picture").unwrap().1.split_once("</svg>").unwrap();
        assert_eq!((picture.matches(mark).count(), picture.matches("here-ring").count()), (1, 1));
        let leaf = list.split_once("id=\"ici\"").expect("marked in the list too").1;
        assert!(leaf.contains("aria-current=\"location\"") && leaf.contains(&format!("/themes/{rank}\"")));
        assert_eq!(list.matches(mark).count(), 1);
        for nothing in ["?ici=999", "?ici=abc", "?ici=", ""] {
            let page = app.page(&format!("{CONGRESS}/arbre{nothing}")).await;
            assert!(!page.contains(mark) && !page.contains("here-ring"), "{nothing}");
        }
        let map = linked(&mine, "/carte?ici=");
        let (asked, key) = map.split_once('#').unwrap();
        let page = app.page(asked).await.replace("<!>", "");
        assert!(page.contains(&format!("id=\"{key}\"")) && page.contains("class=\"map-here\""), "{map}");
        let here = page.split_once("map-here-words").unwrap().1;
        assert!(here.contains("la fibre n’arrive pas") || here.contains("téléphone ne passe plus"), "{here}");
        let beside = app.page(&format!("{CONGRESS}/carte?ici=C-9999-1")).await;
        assert!(
            beside.contains("n’a pas de place sur cette carte") && !beside.contains("class=\"map-here\"")
        );
        for nothing in ["?ici=%3Cb%3E", "?ici=", "?ici=C-0001"] {
            assert!(!app.page(&format!("{CONGRESS}/carte{nothing}")).await.contains("map-here"), "{nothing}");
        }
        let header = app.get_as(CONGRESS, &cookie).await.text();
        assert!(header.contains(&format!("href=\"{MINE}\"")) && header.contains("Écrire une contribution"));
    });
}
