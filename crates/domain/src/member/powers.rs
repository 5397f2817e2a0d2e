//! What those who run a congress may do to others.

use super::{Member, Role};

impl Member {
    /// Whether they may give and take that role: only administrators make administrators.
    pub fn may_give(&self, role: Role) -> bool {
        match role {
            Role::Administrator => self.roles.contains(&Role::Administrator),
            _ => self.may(Role::Staff),
        }
    }

    /// Whether they may change that person, and draw what lets them in. Whoever lets an administrator in could come in
    /// in their place: that takes an administrator.
    pub fn may_act_for(&self, other: &Self) -> bool {
        self.congress == other.congress
            && other.roles.iter().all(|role| self.may_give(*role))
            && self.may(Role::Staff)
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::member;
    use super::*;

    #[test]
    fn nobody_rises_above_themselves() {
        for role in Role::ALL {
            let somebody = member(&[*role]);
            let may_make = somebody.may_give(Role::Administrator);
            assert_eq!(may_make, *role == Role::Administrator, "{role:?}");
            let administrator = member(&[Role::Administrator]);
            assert_eq!(somebody.may_act_for(&administrator), *role == Role::Administrator, "{role:?}");
            let runs = matches!(role, Role::Staff | Role::Administrator);
            assert_eq!(somebody.may_act_for(&member(&[])), runs, "{role:?}");
            assert_eq!(somebody.may_act_for(&member(&[Role::Chair])), runs, "{role:?}");
        }
        assert!(!member(&[]).may_act_for(&member(&[])));
    }
}
