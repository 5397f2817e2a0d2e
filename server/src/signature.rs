//! How members sign.

use domain::member::{Display, Member, Signature};
use domain::territory::TerritoryLevel;

/// What may be shown of a member beside their words at that level.
pub fn shown(member: &Member, display: Display) -> Signature {
    member.signature(display, |code| territories::by_code(TerritoryLevel::Departement, code))
}
