//! What a congress decides: who changes it, what is refused, what is told of it.

use axum::http::StatusCode;
use domain::member::Role;
use domain::settings::{Moderation, Readers};

use crate::harness::{TestApp, on_both};
use crate::writing::CONGRESS;

const SETTINGS: &str = "/congres/demonstration/redaction/reglages";
const CALENDAR: &str = "/congres/demonstration/redaction/reglages/calendrier";
const DECIDED: [(&str, &str); 6] = [
    ("lecture", "membres"),
    ("moderation", "avant"),
    ("grace", "15"),
    ("nom", "Nadia Le Bihan"),
    ("telephone", ""),
    ("courriel", "nadia@congres.example"),
];

async fn page(app: &TestApp, path: &str, cookie: &str) -> String {
    app.get_as(path, cookie).await.text().replace("<!>", "")
}

#[test]
fn settings_are_staffs_and_who_reads_takes_an_administrator() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let stranger = app.stranger().await;
        let member = app.sign_in_as(&congress, None).await;
        let chair = app.sign_in_as(&congress, Some(Role::Chair)).await;
        let prolong =
            [("geste", "prolonger"), ("jour", "2026-12-01"), ("heure", "18:00"), ("raison", "Neige.")];
        let refused = [
            ("", StatusCode::UNAUTHORIZED),
            (&*member, StatusCode::FORBIDDEN),
            (&*stranger, StatusCode::FORBIDDEN),
            (&*chair, StatusCode::FORBIDDEN),
        ];
        for (cookie, status) in refused {
            assert_eq!(app.get_as(SETTINGS, cookie).await.status, status);
            assert_eq!(app.post(SETTINGS, &DECIDED, cookie).await.status, status);
            assert_eq!(app.post(CALENDAR, &prolong, cookie).await.status, status);
        }
        let settings = async || app.state.storage.read().await.unwrap().settings(congress.id).await.unwrap();
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        assert_eq!(app.post(SETTINGS, &DECIDED, &staff).await.status, StatusCode::SEE_OTHER);
        let decided = settings().await;
        assert_eq!(
            (decided.readers, decided.moderation, decided.grace_minutes),
            (Readers::Public, Moderation::Before, 15)
        );
        assert_eq!(
            (decided.contact.name.unwrap().as_str(), decided.contact.telephone),
            ("Nadia Le Bihan", None)
        );
        let shown = page(&app, SETTINGS, &staff).await;
        assert!(
            shown.contains("Seule l’administration")
                && shown.contains("devient «\u{202f}Avant la publication\u{202f}», par Idriss Belkacem"),
            "{shown}"
        );
        let administrator = app.sign_in_as(&congress, Some(Role::Administrator)).await;
        assert_eq!(app.post(SETTINGS, &DECIDED, &administrator).await.status, StatusCode::SEE_OTHER);
        assert_eq!(settings().await.readers, Readers::Members);
        assert_eq!(app.get(&format!("{CONGRESS}/contributions")).await.status, StatusCode::UNAUTHORIZED);
        for (field, value) in [
            ("grace", "1441"),
            ("grace", "-1"),
            ("moderation", "jamais"),
            ("courriel", "nadia@"),
            ("nom", "a\u{7}b"),
        ] {
            let wrong: Vec<_> = DECIDED
                .iter()
                .map(|(name, said)| (*name, if *name == field { value } else { said }))
                .collect();
            let answer = app.post(SETTINGS, &wrong, &administrator).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
        }
        assert_eq!(settings().await.grace_minutes, 15);
    });
}

#[test]
fn a_call_is_prolonged_with_a_reason_and_everybody_reads_what_it_was() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        let asked = |day: &'static str, reason: &'static str| {
            [("geste", "prolonger"), ("jour", day), ("heure", "20:15"), ("raison", reason)]
        };
        let refused = [
            asked("2026-11-01", "Neige."),
            asked("2026-11-15", "Neige."),
            asked("2026-12-01", " "),
            asked("1er décembre", "Neige."),
            [("geste", "ouvrir"), ("jour", "2026-12-01"), ("heure", "18:00"), ("raison", "")],
        ];
        for fields in refused {
            let answer = app.post(CALENDAR, &fields, &staff).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        }
        let answer = app.post(CALENDAR, &asked("2026-12-01", "La neige a fermé les routes."), &staff).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        let home = page(&app, CONGRESS, "").await;
        assert!(home.contains("prolongé jusqu’au 1er\u{a0}décembre à 20\u{a0}h\u{a0}15. Raison\u{a0}: La neige a fermé les routes."), "{home}");
        let shown = page(&app, SETTINGS, &staff).await;
        assert!(
            shown.contains("1er\u{a0}décembre 2026 à 20\u{a0}h\u{a0}15")
                && shown.contains("les deux dureront ensemble"),
            "{shown}"
        );
        let again = app.post(CALENDAR, &asked("2026-11-30", "Trop tôt."), &staff).await;
        assert!(again.text().contains("un appel se prolonge"));
    });
}
