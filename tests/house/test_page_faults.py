"""The helper that looks at every page sees what is wrong with one."""

from __future__ import annotations

import pytest

from tests.page_faults import faults_of, finer_faults_of
from tests.reading import Page

GOOD = """<!doctype html>
<html lang="nl" dir="ltr"><head><title>Vraag</title><link rel="stylesheet" href="/static/a.css"></head>
<body><a href="#inhoud">Naar de inhoud</a><main id="inhoud"><h1>Wanneer stopt uw werk?</h1>
<form method="post" action="/nl/vraag" hx-post="/nl/vraag"><label for="dag">Dag</label>
<input id="dag" name="dag"><fieldset><legend>Waarom?</legend>
<label><input type="radio" name="waarom" value="einde" checked> Einde</label></fieldset>
<button type="submit">Verder</button></form></main></body></html>"""


def test_a_good_page_has_no_faults() -> None:
    assert faults_of(Page(GOOD)) == []


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("<!doctype html>", "", "expected-doctype"),
        ("</main>", "</div></main>", "end-tag-too-early"),
        ("<h1>", '<p><div>x</div></p><h1 id="inhoud">', "unexpected-end-tag"),
        ("<h1>", "<span><div>x</div></span><h1>", "block in <span>"),
        ("<h1>", "<ul><a href='/'>x</a></ul><h1>", "directly in <ul>"),
        ("<h1>", "<a href='/'><button type='button'>x</button></a><h1>", "within a link"),
        ('lang="nl"', "", "lang and dir"),
        ('dir="ltr"', 'dir="rtl"', "lang nl with dir rtl"),
        ("<title>Vraag</title>", "", "title"),
        ("<h1>", "<h1>Nog een</h1><h1>", "2 × h1"),
        ("</form>", "</form><h3>Te diep</h3>", "followed by h3"),
        ('id="dag"', 'id="inhoud"', "2 times"),
        ('for="dag"', 'for="dat"', "no id"),
        ('href="#inhoud"', 'href="#weg"', "link to no id"),
        ('<label for="dag">Dag</label>', "", "without a label"),
        ("<legend>Waarom?</legend>", "", "without a legend"),
        ('<button type="submit">', "<button>", "without a type"),
        ("<h1>", '<img src="/static/a.png"><h1>', "without alt"),
        ("<h1>", '<h1 style="color: red">', "inline style"),
        ("<h1>", "<script>1</script><h1>", "inline script"),
        ("<h1>", '<h1 onclick="x()">', "inline script"),
        ("<h1>", '<h1 hx-get="/nl/">', "does nothing without it"),
        ('hx-post="/nl/vraag"', 'hx-post="/nl/anders"', "another address"),
        ("/static/a.css", "https://elders.example/a.css", "another host"),
    ],
)
def test_a_fault_is_seen(right: str, wrong: str, said: str) -> None:
    assert right in GOOD
    assert said in "\n".join(faults_of(Page(GOOD.replace(right, wrong, 1))))


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("<h1>", "<dl><div><svg></svg><dt>a</dt><dd>b</dd></div></dl><h1>", "directly in <dl><div>"),
        ('value="einde"', 'value="einde" autocomplete="off"', "autocomplete"),
    ],
)
def test_a_finer_fault_is_seen(right: str, wrong: str, said: str) -> None:
    assert finer_faults_of(Page(GOOD)) == []
    assert said in "\n".join(finer_faults_of(Page(GOOD.replace(right, wrong, 1))))


def test_what_a_form_would_send_is_read_from_the_page() -> None:
    assert Page(GOOD).form_data() == {"dag": [""], "waarom": ["einde"]}
