//! The motion as people write it: blocks of words in an order, with what is machine-made in them, and versions that are
//! published and never change again.

mod block;
mod clean;
mod coded;
mod compare;
mod field;
mod file;
mod gauge;
mod lines;
mod machine;
mod marks;
mod pasted;
mod stage;
mod version;
mod words;

pub use block::{Block, BlockKey, BlockKind, Numbered, Shape, numbered};
pub use clean::clean;
pub use coded::{Origin, RevisionAct, Stance};
pub use compare::{Change, ChangeKind, compare};
pub use field::{Field, fill};
pub use file::{FileFormat, VersionFile, VersionFileError};
pub use gauge::Gauge;
pub use lines::{Laid, LaidPiece, TextLine, lay_out};
pub use machine::Spans;
pub use marks::{Piece, Run, escape, pieces, plain};
pub use pasted::{MOST_BLOCKS, MOST_PASTED, Pasted, PastedError, blocks_of};
pub use stage::{Stage, StageRefusal, Standing};
pub use version::{Frozen, VersionNumber, digest, freeze};
pub use words::{Words, WordsError};
