//! What whoever watches over the machine asks.

use axum::http::StatusCode;

use crate::harness::on_both;

#[test]
fn the_process_lives_and_says_when_it_cannot_answer() {
    on_both(|app| async move {
        assert_eq!(app.get("/sante/vivant").await.status, StatusCode::OK);
        assert_eq!(app.get("/sante/pret").await.status, StatusCode::OK);
        app.state.storage.close().await;
        assert_eq!(app.get("/sante/vivant").await.status, StatusCode::OK);
        assert_eq!(app.get("/sante/pret").await.status, StatusCode::SERVICE_UNAVAILABLE);
        let page = app.get("/congres/demonstration").await;
        assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR);
        let text = page.text();
        assert!(
            text.contains("<h1") && !text.to_lowercase().contains("sqlx") && !text.contains("PoolClosed"),
            "{text}"
        );
    });
}
