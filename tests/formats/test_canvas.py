"""The cards of a canvas show the words of the map, open nothing, and have room for what they say."""

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings

from argmap.argument_map import ArgumentMap
from argmap.formats.registry import BY_NAME
from argmap.model import Claim, Person
from argmap.text.paragraphs import fold, lines_of_paragraphs
from tests.formats.rendered import RENDERERS, Page
from tests.formats.test_markdown import AWKWARD, words
from tests.maps import argument_maps

LIVE = re.compile(r"(?<!\\)(?:\\\\)*(?:\[|#\w|==|%%|~~|\$|\^|<|&\w|://|www\.)")


def cards(argument_map: ArgumentMap) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(BY_NAME["canvas"].write(argument_map).text)["nodes"]
    return found


def card(claim: Claim) -> dict[str, Any]:
    (found,) = cards(ArgumentMap(people={"ada": Person(name="Ada")}, claims={claim.id: claim}))
    return found


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        (
            Claim(id="a", text="*Starred* text with [[Home]], ![[pic.png]], #tag, <b>x</b>, $a$"),
            r"\*Starred\* text with \[\[Home\]\], !\[\[pic.png\]\], \#tag, \<b\>x\</b\>, \$a\$",
        ),
        (
            Claim(id="a", by="ada", title="A **b** c", text="1. one\n2. two"),
            "**Ada**\n\n**A \\*\\*b\\*\\* c**\n\n1\\. one\n2\\. two",
        ),
        (Claim(id="a", text="First.\n\nSecond."), "First.\n\nSecond."),
        (Claim(id="a", title="Only a title"), "**Only a title**"),
        (Claim(id="a", title="First.\n\nSecond.", text="Said."), "**First. Second.**\n\nSaid."),
        (Claim(id="a", text="50 %% of ==x=="), r"50 \%\% of \=\=x\=\="),
    ],
)
def test_what_a_card_says(claim: Claim, text: str) -> None:
    assert card(claim)["text"] == text


@settings(max_examples=50, deadline=None)
@given(words)
@pytest.mark.parametrize("name", ["commonmark", "gfm-like"])
def test_a_card_shows_the_words_and_opens_nothing(name: str, text: str) -> None:
    _shows_the_words_and_opens_nothing(name, text)


def _shows_the_words_and_opens_nothing(name: str, text: str) -> None:
    shown = card(Claim(id="a", title=text, text=f"x {text}"))["text"]
    page = Page(RENDERERS[name](shown))
    assert page.words == [fold(text), *("\n".join(lines) for lines in lines_of_paragraphs(f"x {text}"))]
    assert page.tags <= {"p", "strong", "a"}
    assert not LIVE.search(re.sub(r"&#\d+;", "", shown))


@pytest.mark.parametrize("text", AWKWARD)
def test_a_card_shows_what_is_awkward(text: str) -> None:
    _shows_the_words_and_opens_nothing("commonmark", Claim(id="x", text=text).text or "")


@pytest.mark.parametrize(
    ("text", "least"),
    [("word " * 200, 700), ("m" * 1000, 900), ("\u4e16" * 1000, 1400), ("a\n\n" * 30, 1000)],
)
def test_a_card_is_as_high_as_its_text(text: str, least: int) -> None:
    """Letters of 16 pixels take half of that in width, or all of it, and 24 in height."""
    assert card(Claim(id="a", text=text))["height"] > least
    assert card(Claim(id="a", text="Short."))["height"] < 150


@settings(max_examples=20, deadline=None)
@given(argument_maps())
def test_cards_do_not_overlap(argument_map: ArgumentMap) -> None:
    boxes = [(n["x"], n["y"], n["x"] + n["width"], n["y"] + n["height"]) for n in cards(argument_map)]
    for at, one in enumerate(boxes):
        for other in boxes[:at]:
            assert one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3], (
                one,
                other,
            )
