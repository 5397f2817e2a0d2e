//! What becomes of verbatims: who may say so, what is refused, and what everybody reads once a version is published.

use axum::http::StatusCode;

use crate::harness::on_both;
use crate::wording::{begun, hidden, page, publish};
use crate::writing::CONGRESS;

const DESK: &str = "/congres/demonstration/redaction/suites";
const BECAME: &str = "/congres/demonstration/motion/suites";

/// The verbatims that may be ticked.
fn boxes(page: &str) -> Vec<String> {
    let parts = page.split("name=\"verbatim\" value=\"").skip(1);
    parts.map(|part| part.split('"').next().unwrap().to_owned()).collect()
}

#[test]
fn staff_settles_what_is_ticked_or_left_and_everybody_reads_it() {
    on_both(|mut app| async move {
        let (congress, staff) = begun(&mut app).await;
        app.analyse(&congress).await;
        let member = app.sign_in_as(&congress, None).await;
        assert_eq!(app.get_as(DESK, &member).await.status, StatusCode::FORBIDDEN);
        let empty = page(&app, BECAME, "").await;
        assert!(empty.contains("pas encore de version publiée"), "{empty}");
        let shown = page(&app, DESK, &staff).await;
        let ids = boxes(&shown);
        assert!(ids.len() > 3, "{shown}");
        let tick = |id: &str, more: &[(&str, &str)]| {
            let mut fields =
                vec![("verbatim".to_owned(), id.to_owned()), ("geste".to_owned(), "coches".to_owned())];
            fields.extend(more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
            fields
        };
        let post = async |fields: Vec<(String, String)>, cookie: &str| {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (&**a, &**b)).collect();
            app.post(DESK, &fields, cookie).await
        };
        assert_eq!(
            post(tick(&ids[0], &[("devient", "reprise")]), &member).await.status,
            StatusCode::FORBIDDEN
        );
        // Each refusal says what is missing, and what was ticked and typed comes back.
        for (more, said) in [
            (vec![], "Choisissez une suite"),
            (vec![("devient", "citee")], "rattachez-le à un passage"),
            (vec![("devient", "rapprochee")], "Donnez le numéro"),
            (vec![("devient", "rapprochee"), ("rapprochee", "C-9999")], "n’a ce numéro"),
            (vec![("devient", "non-reprise")], "Dites pourquoi"),
            (vec![("devient", "non-reprise"), ("raison", "autre")], "en une phrase"),
            (vec![("devient", "reprise"), ("mots", "deux\nlignes")], "sur une ligne"),
        ] {
            let answer = post(tick(&ids[0], &more), &staff).await;
            let text = answer.text().replace("<!>", "");
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{more:?}");
            assert!(text.contains(said), "{said}: {text}");
            let at = text.find(&format!("value=\"{}\"", ids[0])).unwrap();
            assert!(text[at..at + 80].contains("checked"), "{}", &text[at..at + 80]);
        }
        let none = post(vec![("devient".into(), "reprise".into())], &staff).await;
        assert!(none.status == StatusCode::UNPROCESSABLE_ENTITY && none.text().contains("Cochez d’abord"));
        for (id, more) in [
            (&ids[0], vec![("devient", "reprise")]),
            (&ids[1], vec![("devient", "rapprochee"), ("rapprochee", "C-0002")]),
            (
                &ids[2],
                vec![
                    ("devient", "non-reprise"),
                    ("raison", "autre"),
                    ("mots", "Le <département> s’en charge."),
                ],
            ),
        ] {
            let answer = post(tick(id, &more), &staff).await;
            assert_eq!(answer.headers["location"], format!("{DESK}?fait=1"));
        }
        let shown = page(&app, &format!("{DESK}?fait=1"), &staff).await;
        for said in [
            "C’est fait pour 1 verbatim.",
            "Rapprochée de C-0002",
            "Non reprise\u{a0}: Le &lt;département&gt; s’en charge\u{202f}; figure en annexe",
        ] {
            assert!(shown.contains(said), "{said}: {shown}");
        }
        assert_eq!(
            post(tick(&ids[0], &[("devient", "a-traiter")]), &staff).await.status,
            StatusCode::SEE_OTHER
        );
        // What is left in a place, all at once.
        let left = format!("{DESK}?place=theme-1&suite=a-traiter");
        let shown = page(&app, &left, &staff).await;
        assert!(shown.contains("qui restent ici"), "{shown}");
        let seen = hidden(&shown, "vu");
        let all = [
            ("vu", &*seen),
            ("place", "theme-1"),
            ("suite", "a-traiter"),
            ("devient", "non-reprise"),
            ("raison", "local"),
            ("geste", "reste"),
        ];
        let stale = app.post(DESK, &[&[("vu", "1.1")], &all[1..]].concat(), &staff).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(stale.text().contains("a changé pendant que vous regardiez"));
        let answer = app.post(DESK, &all, &staff).await;
        assert!(answer.headers["location"].to_str().unwrap().starts_with(&left), "{:?}", answer.headers);
        assert!(page(&app, &left, &staff).await.contains("Aucun verbatim ici"));
        publish(&app, &staff).await;
        let read = page(&app, &format!("{BECAME}?par=college"), "").await;
        assert!(read.contains("Non reprise") && !read.contains("name=\"verbatim\""), "{read}");
        assert!(!read.contains(", par "), "who settled it concerns staff");
        let one = page(&app, &format!("{CONGRESS}/contributions/C-0002"), "").await;
        assert!(one.contains("Suite"), "{one}");
        let version = page(&app, &format!("{CONGRESS}/motion/v1"), "").await;
        assert!(version.contains("à traiter") && version.contains(BECAME), "{version}");
    });
}
