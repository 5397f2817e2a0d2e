#!/usr/bin/env bash
# Measures on this machine, in one run: an import of 100,000 lines, pages of a congress of 2,000 contributions, a room that
# contributes at once, and, where public corpora and Python are at hand
# (CORPORA=folder of CSV files with columns id, gold, text), our themes beside what an engineer would write with scikit-learn
# and beside IRaMuTeQ's method, then speed, memory, stability and placement at 2,000, 10,000 and 100,000 verbatims.
# Builds with the shared profile; PROFILE=release takes the one that an association installs (a quarter of an hour to build).
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh build
. scripts/env.sh
. scripts/install.sh
command -v python3 >/dev/null || give_up "python3 is missing: it makes the files to measure with, and the clock. Install it (Debian: apt-get install python3), then run this again."
profile=${PROFILE:-dev}
corpora=${CORPORA:-../shared/data/corpora}
baseline=${BASELINE:-../shared/bench/baseline.py}
reinert=${REINERT:-../shared/bench/reinert.py}
step "build ($profile)" cargo build --profile "$profile" --workspace --exclude hydrate --bins || give_up "the server doesn't compile: see above."
pleniere="$CARGO_TARGET_DIR/$([ "$profile" = dev ] && echo debug || echo "$profile")/pleniere"
folder=$(mktemp -d)
server=
stop() { [ -z "$server" ] || { kill -TERM "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; }; server=; }
trap 'stop; rm -rf "$folder"' EXIT
export DATABASE_URL="sqlite://$folder/bench.db" PLENIERE_LOG__FILTER=error

# measured WHAT COMMAND…: seconds and peak memory.
measured() {
  local what=$1
  shift
  /usr/bin/env python3 - "$what" "$@" <<'PYTHON'
import resource, subprocess, sys, time
what, *command = sys.argv[1:]
start = time.time()
code = subprocess.run(command, stdout=subprocess.DEVNULL).returncode
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
print(f"{what}: {time.time() - start:.1f} s, {peak:.0f} MB" + ("" if code == 0 else f" — FAILED ({code})"), flush=True)
sys.exit(code)
PYTHON
}

# lines FILE COUNT: so many contributions of drawn words.
lines() {
  python3 - "$1" "$2" <<'PYTHON'
import csv, random, sys
random.seed(1)
words = "la fibre commune mairie guichet numérique école données réseau formation agents habitants budget service public".split()
with open(sys.argv[1], "w", newline="", encoding="utf-8") as file:
    table = csv.writer(file)
    table.writerow(["id", "texte", "auteur", "code insee"])
    for i in range(int(sys.argv[2])):
        table.writerow([i, " ".join(random.choices(words, k=random.randint(8, 60))) + ".", f"Élue {i % 5000}", "29233"])
PYTHON
}

echo "── Import of 100,000 lines"
lines "$folder/lines.csv" 100000
measured "import, 100,000 lines" "$pleniere" import "$folder/lines.csv" --congress cent-mille
measured "the same file again" "$pleniere" import "$folder/lines.csv" --congress cent-mille
measured "backup" "$pleniere" backup --out "$folder/backup.zip"
DATABASE_URL="sqlite://$folder/restored.db" measured "restore" "$pleniere" restore "$folder/backup.zip"

echo "── Pages of a congress of 2,000 contributions"
lines "$folder/pages.csv" 2000
export DATABASE_URL="sqlite://$folder/pages.db"
"$pleniere" import "$folder/pages.csv" --congress pages >/dev/null
"$pleniere" analyse --congress pages >/dev/null
# Pages name files of the site and don't need them.
echo '{"style":"/pkg/a.css","wake":"/pkg/a.js","writing":"/pkg/b.js","unsent":"/pkg/c.js","noting":"/pkg/d.js","live":"/pkg/e.js","fonts":[]}' >"$folder/manifest.json"
PLENIERE_SERVER__ADDRESS=127.0.0.1:0 PLENIERE_SERVER__SITE="$folder" "$pleniere" serve >"$folder/address" &
server=$!
for _ in $(seq 100); do
  grep -q http "$folder/address" && break
  kill -0 "$server" 2>/dev/null || give_up "the server stopped before it listened."
  sleep 0.1
done
address=$(grep -o 'http://[0-9.:]*' "$folder/address") || give_up "the server didn't say where it listens."
"$(dirname "$pleniere")/xtask" latency "$address" /congres/pages /congres/pages/contributions "/congres/pages/contributions?q=fibre+commune" \
  /congres/pages/themes /congres/pages/themes/1 /congres/pages/contributions/C-0421 /congres/pages/motion \
  /congres/pages/carte /congres/pages/carte/points.json /congres/pages/arbre /congres/pages/analyses
stop
export DATABASE_URL="sqlite://$folder/bench.db"

echo "── 300 people who post 5 contributions each within a minute while 300 others read"
load() { echo "$1"; shift; "$(dirname "$pleniere")/load" contributors --demo "$@" 2>/dev/null; }
load "SQLite, 1,000 contributions before:"
load "SQLite, the server killed in the middle:" --kill-once
load "SQLite, 10,000 contributions before:" --corpus 10000
cluster=$folder/cluster
scripts/postgres.sh start "$cluster" >/dev/null
trap 'stop; scripts/postgres.sh stop "$cluster" >/dev/null 2>&1 || true; rm -rf "$folder"' EXIT
load "PostgreSQL, the server killed in the middle:" --kill-once --database "$(scripts/postgres.sh url "$cluster")"

echo "── A room that votes on its phones, server and voters on this machine"
votes() { echo "$1"; shift; "$(dirname "$pleniere")/load" voters --demo "$@" 2>/dev/null || true; }
votes "500 within 10 s, public:" --count 500
votes "500 within 10 s, secret, with proxies:" --count 500 --secret --proxies
votes "5,000 within 10 s, secret:" --count 5000 --secret
votes "10,000 within 10 s, secret:" --count 10000 --secret
votes "5,000 at once, public (throughput):" --count 5000 --within 0
votes "500 within 10 s, secret, the server killed in the middle:" --count 500 --secret --drop 5 --slow 5 --kill-once
votes "the same on PostgreSQL:" --count 500 --secret --drop 5 --slow 5 --kill-once --database "$(scripts/postgres.sh url "$cluster")"
scripts/postgres.sh stop "$cluster" >/dev/null

echo "── What this machine does at most, and what a phone that follows a sitting costs"
at_most() { "$(dirname "$pleniere")/load" "$@" 2>/dev/null; }
at_most echo
at_most commit --dir "$folder"
at_most idle --count 2000
at_most idle --count 8000

if ls "$corpora"/republique_numerique.csv >/dev/null 2>&1; then
  echo "── A real consultation, the whole way"
  measured "import" "$pleniere" import "$corpora/republique_numerique.csv" --congress consultation
  measured "analyse" "$pleniere" analyse --congress consultation
  measured "export pdf" "$pleniere" export --congress consultation --format pdf --out "$folder/motion.pdf"
  echo "── Themes against categories that people gave (10 seeds, k given)"
  python3 scripts/bench/quality.py "$pleniere" "$baseline" "$reinert" "$corpora"/*.csv
  echo "── Speed, stability and placement at several sizes (95 % of the texts, then all)"
  python3 scripts/bench/scale.py "$pleniere" "$baseline" "$folder" "$corpora"/*.csv
else
  say "no corpora in $corpora: set CORPORA to a folder of CSV files with columns id, gold, text"
fi
