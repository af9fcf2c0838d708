"""The portal of Voorbeeldstad, the municipality that does not exist, for tests of every kind of question."""

from __future__ import annotations

from pathlib import Path

from cryptography.fernet import Fernet
from flask import Flask

from app.config import Settings
from app.factory import create_app
from tests.people import DAY, VOORBEELDSTAD
from tests.wayfinder.visiting import NOW


def portal_of_voorbeeldstad(instance: Path) -> Flask:
    """Make the portal on the day and at the moment of all tests."""
    app = create_app(
        Settings(
            session_keys=("a key for tests only, long enough to sign",),
            answer_keys=(Fernet.generate_key().decode(),),
            content=VOORBEELDSTAD,
            municipality="voorbeeldstad",
            instance=instance,
        )
    )
    app.config.update(TESTING=True, TODAY=DAY, NOW=NOW, WTF_CSRF_ENABLED=False)
    return app
