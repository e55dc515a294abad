#!/usr/bin/env bash
# A PostgreSQL of one's own for tests and trials: on this machine only, without a password, gone with its directory.
#
#   scripts/postgres.sh start DIR [--volatile]   makes a cluster in DIR (new or empty), starts it, prints its connection string
#   scripts/postgres.sh stop DIR                 stops it; deleting DIR is the caller's
#   scripts/postgres.sh restart DIR              starts it again on the port that it had, stopped or not
#
# --volatile: nothing is forced to the disk, so that a crash of the machine may ruin the cluster. Tests throw it away in any case,
# and forcing is most of what they would wait for.
#
# Exit code 2: PostgreSQL is not installed, or the command line is wrong. 1: anything else; standard error says what.
set -euo pipefail
# Else a step that fails inside $(...) would be passed over.
shopt -s inherit_errexit

readonly port_tries_max=20

main() {
  case "$#:${1:-}:${3:-}" in
    2:start: | 3:start:--volatile) start "$2" "${3:-}" ;;
    2:stop:) stop "$2" ;;
    2:restart:) restart "$2" ;;
    *)
      echo 'Usage: scripts/postgres.sh start DIR [--volatile] | stop DIR | restart DIR' >&2
      exit 2
      ;;
  esac
}

start() {
  local bin dir
  bin=$(binaries)
  dir=$(own_directory "$1")
  # All paths from here on are relative: pg_ctl hands them to a shell, which would trip over some.
  cd "$dir"
  make_cluster "$bin" "$2"
  start_on_free_port "$bin"
}

stop() {
  local bin
  bin=$(binaries)
  cd "$1"
  as_postgres "$bin/pg_ctl" stop --silent --wait --mode=fast --pgdata=data </dev/null
}

restart() {
  local bin
  bin=$(binaries)
  cd "$1"
  # That a stopped one was stopped is no news.
  as_postgres "$bin/pg_ctl" restart --silent --wait --mode=fast --pgdata=data --log=server.log </dev/null >/dev/null 2>&1 || fail "$(cat server.log)"
}

# Prints the folder of the newest PostgreSQL: Debian keeps one folder per version, and none of them in PATH.
binaries() {
  local initdb
  initdb=$(printf '%s\n' /usr/lib/postgresql/*/bin/initdb | sort --version-sort | tail -n 1)
  if [ ! -x "$initdb" ] && ! initdb=$(command -v initdb); then
    echo 'PostgreSQL is missing. Install it (Debian, Ubuntu: apt-get install postgresql) and try again.' >&2
    exit 2
  fi
  dirname "$initdb"
}

# own_directory DIR: makes it the server's own and prints its full path.
own_directory() {
  local dir
  mkdir -p "$1"
  dir=$(cd "$1" && pwd -P)
  # It changes hands below, which nobody wants to happen to a directory that is in use.
  [ -z "$(ls -A "$dir")" ] || fail "$dir is not empty: a cluster is made in a directory of its own."
  # Whoever reaches the socket is let in.
  chmod 700 "$dir"
  if is_root; then
    id -u postgres >/dev/null || fail 'There is no user postgres, whom PostgreSQL runs as when root starts it.'
    check_reach "$dir"
    chown postgres: "$dir"
  fi
  echo "$dir"
}

check_reach() {
  local parent=$1 closed=''
  while [ "$parent" != / ]; do
    parent=$(dirname "$parent")
    as_postgres test -x "$parent" || closed=$parent
  done
  [ -z "$closed" ] || fail "PostgreSQL runs as user postgres, who may not enter $closed: take a directory elsewhere, or chmod o+x $closed"
}

# make_cluster BIN --volatile|'': with the locale C, which sorts alike on every machine.
make_cluster() {
  local output options=(--pgdata=data --username=kpusync --encoding=UTF8 --locale=C --auth=trust)
  [ -z "$2" ] || options+=(--no-sync)
  output=$(as_postgres "$1/initdb" "${options[@]}" 2>&1 </dev/null) || fail "$output"
  cat >data/pg_hba.conf <<'EOF'
local all all trust
host all all 127.0.0.1/32 trust
EOF
  cat >>data/postgresql.conf <<'EOF'
listen_addresses = '127.0.0.1'
# Beside the data directory, which paths are relative to.
unix_socket_directories = '..'
# Every test has a pool of connections to a database of its own.
max_connections = 300
EOF
  [ -z "$2" ] || printf '%s = off\n' fsync synchronous_commit full_page_writes >>data/postgresql.conf
}

start_on_free_port() {
  local try port output
  for ((try = 1; try <= port_tries_max; try++)); do
    # Below the range that Linux takes ports of outgoing connections from (32768 and up): those come and go in any test.
    port=$((20000 + RANDOM % 12000))
    rm -f server.log
    if output=$(as_postgres "$1/pg_ctl" start --silent --wait --timeout=120 --pgdata=data --log=server.log --options="-p $port" 2>&1 </dev/null); then
      echo "Host=127.0.0.1;Port=$port;Username=kpusync;Database=postgres"
      return
    fi
    grep -q 'Address already in use' server.log || break
  done
  fail "$output" "$(cat server.log)"
}

# PostgreSQL refuses to run as root.
as_postgres() {
  if is_root; then
    runuser -u postgres -- "$@"
  else
    "$@"
  fi
}

is_root() { [ "$(id -u)" -eq 0 ]; }

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

main "$@"
