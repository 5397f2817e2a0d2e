use super::*;
use crate::member::sample::member;
use proptest::prelude::*;
use uuid::Uuid;

fn at(days: i64) -> Timestamp {
    Timestamp::from_micros(0).plus_seconds(days * DAY)
}

fn territory(code: usize) -> Territory {
    Territory {
        code: code.to_string(),
        name: format!("Ville {code}"),
        level: TerritoryLevel::Commune,
        departement: Some("29".into()),
        region: None,
        population: None,
    }
}

/// Any person at any point: no rule of the program keeps such ones from standing in a database.
fn candidate() -> impl Strategy<Value = Candidate> {
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    let days = (prop::option::of(0_i64..40), prop::option::of(0_i64..40));
    let mail = prop::sample::select(MailChoice::ALL);
    let role = prop::option::of(prop::sample::select(Role::ALL));
    (flags, days, mail, role, 0_u32..3, 0_usize..5, any::<u128>()).prop_map(
        |((came, draft, bounced, declined, address), (invited, reminded), mail, role, texts, place, id)| {
            let mut somebody = member(role.as_slice());
            somebody.id = MemberId::from(Uuid::from_u128(id));
            somebody.invited_at = invited.map(at);
            somebody.declined_at = declined.then(|| at(1));
            somebody.email = address.then(|| "mairie@lus.example".parse().unwrap());
            somebody.mail = mail;
            somebody.territory = (place > 0).then(|| territory(place));
            let line = MemberLine { member: somebody, came, texts, found_by: String::new() };
            Candidate { line, draft, reminded_at: reminded.map(at), bounced, speaks_for: None }
        },
    )
}

fn everybody() -> impl Strategy<Value = (Vec<Candidate>, BTreeSet<MemberId>)> {
    prop::collection::vec((candidate(), any::<bool>()), 0..30).prop_map(|people| {
        let named = people.iter().filter(|(_, named)| *named).map(|(who, _)| who.line.member.id).collect();
        let mut people: Vec<Candidate> = people.into_iter().map(|(who, _)| who).collect();
        mark_silent(&mut people, &named);
        (people, named)
    })
}

fn asked(group: Group) -> Asked {
    Asked { group, college: None, departement: None, rest: 7 }
}

proptest! {
    #[test]
    fn nobody_who_answered_is_in_a_group((people, _) in everybody()) {
        for who in &people {
            let groups = Group::ALL.iter().filter(|group| group.holds(who)).count();
            prop_assert!(groups == 0 || (who.line.texts == 0 && who.line.member.may_write()));
        }
    }

    #[test]
    fn the_groups_of_people_share_nobody_and_leave_out_only_the_uninvited((people, _) in everybody()) {
        let groups = [Group::NeverCame, Group::NeverWrote, Group::DraftWaits];
        for who in &people {
            let held = groups.iter().filter(|group| group.holds(who)).count();
            prop_assert!(held <= 1);
            let line = &who.line;
            let open = line.texts == 0 && line.member.may_write() && !line.member.may(Role::Staff);
            prop_assert_eq!(held == 1, open && (who.draft || line.came || line.member.invited_at.is_some()));
        }
    }

    #[test]
    fn whoever_is_to_be_spared_gets_nothing((people, _) in everybody(), rest in 1_u32..30, now in 0_i64..60) {
        for group in Group::ALL {
            let chosen = choose(&people, &Asked { rest, ..asked(*group) }, at(now));
            let held = people.iter().filter(|who| group.holds(who)).count();
            prop_assert_eq!(chosen.to.len() + chosen.spared.len(), held, "everybody of the group is accounted for");
            for who in &chosen.to {
                let member = &who.line.member;
                prop_assert!(member.declined_at.is_none() && member.email.is_some() && !who.bounced);
                prop_assert!(member.mail != MailChoice::Nothing && who.line.texts == 0);
                let last = who.reminded_at.max(member.invited_at);
                prop_assert!(last.is_none_or(|last| last.plus_seconds(i64::from(rest) * DAY) <= at(now)));
            }
        }
    }

    #[test]
    fn a_silent_territory_is_asked_about_through_whoever_speaks_for_it((people, named) in everybody()) {
        let place = |who: &Candidate| who.line.member.territory.clone().map(|territory| territory.code);
        for who in people.iter().filter(|who| who.speaks_for.is_some()) {
            let same = || people.iter().filter(|other| place(other) == place(who));
            prop_assert!(same().all(|other| other.line.texts == 0), "nobody has spoken from there");
            let is_named = |other: &Candidate| named.contains(&other.line.member.id);
            prop_assert!(is_named(who) || !same().any(is_named));
        }
    }

    #[test]
    fn after_a_reminder_nobody_is_reminded_again_at_once((people, _) in everybody(), now in 0_i64..60) {
        let mut after = people.clone();
        for group in Group::ALL {
            for to in choose(&people, &asked(*group), at(now)).to {
                let reminded = after.iter_mut().filter(|who| who.line.member.id == to.line.member.id);
                reminded.for_each(|who| who.reminded_at = Some(at(now)));
            }
        }
        let again = |who: &Candidate| who.reminded_at == Some(at(now)) && who.spared(7, at(now)).is_none();
        prop_assert!(!after.iter().any(again));
    }
}
