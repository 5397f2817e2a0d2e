//! What stands between cells, and the records that it makes.

/// One line of a table: its cells, and the line of the file where it begins (from 1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Record {
    pub line: u64,
    pub cells: Vec<String>,
}

impl Record {
    /// Whether every cell is empty.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

const CANDIDATES: [char; 4] = [';', ',', '\t', '|'];
/// Records looked at to tell the separator.
const SAMPLE: usize = 200;

/// The separator under which most records have as many cells as the first, and more than one; none for a single column.
pub(crate) fn sniff(text: &str) -> Option<char> {
    let score = |separator: char| {
        let mut sample = records(text, Some(separator)).take(SAMPLE);
        let width = sample.next().map_or(0, |first| first.cells.len());
        let even = sample.filter(|record| record.cells.len() == width).count();
        if width > 1 { (even + 1) * 10 + width.min(9) } else { 0 }
    };
    // `rev`: on a tie the first candidate wins.
    CANDIDATES.into_iter().rev().max_by_key(|&separator| score(separator)).filter(|&s| score(s) > 0)
}

/// What stands between cells when there is one column: a control character that texts don't hold.
pub(crate) const NOTHING: u8 = 0x1f;

/// The records of a text, quotes and newlines within quotes understood. Whatever stands in it, something comes out.
pub(crate) fn records(text: &str, separator: Option<char>) -> impl Iterator<Item = Record> + '_ {
    let reader = csv::ReaderBuilder::new()
        .delimiter(separator.and_then(|sign| u8::try_from(sign).ok()).unwrap_or(NOTHING))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    reader.into_records().filter_map(Result::ok).map(|record| Record {
        line: record.position().map_or(0, |position| first_line(text, position)),
        cells: record.iter().map(str::to_owned).collect(),
    })
}

/// The line (from 1) of a quote that opens a cell and swallows the lines below it: the text ends inside the cell, or the
/// quote that ends it stands in the middle of a later line, or the cell holds what are records to the eye.
///
/// The parser forgives all three, and makes one contribution of many. A quote that is badly closed on its own line
/// swallows nothing and is left to it.
pub(crate) fn unclosed_quote(text: &str, separator: Option<char>) -> Option<u64> {
    let width = records(text, separator).next().map_or(0, |first| first.cells.len());
    let ends_cell = |sign: char| matches!(sign, '\n' | '\r') || Some(sign) == separator;
    let (mut rest, mut line) = (text, 1);
    while !rest.is_empty() {
        if let Some(quoted) = rest.strip_prefix('"') {
            let Some(end) = closing_quote(quoted) else { return Some(line) };
            let (cell, after) = (&quoted[..end], &quoted[end + 1..]);
            let well_closed = after.chars().next().is_none_or(ends_cell);
            if if well_closed { holds_records(cell, separator, width) } else { cell.contains('\n') } {
                return Some(line);
            }
            line += breaks(cell);
            rest = after;
        }
        // To the parser, quotes further on in a cell are letters.
        let end = rest.find(ends_cell).map_or(rest.len(), |at| at + 1);
        line += breaks(&rest[..end]);
        rest = &rest[end..];
    }
    None
}

/// Where the first quote stands that isn't one of two in a row.
fn closing_quote(cell: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        let at = from + cell[from..].find('"')?;
        if !cell[at + 1..].starts_with('"') {
            return Some(at);
        }
        from = at + 2;
    }
}

fn breaks(text: &str) -> u64 {
    text.bytes().filter(|byte| *byte == b'\n').count() as u64
}

/// Whether the whole lines inside a cell are records: three at least, each as wide as the table and beginning with a number.
/// Nobody writes that, and a well-closed cell must never be refused for being long.
fn holds_records(cell: &str, separator: Option<char>, width: usize) -> bool {
    // « 12,5 » is no record of two cells.
    let Some(separator) = separator.filter(|sign| width > if *sign == ',' { 2 } else { 1 }) else {
        return false;
    };
    let lines: Vec<&str> = cell.lines().collect();
    let is_record = |line: &&str| {
        let first = line.split(separator).next().unwrap_or_default().trim();
        line.split(separator).count() == width && first.parse::<u64>().is_ok()
    };
    lines.len() >= 5 && lines[1..lines.len() - 1].iter().all(is_record)
}

/// The parser's position is before the empty lines that it skips; people count them.
fn first_line(text: &str, position: &csv::Position) -> u64 {
    let rest =
        usize::try_from(position.byte()).ok().and_then(|at| text.as_bytes().get(at..)).unwrap_or_default();
    let skipped =
        rest.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).filter(|byte| **byte == b'\n').count();
    position.line() + skipped as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_separator_is_told() {
        for separator in CANDIDATES {
            let text = format!(
                "id{separator}texte\n1{separator}\"Oui, mais ; donc | voilà\nsuite\"\n2{separator}Non\n"
            );
            assert_eq!(sniff(&text), Some(separator));
            let cells: Vec<_> =
                records(&text, Some(separator)).map(|record| (record.line, record.cells)).collect();
            assert_eq!(cells[1].1[1], "Oui, mais ; donc | voilà\nsuite");
            assert_eq!(cells[2].0, 4, "lines are those of the file");
        }
    }

    #[test]
    fn a_quote_that_swallows_lines_is_found_where_it_opens() {
        for (text, opened) in [
            ("id;texte\n1;\"Oui\n2;Non\n3;Peut-être\n", Some(2)),
            ("id;texte\n1;Oui\n\n2;\"Non\n3;\"Bien\"\n", Some(4)),
            ("id;texte\r\n1;\"Oui\r\n2;il a dit \"non\"\r\n", Some(2)),
            ("id;texte;x\n1;\"Oui\n2;b;x\n3;b;x\n4;b;x\n5;un mur de 5\";x\n", Some(2)),
            ("texte\n\"Oui\nNon\n", Some(2)),
            ("\"id;texte\n1;Oui\n", Some(1)),
            ("id;texte\n1;\"Oui \"\"bien\"\"\nsuite\n\n\nfin\"\n2;\"\"\n", None),
            ("id,texte\n1,\"1,2\n1,3\noui, non\n4,5\nfin\"\n", None),
            ("id;texte\n1;\"Oui\" dit-elle\n2;5\" de neige\n", None),
            ("texte\n\"Oui\", dit-elle.\nNon\n", None),
        ] {
            assert_eq!(unclosed_quote(text, sniff(text)), opened, "{text}");
        }
    }

    #[test]
    fn one_column_of_sentences_is_one_column() {
        let text = "texte\nBonjour, voici\nLa fibre, la 4G, rien\nMerci\n";
        assert_eq!(records(text, sniff(text)).next().map(|record| record.cells.len()), Some(1));
    }
}
