//! Files into congresses.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use domain::member::Role;
use server::demo::members::{add_office, doors};
use server::jobs::import::ImportError;
use server::present::CountedEntropy;

use crate::harness::{NOW, on_both};

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

/// Other columns for the same bytes: every line would get another fingerprint.
fn with_other_columns(order: &mut server::jobs::import::Order) {
    order.mapping = "titre=commune".parse().unwrap();
}

#[test]
fn the_same_file_with_other_columns_adds_nothing_and_says_so() {
    on_both(|mut app| async move {
        app.import(FILE.as_bytes(), |_| ()).await.unwrap();
        let again = app.import(FILE.as_bytes(), with_other_columns).await.unwrap();
        assert_eq!((again.added, again.already_there, again.nothing_done()), (0, 2, false));
        let told = server::jobs::import::words::report(&again);
        assert!(
            told.contains("Ce fichier a déjà été importé, le 14\u{a0}novembre 2026 à 10\u{a0}h\u{a0}30"),
            "{told}"
        );
        let tried = app
            .import(FILE.as_bytes(), |order| {
                with_other_columns(order);
                order.dry_run = true;
            })
            .await
            .unwrap();
        assert!(server::jobs::import::words::report(&tried).contains("déjà été importé"));
        let page = app.page("/congres/essai/contributions").await;
        assert!(page.contains("C-0002") && !page.contains("C-0003"));
        let elsewhere =
            app.import(FILE.as_bytes(), |order| order.congress = "autre".parse().unwrap()).await.unwrap();
        assert_eq!(elsewhere.added, 2, "another congress is another matter");
    });
}

#[test]
fn a_file_that_was_partly_refused_adds_what_can_be_read_now_and_nothing_twice() {
    on_both(|mut app| async move {
        let file = "id,texte,note\n1,La fibre s’arrête au pont.,Un guichet ouvert.\n2,,Une seconde note.\n";
        let skip = |order: &mut server::jobs::import::Order| order.skip_refused = true;
        assert_eq!(app.import(file.as_bytes(), skip).await.unwrap().added, 1);
        let same = app.import(file.as_bytes(), skip).await.unwrap();
        assert_eq!((same.added, same.already_there, same.refused.len()), (0, 1, 1));
        let other =
            app.import(file.as_bytes(), |order| order.mapping = "texte=note".parse().unwrap()).await.unwrap();
        assert_eq!(other.added, 0, "the line that was taken isn't recognised: it would come twice");
        assert!(server::jobs::import::words::report(&other).contains("refusée"));
        let mended = file.replace("2,,", "2,Gardons un guichet.,");
        assert_eq!(app.import(mended.as_bytes(), |_| ()).await.unwrap().added, 1);
    });
}

#[test]
fn an_import_that_is_stopped_leaves_nothing() {
    on_both(|app| async move {
        // The whole of it, whose folder is the database's: what follows would take only a part along.
        let app = app;
        let order = server::jobs::import::Order {
            file_name: "essai.csv".into(),
            congress: "essai".parse().unwrap(),
            title: None,
            question: None,
            mapping: intake::Mapping::default(),
            dry_run: false,
            skip_refused: false,
            fictional: false,
        };
        let (storage, mut entropy) = (&app.state.storage, CountedEntropy::new(3));
        let clock = crate::harness::Frozen;
        let stop = std::future::ready(());
        let stopped =
            server::jobs::import::import_until(stop, storage, FILE.as_bytes(), order, &clock, &mut entropy)
                .await;
        assert!(matches!(stopped, Err(ImportError::Stopped)));
        assert!(storage.read().await.unwrap().congresses().await.unwrap().is_empty());
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
            (b"\x89PNG\r\n\x1a\n\0\0\0\0\0\0\0", "ni du texte"),
            (b"a,b\n1,2\n3,4\n", "aucune colonne"),
            (b"id;texte\n1;\"Oui\n2;Non\n", "ouvert à la ligne 2"),
        ] {
            let error = app.import(bytes, |_| ()).await.expect_err("unreadable");
            assert!(
                matches!(error, ImportError::Unreadable(_)) && error.to_string().contains(said),
                "{error}"
            );
        }
    });
}

#[test]
fn whoever_tries_their_own_file_may_come_in_as_anybody_of_the_team() {
    on_both(|mut app| async move {
        app.import("texte\nLa fibre s’arrête au pont.\n".as_bytes(), |_| ()).await.unwrap();
        let slug = "essai".parse().unwrap();
        let congress = app.state.storage.read().await.unwrap().congress(&slug).await.unwrap().unwrap();
        let entropy = &mut CountedEntropy::new(3);
        add_office(&app.state.storage, congress.id, NOW, entropy).await.unwrap();
        let doors = doors(&app.state.storage, congress.id, NOW, entropy).await.unwrap();
        let roles: BTreeSet<_> = doors.iter().filter_map(|door| door.role).collect();
        assert_eq!(roles, Role::ALL.iter().copied().collect());
        let opened = app.post(&format!("/entrer/{}", doors[0].token), &[], "").await;
        assert_eq!(opened.status, StatusCode::SEE_OTHER);
    });
}
