"""A diagram as a Mermaid flowchart, for GitHub and whatever else draws Mermaid."""

import json
import re
from collections.abc import Iterator, Sequence

from argmap.render.characters import legal, printable
from argmap.render.colouring import speaker_colours
from argmap.render.diagram import Box, Diagram, Line, Relation
from argmap.render.grouping import Group, GroupBy, groups
from argmap.render.numbers import plain
from argmap.render.strokes import stroke
from argmap.render.theme import DEFAULT, Theme, tint
from argmap.render.wording import INFERRED, VERBS
from argmap.text.graphemes import cut_before
from argmap.text.paragraphs import paragraphs

MOST_CHARACTERS = 50_000
"""What Mermaid reads at most, where nobody has configured it otherwise (`maxTextSize`)."""

MOST_LINES = 500
"""What Mermaid draws at most, where nobody has configured it otherwise (`maxEdges`)."""

_DASHES = {"out": "2 3", "undecided": "8 4"}
_SHORT = 110
_TINT = 0.25
_SMALL = 12
# Whatever Mermaid or the Markdown in its labels could take for an instruction: all punctuation but some that
# is harmless where it stands. U+FB02 begins Mermaid's own escapes, and a full stop after a digit a list.
_SPECIAL = re.compile(r"(?<!\w)-|-(?!\w)|(?<=\d)\.|:(?! )|[!-&*+/;-@\[-`{-~\xb6\ufb02]", re.ASCII)
# What Mermaid still acts on when it has undone the escapes: a new line, mathematics, an icon, an escape.
_BEGINNINGS = frozenset("\\$:\xb6\ufb02")
_JOINER = "#8288;"
_PLAIN = str.maketrans(dict.fromkeys('#%{}<>"`\\', " ") | {";": ","})


class MermaidLimitError(Exception):
    """A diagram is larger than what Mermaid draws; the message says by how much."""


def to_mermaid(
    diagram: Diagram, direction: str | None = None, group_by: GroupBy = "none", theme: Theme = DEFAULT
) -> str:
    """Write a diagram as a Mermaid flowchart.

    Boxes show the whole text as long as the flowchart stays within Mermaid's limits, then the beginning of
    it, then titles only.

    Args:
        diagram: what is drawn.
        direction: `BT`, `TB`, `LR` or `RL`; by default `BT`, or `LR` for more than a few boxes.
        group_by: what boxes are framed together by.
        theme: the colours.

    Returns:
        The flowchart, with a title and a description for screen readers.

    Raises:
        MermaidLimitError: there are too many lines, or too much text even without that in the boxes.
    """
    if len(diagram.lines) > MOST_LINES:
        count = f"{len(diagram.lines):,}"
        raise MermaidLimitError(f"Mermaid draws at most {MOST_LINES} lines, and this map has {count}")
    chosen = direction or ("BT" if len(diagram.boxes) <= _SMALL else "LR")
    size = 0
    for length in (None, _SHORT, 0):
        text = "\n".join(_Writer(diagram, theme, length).document(chosen, group_by)) + "\n"
        size = len(text)
        if size <= MOST_CHARACTERS:
            return text
    raise MermaidLimitError(
        f"Mermaid reads at most {MOST_CHARACTERS:,} characters, and this map has {size:,}"
    )


def escape(text: str) -> str:
    """Write text so that Mermaid shows it as it is: on one line, and no character an instruction."""
    return _SPECIAL.sub(lambda found: _escaped(found[0]), " ".join(_clean(text).split()))


def _escaped(character: str) -> str:
    return f"#{ord(character)};{_JOINER if character in _BEGINNINGS else ''}"


def _rows(text: str) -> str:
    """Write a text with an empty line between its paragraphs."""
    return "<br><br>".join(map(escape, paragraphs(text)))


def _clean(text: str) -> str:
    return legal(printable(text))


def _plain(text: str) -> str:
    """Leave out of a title or description what Mermaid would not read as text."""
    return " ".join(_clean(text).translate(_PLAIN).split())


class _Writer:
    """Writes a diagram; `length` is the most characters of text to show in a box, None for all."""

    def __init__(self, diagram: Diagram, theme: Theme, length: int | None) -> None:
        self._diagram = diagram
        self._theme = theme
        self._length = length
        self._names = {box.id: f"n{number}" for number, box in enumerate(diagram.boxes, 1)}
        self._names |= {joint.id: f"j{number}" for number, joint in enumerate(diagram.joints, 1)}
        self._boxes = {box.id: box for box in diagram.boxes}

    def document(self, direction: str, group_by: GroupBy) -> Iterator[str]:
        yield from self._front()
        yield f"flowchart {direction}"
        yield from self._accessible()
        for number, group in enumerate(groups(self._diagram, group_by), 1):
            yield from self._group(group, number)
        yield from map(self._line, self._diagram.lines)
        yield from self._box_looks()
        yield from self._line_looks()

    def _front(self) -> Iterator[str]:
        title = " ".join(_clean(self._diagram.title).split())
        if title:
            yield from ("---", f"title: {json.dumps(title, ensure_ascii=False)}", "---")

    def _accessible(self) -> Iterator[str]:
        for key, text in (("accTitle", self._diagram.title), ("accDescr", self._diagram.description)):
            if words := _plain(text):
                yield f"  {key}: {words}"

    def _group(self, group: Group, number: int) -> Iterator[str]:
        if group.label:
            yield f'  subgraph g{number}["{escape(group.label)}"]'
        for node in group.nodes:
            yield self._box(self._boxes[node]) if node in self._boxes else f'  {self._names[node]}((" "))'
        if group.label:
            yield "  end"

    def _box(self, box: Box) -> str:
        title, text = (box.title, box.text) if box.title else (box.text, "")
        rows = [
            f"<b>{_rows(title)}</b>",
            _rows(_shortened(text, self._length)),
            f"<i>{escape(self._signature(box))}</i>",
        ]
        return f'  {self._names[box.id]}["{"<br>".join(filter(None, rows))}"]'

    def _signature(self, box: Box) -> str:
        remark = INFERRED if box.inferred and not (box.is_rebuttal and box.status) else box.status
        imagined = "imagined" if box.imagined else ""
        note = ", ".join(filter(None, [imagined, remark, box.standing]))
        return f"{box.speaker_name} ({note})" if note else box.speaker_name

    def _line(self, line: Line) -> str:
        tail, head = self._names[line.tail], self._names[line.head]
        return f"  {tail} {_arrow(line)} {head}"

    def _box_looks(self) -> Iterator[str]:
        """Colour boxes by speaker, and frame challenges."""
        colours = speaker_colours(self._diagram, self._theme)
        members: dict[str, list[str]] = {}
        for box in self._diagram.boxes:
            members.setdefault(colours[box.speaker], []).append(self._names[box.id])
        for number, (colour, names) in enumerate(members.items(), 1):
            ground = tint(colour, _TINT, self._theme.paper)
            look = f"fill:{ground},stroke:{colour},color:{self._theme.ink}"
            yield from _class(f"s{number}", look, names)
        attacking = [self._names[box.id] for box in self._diagram.boxes if box.is_rebuttal]
        waiting = [self._names[box.id] for box in self._diagram.boxes if box.needs_reply]
        yield from _class("challenge", f"stroke:{self._theme.attack},stroke-width:2px", attacking)
        yield from _class("waiting", f"stroke:{self._theme.attack},stroke-width:5px", waiting)
        for status, dashes in _DASHES.items():
            marked = [self._names[box.id] for box in self._diagram.boxes if box.standing == status]
            yield from _class(status, f"stroke-dasharray:{dashes}", marked)

    def _line_looks(self) -> Iterator[str]:
        numbers: dict[str, list[str]] = {}
        for number, line in enumerate(self._diagram.lines):
            colour = stroke(line.relation, self._theme, inferred=line.inferred).colour
            numbers.setdefault(colour, []).append(str(number))
        width = 2 * self._theme.line_width
        for colour, found in numbers.items():
            yield f"  linkStyle {','.join(found)} stroke:{colour},stroke-width:{plain(width)}px"


def _class(name: str, look: str, members: Sequence[str]) -> Iterator[str]:
    if members:
        yield f"  classDef {name} {look}"
        yield f"  class {','.join(members)} {name}"


def _arrow(line: Line) -> str:
    """Choose an arrow: solid for support, dashed with a cross for attacks, a word beside it."""
    if line.relation is Relation.SUPPORT:
        if not line.arrow:
            return "-.-" if line.inferred else "---"
        return '-. "inferred" .->' if line.inferred else "-->"
    if not line.arrow:
        return "-.-"
    if line.relation is Relation.RESTATE:
        return f'-- "{VERBS[line.relation]}" -->'
    return f'-. "{VERBS[line.relation]}{" (inferred)" if line.inferred else ""}" .-x'


def _shortened(text: str, length: int | None) -> str:
    """Shorten a text to whole words, or where its first word is too long to whole characters."""
    if length is None or len(text) <= length:
        return text
    beginning = cut_before(text, length)
    return (beginning.rpartition(" ")[0] or beginning) + "…" if length else ""
