"""Where “Terug” leads: up to the list that a visitor came from, never down or round in a circle."""

from urllib.parse import urlsplit


def came_from(referrer: str | None, host: str, above: tuple[str, ...]) -> str | None:
    """Return the page of this site that led here, if it lies above: its path begins like one of these."""
    address = urlsplit(referrer or "")
    return address.path if address.netloc == host and address.path.startswith(above) else None
