"""The page without an amount: what is not covered with who can help, or what is still needed."""

from flask import Response

from app.calculator.result import Stopped
from app.calculator.room import room
from app.calculator.shown import known_lines
from app.facts.cookie import facts
from app.web.page import page


def stopped_page(stopped: Stopped) -> Response:
    """Show why there is no amount; every answer can be changed from here."""
    return page(
        "calculator/stopped.html",
        stopped=stopped,
        refusals=[room().refusals[each] for each in stopped.refusals],
        needed=[facts()[each] for each in stopped.needed],
        known=known_lines(),
    )
