"""Reading our own pages as a careful browser would: `page_of(response)` fails on what is wrong with a page.

What it asks of every page: valid HTML by a real parser, one h1, a title, lang and dir, no id twice, no
reference to an id that is absent, a label for each field, no inline style or script, nothing from another
host, and htmx only on what works without it.
"""

from __future__ import annotations

from werkzeug.test import TestResponse

from tests.page_faults import faults_of
from tests.reading import Page


def page_of(response: TestResponse, status: int | None = 200) -> Page:
    """Return the page of a response; fails on a wrong status (None: any) and on anything wrong in it."""
    return _sound(response, status, whole=True)


def fragment_of(response: TestResponse, status: int | None = 200) -> Page:
    """Return the fragment of a response to htmx, held to the same as a page."""
    return _sound(response, status, whole=False)


def _sound(response: TestResponse, status: int | None, *, whole: bool) -> Page:
    where = response.request.path
    assert status is None or response.status_code == status, f"{response.status} at {where}"
    page = Page(response.get_data(as_text=True), whole=whole)
    faults = faults_of(page)
    assert not faults, f"{where}:\n" + "\n".join(f"  - {fault}" for fault in faults)
    return page
