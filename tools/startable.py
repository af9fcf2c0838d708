"""Say in words what keeps the portal from starting, with exit status 2: wrong content or a wrong setting."""

from __future__ import annotations

import sys

from app.content_file import ContentError
from app.factory import create_app


def main() -> int:
    """Make the application once, as each worker will."""
    try:
        create_app()
    except (ContentError, OSError, ValueError) as error:  # settings, contrast and the like are ValueErrors
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
