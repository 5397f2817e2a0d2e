//! Bytes to text: UTF-8 with or without a byte-order mark, UTF-16 with one, Windows-1252, and lines of both in one file.

use std::borrow::Cow;

use crate::Unreadable;

/// How the bytes of a file were written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16 with a byte-order mark, as spreadsheets save « Unicode text ».
    Utf16,
    /// Windows-1252, which holds all of Latin-1.
    Windows1252,
    /// The cells of a sheet: XLSX or ODS.
    Workbook,
    /// Some lines in UTF-8, others in Windows-1252: files that were pasted together.
    Mixed,
}

/// The text of a file, or why it isn't one.
pub(crate) fn decode(bytes: &[u8]) -> Result<(String, Encoding), Unreadable> {
    let (text, encoding) = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) if encoding != encoding_rs::UTF_8 => {
            (encoding.decode(bytes).0.into_owned(), Encoding::Utf16)
        }
        Some((_, mark)) => by_line(&bytes[mark..]),
        None => by_line(bytes),
    };
    if text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    if is_binary(&text) {
        return Err(Unreadable::Binary);
    }
    Ok((text, encoding))
}

/// Each line on its own: valid UTF-8 is UTF-8, the rest is Windows-1252. (Accented Latin-1 is hardly ever valid UTF-8.)
fn by_line(bytes: &[u8]) -> (String, Encoding) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_owned(), Encoding::Utf8);
    }
    let mut accented_utf8 = false;
    let lines = bytes.split_inclusive(|&byte| byte == b'\n').map(|line| match std::str::from_utf8(line) {
        Ok(line) => {
            accented_utf8 |= !line.is_ascii();
            Cow::Borrowed(line)
        }
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(line).0,
    });
    let text = lines.collect::<String>();
    (text, if accented_utf8 { Encoding::Mixed } else { Encoding::Windows1252 })
}

/// More than one sign in a hundred is a control or a replacement character. A few stray ones refuse their line only.
fn is_binary(text: &str) -> bool {
    let odd = |c: &char| (c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}')) || *c == '\u{fffd}';
    let (mut signs, mut odds) = (0_usize, 0_usize);
    for c in text.chars() {
        signs += 1;
        odds += usize::from(odd(&c));
    }
    odds * 100 > signs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_gives_the_same_text() {
        let text = "texte\nl'été, « ça » œuvre à 10 €\n";
        let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(text);
        let utf16: Vec<u8> = "\u{feff}"
            .chars()
            .chain(text.chars())
            .collect::<String>()
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
        for (bytes, encoding) in [
            (text.as_bytes(), Encoding::Utf8),
            (&marked, Encoding::Utf8),
            (&windows, Encoding::Windows1252),
            (&utf16, Encoding::Utf16),
        ] {
            assert_eq!(decode(bytes), Ok((text.to_owned(), encoding)));
        }
    }

    #[test]
    fn lines_of_two_encodings_are_both_read() {
        let bytes = [b"texte\n", "été\n".as_bytes(), b"\xe9t\xe9\n"].concat();
        assert_eq!(decode(&bytes), Ok(("texte\nété\nété\n".to_owned(), Encoding::Mixed)));
    }

    #[test]
    fn what_is_not_text_says_what_it_is() {
        assert_eq!(decode(b""), Err(Unreadable::Empty));
        assert_eq!(decode(b"\xef\xbb\xbf \n"), Err(Unreadable::Empty));
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"), Err(Unreadable::Binary));
    }
}
