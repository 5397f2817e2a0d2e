#!/usr/bin/env bash
# Sets up what is missing, then runs every check and every test. Stops at the first that fails, and says which.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh test
. scripts/env.sh
. scripts/install.sh

check() {
  local what=$1 start=$SECONDS
  shift
  printf '\n── %s\n' "$what"
  "$@" || give_up "$what: failed."
  say "$what: $((SECONDS - start)) s"
}

check "format" cargo fmt --all --check
check "licences, bans, sources" cargo deny --log-level error check bans licenses sources
check "lints" cargo clippy --quiet --workspace --exclude hydrate --all-targets -- -D warnings
check "lints of the browser's side" cargo clippy --quiet --profile wasm --package hydrate --target wasm32-unknown-unknown -- -D warnings
check "documentation" env RUSTDOCFLAGS="-D warnings" cargo doc --quiet --workspace --exclude hydrate --no-deps --document-private-items

cluster=$(mktemp -d)
trap 'scripts/postgres.sh stop "$cluster" >/dev/null 2>&1 || true; rm -rf "$cluster"' EXIT
check "a throw-away PostgreSQL" scripts/postgres.sh start "$cluster"
PLENIERE_TEST_POSTGRES=$(scripts/postgres.sh url "$cluster")
export PLENIERE_TEST_POSTGRES

check "tests" cargo test --quiet --workspace --exclude hydrate
check "the site" "$CARGO_TARGET_DIR/debug/xtask" site
check "budgets" "$CARGO_TARGET_DIR/debug/xtask" budget
# Small: what is judged is that nothing is lost or doubled, not how long it takes (`make bench` measures that).
small="contributors --demo --corpus 200 --members 40 --readers 20 --each 3 --within 6 --kill-once"
check "contributors, and their server killed among them" "$CARGO_TARGET_DIR/debug/load" $small
check "the same on PostgreSQL" "$CARGO_TARGET_DIR/debug/load" $small --database "$PLENIERE_TEST_POSTGRES"
room="voters --demo --count 60 --within 4 --secret --proxies --drop 20 --slow 10 --kill-once"
check "a room that votes, and its server killed among them" "$CARGO_TARGET_DIR/debug/load" $room
check "the same on PostgreSQL" "$CARGO_TARGET_DIR/debug/load" $room --database "$PLENIERE_TEST_POSTGRES"
check "journeys" scripts/journeys.sh
say "everything passed in $((SECONDS / 60)) min $((SECONDS % 60)) s"
