//! The conversation with our mail server. Command by command rather than lettre's transport: what a refusal means depends on
//! what was refused, us or the recipient.

use std::time::Duration;

use domain::mail::{Cause, Outcome, Setback};
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use tokio::time::timeout;

use super::message::Ready;
use crate::config::Security;

/// The mail server that takes our letters.
#[derive(Clone, Debug)]
pub(super) struct Relay {
    pub host: String,
    pub port: u16,
    pub security: Security,
    pub credentials: Option<Credentials>,
    /// How we present ourselves.
    pub hello: String,
    /// For a whole attempt.
    pub patience: Duration,
}

/// Whom an answer speaks of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    Us,
    TheLetter,
}

impl Relay {
    /// Hands one letter over, on a line of its own.
    pub(super) async fn hand_over(&self, letter: &Ready) -> Outcome {
        match timeout(self.patience, Box::pin(self.converse(letter))).await {
            Ok(Ok(())) => Outcome::Taken,
            Ok(Err((about, error))) => judged(about, &error),
            Err(_) => Outcome::Later(Setback {
                cause: Cause::Unreachable,
                answer: format!("{}:{}, {} s", self.host, self.port, self.patience.as_secs()),
            }),
        }
    }

    async fn converse(&self, letter: &Ready) -> Result<(), (About, Error)> {
        let mut line = self.open().await.map_err(us)?;
        let said = say(&mut line, letter).await;
        // Its answer to our last word is in: a goodbye that is lost changes nothing.
        line.abort().await;
        said
    }

    /// A line on which letters may be handed over.
    async fn open(&self) -> Result<AsyncSmtpConnection, Error> {
        let hello = ClientId::Domain(self.hello.clone());
        let tls = || TlsParameters::new(self.host.clone());
        let from_the_start = if self.security == Security::Tls { Some(tls()?) } else { None };
        let address = (self.host.as_str(), self.port);
        let mut line =
            AsyncSmtpConnection::connect_tokio1(address, Some(self.patience), &hello, from_the_start, None)
                .await?;
        if self.security == Security::StartTls {
            // Fails when the server doesn't offer it: neither password nor letter goes in clear.
            line.starttls(tls()?, &hello).await?;
        }
        if let Some(credentials) = &self.credentials {
            line.auth(DEFAULT_MECHANISMS, credentials).await?;
        }
        Ok(line)
    }
}

async fn say(line: &mut AsyncSmtpConnection, letter: &Ready) -> Result<(), (About, Error)> {
    line.command(Mail::new(Some(letter.from.clone()), Vec::new())).await.map_err(us)?;
    line.command(Rcpt::new(letter.to.clone(), Vec::new())).await.map_err(the_letter)?;
    line.command(Data).await.map_err(the_letter)?;
    line.message(&letter.bytes).await.map_err(the_letter)?;
    Ok(())
}

fn us(error: Error) -> (About, Error) {
    (About::Us, error)
}

fn the_letter(error: Error) -> (About, Error) {
    (About::TheLetter, error)
}

/// What an answer means for the letter. What is refused to us is never held against it.
fn judged(about: About, error: &Error) -> Outcome {
    let words = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
    let Some(code) = error.status() else {
        let cause = if error.is_tls() || error.is_client() { Cause::Settings } else { Cause::Unreachable };
        return Outcome::Later(Setback { cause, answer: error.to_string() });
    };
    let answer = format!("{code} {words}");
    let cause = match about {
        About::Us if error.is_transient() => Cause::Unreachable,
        About::Us => Cause::Settings,
        About::TheLetter => Cause::of_answer(u16::from(code), &words),
    };
    let why = Setback { cause, answer };
    if error.is_transient() || cause == Cause::Settings { Outcome::Later(why) } else { Outcome::Never(why) }
}
