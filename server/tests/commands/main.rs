//! The binary as people call it: a whole way from a file to a PDF, and what it does when it is told to stop.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that can't go on should say so at once")]

mod dying;
mod inviting;
mod keeping;

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use tempfile::TempDir;

fn pleniere(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().expect("the binary runs")
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pleniere"));
    command
        .current_dir(folder)
        .args(arguments)
        .env("DATABASE_URL", "sqlite://essai.db")
        .env("PLENIERE_LOG__FILTER", "error");
    command
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// The demonstration's texts as a file that somebody sends.
fn corpus(folder: &Path) {
    let mut file = csv::Writer::from_path(folder.join("textes.csv")).unwrap();
    file.write_record(["id", "contribution", "gold"]).unwrap();
    for (rank, text) in server::demo::texts().unwrap().iter().enumerate() {
        file.write_record([rank.to_string(), text.body(), text.gold.clone()]).unwrap();
    }
    file.flush().unwrap();
}

#[test]
fn from_a_file_to_a_pdf() {
    let folder = TempDir::new().unwrap();
    corpus(folder.path());
    let imported = pleniere(folder.path(), &["import", "textes.csv", "--congress", "essai", "--json"]);
    assert!(imported.status.success(), "{}", said(&imported));
    let report: serde_json::Value = serde_json::from_slice(&imported.stdout).unwrap();
    assert_eq!(report["added"], server::demo::texts().unwrap().len());
    let analysed = pleniere(folder.path(), &["analyse", "--congress", "essai", "--json"]);
    assert!(analysed.status.success(), "{}", said(&analysed));
    let exported =
        pleniere(folder.path(), &["export", "--congress", "essai", "--format", "pdf", "--out", "motion.pdf"]);
    assert!(exported.status.success(), "{}", said(&exported));
    assert!(std::fs::read(folder.path().join("motion.pdf")).unwrap().starts_with(b"%PDF-"));
}

#[test]
fn everything_is_written_into_a_folder_and_the_demonstration_leaves_nothing_else() {
    let folder = TempDir::new().unwrap();
    let before = entries(folder.path());
    let exported = pleniere(folder.path(), &["export", "--demo", "--format", "all", "--out", "remise/tout"]);
    assert!(exported.status.success(), "{}", said(&exported));
    let written = entries(&folder.path().join("remise/tout"));
    for name in ["motion.pdf", "carte.svg", "contributions.csv", "tout.zip"] {
        assert!(written.contains(&name.to_owned()), "{name} in {written:?}");
    }
    assert_eq!(entries(folder.path()).len(), before.len() + 1, "nothing but the folder");
    let none = pleniere(folder.path(), &["export", "--format", "all", "--out", "x"]);
    assert!(!none.status.success() && said(&none).contains("--congress"), "{}", said(&none));
}

fn entries(folder: &Path) -> Vec<String> {
    let all = std::fs::read_dir(folder).unwrap();
    all.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn a_workbook_is_imported_as_it_is_and_saved_otherwise_adds_nothing() {
    let folder = TempDir::new().unwrap();
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/intake/tests/tables/fixtures");
    let import = |file: &str, more: &[&str]| {
        let file = fixtures.join(file).display().to_string();
        pleniere(folder.path(), &[&["import", &file, "--congress", "essai"], more].concat())
    };
    let first = import("atelier.xlsx", &[]);
    assert!(
        first.status.success() && said(&first).contains("La feuille «\u{202f}Atelier\u{202f}» est lue"),
        "{}",
        said(&first)
    );
    let again = import("atelier.ods", &["--json"]);
    let report: serde_json::Value = serde_json::from_slice(&again.stdout).unwrap();
    assert_eq!((&report["added"], &report["already_there"]), (&0.into(), &3.into()), "{report}");
    for (file, more, sentence) in [
        ("atelier.xlsx", &["--sheet", "Absente"][..], "aucune feuille ne s’appelle"),
        ("protege.xlsx", &[], "protégé par un mot de passe"),
    ] {
        let output = import(file, more);
        assert!(!output.status.success() && said(&output).contains(sentence), "{}", said(&output));
    }
}

#[test]
fn evaluate_prints_its_figures() {
    let folder = TempDir::new().unwrap();
    corpus(folder.path());
    let output = pleniere(
        folder.path(),
        &[
            "evaluate",
            "textes.csv",
            "--text",
            "contribution",
            "--gold",
            "gold",
            "--k",
            "12",
            "--seeds",
            "2",
            "--json",
        ],
    );
    assert!(output.status.success(), "{}", said(&output));
    let figures: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    for name in
        ["n", "k", "nmi", "ari", "homogeneity", "completeness", "v", "purity", "largest", "weak", "unplaced"]
    {
        assert!(figures[name].is_number(), "{name}");
    }
    assert!(figures["seconds"]["themes"].is_number());
    // A floor that must not sink: the engine's themes against the intention of whoever wrote the texts.
    assert!(figures["nmi"].as_f64().unwrap() > 0.2, "{figures}");
}

#[test]
fn evaluate_measures_what_moves_when_texts_are_added() {
    let folder = TempDir::new().unwrap();
    corpus(folder.path());
    let output = pleniere(
        folder.path(),
        &["evaluate", "textes.csv", "--text", "contribution", "--stability", "--json"],
    );
    assert!(output.status.success(), "{}", said(&output));
    let figures: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    // A floor that must not sink; the bar of the design, on corpora of its size, is 0.85 and 0.05.
    assert!(figures["ari"].as_f64().unwrap() > 0.7, "{figures}");
    assert!(figures["median_shift"].as_f64().unwrap() < 0.1, "{figures}");
    assert!(figures["place_mean_ms"].as_f64().unwrap() > 0.0 && figures["continued"].as_u64().unwrap() > 0);
}

#[test]
fn a_run_is_made_again_to_check_it() {
    let folder = TempDir::new().unwrap();
    corpus(folder.path());
    assert!(pleniere(folder.path(), &["import", "textes.csv", "--congress", "essai"]).status.success());
    let first = pleniere(folder.path(), &["analyse", "--congress", "essai"]);
    assert!(first.status.success() && said(&first).contains("Étape 4 sur 8"), "{}", said(&first));
    let again = pleniere(folder.path(), &["analyse", "--congress", "essai", "--again", "1"]);
    assert!(again.status.success() && said(&again).contains("le résultat est identique"), "{}", said(&again));
    let none = pleniere(folder.path(), &["analyse", "--congress", "essai", "--again", "7"]);
    assert!(!none.status.success() && said(&none).contains("n’existe pas"), "{}", said(&none));
    std::fs::write(folder.path().join("plus.csv"), "contribution\nLa fibre s’arrête au pont du village.\n")
        .unwrap();
    assert!(pleniere(folder.path(), &["import", "plus.csv", "--congress", "essai"]).status.success());
    let changed = pleniere(folder.path(), &["analyse", "--congress", "essai", "--again", "1"]);
    assert!(!changed.status.success() && said(&changed).contains("n’est plus celui"), "{}", said(&changed));
}

#[test]
fn complaints_say_what_is_wrong_and_how_to_mend_it() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("vide.csv"), "").unwrap();
    for (arguments, sentence) in [
        (&["import", "vide.csv", "--congress", "essai"][..], "le fichier est vide"),
        (&["import", "absent.csv", "--congress", "essai"], "ne peut pas être lu"),
        (&["import", "vide.csv", "--congress", "essai", "--map", "machin=x"], "aucun champ ne s’appelle"),
        (&["analyse", "--congress", "absent"], "aucun congrès n’a l’adresse"),
        (
            &["export", "--congress", "absent", "--format", "pdf", "--out", "x.pdf"],
            "aucun congrès n’a l’adresse",
        ),
        (&["evaluate", "vide.csv"], "le fichier est vide"),
        (&["--config", "absent.toml", "config"], "réglages illisibles"),
    ] {
        let output = pleniere(folder.path(), arguments);
        assert!(
            !output.status.success() && said(&output).contains(sentence),
            "{arguments:?}: {}",
            said(&output)
        );
    }
}

#[test]
fn the_settings_in_force_are_shown_without_secrets() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("pleniere.toml"), "[server]\naddress = \"127.0.0.1:4000\"\n").unwrap();
    let output = command(folder.path(), &["config"])
        .env("DATABASE_URL", "postgres://moi:secret@hote/base")
        .env("PLENIERE_ANALYSIS__SEED", "9")
        .output()
        .unwrap();
    let shown = said(&output);
    assert!(
        shown.contains("127.0.0.1:4000") && shown.contains("seed = 9") && shown.contains("moi:•••@hote"),
        "{shown}"
    );
    assert!(!shown.contains("secret"));
}

/// A site as small as can be, so that the server starts without a build of the real one.
fn serve(folder: &Path) -> (Child, String) {
    std::fs::write(folder.join("manifest.json"), r#"{"style":"/pkg/a.css","wake":"/pkg/a.js","writing":"/pkg/b.js","unsent":"/pkg/c.js","noting":"/pkg/d.js","live":"/pkg/e.js","shortcuts":"/pkg/f.js","fonts":[]}"#)
        .unwrap();
    let mut child = command(folder, &["serve"])
        .env("PLENIERE_SERVER__ADDRESS", "127.0.0.1:0")
        .env("PLENIERE_SERVER__SITE", folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the server starts");
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).expect("it says where it listens");
    (child, line)
}

#[cfg(unix)]
#[test]
fn both_signals_stop_the_server_in_good_order() {
    for signal in ["-INT", "-TERM"] {
        let folder = TempDir::new().unwrap();
        let (mut child, line) = serve(folder.path());
        assert!(line.contains("http://127.0.0.1:"), "{line}");
        assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap().success());
        assert!(child.wait().unwrap().success(), "{signal}");
    }
}

/// Sends a signal to a child that still runs.
#[cfg(unix)]
fn send(signal: &str, child: &Child) {
    assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap().success());
}

/// What a child says on standard error, up to the line that holds `sentence`.
#[cfg(unix)]
fn hear(child: &mut Child, sentence: &str) -> BufReader<std::process::ChildStderr> {
    let mut lines = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    while !line.contains(sentence) {
        line.clear();
        assert!(lines.read_line(&mut line).unwrap() > 0, "{sentence} was never said");
    }
    lines
}

#[cfg(unix)]
#[test]
fn a_second_ctrl_c_stops_the_server_at_once() {
    use std::io::Write;
    let folder = TempDir::new().unwrap();
    let (mut child, line) = serve(folder.path());
    let address = line.split("http://").nth(1).unwrap().trim().trim_end_matches('/').to_owned();
    // A request that never ends is in hand.
    let mut slow = std::net::TcpStream::connect(address).unwrap();
    slow.write_all(b"GET /sante/vivant HTTP/1.1\r\nHost: ici\r\n\r\nGET / HT").unwrap();
    let mut first = [0; 12];
    std::io::Read::read_exact(&mut slow, &mut first).unwrap();
    send("-INT", &child);
    let _rest = hear(&mut child, "Arrêt");
    send("-INT", &child);
    let status = child.wait().unwrap();
    assert!(matches!(status.code(), Some(130 | 0)), "{status}");
}

#[cfg(unix)]
#[test]
fn an_import_that_is_interrupted_is_undone_and_says_so() {
    use std::io::Write;
    for (signal, code) in [("-INT", 130), ("-TERM", 143)] {
        let folder = TempDir::new().unwrap();
        let pipe = folder.path().join("textes.csv");
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let mut child = command(folder.path(), &["import", "textes.csv", "--congress", "essai"])
            .stderr(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        // Opens once the command reads: signals are heeded then.
        let mut file = std::fs::OpenOptions::new().write(true).open(&pipe).unwrap();
        send(signal, &child);
        let mut rest = hear(&mut child, "Interruption");
        file.write_all("texte\nLa fibre s’arrête au pont.\n".as_bytes()).unwrap();
        drop(file);
        let mut said = String::new();
        std::io::Read::read_to_string(&mut rest, &mut said).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(code), "{said}");
        assert!(said.contains("rien n’a été importé"), "{said}");
        let analysed = pleniere(folder.path(), &["analyse", "--congress", "essai"]);
        assert!(String::from_utf8_lossy(&analysed.stderr).contains("la base n’en a aucun"));
    }
}

/// How each run of the congress « essai » stands, the latest first.
#[cfg(unix)]
fn runs(folder: &Path) -> Vec<domain::reading::RunState> {
    let url = format!("sqlite://{}", folder.join("essai.db").display());
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let storage = storage::Storage::open(&url).await.unwrap();
        let mut reading = storage.read().await.unwrap();
        let congress = reading.congress(&"essai".parse().unwrap()).await.unwrap().unwrap();
        reading.runs(congress.id).await.unwrap().into_iter().map(|run| run.state).collect()
    })
}

#[cfg(unix)]
#[test]
fn an_analysis_that_is_interrupted_or_killed_is_noted_as_failed() {
    use domain::reading::RunState;
    let folder = TempDir::new().unwrap();
    corpus(folder.path());
    assert!(pleniere(folder.path(), &["import", "textes.csv", "--congress", "essai"]).status.success());
    let begun = || {
        let mut child = command(folder.path(), &["analyse", "--congress", "essai"])
            .stderr(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let rest = hear(&mut child, "Étape");
        (child, rest)
    };
    let (mut child, rest) = begun();
    send("-INT", &child);
    assert_eq!(child.wait().unwrap().code(), Some(130));
    drop(rest);
    let (mut child, rest) = begun();
    send("-KILL", &child);
    child.wait().unwrap();
    drop(rest);
    assert!(
        matches!(&runs(folder.path())[..], [RunState::Running { .. }, RunState::Failed { why, .. }] if why.contains("interrompue"))
    );
    assert!(pleniere(folder.path(), &["analyse", "--congress", "essai"]).status.success());
    let states = runs(folder.path());
    assert!(
        matches!(&states[..], [RunState::Finished { .. }, RunState::Failed { why, .. }, _] if why.contains("avant la fin")),
        "{states:?}"
    );
}

#[test]
fn what_the_database_refuses_is_said_in_french() {
    let folder = TempDir::new().unwrap();
    for (url, sentence) in [
        ("mysql://x", "doit commencer par sqlite://"),
        ("sqlite://absent/essai.db", "la base de données a refusé ou ne peut pas être ouverte"),
    ] {
        let output = command(folder.path(), &["migrate"]).env("DATABASE_URL", url).output().unwrap();
        assert!(!output.status.success() && said(&output).contains(sentence), "{url}: {}", said(&output));
    }
    let output = pleniere(folder.path(), &["analyse", "--congress", "essai", "--k", "1"]);
    assert!(!said(&output).contains("themes"), "{}", said(&output));
}

#[test]
fn a_demonstration_never_clears_somebody_elses_folder() {
    let folder = TempDir::new().unwrap();
    std::fs::write(
        folder.path().join("manifest.json"),
        r#"{"style":"/pkg/a.css","wake":"/pkg/a.js","writing":"/pkg/b.js","unsent":"/pkg/c.js","noting":"/pkg/d.js","live":"/pkg/e.js","shortcuts":"/pkg/f.js","fonts":[]}"#,
    )
    .unwrap();
    std::fs::create_dir(folder.path().join("photos")).unwrap();
    std::fs::write(folder.path().join("photos/ete.jpg"), "x").unwrap();
    let output = command(folder.path(), &["demo", "--port", "0", "--dir", "photos"])
        .env("PLENIERE_SERVER__SITE", folder.path())
        .output()
        .unwrap();
    assert!(
        !output.status.success() && said(&output).contains("autre chose qu’une démonstration"),
        "{}",
        said(&output)
    );
    assert!(folder.path().join("photos/ete.jpg").exists());
}
