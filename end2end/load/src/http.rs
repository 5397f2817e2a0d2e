//! HTTP/1.1 as one browser speaks it: a line kept open, a cookie, pages packed with Brotli.
//!
//! By hand: the client's half of the HTTP crates is a feature that would compile again all that stands on them.

use std::io::{self, ErrorKind};
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufStream};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// The server answers that it is unavailable after 30 seconds; what says nothing for longer is gone.
const PATIENCE: Duration = Duration::from_secs(40);
/// No answer of ours has a longer head, in bytes.
const LONGEST_HEAD: usize = 64 * 1024;

/// One person's browser.
#[derive(Debug)]
pub(crate) struct Browser {
    host: Arc<str>,
    cookie: Option<String>,
    line: Option<BufStream<TcpStream>>,
}

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Request<'a> {
    Get(&'a str),
    /// A form's fields, encoded.
    Post(&'a str, &'a str),
}

/// An answer, all of it.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// Where it leads.
    pub(crate) location: Option<String>,
    packed: bool,
    bytes: Vec<u8>,
}

impl Answer {
    /// The page.
    pub(crate) fn text(&self) -> io::Result<String> {
        if self.packed {
            return io::read_to_string(brotli::Decompressor::new(&self.bytes[..], 4096));
        }
        String::from_utf8(self.bytes.clone()).map_err(|_| ErrorKind::InvalidData.into())
    }
}

impl Browser {
    /// Somebody who wasn't there yet. `host` is `HOST:PORT`.
    pub(crate) fn new(host: Arc<str>) -> Self {
        Self { host, cookie: None, line: None }
    }

    /// What it sends with each request; nothing for whoever isn't signed in.
    pub(crate) fn cookie(&self) -> &str {
        self.cookie.as_deref().unwrap_or_default()
    }

    /// Asks, and waits for the whole answer. The line is kept when that went well.
    pub(crate) async fn send(&mut self, request: Request<'_>) -> io::Result<Answer> {
        let bytes = self.written(request);
        // Taken: a line on which something failed, or that somebody stopped listening to, is no good any more.
        let line = self.line.take();
        let exchanged = timeout(PATIENCE, async {
            let mut line = match line {
                Some(line) => line,
                None => {
                    let line = TcpStream::connect(&*self.host).await?;
                    line.set_nodelay(true)?;
                    BufStream::new(line)
                }
            };
            line.write_all(&bytes).await?;
            line.flush().await?;
            let head = Head::read(&mut line).await?;
            let body = head.body(&mut line).await?;
            Ok::<_, io::Error>((head, body, line))
        });
        let (head, bytes, line) = exchanged.await.map_err(|_| io::Error::from(ErrorKind::TimedOut))??;
        if !head.closes {
            self.line = Some(line);
        }
        if head.cookie.is_some() {
            self.cookie = head.cookie;
        }
        Ok(Answer { status: head.status, location: head.location, packed: head.packed, bytes })
    }

    fn written(&self, request: Request<'_>) -> Vec<u8> {
        let (method, path) = match request {
            Request::Get(path) => ("GET", path),
            Request::Post(path, _) => ("POST", path),
        };
        let host = &self.host;
        let mut head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: load\r\nAccept-Encoding: br\r\n"
        );
        if let Some(cookie) = &self.cookie {
            head += &format!("Cookie: {cookie}\r\n");
        }
        if let Request::Post(_, body) = request {
            head += &format!(
                "Origin: http://{host}\r\nSec-Fetch-Site: same-origin\r\n\
                 Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
                body.len()
            );
        } else {
            head += "\r\n";
        }
        head.into_bytes()
    }
}

/// What stands before the body.
#[derive(Debug, Default)]
struct Head {
    status: u16,
    location: Option<String>,
    cookie: Option<String>,
    length: usize,
    chunked: bool,
    packed: bool,
    closes: bool,
}

impl Head {
    async fn read(line: &mut BufStream<TcpStream>) -> io::Result<Self> {
        let first = text_line(line).await?;
        let status =
            first.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or(ErrorKind::InvalidData)?;
        let (mut head, mut length) = (Self { status, ..Self::default() }, 0);
        loop {
            let text = text_line(line).await?;
            length += text.len();
            let Some((name, value)) = text.split_once(':') else { return Ok(head) };
            if length > LONGEST_HEAD {
                return Err(ErrorKind::InvalidData.into());
            }
            head.note(&name.to_ascii_lowercase(), value.trim());
        }
    }

    fn note(&mut self, name: &str, value: &str) {
        match name {
            "location" => self.location = Some(value.to_owned()),
            "set-cookie" => self.cookie = value.split(';').next().map(str::to_owned),
            "content-length" => self.length = value.parse().unwrap_or_default(),
            "transfer-encoding" => self.chunked = value.eq_ignore_ascii_case("chunked"),
            "content-encoding" => self.packed = value.eq_ignore_ascii_case("br"),
            "connection" => self.closes = value.eq_ignore_ascii_case("close"),
            _ => {}
        }
    }

    async fn body(&self, line: &mut BufStream<TcpStream>) -> io::Result<Vec<u8>> {
        let mut body = Vec::new();
        if !self.chunked {
            body.resize(self.length, 0);
            line.read_exact(&mut body).await?;
            return Ok(body);
        }
        loop {
            let size = text_line(line).await?;
            let size = size.split(';').next().unwrap_or_default();
            let size = usize::from_str_radix(size, 16).map_err(|_| ErrorKind::InvalidData)?;
            let from = body.len();
            body.resize(from + size, 0);
            line.read_exact(&mut body[from..]).await?;
            if !text_line(line).await?.is_empty() {
                return Err(ErrorKind::InvalidData.into());
            }
            if size == 0 {
                return Ok(body);
            }
        }
    }
}

/// A line without its end; an end of the stream instead of it is a failure.
async fn text_line(line: &mut BufStream<TcpStream>) -> io::Result<String> {
    let mut bytes = Vec::new();
    line.read_until(b'\n', &mut bytes).await?;
    let text = bytes.strip_suffix(b"\n").ok_or(ErrorKind::UnexpectedEof)?;
    let text = text.strip_suffix(b"\r").unwrap_or(text);
    String::from_utf8(text.to_vec()).map_err(|_| ErrorKind::InvalidData.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::net::TcpListener;

    #[tokio::test]
    async fn answers_are_read_whole_and_the_line_and_the_cookie_kept() {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let host: Arc<str> = listener.local_addr().expect("an address").to_string().into();
        let served = tokio::spawn(async move {
            let mut line = BufStream::new(listener.accept().await.expect("a line").0);
            let mut asked = Vec::new();
            for answer in [
                "HTTP/1.1 303 See Other\r\nLocation: /la\r\nSet-Cookie: pleniere=ab; Path=/\r\ncontent-length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n4\r\nC’\r\n",
            ] {
                let mut head = Vec::new();
                while !head.ends_with(b"\r\n\r\n") {
                    line.read_until(b'\n', &mut head).await.expect("a head");
                }
                asked.push(String::from_utf8(head).expect("text"));
                line.write_all(answer.as_bytes()).await.expect("written");
                line.flush().await.expect("sent");
            }
            line.write_all("4\r\nest.\r\n0\r\n\r\n".as_bytes()).await.expect("written");
            line.flush().await.expect("sent");
            asked
        });
        let mut browser = Browser::new(host);
        let answer = browser.send(Request::Post("/entrer", "")).await.expect("an answer");
        assert_eq!((answer.status, answer.location.as_deref()), (303, Some("/la")));
        let page = browser.send(Request::Get("/la")).await.expect("a page");
        assert!(
            page.status == 200
                && page.text().is_ok_and(|text| text.starts_with('C') && text.ends_with("est."))
        );
        let asked = served.await.expect("served");
        assert!(!asked[0].contains("Cookie") && asked[1].contains("Cookie: pleniere=ab\r\n"), "{asked:?}");
        assert!(browser.send(Request::Get("/")).await.is_err(), "the server has gone");
    }
}
