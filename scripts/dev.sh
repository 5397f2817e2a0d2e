#!/usr/bin/env bash
# Serves the demonstration; when a source changes, builds again and starts again. Ctrl-C ends it.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh build
. scripts/env.sh
. scripts/install.sh

# The latest change among the sources.
latest() { find app server crates style public migrations xtask/src Cargo.toml Cargo.lock -type f -printf '%T@\n' 2>/dev/null | sort -n | tail -n 1 || true; }
server=
stop() { [ -z "$server" ] || { kill -TERM "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; }; server=; }
trap 'exit 0' INT TERM
trap stop EXIT

while true; do
  seen=$(latest)
  if cargo build --workspace --exclude hydrate --bins && "$CARGO_TARGET_DIR/debug/xtask" site; then
    stop
    "$CARGO_TARGET_DIR/debug/pleniere" demo &
    server=$!
  fi
  while [ "$(latest)" = "$seen" ]; do sleep 1; done
done
