//! Links and a server that don't go together are told so. (The test also has cargo build the binary, with the features of the
//! workspace: `make test` runs it.)

use std::process::Command;

#[test]
fn a_server_that_runs_wants_links_and_one_of_its_own_refuses_them() {
    let said = |arguments: &[&str]| {
        let output =
            Command::new(env!("CARGO_BIN_EXE_load")).arg("contributors").args(arguments).output().unwrap();
        assert!(!output.status.success(), "{arguments:?} was accepted");
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    assert!(said(&["--url", "http://127.0.0.1:1"]).contains("--links <FILE>"));
    assert!(said(&["--demo", "--links", "somewhere"]).contains("cannot be used with"));
    assert!(said(&["--demo", "--program", "nowhere/pleniere"]).contains("build the server first"));
}
