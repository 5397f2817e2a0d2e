//! A phone's line to a sitting.

use std::time::Duration;

use domain::live::{FromBrowser, ToBrowser};
use futures_util::{SinkExt as _, StreamExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
use tokio_tungstenite::tungstenite::http::HeaderValue;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{WebSocketStream, client_async_with_config};

use crate::Outcome;

/// The server beats every 20 seconds; what says nothing for longer is gone.
const PATIENCE: Duration = Duration::from_secs(60);
/// What a phone reads at once, in bytes. The client's own default is thirty times that, for each.
const BUFFER: usize = 4 * 1024;

/// An open line. A phone that is dropped hangs up without a word, as one does that loses the network.
#[derive(Debug)]
pub(crate) struct Socket(WebSocketStream<TcpStream>);

impl Socket {
    /// Opens it; `host` is `HOST:PORT`, `cookie` what a browser would send, or nothing.
    pub(crate) async fn open(host: &str, path: &str, cookie: &str) -> Outcome<Self> {
        let told = |error: Error| match error {
            Error::Http(answer) => format!("{path} answered {}.", answer.status()),
            error => format!("{path}: {error}"),
        };
        let mut request = format!("ws://{host}{path}").into_client_request().map_err(told)?;
        for (name, value) in [("origin", format!("http://{host}")), ("cookie", cookie.to_owned())] {
            let value = HeaderValue::from_str(&value).map_err(|error| format!("{name}: {error}"))?;
            request.headers_mut().insert(name, value);
        }
        let line = TcpStream::connect(host).await.map_err(|error| format!("{host}: {error}"))?;
        line.set_nodelay(true).map_err(|error| format!("{host}: {error}"))?;
        let config = WebSocketConfig::default().read_buffer_size(BUFFER).write_buffer_size(0);
        let (socket, _) = client_async_with_config(request, line, Some(config)).await.map_err(told)?;
        Ok(Self(socket))
    }

    /// Says something to the server.
    pub(crate) async fn say(&mut self, message: &FromBrowser) -> Outcome {
        let text = serde_json::to_string(message).map_err(|error| error.to_string())?;
        self.send(text).await
    }

    /// Sends a text as it is.
    pub(crate) async fn send(&mut self, text: String) -> Outcome {
        self.0.send(Message::text(text)).await.map_err(|error| error.to_string())
    }

    /// What the server says next; None once the line is cut. Beats are answered.
    pub(crate) async fn hear(&mut self) -> Outcome<Option<ToBrowser>> {
        while let Some(text) = self.text().await? {
            match serde_json::from_str(&text).map_err(|error| format!("{text}: {error}"))? {
                ToBrowser::Beat { .. } => self.say(&FromBrowser::Beat).await?,
                message => return Ok(Some(message)),
            }
        }
        Ok(None)
    }

    /// The next text as it is; None once the line is cut.
    pub(crate) async fn text(&mut self) -> Outcome<Option<String>> {
        loop {
            let next =
                timeout(PATIENCE, self.0.next()).await.map_err(|_| "the server is silent.".to_owned())?;
            match next {
                Some(Ok(Message::Text(text))) => return Ok(Some(text.as_str().to_owned())),
                Some(Ok(Message::Close(_)) | Err(_)) | None => return Ok(None),
                Some(Ok(_)) => {}
            }
        }
    }
}
