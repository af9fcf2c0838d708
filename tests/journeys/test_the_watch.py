"""The journeys would notice what they are there to notice."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.journeys.looking import assert_accessible, assert_fits, translated

PAGE = """<!doctype html><html lang="nl" dir="ltr"><title>Proef</title>
<main><h1>Proef</h1><p>Twee woorden <bdi translate="no">WW</bdi></p>%s</main></html>"""


def _show(page: Page, base_url: str, extra: str) -> None:
    """Put a page of our making on an address of the portal."""
    page.route("**/proef", lambda route: route.fulfill(body=PAGE % extra, content_type="text/html"))
    page.goto(f"{base_url}/proef")


@pytest.mark.row("S3")
def test_an_image_from_another_host_is_caught(
    page: Page, base_url: str, faults_in_browser: list[str]
) -> None:
    _show(page, base_url, '<img src="http://buiten.example/stil.png" alt="">')
    page.wait_for_load_state("networkidle")
    assert faults_in_browser == ["asked another host: http://buiten.example/stil.png"]
    faults_in_browser.clear()


def test_a_script_error_is_caught(page: Page, base_url: str, faults_in_browser: list[str]) -> None:
    _show(page, base_url, "<script>window.absent.call()</script>")
    page.wait_for_timeout(200)
    assert "script error" in "\n".join(faults_in_browser)
    faults_in_browser.clear()


def test_a_field_without_a_label_is_caught(page: Page, base_url: str) -> None:
    _show(page, base_url, "")
    assert_accessible(page)
    _show(page, base_url, '<form action="/"><input name="dag"></form>')
    with pytest.raises(AssertionError, match="label"):
        assert_accessible(page)


def test_a_page_wider_than_the_screen_is_caught(page: Page, base_url: str) -> None:
    _show(page, base_url, "<pre>" + "wijd" * 200 + "</pre>")
    with pytest.raises(AssertionError, match="wider"):
        assert_fits(page)


def test_translation_changes_words_but_not_the_terms(page: Page, base_url: str) -> None:
    _show(page, base_url, "")
    assert translated(page) == 2
    assert page.inner_text("main").split() == ["feorP", "eewT", "nedroow", "WW"]


def test_a_visitor_without_script_has_none(any_page: Page, base_url: str, java_script: bool) -> None:
    _show(any_page, base_url, "<script>document.querySelector('h1').textContent = 'Anders'</script>")
    assert any_page.text_content("h1") == ("Anders" if java_script else "Proef")
