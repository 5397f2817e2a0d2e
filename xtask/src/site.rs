//! The site: a package of files named after their content, the few with names of their own, and a manifest that the server reads.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::script::Scripts;
use crate::{Outcome, assets, paths, script, style};

/// Where the site is built in turn, beside `site`.
const NAMES: [&str; 2] = ["site.a", "site.b"];

/// Builds the site anew in a folder of its own, then has `site` lead there in one step: whoever reads it finds the whole site of
/// before or the whole site of now, also when this is stopped halfway.
pub(crate) fn build() -> Outcome {
    let told = |what: &str, error: std::io::Error| format!("can't {what}: {error}");
    fs::create_dir_all(paths::target()).map_err(|error| told("make the target folder", error))?;
    // Two builds at once would clear each other's folder.
    let one =
        File::create(paths::target().join("site.lock")).map_err(|error| told("make site.lock", error))?;
    one.lock().map_err(|error| told("wait for the other build of the site", error))?;
    let target = paths::target();
    let name = if shown(&target).as_deref() == Some(Path::new(NAMES[0])) { NAMES[1] } else { NAMES[0] };
    clear(&target)?;
    fill(&target.join(name))?;
    lead_to(&target, name)?;
    clear(&target)?;
    println!("site: {}", paths::site().display());
    Ok(())
}

fn fill(folder: &Path) -> Outcome {
    let Scripts { wake, writing, unsent, noting, live, shortcuts } = script::build(folder)?;
    let style = style::build(folder)?;
    let own_name = |file: &str| !file.ends_with(".js");
    assets::copy(&paths::root().join("public"), folder, &own_name)?;
    let manifest = json!({
        "style": style.sheet, "wake": wake, "writing": writing, "unsent": unsent, "noting": noting, "live": live,
        "shortcuts": shortcuts,
        "fonts": style.fonts
    });
    assets::write(&folder.join("manifest.json"), manifest.to_string().as_bytes())
}

/// The name of the folder that `site` leads to.
fn shown(target: &Path) -> Option<PathBuf> {
    fs::read_link(target.join("site")).ok()
}

/// Makes `site` a link to that folder. A link takes the place of a link at once; a folder can't take that of a folder.
#[cfg(unix)]
fn lead_to(target: &Path, name: &str) -> Outcome {
    let (site, next) = (target.join("site"), target.join("site.next"));
    let told = |error: std::io::Error| format!("can't put the new site into {}: {error}", site.display());
    if fs::symlink_metadata(&next).is_ok() {
        fs::remove_file(&next).map_err(told)?;
    }
    // A folder from before there were links.
    if fs::symlink_metadata(&site).is_ok_and(|data| data.is_dir()) {
        fs::remove_dir_all(&site).map_err(told)?;
    }
    std::os::unix::fs::symlink(name, &next).map_err(told)?;
    fs::rename(&next, &site).map_err(told)
}

/// Takes the place of the site of before, after a moment without one: links want rights there.
#[cfg(not(unix))]
fn lead_to(target: &Path, name: &str) -> Outcome {
    let site = target.join("site");
    let told = |error: std::io::Error| format!("can't put the new site into {}: {error}", site.display());
    if site.exists() {
        fs::remove_dir_all(&site).map_err(told)?;
    }
    fs::rename(target.join(name), &site).map_err(told)
}

/// Removes what earlier builds left: the folder that `site` doesn't lead to.
fn clear(target: &Path) -> Outcome {
    let shown = shown(target);
    for name in NAMES.into_iter().filter(|name| shown.as_deref() != Some(Path::new(name))) {
        let folder = target.join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder)
                .map_err(|error| format!("can't clear {}: {error}", folder.display()))?;
        }
    }
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_site_takes_the_place_of_another_and_of_a_plain_folder() {
        let target = std::env::temp_dir().join(format!("pleniere-xtask-{}", std::process::id()));
        let manifest = |folder: &str| target.join(folder).join("manifest.json");
        assets::write(&manifest("site"), b"plain").unwrap();
        for name in [NAMES[0], NAMES[1], NAMES[0]] {
            clear(&target).unwrap();
            assets::write(&manifest(name), name.as_bytes()).unwrap();
            lead_to(&target, name).unwrap();
            assert_eq!(fs::read(manifest("site")).unwrap(), name.as_bytes());
            clear(&target).unwrap();
            assert_eq!(assets::folders(&target).unwrap(), ["site", name], "one folder, and the link to it");
        }
        fs::remove_dir_all(&target).unwrap();
    }
}
