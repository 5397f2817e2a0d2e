//! A version of the motion on paper: numbered lines, under each passage what it rests on, a code that leads to it.

use domain::reading::{PublishedMotion, Source};
use domain::wording::{BlockKind, Frozen, LaidPiece, TextLine, lay_out};
use jiff::civil::Date;
use serde::Serialize;

use super::sheet::fiction;
use super::{datetime, typeset, world};
use crate::french::{self, NBSP, count};
use crate::glyphs::Printer;
use crate::version::{Published, by_stance, called, notice, of_block, stance, words};
use crate::{DocumentError, picture, spoken};

#[derive(Debug, Serialize)]
struct VersionSheet {
    title: String,
    document_title: String,
    running: String,
    congress: String,
    organiser: String,
    made: String,
    notice: String,
    hash: String,
    date: (i16, i8, i8),
    fiction: Option<String>,
    blocks: Vec<BlockSheet>,
    annex: Vec<SourcesSheet>,
}

#[derive(Debug, Serialize)]
struct BlockSheet {
    anchor: String,
    /// 1: a heading; 2: a proposition; 0: prose.
    level: u8,
    called: String,
    pieces: Vec<PieceSheet>,
    machine: Option<String>,
    cited: Vec<CitedSheet>,
    code: Option<CodeSheet>,
}

#[derive(Debug, Serialize)]
struct PieceSheet {
    /// `text`, `list` or `numbered`.
    look: &'static str,
    items: Vec<Vec<LineSheet>>,
}

#[derive(Debug, Serialize)]
struct LineSheet {
    number: String,
    runs: Vec<(String, bool)>,
}

/// « À l’appui : C-0042, C-0107 », and where the words stand.
#[derive(Debug, Serialize)]
struct CitedSheet {
    stance: String,
    numbers: Vec<(String, String)>,
    anchor: String,
}

#[derive(Debug, Serialize)]
struct CodeSheet {
    drawn: String,
    said: String,
    address: String,
}

#[derive(Debug, Serialize)]
struct SourcesSheet {
    anchor: String,
    back: String,
    called: String,
    quotes: Vec<QuoteSheet>,
}

#[derive(Debug, Serialize)]
struct QuoteSheet {
    lines: Vec<String>,
    stance: &'static str,
    number: String,
    url: String,
    by: String,
}

/// The version as the bytes of a tagged PDF, the same for the same version.
///
/// # Errors
/// When a moment has no date, or the pages can't be laid out.
pub fn version(motion: &PublishedMotion, published: &Published<'_>) -> Result<Vec<u8>, DocumentError> {
    let printer = Printer::new();
    let sheet = sheet(motion, published, &printer)?;
    let today = datetime(french::day(motion.line.at)?);
    let desk = world::Desk::new(world::Page::Version, serde_json::to_vec(&sheet)?, today);
    let bytes = typeset(&desk, format!("pleniere-motion-{}", motion.line.digest));
    comemo::evict(0);
    bytes
}

fn sheet(
    motion: &PublishedMotion,
    published: &Published<'_>,
    printer: &Printer,
) -> Result<VersionSheet, DocumentError> {
    let date: Date = french::day(motion.line.at)?;
    let (title, number) = (printer.line(motion.title.as_str()), motion.line.number.get());
    let mut next = 1;
    let mut blocks = Vec::with_capacity(motion.blocks.len());
    for of in &motion.blocks {
        blocks.push(block(motion, of, published, printer, &mut next)?);
    }
    Ok(VersionSheet {
        document_title: format!("{title}, version{NBSP}{number}"),
        running: format!("Version{NBSP}{number}"),
        congress: printer.line(&published.congress.title),
        organiser: printer.line(&published.congress.organiser),
        made: format!("Empreinte du document{NBSP}: {}", motion.line.digest.get(..16).unwrap_or_default()),
        notice: printer.line(&notice(motion, published)?),
        hash: motion.line.digest.clone(),
        date: (date.year(), date.month(), date.day()),
        fiction: published.congress.fictional.then(fiction),
        annex: annex(motion, published, printer),
        title,
        blocks,
    })
}

fn block(
    motion: &PublishedMotion,
    of: &Frozen,
    published: &Published<'_>,
    printer: &Printer,
    next: &mut u32,
) -> Result<BlockSheet, DocumentError> {
    let laid = lay_out(&of.words, *next);
    *next = laid.next;
    let called = called(of, motion.shape);
    let code = match of.kind {
        BlockKind::Heading => {
            let address = published.of_block(motion.line.number, of.key);
            let said = format!("Code QR{NBSP}: {called} en ligne, {address}");
            Some(CodeSheet { drawn: picture::qr(&address, &said)?, said, address })
        }
        _ => None,
    };
    let cited = by_stance(motion, of.key).into_iter().map(|cited| CitedSheet {
        stance: stance(cited.stance).to_owned(),
        numbers: cited
            .numbers
            .into_iter()
            .map(|number| (number.to_string(), published.of_contribution(number)))
            .collect(),
        anchor: format!("sources-{}", of.key),
    });
    Ok(BlockSheet {
        anchor: of.key.to_string(),
        level: match of.kind {
            BlockKind::Heading => 1,
            BlockKind::Proposition => 2,
            BlockKind::Preamble | BlockKind::Paragraph => 0,
        },
        pieces: laid.pieces.iter().map(|piece| laid_piece(piece, printer)).collect(),
        machine: (!of.machine.is_empty()).then(|| {
            format!("Brouillon automatique{NBSP}: {}", count(of.machine.count(), "phrase", "phrases"))
        }),
        cited: cited.collect(),
        called,
        code,
    })
}

fn laid_piece(piece: &LaidPiece, printer: &Printer) -> PieceSheet {
    let lines = |of: &[TextLine]| of.iter().map(|line| line_sheet(line, printer)).collect::<Vec<_>>();
    match piece {
        LaidPiece::Text(of) => PieceSheet { look: "text", items: vec![lines(of)] },
        LaidPiece::List { numbered, items } => PieceSheet {
            look: if *numbered { "numbered" } else { "list" },
            items: items.iter().map(|item| lines(item)).collect(),
        },
    }
}

fn line_sheet(line: &TextLine, printer: &Printer) -> LineSheet {
    let run = |text: &str| {
        let (start, end) = (text.starts_with(' '), text.ends_with(' ') && text.trim() != "");
        let words = printer.line(text);
        format!("{}{words}{}", if start { " " } else { "" }, if end { " " } else { "" })
    };
    LineSheet {
        number: line.number.to_string(),
        runs: line.runs.iter().map(|of| (run(&of.text), of.emphasis)).collect(),
    }
}

fn annex(motion: &PublishedMotion, published: &Published<'_>, printer: &Printer) -> Vec<SourcesSheet> {
    let quote = |source: &Source| QuoteSheet {
        lines: printer.lines(&words(&source.quote)),
        stance: stance(source.stance),
        number: source.quote.number.to_string(),
        url: published.of_contribution(source.quote.number),
        by: printer.line(&spoken::signed(&source.quote)),
    };
    let group = |of: &Frozen| SourcesSheet {
        anchor: format!("sources-{}", of.key),
        back: of.key.to_string(),
        called: called(of, motion.shape),
        quotes: of_block(motion, of.key).map(quote).collect(),
    };
    motion.blocks.iter().map(group).filter(|group| !group.quotes.is_empty()).collect()
}
