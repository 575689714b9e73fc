from html.parser import HTMLParser

import pytest
from hypothesis import given

from argmap.render.characters import legal
from argmap.render.html.elements import Markup, element, lines, text
from tests.maps import texts


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.found.append(data)


@given(texts, texts)
def test_text_and_attributes_come_back_as_they_were(content: str, value: str) -> None:
    reader = _Reader()
    reader.feed(element("p", {"title": value}, content, "."))
    reader.close()
    start, *data = reader.found
    assert start == ("p", [("title", legal(value))])
    assert "".join(map(str, data)) == legal(content) + "."


def test_markup_is_not_escaped_twice() -> None:
    assert element("p", {}, element("b", {}, "a < b"), " & c") == "<p><b>a &lt; b</b> &amp; c</p>"
    assert text(Markup("<br>")) == "<br>"


@pytest.mark.parametrize(
    ("attributes", "written"),
    [({"hidden": True}, "<br hidden>"), ({"hidden": False, "id": None}, "<br>"), ({"id": ""}, '<br id="">')],
)
def test_attributes_without_a_value(attributes: dict[str, str | bool | None], written: str) -> None:
    assert element("br", attributes) == written


def test_what_is_empty_gets_no_line() -> None:
    assert lines(Markup("a"), Markup(), Markup("b")) == "a\nb"
