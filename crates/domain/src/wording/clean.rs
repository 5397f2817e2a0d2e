//! What a word processor leaves in a text that is copied out of it, taken away.

/// Marks that stand before a line of a list, in Word's fonts and others.
const BULLETS: [char; 10] = ['•', '·', '▪', '‣', '●', '○', '◦', '➢', '\u{f0b7}', '\u{f0a7}'];

/// The text with one kind of line end, no control or invisible character that does nothing, single spaces, at most one empty
/// line in a row, « - » before lines of lists, ’ between letters and … for three points. Marks of scripts that run from right
/// to left stay where each is closed in its own line; those that turn what is around them over go.
///
/// Cleaning again changes nothing.
pub fn clean(text: &str) -> String {
    let lines =
        text.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    let mut out = String::with_capacity(lines.len());
    let mut empty = true;
    for line in lines.split('\n').map(line) {
        if line.is_empty() {
            empty = true;
            continue;
        }
        if !out.is_empty() {
            out.push_str(if empty { "\n\n" } else { "\n" });
        }
        out.push_str(&line);
        empty = false;
    }
    out
}

fn line(of: &str) -> String {
    let kept: String = of.chars().filter_map(character).collect();
    apostrophes(&points(&spaced(&listed(isolated(&kept).trim()))))
}

/// The character, another in its place, or nothing.
fn character(of: char) -> Option<char> {
    match of {
        '\t' => Some(' '),
        // Soft hyphens, joiners of nothing, marks of the beginning of a file, annotations and objects.
        '\u{ad}' | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{fff9}'..='\u{fffc}' => None,
        // What turns over the words around it, in sight of nobody.
        '\u{202a}'..='\u{202e}' | '\u{206a}'..='\u{206f}' => None,
        '\u{e000}'..='\u{f8ff}' if !BULLETS.contains(&of) => None,
        of if of.is_control() => None,
        of => Some(of),
    }
}

/// « - » for any bullet; « o » is one where Word puts a tab after it, which is a space by now, so that it isn't told from a word.
fn listed(line: &str) -> String {
    let dash = ['–', '—', '-', '*'];
    let rest = match line.strip_prefix(BULLETS) {
        Some(rest) => Some(rest),
        None => line.strip_prefix(dash).filter(|rest| rest.starts_with(' ')),
    };
    match rest.map(str::trim) {
        Some("") => String::new(),
        Some(rest) => format!("- {}", unlisted(rest)),
        None => line.to_owned(),
    }
}

/// Bullets that stand behind the first one.
fn unlisted(mut rest: &str) -> &str {
    while let Some(behind) = rest.strip_prefix(BULLETS) {
        rest = behind.trim_start();
    }
    rest
}

fn spaced(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for c in line.chars() {
        if !(c == ' ' && out.ends_with([' ', '\u{a0}', '\u{202f}'])) {
            out.push(c);
        }
    }
    out.trim().to_owned()
}

fn points(line: &str) -> String {
    line.replace("....", "…").replace("...", "…")
}

fn apostrophes(line: &str) -> String {
    let letters: Vec<char> = line.chars().collect();
    let between = |at: usize| {
        let letter = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|c| c.is_alphabetic());
        letter(at.checked_sub(1)) && letter(Some(at + 1))
    };
    letters.iter().enumerate().map(|(at, c)| if *c == '\'' && between(at) { '’' } else { *c }).collect()
}

/// Isolates of direction that are opened and closed in the line; the others go.
fn isolated(line: &str) -> String {
    let mut open: Vec<usize> = Vec::new();
    let mut stray: Vec<usize> = Vec::new();
    for (at, c) in line.char_indices() {
        match c {
            '\u{2066}'..='\u{2068}' => open.push(at),
            '\u{2069}' if open.pop().is_none() => stray.push(at),
            _ => {}
        }
    }
    let goes = |at: &usize| open.contains(at) || stray.contains(at);
    line.char_indices().filter(|(at, _)| !goes(at)).map(|(_, c)| c).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_word_leaves_goes_and_what_people_wrote_stays() {
        let word = "\u{feff}Pour l'égalité  d\u{ad}’accès\u{b}partout...\r\n\r\n\r\n•\tles écoles\r\n\u{f0b7} les mairies\u{7}\n– la fibre\n* le mobile";
        assert_eq!(
            clean(word),
            "Pour l’égalité d’accès\npartout…\n\n- les écoles\n- les mairies\n- la fibre\n- le mobile"
        );
        assert_eq!(clean("« oui\u{202f}! »\u{a0}: 3 * 4, -5 %"), "« oui\u{202f}! »\u{a0}: 3 * 4, -5 %");
        assert_eq!(clean(" \n\u{200b}\n"), "");
    }

    #[test]
    fn directions_are_kept_where_they_are_closed() {
        assert_eq!(clean("la \u{2067}مرحبا\u{2069} commune"), "la \u{2067}مرحبا\u{2069} commune");
        assert_eq!(clean("la \u{2067}مرحبا\ncommune\u{2069} \u{202e}ici"), "la مرحبا\ncommune ici");
        assert_eq!(clean("\u{200f}مرحبا\u{200f}"), "\u{200f}مرحبا\u{200f}", "marks that turn nothing over");
    }

    proptest! {
        #[test]
        fn cleaning_again_changes_nothing(text in "([-•·*'. \t\r\n\u{a0}\u{202f}\u{b}\u{f0b7}\u{2066}\u{2069}\u{200f}\u{202e}aé]|\\PC){0,60}") {
            let once = clean(&text);
            prop_assert_eq!(clean(&once), once);
        }

        #[test]
        fn letters_all_stay(text in "\\PC{0,60}") {
            let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            prop_assert_eq!(letters(&clean(&text)), letters(&text));
        }
    }
}
