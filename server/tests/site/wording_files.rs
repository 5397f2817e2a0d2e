//! Versions of the motion as files that one keeps.

use axum::http::{StatusCode, header};

use crate::downloads::{FILES, wait_for};
use crate::harness::on_both;
use crate::wording::{DESK, begun, page, publish};
use crate::writing::CONGRESS;

#[test]
fn a_version_is_kept_in_four_formats_and_its_changes_in_three() {
    on_both(|mut app| async move {
        let (_, staff) = begun(&mut app).await;
        let missing = app.get(&format!("{FILES}/motion-v1.docx")).await;
        assert_eq!(missing.status, StatusCode::NOT_FOUND, "nothing is published");
        publish(&app, &staff).await;
        let add = [("geste", "ajouter"), ("genre", "proposition"), ("apres", "p4"), ("texte", "Payer vite.")];
        assert_eq!(app.post(DESK, &add, &staff).await.status, StatusCode::SEE_OTHER);
        publish(&app, &staff).await;
        for (path, names) in [
            (format!("{CONGRESS}/motion/v1"), vec!["v1.pdf", "v1.docx", "v1.odt", "v1.html"]),
            (format!("{CONGRESS}/motion/v1/comparer/v2"), vec!["v1-v2.docx", "v1-v2.odt", "v1-v2.html"]),
            (FILES.to_owned(), vec!["v2.pdf", "v2.docx", "v1-v2.docx", "v1-v2.odt"]),
        ] {
            let shown = page(&app, &path, "").await;
            for name in names {
                assert!(shown.contains(&format!("{FILES}/motion-{name}\"")), "{name} in {path}: {shown}");
            }
        }
        for (name, kind, begins) in [
            ("v2.pdf", "application/pdf", "%PDF"),
            ("v2.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK"),
            ("v2.odt", "application/vnd.oasis.opendocument.text", "PK"),
            ("v1-v2.odt", "application/vnd.oasis.opendocument.text", "PK"),
            ("v1-v2.html", "text/html; charset=utf-8", "<!"),
        ] {
            let answer = wait_for(&app, &format!("{FILES}/motion-{name}")).await;
            assert_eq!(answer.status, StatusCode::OK, "{name}");
            assert_eq!(answer.headers[header::CONTENT_TYPE], kind, "{name}");
            assert!(answer.bytes.starts_with(begins.as_bytes()), "{name}");
            let kept = answer.headers[header::CONTENT_DISPOSITION].to_str().unwrap();
            assert!(kept.contains(&format!("demonstration-motion-{name}")), "{kept}");
            assert_eq!(kept.starts_with("inline"), name.ends_with("pdf"), "{name}: no page of ours");
        }
        let changed = app.get(&format!("{FILES}/motion-v1-v2.html")).await.text();
        assert!(changed.contains("Payer vite.") && changed.contains("<ins"), "{changed}");
        for name in ["v3.pdf", "v1-v3.docx", "v1-v1.docx", "v1-v2.pdf", "v01.pdf"] {
            let answer = app.get(&format!("{FILES}/motion-{name}")).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{name}");
        }
        app.state.desk.finish().await;
    });
}
