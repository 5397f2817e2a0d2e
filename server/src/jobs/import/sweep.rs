//! Files that nobody read in are let go of.

use std::sync::Arc;
use std::time::Duration;

use domain::time::Clock;
use storage::{Storage, StorageError};

/// How often one looks.
const EVERY: Duration = Duration::from_secs(60 * 60);

/// Lets go, now and every hour, of files that waited for too long; until it is dropped.
pub async fn keep_sweeping(storage: Storage, clock: Arc<dyn Clock>) {
    let mut ticks = tokio::time::interval(EVERY);
    loop {
        ticks.tick().await;
        match sweep(&storage, &*clock).await {
            Ok(0) => {}
            Ok(swept) => tracing::info!(swept, "files that waited to be imported were let go of"),
            Err(error) => tracing::warn!(%error, "files that wait to be imported couldn't be swept"),
        }
    }
}

/// Lets go of files that waited for too long; how many.
///
/// # Errors
/// When the database fails.
pub async fn sweep(storage: &Storage, clock: &dyn Clock) -> Result<u64, StorageError> {
    let mut work = storage.write().await?;
    let swept = work.sweep_uploads(clock.now()).await?;
    work.save().await?;
    Ok(swept)
}
