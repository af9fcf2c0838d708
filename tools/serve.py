"""Serve the portal on this machine until Ctrl-C: `tools/serve.py 8000`."""

from __future__ import annotations

import signal
import socket
import sys
from subprocess import Popen, run

GRANIAN = [".venv/bin/granian", "--interface", "wsgi", "--http", "1", "--no-ws", "--host", "127.0.0.1"]
WORKERS = [
    "--workers",
    "2",
    "--blocking-threads",
    "2",
    "--respawn-failed-workers",
    "--workers-kill-timeout",
    "5",
]


def main(port: str) -> int:
    """Serve until told to stop; 2 when the portal cannot start or another program has the port."""
    refused = run([sys.executable, "-m", "tools.startable"], check=False).returncode
    if refused:
        return refused
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind(("127.0.0.1", int(port)))
        except OSError:
            print(
                f"Port {port} is taken by another program: stop it, or use `make run PORT=…`.",
                file=sys.stderr,
            )
            return 2
    print(f"The portal is on http://localhost:{port} (stop with Ctrl-C).", flush=True)
    # A session of its own: Ctrl-C would reach its workers too, and one of them then waits for the other.
    server = Popen(
        [*GRANIAN, *WORKERS, "--port", port, "--log-level", "warning", "--factory", "app.factory:create_app"],
        start_new_session=True,
    )
    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sign, lambda *_: server.terminate())
    return server.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
