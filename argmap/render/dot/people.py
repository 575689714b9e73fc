"""Who challenges whom, in the DOT language."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from argmap.render.colouring import speaker_colours
from argmap.render.dot.acyclic import make_acyclic
from argmap.render.dot.defaults import defaults
from argmap.render.dot.escape import attributes, clean, html, name, words
from argmap.render.dot.heading import heading_with
from argmap.render.dot.layers import Web
from argmap.render.dot.legend import Entries, Entry
from argmap.render.dot.style import DotStyle
from argmap.render.fonts import wrap
from argmap.render.numbers import plain
from argmap.render.people import Challenges, People, PersonBox
from argmap.render.strokes import INFERRED, Stroke
from argmap.render.theme import Theme, text_on, tint
from argmap.text.plurals import count

_BREAK = '<BR ALIGN="LEFT"/>'
_WIDTH, _PADDING = 160.0, 5
_ROOM = 700.0
_THIN, _THICKER, _THICKEST = 1.5, 1.2, 9.0
_HEAD, _BOLD = 0.9, 4.0
# Inches beside and above a number: more than half of the boldest line.
_AROUND = "0.09,0.08"
_IN_A_ROW = 4


def people_to_dot(people: People, style: DotStyle | None = None) -> str:
    """Write who challenges whom as one DOT document, which any Graphviz draws.

    Args:
        people: what is drawn.
        style: how; by default from left to right. The text and groups mean nothing here.

    Returns:
        The document. Each box has the id of its person. The same arguments give the same text.
    """
    return "\n".join(_Writer(people, style or DotStyle()).document()) + "\n"


class _Writer:
    def __init__(self, people: People, style: DotStyle) -> None:
        self._people, self._style, self._theme = people, style, style.theme
        self._colours = speaker_colours(people.diagram, style.theme)
        self._falling = _falling(people)

    def document(self) -> Iterator[str]:
        related = {end for line in self._people.lines for end in (line.tail, line.head)}
        yield "digraph {"
        yield from self._defaults()
        yield from self._rows([box for box in self._people.boxes if box.id not in related])
        yield from (self._box(box) for box in self._people.boxes if box.id in related)
        for line in self._people.lines:
            yield from self._line(line)
        yield "}"

    def _defaults(self) -> Iterator[str]:
        style = self._style
        label = heading_with(self._people.diagram, self._legend, self._theme, _ROOM)
        engine = {} if style.engine == "dot" else {"layout": name(style.engine), "overlap": "false"}
        graph = {
            "outputorder": "edgesfirst",
            "rankdir": style.direction or "LR",
            "nodesep": "0.3",
            "ranksep": "0.4",
            "splines": "true",
            **engine,
        }
        return defaults(label, style, graph, {})

    def _legend(self, size: float) -> list[Entry]:
        if not self._style.legend:
            return []
        entries = Entries(self._theme, size)
        voiced = any(not line.inferred for line in self._people.lines)
        inferred = any(line.inferred for line in self._people.lines)
        words = f"dotted: {INFERRED} by the editor"
        return [
            *([entries.line(_look(self._theme))] if voiced else []),
            *([entries.dots(words, self._theme.attack)] if inferred else []),
        ]

    def _box(self, box: PersonBox) -> str:
        colour, theme = self._colours[box.id], self._theme
        rows = [
            _row(box.name or box.id, 13, colour, text_on(colour), bold=True),
            _row(box.affiliation, 10, tint(colour, paper=theme.paper), theme.ink),
            _row(box.done, 10, theme.paper, theme.ink),
            _row(box.due, 10, theme.paper, theme.attack_text, bold=True),
        ]
        table = (
            f'<TABLE BORDER="1" COLOR="{theme.quiet}" CELLBORDER="0" CELLSPACING="0" '
            f'CELLPADDING="{_PADDING}">{"".join(rows)}</TABLE>'
        )
        looks = attributes(
            id=name(box.id), **{"class": "person"}, label=f"<{table}>", tooltip=words(box.tooltip)
        )
        return f"{name(box.id)} {looks}"

    def _line(self, line: Challenges) -> Iterator[str]:
        """Draw a line in two pieces with its number between them, so that nothing runs through that.

        A line against the others is written the other way round, or it would make the picture broader.
        """
        against = line.head not in self._falling[line.tail]
        number = name(f"{line.id} number")
        tooltip = words(line.tooltip)
        yield f"{number} " + attributes(
            id=number,
            **{"class": name("number")},
            shape="plaintext",
            margin=name(_AROUND),
            width="0",
            height="0",
            label=words(_label(line)),
            fontsize="10",
            fontcolor=name(self._theme.attack_text),
            tooltip=tooltip,
        )
        yield self._piece(line, f"{line.id} begins", (name(line.tail), number), against=against)
        yield self._piece(line, line.id, (number, name(line.head)), against=against)

    def _piece(self, line: Challenges, key: str, ends: tuple[str, str], *, against: bool) -> str:
        theme = self._theme
        head = "normal" if key == line.id else "none"
        pen = min(_THIN + _THICKER * (line.number - 1), _THICKEST) * theme.line_width
        looks = attributes(
            id=name(key),
            **{"class": name("challenges inferred" if line.inferred else "challenges")},
            **({"dir": "back", "arrowtail": head} if against else {"arrowhead": head}),
            color=name(theme.attack),
            penwidth=plain(pen),
            # Arrowheads grow with the pen, and would fill the room between two boxes.
            arrowsize=plain(_HEAD * min(1.0, _BOLD / pen)),
            style="dotted" if line.inferred else "",
            tooltip=words(line.tooltip),
        )
        return f"{' -> '.join(ends[::-1] if against else ends)} {looks}"

    def _rows(self, boxes: Sequence[PersonBox]) -> Iterator[str]:
        """Put those without any relation in rows, held together by lines that nobody sees."""
        for start in reversed(range(0, len(boxes), _IN_A_ROW)):
            row = boxes[start : start + _IN_A_ROW]
            yield from map(self._box, row)
            for one, other in pairwise(row):
                yield f"{name(one.id)} -> {name(other.id)} [style=invis]"


def _falling(people: People) -> Mapping[str, Collection[str]]:
    """Say who is challenged by whom without any circle: box -> the boxes behind it."""
    boxes = [box.id for box in people.boxes]
    web = Web(boxes, ())
    web.connect((line.tail, line.head) for line in people.lines)
    return make_acyclic(boxes, web.heads, web.tails)


def _row(text: str, size: int, ground: str, ink: str, *, bold: bool = False) -> str:
    lines = wrap(clean(text), _WIDTH, size, bold=bold)
    if not lines:
        return ""
    written = _BREAK.join(map(html, lines)) + _BREAK
    written = f"<B>{written}</B>" if bold else written
    font = f'<FONT POINT-SIZE="{size}" COLOR="{ink}">{written}</FONT>'
    looks = f'ALIGN="LEFT" BALIGN="LEFT" WIDTH="{plain(_WIDTH + 2 * _PADDING)}" BGCOLOR="{ground}"'
    return f"<TR><TD {looks}>{font}</TD></TR>"


def _label(line: Challenges) -> str:
    if line.inferred:
        return f"{line.number} {INFERRED}"
    return f"{count(line.number, 'challenge')}\n{line.due}"


def _look(theme: Theme) -> Stroke:
    word = "line width: number of challenges"
    return Stroke(theme.attack, theme.attack_text, "solid", _THIN, "normal", "►", word)
