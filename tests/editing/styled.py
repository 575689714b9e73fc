"""Maps as many hands write them: any style of YAML, with comments in every place."""

from typing import Any

from hypothesis import strategies as st

from argmap.files.map_text.yaml_scalars import inline
from argmap.files.yaml.decoding import FORBIDDEN
from tests.maps import NASTY

KEYS = ("by", "title", "text", "quote", "note", "source", "tags", "because", "attacks", "seen")
words = (
    st.sampled_from([text for text in NASTY if not FORBIDDEN.search(text) and "\ufeff" not in text])
    | st.sampled_from(
        ["a", "b", "plain words", "it is: so", "x # y", "'", "- a", "[b]", "word " * 30 + "end"]
    )
).map(str.strip)
names = st.sampled_from(["ada", "bob", "cy", "d-1", "é", "k.2"])
scalars = names | words
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3) | st.dictionaries(names, inner, min_size=1, max_size=3)
    ),
    max_leaves=5,
)
records = st.dictionaries(st.sampled_from(KEYS), values, min_size=1, max_size=5).map(
    lambda fields: {"id": "x", **fields}
)


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """Any document of sections, which need not be a valid map: an edit of a record must not ask."""
    sections: dict[str, Any] = {}
    for name in draw(st.permutations(["people", "sources", "claims", "rebuttals"])):
        if draw(st.booleans()):
            if name in {"claims", "rebuttals"}:
                sections[name] = draw(st.lists(records, min_size=1, max_size=4))
            else:
                sections[name] = draw(st.dictionaries(names, records, min_size=1, max_size=3))
    return sections or {"claims": [draw(records)]}


class Styler:
    """Writes a document in whatever style is drawn.

    Args:
        draw: draws one choice.
    """

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._step = draw(st.sampled_from([2, 2, 4, 3]))
        self._list_step = draw(st.sampled_from([0, 2, 4]))
        self._number = 0

    def document(self, sections: dict[str, Any]) -> str:
        lines: list[str] = []
        for name, value in sections.items():
            lines += self._gap(0)
            lines += self._entry(name, value, 0)
        text = "\n".join([*lines, *self._gap(0)])
        text += self._draw(st.sampled_from(["\n", "\n", "", "\n\n"]))
        if self._draw(st.integers(0, 5)) == 0:
            text = text.replace("\n", "\r\n")
        return text

    def _chance(self, of: int) -> bool:
        return self._draw(st.integers(0, of)) == 0

    def _comment(self) -> str:
        self._number += 1
        return f"# remark {self._number}" + self._draw(st.sampled_from(["", ": x", " - [a, 'b", " # again"]))

    def _gap(self, indent: int) -> list[str]:
        lines = [""] if self._chance(3) else []
        if self._chance(4):
            lines += [" " * indent + self._comment()]
            lines += [""] if self._chance(3) else []
        return lines

    def _tail(self) -> str:
        return self._draw(st.sampled_from([" ", "  "])) + self._comment() if self._chance(4) else ""

    def _entry(self, key: str, value: Any, indent: int) -> list[str]:
        lead = " " * indent + inline(key) + ":"
        if isinstance(value, str):
            return self._scalar(lead, value, indent)
        if self._chance(2):
            return [lead + self._spaces() + self._flow(value, indent) + self._tail()]
        body = self._block(value, indent + (self._list_step if isinstance(value, list) else self._step))
        return [lead + self._tail(), *body]

    def _spaces(self) -> str:
        return self._draw(st.sampled_from([" ", " ", "  "]))

    def _block(self, value: Any, indent: int) -> list[str]:
        lines: list[str] = []
        if isinstance(value, dict):
            for key, inner in value.items():
                lines += self._gap(indent)
                lines += self._entry(key, inner, indent)
            return lines
        for item in value:
            lines += self._gap(indent)
            lines += self._item(item, indent)
        return lines

    def _item(self, item: Any, indent: int) -> list[str]:
        dash = " " * indent + "-" + self._draw(st.sampled_from([" ", " ", "   "]))
        if isinstance(item, str):
            return self._scalar(dash.rstrip(), item, indent)
        if self._chance(2):
            return [dash + self._flow(item, indent) + self._tail()]
        inner = self._block(item, len(dash))
        first = next(number for number, line in enumerate(inner) if line.strip() and line.strip()[0] != "#")
        if first:  # what stands before the first field cannot stand behind the dash
            return [dash.rstrip() + self._tail(), *inner]
        return [dash + inner[0].lstrip(), *inner[1:]]

    def _scalar(self, lead: str, value: str, indent: int) -> list[str]:
        clean = value and value == value.strip() and "\r" not in value and "\t" not in value
        lines = value.split("\n")
        if clean and self._chance(2) and all(line == line.strip() and line for line in lines):
            style = "|" if len(lines) > 1 else self._draw(st.sampled_from(["|", ">"]))
            deep = " " * (indent + self._draw(st.sampled_from([1, 2, 4])) + lead.strip().startswith("-"))
            end = self._draw(st.sampled_from(["-", "-"]))
            if style == ">" and "  " not in value:
                parts = value.split(" ")
                at = self._draw(st.integers(1, len(parts)))
                lines = [one for one in (" ".join(parts[:at]), " ".join(parts[at:])) if one]
            return [f"{lead} {style}{end}{self._tail()}", *(deep + line for line in lines)]
        return [lead + self._spaces() + self._inline(value) + self._tail()]

    def _inline(self, value: str, *, flow: bool = False) -> str:
        if "\n" not in value and "\t" not in value and "\r" not in value and self._chance(3):
            return "'" + value.replace("'", "''") + "'"
        return inline(value, flow=flow)

    def _flow(self, value: Any, indent: int) -> str:
        if isinstance(value, str):
            return self._inline(value, flow=True)
        if isinstance(value, dict):
            parts = [f"{inline(key, flow=True)}: {self._flow(inner, indent)}" for key, inner in value.items()]
            opening, closing = "{}"
        else:
            parts = [self._flow(inner, indent) for inner in value]
            opening, closing = "[]"
        gap = self._draw(st.sampled_from(["", "", " "]))
        if self._chance(5):
            deep = "\n" + " " * (indent + 6)
            tail = self._draw(st.sampled_from(["", ","]))
            middles = [
                f"{part}{',' if at < len(parts) - 1 else tail}{self._tail()}" for at, part in enumerate(parts)
            ]
            return opening + deep + deep.join(middles) + deep + closing
        return opening + gap + ", ".join(parts) + gap + closing


@st.composite
def styled_documents(draw: st.DrawFn) -> tuple[dict[str, Any], str]:
    """A document and a text that reads as it."""
    sections = draw(documents())
    return sections, Styler(draw).document(sections)
