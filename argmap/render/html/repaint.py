"""Style rules that give a picture its dark colours; its light ones stay in the drawing itself."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from argmap.render.html.dark import as_hex, dark_ground, is_light, light_ink
from argmap.render.html.embedding import TURNS

_SCREEN = "#16181b"
_SHAPES = frozenset({"polygon", "polyline", "path", "ellipse"})
_FOR_TEXT, _FOR_LINES = 4.5, 3.0


def rules(root: Element) -> str:
    """Write a rule for each colour of a picture that is another on a dark screen.

    Args:
        root: the picture.

    Returns:
        A style sheet; colours on both screens are in `light-dark()`.
    """
    grounds = sorted(_grounds(root))
    lightest = max((dark_ground(ground) for ground in grounds), default=_SCREEN)
    found = (*_ground_rules(grounds), *_line_rules(root), *_text_rules(root, lightest))
    return "\n".join(dict.fromkeys(found))


def _grounds(root: Element) -> set[str]:
    fills = (shape.get("fill", "") for shape in root.iter("polygon"))
    return {fill for fill in fills if (plain := as_hex(fill)) and is_light(plain)}


def _ground_rules(grounds: list[str]) -> Iterator[str]:
    for fill in grounds:
        yield _rule(f'polygon[fill="{fill}"]', "fill", fill, dark_ground(as_hex(fill) or fill))


def _line_rules(root: Element) -> Iterator[str]:
    strokes = {shape.get("stroke", "") for shape in root.iter() if shape.tag in _SHAPES}
    for stroke in sorted(strokes):
        plain = as_hex(stroke)
        if plain and (dark := light_ink(plain, _SCREEN, _FOR_LINES)) != plain:
            yield _rule(f'[stroke="{stroke}"]', "stroke", stroke, dark)


def _text_rules(root: Element, ground: str) -> Iterator[str]:
    inks = {part.get("fill") for part in root.iter("text") if part.get("class") == TURNS}
    for ink in sorted(inks, key=str):
        plain = as_hex(ink) if ink else "#000000"
        if plain:
            chosen = f'[fill="{ink}"]' if ink else ":not([fill])"
            yield _rule(f".{TURNS}{chosen}", "fill", plain, light_ink(plain, ground, _FOR_TEXT))


def _rule(chosen: str, painted: str, light: str, dark: str) -> str:
    return f".picture {chosen}{{{painted}:light-dark({light},{dark})}}"
