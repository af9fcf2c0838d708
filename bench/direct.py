"""Asks the application for pages without a server between: for the time on the processor, and for weights."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

import msgspec
from flask import Flask

BROWSER = {
    "SERVER_NAME": "localhost",
    "SERVER_PORT": "8000",
    "SERVER_PROTOCOL": "HTTP/1.1",
    "HTTP_HOST": "localhost:8000",
    "HTTP_USER_AGENT": "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36",
    "HTTP_ACCEPT": "text/html,application/xhtml+xml",
    "HTTP_ACCEPT_ENCODING": "gzip, deflate, br",
    "HTTP_ACCEPT_LANGUAGE": "nl-NL,nl;q=0.9,en;q=0.8",
    "wsgi.version": (1, 0),
    "wsgi.url_scheme": "http",
    "wsgi.multithread": True,
    "wsgi.multiprocess": True,
    "wsgi.run_once": False,
    "SCRIPT_NAME": "",
    "REMOTE_ADDR": "127.0.0.1",
}


class Answer(msgspec.Struct, frozen=True):
    """What came back: the status, the headers, and the body as it would go over the line."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def content(self) -> bytes:
        """The body as a browser reads it."""
        return gzip.decompress(self.body) if ("Content-Encoding", "gzip") in self.headers else self.body

    @property
    def cookies(self) -> tuple[str, ...]:
        """Every cookie that the answer sets, as name=value."""
        return tuple(value.partition(";")[0] for name, value in self.headers if name.lower() == "set-cookie")


def environ_of(path: str, cookies: Iterable[str] = (), body: bytes | None = None) -> WSGIEnvironment:
    """Return a request as a server hands it to the application."""
    bare, _, query = path.partition("?")
    environ: dict[str, Any] = BROWSER | {
        "REQUEST_METHOD": "GET" if body is None else "POST",
        "PATH_INFO": bare,
        "QUERY_STRING": query,
        "RAW_URI": path,
        "HTTP_COOKIE": "; ".join(cookies),
        "wsgi.errors": io.StringIO(),
        "wsgi.input": io.BytesIO(body or b""),
    }
    if body is not None:
        environ |= {"CONTENT_TYPE": "application/x-www-form-urlencoded", "CONTENT_LENGTH": str(len(body))}
    return environ


def ask(app: Flask, path: str, cookies: Iterable[str] = (), body: bytes | None = None) -> Answer:
    """Return the answer of the application to one request."""
    return answered(app, environ_of(path, cookies, body))


def answered(app: Flask, environ: WSGIEnvironment) -> Answer:
    """Return the answer of the application to a request that was made ready."""
    begun: list[tuple[str, list[tuple[str, str]]]] = []

    def start(status: str, headers: list[tuple[str, str]], _exc_info: object = None) -> Any:
        begun.append((status, headers))

    starter: StartResponse = start
    parts = app.wsgi_app(environ, starter)
    body = b"".join(parts)
    close = getattr(parts, "close", None)
    if close is not None:
        close()
    status, headers = begun[-1]
    return Answer(int(status[:3]), tuple(headers), body)
