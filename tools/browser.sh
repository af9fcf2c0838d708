#!/bin/sh
# Make sure there is a Chromium for the tests: the system's own, from its packages.
set -eu
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done

as_root=
if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then as_root="sudo -n"; else as_root=no; fi
fi
if [ "$as_root" = no ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "The tests need a browser: install the package 'chromium' first (on Debian, as root: apt-get install chromium)." >&2
    exit 2
fi

echo "Installing the package 'chromium' for the tests …"
log=$(mktemp)
if ! { $as_root apt-get update && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y --no-install-recommends chromium; } >"$log" 2>&1; then
    tail -n 5 "$log" >&2
    echo "The package 'chromium' could not be installed: install it by hand, then try again." >&2
    exit 2
fi
rm -f "$log"
