//! Numbers and what is counted.

/// « 1 012 »: digits in threes, a narrow no-break space between.
pub fn number(n: u32) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('\u{202f}');
        }
        out.push(digit);
    }
    out
}

/// « 1 verbatim », « 1 012 verbatims », « aucun verbatim » is for who writes the sentence: here 0 takes the singular, as in French.
pub fn counted(n: u32, one: &str, many: &str) -> String {
    format!("{}\u{a0}{}", number(n), plural(n, one, many))
}

/// The word that agrees with `n`.
pub fn plural<'a>(n: u32, one: &'a str, many: &'a str) -> &'a str {
    if n < 2 { one } else { many }
}

/// « 12,5 »: one decimal, none when it is 0.
pub fn decimal(x: f64) -> String {
    let text = format!("{x:.1}");
    text.strip_suffix(".0").unwrap_or(&text).replace('.', ",")
}

/// « 34 % » of `whole`, « moins de 1 % » when it isn't 0 but rounds to it.
pub fn share(part: u32, whole: u32) -> String {
    if whole == 0 || part == 0 {
        return "0 %".to_owned();
    }
    match (f64::from(part) * 100.0 / f64::from(whole)).round() {
        0.0 => "moins de 1 %".to_owned(),
        percent => format!("{percent} %"),
    }
}

/// « 1er », « 2e ».
pub fn ordinal(n: u32) -> String {
    if n == 1 { "1er".to_owned() } else { format!("{}e", number(n)) }
}

/// « contributions », « verbatims », « personnes ou tables »: the nouns that pages count.
pub mod count {
    use super::counted;

    /// « 3 contributions »
    pub fn contributions(n: u32) -> String {
        counted(n, "contribution", "contributions")
    }

    /// « 3 verbatims »
    pub fn verbatims(n: u32) -> String {
        counted(n, "verbatim", "verbatims")
    }

    /// « 3 signataires »
    pub fn signatories(n: u32) -> String {
        counted(n, "signataire", "signataires")
    }

    /// « 3 départements »
    pub fn departements(n: u32) -> String {
        counted(n, "département", "départements")
    }

    /// « 3 thèmes »
    pub fn themes(n: u32) -> String {
        counted(n, "thème", "thèmes")
    }

    /// « 3 signaux faibles »
    pub fn weak(n: u32) -> String {
        counted(n, "signal faible", "signaux faibles")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_as_in_french() {
        assert_eq!(number(1012), "1\u{202f}012");
        assert_eq!(number(1_234_567), "1\u{202f}234\u{202f}567");
        assert_eq!(count::verbatims(0), "0\u{a0}verbatim");
        assert_eq!(count::weak(2), "2\u{a0}signaux faibles");
        assert_eq!(decimal(12.04), "12");
        assert_eq!(decimal(3.84), "3,8");
        assert_eq!(share(1, 1000), "moins de 1\u{202f}%");
        assert_eq!(share(1, 3), "33\u{202f}%");
        assert_eq!(share(0, 0), "0\u{202f}%");
    }
}
