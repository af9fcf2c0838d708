"""Settings: what an installation may and may not start with."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.config import Settings, SettingsError


def at(base_url: str) -> Settings:
    return Settings(base_url=base_url, session_keys=("a",), answer_keys=("b",))


def test_make_run_needs_no_variable_and_makes_its_keys_once(tmp_path: Path) -> None:
    first = Settings.from_env({"INSTANCE": str(tmp_path)})
    second = Settings.from_env({"INSTANCE": str(tmp_path)})
    assert first.session_keys == second.session_keys
    assert first.answer_keys == second.answer_keys
    assert first.base_url == "http://localhost:8000"


def test_only_the_owner_can_read_the_keys(tmp_path: Path) -> None:
    Settings.from_env({"INSTANCE": str(tmp_path)})
    assert [path.stat().st_mode & 0o077 for path in tmp_path.iterdir()] == [0, 0]


def test_several_keys_can_stand_beside_each_other_for_rotation(tmp_path: Path) -> None:
    settings = Settings.from_env({"INSTANCE": str(tmp_path), "ANSWER_KEYS": "new, old"})
    assert settings.answer_keys == ("new", "old")


def test_an_address_on_the_net_must_be_https() -> None:
    with pytest.raises(SettingsError, match="https"):
        at("http://portaal.example")


def test_an_address_on_the_net_makes_no_keys_by_itself(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="SESSION_KEYS"):
        Settings.from_env({"BASE_URL": "https://portaal.example", "INSTANCE": str(tmp_path)})


def test_no_address_at_all_is_refused() -> None:
    with pytest.raises(SettingsError, match="BASE_URL"):
        at("portaal")


def test_cookies_are_bound_to_the_host_where_the_browser_can_check_it() -> None:
    assert at("https://portaal.example").cookie_name("sessie") == "__Host-sessie"
    assert at("http://localhost:8000").cookie_name("sessie") == "sessie"


def test_only_the_own_host_is_trusted() -> None:
    assert at("https://portaal.example").trusted_hosts == ("portaal.example",)
    assert "localhost" in at("http://localhost:8000").trusted_hosts
