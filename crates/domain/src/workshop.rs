//! Workshops (« ateliers »), their tables, and what is noted there.

use serde::{Deserialize, Serialize};
use std::str::FromStr;

use crate::coded;
use crate::id::{CongressId, TableId, WorkshopId};
use crate::line::Line;
use crate::time::Timestamp;
use crate::words::{Body, as_on_paper, characters, has_control};

/// How long whoever noted a line may correct or remove it, in minutes.
pub const CORRECT_MINUTES: i64 = 10;

/// The most tables of one workshop.
pub const MOST_TABLES: u32 = 100;

/// People who talk around tables, on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Workshop {
    /// Its id.
    pub id: WorkshopId,
    /// Whose it is.
    pub congress: CongressId,
    /// What it is about: « Numérique ».
    pub name: Line,
    /// The end of its day: sheets of its tables open until then.
    pub ends_at: Timestamp,
}

/// One of its tables.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Its id.
    pub id: TableId,
    /// The workshop.
    pub workshop: Workshop,
    /// Its number in the workshop, from 1.
    pub number: u32,
    /// Its last sheet; none before one was drawn.
    pub sheet: Option<Sheet>,
}

/// The paper that opens a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// When its secret was drawn.
    pub drawn_at: Timestamp,
    /// Until when it opens.
    pub expires_at: Timestamp,
    /// When it was taken back.
    pub closed_at: Option<Timestamp>,
}

coded! {
    /// Whether the sheet of a table opens it.
    pub enum Stands {
        /// No sheet was drawn yet.
        Undrawn = "sans",
        /// It opens.
        Open = "ouverte",
        /// Its day is over.
        Expired = "expiree",
        /// It was taken back.
        Closed = "fermee",
    }
}

coded! {
    /// What somebody says of words that were noted as theirs.
    pub enum Answer {
        /// They said so.
        Confirmed = "oui",
        /// They didn't, or don't want to be named.
        Denied = "non",
    }
}

impl Table {
    /// Where its sheet stands at `now`.
    pub fn stands(&self, now: Timestamp) -> Stands {
        match self.sheet {
            None => Stands::Undrawn,
            Some(Sheet { closed_at: Some(_), .. }) => Stands::Closed,
            Some(sheet) if now >= sheet.expires_at => Stands::Expired,
            Some(_) => Stands::Open,
        }
    }
}

/// What is noted at a table or typed from paper: [`Noted::MIN`] to [`Noted::MAX`] characters as people count them, once the
/// white space around it is gone. A remark is shorter than what one writes alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted(Body);

/// Why a text can't be [`Noted`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotedError {
    /// Fewer than [`Noted::MIN`] characters.
    #[error("the line has fewer than {min} characters", min = Noted::MIN)]
    TooShort,
    /// More than [`Noted::MAX`] characters; holds how many there are.
    #[error("the line has {0} characters, more than {max}", max = Noted::MAX)]
    TooLong(usize),
    /// A NUL or another control character, which no keyboard types.
    #[error("the line holds a control character")]
    Control,
}

impl Noted {
    /// The shortest, in characters.
    pub const MIN: usize = 3;
    /// The longest, in characters.
    pub const MAX: usize = 4_000;

    /// The words.
    pub fn body(&self) -> &Body {
        &self.0
    }
}

impl FromStr for Noted {
    type Err = NotedError;

    fn from_str(text: &str) -> Result<Self, NotedError> {
        let text = as_on_paper(text);
        if has_control(&text) {
            return Err(NotedError::Control);
        }
        match characters(&text) {
            few if few < Self::MIN => Err(NotedError::TooShort),
            many if many > Self::MAX => Err(NotedError::TooLong(many)),
            count => Body::try_from(text).map(Self).map_err(|_| NotedError::TooLong(count)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_sheet_opens_from_its_drawing_to_the_end_of_the_day_unless_it_is_taken_back() {
        let at = Timestamp::from_micros;
        let workshop = Workshop {
            id: Uuid::nil().into(),
            congress: Uuid::nil().into(),
            name: "Numérique".parse().unwrap(),
            ends_at: at(9),
        };
        let mut table = Table { id: Uuid::nil().into(), workshop, number: 3, sheet: None };
        assert_eq!(table.stands(at(1)), Stands::Undrawn);
        table.sheet = Some(Sheet { drawn_at: at(1), expires_at: at(9), closed_at: None });
        assert_eq!((table.stands(at(8)), table.stands(at(9))), (Stands::Open, Stands::Expired));
        table.sheet = Some(Sheet { drawn_at: at(1), expires_at: at(9), closed_at: Some(at(2)) });
        assert_eq!(table.stands(at(3)), Stands::Closed);
    }

    #[test]
    fn a_line_is_what_somebody_said_and_neither_a_slip_nor_a_book() {
        assert_eq!(" Oui. \r\n".parse::<Noted>().unwrap().body().as_str(), "Oui.");
        assert_eq!(" o ".parse::<Noted>(), Err(NotedError::TooShort));
        assert_eq!("a\u{7}bc".parse::<Noted>(), Err(NotedError::Control));
        assert_eq!("é".repeat(4_001).parse::<Noted>(), Err(NotedError::TooLong(4_001)));
    }
}
