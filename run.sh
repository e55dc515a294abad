#!/usr/bin/env bash
# Builds KpuSync and shows it at work: a server, eleven offices, two rounds of exports, a line that is cut and taken up again.
# Failed batches are left to replay. On a terminal it keeps serving until Ctrl-C, with a link to the console.
# Options: --once (stop after the summary), --voters N, --lang id|en, --dir DIR, --database postgres (a PostgreSQL that it starts itself and throws away).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
wanted=$(sed -n 's/.*"version": *"\([0-9.]*\)".*/\1/p' "$root/global.json")

if ! command -v dotnet >/dev/null; then
  echo "The .NET SDK $wanted or newer (10.0) is needed and was not found: https://dotnet.microsoft.com/download" >&2
  echo ".NET SDK $wanted atau lebih baru (10.0) diperlukan dan tidak ditemukan: https://dotnet.microsoft.com/download" >&2
  exit 2
fi
if ! (cd "$root" && dotnet --version) >/dev/null 2>&1; then
  echo "The .NET SDK $wanted or newer (10.0) is needed; installed are:" >&2
  echo ".NET SDK $wanted atau lebih baru (10.0) diperlukan; yang terpasang:" >&2
  (cd / && dotnet --list-sdks) >&2
  exit 2
fi

# The analyzers have their say in test.sh; here they would only cost time.
mkdir -p "$root/artifacts"
log=$root/artifacts/run-build.log
echo "Building ... / Membangun ..."
if ! (cd "$root" && dotnet build tools/run.slnf --configuration Release --verbosity quiet -p:RunAnalyzers=false) >"$log" 2>&1; then
  echo "The build failed ($log): / Pembangunan gagal ($log):" >&2
  grep -E "error|Error" "$log" | sort -u | head -20 >&2 || tail -20 "$log" >&2
  exit 1
fi

database=sqlite
given=()
while [ $# -gt 0 ]; do
  case $1 in
    --database=*) database=${1#*=} ;;
    --database) database=${2:-}; shift ;;
    *) given+=("$1") ;;
  esac
  shift
done
set -- "${given[@]}"
case $database in
  sqlite | postgres) ;;
  *)
    echo "--database takes sqlite or postgres. / --database menerima sqlite atau postgres." >&2
    exit 2
    ;;
esac

case " $* " in
  *' --dir'*) ;;
  *) set -- --dir "$root/.demo" "$@" ;;
esac

# Started where the caller stands, so that the paths that it shows can be used there.
demo=("$root/clients/KpuSync.Cli/bin/Release/net10.0/kpusync" demo --server-program "$root/src/KpuSync.Server/bin/Release/net10.0/kpusync-server")
if [ "$database" = sqlite ]; then
  exec "${demo[@]}" "$@"
fi

cluster=$(mktemp -d)
trap '"$root/scripts/postgres.sh" stop "$cluster" >/dev/null 2>&1; rm -rf "$cluster"' EXIT
connection=$("$root/scripts/postgres.sh" start "$cluster")
"${demo[@]}" --connection "$connection" "$@"
