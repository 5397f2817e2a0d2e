//! Places as columns: `place` says which of the three, `theme_rank` or `reason` the rest.

use domain::analysis::Place;
use domain::reading::ThemeTag;
use sqlx_macros::FromRow;

use crate::cell::At;
use crate::error::Result;

pub(crate) const THEME: &str = "theme";
pub(crate) const WEAK: &str = "faible";
pub(crate) const UNPLACED: &str = "non-place";

/// The columns of a place whose theme is known by its rank.
#[derive(Clone, Copy)]
pub(crate) struct PlaceCells {
    pub(crate) place: &'static str,
    pub(crate) theme_rank: Option<i64>,
    pub(crate) reason: Option<&'static str>,
}

impl From<Place<i64>> for PlaceCells {
    fn from(place: Place<i64>) -> Self {
        match place {
            Place::Theme(rank) => Self { place: THEME, theme_rank: Some(rank), reason: None },
            Place::Weak(reason) => Self { place: WEAK, theme_rank: None, reason: Some(reason.code()) },
            Place::Unplaced(reason) => {
                Self { place: UNPLACED, theme_rank: None, reason: Some(reason.code()) }
            }
        }
    }
}

/// A place with the label and the hue of its theme; all NULL where the run doesn't reach.
#[derive(FromRow)]
pub(crate) struct PlaceRow {
    place: Option<String>,
    theme_rank: Option<i64>,
    reason: Option<String>,
    theme_label: Option<String>,
    theme_hue: Option<i64>,
}

impl PlaceRow {
    pub(crate) fn parse(self, at: At<'_>) -> Result<Option<Place<ThemeTag>>> {
        let reason = self.reason.as_deref();
        let place = match self.place.as_deref() {
            None => return Ok(None),
            Some(THEME) => Place::Theme(ThemeTag {
                rank: at.number("theme_rank", at.some("theme_rank", self.theme_rank)?)?,
                label: at.some("theme_rank", self.theme_label)?,
                hue: at.number("theme_rank", at.some("theme_rank", self.theme_hue)?)?,
            }),
            Some(WEAK) => Place::Weak(at.parse("reason", at.some("reason", reason)?)?),
            Some(UNPLACED) => Place::Unplaced(at.parse("reason", at.some("reason", reason)?)?),
            Some(_) => return Err(at.corrupt("place")),
        };
        Ok(Some(place))
    }

    /// The place of a verbatim, which always has one.
    pub(crate) fn parse_some(self, at: At<'_>) -> Result<Place<ThemeTag>> {
        let place = self.parse(at)?;
        at.some("place", place)
    }
}
