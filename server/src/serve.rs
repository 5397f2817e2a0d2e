//! Listening, and stopping without dropping what is in hand.

use std::future::Future;
use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use tokio::net::TcpListener;

use crate::jobs::mail::Post;
use crate::state::AppState;

/// How long requests under way may still take once asked to stop.
const GRACE: Duration = Duration::from_secs(20);

/// Serves until `stop` comes; then finishes the requests, the job and the letter in hand, and closes the database.
///
/// # Errors
/// When the listener fails.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    state: AppState,
    post: Option<Post>,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let sweeping =
        tokio::spawn(crate::jobs::import::sweep::keep_sweeping(state.storage.clone(), state.clock.clone()));
    hold_all_files();
    match crate::voting::sweep(&state).await {
        Ok(0) => {}
        Ok(swept) => tracing::info!(swept, "destroyed keys of votes that are over"),
        Err(refusal) => tracing::warn!(?refusal, "keys of votes that are over could not be looked for"),
    }
    let (stopping, mut stopped) = tokio::sync::watch::channel(false);
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let graceful = axum::serve(listener, service).with_graceful_shutdown(async move {
        stop.await;
        tracing::info!("stopping: finishing what is in hand");
        let _ = stopping.send(true);
    });
    let late = async {
        let _ = stopped.wait_for(|stopped| *stopped).await;
        tokio::time::sleep(GRACE).await;
    };
    tokio::select! {
        served = graceful => served?,
        () = late => tracing::warn!("some requests did not finish in time"),
    }
    sweeping.abort();
    state.live.finish().await;
    state.urn.finish().await;
    state.desk.finish().await;
    if let Some(post) = post {
        post.finish().await;
    }
    state.storage.close().await;
    tracing::info!("stopped");
    Ok(())
}

/// Each phone that follows a sitting is an open file: the system's modest default would refuse the thousandth.
#[cfg(unix)]
fn hold_all_files() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    if current != maximum && setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum }).is_err() {
        tracing::warn!(?current, "the limit of open files can't be raised");
    }
}

#[cfg(not(unix))]
fn hold_all_files() {}
