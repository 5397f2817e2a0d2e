//! The few French words that screens and documents share.

/// The months, January first.
const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// The name of a month, from 1; nothing for a number that no month has.
pub fn month(number: i8) -> &'static str {
    usize::try_from(number).ok().and_then(|at| MONTHS.get(at.checked_sub(1)?)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::month;

    #[test]
    fn months_count_from_one() {
        assert_eq!((month(1), month(8), month(12)), ("janvier", "août", "décembre"));
        assert_eq!((month(0), month(13), month(-1)), ("", "", ""));
    }
}
