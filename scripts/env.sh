# Sourced by the scripts and `make fmt`: which Rust, and where it builds. Sets variables, does nothing else.

# Outside the checkout, so that a fresh clone doesn't start cold.
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/pleniere/target}"
export PLENIERE_TOOLS="${PLENIERE_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/pleniere/tools}"
export PATH="$PLENIERE_TOOLS/bin:$HOME/.cargo/bin:$PATH"

RUST_AT_LEAST=94 # 1.94, as rust-version in Cargo.toml says

# rust_is_fit RUSTC: recent enough.
rust_is_fit() {
  local minor
  minor=$("$@" --version 2>/dev/null | sed -n 's/^rustc 1\.\([0-9]*\).*/\1/p')
  [ -n "$minor" ] && [ "$minor" -ge "$RUST_AT_LEAST" ]
}

# has_wasm RUSTC: its standard library for the browser is there.
has_wasm() {
  local libs
  libs=$("$@" --print target-libdir --target wasm32-unknown-unknown 2>/dev/null) && ls "$libs"/libstd-*.rlib >/dev/null 2>&1
}

# Which Rust scripts/setup.sh chose last: « debian », or nothing for the one that is called by default.
RUST_CHOICE="$PLENIERE_TOOLS/rust"

# The one that setup chose, whatever the shell that called says of toolchains; before a first setup, the one that is called by
# default if it will do, else Debian's, which setup completes for the browser.
if [ "$(cat "$RUST_CHOICE" 2>/dev/null)" = debian ] && [ -x /usr/bin/cargo ] && rust_is_fit /usr/bin/rustc; then
  export PATH="/usr/bin:$PATH"
  unset RUSTUP_TOOLCHAIN
elif [ -z "${RUSTUP_TOOLCHAIN:-}" ] && ! { rust_is_fit rustc && has_wasm rustc; } && rust_is_fit /usr/bin/rustc && [ -x /usr/bin/cargo ]; then
  export PATH="/usr/bin:$PATH"
fi
