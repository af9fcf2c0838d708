"""Off-switches and a notice on every page, without a release: instance/switches.yaml."""

from __future__ import annotations

import logging
from pathlib import Path

import msgspec

from app.content_file import ContentError, read_yaml

logger = logging.getLogger(__name__)


class Switches(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is switched off now, and what every page says on top."""

    notice: dict[str, str] = {}
    """The notice per language code; Dutch is shown where a language has none."""
    switched_off: frozenset[str] = frozenset()
    """Ids of routes and support items not offered for now; a bare `off` would be a yes/no word in YAML."""


class Switchboard:
    """Reads the file again whenever it has changed; a file with a mistake leaves things as they were."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: tuple[int, int] | None = None
        self._switches = Switches()

    def now(self) -> Switches:
        """Return the switches as they stand."""
        try:
            state = self._path.stat()
            seen = (state.st_mtime_ns, state.st_size)
        except OSError:
            self._seen, self._switches = None, Switches()
            return self._switches
        if seen != self._seen:
            self._seen = seen
            self._read()
        return self._switches

    def is_on(self, thing: str) -> bool:
        """Whether a route or support item is offered."""
        return thing not in self.now().switched_off

    def _read(self) -> None:
        try:
            self._switches = read_yaml(self._path).decode(Switches)
        except (ContentError, OSError) as error:
            # Not the words of the error: they may quote what an editor was typing.
            line = error.line if isinstance(error, ContentError) else 0
            logger.warning("switches.yaml is not used: mistake near line %d", line)
