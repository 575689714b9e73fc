"""Reading and writing XML with names as they are written: `xlink:href` stays `xlink:href`."""

import re
from html import entities, escape
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from argmap.render.characters import REPLACEMENT, legal

# But for those that XML understands, and the two that Graphviz writes most, which are legal.
_REFERENCE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#45|#160);)(?:#(\d{1,9}|x[0-9a-fA-F]{1,9});|(\w+);|)")
_LAST_CODE_POINT = 0x10FFFF
_SPECIAL = re.compile(r'[&<>"\r\n\t]').search
# A reader would take white space other than spaces for spaces (XML 1.0, 3.3.3).
_KEPT = {'"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#09;"}


class MarkupError(Exception):
    """A document is not XML."""


def parse(data: bytes) -> Element:
    """Read an XML document, forgiving what Graphviz lets through from a label.

    Forbidden characters, written out or as references, become U+FFFD; references to HTML's named
    characters are understood; a stray ampersand is itself. Comments and the document type are dropped.

    Args:
        data: the document, in UTF-8; stray bytes become U+FFFD.

    Returns:
        The root element; element and attribute names keep their prefixes.

    Raises:
        MarkupError: the document is not well-formed.
    """
    text = legal(_REFERENCE.sub(_reference, data.decode(errors="replace")))
    builder = TreeBuilder()
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    try:
        parser.Parse(text.encode(), True)  # noqa: FBT003 (expat takes no keywords)
        return builder.close()
    except (expat.ExpatError, AssertionError) as error:
        raise MarkupError(f"not XML: {error}") from error


def root_of(document: str | Element) -> Element:
    """Return the root of a document, which is read only where that has not been done.

    Raises:
        MarkupError: the document is not well-formed.
    """
    return parse(document.encode()) if isinstance(document, str) else document


def _reference(match: re.Match[str]) -> str:
    number, name = match.groups()
    if name:
        return entities.html5.get(f"{name};", f"&amp;{name};")
    if number is None:
        return "&amp;"
    code = int(number[1:], 16) if number.startswith("x") else int(number)
    return match[0] if code <= _LAST_CODE_POINT and legal(chr(code)) != REPLACEMENT else REPLACEMENT


def serialise(root: Element) -> str:
    """Write an element as an XML document, one element a line, attributes in their order.

    Line breaks go where white space means nothing: between elements, never inside text. The standard library
    would take three times as long, most of it for namespaces, which names as they are written do not need.
    """
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    _write(root, lines)
    return "\n".join(lines) + "\n"


def _write(element: Element, lines: list[str]) -> None:
    """Add the lines of an element that holds either elements or text."""
    looks = element.attrib
    if _SPECIAL("".join(looks.values())):
        looks = {key: _escaped(value) for key, value in looks.items()}
    start = element.tag + "".join([f' {key}="{value}"' for key, value in looks.items()])
    if len(element):
        lines.append(f"<{start}>")
        for child in element:
            _write(child, lines)
        lines.append(f"</{element.tag}>")
    elif element.text:
        lines.append(f"<{start}>{escape(element.text, quote=False)}</{element.tag}>")
    else:
        lines.append(f"<{start} />")


def _escaped(value: str) -> str:
    if not _SPECIAL(value):
        return value
    value = escape(value, quote=False)
    for character, written in _KEPT.items():
        value = value.replace(character, written)
    return value
