//! Files that are whole or aren't there: written beside their place, put on the disk, then given their name.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// Who may read a file that is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// Whoever the system lets by default.
    Usual,
    /// Nobody but the account that made it.
    Owner,
}

/// A file that doesn't have its name yet. Dropped before that, it is deleted; a process that is killed leaves it under a
/// name that ends in `.pleniere-partiel`.
#[derive(Debug)]
pub struct NewFile {
    file: NamedTempFile,
    place: PathBuf,
}

impl NewFile {
    /// Begins one in the folder of `place`.
    ///
    /// # Errors
    /// When the folder isn't there or can't be written to.
    pub fn beside(place: &Path, readers: Readers) -> io::Result<Self> {
        let name = place.file_name().ok_or(io::ErrorKind::IsADirectory)?;
        let mut prefix = name.to_owned();
        prefix.push(".");
        let mut builder = tempfile::Builder::new();
        builder.prefix(&prefix).suffix(".pleniere-partiel");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = if readers == Readers::Owner { 0o600 } else { 0o666 };
            builder.permissions(std::fs::Permissions::from_mode(mode));
        }
        Ok(Self { file: builder.tempfile_in(folder(place))?, place: place.to_owned() })
    }

    /// To write to.
    pub fn as_file(&mut self) -> &mut File {
        self.file.as_file_mut()
    }

    /// Where it is meanwhile.
    pub fn path(&self) -> &Path {
        self.file.path()
    }

    /// Puts it on the disk and gives it its name, which nothing may have.
    ///
    /// # Errors
    /// [`io::ErrorKind::AlreadyExists`] when something has; what the system refuses.
    pub fn put(self) -> io::Result<()> {
        self.file.as_file().sync_all()?;
        self.file.persist_noclobber(&self.place)?;
        sync(folder(&self.place))
    }

    /// Puts it on the disk and gives it its name, in the place of what has it: that stays whole until then.
    ///
    /// # Errors
    /// What the system refuses.
    pub fn replace(self) -> io::Result<()> {
        self.file.as_file().sync_all()?;
        self.file.persist(&self.place)?;
        sync(folder(&self.place))
    }
}

fn folder(place: &Path) -> &Path {
    match place.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// A name is on the disk once its folder is.
#[cfg(unix)]
fn sync(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync(_folder: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn names(folder: &Path) -> Vec<String> {
        let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
        names.map(|name| name.to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn a_file_is_there_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("a.zip");
        let written = |text: &str| {
            let mut file = NewFile::beside(&place, Readers::Owner).unwrap();
            file.as_file().write_all(text.as_bytes()).unwrap();
            file
        };
        let first = written("un");
        assert!(!place.exists() && names(folder.path())[0].ends_with(".pleniere-partiel"));
        drop(first);
        assert!(names(folder.path()).is_empty());
        written("deux").put().unwrap();
        let refused = written("trois").put().unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(std::fs::read_to_string(&place).unwrap(), "deux");
        written("quatre").replace().unwrap();
        assert_eq!(std::fs::read_to_string(&place).unwrap(), "quatre");
        assert_eq!(names(folder.path()), ["a.zip"]);
    }
}
