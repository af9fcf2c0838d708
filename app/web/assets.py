"""Addresses of our own files, with a mark of their content so that browsers keep them until they change."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from app.web.house import house


def asset(path: str) -> str:
    """Return the address of a file in static/."""
    settings = house().settings
    return f"/static/{path}" if settings.development else _marked(settings.static, path)


@cache
def _marked(folder: Path, path: str) -> str:
    file = folder / path
    mark = hashlib.sha256(file.read_bytes()).hexdigest()[:10] if file.exists() else "0"
    return f"/static/{path}?v={mark}"


def stylesheet() -> str:
    """Return the address of the one style sheet."""
    return f"/opmaak.css?v={_mark_of(house().stylesheet)}"


@cache
def _mark_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10]
