//! A cell as text, as whoever typed it sees it.

use calamine::{Data, ExcelDateTime};

/// Formulas give the value that was last computed. What a formula couldn't compute is nothing.
pub(super) fn text(cell: Data) -> String {
    match cell {
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text,
        Data::Int(number) => number.to_string(),
        Data::Float(number) => self::number(number),
        Data::Bool(true) => "VRAI".to_owned(),
        Data::Bool(false) => "FAUX".to_owned(),
        Data::DateTime(moment) => self::moment(&moment),
        Data::Empty | Data::Error(_) => String::new(),
    }
}

/// « 29233 », never « 29233.0 ».
fn number(number: f64) -> String {
    // Writes no more digits than tell it from its neighbours, and no fraction where there is none.
    number.to_string()
}

/// « 2026-10-12 », « 2026-10-12 18:05:00 »; « 18:05:00 » for a time alone.
fn moment(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
    // Half a second of rounding belongs to the second above; the day it could turn is never written.
    let second = if milli >= 500 && second < 59 { second + 1 } else { second };
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    if moment.is_duration() || moment.as_f64() < 1.0 {
        time
    } else if (hour, minute, second) == (0, 0, 0) {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02} {time}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    #[test]
    fn cells_are_read_as_they_are_seen() {
        let date =
            |value| text(Data::DateTime(ExcelDateTime::new(value, ExcelDateTimeType::DateTime, false)));
        assert_eq!(date(46_307.0), "2026-10-12");
        assert_eq!(date(46_307.753_472_222), "2026-10-12 18:05:00");
        assert_eq!(date(0.75), "18:00:00");
        for (number, seen) in [(29_233.0, "29233"), (0.1, "0.1"), (-2.5, "-2.5"), (1e15, "1000000000000000")]
        {
            assert_eq!(text(Data::Float(number)), seen);
        }
        assert_eq!(text(Data::Bool(true)), "VRAI");
        assert_eq!(text(Data::Empty), "");
    }
}
