"""One thing that an editor should mend, and where it stands."""

from pathlib import Path

import msgspec

from app.content_file import ContentError


class Finding(msgspec.Struct, frozen=True, order=True):
    """What is wrong in a content file, in words for editors; a remark is advice and stops nothing."""

    path: Path
    line: int
    words: str
    is_remark: bool = False

    def __str__(self) -> str:
        return str(ContentError(self.path, self.line, self.words))


def found_in(error: ContentError) -> Finding:
    """Return what the reader of a file tripped over."""
    return Finding(error.path, error.line, error.words)
