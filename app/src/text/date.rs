//! Dates in words, in the time of Paris.

use domain::french::month;
use domain::time::Timestamp;
use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{ToSpan, Zoned};

/// Days shown of a call, at most: a congress lasts for months, a wrong clock for centuries.
const MOST_DAYS: usize = 400;

/// The moment in Paris; 1970 when a calendar can't hold it.
fn paris(at: Timestamp) -> Zoned {
    let zone = TimeZone::get("Europe/Paris").unwrap_or(TimeZone::UTC);
    jiff::Timestamp::from_microsecond(at.micros()).unwrap_or(jiff::Timestamp::UNIX_EPOCH).to_zoned(zone)
}

fn day_of(date: Date) -> String {
    format!("{} {}", day_number(date), month(date.month()))
}

fn day_number(date: Date) -> String {
    if date.day() == 1 { "1er".to_owned() } else { date.day().to_string() }
}

/// « 12 octobre 2026 »
pub fn day(at: Timestamp) -> String {
    let date = paris(at).date();
    format!("{} {}", day_of(date), date.year())
}

/// « 12 octobre 2026 à 18 h », « à 18 h 05 »
pub fn moment(at: Timestamp) -> String {
    format!("{} à {}", day(at), hour(at))
}

/// « 19 novembre à 18 h », without the year.
pub fn day_and_hour(at: Timestamp) -> String {
    format!("{} à {}", day_of(paris(at).date()), hour(at))
}

/// « encore 5 jours », « encore 3 heures », « encore 20 minutes »: what is left until `at`.
pub fn left(now: Timestamp, at: Timestamp) -> String {
    let minutes = (at.micros() - now.micros()).max(0) / 60_000_000;
    match (days_between(now, at), minutes / 60) {
        (days, 24..) if days > 1 => format!("encore {days} jours"),
        (_, 24..) => "encore un jour".to_owned(),
        (_, 0) => format!(
            "encore {}",
            if minutes < 2 { "une minute".to_owned() } else { format!("{minutes} minutes") }
        ),
        (_, 1) => "encore une heure".to_owned(),
        (_, hours) => format!("encore {hours} heures"),
    }
}

/// « 18 h », « 18 h 05 »
pub fn hour(at: Timestamp) -> String {
    let time = paris(at).time();
    match time.minute() {
        0 => format!("{} h", time.hour()),
        minute => format!("{} h {minute:02}", time.hour()),
    }
}

/// « 18 h 05 min 20 s »
pub fn second(at: Timestamp) -> String {
    let time = paris(at).time();
    format!("{}\u{a0}h\u{a0}{:02}\u{a0}min\u{a0}{:02}\u{a0}s", time.hour(), time.minute(), time.second())
}

/// The same once it has surely come: « 18 h 06 » for 18 h 05 and a second.
pub fn hour_after(at: Timestamp) -> String {
    hour(at.plus_seconds(59))
}

/// « 2026-10-12T18:00:00+02:00 », for the `datetime` of `<time>`.
pub fn machine(at: Timestamp) -> String {
    paris(at).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// « aujourd’hui », « demain », « dans 3 jours », « il y a 3 jours »: calendar days in Paris.
pub fn relative(now: Timestamp, at: Timestamp) -> String {
    match days_between(now, at) {
        0 => "aujourd’hui".to_owned(),
        1 => "demain".to_owned(),
        -1 => "hier".to_owned(),
        days if days > 0 => format!("dans {days} jours"),
        days => format!("il y a {} jours", -days),
    }
}

/// What came in by the hour, by the day of Paris: every day from the first to the last, those without anything too.
pub fn by_day(hours: &[(Timestamp, u32)]) -> Vec<(String, u32)> {
    let mut counts: BTreeMap<Date, u32> = BTreeMap::new();
    for (hour, count) in hours {
        *counts.entry(paris(*hour).date()).or_default() += count;
    }
    let (Some(&first), Some(&last)) = (counts.keys().next(), counts.keys().next_back()) else {
        return Vec::new();
    };
    let days = first.series(1.days()).take_while(|day| *day <= last).take(MOST_DAYS);
    days.map(|day| (day_of(day), counts.get(&day).copied().unwrap_or(0))).collect()
}

fn days_between(from: Timestamp, to: Timestamp) -> i32 {
    paris(from).date().until(paris(to).date()).map_or(0, |span| span.get_days())
}

/// « du 21 au 30 octobre », « le 6 novembre », « du 28 octobre au 3 novembre ». An end at midnight belongs to the day before.
pub fn span(from: Timestamp, to: Timestamp) -> String {
    let (first, last) = (paris(from).date(), last_day(from, to));
    if first == last {
        return format!("le {}", day_of(first));
    }
    let start = if (first.year(), first.month()) == (last.year(), last.month()) {
        day_number(first)
    } else {
        day_of(first)
    };
    format!("du {start} au {}", day_of(last))
}

/// The last day of a stretch of time, in words: « 12 octobre ».
pub fn last_day_words(from: Timestamp, to: Timestamp) -> String {
    day_of(last_day(from, to))
}

fn last_day(from: Timestamp, to: Timestamp) -> Date {
    let just_before = Timestamp::from_micros(to.micros().saturating_sub(1)).max(from);
    paris(just_before).date()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        let moment: jiff::Timestamp = text.parse().unwrap();
        Timestamp::from_micros(moment.as_microsecond())
    }

    #[test]
    fn moments_are_said_in_the_time_of_paris() {
        let autumn = at("2026-10-12T16:00:00Z");
        assert_eq!(moment(autumn), "12\u{a0}octobre 2026 à 18\u{a0}h");
        assert_eq!(moment(at("2026-12-31T23:05:00Z")), "1er\u{a0}janvier 2027 à 0\u{a0}h\u{a0}05");
        assert_eq!(machine(autumn), "2026-10-12T18:00:00+02:00");
    }

    #[test]
    fn distance_is_counted_in_calendar_days() {
        let now = at("2026-10-12T21:30:00Z");
        assert_eq!(relative(now, at("2026-10-12T22:30:00Z")), "demain");
        assert_eq!(relative(now, at("2026-10-15T06:00:00Z")), "dans 3\u{a0}jours");
        assert_eq!(relative(now, at("2026-10-12T00:00:00Z")), "aujourd’hui");
        assert_eq!(relative(now, at("2026-09-02T00:00:00Z")), "il y a 40\u{a0}jours");
    }

    #[test]
    fn what_is_left_is_said_in_the_largest_unit_that_helps() {
        let closes = at("2026-11-19T17:00:00Z");
        assert_eq!(left(at("2026-11-14T09:30:00Z"), closes), "encore 5\u{a0}jours");
        assert_eq!(left(at("2026-11-18T08:00:00Z"), closes), "encore un jour");
        assert_eq!(left(at("2026-11-18T18:00:00Z"), closes), "encore 23\u{a0}heures");
        assert_eq!(left(at("2026-11-19T15:59:00Z"), closes), "encore une heure");
        assert_eq!(left(at("2026-11-19T16:40:00Z"), closes), "encore 20\u{a0}minutes");
        assert_eq!(left(at("2026-11-19T18:00:00Z"), closes), "encore une minute");
        assert_eq!(day_and_hour(closes), "19\u{a0}novembre à 18\u{a0}h");
    }

    #[test]
    fn stretches_are_said_shortly() {
        assert_eq!(span(at("2026-10-20T22:00:00Z"), at("2026-10-30T23:00:00Z")), "du 21 au 30\u{a0}octobre");
        assert_eq!(span(at("2026-11-06T08:00:00Z"), at("2026-11-06T17:00:00Z")), "le 6\u{a0}novembre");
        assert_eq!(
            span(at("2026-10-28T08:00:00Z"), at("2026-11-03T17:00:00Z")),
            "du 28\u{a0}octobre au 3\u{a0}novembre"
        );
    }

    #[test]
    fn hours_make_up_the_days_of_paris() {
        let hours = [
            (at("2026-10-24T21:00:00Z"), 1),
            (at("2026-10-24T22:00:00Z"), 2),
            (at("2026-10-25T22:00:00Z"), 3),
            (at("2026-10-27T23:00:00Z"), 4),
        ];
        // The clocks go back on the 25th.
        let days =
            ["24\u{a0}octobre", "25\u{a0}octobre", "26\u{a0}octobre", "27\u{a0}octobre", "28\u{a0}octobre"];
        let counts = [1, 5, 0, 0, 4];
        let expected: Vec<(String, u32)> = days.into_iter().map(String::from).zip(counts).collect();
        assert_eq!(by_day(&hours), expected);
        assert_eq!(by_day(&[]), []);
        assert_eq!(
            by_day(&[(at("0001-01-02T00:00:00Z"), 1), (at("2026-01-01T00:00:00Z"), 1)]).len(),
            MOST_DAYS
        );
    }

    #[test]
    fn impossible_moments_do_not_break_a_page() {
        for micros in [i64::MIN, i64::MAX, 0] {
            let at = Timestamp::from_micros(micros);
            assert!(!moment(at).is_empty());
            assert!(!relative(Timestamp::from_micros(0), at).is_empty());
        }
    }
}
