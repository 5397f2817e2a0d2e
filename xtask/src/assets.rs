//! Files of the site: named after their content, so that a browser may keep them for ever, and compressed beside the plain file.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::Outcome;

/// The folder of files named after their content.
pub(crate) const PACKAGE: &str = "pkg";

/// Writes `name.HASH.extension` into the package of a site, with its brotli twin; gives its address.
pub(crate) fn put(site: &Path, name: &str, extension: &str, bytes: &[u8]) -> Outcome<String> {
    let file = format!("{name}.{}.{extension}", short_hash(bytes));
    write(&site.join(PACKAGE).join(&file), bytes)?;
    if extension != "woff2" {
        write(&site.join(PACKAGE).join(format!("{file}.br")), &brotli(bytes)?)?;
    }
    Ok(format!("/{PACKAGE}/{file}"))
}

/// Sixteen hexadecimal digits of the content's SHA-256.
pub(crate) fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes after brotli at its best, as browsers get them.
pub(crate) fn brotli(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &parameters)
        .map_err(|error| format!("brotli: {error}"))?;
    Ok(packed)
}

pub(crate) fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| format!("can't read {}: {error}", path.display()))
}

pub(crate) fn write(path: &Path, bytes: &[u8]) -> Outcome {
    let folder = path.parent().unwrap_or(path);
    let told = |error: std::io::Error| format!("can't write {}: {error}", path.display());
    fs::create_dir_all(folder).map_err(told)?;
    fs::write(path, bytes).map_err(told)
}

/// Copies a folder's files, keeping their names.
pub(crate) fn copy(from: &Path, to: &Path, wanted: &dyn Fn(&str) -> bool) -> Outcome {
    for file in files(from)? {
        if wanted(&file) {
            write(&to.join(&file), &read(&from.join(&file))?)?;
        }
    }
    Ok(())
}

/// The names of a folder's files, sorted.
pub(crate) fn files(folder: &Path) -> Outcome<Vec<String>> {
    names(folder, Path::is_file)
}

/// The names of a folder's folders, sorted.
pub(crate) fn folders(folder: &Path) -> Outcome<Vec<String>> {
    names(folder, Path::is_dir)
}

fn names(folder: &Path, wanted: fn(&Path) -> bool) -> Outcome<Vec<String>> {
    let entries =
        fs::read_dir(folder).map_err(|error| format!("can't list {}: {error}", folder.display()))?;
    let wanted = entries.filter_map(Result::ok).filter(|entry| wanted(&entry.path()));
    let mut names: Vec<String> =
        wanted.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}
