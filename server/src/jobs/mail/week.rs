//! Weeks and days of letters, in the time of Paris.

use domain::time::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{ToSpan, Zoned};

/// The hour of Monday at which a week of letters ends.
const HOUR: i8 = 8;

/// The last Monday, eight o'clock, at or before `now`; None where a calendar can't hold it.
pub(super) fn monday(now: Timestamp) -> Option<Timestamp> {
    let now = paris(now)?;
    let date = now.date().checked_sub(i64::from(now.weekday().to_monday_zero_offset()).days()).ok()?;
    let this = eight(date)?;
    if this <= now { moment(&this) } else { moment(&eight(date.checked_sub(7.days()).ok()?)?) }
}

/// The day of a moment: « 2026-11-16 ».
pub(super) fn day(at: Timestamp) -> String {
    paris(at).map(|at| at.date().to_string()).unwrap_or_default()
}

/// Eight o'clock of the day that ends `key`.
pub(super) fn end_of(key: &str) -> Option<Timestamp> {
    moment(&eight(key.rsplit(' ').next()?.parse().ok()?)?)
}

fn paris(at: Timestamp) -> Option<Zoned> {
    let zone = TimeZone::get("Europe/Paris").ok()?;
    Some(jiff::Timestamp::from_microsecond(at.micros()).ok()?.to_zoned(zone))
}

fn eight(date: Date) -> Option<Zoned> {
    date.at(HOUR, 0, 0, 0).to_zoned(TimeZone::get("Europe/Paris").ok()?).ok()
}

fn moment(at: &Zoned) -> Option<Timestamp> {
    Some(Timestamp::from_micros(at.timestamp().as_microsecond()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const DAY: i64 = 24 * 60 * 60 * 1_000_000;

    #[test]
    fn a_week_ends_on_monday_at_eight_in_paris_whatever_the_season() {
        let at =
            |text: &str| Timestamp::from_micros(text.parse::<jiff::Timestamp>().unwrap().as_microsecond());
        for (now, end) in [
            ("2026-11-16T07:00:00Z", "2026-11-16T07:00:00Z"),
            ("2026-11-16T06:59:59Z", "2026-11-09T07:00:00Z"),
            ("2026-11-22T22:00:00Z", "2026-11-16T07:00:00Z"),
            // The clocks went back between the two.
            ("2026-10-26T06:30:00Z", "2026-10-19T06:00:00Z"),
            ("2026-10-26T07:00:00Z", "2026-10-26T07:00:00Z"),
        ] {
            assert_eq!(monday(at(now)), Some(at(end)), "{now}");
        }
        assert_eq!(day(at("2026-11-15T23:30:00Z")), "2026-11-16");
        assert_eq!(end_of("resume x 2026-11-16"), Some(at("2026-11-16T07:00:00Z")));
        assert_eq!(end_of("resume"), None);
    }

    proptest! {
        #[test]
        fn its_end_is_within_the_last_week_and_reads_back(now in 1_600_000_000_000_000..2_500_000_000_000_000i64) {
            let end = monday(Timestamp::from_micros(now)).unwrap();
            prop_assert!(end.micros() <= now && now - end.micros() <= 7 * DAY + DAY / 24);
            prop_assert_eq!(monday(end), Some(end));
            prop_assert_eq!(end_of(&format!("resume x {}", day(end))), Some(end));
        }
    }
}
