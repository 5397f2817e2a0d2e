//! A vote as it was typed, parsed.

use app::form::Faults;
use app::pages::sittings::chair::{Typed, name};
use app::text::{desk as text, form};
use domain::id::PollId;
use domain::line::Line;
use domain::sitting::Sitting;
use domain::vote::{Majority, Method, Poll, PollNumber, Question, QuestionFault, Rule, Secrecy, Stage};

use super::{Fields, said};
use crate::forms::staff::line;
use crate::pages::Visit;

pub(super) fn read(fields: &Fields) -> Typed {
    Typed {
        key: said(fields, name::KEY).parse().ok(),
        title: said(fields, name::TITLE),
        body: said(fields, name::BODY),
        options: said(fields, name::OPTIONS),
        most: said(fields, name::MOST),
        majority: said(fields, name::MAJORITY),
        secrecy: said(fields, name::SECRECY),
        means: said(fields, name::MEANS),
        is_test: said(fields, name::TEST) == form::YES,
        casting: said(fields, name::CASTING) == form::YES,
    }
}

/// The poll, if all of it is lawful.
pub(super) fn parsed(typed: &Typed, visit: &Visit, sitting: &Sitting) -> Result<Poll, Faults> {
    let mut faults = Faults::default();
    let choice = || form::CHOICE.to_owned();
    let title = faults.take(name::TITLE, line(&typed.title));
    let options = faults.take(name::OPTIONS, options(&typed.options));
    let most = faults.take(name::MOST, most(typed));
    let secrecy: Option<Secrecy> = faults.take(name::SECRECY, typed.secrecy.parse().map_err(|_| choice()));
    let means = faults.take(name::MEANS, typed.means.parse().map_err(|_| choice()));
    let majority = faults.take(name::MAJORITY, majority(&typed.majority).ok_or_else(choice));
    let (Some(title), Some(options), Some(most), Some(secrecy), Some(means), Some(majority)) =
        (title, options, most, secrecy, means, majority)
    else {
        return Err(faults);
    };
    let method = method(&options, most);
    let question = Question { title, text: typed.body.clone(), method, options };
    if let Err(fault) = question.check(means) {
        return Err(Faults::of(field_of(fault), text::question_fault(fault)));
    }
    // Hands are seen: a secret vote by show of hands is none.
    let secrecy = if means == domain::vote::Means::Hands { Secrecy::Public } else { secrecy };
    Ok(Poll {
        id: typed.key.unwrap_or_else(|| drawn(visit)),
        number: PollNumber::new(0),
        sitting: sitting.id,
        item: None,
        question,
        rule: Rule { majority, quorum: sitting.rules.quorum, has_casting_vote: typed.casting },
        secrecy,
        means,
        college: sitting.rules.college,
        is_test: typed.is_test,
        stage: Stage::Prepared,
    })
}

/// A key for a form: the id of the poll that it prepares.
pub(super) fn drawn(visit: &Visit) -> PollId {
    visit.state.draw(|entropy| PollId::new(visit.now(), entropy))
}

fn field_of(fault: QuestionFault) -> &'static str {
    match fault {
        QuestionFault::Most => name::MOST,
        QuestionFault::TooLong => name::BODY,
        QuestionFault::Options | QuestionFault::Twice | QuestionFault::Hands => name::OPTIONS,
    }
}

fn options(typed: &str) -> Result<Vec<Line>, String> {
    typed.lines().filter(|of| !of.trim().is_empty()).map(line).collect()
}

fn most(typed: &Typed) -> Result<u16, String> {
    match typed.most.as_str() {
        "" => Ok(1),
        most => most.parse().map_err(|_| text::COUNT.to_owned()),
    }
}

fn majority(code: &str) -> Option<Majority> {
    text::majorities().into_iter().find(|(of, _, _)| *of == code).map(|(_, _, majority)| majority)
}

fn method(options: &[Line], most: u16) -> Method {
    let count = u16::try_from(options.len()).unwrap_or(u16::MAX);
    match (count, most) {
        (0, _) => Method::ForAgainst,
        (_, 1) => Method::OneOf(count),
        (_, most) => Method::UpTo { options: count, most },
    }
}
