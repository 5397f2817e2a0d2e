//! LibreOffice, without a window (`apt-get install libreoffice-writer-nogui`).

use std::path::{Path, PathBuf};
use std::process::Command;

/// Accepts what was changed.
pub const ACCEPT: &str = "AcceptAllTrackedChanges";
/// Rejects it.
pub const REJECT: &str = "RejectAllTrackedChanges";

const MACRO: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Settle(source As String, target As String, verb As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim nothingMore()
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  helper.executeDispatch(doc.CurrentController.Frame, ".uno:" &amp; verb, "", 0, nothingMore())
  said = ""
  parts = doc.Text.createEnumeration()
  Do While parts.hasMoreElements()
    part = parts.nextElement()
    If part.supportsService("com.sun.star.text.Paragraph") Then said = said &amp; part.getString() &amp; "¶"
  Loop
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  stream = createUnoService("com.sun.star.io.TextOutputStream")
  stream.setOutputStream(files.openFileWrite(ConvertToURL(target)))
  stream.setEncoding("UTF-8")
  stream.writeString(said)
  stream.closeOutput()
  doc.close(True)
  StarDesktop.terminate()
End Sub
</script:module>"#;
const LIBRARY: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/></library:library>"#;

/// A folder of our own, with a profile of its own; both go when it is dropped, unless `PLENIERE_KEEP_OFFICE` is set.
pub struct Office(PathBuf);

impl Office {
    /// In a folder whose name holds `name`.
    pub fn open(name: &str) -> Self {
        let home = std::env::temp_dir().join(format!("pleniere-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&home).unwrap();
        Self(home)
    }

    /// Puts a file there, and checks that LibreOffice opens it and makes a PDF of it.
    pub fn converts(&self, file: &str, bytes: &[u8]) {
        std::fs::write(self.0.join(file), bytes).unwrap();
        self.run(&["--convert-to", "pdf", file]);
        let made = self.0.join(file).with_extension("pdf");
        assert!(std::fs::read(&made).unwrap().starts_with(b"%PDF"), "{file}");
        std::fs::rename(made, self.0.join(format!("{file}.pdf"))).unwrap();
    }

    /// The paragraphs that LibreOffice reads of a file that it [converted](Self::converts), after `command`.
    pub fn settled(&self, file: &str, command: &str) -> Vec<String> {
        // Only now: the first start fills a new profile with its own empty module.
        let basic = self.0.join("profile/user/basic/Standard");
        std::fs::write(basic.join("Module1.xba"), MACRO).unwrap();
        std::fs::write(basic.join("script.xlb"), LIBRARY).unwrap();
        let dialogs = LIBRARY.replace("<library:element library:name=\"Module1\"/>", "");
        std::fs::write(basic.join("dialog.xlb"), dialogs).unwrap();
        let (source, target) = (self.0.join(file), self.0.join(format!("{file}.{command}.txt")));
        let quoted = |path: &Path| format!("\"{}\"", path.display());
        let call = format!(
            "macro:///Standard.Module1.Settle({},{},\"{command}\")",
            quoted(&source),
            quoted(&target)
        );
        self.run(&[&call]);
        let read = std::fs::read_to_string(&target).expect("the macro wrote what it read");
        read.split_terminator('¶').map(str::to_owned).collect()
    }

    fn run(&self, arguments: &[&str]) {
        let status = Command::new("soffice")
            .arg(format!("-env:UserInstallation=file://{}", self.0.join("profile").display()))
            .args(["--headless", "--norestore"])
            .args(arguments)
            .current_dir(&self.0)
            .output()
            .expect("`soffice` is missing: install libreoffice-writer-nogui, as `make test` does");
        assert!(status.status.success(), "{}", String::from_utf8_lossy(&status.stderr));
    }
}

impl Drop for Office {
    fn drop(&mut self) {
        if std::env::var_os("PLENIERE_KEEP_OFFICE").is_none() {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }
}
