#!/usr/bin/env bash
# Serves the demonstration; when a source changes, builds again and starts again. Ctrl-C ends it.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh build
. scripts/env.sh
. scripts/install.sh

# The latest change among the sources.
latest() { find app server/src server/demo crates style public migrations Cargo.lock -type f -printf '%T@\n' | sort -n | tail -n 1; }
server=
stop() { [ -z "$server" ] || { kill -TERM "$server" 2>/dev/null; wait "$server" 2>/dev/null || true; }; server=; }
trap 'stop; exit 0' INT TERM

while true; do
  seen=$(latest)
  if cargo build --package server --package xtask && "$CARGO_TARGET_DIR/debug/xtask" site; then
    stop
    "$CARGO_TARGET_DIR/debug/pleniere" demo &
    server=$!
  fi
  while [ "$(latest)" = "$seen" ]; do sleep 1; done
done
