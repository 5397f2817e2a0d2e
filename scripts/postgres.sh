#!/usr/bin/env bash
# A throw-away PostgreSQL for the tests: its own folder, its own Unix socket, no TCP port, nothing kept safe from a
# power cut. Works as root (PostgreSQL refuses root, so the user « postgres » runs it) and as anybody else.
#
#   scripts/postgres.sh start FOLDER   starts it if it isn't running, and prints its address
#   scripts/postgres.sh url FOLDER     prints its address
#   scripts/postgres.sh stop FOLDER    stops it and deletes the folder
set -euo pipefail

say() { printf '%s\n' "postgres.sh: $*" >&2; }
die() { say "$*"; exit 1; }

[ $# -eq 2 ] || die "usage: scripts/postgres.sh start|stop|url FOLDER"
gesture=$1
# The folder may not exist yet, so its path is made absolute by hand.
case $2 in /*) folder=$2 ;; *) folder=$PWD/$2 ;; esac
data=$folder/pg-data
socket=$folder/pg-socket
log=$folder/pg.log

# The path of one of PostgreSQL's programs: on PATH, else the newest of Debian's folders.
program() {
    local found
    found=$(command -v "$1" || true)
    if [ -z "$found" ]; then
        found=$(printf '%s\n' /usr/lib/postgresql/*/bin/"$1" | sort -V | tail -n 1)
    fi
    [ -x "$found" ] || die "$1 is missing. Install PostgreSQL's server (Debian: apt-get install postgresql), or skip" \
        "its half of the tests with PLENIERE_TEST_POSTGRES=none."
    printf '%s' "$found"
}

# Runs a command as somebody whom PostgreSQL accepts.
as_owner() {
    if [ "$(id -u)" -ne 0 ]; then
        "$@"
    elif id postgres >/dev/null 2>&1; then
        (cd / && runuser -u postgres -- "$@")
    else
        die "PostgreSQL refuses to run as root and there is no user « postgres »: run the tests as an ordinary user."
    fi
}

url() { printf 'postgres://postgres@localhost/postgres?host=%s\n' "$socket"; }
running() { [ -f "$data/postmaster.pid" ] && as_owner "$pg_ctl" --pgdata="$data" status >/dev/null 2>&1; }

prepare() {
    # A Unix socket's path has room for 107 bytes, of which PostgreSQL adds 17.
    [ "${#socket}" -le 90 ] || die "the path $socket is too long for a socket: give a shorter folder."
    mkdir -p "$folder" "$data" "$socket"
    chmod 700 "$data"
    if [ "$(id -u)" -eq 0 ]; then
        touch "$log"
        chmod a+x "$folder"
        chown postgres: "$data" "$socket" "$log"
        as_owner test -x "$socket" || die "the user « postgres » can't reach $folder: give a folder that all may enter."
    fi
}

initialise() {
    [ -f "$data/PG_VERSION" ] && return
    local initdb
    initdb=$(program initdb)
    as_owner "$initdb" --pgdata="$data" --username=postgres --auth=trust --encoding=UTF8 --locale=C --no-sync >/dev/null \
        || die "initdb failed in $data."
}

start() {
    if ! running; then
        prepare
        initialise
        as_owner "$pg_ctl" --pgdata="$data" --log="$log" --wait --silent start --options="-c listen_addresses='' \
            -c unix_socket_directories='$socket' -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
            -c max_connections=200" || die "PostgreSQL didn't start; its log is $log."
    fi
    url
}

stop() {
    if running; then
        as_owner "$pg_ctl" --pgdata="$data" --wait --silent --mode=immediate stop
    fi
    # Only what this script made.
    rm -rf -- "$data" "$socket" "$log"
    rmdir -- "$folder" 2>/dev/null || true
}

case $gesture in
    start) pg_ctl=$(program pg_ctl); start ;;
    stop) pg_ctl=$(program pg_ctl); stop ;;
    url) url ;;
    *) die "usage: scripts/postgres.sh start|stop|url FOLDER" ;;
esac
