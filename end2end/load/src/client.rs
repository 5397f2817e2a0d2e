//! What a person does with a browser: they enter by their link, read pages, and send a text until they know that it arrived.

use std::io;
use std::time::{Duration, Instant};

use tokio::time::sleep;

use crate::Outcome;
use crate::form::{self, Fields};
use crate::http::{Answer, Browser, Request};
use crate::times::Times;

/// Between two attempts when the server doesn't answer.
const AGAIN: Duration = Duration::from_millis(250);
/// For how long somebody tries before they give up.
const PATIENCE: Duration = Duration::from_secs(60);

/// A person, and what they lived through.
#[derive(Debug)]
pub(crate) struct Client {
    browser: Browser,
    /// How long answers took that came.
    pub(crate) read: Times,
    pub(crate) form: Times,
    pub(crate) write: Times,
    /// Attempts that the server didn't answer, and that were made again.
    pub(crate) retried: usize,
}

/// What became of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Sent {
    /// The server said that it has it.
    Acknowledged,
    /// The server said no, by this status.
    Refused(u16),
    /// Nobody answered for as long as somebody waits.
    GivenUp,
}

impl Client {
    pub(crate) fn new(browser: Browser) -> Self {
        let none = Times::default;
        Self { browser, read: none(), form: none(), write: none(), retried: 0 }
    }

    /// Opens a personal link and presses its button.
    pub(crate) async fn enter(&mut self, link: &str) -> Outcome {
        for request in [Request::Get(link), Request::Post(link, "")] {
            let answer = self.patiently(request).await.map_err(|error| format!("{link}: {error}"))?.0;
            if !matches!(answer.status, 200 | 303) {
                return Err(format!("{link} answered {}: nobody enters by it.", answer.status));
            }
        }
        Ok(())
    }

    /// What their browser sends with each request.
    pub(crate) fn cookie(&self) -> &str {
        self.browser.cookie()
    }

    /// Posts a form that must be done.
    pub(crate) async fn act(&mut self, path: &str, fields: &[(&str, &str)]) -> Outcome {
        let fields: Fields =
            fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let body = form::encoded(&fields);
        let answer =
            self.patiently(Request::Post(path, &body)).await.map_err(|error| format!("{path}: {error}"))?.0;
        if answer.status != 303 {
            return Err(format!("{path} answered {} to {body}.", answer.status));
        }
        Ok(())
    }

    /// Reads a page, whatever comes.
    pub(crate) async fn look(&mut self, path: &str) -> Outcome<u16> {
        let (answer, took) = self.asked(path).await?;
        self.read.add(took);
        Ok(answer.status)
    }

    /// The text of a page.
    pub(crate) async fn page(&mut self, path: &str) -> Outcome<String> {
        let answer = self.asked(path).await?.0;
        if answer.status != 200 {
            return Err(format!("{path} answered {}.", answer.status));
        }
        answer.text().map_err(|error| format!("{path}: {error}"))
    }

    /// Opens the form, types, and sends the very same form until the server says what became of it.
    pub(crate) async fn write(&mut self, path: &str, words: &str) -> Outcome<Sent> {
        let (answer, took) = self.asked(path).await?;
        self.form.add(took);
        let page = answer.text().map_err(|error| format!("{path}: {error}"))?;
        let Some(mut fields) = form::fields(&page, "ecrire") else {
            return Err(format!("{path} answered {} and has no form to write in.", answer.status));
        };
        form::set(&mut fields, "texte", words);
        Ok(self.send(path, &fields).await)
    }

    async fn send(&mut self, path: &str, fields: &Fields) -> Sent {
        let body = form::encoded(fields);
        match self.patiently(Request::Post(path, &body)).await {
            Ok((answer, took)) if answer.status == 303 && answer.location.is_some() => {
                self.write.add(took);
                Sent::Acknowledged
            }
            Ok((answer, _)) => Sent::Refused(answer.status),
            Err(_) => Sent::GivenUp,
        }
    }

    async fn asked(&mut self, path: &str) -> Outcome<(Answer, Duration)> {
        self.patiently(Request::Get(path)).await.map_err(|error| format!("{path}: {error}"))
    }

    /// The first answer that comes, and how long that attempt took.
    async fn patiently(&mut self, request: Request<'_>) -> io::Result<(Answer, Duration)> {
        let begun = Instant::now();
        loop {
            let asked = Instant::now();
            match self.browser.send(request).await {
                Ok(answer) => return Ok((answer, asked.elapsed())),
                Err(error) if begun.elapsed() > PATIENCE => return Err(error),
                Err(_) => {
                    self.retried += 1;
                    sleep(AGAIN).await;
                }
            }
        }
    }
}
