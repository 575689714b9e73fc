"""The places where text becomes DOT: quoted strings, and text inside HTML-like labels."""

from html import escape

from argmap.render.characters import legal

_PLAIN = str.maketrans(dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], " "))


def name(text: str) -> str:
    """Quote a name or an id: control characters become spaces, nothing else is read as an instruction."""
    return f'"{_escaped(clean(text), 2)}"'


def words(text: str) -> str:
    r"""Quote text for readers, such as a tooltip.

    Graphviz understands `&lt;` and `\N` in it, and breaks lines at `\n`; backslashes it resolves twice.
    """
    lines = [_escaped(clean(line).replace("&", "&amp;"), 4) for line in text.splitlines()]
    return '"' + "\\n".join(lines) + '"'


def _escaped(text: str, backslashes: int) -> str:
    return text.replace("\\", "\\" * backslashes).replace('"', '\\"')


def readable(text: str) -> str:
    """Return text for readers as it is in a drawing: line by line, without what no drawing can hold."""
    return "\n".join(map(clean, text.splitlines())).strip()


def html(text: str) -> str:
    """Escape text for an HTML-like label; line breaks become spaces."""
    # Graphviz replaces `\N` and the like even there.
    return escape(clean(text), quote=False).replace('"', "&quot;").replace("\\", "\\\\")


def clean(text: str) -> str:
    """Replace control characters by spaces, and whatever else XML forbids by U+FFFD."""
    return text if text.isprintable() else legal(text.translate(_PLAIN))


def attributes(**values: str) -> str:
    """Write a list of attributes whose values are DOT already; empty ones are left out."""
    return "[" + " ".join(f"{key}={value}" for key, value in values.items() if value) + "]"
