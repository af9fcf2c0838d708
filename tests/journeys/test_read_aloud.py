"""“Lees voor” on the real pages: a recording, else a voice of the page's language, else no button."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from app.config import Settings
from app.web.say import recording_name
from tests.conftest import DAY
from tests.journeys.server import listening, served
from tests.journeys.walking import DISMISSED, answer_one, begin, switch, to_outcome, walk

BUTTON = "[data-read-aloud]"
VOICES = """(([early, late, held]) => {
  window.said = [];
  let voices = early.map(lang => ({ lang }));
  const speech = new EventTarget();
  let speaking = null;
  speech.getVoices = () => voices;
  speech.speak = one => {
    said.push([one.text, one.lang]);
    speaking = one;
    if (!held) setTimeout(() => one.onend(), 1);
  };
  speech.cancel = () => { said.push(['stopped', '']); speaking?.onerror?.(); };
  window.voicesArrive = () => {
    voices = late.map(lang => ({ lang }));
    speech.dispatchEvent(new Event('voiceschanged'));
  };
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  window.Audio = class {
    constructor(address) { this.address = address; }
    play() {
      said.push([this.address, 'recording']);
      if (!held) setTimeout(() => this.onended(), 1);
      return Promise.resolve();
    }
    pause() { said.push(['stopped', '']); }
  };
  Object.defineProperty(window, 'speechSynthesis', { value: speech, configurable: true });
})"""
Open = Callable[..., Page]


@pytest.fixture
def with_voices(new_context: Callable[..., BrowserContext]) -> Open:
    """Open a browser that has these voices, and others later."""

    def opened(*early: str, late: tuple[str, ...] = (), held: bool = False) -> Page:
        context = new_context()
        context.add_init_script(f"{VOICES}({msgspec.json.encode([early, late, held]).decode()})")
        return context.new_page()

    return opened


def said(page: Page) -> list[list[str]]:
    """What was read so far: words or address, and language."""
    found: list[list[str]] = page.evaluate("said")
    return found


@pytest.mark.row("L5")
@pytest.mark.parametrize(("language", "voice"), [("nl", "nl-NL"), ("ar", "ar-EG"), ("en", "en-GB")])
def test_every_page_of_the_way_is_read_in_its_own_language(
    with_voices: Open, language: str, voice: str
) -> None:
    page = with_voices("xx-XX", voice)
    begin(page, language)
    for path in (None, "controleer", "uitkomst", "hulp"):
        if path == "controleer":
            walk(page, DISMISSED)
        if path == "uitkomst":
            to_outcome(page)
        if path == "hulp":
            page.goto(f"/{language}/hulp/ww_uitkering")
        expect(page.locator(BUTTON)).to_have_count(1)
        page.evaluate("said.length = 0")
        page.locator(BUTTON).click()
        expect(page.locator(BUTTON)).to_have_attribute("aria-pressed", "false")
        words = [text for text, _ in said(page)]
        assert page.locator("h1").evaluate("one => one.childNodes[0].textContent.trim()")[:12] in words[0]
        assert len(words) >= 3, "only the heading is read"
        assert {spoken for _, spoken in said(page)} == {voice}
        assert not any("(dinsdag" in text or "(maandag" in text for text in words)


@pytest.mark.row("L5")
def test_a_question_is_read_with_its_hint_and_every_answer(with_voices: Open) -> None:
    page = with_voices("nl-NL")
    begin(page)
    walk(page, DISMISSED, until="einde_werk")
    page.locator(BUTTON).click()
    expect(page.locator(BUTTON)).to_have_attribute("aria-pressed", "false")
    words = [text for text, _ in said(page)]
    for label in page.locator("main .radio_card__text").all_inner_texts():
        assert label in words
    assert page.locator("#einde_werk-hint").inner_text() in words


@pytest.mark.row("L5")
@pytest.mark.parametrize("voices", [(), ("en-US", "fr-FR"), ("nlx-NL", "an-NL")])
def test_without_a_voice_of_the_language_there_is_no_button(
    with_voices: Open, voices: tuple[str, ...]
) -> None:
    page = with_voices(*voices, late=voices)
    begin(page)
    page.evaluate("voicesArrive()")
    expect(page.locator(BUTTON)).to_be_hidden()
    answer_one(page, DISMISSED)
    expect(page.locator(BUTTON)).to_be_hidden()


def test_without_a_script_there_is_no_button(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(java_script_enabled=False).new_page()
    begin(page)
    expect(page.locator(BUTTON)).to_be_hidden()


@pytest.mark.row("L5")
def test_voices_that_come_late_bring_the_button(with_voices: Open) -> None:
    page = with_voices(late=("ar-SA",))
    begin(page, "ar")
    expect(page.locator(BUTTON)).to_be_hidden()
    page.evaluate("voicesArrive()")
    expect(page.locator(BUTTON)).to_be_visible()
    switch(page, "nl")
    page.evaluate("voicesArrive()")
    expect(page.locator(BUTTON)).to_be_hidden()


@pytest.mark.row("L5")
def test_it_stops_on_a_second_press_and_on_going_on(with_voices: Open) -> None:
    page = with_voices("nl-NL", held=True)
    begin(page)
    button = page.locator(BUTTON)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    assert said(page)[-1] == ["stopped", ""]
    button.click()
    answer_one(page, DISMISSED)
    expect(page).to_have_url(re.compile("/vraag/mag_hier_werken"))
    assert said(page)[-1] == ["stopped", ""]
    expect(page.locator(BUTTON)).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".reading")).to_have_count(0)


@pytest.mark.row("L5")
def test_leaving_the_page_stops_it(with_voices: Open) -> None:
    page = with_voices("nl-NL", held=True)
    stopped: list[str] = []
    page.expose_function("heard", lambda word: stopped.append(word))  # noqa: PLW0108 - needs a name
    page.goto("/nl/hulp/ww_uitkering")
    page.evaluate("speechSynthesis.cancel = () => heard('stopped')")
    page.locator(BUTTON).click()
    page.goto("/nl/contact")
    assert stopped == ["stopped"]


@pytest.mark.row("L5", "L10")
def test_the_button_is_one_stop_for_the_keyboard_with_one_name(with_voices: Open) -> None:
    page = with_voices("nl-NL", held=True)
    begin(page)
    button = page.locator(BUTTON)
    names = []
    for _ in range(2):
        names.append(button.inner_text().strip())
        button.focus()
        page.keyboard.press("Enter")
    assert names == ["Lees voor", "Stop met voorlezen"]
    assert button.evaluate("one => one.querySelectorAll('a, button, [tabindex]').length") == 0


@pytest.fixture
def recorded(settings: Settings, tmp_path: Path) -> Iterator[str]:
    """A portal with one recording: the heading of the first question, in Arabic."""
    from app.factory import create_app  # noqa: PLC0415 - as in tests/conftest.py

    content = tmp_path / "content"
    shutil.copytree(settings.content, content)
    name = recording_name("Woont u in de gemeente {gemeente}?")
    (content / "audio" / "ar").mkdir(parents=True)
    (content / "audio" / "ar" / f"{name}.opus").write_bytes(b"OggS")
    with listening() as (door, address):
        app = create_app(msgspec.structs.replace(settings, base_url=address, content=content))
        app.config["TODAY"] = DAY
        with served(app, door):
            yield address


@pytest.mark.row("L5")
def test_a_recording_is_played_and_the_rest_is_left_to_a_voice(
    with_voices: Open, recorded: str, faults_in_browser: list[str]
) -> None:
    page = with_voices("ar-SA")
    page.goto(f"{recorded}/ar/route/baan_kwijt/vraag/woont_in_gemeente")
    page.locator(BUTTON).click()
    expect(page.locator(BUTTON)).to_have_attribute("aria-pressed", "false")
    (address, kind), *others = said(page)
    assert kind == "recording"
    assert {spoken for _, spoken in others} == {"ar-SA"}
    answer = page.request.get(f"{recorded}{address}")
    assert (answer.status, answer.headers["content-type"]) == (200, "audio/ogg")
    faults_in_browser.clear()  # this portal has another address than the one that the watch knows


@pytest.mark.row("L5")
def test_a_recording_is_enough_without_any_voice_and_only_in_its_language(
    with_voices: Open, recorded: str, faults_in_browser: list[str]
) -> None:
    page = with_voices()
    page.goto(f"{recorded}/ar/route/baan_kwijt/vraag/woont_in_gemeente")
    expect(page.locator(BUTTON)).to_be_visible()
    page.goto(f"{recorded}/nl/route/baan_kwijt/vraag/woont_in_gemeente")
    expect(page.locator(BUTTON)).to_be_hidden()
    faults_in_browser.clear()  # as above
