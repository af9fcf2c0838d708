"""What can be wrong with a page: each rule returns its faults in words."""

from __future__ import annotations

import itertools
from collections import Counter
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from tests.reading import NOT_A_FIELD, Page

RIGHT_TO_LEFT = {"ar", "fa", "ps", "ckb", "ur", "prs", "fa-AF"}
REFERENCES = (
    "for",
    "form",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-details",
    "aria-errormessage",
)
LOADS = {
    "script": "src",
    "img": "src",
    "link": "href",
    "source": "src",
    "audio": "src",
    "video": "src",
    "iframe": "src",
}
PHRASING_ONLY = {
    "abbr", "b", "bdi", "bdo", "button", "code", "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6", "i", "label",
    "legend", "option", "p", "small", "span", "strong", "summary", "time",
}  # fmt: skip
"""Elements in which only words and small marks may stand (dt, legend and summary: nearly so)."""
BLOCKS = {
    "address", "article", "aside", "blockquote", "details", "dialog", "div", "dl", "fieldset", "footer",
    "form", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "ul",
}  # fmt: skip
HEADING_HOLDERS = {"legend", "summary"}
INTERACTIVE = {"a", "button", "details", "input", "label", "select", "textarea"}
CHILDREN = {
    "ul": {"li", "script", "template"},
    "ol": {"li", "script", "template"},
    "dl": {"dt", "dd", "div"},
    "select": {"option", "optgroup", "hr"},
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot"},
}


def faults_of(page: Page) -> list[str]:
    """Return everything that is wrong with a page, in words."""
    rules = (_nesting, _ids, _fields, _inline, _htmx, _elsewhere, *((_document,) if page.whole else ()))
    return [*page.parse_errors, *(fault for rule in rules for fault in rule(page))]


def finer_faults_of(page: Page) -> list[str]:
    """Return what the Nu validator minds and no browser does; the crawl over all pages asks this too."""
    faults = [
        f"autocomplete where there is nothing to complete: {_shown(field)}"
        for field in page.all("input")
        if field.get("type") in {"radio", "checkbox"} and field.get("autocomplete") is not None
    ]
    for element in page.elements():
        around = [holder.tag for holder in page.ancestors(element)]
        if around[:2] == ["div", "dl"] and element.tag not in {"dt", "dd"}:
            faults.append(f"<{element.tag}> may not stand directly in <dl><div>: {_shown(element)}")
    return faults


def _shown(element: Element) -> str:
    attributes = " ".join(f'{name}="{value}"' for name, value in element.attrib.items())
    return f"<{element.tag} {attributes}>"[:160]


def _document(page: Page) -> list[str]:
    faults = []
    html = page.root if page.root.tag == "html" else page.one("html")
    language, direction = html.get("lang", ""), html.get("dir")
    expected = "rtl" if language in RIGHT_TO_LEFT else "ltr"
    if not language or direction not in {"ltr", "rtl"}:
        faults.append(f"html needs lang and dir: {_shown(html)}")
    elif direction != expected and "⟦" not in page.html:
        faults.append(f"html has lang {language} with dir {direction}")
    if len(page.all("h1")) != 1:
        faults.append(f"{len(page.all('h1'))} × h1")
    if len(page.all("main")) != 1:
        faults.append(f"{len(page.all('main'))} × main")
    titles = [page.text(title) for title in page.all("title")]  # one within a drawing has another name
    if len(titles) != 1 or not titles[0]:
        faults.append(f"the page needs one title, it has {titles}")
    levels = [
        int(element.tag[1])
        for element in page.elements()
        if element.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}
    ]
    faults += [
        f"h{above} is followed by h{below}"
        for above, below in itertools.pairwise(levels)
        if below > above + 1
    ]
    return faults


def _nesting(page: Page) -> list[str]:
    """What stands in what may not hold it: the parser lets these through."""
    faults = []
    for element in page.elements():
        around = [holder.tag for holder in page.ancestors(element)]
        holder = next((tag for tag in around if tag in PHRASING_ONLY), None)
        if element.tag in BLOCKS and holder is not None:
            faults.append(f"block in <{holder}>: {_shown(element)}")
        if element.tag in {"h1", "h2", "h3", "h4"} and holder is not None and holder not in HEADING_HOLDERS:
            faults.append(f"heading in <{holder}>: {_shown(element)}")
        if element.tag in INTERACTIVE - {"label"} and {"a", "button"} & set(around):
            faults.append(f"something to press within a link or button: {_shown(element)}")
        allowed = CHILDREN.get(around[0]) if around else None
        if allowed is not None and element.tag not in allowed:
            faults.append(f"<{element.tag}> may not stand directly in <{around[0]}>: {_shown(element)}")
    return faults


def _ids(page: Page) -> list[str]:
    ids = Counter(element.get("id") for element in page.elements() if element.get("id") is not None)
    faults = [f"id {identity!r} stands {count} times" for identity, count in ids.items() if count > 1]
    if not page.whole:
        return faults  # what a fragment points at may stand on the page around it
    for element in page.elements():
        for name in REFERENCES:
            faults += [
                f"{name} points at no id: {_shown(element)}"
                for target in element.get(name, "").split()
                if target not in ids
            ]
        href = element.get("href", "")
        if element.tag == "a" and href.startswith("#") and href != "#" and href[1:] not in ids:
            faults.append(f"link to no id: {_shown(element)}")
    return faults


def _fields(page: Page) -> list[str]:
    faults = []
    labelled = {label.get("for") for label in page.all("label")}
    for field in page.elements():
        if field.tag == "button" and field.get("type") is None:
            faults.append(f"button without a type: {_shown(field)}")
        if field.tag not in {"input", "select", "textarea"} or field.get("type") in NOT_A_FIELD:
            continue
        around = {element.tag for element in page.ancestors(field)}
        named = (
            "label" in around
            or field.get("id") in labelled
            or field.get("aria-labelledby")
            or field.get("aria-label")
        )
        if not named or (field.get("id") is None and "label" not in around):
            faults.append(f"field without a label: {_shown(field)}")
        if field.get("type") == "radio" and "fieldset" not in around and page.whole:
            faults.append(f"radio outside a fieldset: {_shown(field)}")
    faults += [
        f"fieldset without a legend: {_shown(f)}" for f in page.all("fieldset") if f.find("legend") is None
    ]
    return faults + [
        f"image without alt: {_shown(image)}" for image in page.all("img") if image.get("alt") is None
    ]


def _inline(page: Page) -> list[str]:
    faults = [
        f"inline style: {_shown(e)}"
        for e in page.elements()
        if e.tag == "style" or e.get("style") is not None
    ]
    faults += [
        f"inline script: {_shown(script)}" for script in page.all("script") if script.get("src") is None
    ]
    for element in page.elements():
        if any(name.startswith("on") for name in element.attrib) or element.get("href", "").startswith(
            "javascript:"
        ):
            faults.append(f"inline script: {_shown(element)}")
    return faults


def _htmx(page: Page) -> list[str]:
    """An enhanced element must do the same without htmx: a form, a link, or a button of a form.

    Two attributes do nothing by themselves: `hx-preserve`, and in a fragment `hx-swap-oob`.
    """
    faults = []
    idle = {"hx-preserve"} if page.whole else {"hx-preserve", "hx-swap-oob"}
    for element in page.elements():
        enhanced = {name for name in element.attrib if name.startswith(("hx-", "data-hx-"))} - idle
        if not enhanced:
            continue
        in_form = element.get("form") is not None or "form" in {
            around.tag for around in page.ancestors(element)
        }
        works = (
            element.tag == "form"
            or (element.tag == "a" and element.get("href") is not None)
            or (element.tag in {"button", "input", "select"} and in_form)
        )
        if not works:
            faults.append(f"{sorted(enhanced)} on what does nothing without it: {_shown(element)}")
        faults += _same_address(element)
    return faults


def _same_address(element: Element) -> list[str]:
    plain = element.get("href") if element.tag == "a" else element.get("action") or element.get("formaction")
    asked = {name: element.get(name) for name in ("hx-get", "hx-post") if element.get(name)}
    return [
        f"{name} asks another address than the page does without it: {_shown(element)}"
        for name, address in asked.items()
        if plain is not None and urlsplit(address or "").path != urlsplit(plain).path
    ]


def _elsewhere(page: Page) -> list[str]:
    faults = []
    for element in page.elements():
        address = element.get(LOADS.get(element.tag, ""), "")
        if element.tag == "link" and element.get("rel") in {"canonical", "alternate"}:
            continue  # names an address, loads nothing
        if urlsplit(address).netloc:
            faults.append(f"loads from another host: {_shown(element)}")
    return faults
