"""The portal on a free port of this machine, for tests that need a browser."""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from werkzeug.serving import make_server


@contextmanager
def listening() -> Iterator[tuple[socket.socket, str]]:
    """Open a door on a free port: the socket and the address, known before the app is made."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen(128)
        yield door, f"http://localhost:{door.getsockname()[1]}"


@contextmanager
def served(app: Flask, door: socket.socket) -> Iterator[None]:
    """Serve the app through this door until the block ends."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    host, port = door.getsockname()[:2]
    server = make_server(host, port, app, threaded=True, fd=door.fileno())
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join(timeout=5)
        server.server_close()
