//! The motion as a printed cahier: tagged PDF (PDF/UA-1), A4, with every verbatim in its annex.
//!
//! The layout is in `typst/`, in Typst's language; the sentences are made here and in `sheet`. Texts reach the layout
//! as strings of a JSON file, which it shows and never evaluates.

mod badges;
mod kit;
mod minutes;
mod paper;
mod sheet;
mod version;
mod world;

use domain::reading::Dossier;
use domain::time::Timestamp;
use jiff::civil::Date;
use typst::World;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

pub use badges::{Badge, badges};
pub use kit::{KitPaper, kit};
pub use minutes::{MinutesPaper, SignatureLine, minutes};
pub use paper::paper;
pub use version::version;

pub(crate) use sheet::fiction;

use crate::DocumentError;
use crate::french;
use sheet::Sheet;

/// What a document needs besides its dossier.
#[derive(Clone, Copy, Debug)]
pub struct MotionOptions<'a> {
    /// The address of the contributions' pages: a printed number is appended to it. With
    /// `Some("https://exemple.fr/2026/contributions/")`, C-0421 leads to `https://exemple.fr/2026/contributions/C-0421`.
    /// Without it, numbers lead to the annex only.
    pub base_url: Option<&'a str>,
    /// The moment of printing, which the document says; its day is taken in Paris.
    pub printed_at: Timestamp,
}

/// The draft of the motion with its annexes, as the bytes of a PDF.
///
/// # Errors
/// When the sums of the dossier don't hold, when a moment has no date, or when the pages can't be laid out.
pub fn motion(dossier: &Dossier, options: &MotionOptions) -> Result<Vec<u8>, DocumentError> {
    let sheet = Sheet::new(dossier, options)?;
    let today = datetime(french::day(options.printed_at)?);
    let desk = world::Desk::new(world::Page::Motion, serde_json::to_vec(&sheet)?, today);
    let ident = format!("pleniere-motion-{}-{}", dossier.congress.id, dossier.motion.run.number);
    let bytes = typeset(&desk, ident);
    // The typesetter remembers every layout; what one document leaves behind helps no other.
    comemo::evict(0);
    bytes
}

fn typeset(desk: &dyn World, ident: String) -> Result<Vec<u8>, DocumentError> {
    let document = typst::compile(desk).output.map_err(|errors| layout(&errors))?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1])
        .map_err(|error| DocumentError::Layout(error.message().to_string()))?;
    let options = PdfOptions {
        ident: Smart::Custom(ident),
        creator: Smart::Custom(Some("Plénière".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map_err(|errors| layout(&errors))
}

fn layout(errors: &[SourceDiagnostic]) -> DocumentError {
    let messages: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    DocumentError::Layout(messages.join("; "))
}

fn datetime(date: Date) -> Option<Datetime> {
    Datetime::from_ymd(date.year().into(), date.month().unsigned_abs(), date.day().unsigned_abs())
}
