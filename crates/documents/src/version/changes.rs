//! Two versions as one text with tracked changes: rejecting them gives the first, accepting them the second.

use std::collections::BTreeSet;
use std::ops::Range;

use domain::diff::{Piece, by_word};
use domain::reading::PublishedMotion;
use domain::wording::{BlockKey, Change as Compared, ChangeKind as What, Frozen, compare};

use super::text::paragraphs;
use super::{Published, notice};
use crate::DocumentError;
use crate::french::NBSP;
use crate::office::{Block, Change, ChangeKind, Paragraph, Run, Text};

/// What became of `before` in `after`. `whose` names whoever brought the change of a block; where it names nobody, the change is
/// that of the later version.
///
/// # Errors
/// When a moment has no date.
pub fn changes(
    before: &PublishedMotion,
    after: &PublishedMotion,
    published: &Published<'_>,
    whose: impl Fn(BlockKey) -> Option<String>,
) -> Result<Text, DocumentError> {
    let stable = stable(&before.blocks, &after.blocks);
    let change = |key: BlockKey, kind| Change {
        kind,
        author: whose(key).unwrap_or_else(|| format!("Version{NBSP}{}", after.line.number.get())),
        at: after.line.at,
    };
    let mut blocks = Vec::new();
    let mut come = after.blocks.iter().peekable();
    for old in &before.blocks {
        if !stable.contains(&old.key) {
            blocks.extend(whole(old, &change(old.key, ChangeKind::Deleted)));
            continue;
        }
        while let Some(new) = come.next_if(|new| new.key != old.key) {
            blocks.extend(whole(new, &change(new.key, ChangeKind::Inserted)));
        }
        if let Some(new) = come.next() {
            blocks.extend(within(old, new, &|kind| change(new.key, kind)));
        }
    }
    for new in come {
        blocks.extend(whole(new, &change(new.key, ChangeKind::Inserted)));
    }
    Ok(Text {
        title: after.title.to_string(),
        authors: vec![published.congress.organiser.clone()],
        at: after.line.at,
        hash: after.line.digest.clone(),
        notice: Some(told(before, after, published)?),
        blocks: blocks.into_iter().map(Block::Paragraph).collect(),
    })
}

fn told(
    before: &PublishedMotion,
    after: &PublishedMotion,
    published: &Published<'_>,
) -> Result<String, DocumentError> {
    let (one, other) = (before.line.number.get(), after.line.number.get());
    let mut said = format!(
        "Changements suivis{NBSP}: les refuser tous donne la version{NBSP}{one}, les accepter tous la version{NBSP}{other}."
    );
    if before.title != after.title {
        said += &format!(" Titre de la version{NBSP}{one}{NBSP}: {}.", before.title);
    }
    Ok(format!("{said} {}", notice(after, published)?))
}

/// Blocks that both have, in the same order.
fn stable(before: &[Frozen], after: &[Frozen]) -> BTreeSet<BlockKey> {
    let stays = |of: &Compared<'_>| matches!(of.kind, What::Same | What::Changed) && !of.moved;
    compare(before, after).into_iter().filter(stays).filter_map(|of| of.after).map(|of| of.key).collect()
}

/// A block that came or went as a whole.
fn whole(of: &Frozen, change: &Change) -> Vec<Paragraph> {
    paragraphs(of.kind, &of.words).iter().map(|of| changed(of, change.clone())).collect()
}

/// A block whose words may have changed: what begins and ends it alike stays; between, word by word where the paragraphs answer
/// each other, else the old ones go and the new ones come.
fn within(old: &Frozen, new: &Frozen, change: &dyn Fn(ChangeKind) -> Change) -> Vec<Paragraph> {
    let (mut gone, mut come) = (paragraphs(old.kind, &old.words), paragraphs(new.kind, &new.words));
    let alike = |(one, other): &(&Paragraph, &Paragraph)| {
        one.role == other.role && read(&one.runs) == read(&other.runs)
    };
    let head = gone.iter().zip(&come).take_while(alike).count();
    let (old_rest, new_rest) = (gone.split_off(head), come.split_off(head));
    let tail = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(alike).count();
    let (taken, (put, end)) = (&old_rest[..old_rest.len() - tail], new_rest.split_at(new_rest.len() - tail));
    let mut all = come;
    if taken.len() == put.len() && taken.iter().zip(put).all(|(one, other)| one.role == other.role) {
        all.extend(taken.iter().zip(put).map(|(old, new)| merged(old, new.clone(), change)));
    } else {
        all.extend(taken.iter().map(|of| changed(of, change(ChangeKind::Deleted))));
        all.extend(put.iter().map(|of| changed(of, change(ChangeKind::Inserted))));
    }
    all.extend_from_slice(end);
    if let Some(first) = all.first_mut() {
        first.anchor = Some(new.key.to_string());
    }
    all
}

fn changed(of: &Paragraph, change: Change) -> Paragraph {
    Paragraph { change: Some(change), ..of.clone() }
}

fn merged(old: &Paragraph, new: Paragraph, change: &dyn Fn(ChangeKind) -> Change) -> Paragraph {
    let (before, after) = (read(&old.runs), read(&new.runs));
    if before == after {
        return new;
    }
    let (mut runs, mut gone, mut come) = (Vec::new(), 0, 0);
    for piece in by_word(&before, &after) {
        match piece {
            Piece::Same(words) => {
                runs.extend(part(&new.runs, come..come + words.len(), None));
                (gone, come) = (gone + words.len(), come + words.len());
            }
            Piece::Taken(words) => {
                runs.extend(part(&old.runs, gone..gone + words.len(), Some(&change(ChangeKind::Deleted))));
                gone += words.len();
            }
            Piece::Put(words) => {
                runs.extend(part(&new.runs, come..come + words.len(), Some(&change(ChangeKind::Inserted))));
                come += words.len();
            }
        }
    }
    Paragraph { runs, ..new }
}

fn read(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// The runs of a stretch of bytes, each as it looks.
fn part(runs: &[Run], stretch: Range<usize>, change: Option<&Change>) -> Vec<Run> {
    let (mut at, mut found) = (0, Vec::new());
    for run in runs {
        let (from, to) = (stretch.start.max(at), stretch.end.min(at + run.text.len()));
        if from < to {
            let text = run.text[from - at..to - at].to_owned();
            found.push(Run { text, change: change.cloned(), ..run.clone() });
        }
        at += run.text.len();
    }
    found
}
