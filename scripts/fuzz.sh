#!/usr/bin/env bash
# Starts a server with sample work and sends it what the API's own description allows, and what it does not. No answer
# may be a fault of the server or one that is not described. Arguments go to Schemathesis, e.g. --max-examples 200.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

version=4.32.5
tools="${XDG_CACHE_HOME:-$HOME/.cache}/signalbox/schemathesis-$version"
token=opapi-fuzz-0123456789abcdef0123456789abcdef

if [ ! -x "$tools/bin/schemathesis" ]; then
    echo "Installing Schemathesis $version, once ..." >&2
    rm -rf "$tools"
    if ! python3 -m venv "$tools" || ! "$tools/bin/pip" install -q "schemathesis==$version"; then
        rm -rf "$tools"
        echo "The fuzz run needs Python 3.10 or newer with venv and pip (Debian: apt-get install python3-venv)." >&2
        exit 1
    fi
fi

data=$(mktemp -d)
port=$("$tools/bin/python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
SIGNALBOX_BOOTSTRAP_ADMIN_TOKEN=$token ./run --demo --server.port="$port" --signalbox.data-dir="$data/data" >"$data/server.log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null || true; wait $server 2>/dev/null || true; rm -rf "$data"' EXIT
until curl -sf "http://127.0.0.1:$port/health/ready" >/dev/null; do
    kill -0 $server 2>/dev/null || { cat "$data/server.log" >&2; exit 1; }
    sleep 1
done

# Tokens stay as they are: revoking the one in use would end the run.
"$tools/bin/schemathesis" run "http://127.0.0.1:$port/api/v3/spec.json" \
    --header "Authorization: Bearer $token" \
    --checks not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance \
    --phases examples,coverage,fuzzing --max-examples 15 --seed 1 --no-shrink --continue-on-failure \
    --exclude-path-regex api_tokens --report-dir "$data/report" "$@"
