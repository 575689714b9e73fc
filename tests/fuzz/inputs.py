"""What the fuzz harness feeds: maps, documents and settings, damaged where their structure is."""

import copy
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from hypothesis import strategies as st

from argmap.argument_map import ArgumentMap
from argmap.files.load import load
from argmap.formats.base import ExportError
from argmap.formats.registry import BY_NAME
from tests.fuzz.test_outputs import hostile_maps
from tests.fuzz.test_reader import PIECES, damaged
from tests.maps import argument_maps

__all__ = ["damaged", "foreign_documents", "hostile_maps", "names", "pumped", "settings_files"]

EVIL: Final = (
    "\x1b]0;owned\x07",
    "\x1b]8;;http://evil\x1b\\x",
    "\x9b31m",
    "\u202edetrevni",
    "\n::error file=a::owned",
    "##[error]owned",
    "\0",
    "\u2028",
    "\r",
    "a" * 300,
    "🇳🇴" * 60,
    "क\u094dष\u093f" * 50,
)
names = st.sampled_from(EVIL) | st.text(max_size=12)
VALUES: Final = st.one_of(
    st.none(),
    st.booleans(),
    st.sampled_from(
        [0, -1, 10**30, 1.5, float("inf"), "", "0", "1", [], {}, [[]], [None], {"": None}, [1, "a"]]
    ),
    names,
)
_TEXTUAL: Final = (
    *PIECES,
    *(
        "<!DOCTYPE a [<!ENTITY b 'c'>]>",
        "&b;",
        "&#x1b;",
        "<?xml version='1.0' encoding='x'?>",
        "<a/>",
        "</edge>",
    ),
    *(
        "1. ",
        "1.1. ",
        "Pro: ",
        "Con: ",
        " -> 1.",
        "[A]: ",
        "<B>",
        "  + ",
        "  - <C>",
        "----\n",
        "@include(x)",
        "===",
    ),
    *(
        "@book{",
        "author = ",
        "}",
        '"',
        "# and",
        "\\input",
        "\\'e",
        "{\\",
        " and others",
        "http://",
        "%",
        "\\url{",
    ),
    *("p af 3\n", "1 2\n", "arg(a).\n", "att(a,b).\n", "#\n", "99999999999 1\n", "- 1\n", "w "),
    *("premises: ", "conclusion: ", "type: attack", "arguments:\n", "statements: {", "weight: 1e400"),
)
_REPOSITORY: Final = Path(__file__).parents[2]
_MAPS: Final = (
    _REPOSITORY / "tests" / "golden" / "debate.yaml",
    _REPOSITORY / "tests" / "fuzz" / "small.yaml",
    _REPOSITORY / "tests" / "fuzz" / "odd.yaml",
)
_SEEDS: Final = {
    "argdown-json": json.dumps(
        {
            "statements": {
                "a": {"title": "a", "members": [{"text": "A", "startLine": 1}], "relations": []},
                "b": {"title": "b", "members": [{"text": "B"}]},
            },
            "arguments": {"c": {"title": "c", "members": [{"text": "C"}], "pcs": []}},
            "relations": [
                {"relationType": "attack", "from": "b", "to": "a", "fromType": "equivalence-class"},
                {"relationType": "support", "from": "c", "to": "a", "toType": "equivalence-class"},
            ],
            "map": {
                "nodes": [
                    {"id": "n0", "title": "a", "type": "statement-map-node"},
                    {"id": "n1", "title": "b"},
                ],
                "edges": [{"from": {"id": "n1"}, "to": {"id": "n0"}, "relationType": "attack"}],
            },
        }
    ),
    "ova": json.dumps(
        {
            "nodes": [
                {"nodeID": 1, "text": "A", "type": "I"},
                {"nodeID": 2, "text": "B", "type": "I"},
                {"nodeID": 3, "text": "Default Conflict", "type": "CA"},
            ],
            "edges": [
                {"from": {"nodeID": 2}, "to": {"nodeID": 3}},
                {"from": {"nodeID": 3}, "to": {"nodeID": 1}},
            ],
            "analysis": {"txt": "A B", "plain_txt": "A B"},
        }
    ),
    "sadface": json.dumps(
        {
            "metadata": {"core": {"title": "T", "analyst": "x"}},
            "nodes": [
                {"id": "1", "type": "atom", "text": "A", "sources": [], "metadata": {}},
                {"id": "2", "type": "atom", "text": "B"},
                {"id": "3", "type": "scheme", "name": "conflict"},
            ],
            "edges": [
                {"id": "4", "source_id": "2", "target_id": "3"},
                {"id": "5", "source_id": "3", "target_id": "1"},
            ],
            "resources": [],
        }
    ),
}


@st.composite
def foreign_documents(draw: st.DrawFn, name: str) -> bytes:
    """Draw a document of a format: what a random map is in it, damaged here and there."""
    text = _SEEDS.get(name) or _exported(draw, name)
    document = _as_json(text)
    for _ in range(draw(st.integers(0, 4))):
        if document is not None and draw(st.integers(0, 5)):
            document = _with_another_value(draw, document)
            text = json.dumps(document, ensure_ascii=draw(st.booleans()))
        else:
            text, document = _with_another_piece(draw, text), None
    raw = text.encode("utf-8", errors="surrogatepass")
    if draw(st.integers(0, 9)) == 0:
        at = draw(st.integers(0, len(raw)))
        raw = raw[:at] + draw(st.binary(max_size=3)) + raw[at + draw(st.integers(0, 3)) :]
    return raw


@st.composite
def settings_files(draw: st.DrawFn) -> bytes:
    """Draw an ``argmap.toml``."""
    text = 'map = "."\n[check]\nselect = ["all"]\nignore = ["S"]\nfail-on = "error"\nquote-words = 3\n'
    text += (
        '[check.severity]\nG401 = "info"\n[render]\ntheme = "mine"\n[render.themes.mine]\nink = "#000000"\n'
    )
    pieces = st.sampled_from(
        ["[", "]", '"', "=", ".", "'''", "\\u0000", "../", "/etc", "baseline = 'x'\n", *PIECES]
    )
    for _ in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(pieces | names) + text[at + draw(st.sampled_from([0, 0, 1, 5])) :]
    return text.encode("utf-8", errors="surrogatepass")


@st.composite
def pumped(draw: st.DrawFn) -> tuple[str, str, str]:
    """Draw a beginning, what is repeated after it, and an end."""
    part = st.lists(st.sampled_from(_TEXTUAL), max_size=3).map("".join)
    pump = st.lists(st.sampled_from((*_TEXTUAL, "a", "\n", " ", "x: ", "- a\n")), min_size=1, max_size=3).map(
        "".join
    )
    return draw(part), draw(pump), draw(part)


def _exported(draw: st.DrawFn, name: str) -> str:
    # To draw a map takes twenty times as long as to damage what one is in a format.
    number = draw(st.integers(-1, len(_MAPS) - 1))
    return _written(name, number) if number >= 0 else _text_of(name, draw(argument_maps()))


@cache
def _written(name: str, number: int) -> str:
    return _text_of(name, load(_MAPS[number]))


def _text_of(name: str, argument_map: ArgumentMap) -> str:
    try:
        exported = BY_NAME[name].write(argument_map)
    except ExportError:
        return ""
    return exported.text if isinstance(exported.text, str) else exported.text.decode()


def _as_json(text: str) -> Any:  # noqa: ANN401 — whatever it is
    try:
        return json.loads(text)
    except ValueError:
        return None


def _with_another_piece(draw: st.DrawFn, text: str) -> str:
    start = draw(st.integers(0, len(text)))
    end = min(len(text), start + draw(st.sampled_from([0, 0, 1, 3, 20])))
    again = st.just(text[start : start + 80])
    return text[:start] + draw(st.sampled_from(_TEXTUAL) | names | again) + text[end:]


def _with_another_value(draw: st.DrawFn, document: Any) -> Any:  # noqa: ANN401 — whatever it is
    document = copy.deepcopy(document)
    places = list(_places(document))
    if not places:
        return draw(VALUES)
    holder, key = draw(st.sampled_from(places))
    match draw(st.integers(0, 4)):
        case 0:
            del holder[key]
        case 1 if isinstance(holder, list):
            holder.append(copy.deepcopy(holder[key]))
        case 1:
            holder[draw(names)] = holder[key]
        case 2:
            other, at = draw(st.sampled_from(places))
            holder[key] = copy.deepcopy(other[at])
        case _:
            holder[key] = draw(VALUES)
    return document


def _places(document: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 — whatever it is
    waiting = [document]
    while waiting:
        holder = waiting.pop()
        inner = (
            holder.items()
            if isinstance(holder, dict)
            else enumerate(holder)
            if isinstance(holder, list)
            else ()
        )
        for key, value in inner:
            yield holder, key
            waiting.append(value)
