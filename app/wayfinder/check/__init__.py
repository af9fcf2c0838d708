"""The full check of what editors write: every finding with its file, its line and plain Dutch words.

Starting up checks structure only; this looks at facts, catalogue and routes together, and may use all three.
"""

from app.wayfinder.check.finding import Finding
from app.wayfinder.check.inspection import findings, remarks, structure

__all__ = ["Finding", "findings", "remarks", "structure"]
