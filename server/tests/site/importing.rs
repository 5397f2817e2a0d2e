//! Files into congresses.

use server::jobs::import::ImportError;

use crate::harness::on_both;

const FILE: &str = "id;texte;auteur;commune;enjeux\n1;La fibre s’arrête au pont.;Nadia;Quimperlé;Santé\n2;Gardons un guichet ouvert.;Paul;Albi;Santé|Culture\n";

#[test]
fn the_same_file_twice_adds_nothing() {
    on_both(|mut app| async move {
        let first = app.import(FILE.as_bytes(), |_| ()).await.unwrap();
        assert_eq!((first.added, first.already_there), (2, 0));
        let second = app.import(FILE.as_bytes(), |_| ()).await.unwrap();
        assert_eq!((second.added, second.already_there), (0, 2));
        let more = app.import(format!("{FILE}3;Pareil.;Léa;;\n").as_bytes(), |_| ()).await.unwrap();
        assert_eq!((more.added, more.already_there), (1, 2));
        let page = app.page("/congres/essai/contributions").await;
        assert!(page.contains("C-0003") && !page.contains("C-0004"));
    });
}

#[test]
fn all_or_nothing_unless_told_otherwise() {
    on_both(|mut app| async move {
        let file = "id,texte\n1,La fibre.\n2,\n";
        let blocked = app.import(file.as_bytes(), |_| ()).await.unwrap();
        assert!(blocked.nothing_done() && blocked.refused[0].line == 3);
        assert!(
            app.state.storage.read().await.unwrap().congresses().await.unwrap().is_empty(),
            "nothing was written"
        );
        let tried = app
            .import(file.as_bytes(), |order| {
                order.dry_run = true;
            })
            .await
            .unwrap();
        assert!(!tried.done && !tried.nothing_done());
        let partly = app
            .import(file.as_bytes(), |order| {
                order.skip_refused = true;
            })
            .await
            .unwrap();
        assert_eq!((partly.added, partly.refused.len()), (1, 1));
    });
}

#[test]
fn what_cannot_be_read_is_said_in_french() {
    on_both(|mut app| async move {
        for (bytes, said) in [
            (&b""[..], "vide"),
            (b"texte\n", "au moins une ligne"),
            (b"PK\x03\x04zip", "classeur"),
            (b"\x89PNG\r\n\x1a\n\0\0\0\0\0\0\0", "pas du texte"),
            (b"a,b\n1,2\n3,4\n", "aucune colonne"),
        ] {
            let error = app.import(bytes, |_| ()).await.expect_err("unreadable");
            assert!(
                matches!(error, ImportError::Unreadable(_)) && error.to_string().contains(said),
                "{error}"
            );
        }
    });
}
