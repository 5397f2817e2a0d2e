//! Contributions and cards as rows.

use domain::contribution::{Contribution, ContributionNumber};
use domain::reading::Card;
use domain::time::Timestamp;
use domain::words::Body;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::contribution::signature::SignatureRow;
use crate::error::Result;
use crate::place::PlaceRow;

/// Columns of [`ContributionRow`], of the table called `c`. Names of enjeux are separated by U+001F.
macro_rules! contribution_columns {
    () => {
        concat!(
            "c.id, c.number, c.version, c.title, c.body, c.channel, c.kind, c.received_at, ",
            $crate::contribution::signature::signature_columns!(),
            ", (SELECT string_agg(i.name, '\u{1f}' ORDER BY i.rank)
                FROM contribution_area a
                JOIN issue_area i ON i.congress_id = a.congress_id AND i.rank = a.area_rank
                WHERE a.contribution_id = c.id) AS areas"
        )
    };
}
pub(crate) use contribution_columns;

/// What a card adds, from `contribution_place` called `cp` and `theme` called `t`.
macro_rules! card_columns {
    () => {
        concat!(
            $crate::contribution::row::contribution_columns!(),
            ", cp.kind AS main_kind, cp.place, cp.theme_rank, cp.reason, t.label AS theme_label, t.hue AS theme_hue"
        )
    };
}
pub(crate) use card_columns;

/// The tables of a card beside `contribution`, called `c`; the run is `$1`.
macro_rules! card_tables {
    () => {
        " LEFT JOIN contribution_place cp ON cp.analysis_id = $1 AND cp.contribution_id = c.id
          LEFT JOIN theme t ON t.analysis_id = cp.analysis_id AND t.rank = cp.theme_rank "
    };
}
pub(crate) use card_tables;

#[derive(FromRow)]
pub(crate) struct ContributionRow {
    id: Uuid,
    number: i64,
    version: i64,
    title: Option<String>,
    body: String,
    channel: String,
    kind: Option<String>,
    received_at: i64,
    #[sqlx(flatten)]
    signature: SignatureRow,
    areas: Option<String>,
}

#[derive(FromRow)]
pub(crate) struct CardRow {
    #[sqlx(flatten)]
    contribution: ContributionRow,
    main_kind: Option<String>,
    #[sqlx(flatten)]
    place: PlaceRow,
}

impl ContributionRow {
    pub(crate) fn parse(self) -> Result<Contribution> {
        let at = At::new("contribution", &self.id);
        let reported = self.signature.reported;
        let (state, signature) = self.signature.parse(at)?;
        Ok(Contribution {
            id: self.id.into(),
            number: ContributionNumber::new(at.number("number", self.number)?),
            state,
            version: at.number("version", self.version)?,
            title: self.title,
            body: Body::try_from(self.body).map_err(|_| at.corrupt("body"))?,
            signature,
            channel: at.parse("channel", &self.channel)?,
            kind: at.parse_some("kind", self.kind.as_deref())?,
            areas: self
                .areas
                .map(|names| names.split('\u{1f}').map(str::to_owned).collect())
                .unwrap_or_default(),
            received_at: Timestamp::from_micros(self.received_at),
            reported,
        })
    }
}

impl CardRow {
    pub(crate) fn parse(self) -> Result<Card> {
        let contribution = self.contribution.parse()?;
        let at = At::new("contribution_place", &contribution.id);
        let main_kind = at.parse_some("kind", self.main_kind.as_deref())?;
        let place = self.place.parse(at)?;
        Ok(Card {
            kind: contribution.kind.or(main_kind),
            kind_suggested: contribution.kind.is_none() && main_kind.is_some(),
            contribution,
            place,
        })
    }
}
