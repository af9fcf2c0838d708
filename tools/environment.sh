#!/bin/sh
# Make .venv hold what a hashed requirements file lists: tools/environment.sh requirements.txt
# uv does it in seconds; where uv cannot be had, pip does the same from the same file.
set -eu
cd "$(dirname "$0")/.."
requirements=$1

refuse() {
    echo "$1" >&2
    exit 2
}

python=
for candidate in "${PYTHON:-}" python3.14 python3.13 python3.12 python3.11 python3; do
    if [ -n "$candidate" ] && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$candidate
        break
    fi
done
[ -n "$python" ] || refuse "Python 3.11 or newer is missing: install it first (on Debian: apt-get install python3 python3-venv)."
"$python" -c 'import ensurepip, venv' 2>/dev/null ||
    refuse "Python's venv module is missing: install it first (on Debian: apt-get install python3-venv)."

# An environment that was moved, or whose Python has gone, is made anew.
.venv/bin/python -c '' 2>/dev/null || "$python" -m venv --clear --without-pip .venv

if ! .tools/bin/uv --version >/dev/null 2>&1; then
    { "$python" -m venv --clear .tools &&
        .tools/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-tools.txt
    } >/dev/null 2>&1 || true
fi
if ! .tools/bin/uv pip install --quiet --python .venv/bin/python --require-hashes -r "$requirements" 2>/dev/null; then
    echo "Installing with pip, because uv cannot be used here; this takes a little longer."
    .venv/bin/python -m ensurepip >/dev/null
    .venv/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r "$requirements"
fi
