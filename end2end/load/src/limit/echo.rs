//! Raw WebSocket echo of axum: sockets that each send a text, wait until it is back, and send the next.

use std::time::Instant;

use axum::Router;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::routing::get;
use clap::Args;
use tokio::net::TcpListener;
use tokio::task::JoinSet;

use super::Limit;
use crate::Outcome;
use crate::files::make_room_for;
use crate::socket::Socket;
use crate::times::Times;

/// As long as a ballot is.
const BYTES: usize = 180;
/// What the server reads at once, as Plénière does.
const BUFFER: usize = 4 * 1024;

/// What is asked for.
#[derive(Clone, Debug, Args)]
pub(crate) struct Arguments {
    /// How many sockets
    #[arg(long, value_name = "N", default_value_t = 500)]
    pub(super) sockets: usize,
    /// How many texts each sends
    #[arg(long, value_name = "N", default_value_t = 200)]
    pub(super) messages: usize,
    /// Tells in JSON
    #[arg(long)]
    pub(super) json: bool,
}

async fn echo(mut socket: WebSocket) {
    while let Some(Ok(message)) = socket.recv().await {
        if matches!(message, Message::Text(_)) && socket.send(message).await.is_err() {
            return;
        }
    }
}

/// Measures it, with the server in this very process.
pub(crate) async fn measure(sockets: usize, messages: usize) -> Outcome<Limit> {
    // Both ends are ours.
    make_room_for(2 * sockets)?;
    let told = |error: std::io::Error| format!("no port is free: {error}");
    let listener = TcpListener::bind("127.0.0.1:0").await.map_err(told)?;
    let host = listener.local_addr().map_err(told)?.to_string();
    let upgrade = |upgrade: WebSocketUpgrade| async move {
        upgrade.read_buffer_size(BUFFER).write_buffer_size(0).on_upgrade(echo)
    };
    let server =
        tokio::spawn(async move { axum::serve(listener, Router::new().route("/", get(upgrade))).await });
    let mut lines = Vec::new();
    for _ in 0..sockets {
        lines.push(Socket::open(&host, "/", "").await?);
    }
    let (begun, mut all, mut times) = (Instant::now(), JoinSet::new(), Times::default());
    for line in lines {
        all.spawn(speak(line, messages));
    }
    while let Some(one) = all.join_next().await {
        times.append(one.map_err(|error| error.to_string())??);
    }
    let lasted = begun.elapsed();
    server.abort();
    Ok(Limit { times: times.summary(), per_second: (sockets * messages) as f64 / lasted.as_secs_f64() })
}

async fn speak(mut line: Socket, messages: usize) -> Outcome<Times> {
    let text = "a".repeat(BYTES);
    let mut times = Times::default();
    for _ in 0..messages {
        let sent = Instant::now();
        line.send(text.clone()).await?;
        if line.text().await?.as_ref() != Some(&text) {
            return Err("the echo isn't what was said.".to_owned());
        }
        times.add(sent.elapsed());
    }
    Ok(times)
}

#[cfg(test)]
mod tests {
    #[tokio::test]
    async fn every_text_comes_back() {
        let limit = super::measure(3, 5).await.expect("measured");
        assert_eq!(limit.times.count, 15);
        assert!(limit.per_second > 0.0);
    }
}
