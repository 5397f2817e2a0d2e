//! The settings of mail, checked together.

use std::net::IpAddr;
use std::time::Duration;

use lettre::Address;
use lettre::message::Mailbox;
use lettre::transport::smtp::authentication::Credentials;

use super::message::{ID, Sender};
use super::relay::Relay;
use crate::config::{Mail, Security};

/// How long one attempt may take, from the connection to the last answer. Shorter than a lease.
const PATIENCE: Duration = Duration::from_secs(60);

/// Everything it takes to send.
#[derive(Clone, Debug)]
pub struct Sending {
    /// To whom letters are handed over.
    pub(super) relay: Relay,
    /// In whose name.
    pub(super) sender: Sender,
    /// Between two letters.
    pub(super) pace: Duration,
}

/// Settings of mail that can't work.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum SendingError {
    /// A setting isn't an address.
    #[error(
        "le réglage mail.{setting} (« {value} ») n’est pas une adresse : écrivez par exemple « congres@association.example »."
    )]
    Address {
        /// Its name.
        setting: &'static str,
        /// What was written.
        value: String,
    },
    /// Letters, and a password, would cross the network in clear.
    #[error(
        "le réglage mail.security vaut « none » alors que le serveur {0} n’est pas sur cette machine : choisissez starttls ou tls."
    )]
    InClear(String),
    /// Nothing would ever be sent.
    #[error(
        "le réglage mail.per_minute vaut 0 : donnez au moins 1, ou videz mail.host pour ne rien envoyer."
    )]
    Never,
}

impl Sending {
    /// None when no host is set.
    ///
    /// # Errors
    /// When settings can't work.
    pub fn from_settings(mail: &Mail) -> Result<Option<Self>, SendingError> {
        let host = mail.host.trim();
        if host.is_empty() {
            return Ok(None);
        }
        if mail.security == Security::None && !is_this_machine(host) {
            return Err(SendingError::InClear(host.to_owned()));
        }
        let pace = Duration::from_secs(60).checked_div(mail.per_minute).ok_or(SendingError::Never)?;
        let from: Mailbox = parsed("from", &mail.from)?;
        let credentials =
            (!mail.user.is_empty()).then(|| Credentials::new(mail.user.clone(), mail.password.clone()));
        let relay = Relay {
            host: host.to_owned(),
            port: mail.port,
            security: mail.security,
            credentials,
            hello: from.email.domain().to_owned(),
            patience: PATIENCE,
        };
        let reply_to = (!mail.reply_to.is_empty()).then(|| parsed("reply_to", &mail.reply_to)).transpose()?;
        if !mail.bounces.is_empty() {
            let _: Address = parsed("bounces", &mail.bounces.replace(ID, "0"))?;
        }
        let sender = Sender { from, reply_to, bounces: mail.bounces.clone() };
        Ok(Some(Self { relay, sender, pace }))
    }

    /// The same, giving up an attempt sooner: for tests.
    #[must_use]
    pub fn with_patience(mut self, patience: Duration) -> Self {
        self.relay.patience = patience;
        self
    }
}

fn parsed<T: std::str::FromStr>(setting: &'static str, value: &str) -> Result<T, SendingError> {
    value.trim().parse().map_err(|_| SendingError::Address { setting, value: value.to_owned() })
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse().is_ok_and(|address: IpAddr| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mail(change: impl FnOnce(&mut Mail)) -> Result<Option<Sending>, SendingError> {
        let mut mail = Mail {
            host: "smtp.association.example".into(),
            from: "Congrès <congres@association.example>".into(),
            ..Mail::default()
        };
        change(&mut mail);
        Sending::from_settings(&mail)
    }

    #[test]
    fn without_a_host_nothing_is_sent() {
        assert!(Sending::from_settings(&Mail::default()).unwrap().is_none());
        assert!(mail(|mail| mail.host = " ".into()).unwrap().is_none());
        let sending = mail(|mail| mail.per_minute = 120).unwrap().unwrap();
        assert_eq!(sending.pace, Duration::from_millis(500));
        assert_eq!(sending.relay.hello, "association.example");
    }

    #[test]
    fn settings_that_cannot_work_are_said() {
        assert_eq!(mail(|mail| mail.per_minute = 0).err(), Some(SendingError::Never));
        let in_clear = mail(|mail| mail.security = Security::None).err();
        assert_eq!(in_clear, Some(SendingError::InClear("smtp.association.example".into())));
        for host in ["localhost", "127.0.0.1", "::1"] {
            assert!(
                mail(|mail| (mail.security, mail.host) = (Security::None, host.into())).is_ok(),
                "{host}"
            );
        }
        for (setting, change) in [
            ("from", (|mail: &mut Mail| mail.from.clear()) as fn(&mut Mail)),
            ("reply_to", |mail| mail.reply_to = "nous".into()),
            ("bounces", |mail| mail.bounces = "{id} chez nous".into()),
        ] {
            let error = mail(change).err();
            assert!(matches!(error, Some(SendingError::Address { setting: named, .. }) if named == setting));
        }
        assert!(mail(|mail| mail.bounces = "retours+{id}@association.example".into()).is_ok());
    }
}
