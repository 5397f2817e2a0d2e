//! `pleniere migrate`.

use super::Outcome;
use crate::config::Config;
use storage::Storage;

pub(super) async fn run(config: &Config) -> Outcome {
    let storage = Storage::open(&config.database.url).await?;
    storage.migrate().await?;
    println!("Schéma à jour ({}).", storage.engine_name());
    storage.close().await;
    Ok(())
}
