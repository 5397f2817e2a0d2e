//! A letter carries what opens its recipient's space. Nobody else reads that, and once the letter has left nobody keeps it.

/// Digits of a secret in an address: 256 bits in hexadecimal.
const SECRET: usize = 64;
/// What stands in its place.
const MASK: &str = "•••";

/// The text without its secrets: runs of 64 hexadecimal digits or more.
pub fn without_secrets(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_hexdigit()) {
        let (before, run) = rest.split_at(start);
        let length = run.find(|c: char| !c.is_ascii_hexdigit()).unwrap_or(run.len());
        let (run, after) = run.split_at(length);
        out.push_str(before);
        out.push_str(if length >= SECRET { MASK } else { run });
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_go_and_everything_else_stays() {
        let secret = "0123456789abcdef".repeat(4);
        let text = format!(
            "Écrivez à cafe@face.example : <a href=\"https://c.example/entrer/{secret}\">{secret}</a> 79"
        );
        let masked = without_secrets(&text);
        assert_eq!(
            masked,
            "Écrivez à cafe@face.example : <a href=\"https://c.example/entrer/•••\">•••</a> 79"
        );
        assert_eq!(without_secrets(&masked), masked);
        for plain in ["", "aucun", "0193abcd-0000-7000-8000-00000000002f", &secret[1..]] {
            assert_eq!(without_secrets(plain), plain);
        }
    }
}
