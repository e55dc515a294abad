#!/usr/bin/env bash
# Builds, lints and tests everything on a machine that has the .NET SDK; what else is missing it installs.
#
# Closes with one line: N passed, N failed, N skipped. Each check that fails (build, format, buf ...) counts as one failed, and so
# does a test project that crashes, hangs or runs no test. Exit code 0 only if nothing failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# What ships is what is tested. As an environment variable it also reaches dotnet format, which has no option for it.
export Configuration=Release

readonly buf=tools/buf/node_modules/.bin/buf
export results=artifacts/test-results
export hang_timeout=15m
passed=0 failed=0 skipped=0

main() {
  rm -rf "$results" && mkdir -p "$results" || exit 1

  check 'sdk' sdk_fits || close
  check 'restore' dotnet restore KpuSync.sln --locked-mode || close
  # All of it anew: run.sh builds without the analyzers, and what it left would count as up to date.
  check 'build' dotnet build KpuSync.sln --no-restore --no-incremental -warnaserror -v quiet || close
  # The build has just judged style and analyzers, as errors; of the format only the white space is left.
  check 'format' dotnet format whitespace KpuSync.sln --no-restore --verify-no-changes
  if check 'buf' install_buf; then
    check 'buf lint' "$buf" lint
    check 'buf format' "$buf" format --diff --exit-code
    check 'buf breaking' "$buf" breaking --against tools/buf/last-release.binpb
  fi
  # Without a browser its tests fail one by one and say why.
  check 'chromium' install_chromium
  # Tests that need a database are not passed over without one: they fail as well.
  check 'postgres' start_postgres
  check 'pgbouncer' install_pgbouncer
  run_tests
  close
}

# check NAME COMMAND...: says how it went; shows the command's output only if it failed.
check() {
  local name=$1 log="$results/${1// /-}.log" start=$SECONDS
  shift
  if "$@" </dev/null >"$log" 2>&1; then
    printf '%-28s ok %15s s\n' "$name" $((SECONDS - start))
    return 0
  fi
  cat "$log"
  printf '%-28s FAILED %11s s\n' "$name" $((SECONDS - start))
  failed=$((failed + 1))
  return 1
}

close() {
  printf '%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
  [ "$failed" -eq 0 ]
  exit
}

sdk_fits() {
  if ! command -v dotnet; then
    echo 'The .NET SDK is missing: https://dotnet.microsoft.com/download. The version that is needed stands in global.json.'
    return 1
  fi
  dotnet --version || { cat global.json; return 1; }
}

install_buf() {
  local wanted
  wanted=$(sed -n 's/.*"@bufbuild\/buf": "\(.*\)".*/\1/p' tools/buf/package.json)
  install_node || return 1
  [ "$("$buf" --version 2>&1)" = "$wanted" ] && return 0
  # The program comes inside the package; its install script would only look for another source of it.
  npm --prefix tools/buf ci --ignore-scripts --no-audit --no-fund && "$buf" --version
}

install_node() {
  command -v node && command -v npm && return 0
  if [ "$(id -u)" -eq 0 ] && command -v apt-get; then
    apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends nodejs npm
    return
  fi
  echo 'Node.js with npm is missing: it runs buf, which checks the protos. Install it (Debian, Ubuntu: apt-get install nodejs npm) and try again.'
  return 1
}

# The console's tests drive the system's own browser.
install_chromium() {
  command -v chromium || command -v chromium-browser || command -v google-chrome && return 0
  if [ "$(id -u)" -eq 0 ] && command -v apt-get; then
    apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends chromium
    return
  fi
  echo 'Chromium is missing: the tests of the console drive it. Install it (Debian: apt-get install chromium) and try again.'
  return 1
}

# One cluster for all projects; each test makes a database of its own there.
start_postgres() {
  install_postgres || return 1
  postgres_dir=$(mktemp -d) || return 1
  trap stop_postgres EXIT
  KPUSYNC_TEST_POSTGRES=$(scripts/postgres.sh start "$postgres_dir" --volatile) || return 1
  export KPUSYNC_TEST_POSTGRES
}

stop_postgres() {
  scripts/postgres.sh stop "$postgres_dir" >"$results/postgres-stop.log" 2>&1
  rm -rf "$postgres_dir"
}

# A test stands it between servers and database.
install_pgbouncer() {
  PATH=$PATH:/usr/sbin command -v pgbouncer && return 0
  if [ "$(id -u)" -eq 0 ] && command -v apt-get; then
    apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends pgbouncer
    return
  fi
  echo 'pgbouncer is missing: a test stands it between servers and database. Install it (Debian, Ubuntu: apt-get install pgbouncer) and try again.'
  return 1
}

install_postgres() {
  compgen -G '/usr/lib/postgresql/*/bin/initdb' || command -v initdb && return 0
  if [ "$(id -u)" -eq 0 ] && command -v apt-get; then
    apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends postgresql
    return
  fi
  echo 'PostgreSQL is missing: tests of its storage run on it. Install it (Debian, Ubuntu: apt-get install postgresql) and try again.'
  return 1
}

# Two runs at a time, for two cores: what they start works too.
run_tests() {
  local project database counts
  export -f run_project count_outcomes
  test_runs | xargs -P 2 -L 1 bash -c 'run_project "$@"' _
  while read -r project database; do
    # No line at all means that the runner itself died.
    read -r -a counts < <(cat "$results/$(basename "$project" .csproj)-$database.counts" 2>/dev/null || echo 0 1 0)
    passed=$((passed + counts[0])) failed=$((failed + counts[1])) skipped=$((skipped + counts[2]))
  done < <(test_runs)
}

# CSPROJ DATABASE, a run a line: every project on the embedded database, and those that reach the store on PostgreSQL too. The longest begins first.
test_runs() {
  local projects
  projects=$(grep -l '<IsTestProject>true' $(dotnet sln KpuSync.sln list | tr '\\' '/' | grep '\.csproj$'))
  {
    grep Process <<<"$projects"
    grep -v Process <<<"$projects"
  } | sed 's/$/ sqlite/'
  grep -E 'Client|Core|Server|Simulation' <<<"$projects" | sed 's/$/ postgres/'
}

# run_project CSPROJ DATABASE: runs its tests, leaves `PASSED FAILED SKIPPED` in NAME.counts, shows all output if anything is wrong.
run_project() {
  local assembly name code=0 start=$SECONDS outcomes problem='' filter=()
  assembly=$(basename "$1" .csproj)
  name=$assembly-$2
  # What is about files of the embedded database, or would say nothing new on another one, is marked so; of the client, what reaches a server is in a folder of its own.
  [ "$2" = postgres ] && filter=(--filter 'Database!=sqlite&(FullyQualifiedName!~Client.Tests|FullyQualifiedName~Client.Tests.Server)')
  KPUSYNC_TEST_DATABASE=$2 dotnet test "$(dirname "$1")/bin/$Configuration/net10.0/$assembly.dll" --results-directory "$results/$name" "${filter[@]}" \
    --logger "trx;LogFileName=$name.trx" --blame-hang-timeout "$hang_timeout" --blame-hang-dump-type none \
    </dev/null >"$results/$name.log" 2>&1 || code=$?
  read -r -a outcomes < <(count_outcomes "$results/$name/$name.trx")
  if [ "$code" -ne 0 ] && [ "${outcomes[1]}" -eq 0 ]; then
    problem="the run broke off, exit code $code"
  elif [ $((outcomes[0] + outcomes[1] + outcomes[2])) -eq 0 ]; then
    problem='no test ran'
  fi
  [ -n "$problem" ] && outcomes[1]=$((outcomes[1] + 1))
  echo "${outcomes[@]}" >"$results/$name.counts"
  {
    [ "${outcomes[1]}" -gt 0 ] && cat "$results/$name.log"
    printf '%-37s %5s passed %4s failed %4s skipped %5s s   %s\n' "$name" "${outcomes[@]}" $((SECONDS - start)) "$problem"
  } >"$results/$name.out"
  cat "$results/$name.out"
}

# count_outcomes TRX: prints passed, failed, skipped. Counted one by one: the file's own totals leave skipped tests out.
count_outcomes() {
  { [ -f "$1" ] && grep -o '<UnitTestResult [^>]*outcome="[A-Za-z]*"' "$1"; } | awk -F'outcome="' '
    { outcome = $NF }
    outcome == "Passed\"" { passed++; next }
    outcome == "NotExecuted\"" { skipped++; next }
    { failed++ }
    END { print passed + 0, failed + 0, skipped + 0 }'
}

main
