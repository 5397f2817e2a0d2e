//! Dates as files write them.

use domain::time::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

const LOCAL: &[&str] = &[
    "%d/%m/%Y %H:%M:%S",
    "%d/%m/%Y %H:%M",
    "%d/%m/%Y à %H:%M",
    "%d/%m/%Y",
    "%d-%m-%Y %H:%M",
    "%d-%m-%Y",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%dT%H:%M:%S",
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%d",
];

/// A moment from ISO 8601 with its offset, or from a French or ISO date (with or without time) taken as Paris time.
pub(crate) fn parse(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    let moment = text.parse::<jiff::Timestamp>().ok().or_else(|| with_offset(text)).or_else(|| {
        let local = LOCAL.iter().find_map(|format| {
            let parts = jiff::fmt::strtime::parse(format, text).ok()?;
            let date = parts.to_date().ok()?;
            // A day alone is its noon: midnight would be the day before, further west.
            Some(if parts.hour().is_none() { date.at(12, 0, 0, 0) } else { parts.to_datetime().ok()? })
        })?;
        in_paris(local)
    })?;
    Some(Timestamp::from_micros(moment.as_microsecond()))
}

/// « 2025-07-14 08:30:00 UTC » and « 2025-07-14 10:30:00 +0200 », as Ruby writes moments.
fn with_offset(text: &str) -> Option<jiff::Timestamp> {
    let text = text.strip_suffix("UTC").map_or_else(|| text.to_owned(), |local| format!("{local}+0000"));
    jiff::fmt::strtime::parse("%Y-%m-%d %H:%M:%S %z", text).ok()?.to_timestamp().ok()
}

fn in_paris(local: DateTime) -> Option<jiff::Timestamp> {
    let paris = TimeZone::get("Europe/Paris").ok()?;
    local.to_zoned(paris).ok().map(|zoned| zoned.timestamp())
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn french_and_iso_dates_are_paris_time() {
        let summer = parse("2025-07-14T08:30:00Z");
        assert!(summer.is_some());
        for text in [
            "14/07/2025 10:30",
            "14/07/2025 10:30:00",
            "2025-07-14 10:30",
            "2025-07-14T10:30:00+02:00",
            "2025-07-14 08:30:00 UTC",
            "2025-07-14 10:30:00 +0200",
        ] {
            assert_eq!(parse(text), summer, "{text}");
        }
        assert_eq!(parse("14/07/2025"), parse("2025-07-14T10:00:00Z"), "a day alone is its noon");
        for text in ["", "hier", "32/01/2025", "2025"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
