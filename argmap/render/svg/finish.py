"""Finishing Graphviz's SVG: readable by people, browsers, screen readers and validators alike."""

from hashlib import sha256
from typing import NamedTuple
from xml.etree.ElementTree import Element

from argmap.render.characters import legal
from argmap.render.dot.plan import NOTHING, Parts
from argmap.render.fonts.bundled import FONT_STACK
from argmap.render.fonts.measure import is_known, text_width
from argmap.render.svg.anchors import unwrap
from argmap.render.svg.cards import put
from argmap.render.svg.extents import Extent, extent
from argmap.render.svg.frame import BACKGROUND, frame_of
from argmap.render.svg.line_words import add_word, settle
from argmap.render.svg.markup import MarkupError, parse, serialise
from argmap.render.svg.right_to_left import turn
from argmap.render.svg.transforms import matrix_of, transformed
from argmap.text.lists import first_few

# WAI-ARIA Graphics Module 1.0: screen readers do not look inside a symbol, but inside an object they do.
_DOCUMENT, _SYMBOL, _OBJECT = "graphics-document document", "graphics-symbol img", "graphics-object group"
_KINDS = frozenset({"node", "edge", "cluster"})
_STANDARD_FONTS = frozenset({"helvetica", "arial", "times", "sans-serif", "liberation sans"})
_USUAL_SIZE = "14"
_MOST_NAMED = 5
_MARK = 8
# Graphviz rounds the size of a drawing to whole points.
_TRIFLE = 1.5
_SHAPES = frozenset({"polygon", "polyline", "path", "ellipse", "text"})
_VOCABULARY = _SHAPES | {"g", "a", "title"}


class Caption(NamedTuple):
    """What a picture as a whole says of itself.

    Args:
        title: its title, for windows, screen readers and document properties.
        description: one or more sentences, may be empty.
        author: who made what it shows, may be empty; only for formats that have a place for it.
        language: the main language of its text, as a BCP 47 tag.
    """

    title: str
    description: str = ""
    author: str = ""
    language: str = "en"


def finish(raw: bytes, caption: Caption, parts: Parts = NOTHING) -> str:
    """Turn Graphviz's SVG into a self-contained, accessible document with the same drawing.

    Each node, edge and cluster keeps its id and classes, and gets a role, a label, and its tooltip as a
    title. The first class word that is the caller's own (Graphviz puts `node`, `edge` or `cluster` before
    it) becomes the role description.

    Args:
        raw: what Graphviz wrote.
        caption: the title, description and language of the whole.
        parts: what the drawing leaves out.

    Returns:
        An SVG document; the same input gives the same text.

    Raises:
        MarkupError: `raw` is not XML, or lacks the place of a box.
    """
    return serialise(finished(raw, caption, parts))


def finished(raw: bytes, caption: Caption, parts: Parts = NOTHING) -> Element:
    """Return the root of what `finish` writes, for what goes on with it."""
    root = parse(raw)
    _drop_foreign(root)
    finish_parts(root, parts)
    _caption(root, caption, _mark(raw, caption))
    return root


def finish_parts(root: Element, parts: Parts = NOTHING) -> None:
    """Finish all that is drawn, but not what the document says of itself.

    Args:
        root: of the drawing; it is changed.
        parts: what the drawing leaves out.

    Raises:
        MarkupError: the place of a box is missing.
    """
    boxes: dict[str, Extent] = {}
    groups = [group for group in root.iter("g") if _kind(group) in _KINDS]
    for group in groups:
        key = group.get("id", "")
        name, tooltip = _remove_title(group), unwrap(group)
        if card := parts.cards.get(key):
            boxes[key] = put(card, group)
            tooltip = card.tooltip
        elif said := parts.words.get(key):
            add_word(group, said)
            tooltip = said.tooltip
        _describe(group, name, tooltip)
    if missing := parts.cards.keys() - boxes:
        raise MarkupError(f"no place for {first_few(sorted(missing), _MOST_NAMED)}")
    settle(root, groups, boxes)
    for graph in root.findall("g"):
        _remove_title(graph)
        unwrap(graph, _is_described)
        _mark_background(graph, root)
        turn(graph)
        # Graphviz calls it graph0, as a statement may be called.
        graph.attrib.pop("id", None)
    for element in root.iter():
        if element.tag == "text":
            _simplify(element)
        elif element.get("stroke-width") == "0":
            _take_pen(element)


def _drop_foreign(element: Element) -> None:
    element[:] = [child for child in element if child.tag in _VOCABULARY]
    for child in element:
        if len(child):
            _drop_foreign(child)


def _kind(group: Element) -> str:
    return group.get("class", "").partition(" ")[0]


def _remove_title(group: Element) -> str:
    """Take away the title that Graphviz gives an element: its name in the DOT text."""
    name = ""
    for title in group.findall("title"):
        name = title.text or ""
        group.remove(title)
    return name


def _mark_background(graph: Element, root: Element) -> None:
    """Mark the shape behind everything; a transparent drawing has none, and begins with one of its parts."""
    first = next(iter(graph), None)
    if first is None or first.tag != "polygon":
        return
    shape = transformed(Extent(*extent(first)), matrix_of(graph.get("transform", "")))
    _, _, across, down = frame_of(root).view
    if shape.right - shape.left > across - _TRIFLE and shape.bottom - shape.top > down - _TRIFLE:
        first.set("class", BACKGROUND)


def _describe(group: Element, name: str, tooltip: str) -> None:
    group.set("role", _OBJECT if _kind(group) == "cluster" else _SYMBOL)
    group.set("aria-label", legal(tooltip or _visible(group) or name))
    own_classes = group.get("class", "").split()[1:]
    if own_classes:
        group.set("aria-roledescription", own_classes[0].replace("-", " "))
    if tooltip:
        group.insert(0, _text_element("title", tooltip))


def _visible(group: Element) -> str:
    return " ".join(filter(None, ((text.text or "").strip() for text in group.iter("text"))))


def _is_described(element: Element) -> bool:
    return "role" in element.attrib


def _take_pen(shape: Element) -> None:
    """Say in the way that all formats have that a shape has no outline; elsewhere a pen of 0 draws."""
    del shape.attrib["stroke-width"]
    shape.set("stroke", "none")


def _simplify(text: Element) -> None:
    """Leave out of a text element what the document's root says once for all."""
    family = text.attrib.pop("font-family", "")
    if family.split(",")[0].strip("'\" ").lower() not in _STANDARD_FONTS:
        text.set("font-family", f"{family}, {FONT_STACK}")
    else:
        _fix_width(text)
    words = text.text or ""
    if words == " ".join(words.split()):
        text.attrib.pop("xml:space", None)


def _fix_width(text: Element) -> None:
    """Say how wide a text is, so that a viewer without such a font does not draw it beyond its box."""
    words = text.text or ""
    bold, italic = text.get("font-weight") == "bold", text.get("font-style") == "italic"
    if words.strip() and is_known(words, bold=bold, italic=italic):
        size = float(text.get("font-size", _USUAL_SIZE))
        text.set("textLength", f"{text_width(words, size, bold=bold, italic=italic):.2f}")
        text.set("lengthAdjust", "spacingAndGlyphs")


def _mark(raw: bytes, caption: Caption) -> str:
    """Make a word from what is drawn, so that several pictures in one page have no id in common.

    What stands before the drawing names the version of Graphviz.
    """
    drawn = raw[raw.find(b"<svg") :]
    return sha256(drawn + repr(tuple(caption)).encode(errors="replace")).hexdigest()[:_MARK]


def _caption(root: Element, caption: Caption, mark: str) -> None:
    """Give the document its size, role, language, title and description."""
    parts = [_text_element("title", caption.title, f"title-{mark}")]
    if caption.description:
        parts.append(_text_element("desc", caption.description, f"description-{mark}"))
    attributes = {key: root.get(key, "") for key in ("xmlns", "width", "height", "viewBox")}
    attributes |= {"role": _DOCUMENT, "xml:lang": caption.language, "font-family": FONT_STACK}
    for key, part in zip(("aria-labelledby", "aria-describedby"), parts, strict=False):
        attributes[key] = part.get("id", "")
    root.attrib.clear()
    root.attrib.update(attributes)
    root[:0] = parts


def _text_element(tag: str, text: str, identifier: str = "") -> Element:
    element = Element(tag, {"id": identifier} if identifier else {})
    element.text = legal(text)
    return element
