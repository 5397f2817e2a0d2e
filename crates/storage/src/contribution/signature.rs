//! Signatures, frozen beside each contribution.

use domain::contribution::State;
use domain::id::MemberId;
use domain::member::Signature;
use domain::territory::Territory;
use sqlx_macros::FromRow;

use crate::cell::At;
use crate::error::Result;

/// Columns of [`SignatureRow`], of the table called `c`.
macro_rules! signature_columns {
    () => {
        "c.state AS contribution_state, c.reported, c.signed_name, c.signed_mandate, c.college, c.territory_code, c.territory_name, c.territory_level,
         c.territory_departement, c.territory_region, c.territory_population"
    };
}
pub(crate) use signature_columns;

#[derive(FromRow)]
pub(crate) struct SignatureRow {
    contribution_state: String,
    /// Noted by somebody else, and not confirmed.
    pub(crate) reported: bool,
    signed_name: Option<String>,
    signed_mandate: Option<String>,
    college: String,
    #[sqlx(flatten)]
    territory: TerritoryRow,
}

#[derive(FromRow)]
pub(crate) struct TerritoryRow {
    territory_code: Option<String>,
    territory_name: Option<String>,
    territory_level: Option<String>,
    territory_departement: Option<String>,
    territory_region: Option<String>,
    territory_population: Option<i64>,
}

impl SignatureRow {
    /// Whether the contribution is shown, and who signed it: where its words aren't shown, nobody but a college did.
    pub(crate) fn parse(self, at: At<'_>) -> Result<(State, Signature)> {
        let state: State = at.parse("state", &self.contribution_state)?;
        let college = at.parse("college", &self.college)?;
        if !state.is_shown() {
            return Ok((state, Signature { college, ..Signature::ANONYMOUS }));
        }
        let signature = Signature {
            name: self.signed_name,
            mandate: self.signed_mandate,
            college,
            territory: self.territory.parse(at)?,
        };
        Ok((state, signature))
    }
}

impl TerritoryRow {
    pub(crate) fn parse(self, at: At<'_>) -> Result<Option<Territory>> {
        let Some(code) = self.territory_code else { return Ok(None) };
        let level = at.some("territory_level", self.territory_level)?;
        let population =
            self.territory_population.map(|n| at.number("territory_population", n)).transpose()?;
        Ok(Some(Territory {
            code,
            name: at.some("territory_name", self.territory_name)?,
            level: at.parse("territory_level", &level)?,
            departement: self.territory_departement,
            region: self.territory_region,
            population,
        }))
    }
}

/// What tells signatories apart: the member, else name, mandate and territory taken together. None when nobody signed.
pub(crate) fn signatory(signature: &Signature, member: Option<MemberId>) -> Option<String> {
    if let Some(member) = member {
        return Some(format!("member:{member}"));
    }
    if signature.name.is_none() && signature.mandate.is_none() {
        return None;
    }
    let name = signature.name.as_deref().unwrap_or_default();
    let mandate = signature.mandate.as_deref().unwrap_or_default();
    let territory = signature.territory.as_ref().map(|t| t.code.as_str()).unwrap_or_default();
    Some([name, mandate, territory].join("\u{1f}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::member::College;

    #[test]
    fn a_mandate_alone_is_a_signature_and_nothing_is_none() {
        assert_eq!(signatory(&Signature::ANONYMOUS, None), None);
        let mayor = Signature {
            mandate: Some("maire".to_owned()),
            college: College::Elected,
            ..Signature::ANONYMOUS
        };
        assert_eq!(signatory(&mayor, None).as_deref(), Some("\u{1f}maire\u{1f}"));
    }
}
