"""The one place where text becomes HTML."""

from collections.abc import Mapping
from html import escape

from argmap.render.characters import legal

_VOID = frozenset({"br", "hr", "input", "link", "meta"})


class Markup(str):
    """HTML, ready to be written; any other text is escaped when it is put into an element."""

    __slots__ = ()


Attributes = Mapping[str, str | bool | None]
"""Names and values; True writes a name alone, False and None leave it out."""


def element(tag: str, attributes: Attributes | None = None, /, *content: str) -> Markup:
    """Write an element.

    Args:
        tag: its name.
        attributes: its attributes; values are escaped.
        content: markup, or text, which is escaped.

    Returns:
        The element.
    """
    start = f"<{tag}{''.join(_attribute(*pair) for pair in (attributes or {}).items())}>"
    return Markup(start if tag in _VOID else f"{start}{''.join(map(text, content))}</{tag}>")


def text(content: str) -> Markup:
    """Escape a text; markup passes unchanged."""
    return content if isinstance(content, Markup) else Markup(escape(legal(content)))


def lines(*content: Markup) -> Markup:
    """Put pieces of markup on lines of their own, leaving out those that are empty."""
    return Markup("\n".join(filter(None, content)))


def _attribute(name: str, value: str | bool | None) -> str:  # noqa: FBT001 (HTML has attributes without a value)
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{text(value)}"'
