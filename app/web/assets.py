"""Addresses of our own files, with a mark of their content so that browsers keep them until they change."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from app.web.house import house


def asset(path: str) -> str:
    """Return the address of a file in static/."""
    if house().settings.development:
        return f"/static/{path}"
    return f"/static/{path}?v={_mark(house().settings.static / path)}"


@cache
def _mark(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:10] if file.exists() else "0"


def stylesheet() -> str:
    """Return the address of the one style sheet."""
    return f"/opmaak.css?v={_mark_of(house().stylesheet)}"


@cache
def _mark_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10]
