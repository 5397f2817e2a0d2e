//! A version as the text that DOCX, ODT and HTML are written from.

use domain::reading::PublishedMotion;
use domain::wording::{BlockKind, Frozen, Piece, Run as Words, pieces};

use super::{Published, by_stance, called, notice, of_block, sources, stance};
use crate::DocumentError;
use crate::french::{NBSP, count};
use crate::office::{Block, Link, Paragraph, Role, Run, Text};
use crate::spoken;

/// The version: its words, under each passage the numbers of what it rests on, and at the end those words.
///
/// # Errors
/// When its moment has no date.
pub fn text(motion: &PublishedMotion, published: &Published<'_>) -> Result<Text, DocumentError> {
    let mut blocks = Vec::new();
    for of in &motion.blocks {
        blocks.extend(worded(of));
        blocks.extend(machine(of).map(Block::Paragraph));
        blocks.extend(cited(motion, of, published).map(Block::Paragraph));
    }
    blocks.extend(annex(motion, published));
    Ok(Text {
        title: motion.title.to_string(),
        authors: vec![published.congress.organiser.clone()],
        at: motion.line.at,
        hash: motion.line.digest.clone(),
        notice: Some(notice(motion, published)?),
        blocks,
    })
}

/// The words of a block; its name is the anchor of its first paragraph.
fn worded(of: &Frozen) -> impl Iterator<Item = Block> {
    let anchor = of.key.to_string();
    paragraphs(of.kind, &of.words).into_iter().enumerate().map(move |(at, mut paragraph)| {
        paragraph.anchor = (at == 0).then(|| anchor.clone());
        Block::Paragraph(paragraph)
    })
}

/// The paragraphs and items of some words; the first is what the block is.
pub(super) fn paragraphs(kind: BlockKind, words: &str) -> Vec<Paragraph> {
    let mut found = Vec::new();
    for piece in pieces(words) {
        match piece {
            Piece::Text(runs) => found.push((Role::Body, runs)),
            Piece::List { items, .. } => found.extend(items.into_iter().map(|runs| (Role::Item, runs))),
        }
    }
    if let Some((role, _)) = found.first_mut() {
        *role = match kind {
            BlockKind::Heading => Role::Heading(1),
            BlockKind::Proposition => Role::Proposition,
            BlockKind::Preamble | BlockKind::Paragraph => *role,
        };
    }
    let run = |of: Words| Run { text: of.text, emphasis: of.emphasis, ..Run::default() };
    let paragraph = |(role, runs): (Role, Vec<Words>)| Paragraph {
        role,
        anchor: None,
        runs: runs.into_iter().map(run).collect(),
        change: None,
    };
    found.into_iter().map(paragraph).collect()
}

fn machine(of: &Frozen) -> Option<Paragraph> {
    let left = of.machine.count();
    (left > 0).then(|| {
        let said = count(left, "phrase", "phrases");
        Paragraph::plain(Role::Source, format!("Brouillon automatique{NBSP}: {said} de ce passage."))
    })
}

/// « À l’appui : C-0042, C-0107. Désaccord : C-0311. », each number a link to the words at the end.
fn cited(motion: &PublishedMotion, of: &Frozen, published: &Published<'_>) -> Option<Paragraph> {
    let mut runs = Vec::new();
    for cited in by_stance(motion, of.key) {
        let before = if runs.is_empty() { "" } else { ". " };
        runs.push(plain(format!("{before}{}{NBSP}: ", stance(cited.stance))));
        for (at, number) in cited.numbers.into_iter().enumerate() {
            if at > 0 {
                runs.push(plain(", ".to_owned()));
            }
            let link = Some(Link::Address(published.of_contribution(number)));
            runs.push(Run { text: number.to_string(), link, ..Run::default() });
        }
    }
    if runs.is_empty() {
        return None;
    }
    runs.push(plain(". ".to_owned()));
    let link = Some(Link::Anchor(format!("sources-{}", of.key)));
    runs.push(Run { text: "Lire ces mots".to_owned(), link, ..Run::default() });
    Some(Paragraph { runs, ..Paragraph::plain(Role::Source, "") })
}

fn plain(text: String) -> Run {
    Run { text, ..Run::default() }
}

/// The words that each passage rests on, to the letter.
fn annex(motion: &PublishedMotion, published: &Published<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for of in &motion.blocks {
        let mut own = of_block(motion, of.key).peekable();
        if own.peek().is_none() {
            continue;
        }
        let back = Link::Anchor(of.key.to_string());
        let head = Run { text: called(of, motion.shape), link: Some(back), ..Run::default() };
        blocks.push(Block::Paragraph(Paragraph {
            role: Role::Heading(2),
            anchor: Some(format!("sources-{}", of.key)),
            runs: vec![head],
            change: None,
        }));
        for source in own {
            let quote = &source.quote;
            blocks.push(Block::Paragraph(Paragraph::plain(Role::Quotation, sources::words(quote))));
            let link = Some(Link::Address(published.of_contribution(quote.number)));
            let number = Run { text: quote.number.to_string(), link, ..Run::default() };
            let why = plain(format!("{}{NBSP}: ", stance(source.stance)));
            let by = plain(format!(", {}", spoken::signed(quote)));
            blocks.push(Block::Paragraph(Paragraph {
                runs: vec![why, number, by],
                ..Paragraph::plain(Role::Source, "")
            }));
        }
    }
    if !blocks.is_empty() {
        let title = "Ce sur quoi chaque passage s’appuie, et ce qui le contredit";
        blocks.insert(0, Block::Paragraph(Paragraph::plain(Role::Heading(1), title)));
    }
    blocks
}
