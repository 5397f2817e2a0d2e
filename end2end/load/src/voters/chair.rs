//! The chair: puts something to the vote, closes it, says the result, and reads the journal.

use std::collections::BTreeMap;

use domain::vote::{Choice, Tally};
use serde::Deserialize;

use super::hall::Hall;
use crate::Outcome;
use crate::client::Client;
use crate::http::Browser;
use crate::present::now;

/// Who runs the sitting.
pub(super) struct Chair<'a> {
    hall: &'a Hall,
    client: Client,
}

/// A poll.
#[derive(Clone, Debug)]
pub(super) struct Put {
    pub(super) poll: String,
    number: u64,
}

/// What came out, by voice or by receipt.
#[derive(Clone, Debug)]
pub(super) struct Result {
    pub(super) tally: Tally,
    /// How often each is there, with its choice.
    pub(super) ballots: BTreeMap<String, (usize, Choice)>,
    /// The whole journal, as it is downloaded.
    pub(super) journal: String,
}

#[derive(Deserialize)]
struct Journal {
    ecritures: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    kind: String,
    body: String,
}

#[derive(Deserialize)]
struct Prepared {
    scrutin: u64,
    id: String,
}

#[derive(Deserialize)]
struct Proclaimed {
    scrutin: u64,
    resultat: Outcomes,
    bulletins: Vec<(String, Choice)>,
}

#[derive(Deserialize)]
struct Outcomes {
    tally: Tally,
}

impl<'a> Chair<'a> {
    pub(super) async fn enter(hall: &'a Hall) -> Outcome<Self> {
        let mut client = Client::new(Browser::new(hall.host.clone()));
        client.enter(&hall.chair).await?;
        Ok(Self { hall, client })
    }

    /// Puts something to the vote.
    pub(super) async fn open(&mut self, secret: bool) -> Outcome<Put> {
        let title = format!("Vote de charge {}", now().micros());
        let mode = if secret { "secret" } else { "public" };
        let desk = self.hall.page("pupitre");
        let fields = [
            ("geste", "preparer"),
            ("titre", &*title),
            ("majorite", "absolue"),
            ("mode", mode),
            ("moyen", "bulletins"),
        ];
        self.client.act(&desk, &fields).await?;
        let prepared = self.journal().await?.1;
        let prepared = prepared.ecritures.iter().rev().find(|entry| entry.kind == "scrutin-prepare");
        let Prepared { scrutin: number, id: poll } =
            body(&prepared.ok_or("the vote isn't in the journal.")?.body)?;
        self.client.act(&desk, &[("geste", "ouvrir"), ("scrutin", &poll)]).await?;
        Ok(Put { poll, number })
    }

    /// Closes it, says the result, and reads it in the journal.
    pub(super) async fn result(&mut self, put: &Put) -> Outcome<Result> {
        let desk = self.hall.page("pupitre");
        for gesture in ["clore", "proclamer"] {
            self.client.act(&desk, &[("geste", gesture), ("scrutin", &put.poll)]).await?;
        }
        let (text, journal) = self.journal().await?;
        let mut ballots: BTreeMap<String, (usize, Choice)> = BTreeMap::new();
        for entry in journal.ecritures.iter().filter(|entry| entry.kind == "scrutin-proclame") {
            let said: Proclaimed = body(&entry.body)?;
            if said.scrutin != put.number {
                continue;
            }
            for (of, choice) in said.bulletins {
                ballots.entry(of).or_insert((0, choice)).0 += 1;
            }
            return Ok(Result { tally: said.resultat.tally, ballots, journal: text });
        }
        Err("the result isn't in the journal.".to_owned())
    }

    async fn journal(&mut self) -> Outcome<(String, Journal)> {
        let text = self.client.page(&format!("{}/scrutins/journal.json", self.hall.congress)).await?;
        let journal = body(&text)?;
        Ok((text, journal))
    }
}

fn body<T: for<'a> Deserialize<'a>>(text: &str) -> Outcome<T> {
    serde_json::from_str(text).map_err(|error| format!("the journal can't be read: {error}"))
}
