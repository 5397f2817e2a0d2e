//! People as rows.

use domain::member::{Member, MemberNumber};
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use std::collections::BTreeSet;
use uuid::Uuid;

use crate::cell::At;
use crate::contribution::TerritoryRow;
use crate::error::Result;

/// Columns of [`MemberRow`], of the table called `m`.
macro_rules! member_columns {
    () => {
        "m.id, m.congress_id, m.number, m.name, m.mandate, m.college, m.territory_code, m.territory_name, m.territory_level,
         m.territory_departement, m.territory_region, m.territory_population, m.email, m.telephone, m.display,
         m.contact, m.mail, m.created_at, m.invited_at, m.declined_at, m.rules_read_at,
         (SELECT string_agg(r.role, ' ') FROM member_role r WHERE r.member_id = m.id) AS roles"
    };
}
pub(crate) use member_columns;

#[derive(FromRow)]
pub(crate) struct MemberRow {
    id: Uuid,
    congress_id: Uuid,
    number: i64,
    name: String,
    mandate: Option<String>,
    college: String,
    #[sqlx(flatten)]
    territory: TerritoryRow,
    email: Option<String>,
    telephone: Option<String>,
    display: String,
    contact: bool,
    mail: String,
    created_at: i64,
    invited_at: Option<i64>,
    declined_at: Option<i64>,
    rules_read_at: Option<i64>,
    roles: Option<String>,
}

impl MemberRow {
    pub(crate) fn parse(self) -> Result<Member> {
        let at = At::new("member", &self.id);
        let moment = |micros: Option<i64>| micros.map(Timestamp::from_micros);
        let roles = self.roles.as_deref().unwrap_or_default().split_whitespace();
        let roles: Result<BTreeSet<_>> = roles.map(|role| at.parse("role", role)).collect();
        Ok(Member {
            id: self.id.into(),
            congress: self.congress_id.into(),
            number: MemberNumber::new(at.number("number", self.number)?),
            name: at.parse("name", &self.name)?,
            mandate: at.parse_some("mandate", self.mandate.as_deref())?,
            college: at.parse("college", &self.college)?,
            territory: self.territory.parse(at)?,
            email: at.parse_some("email", self.email.as_deref())?,
            telephone: at.parse_some("telephone", self.telephone.as_deref())?,
            roles: roles?,
            display: at.parse("display", &self.display)?,
            contact: self.contact,
            mail: at.parse("mail", &self.mail)?,
            created_at: Timestamp::from_micros(self.created_at),
            invited_at: moment(self.invited_at),
            declined_at: moment(self.declined_at),
            rules_read_at: moment(self.rules_read_at),
        })
    }
}
