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
const NOTHING: u8 = 0x1f;

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
    fn one_column_of_sentences_is_one_column() {
        let text = "texte\nBonjour, voici\nLa fibre, la 4G, rien\nMerci\n";
        assert_eq!(records(text, sniff(text)).next().map(|record| record.cells.len()), Some(1));
    }
}
