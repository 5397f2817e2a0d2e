//! Backups as people make and restore them.

use std::path::Path;

use server::jobs::keeping::{Backup, KeepingError};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use tempfile::TempDir;

use super::{command, corpus, said};

/// A database with a congress, and its backup.
fn saved() -> TempDir {
    let folder = TempDir::new().unwrap();
    std::fs::write(
        folder.path().join("textes.csv"),
        "texte;auteur\nLa fibre s’arrête au pont.;Zoé\nFormer les agents.;\n",
    )
    .unwrap();
    done(folder.path(), "essai.db", &["import", "textes.csv", "--congress", "essai"]);
    done(folder.path(), "essai.db", &["backup", "--out", "sauvegarde.zip"]);
    folder
}

fn on(folder: &Path, url: &str, arguments: &[&str]) -> std::process::Output {
    let url = if url.contains("://") { url.to_owned() } else { format!("sqlite://{url}") };
    command(folder, arguments).env("DATABASE_URL", url).output().unwrap()
}

fn done(folder: &Path, url: &str, arguments: &[&str]) -> String {
    let output = on(folder, url, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", said(&output));
    String::from_utf8(output.stdout).unwrap()
}

fn refused(folder: &Path, url: &str, arguments: &[&str], sentence: &str) {
    let output = on(folder, url, arguments);
    let text = said(&output);
    assert!(!output.status.success() && text.contains(sentence), "{arguments:?}: {text}");
}

/// What a backup says of its tables, hashes and all.
fn tables(folder: &Path, file: &str) -> serde_json::Value {
    let manifest: serde_json::Value =
        serde_json::from_str(&done(folder, "nulle-part.db", &["restore", "--check", file, "--json"]))
            .unwrap();
    manifest["tables"].clone()
}

/// An empty database of PostgreSQL, if the tests have one; who asks drops it.
fn postgres() -> Option<(String, impl Fn(&str))> {
    let server = std::env::var("PLENIERE_TEST_POSTGRES").expect("« make test » sets PLENIERE_TEST_POSTGRES");
    if server == "none" {
        return None;
    }
    let name = format!("garde_{}", std::process::id());
    let (base, parameters) = server.split_once('?').unwrap_or((&server, ""));
    let url = format!("{}/{name}?{parameters}", base.rsplit_once('/').unwrap().0);
    let administer = move |gesture: &str| {
        tokio::runtime::Runtime::new().unwrap().block_on(async {
            let mut connection = PgConnection::connect(&server).await.unwrap();
            let sql = AssertSqlSafe(format!("{gesture} DATABASE {name}"));
            sqlx::raw_sql(sql).execute(&mut connection).await.unwrap();
        });
    };
    Some((url, administer))
}

#[test]
fn a_whole_congress_goes_from_one_engine_to_the_other_and_back() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    corpus(folder);
    done(folder, "essai.db", &["import", "textes.csv", "--congress", "essai", "--title", "Congrès d’essai"]);
    done(folder, "essai.db", &["analyse", "--congress", "essai"]);
    let account = done(folder, "essai.db", &["backup", "--out", "une.zip", "--json"]);
    let account: serde_json::Value = serde_json::from_str(&account).unwrap();
    assert_eq!(account["congresses"][0]["title"], "Congrès d’essai");
    assert!(account["bytes"].as_u64().unwrap() > 10_000 && account["engine"] == "SQLite", "{account}");
    let all = tables(folder, "une.zip");
    let told = done(folder, "deux.db", &["restore", "une.zip"]);
    assert!(told.contains("identique à la sauvegarde") && told.contains("Congrès d’essai"), "{told}");
    done(folder, "deux.db", &["backup", "--out", "deux.zip"]);
    assert_eq!(tables(folder, "deux.zip"), all);
    if let Some((url, administer)) = postgres() {
        administer("CREATE");
        done(folder, &url, &["restore", "une.zip"]);
        refused(folder, &url, &["restore", "une.zip"], "la base n’est pas vide");
        done(folder, &url, &["backup", "--out", "trois.zip"]);
        administer("DROP");
        assert_eq!(tables(folder, "trois.zip"), all);
        done(folder, "quatre.db", &["restore", "trois.zip"]);
        done(folder, "quatre.db", &["backup", "--out", "quatre.zip"]);
        assert_eq!(tables(folder, "quatre.zip"), all);
    }
    // The run can be made again from what was restored.
    assert!(
        done(folder, "deux.db", &["analyse", "--congress", "essai", "--again", "1"]).contains("identique")
    );
}

#[test]
fn nothing_is_overwritten() {
    let saved = saved();
    let folder = saved.path();
    let before = std::fs::read(folder.join("sauvegarde.zip")).unwrap();
    refused(folder, "essai.db", &["backup", "--out", "sauvegarde.zip"], "existe déjà");
    assert_eq!(std::fs::read(folder.join("sauvegarde.zip")).unwrap(), before);
    done(folder, "essai.db", &["backup", "--out", "sauvegarde.zip", "--replace"]);
    refused(folder, "essai.db", &["restore", "sauvegarde.zip"], "la base n’est pas vide");
    refused(folder, "essai.db", &["backup", "--out", "absent/a.zip"], "rien n’existe à cet endroit");
    refused(folder, "absente.db", &["backup", "--out", "b.zip"], "vérifiez son adresse");
    assert!(!folder.join("absente.db").exists() && !folder.join("b.zip").exists());
    // A server that was started once and never used is empty.
    done(folder, "neuve.db", &["migrate"]);
    done(folder, "neuve.db", &["restore", "sauvegarde.zip"]);
}

#[cfg(unix)]
#[test]
fn only_its_owner_reads_a_backup() {
    use std::os::unix::fs::PermissionsExt;
    let saved = saved();
    let mode = std::fs::metadata(saved.path().join("sauvegarde.zip")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn other_files_are_refused_with_a_sentence_each() {
    let saved = saved();
    let folder = saved.path();
    let whole = std::fs::read(folder.join("sauvegarde.zip")).unwrap();
    let write = |name: &str, bytes: &[u8]| std::fs::write(folder.join(name), bytes).unwrap();
    write("vide.zip", b"");
    write("coupee.zip", &whole[..whole.len() / 2]);
    write("texte.zip", b"Bonjour");
    write("format.zip", &forged(&whole, "\"version\": 1", "\"version\": 2"));
    write("schema.zip", &forged(&whole, "\"schema\": ", "\"schema\": 9"));
    write("autre.zip", &forged(&whole, "sauvegarde-pleniere", "autre"));
    write("empreinte.zip", &forged(&whole, "\"rows\": 2,", "\"rows\": 3,"));
    for (file, sentence) in [
        ("absent.zip", "rien n’existe à cet endroit"),
        ("vide.zip", "s’arrête avant sa fin"),
        ("coupee.zip", "s’arrête avant sa fin"),
        ("texte.zip", "n’est pas une sauvegarde"),
        ("essai.db", "est une base SQLite"),
        ("autre.zip", "n’est pas une sauvegarde"),
        ("format.zip", "format n°\u{a0}2"),
        ("schema.zip", "version plus récente de Plénière"),
        ("empreinte.zip", "est abîmée"),
    ] {
        for arguments in [&["restore", file][..], &["restore", "--check", file]] {
            refused(folder, "neuve.db", arguments, sentence);
        }
        assert!(!folder.join("neuve.db").exists(), "{file}");
    }
}

/// The same backup with another manifest.
fn forged(whole: &[u8], from: &str, to: &str) -> Vec<u8> {
    use std::io::{Cursor, Read, Write};
    let mut old = zip::ZipArchive::new(Cursor::new(whole)).unwrap();
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..old.len() {
        let mut file = old.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        if name == "manifeste.json" {
            let text = String::from_utf8(bytes).unwrap();
            assert!(text.contains(from), "{from}: {text}");
            bytes = text.replacen(from, to, 1).into_bytes();
        }
        new.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        new.write_all(&bytes).unwrap();
    }
    new.finish().unwrap().into_inner()
}

#[test]
fn a_byte_that_changes_is_noticed_or_changes_nothing() {
    let saved = saved();
    let path = saved.path().join("sauvegarde.zip");
    let whole = std::fs::read(&path).unwrap();
    let manifest = Backup::open(&path).unwrap().manifest().clone();
    let read = |bytes: &[u8]| {
        std::fs::write(&path, bytes).unwrap();
        let mut backup = Backup::open(&path)?;
        backup.verify(&mut |_| {})?;
        Ok::<_, KeepingError>(backup.manifest().clone())
    };
    let (mut noticed, mut tried) = (0, 0);
    for at in (0..whole.len()).step_by(3) {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (at % 8);
        tried += 1;
        match read(&bytes) {
            // A moment or a mode in the ZIP's own headers, which nobody reads.
            Ok(same) => assert_eq!(same, manifest, "byte {at}"),
            Err(_) => noticed += 1,
        }
        assert!(read(&whole[..at]).is_err(), "cut at {at}");
    }
    assert!(noticed * 10 > tried * 5, "{noticed} of {tried}");
}

#[cfg(unix)]
#[test]
fn a_kill_leaves_neither_half_a_backup_nor_half_a_database() {
    use super::{hear, send};
    use std::process::Stdio;
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    corpus(folder);
    done(folder, "essai.db", &["import", "textes.csv", "--congress", "essai"]);
    let killed = |url: &str, arguments: &[&str], signal: &str, sentence: &str| {
        let mut child = command(folder, arguments)
            .env("DATABASE_URL", format!("sqlite://{url}"))
            .stderr(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let _rest = hear(&mut child, sentence);
        send(signal, &child);
        child.wait().unwrap()
    };
    let backup = ["backup", "--out", "a.zip"];
    for (signal, code) in [("-KILL", None), ("-INT", Some(130))] {
        assert_eq!(killed("essai.db", &backup, signal, "écriture").code(), code);
        assert!(!folder.join("a.zip").exists(), "{signal}");
    }
    let partial = |name: &std::ffi::OsString| name.to_string_lossy().ends_with(".pleniere-partiel");
    let left =
        std::fs::read_dir(folder).unwrap().filter(|e| partial(&e.as_ref().unwrap().file_name())).count();
    assert_eq!(left, 1, "of the kill; the interruption deletes its own");
    done(folder, "essai.db", &backup);
    for signal in ["-KILL", "-INT"] {
        assert!(!killed("neuve.db", &["restore", "a.zip"], signal, "chargement").success(), "{signal}");
    }
    // It is as empty as before.
    done(folder, "neuve.db", &["restore", "a.zip"]);
}
