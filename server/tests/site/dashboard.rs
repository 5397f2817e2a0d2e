//! Staff's dashboard: who may read it, and that its sums are those of the congress.

use axum::http::StatusCode;
use domain::member::Role;

use crate::harness::on_both;

const DASHBOARD: &str = "/congres/demonstration/redaction";

#[test]
fn only_staff_reads_it() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        assert_eq!(app.get(DASHBOARD).await.status, StatusCode::UNAUTHORIZED);
        let stranger = app.stranger().await;
        assert_eq!(app.get_as(DASHBOARD, &stranger).await.status, StatusCode::FORBIDDEN);
        for role in [None, Some(Role::Scribe), Some(Role::Chair), Some(Role::Observer)] {
            let cookie = app.sign_in_as(&congress, role).await;
            assert_eq!(app.get_as(DASHBOARD, &cookie).await.status, StatusCode::FORBIDDEN, "{role:?}");
        }
        for role in [Role::Staff, Role::Administrator] {
            let cookie = app.sign_in_as(&congress, Some(role)).await;
            assert_eq!(app.get_as(DASHBOARD, &cookie).await.status, StatusCode::OK, "{role:?}");
        }
    });
}

#[test]
fn every_contribution_is_counted_once_in_each_table() {
    on_both(|mut app| async move {
        let congress = app.corpus().await;
        let staff = app.sign_in_as(&congress, Some(Role::Staff)).await;
        let page = app.get_as(DASHBOARD, &staff).await.text().replace("<!>", "");
        let mut reading = app.state.storage.read().await.unwrap();
        let all = reading.contributions(congress.id).await.unwrap().len();
        let hours = reading.received(congress.id).await.unwrap().hours;
        assert_eq!(hours.iter().map(|(_, count)| *count as usize).sum::<usize>(), all);
        // Days, kinds, colleges and départements each end on the same sum.
        let total = format!(
            "{}</th><td class=\"figure\">{}</td>",
            app::text::theme::TOTAL,
            app::text::number::number(all as u32)
        );
        assert_eq!(page.matches(&total).count(), 4, "{page}");
    });
}
