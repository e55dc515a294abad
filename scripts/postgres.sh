#!/usr/bin/env bash
# A PostgreSQL of one's own for tests and trials: on this machine only, without a password, gone with its directory.
#
#   scripts/postgres.sh start DIR [--volatile]   makes a cluster in DIR (new or empty), starts it, prints its connection string
#   scripts/postgres.sh standby DIR PRIMARY      makes a standby of the running cluster in PRIMARY, which then commits nothing that is not on it
#   scripts/postgres.sh promote DIR              makes a primary of a standby
#   scripts/postgres.sh pooler DIR CLUSTER       starts a pgbouncer before the running cluster in CLUSTER, with another connection for each transaction
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
    3:standby:*) standby "$2" "$3" ;;
    2:promote:) promote "$2" ;;
    3:pooler:*) pooler "$2" "$3" ;;
    2:stop:) stop "$2" ;;
    2:restart:) restart "$2" ;;
    *)
      echo 'Usage: scripts/postgres.sh start DIR [--volatile] | standby DIR PRIMARY | promote DIR | pooler DIR CLUSTER | stop DIR | restart DIR' >&2
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

standby() {
  local bin dir port output started
  bin=$(binaries)
  port=$(port_of "$2")
  dir=$(own_directory "$1")
  cd "$dir"
  local connection=(--host=127.0.0.1 --port="$port" --username=kpusync)
  output=$(as_postgres "$bin/pg_basebackup" "${connection[@]}" --pgdata=data --write-recovery-conf --checkpoint=fast 2>&1 </dev/null) || fail "$output"
  started=$(start_on_free_port "$bin")
  output=$(as_postgres "$bin/psql" "${connection[@]}" --dbname=postgres \
    --command="ALTER SYSTEM SET synchronous_standby_names = '*'" --command='SELECT pg_reload_conf()' 2>&1 </dev/null) || fail "$output"
  echo "$started"
}

promote() {
  local bin
  bin=$(binaries)
  cd "$1"
  as_postgres "$bin/pg_ctl" promote --silent --wait --pgdata=data </dev/null
}

pooler() {
  local pgbouncer dir port
  pgbouncer=$(PATH=$PATH:/usr/sbin command -v pgbouncer) || {
    echo 'pgbouncer is missing. Install it (Debian, Ubuntu: apt-get install pgbouncer) and try again.' >&2
    exit 2
  }
  port=$(port_of "$2")
  dir=$(own_directory "$1")
  cd "$dir"
  start_pooler "$pgbouncer" "$port"
}

# start_pooler PGBOUNCER PORT: its connections are taken in turn, so that what wants to find its session again fails at once.
start_pooler() {
  local try port
  for ((try = 1; try <= port_tries_max; try++)); do
    port=$(free_port)
    cat >pgbouncer.ini <<EOF
[databases]
* = host=127.0.0.1 port=$2 user=kpusync
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = $port
unix_socket_dir =
auth_type = any
pool_mode = transaction
server_round_robin = 1
logfile = server.log
pidfile = pgbouncer.pid
EOF
    chmod o+r pgbouncer.ini
    rm -f server.log
    if as_postgres "$1" --daemon --quiet pgbouncer.ini </dev/null >/dev/null 2>&1 && pooler_listens; then
      echo "Host=127.0.0.1;Port=$port;Username=kpusync;Database=postgres"
      return
    fi
    grep -q 'Address already in use' server.log || break
  done
  fail "$(cat server.log)"
}

# It goes into the background before it listens.
pooler_listens() {
  until grep --quiet --no-messages 'process up' server.log; do
    ! grep --quiet --no-messages FATAL server.log || return 1
    sleep 0.05
  done
}

stop() {
  local bin
  cd "$1"
  if [ -f pgbouncer.pid ]; then
    kill "$(cat pgbouncer.pid)"
    return
  fi
  bin=$(binaries)
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
host replication all 127.0.0.1/32 trust
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
    port=$(free_port)
    rm -f server.log
    if output=$(as_postgres "$1/pg_ctl" start --silent --wait --timeout=120 --pgdata=data --log=server.log --options="-p $port" 2>&1 </dev/null); then
      echo "Host=127.0.0.1;Port=$port;Username=kpusync;Database=postgres"
      return
    fi
    grep -q 'Address already in use' server.log || break
  done
  fail "$output" "$(cat server.log)"
}

# One that may be free: below the range that Linux takes ports of outgoing connections from (32768 and up), which come and go in any test.
free_port() { echo $((20000 + RANDOM % 12000)); }

# port_of DIR: that of a running cluster, which is the fourth line of this file.
port_of() { sed -n 4p "$1/data/postmaster.pid"; }

# Neither runs as root.
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
