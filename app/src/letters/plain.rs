//! A letter as text.

use domain::congress::Congress;

use super::Letter;
use crate::text::{frame, letter as words};

/// Characters a line: what fits a narrow window, quoted once.
const WIDTH: usize = 72;

pub(super) fn write(congress: &Congress, letter: &Letter) -> String {
    let mut parts = Vec::new();
    if congress.fictional {
        parts.push(wrapped(frame::FICTION));
    }
    parts.push(wrapped(&congress.title));
    parts.push(wrapped(&letter.greeting));
    parts.extend(letter.paragraphs.iter().map(|paragraph| wrapped(paragraph)));
    parts.extend(letter.action.iter().map(link));
    parts.push(format!("-- \n{}", wrapped(&words::sender(congress))));
    parts.push(wrapped(&letter.footer.why));
    parts.extend(letter.footer.stop.iter().map(link));
    parts.join("\n\n") + "\n"
}

/// Its words, then the address on a line of its own, which programs make a link of.
fn link((words, url): &(String, String)) -> String {
    format!("{}\n{url}", wrapped(&format!("{words}\u{a0}:")))
}

/// Broken at ordinary spaces only; what is longer than a line stays whole. Line breaks of the text stay.
fn wrapped(text: &str) -> String {
    text.lines().map(wrapped_line).collect::<Vec<_>>().join("\n")
}

fn wrapped_line(line: &str) -> String {
    let (mut out, mut width) = (String::new(), 0);
    for word in line.split(' ').filter(|word| !word.is_empty()) {
        let chars = word.chars().count();
        if width > 0 && width + 1 + chars > WIDTH {
            out.push('\n');
            width = 0;
        } else if width > 0 {
            out.push(' ');
            width += 1;
        }
        out.push_str(word);
        width += chars;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_word_is_lost_or_cut_and_no_line_is_too_long(text in "[a-zéà’.\u{a0}]{1,90}( {1,3}[a-zéà’.\u{a0}]{1,90}){0,40}") {
            let out = wrapped(&text);
            let words = |text: &str| text.split([' ', '\n']).filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>();
            prop_assert_eq!(words(&out), words(&text));
            for line in out.lines() {
                prop_assert!(line.chars().count() <= WIDTH || !line.contains(' '), "{}", line);
            }
        }
    }
}
