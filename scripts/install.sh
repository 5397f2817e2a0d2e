# Sourced by setup.sh: one function a need. Each looks first, installs only what is missing, and ends with a sentence when it can't.

say() { printf '· %s\n' "$*"; }
give_up() { printf '\n✗ %s\n' "$*" >&2; exit 1; }

# step WHAT COMMAND…: runs it quietly, says how long it took, shows its output only when it fails.
step() {
  local what=$1 log start
  shift
  log=$(mktemp)
  start=$SECONDS
  if "$@" >"$log" 2>&1; then
    say "$what: $((SECONDS - start)) s"
    rm -f "$log"
  else
    tail -n 30 "$log" >&2
    rm -f "$log"
    return 1
  fi
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }
can_be_root() { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }

# debian WHAT PACKAGE…: from Debian's archive, or a sentence.
debian() {
  local what=$1
  shift
  command -v apt-get >/dev/null || give_up "$what is missing, and this isn't a Debian: install it, then run this again (Debian calls it: $*)."
  can_be_root || give_up "$what is missing. Ask an administrator for: apt-get install $* — then run this again."
  [ -n "${APT_UPDATED:-}" ] || step "Debian's list of packages" as_root apt-get update || give_up "Debian's list of packages can't be fetched: is there a network?"
  APT_UPDATED=1
  step "$what, from Debian" as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" ||
    give_up "$what can't be installed (apt-get install $*): is there a network, and Debian 12 or later?"
}

need_rust() {
  command -v cc >/dev/null || debian "a C compiler" gcc libc6-dev
  if rust_is_fit rustc && has_wasm rustc && rust_has_lints; then return; fi
  rm -f "$RUST_CHOICE"
  rustup_wasm || debian_rust
  say "Rust: $(rustc --version)"
}

rust_has_lints() { cargo clippy --version >/dev/null 2>&1 && cargo fmt --version >/dev/null 2>&1; }

# A developer's own machine: rustup has the target, where it reaches its server.
rustup_wasm() {
  command -v rustup >/dev/null || return 1
  rust_is_fit rustc || step "a newer Rust, by rustup" timeout 300 rustup update stable 2>/dev/null || return 1
  step "Rust's standard library for the browser, by rustup" timeout 300 rustup target add wasm32-unknown-unknown 2>/dev/null || return 1
  rust_has_lints || step "clippy and rustfmt, by rustup" timeout 300 rustup component add clippy rustfmt 2>/dev/null || return 1
  rust_is_fit rustc && has_wasm rustc && rust_has_lints
}

# A Debian that reaches package registries and nothing else: the security archive carries a recent Rust with its library's source.
debian_rust() {
  say "rustup has no wasm32 target here: Debian's Rust serves"
  rust_is_fit /usr/bin/rustc && [ -d /usr/lib/rustlib/src ] && [ -x /usr/bin/cargo-clippy ] ||
    debian "Rust" rustc-web cargo-web rust-web-src rust-web-llvm rust-web-clippy rustfmt-web lld-22
  rust_is_fit /usr/bin/rustc || give_up "Debian's rustc is older than 1.$RUST_AT_LEAST: enable Debian's security archive, or install rustup."
  export PATH="/usr/bin:$PATH"
  unset RUSTUP_TOOLCHAIN
  has_wasm /usr/bin/rustc || wasm_library
  # For the scripts that come after: they start from the same shell, and its RUSTUP_TOOLCHAIN.
  mkdir -p "$(dirname "$RUST_CHOICE")"
  echo debian >"$RUST_CHOICE"
}

# The browser's standard library, built once from source, with the bitcode that link-time optimisation reads.
wasm_library() {
  local seed libs=/usr/lib/rustlib/wasm32-unknown-unknown/lib
  can_be_root || give_up "Rust's standard library for the browser must be put into $libs: run this as an administrator once."
  seed=$(mktemp -d)
  mkdir "$seed/src"
  printf '[package]\nname = "seed"\nversion = "0.0.0"\nedition = "2024"\n[profile.release]\nopt-level = "s"\npanic = "abort"\n' >"$seed/Cargo.toml"
  : >"$seed/src/lib.rs"
  step "Rust's standard library for the browser, from source" env RUSTC_BOOTSTRAP=1 RUSTFLAGS="-C embed-bitcode=yes" CARGO_TARGET_DIR="$seed/target" \
    /usr/bin/cargo build --manifest-path "$seed/Cargo.toml" --release -Z build-std=std,panic_abort --target wasm32-unknown-unknown ||
    give_up "Rust's standard library for the browser can't be built: is there a network (crates.io)?"
  rm -f "$seed"/target/wasm32-unknown-unknown/release/deps/libseed*
  as_root mkdir -p "$libs"
  as_root cp "$seed"/target/wasm32-unknown-unknown/release/deps/lib*.rlib "$libs/"
  rm -rf "$seed"
}

need_node() {
  command -v npm >/dev/null || debian "Node.js and npm" nodejs npm
  node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 18 ? 0 : 1)' || give_up "Node.js is older than 18: install a newer one, then run this again."
}

# packages FOLDER WHAT: the npm packages of a folder, exactly those of its lock file.
packages() {
  local stamp="$1/node_modules/.stamp"
  [ -f "$stamp" ] && cmp -s "$stamp" "$1/package-lock.json" && return
  need_node
  step "$2, from npm" npm ci --prefix "$1" --no-audit --no-fund --ignore-scripts || give_up "$2 can't be installed from npm: is there a network?"
  cp "$1/package-lock.json" "$stamp"
}

need_site_tools() { packages xtask "wasm-opt and lightningcss"; }
need_journeys() { packages end2end "Playwright and axe"; }

need_chromium() {
  command -v chromium >/dev/null || [ -n "${PLENIERE_CHROMIUM:-}" ] || debian "Chromium" chromium
}

need_postgresql() {
  command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || debian "PostgreSQL" postgresql
}

need_pdf_tools() { command -v pdftotext >/dev/null || debian "pdftotext and pdfinfo" poppler-utils; }

# Without its screens. Large (half a minute where the network is fast): looked for first, so it comes once.
need_office() { command -v soffice >/dev/null || debian "LibreOffice, which opens the files" libreoffice-writer-nogui; }

# Unoptimised: it runs for a second, and compiles for minutes otherwise.
need_cargo_deny() {
  command -v cargo-deny >/dev/null && return
  step "cargo-deny, from crates.io (some minutes, once)" env CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_TARGET_DIR="$PLENIERE_TOOLS/build" cargo install --locked --quiet --root "$PLENIERE_TOOLS" cargo-deny ||
    give_up "cargo-deny can't be installed from crates.io: is there a network?"
  rm -rf "$PLENIERE_TOOLS/build"
}
