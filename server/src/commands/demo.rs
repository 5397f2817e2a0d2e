//! `pleniere demo`: a congress in a folder of its own, made anew at each start.

use std::path::{Path, PathBuf};

use app::routes::{AmendingRoute, Route};
use clap::Args;
use domain::congress::Congress;
use domain::id::SittingId;
use domain::member::Role;
use domain::time::Clock;
use domain::words::Slug;
use intake::Mapping;
use storage::Storage;
use tokio::net::TcpListener;

use super::{Complaint, Outcome};
use crate::config::Config;
use crate::demo;
use crate::demo::members::Door;
use crate::interrupt::Interrupt;
use crate::jobs::analyse::{RunOrder, analyse, parameters};
use crate::jobs::import::{Order, import, words};
use crate::jobs::mail::Teller;
use crate::present::{CountedEntropy, SystemClock, SystemEntropy};
use crate::router::router;
use crate::serve::serve;
use crate::state::{AppState, Site};
use crate::words::io;

/// Marks a folder as one that the demonstration may clear.
const MARK: &str = ".pleniere-demonstration";
/// Ports tried one after the other.
const PORTS: u16 = 10;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(long, value_name = "FICHIER", help = "Sert ce fichier CSV au lieu des textes fictifs")]
    corpus: Option<PathBuf>,
    #[arg(
        long,
        value_name = "CHAMP=COLONNE",
        help = "Corrige une colonne mal reconnue du fichier ; répétable"
    )]
    map: Vec<String>,
    #[arg(
        long,
        value_name = "PORT",
        help = "Port (par défaut celui des réglages, ou l’un des suivants ; 0 : n’importe lequel)"
    )]
    port: Option<u16>,
    #[arg(
        long,
        value_name = "DOSSIER",
        help = "Dossier de la démonstration, vidé à chaque départ (par défaut, dans le dossier temporaire)"
    )]
    dir: Option<PathBuf>,
}

pub(super) async fn run(mut config: Config, arguments: Arguments) -> Outcome {
    let site = Site::find(&config.server.site)?;
    let listener = listen(&config, arguments.port).await?;
    let folder = arguments
        .dir
        .clone()
        .unwrap_or_else(|| own_folder(listener.local_addr().map_or(0, |address| address.port())));
    clear(&folder)?;
    let storage = Storage::open(&format!("sqlite://{}", folder.join("pleniere.db").display())).await?;
    storage.migrate().await?;
    let congress = fill(&storage, arguments.corpus.as_deref(), &arguments.map, config.analysis.seed).await?;
    let url = format!("http://{}", listener.local_addr()?);
    config.server.public_url.clone_from(&url);
    config.server.keys = folder.join("cles");
    let state = super::serve::state(storage, &site, &config);
    // Ordered now, so that it is there when someone asks.
    state.desk.motion_pdf(&congress).await?;
    let interrupt = Interrupt::heed(super::serve::STOPPING)?;
    let doors =
        demo::members::doors(&state.storage, congress.id, SystemClock.now(), &mut SystemEntropy).await?;
    let sitting = sitting(&state, &congress, &doors).await?;
    if arguments.corpus.is_none() {
        let teller = Teller::new(state.storage.clone(), url.as_str().into());
        demo::members::digest(&state.storage, &teller, &congress, SystemClock.now(), &mut SystemEntropy)
            .await?;
    }
    welcome(&url, &congress, &doors, sitting);
    // Its letters stay in the outbox: invented people have no mailbox.
    serve(listener, router(state.clone(), &site), state, None, interrupt.came()).await?;
    Ok(())
}

async fn listen(config: &Config, port: Option<u16>) -> Outcome<TcpListener> {
    let mut address = config.server.address;
    if let Some(port) = port {
        address.set_port(port);
        return super::serve::listen(address).await;
    }
    let first = address.port();
    for port in first..first.saturating_add(PORTS) {
        address.set_port(port);
        if let Ok(listener) = TcpListener::bind(address).await {
            return Ok(listener);
        }
    }
    Err(Complaint(format!(
        "aucun port n’est libre de {first} à {} : choisissez-en un par --port.",
        first + PORTS - 1
    )))
}

/// One folder a port: two demonstrations at once don't clear each other's.
fn own_folder(port: u16) -> PathBuf {
    std::env::temp_dir().join(format!("pleniere-demonstration-{port}"))
}

/// Empties the folder, if it is the demonstration's own.
fn clear(folder: &Path) -> Outcome {
    let told = |error: std::io::Error| {
        Complaint(format!("le dossier {} ne peut pas être préparé ({}).", folder.display(), io(&error)))
    };
    let taken = folder.read_dir().is_ok_and(|mut entries| entries.next().is_some());
    if taken && !folder.join(MARK).exists() {
        return Err(Complaint(format!(
            "le dossier {} contient autre chose qu’une démonstration : choisissez-en un autre par --dir.",
            folder.display()
        )));
    }
    if taken {
        std::fs::remove_dir_all(folder).map_err(told)?;
    }
    std::fs::create_dir_all(folder).map_err(told)?;
    std::fs::write(
        folder.join(MARK),
        "Ce dossier est vidé à chaque départ de la démonstration de Plénière.\n",
    )
    .map_err(told)
}

/// Loads the demonstration, or a corpus of one’s own, and analyses it.
pub(super) async fn fill(
    storage: &Storage,
    corpus: Option<&Path>,
    map: &[String],
    seed: u64,
) -> Outcome<Congress> {
    let (clock, mut entropy) = (SystemClock, CountedEntropy::new(seed));
    let congress = match corpus {
        None => demo::load(storage, clock.now(), &mut entropy).await?,
        Some(file) => {
            let congress = import_corpus(storage, file, map, &mut entropy).await?;
            demo::members::add_office(storage, congress.id, clock.now(), &mut entropy).await?;
            congress
        }
    };
    let parameters = parameters(None)?;
    analyse(storage, &congress, RunOrder { parameters, seed, fresh: false }, &clock, &mut entropy).await?;
    Ok(congress)
}

async fn import_corpus(
    storage: &Storage,
    file: &Path,
    map: &[String],
    entropy: &mut CountedEntropy,
) -> Outcome<Congress> {
    let mut mapping = Mapping::default();
    for rule in map {
        mapping.add(rule).map_err(|error| Complaint(words::mapping(&error)))?;
    }
    let bytes = std::fs::read(file)
        .map_err(|error| Complaint(format!("{} ne peut pas être lu ({}).", file.display(), io(&error))))?;
    let file_name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let slug: Slug = "corpus".parse()?;
    let order = Order {
        title: Some(format!("Corpus « {file_name} »")),
        file_name,
        congress: slug.clone(),
        question: None,
        mapping,
        dry_run: false,
        // A trial: what can be read is shown, and what was refused is said.
        skip_refused: true,
        fictional: false,
    };
    let report = import(storage, &bytes, order, &SystemClock, entropy).await?;
    print!("{}", words::report(&report));
    if report.nothing_done() {
        return Err(Complaint(words::nothing_done(&report)));
    }
    super::export::congress(storage, &slug).await
}

/// A sitting in progress, where there are people to hold one: a corpus of one's own has none.
async fn sitting(state: &AppState, congress: &Congress, doors: &[Door]) -> Outcome<Option<SittingId>> {
    let who = |role| doors.iter().find(|door| door.role == role).map(|door| door.member);
    match who(Some(Role::Chair)).zip(who(None)) {
        Some(who) => {
            let sitting = Box::pin(demo::sitting::hold(state, congress, who)).await?;
            if let Some(staff) = doors.iter().find(|door| door.role == Some(Role::Staff)) {
                Box::pin(demo::amending::debate(state, congress, (staff.member, &sitting))).await?;
            }
            Ok(Some(sitting.id))
        }
        None => Ok(None),
    }
}

fn welcome(url: &str, congress: &Congress, doors: &[Door], sitting: Option<SittingId>) {
    let link = |route: Route<'_>| format!("{url}{}", route.path());
    let slug = &congress.slug;
    println!("\n{} est prêt.\n", congress.title);
    for (words, route) in [
        ("Le congrès", Route::Congress(slug)),
        ("Les contributions", Route::Corpus(slug)),
        ("Les thèmes", Route::Themes(slug)),
        ("Le projet de motion", Route::Motion(slug)),
        ("Les amendements", Route::Amending(slug, AmendingRoute::List)),
        ("Le courrier", Route::Outbox(slug, 1)),
        ("La motion en PDF", Route::Download(slug, "motion.pdf")),
    ] {
        println!("{}   {words}", link(route));
    }
    if let Some(id) = sitting {
        for (words, route) in [
            ("La séance en cours", Route::Sitting(slug, id)),
            ("L’écran de la salle", Route::Screen(slug, id)),
            ("Le pupitre (entrez d’abord en tant que présidence)", Route::Chair(slug, id)),
        ] {
            println!("{}   {words}", link(route));
        }
    }
    println!("\nEntrer en tant que :");
    for door in doors {
        println!("{}   {} ({})", link(Route::Enter(&door.token)), door.name, door_words(door.role));
    }
    println!("\nCtrl-C pour arrêter.");
}

fn door_words(role: Option<Role>) -> &'static str {
    role.map_or("membre", app::text::names::role)
}
