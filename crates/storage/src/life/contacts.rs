//! How people who say close things may reach each other, where both want it.

use domain::contribution::ContributionNumber;
use domain::email::Email;
use domain::id::{CongressId, MemberId};
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::work::{Reading, sql};

impl Reading {
    /// The address of whoever wrote a contribution, for a member: both must have agreed to be reached, and the contribution
    /// must bear its author's name already.
    pub async fn contact(
        &mut self,
        congress: CongressId,
        number: ContributionNumber,
        asked_by: MemberId,
    ) -> Result<Option<Email>> {
        let found: Option<Option<String>> = sql!(self, conn => sqlx::query_scalar(
            "SELECT m.email FROM contribution c
             JOIN member m ON m.id = c.member_id
             JOIN member a ON a.id = $3
             WHERE c.congress_id = $1 AND c.number = $2 AND c.state = 'publiee' AND c.signed_name IS NOT NULL
               AND m.contact = a.contact AND a.contact AND m.id <> a.id",
        )
        .bind(Uuid::from(congress))
        .bind(i64::from(number.get()))
        .bind(Uuid::from(asked_by))
        .fetch_optional(conn)
        .await)?;
        let at = At::new("member", &asked_by);
        found.flatten().map(|email| at.parse("email", &email)).transpose()
    }
}
