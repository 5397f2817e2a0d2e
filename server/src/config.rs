//! Settings: built-in defaults, then a TOML file, then the environment (`PLENIERE_SERVER__ADDRESS=…`, `DATABASE_URL=…`).
//!
//! `docs/pleniere.toml` documents every default; a test compares it with the code.

mod mail;

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

pub use mail::{Mail, Security};

/// Every setting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
pub struct Config {
    /// Who is served, and from where.
    pub server: Server,
    /// Where everything is kept.
    pub database: Database,
    /// What is written down of each request.
    pub log: Log,
    /// How analyses are made.
    pub analysis: Analysis,
    /// How letters are sent.
    pub mail: Mail,
    /// Who answers for the site: its legal notice.
    pub publisher: Publisher,
}

/// Who is served, and from where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Server {
    /// Address and port to listen on.
    pub address: SocketAddr,
    /// How the outside calls this server, without a slash at the end: links in documents begin with it.
    pub public_url: String,
    /// Folder of the built site; empty: `site` beside the binary or one folder above.
    pub site: PathBuf,
    /// Folder of the keys of secret polls: made when it is missing, and kept out of backups, since whoever holds a key and the
    /// database can join voters to choices until the result is proclaimed.
    pub keys: PathBuf,
    /// Addresses of the proxies in front of it, believed when they say for whom they ask (`X-Forwarded-For`); those on
    /// this machine always are.
    pub proxies: Vec<IpAddr>,
}

/// Where everything is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Database {
    /// `sqlite://FILE` or `postgres://USER:PASSWORD@HOST/NAME`.
    pub url: String,
    /// Bring the schema up to date when the server starts.
    pub migrate: bool,
}

/// What is written down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Log {
    /// `text` for people, `json` for machines.
    pub format: LogFormat,
    /// Which events, in the syntax of tracing-subscriber's `EnvFilter`.
    pub filter: String,
}

/// How a log line is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

/// How analyses are made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Analysis {
    /// The seed of their random numbers; kept with each run.
    pub seed: u64,
}

/// Who answers for the site. What is empty isn't said, and the legal notice says that it misses.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Publisher {
    /// The association or institution that publishes.
    pub name: String,
    /// Its address.
    pub address: String,
    /// Its telephone number.
    pub telephone: String,
    /// Where people write to it, also about their data.
    pub email: String,
    /// The director of publication.
    pub director: String,
    /// Who hosts the site: name, address, telephone number.
    pub host: String,
    /// On what ground personal data are held.
    pub legal_basis: String,
    /// For how long.
    pub retention: String,
    /// The licence of the texts and of the open data.
    pub licence: String,
}

impl From<Publisher> for app::pages::about::legal::Publisher {
    fn from(own: Publisher) -> Self {
        let Publisher { name, address, telephone, email, director, host, legal_basis, retention, licence } =
            own;
        Self { name, address, telephone, email, director, host, legal_basis, retention, licence }
    }
}

impl Default for Server {
    fn default() -> Self {
        Self {
            address: SocketAddr::from(([127, 0, 0, 1], 3000)),
            public_url: "http://127.0.0.1:3000".to_owned(),
            site: PathBuf::new(),
            keys: PathBuf::from("cles"),
            proxies: Vec::new(),
        }
    }
}

impl Default for Database {
    fn default() -> Self {
        Self { url: "sqlite://pleniere.db".to_owned(), migrate: true }
    }
}

impl Default for Log {
    fn default() -> Self {
        Self { format: LogFormat::Text, filter: "info".to_owned() }
    }
}

impl Default for Analysis {
    fn default() -> Self {
        Self { seed: 1 }
    }
}

/// Settings that can't be read: the message names the setting or the file.
#[derive(Debug, thiserror::Error)]
#[error("réglages illisibles : {}", words(.0))]
pub struct ConfigError(#[from] config::ConfigError);

fn words(error: &config::ConfigError) -> String {
    use config::ConfigError::{At, FileParse, NotFound, Type};
    match error {
        NotFound(key) => format!("le réglage « {key} » manque."),
        Type { key: Some(key), unexpected, .. } => {
            format!("le réglage « {key} » n’est pas de la forme attendue (lu : {unexpected}).")
        }
        At { key: Some(key), error, .. } => format!("réglage « {key} » (détail technique : {error})."),
        FileParse { uri: Some(file), cause } => {
            format!("le fichier {file} n’est pas du TOML (détail technique : {cause}).")
        }
        other => format!("voyez docs/pleniere.toml (détail technique : {other})."),
    }
}

impl Config {
    /// Reads the settings; `file` must exist when it is given, `pleniere.toml` in the working folder may.
    ///
    /// # Errors
    /// When a file can't be read, or a setting is unknown or doesn't fit.
    pub fn load(file: Option<&Path>) -> Result<Self, ConfigError> {
        let source = match file {
            Some(path) => config::File::from(path).format(config::FileFormat::Toml),
            None => config::File::from(Path::new("pleniere.toml"))
                .format(config::FileFormat::Toml)
                .required(false),
        };
        let environment = config::Environment::with_prefix("PLENIERE")
            .prefix_separator("_")
            .separator("__")
            .try_parsing(true);
        let mut builder = config::Config::builder()
            .add_source(config::Config::try_from(&Self::default())?)
            .add_source(source)
            .add_source(environment.ignore_empty(true).source(Some(settings_of_environment())));
        if let Some(url) = std::env::var("DATABASE_URL").ok().filter(|url| !url.is_empty()) {
            builder = builder.set_override("database.url", url)?;
        }
        Ok(builder.build()?.try_deserialize()?)
    }

    /// The settings as TOML, secrets masked.
    pub fn shown(&self) -> String {
        let mut masked = self.clone();
        masked.database.url = mask_password(&self.database.url);
        if !masked.mail.password.is_empty() {
            masked.mail.password = MASK.to_owned();
        }
        toml::to_string_pretty(&masked).unwrap_or_default()
    }
}

/// `PLENIERE_SECTION__NAME` only: other variables of the project (`PLENIERE_TOOLS`) aren't settings.
fn settings_of_environment() -> config::Map<String, String> {
    let text = |(name, value): (std::ffi::OsString, std::ffi::OsString)| {
        Some((name.into_string().ok()?, value.into_string().ok()?))
    };
    std::env::vars_os()
        .filter_map(text)
        .filter(|(name, _)| name.starts_with("PLENIERE_") && name.contains("__"))
        .collect()
}

/// What stands for a secret.
const MASK: &str = "•••";

/// `postgres://u:secret@h/n?password=secret` → `postgres://u:•••@h/n?password=•••`.
fn mask_password(url: &str) -> String {
    let (address, query) = url.split_once('?').map_or((url, None), |(address, query)| (address, Some(query)));
    let masked = || {
        let (scheme, rest) = address.split_once("://")?;
        let (user, place) = rest.rsplit_once('@')?;
        let (name, _) = user.split_once(':')?;
        Some(format!("{scheme}://{name}:{MASK}@{place}"))
    };
    let address = masked().unwrap_or_else(|| address.to_owned());
    let hide = |pair: &str| {
        if pair.starts_with("password=") { format!("password={MASK}") } else { pair.to_owned() }
    };
    match query {
        Some(query) => format!("{address}?{}", query.split('&').map(hide).collect::<Vec<_>>().join("&")),
        None => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documented_defaults_are_those_of_the_code() {
        let documented: Config = toml::from_str(include_str!("../../docs/pleniere.toml")).unwrap();
        assert_eq!(documented, Config::default());
        let documented: toml::Value = toml::from_str(include_str!("../../docs/pleniere.toml")).unwrap();
        let shown: toml::Value = toml::from_str(&Config::default().shown()).unwrap();
        assert_eq!(documented, shown, "every setting is documented");
    }

    #[test]
    fn a_password_is_never_shown() {
        let database =
            Database { url: "postgres://p:se:cr@et@db/x?a=b&password=secret".into(), ..Database::default() };
        let mail = Mail { password: "secret".into(), ..Mail::default() };
        let shown = Config { database, mail, ..Config::default() }.shown();
        assert!(
            shown.contains("postgres://p:•••@db/x?a=b&password=•••") && !shown.contains("secret"),
            "{shown}"
        );
    }
}
