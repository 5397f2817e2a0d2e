//! A version of the motion as a file.

use app::routes::Route;
use app::text::amending::by_amendment;
use documents::office::{self, Text};
use documents::version::{Published, changes, text};
use documents::{DocumentError, pdf};
use domain::amendment::AmendmentNumber;
use domain::congress::Congress;
use domain::reading::PublishedMotion;
use domain::wording::{BlockKey, FileFormat, VersionFile, VersionNumber};
use std::collections::BTreeMap;
use storage::Reading;

use super::RenderError;

/// The bytes of `file`.
///
/// # Errors
/// [`RenderError::NoVersion`] where it names a version that wasn’t published; else when something broke.
pub async fn render(
    mut reading: Reading,
    congress: &Congress,
    file: VersionFile,
    public_url: &str,
) -> Result<Vec<u8>, RenderError> {
    let version = of(&mut reading, congress, file.version()).await?;
    let since = match file.since() {
        Some(number) => Some(of(&mut reading, congress, number).await?),
        None => None,
    };
    let amended = match &since {
        Some(since) => reading.amended_blocks(congress.id, (since.line.at, version.line.at)).await?,
        None => BTreeMap::new(),
    };
    drop(reading);
    let address = format!("{public_url}{}", Route::Congress(&congress.slug).path());
    let congress = congress.clone();
    let work = move || {
        let published = Published { congress: &congress, address: &address };
        write(file.format(), (since.as_ref(), &amended), &version, &published)
    };
    Ok(tokio::task::spawn_blocking(work).await??)
}

async fn of(
    reading: &mut Reading,
    congress: &Congress,
    number: VersionNumber,
) -> Result<PublishedMotion, RenderError> {
    reading.published_motion(congress.id, Some(number)).await?.ok_or(RenderError::NoVersion)
}

fn write(
    format: FileFormat,
    (since, amended): (Option<&PublishedMotion>, &BTreeMap<BlockKey, AmendmentNumber>),
    version: &PublishedMotion,
    published: &Published<'_>,
) -> Result<Vec<u8>, DocumentError> {
    let words = || -> Result<Text, DocumentError> {
        match since {
            Some(since) => changes(since, version, published, |key| {
                amended.get(&key).map(|number| by_amendment(*number))
            }),
            None => text(version, published),
        }
    };
    match format {
        FileFormat::Pdf => pdf::version(version, published),
        FileFormat::Docx => office::docx(&words()?),
        FileFormat::Odt => office::odt(&words()?),
        FileFormat::Html => office::html(&words()?),
    }
}
