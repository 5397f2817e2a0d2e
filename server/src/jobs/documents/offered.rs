//! Which files a congress gives away now.

use domain::id::CongressId;
use domain::reading::PublishedLine;
use domain::wording::{FileFormat, VersionFile};
use storage::{Reading, StorageError};

use super::File;

/// What there is something to make from, in the order in which pages list it: the motion first.
///
/// # Errors
/// When the database fails.
pub async fn offered(reading: &mut Reading, congress: CongressId) -> Result<Vec<File>, StorageError> {
    let has_motion = reading.motion_id(congress).await?.is_some();
    let has_themes = reading.tree_page(congress).await?.is_some();
    let is_there = |file: &File| match file {
        File::MotionPdf => has_motion,
        file if file.is_picture() => has_themes,
        _ => true,
    };
    let published = reading.motion_versions(congress).await?;
    let versions = of_versions(&published).into_iter().map(File::Version);
    Ok(versions.chain(File::ALL.into_iter().filter(is_there)).collect())
}

/// The last version in every format, and what it changed to the one before.
fn of_versions(published: &[PublishedLine]) -> Vec<VersionFile> {
    let Some(last) = published.first().map(|of| of.number) else { return Vec::new() };
    let mut files: Vec<VersionFile> =
        FileFormat::ALL.iter().map(|format| VersionFile::whole(last, *format)).collect();
    if let Some(before) = published.get(1).map(|of| of.number) {
        let formats = FileFormat::ALL.iter();
        files.extend(formats.filter_map(|format| VersionFile::changes(before, last, *format)));
    }
    files
}
