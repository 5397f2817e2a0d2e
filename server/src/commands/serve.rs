//! `pleniere serve`.

use std::sync::{Arc, Mutex};

use storage::Storage;
use tokio::net::TcpListener;

use super::{Complaint, Outcome};
use crate::config::Config;
use crate::guard::limits::Limits;
use crate::interrupt::Interrupt;
use crate::jobs::analyse::abandon_dead_runs;
use crate::jobs::documents::Desk;
use crate::jobs::mail::{Carrier, Post, Sending};
use crate::live::Sittings;
use crate::memory::Memory;
use crate::present::{SystemClock, SystemEntropy};
use crate::router::router;
use crate::serve::serve;
use crate::state::{AppState, Site};
use crate::voting::{Strongbox, Urn};
use crate::words::io;

/// Said when the server is told to stop.
pub(super) const STOPPING: &str = "Arrêt : les demandes en cours se terminent";

pub(super) async fn run(config: Config) -> Outcome {
    let site = Site::find(&config.server.site)?;
    let sending = Sending::from_settings(&config.mail)?;
    let storage = Storage::open(&config.database.url).await?;
    if config.database.migrate {
        storage.migrate().await?;
    }
    storage.ready().await?;
    abandon_dead_runs(&storage, &SystemClock).await?;
    let listener = listen(config.server.address).await?;
    let interrupt = Interrupt::heed(STOPPING)?;
    println!("Plénière écoute sur http://{}/", listener.local_addr()?);
    let state = state(storage, &site, &config);
    let carrier = |sending| {
        let (storage, clock) = (state.storage.clone(), state.clock.clone());
        Carrier::new(storage, clock, Box::new(SystemEntropy), sending, state.public_url.clone())
    };
    let post = sending.map(carrier).map(Post::open);
    serve(listener, router(state.clone(), &site), state, post, interrupt.came()).await?;
    Ok(())
}

/// Listens, or says which address is taken.
pub(super) async fn listen(address: std::net::SocketAddr) -> Outcome<TcpListener> {
    TcpListener::bind(address).await.map_err(|error| {
        Complaint(format!(
            "l’adresse {address} ne peut pas être écoutée ({}) : changez server.address.",
            io(&error)
        ))
    })
}

/// What handlers are given, on the machine's own clock and chance.
pub(super) fn state(storage: Storage, site: &Site, config: &Config) -> AppState {
    let clock = Arc::new(SystemClock);
    let desk = Desk::open(storage.clone(), clock.clone(), &config.server.public_url);
    let publisher = Arc::new(config.publisher.clone().into());
    let strongbox = Strongbox::in_folder(&config.server.keys);
    let urn = Urn::open(storage.clone(), strongbox.clone());
    let public_url: Arc<str> = config.server.public_url.as_str().into();
    let sittings = Sittings {
        storage: storage.clone(),
        clock: clock.clone(),
        public_url: public_url.clone(),
        urn: urn.clone(),
    };
    let live = sittings.open();
    AppState {
        storage,
        clock,
        entropy: Arc::new(Mutex::new(SystemEntropy)),
        public_url,
        assets: Arc::new(site.assets.clone()),
        publisher,
        desk,
        memory: Memory::default(),
        limits: Limits::new(&config.server.proxies),
        strongbox,
        urn,
        live,
    }
}
