//! What members do with amendments.

use axum::http::StatusCode;
use domain::amendment::AmendmentState;
use domain::member::Role;
use domain::wording::VersionNumber;

use super::{
    BASE, DESK, LIST, PROPOSE, WORDING, filled, hidden, line, page, proposed, published, submitted, told,
};
use crate::harness::{NOW, on_both};
use crate::sittings::seen;

#[test]
fn a_member_proposes_from_the_text_once_and_says_so_before_doubling_another() {
    on_both(|mut app| async move {
        let (room, [soazig, idriss, _]) = submitted(&mut app).await;
        let version = page(&app, "/congres/demonstration/motion/v1", &soazig).await;
        assert!(
            version.contains("passage=p2&amp;nature=remplacer"),
            "the way to it stands under each passage"
        );
        let form = page(&app, &format!("{PROPOSE}?passage=p2&nature=remplacer"), &soazig).await;
        assert!(form.contains(&format!("{BASE}</textarea>")), "it starts from the text: {form}");
        let (key, version) = (hidden(&form, "cle"), hidden(&form, "version"));
        let by = BASE.replace("au pont", "avant le pont");
        let fields = filled(&key, &version, "p2", &by);
        let unchanged = app.post(PROPOSE, &filled(&key, &version, "p2", BASE), &soazig).await;
        assert!(told(&unchanged).contains("Votre rédaction est celle du texte"), "{}", told(&unchanged));
        let open = format!("{BASE} *italique");
        let unbalanced = app.post(PROPOSE, &filled(&key, &version, "p2", &open), &soazig).await;
        assert_eq!(unbalanced.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            told(&unbalanced).contains("n’a pas son pendant")
                && told(&unbalanced).contains("*italique</textarea>")
        );
        let long = "mot ".repeat(60_000);
        let long = app.post(PROPOSE, &filled(&key, &version, "p2", &long), &soazig).await;
        assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(told(&long).contains("un passage en a") && told(&long).contains("mot mot"));
        let first = app.post(PROPOSE, &fields, &soazig).await;
        assert_eq!(first.headers["location"], format!("{LIST}/A-1?fait=depose"));
        assert_eq!(
            app.post(PROPOSE, &fields, &soazig).await.headers["location"],
            format!("{LIST}/A-1?fait=depose"),
            "a second click"
        );
        let other = BASE.replace("au pont", "sous le pont");
        let used = app.post(PROPOSE, &filled(&key, &version, "p2", &other), &soazig).await;
        assert_eq!(used.status, StatusCode::CONFLICT, "other words under a used key are not dropped");
        assert!(told(&used).contains("a déjà servi") && told(&used).contains("sous le pont"));
        assert_ne!(hidden(&told(&used), "cle"), key);
        let shown = page(&app, &format!("{LIST}/A-1"), "").await;
        assert!(
            shown.contains("(supprimé\u{a0}: ")
                && shown.contains("(ajouté\u{a0}: ")
                && shown.contains("Le pont"),
            "{shown}"
        );
        let same = proposed(&app, &idriss, "p2", &by).await;
        assert_eq!(same.status, StatusCode::CONFLICT);
        assert!(told(&same).contains("demande exactement la même chose"), "{}", told(&same));
        seen(&app.post(&format!("{LIST}/A-1"), &[("geste", "cosigner")], &idriss).await);
        assert_eq!(line(&app, &room, 1).await.cosigners.len(), 1);
        let twin = told(&same);
        let (key, version) = (hidden(&twin, "cle"), hidden(&twin, "version"));
        let mut anyway = filled(&key, &version, "p2", &by).to_vec();
        anyway.push(("identique-vu", "A-1"));
        seen(&app.post(PROPOSE, &anyway, &idriss).await);
        assert!(page(&app, LIST, "").await.contains("A-2"));
        let theirs = format!("{LIST}/A-1/rectifier");
        assert_eq!(app.get_as(&theirs, &idriss).await.status, StatusCode::FORBIDDEN);
        assert_eq!(
            app.post(&format!("{LIST}/A-1"), &[("geste", "retirer")], &idriss).await.status,
            StatusCode::FORBIDDEN
        );
        let observer = app.sign_in_as(&room.congress, Some(Role::Observer)).await;
        assert_eq!(
            app.get_as(&format!("{PROPOSE}?passage=p2"), &observer).await.status,
            StatusCode::FORBIDDEN
        );
        for (number, gone) in [("A-9", LIST), ("rien", LIST), ("A-9", DESK)] {
            assert_eq!(
                app.get_as(&format!("{gone}/{number}"), &room.staff).await.status,
                StatusCode::NOT_FOUND
            );
        }
    });
}

#[test]
fn an_author_rectifies_and_withdraws_until_the_deadline_and_then_loses_no_word() {
    on_both(|mut app| async move {
        let (room, [soazig, ..]) = submitted(&mut app).await;
        seen(&proposed(&app, &soazig, "p2", &BASE.replace("pont", "quai")).await);
        let (one, rectify) = (format!("{LIST}/A-1"), format!("{LIST}/A-1/rectifier"));
        assert!(page(&app, &rectify, &soazig).await.contains("au quai"));
        let by = BASE.replace("pont", "viaduc");
        let fields =
            [("redaction", "1"), ("texte", &*by), ("titre", "Le viaduc"), ("motifs", "Il vaut mieux.")];
        seen(&app.post(&rectify, &fields, &soazig).await);
        assert!(page(&app, &one, &soazig).await.contains("Rédactions successives"));
        let stale = app.post(&rectify, &fields, &soazig).await;
        assert_eq!(stale.status, StatusCode::CONFLICT);
        assert!(told(&stale).contains("au viaduc"));
        let form = page(&app, &format!("{PROPOSE}?passage=p2"), &soazig).await;
        let (key, version) = (hidden(&form, "cle"), hidden(&form, "version"));
        let wrong =
            app.post(DESK, &[("geste", "delai"), ("jour", "jeudi"), ("heure", "18:00")], &room.staff).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        seen(
            &app.post(DESK, &[("geste", "delai"), ("jour", "2020-01-02"), ("heure", "18:00")], &room.staff)
                .await,
        );
        assert!(page(&app, DESK, &room.staff).await.contains("value=\"2020-01-02\""), "{NOW:?}");
        let late = BASE.replace("pont", "gué");
        let late = app.post(PROPOSE, &filled(&key, &version, "p2", &late), &soazig).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(
            told(&late).contains("Le délai de dépôt est passé") && told(&late).contains("au gué"),
            "{}",
            told(&late)
        );
        let late = app
            .post(
                &rectify,
                &[("redaction", "2"), ("texte", "Autre."), ("titre", "T"), ("motifs", "M")],
                &soazig,
            )
            .await;
        assert!(told(&late).contains("Le délai de dépôt est passé") && told(&late).contains("Autre."));
        seen(&app.post(&one, &[("geste", "retirer")], &soazig).await);
        assert_eq!(line(&app, &room, 1).await.fate.state(), AmendmentState::Withdrawn);
        assert!(page(&app, &one, "").await.contains("retiré"));
    });
}

#[test]
fn a_version_that_was_replaced_is_told_with_both_texts() {
    on_both(|mut app| async move {
        let (room, [soazig, ..]) = submitted(&mut app).await;
        let form = page(&app, &format!("{PROPOSE}?passage=p2"), &soazig).await;
        let (key, version) = (hidden(&form, "cle"), hidden(&form, "version"));
        let save = |block: &str, words: &str| {
            let fields =
                [("geste", "enregistrer"), ("version", "1"), ("genre", "paragraphe"), ("texte", words)]
                    .map(|(a, b)| (a.to_owned(), b.to_owned()));
            (format!("{WORDING}/{block}"), fields)
        };
        let write = async |block: &str, words: &str| {
            let (path, fields) = save(block, words);
            let fields: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (&**a, &**b)).collect();
            seen(&app.post(&path, &fields, &room.staff).await);
            published(&app, &room.staff, None).await;
        };
        write("p3", "Financer le pont et la route.").await;
        let by = BASE.replace("pont", "quai");
        seen(&app.post(PROPOSE, &filled(&key, &version, "p2", &by), &soazig).await);
        assert_eq!(line(&app, &room, 1).await.version, VersionNumber::new(2), "another block had changed");
        let form = page(&app, &format!("{PROPOSE}?passage=p2"), &soazig).await;
        let (key, version) = (hidden(&form, "cle"), hidden(&form, "version"));
        write("p2", "La fibre s’arrête au pont. Le mobile aussi.").await;
        let replaced = app.post(PROPOSE, &filled(&key, &version, "p2", &by), &soazig).await;
        assert_eq!(replaced.status, StatusCode::CONFLICT);
        let text = told(&replaced);
        assert!(
            text.contains("a été remplacée")
                && text.contains("Le mobile aussi.")
                && text.contains("au quai, et"),
            "{text}"
        );
        assert_eq!(hidden(&text, "version"), "v3");
        let one = page(&app, &format!("{LIST}/A-1"), &soazig).await;
        assert!(
            one.contains("Le passage a changé depuis") && one.contains("Il n’est placé nulle part d’office"),
            "{one}"
        );
    });
}
