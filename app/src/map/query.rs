//! What is asked of the map: words and filters, as the corpus asks them, and an enjeu.

use domain::reading::{CorpusQuery, MapPoint, PlaceFilter};

/// A question to the map. A verbatim answers when every part of it does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MapQuery {
    /// Words, kind, place, département and college, and the page of the list.
    pub corpus: CorpusQuery,
    /// The enjeu, by rank in the congress' list from 1; 0 asks for verbatims without one.
    pub area: Option<u32>,
}

impl MapQuery {
    /// Whether the filters keep `point`. Words are another matter: whoever holds the texts finds them.
    pub fn keeps(&self, point: &MapPoint) -> bool {
        let asked = &self.corpus;
        asked.kind.is_none_or(|kind| point.kind == kind)
            && asked.place.is_none_or(|place| stands(point, place))
            && asked.departement.as_ref().is_none_or(|code| point.departement == *code)
            && asked.college.is_none_or(|college| point.college == college)
            && self.area.is_none_or(|area| has(point, area))
    }

    /// Whether nothing at all is asked.
    pub fn is_open(&self) -> bool {
        *self == Self { corpus: CorpusQuery { page: self.corpus.page, ..CorpusQuery::default() }, area: None }
    }

    /// The same question for another page of its list.
    #[must_use]
    pub fn at(&self, page: u32) -> Self {
        Self { corpus: CorpusQuery { page, ..self.corpus.clone() }, area: self.area }
    }
}

fn stands(point: &MapPoint, place: PlaceFilter) -> bool {
    match place {
        PlaceFilter::Theme(rank) => point.theme == Some(rank),
        PlaceFilter::Weak => point.theme.is_none(),
        // Nothing of these has a place on the map.
        PlaceFilter::Unplaced | PlaceFilter::Unread | PlaceFilter::Withheld => false,
    }
}

fn has(point: &MapPoint, area: u32) -> bool {
    if area == 0 { point.areas.is_empty() } else { point.areas.contains(&area) }
}
