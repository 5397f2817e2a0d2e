//! Names that a table is offered, and how many.

use axum::http::StatusCode;
use domain::congress::Congress;
use domain::member::Role;

use crate::harness::{TestApp, on_both};
use crate::workshops::{number_of, opened, sheets};

const SAID: &str = "Chez nous, le médecin consulte par écran une fois la semaine.";

#[test]
fn a_sheet_does_not_read_out_the_list_of_members() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        let printed = sheets(&app, &staff).await;
        let (table, cookie) = opened(&app, &printed[0]).await;
        let (first, second) = twins(&app, &congress).await;
        let unclear = [("texte", SAID), ("qui", "Zoé Zyx")];
        for _ in 0..40 {
            let page = app.post(&table, &unclear, &cookie).await.text();
            assert!(page.contains(&first) && page.contains(&second), "both may be meant: {page}");
        }
        let enough = app.post(&table, &unclear, &cookie).await;
        assert_eq!(enough.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = enough.text();
        assert!(page.contains("Beaucoup de noms ont été cherchés") && page.contains(SAID), "{page}");
        assert!(!page.contains(&first) && !page.contains(&second), "no name is shown any more");
        number_of(&app.post(&table, &[("texte", SAID), ("qui", &first)], &cookie).await);
        let known = app.post(&table, &unclear, &staff).await.text();
        assert!(known.contains(&first), "whoever is signed in isn’t counted: {known}");
        let (other, other_cookie) = opened(&app, &printed[1]).await;
        assert!(
            app.post(&other, &unclear, &other_cookie).await.text().contains(&first),
            "tables count apart"
        );
    });
}

/// Two members whose names begin alike, and as nobody else's.
async fn twins(app: &TestApp, congress: &Congress) -> (String, String) {
    let members = app.state.storage.read().await.unwrap().members(congress.id).await.unwrap();
    let names = ["Zoé Zyxane", "Zoé Zyxelle"];
    let mut work = app.state.storage.write().await.unwrap();
    for (mut member, name) in members.into_iter().filter(|member| member.roles.is_empty()).zip(names) {
        member.name = name.parse().unwrap();
        work.change_member(&member, &server::member::sort_name(&member.name)).await.unwrap();
    }
    work.save().await.unwrap();
    (names[0].to_owned(), names[1].to_owned())
}
