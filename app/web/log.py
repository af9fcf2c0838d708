"""Logging without people in it: what went wrong and where in our code, never what somebody typed."""

from __future__ import annotations

import logging
import traceback
from types import TracebackType

from flask import Flask, request

ExceptionInfo = tuple[type, BaseException, TracebackType | None] | tuple[None, None, None]
ROOT_MARK = "app/"


class QuietFlask(Flask):
    """A Flask that names the fault and the place, not the address, the values or the words of the error."""

    def log_exception(self, exc_info: ExceptionInfo) -> None:
        """Log the kind of an error and the lines of our code that led to it."""
        kind, _, trace = exc_info
        self.logger.error("%s in %s: %s", kind.__name__ if kind else "error", request.endpoint, place(trace))


def place(trace: TracebackType | None) -> str:
    """Return the lines of our own code in a traceback, outermost first."""
    frames = traceback.extract_tb(trace)
    ours = [frame for frame in frames if f"/{ROOT_MARK}" in frame.filename] or frames[-1:]
    return " > ".join(f"{frame.filename.rpartition('/' + ROOT_MARK)[2]}:{frame.lineno}" for frame in ours)


def install() -> None:
    """Write warnings and errors to the standard error stream, one line each."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s %(message)s")
