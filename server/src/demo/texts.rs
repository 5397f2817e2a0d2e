//! The files of `server/demo/`, read.

use std::collections::BTreeMap;

use domain::contribution::{Channel, Kind};
use domain::member::{College, Signature};
use domain::territory::TerritoryLevel;
use serde::Deserialize;

const AREAS: &str = include_str!("../../demo/areas.toml");
const PEOPLE: [&str; 5] = [
    include_str!("../../demo/people-1.toml"),
    include_str!("../../demo/people-2.toml"),
    include_str!("../../demo/people-3.toml"),
    include_str!("../../demo/people-4.toml"),
    include_str!("../../demo/people-5.toml"),
];
const TEXTS: [&str; 5] = [
    include_str!("../../demo/contributions-1.toml"),
    include_str!("../../demo/contributions-2.toml"),
    include_str!("../../demo/contributions-3.toml"),
    include_str!("../../demo/contributions-4.toml"),
    include_str!("../../demo/contributions-5.toml"),
];

/// A fictional person.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// What texts call them by.
    pub key: String,
    /// First and family name.
    pub name: String,
    /// What they are, without where.
    pub mandate: String,
    /// Who they speak as.
    pub college: College,
    /// What their territory is.
    pub level: TerritoryLevel,
    /// Its COG code or SIREN: real, as every commune of the demonstration.
    pub territory: String,
}

/// A sentence and what it is.
#[derive(Clone, Debug, Deserialize)]
pub struct Sentence(
    /// What it is.
    pub Kind,
    /// Its words; a new line before them when the author began one.
    pub String,
);

/// A fictional contribution.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Who wrote it.
    pub author: Option<String>,
    /// The workshop table where it was noted, when nobody is named.
    pub table: Option<String>,
    /// The subject that it was meant for.
    pub gold: String,
    /// Whether it was meant as an idea that nobody else has.
    #[serde(default)]
    pub isolated: bool,
    /// How it arrived.
    pub channel: Channel,
    /// The day of the call, from 1.
    pub day: i32,
    /// Hour and minute in Paris.
    pub time: String,
    /// The kind that its author ticked.
    pub kind: Option<Kind>,
    /// The enjeux that its author ticked.
    #[serde(default)]
    pub areas: Vec<String>,
    /// What near-duplicates share.
    pub echo: Option<String>,
    /// A name of its own.
    pub slug: Option<String>,
    /// Its sentences in order.
    pub sentences: Vec<Sentence>,
}

impl Text {
    /// The words as they are sent: sentences with a space between them, or the new line that they begin with.
    pub fn body(&self) -> String {
        let mut body = String::new();
        for Sentence(_, words) in &self.sentences {
            if !body.is_empty() && !words.starts_with('\n') {
                body.push(' ');
            }
            body.push_str(words);
        }
        body
    }

    /// Who signs.
    pub fn signature(&self, people: &BTreeMap<String, Person>) -> Signature {
        match self.author.as_ref().and_then(|key| people.get(key)) {
            Some(person) => Signature {
                name: Some(person.name.clone()),
                mandate: Some(person.mandate.clone()),
                college: person.college,
                territory: territories::by_code(person.level, &person.territory),
            },
            None => Signature { name: self.table.clone(), ..Signature::ANONYMOUS },
        }
    }
}

#[derive(Deserialize)]
struct Areas {
    areas: Vec<String>,
}

#[derive(Deserialize)]
struct People {
    member: Vec<Person>,
}

#[derive(Deserialize)]
struct Texts {
    contribution: Vec<Text>,
}

/// The enjeux of the congress: chapter names of « Cités en réseaux », third part.
///
/// # Errors
/// When the file isn't what it should be; a test reads it, so a built binary never sees one.
pub fn areas() -> Result<Vec<String>, toml::de::Error> {
    Ok(toml::from_str::<Areas>(AREAS)?.areas)
}

/// Everyone, by key.
///
/// # Errors
/// As [`areas`].
pub fn people() -> Result<BTreeMap<String, Person>, toml::de::Error> {
    let mut people = BTreeMap::new();
    for file in PEOPLE {
        people.extend(
            toml::from_str::<People>(file)?.member.into_iter().map(|person| (person.key.clone(), person)),
        );
    }
    Ok(people)
}

/// Every text in the order of arrival.
///
/// # Errors
/// As [`areas`].
pub fn texts() -> Result<Vec<Text>, toml::de::Error> {
    let mut texts = Vec::new();
    for file in TEXTS {
        texts.extend(toml::from_str::<Texts>(file)?.contribution);
    }
    texts.sort_by(|a, b| (a.day, &a.time).cmp(&(b.day, &b.time)));
    Ok(texts)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_author_place_and_area_exists() {
        let (people, texts, areas) = (people().unwrap(), texts().unwrap(), areas().unwrap());
        let elected = people.values().filter(|person| person.college == College::Elected).count();
        assert_eq!((texts.len(), elected), (1_000, 287), "of {} people", people.len());
        assert!(texts.iter().filter(|text| text.isolated).count() >= 30);
        for person in people.values() {
            assert!(territories::by_code(person.level, &person.territory).is_some(), "{}", person.key);
        }
        for text in &texts {
            assert!(text.author.is_some() != text.table.is_some(), "{}", text.body());
            assert!(text.author.iter().all(|key| people.contains_key(key)), "{:?}", text.author);
            assert!(text.areas.iter().all(|area| areas.contains(area)), "{:?}", text.areas);
            assert!((1..=91).contains(&text.day) && text.time.len() == 5, "{}", text.body());
        }
        let wrote: BTreeSet<_> = texts.iter().filter_map(|text| text.author.as_ref()).collect();
        assert_eq!(wrote.len(), people.len(), "somebody wrote nothing");
    }

    /// No template: apart from echoes, two texts in a hundred at most share five words in a row with another.
    #[test]
    fn no_two_texts_share_a_skeleton() {
        let mut first: BTreeMap<Vec<String>, usize> = BTreeMap::new();
        let texts = texts().unwrap();
        let (mut shared, mut sharing) = (BTreeSet::new(), BTreeSet::new());
        for (i, text) in texts.iter().enumerate() {
            let body = text.body().to_lowercase();
            let words: Vec<&str> =
                body.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
            for five in words.windows(5) {
                let five: Vec<String> = five.iter().map(ToString::to_string).collect();
                let other = *first.entry(five.clone()).or_insert(i);
                let echo = text.echo.is_some() && texts[other].echo == text.echo;
                if other != i && !echo {
                    shared.insert(five.join(" "));
                    sharing.extend([i, other]);
                }
            }
        }
        assert!(sharing.len() * 50 <= texts.len(), "{} texts: {shared:?}", sharing.len());
    }
}
