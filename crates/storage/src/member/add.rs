//! Adding people.

use domain::email::Email;
use domain::id::MemberId;
use domain::line::Line;
use domain::member::{Member, Role};
use domain::time::Timestamp;
use uuid::Uuid;

use crate::error::Result;
use crate::work::{Work, sql};

/// A person to add.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMember {
    /// The person.
    pub member: Member,
    /// Recognises them: within a congress, a second one with the same key isn't added.
    pub person_key: String,
    /// What lists sort by: computed by the program, since collations differ between engines.
    pub sort_name: String,
}

impl Work {
    /// Adds a person with their roles, under the next number. False when the congress knows them already, or when they asked
    /// to be erased from it ([`Reading::was_erased`](crate::Reading::was_erased) tells): nothing is changed then.
    pub async fn add_member(&mut self, new: &NewMember) -> Result<bool> {
        // Held so that two additions at once never take the same number.
        self.hold_congress(new.member.congress).await?;
        if self.was_erased(new.member.congress, &new.person_key).await? {
            return Ok(false);
        }
        let member = &new.member;
        let territory = member.territory.as_ref();
        let added = sql!(self, conn => sqlx::query(
            "INSERT INTO member (id, congress_id, person_key, name, sort_name, mandate, college, territory_code,
                 territory_name, territory_level, territory_departement, territory_region, territory_population, email,
                 telephone, display, contact, mail, created_at, invited_at, declined_at, rules_read_at, number)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
                 (SELECT COALESCE(MAX(number), 0) + 1 FROM member WHERE congress_id = $2))
             ON CONFLICT (congress_id, person_key) DO NOTHING",
        )
        .bind(Uuid::from(member.id))
        .bind(Uuid::from(member.congress))
        .bind(&new.person_key)
        .bind(member.name.as_str())
        .bind(&new.sort_name)
        .bind(member.mandate.as_ref().map(Line::as_str))
        .bind(member.college.code())
        .bind(territory.map(|t| t.code.as_str()))
        .bind(territory.map(|t| t.name.as_str()))
        .bind(territory.map(|t| t.level.code()))
        .bind(territory.and_then(|t| t.departement.as_deref()))
        .bind(territory.and_then(|t| t.region.as_deref()))
        .bind(territory.and_then(|t| t.population).map(i64::from))
        .bind(member.email.as_ref().map(Email::as_str))
        .bind(member.telephone.as_ref().map(Line::as_str))
        .bind(member.display.code())
        .bind(member.contact)
        .bind(member.mail.code())
        .bind(member.created_at.micros())
        .bind(member.invited_at.map(Timestamp::micros))
        .bind(member.declined_at.map(Timestamp::micros))
        .bind(member.rules_read_at.map(Timestamp::micros))
        .execute(conn)
        .await
        .map(|done| done.rows_affected() == 1))?;
        if added {
            for role in &member.roles {
                self.grant_role(member.id, *role).await?;
            }
        }
        Ok(added)
    }

    /// Gives a person a role; nothing changes when they have it.
    pub async fn grant_role(&mut self, member: MemberId, role: Role) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "INSERT INTO member_role (member_id, role) VALUES ($1, $2) ON CONFLICT (member_id, role) DO NOTHING",
        )
        .bind(Uuid::from(member))
        .bind(role.code())
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    /// Takes a role from a person; nothing changes when they don't have it.
    pub async fn revoke_role(&mut self, member: MemberId, role: Role) -> Result<()> {
        sql!(self, conn => sqlx::query("DELETE FROM member_role WHERE member_id = $1 AND role = $2")
            .bind(Uuid::from(member))
            .bind(role.code())
            .execute(conn)
            .await
            .map(drop))?;
        Ok(())
    }
}
