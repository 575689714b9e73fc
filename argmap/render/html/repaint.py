"""Style rules that give a picture its dark colours; its light ones stay in the drawing itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from argmap.render.html.dark import as_hex, dark_ground, is_light, light_ink
from argmap.render.html.embedding import TURNS

_SCREEN = "#16181b"
_SHAPES = frozenset({"polygon", "polyline", "path", "ellipse"})
_FOR_TEXT, _FOR_LINES = 4.5, 3.0


@dataclass(frozen=True)
class Paints:
    """The colours of a picture that may be others on a dark screen.

    Args:
        grounds: light ones on which something stands.
        strokes: of lines and frames.
        inks: of text on light ground; None where it has the usual one.
    """

    grounds: frozenset[str] = frozenset()
    strokes: frozenset[str] = frozenset()
    inks: frozenset[str | None] = frozenset()

    @classmethod
    def of(cls, root: Element) -> "Paints":
        """Find those of a picture or of a part of one."""
        fills = (shape.get("fill", "") for shape in root.iter("polygon"))
        return cls(
            frozenset(fill for fill in fills if (plain := as_hex(fill)) and is_light(plain)),
            frozenset(shape.get("stroke", "") for shape in root.iter() if shape.tag in _SHAPES),
            frozenset(part.get("fill") for part in root.iter("text") if part.get("class") == TURNS),
        )

    def __or__(self, other: "Paints") -> "Paints":
        """Give the colours of two parts together."""
        return Paints(self.grounds | other.grounds, self.strokes | other.strokes, self.inks | other.inks)


def rules(paints: Paints) -> str:
    """Write a rule for each colour of a picture that is another on a dark screen.

    Args:
        paints: the colours of the picture.

    Returns:
        A style sheet; colours on both screens are in `light-dark()`.
    """
    grounds = sorted(paints.grounds)
    lightest = max((dark_ground(ground) for ground in grounds), default=_SCREEN)
    found = (*_ground_rules(grounds), *_line_rules(paints), *_text_rules(paints, lightest))
    return "\n".join(dict.fromkeys(found))


def _ground_rules(grounds: list[str]) -> Iterator[str]:
    for fill in grounds:
        yield _rule(f'polygon[fill="{fill}"]', "fill", fill, dark_ground(as_hex(fill) or fill))


def _line_rules(paints: Paints) -> Iterator[str]:
    for stroke in sorted(paints.strokes):
        plain = as_hex(stroke)
        if plain and (dark := light_ink(plain, _SCREEN, _FOR_LINES)) != plain:
            yield _rule(f'[stroke="{stroke}"]', "stroke", stroke, dark)


def _text_rules(paints: Paints, ground: str) -> Iterator[str]:
    for ink in sorted(paints.inks, key=str):
        plain = as_hex(ink) if ink else "#000000"
        if plain:
            chosen = f'[fill="{ink}"]' if ink else ":not([fill])"
            yield _rule(f".{TURNS}{chosen}", "fill", plain, light_ink(plain, ground, _FOR_TEXT))


def _rule(chosen: str, painted: str, light: str, dark: str) -> str:
    return f".picture {chosen}{{{painted}:light-dark({light},{dark})}}"
