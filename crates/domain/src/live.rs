//! What a browser and the server say to each other while a sitting goes on.
//!
//! Every scene is whole: whoever missed some needs the last one and nothing else.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::coded;

coded! {
    /// For whom a scene is rendered: once, whoever looks at it.
    pub enum Audience {
        /// Members, each with their phone.
        Phone = "telephone",
        /// The room.
        Screen = "ecran",
        /// The chair and those who help.
        Desk = "pupitre",
    }
}

/// Something about whoever listens, and nobody else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Fact {
    /// It is so, or it isn't.
    Is(bool),
    /// So many.
    Count(u64),
    /// In words.
    Words(String),
}

/// What is known of whoever listens: « voix », 2.
pub type Facts = BTreeMap<String, Fact>;

/// How many have voted: never what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// The poll, by what stands in `data-poll`.
    pub poll: String,
    /// Voices that were given.
    pub voted: u64,
    /// Of how many.
    pub of: u64,
}

impl Count {
    /// Whether it takes the place of another: of one poll, votes only become more.
    pub fn replaces(&self, other: &Self) -> bool {
        self.poll != other.poll || self.voted > other.voted || self.of != other.of
    }
}

/// What the server says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum ToBrowser {
    /// What everybody sees now.
    Scene {
        /// Grows with each scene of that audience, also over a restart of the server.
        n: u64,
        /// The elements `[data-scene]` as they are now.
        html: String,
    },
    /// How many have voted.
    Count(Count),
    /// What is known of whoever listens.
    Mine {
        /// All of it.
        facts: Facts,
    },
    /// What was sent under that key is on disk.
    Ack {
        /// The key.
        key: String,
    },
    /// It was refused, and sending it again is no use.
    No {
        /// The key.
        key: String,
        /// Why, and what to do.
        sentence: String,
    },
    /// It isn't on disk, and must be sent again.
    Later {
        /// The key.
        key: String,
        /// Why.
        sentence: String,
    },
    /// The server is there. Answered by the same.
    Beat {
        /// What time it is there, in milliseconds UTC: a browser's clock may be wrong by an hour.
        #[serde(default)]
        at: u64,
    },
}

/// What a browser says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum FromBrowser {
    /// A form that was filled in.
    Ballot {
        /// The poll, by what stands in `data-poll`.
        poll: String,
        /// What makes it the same when it is sent again.
        key: String,
        /// The fields, as the browser would post them.
        form: String,
    },
    /// The browser is there.
    Beat,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn facts() -> impl Strategy<Value = Facts> {
        let fact = prop_oneof![
            any::<bool>().prop_map(Fact::Is),
            any::<u64>().prop_map(Fact::Count),
            "\\PC{0,9}".prop_map(Fact::Words),
        ];
        prop::collection::btree_map("[a-z]{1,6}", fact, 0..5)
    }

    proptest! {
        #[test]
        fn what_is_said_is_heard(facts in facts(), form in "\\PC*", voted: u64) {
            let count = Count { poll: form.clone(), voted, of: u64::MAX };
            for said in [ToBrowser::Mine { facts }, ToBrowser::Count(count), ToBrowser::Beat { at: voted }] {
                let text = serde_json::to_string(&said).unwrap();
                prop_assert_eq!(serde_json::from_str::<ToBrowser>(&text).unwrap(), said);
            }
            let said = FromBrowser::Ballot { poll: "p".into(), key: "k".into(), form };
            let text = serde_json::to_string(&said).unwrap();
            prop_assert_eq!(serde_json::from_str::<FromBrowser>(&text).unwrap(), said);
        }
    }

    #[test]
    fn the_words_on_the_wire_are_those_that_scripts_know() {
        let facts = [("voix".to_owned(), Fact::Count(2)), ("vote".to_owned(), Fact::Is(true))].into();
        let mine = serde_json::to_string(&ToBrowser::Mine { facts }).unwrap();
        assert_eq!(mine, r#"{"is":"mine","facts":{"voix":2,"vote":true}}"#);
        let scene = serde_json::to_string(&ToBrowser::Scene { n: 7, html: "<p>".into() }).unwrap();
        assert_eq!(scene, r#"{"is":"scene","n":7,"html":"<p>"}"#);
        assert_eq!(
            serde_json::from_str::<FromBrowser>(r#"{"is":"beat","at":1}"#).unwrap(),
            FromBrowser::Beat
        );
    }

    #[test]
    fn votes_only_become_more() {
        let count = |poll: &str, voted, of| Count { poll: poll.into(), voted, of };
        assert!(
            count("a", 2, 9).replaces(&count("a", 1, 9)) && count("a", 1, 10).replaces(&count("a", 1, 9))
        );
        assert!(
            !count("a", 1, 9).replaces(&count("a", 1, 9)) && !count("a", 1, 9).replaces(&count("a", 2, 9))
        );
        assert!(count("b", 0, 9).replaces(&count("a", 2, 9)));
    }
}
