"""Pages of the first room."""

from __future__ import annotations

from flask import Blueprint, Response

from app.web.page import page

blueprint = Blueprint("home", __name__, template_folder="templates")


@blueprint.get("/")
def first_page() -> Response:
    """Ask what is happening in the visitor's life."""
    return page("home/first_page.html")
