//! The archive that a DOCX or an ODT is.

use domain::time::Timestamp;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::DocumentError;

/// A member: its name and what it holds.
pub type Member<'a> = (&'a str, String);

/// The archive of `members`, dated `at`; `first`, if any, is stored before them without compression, as ODF asks for.
pub fn pack(
    at: Timestamp,
    first: Option<&Member<'_>>,
    members: &[Member<'_>],
) -> Result<Vec<u8>, DocumentError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(date(at)).unix_permissions(0o644);
    for (member, method) in first
        .into_iter()
        .map(|member| (member, CompressionMethod::Stored))
        .chain(members.iter().map(|member| (member, CompressionMethod::Deflated)))
    {
        archive.start_file(member.0, options.compression_method(method))?;
        archive.write_all(member.1.as_bytes()).map_err(zip::result::ZipError::from)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// Archives know the years from 1980 to 2107 only.
fn date(at: Timestamp) -> DateTime {
    jiff::Timestamp::from_microsecond(at.micros())
        .ok()
        .map(|moment| moment.to_zoned(jiff::tz::TimeZone::UTC))
        .and_then(|moment| {
            let [month, day, hour, minute, second] =
                [moment.month(), moment.day(), moment.hour(), moment.minute(), moment.second()]
                    .map(i8::unsigned_abs);
            DateTime::from_date_and_time(moment.year().unsigned_abs(), month, day, hour, minute, second).ok()
        })
        .unwrap_or_default()
}
