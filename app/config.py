"""Settings of one installation: read from the environment once, then frozen."""

from __future__ import annotations

import os
import secrets
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec
from cryptography.fernet import Fernet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT = Path(__file__).resolve().parent.parent
LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")


class SettingsError(ValueError):
    """A setting with which the portal must not start; the words are for the administrator."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that differs from one installation to the next."""

    base_url: str = "http://localhost:8000"
    session_keys: tuple[str, ...]
    answer_keys: tuple[str, ...]
    municipality: str = "zwolle"
    development: bool = False
    languages: tuple[str, ...] = ()
    """Codes of the languages to serve; empty means: those that are launched."""
    pseudo_language: bool = False
    extra_hosts: tuple[str, ...] = ()
    content: Path = ROOT / "content"
    translations: Path = ROOT / "translations"
    static: Path = ROOT / "static"
    docs: Path = ROOT / "docs"
    instance: Path = ROOT / "instance"

    def __post_init__(self) -> None:
        """Refuse what would put answers on an open line or leave them unprotected."""
        address = urlsplit(self.base_url)
        if address.scheme not in {"http", "https"} or not address.hostname:
            raise SettingsError(f"BASE_URL is geen webadres: {self.base_url}")
        if address.scheme == "http" and not self.is_local:
            raise SettingsError("BASE_URL moet met https:// beginnen. Alleen localhost mag zonder.")
        if not self.session_keys or not self.answer_keys:
            raise SettingsError("Er is geen sleutel: vul SESSION_KEYS en ANSWER_KEYS.")

    @property
    def is_secure(self) -> bool:
        """Whether visitors reach the portal over https."""
        return self.base_url.startswith("https://")

    @property
    def is_local(self) -> bool:
        """Whether this runs on the machine of its only visitor."""
        return urlsplit(self.base_url).hostname in {"localhost", "127.0.0.1", "::1"}

    @property
    def trusted_hosts(self) -> tuple[str, ...]:
        """Host names that this installation answers to."""
        own = urlsplit(self.base_url).hostname or "localhost"
        return (*(LOCAL_HOSTS if self.is_local else (own,)), *self.extra_hosts)

    @property
    def municipality_folder(self) -> Path:
        """The folder with what is local: texts, theme, support and amounts of this municipality."""
        return self.content / "municipalities" / self.municipality

    def cookie_name(self, name: str) -> str:
        """Return the name of a cookie, bound to this host where the browser can check that."""
        return f"__Host-{name}" if self.is_secure else name

    @classmethod
    def from_env(cls, environ: Mapping[str, str] = os.environ) -> Settings:
        """Read the settings; on localhost missing keys are made once and kept in the instance folder."""
        base_url = environ.get("BASE_URL", "http://localhost:8000").rstrip("/")
        instance = Path(environ.get("INSTANCE", ROOT / "instance"))
        is_local = urlsplit(base_url).hostname in {"localhost", "127.0.0.1", "::1"}

        def keys(name: str, make: Callable[[], str]) -> tuple[str, ...]:
            given = environ.get(name, "")
            if given:
                return tuple(given.replace(",", " ").split())
            return kept_keys(instance / name.lower(), make if is_local else None)

        return cls(
            base_url=base_url,
            session_keys=keys("SESSION_KEYS", lambda: secrets.token_urlsafe(32)),
            answer_keys=keys("ANSWER_KEYS", lambda: Fernet.generate_key().decode()),
            municipality=environ.get("MUNICIPALITY", "zwolle"),
            development=environ.get("DEVELOPMENT", "") == "1",
            languages=tuple(environ.get("LANGUAGES", "").replace(",", " ").split()),
            extra_hosts=tuple(environ.get("TRUSTED_HOSTS", "").replace(",", " ").split()),
            instance=instance,
        )


def kept_keys(path: Path, make: Callable[[], str] | None) -> tuple[str, ...]:
    """Return the keys in a file, newest first; an absent file is made when that is allowed."""
    if not path.exists() and make is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_once(path, make() + "\n")
    return tuple(path.read_text("utf-8").split()) if path.exists() else ()


def _write_once(path: Path, text: str) -> None:
    """Make a file that only its owner reads, complete at once, unless another worker was first."""
    descriptor, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    try:
        os.link(name, path)
    except FileExistsError:
        pass
    finally:
        Path(name).unlink()
