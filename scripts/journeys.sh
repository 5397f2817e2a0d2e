#!/usr/bin/env bash
# The browser journeys of end2end/, against a demonstration server of their own on a free port.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/env.sh
folder=$(mktemp -d)
log="$folder/server.log"
"$CARGO_TARGET_DIR/debug/pleniere" demo --port 0 --dir "$folder/demo" >"$folder/links" 2>"$log" &
server=$!
trap 'kill -TERM "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT
for _ in $(seq 300); do
  grep -q '^http' "$folder/links" && break
  kill -0 "$server" 2>/dev/null || { tail -n 40 "$log" >&2; exit 1; }
  sleep 0.1
done
PLENIERE_URL=$(grep -m1 -o '^http://[^/ ]*' "$folder/links") || { tail -n 40 "$log" >&2; exit 1; }
# Personal links, one a role: « http://…/entrer/…   name (role) ».
export PLENIERE_LINKS="$folder/links"
export PLENIERE_URL PLENIERE_CHROMIUM="${PLENIERE_CHROMIUM:-$(command -v chromium)}"
cd end2end
npx --no-install playwright test "$@" || { echo "— the server said:" >&2; tail -n 20 "$log" >&2; exit 1; }
