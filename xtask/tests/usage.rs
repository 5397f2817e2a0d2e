//! A command that doesn't exist is told so. (The test also has cargo build the binary, with the features of the workspace.)

use std::process::Command;

#[test]
fn an_unknown_command_is_refused() {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask")).arg("dance").output().unwrap();
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("usage: xtask site | budget | latency"));
}
