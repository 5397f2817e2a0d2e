//! Votes, in words. The rule's sentence and the computation are made from the value that decides.

use domain::sitting::Standing;
use domain::vote::{
    Base, CastFault, Choice, Decision, Elected, Fraction, Ground, Majority, Means, Outcome, Part, Poll,
    PollNumber, Quorum, Roll, Rule, Secrecy, Tally, Threshold,
};

use super::number::{number, plural};

/// « scrutin n° 12 »
pub fn numbered(of: PollNumber) -> String {
    match of.rehearsal() {
        Some(n) => format!("Répétition n°\u{a0}{n}"),
        None => format!("Scrutin n°\u{a0}{of}"),
    }
}

/// A count of voices, which 32 bits may not hold.
fn big(n: u64) -> String {
    u32::try_from(n).map_or_else(|_| n.to_string(), number)
}

/// « 12 voix »
pub fn voices(n: u64) -> String {
    format!("{}\u{a0}voix", big(n))
}

fn words(n: u64, one: &str, many: &str) -> String {
    format!("{}\u{a0}{}", big(n), plural(u32::try_from(n).unwrap_or(u32::MAX), one, many))
}

/// « la moitié », « deux tiers », « 3/5 »
pub fn fraction(of: Fraction) -> String {
    match of.terms() {
        (1, 2) => "la moitié".to_owned(),
        (1, 3) => "un tiers".to_owned(),
        (2, 3) => "deux tiers".to_owned(),
        (1, 4) => "un quart".to_owned(),
        (3, 4) => "trois quarts".to_owned(),
        (3, 5) => "trois cinquièmes".to_owned(),
        (parts, whole) if parts == whole => "la totalité".to_owned(),
        (parts, whole) => format!("{parts}/{whole}"),
    }
}

fn base(of: Base) -> &'static str {
    match of {
        Base::Cast => "des suffrages exprimés",
        Base::Roll => "des présents et représentés",
        Base::Entitled => "des inscrits",
    }
}

/// What adopts: « Majorité requise : plus de la moitié des suffrages exprimés. »
pub fn majority(of: Majority) -> String {
    match of {
        Majority::Relative => "Majorité requise\u{a0}: plus de voix pour que de voix contre.".to_owned(),
        Majority::Part(Threshold { fraction: part, base: of, at_least }) => {
            let more = if at_least { "au moins" } else { "plus de" };
            format!("Majorité requise\u{a0}: {more} {} {}.", fraction(part), base(of))
        }
    }
}

/// « Quorum : un tiers des inscrits, présents ou représentés, soit 41 voix. »; the voices where the roll is known.
pub fn quorum(of: Quorum, roll: Option<Roll>) -> String {
    let needed = roll.map(|roll| format!(", soit {}", voices(of.needed(roll)))).unwrap_or_default();
    format!("Quorum\u{a0}: {} des inscrits, présents ou représentés{needed}.", fraction(of.0))
}

/// The whole rule of a poll, a sentence each.
pub fn rule(poll: &Poll) -> Vec<String> {
    let mut said = Vec::new();
    match poll.question.method {
        domain::vote::Method::ForAgainst => said.push(majority(poll.rule.majority)),
        domain::vote::Method::OneOf(_) => said.push("L’option qui a le plus de voix est retenue\u{202f}; à égalité, aucune ne l’est.".to_owned()),
        domain::vote::Method::UpTo { most, .. } => said.push(format!(
            "Jusqu’à {most} choix\u{202f}; les {most} options qui ont le plus de voix sont retenues, et les égalités sont dites."
        )),
    }
    if let Some(of) = poll.rule.quorum {
        said.push(quorum(of, poll.stage.roll()));
    }
    if poll.rule.has_casting_vote && poll.secrecy == Secrecy::Public {
        said.push("À égalité, la voix de la présidence est prépondérante.".to_owned());
    }
    said.push(match poll.means {
        Means::Hands => HANDS_HOW.to_owned(),
        Means::Ballots => secrecy(poll.secrecy).to_owned(),
    });
    said
}

/// Of a show of hands.
pub const HANDS_HOW: &str = "À main levée\u{a0}: la présidence compte, sans liste de qui a choisi quoi.";

/// Who learns what.
pub fn secrecy(of: Secrecy) -> &'static str {
    match of {
        Secrecy::Public => {
            "Scrutin public\u{a0}: la liste de qui a choisi quoi est publiée avec le résultat."
        }
        Secrecy::Secret => "Scrutin secret\u{a0}: personne ne peut relier un bulletin à qui l’a déposé.",
    }
}

/// A button, below options.
pub const GO_ON: &str = "Continuer";

/// Above the options.
pub fn most(of: domain::vote::Method) -> String {
    match of.most() {
        0 | 1 => "Choisissez une option".to_owned(),
        most => format!("Choisissez jusqu’à {most} options"),
    }
}

/// What a ballot says.
pub fn choice(of: &Choice, poll: &Poll) -> String {
    match of {
        Choice::For => "Pour".to_owned(),
        Choice::Against => "Contre".to_owned(),
        Choice::Abstain => "Abstention".to_owned(),
        Choice::Blank => "Blanc".to_owned(),
        Choice::Options(chosen) => {
            let named = chosen.iter().filter_map(|rank| poll.question.options.get(usize::from(*rank)));
            named.map(|name| name.as_str().to_owned()).collect::<Vec<_>>().join(", ")
        }
    }
}

/// On the button of a choice: « Voter pour ».
pub fn vote(of: &Choice, poll: &Poll) -> String {
    match of {
        Choice::For => "Voter pour".to_owned(),
        Choice::Against => "Voter contre".to_owned(),
        Choice::Abstain => "S’abstenir".to_owned(),
        Choice::Blank => "Voter blanc".to_owned(),
        Choice::Options(_) => format!("Voter «\u{202f}{}\u{202f}»", choice(of, poll)),
    }
}

/// « 47 pour, 23 contre, 2 abstentions » or the voices of each option.
pub fn counts(tally: &Tally, poll: &Poll) -> String {
    let mut said = Vec::new();
    if poll.question.options.is_empty() {
        said.push(format!("{}\u{a0}pour", big(tally.in_favour)));
        said.push(format!("{}\u{a0}contre", big(tally.against)));
    } else {
        let named = poll.question.options.iter().zip(&tally.options);
        said.extend(named.map(|(name, votes)| format!("{name}\u{a0}: {}", big(*votes))));
    }
    if tally.abstentions > 0 || poll.question.options.is_empty() {
        said.push(words(tally.abstentions, "abstention", "abstentions"));
    }
    if poll.secrecy == Secrecy::Secret {
        said.push(words(tally.blanks, "blanc", "blancs"));
    }
    said.join(", ")
}

/// « 46,67 »: a part of a whole with two decimals where it isn't whole, cut and never rounded up.
fn part(of: Fraction, whole: u64) -> String {
    let (parts, per) = of.terms();
    let hundredths = u128::from(whole) * u128::from(parts) * 100 / u128::from(per);
    let (units, cents) = (hundredths / 100, hundredths % 100);
    let exact = u128::from(whole) * u128::from(parts) % u128::from(per) == 0;
    let units = big(u64::try_from(units).unwrap_or(u64::MAX));
    if exact { units } else { format!("{units},{cents:02}") }
}

/// « adopté », « rejeté »
pub fn verdict(of: Decision) -> &'static str {
    if of.adopted { "Adopté" } else { "Rejeté" }
}

/// The computation: « 47 pour sur 70 exprimés ; il en fallait plus de 46,67 : adopté. »
pub fn computation(rule: Rule, outcome: &Outcome, decision: Decision) -> String {
    let tally = &outcome.tally;
    let end = if decision.adopted { "adopté" } else { "rejeté" };
    let said = match decision.ground {
        Ground::NoQuorumAtOpening => quorum_missed(rule, outcome.roll, outcome.roll.there(), "à l’ouverture"),
        Ground::NoQuorumAtClosing => {
            quorum_missed(rule, outcome.roll, outcome.roll.still_there, "à la clôture")
        }
        Ground::Tie => format!(
            "{} pour, autant contre\u{202f}: à égalité, le texte n’est pas adopté",
            big(tally.in_favour)
        ),
        Ground::CastingFor => format!(
            "{} pour, autant contre\u{202f}; la présidence, dont la voix est prépondérante, est pour",
            big(tally.in_favour)
        ),
        Ground::CastingAgainst => format!(
            "{} pour, autant contre\u{202f}; la présidence, dont la voix est prépondérante, est contre",
            big(tally.in_favour)
        ),
        Ground::Reached | Ground::NotReached => match rule.majority {
            Majority::Relative => format!("{} pour, {} contre", big(tally.in_favour), big(tally.against)),
            Majority::Part(threshold) => of_threshold(threshold, outcome),
        },
    };
    format!("{said}\u{a0}: {end}.").replace("\u{202f}:", "\u{a0}:")
}

fn of_threshold(threshold: Threshold, outcome: &Outcome) -> String {
    let whole = threshold.whole(&outcome.tally, outcome.roll);
    let whom = match threshold.base {
        Base::Cast => words(whole, "suffrage exprimé", "suffrages exprimés"),
        Base::Roll => words(whole, "voix présente ou représentée", "voix présentes ou représentées"),
        Base::Entitled => words(whole, "inscrit", "inscrits"),
    };
    let more = if threshold.at_least { "au moins" } else { "plus de" };
    format!(
        "{} pour sur {whom}\u{202f}; il en fallait {more} {}",
        big(outcome.tally.in_favour),
        part(threshold.fraction, whole)
    )
}

fn quorum_missed(rule: Rule, roll: Roll, there: u64, when: &str) -> String {
    let needed = rule.quorum.map_or(0, |quorum| quorum.needed(roll));
    format!("le quorum n’était pas atteint {when} ({} sur {} nécessaires)", voices(there), big(needed))
}

/// « 123 inscrits · 70 présents · 12 représentés · 80 votants · 78 exprimés »
pub fn roll(outcome: &Outcome) -> String {
    let Outcome { roll, tally, aside, .. } = outcome;
    let mut said = vec![
        words(roll.entitled, "inscrit", "inscrits"),
        words(roll.present, "présent", "présents"),
        words(roll.represented, "représenté", "représentés"),
        words(tally.voters(), "votant", "votants"),
        words(tally.cast(), "exprimé", "exprimés"),
    ];
    if *aside > 0 {
        said.push(words(*aside, "voix déclarée hors du vote", "voix déclarées hors du vote"));
    }
    said.join(" · ")
}

/// Who is elected or what is chosen, by name, and what is tied.
pub fn elected(of: &Elected, poll: &Poll) -> String {
    let name = |ranks: &[u16]| {
        let named = ranks.iter().filter_map(|rank| poll.question.options.get(usize::from(*rank)));
        named.map(|name| name.as_str().to_owned()).collect::<Vec<_>>().join(", ")
    };
    match (of.first.is_empty(), of.tied.is_empty()) {
        (true, true) => "Rien n’est retenu.".to_owned(),
        (false, true) => format!("Retenu\u{a0}: {}.", name(&of.first)),
        (true, false) => {
            format!("À égalité pour {}\u{a0}: {}. Le congrès décide.", places(of.left), name(&of.tied))
        }
        (false, false) => format!(
            "Retenu\u{a0}: {}. À égalité pour {}\u{a0}: {}. Le congrès décide.",
            name(&of.first),
            places(of.left),
            name(&of.tied)
        ),
    }
}

fn places(n: u16) -> String {
    format!("{n}\u{a0}{}", plural(u32::from(n), "place", "places"))
}

/// The turnout, for the script that counts on.
pub const TURNOUT: &str = "{voted}\u{a0}voix sur {of} ont voté";

/// « 132 voix sur 287 ont voté »
pub fn turnout(given: u64, of: u64) -> String {
    format!("{} sur {} ont voté", voices(given), big(of))
}

/// How a voice comes to be on a roll.
pub fn standing(of: Standing) -> &'static str {
    match of {
        Standing::Present => "dans la salle",
        Standing::Remote => "à distance",
        Standing::Represented => "par pouvoir",
        Standing::Late => "ajouté par la présidence après l’ouverture",
    }
}

/// What became of a voice.
pub fn part_of(of: Part) -> &'static str {
    match of {
        Part::Awaited => "n’a pas voté",
        Part::Voted => "a voté",
        Part::Aside => "ne prend pas part au vote",
        Part::Paper => "vote sur papier",
        Part::Simulated => "voix simulée pour une répétition",
    }
}

/// Something came after a poll closed, at that hour.
pub fn closed_since(hour: &str) -> String {
    format!("Ce vote est clos depuis {hour}\u{a0}: ce choix est arrivé après la clôture et n’est pas compté.")
}

/// Why a ballot wasn't taken, and what to do.
pub fn fault(of: CastFault) -> &'static str {
    match of {
        CastFault::NotOpen => {
            "Ce vote n’est pas encore ouvert. La page suit la présidence\u{a0}: elle montrera les boutons à l’ouverture."
        }
        CastFault::Closed => {
            "Ce vote est clos\u{a0}: ce choix est arrivé après la clôture et n’est pas compté."
        }
        CastFault::Cancelled => "Ce vote a été annulé par la présidence\u{a0}: rien n’en est compté.",
        CastFault::NotTheirs => {
            "Cette voix n’est pas la vôtre dans ce vote\u{a0}: vous n’étiez pas à l’accueil quand il s’est ouvert, ou le pouvoir avait pris fin. Adressez-vous à l’accueil."
        }
        CastFault::Already => {
            "Cette voix a déjà voté, et un vote secret ne se change pas. Gardez le récépissé qui vous a été montré."
        }
        CastFault::OnPaper => {
            "Cette voix est inscrite pour un bulletin papier\u{a0}: elle ne peut plus voter par téléphone."
        }
        CastFault::KeyLost => {
            "L’urne de ce vote ne peut plus être lue : la présidence va l’annuler et le faire revoter."
        }
        CastFault::NotOffered => {
            "Ce choix n’est pas de ceux que ce vote propose. Rechargez la page et choisissez de nouveau."
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::vote::decide;

    fn outcome(in_favour: u64, against: u64) -> Outcome {
        Outcome {
            roll: Roll { entitled: 123, present: 60, represented: 20, still_there: 78 },
            tally: Tally { in_favour, against, abstentions: 3, ..Tally::default() },
            paper: None,
            paper_signed: 0,
            aside: 0,
            casting: None,
        }
    }

    fn said(majority: Majority, quorum: Option<Quorum>, outcome: &Outcome) -> String {
        let rule = Rule { majority, quorum, has_casting_vote: false };
        computation(rule, outcome, decide(rule, (&outcome.tally, outcome.roll), Secrecy::Public, None))
    }

    #[test]
    fn what_is_read_aloud_is_what_was_computed() {
        let thirds = |at_least| {
            Majority::Part(Threshold { fraction: Fraction::TWO_THIRDS, base: Base::Cast, at_least })
        };
        assert_eq!(
            said(thirds(false), None, &outcome(47, 23)),
            "47 pour sur 70\u{a0}suffrages exprimés\u{202f}; il en fallait plus de 46,66\u{a0}: adopté."
        );
        assert_eq!(
            said(thirds(false), None, &outcome(46, 23)),
            "46 pour sur 69\u{a0}suffrages exprimés\u{202f}; il en fallait plus de 46\u{a0}: rejeté."
        );
        assert!(
            said(thirds(true), None, &outcome(46, 23)).ends_with("il en fallait au moins 46\u{a0}: adopté.")
        );
        assert_eq!(said(Majority::Relative, None, &outcome(12, 11)), "12 pour, 11 contre\u{a0}: adopté.");
        assert!(said(Majority::Relative, None, &outcome(12, 12)).starts_with("12 pour, autant contre"));
        let half = Quorum(Fraction::new(2, 3).unwrap());
        assert_eq!(
            said(Majority::Relative, Some(half), &outcome(70, 2)),
            "le quorum n’était pas atteint à l’ouverture (80\u{a0}voix sur 82 nécessaires)\u{a0}: rejeté."
        );
    }

    #[test]
    fn the_rule_is_a_sentence() {
        assert_eq!(
            majority(Majority::ABSOLUTE),
            "Majorité requise\u{a0}: plus de la moitié des suffrages exprimés."
        );
        let of = Quorum(Fraction::new(1, 3).unwrap());
        assert_eq!(
            quorum(of, Some(outcome(0, 0).roll)),
            "Quorum\u{a0}: un tiers des inscrits, présents ou représentés, soit 41\u{a0}voix."
        );
    }
}
