#!/bin/sh
# Resolve requirements*.in into hashed lists that name no address: `make lock`, or `tools/lock.sh --upgrade`.
set -eu
cd "$(dirname "$0")/.."
compile() {
    .tools/bin/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header \
        --python-version 3.11 "$@"
}
compile requirements.in -o requirements.txt "$@"
compile -c requirements.txt requirements-dev.in -o requirements-dev.txt "$@"
compile requirements-tools.in -o requirements-tools.txt "$@"
