#!/usr/bin/env bash
# Sets up what is missing, builds, loads the demonstration congress (or the file given), serves it and prints the links.
set -euo pipefail
cd "$(dirname "$0")/.."
corpus=${1:-}
[ -z "$corpus" ] || [ -r "$corpus" ] || { echo "✗ $corpus can't be read: CORPUS=file.csv names a file that exists." >&2; exit 1; }
scripts/setup.sh build
. scripts/env.sh
. scripts/install.sh
step "build of the server" cargo build --workspace --exclude hydrate --bins || give_up "the server doesn't compile: see above."
step "build of the site" "$CARGO_TARGET_DIR/debug/xtask" site || give_up "the site can't be built: see above."
exec "$CARGO_TARGET_DIR/debug/pleniere" demo ${corpus:+--corpus "$corpus"}
