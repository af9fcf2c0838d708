"""A page of ours, parsed by a real HTML parser, with the questions that tests ask of it."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib

NOT_A_FIELD = {"hidden", "submit", "button", "reset", "image"}


class Page:
    """A page or a fragment, parsed, with what is wrong with it."""

    def __init__(self, html: str, *, whole: bool = True) -> None:
        """Parse the text; a fragment is read as the contents of a div."""
        self.html = html
        self.whole = whole
        parser = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
        self.root: Element = parser.parse(html) if whole else parser.parseFragment(html)
        lines = html.splitlines() or [""]
        self.parse_errors = [
            f"line {line}: {code} {data or ''} in: {lines[min(line, len(lines)) - 1].strip()[:120]}"
            for (line, _column), code, data in parser.errors
        ]
        self.parents = {child: parent for parent in self.root.iter() for child in parent}

    def all(self, tag: str = "*", **attributes: str) -> list[Element]:
        """The elements with this tag and these attributes; `class_` and `for_` stand for class and for."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [
            element
            for element in self.elements()
            if (tag in {"*", element.tag})
            and all(_matches(element, name, value) for name, value in wanted.items())
        ]

    def one(self, tag: str = "*", **attributes: str) -> Element:
        """The only element with this tag and these attributes."""
        found = self.all(tag, **attributes)
        assert len(found) == 1, f"{len(found)} × <{tag}> {attributes}"
        return found[0]

    def elements(self) -> Iterator[Element]:
        """Every element in order; comments are left out."""
        return (element for element in self.root.iter() if isinstance(element.tag, str))

    def ancestors(self, element: Element) -> Iterator[Element]:
        """The elements around this one, innermost first."""
        while element in self.parents:
            element = self.parents[element]
            yield element

    def text(self, element: Element | None = None) -> str:
        """The words of an element, or of the whole page, with single spaces."""
        return " ".join("".join(self.root.itertext() if element is None else element.itertext()).split())

    @property
    def h1(self) -> str:
        """The words of the page's heading."""
        return self.text(self.one("h1"))

    @property
    def title(self) -> str:
        """The words of the page's title."""
        return self.text(self.one("title"))

    def form_data(self, form: Element | None = None) -> dict[str, list[str]]:
        """What a browser would send for a form as it stands, buttons left out."""
        form = form if form is not None else self.one("form")
        data: dict[str, list[str]] = {}
        for field in form.iter():
            name, kind = field.get("name"), field.get("type", "text")
            if (
                name is None
                or field.tag not in {"input", "select", "textarea"}
                or kind in NOT_A_FIELD - {"hidden"}
            ):
                continue
            if kind in {"radio", "checkbox"} and field.get("checked") is None:
                continue
            data.setdefault(name, []).extend(_values(field))
        return data


def _matches(element: Element, name: str, value: str) -> bool:
    if name == "class":
        return set(value.split()) <= set(element.get("class", "").split())
    return element.get(name) == value


def _values(field: Element) -> list[str]:
    if field.tag == "textarea":
        return ["".join(field.itertext()).removeprefix("\n")]
    if field.tag == "select":
        options = list(field.iter("option"))
        chosen = [option for option in options if option.get("selected") is not None] or options[:1]
        return [option.get("value", "".join(option.itertext())) for option in chosen]
    return [field.get("value", "on" if field.get("type") in {"radio", "checkbox"} else "")]
