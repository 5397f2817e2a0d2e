//! Corpora that an analysis can do little with: a sentence, and every text still shown.

use crate::harness::on_both;

async fn walk(app: &crate::harness::TestApp) -> String {
    let mut all = String::new();
    for below in [
        "",
        "/contributions",
        "/contributions/C-0001",
        "/themes",
        "/signaux-faibles",
        "/non-rapproches",
        "/motion",
        "/telechargements",
    ] {
        all.push_str(&app.page(&format!("/congres/essai{below}")).await);
    }
    all
}

#[test]
fn a_corpus_too_small_for_themes_shows_every_text() {
    on_both(|mut app| async move {
        let (_, account) = app
            .import_and_analyse(
                "texte\nLa fibre s’arrête au pont.\nGardons un guichet ouvert.\nFormons les secrétaires.\n",
            )
            .await;
        assert!(account.themes.is_empty() && account.verbatims >= 3);
        assert_eq!(account.weak + account.unplaced, account.verbatims);
        let text = walk(&app).await;
        assert!(text.contains("Gardons un guichet ouvert."));
    });
}

#[test]
fn identical_foreign_or_empty_of_sense_texts_are_all_shown() {
    on_both(|mut app| async move {
        for (slug, lines) in [
            ("trois", vec!["La fibre s’arrête au pont."; 3]),
            (
                "anglais",
                vec![
                    "We need the broadband to reach every farm in the valley before winter comes again.";
                    40
                ],
            ),
            ("vide-de-sens", vec!["et de la où que donc"; 40]),
        ] {
            let file = format!("texte\n{}\n", lines.join("\n"));
            app.import(file.as_bytes(), |order| {
                order.congress = slug.parse().unwrap();
            })
            .await
            .unwrap();
            let congress = app
                .state
                .storage
                .read()
                .await
                .unwrap()
                .congress(&slug.parse().unwrap())
                .await
                .unwrap()
                .unwrap();
            let account = app.analyse(&congress).await;
            assert_eq!(account.contributions, lines.len());
            let in_themes: usize = account.themes.iter().map(|(_, verbatims)| verbatims).sum();
            assert_eq!(in_themes + account.weak + account.unplaced, account.verbatims, "{slug}");
            let page = app.page(&format!("/congres/{slug}/contributions")).await;
            assert!(page.contains(&format!("C-{:04}", 1)), "{slug}");
            app.page(&format!("/congres/{slug}/themes")).await;
        }
    });
}

#[test]
fn markup_is_shown_as_text() {
    on_both(|mut app| async move {
        app.import_and_analyse(
            "texte,auteur\n\"<script>alert(1)</script> & <b>fibre</b>\",\"<img src=x onerror=alert(1)>\"\n",
        )
        .await;
        let text = walk(&app).await;
        assert!(text.contains("&lt;script&gt;alert(1)"), "shown");
        assert!(
            !text.contains("<script>alert") && !text.contains("<img src=x") && !text.contains("<b>fibre"),
            "never run"
        );
    });
}
