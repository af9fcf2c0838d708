"""A line of HTTP/1.1 to a server, kept open from one request to the next, as small as it can be.

The bench shares its two processors with the server that it measures: what it spends itself, the server lacks.
"""

from __future__ import annotations

import asyncio
import gzip
import re
from collections.abc import Iterable

import msgspec

COOKIE = re.compile(rb"(?im)^set-cookie:\s*([^=;\s]+)=([^;\r]*)")
LENGTH = re.compile(rb"(?im)^content-length:\s*(\d+)")
LOCATION = re.compile(rb"(?im)^location:\s*(\S+)")
GZIPPED = re.compile(rb"(?im)^content-encoding:\s*gzip")
TIMEOUT_SECONDS = 20


class Reply(msgspec.Struct, frozen=True):
    """What a server sent back."""

    status: int
    head: bytes
    body: bytes

    @property
    def content(self) -> bytes:
        """The body as a browser reads it."""
        return gzip.decompress(self.body) if GZIPPED.search(self.head) else self.body

    @property
    def location(self) -> str:
        """Where a redirect leads."""
        found = LOCATION.search(self.head)
        assert found is not None, "this answer leads nowhere"
        return found.group(1).decode()


def request_of(host: str, path: str, cookies: Iterable[str] = (), body: bytes | None = None) -> bytes:
    """Return the bytes of a request as a browser sends it."""
    lines = [
        f"{'GET' if body is None else 'POST'} {path} HTTP/1.1",
        f"Host: {host}",
        "User-Agent: bench",
        "Accept: text/html",
        "Accept-Encoding: gzip",
        "Accept-Language: nl-NL,nl;q=0.9",
    ]
    held = "; ".join(cookies)
    if held:
        lines.append(f"Cookie: {held}")
    if body is not None:
        lines += [
            f"Origin: http://{host}",
            "Content-Type: application/x-www-form-urlencoded",
            f"Content-Length: {len(body)}",
        ]
    return "\r\n".join((*lines, "", "")).encode() + (body or b"")


class Line:
    """One connection; it is opened again when the server has closed it."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, request: bytes) -> Reply:
        """Send a request and return the answer."""
        async with asyncio.timeout(TIMEOUT_SECONDS):
            if self._streams is None:
                self._streams = await asyncio.open_connection("127.0.0.1", self._port)
            reader, writer = self._streams
            try:
                writer.write(request)
                head = await reader.readuntil(b"\r\n\r\n")
                length = LENGTH.search(head)
                body = await reader.readexactly(int(length.group(1)) if length else 0)
            except (OSError, EOFError):
                self.close()
                raise
        return Reply(int(head[9:12]), head, body)

    def close(self) -> None:
        """Hang up."""
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None


def cookies_after(held: dict[bytes, bytes], reply: Reply) -> dict[bytes, bytes]:
    """Return the cookies of a browser after an answer."""
    return held | dict(COOKIE.findall(reply.head))
