//! Many tasks in turns of a few.

use tokio::task::JoinSet;

use crate::Outcome;

/// How many are under way at the same time.
const TOGETHER: usize = 16;

/// Does all of them in turns, so that a small machine's queue isn't what is measured afterwards. What they give comes in the order
/// in which they end.
pub(crate) async fn in_turns<T: Send + 'static>(
    tasks: impl IntoIterator<Item = impl Future<Output = Outcome<T>> + Send + 'static>,
) -> Outcome<Vec<T>> {
    let (mut under_way, mut done) = (JoinSet::new(), Vec::new());
    for task in tasks {
        if under_way.len() == TOGETHER
            && let Some(first) = under_way.join_next().await
        {
            done.push(first.map_err(|error| error.to_string())??);
        }
        under_way.spawn(task);
    }
    while let Some(next) = under_way.join_next().await {
        done.push(next.map_err(|error| error.to_string())??);
    }
    Ok(done)
}
