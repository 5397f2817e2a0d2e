//! How long a running server takes for its pages, on this machine: no network but the loopback, no browser.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::Outcome;

/// The bar that design sets: 95 answers in a hundred come sooner, with 2,000 contributions.
const BAR: Duration = Duration::from_millis(50);
/// Answers measured for each page.
const ASKED: usize = 200;
/// Answers before those, which fill caches.
const WARMING: usize = 10;
/// A server that says nothing for that long is stuck.
const PATIENCE: Duration = Duration::from_secs(30);

/// Asks for each page, one request after the other, and prints the median and the 95th percentile of the time to the last byte.
/// `arguments` are the server's `http://HOST:PORT`, then paths. Over the bar is said and is no failure: machines differ.
pub(crate) fn measure(arguments: &[String]) -> Outcome {
    let [address, paths @ ..] = arguments else {
        return Err("usage: xtask latency ADDRESS PATH…".to_owned());
    };
    let host = address.trim_start_matches("http://").trim_end_matches('/');
    for path in paths {
        let mut times = Vec::with_capacity(ASKED);
        for asked in 0..WARMING + ASKED {
            let time = ask(host, path)?;
            if asked >= WARMING {
                times.push(time);
            }
        }
        println!("{}", line(path, &mut times));
    }
    Ok(())
}

fn line(path: &str, times: &mut [Duration]) -> String {
    times.sort();
    let (median, late) = (rank(times, 50), rank(times, 95));
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    let verdict = if late <= BAR { "under" } else { "OVER" };
    format!(
        "{path}: median {:.1} ms, p95 {:.1} ms, {verdict} the bar of {} ms",
        ms(median),
        ms(late),
        BAR.as_millis()
    )
}

/// The smallest time that `percent` in a hundred don't exceed.
fn rank(sorted: &[Duration], percent: usize) -> Duration {
    let at = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
    sorted.get(at).copied().unwrap_or_default()
}

/// One request on a connection of its own; what it took from the first byte sent to the last received.
fn ask(host: &str, path: &str) -> Outcome<Duration> {
    let told = |error: std::io::Error| format!("{host}{path} doesn't answer: {error}");
    let mut connection = TcpStream::connect(host).map_err(told)?;
    connection.set_read_timeout(Some(PATIENCE)).map_err(told)?;
    connection.set_nodelay(true).map_err(told)?;
    let request =
        format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n");
    let start = Instant::now();
    connection.write_all(request.as_bytes()).map_err(told)?;
    let mut answer = Vec::new();
    connection.read_to_end(&mut answer).map_err(told)?;
    let time = start.elapsed();
    let status = answer.get(9..12).unwrap_or_default();
    if status == b"200" {
        Ok(time)
    } else {
        Err(format!("{host}{path} answered {}", String::from_utf8_lossy(status)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_times_that_were_measured() {
        let mut times: Vec<Duration> = (1..=20).rev().map(Duration::from_millis).collect();
        let said = line("/", &mut times);
        assert_eq!(said, "/: median 10.0 ms, p95 19.0 ms, under the bar of 50 ms");
        assert_eq!(rank(&[], 95), Duration::ZERO);
        assert_eq!(rank(&[BAR], 50), BAR);
    }
}
