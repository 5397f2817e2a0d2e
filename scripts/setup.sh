#!/usr/bin/env bash
# Installs what is missing, and nothing else: `setup.sh build` for what the build needs, `setup.sh test` for that and what the tests need.
# Says what it does and how long it took; when something can't be had, says what to do. Doing it twice does nothing the second time.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/env.sh
. scripts/install.sh

case "${1:-}" in
  build) needs="rust site_tools" ;;
  test) needs="rust site_tools journeys chromium postgresql pdf_tools office cargo_deny" ;;
  *) echo "usage: scripts/setup.sh build | test" >&2; exit 2 ;;
esac
for need in $needs; do "need_$need"; done
