//! A socket as a session sees it: text that comes and goes, and an end with a reason.

use std::time::Duration;

use axum::extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket, close_code};
use tokio::time::timeout;

/// How long a message may take to leave: a browser that reads nothing for longer is gone.
const SLOW: Duration = Duration::from_secs(20);
/// How long the other side may take to agree that it is over.
const GOODBYE: Duration = Duration::from_secs(1);

/// What comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// A message.
    Text(Utf8Bytes),
    /// Something of the protocol's own.
    Sign,
    /// A message that isn't text.
    Binary,
    /// More than may be said at once, or no message at all.
    Unlawful,
    /// The other side is gone.
    Gone,
}

/// Why a session ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// The other side left.
    Gone,
    /// It answered no beat, or read nothing.
    Silent,
    /// It sent something that isn't text.
    Binary,
    /// It sent too much at once.
    Unlawful,
    /// It sent too often.
    TooOften,
    /// It sent what nobody understands.
    Unclear,
    /// It may not follow any more.
    NotAllowed,
    /// The server stops.
    Stopping,
}

impl End {
    /// What the other side is told, where it can hear: a code, and words for whoever looks into it. `live.js` knows the codes.
    pub(super) const fn told(self) -> Option<(u16, &'static str)> {
        use app::text::live;
        match self {
            Self::Gone => None,
            Self::Silent => Some((close_code::POLICY, live::SILENT)),
            Self::Binary => Some((close_code::UNSUPPORTED, live::BINARY)),
            Self::Unlawful => Some((close_code::SIZE, live::TOO_LONG)),
            Self::TooOften => Some((close_code::POLICY, live::TOO_OFTEN)),
            Self::Unclear => Some((close_code::POLICY, live::UNCLEAR)),
            // Of the range that is left to applications: the same number as the answer to a page.
            Self::NotAllowed => Some((4401, live::NOT_ALLOWED)),
            Self::Stopping => Some((close_code::RESTART, live::STOPPING)),
        }
    }
}

/// A socket.
pub(super) trait Line: Send {
    /// What comes next. Nothing is lost when it is dropped before.
    fn hear(&mut self) -> impl Future<Output = Heard> + Send;

    /// Sends a message; false when it can't leave.
    fn say(&mut self, text: Utf8Bytes) -> impl Future<Output = bool> + Send;

    /// Says goodbye, as far as the other side hears it.
    fn hang_up(&mut self, end: End) -> impl Future<Output = ()> + Send;
}

impl Line for WebSocket {
    async fn hear(&mut self) -> Heard {
        match self.recv().await {
            Some(Ok(Message::Text(text))) => Heard::Text(text),
            Some(Ok(Message::Binary(_))) => Heard::Binary,
            Some(Ok(Message::Ping(_) | Message::Pong(_))) => Heard::Sign,
            Some(Ok(Message::Close(_))) | None => Heard::Gone,
            Some(Err(_)) => Heard::Unlawful,
        }
    }

    async fn say(&mut self, text: Utf8Bytes) -> bool {
        timeout(SLOW, self.send(Message::Text(text))).await.is_ok_and(|sent| sent.is_ok())
    }

    async fn hang_up(&mut self, end: End) {
        let Some((code, reason)) = end.told() else { return };
        let frame = CloseFrame { code, reason: Utf8Bytes::from_static(reason) };
        let goodbye = async {
            if self.send(Message::Close(Some(frame))).await.is_ok() {
                // What was on its way is taken: a line that is cut before would swallow the reason.
                while self.recv().await.is_some_and(|heard| heard.is_ok()) {}
            }
        };
        let _ = timeout(GOODBYE, goodbye).await;
    }
}
