//! What staff sees of people and does for them; that nobody rises above themselves, and that every act leaves its trace.

use axum::http::{StatusCode, header};
use domain::congress::Congress;
use domain::member::{College, Member, Role};

use crate::harness::{NOW, TestApp, on_both};

const MEMBERS: &str = "/congres/demonstration/redaction/membres";
const TERRITORIES: &str = "/congres/demonstration/redaction/collectivites";
const INVITATIONS: &str = "/congres/demonstration/redaction/invitations";

fn page_of(member: &Member) -> String {
    format!("{MEMBERS}/{}", member.id)
}

async fn again(app: &TestApp, member: &Member) -> Member {
    app.state.storage.read().await.unwrap().member(member.id).await.unwrap().expect("still there")
}

fn fields(member: &Member) -> Vec<(&'static str, String)> {
    vec![
        ("nom", member.name.to_string()),
        ("mandat", member.mandate.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("college", member.college.code().to_owned()),
        ("courriel", member.email.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("telephone", String::new()),
    ]
}

async fn change(
    app: &TestApp,
    member: &Member,
    with: &[(&'static str, &str)],
    cookie: &str,
) -> crate::harness::Answer {
    let mut typed = fields(member);
    typed.retain(|(name, _)| !with.iter().any(|(other, _)| other == name));
    typed.extend(with.iter().map(|(name, value)| (*name, (*value).to_owned())));
    let typed: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
    app.post(&page_of(member), &typed, cookie).await
}

#[test]
fn only_staff_reaches_any_of_it() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let member = app.member_with(&congress, None).await;
        let one = page_of(&member);
        let stranger = app.stranger().await;
        let mut refused = vec![(String::new(), StatusCode::UNAUTHORIZED), (stranger, StatusCode::FORBIDDEN)];
        for role in [None, Some(Role::Scribe), Some(Role::Chair), Some(Role::Observer)] {
            refused.push((app.sign_in_as(&congress, role).await, StatusCode::FORBIDDEN));
        }
        for (cookie, status) in &refused {
            for path in [MEMBERS, &format!("{MEMBERS}/nouveau"), &one, TERRITORIES, INVITATIONS] {
                assert_eq!(app.get_as(path, cookie).await.status, *status, "{path}");
            }
            let acts = ["", "/collectivite", "/code", "/deconnexion"].map(|below| format!("{one}{below}"));
            let acts = acts.iter().map(String::as_str);
            for path in acts.chain([TERRITORIES, INVITATIONS, &format!("{MEMBERS}/nouveau")]) {
                assert_eq!(app.post(path, &[("tous", "oui")], cookie).await.status, *status, "{path}");
            }
        }
        for role in [Role::Staff, Role::Administrator] {
            let cookie = app.sign_in_as(&congress, Some(role)).await;
            for path in [MEMBERS, &format!("{MEMBERS}/nouveau"), &one, TERRITORIES, INVITATIONS] {
                assert_eq!(app.get_as(path, &cookie).await.status, StatusCode::OK, "{path}");
            }
            for nobody in ["abc", "01900000-0000-7000-8000-000000000000"] {
                assert_eq!(
                    app.get_as(&format!("{MEMBERS}/{nobody}"), &cookie).await.status,
                    StatusCode::NOT_FOUND
                );
            }
        }
        assert!(app.letters(&congress).await.is_empty());
    });
}

#[test]
fn the_list_is_searched_without_accents_and_counted_by_college() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        let all = app.state.storage.read().await.unwrap().members(congress.id).await.unwrap();
        let list = app.get_as(MEMBERS, &staff).await.text();
        let agents = all.iter().filter(|member| member.college == College::Agents).count();
        assert!(list.contains(&format!("{}\u{a0}membres", all.len())), "{list}");
        assert!(list.contains(&format!("Agentes et agents ({agents})")));
        let found = app.get_as(&format!("{MEMBERS}?q=MAELYS+fontanier"), &staff).await.text();
        assert!(found.contains("Maëlys Fontanier") && found.contains("1\u{a0}membre sur"));
        let nobody = app.get_as(&format!("{MEMBERS}?q=xylophone"), &staff).await.text();
        assert!(nobody.contains("Personne ne répond à cette recherche"));
        let chairs = app.get_as(&format!("{MEMBERS}?role=presidence"), &staff).await.text();
        assert!(chairs.contains("Hortense Vauquelin") && !chairs.contains("Idriss Belkacem</strong>"));
    });
}

#[test]
fn a_person_is_added_changed_and_every_act_is_told() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        let typed = [
            ("nom", "Rozenn Le Gall"),
            ("college", "elus"),
            ("courriel", "Rozenn@Mairie.Example"),
            ("role", "scribe"),
            ("role", "administration"),
        ];
        let added = app.post(&format!("{MEMBERS}/nouveau"), &typed, &staff).await;
        assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text());
        let twice = app.post(&format!("{MEMBERS}/nouveau"), &typed, &staff).await;
        assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(twice.text().contains("est déjà membre") && twice.text().contains("Rozenn Le Gall"));
        let path = added.headers[header::LOCATION].to_str().unwrap().to_owned();
        let id = path.rsplit('/').next().unwrap().parse().unwrap();
        let rozenn = app.state.storage.read().await.unwrap().member(id).await.unwrap().unwrap();
        assert_eq!(
            rozenn.roles.iter().copied().collect::<Vec<_>>(),
            [Role::Scribe],
            "staff makes no administrator"
        );
        let changed = change(&app, &rozenn, &[("mandat", "maire"), ("role", "observation")], &staff).await;
        assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.text());
        let settled =
            app.post(&format!("{path}/collectivite"), &[("territoire", "commune:29233")], &staff).await;
        assert_eq!(settled.status, StatusCode::SEE_OTHER);
        let now = again(&app, &rozenn).await;
        assert_eq!(
            (
                now.mandate.as_ref().map(ToString::to_string).as_deref(),
                now.territory.map(|t| t.name).as_deref()
            ),
            (Some("maire"), Some("Quimperlé"))
        );
        let page = app.get_as(&path, &staff).await.text();
        for told in [
            "Fiche créée, par Idriss Belkacem",
            "Fiche modifiée (mandat)",
            "Fiche modifiée (collectivité)",
            "Rôle donné\u{a0}: observation",
            "Rôle retiré\u{a0}: scribe",
        ] {
            assert!(page.contains(told), "{told}: {page}");
        }
        let refused = change(
            &app,
            &now_again(&app, id).await,
            &[("nom", " "), ("courriel", "mairie"), ("college", "autre")],
            &staff,
        )
        .await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(refused.text().matches("class=\"fault\"").count(), 3);
        assert!(refused.text().contains("value=\"mairie\""), "what was typed stays");
        assert_eq!(
            app.post(&format!("{path}/collectivite"), &[("territoire", "commune:99999")], &staff)
                .await
                .status,
            StatusCode::BAD_REQUEST
        );
    });
}

async fn now_again(app: &TestApp, id: domain::id::MemberId) -> Member {
    app.state.storage.read().await.unwrap().member(id).await.unwrap().unwrap()
}

#[test]
fn nobody_rises_above_themselves() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        let administrator = app.member_with(&congress, Some(Role::Administrator)).await;
        let signed_in = app.sign_in(&administrator).await;
        for below in ["", "/collectivite", "/code", "/deconnexion"] {
            let path = format!("{}{below}", page_of(&administrator));
            let refused = app
                .post(&path, &[("nom", "X"), ("courriel", "moi@x.example"), ("college", "elus")], &staff)
                .await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{path}");
        }
        let page = app.get_as(&page_of(&administrator), &staff).await.text();
        assert!(page.contains("seule l’administration peut") && !page.contains("Donner un code"));
        let named = format!("{INVITATIONS}?membre={}", administrator.id);
        assert!(app.get_as(&named, &staff).await.text().contains("Personne n’est à inviter"));
        app.post(INVITATIONS, &[("membre", &administrator.id.to_string()), ("cle", "1")], &staff).await;
        assert!(app.letters(&congress).await.is_empty(), "no link of an administrator is made by staff");
        let member = app.member_with(&congress, None).await;
        change(&app, &member, &[("role", "administration")], &staff).await;
        assert!(again(&app, &member).await.roles.is_empty());
        change(&app, &member, &[("role", "administration")], &signed_in).await;
        assert!(again(&app, &member).await.roles.contains(&Role::Administrator));
        change(&app, &member, &[], &signed_in).await;
        assert!(again(&app, &member).await.roles.is_empty());
        let last = change(&app, &administrator, &[], &signed_in).await;
        assert_eq!(last.status, StatusCode::UNPROCESSABLE_ENTITY, "somebody must administer");
        assert!(last.text().contains("dernière personne qui administre"));
    });
}

#[test]
fn a_drawn_code_is_shown_once_and_opens() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        let member = app.member_with(&congress, None).await;
        let drawn = app.post(&format!("{}/code", page_of(&member)), &[], &staff).await;
        assert_eq!(drawn.status, StatusCode::OK);
        assert_eq!(drawn.headers[header::CACHE_CONTROL], "no-store");
        let page = drawn.text();
        let (_, after) = page.split_once("class=\"code-digits\">").expect("digits");
        let digits: String = after.chars().take_while(|c| *c != '<').collect();
        let shown = app.get_as(&page_of(&member), &staff).await.text();
        assert!(!shown.contains("code-digits") && shown.contains("Code donné à dicter, par Idriss Belkacem"));
        let fields = [("par", "code"), ("qui", &*member.number.to_string()), ("code", digits.trim())];
        let entered = app.post("/congres/demonstration/connexion", &fields, "").await;
        assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.text());
        let cookie =
            entered.headers[header::SET_COOKIE].to_str().unwrap().split(';').next().unwrap().to_owned();
        let own = "/congres/demonstration/moi/reglages";
        assert_eq!(app.get_as(own, &cookie).await.status, StatusCode::OK);
        app.post(&format!("{}/deconnexion", page_of(&member)), &[], &staff).await;
        assert_eq!(
            app.get_as(own, &cookie).await.status,
            StatusCode::UNAUTHORIZED,
            "a lost phone is signed out"
        );
    });
}

#[test]
fn a_territory_is_looked_for_without_a_script() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        let member = app.member_with(&congress, None).await;
        let found = app.get_as(&format!("{}?chercher=quimperle", page_of(&member)), &staff).await.text();
        assert!(found.contains("value=\"commune:29233\"") && found.contains("Quimperlé (29), commune"));
        let none = app.get_as(&format!("{}?chercher=atlantide", page_of(&member)), &staff).await.text();
        assert!(none.contains("Aucune collectivité ne porte ce nom"));
    });
}

async fn two_of_one_territory(app: &TestApp, congress: &Congress) -> (Member, Member, String) {
    let members = app.share_a_mailbox(congress, "mairie@partagee.example").await;
    let staff = app.sign_in_as(congress, Some(Role::Staff)).await;
    for member in &members {
        app.post(&format!("{}/collectivite", page_of(member)), &[("territoire", "commune:29233")], &staff)
            .await;
    }
    let [one, two] = members;
    (one, two, staff)
}

#[test]
fn a_territory_has_one_who_speaks_for_it() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let (one, two, staff) = two_of_one_territory(&app, &congress).await;
        let speaks = async || {
            let mut reading = app.state.storage.read().await.unwrap();
            let all = reading.representatives(congress.id).await.unwrap();
            all.into_iter().map(|named| (named.code, named.member)).collect::<Vec<_>>()
        };
        for (who, then) in [
            (&one.id.to_string(), Some(one.id)),
            (&two.id.to_string(), Some(two.id)),
            (&"aucun".to_owned(), None),
        ] {
            let named =
                app.post(TERRITORIES, &[("territoire", "commune:29233"), ("membre", who)], &staff).await;
            assert_eq!(named.status, StatusCode::SEE_OTHER);
            assert_eq!(
                speaks().await,
                then.map(|id| ("29233".to_owned(), id)).into_iter().collect::<Vec<_>>()
            );
        }
        let again =
            [("territoire", "commune:29233"), ("membre", "aucun"), ("q", "quimperle é"), ("page", "2")];
        let kept = app.post(TERRITORIES, &again, &staff).await;
        let back = kept.headers[header::LOCATION].to_str().unwrap();
        assert!(back.ends_with("?q=quimperle%20%C3%A9&page=2&fait=oui"), "{back}");
        let page = app.get_as(&page_of(&one), &staff).await.text();
        assert!(
            page.contains("Désignation pour représenter Quimperlé")
                && page.contains("Fin de la représentation de Quimperlé")
        );
        let stranger = app.member_with(&congress, Some(Role::Chair)).await;
        let refused = app
            .post(
                TERRITORIES,
                &[("territoire", "commune:29233"), ("membre", &stranger.id.to_string())],
                &staff,
            )
            .await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "only one of its own speaks for it");
        let events = app.state.storage.read().await.unwrap().member_events(one.id).await.unwrap();
        assert!(events.iter().all(|event| event.at == NOW));
    });
}

#[test]
fn territories_are_read_by_pages_and_searched_without_accents() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let (one, _, staff) = two_of_one_territory(&app, &congress).await;
        let shown = async |asked: &str| {
            let page = app.get_as(&format!("{TERRITORIES}{asked}"), &staff).await.text().replace("<!>", "");
            (page.matches("class=\"person territory\"").count(), page)
        };
        let (first, page) = shown("").await;
        assert!(first == 30 && page.contains("Page 1 sur"), "{first}");
        let (last, page) = shown("?page=999").await;
        assert!(
            (1..=30).contains(&last) && !page.contains("Page suivante"),
            "beyond the last page, the last one"
        );
        for asked in ["?q=QUIMPERLE", "?q=29233", &format!("?q={}", one.name.as_str().replace(' ', "+"))] {
            let (found, page) = shown(asked).await;
            assert!(
                found == 1 && page.contains("Quimperlé") && page.contains("1\u{a0}collectivité sur"),
                "{asked}"
            );
        }
        let (none, page) = shown("?q=atlantide").await;
        assert!(none == 0 && page.contains("ne répond à cette recherche"), "{page}");
    });
}
