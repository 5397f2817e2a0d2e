//! `pleniere serve`.

use std::sync::Arc;

use storage::Storage;
use tokio::net::TcpListener;

use super::{Complaint, Outcome};
use crate::config::Config;
use crate::jobs::documents::Desk;
use crate::present::SystemClock;
use crate::router::router;
use crate::serve::{serve, signal};
use crate::state::{AppState, Site};

pub(super) async fn run(config: Config) -> Outcome {
    let site = Site::find(&config.server.site)?;
    let storage = Storage::open(&config.database.url).await?;
    if config.database.migrate {
        storage.migrate().await?;
    }
    storage.ready().await?;
    let listener = listen(config.server.address).await?;
    let stop = signal()?;
    println!("Plénière écoute sur http://{}/", listener.local_addr()?);
    let state = state(storage, &site, &config.server.public_url);
    serve(listener, router(state.clone(), &site), state, stop).await?;
    Ok(())
}

/// Listens, or says which address is taken.
pub(super) async fn listen(address: std::net::SocketAddr) -> Outcome<TcpListener> {
    TcpListener::bind(address).await.map_err(|error| {
        Complaint(format!("l’adresse {address} n’est pas libre ({error}) : changez server.address."))
    })
}

/// What handlers are given, on the machine's own clock.
pub(super) fn state(storage: Storage, site: &Site, public_url: &str) -> AppState {
    let clock = Arc::new(SystemClock);
    let desk = Desk::open(storage.clone(), clock.clone(), public_url);
    AppState { storage, clock, assets: Arc::new(site.assets.clone()), desk }
}
