"""Our own scripts in a browser, each on a small page: reading aloud, the menu, a lost line, a slow one."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

JS = Path(__file__).parents[2] / "static" / "js"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.journey

PAGE = """<!doctype html><html lang="{language}"><title>Proef</title><body>
<details data-menu><summary>Taal</summary><a href="#x">English</a></details>
<main><h1 data-read>Waarom stopt uw werk?<span class="said__nl" lang="nl">Nederlands</span></h1>
<p data-read hidden>Niet te zien.</p>
<label><input type="radio" name="a" value="b"> <span data-read>Mijn contract loopt af</span></label>
<div data-read-all><p>Een.</p><ul><li>Twee.</li></ul></div>
{more}
<button type="button" data-read-aloud aria-pressed="false" hidden>Lees voor</button>
<form action="/nergens" method="post"><input name="t" value="getypt"><button>Verder</button></form>
<div id="geen-verbinding" role="alert" tabindex="-1" data-busy="Even geduld" hidden>Geen verbinding</div>
</main></body></html>"""

VOICES = """(() => {{
  window.said = []; window.held = {held}; let voices = {early};
  class Utterance {{ constructor(text) {{ this.text = text; }} }}
  window.SpeechSynthesisUtterance = Utterance;
  const speech = new EventTarget();
  speech.getVoices = () => voices;
  speech.speak = (one) => {{ said.push([one.text, one.lang]); if (!held) setTimeout(() => one.onend(), 1); }};
  speech.cancel = () => {{ said.push(["gestopt", ""]); }};
  window.load = () => {{ voices = {late}; speech.dispatchEvent(new Event("voiceschanged")); }};
  Object.defineProperty(window, "speechSynthesis", {{ value: speech, configurable: true }});
}})()"""
DUTCH = '[{lang: "en-US"}, {lang: "nl_NL"}]'
NOT_DUTCH = '[{lang: "en-US"}]'


@pytest.fixture(scope="module")
def own_browser(playwright: Playwright) -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.exit("The journeys need the package 'chromium'; `make test` installs it.", returncode=2)
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
    yield browser
    browser.close()


@pytest.fixture
def tab(own_browser: Browser) -> Iterator[Page]:
    context = own_browser.new_context()
    yield context.new_page()
    context.close()


def opened(
    tab: Page,
    *,
    early: str = "[]",
    late: str = "[]",
    language: str = "nl",
    more: str = "",
    held: str = "false",
) -> Page:
    tab.add_init_script(VOICES.format(early=early, late=late, held=held))
    html = PAGE.format(language=language, more=more)
    tab.route(
        "http://portaal.test/",
        lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"),
    )
    tab.goto("http://portaal.test/")
    for script in ("portal.js", "read-aloud.js"):
        tab.add_script_tag(path=JS / script)
    return tab


def said(tab: Page) -> list[str]:
    return [text for text, _ in tab.evaluate("said")]


@pytest.mark.row("L5")
def test_without_a_voice_for_the_language_there_is_no_button(tab: Page) -> None:
    opened(tab, early=NOT_DUTCH, late=NOT_DUTCH)
    tab.evaluate("load()")
    expect(tab.locator("[data-read-aloud]")).to_be_hidden()


@pytest.mark.row("L5")
def test_voices_may_load_late(tab: Page) -> None:
    opened(tab, early="[]", late=DUTCH)
    expect(tab.locator("[data-read-aloud]")).to_be_hidden()
    tab.evaluate("load()")
    expect(tab.locator("[data-read-aloud]")).to_be_visible()


@pytest.mark.row("L5")
def test_it_reads_what_can_be_seen_in_order_in_the_language_of_the_page(tab: Page) -> None:
    opened(tab, early=DUTCH)
    tab.click("[data-read-aloud]")
    expect(tab.locator("[data-read-aloud]")).to_have_attribute("aria-pressed", "false")
    assert said(tab) == ["Waarom stopt uw werk?", "Mijn contract loopt af", "Een.", "Twee."]
    assert {language for _, language in tab.evaluate("said")} == {"nl_NL"}


@pytest.mark.row("L5")
def test_it_reads_the_words_that_a_translator_put_there(tab: Page) -> None:
    opened(tab, early=DUTCH)
    tab.evaluate("document.querySelector('li').innerHTML = '<font><font>Drie.</font></font>'")
    tab.click("[data-read-aloud]")
    expect(tab.locator("[data-read-aloud]")).to_have_attribute("aria-pressed", "false")
    assert said(tab)[-1] == "Drie."


@pytest.mark.row("L5")
def test_a_second_press_and_leaving_the_page_stop_it(tab: Page) -> None:
    opened(tab, early=DUTCH, held="true")
    button = tab.locator("[data-read-aloud]")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    assert said(tab) == ["Waarom stopt uw werk?", "gestopt"]
    button.click()
    tab.evaluate("dispatchEvent(new Event('pagehide'))")
    assert said(tab)[-1] == "gestopt"


@pytest.mark.row("L5")
def test_a_recording_is_enough_for_a_button(tab: Page) -> None:
    tab.route("**/een.opus", lambda route: route.abort())
    opened(tab, more='<p data-read><span data-audio="/een.opus">Opgenomen.</span></p>')
    expect(tab.locator("[data-read-aloud]")).to_be_visible()
    with tab.expect_request("**/een.opus"):
        tab.click("[data-read-aloud]")
    expect(tab.locator("[data-read-aloud]")).to_have_attribute("aria-pressed", "false")
    assert said(tab) == []


def test_the_menu_closes_on_escape_and_gives_the_focus_back(tab: Page) -> None:
    opened(tab)
    tab.click("summary")
    tab.keyboard.press("Escape")
    assert not tab.evaluate("document.querySelector('details').open")
    expect(tab.locator("summary")).to_be_focused()
    tab.click("summary")
    tab.click("h1")
    assert not tab.evaluate("document.querySelector('details').open")


def test_without_a_line_nothing_is_sent_and_what_was_typed_stays(tab: Page) -> None:
    opened(tab)
    tab.fill("[name=t]", "mijn antwoord")
    tab.context.set_offline(True)
    tab.click("form button")
    expect(tab.locator("#geen-verbinding")).to_be_focused()
    expect(tab.locator("[name=t]")).to_have_value("mijn antwoord")
    tab.context.set_offline(False)
    expect(tab.locator("#geen-verbinding")).to_be_hidden()


def test_a_slow_line_says_so_and_a_second_tap_sends_nothing(tab: Page) -> None:
    opened(tab)
    tab.evaluate(
        "window.sent = 0;"
        "document.querySelector('form').addEventListener('submit', (e) => { e.preventDefault(); sent += 1; })"
    )
    button = tab.locator("form button")
    button.click()
    expect(button).to_have_attribute("aria-disabled", "true")
    expect(button).to_contain_text("Even geduld")
    button.dispatch_event("click")
    assert tab.evaluate("sent") == 1
    tab.evaluate("dispatchEvent(new Event('pageshow'))")
    expect(button).to_have_text("Verder")
